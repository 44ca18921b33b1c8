"""Mends the numbers of a list that the text of a PDF left alone in their lines.

    1.
    与乡亲们分享守堤的方法
    2. 向乡亲们介绍堤防

A number alone may part a text too (1. and below it an essay, then 2.); in a list its neighbour
has its item beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..body.lines import Dropped, Line
from ..text.lazy import lazy_regex

_NUMBER = lazy_regex(r"(\d{1,2})(?P<stop>[.．、])(?P<item>\s*[^\d\s])?")
#: The neighbour of a number stands at most so many lines away.
_NEAR = 12


def may_have(lines: Sequence[Line]) -> bool:
    """Say whether a text may have such numbers; most have not."""
    return any(len(line.text) <= 3 and line.text[-1] in ".．、" for line in lines)


def mend(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Join the item below to a number that stands alone; drop several numbers in a row.

    Of those nobody can tell which item each was before.
    """
    numbers = [_NUMBER.match(line.text) if not line.said else None for line in lines]
    kept: list[Line] = []
    cuts: list[Dropped] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _alone(lines[end], numbers[end]):
            end += 1
        first = numbers[index]
        if first is None or end == index or end == len(lines):
            kept.append(lines[index])
            index += 1
            continue
        size = end - index
        counted = all(
            found and int(found[1]) == int(first[1]) + n
            for n, found in enumerate(numbers[index:end])
        )
        if counted and _in_list(numbers, index, end):
            if size == 1:
                kept += (lines[index], replace(lines[end], said="join"))
            else:
                spans = (line.tracked for line in lines[index:end])
                cuts += (Dropped(one.start, one.end, "noise-number") for one in spans)
                kept.append(replace(lines[end], blanks=0))  # as around the mark of a page
            end += 1
        else:
            kept += lines[index:end]
        index = end
    return kept, cuts


def _alone(line: Line, number: re.Match[str] | None) -> bool:
    """Say whether a line is a number and its stop, and nothing else."""
    return number is not None and number.end() == len(line.text) and not number["item"]


def _in_list(numbers: Sequence[re.Match[str] | None], index: int, end: int) -> bool:
    """Say whether the number before or behind some stands near by with its item beside it."""
    first, last = numbers[index], numbers[end - 1]
    if first is None or last is None:
        return False
    before = reversed(numbers[max(0, index - _NEAR) : index])
    behind = numbers[end : end + _NEAR]
    wanted = ((before, int(first[1]) - 1), (behind, int(last[1]) + 1))
    return any(
        found["item"] is not None and int(found[1]) == number and found["stop"] == first["stop"]
        for near, number in wanted
        if (found := next((one for one in near if one), None))
    )
