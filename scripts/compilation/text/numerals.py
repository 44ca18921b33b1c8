"""Chinese and other numerals as they stand in headers, headings and dates."""

from __future__ import annotations

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_DIGITS.update({"零": 0, "○": 0, "Ｏ": 0, "O": 0, "o": 0, "两": 2, "兩": 2})
_DIGITS.update({c: n for n, c in enumerate("０１２３４５６７８９")})
_DIGITS.update({c: n for n, c in enumerate("0123456789")})
_DIGITS.update(zip("壹贰叁肆伍陆柒捌玖貳參陸", [*range(1, 10), 2, 3, 6], strict=True))
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
_MYRIAD = ("万", "萬")

#: Characters of a Chinese numeral, for regular expressions.
CHINESE = "〇零○一二三四五六七八九十百廿卅两兩壹贰叁肆伍陆柒捌玖拾"

#: Units of numerals above 999; apart, since 千 and 万 begin many words of prose (千方百计).
LARGE = "千仟万萬"


# Numerals that are one character with their mark: ⒈ ⑴ ㈠.
_JOINED = {
    chr(start + n): n + 1
    for start, size in ((0x2488, 20), (0x2474, 20), (0x3220, 10))
    for n in range(size)
}


def value(numeral: str) -> int | None:
    """Give the value of a numeral: 十二, 二〇一〇, 12, １２, ⑫; None for no numeral."""
    if not numeral:
        return None
    if len(numeral) == 1 and "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    if len(numeral) == 1 and (first := _JOINED.get(numeral)):
        return first
    total = 0
    digit: int | None
    for c in numeral:
        if (digit := _DIGITS.get(c)) is None:
            break
        total = total * 10 + digit
    else:
        return total
    total, digit = 0, None
    for c in numeral:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in ("廿", "卅"):
            total, digit = total + _UNITS[c], None
        elif c in _MYRIAD:
            total, digit = (total + (digit or 0)) * 10_000, None
        elif c in _UNITS:
            total += _UNITS[c] * (1 if digit is None else digit)
            digit = None
        else:
            return None
    return total + (digit or 0)
