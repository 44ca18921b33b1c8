"""Tells the line breaks of an editor's text from the blanks within its lines.

YAML makes a blank of a line break in a folded text, and says no more which was which. Beside a
Chinese character such a break is nothing, but a blank that stands in a line was written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .text.lazy import lazy_regex

if TYPE_CHECKING:
    import yaml

#: A line break, or several, with the blanks around: YAML's indent.
_BREAKS = lazy_regex(r"[ \t]*[\r\n][ \t\r\n]*")
#: In double quotes: a break that a backslash joins, any other escape, a break that folds.
_QUOTED = lazy_regex(r"\\(?:\r?\n|\r)[ \t]*|\\.|[ \t]*(?:\r?\n|\r)[ \t]*", re.DOTALL)


class Folded(str):
    """A text of several lines as YAML folds it, that still knows its lines."""

    __slots__ = ("lines",)
    lines: str


def keep_lines(value: str, style: str | None, start: yaml.Mark, end: yaml.Mark, source: str) -> str:
    """Give a scalar's ``value``, as :class:`Folded` where line breaks in it were made blanks.

    ``style`` is the sign that it begins with (``'``, ``"``, ``>``, ``|``; None for a plain one);
    ``start`` and ``end`` are its places in ``source``, the text of the file.
    """
    if start.line == end.line or style == "|":
        return value
    lines = _lines(source[start.index : end.index], style)
    if lines.split() != value.split():
        return value  # a tag before it, or another thing that no editor writes
    folded = Folded(value)
    folded.lines = lines
    return folded


def _lines(written: str, style: str | None) -> str:
    """Give the lines of a scalar, as it is written in the file."""
    if style == ">":
        return written.partition("\n")[2]  # the first line is its sign
    if style == "'":
        return written[1:-1].replace("''", "'")
    return _unescaped(written) if style == '"' else written


def _unescaped(written: str) -> str:
    """Give the text of a scalar in double quotes with the line breaks that YAML would fold."""
    import yaml

    def on_one_line(found: re.Match[str]) -> str:
        sign = found[0]
        if sign[0] != "\\":
            return "\\n"
        return "" if sign[1] in "\r\n" else sign

    text: str = yaml.safe_load(_QUOTED.sub(on_one_line, written))
    return text


def unfold(text: str) -> str:
    """Give a text of the editor's on one line: a break between Chinese characters is no blank.

    Blanks within a line, ideographic ones too, are the editor's and stay.
    """
    lines = _BREAKS.split(getattr(text, "lines", text).strip())
    out = lines[0]
    for line in lines[1:]:
        joint = "" if _wide(out[-1]) or _wide(line[0]) else " "
        out += joint + line
    return out


def _wide(sign: str) -> bool:
    return ord(sign) >= 0x2E80 or sign in "“”‘’—…"
