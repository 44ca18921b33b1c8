"""Finds headers that say the same words each time, with a running number behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..body.lines import Line
from ..divisions.days import is_day
from ..divisions.successions import is_prose
from ..signatures import byline
from ..text.kinds import GENRES
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.prizes import WON, heads_winners, is_prize
from ..text.salutations import BEGINS
from ..text.signs import (
    BLANK,
    BLANK_CHARACTERS,
    CHINESE,
    core,
    ends_with_genre,
    is_salutation,
    squeeze,
)
from ..text.variants import either
from ..tops.titles import signed_at, title_like
from .header import BOOKED, CLOSING, MODELS, OPENING, PRIZE, Header, runs, without_contents
from .header import NUMBER as _N

_PREFIXED = lazy_regex(
    either(
        rf"(?:(?P<before>\d{{1,2}})[.．、][{BLANK}]*)?(?P<open>[【〖][{BLANK}]*)?(?P<title>[^。，；！？：:]{{3,40}}?)[{BLANK}]*[{OPENING}]?(?P<mark>篇[{BLANK}]*(?P<n>{_N})|第(?P<n2>{_N})篇|"
        rf"之?(?P<n3>[{CHINESE}]{{1,3}}|(?<!\d)\d{{1,3}}))[{CLOSING}]?[:：]?$"
    )
)
# What members of a set are called that is no kind of text: 典型事迹（之一）.
_MEMBER = lazy_regex(either("(?:事迹|典型|人物|故事|标兵|征文|文章|作品)$"))
#: What stands before 之一 is the title of a text from this length on (characters).
_SAID = 7
# 心得体会（一）《坚守初心》, with the text behind it or below.
_BOOKED = lazy_regex(
    rf"(?P<mark>(?P<series>[^。，；！？：:《》（()）]{{2,30}})[（(](?P<n>{_N})[)）])[：:、]?[{BLANK}]*"
    r"(?P<title>《[^》]{2,40}》)"
)


def with_numbers(lines: Sequence[Line]) -> Iterator[tuple[str, Header]]:
    """Give the titles with a number behind them, each with its words."""
    for index, line in enumerate(lines):
        if len(line.text) > 50:
            continue
        if found := _PREFIXED.match(line.text):
            number = value(squeeze(found["n"] or found["n2"] or found["n3"]))
            title = squeeze(found["title"])
            if found["before"] and found["n"] and value(found["before"]) == number:
                title = ""  # 3.乡镇防保站站长述职报告 篇三: its two numbers say enough
            elif _short(found["mark"], title) and not _begins_below(lines, index):
                continue  # 总结之一
            worded = found["n"] or found["n2"] or ends_with_genre(title)
            worded = worded or (_by_zhi(found["mark"]) and _MEMBER.search(title))
            if number is None or not worded:
                continue
            mark = (
                found.span("mark")
                if found["open"]  # 【学习感想一】
                else (_after(line.text, found.end("title")), len(line.text))
            )
            yield title, Header(index, "题N", number, 0, mark, found.span("title"))


def prefixed(lines: Sequence[Line]) -> list[Header]:
    """Find titles that repeat with a running number behind them (…心得体会（二）)."""
    groups: dict[str, list[Header]] = {}
    for title, header in with_numbers(lines):
        groups.setdefault(title, []).append(header)
    best = max(map(without_contents, groups.values()), key=len, default=[])
    if len(best) >= 2 and (runs(best) or _rise(lines, best)):
        marks = _as_marks(lines, best)
        first = lines[best[0].line].text
        short = _short(first[slice(*best[0].mark)], first[slice(*best[0].title)])
        return [] if short and marks is best else marks
    # One alone over the title of a text that somebody signs says of what series it is.
    if len(best) == 1 and not best[0].line and (marks := _as_marks(lines, best)) is not best:
        return marks
    # Or it is the first of a collection that was cut off after it.
    if len(best) == 1 and best[0].number == 1 and best[0].line <= _TOP:
        title = lines[best[0].line].text[: best[0].title[1]]
        said = any(core(title) in core(line.text) for line in lines[: best[0].line])
        if len(lines) > best[0].line + 2 and (said or ends_with_genre(title)):
            return best
    return []


def _rise(lines: Sequence[Line], found: Sequence[Header]) -> bool:
    """Say whether numbers that 篇 counts rise from one on, some said twice or left out."""
    if len(found) < _RISING or found[0].number != 1:
        return False
    by_text = all("篇" in lines[one.line].text[slice(*one.mark)] for one in found)
    steps = [b.number - a.number for a, b in pairwise(found)]
    return by_text and min(steps) >= 0 and sum(map(bool, steps)) * 2 >= len(steps)


#: So many numbers say so.
_RISING = 3


def _short(mark: str, title: str) -> bool:
    """Say whether words before 之一 are too few to be the title of a text."""
    return _by_zhi(mark) and len(squeeze(title)) < _SAID


def _by_zhi(mark: str) -> bool:
    """Say whether 之 counts (之一, （之一）)."""
    return mark.lstrip(OPENING)[:1] == "之"


# What a meeting or a book of models has in numbers: its words over a text are no title.
_COUNTS = lazy_regex(
    either(
        f"(?:(?:交流|会议|发言|典型|经验|讨论|书面|座谈|宣讲|参阅|学习)材料|发言|交流|会刊|{MODELS})$"
    )
)


# What has entries, which nobody gives titles.
_DIARY = lazy_regex(either("(?:日记|周记|日志|周志|手记|札记|笔记)$"))


def _as_marks(lines: Sequence[Line], found: list[Header]) -> list[Header]:
    """Give headers as marks where they only count, and titles stand below them.

    ``会议材料之二``, ``申论范文二``, ``事迹材料之二``, and below it the title of the text, another
    each time: 之 counts the members of a set, whatever the words before it.  What is below a title
    that repeats (心得体会（二）) can be a heading of its text, unless a salutation is below that:
    then a kind of text (思想汇报（二）) only counts, where most have a title of their own or none
    has.  So do the entries of a diary (军训日记（二）), and all words over titles that somebody
    signs.
    """
    words = squeeze(lines[found[0].line].text[slice(*found[0].title)])
    titled = [one for one in found if _titled_below(lines, one.line)]
    below = {core(lines[one.line + 1].text) for one in titled}
    if _COUNTS.search(words):
        counts = len(below) == len(found)
    else:
        kind = words in GENRES and all(_addresses(lines, one) for one in found)
        counts = kind or _DIARY.search(words) is not None
        counts = counts and "篇" not in lines[found[0].line].text[slice(*found[0].mark)]
        most = not titled or len(titled) * 3 >= len(found) * 2
        counts = counts and len(below) == len(titled) and most
        by_zhi = all(_by_zhi(lines[one.line].text[slice(*one.mark)]) for one in found)
        of_set = len(found) > 1 and by_zhi
        of_set = of_set or all(_signed(lines, one) for one in titled)
        counts = counts or (of_set and len(below) == len(found))
    if not counts:
        return found
    said = any(core(one.text).startswith(core(words)) for one in lines[: min(found[0].line, _TOP)])
    result = []
    for header in found:
        text = lines[header.line].text
        sample = _MODEL.search(text, 0, header.title[1]) if said else None
        mark = (sample.start() if sample else 0, len(text.rstrip("：:")))
        result.append(replace(header, mark=mark, title=(len(text), len(text))))
    return result


#: The title of a collection stands among so many lines at the top.
_TOP = 8
# What a book of models calls them, behind the title of all (守堤心得范文一); 申论 is none.
_MODEL = lazy_regex(either(rf"(?<=.{{4}})(?:{MODELS})$"))


def _signed(lines: Sequence[Line], header: Header) -> bool:
    """Say whether a person signs the title below a header."""
    return byline.names_person(lines[header.line + 2].text)


def _addresses(lines: Sequence[Line], header: Header) -> bool:
    """Say whether a text addresses somebody at its top, below its title or at once."""
    return any(is_salutation(line.text) for line in lines[header.line + 1 : header.line + 3])


def _begins_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title is below a line, or the salutation of a text without one."""
    addressed = index + 1 < len(lines) and is_salutation(lines[index + 1].text)
    return addressed or _titled_below(lines, index)


