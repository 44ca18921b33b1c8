"""Finds the days of a diary: dates on lines of their own, over what happened then."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..signatures.labels import WEATHER, WEEKDAY
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, Mark, ends

# With the year, a line says so alone: 2018年4月2日　星期一　晴.
_WHOLE = lazy_regex(
    rf"[\d〇零一二三四五六七八九十年月日.．/-]{{5,12}}[{BLANK}]*{WEEKDAY}?[{BLANK}]*{WEATHER}?"
)
# Without it others must be like it: 3月9日　晴, 4月5日 清明 小雨, （五月三日，星期六）.
_SHORT = lazy_regex(
    rf"[（(]?(?:1[0-2]|[1-9]|[一二三四五六七八九十]{{1,2}})月(?:[123]?\d|[一二三四五六七八九十]{{1,3}})[日号號]"
    rf"(?:[{BLANK}，,（(]*(?:{WEEKDAY}|{WEATHER}|(?<=[{BLANK}])[\u4e00-\u9fff]{{2,3}}(?=[{BLANK}]|$))[）)]?){{0,3}}[）)]?"
)
#: What a day can begin with that is no digit.
_FIRST = "（(〇零一二三四五六七八九十"
#: Such a line is at most this long (characters).
_LONGEST = 24


def is_day(text: str) -> bool:
    """Say whether a line has the shape of a day; its words stay apart (3月9日　晴)."""
    if len(text) > _LONGEST or not (text[0].isdigit() or text[0] in _FIRST):
        return False
    return bool(_SHORT.fullmatch(text) or (_WHOLE.fullmatch(text) and date(text)))


def is_told(text: str) -> bool:
    """Say whether a line is a day, its year and its weekday or weather, as none signs."""
    if not is_day(text):
        return False
    found = date(text)
    return found is not None and found.end < len(text.rstrip("）)"))


def is_only(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the only day that a text tells of: the day of its title.

    Those below it may have no year.
    """
    if not is_told(lines[index].text) or index + 1 >= len(lines):
        return False
    return not any(is_told(line.text) or _is_short(line.text) for line in lines[index + 1 :])


def in_diary(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a day over what happened then, and another such day stands below."""
    return _over(lines, index) and any(
        _over(lines, other) and ends(lines[other - 1].text)
        for other in range(index + 2, len(lines) - 1)
    )


def _over(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a day, with a sentence below it."""
    if not is_day(lines[index].text) or index + 1 >= len(lines):
        return False
    below = lines[index + 1].text
    return ends(below) and not is_day(below)


def _is_short(text: str) -> bool:
    """Say whether a line is a day without its year, but with its weekday or weather."""
    return is_day(text) and not date(text) and text.rstrip("）)")[-1] not in "日号號"


def find(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Give the lines that are the days of a diary; dates below what they date are none.

    Nor is a date that is the only one and nothing else, with no text above: it says when the text
    was written.
    ``marks`` are the numbers at the beginnings of the lines.
    """
    whole: set[int] = set()
    short: set[int] = set()
    for index, line in enumerate(lines):
        text = line.text
        if not is_day(text):
            continue
        below = index + 1 < len(lines) and marks[index + 1] is None
        over = below and (len(lines[index + 1].text) > len(text) or ends(lines[index + 1].text))
        if not over:
            continue
        if _SHORT.fullmatch(text):
            short.add(index)
        else:
            whole.add(index)
    # Dates alone may stand below what they date.
    told = sum(lines[index].text.rstrip("）)")[-1] not in "日号號" for index in short)
    if len(whole | short) == 1:
        below_text = (index for index in whole if index and ends(lines[index - 1].text))
        whole = {*below_text, *(index for index in whole if is_told(lines[index].text))}
    return whole | short if len(whole | short) > 1 and told * 2 >= len(short) else whole
