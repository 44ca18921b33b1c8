"""Accounts for every character: what is not in a piece must be in an edit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from .body.lines import Dropped
from .body.reflow import gap
from .model import Book, Edit, Text
from .problems import Code, ConversionError, Problem
from .text.edits import Edits, whole
from .text.signs import BLANK_CHARACTERS
from .text.tracking import Tracked, restore

if TYPE_CHECKING:
    from .parse import Parsed, Span

_LAYOUT = BLANK_CHARACTERS + "\n"


def account(
    source: str,
    base: int,
    start: int,
    end: int,
    pieces: Sequence[Tracked],
    dropped: Sequence[Dropped],
    last: bool,
) -> Edits:
    """Give all edits of the span ``start:end``: those in pieces and those between them.

    ``pieces`` and ``dropped`` are in source order.  After the last piece one line feed stays,
    unless the span is the ``last`` of the source.  Raises ConversionError (text-lost) when a
    character that is not blank is in neither; this is a fault of ours, never of the text.
    """
    edits: list[Collection[Edit]] = []
    position = start
    wanted = ""
    starts = [item.start for item in dropped]
    for piece in (*pieces, None):
        until = piece.start if piece else end
        inside = dropped[bisect_left(starts, position) : bisect_left(starts, until)]
        new = wanted if piece or not last else ""
        # Between most pieces stands a line feed and nothing else.
        if inside or source[position - base : until - base] != new:
            edits.append(_between(source, base, position, until, inside, new))
        if piece:
            if piece.edits:
                edits.append(piece.edits)
            position = piece.end
            wanted = "\n"
    return Edits(edits)


def _between(
    source: str, base: int, start: int, end: int, dropped: Sequence[Dropped], new: str
) -> list[Edit]:
    """Give the edits between two pieces; what they take out is blank, or was dropped."""
    found = gap(source, base, start, end, dropped, new, "layout")
    spans = {(item.start, item.end) for item in dropped}
    for edit in found:
        if not edit.old.strip(_LAYOUT):
            continue
        if (edit.offset, edit.offset + len(edit.old)) not in spans:
            raise ConversionError(
                Problem(
                    Code.TEXT_LOST,
                    f"第 {edit.offset} 个字符起的“{edit.old[:20]}”没有归入任何段落。",
                    "这是转换程序的缺陷，请连同原文报告。",
                )
            )
    return found


def pieces_of(book: Book) -> list[Text]:
    """Give every piece of text of a book, in the order of the source."""
    pieces: list[Text] = [Text(b.text, b.start, b.end) for b in book.front]
    for chapter in book.chapters:
        pieces += chapter.header
        for work in chapter.works:
            pieces += (*work.title_text, *work.subtitle_text, *work.byline)
            pieces += [Text(b.text, b.start, b.end) for b in work.blocks]
    pieces.sort(key=attrgetter("start", "end"))
    return pieces


def prove_span(parsed: Parsed, source: str, span: Span) -> str | None:
    """Undo all edits of a chapter (or the front) and compare with its stretch of source.

    Gives what is wrong, or None.  The chapters' stretches are the whole source.
    """
    chapters = (parsed.chapter,) if parsed.chapter else ()
    pieces = pieces_of(Book(parsed.front, chapters, ()))
    for first, second in pairwise(pieces):
        if first.end > second.start:
            return f"两段文字重叠（第 {second.start} 个字符）"
    edited = "\n".join(piece.text for piece in pieces)
    if pieces and not span.last:
        edited += "\n"
    return prove_text(edited, parsed.edits, source, span.start)


def prove_text(edited: str, edits: Iterable[Edit], source: str, base: int = 0) -> str | None:
    """Undo edits on the edited text and compare with the source; give what is wrong, or None.

    ``base`` is the offset that the first character of ``source`` has for the edits.
    """
    try:
        restored = restore(edited, whole(edits), base)
    except ValueError as error:
        return f"修改记录与文字不符（{error}）"
    if restored == source:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(restored, source, strict=False)) if a != b),
        min(len(restored), len(source)),
    )
    there, here = restored[at : at + 12], source[at : at + 12]
    return f"从第 {base + at} 个字符起与原文不同（还原为“{there}”，原文为“{here}”）"
