"""Search that finds every exact phrase, in either script.

Sphinx's own search is switched off; this extension collects the text of every block while
documents are read (:mod:`~hansearch.collect`, :mod:`~hansearch.domain`), and writes an index
(:mod:`~hansearch.postings`, :mod:`~hansearch.parts`, :mod:`~hansearch.files`,
:mod:`~hansearch.job`) that
``_static/js/search-*.js`` reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import interface

from hansearch.domain import HanSearchDomain, remember
from hansearch.job import IndexJob, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _take_over(app: Sphinx) -> None:
    """Switch Sphinx's search off where this one runs (``builder-inited``)."""
    if serves(app):
        app.builder.search = False  # type: ignore[attr-defined]


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Offer the search page (``html-collect-pages``)."""
    if serves(app):
        title = interface.text(app.config.edition, "search-title")
        yield "search", {"title": title, "han_search_page": True}, "search.html"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain and the steps of a build."""
    app.setup_extension("aside")
    app.setup_extension("sources")
    job = IndexJob()
    app.add_domain(HanSearchDomain)
    app.add_js_file("js/search.js", loading_method="defer")
    app.add_css_file("css/search.css")
    app.connect("builder-inited", _take_over)
    app.connect("doctree-read", remember, priority=900)
    app.connect("env-updated", job.start, priority=900)
    app.connect("html-collect-pages", _pages)
    app.connect("build-finished", job.finish)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
