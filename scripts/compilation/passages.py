"""The passages of a chapter that an editor can emend: its blocks, and what stands over them.

A passage is what is printed in one place: a block, a title (its lines put together), a line of a
subtitle or byline, the marker of a chapter.  Each has an id by which an entry of
editorial/emendations.yaml may name it: a block its own (``e02b-p7``), the others that of their
work or chapter and their kind (``e02b-title``, ``e02b-subtitle``, ``e02b-byline``,
``e02-marker``, and ``e02b-marker`` for the mark of one text of a set).  The title of a chapter is
that of its first work where one heading is printed for both; else it is ``e02-title``.

:func:`rebuilt` puts changed passages back: what a byline says (authors, affiliation, date) is read
anew from it, so that no page names an author as the source misspells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .model import Block, Chapter, Note, Text, Work
from .signatures import byline
from .signatures.persons import person_as_title, speaker
from .signatures.reading import Byline
from .text.lazy import lazy_regex
from .text.signs import is_wished

TITLE, SUBTITLE, BYLINE, MARKER = "title", "subtitle", "byline", "marker"
#: Ends of marks that need no blank before the title.
_CLOSES = "）)】〕］]》、：:"
#: What owns the blocks before the first header.
FRONT = "front"

#: What an editor is told who names a passage that the book does not have.
NAMING = (
    "段落的编号见 essays/ 里各段之前，如 e01a-p2；题目、副题、署名写作 e01a-title、"
    "e01a-subtitle、e01a-byline。"
)

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


# No date is without one of these.
_DATED = lazy_regex(r"\d|年")


def said(signed: Sequence[Text], subtitle: Sequence[Text]) -> Byline:
    """Read the lines of a byline; without a date in it, that of the subtitle counts.

    There a year alone is none: it says what the text is about.
    """
    found = byline.read([line.text for line in signed])
    if found.date:
        return found
    dates = (byline.read([line.text]).date for line in subtitle if _DATED.search(line.text))
    return found._replace(date=next((iso for iso in dates if len(iso) > len("2010")), ""))


# What a letter ends with; others who thank or ask end so too, but sign above.
_LETTER_ENDS = lazy_regex(r"此\s{0,4}致|敬\s{0,4}[礼禮]")


def signed_above_and_below(work: Work) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Give the lines of a byline that are printed over a text, and those below its end.

    Below stand those of a letter that the source has there: it has a salutation, and ends with
    此致 and 敬礼 or another wish.
    """
    closing = work.blocks[-1] if work.blocks and work.blocks[-1].kind == "closing" else None
    addressed = any(block.kind == "salutation" for block in work.blocks)
    if not (addressed and closing):
        return work.byline, ()
    wished = len(work.blocks) > 1 and is_wished(work.blocks[-2].text, closing.text)
    if not (wished or _LETTER_ENDS.match(closing.text)):
        return work.byline, ()
    over = tuple(line for line in work.byline if line.start < closing.start)
    return over, tuple(line for line in work.byline if line.start > closing.start)


def is_signed_elsewhere(work: Work) -> bool:
    """Say whether a line is printed over a text that the source has below its beginning."""
    over, _ = signed_above_and_below(work)
    return bool(work.blocks) and any(line.start > work.blocks[0].start for line in over)


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


def _mark(work: Work) -> Text | None:
    """Give the mark in front of a work's own title ((一), 之一, 第一节)."""
    own = _own_title(work)
    return work.title_text[0] if own and len(own) < len(work.title_text) else None


def heading(work: Work) -> tuple[str, tuple[Note, ...]]:
    """Give what is printed over a work that has a title of its own: its mark and its title."""
    mark = _mark(work)
    if mark is None or not mark.text:
        return work.title, work.title_notes
    lead = mark.text + ("" if mark.text[-1] in _CLOSES else "\u3000")
    by = len(lead)
    notes = (replace(n, start=n.start + by, end=n.end + by) for n in work.title_notes)
    return lead + work.title, (*mark.notes, *notes)


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
    if mark := _mark(work):
        name = f"{work.id}-{MARKER}"
        yield Passage(name, mark.text, (mark,), work.id, (work.id,), notes=mark.notes)
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

    marker, title = _marker(chapter), header_title(chapter)
    header = _exchanged(chapter.header, changed)
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
    title, mark = _own_title(work), _mark(work)
    signed = _lines(work.byline, changed)
    below = _lines(work.subtitle_text, changed)
    result = work
    if (signed, below) != (work.byline, work.subtitle_text):
        subtitle = printed_subtitle(below)[0]
        result = replace(result, subtitle_text=below, byline=signed, subtitle=subtitle)
        result = _signed(work, result)
    if mark and mark.start in changed:
        marked = _lines(work.title_text[:1], changed)
        result = replace(result, title_text=(*marked, *work.title_text[1:]))
    if title and title[0].start in changed:
        passage = changed[title[0].start]
        first = len(work.title_text) - len(title)
        titles = (*result.title_text[:first], *_exchanged(title, changed))
        result = replace(result, title_text=titles, title_notes=passage.notes)
        result = _renamed(result, work.title, passage.text)
    return result


def _exchanged(pieces: tuple[Text, ...], changed: Mapping[int, Passage]) -> tuple[Text, ...]:
    """Give pieces as they have become; their notes are kept elsewhere."""
    return tuple(new._replace(notes=()) if (new := _piece(changed, old)) else old for old in pieces)


def _lines(lines: tuple[Text, ...], changed: Mapping[int, Passage]) -> tuple[Text, ...]:
    """Give lines that are passages of their own as they have become, with their notes."""
    return tuple(
        (_piece(changed, line) or line)._replace(notes=changed[line.start].notes)
        if line.start in changed
        else line
        for line in lines
    )


def _signed(before: Work, after: Work) -> Work:
    """Read a byline anew where its text has changed; what it did not say stays as it was."""

    was, now = (said(work.byline, work.subtitle_text) for work in (before, after))
    return replace(
        after,
        authors=now.authors if was.authors != now.authors else before.authors,
        affiliation=now.affiliation if was.affiliation != now.affiliation else before.affiliation,
        date=now.date if was.date != now.date else before.date,
    )


def _renamed(work: Work, old: str, new: str) -> Work:
    """Give a work another title; where that is a person, its author is that person."""
    work = replace(work, title=new)
    person = person_as_title(old, True) or speaker(old)
    if person and work.authors == person.authors:
        now = person_as_title(new, True) or speaker(new)
        if now and now.authors:
            return replace(
                work,
                authors=now.authors,
                affiliation=now.affiliation
                if work.affiliation == person.affiliation
                else work.affiliation,
            )
    return work
