"""Finds the texts of a source that rows of signs, 【完】 or the links of a page part throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..text.signs import squeeze
from ..tops.titles import title_like
from . import endings
from .successions import is_prose

#: A row of signs is at most this long, a title at most that long (characters).
_ROW, _TITLE = 120, 60


def starts(lines: Sequence[Line]) -> list[int]:
    """Give the lines below what parts all texts of a source, or none.

    That is the same row of signs, what surely ends a text, much room or a new page, twice or
    more; and below each a title stands, and text below it.  What parts the scenes of one essay
    has text right below.
    """
    rows = [_row(line) for line in lines]
    often = {row for row, count in Counter(rows).items() if row and count > 1}
    below_rows = [i for i in range(1, len(lines)) if rows[i - 1] in often and not rows[i]]
    told = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    sure = [i for i in range(told + 1, len(lines)) if endings.surely_above(lines, i)]
    for found in (sure, below_rows, _set_apart(lines), _on_pages(lines)):
        ends = [*found[1:], len(lines)]
        opens = [_opens(lines, i, end) for i, end in zip(found, ends, strict=False)]
        if opens and not opens[-1]:
            found, opens = found[:-1], opens[:-1]  # what a site has at the end
        if len(opens) > 1 and all(opens):
            return found
    return []


#: So many empty lines, twice as many as elsewhere, part texts and no sections.
_GAP = 3


def _set_apart(lines: Sequence[Line]) -> list[int]:
    """Give the lines with much more room above than all others have."""
    rooms = sorted({line.blanks for line in lines[1:]}, reverse=True)
    if not rooms or rooms[0] < _GAP:
        return []
    # The room above titles is not always the same, but much more than elsewhere.
    for more, less in pairwise([*rooms, 0]):
        if more >= _GAP and more >= 2 * less:
            return [i for i in range(1, len(lines)) if lines[i].blanks >= more]
    return []


def _on_pages(lines: Sequence[Line]) -> list[int]:
    """Give the lines that begin pages."""
    return [i for i in range(1, len(lines)) if lines[i].page]


def _row(line: Line) -> str:
    """Give a row of signs without its blanks, or nothing."""
    text = line.text
    if len(text) > _ROW or text[0].isalnum() or not endings.is_row(text):
        return ""
    return squeeze(text)


def _opens(lines: Sequence[Line], index: int, end: int) -> bool:
    """Say whether a stretch begins with a title and has text."""
    text = lines[index].text
    if len(text) > _TITLE or lines[index].said or not title_like(text):
        return False
    return any(is_prose(line) for line in lines[index + 1 : end])
