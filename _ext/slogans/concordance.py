"""``{slogan-concordance}``: every use of every slogan, as keyword in context.

HTML gets the place that ``concordance.js`` fills from the data files, and for readers without
scripts the number of uses of each slogan with links to the entries, which list them. Paged forms
get the lines themselves, sorted by what follows, which brings like phrases together; that is
another view than the entries have, where the lines stand in the order of the book.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import interface
from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from slogans.domain import domain_of
from slogans.nodes import slogan_concordance, slogan_downloads
from slogans.order import index_groups, text_key
from slogans.resolve import entry_index, entry_reference
from slogans.statistics import place_reference
from slogans.tables import cell, head, table

if TYPE_CHECKING:
    from slogans.domain import View
    from slogans.model import Entry, Mention

#: A paged form prints at most about so many lines; a longer book prints fewer for each slogan.
PRINTED_LINES = 2000

#: Marks that end no line, and marks that begin none.
_OPENING, _CLOSING = "“‘（《〈「『", "，。、；：！？”’）》〉」』"


class ConcordanceDirective(SphinxDirective):
    """Mark the place of the concordance."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the marks; they are filled when all chapters are read."""
        return [slogan_concordance(), slogan_downloads()]


class FillConcordance(SphinxPostTransform):
    """Put the concordance where the directive stood."""

    default_priority = 20

    def run(self, **kwargs: object) -> None:
        """Replace or fill the marks of this document."""
        for mark in domain_of(self.env).marks(self.document, slogan_concordance):
            if not domain_of(self.env).view.mentions:
                mark.replace_self(self._sentence("slogans-statistics-none"))
            elif self.env._app.builder.format == "html" and not self._paged:
                mark.extend(self._static())
            else:
                mark.replace_self(self._printed())

    @property
    def _paged(self) -> bool:
        return self.env._app.builder.name.startswith("epub")

    def _sentence(self, key: str, **values: object) -> nodes.paragraph:
        return nodes.paragraph("", interface.text(self.config.edition, key, **values))

    def _static(self) -> list[nodes.Node]:
        view = domain_of(self.env).view
        counts = {key: len(mentions) for key, mentions in view.by_key.items()}
        here = self.env.current_document.docname
        return [
            self._sentence("slogans-concordance-static"),
            entry_index(self.env._app.builder, here, self.config.edition, counts),
        ]

    def _printed(self) -> list[nodes.Node]:
        view = domain_of(self.env).view
        content: list[nodes.Node] = [self._sentence("slogans-concordance-print")]
        limit = len(view.mentions)
        if limit > PRINTED_LINES:
            limit = max(1, PRINTED_LINES // len(view.entries))
            content.append(
                self._sentence("slogans-concordance-cut", total=len(view.mentions), limit=limit)
            )
        rows = [
            self._row(entry, mention, number)
            for group in index_groups(self.env, self.config.edition)
            for entry in group.entries
            for number, mention in _by_what_follows(view, entry, self.config.edition)[:limit]
        ]
        names = ("before", "term", "after", "place")
        edition = self.config.edition
        content.append(
            table(
                interface.text(edition, "slogans-concordance-caption"),
                [interface.text(edition, f"slogans-concordance-{name}") for name in names],
                rows,
                [16, 7, 16, 6],
                ["slogan-kwic"],
            )
        )
        return content

    def _row(self, entry: Entry, mention: Mention, number: int) -> list[nodes.entry]:
        here = self.env.current_document.docname
        link = entry_reference(self.env._app.builder, here, entry, mention.surface)
        name = domain_of(self.env).view.place(mention, self.config.edition)
        place = place_reference(self.env, here, mention.docname, mention.block, name)
        place["use"] = (mention.docname, entry.label, number)
        before, after = mention.before, mention.after
        term: nodes.Node = link
        if self._paged:
            # In a cell of its own a mark would begin a line, or end one: it stays with the slogan.
            rest, left = after.lstrip(_CLOSING), before.rstrip(_OPENING)
            opening, closing = before[len(left) :], after[: len(after) - len(rest)]
            term = nodes.inline("", "", nodes.Text(opening), link, nodes.Text(closing))
            before, after = left, rest
        return [cell(before, ["before"]), head(term, "row"), cell(after, ["after"]), cell(place)]


def _by_what_follows(view: View, entry: Entry, edition: str) -> list[tuple[int, Mention]]:
    """Return the uses of ``entry`` by the words that follow, in the order of the index.

    Before each stands which it is of those that its document has, from 0.
    """
    counts: Counter[str] = Counter()
    numbered = []
    for mention in view.by_key[entry.key]:
        numbered.append((counts[mention.docname], mention))
        counts[mention.docname] += 1
    return sorted(numbered, key=lambda pair: text_key(pair[1].after, edition))
