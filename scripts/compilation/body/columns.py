"""Joins the lines of a page set in columns, or around pictures, as the text of a PDF has them.

Each column has a width of its own, so none shows for the whole text (:mod:`wrapping`).  But an
empty line stands below each paragraph and each column, and all lines of such a block but the
last are about equally wide.  A block that ends in mid-sentence goes on in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..text.lazy import lazy_regex
from ..text.signs import ends, is_closing, is_note, mark, width
from .lines import Dropped, Line
from .reflow import weld

#: So many blocks show that a text is set so, and so large a share (in tenths) of those of three
#: lines and more.
_BLOCKS, _SHARE = 3, 6
#: The lines of a block differ by so many cells at most; its first, which has an indent, by more.
_RAGGED, _FIRST = 6, 10
#: The last of two lines is wider by so many cells at most: the first has an indent.
_HANGING = 4
#: A column is at least so wide (cells); so is the first of two lines.
_NARROW, _OF_TWO = 16, 20
#: A line of one has so many characters at most.
_WIDEST = 60
_PAUSES = lazy_regex("[，,。；：]")
_STOPS = "，,、。；：！？;:!?"


def are(lines: Sequence[Line]) -> bool:
    """Say whether a text is set in blocks of lines that have a width of their own."""
    stanzas = [stanza for stanza in _stanzas(lines) if len(stanza) > 2]
    blocks = sum(map(_is_block, stanzas))
    return blocks >= _BLOCKS and blocks * 10 >= len(stanzas) * _SHARE


def join(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[Line]:
    """Give the lines with those of each paragraph joined.

    ``lines`` and ``dropped`` are those of one stretch of ``source``, a text set so
    (:func:`are`), whose first character has the offset ``base``.
    """
    groups: list[list[Line]] = []
    above: list[Line] = []
    for stanza in _stanzas(lines):
        whole = _is_block(stanza) or _are_two(stanza)
        parts = [stanza] if whole else [[line] for line in stanza]
        if groups and _breaks_off(above, groups[-1][0]) and _goes_on(parts[0], len(stanza) > 1):
            groups[-1] += parts.pop(0)
        groups += parts
        above = stanza
    return [weld(source, base, group, dropped) for group in groups]


def _stanzas(lines: Sequence[Line]) -> list[list[Line]]:
    """Part lines where empty lines, or lines that were dropped, stand between them."""
    result: list[list[Line]] = [[line] for line in lines[:1]]
    for above, line in pairwise(lines):
        if line.blanks or line.number > above.number + 1:
            result.append([line])
        else:
            result[-1].append(line)
    return result


def _is_block(stanza: Sequence[Line]) -> bool:
    """Say whether three lines or more can only be one paragraph or a part of it."""
    first, inner = stanza[0], stanza[1:-1]
    if not inner or any(len(x.text) > _WIDEST or x.said or x.hashes for x in stanza):
        return False
    if any(line.indent > first.indent or _begins(line.text) for line in stanza[1:]):
        return False
    cells = [line.indent + width(line.text) for line in inner]
    full = max(cells)
    if full < _NARROW or full - min(cells) > _RAGGED:
        return False
    if abs(full - first.indent - width(first.text)) > _FIRST:
        return False
    if width(stanza[-1].text) > full + _RAGGED:
        return False
    stopped = sum(line.text[-1] in _STOPS for line in (first, *inner))
    paused = any(_PAUSES.search(line.text) for line in stanza)
    return paused and stopped * 2 <= len(inner) + 1  # verse stops at the end of its lines


def _are_two(stanza: Sequence[Line]) -> bool:
    """Say whether two lines are one paragraph: a sentence that goes on in the second.

    That ends there or, where the column ends, is as wide as the first.
    """
    if len(stanza) != 2 or any(line.said or line.hashes for line in stanza):
        return False
    first, last = (line.text for line in stanza)
    if first[-1] in _STOPS or _begins(first) or _begins(last):
        return False
    wide, below = stanza[0].indent + width(first), width(last)
    if wide < _OF_TWO or wide + _HANGING < below:
        return False
    return ends(last) or (wide - _HANGING <= below and _PAUSES.search(last) is not None)


def _begins(text: str) -> bool:
    """Say whether a line can only begin a block of the text."""
    return mark(text) is not None or is_note(text) or is_closing(text)


def _breaks_off(stanza: Sequence[Line], first: Line) -> bool:
    """Say whether the last of some lines breaks off; ``first`` is that of their paragraph."""
    last = stanza[-1]
    if last.said or last.hashes or ends(last.text):
        return False
    return len(stanza) > 1 or first.indent > 0 or first is not last


def _goes_on(part: Sequence[Line], several: bool) -> bool:
    """Say whether lines can go on with a paragraph: without indent, and no heading."""
    first = part[0]
    if first.said or first.hashes or first.indent or _begins(first.text):
        return False
    return len(part) > 1 or several or ends(first.text)
