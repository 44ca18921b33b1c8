"""Says whether titles are the same but for slips of the pen, or built alike."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ..signatures.names import is_name
from ..text.lazy import lazy_regex
from ..text.signs import CHINESE

#: A shorter title with another character in it is another title (characters).
_SHORTEST = 6
#: A title of so many characters or more may have a slip for each so many.
_A_SLIP = 6
_NUMBERS = lazy_regex(rf"[{CHINESE}]+|\d+")


def alike(one: str, other: str) -> bool:
    """Say whether two titles without signs (``signs.core``) differ, and by slips only.

    Numbers are no slips: what is said of one year is not what is said of the next.
    """
    size = min(len(one), len(other))
    if one == other or size < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    if _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return max(len(one), len(other)) - same <= max(1, size // _A_SLIP)


# What a section is about, and what it says of that: 守堤办法：三班轮换.
_HALVES = lazy_regex("(?P<label>[\u4e00-\u9fff]{2,8})[：:](?!“[^”]*”$)[^，。；：！？:]{2,24}")


def halved(titles: Sequence[str]) -> bool:
    """Say whether all of some lines are in two halves with a colon, as subheads of one essay are.

    Names in front of titles make no subheads of them (周敏：守堤之夜).
    """
    found = [match for title in titles if (match := _HALVES.fullmatch(title))]
    named = sum(is_name(match["label"]) for match in found)
    return len(found) == len(titles) > 1 and named * 2 < len(found)
