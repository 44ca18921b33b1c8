"""The passages of a chapter that an editor can emend: its blocks, and what stands over them.

A passage is what is printed in one place: a block, a title (its lines put together), a line of a
subtitle or byline, the marker of a chapter.  Each has an id by which an entry of
editorial/emendations.yaml may name it: a block its own (``e02b-p7``), the others that of their
work or chapter and their kind (``e02b-title``, ``e02b-subtitle``, ``e02b-byline``,
``e02-marker``).  The title of a chapter is that of its first work where one heading is printed
for both; else it is ``e02-title``.

:func:`rebuilt` puts changed passages back: what a byline says (authors, affiliation, date) is read
anew from it, so that no page names an author as the source misspells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from . import byline
from .model import Block, Chapter, Note, Text, Work

TITLE, SUBTITLE, BYLINE, MARKER = "title", "subtitle", "byline", "marker"
#: What owns the blocks before the first header.
FRONT = "front"

#: Dashes that stand in front of a subtitle in the source and are not printed.
_DASHES = "—-－―"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is printed in one place.

    ``pieces`` are what it is made of, their texts one behind the other being ``text``, but for
    ``lead`` characters in front that are not printed; ``works`` are the works it belongs to,
    ``owner`` the work or chapter that its notes are numbered in, ``alias`` another id it has.
    """

    id: str
    text: str
    pieces: tuple[Text, ...]
    owner: str
    works: tuple[str, ...]
    alias: str = ""
    notes: tuple[Note, ...] = ()
    lead: int = 0

    @property
    def kind(self) -> str:
        """What it is: one of the kinds above, or that of a block's address (``p7``)."""
        return self.id.rpartition("-")[2]

    def quoted(self, value: str) -> str:
        """Give what an editor quotes of it without what is not printed of it."""
        return shown(value) if self.lead else value


def shown(line: str) -> str:
    """Give a line of a subtitle as it is printed: without the dashes in front of it."""
    return line.lstrip(_DASHES)


def printed_subtitle(lines: Sequence[Text]) -> tuple[str, tuple[Note, ...]]:
    """Give a subtitle as it is printed, and the notes of its lines in its own text offsets."""
    parts: list[str] = []
    notes: list[Note] = []
    position = 0
    for line in lines:
        part = shown(line.text)
        by = position - (len(line.text) - len(part))
        notes += [replace(note, start=note.start + by, end=note.end + by) for note in line.notes]
        parts.append(part)
        position += len(part) + 1
    return "　".join(parts), tuple(notes)


def opens_chapter(chapter: Chapter) -> bool:
    """Say whether one title heads a chapter and its first work.

    So where the work has no title in the text but the chapter's: printed over the work once more,
    the same words would stand twice in a row, which no edition does and the account of the text
    does not know of.  And where it is the only one and the header has no title.
    """
    first = chapter.works[0]
    if not first.title_text:
        return first.title in ("", chapter.title) or len(chapter.works) == 1
    return len(chapter.works) == 1 and not header_title(chapter)


def header_title(chapter: Chapter) -> tuple[Text, ...]:
    """Give the pieces of a chapter's title that stand in its header."""
    marker = _marker(chapter)
    return tuple(piece for piece in chapter.header if piece is not marker)


def _marker(chapter: Chapter) -> Text | None:
    if not chapter.marker:
        return None
    return next((piece for piece in chapter.header if piece.text == chapter.marker), None)


def _own_title(work: Work) -> tuple[Text, ...]:
    """Give the pieces of a work's own title, without the mark in front of it ((一), 之一)."""
    for first in (0, 1):
        if "".join(piece.text for piece in work.title_text[first:]) == work.title:
            return work.title_text[first:]
    return ()


def of(chapter: Chapter) -> Iterator[Passage]:
    """Give the passages of a chapter as they follow each other on its page."""
    first = chapter.works[0].id
    opens = opens_chapter(chapter)
    if marker := _marker(chapter):
        name = f"{chapter.id}-{MARKER}"
        yield Passage(name, marker.text, (marker,), name, (), notes=chapter.marker_notes)
    pieces = header_title(chapter)
    if pieces and "".join(piece.text for piece in pieces) == chapter.title:
        alias = f"{chapter.id}-{TITLE}"
        owner = first if opens else chapter.id
        yield Passage(
            f"{owner}-{TITLE}",
            chapter.title,
            pieces,
            owner,
            (first,) if opens else (),
            alias,
            chapter.title_notes,
        )
    for work in chapter.works:
        alone = opens and work.id == first and not pieces
        yield from _of_work(work, f"{chapter.id}-{TITLE}" if alone else "")


