"""Finds what a page left above and below its text by where it stands.

One link or button without a mark of its own looks like a title or a heading.  It is known by
its company: the entries of a menu stand before the breadcrumb, the titles of other texts
behind the words that announce them (相关文章) and before the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from . import byline
from .lines import Dropped, Line
from .titles import FAR, title_like

#: An entry of a menu is at most this long, a link to another text at most that long.
_ENTRY, _LINK = 8, 45
#: So many entries at most stand above a text, so many links below it.
_ENTRIES, _LINKS = 40, 15
_STOPS = re.compile(r"[。，；：！？、,;:!?]")
_ENDED = re.compile(r"[。；！？;!?]|[，,：:]$")
_ARROW = re.compile("[>＞»→›/|｜]")
_HEADER = re.compile("[第篇【]")


def remove(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Drop menus, the end of a breadcrumb said again, links to texts, the last page number.

    ``lines`` and ``dropped`` are those of one stretch of source, each in order; ``base`` is
    the offset of its first character.
    """
    found: dict[int, str] = {}
    for item in dropped:
        if item.rule == "noise-breadcrumb":
            found |= dict.fromkeys(_menu(lines, dropped, item), item.rule)
            place = source[item.start - base : item.end - base]
            found |= dict.fromkeys(_said_again(lines, item, place), item.rule)
        elif item.rule == "noise-related":
            found |= dict.fromkeys(_links(lines, dropped, item), item.rule)
    if lines and _page_number(lines[-1]):
        found[len(lines) - 1] = "noise-page"
    if not found:
        return list(lines), list(dropped)
    gone = [Dropped(lines[i].tracked.start, lines[i].tracked.end, r) for i, r in found.items()]
    kept = [line for index, line in enumerate(lines) if index not in found]
    return kept, sorted([*dropped, *gone], key=lambda item: item.start)


def _page_number(line: Line) -> bool:
    """Say whether the last line is the number of its page, in the middle or on the right."""
    text = line.text
    return len(text) <= 3 and text.isdecimal() and line.indent >= FAR and not line.said


def _menu(lines: Sequence[Line], dropped: Sequence[Dropped], crumb: Dropped) -> list[int]:
    """Give the short lines right above a breadcrumb, where nothing longer stands above them."""
    count = bisect_left(lines, crumb.start, key=lambda line: line.tracked.start)
    if not 0 < count <= _ENTRIES:
        return []
    for line in lines[:count]:
        if line.said or len(line.text) > _ENTRY or _STOPS.search(line.text):
            return []
    sure = count >= 2 or dropped[0].start < lines[0].tracked.start
    return list(range(count)) if sure else []


def _said_again(lines: Sequence[Line], crumb: Dropped, place: str) -> list[int]:
    """Give the line below a breadcrumb that is its last element, where a title follows.

    Without another title below it may be the title of the text itself.
    """
    index = bisect_left(lines, crumb.end, key=lambda line: line.tracked.start)
    if index + 1 >= len(lines) or lines[index].said:
        return []
    last = _ARROW.split(place)[-1].strip()
    again = lines[index].text == last
    return [index] if again and title_like(lines[index + 1].text) else []


def _links(lines: Sequence[Line], dropped: Sequence[Dropped], words: Dropped) -> list[int]:
    """Give the lines behind such words, where nothing but links follows to the end."""
    first = bisect_left(lines, words.end, key=lambda line: line.tracked.start)
    if not 0 < len(lines) - first <= _LINKS:
        return []
    for line in lines[first:]:
        text = line.text
        if line.said or len(text) > _LINK or _ENDED.search(text) or _HEADER.match(text):
            return []
        if byline.looks_like(text) or byline.names_person(text):
            return []
    return list(range(first, len(lines)))
