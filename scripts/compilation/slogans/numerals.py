"""Numerals in political formulas: how many members 四议两公开 or 12243 announces.

A formula is its numerals added up: 三会一课 has 3 + 1 members, 双培双带 2 + 2, and a bare digit
string is read digit by digit, 12243 as 1 + 2 + 2 + 4 + 3. Hundreds and more (百年, 千方百计, 万众)
count nothing: they are figures of speech. Nor does what 个 counts: 五个一工程 is five ones.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.numerals import value

_TWO = str.maketrans("两兩双雙", "二二二二")
_NUMERAL = lazy_regex(r"(?<![个個])(?:[0-9]+|[一二两兩双雙三四五六七八九十百千万萬亿億]+)")
_LARGE = set("百千万萬亿億")


def members_announced(term: str) -> int | None:
    """How many members the numerals in `term` announce; None when there is no such numeral."""
    numbers = [
        number
        for match in _NUMERAL.finditer(term)
        if (number := _value(match[0], alone=match[0] == term)) is not None
    ]
    return sum(numbers) if numbers else None


def _value(numeral: str, *, alone: bool) -> int | None:
    if numeral.isascii():
        return sum(map(int, numeral)) if alone else int(numeral)
    if _LARGE & set(numeral):
        return None
    digits = numeral.translate(_TWO)
    if "十" not in digits:
        return sum(value(sign) or 0 for sign in digits)
    return value(digits)


def spell(number: int) -> str:
    """Write 0 to 99 in Chinese numerals, for messages."""
    signs = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return signs[ones]
    if tens > 9:
        return str(number)
    return ("" if tens == 1 else signs[tens]) + "十" + (signs[ones] if ones else "")
