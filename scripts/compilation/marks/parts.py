"""Finds the texts inside the parts of a book, and the parts that only their texts show.

A part (第一部分　学习篇, 第二辑, 一等奖) stands over the titles of several texts; so do the parts
of one text over its headings, but these nobody signs.  The titles are looked for with the parts
left out, as if each stood right below the text before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..body.lines import Line
from ..divisions.successions import is_prose
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, squeeze
from ..text.variants import either
from ..tops.titles import behind_sign, title_like
from .header import NUMBER, PRIZE, UNMARKED, Header

#: What gives the titles of texts that no mark shows, of lines.
Finder = Callable[[Sequence[Line]], list[Header]]

# What a book is divided into that has several texts in each.
_DIVIDES = lazy_regex(either("第N(?:部分|单元|[章编卷辑集期])"))
_PART = lazy_regex(
    either(
        rf"(?P<mark>第[{BLANK}]?(?P<n>{NUMBER})[{BLANK}]?(?P<of>部分|单元|[章编卷辑]))"
        rf"(?:[{BLANK}：:、]+(?P<title>[^。，；！？]{{2,30}}))?"
    )
)
#: A part is at most this long (characters).
_LONGEST = 40


def find(lines: Sequence[Line], titles_in: Finder) -> tuple[list[Header], list[Header]]:
    """Give the parts that divide a book and the titles inside them; none where no text shows it."""
    kinds: dict[str, list[Header]] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST and not line.said and (found := _PART.fullmatch(line.text)):
            number = value(squeeze(found["n"])) or 0
            end = len(line.text)
            title = found.span("title") if found["title"] else (end, end)
            header = Header(index, f"第N{found['of']}", number, 0, found.span("mark"), title)
            kinds.setdefault(found["of"], []).append(header)
    for every in kinds.values():
        # A list at the front may name them too.
        parts = every[max((i for i, one in enumerate(every) if one.number == 1), default=0) :]
        if len(parts) > 1 and [one.number for one in parts] == [*range(1, len(parts) + 1)]:
            titles = _right_below(lines, parts, titles_in)
            if len(titles) > len(parts):
                return parts, titles
    return [], []


def inside(lines: Sequence[Line], parts: Sequence[Header], titles_in: Finder) -> list[Header]:
    """Give the titles inside known parts of a book, where one of them has several."""
    if parts[0].form == PRIZE:
        return _right_below(lines, parts, titles_in) or _sole(lines, parts)
    if not _DIVIDES.fullmatch(parts[0].form):
        return []
    if len(below := _right_below(lines, parts, titles_in)) > len(parts):
        return below
    result: list[Header] = []
    several = False
    ends = [header.line for header in parts[1:]] + [len(lines)]
    for header, end in zip(parts, ends, strict=True):
        first = header.line + 1
        titles = titles_in(lines[first:end])
        several = several or len(titles) > 1
        result += [replace(title, line=title.line + first) for title in titles]
    return result if several else []


def _right_below(lines: Sequence[Line], parts: Sequence[Header], titles_in: Finder) -> list[Header]:
    """Give the titles below parts left out, where one stands right below each part; else none."""
    over = {header.line for header in parts}
    kept = [index for index in range(parts[0].line, len(lines)) if index not in over]
    titles = [
        replace(title, line=kept[title.line])
        for title in titles_in([lines[index] for index in kept])
    ]
    return titles if {line + 1 for line in over} <= {title.line for title in titles} else []


def _sole(lines: Sequence[Line], prizes: Sequence[Header]) -> list[Header]:
    """Give the lines below prizes as titles, where each is one with its text right below."""
    below = [header.line + 1 for header in prizes]
    if below[-1] + 1 >= len(lines):
        return []
    for index in below:
        text = lines[index].text
        if lines[index].said or not title_like(text) or byline.looks_like(text, True):
            return []
        if not is_prose(lines[index + 1]):
            return []
    return [
        Header(index, UNMARKED, number, 0, (0, 0), behind_sign(lines[index].text))
        for number, index in enumerate(below, 1)
    ]
