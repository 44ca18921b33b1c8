"""Finds what the program of a forum sets around a post: the switches of its page, its ratings.

    石桥论坛                        over all of a page for printing
    标题: 守堤的一夜 [打印本页]
    关灯                            over the title of the thread
    开启左侧
    ……
    评分                            below a post
    参与人数 2 金币 +10 收起 理由
    守堤人 + 5 赞一个！

The title of such a page, the switch of the side and the head of the ratings are dropped by their
words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..body.lines import Dropped, Line
from ..divisions.successions import is_prose
from ..text.lazy import lazy_regex
from ..text.signs import B
from ..text.variants import either
from ..tops.titles import title_like

#: So many lines at most stand over the switch of the side.
_OVER = 4
_SIDE = lazy_regex(either("(?:开启|打开|收起|关闭)[左右]侧"))
_RATED = lazy_regex(either("参与人数"))
_RATINGS = lazy_regex(either("(?:本帖)?(?:被)?评分(?:记录)?"))
# By how much somebody rated a post, whose name is before it or in the line above: 守堤人 + 5 赞！
_RATING = lazy_regex(rf"(?:[^。，；：]{{1,20}}?{B}*)?[+＋－-]{B}*\d{{1,4}}(?:{B}.{{0,40}})?")
#: Name, number and reason are at most so long where each has its line.
_CELL = 24
_LIGHTS = lazy_regex(either("[关开]灯"))


# The title of a page for printing; the name of the forum over it is so long, without such signs.
_PRINTED = lazy_regex(either(r"标题[：:].{2,60}\[打印本页\]"))
_FORUM = lazy_regex(r"[^，。；：！？、“”《》]{2,24}")


def find(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give such lines, by their indexes.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
    found = [] if base else _plate(source, lines, dropped)
    for item in dropped:
        if item.rule != "noise-button":
            continue
        index = bisect_left(lines, item.start, key=lambda line: line.tracked.start)
        text = source[item.start - base : item.end - base]
        if _RATED.match(text):
            found += _ratings(lines, dropped, item, index)
        elif not base and _SIDE.fullmatch(text):
            lights = index < len(lines) and _LIGHTS.fullmatch(lines[index].text)
            index += bool(lights)
            found += range(index) if _is_top(lines, index) else ()
    return found


def _plate(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the first line where it is the name of a forum, right over the title of the page."""
    if not lines or lines[0].said or not _FORUM.fullmatch(lines[0].text):
        return []
    below = bisect_left(dropped, lines[0].tracked.end, key=lambda item: item.start)
    item = dropped[below] if below < len(dropped) else None
    if item is None or (len(lines) > 1 and item.start > lines[1].tracked.start):
        return []
    return [0] if _PRINTED.fullmatch(source, item.start, item.end) else []


def _is_top(lines: Sequence[Line], size: int) -> bool:
    """Say whether nothing of a text is among so many lines at the top, and a title below them."""
    if not size <= _OVER or size >= len(lines) or not title_like(lines[size].text):
        return False
    return not any(line.said or is_prose(line) for line in lines[:size])


def _ratings(
    lines: Sequence[Line], dropped: Sequence[Dropped], head: Dropped, index: int
) -> Iterator[int]:
    """Give what stands over the head of ratings, and these, down to what else was dropped."""
    if index and _RATINGS.fullmatch(lines[index - 1].text) and not lines[index - 1].said:
        yield index - 1
    below = bisect_left(dropped, head.end, key=lambda item: item.start)
    until = len(lines)
    if below < len(dropped):
        until = bisect_left(lines, dropped[below].start, key=lambda line: line.tracked.start)
    end = first = index
    while index < until:
        line = lines[index]
        rates = _RATING.fullmatch(line.text)
        if line.said or not (rates or (len(line.text) <= _CELL and "。" not in line.text)):
            break
        index += 1
        end = index if rates else end
    # The reason for the last of them stands below it.
    yield from range(first, index if end > first and index - end <= 1 else end)