def _titled_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title is below a line: what may sign is one only where another signs it."""
    if index + 2 >= len(lines) or not title_like(lines[index + 1].text):
        return False
    title, below = lines[index + 1].text, lines[index + 2].text
    if byline.looks_like(title) or is_day(title) or byline.names_person(title):
        return False
    return not byline.looks_like(title, True) or byline.looks_like(below, True)


# 表态发言稿2各位领导：…, 表态发言稿2　　我……: the same title with a number, and the text behind it.
_STUCK = lazy_regex(
    rf"(?P<title>[^。，；！？：:{BLANK}]{{4,40}}?)(?P<mark>[{OPENING}]?(?P<n>\d{{1,2}}|[{CHINESE}]{{1,2}})[{CLOSING}]?)"
    rf"(?={BEGINS}|(?:[{BLANK}]{{2}}|\u3000).{{12}})"
)


def stuck(lines: Sequence[Line]) -> list[Header]:
    """Find titles that repeat with rising numbers and have the text's salutation stuck to them."""
    groups: dict[str, list[Header]] = {}
    for index, line in enumerate(lines):
        found = _STUCK.match(line.text[:80])
        number = value(found["n"]) if found else None
        if found and number is not None and ends_with_genre(found["title"]):
            header = Header(index, BOOKED, number, 0, found.span("mark"), found.span("title"))
            groups.setdefault(found["title"], []).append(header)
    best = max(groups.values(), key=len, default=[])
    rising = all(a.number < b.number for a, b in pairwise(best))
    return best if len(best) >= 2 and rising else []


