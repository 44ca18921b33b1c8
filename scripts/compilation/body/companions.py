"""Finds headings that only others of their kind show to be ones: one alone would prove nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE, value
from ..text.signs import BLANK, Mark, ends, is_closing, is_salutation, mark
from ..text.variants import either
from .lines import Line
from .verse import runs


def pairs(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Find subheads of two characters (引子, 尾声), each with prose below; one alone is none."""
    found = {
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if len(line.text) == 2
        and marks[index] is None
        and re.fullmatch("[\u4e00-\u9fff]{2}", line.text)
        and len(below.text) >= 12
        and not is_closing(line.text)
    }
    return found if len(found) > 1 else set()


# 第一阶段（3月1日—3月20日）：, 第一项措施：评先评优，树立榜样。
_STAGE = lazy_regex(
    rf"第[{CHINESE}\d]阶段[{BLANK}]?(?:[（(][^（()）]{{4,40}}[）)])?[：:]?|"
    + either(
        rf"第[{CHINESE}\d](?:项(?:措施|任务|工作|制度|活动)|招|步棋)[：:][^。；！？：:]{{2,32}}。?"
    )
)


# 体会之一 灯要先看见人。: what a writer counts with a word of his own.
_BY_ZHI = lazy_regex(
    rf"(?P<word>[\u4e00-\u9fff]{{2,6}})之(?P<n>[{CHINESE}]|\d)(?![就便]?是|[{CHINESE}\d])"
    rf"[{BLANK}]?(?P<sign>[：:、—─-]{{0,2}})[^。；！？：:]{{2,32}}[。！？]?"
)


def by_zhi(lines: Sequence[Line]) -> set[int]:
    """Find the headings that one word with 之一, 之二 begins, counted on, each over longer text."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (line, below) in enumerate(pairwise(lines)):
        if "之" in line.text[:7] and not line.said and (one := _BY_ZHI.fullmatch(line.text)):
            series = found[one["word"], one["sign"]]
            if value(one["n"]) == len(series) + 1 and len(below.text) > len(line.text):
                series.append(index)
    return {index for series in found.values() if len(series) > 1 for index in series}


def stages(lines: Sequence[Line]) -> set[int]:
    """Find the stages of a plan or its measures, each alone over what is done; one is none."""
    found = {
        index
        for index, line in enumerate(lines[:-1])
        if line.text[0] == "第" and _STAGE.fullmatch(line.text)
    }
    return found if len(found) > 1 and not any(index + 1 in found for index in found) else set()


# 个人守堤经历：, 个人今后打算： of a form, each alone in its line.
_OF_FORM = lazy_regex("(?P<form>[\u4e00-\u9fff]{2})[\u4e00-\u9fff、]{2,10}[：:]")


def of_form(lines: Sequence[Line]) -> set[int]:
    """Find the headings of a form with a colon, three or more of one beginning, each set apart.

    What has no room above it is what a paragraph says before its list.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines[:-1]):
        match = _OF_FORM.fullmatch(line.text) if line.text[-1] in "：:" else None
        if match and line.blanks and not line.said and not is_salutation(line.text):
            found[match["form"]].append(index)
    return {index for like in found.values() if len(like) > 2 for index in like}


# What a page on a book is divided into.
_OF_A_BOOK = lazy_regex(
    either(
        "(?:(?:作品|图书|书籍|作者|内容|主要内容|全书)(?:简介|梗概|概要|介绍)|(?:精彩|好句|佳句|文中|原文)(?:书摘|摘录|摘抄|片段|语句)|"
        "(?:推荐|荐书)(?:理由|语|词)|(?:读后|阅读|读书)(?:感言|感悟|感受|心得|体会|感想)|读后感)[：:]?"
    )
)


def of_a_book(lines: Sequence[Line]) -> set[int]:
    """Find the parts of a page on a book (内容简介：, 精彩书摘：), colon behind them or not."""
    found = {
        index
        for index, line in enumerate(lines[:-1])
        if len(line.text) <= _OVER and not line.said and _OF_A_BOOK.fullmatch(line.text)
    }
    return found if len(found) > 1 and not any(index + 1 in found for index in found) else set()


# 二月份, 第三周, 上半年: what a plan goes through.
_PERIOD = lazy_regex(
    rf"(?:[{CHINESE}]{{1,3}}|\d{{1,2}})月份?|第(?:[{CHINESE}]{{1,3}}|\d{{1,2}})(?:周|季度)|[上下]半年"
)
#: A heading over such a series is at most this long (characters).
_OVER = 12


def periods(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """Find the periods of a plan below a heading of their own (具体安排 / 二月份 / … / 三月份).

    Gives the indexes of such headings, where no mark shows them, and of the periods; a series
    without one over it stands beside the other headings, and is found as they are.
    """
    found = [
        index
        for index, line in enumerate(lines[:-1])
        if len(line.text) <= 6 and not line.said and _PERIOD.fullmatch(line.text)
    ]
    if len(found) < 2 or found[0] < 2 or any(b - a < 2 for a, b in pairwise(found)):
        return set(), set()
    over, above = lines[found[0] - 1], lines[found[0] - 2]
    sign = mark(over.text)
    words = over.text[sign.length :] if sign else over.text
    if not 2 <= len(words) <= _OVER or over.said or re.search("[，。；：！？、,.;:!?]", words):
        return set(), set()
    if sign:
        return set(), set(found)
    return ({found[0] - 1}, set(found)) if ends(above.text) else (set(), set())


#: A heading that comes again has at most so many characters, one over it so many.
_AGAIN, _HEAD = 8, 30


def again(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Find the headings that come again below each of several others (一堂课, 感想; 二堂课, 感想).

    All have text right below; each of those that come again has another one above its text.
    """
    heads = {
        index: line.text
        for index, (line, below) in enumerate(pairwise(lines))
        if len(line.text) <= _HEAD
        and marks[index] is None
        and not re.search("[，。；！？,;!?]", line.text)
        and len(below.text) > _HEAD
    }
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in heads.items():
        if 1 < len(text) <= _AGAIN:
            found[text].append(index)
    often = {index for like in found.values() if len(like) > 1 for index in like}
    order = [index in often for index in heads]
    if not often or order[0] or any(a and b for a, b in pairwise(order)):
        return set()
    return often


def bare_numerals(lines: Sequence[Line]) -> list[tuple[int, Mark]]:
    """Find numerals alone on their lines (一, and below 二) that part a text like headings."""
    found: list[tuple[int, Mark]] = []
    for index, line in enumerate(lines[:-1]):
        text = line.text
        if len(text) <= 2 and text[0] in CHINESE and value(text) == len(found) + 1:
            found.append((index, Mark("chinese", len(found) + 1, len(text))))
    return found if len(found) > 1 else []


def verse(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Find the lines of poems, none of which is a heading."""
    poems = runs(lines, lambda index: marks[index] is not None)
    return {index for poem in poems for index in poem}
