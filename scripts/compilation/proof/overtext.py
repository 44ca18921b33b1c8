"""Checks of what stands over a text: titles, subtitles, names, and the dates anywhere."""

from __future__ import annotations

import calendar
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .. import passages
from ..passages import Passage
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE, value
from .suggestion import Suggestion, alike, places

HAN = lazy_regex(r"[\u4e00-\u9fff]+")


def one_off(texts: Sequence[Passage]) -> Iterator[Suggestion]:
    """Find titles and names that differ from another in one character that is like the other's.

    The rarer of the two is pointed out, of two that stand once each the later.
    """
    found: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in texts:
        if passage.kind in (passages.TITLE, passages.SUBTITLE) and len(passage.text) >= 4:
            found[passage.text].append((passage, 0))
        elif passage.kind == passages.BYLINE:
            for name in byline.read([passage.text]).authors:
                if len(name) >= 3 and (at := passage.text.find(name)) >= 0:
                    found[name].append((passage, at))
    same: dict[tuple[int, str], list[str]] = defaultdict(list)
    for text in found:  # those with one character left out are the same
        for at in range(len(text)):
            same[at, text[:at] + text[at + 1 :]].append(text)
    for (at, _), several in same.items():
        for one, other in itertools.combinations(several, 2):
            if len(one) != len(other) or not (like := alike(other[at], one[at])):
                continue
            right, wrong = (one, other) if len(found[other]) <= len(found[one]) else (other, one)
            where = found[right][0][0].id
            sentence = f"{{}} 作“{{}}”，只差一字，“{{}}”“{{}}”{like}。"
            why = (sentence, where, right, wrong[at], right[at])
            for passage, start in found[wrong]:
                yield Suggestion(passage, start, start + len(wrong), right, why, False)


def titles(texts: Sequence[Passage], book: str) -> Iterator[Suggestion]:
    """Find words of a title that its text has otherwise, in one character that is like it.

    The text must have it more than once, and nothing else in the ``book`` what the title has.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for passage in texts:
        if passage.kind not in (passages.TITLE, passages.SUBTITLE, passages.BYLINE):
            for work in passage.works:
                blocks[work].append(passage.text)
    for passage in texts:
        if passage.kind in (passages.TITLE, passages.SUBTITLE):
            text = "\n".join(part for work in passage.works for part in blocks[work])
            for found in _otherwise(passage, text):
                if text.count(found.emended) > 1 and book.count(found.source) == 1:
                    yield found


def _otherwise(passage: Passage, text: str, size: int = 4) -> Iterator[Suggestion]:
    """Find stretches of ``size`` characters that ``text`` has with one other character only."""
    half = size // 2
    for start in range(len(passage.text) - size + 1):
        here = passage.text[start : start + size]
        if not HAN.fullmatch(here) or here in text:
            continue
        # One wrong character leaves one half of the stretch whole.
        ahead = {text[i : i + size] for i in places(text, here[:half])}
        behind = {text[max(0, i - half) : i + half] for i in places(text, here[half:])}
        for there in sorted(ahead | behind):
            differing = [i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b]
            if len(there) != size or len(differing) != 1 or not HAN.fullmatch(there):
                continue
            one, other = here[differing[0]], there[differing[0]]
            if like := alike(one, other):
                why = (f"正文作“{{}}”，只差一字，“{{}}”“{{}}”{like}。", there, one, other)
                yield Suggestion(passage, start, start + size, there, why, False)


# A day or a month, with the year or without: 2011年13月5日, 二月三十日.
_DATE = lazy_regex(
    rf"(?:(?P<year>\d{{4}}|[{CHINESE}]{{4}})年)?"
    rf"(?<![\d{CHINESE}])(?P<month>\d{{1,2}}|[{CHINESE}]{{1,3}})月"
    rf"(?:(?P<day>\d{{1,2}}|[{CHINESE}]{{1,3}})[日号])?"
)


def dates(passage: Passage) -> Iterator[Suggestion]:
    """Find months and days that no calendar has."""
    for found in _DATE.finditer(passage.text):
        year, month, day = (value(found[name] or "") for name in ("year", "month", "day"))
        if month is None or not (year or day):
            continue
        if not 1 <= month <= 12:
            why: tuple[str, ...] = ("没有“{}月”。", found["month"])
        elif day is not None and not 1 <= day <= _days(year, month):
            why = ("{}月没有“{}日”。", found["month"], found["day"])
        else:
            continue
        yield Suggestion(passage, *found.span(), "", why, False)


def _days(year: int | None, month: int) -> int:
    """Give the number of days of a month; without a year February may have 29."""
    return calendar.monthrange(year if year and 1000 <= year <= 9999 else 2000, month)[1]
