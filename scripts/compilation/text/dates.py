"""Dates as prose, datelines and pages write them."""

from __future__ import annotations

from typing import NamedTuple

from .lazy import lazy_regex
from .numerals import value
from .signs import CHINESE, B, half_width
from .variants import either

_CN = f"[{CHINESE}]"
_YEAR = rf"(?:(?:19|20)\s?\d\s?\d|[一二][{CHINESE}OoＯ0０]{{3}})"
_DATE = lazy_regex(
    either(
        rf"(?P<y>{_YEAR})\s{{0,3}}年(?:\s{{0,3}}(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正])\s{{0,3}}月份?"
        rf"(?:\s{{0,3}}(?P<d>3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十廿卅]{{1,3}})\s{{0,3}}[日号])?)?"
        r"|(?P<y2>(?:19|20)\d\d)\s?[-./．／－—]\s?(?P<m2>1[0-2]|0?[1-9])"
        r"(?:\s?[-./．／－—]\s?(?P<d2>3[01]|[12]\d|0?[1-9]))?(?!\d)"
        rf"|(?:中华)?民[国國]\s?(?P<y3>{_CN}{{1,4}}|\d{{1,3}}|元)\s?年"
        rf"(?:\s?(?P<m3>1[0-2]|0?[1-9]|{_CN}{{1,2}}|元)\s?月(?:\s?(?P<d3>3[01]|[12]\d|0?[1-9]|{_CN}{{1,3}})\s?[日号])?)?"
    )
)


#: No date is without one of these.
_YEARS = lazy_regex("年|19|20|１９|２０")


#: A day as machines write it on a page: 2010-12-7, 2010/12/07, 2010.12.7, 2010年12月7日.
DAY = r"(?:19|20)\d\d[-./年]\d\d?[-./月]\d\d?日?"
#: The same in what only sites say, which are not older than the year 2000.
SITE_DAY = r"20\d\d[-./年]\d\d?[-./月]\d\d?日?"
#: The same without the words.
DASHED_DAY = r"20\d\d[-./]\d\d?[-./]\d\d?"
#: A time of day, to the minute or the second: 9:05, 09：05：30.
TIME = r"\d\d?[:：]\d\d(?:[:：]\d\d)?"
#: The same with the colon of machines only.
ASCII_TIME = r"\d\d?:\d\d(?::\d\d)?"
#: When a post was sent, to the minute: 2010-12-07 9:05.
SENT = rf"(?:19|20)\d\d-\d\d?-\d\d?{B}*\d\d?[:：]\d\d"


class Date(NamedTuple):
    """A date in a line: ISO 8601 as exact as printed, and where it stands."""

    iso: str
    start: int
    end: int


def date(text: str) -> Date | None:
    """Give the last date in a line (2010年12月7日, 二〇一〇年十月, 2010.12.7), or None."""
    if not _YEARS.search(text):
        return None
    text = half_width(text)
    found = None
    for found in _DATE.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    parts = [found[name] or found[name + "2"] or found[name + "3"] for name in "ymd"]
    numbers = [_count("".join(part.split())) if part else None for part in parts]
    year, month, day = numbers
    if year and found["y3"]:
        year += 1911  # the first year of the Republic is 1912
    if year is None or not 1900 <= year <= 2099:
        return None
    iso = f"{year:04d}"
    if month and 1 <= month <= 12:
        iso += f"-{month:02d}"
        if day and 1 <= day <= 31:
            iso += f"-{day:02d}"
    return Date(iso, found.start(), found.end())


def _count(text: str) -> int | None:
    """Give the value of a year, month or day; 元 and 正 are the first."""
    return 1 if text in ("元", "正") else value(text)


_SHORT_DATE = lazy_regex(
    r"[（(]?['’‘]?(?P<y>\d\d)\s?(?:年\s?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日号號]"
    r"|[./．](?P<m2>1[0-2]|0?[1-9])[./．](?P<d2>3[01]|[12]\d|0?[1-9]))[）)]?"
)


# A date with marks between its numbers that are no full stop, or without its last word.
_LOOSE_DATE = lazy_regex(
    r"(?P<y>(?:19|20)\d\d)(?:[年、，,。.．/-]\s?|\s{1,2})(?P<m>1[0-2]|0?[1-9])(?:[月、，,。.．/-]\s?|\s{1,2})(?P<d>3[01]|[12]\d|0?[1-9])[日号]?"
)
# One that lost all but its digits.
_BARE_DATE = lazy_regex(r"(?:19|20)\d{5,6}")


def _bare_date(text: str) -> Date | None:
    """Give the date that lost all but its digits (2021913), the year alone where there are two."""
    rest = text[4:]
    places = (2,) if len(rest) == 4 else (1, 2)
    read = [(int(rest[:at]), int(rest[at:])) for at in places if len(rest) == 4 or rest[at] != "0"]
    days = [f"-{month:02d}-{day:02d}" for month, day in read if 1 <= month <= 12 and 1 <= day <= 31]
    return Date(text[:4] + (days[0] if len(days) == 1 else ""), 0, len(text)) if days else None


def short_date(text: str) -> Date | None:
    """Give the date of a line that is nothing but one, loosely written (13年6月6日, 2013、6、6).

    Years of two digits up to 40 are taken as 20xx, later ones as 19xx.
    """
    if 7 <= len(text) <= 8 and _BARE_DATE.fullmatch(text):
        return _bare_date(text)
    if 8 <= len(text) <= 13 and (loose := _LOOSE_DATE.fullmatch(text)):
        iso = f"{loose['y']}-{int(loose['m']):02d}-{int(loose['d']):02d}"
        return Date(iso, 0, len(text))
    found = _SHORT_DATE.fullmatch(text) if 6 <= len(text) <= 14 else None
    if not found:
        return None
    year = int(found["y"]) + (2000 if int(found["y"]) <= 40 else 1900)
    month, day = (int(found[name] or found[name + "2"]) for name in "md")
    return Date(f"{year}-{month:02d}-{day:02d}", 0, len(text))
