"""Search that finds every exact phrase, in either script.

Sphinx's own search is switched off; this extension collects the text of every block while
documents are read (:mod:`~hansearch.collect`, :mod:`~hansearch.domain`), and writes an index
(:mod:`~hansearch.postings`, :mod:`~hansearch.files`) that ``_static/js/search-*.js`` reads.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import interface
from sphinx.builders._epub_base import EpubBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util.display import progress_message

from hansearch import files
from hansearch.domain import HanSearchDomain, domain_of, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: What the strings of the scripts are called in ``interface.py``.
_STRINGS = "search-script-"


def _take_over(app: Sphinx) -> None:
    """Switch Sphinx's search off where it would run: there this one does."""
    if _serves(app):
        app.builder.search = False  # type: ignore[attr-defined]


def _serves(app: Sphinx) -> bool:
    """Whether what is being built is a site of pages: no ePub, no single file."""
    others = (EpubBuilder, SingleFileHTMLBuilder)
    return isinstance(app.builder, StandaloneHTMLBuilder) and not isinstance(app.builder, others)


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Offer the search page (``html-collect-pages``)."""
    if _serves(app):
        title = interface.text(app.config.edition, "search-title")
        yield "search", {"title": title, "han_search_page": True}, "search.html"


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Write the index (``build-finished``)."""
    if exception is not None or not _serves(app):
        return
    edition = app.config.edition
    strings = {
        key.removeprefix(_STRINGS): value
        for key, value in interface.catalogue(edition).items()
        if key.startswith(_STRINGS)
    }
    with progress_message("writing the search index"):
        content = files.build(
            domain_of(app.env).documents, app.builder.get_target_uri, edition, strings
        )
        files.write(content, Path(app.outdir) / files.FOLDER)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain and the steps of a build."""
    app.add_domain(HanSearchDomain)
    app.add_js_file("js/search.js", loading_method="defer")
    app.add_css_file("css/search.css")
    app.connect("builder-inited", _take_over)
    app.connect("doctree-read", remember, priority=900)
    app.connect("html-collect-pages", _pages)
    app.connect("build-finished", _write)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
