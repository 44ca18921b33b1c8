"""Finds where a page says the title of all its texts again, and what it says beside it.

Document sites print the title over the page, under its column and in the middle of the first
text: once is enough.  The way to the page (样例网 精选范文 窗口服务心得体会) ends with it too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..text.dates import ASCII_TIME
from ..text.lazy import lazy_regex
from ..text.praise import COLLECTION
from ..text.signs import BLANKS, NUMBER, B, core, ends_with_genre, squeeze
from ..text.variants import either
from ..tops.titles import title_like

#: A title of all texts has so many characters, without the words that count them.
_LEAST, _MOST = 6, 50
_PRAISE = f"(?:{COLLECTION}|集合|范文|模板|参考|优质)"
# How many texts a page puts together, behind its title: (精选5篇), 精选(九篇), 范文四篇, 多篇.
_COUNT = lazy_regex(
    either(
        rf"(?:[（(【]?{_PRAISE}*[（(【]?(?:{NUMBER}|[多几]){B}?[篇份则][）)】]{{0,2}}|[（(【]?{_PRAISE}{{1,3}}[）)】]?)$"
    )
)
# When a page was put up, as a machine writes it.
_STAMP = lazy_regex(
    rf"(?P<label>(?:发布|更新|發布)?[时時][间間][：:]{B}?)?"
    rf"(?:19|20)\d\d(?P<dash>[-/.])\d\d?(?P=dash)\d\d?(?P<clock>{B}+{ASCII_TIME})?"
)
# What the way to a page begins with, where its arrows were lost.
_SITE = lazy_regex(
    either("(?:网站)?(?:首页|主页)|[\u4e00-\u9fffA-Za-z0-9]{1,10}(?:网|文库|文秘|站|图书馆)")
)
# A column of texts that such a way leads through.
_TEXTS = lazy_regex(either("(?:实用|应用|精选)?(?:范文|文档|作文|公文)(?:大全|写作|中心)?"))


def before_texts(lines: Sequence[Line]) -> dict[int, str]:
    """Give the lines before the first text that only repeat the page, with the rule of each.

    Of lines that say the same title one is kept: the first that counts the texts, or the first.
    """
    found: dict[int, str] = {}
    same: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.said or len(line.text) > _MOST:
            continue
        if index and (stamp := _STAMP.fullmatch(line.text)):
            labelled = stamp["clock"] or stamp["label"]
            if labelled or _same_beside(lines, index) or _over_editors(lines, index):
                found[index] = "noise-meta"
        elif len(key := _key(line.text)) >= _LEAST and title_like(line.text):
            same.setdefault(key, []).append(index)
    for key, places in same.items():
        kept = next((i for i in places if core(lines[i].text) != key), places[0])
        found |= dict.fromkeys([i for i in places if i != kept], "doubled-title")
    if _is_way(lines, found):
        found[0] = "noise-breadcrumb"
    found |= dict.fromkeys(_site(lines), "noise-advert")
    return found


#: The name of a site over the title is at most so long, the kind of its texts alone (characters).
_NAME, _KIND = 8, 4
# What is left of a button above a title.
_BRACKET = lazy_regex("[)）】\\]」』]")


def _site(lines: Sequence[Line]) -> list[int]:
    """Give the name of the site at the very top, where its editors speak below, or a bracket.

    样例大全, and in the words before the texts: 样例大全编辑部特地选出……  The column below it goes
    too, which is but the kind of text that the title names.
    """
    found: list[int] = []
    for index, line in enumerate(lines[:-1]):
        if line.said or len(line.text) > _NAME:
            break
        by = re.compile(either(rf"{re.escape(line.text)}的?(?:小编|编辑|编者)"))
        named = any(by.search(one.text) for one in lines[index + 1 :])
        if not named and not _BRACKET.fullmatch(line.text):
            break
        found.append(index)
    below = [line.text for line in lines[len(found) : len(found) + 2]]
    if found and len(below) > 1 and not lines[len(found)].said:
        column, title = below
        of_kind = len(column) <= _KIND and ends_with_genre(column)
        if of_kind and column in title and column != title:
            found.append(len(found))
    return found


def is_subject(lines: Sequence[Line], dropped: Sequence[Dropped]) -> bool:
    """Say whether the first of two lines or more is the subject of a page, over its title.

    It stands right below the way to the page; the title counts the texts, and below that stands
    what the page says of them.
    """
    way = any(x.rule == "noise-breadcrumb" and x.end <= lines[0].tracked.start for x in dropped)
    return way and lines[1].sourced and counts_texts(lines[1].text)


def counts_texts(text: str) -> bool:
    """Say whether a line ends like the title of a collection (护士演讲稿（精选3篇）)."""
    return _COUNT.search(text.rstrip()) is not None


def _same_beside(lines: Sequence[Line], index: int) -> bool:
    """Say whether the lines above and below say the same title."""
    return index + 1 < len(lines) and _key(lines[index - 1].text) == _key(lines[index + 1].text)


# What the editors of a site say of the texts below.
_EDITORS = lazy_regex(
    either("(?:小编|编者|本站|本网)|(?:推荐|整理|收集|分享).*(?:参考|借鉴|欣赏|阅读)")
)


def _over_editors(lines: Sequence[Line], index: int) -> bool:
    """Say whether the title stands above a line, and the words of the site's editors below."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return index == 1 and title_like(lines[0].text) and _EDITORS.search(below) is not None


