"""The lines of a long source, found on all cores.

A source is parted in front of paragraphs that nothing around them can make noise of.  What stands
above one of them says nothing of the lines below it, so each part is split alone; the paragraph is
read with both parts.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter

from processes.forks import cores, forked

from ..structure import Overrides
from ..text.signs import BLANK_CHARACTERS, is_paragraph
from ..text.tracking import Tracked
from ..web import noise
from .lines import Dropped, Line, split

#: Below this length (characters) a second process costs more than it saves.
PARALLEL_FROM = 1_500_000


def split_on_all_cores(
    source: str, overrides: Overrides, phrases_up_to: int
) -> tuple[list[Line], list[Dropped]]:
    """Split a whole source as :func:`lines.split` does, for a first look at it."""
    joints = []
    if len(source) >= PARALLEL_FROM and (count := cores()) > 1:
        joints = _joints(source, count, overrides, phrases_up_to)
    if not joints:
        return split(source, overrides=overrides, phrases_up_to=phrases_up_to)
    starts = [0, *(start for start, _, _ in joints)]
    ends = [*(end for _, end, _ in joints), len(source)]
    numbers = [1, *(number for _, _, number in joints)]
    works = [
        partial(_split, source, start, end, number, overrides, phrases_up_to)
        for start, end, number in zip(starts, ends, numbers, strict=True)
    ]
    with forked([partial(_packed, work) for work in works[1:]]) as others:
        lines, dropped = works[0]()
        for other in others:
            more, gone = _unpacked(source, *other.result())
            lines[-1].sourced = more[0].sourced  # the line is in both, with the one below it here
            lines += more[1:]
            dropped += gone
    return lines, dropped


def _split(
    source: str, start: int, end: int, number: int, overrides: Overrides, phrases_up_to: int
) -> tuple[list[Line], list[Dropped]]:
    return split(source[start:end], start, number, overrides, phrases_up_to)


def _joints(
    source: str, count: int, overrides: Overrides, phrases_up_to: int
) -> list[tuple[int, int, int]]:
    """Give where up to ``count`` parts of a source meet: a paragraph's start, end and line.

    Such a paragraph is longer than any noise, and than what phrases of a page are looked for in,
    and the editor says nothing of it; so it is kept whatever was dropped above it.
    """
    shortest = max(phrases_up_to, noise.LONGEST)
    joints: list[tuple[int, int, int]] = []
    for part in range(1, count):
        for start, end, number in _lines_from(source, len(source) * part // count):
            content = source[start:end].strip(BLANK_CHARACTERS)
            if len(content) > shortest and is_paragraph(content) and not overrides.kind(number):
                if not joints or joints[-1][0] < start:
                    joints.append((start, end, number))
                break
    return joints


def _lines_from(source: str, position: int) -> Iterator[tuple[int, int, int]]:
    """Give where the lines behind an offset start and end, and the number of each."""
    start = source.find("\n", position) + 1
    number = 1 + source.count("\n", 0, start)
    while 0 < start < position + _FAR:
        end = source.find("\n", start)
        yield start, end if end >= 0 else len(source), number
        start, number = end + 1, number + 1


#: So far (characters) a place to part the source is looked for.
_FAR = 200_000

#: What a part of the lines is sent as: five numbers for each (its span, its number, its indent, the
#: blank lines above it), and whole, by their places, those that have more to them.
_Packed = tuple[bytes, list[tuple[int, Line]], list[Dropped]]


def _packed(work: Callable[[], tuple[list[Line], list[Dropped]]]) -> _Packed:
    lines, dropped = work()
    numbers = array("q")
    others = []
    for index, line in enumerate(lines):
        whole = line.tracked
        numbers.extend((whole.start, whole.end, line.number, line.indent, line.blanks))
        if whole.edits or _more(line) != _NO_MORE:
            others.append((index, line))
    return numbers.tobytes(), others, dropped


def _unpacked(
    source: str, packed: bytes, others: Sequence[tuple[int, Line]], dropped: list[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    numbers = array("q")
    numbers.frombytes(packed)
    lines = [
        Line(Tracked(source[start:end], start, end), number, indent, blanks)
        for start, end, number, indent, blanks in zip(*[iter(numbers)] * 5, strict=True)
    ]
    for index, line in others:
        lines[index] = line
    return lines, dropped


#: What most lines have nothing of.
_more = attrgetter("said", "level", "poured", "sourced", "parted", "page", "hashes")
_NO_MORE = _more(Line(Tracked("", 0, 0), 0, 0, 0))
