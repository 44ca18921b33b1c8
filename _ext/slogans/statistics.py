"""``{slogan-statistics}``: slogans by works as a shaded table, and slogans that go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import interface
from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from slogans.cooccurrence import LEAST, pairs
from slogans.domain import domain_of
from slogans.nodes import slogan_statistics
from slogans.resolve import entry_reference
from slogans.tables import cell, head, table

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from slogans.domain import View

#: More columns than this do not fit a page of the PDF; then works are merged into groups.
MAX_COLUMNS = 12
#: More rows than this nobody reads; then the slogans used least are left to the data files.
MAX_ROWS = 100
#: Pairs listed.
MAX_PAIRS = 40
#: Darkest class of shading, ``heat-5``.
MAX_HEAT = 5

#: The mark of a chapter: 第三篇, 第十二讲.
_MARK = re.compile("第.+(.)")


class Column(NamedTuple):
    """One column of the table: a work, or a run of chapters."""

    title: str
    docname: str  #: where its heading leads
    anchor: str
    works: frozenset[str]


class StatisticsDirective(SphinxDirective):
    """Mark the place of the statistics."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the mark; it is filled when all chapters are read."""
        return [slogan_statistics()]


def columns(view: View, edition: str) -> list[Column]:
    """Return the columns: one a work, or at most :data:`MAX_COLUMNS` equal runs of chapters."""
    used = {m.work or m.docname: m.docname for m in view.mentions}
    works = {w: (title, doc) for w, (title, doc) in view.works.items()}
    works.update((w, (w, doc)) for w, doc in used.items() if w not in works)
    if len(works) <= MAX_COLUMNS:
        return [
            Column(view.name(doc, work, edition), doc, work, frozenset([work]))
            for work, (_, doc) in works.items()
        ]
    chapters: dict[str, set[str]] = defaultdict(set)
    for work, (_, doc) in works.items():
        chapters[doc].add(work)
    order = {doc: n for n, doc in enumerate(view.reading_order)}
    docs = sorted(chapters, key=lambda d: (order.get(d, len(order)), d))
    return [
        Column(
            _named(view, docs, first, last, edition),
            docs[first],
            "",
            frozenset().union(*(chapters[d] for d in docs[first:last])),
        )
        for first, last in runs(len(docs), MAX_COLUMNS)
    ]


def _named(view: View, docs: Sequence[str], first: int, last: int, edition: str) -> str:
    """Return what to call chapters ``first`` to ``last``, in the word that the book has for them.

    One alone is called by its own mark, or by its title.
    """
    names = [view.name(doc, "", edition) for doc in docs[first:last]]
    if len(names) == 1:
        return names[0]
    units = {found[1] if (found := _MARK.fullmatch(name)) else "" for name in names}
    unit = units.pop() if len(units) == 1 else ""
    return interface.text(
        edition,
        "slogans-statistics-range",
        first=first + 1,
        last=last,
        unit=unit or interface.text(edition, "slogans-statistics-unit"),
    )


def runs(length: int, parts: int) -> list[tuple[int, int]]:
    """Cut ``range(length)`` into at most ``parts`` runs whose lengths differ by one at most."""
    parts = min(length, parts)
    edges = [round(n * length / parts) for n in range(parts + 1)]
    return list(pairwise(edges))


def heat(count: int, most: int) -> str:
    """Return the class of shading of a cell: ``heat-0`` for none, ``heat-5`` for the most.

    By the square root, so that a few very frequent slogans leave the others their differences.
    """
    if not count:
        return "heat-0"
    return f"heat-{max(1, round(MAX_HEAT * (count / most) ** 0.5))}"


