"""Pieces of Typst source, and the labels that tie them together.

A link may be written before its target is. So a translator puts :class:`Link` objects between
its strings, and :meth:`Labels.joined` settles them when all documents have been translated.
"""

from __future__ import annotations

from collections.abc import Iterable
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


Piece = str | Link

#: So many mentions are links; in a book with more, none is. A link to a label makes Typst set its
#: paragraph twice and keep both: 1,000 chapters with 26,000 links took 7.8 GB, without 5.2 GB
#: (benchmarks/pdf.py). The glossary's pages still lead to every mention.
LINKED_MENTIONS = 3000


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

    def joined(self, pieces: Iterable[Piece]) -> str:
        """Return the source; links without a target become plain text and go to ``missing``."""
        out: list[str] = []
        pieces = list(pieces)
        mentions = sum(1 for piece in pieces if isinstance(piece, Link) and piece.mention)
        for piece in pieces:
            if isinstance(piece, str):
                out.append(piece)
                continue
            label = self.find(piece)
            if label is None:
                self.missing.append(piece)
                out.append("#[")
            elif piece.mention and mentions > LINKED_MENTIONS:
                out.append("#[")
            else:
                out.append(f"#{'to-page' if piece.paged else 'to'}({string(label)})[")
        return "".join(out)
