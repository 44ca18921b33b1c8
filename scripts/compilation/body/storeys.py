"""Finds unnumbered headings that stand right over others: the headings of a report in two ranks."""

from __future__ import annotations

from collections.abc import Sequence

from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import Mark, ends
from ..text.variants import either
from . import headings
from .lines import Line

#: Such a heading is at most this long (characters).
_LONGEST = 14
_WORDS = lazy_regex(rf"[\u4e00-\u9fff]{{4,{_LONGEST}}}")
# What a report goes on with behind what was done: no part of that.
_GOES_ON = lazy_regex(
    either(
        ".*(?:不足|问题|改进|整改|计划|打算|规划|展望|收获|成果|体会|感想|感悟|总结|经验|建议|目标)"
    )
)


def find(lines: Sequence[Line], marks: Sequence[Mark | None]) -> tuple[set[int], set[int]]:
    """Find headings right over a heading (主要工作 / 清淤 / … / 巡堤 / … / 存在不足 / …).

    Gives their indexes, and those of two or more headings under each: up to the next such one,
    or to what a report goes on with.
    """
    over: set[int] = set()
    inner: set[int] = set()
    for index in range(1, len(lines) - 2):
        if not _is_over(lines, marks, index):
            continue
        below = [index + 1]
        for place in range(index + 3, len(lines) - 1):
            if marks[place] or _is_over(lines, marks, place):
                break
            if _heads_text(lines, marks, place):
                if _GOES_ON.match(lines[place].text):
                    break
                below.append(place)
        if len(below) > 1:
            over.add(index)
            inner.update(below)
    return over, inner


def _is_over(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether a line is a heading over a heading, text being above the one, below the other."""
    line, above = lines[index], lines[index - 1]
    if line.said or marks[index] or not _WORDS.fullmatch(line.text):
        return False
    if not ends(above.text) or byline.looks_like(line.text, True) or index + 2 >= len(lines):
        return False
    return _heads_text(lines, marks, index + 1) and not _GOES_ON.match(lines[index + 1].text)


def _heads_text(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether a line is an unnumbered heading with prose right below."""
    line = lines[index]
    if line.said or marks[index] or len(line.text) > _LONGEST or marks[index + 1]:
        return False
    prose = len(lines[index + 1].text) > _LONGEST * 2 and ends(lines[index + 1].text)
    return prose and headings.unnumbered(lines, marks, index)
