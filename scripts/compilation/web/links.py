"""Finds the links to other texts that a page sets below its own, behind words that announce them.

相关文章
守堤的一夜
水退以后，我们还回去吗？
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from ..body.lines import Dropped, Line
from ..divisions import endings
from ..signatures import byline
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.signs import NUMBER
from . import repeated

#: A link is at most this long (characters); so many at most stand below a text.
_LINK, _LINKS = 45, 15
_ENDED = lazy_regex(r"[。；！？;!?]|[，,：:]$")
_HEADER = lazy_regex(f"第.{{1,4}}篇|篇|【(?:[第篇]|范文|{NUMBER})")
# A title that asks or calls, as no more than half of the links may; 谢谢大家！ ends a text.
_ASKS = lazy_regex("(?!谢谢|感谢)[^。；！？;!?]{8,}[？！?!]")


def end(lines: Sequence[Line], gone: Container[int]) -> int:
    """Give how many lines there are without those at the end that are of the page."""
    last = len(lines)
    while last > 1 and (last - 1 in gone or endings.can_go(lines[last - 1].text)):
        last -= 1
    return last


def below(lines: Sequence[Line], words: Dropped, gone: Container[int]) -> list[int]:
    """Give the lines behind such words, where nothing but links follows to the end.

    ``gone`` are lines that are of the page; those at the end come below the links.
    """
    lines = lines[: end(lines, gone)]
    first = bisect_left(lines, words.end, key=lambda line: line.tracked.start)
    if not 0 < len(lines) - first <= _LINKS:
        return []
    if first == 0 and len(lines) == 1 and repeated.counts_texts(lines[0].text):
        return []  # the title of the collection below a word at the top of its page
    asked = {i for i in range(first, len(lines)) if _ASKS.fullmatch(lines[i].text)}
    asked = asked if len(asked) * 2 <= len(lines) - first else set()
    for index, line in enumerate(lines[first:], first):
        text = line.text
        if index > first and (day := date(text)) and (day.start, day.end) == (0, len(text)):
            continue  # when the text was put up to which the line above links
        if line.said or line.sourced or len(text) > _LINK:
            return []  # what a page says of its text stands below the title of that
        if (_ENDED.search(text) and index not in asked) or _HEADER.match(text):
            return []
        if byline.looks_like(text) or byline.names_person(text):
            return []
    return list(range(first, len(lines)))