def _of_work(work: Work, alias: str) -> Iterator[Passage]:
    if pieces := _own_title(work):
        yield Passage(
            f"{work.id}-{TITLE}",
            work.title,
            pieces,
            work.id,
            (work.id,),
            alias,
            work.title_notes,
        )
    for kind, lines in ((SUBTITLE, work.subtitle_text), (BYLINE, work.byline)):
        for line in lines:
            text = shown(line.text) if kind == SUBTITLE else line.text
            yield Passage(
                f"{work.id}-{kind}",
                text,
                (line,),
                work.id,
                (work.id,),
                notes=line.notes,
                lead=len(line.text) - len(text),
            )
    for block in work.blocks:
        yield of_block(block, work.id)


def of_block(block: Block, owner: str) -> Passage:
    """Give a block as a passage; ``owner`` is its work, or ``front``."""
    piece = Text(block.text, block.start, block.end)
    return Passage(block.id, block.text, (piece,), owner, (owner,), notes=block.notes)


def rebuilt(chapter: Chapter, changed: Mapping[int, Passage]) -> Chapter:
    """Give the chapter with other passages; ``changed`` has them by the source offset they have.

    The blocks are not looked at: only what stands over them.
    """

    def exchanged(pieces: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(
            replace(new, notes=()) if (new := _piece(changed, old)) else old for old in pieces
        )

    marker, title = _marker(chapter), header_title(chapter)
    header = exchanged(chapter.header)
    works = [_work(work, changed) for work in chapter.works]
    first, was = works[0], chapter.works[0]
    result = replace(chapter, header=header)
    if marker and marker.start in changed:
        passage = changed[marker.start]
        result = replace(result, marker=passage.text, marker_notes=passage.notes)
    if title and title[0].start in changed:
        passage = changed[title[0].start]
        result = replace(result, title=passage.text, title_notes=passage.notes)
        if was.title == chapter.title and not was.title_text:
            works[0] = _renamed(first, was.title, passage.text)
    elif not title and first.title != was.title and chapter.title == was.title:
        result = replace(result, title=first.title)
    return replace(result, works=tuple(works))


def _piece(changed: Mapping[int, Passage], old: Text) -> Text | None:
    """Give what a piece has become, or None where it has not changed."""
    for passage in changed.values():
        for piece in passage.pieces:
            if piece.start == old.start and piece.end == old.end:
                return piece
    return None


def _work(work: Work, changed: Mapping[int, Passage]) -> Work:
    """Put the passages over a work's blocks back."""
    pieces = {**{p.start: p for p in work.subtitle_text}, **{p.start: p for p in work.byline}}
    title = _own_title(work)
    result = work
    if any(start in changed for start in pieces):

        def lines(old: tuple[Text, ...]) -> tuple[Text, ...]:
            return tuple(
                replace(_piece(changed, line) or line, notes=changed[line.start].notes)
                if line.start in changed
                else line
                for line in old
            )

        below = lines(work.subtitle_text)
        signed = lines(work.byline)
        result = replace(result, subtitle_text=below, byline=signed)
        result = replace(result, subtitle=printed_subtitle(below)[0])
        result = _signed(work, result)
    if title and title[0].start in changed:
        passage = changed[title[0].start]
        titles = tuple(
            replace(new, notes=()) if (new := _piece(changed, old)) else old
            for old in work.title_text
        )
        result = _renamed(
            replace(result, title_text=titles, title_notes=passage.notes), work.title, passage.text
        )
    return result


def _signed(before: Work, after: Work) -> Work:
    """Read a byline anew where its text has changed; what it did not say stays as it was."""

    def read(work: Work) -> byline.Byline:
        found = byline.read([line.text for line in work.byline])
        dates = (byline.read([line.text]).date for line in work.subtitle_text)
        day = next((iso for iso in dates if len(iso) > len("2010")), "")
        return found if found.date else found._replace(date=day)

    was, now = read(before), read(after)
    return replace(
        after,
        authors=now.authors if was.authors != now.authors else before.authors,
        affiliation=now.affiliation if was.affiliation != now.affiliation else before.affiliation,
        date=now.date if was.date != now.date else before.date,
    )


def _renamed(work: Work, old: str, new: str) -> Work:
    """Give a work another title; where that is a person, its author is that person."""
    work = replace(work, title=new)
    person = byline.person_as_title(old, True)
    if person and work.authors == person.authors:
        now = byline.person_as_title(new, True)
        if now and now.authors:
            return replace(
                work,
                authors=now.authors,
                affiliation=now.affiliation
                if work.affiliation == person.affiliation
                else work.affiliation,
            )
    return work
