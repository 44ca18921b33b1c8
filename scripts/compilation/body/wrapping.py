"""Judges whether lines are hard-wrapped, once for a whole stretch of them.

Most of the unfinished lines of a hard-wrapped text are about equally wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..text.lazy import lazy_regex
from ..text.signs import PAUSE, ends, enumerates, is_han, mark, width
from .lines import Line

#: Paragraphs are indented by at most this many cells; what stands further right is set apart.
INDENT = 8
#: A line of prose that was broken has at most so many characters.
_BROKEN_UP_TO = 122
_BROKEN = lazy_regex(r"^.{0,60}[，,。；;].{0,60}[\u4e00-\u9fff]$")


@dataclass(frozen=True, slots=True)
class Profile:
    """How lines end: ``wrap`` is the width of a full line in cells, 0 if not hard-wrapped.

    ``indented`` says that paragraphs begin with an indent and continuation lines do not,
    ``spaced`` that nearly every line has an empty one before it, which then says nothing,
    ``lost`` that the indents are gone, so that first lines of paragraphs end earlier.
    """

    wrap: int
    indented: bool
    spaced: bool = False
    lost: bool = False


def profile(lines: Sequence[Line]) -> Profile:
    """Judge whether a stretch of lines is hard-wrapped, and whether indents mark paragraphs."""
    measured = [(line, line.indent + width(line.text)) for line in lines]
    widths = sorted(cells for line, cells in measured if len(line.text) > 8)
    if len(widths) < 4:
        return Profile(0, False)
    full = _usual(widths, widths[int(len(widths) * 0.9)])
    wrapped = 24 <= full <= 120 and _wrapped(measured, full)
    indents = [2 <= line.indent <= INDENT for line in lines]  # a signature stands farther
    share = sum(indents) / len(indents)
    spaced = sum(line.blanks == 1 for line in lines) * 10 >= len(lines) * 8
    indented = 0.03 < share < 0.75 if wrapped else share > 0.6
    lost = wrapped and not indented and _lost_indents([cells for _, cells in measured], full)
    return Profile(full if wrapped else 0, indented, spaced, lost)


#: Most full lines are narrower by at most so many cells than the few with a stop beyond the edge.
_HANGING = 2


def _usual(widths: Sequence[int], full: int) -> int:
    """Give how wide most full lines are, where a few with a stop hung beyond the edge are wider."""
    usual = max(range(full - _HANGING, full + 1), key=widths.count)
    return usual if widths.count(usual) > 2 * widths.count(full) else full


#: A first line that lost its indent of two characters is shorter by so many cells.
_TWO = range(3, 6)
#: So many of them show it.
_FIRSTS = 3


def falls_short(cells: int, full: int) -> bool:
    """Say whether a line is as much shorter than a full one as an indent of a paragraph is wide."""
    return full - cells in _TWO


# What no break may part at the beginning of a line: “近”，
_PIECE = lazy_regex(
    r"[“‘《（「『]*(?:[\dA-Za-z.%]+|[^“”‘’《》（）「」『』，。、；：！？])[”’》）」』]*[，。、；：！？]*"
)
#: The indent of a paragraph is so many cells wide.
_INDENT_CELLS = 4


def had_indent(line: Line, below: Line, full: int) -> bool:
    """Say whether a line of a text without its indents had one.

    What the line below begins with would have fitted into it else.
    """
    room = full - line.indent - width(line.text)
    piece = _PIECE.match(below.text)
    if not piece or ends(line.text) or below.blanks:
        return False
    return room >= _TWO.start and room - _INDENT_CELLS < width(piece[0]) <= room


# Far from where its line began, a word of Latin letters, and perhaps a number: 用的是Word 2003.
_IN_LATIN = lazy_regex(r"[\u4e00-\u9fff].{10,}[A-Za-z][ \d.]*$")


def breaks_in_latin(text: str) -> bool:
    """Say whether a line ends with Latin letters, as the first of a paragraph can (……使用Micro)."""
    return _IN_LATIN.match(text) is not None


def _lost_indents(widths: Sequence[int], full: int) -> bool:
    """Judge whether the long lines below short ones, which begin paragraphs, lost an indent."""
    firsts = [b for a, b in pairwise(widths) if a < full - 8 <= b]
    short = sum(falls_short(cells, full) for cells in firsts)
    return short >= _FIRSTS and short * 10 >= len(firsts) * 7


def _wrapped(measured: Sequence[tuple[Line, int]], full: int) -> bool:
    """Judge whether lines, given with their width, are hard-wrapped at the width ``full``."""
    # Titles, signatures and headings are short and say nothing of the width.
    long_lines = [
        (line, cells)
        for line, cells in measured
        if cells >= full / 2 or "，" in line.text or "," in line.text
    ]
    open_lines = [
        (line, cells)
        for line, cells in long_lines
        if line.indent < 12 and not ends(line.text) and not (cells < full - 8 and mark(line.text))
    ]
    if open_lines and all(line.text[-1] in "，," for line, _ in open_lines):
        return False  # broken behind every comma, however wide its lines are
    near = sum(cells >= full - 8 for _, cells in open_lines)
    prose = any(PAUSE.search(line.text) for line, _ in long_lines)
    wrapped = prose and len(open_lines) >= 3 and near * 10 >= len(open_lines) * 5
    if wrapped and near * 10 >= len(long_lines) * 3:
        return True
    # Prose that stops at a Han character, comma behind it or not, is broken; a text that is
    # not hard-wrapped has hardly a line like that.
    broken = sum(
        len(line.text) <= _BROKEN_UP_TO
        # A heading has commas too, but does not reach so far.
        and cells >= min(full, 80) / 2
        and is_han(line.text[-1])
        and bool(_BROKEN.search(line.text))
        for line, cells in measured
        if line.indent < 12 and not (enumerates(line.text) and len(line.text) < 24)
    )
    return broken >= 3 and broken * 100 >= len(measured) * 15
