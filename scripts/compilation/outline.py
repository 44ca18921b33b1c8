"""Finds the chapters of a decoded source: where each lies, and its header.

All lines are looked at once; what is found of a chapter (:class:`Span`) is all that its parsing
needs of the rest of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .body import columns
from .body.lines import Line, first_look, split
from .body.reading import NO_PAGES, Pages
from .body.sharing import split_on_all_cores
from .marks import habits, headers, partings
from .marks.habits import Habits
from .marks.header import LISTED
from .marks.headers import Header
from .marks.numbering import Numbered
from .problems import Code, Problem, uncertain
from .structure import NONE, Overrides
from .text import folding
from .text.signs import squeeze
from .text.tracking import cut
from .unfolding import Unfolding
from .web import leftovers, pages


@dataclass(frozen=True, slots=True)
class Span:
    """A chapter to parse: where it lies in the source, and its header.

    ``inner`` are the headers inside it, each with the offset in the source where its line begins:
    the chapter's own lines are others than those the headers were found in.  ``folded`` says that
    the source is read in Simplified characters (``folding``); ``parts`` are the source
    offsets of the lines that name a part of the book, and belong to no chapter (:mod:`partings`).
    """

    start: int
    end: int
    line: int
    header: Header | None
    inner: tuple[tuple[int, Header], ...]
    number: int
    last: bool
    pages: Pages = NO_PAGES
    habits: Habits = habits.NONE
    folded: bool = False
    parts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters of a source, and the stretch before the first header."""

    front: Span | None
    chapters: tuple[Span, ...]
    problems: tuple[Problem, ...]
    numbers: tuple[Numbered, ...] = ()


#: Noise is not looked for in lines longer than this while chapters are found (characters).
_FIRST_LOOK = headers.MAX_TITLE * 2


def outline(source: str, overrides: Overrides = NONE) -> Outline:
    """Find the chapters of a decoded source."""
    if not folding.needs(source):
        return _outline(source, overrides)
    folded = folding.fold(source)
    found = _outline(folded, overrides)
    own = Unfolding(source, folded, 0)
    return replace(
        found,
        front=replace(found.front, folded=True) if found.front else None,
        chapters=tuple(replace(span, folded=True) for span in found.chapters),
        problems=tuple(map(own.problem, found.problems)),
    )


def _outline(source: str, overrides: Overrides) -> Outline:
    lines, dropped = split_on_all_cores(source, overrides, _FIRST_LOOK)
    looked = first_look(lines, source.count("\n") + 1, _FIRST_LOOK)
    lines, dropped = leftovers.remove(source, 0, lines, dropped)
    left = pages.learn(lines, dropped, source)
    if left == Pages(spaced=left.spaced):  # else more is taken out of the lines than at first
        left = replace(left, looked=looked)
    if left.spaced:
        lines = [replace(line, blanks=max(0, line.blanks - 1)) for line in lines]
    if left.screens or left.poured or left.titles or left.markdown or left.floors:
        lines, dropped = split(source, overrides=overrides, phrases_up_to=_FIRST_LOOK, pages=left)
        if left.markdown or left.floors:
            lines, _ = leftovers.remove(source, 0, lines, dropped)
    elif left.running:
        kept = [x for x in lines if x.said or squeeze(x.text) not in left.running]
        # The first is the title of the collection.
        lines = lines[:1] + kept if lines[0] not in kept else kept
    if left.heads:
        lines = [line for line in lines if line.tracked.start not in left.heads]
    if columns.are(lines):
        left = replace(left, columns=True)
        lines = columns.join(source, 0, lines, dropped)
    outer, inner = headers.find(lines)
    if not outer:
        span = Span(0, len(source), 1, None, _placed(lines, inner), 1, True, left)
        return Outline(None, (span,), ())
    common = habits.learn(lines, outer)
    parts = partings.find(lines, outer)
    starts = [_start(lines, header) for header in outer]
    spans = []
    for number, (header, start) in enumerate(zip(outer, starts, strict=True), 1):
        last = number == len(outer)
        end = len(source) if last else starts[number]
        until = len(lines) if last else outer[number].line
        own = _placed(lines, (h for h in inner if header.line < h.line < until))
        shifted = _shift(header, lines[header.line])
        line = lines[header.line].number
        known = _with_end(left, header, lines[header.line])
        inside = frozenset(at for at in parts if start <= at < end)
        spans.append(
            Span(start, end, line, shifted, own, number, last, known, common, parts=inside)
        )
    front = None
    if starts[0] > 0:
        inside = frozenset(at for at in parts if at < starts[0])
        front = Span(0, starts[0], 1, None, (), 0, False, left, parts=inside)
    numbers = tuple(
        Numbered(
            None if header.form == headers.SAID and not header.mark[1] else header.number,
            lines[header.line].number,
            header.before + 1,
        )
        for header in outer
    )
    return Outline(front, tuple(spans), tuple(_form_problems(lines, outer)), numbers)


def _placed(lines: Sequence[Line], inner: Iterable[Header]) -> tuple[tuple[int, Header], ...]:
    """Give headers with the source offsets where their lines begin."""
    return tuple((lines[header.line].tracked.start, header) for header in inner)


def _start(lines: Sequence[Line], header: Header) -> int:
    """Give the source offset where a header begins."""
    tracked = lines[header.line].tracked
    if header.before == 0:
        return tracked.start
    return cut(tracked, _first(header, tracked.text), len(tracked.text)).start


def _first(header: Header, text: str) -> int:
    """Give the place of the first character of a header that is no blank."""
    return header.before + len(text[header.before :]) - len(text[header.before :].lstrip())


def _shift(header: Header, line: Line) -> Header:
    """Count the offsets of a header in mid-line from where it begins."""
    if header.before == 0:
        return header
    by = _first(header, line.text)
    (a, b), (c, d) = header.mark, header.title
    end = header.end - by if header.end else 0
    return replace(header, before=0, mark=(a - by, b - by), title=(c - by, d - by), end=end)


def _with_end(pages: Pages, header: Header, line: Line) -> Pages:
    """Say where a header ends, so that its own line is not parted before that, nor dropped.

    Its stretch is read alone, and may look there as if a title, or a break, stood inside it, or
    as if all of it were noise.
    """
    if not (header.before or pages.poured or pages.titles):
        return pages
    end = max(header.mark[1], header.end, header.title[1] * (header.title < header.mark))
    return replace(pages, header=cut(line.tracked, 0, end).end) if end else pages


def _form_problems(lines: Sequence[Line], outer: Sequence[Header]) -> list[Problem]:
    """Report headers whose form does not make sure that they are some."""
    problems = []
    if outer[0].form not in headers.SURE:
        text = lines[outer[0].line].text
        printed = text[outer[0].mark[0] : outer[0].mark[1]]
        listed = outer[0].form == LISTED
        message = (
            f"没有篇目标记，{'照目录' if listed else '凭前后的署名等'}当作各章题目，"
            f"共 {len(outer)} 处。"
            if listed or outer[0].form == headers.UNMARKED
            else f"“{printed}”一类的标记共 {len(outer)} 处，"
            "凭前后的题目、署名或缩进当作分章的标记。"
        )
        problems.append(uncertain(Code.HEADER_UNCERTAIN, message, lines[outer[0].line].number))
    return problems
