"""Finds what belongs to a breadcrumb: the menu above it, its other lines, its last element again.

您的位置：石桥网 >
心得体会 > 防汛心得 >
防汛心得
守堤的一夜
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from ..body.lines import Dropped, Line
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import ANY_STOP, mark
from ..tops.titles import DASHED, title_like
from . import inside

#: An entry of a menu is at most this long; a line of a breadcrumb that long (characters).
_ENTRY, _WAY = 8, 60
#: So many entries at most stand above a text.
_ENTRIES = 40
#: So many words without arrows at least are a menu.
_MENU = 4
#: The title of a page has at most so many lines.
_TITLE_LINES = 3
_ARROW = lazy_regex("[>＞»→›/|｜]")
_APART = lazy_regex(r"[\s|｜·>＞»→›/]+")
#: How the mark of a chapter begins.
HEADER = lazy_regex("第.{1,4}篇|[篇【]|[A-Z][.．、：:]")
_COMMA = lazy_regex("[，,]")
# What leads a breadcrumb in: 当前位置：.
_LED = lazy_regex("^[^：:>＞»→›]{2,12}[：:]")
_POINTS = frozenset(">＞»→›")


def menu(
    lines: Sequence[Line], dropped: Sequence[Dropped], crumb: Dropped, place: str
) -> list[int]:
    """Give the short lines right above a breadcrumb, where nothing longer stands above them.

    One alone is of the page where something of it stands above, or the breadcrumb leads through it.
    """
    count = bisect_left(lines, crumb.start, key=lambda line: line.tracked.start)
    if not 0 < count <= _ENTRIES:
        return []
    for line in lines[:count]:
        if line.said or len(line.text) > _ENTRY or ANY_STOP.search(line.text):
            return []
    sure = count >= 2 or dropped[0].start < lines[0].tracked.start
    above = lines[0].text  # at the end of the way it may be the title
    sure = sure or (above in _APART.split(_LED.sub("", place)) and above != last(place))
    return list(range(count)) if sure else []


def goes_on(lines: Sequence[Line], crumb: Dropped, place: str) -> list[int]:
    """Give the lines below a breadcrumb that go on with it, by the arrows they begin or end with.

    What stands behind an arrow at the end is its next element, or the title.
    """
    found: list[int] = []
    first = bisect_left(lines, crumb.end, key=lambda line: line.tracked.start)
    led = place.rstrip()[-1:] in _POINTS or place.rstrip()[-1:] in "：:"
    for index in range(first, len(lines) - 1):
        text = lines[index].text
        arrowed = text[0] in _POINTS or text[-1] in _POINTS
        entry = led and len(text) <= _ENTRY and _heads(lines, index + 1)
        if lines[index].said or len(text) > _WAY or not (arrowed or entry):
            break
        found.append(index)
        led = text[-1] in _POINTS
    return found


def _heads(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can be a title, and not what stands below one."""
    text = lines[index].text
    if text[0] in _POINTS:
        return True
    below = DASHED.match(text) or mark(text) or byline.looks_like(text, True)
    return title_like(text) and not below


def last(place: str) -> str:
    """Give the last element of a breadcrumb; 正文 and the like are none."""
    pieces = (piece.strip() for piece in reversed(_ARROW.split(place)))
    return next((piece for piece in pieces if not _TEXT.fullmatch(piece)), "")


def said_again(
    lines: Sequence[Line], crumb: Dropped, place: str, gone: Container[int]
) -> list[int]:
    """Give the lines below a breadcrumb that say its last element, where a title follows.

    At the top of a page, or below a menu of several entries without arrows, it may be any of
    them, and in English too (News).

    Without another title below it may be the title of the text itself, over the mark of a
    chapter that of all.  ``gone`` are lines that are of the page.
    """
    first = bisect_left(lines, crumb.end, key=lambda line: line.tracked.start)
    pieces = [piece for piece in _APART.split(place) if piece]
    said = {last(place), inside.OF_FILE.sub("", last(place))}
    on_top = all(above in gone for above in range(first))
    on_top = on_top or (len(pieces) >= _MENU and not _ARROW.search(place))
    found: list[int] = []
    for index in range(first, len(lines)):
        line = lines[index]
        if index in gone:
            continue
        own = line.text.rstrip(_DASHES)  # 德育园地——
        own = own if own in said else _LATIN.sub("", own)
        known = own in said or (on_top and (not own or own in pieces))
        if line.said or not known or any(line.text == lines[i].text for i in found):
            break
        found.append(index)
    while found and not (_LATIN.sub("", lines[found[-1]].text) and _titled(lines, found[-1], gone)):
        found.pop()
    return found


# What stands in a breadcrumb in place of the title, and words in English beside a column's name.
_TEXT = lazy_regex(r"\s*(?:正文|详情|详细|文章|内容|浏览)?(?:页|内容|正文)?\s*")
_DASHES = "—–-"
_LATIN = lazy_regex(r"[A-Za-z][A-Za-z &.]*|\s")


def _titled(lines: Sequence[Line], index: int, gone: Container[int]) -> bool:
    """Say whether a title stands below a line, those that are of the page left out."""
    below = next((i for i in range(index + 1, len(lines)) if i not in gone), None)
    if below is None:
        return False
    following = lines[below].text
    # Below the name of a column stands a title; what is longer is one, and may have text below.
    column = len(lines[index].text) <= _ENTRY or not _COMMA.search(following)
    if column and _heads(lines, below) and not HEADER.match(following):
        return True
    # What a page says of its text (来源：……) stands below the title of that page.
    near = lines[below : below + _TITLE_LINES]
    return any(line.sourced and title_like(line.text) for line in near)
