"""Finds the posts of a thread whose floors (1楼, 2楼) are all the titles that their texts have.

Elsewhere a floor is a word of the page: it stands over an answer, or over a text with a title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Dropped, Line
from ..marks.header import Header
from ..text.lazy import lazy_regex
from ..text.signs import ends
from .successions import is_prose

#: The floor of a post, and its number.
FLOOR = lazy_regex(r"第?(\d{1,4})楼")
#: So many posts are a thread; a text has a line of so many characters, an answer hardly.
_THREAD, _TEXT = 3, 60


def learn(lines: Sequence[Line], dropped: Sequence[Dropped], source: str) -> frozenset[str]:
    """Give the floors of a thread, dropped by now, where each is over a text without a title.

    ``lines`` and ``dropped`` are those of all the ``source``.
    """
    found = [
        (item, hit)
        for item in dropped
        if item.rule == "noise-reply" and (hit := FLOOR.fullmatch(source, item.start, item.end))
    ]
    numbers = [int(hit[1]) for _, hit in found]
    if numbers != list(range(1, len(found) + 1)) or len(found) < _THREAD:
        return frozenset()
    starts = [bisect_left(lines, item.end, key=lambda x: x.tracked.start) for item, _ in found]
    for first, end in pairwise([*starts, len(lines)]):
        if first == end or not is_prose(lines[first]) or not ends(lines[first].text):
            return frozenset()
        if all(len(line.text) <= _TEXT for line in lines[first:end]):
            return frozenset()
    return frozenset(hit[0] for _, hit in found)


def find(lines: Sequence[Line]) -> list[Header]:
    """Give the floors as headers; where :func:`learn` found none they are not among the lines."""
    return [
        Header(index, "N楼", int(found[1]), 0, found.span(), (found.end(), found.end()))
        for index, line in enumerate(lines)
        if line.text[-1] == "楼" and not line.said and (found := FLOOR.fullmatch(line.text))
    ]
