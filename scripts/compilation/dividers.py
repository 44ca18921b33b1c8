"""Finds the texts of a source that rows of signs, 【完】 or the links of a page part throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from . import endings
from .lines import Line
from .signs import squeeze
from .successions import is_prose
from .titles import title_like

#: A row of signs is at most this long, a title at most that long (characters).
_ROW, _TITLE = 120, 60


def starts(lines: Sequence[Line]) -> list[int]:
    """Give the lines below what parts all texts of a source, or none.

    That is the same row of signs, or what surely ends a text, twice or more; and below each a
    title stands, and text below it.  What parts the scenes of one essay has text right below.
    """
    rows = [_row(line) for line in lines]
    often = {row for row, count in Counter(rows).items() if row and count > 1}
    below_rows = [i for i in range(1, len(lines)) if rows[i - 1] in often and not rows[i]]
    told = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    sure = [i for i in range(told + 1, len(lines)) if endings.surely_above(lines, i)]
    for found in (sure, below_rows):
        ends = [*found[1:], len(lines)]
        opens = [_opens(lines, i, end) for i, end in zip(found, ends, strict=False)]
        if opens and not opens[-1]:
            found, opens = found[:-1], opens[:-1]  # what a site has at the end
        if len(opens) > 1 and all(opens):
            return found
    return []


def _row(line: Line) -> str:
    """Give a row of signs without its blanks, or nothing."""
    text = line.tracked.text
    if len(text) > _ROW or text[0].isalnum() or not endings.is_row(text):
        return ""
    return squeeze(text)


def _opens(lines: Sequence[Line], index: int, end: int) -> bool:
    """Say whether a stretch begins with a title and has text."""
    text = lines[index].text
    if len(text) > _TITLE or lines[index].said or not title_like(text):
        return False
    return any(is_prose(line) for line in lines[index + 1 : end])
