"""What ends a text and stands before the next: rows of signs, 【完】, the links of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line
from .signs import BLANK
from .variants import either

# A row of signs between two texts; the heavier ones stand alone too.
_ROW = re.compile(r"(?:[*＊※◆★☆●○■□§]\s?){1,80}|(?:[~～=＝_—－#＃·.─━-]\s?){3,160}")
# Such a row, where it can be nothing that an author means to say (…… is).
_PLAIN_ROW = re.compile(r"(?:[*＊※★☆●○■□~～=＝—－─━-]\s?){3,}")
# The end, said in a word: 【完】, （全文完）, —END—.
_END = re.compile(
    either(
        rf"[【（(\[〔—－·*※~=\s-]*(?:(?:全文|本文|全篇|正文)?[{BLANK}]?完[结毕]?|"
        r"(?:[Tt][Hh][Ee] )?[Ee][Nn][Dd]|"
        r"(?:全文|正文)结束)[】）)\]〕—－·*※~=。\s-]*"
    )
)
#: Such a line is at most so long (characters).
_SHORT = 16


def is_row(text: str) -> bool:
    """Say whether a line is a row of signs."""
    return not text[0].isalnum() and bool(_ROW.fullmatch(text))


def says_end(text: str) -> bool:
    """Say whether a line says that a text ends (【完】)."""
    return len(text) <= _SHORT and bool(_END.fullmatch(text))


def can_go(text: str) -> bool:
    """Say whether a line that ends a text can be left out: it only parts it from the next."""
    return (not text[0].isalnum() and bool(_PLAIN_ROW.fullmatch(text))) or says_end(text)


def surely_above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a page's links, or words, show that a text ends above a line."""
    return lines[index].parted or (index > 0 and says_end(lines[index - 1].text))


def above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text ends above a line, a row of signs being enough."""
    return surely_above(lines, index) or (index > 0 and is_row(lines[index - 1].text))
