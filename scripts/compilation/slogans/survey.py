"""Candidates of whole source files, each with the places where it stands in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import parse
from ..model import Block, Book, Edit
from ..problems import Places
from ..text.folding import fold
from .candidates import Candidate, candidates, wide
from .entries import Glossary


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: file, line and column (from 1), and the block in its book."""

    file: str
    line: int
    column: int
    block: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A candidate, its places in the order of the sources, and where each member first stands."""

    candidate: Candidate
    places: tuple[Place, ...]
    members: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A compilation to look through: the name of its file and its decoded text, parsed."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    edits: tuple[Edit, ...]


def source(name: str, text: str) -> Source:
    """Parse the decoded text of the file `name`, as the converter does, but emend nothing."""
    outline = parse.outline(text)
    spans = [*([outline.front] if outline.front else []), *outline.chapters]
    parsed = [
        (parse.chapter if span.number else parse.front)(text[span.start : span.end], span)
        for span in spans
    ]
    chapters = tuple(part.chapter for part in parsed if part.chapter)
    front = tuple(block for part in parsed for block in part.front)
    edits = tuple(edit for part in parsed for edit in part.edits)
    book = Book(front, chapters, edits)
    return Source(name, text, (*front, *book.blocks()), edits)


def survey(sources: Sequence[Source], glossary: Glossary | None = None) -> list[Finding]:
    """Give the candidates of `sources` taken together, best first.

    What `glossary` has as an entry, a variant or a rejected phrase is left out.
    """
    known: set[str] = set()
    if glossary:
        known = {*glossary.by_form, *(item.phrase for item in glossary.rejected)}
    blocks = [(source, block) for source in sources for block in source.blocks]
    starts, length = [], 0
    for _, block in blocks:
        starts.append(length)
        length += len(block.text) + 1
    text = "\n".join(block.text for _, block in blocks)
    plain = wide(fold(text))
    lines = {source.name: Places(source.text) for source in sources}

    def place(offset: int) -> Place:
        index = bisect_right(starts, offset) - 1
        source, block = blocks[index]
        at = source_offset(block, source.edits, offset - starts[index])
        return Place(source.name, *lines[source.name].of(at), block.id)

    def finding(candidate: Candidate) -> Finding:
        places = tuple(map(place, candidate.offsets))
        starts_of = [(plain.index(member), len(member)) for member in candidate.members]
        members = tuple((text[at : at + size], place(at)) for at, size in starts_of)
        at = candidate.offsets[0]
        own = text[at : at + len(candidate.text)]  # in the script of the source
        return Finding(replace(candidate, text=own), places, members)

    return [finding(one) for one in candidates(plain, map(fold, known))]


def source_offset(block: Block, edits: Sequence[Edit], at: int) -> int:
    """Give the offset in the decoded source of the character `at` of a block's text.

    `edits` are those of the book, in the order of the source. Inside what an edit put in, the
    place is where the edit stands.
    """
    source, text = block.start, 0
    low = bisect_left(edits, block.start, key=lambda edit: edit.offset)
    for index in range(low, len(edits)):
        edit = edits[index]
        ahead = edit.offset - source
        if edit.offset >= block.end or at < text + ahead:
            break
        text += ahead
        if at < text + len(edit.new):
            return edit.offset
        text += len(edit.new)
        source = edit.offset + len(edit.old)
    return source + at - text