def _key(text: str) -> str:
    """Give the title of all texts without what says how many there are."""
    return core(_COUNT.sub("", text.rstrip()))


def _is_way(lines: Sequence[Line], gone: dict[int, str]) -> bool:
    """Say whether the first line is the way to the page: its last piece is the title below.

    Through a column of texts (样例园 范文 承诺书) it may name but the kind of the title.
    """
    if len(lines) < 2 or lines[0].said or len(lines[0].text) > _MOST:
        return False
    pieces = BLANKS.split(lines[0].text)
    column = any(map(_TEXTS.fullmatch, pieces[1:-1]))
    if len(pieces) < 3 or not (column or _SITE.fullmatch(pieces[0])):
        return False
    last = core(pieces[-1])
    below = [line for index, line in enumerate(lines[1:4], 1) if gone.get(index) != "noise-meta"]
    if any(_key(line.text) == last or core(line.text) == last for line in below):
        return True
    kind = column and len(last) > 1 and ends_with_genre(last)
    return kind and bool(below) and _key(below[0].text).endswith(last)


def at_end(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the last line where it says the title of the page again, below other words of it."""
    if len(lines) < _WHOLE or lines[-1].said or len(lines[-1].text) > _MOST:
        return []
    title = core(lines[0].text)
    if len(title) < _LEAST or core(lines[-1].text) != title:
        return []
    low = bisect_left(dropped, lines[-2].tracked.end, key=lambda item: item.start)
    above = dropped[low : low + 1]
    return [len(lines) - 1] if above and above[0].end <= lines[-1].tracked.start else []


#: So many lines at least are a title, a text, and the title again.
_WHOLE = 3


def inside(lines: Sequence[Line]) -> list[int]:
    """Give the lines of a chapter that say the title of the whole page, which its own has too."""
    if not lines:
        return []
    head = squeeze(lines[0].text)
    return [
        index
        for index, line in enumerate(lines)
        if index > 0
        and len(line.text) <= _MOST
        and "篇" in line.text
        and not line.said
        and (counted := _COUNTED.search(line.text))
        and counted.start() >= 4
        and squeeze(line.text[: counted.start()]) in head
    ]


# How many texts a page puts together, in figures, or that they are several.
_COUNTED = lazy_regex(rf"(?:[（(【]?{_PRAISE}*\d{{1,3}}|[（(【]{_PRAISE}*[多几])篇[）)】]?$")
