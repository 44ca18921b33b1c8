"""The habits of a compilation: what holds for all its chapters and only the whole can show.

A chapter is parsed alone, so what the others look like is found out once (:func:`learn`) and
handed to each: the running heads of its pages, and where its persons stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from . import byline
from .headers import Header
from .lines import Dropped, Line
from .names import may_be_name
from .signs import squeeze

#: A running head or a name on a line of its own is at most this long (characters).
_SHORT = 40
_NAME = 8


@dataclass(frozen=True, slots=True)
class Habits:
    """What the chapters of a compilation have in common.

    ``persons``: titles are persons.  ``titled``: most headers have a title of another kind, so
    that a person alone under a header without one has signed.  ``top``: most chapters have a
    name on the line under the title.
    """

    persons: bool = False
    titled: bool = False
    top: bool = False


NONE = Habits()


def running_heads(lines: Sequence[Line], dropped: Sequence[Dropped]) -> frozenset[str]:
    """Give the lines, without their blanks, that stand beside page numbers again and again."""
    pages = [item.start for item in dropped if item.rule == "noise-page"]
    if len(pages) < 2:
        return frozenset()
    starts = [line.tracked.start for line in lines]
    counts: Counter[str] = Counter()
    for page in pages:
        at = bisect_left(starts, page)
        beside = {squeeze(line.text) for line in lines[max(0, at - 1) : at + 1]}
        counts.update(text for text in beside if 4 <= len(text) <= _SHORT)
    return frozenset(text for text, count in counts.items() if count >= 2)


def learn(lines: Sequence[Line], outer: Sequence[Header]) -> Habits:
    """Look at the first lines of all chapters."""
    if len(outer) < 2:
        return NONE
    titles = persons = below = top = 0
    for header, following in zip(outer, [*outer[1:], None], strict=True):
        until = following.line if following else len(lines)
        title = lines[header.line].text[header.title[0] : header.title[1]].strip(" \u3000:：")
        first = header.line + 1
        if not title and first < until:
            title = lines[first].text
            first += 1
        elif title:
            titles += 1
        if len(title) <= 20 and byline.person_as_title(title):
            persons += 1
        if first + 1 < until:
            below += 1
            plain = squeeze(lines[first].text)
            top += len(plain) <= _NAME and may_be_name(plain)
    half = len(outer) / 2
    return Habits(
        persons=persons > half,
        titled=titles > half and persons * 3 <= len(outer),
        top=below >= 3 and top * 10 >= below * 6,
    )
