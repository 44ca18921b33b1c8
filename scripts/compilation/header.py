"""What a header of a chapter is, and the names of its forms."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from .numerals import LARGE
from .signs import CHINESE

#: A running number in a header.
NUMBER = rf"(?:[{CHINESE}{LARGE}]{{1,9}}|[0-9０-９]{{1,5}})"
#: The form of titles without any mark.
UNMARKED = "无标记"
#: The form of a series with titles in book marks; the line may go on behind the title.
BOOKED = "X（N）《》"
#: The form of the prizes of a contest.
PRIZE = "奖"
#: The form of what the editor says is a header.
SAID = "编者"
#: Forms that the words of the mark make sure, the editor's included.
SURE = ("第N篇", "篇N", "范文N", "题N", SAID, BOOKED, PRIZE)


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: line index, form, number, and text offsets within the line.

    ``before`` is where the header begins (0, or later in mid-line), ``mark`` and ``title``
    are spans; what lies between and around them is brackets and separators.
    """

    line: int
    form: str
    number: int
    before: int
    mark: tuple[int, int]
    title: tuple[int, int]


def runs(headers: Sequence[Header]) -> bool:
    """Say whether the numbers mostly run on from one header to the next."""
    steps = [b.number - a.number for a, b in itertools.pairwise(headers)]
    return bool(steps) and sum(0 < step <= 2 for step in steps) * 3 >= len(steps) * 2
