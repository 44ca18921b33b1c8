"""Finds the sections of a collection that are named by bodies, and the texts in each.

    【机修车间】
    守堤的一夜
    机修工　周敏
    ……

What an office puts together is divided by those who sent it in.  A person stands below the title
of each text or signs at its end; so one that nobody signs begins no text, but is a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..divisions import successions, surroundings
from ..divisions.candidates import can_be_title
from ..signatures import byline
from ..signatures.bodies import may_be_body
from ..text.lazy import lazy_regex
from ..text.signs import ends_sentence
from ..tops.titles import title_like
from .header import UNMARKED, Header

#: The form of such sections.
SECTION = "【单位】"
_SECTION = lazy_regex(r"[【\[［〖](?P<body>[\u4e00-\u9fff]{2,12})[】\]］〗]")
#: Such a line is at most this long (characters).
_LONGEST = 14
#: What the office says below the last text takes so many lines at most.
_FOOT = 2


def find(lines: Sequence[Line]) -> tuple[list[Header], list[Header]]:
    """Give the sections and the titles inside them; none where no section has several texts."""
    sections: list[Header] = []
    for index, line in enumerate(lines):
        found = _SECTION.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if found and not line.said and may_be_body(found["body"]):
            span = found.span("body")
            sections.append(Header(index, SECTION, len(sections) + 1, 0, (0, 0), span))
    names = {lines[section.line].text for section in sections}
    if len(sections) < 2 or len(names) < len(sections):
        return [], []
    titles: list[Header] = []
    for start, end in pairwise([*(section.line for section in sections), len(lines)]):
        inside = _titles(lines[start + 1 : end])
        if not inside:
            return [], []
        for index in inside:
            at = start + 1 + index
            span = (0, len(lines[at].text))
            titles.append(Header(at, UNMARKED, len(titles) + 1, 0, (0, 0), span))
    return (sections, titles) if len(titles) > len(sections) else ([], [])


def _titles(lines: Sequence[Line]) -> list[int]:
    """Give the titles of the texts in a section, each of them signed, or none."""
    if len(lines) < 2 or not title_like(lines[0].text) or byline.names_person(lines[0].text):
        return []
    others = [i for i in range(2, len(lines) - 1) if can_be_title(lines, i)]
    found = [0]
    for index, end in zip(others, [*others[1:], len(lines)], strict=False):
        if _signed(lines, found[-1], index) and _signed(lines, index, end):
            found.append(index)
    return found if _signed(lines, found[-1], len(lines)) else []


def _signed(lines: Sequence[Line], start: int, end: int) -> bool:
    """Say whether a person stands below a title or signs at the end of what is below it."""
    if surroundings.person(lines, start):
        return True
    near = range(end, max(start + 2, end - _FOOT - 1), -1)
    whole = (at for at in near if not ends_sentence(lines[at - 1].text))
    return any(successions.ends_signed(lines, at) for at in whole)
