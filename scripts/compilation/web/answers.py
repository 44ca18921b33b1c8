"""Finds what a page of questions and answers puts around the texts that somebody gives there.

    最佳答案
    …
    追问
    谢谢，写得太好了。
    本回答由提问者采纳
    其他1条回答

Who asks, and what for, stands before the texts and stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.variants import either
from .posts import ANSWERS, are_short

_B = f"[{BLANK}]"
# What stands over an answer, or between two.
_OVER = lazy_regex(
    either(
        "(?:最佳|推荐|满意|优质|精彩|专业)(?:答案|回答)|(?:提问者|网友|官方)采纳|(?:其他|全部)(?:答案|回答)"
    )
)
# What asker and answerer say below it, each below such a word.
_SAYS = lazy_regex(either("追问|追答|提问者评价|评价答案"))
# What no text ends with.
_SURE = lazy_regex(
    either(
        rf"(?:本|该|此)(?:回答|答案)(?:由|被|已被)[^。，]{{2,16}}(?:采纳|推荐|认可)|更多追问(?:追答)?|"
        rf"(?:其[他它]|全部|更多|查看){_B}?\d{{1,4}}{_B}?[条个](?:回答|答案)|其[他它](?:回答|答案){_B}?[（(]\d{{1,4}}[）)]|{_B}?\d{{1,4}}{_B}?条其[他它]回答"
    )
)
#: None of these words is longer than so many characters.
_SHORT = 40
#: So many lines at most stand between what is said below an answer and the words of the page.
_SAID = 8


def find(lines: Sequence[Line], dropped: Sequence[Dropped]) -> dict[int, str]:
    """Give the words of such a page and what is said below an answer, with the rule of each."""
    short = [i for i, line in enumerate(lines) if len(line.text) <= _SHORT and not line.said]
    found = {
        index: "noise-button"
        for index in short
        if _OVER.fullmatch(lines[index].text) and _below_page(lines, dropped, index)
    }
    sure = [index for index in short if index and _SURE.fullmatch(lines[index].text)]
    for index in sure:
        above = range(index - 1, max(0, index - 1 - _SAID), -1)
        first = next((i for i in above if _is_said(lines, i, index)), index)
        found |= dict.fromkeys(range(first, index + 1), "noise-reply")
        if index + 1 < len(lines) and byline.looks_like(lines[index + 1].text, True):
            found[index + 1] = "noise-reply"  # who gives another answer, and when
    if sure and are_short(lines[sure[0] + 1 :], ANSWERS):
        found |= dict.fromkeys(range(sure[0], len(lines)), "noise-reply")
    return found


def _is_said(lines: Sequence[Line], first: int, end: int) -> bool:
    """Say whether the first exchange below an answer begins with a line and goes on to another."""
    if not _SAYS.fullmatch(lines[first].text) or not are_short(lines[first:end], ANSWERS):
        return False
    return not any(_SAYS.fullmatch(line.text) for line in lines[max(1, end - _SAID) : first])


def _below_page(lines: Sequence[Line], dropped: Sequence[Dropped], index: int) -> bool:
    """Say whether something of the page stands right above a line or right below it."""
    low = lines[index - 1].tracked.end if index else 0
    first = bisect_left(dropped, low, key=lambda item: item.start)
    if index + 1 == len(lines):
        return first < len(dropped)
    below = lines[index + 1].tracked.start
    return any(item.rule.startswith("noise-") for item in dropped[first:] if item.start < below)
