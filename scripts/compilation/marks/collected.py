"""Finds headers that say the title of the whole collection again, with a number.

A page puts texts of one kind together (护士竞聘演讲稿（精选3篇）) and heads each with the title and
its number: ``护士竞聘演讲稿1``, ``护士竞聘演讲稿（一）``, ``篇1：护士竞聘演讲稿``.  As the title is
known, headers are found in mid-line too, and where their text goes on right behind them.  A
page that came down in one line need not count its texts: it begins with the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..body.lines import Line
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.praise import COLLECTION
from ..text.salutations import BEGINS
from ..text.signs import BLANK, BLANK_CHARACTERS, CHINESE, B, ends_with_genre, squeeze
from ..text.variants import either
from ..tops.titles import title_like
from .header import BOOKED, CLOSING, COLLECTED, MODELS, OPENING, Header, without_contents

#: The title of a collection stands among so many lines at the top, and has so many characters.
_TOP, _LONGEST = 8, 70
#: A line into which a whole book came down has so many characters or more; its first header
#: stands among so many.
_BOOK, _WITHIN = 160, 400
#: What is left of it to be looked for has at least so many characters.
_CORE = 4
#: Behind a header stand at least so many characters of text, behind the only one so many.
_TEXT, _ONLY = 16, 40
#: A number stands so near to the title (characters).
_AROUND = 40

_GATHERED = "大全|汇总|合集|集锦|精选"
_PRAISE = f"{COLLECTION}|集锦|合计|必备|常用"
_SAMPLE = f"{MODELS}|模板|样本|素材"
_YEAR = r"(?:(?:19|20)\d\d|20[xX×＊*]{2})年?度?"
_COUNT = rf"(?:[{CHINESE}几数]{{1,3}}|\d{{1,3}}){B}?[篇则則份]"
# 护士竞聘演讲稿（精选3篇）, with the first header glued to it or not.
_TITLE = lazy_regex(
    either(
        rf"(?P<title>[^。，！？；：:…（(]{{{_CORE},40}}?){B}*[（(【\[]?"
        rf"(?:(?:{_PRAISE}|{_SAMPLE})*{_COUNT}|(?:{_PRAISE}|{_SAMPLE})*(?:{_GATHERED}))[）)】\]]?"
    )
)
# What one of the titles has and another has not.
_BEFORE = either(rf"(?:{_YEAR}|{_PRAISE}|有关|关于|的)")
_BEHIND = either(rf"(?:的?(?:{_PRAISE})?(?:{_SAMPLE}))")
# How many texts there are, said again before the number of one (守堤心得精选三篇（一）).
_OF_ALL = either(rf"(?:(?:{_PRAISE}|{_SAMPLE}|的)*{_COUNT}(?=[^\u4e00-\u9fff]|[第篇]))")
# What ends a title that praises the whole collection (守堤心得大全).
_ENDS = either(rf"(?:的?(?:{_GATHERED})(?![\u4e00-\u9fff《“]))")
# How long a text is, as sites put it behind its title (守堤心得1460字).
_LENGTH = r"(?:约?\d{3,5}字(?:左右)?)"
_OUTER_BEFORE = lazy_regex(rf"{_BEFORE}{{1,4}}")
_OUTER_BEHIND = lazy_regex(rf"(?:{_BEHIND}|的|{either(_PRAISE)}){{1,4}}$")

_HAN, _DIGITS = rf"[{CHINESE}]{{1,3}}", r"\d{1,3}(?!\d)"
_COUNTS = either(
    rf"(?:[{OPENING}]{B}?(?:篇{B}?)?(?:{_HAN}|{_DIGITS}){B}?[{CLOSING}]|(?<![{CHINESE}\d])篇{B}?(?:{_HAN}|{_DIGITS})|"
    rf"[（(]?第{B}?(?:{_HAN}|{_DIGITS}){B}?[篇则][）)]?)"
)
_WORDED = either(rf"(?:{MODELS}){B}?(?:{_HAN}|{_DIGITS})")
_NUMBER = lazy_regex(rf"{_HAN}|\d{{1,3}}")
# What a number may stand before that counts or dates, and heads nothing (演讲稿2份, 总结3月份).
_COUNTED = lazy_regex(
    either(
        r"[.．]\d|[%％篇份则页字次等名、，,。；]|年[度来前后底初]|月[\d份底初]|个月|[至到—~～-]\d"
    )
)
# What begins a text behind a header, whatever stands before that.
_BEGUN = lazy_regex(rf"(?:{BEGINS}|[\u4e00-\u9fff]{{2,12}}(?:们|組織|组织|支部|同志|朋友)[：:]|$)")
# The title of a text behind a header, which then only counts it.
_OWN_TITLE = lazy_regex("^[^：:]*[：:][^。；！？：:]{2,30}$")
# How the title of one text goes on behind that of all (1、思想汇报：从志愿者说起).
_GOES_ON = lazy_regex("[：:][^。，；！？：:]{2,20}")
# The title, and behind it the first header (2023守堤心得 守堤心得（一）), an introduction between.
_AGAIN = lazy_regex(
    rf"(?:{_BEFORE}|{B}){{0,4}}(?P<title>[^。，！？；：:…（({BLANK}]{{{_CORE},40}}?){_BEHIND}?"
    rf"(?={B}*(?:{B}.{{9,}}?[。！？!?…]{B}*)?(?:{_BEFORE}){{0,3}}(?P=title){_BEHIND}?{B}{{0,3}}"
    rf"(?:{_COUNTS}|(?:{_HAN}|{_DIGITS})(?=[{BLANK}：:])))"
)
# What a numeral may begin a word with (演讲稿一等奖).
_WORD = lazy_regex(either("[等份篇则个次是定般直些样起方面百千万十条名位项切旦年月天人]"))
_FULL_STOPS = frozenset("。！？!?…")
_ENDED = frozenset('。！？!?…”"’』」）)】》.；;：:~～')


def find(lines: Sequence[Line]) -> list[Header]:
    """Give the headers that repeat the title of the collection; none without such a title."""
    best: list[Header] = []
    seen: set[str] = set()
    for index, line in enumerate(lines[:_TOP]):
        for title, end in [] if line.said else _titles(lines, index):
            if title not in seen:
                seen.add(title)
                best = max(best, _chain(lines, _headers(lines, title, (index, end))), key=len)
    return _own_titles(lines, best) or best or _uncounted(lines)


# The title of a text alone behind a colon (【守堤讲话稿一：堤】).
_BEHIND_COLON = lazy_regex(rf"[】\]〗]?{B}*[：:]{B}*(?P<title>[^。；：:】\]〗]{{2,40}})[】\]〗]?$")
# The title of a text in book marks behind its number; what one tells of a book is its text.
_OWN = lazy_regex(
    either(rf"{B}*(?P<title>《[^《》]{{2,40}}》)(?![是的里中这讲写告让给以]|一[书文部本])")
)


def _own_titles(lines: Sequence[Line], headers: Sequence[Header]) -> list[Header]:
    """Give headers with the titles that all of them have behind, none twice (（一）《堤》, 一：堤).

    That of all then only announces the number, and is in no title.
    """
    for form, pattern in ((BOOKED, _OWN), (COLLECTED, _BEHIND_COLON)):
        found: dict[str, Header] = {}
        for header in headers:
            behind = header.end if form == BOOKED else header.mark[1]
            own = pattern.match(lines[header.line].text, behind) if header.end else None
            if own and header.title < header.mark and title_like(own["title"]):
                found[own["title"]] = replace(header, form=form, title=own.span("title"), end=0)
        if len(found) == len(headers) > 1:
            return list(found.values())
    return []


def _uncounted(lines: Sequence[Line]) -> list[Header]:
    """Give the headers that repeat a title which does not say that it is one of several texts.

    They begin their lines and count from one, and text sticks to them.
    """
    title = squeeze(lines[0].text) if lines and not lines[0].said else ""
    if not title_like(title) or len(title) <= _CORE or not ends_with_genre(title):
        return []
    headers = [one for one in _headers(lines, title, (0, 0)) if not one.before]
    chain = _chain(lines, headers) if any(one.end for one in headers) else []
    return chain if len(chain) > 1 and chain[0].number == 1 else []


def _titles(lines: Sequence[Line], index: int) -> Iterator[tuple[str, int]]:
    """Give what may be the title of a collection at the start of a line, and where it ends."""
    text = lines[index].text
    book = next((line.text for line in lines[index:_TOP] if len(line.text) >= _BOOK), "")
    begun = book if book == text else f"{text[:_LONGEST]} {book}"
    for one in (_TITLE.match(text[:_LONGEST]), _AGAIN.match(begun[:_WITHIN]) if book else None):
        title = squeeze(one["title"]) if one else ""
        title = _OUTER_BEHIND.sub("", _OUTER_BEFORE.sub("", title, count=1))
        if one and len(title) >= _CORE:
            yield title, one.end()


def _headers(lines: Sequence[Line], title: str, behind: tuple[int, int]) -> list[Header]:
    """Give all that may be headers with a title; ``behind`` is where that of all ends."""
    core = max(title.split("的"), key=len)
    result: list[Header] = []
    for index, line in enumerate(lines):
        if core in line.text and not line.said:
            for found in _in_line(line.text, title, core):
                first = index == behind[0] and _outer_start(line.text, found) <= behind[1]
                header = _judged(index, line.text, found, first and behind[1] <= found.start())
                result += [header] if header else []
    return result


@lru_cache(maxsize=64)
def _patterns(title: str) -> tuple[re.Pattern[str], ...]:
    """Give the expressions of headers with that title: the number behind it, and before it."""
    core = "的?".join(map(re.escape, title.split("的")))
    more = f"(?:(?:{_BEHIND}|{_ENDS})(?!{B}*{_COUNT}))?"
    begun = rf"(?P<title>{_BEFORE}{{0,3}}{core}{more}"
    whole = rf"{begun})(?P<all>{_OF_ALL})?"
    opened, closed = r"[【\[〖★◆●■▲]*", rf"[】\]〗★◆●■▲]*{B}*[：:、.．]?{B}*"
    return (
        re.compile(
            rf"{opened}{whole}(?(all)|{B}{{0,3}})"
            rf"(?P<mark>{_COUNTS}|(?(all)(?!)|(?:之?{_HAN}|{_DIGITS})))"
            rf"(?(all)(?!{closed}{_BEFORE}{{0,3}}{core}))(?P<close>{closed})"
        ),
        re.compile(
            rf"{opened}(?P<mark>{_COUNTS}|{_WORDED}|(?:{_HAN}|{_DIGITS})(?=[、.．：:]))[】\]〗]*"
            rf"{B}*[：:、.．]?{B}*[《“]?{begun}{_LENGTH}?)(?P<all>{_OF_ALL})?[》”]?"
            rf"(?P<close>{closed})"
        ),
    )


def _in_line(text: str, title: str, core: str) -> Iterator[re.Match[str]]:
    """Give the titles with a number in a line; a mark before one binds closer than one behind.

    Only around where ``core`` stands: a line can hold a whole book.
    """
    numbered, counted = _patterns(title)
    taken = 0
    while (place := text.find(core, taken)) >= 0:
        low, high = max(taken, place - _AROUND), place + len(title) + _AROUND
        taken = place + len(core)
        both = (counted.search(text, low, high), numbered.search(text, low, high))
        found = min(filter(None, both), key=lambda one: one.start(), default=None)
        if not found or found.start("title") > place:
            continue
        taken = found.end("close")
        if found.re is counted and (other := numbered.match(text, found.start("title"))):
            taken = other.end("close")  # 3.护士竞聘演讲稿 篇三: two numbers, and one title
        else:
            yield found


def _outer_start(text: str, found: re.Match[str]) -> int:
    """Give where a header begins, blanks before it included."""
    start = found.start()
    while start and text[start - 1] in BLANK_CHARACTERS:
        start -= 1
    return start


def _judged(index: int, text: str, found: re.Match[str], first: bool) -> Header | None:
    """Give the header that a title with a number is, or None."""
    start = _outer_start(text, found)
    printed = _NUMBER.search(found["mark"])
    number = value(printed[0]) if printed else None
    if number is None or not _stands(text, start, found, first):
        return None
    stop = found.end("close")
    mark, title = found.span("mark"), found.span("title")
    if mark < title and _GOES_ON.fullmatch(text, title[1]) and not _BEGUN.match(text, stop):
        stop, title = len(text), (title[0], len(text))
    end = stop if stop < len(text) else 0
    return Header(index, COLLECTED, number, start, mark, title, end=end)


def _stands(text: str, start: int, found: re.Match[str], first: bool) -> bool:
    """Judge by what is around it whether a title with a number heads a text.

    ``start`` is where it begins, blanks before it included; ``first`` says that the title of all
    ends there.
    """
    rest = text[found.end("close") :][:40]
    begun = _BEGUN.match(rest) is not None
    wide = found["close"][-2:].isspace() or found["close"][-1:] == "\u3000"
    ahead = found.end("mark") < found.end("title")
    if ahead and rest[:1] and rest[0] in "的《（(—-：:":
        return False  # 第一篇：事迹材料的写法
    if found["mark"][0] == "之" and _OWN_TITLE.search(found["close"] + rest):
        return False  # 升旗仪式讲话之一：守堤的一夜
    if not ahead and not begun:
        last = found["mark"][-1]
        if last.isdigit() and _COUNTED.match(text, found.end("mark")):
            return False
        if _bare(found["mark"]) and not found["close"] and _WORD.match(rest):
            return False  # 演讲稿一等奖
        if _bare(found["mark"]) and not found["close"] and not (first or start == 0):
            return text[start - 1] in _FULL_STOPS
    if first or start == 0 or text[start - 1] in _ENDED:
        return True
    return begun or wide


def _bare(mark: str) -> bool:
    """Say whether a mark is a Chinese numeral alone, which may begin a word as well."""
    return all(character in CHINESE for character in mark)


def _chain(lines: Sequence[Line], headers: Sequence[Header]) -> list[Header]:
    """Give the longest run of headers of one shape whose numbers go on, with text behind each."""
    shapes: dict[str, list[Header]] = {}
    for header in headers:
        mark = lines[header.line].text[slice(*header.mark)]
        ahead = header.mark < header.title
        shapes.setdefault(f"{ahead}{_NUMBER.sub('', squeeze(mark))}", []).append(header)
    return max((_run(lines, without_contents(one)) for one in shapes.values()), key=len, default=[])


def _run(lines: Sequence[Line], headers: Sequence[Header]) -> list[Header]:
    """Give the headers whose numbers go on from the first of them."""
    run: list[Header] = []
    for header in headers:
        if not run or 0 < header.number - run[-1].number <= 1 + (header.before == 0):
            run.append(header)
    sizes = [_size(lines, one, other) for one, other in zip(run, [*run[1:], None], strict=True)]
    if len(run) == 1:
        only = run[0]
        sure = only.number == 1 and not _bare(lines[only.line].text[slice(*only.mark)])
        return run if sure and only.line <= _TOP and sizes[0] >= _ONLY else []
    return run if sum(size >= _TEXT for size in sizes) * 3 >= len(run) * 2 else []


def _size(lines: Sequence[Line], header: Header, following: Header | None) -> int:
    """Give how many characters of text stand between two headers, as far as that matters."""
    last = following.line if following else len(lines) - 1
    behind = header.end or len(lines[header.line].text)
    if last == header.line:
        return (following.before if following else len(lines[last].text)) - behind
    size = len(lines[header.line].text) - behind + (following.before if following else 0)
    for line in lines[header.line + 1 : last + (following is None)]:
        size += len(line.text)
        if size >= _ONLY:
            break
    return size
