"""Finds where a page gives the beginning of its text twice: in one line, and then the text.

    在……结业式上的讲话守堤有我（2018年6月29日）同志们：今天培训就要结束了。首先，我
    在……结业式上的讲话
    守堤有我
    （2018年6月29日）
    同志们：

The line is cut off where there was no more room, or holds several of the lines below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..text.signs import core, ends_sentence

#: It stands among so many lines at the top, and the text begins so many lines below it.
_TOP, _BELOW = 6, 5
#: It has so many characters or more, without its signs.
_LEAST = 24


def find(lines: Sequence[Line]) -> list[int]:
    """Give the line at the top that says what the lines below it say, or none."""
    for index, line in enumerate(lines[:_TOP]):
        if line.said or len(line.text) <= _LEAST:
            continue
        text = line.text.rstrip()
        said = core(text)
        cut_off = text.endswith(("...", "…"))
        first = range(index + 1, min(index + 1 + _BELOW, len(lines)))
        if len(said) >= _LEAST and any(_begins(lines[i:], said, cut_off) for i in first):
            return [index]
    return []


def _begins(lines: Sequence[Line], said: str, cut_off: bool) -> bool:
    """Say whether lines begin with what is said: several of them, or one that goes on."""
    whole = ""
    for size, line in enumerate(lines, 1):
        whole += core(line.text)
        if len(whole) >= len(said):
            more = len(whole) > len(said) or size < len(lines)  # it is no more than the beginning
            several = size > 1 and more and ends_sentence(line.text)  # no title in several lines
            return whole.startswith(said) and (several or (cut_off and len(whole) > len(said)))
        if not said.startswith(whole):
            return False
    return False
