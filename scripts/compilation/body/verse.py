"""Tells verse: short lines in a row, few of which end like a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..text.signs import ends, is_han
from .lines import Line

#: So many short lines below each other are verse.
LEAST = 8
#: A line of verse is no longer than this (characters), one alone among such lines than that.
LONGEST, _LONGER = 16, 24


def runs(lines: Sequence[Line], marked: Callable[[int], bool]) -> list[range]:
    """Give the indexes of each run of lines that is verse.

    ``marked`` says of the index of a short line whether it begins with the mark of a heading,
    which no verse does; nor is a line verse of which the editor said what it is.
    """
    if len([line for line in lines if len(line.text) <= LONGEST]) < LEAST:
        return []
    found: list[range] = []
    first = ended = 0
    for index in range(len(lines) + 1):
        if index < len(lines):
            line = lines[index]
            if len(line.text) <= LONGEST and not line.said and not marked(index):
                ended += ends(line.text)
                continue
        if index - first >= LEAST and ended * 2 <= index - first:
            found.append(range(first, index))
        first, ended = index + 1, 0
    return _joined(lines, found, marked)


def _joined(
    lines: Sequence[Line], poems: Sequence[range], marked: Callable[[int], bool]
) -> list[range]:
    """Join two runs that one longer line parts: a title there would have no stop at its end."""
    result: list[range] = []
    for poem in poems:
        between = poem.start - 1
        joins = bool(result) and result[-1].stop == between
        if joins and _is_longer(lines[between]) and not marked(between):
            result[-1] = range(result[-1].start, poem.stop)
        else:
            result.append(poem)
    return result


def _is_longer(line: Line) -> bool:
    """Say whether a line is a long one of verse, with a stop at its end."""
    text = line.text
    return len(text) <= _LONGER and not line.said and not is_han(text[-1])
