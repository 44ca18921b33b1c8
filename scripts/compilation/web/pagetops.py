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

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..body.lines import Dropped, Line
from ..divisions import endings
from ..divisions.successions import is_prose
from ..signatures import byline
from ..text.dates import ASCII_TIME, DAY
from ..text.lazy import lazy_regex
from ..text.signs import (
    BLANK,
    COMMON_HAN,
    NUMBER,
    B,
    core,
    ends_with_genre,
    is_note,
    is_salutation,
    mark,
)
from ..text.variants import either
from ..tops.titles import DASHED, names_collection, title_like
from . import english, mastheads

#: So many lines at the top may be the title and what is said of the text.
_TOP = 8
#: A value is at most this long (characters).
_VALUE = 20
#: A row has so many signs or more.
_ROW = 4
#: The lines over a row of signs that is drawn below a title are at most this long.
_TITLE = 40
_VALUED = lazy_regex(
    either(
        rf"[【\[（(]?(?:(?:文章|信息|稿件|内容)?来源|稿源|出处|作者|(?:信息|文章)?发布(?:时间|日期|单位|机构)|(?:发稿)?(?:时间|日期)|"
        rf"(?:责任)?编辑|责编|(?:点击|浏览|阅读)(?:数|次数|量)?|访问量){B}*[：:]"
    )
)
# The words that a blog files a text under stand below such a label, several of them too.
_TAGGED = lazy_regex(either(rf"(?:标签|(?:文章|所属)?分类){B}*[：:]"))
#: So many words at most.
_TAGS = 6
_SIZES = lazy_regex(either("[【\\[（(]?字(?:体|号|体大小|号大小)[：:]"))
_SIZE = lazy_regex("[大中小]号?|[加减減]大?小?|还原|還原|默认|默認|[】\\]）)]")
_ENDED = lazy_regex("[。；！？，：]")
# When a page was put up, to the minute.
_STAMP = lazy_regex(rf"{DAY}{B}+\d\d?[:：时時]\d\d(?:[:：分]\d{{0,2}}秒?)?")


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
        if _TAGGED.fullmatch(label):
            found += _tags(source, base, lines, below, item, dropped)
        elif _VALUED.fullmatch(label):
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
_COUNTS = lazy_regex(rf"\d{{1,7}}(?:{B}+\d{{1,7}}){{1,2}}")
_COUNT_ITEM = lazy_regex(rf"[•·]{B}*\d{{1,7}}")


