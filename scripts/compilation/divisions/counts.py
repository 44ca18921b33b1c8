"""Knows titles by their number: bodies counted through, as many as the title of all says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures.names import is_name, is_unit
from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE, value
from ..text.signs import NUMBER, squeeze
from ..tops.titles import names_collection

#: The title of all stands among so many lines at the top, and is at most this long.
_TOP, _TITLE = 5, 40


def bodies_in_turn(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the bodies that differ in their number only and follow each other (第一党小组)."""
    groups: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in candidates:
        plain = _IN_BRACKETS.sub("", lines[index].text)
        found = _IN_TURN.search(plain)
        number = value(found[1]) if found else None
        if found and number and (is_unit(plain) or plain[-1] in "组組班队隊"):
            name = plain[: found.start(1)] + "#" + plain[found.end(1) :]
            groups[name].append((index, number))
    for members in groups.values():
        numbers = [number for _, number in members]
        if len(members) > 1 and numbers == list(range(1, len(members) + 1)):
            return {index for index, _ in members}
    return set()


_IN_BRACKETS = lazy_regex("[（(][^（()）]{1,12}[）)]$")
_IN_TURN = lazy_regex(rf"第([{CHINESE}]{{1,3}}|\d{{1,2}})")


_COUNT = lazy_regex(rf"({NUMBER})\s?[篇则份][）)】\]]?$")


def counted(lines: Sequence[Line], plain: Sequence[int]) -> set[int]:
    """Give the titles without a number where they are as many as the title of all counts."""
    for top, line in enumerate(lines[:_TOP]):
        found = _COUNT.search(line.text) if len(line.text) <= _TITLE else None
        count = value(found[1]) if found else None
        if count and count > 1:
            below = [i for i in plain if i > top and not names_collection(lines[i].text)]
            return set(below) if len(below) == count else set()
    return set()


def by_one(lines: Sequence[Line]) -> int | None:
    """Give the title of parts that it counts (成语四则) where its one author is below it."""
    for top, (line, below) in enumerate(pairwise(lines[:_TOP])):
        if len(line.text) <= _TITLE and _COUNT.search(line.text):
            return top if is_name(squeeze(below.text)) and not line.said else None
    return None
