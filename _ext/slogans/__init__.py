"""Slogans: the glossary's entries, their uses, cards, concordance, statistics and data files.

``labels`` and ``languages`` settle entries and ``domain`` records what documents say, all while
reading;
``resolve``, ``concordance``, ``statistics`` and ``exports`` fill pages once all is
read; ``outdated`` names the pages to write again; ``files`` and ``exports`` write data. What a
translator for another format has to know stands in ``nodes``; the order of an index in
``order.index_groups``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aside
import facts

from slogans import html, nodes
from slogans.collect import SURVEY, survey
from slogans.concordance import ConcordanceDirective, FillConcordance
from slogans.domain import SloganDomain, domain_of
from slogans.exports import FillDownloads, downloads, write_downloads
from slogans.files import page_data, write_page_data
from slogans.labels import HoistLabels
from slogans.languages import NameLanguages
from slogans.outdated import downloads_are_current, pages_to_write, remember
from slogans.resolve import CompleteEntries, LinkMentions
from slogans.statistics import FillStatistics, StatisticsDirective

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def _add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load each script only where it has something to do."""
    if doctree is None or app.builder.name.startswith("epub"):
        return
    domain = domain_of(app.env)
    concordance = "slogan_concordance" in domain.data["summaries"].get(pagename, ())
    if concordance or pagename in domain.data["links"]:
        app.add_js_file("js/cards.js", loading_method="defer")
    if concordance:
        app.add_js_file("js/concordance.js", loading_method="defer")


class _DataFiles:
    """The files for download and the data of the pages, made while the pages are."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._downloads: aside.Made[dict[str, bytes]] | None = None
        self._page_data: aside.Made[dict[str, bytes]] | None = None

    def start(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Begin, once everything is read (``env-updated``)."""
        self._downloads = self._page_data = None
        if app.builder.name not in ("html", "dirhtml"):
            return
        builder, view, edition = app.builder, domain_of(env).view, app.config.edition
        self._page_data = aside.ask(app, lambda: page_data(builder, view, edition))
        if not downloads_are_current(app, view):
            self._downloads = aside.ask(app, lambda: downloads(builder, view, edition))

    def write_downloads(self, app: Sphinx) -> list[Any]:
        """Write the files for download before the page that lists them is; add no page."""
        if self._downloads is not None:
            write_downloads(app.builder, self._downloads.result())
        return []

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the data of the pages of a build that came to its end (``build-finished``)."""
        if exception is None:
            if self._page_data is not None:
                write_page_data(app.builder, self._page_data.result())
            remember(app, domain_of(app.env))
        self._downloads = self._page_data = None


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
    app.setup_extension("aside")
    app.setup_extension("sources")
    facts.add(app, SURVEY, survey)
    app.add_domain(SloganDomain)
    app.add_directive("slogan-concordance", ConcordanceDirective)
    app.add_directive("slogan-statistics", StatisticsDirective)
    app.add_transform(HoistLabels)
    app.add_transform(NameLanguages)
    for transform in (
        LinkMentions,
        CompleteEntries,
        FillConcordance,
        FillStatistics,
        FillDownloads,
    ):
        app.add_post_transform(transform)
    for node, visit, depart in (
        (nodes.slogan_mention, html.visit_mention, html.depart_mention),
        (nodes.slogan_index, html.visit_index, html.depart_index),
        (nodes.slogan_head, html.visit_head, html.depart_head),
        (nodes.slogan_concordance, html.visit_concordance, html.depart_concordance),
    ):
        app.add_node(node, html=(visit, depart))
    left_out = (html.skip, None)
    app.add_node(
        nodes.slogan_uses,
        html=(html.visit_uses, None),
        text=left_out,
        latex=left_out,
        man=left_out,
        texinfo=left_out,
    )
    app.add_css_file("css/slogans.css")
    app.connect("env-updated", pages_to_write)
    app.connect("html-page-context", _add_scripts)
    files = _DataFiles()
    app.connect("env-updated", files.start, priority=900)
    app.connect("html-collect-pages", files.write_downloads, priority=400)
    app.connect("build-finished", files.finish)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
