"""Gives a set its first text where the header of that was lost and the others count from two.

The page says how many texts it has (实习心得体会（优秀3篇）), and the last header has that number.
Below what the page says of them the first text begins, without a title of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import surroundings
from ..divisions.pagetitles import SITE
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import CHINESE, core
from ..text.variants import either
from ..tops.titles import title_like
from .header import UNMARKED, Header

#: The title of the collection stands among so many lines at the top, what the page says of it
#: among so many below that.
_TOP, _SAID = 8, 5
#: A text has so many characters or more.
_TEXT = 60
_COUNT = lazy_regex(either(rf"([{CHINESE}]{{1,3}}|\d{{1,3}})\s?[篇则份](?=[^{CHINESE}\d]{{0,6}}$)"))


def put(lines: Sequence[Line], found: list[Header]) -> list[Header]:
    """Give the headers with that of the first text put before them, where it was lost."""
    if len(found) < 2 or found[0].number != 2 or found[0].before:
        return found
    end = found[0].line
    top = _counted(lines[: min(end, _TOP)], found[-1].number)
    if top is None:
        return found
    first = top + 1
    for index in range(top + 1, min(top + 1 + _SAID, end)):
        text = lines[index].text
        if SITE.search(text) or surroundings.by_editors(text):
            first = index + 1
    while first < end and not surroundings.begins(lines, first) and not _is_title(lines, first):
        first += 1
    if sum(len(line.text) for line in lines[first:end]) < _TEXT:
        return found
    return [Header(first, UNMARKED, 1, 0, (0, 0), (0, 0)), *found]


def _counted(lines: Sequence[Line], count: int) -> int | None:
    """Give the line of the title that counts so many texts, or None."""
    for index, line in enumerate(lines):
        said = _COUNT.search(line.text) if title_like(line.text) else None
        if said and value(said[1]) == count:
            return index
    return None


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands right over a text."""
    return (
        len(core(lines[index].text)) > 3
        and title_like(lines[index].text)
        and surroundings.begins(lines, index + 1)
    )
