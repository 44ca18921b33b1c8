"""The habits of a compilation: what holds for all its chapters and only the whole can show.

A chapter is parsed alone, so what the others look like is found out once (:func:`learn`) and
handed to each: whether its titles are persons, and where its persons stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import byline
from .headers import Header
from .lines import Line
from .names import may_be_name
from .signs import squeeze

#: A name on a line of its own is at most this long (characters).
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
