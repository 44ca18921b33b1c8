"""What the search knows of a document: plain tuples, for they live in Sphinx's environment."""

from __future__ import annotations

from typing import NamedTuple

#: The kinds of block. Their letters travel to the browser (search-index.js).
PARAGRAPH = "p"
HEADING = "h"  # headings, and the subtitles and bylines that stand with them
NOTE = "n"
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