def prizes(lines: Sequence[Line]) -> list[Header]:
    """Find the prizes that divide the works of a contest: two or more, each on its line."""
    places = [
        index
        for index, line in enumerate(lines[:-2])
        if heads_winners(line.text)
        and not (is_prize(line.text) and byline.looks_like(lines[index + 1].text, True))
    ]
    kinds = {lines[index].text for index in places}
    apart = all(second - first > 3 for first, second in pairwise(places))
    if len(places) < 2 or len(kinds) < len(places) or not apart:
        return []
    return [
        Header(index, PRIZE, number, 0, (0, 0), (0, len(lines[index].text)))
        for number, index in enumerate(places, 1)
    ]


# 一等奖：《窗口里的四季》, with a person behind it or not.
_PRIZED = lazy_regex(
    either(
        rf"(?P<mark>{WON}(?:{_N}|[（(]{_N}[）)])?)"
        rf"[{BLANK}]*[：:、{BLANK}][{BLANK}]*(?P<title>《(?P<inner>[^《》]{{2,40}})》)(?P<by>.{{0,30}})"
    )
)


def prized(lines: Sequence[Line]) -> list[Header]:
    """Find works each behind its prize and in book marks; a list of winners has no text below."""
    found: list[Header] = []
    for index, line in enumerate(lines[:-1]):
        if line.said or "《" not in line.text[:16] or len(line.text) > 80:
            continue
        if not (hit := _PRIZED.fullmatch(line.text)):
            continue
        title = hit.span("inner")
        if hit["by"]:
            title = (hit.start("title"), len(line.text))
            if signed_at(line.text[slice(*title)]) is None:
                continue
        found.append(Header(index, PRIZE, len(found) + 1, 0, hit.span("mark"), title))
    if len(found) < 2:
        return []
    ends = [header.line for header in found[1:]] + [len(lines)]
    texts = (lines[header.line + 1 : end] for header, end in zip(found, ends, strict=True))
    return found if all(any(map(is_prose, text)) for text in texts) else []


def booked(lines: Sequence[Line]) -> list[Header]:
    """Find a running number behind the words of a series, and a title in book marks behind it."""
    groups: dict[str, list[Header]] = {}
    for index, line in enumerate(lines):
        if "《" in line.text[:50] and (found := _BOOKED.match(line.text)):
            number = value(squeeze(found["n"]))
            if number is not None:
                header = Header(index, BOOKED, number, 0, found.span("mark"), found.span("title"))
                groups.setdefault(squeeze(found["series"]), []).append(header)
    best = max(groups.values(), key=len, default=[])
    return best if len(best) >= 2 and runs(best) else []


def _after(text: str, at: int) -> int:
    """Give the first place from ``at`` on that is no blank."""
    while text[at] in BLANK_CHARACTERS:
        at += 1
    return at
