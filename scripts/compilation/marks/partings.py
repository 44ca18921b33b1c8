"""Finds the titles of parts that stand between chapters: they belong to no chapter.

    第一部分　小学组
    第一篇　……
    第二部分　中学组
    第二篇　……

Such a line would end the chapter above, as a heading without text.  Headings of an essay look
the same: only those are taken that stand right above chapters, the first of them above the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..body.lines import Line
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, squeeze
from .header import NUMBER, Header

_TITLE = rf"(?:[{BLANK}：:、]+[^。，；！？]{{2,30}})?"
_NUMBERED = lazy_regex(rf"第[{BLANK}]?(?P<n>{NUMBER})[{BLANK}]?(?P<of>部分|单元|[编辑卷]){_TITLE}")
_PLACED = lazy_regex(rf"(?P<n>[上中下])(?P<of>[编篇卷部]){_TITLE}")
# Who took part: 小学组; 语文组 is a body that may sign the text above.
_NAMED = lazy_regex(
    r"(?P<of>【)[^】。，；！？]{2,12}】|"
    "(?:小学|初中|高中|中学|大学|教师|学生|家长|少年|少儿|青年|成人|老年|职工|社会|[低中高]年级|[低中高]段|[甲乙丙ABC])组"
)
_PLACES = {"上": 1, "中": 2, "下": 3}
#: A title of a part is at most this long (characters).
_LONGEST = 40


class _Part(NamedTuple):
    """A line that can be the title of a part: its form, and its number or 0."""

    form: str
    number: int


def find(lines: Sequence[Line], outer: Sequence[Header]) -> frozenset[int]:
    """Give the source offsets of the titles of parts right above the headers of chapters."""
    above = [header.line - 1 for header in outer if not header.before and header.line]
    taken = {header.line for header in outer}
    parts = {i: part for i in above if i not in taken and (part := _part(lines[i]))}
    found: set[int] = set()
    for form in {part.form for part in parts.values()}:
        own = [i for i, part in parts.items() if part.form == form]
        if len(own) > 1 and own[0] == outer[0].line - 1 and _run(lines, own, parts):
            found.update(lines[i].tracked.start for i in own)
    return frozenset(found)


def _part(line: Line) -> _Part | None:
    if line.said or len(line.text) > _LONGEST:
        return None
    if found := _NUMBERED.fullmatch(line.text):
        return _Part(found["of"], value(squeeze(found["n"])) or 0)
    if found := _PLACED.fullmatch(line.text):
        return _Part(f"上{found['of']}", _PLACES[found["n"]])
    if found := _NAMED.fullmatch(line.text):
        return _Part(found["of"] or "组", 0)
    return None


def _run(lines: Sequence[Line], own: Sequence[int], parts: dict[int, _Part]) -> bool:
    """Say whether the numbers of parts run on; or, without numbers, whether no other is there."""
    numbers = [parts[i].number for i in own]
    if any(numbers):
        whole = numbers == [*range(1, len(numbers) + 1)]
        return whole or numbers == [1, 3]  # 上编, 下编
    form = parts[own[0]].form
    every = [i for i, line in enumerate(lines) if (part := _part(line)) and part.form == form]
    return every == list(own)
