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

from slogans import html, nodes
from slogans.concordance import ConcordanceDirective, FillConcordance
from slogans.domain import SloganDomain, domain_of
from slogans.exports import FillDownloads, write_downloads
from slogans.files import write_page_data
from slogans.labels import HoistLabels
from slogans.languages import NameLanguages
from slogans.outdated import downloads_are_current, pages_to_write, remember
from slogans.resolve import CompleteEntries, LinkMentions
from slogans.statistics import FillStatistics, StatisticsDirective

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
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


def _write_downloads(app: Sphinx) -> list[Any]:
    """Write the files for download before the page that lists them is; add no page."""
    if app.builder.name in ("html", "dirhtml"):
        view = domain_of(app.env).view
        if not downloads_are_current(app, view):
            write_downloads(app.builder, view, app.config.edition)
    return []


def _finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the data files of a build that came to its end."""
    if exception is not None:
        return
    domain = domain_of(app.env)
    if app.builder.name in ("html", "dirhtml"):
        write_page_data(app.builder, domain.view, app.config.edition)
    remember(app, domain)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
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
    app.connect("html-collect-pages", _write_downloads, priority=400)
    app.connect("build-finished", _finish)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
