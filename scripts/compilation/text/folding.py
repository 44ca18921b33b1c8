"""Reads a text in Traditional characters in Simplified ones.

The rules of this program (labels, offices, kinds of text, phrases of the web) are written in
Simplified characters.  A source that is not is folded for them, one character by one, so that all
offsets hold; what they find is given back in the source's own characters (``unfolding``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import script

if TYPE_CHECKING:
    from collections.abc import Callable


#: From this share of Traditional characters on, a part of a text may be in them.
_SOME = 0.005


def needs(text: str) -> bool:
    """Say whether a text, or a part of it, is in Traditional characters."""
    return script.detect(text).share >= _SOME


def fold(text: str) -> str:
    """Give the text with each Traditional character in its Simplified form; as long as it was."""
    return text.translate(_table())


class _Table(dict[int, str]):
    """Characters with their Simplified forms, each asked for once."""

    def __init__(self, convert: Callable[[str], str]) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, code: int) -> str:
        character = chr(code)
        simplified = self._convert(character)
        self[code] = simplified if len(simplified) == 1 else character
        return self[code]


@cache
def _table() -> _Table:
    """Give OpenCC's table of characters (``t2s``), which is loaded only where it is needed."""
    import opencc

    return _Table(opencc.OpenCC("t2s").convert)
