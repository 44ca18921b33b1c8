"""Knows the words under a title or in it that say when and where a speech was given, or of whom."""

from __future__ import annotations

import re

from .lazy import lazy_regex
from .signs import ends_with_genre, kind_at_end
from .variants import either


def is_occasion(text: str) -> bool:
    """Say whether a line in brackets says when and where a speech was given.

    A day, month and year alone need none: 2026年2月3日在……会议上.
    """
    if text[0] in "12" and len(text) <= 70 and _ON_A_DAY.fullmatch(text):
        return True
    return bool(re.fullmatch(r"[（(].{8,70}[）)]", text)) and bool(
        re.search(r"在.{2,50}(?:上|会|中|时|期间)[）)]$", text)
    )


_ON_A_DAY = lazy_regex(
    either(
        r"[12]\d{3}年\d{1,2}月\d{1,2}日在[^。，；：！？]{4,50}(?:[全大]会|会议|例会|年会|仪式|典礼|论坛|座谈会|报告会)上"
    )
)

# Where a report was given, with the end of that in the second line (在年度述职 / 大会上的报告,
# ——2013年1月16日在第三届人民代表大会 / 第一次会议上); in brackets both are.
_AT = lazy_regex(
    r"(?P<open>[（(])?[—－―─-]*(?:[12]\d{3}年\d{1,2}月\d{1,2}日)?在[^上，。；：！？（()）]{4,}"
)
_ABOVE = lazy_regex(
    either(
        "[^，,。；：！？在]{0,16}[会式礼动班坛议]上(?:的[^，,]{0,4}(?:讲话|发言|报告|致辞|演讲|总结))?"
    )
)


# Of whom a text tells, with the end of that in the second line (——记护堤员周敏 / 同志先进事迹).
_OF = lazy_regex(either("[—－―─-]+[记访写悼忆读][^。；：！？]{4,}"))
_TOLD = lazy_regex(
    either("[^，,。；：！？]{0,12}(?:同志|事迹|故事|纪实|侧记|二三事|有感|读后感)(?:材料)?")
)


# What was said there, broken in the word for its kind (——在防汛会议上的书面汇 / 报材料).
_SAID = lazy_regex("[—－―─-]+在[^。；：！？]{4,}上的[^。；：！？]{1,8}")
#: The rest of that word, and of what it is said to be, has so many characters at most.
_REST = 4


def _breaks_kind(first: str, second: str) -> bool:
    """Say whether the kind of what was said begins in one line and ends in the next."""
    if len(second) > _REST or not _SAID.fullmatch(first) or ends_with_genre(first):
        return False
    found = kind_at_end(first + second.removesuffix("材料"))
    return found is not None and found < len(first)


def broken_occasion(first: str, second: str) -> bool:
    """Say whether a line tells where a speech was given or of whom, and the next line ends that."""
    if _OF.fullmatch(first):
        return bool(_TOLD.fullmatch(second)) and not _TOLD.fullmatch(first.lstrip("—－―─-"))
    if _breaks_kind(first, second):
        return True
    at = _AT.fullmatch(first)
    if at and at["open"]:
        return second[-1] in "）)" and _ABOVE.fullmatch(second[:-1]) is not None
    return at is not None and _ABOVE.fullmatch(second) is not None
