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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..body.lines import Dropped, Line
from ..signatures import byline
from ..text.dates import ASCII_TIME
from ..text.lazy import lazy_regex
from ..text.signs import B
from ..text.variants import either
from .posts import ANSWERS, are_short, can_post

# What stands over an answer, or between two.
_OVER = lazy_regex(
    either(
        rf"(?:最佳|推荐|满意|优质|精彩|专业)(?:答案|回答)|(?:提问者|网友|官方)采纳|(?:其他|全部)(?:答案|回答)|\d{{1,4}}{B}?[条个](?:回答|答案)"
    )
)
# What asker and answerer say below it, each below such a word.
_SAYS = lazy_regex(either("追问|追答|提问者评价|评价答案"))
# What no text ends with.
_SURE = lazy_regex(
    either(
        rf"(?:本|该|此)(?:回答|答案)(?:由|被|已被)[^。，]{{2,16}}(?:采纳|推荐|认可)|更多追问(?:追答)?|"
        rf"(?:其[他它]|全部|更多|查看){B}?\d{{1,4}}{B}?[条个](?:回答|答案)|其[他它](?:回答|答案){B}?[（(]\d{{1,4}}[）)]|{B}?\d{{1,4}}{B}?条其[他它]回答"
    )
)
#: None of these words is longer than so many characters.
_SHORT = 40
#: So many lines at most stand between what is said below an answer and the words of the page.
_SAID = 8


# How many liked an answer, below it; below that stands who gives another, and when.
_VOTES = lazy_regex(either(rf"赞同{B}?\d{{1,7}}.{{0,40}}"))
_GIVEN = lazy_regex(rf"(?:19|20)\d\d[-/]\d\d?[-/]\d\d?{B}+{ASCII_TIME}")


def find(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> dict[int, str]:
    """Give the words of such a page and what is said below an answer, with the rule of each.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
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
    voted = [x.end for x in dropped if _VOTES.fullmatch(source, x.start - base, x.end - base)]
    others = [lines[i].tracked.end for i in found]
    return found | dict.fromkeys(_givers(lines, [*voted, *others]), "noise-reply")


def parted(lines: Sequence[Line], found: Mapping[int, str]) -> list[Line]:
    """Give the lines where those that stand over an answer part it from what is above."""
    return [
        replace(line, parted=True) if i in found and _OVER.fullmatch(line.text) else line
        for i, line in enumerate(lines)
    ]


def _givers(lines: Sequence[Line], places: Sequence[int]) -> Iterator[int]:
    """Give who gives an answer, and when, below such places: the name may have gone by its rank."""
    for place in places:
        first = bisect_left(lines, place, key=lambda line: line.tracked.start)
        two = lines[first : first + 2]
        stamp = next((i for i, line in enumerate(two) if _GIVEN.fullmatch(line.text)), None)
        if stamp == 0 or (stamp == 1 and can_post(two[0])):
            yield from range(first, first + stamp + 1)


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
