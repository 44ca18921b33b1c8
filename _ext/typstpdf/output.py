"""Pieces of Typst source, and the labels that tie them together.

A link may be written before its target is, and which mentions need a label is known only when
their paragraph has been read to its end. So a translator puts :class:`Link`, :class:`Use` and
:class:`Words` objects between its strings, and :meth:`Labels.joined` settles them when all
documents have been translated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from typstpdf.escape import string


class Link(NamedTuple):
    """The opening of a link inside the book; what follows is its text and a ``]``."""

    docname: str
    anchor: str  #: an id, or empty for the document itself
    place: str  #: where the link stands, for a message
    paged: bool = False  #: print the page number of the target after the text
    mention: bool = False  #: of a slogan in running text: may be given up in a long book


class BlockEnd(NamedTuple):
    """The end of a paragraph, for links that name the pages it stands on."""

    label: str  #: of the paragraph


class MentionEnd(NamedTuple):
    """The end of a mention's link: nothing where its beginning has become nothing."""


class Use(NamedTuple):
    """The place of a mention, for the pages of its entry."""

    entry: str  #: address of the entry
    number: int  #: which of its mentions, from 1


class Words(NamedTuple):
    """Text. Neighbours become one literal: each literal costs Typst an element of its own."""

    text: str


Piece = str | Link | BlockEnd | MentionEnd | Use | Words

#: So many mentions are links; in a book with more, none is. A link to a label makes Typst set its
#: paragraph again when it knows where the label is, and keep both: 7,700 links in a book of 1,508
#: pages take 0.5 GB, 16,000 in one of 3,304 pages 1.2 GB, which is more than 2 GB in all
#: (benchmarks/pdf.py). The glossary's pages lead to the mentions all the same.
LINKED_MENTIONS = 8000


@dataclass
class Labels:
    """All labels of the book. Ids that only one document has are labels as they are.

    An id that a second document has too (docutils numbers some by place) gets the name of its
    document before it, so that stable ids stay what they are.
    """

    _names: dict[tuple[str, str], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _heads: dict[str, str] = field(default_factory=dict)
    missing: list[Link] = field(default_factory=list)

    def claim(self, docname: str, anchor: str) -> str:
        """Return the label for the id ``anchor`` of ``docname``, new or known."""
        key = (docname, anchor)
        if key not in self._names:
            name = anchor if anchor not in self._taken else f"{docname}/{anchor}"
            self._names[key] = name
            self._taken.add(name)
        return self._names[key]

    def head(self, docname: str, label: str) -> None:
        """Remember ``label`` as the one a link to the whole document leads to."""
        self._heads[docname] = label

    def known(self, anchor: str) -> str:
        """Return the label named exactly ``anchor``, or an empty string."""
        return anchor if anchor in self._taken else ""

    def find(self, link: Link) -> str | None:
        """Return the label a link leads to, or ``None``."""
        if link.anchor:
            return self._names.get((link.docname, link.anchor))
        return self._heads.get(link.docname)

    def joined(self, pieces: Iterable[Piece], uses: Mapping[str, Collection[int]]) -> str:
        """Return the source.

        Links without a target become plain text and go to ``missing``. Of the mentions only those
        whose numbers ``uses`` has for their entry get a label, and of the ends of paragraphs those
        whose pages are printed: a label that nothing looks for costs memory all the same.
        """
        out: list[str] = []
        words: list[str] = []
        wanted = {entry: frozenset(numbers) for entry, numbers in uses.items()}
        pieces = list(pieces)
        mentions = sum(1 for piece in pieces if isinstance(piece, Link) and piece.mention)
        linked = mentions <= LINKED_MENTIONS
        ending = {piece.label for piece in pieces if isinstance(piece, BlockEnd)}
        ending &= {self.find(piece) for piece in pieces if isinstance(piece, Link) and piece.paged}
        for piece in pieces:
            if isinstance(piece, Words):
                words.append(piece.text)
                continue
            if isinstance(piece, Link):
                source = "" if piece.mention and not linked else self._opened(piece, ending)
            elif isinstance(piece, BlockEnd):
                source = f"#mark({string(end_label(piece.label))})" if piece.label in ending else ""
            elif isinstance(piece, MentionEnd):
                source = "]" if linked else ""
            elif isinstance(piece, Use):
                found = piece.number in wanted.get(piece.entry, ())
                source = f"#mark({string(use_label(*piece))})" if found else ""
            else:
                source = piece
            if source:
                out += [_literal(words), source]
                words.clear()
        out.append(_literal(words))
        return "".join(out)

    def _opened(self, link: Link, ending: Collection[str]) -> str:
        """Return the opening of a link; ``ending`` has the labels whose end has one too."""
        label = self.find(link)
        if label is None:
            self.missing.append(link)
            return "#["
        if not link.paged:
            return f"#to({string(label)})["
        end = f", end: {string(end_label(label))}" if label in ending else ""
        return f"#to-page({string(label)}{end})["


def end_label(label: str) -> str:
    """Return the label of the end of the paragraph that has ``label``."""
    return f"{label}/end"


def use_label(entry: str, number: int) -> str:
    """Return the label of an entry's mention. ``page-runs`` in the template makes the same."""
    return f"use/{entry}/{number}"


def _literal(words: list[str]) -> str:
    return "#" + string("".join(words)) if words else ""
