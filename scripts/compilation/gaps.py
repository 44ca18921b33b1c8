"""Tells blanks that part columns or names from those that got in by accident.

A gap is an ideographic space, a tab, or two blanks and more.  In a line without a sentence it
parts columns (年份　册数　读者); in a sentence it does so only between names.  Characters that are
set wide apart (政　府　工　作, 邓　丽) are parted by none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .signatures.names import is_name, is_surely_name, is_unit
from .text.lazy import lazy_regex
from .text.numerals import CHINESE
from .text.signs import BLANKS, has_blank, is_han, mark, width

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