class FillStatistics(SphinxPostTransform):
    """Put the tables where the directive stood."""

    default_priority = 20

    def run(self, **kwargs: object) -> None:
        """Replace the marks of this document."""
        for mark in domain_of(self.env).marks(self.document, slogan_statistics):
            mark.replace_self(self._content())

    def _content(self) -> list[nodes.Node]:
        view = domain_of(self.env).view
        edition = self.config.edition
        if not view.mentions:
            return [_sentence(edition, "slogans-statistics-none")]
        return [*self._frequencies(view, edition), *self._together(view, edition)]

    def _frequencies(self, view: View, edition: str) -> list[nodes.Node]:
        heads = columns(view, edition)
        of_work = {work: n for n, column in enumerate(heads) for work in column.works}
        counts = {key: [0] * len(heads) for key in view.entries}
        for m in view.mentions:
            counts[m.key][of_work[m.work or m.docname]] += 1
        used = sorted((k for k in counts if any(counts[k])), key=lambda k: -sum(counts[k]))
        total = len(used)
        used = used[:MAX_ROWS]
        most = max(max(counts[key]) for key in used)
        rows = [self._row(view, key, counts[key], most) for key in used]
        rows.append(self._totals([sum(c[n] for c in counts.values()) for n in range(len(heads))]))
        content: list[nodes.Node] = []
        if len(heads) < len(of_work):
            values = {"works": len(of_work), "columns": len(heads)}
            content.append(_sentence(edition, "slogans-statistics-merged", **values))
        if len(used) < total:
            values = {"entries": total, "rows": len(used)}
            content.append(_sentence(edition, "slogans-statistics-cut", **values))
        titles: list[nodes.Node | str] = [
            # Sums come first: on a narrow screen the last columns are out of sight.
            *(interface.text(edition, f"slogans-statistics-{name}") for name in ("term", "total")),
            *map(self._column_link, heads),
        ]
        content.append(_sentence(edition, "slogans-statistics-made", most=most))
        caption = interface.text(edition, "slogans-statistics-caption")
        widths = [6, 2, *([2] * len(heads))]
        made = table(caption, titles, rows, widths, ["slogan-heat"])
        made["totals"] = True
        return [*content, made]

    def _row(self, view: View, key: str, counts: list[int], most: int) -> Sequence[nodes.entry]:
        return [
            head(self._link(view, key), "row"),
            cell(sum(counts), ["total"]),
            *(cell(count, [heat(count, most)]) for count in counts),
        ]

    def _totals(self, counts: list[int]) -> Sequence[nodes.entry]:
        title = interface.text(self.config.edition, "slogans-statistics-total")
        return [head(title, "row"), *(cell(n, ["total"]) for n in (sum(counts), *counts))]

    def _together(self, view: View, edition: str) -> list[nodes.Node]:
        blocks, found = pairs(view)
        if not found:
            return []
        titles = [
            interface.text(edition, f"slogans-together-{name}")
            for name in ("first", "second", "g2", "blocks", "expected", "works")
        ]
        rows = [
            [
                head(self._link(view, pair.first), "row"),
                cell(self._link(view, pair.second)),
                cell(f"{pair.g2:.1f}", ["total"]),
                cell(pair.blocks, ["total"]),
                cell(f"{pair.expected:.1f}", ["total"]),
                cell(pair.works, ["total"]),
            ]
            for pair in found[:MAX_PAIRS]
        ]
        caption = interface.text(edition, "slogans-together-caption")
        content: list[nodes.Node] = [
            _sentence(edition, "slogans-together-made", blocks=blocks, least=LEAST),
            table(caption, titles, rows, [5, 5, 2, 2, 2, 2], ["slogan-together"]),
        ]
        if len(found) > MAX_PAIRS:
            content.insert(
                1,
                _sentence(edition, "slogans-together-cut", rows=MAX_PAIRS, pairs=len(found)),
            )
        return content

    def _link(self, view: View, key: str) -> nodes.Node:
        here = self.env.current_document.docname
        return entry_reference(self.env._app.builder, here, view.entries[key])

    def _column_link(self, column: Column) -> nodes.Node:
        return place_reference(
            self.env, self.env.current_document.docname, column.docname, column.anchor, column.title
        )


def place_reference(
    env: BuildEnvironment, here: str, docname: str, anchor: str, text: str
) -> nodes.reference:
    """Return a link from ``here`` to ``anchor`` (may be empty) in ``docname``."""
    uri = env._app.builder.get_relative_uri(here, docname)
    link = nodes.reference("", "", nodes.Text(text), internal=True)
    link["refuri"] = f"{uri}#{anchor}" if anchor else uri
    return link


def _sentence(edition: str, key: str, **values: object) -> nodes.paragraph:
    return nodes.paragraph("", interface.text(edition, key, **values))
