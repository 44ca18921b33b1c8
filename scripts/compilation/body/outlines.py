"""Numbers of an outline as papers have them: 1 现状, 2.1 白条多, 3.1.2 人员.

Such a number has no mark behind it, so a line alone proves nothing (3.2 公里, 12 月); the numbers
of a work must count from 1, each inner one within its outer one.  The outer ones may be of
another form (二、), or lost where a program had counted them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, Mark
from .lines import Line

_NUMBERED = lazy_regex(
    rf"(?P<number>\d{{1,2}}(?P<inner>(?:[.．]\d{{1,2}}){{1,2}})?)[.．]?(?P<blank>[{BLANK}]*)(?=[\u4e00-\u9fff“《])"
    r"(?![年月日号个名户亩元斤米吨倍分岁余点万亿百千%％]|公[里斤顷]|平方|多[个万年]|人(?![才员力民心]))(?(inner)[^。；！？：]|[^。；，！？：]){2,28}$"
)


def marks(lines: Sequence[Line]) -> list[tuple[int, Mark]]:
    """Give the marks of an outline by the indexes of their lines; none without inner numbers."""
    found = _numbered(lines)
    if not _is_outline([number for _, number, _ in found]):  # 3班守堤人 counts persons
        found = [
            (index, number, sign)
            for index, number, sign in found
            if len(number) > 1 or not lines[index].text[sign.length - 1].isdigit()
        ]
    numbers = [number for _, number, _ in found]
    return [(index, sign) for index, _, sign in found] if _is_outline(numbers) else []


def _numbered(lines: Sequence[Line]) -> list[tuple[int, list[int], Mark]]:
    """Give the lines that begin with such a number, each with the parts of it."""
    found: list[tuple[int, list[int], Mark]] = []
    for index, line in enumerate(lines):
        text = line.text
        match = _NUMBERED.match(text) if text[0].isdigit() and not line.said else None
        if match is None:
            continue
        number = [int(part) for part in re.split("[.．]", match["number"])]
        stuck = not match["blank"] and match.end("blank") > match.end("number")
        if len(number) == 1 and stuck:  # 1.现状 is no number of this kind
            continue
        sign = Mark(f"outline-{len(number)}", number[-1], match.end("blank"))
        found.append((index, number, sign))
    return found


def _is_outline(numbers: Sequence[Sequence[int]]) -> bool:
    """Say whether numbers follow each other as those of an outline do, inner ones among them."""
    sizes = {len(number) for number in numbers}
    if not sizes or max(sizes) == 1:
        return False
    return all(_follows(a, b, alone=1 not in sizes) for a, b in pairwise([[], *numbers]))


def _follows(here: Sequence[int], number: Sequence[int], *, alone: bool) -> bool:
    """Say whether a number is the next one: 2.1 or 3 behind 2, 2.2 or 3 behind 2.1.

    ``alone`` says that the outer numbers are not among them: 3.1 or 4.1 is behind 2.1 then.
    Behind an inner number the outer ones may leave some out: 5 behind 2.2.
    """
    size = len(number)
    if size > len(here):
        return size <= len(here) + 2 and number[-1] == 1 and list(number[: len(here)]) == list(here)
    if alone and number[0] > here[0]:
        return all(part == 1 for part in number[1:])
    if size == 1 < len(here) and number[0] > here[0]:
        return True
    return list(number[:-1]) == list(here[: size - 1]) and number[-1] == here[size - 1] + 1
