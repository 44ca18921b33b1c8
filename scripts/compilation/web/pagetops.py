"""Finds what a page says of its text in several lines: a label in one, its value in the next.

    来源：
    某某日报
    【字体：
    大
    小
    】

The labels are dropped by their words; what stands right below one of them is its value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..body.lines import Dropped, Line
from ..divisions.successions import is_prose
from ..signatures import byline
from ..text.signs import BLANK, NUMBER, ends_with_genre, is_salutation, mark
from ..text.variants import either
from ..tops.titles import DASHED, names_collection, title_like
from . import english

#: So many lines at the top may be the title and what is said of the text.
_TOP = 8
#: A value is at most this long (characters).
_VALUE = 20
_VALUED = re.compile(
    either(
        rf"[【\[（(]?(?:(?:文章|信息|稿件|内容)?来源|稿源|出处|作者|(?:信息|文章)?发布(?:时间|日期|单位|机构)|(?:发稿)?(?:时间|日期)|"
        rf"(?:责任)?编辑|责编|(?:点击|浏览|阅读)(?:数|次数|量)?|访问量)[{BLANK}]*[：:]"
    )
)
_SIZES = re.compile(either("[【\\[（(]?字(?:体|号|体大小|号大小)[：:]"))
_SIZE = re.compile("[大中小]号?|[加减減]大?小?|还原|還原|默认|默認|[】\\]）)]")
_ENDED = re.compile("[。；！？，：]")
# When a page was put up, to the minute.
_STAMP = re.compile(
    rf"(?:19|20)\d\d[-./年]\d\d?[-./月]\d\d?日?[{BLANK}]+\d\d?[:：时時]\d\d(?:[:：分]\d{{0,2}}秒?)?"
)


def values(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the lines at the top that are values of labels, by their indexes.

    ``lines`` and ``dropped`` are those of one stretch of ``source``, whose first character has
    the offset ``base``.
    """
    found: list[int] = []
    for item in dropped:
        if not item.rule.startswith("noise-") or item.end - item.start > _VALUE:
            continue
        below = bisect_left(lines, item.end, key=lambda line: line.tracked.start)
        if below >= min(len(lines), _TOP) or any(map(_is_text, lines[:below])):
            continue
        label = source[item.start - base : item.end - base]
        if _VALUED.fullmatch(label):
            found += _right_below(source, base, lines, below, item.end)
        elif _SIZES.fullmatch(label):
            found += _sizes(lines, below)
        else:
            continue
        above = below - 1
        if above > 0 and _STAMP.fullmatch(lines[above].text) and not lines[above].said:
            found.append(above)
    return found


def _is_text(line: Line) -> bool:
    return is_prose(line) and not _STAMP.match(line.text)


# How many answered and how many read, without a word: 0 412.
_COUNTS = re.compile(rf"\d{{1,7}}(?:[{BLANK}]+\d{{1,7}}){{1,2}}")


