"""Numbers of an outline as papers have them: 1 现状, 2.1 白条多, 3.1.2 人员.

Such a number has no mark behind it, so a line alone proves nothing (3.2 公里, 12 月); the numbers
of a work must count from 1, each inner one within its outer one.  The outer ones may be of
another form (二、), or lost where a program had counted them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..text.signs import BLANK, Mark
from .lines import Line

_NUMBERED = re.compile(
    rf"(?P<number>\d{{1,2}}(?P<inner>(?:[.．]\d{{1,2}}){{1,2}})?)[.．]?(?P<blank>[{BLANK}]*)(?=[\u4e00-\u9fff“《])"
    r"(?![年月日号个名户亩元斤米吨倍分岁余点万亿百千%％]|公[里斤顷]|平方|多[个万年]|人(?![才员力民心]))(?(inner)[^。；！？：]|[^。；，！？：]){2,28}$"
)


def marks(lines: Sequence[Line]) -> list[tuple[int, Mark]]:
    """Give the marks of an outline by the indexes of their lines; none without inner numbers."""
    found: list[tuple[int, Mark]] = []
    numbers: list[list[int]] = []
    for index, line in enumerate(lines):
        text = line.tracked.text
        match = _NUMBERED.match(text) if text[0].isdigit() and not line.said else None
        if match is None:
            continue
        number = [int(part) for part in re.split("[.．]", match["number"])]
        if len(number) == 1 and not match["blank"]:
            continue
        numbers.append(number)
        found.append((index, Mark(f"outline-{len(number)}", number[-1], match.end("blank"))))
    sizes = {len(number) for number in numbers}
    if not sizes or max(sizes) == 1:
        return []
    pairs = pairwise([[], *numbers])
    return found if all(_follows(a, b, alone=1 not in sizes) for a, b in pairs) else []


def _follows(here: Sequence[int], number: Sequence[int], *, alone: bool) -> bool:
    """Say whether a number is the next one: 2.1 or 3 behind 2, 2.2 or 3 behind 2.1.

    ``alone`` says that the outer numbers are not among them: 3.1 or 4.1 is behind 2.1 then.
    """
    size = len(number)
    if size > len(here):
        return size <= len(here) + 2 and number[-1] == 1 and list(number[: len(here)]) == list(here)
    if alone and number[0] > here[0]:
        return all(part == 1 for part in number[1:])
    return list(number[:-1]) == list(here[: size - 1]) and number[-1] == here[size - 1] + 1
