"""Tells at a glance that two lines are whole paragraphs, as most lines of a text are."""

from __future__ import annotations

import re

from ..text.signs import is_han
from .lines import Line
from .wrapping import Profile


def stand_apart(above: str, second: Line, shape: Profile) -> bool:
    """Say whether two lines are whole paragraphs at a glance, as most are; no rule joins such.

    Where lines are not wrapped, nothing goes on behind a full stop outside of brackets but signs,
    the rest of a letterhead and what the editor joins.
    """
    below = second.text
    if shape.wrap or above[-1] != "。" or second.said or not is_han(below[0]):
        return False
    return len(above) > 1 and not unclosed(above) and not below.endswith("文件")


_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』"}


#: One that is not closed stands so near before the end of its line (characters).
_NEAR = 29


def unclosed(text: str) -> bool:
    """Say whether the last opening bracket or quotation mark of a line is not closed."""
    for opening in ("《", "（", "“"):
        at = text.rfind(opening, -_NEAR)
        if at >= 0 and text.find(_PAIRS[opening], at) < 0:
            rest = text[at + 1 :]
            return not re.search(r"[。！？：:]", rest) and ")" not in rest and '"' not in rest
    return False
