"""Tells verse: short lines in a row, few of which end like a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..text.signs import ends
from .lines import Line

#: So many short lines below each other are verse.
LEAST = 8
#: No line of verse is longer than this (characters).
LONGEST = 16


def runs(lines: Sequence[Line], marked: Callable[[int], bool]) -> list[range]:
    """Give the indexes of each run of lines that is verse.

    ``marked`` says of the index of a short line whether it begins with the mark of a heading,
    which no verse does; nor is a line verse of which the editor said what it is.
    """
    if len(lines) < LEAST:
        return []
    found: list[range] = []
    first = ended = 0
    for index in range(len(lines) + 1):
        if index < len(lines):
            line = lines[index]
            if len(line.tracked.text) <= LONGEST and not line.said and not marked(index):
                ended += ends(line.tracked.text)
                continue
        if index - first >= LEAST and ended * 2 <= index - first:
            found.append(range(first, index))
        first, ended = index + 1, 0
    return found
