"""The members that a text gives for a numeral formula, wherever it gives them."""

from __future__ import annotations

import re
from collections import Counter

from ..text.lazy import lazy_regex
from .numerals import members_announced
from .phrases import HAN, enumerated, quoted
from .series import series

_NUMBERED = lazy_regex(r"^[一二两双三四五六七八九十]+[个大种项条点类]?(.+)$")


def unfold(text: str, formula: str) -> tuple[str, ...]:
    """Give the members of `formula` that `text` lists; () when it lists none.

    Looked for, in this order: a list right after the formula (一是…二是…; ：X、Y、Z; ，即X、Y、Z),
    a list right before it (X、Y、Z的“三个零”), and phrases that end or begin with what the
    formula counts (“领导班子好”, “党员队伍好” for 五个好). Only the last may be incomplete.
    """
    number = members_announced(formula)
    if not number or number < 2:
        return ()
    for match in re.finditer(re.escape(formula), text):
        members = enumerated(text, match.end(), number) or _beside(text, *match.span(), number)
        if members:
            return members
    counted = _NUMBERED.match(formula)
    return _alike(text, formula, counted[1], number) if counted else ()


def _beside(text: str, start: int, end: int, number: int) -> tuple[str, ...]:
    line = text.rfind("\n", 0, start) + 1
    for one in series(text[max(line, start - 120) : start]):
        gap = text[max(line, start - 120) + one.end : start]
        if len(one.items) == number and re.fullmatch(r"[的等这]?[“「]?", gap):
            return one.items
    rest = text[end : end + 160].split("\n")[0]
    for one in series(rest):
        lead = rest[: one.start]
        if len(one.items) == number and re.fullmatch(r".{0,12}?(?:：|即|就是|包括)[“「]?", lead):
            return one.items
    return ()


def _alike(text: str, formula: str, counted: str, number: int) -> tuple[str, ...]:
    if not 1 <= len(counted) <= 3:
        return ()
    found: dict[str, None] = {}
    for phrase in quoted(text):
        one = phrase.text
        long_enough = len(one) > len(counted) + 1 and members_announced(one) is None
        if one != formula and long_enough and one.endswith(counted):
            found[one] = None
    if len(found) > 1:
        return tuple(found) if len(found) <= number else ()
    beginning = rf"{counted}[{HAN}]{{2,6}}?(?=[，。、；”」的])"
    starting = list(dict.fromkeys(re.findall(beginning, text))) if len(counted) > 1 else []
    # Members are cut to one measure; 带头作用难发挥 among 带头学习提高, 带头服务群众 is no member.
    [(size, _)] = Counter(map(len, starting)).most_common(1) or [(0, 0)]
    even = tuple(one for one in starting if len(one) == size)
    return even if max(2, number - 1) <= len(even) <= number else ()
