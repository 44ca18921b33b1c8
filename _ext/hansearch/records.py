"""What the search knows of a document.

Sphinx's environment holds it as one string: a thousand chapters are a hundred thousand strings,
which each build would read and write again for the sake of one chapter.
"""

from __future__ import annotations

import json
from typing import NamedTuple

#: The kinds of block. Their letters travel to the browser (search-index.js).
PARAGRAPH = "p"
HEADING = "h"  # headings, and the subtitles and bylines that stand with them
NOTE = "n"
SOURCE = "s"  # sentences as the source has them, of the block before, where it is emended
TERM = "t"  # a glossary entry's term, reading and variants
ENTRY = "g"  # the rest of a glossary entry


class Block(NamedTuple):
    """The smallest thing that a search finds: a paragraph, a heading, a note …"""

    kind: str
    anchor: str  # the id it has in the page
    heading: str  # the headings it stands under, below the chapter's own title
    text: str  # as the edition prints it; parts, where there are several, joined by SEPARATOR


class Document(NamedTuple):
    """One page's share of the search."""

    order: int  # the chapter's place in the book
    marker: str  # 第二篇; empty for a glossary
    title: str
    blocks: list[Block]


class Kept(NamedTuple):
    """A document as the environment keeps it."""

    order: int
    characters: int  # of its texts
    written: str  # the document as JSON

    def open(self) -> Document:
        """Return the document."""
        order, marker, title, blocks = json.loads(self.written)
        return Document(order, marker, title, [Block._make(block) for block in blocks])


def keep(document: Document) -> Kept:
    """Return ``document`` as the environment keeps it."""
    characters = sum(len(block.text) for block in document.blocks)
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Kept(document.order, characters, written)
