"""Tells blanks that part columns or names from those that got in by accident.

A gap is an ideographic space, a tab, or two blanks and more.  In a line without a sentence it
parts columns (年份　册数　读者); in a sentence it does so only between names.  Characters that are
set wide apart (政　府　工　作, 邓　丽) are parted by none.  A single blank parts what only a list
has: three words and more in a line of their own (姓名 职务 电话), names, words behind 主题词：,
titles in 《》, the number of a picture or table from what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .signatures.names import is_name, is_surely_name, is_unit
from .text.lazy import lazy_regex
from .text.numerals import CHINESE
from .text.signs import BLANK, BLANKS, has_blank, is_han, mark, width

#: A row of a table or list is at most so long (characters).
_ROW = 100
_SENTENCE = lazy_regex("[，。；！？,;!?]")
#: What a word does not go beyond in a sentence.
_BOUNDS = lazy_regex("[，。、；：！？“”‘’（）《》,;:!?()]")
#: What a word of a row may end and begin with that is neither letter nor digit.
_ENDS, _BEGINS = "）)》”’％%", "（(《“‘"
_UNITS = "年月日号時时分"
_DIGITS = f"0123456789〇零{CHINESE}"


class _Gap(NamedTuple):
    """A stretch of blanks, the words on both sides of it, and how wide it is (cells)."""

    start: int
    left: str
    right: str
    cells: int
    wide: bool


def separators(text: str) -> set[int]:
    """Give where the gaps begin that part columns or names."""
    if not has_blank(text):
        return set()
    gaps = list(_gaps(text))
    return _single(text, gaps) | _wide(text, gaps)


def _wide(text: str, gaps: Sequence[_Gap]) -> set[int]:
    """Give where the wide gaps begin that part columns or names."""
    if not any(gap.wide for gap in gaps):
        return set()
    if len(text) > _ROW or _SENTENCE.search(text):
        return {gap.start for gap in gaps if gap.wide and _between_names(gap)}
    narrow = min(gap.cells for gap in gaps)
    words = [gaps[0].left, *(gap.right for gap in gaps)]
    singles = sum(len(word) == 1 and is_han(word) for word in words)
    spread = singles >= _SPREAD and max(map(len, words)) <= 2
    sign = mark(text)
    first = sign.length if sign else 0
    return {
        gap.start
        for gap in gaps
        if gap.wide
        and gap.start > first
        and _between_words(gap)
        and (gap.cells > narrow or not (spread or _within_word(gap)))
    }


#: So many characters that stand alone are set wide apart.
_SPREAD = 4
# What lists words behind it (主题词：农业 秸秆 禁烧).
_WORDS = lazy_regex(
    rf"[【\[]?(?:主[{BLANK}]*题[{BLANK}]*词|关[{BLANK}]*键[{BLANK}]*[词字])[】\]]?[{BLANK}]*[：:]?"
)
# The number of a picture, table or part, before what it is; not 图1 是……。
_NUMBERED = lazy_regex(
    rf"(?:[图表]\d{{1,3}}(?:[-－—.]\d{{1,3}})?|附[录件图表]\d{{0,2}}|"
    rf"第[{_DIGITS}]{{1,5}}(?:部分|单元|[辑卷])|[上中下][编篇卷])(?=[{BLANK}])"
)
_FIGURE = lazy_regex(r"[\d.,]+[%％]?")


def _single(text: str, gaps: Sequence[_Gap]) -> set[int]:
    """Give where the gaps begin, wide or not, that part what only a list has."""
    found = {
        gap.start
        for gap in gaps
        if (gap.left[-1] == "》" and gap.right[0] == "《") or _between_full_names(gap)
    }
    if len(text) > _ROW or _SENTENCE.search(text):
        return found
    if label := _WORDS.match(text):
        words = [gap for gap in gaps if gap.start >= label.end() and _between_words(gap)]
        singles = sum(len(gap.right) == 1 for gap in words)
        if singles < _SPREAD - 1:
            found.update(gap.start for gap in words)
    elif numbered := _NUMBERED.match(text):
        found.add(numbered.end())
    elif len(gaps) > 1 and _are_items([gaps[0].left, *(gap.right for gap in gaps)]):
        found.update(gap.start for gap in gaps)
    return found


def _are_items(words: Sequence[str]) -> bool:
    """Say whether words are those of a row: all of them short, or figures behind the first."""
    behind = words[1:]
    if all(map(_FIGURE.fullmatch, behind)):
        return words[0].isalnum()
    return all(_ITEM.fullmatch(word) for word in words)


#: A word of a row that single blanks part.
_ITEM = lazy_regex(r"[\u4e00-\u9fff]{2,5}")


def _between_full_names(gap: _Gap) -> bool:
    """Say whether a gap stands between two names, or what somebody is and the name."""
    one, two = _BOUNDS.split(gap.left)[-1], _BOUNDS.split(gap.right)[0]
    named = _NAMED.match(two)
    if not named or not is_surely_name(named[0]):
        return False
    if is_surely_name(one) or _REPORTS.fullmatch(one):
        return True
    return len(one) > 3 and one[-4] in "有是长员任记" and is_surely_name(one[-3:])


# A name, and what may stand behind the last of a row (李二牛等人, 张三丰三位).
_NAMED = lazy_regex(rf"[\u4e00-\u9fff]{{2,3}}?(?=$|[等同两几{CHINESE}])")
# Who reports, before the name: 通讯员 王大海.
_REPORTS = lazy_regex("(?:特约|实习)?(?:通讯员|记者|编辑|摄影|撰稿|审核|校对)")


def is_row(text: str) -> bool:
    """Say whether a line is a row of a table or list: no sentence, and parted by gaps."""
    return len(text) <= _ROW and not _SENTENCE.search(text) and bool(separators(text))


def _gaps(text: str) -> Iterator[_Gap]:
    spans = [match.span() for match in BLANKS.finditer(text)]
    ends = [(0, 0), *spans, (len(text), len(text))]
    words = [text[end:start] for (_, end), (start, _) in pairwise(ends)]
    for (start, end), (left, right) in zip(spans, pairwise(words), strict=True):
        if left and right:
            blanks = text[start:end]
            cells = 4 * blanks.count("\t") + width(blanks.replace("\t", ""))
            yield _Gap(start, left, right, cells, cells > 1)


def _between_words(gap: _Gap) -> bool:
    """Say whether a gap stands between two words, and not in a date."""
    last, first = gap.left[-1], gap.right[0]
    if (last in _DIGITS and first in _UNITS) or (last in _UNITS and first in _DIGITS):
        return False
    return (last.isalnum() or last in _ENDS) and (first.isalnum() or first in _BEGINS)


def _within_word(gap: _Gap) -> bool:
    """Say whether a gap stands between the characters of one word or name (地　点, 欧阳　修)."""
    one, two = gap.left, gap.right
    if not (is_han(one[-1]) and is_han(two[0])):
        return False
    one, two = re.split("[：:、]", one)[-1], re.split("[：:、]", two)[0]
    sizes = len(one), len(two)
    return sizes == (1, 1) or (sizes in ((1, 2), (2, 1)) and is_name(one + two))


def _between_names(gap: _Gap) -> bool:
    """Say whether a gap in a sentence stands between a body or person and a person."""
    one, two = _BOUNDS.split(gap.left)[-1], _BOUNDS.split(gap.right)[0]
    if not (is_surely_name(one) or is_unit(one)):
        return False
    whole = is_surely_name(two)
    return whole or (is_surely_name(one) and any(is_surely_name(two[:n]) for n in (2, 3)))