def counts(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the lines of nothing but counts, below the title and what a page says of its text.

    As items they stand one below the other, and what else the page says is above or below them.
    """
    items: list[int] = []
    for index, line in enumerate(lines[1:_TOP], 1):
        if line.said or _is_text(line):
            break
        if _COUNTS.fullmatch(line.text):
            above = lines[index - 1].tracked.end
            return [index] if _is_said(dropped, above, line.tracked.start) else []
        if _COUNT_ITEM.fullmatch(line.text) and (not items or items[-1] == index - 1):
            items.append(index)
    if not items or items[-1] + 1 == len(lines):
        return []
    above, below = lines[items[0] - 1].tracked.end, lines[items[-1] + 1].tracked.start
    return items if _is_said(dropped, above, below) else []


def _is_said(dropped: Sequence[Dropped], start: int, end: int) -> bool:
    """Say whether a page says something of its text between two places of the source."""
    return any(item.rule == "noise-meta" and start <= item.start < end for item in dropped)


# What a page of several texts counts of itself, over its number on a line of its own.
_COUNTER = lazy_regex(
    either("(?:(?P<read>浏览|阅读|点击|访问|人气)|下载|收藏|评论|点赞|范文|文章|文档)[数量]?")
)


def counters(lines: Sequence[Line]) -> list[int]:
    """Give the words of counters among the top lines, each with the number right below it.

    One at least says how often the page was read; a number whose word went as a button, and one
    that stands over all, go too.
    """
    found: list[int] = []
    read = False
    for index, line in enumerate(lines[:_TOP]):
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        word = _COUNTER.fullmatch(line.text) if _BARE.fullmatch(below) and not line.said else None
        if word:
            found += [index, index + 1]
            read = read or bool(word["read"])
        elif found and found[-1] == index - 1 and _BARE.fullmatch(line.text) and not line.said:
            found.append(index)
    if not read:
        return []
    return [0, *found] if 0 not in found and _BARE.fullmatch(lines[0].text) else found


_BARE = lazy_regex(r"\d[\d.,]{0,8}[kKwW万萬]?\+?次?")


# Name, year and number of a journal: 基层论坛　2021年21期.
_ISSUE = lazy_regex(either(rf"[^，。；：！？{BLANK}]{{2,16}}{B}*(?:19|20)\d\d年{B}*第?\d{{1,3}}期"))
# What is left of a sign that the page had before its title.
_LOST = lazy_regex("[?？□\ufffd]{1,3}")


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
    """Give the line right below a label where it can be its value, as near as all lines stand."""
    line = lines[index]
    between = source[end - base : line.tracked.start - base]
    apart = (
        source.count("\n", one.tracked.end - base, other.tracked.start - base)
        for one, other in pairwise(lines[:_TOP])
    )
    near = between.count("\n") in (1, min(apart, default=1))
    if near and not between.strip() and _is_value(line):
        yield index


def _tags(
    source: str,
    base: int,
    lines: Sequence[Line],
    index: int,
    label: Dropped,
    dropped: Sequence[Dropped],
) -> Iterator[int]:
    """Give the words below a label of tags: those down to the next label, or the first alone."""
    below = bisect_left(dropped, label.end, key=lambda item: item.start)
    until = dropped[below].start if below < len(dropped) else label.end
    end = bisect_left(lines, until, key=lambda line: line.tracked.start)
    if index < end <= index + _TAGS and all(map(_is_value, lines[index:end])):
        yield from range(index, end)
    else:
        yield from _right_below(source, base, lines, index, label.end)


def rows(lines: Sequence[Line]) -> list[int]:
    """Give the rows of signs above the title and right below it, or below who wrote the text.

    They draw a line at the top of a page, and part no texts.
    """
    found: list[int] = []
    for index, line in enumerate(lines[:_TOP]):
        if _is_row(line):
            found.append(index)
        elif not _of_top(line) or (index > len(found) and not _is_below_title(line.text)):
            break
    return found if found and found[-1] + 1 < len(lines) else []


def _of_top(line: Line) -> bool:
    return not line.said and len(line.text) <= _TITLE and not is_prose(line)


def _is_below_title(text: str) -> bool:
    """Say whether a line stands between title and text: a person, a date, a subtitle, a note."""
    return byline.looks_like(text, True) or bool(DASHED.match(text)) or is_note(text)


def _is_row(line: Line) -> bool:
    """Say whether a line is a row of several signs; of low lines too, as _ and ＿."""
    if len(line.text) < _ROW or line.said:
        return False
    return endings.is_row(line.text) or not line.text.strip("＿")


def stamps(lines: Sequence[Line]) -> list[int]:
    """Give the line right below the title that says to the minute when a page was put up.

    A row of signs may part the two, or the title said again.
    """
    top = 1
    while top < min(len(lines), _TOP) and (
        _is_row(lines[top]) or core(lines[top].text) == core(lines[0].text)
    ):
        top += 1
    if len(lines) < top + 2 or lines[top].said or is_prose(lines[0]):
        return []
    return [top] if _PUT_UP.fullmatch(lines[top].text) else []


# As a machine writes it; who dates a diary by hand writes 年 and 月.
_PUT_UP = lazy_regex(rf"(?:19|20)\d\d(?P<sign>[-/])\d\d?(?P=sign)\d\d?{B}+{ASCII_TIME}")
# Words of buttons that may be an author's elsewhere.
_WORDS = lazy_regex(
    either(
        "[【\\[(（]?(?:编辑|删除|订阅|转载|原创|推荐|置顶|分享|摄影|审核|签发)[】\\])）]?|(?:下载|资源|文档)(?:资源|描述|简介|介绍|预览)"
        "|点击查看更多[>》]*"
    )
)


def words(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the words of buttons between title and text, beside what was dropped there."""
    found: list[int] = []
    for index, line in enumerate(lines[1 : _TOP + 1], 1):
        if line.said or (is_prose(line) and not line.sourced):
            break
        if _WORDS.fullmatch(line.text):
            found.append(index)
    if not found or not dropped:
        return []
    last = found[-1]
    end = lines[last + 1].tracked.start if last + 1 < len(lines) else lines[last].tracked.end
    low = bisect_left(dropped, lines[0].tracked.start, key=lambda item: item.start)
    return found if any(item.start < end for item in dropped[low : low + 1]) else []


# What a shop has of its customer over a title, a line each, below a word of its menu.
_MINE = lazy_regex(either("我的(?:足迹|收藏|订单|下载|文库|账户|书架|消息|文档|关注)"))
# The cell of a row that has no other: | 热门文章 |.
_CELL = lazy_regex(rf"[|｜]{B}*(?P<cell>[^|｜]{{2,40}}?){B}*[|｜]")
#: So many such rows at least.
_CELLS = 2


def boxes(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the words of a shop over the title, or the boxes of a page as rows of one cell.

    The last of these rows says the title below.
    """
    size = 0
    cells: list[str] = []
    for line in lines[:_TOP]:
        cell = _CELL.fullmatch(line.text)
        if not cell or line.said:
            break
        cells.append(core(cell["cell"]))
    if len(lines) > len(cells) >= _CELLS and cells[-1] == core(lines[len(cells)].text):
        return list(range(len(cells)))
    if lines and dropped and dropped[0].end <= lines[0].tracked.start:
        while size < len(lines) - 1 and _MINE.fullmatch(lines[size].text) and not lines[size].said:
            size += 1
    return list(range(size))


def _is_value(line: Line) -> bool:
    short = len(line.text) <= _VALUE and not line.said
    return short and not _ENDED.search(line.text) and not mark(line.text)


def _sizes(lines: Sequence[Line], index: int) -> Iterator[int]:
    """Give the sizes of the type that stand below their label, a line each."""
    while index < len(lines) and _SIZE.fullmatch(lines[index].text) and not lines[index].said:
        yield index
        index += 1


# How a site introduces the one text of its page: 以下是一则守堤的倡议书，欢迎大家借鉴！
_ONE_TEXT = lazy_regex(
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
_HOME = lazy_regex(either("(?:网站|返回)?(?:首页|主页)"))
#: So many entries at least are a menu.
_ENTRIES = 3
#: So many are the way to a page whose title says the last of them (范文, 心得体会).
_WAY = 2
_ENTRY = lazy_regex(rf"(?!{NUMBER}$)[\u4e00-\u9fff]{{1,6}}")


def entries(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the entries of a menu at the very top, a line each, below its first (首页, Menu).

    ``source`` is all of it, ``dropped`` what went before.  The name of the site may stand above,
    or its motto.  The last short line is the title where it names a kind of text, or a subtitle,
    a person or text is right below it.
    """
    if not lines:
        return []
    menu = dropped[0]
    place = source[menu.start : menu.end]
    named = mastheads.site(lines, menu, place) if lines[0].tracked.start < menu.start else []
    first = len(named)
    if first == len(lines):
        return []
    above = (item for item in dropped if item.end <= lines[first].tracked.start)
    said = [source[item.start : item.end] for item in above]
    if not said or not (_HOME.fullmatch(said[0]) or any(map(english.is_words, said))):
        return []
    count = first
    while count < len(lines) and _ENTRY.fullmatch(lines[count].text):
        if lines[count].said:
            return []
        count += 1
    least = _ENTRIES
    if first < count < len(lines) and core(lines[count - 1].text) in core(lines[count].text):
        least = _WAY
    if not least <= count - first < len(lines) - first:
        return []
    below, last = lines[count], lines[count - 1].text
    titled = DASHED.match(below.text) or byline.looks_like(below.text, True)
    titled = titled or (is_prose(below) and not _is_signed_title(lines, count))
    if not titled and ends_with_genre(last):
        titled = not (COMMON_HAN.search(below.text) and title_like(below.text))
    count -= 1 if titled else 0
    return list(range(count)) if count - first >= least else []


def _is_signed_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a title with commas: below it stands who wrote it, or the page's."""
    if not title_like(lines[index].text) or index + 1 >= len(lines):
        return False
    return lines[index].sourced or byline.looks_like(lines[index + 1].text)
