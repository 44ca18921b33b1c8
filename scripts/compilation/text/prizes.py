"""Tells the prizes of contests: behind the titles of works, and over those that won them."""

from __future__ import annotations

from .lazy import lazy_regex
from .signs import BLANK, NUMBER
from .variants import either

#: What contests call their prizes.
WON = "(?:[特一二三]等|优秀|优胜|鼓励|入围|佳作|纪念)奖"
_IN_BRACKETS = lazy_regex(either(f"[（(]荣?获?{WON}(?:作品)?[）)]"))


def is_prize(text: str) -> bool:
    """Say whether a line says in brackets what prize a text won."""
    return len(text) <= 12 and text[-1] in "）)" and bool(_IN_BRACKETS.fullmatch(text))


# 一等奖, 二等奖（3篇）
_ALONE = lazy_regex(
    either(
        rf"[★☆◆●■【（(]?获?(?:{WON}|组织奖)(?:获奖)?(?:作品|征文|文章)?"
        rf"(?:[（(]?{NUMBER}[篇名件][）)]?)?[】）)：:]?"
    )
)


def heads_winners(text: str) -> bool:
    """Say whether a line is a prize over the works that won it."""
    return len(text) <= 16 and _names_one(text) and _ALONE.fullmatch(text) is not None


# Of what group and contest too: 小学组一等奖, 征文中学组二等奖（3篇）.
_GROUP = lazy_regex(
    either(
        rf"[★☆◆●■【（(]?[^，。；：！？、（()）]{{0,10}}?(?:[组類类]|征文|作文|作品|演讲|朗诵|书信)?[{BLANK}]*[：:·]?[{BLANK}]*"
        rf"获?得?{WON}(?:获奖)?(?:作品|征文|文章)?[】）)：:]?"
    )
)


def is_over_title(text: str) -> bool:
    """Say whether a line is the prize that the one work below it won (征文小学组一等奖)."""
    return len(text) <= 24 and _names_one(text) and _GROUP.fullmatch(text) is not None


def _names_one(text: str) -> bool:
    """Say whether a text has the word for a prize; most lines do not, and this is soon told."""
    return "奖" in text or "獎" in text