def counts(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the line with nothing but counts, below the title and what a page says of its text."""
    for index, line in enumerate(lines[1:_TOP], 1):
        if line.said or _is_text(line):
            break
        if _COUNTS.fullmatch(line.text):
            above = lines[index - 1].tracked.end
            said = (item for item in dropped if above <= item.start < line.tracked.start)
            return [index] if any(item.rule == "noise-meta" for item in said) else []
    return []


# Name, year and number of a journal: 基层论坛　2021年21期.
_ISSUE = re.compile(
    either(rf"[^，。；：！？{BLANK}]{{2,16}}[{BLANK}]*(?:19|20)\d\d年[{BLANK}]*第?\d{{1,3}}期")
)
# What is left of a sign that the page had before its title.
_LOST = re.compile("[?？□\ufffd]{1,3}")


def journal(lines: Sequence[Line]) -> list[int]:
    """Give what a page says of the journal that a paper is from, below its title.

    The line with time and author goes where the author stands below too.
    """
    first = int(len(lines) > 2 and _LOST.fullmatch(lines[0].text) is not None)
    found = [0] if first and not lines[0].said else []
    top = range(first + 1, min(first + _TOP, len(lines)))
    issue = next((i for i in top if _ISSUE.fullmatch(lines[i].text) and not lines[i].said), 0)
    if not issue or any(map(_is_text, lines[first:issue])):
        return found
    above = lines[issue - 1]
    stamp = _STAMP.match(above.text)
    author = above.text[stamp.end() :].strip() if stamp else ""
    again = any(line.text == author for line in lines[issue + 1 : issue + _TOP])
    return [*found, *([issue - 1] if author and again and not above.said else []), issue]


def _right_below(
    source: str, base: int, lines: Sequence[Line], index: int, end: int
) -> Iterator[int]:
    """Give the line right below a label where it can be its value."""
    line = lines[index]
    between = source[end - base : line.tracked.start - base]
    if between.count("\n") == 1 and not between.strip() and _is_value(line):
        yield index


def _is_value(line: Line) -> bool:
    short = len(line.text) <= _VALUE and not line.said
    return short and not _ENDED.search(line.text) and not mark(line.text)


def _sizes(lines: Sequence[Line], index: int) -> Iterator[int]:
    """Give the sizes of the type that stand below their label, a line each."""
    while index < len(lines) and _SIZE.fullmatch(lines[index].text) and not lines[index].said:
        yield index
        index += 1


# How a site introduces the one text of its page: 以下是一则守堤的倡议书，欢迎大家借鉴！
_ONE_TEXT = re.compile(
    either(
        "(?:[以如]下|下面|这里|这)(?:是|为)?[^。！？]{0,24}一[则篇份][^。！？]{2,40}[，,][^。！？]{0,8}"
        "(?:欢迎|仅?供|希望)[^。！？]{0,16}(?:借鉴|参考|阅读|帮助|查阅)[^。！？]{0,8}[。！!]?$"
    )
)


def introduction(lines: Sequence[Line]) -> list[int]:
    """Give the site's words over a title that names a kind of text, and over whom it addresses.

    They are the first line, and say that they introduce one text.
    """
    if len(lines) < _INTRODUCED or lines[0].said or not _ONE_TEXT.search(lines[0].text[-120:]):
        return []
    title, below = lines[1].text, lines[2]
    titled = title_like(title) and ends_with_genre(title) and not names_collection(title)
    return [0] if titled and (is_salutation(below.text) or is_prose(below)) else []


#: Title, addressees and text stand below such words.
_INTRODUCED = 4
_HOME = re.compile(either("(?:网站|返回)?(?:首页|主页)"))
#: So many entries at least are a menu.
_ENTRIES = 3
_ENTRY = re.compile(rf"(?!{NUMBER}$)[\u4e00-\u9fff]{{1,6}}")
_HAN = re.compile("[\u4e00-\u9fff]")


def entries(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the entries of a menu at the very top, a line each, below its first (首页, Menu).

    ``source`` is all of it, ``dropped`` what went before.  The last short line is the title where
    it names a kind of text, or a subtitle, a person or text is right below it.
    """
    if not lines:
        return []
    above = (item for item in dropped if item.end <= lines[0].tracked.start)
    said = [source[item.start : item.end] for item in above]
    if not said or not (_HOME.fullmatch(said[0]) or any(map(english.is_words, said))):
        return []
    count = 0
    while count < len(lines) and _ENTRY.fullmatch(lines[count].tracked.text):
        if lines[count].said:
            return []
        count += 1
    if not _ENTRIES <= count < len(lines):
        return []
    below, last = lines[count], lines[count - 1].text
    titled = DASHED.match(below.text) or byline.looks_like(below.text, True) or is_prose(below)
    if not titled and ends_with_genre(last):
        titled = not (_HAN.search(below.text) and title_like(below.text))
    count -= 1 if titled else 0
    return list(range(count)) if count >= _ENTRIES else []
