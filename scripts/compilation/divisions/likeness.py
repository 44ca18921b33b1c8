"""Says whether two titles are the same but for slips of the pen."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ..text.signs import CHINESE

#: A shorter title with another character in it is another title (characters).
_SHORTEST = 6
#: A title of so many characters or more may have a slip for each so many.
_A_SLIP = 6
_NUMBERS = re.compile(rf"[{CHINESE}]+|\d+")


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
