"""Numbers of an outline as papers have them: 1 现状, 2.1 白条多, 3.1.2 人员.

Such a number has no mark behind it, so a line alone proves nothing (3.2 公里, 12 月); the numbers
of a work must count from 1, each inner one within its outer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.signs import BLANK, Mark
from .lines import Line

_NUMBERED = re.compile(
    rf"(?P<number>\d{{1,2}}(?:[.．]\d{{1,2}}){{0,2}})[.．]?(?P<blank>[{BLANK}]*)(?=[\u4e00-\u9fff“《])"
    r"(?![年月日号个名户亩元斤米吨倍分岁余点万亿百千%％]|公[里斤顷]|平方|多[个万年]|人(?![才员力民心]))[^。；，！？：]{2,28}$"
)


def marks(lines: Sequence[Line]) -> list[tuple[int, Mark]]:
    """Give the marks of an outline by the indexes of their lines; none without inner numbers."""
    found: list[tuple[int, Mark]] = []
    here: list[int] = []
    inner = False
    for index, line in enumerate(lines):
        text = line.tracked.text
        match = _NUMBERED.match(text) if text[0].isdigit() and not line.said else None
        if match is None:
            continue
        number = [int(part) for part in re.split("[.．]", match["number"])]
        if len(number) == 1 and not match["blank"]:
            continue
        if not _follows(here, number):
            return []
        here = number
        inner = inner or len(number) > 1
        found.append((index, Mark(f"outline-{len(number)}", number[-1], match.end("blank"))))
    return found if inner else []


def _follows(here: Sequence[int], number: Sequence[int]) -> bool:
    """Say whether a number is the next one: 2.1 or 3 behind 2, 2.2 or 3 behind 2.1."""
    size = len(number)
    if size > len(here):
        return size <= len(here) + 2 and number[-1] == 1 and list(number[: len(here)]) == list(here)
    return list(number[:-1]) == list(here[: size - 1]) and number[-1] == here[size - 1] + 1
