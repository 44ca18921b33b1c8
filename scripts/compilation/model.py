"""The book as plain data: what every stage of the converter takes and gives.

All classes are frozen and slotted, those of which a book has most are plain tuples; a stage that
changes something returns new objects (``replace``).  This module imports nothing of
ours.

Offsets
    *Source offsets* (``start``, ``end``, ``Edit.offset``) count characters of the decoded
    source (``decode.Decoded.text``), from 0, end exclusive.
    *Text offsets* (``Note.start``, ``Mention.start`` …) count characters of the text of the
    block, title or piece they belong to.

The promise that nothing is lost
    Every piece of text in a book is a :class:`Text` (or a :class:`Block`, which has the same
    three fields).  The pieces in order of their source offsets, joined by one line feed each,
    are the *edited text*; the edited text with ``Book.edits`` undone is the decoded source,
    character for character (``tracking.restore`` does it, ``convert.py --check`` proves it).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

#: Version of the JSON form of the model; raised when a field changes its meaning or goes.
SCHEMA_VERSION = 1

BlockKind = Literal["heading", "paragraph", "list-item", "salutation", "closing", "note"]
Certainty = Literal["certain", "probable", "doubtful"]


class Edit(NamedTuple):
    """One change from the decoded source to the edited text.

    ``old`` stands in the source at ``offset`` (it is empty for an insertion) and ``new``
    stands in its place.  ``rule`` is the name of a rule (``rules.RULES`` explains each);
    ``reason`` is filled where an editor gave one.
    """

    offset: int
    old: str
    new: str
    rule: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An emended or doubtful place in a block, a title or a line of a byline.

    ``start`` and ``end`` are text offsets of the lemma, the reading that stands in the text.
    ``other`` is the reading that does not: the source's for an emended place, the conjecture
    for a doubtful one (empty when the editor only remarks on the place).  ``verbatim`` says that no
    edition converts ``other``, nor what ``reason`` quotes.
    """

    id: str
    start: int
    end: int
    other: str
    certainty: Certainty
    reason: str
    verbatim: bool = False


class Text(NamedTuple):
    """A piece of edited text and the span of the decoded source that it stands for.

    ``notes`` are those of a line of a subtitle or byline; a title, which may be printed over
    several pieces, has its notes at its chapter or work.
    """

    text: str
    start: int
    end: int
    notes: tuple[Note, ...] = ()


class Mention(NamedTuple):
    """A slogan used in a block: text offsets and the term of its glossary entry."""

    start: int
    end: int
    term: str


class Block(NamedTuple):
    """A paragraph, heading, list item, salutation, closing or note of a work.

    ``id`` is the address (``e02b-p7``).  ``level`` is the depth of a heading or of a run-in
    heading, from 1; 0 elsewhere.  ``run_in`` is the number of characters at the start of the
    text that are a run-in heading, its closing punctuation not counted; 0 when there is none.
    ``line`` is the line of the source file where the block begins, from 1.
    """

    kind: BlockKind
    id: str
    text: str
    start: int
    end: int
    line: int
    level: int = 0
    run_in: int = 0
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """One text with a title and, mostly, an author of its own; a chapter holds one or more.

    ``title_text`` is empty where the title is that of the chapter's header.  ``byline`` has
    the signatures and datelines as printed; ``authors``, ``affiliation`` and ``date``
    (ISO 8601, as exact as the source has it: ``2010``, ``2010-12`` or ``2010-12-07``; empty
    when there is none) are what they say.  ``title_notes`` count characters of the title.
    """

    id: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    affiliation: str
    date: str
    blocks: tuple[Block, ...]
    title_text: tuple[Text, ...] = ()
    subtitle_text: tuple[Text, ...] = ()
    byline: tuple[Text, ...] = ()
    title_notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A 篇: ``number`` is its ordinal in the file, ``marker`` what is printed (``第二篇``).

    ``marker`` is empty where the source has no header (a single essay).  ``header`` has the
    pieces of the header as printed: the marker and the lines of the title.  ``title_notes`` are
    those of a title that stands in the header, ``marker_notes`` those of the marker.
    """

    id: str
    number: int
    marker: str
    title: str
    works: tuple[Work, ...]
    line: int
    header: tuple[Text, ...] = ()
    title_notes: tuple[Note, ...] = ()
    marker_notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A compilation: the text before the first header, the chapters, and all edits."""

    front: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    edits: Collection[Edit]

    def works(self) -> Iterator[tuple[Chapter, Work]]:
        """Give each work with its chapter, in the order of the source."""
        for chapter in self.chapters:
            for work in chapter.works:
                yield chapter, work

    def blocks(self) -> Iterator[Block]:
        """Give all blocks of the chapters in the order of the source (not the front)."""
        for _, work in self.works():
            yield from work.blocks
