"""Finds what a site says at the very top beside its buttons: its greeting, its row of columns.

    欢迎来到样例阁
    购物车(0)
    期刊大全 杂志订阅 出版社 公文范文
    守堤发言稿范文

The button between them is dropped by its words; alone, such lines may be titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..signatures import byline
from ..signatures.names import is_name
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.variants import either
from ..tops.titles import title_like

#: So many such lines at most stand over the title.
_TOP = 5
_GREETING = lazy_regex(
    either(
        "(?:您好[，,！!])?(?:热烈)?欢迎[您你]?(?:来到|光临|访问|进入)[^。，；！？：:]{2,12}[。！!]?"
    )
)
_ENTRY = "[\u4e00-\u9fffA-Za-z]{2,6}"
_ROW = lazy_regex(rf"{_ENTRY}(?:[{BLANK}]*[{BLANK}|｜·][{BLANK}]*{_ENTRY}){{3,20}}")
_APART = lazy_regex(rf"[{BLANK}|｜·]+")


def find(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give such lines above a title, by their indexes, where a button stands among them."""
    count = 0
    while count < min(_TOP, len(lines)) and _is_of_site(lines[count]):
        count += 1
    if not 0 < count < len(lines):
        return []
    title = lines[count]
    if not title_like(title.text) or byline.looks_like(title.text, True):
        return []
    beside = any(
        item.rule == "noise-button" and item.start < title.tracked.start for item in dropped
    )
    return list(range(count)) if beside else []


def _is_of_site(line: Line) -> bool:
    """Say whether a line greets who comes to the site, or has several of its columns."""
    if line.said:
        return False
    if _GREETING.fullmatch(line.text):
        return True
    entries = _APART.split(line.text) if _ROW.fullmatch(line.text) else []
    return bool(entries) and sum(map(is_name, entries)) * 2 < len(entries)
