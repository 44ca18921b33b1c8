"""Parts paragraphs that share a line: texts whose line breaks were lost when they were copied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..divisions.poured import (
    POURED,
    at_blanks,
    behind_label,
    breaks_at_blanks,
    lost_indents,
)
from ..signatures.byline import glued
from ..text.lazy import lazy_regex
from ..text.salutations import DEAR, GOOD_DAY
from ..text.signs import BLANK, BLANK_CHARACTERS, RANK, Mark, ends_with_genre, has_blank, mark
from ..text.tracking import cut
from ..text.variants import either, forms
from ..tops.addressed import poured
from . import stuck_headings
from .lines import Line

# A break that was lost when the text was poured into one line: a numbering mark behind a
# sentence end.
# Its first character comes first in the expression too: the others are passed over at once.
_NUMERAL = r"[一二三四五六七八九十\d]"
_LOST_MARK = lazy_regex(
    rf"[（(一二三四五六七八九十\d⒈-⒛](?:(?<=[（(]){_NUMERAL}{{1,3}}\s?[、.．）)]"
    rf"|(?<={_NUMERAL}){_NUMERAL}{{0,2}}\s?[、.．）)]|(?<=[⒈-⒛]))"
)
# The end of one: to look for it first takes a tenth of the time.
_END_OF_MARK = lazy_regex(r"[、.．）)⒈-⒛](?:(?<=[一二三四五六七八九十\d\s].)|(?<=[⒈-⒛]))")
_STOPS = "。！？；：:"
_PAUSES = "。，；：！？"


# More than one blank behind a full stop.
_WIDE = lazy_regex(rf"(?<=[。！？])[{BLANK}]{{2,}}(?=\S)")
#: From this length on (characters) a line that is all of a text may be an essay poured together.
ESSAY = 120
#: From this length on blanks behind full stops may have been line breaks in any line.
_BLANKS_FROM = 300


def part(line: Line, alone: bool = False, wrapped: bool = False) -> list[Line]:
    """Part a line that holds several paragraphs; ``alone`` says that it is all of the text.

    ``wrapped`` says that the text is hard-wrapped: its line breaks were not lost.

    A numbering mark begins a paragraph in mid-line only where blanks stand before it, or
    where the line is a whole essay and the mark is the next of its kind.  Where two marks or
    more were found so, the line was poured together, and a blank behind a full stop or behind
    a short heading was a line break too.
    """
    text = line.text
    plain = len(text) <= 80 and not line.poured and text[0] not in "（(⑴①"
    blank = has_blank(text)
    end = max(0, len(text) - 30)
    marked = _MARKED_TAIL.search(text, end) if end and text[-1] not in _PAUSES else None
    if line.said or (plain and not blank and not marked):
        return [line]
    title_end = poured(text) if len(text) > 200 else 0
    places = _around(text, title_end, blank)
    wide = line.poured or (alone and len(_WIDE.findall(text)) > 1)
    long = len(text) > (ESSAY if wide else _BLANKS_FROM)
    if blank and long and breaks_at_blanks(text, 1 if alone else 2):
        places |= at_blanks(text)
    poured_out = line.poured or title_end > 0
    whole = poured_out or (alone and len(text) >= ESSAY) or (len(text) > 400 and not wrapped)
    stopped = text[-1] in _PAUSES or len(text) <= 60
    tail = marked or (None if stopped else _TAIL.search(text, end))
    if tail and glued(text) is None:
        places.add(tail.start("tail"))
    # Behind no blank a mark begins a paragraph in a whole essay only, or where one opens the line.
    marks = _lost_marks(text, whole, poured_out) if blank or whole or mark(text) else set()
    places |= marks
    if poured_out:
        starts = [_skip(text, start) for start in (0, *marks)]
        places |= {stop for start in starts if (stop := stuck_headings.end(text, start))}
        places |= {m.start() for m in _CONCLUDES.finditer(text, max(0, len(text) - 120))}
    if len(marks) >= 2:
        places |= {m.start() for m in POURED.finditer(text)}
        for start in [0, *sorted(marks)]:
            if found := _HEADING_AND_BODY.match(text, _skip(text, start)):
                places.add(found.end("heading"))
        places |= _alike(text, places)
    return _parted(line, places) if places else [line]


def _parted(line: Line, places: set[int]) -> list[Line]:
    """Part a line before each of these places in its text, without the blanks there."""
    text = line.text
    result: list[Line] = []
    for start, end in pairwise([0, *sorted(places), len(text)]):
        first = _skip(text, start)
        last = start + len(text[start:end].rstrip(BLANK_CHARACTERS))
        if last > first:
            tracked = cut(line.tracked, first, last)
            result.append(replace(line, tracked=tracked, blanks=0 if result else line.blanks))
    return result


#: A heading that is known by the last word of another has at most so many characters.
_HEADING = 24


def _alike(text: str, places: set[int]) -> set[int]:
    """Find where headings end that the text sticks to, by the last word of another of their form.

    一、家里方面 1、…… 二、村里方面党员已经……: the first has nothing but its list behind it.  Or by
    its length, where they are parallel: 一、守堤身，让人有底气 1、…… 二、守堤脚，让人有胆气堤脚……
    """
    bounds = sorted({0, *places, len(text)})
    pieces = [(_skip(text, a), text[_skip(text, a) : b]) for a, b in pairwise(bounds)]
    headings = [(at, piece) for at, piece in pieces if _CHINESE_MARK.match(piece)]
    short = (piece for _, piece in headings if len(piece) <= _HEADING)
    words = {piece[-2:] for piece in short if not _PAUSE.search(piece)} & _PARTS
    found = _parallel(headings)
    for at, piece in headings:
        clause = _PAUSE.split(piece[:_HEADING], maxsplit=1)[0]
        ends = [clause.find(word, 4) + len(word) for word in words if word in clause[4:]]
        if len(piece) > _HEADING and ends:
            found.add(at + min(ends))
    return found


def _parallel(headings: Sequence[tuple[int, str]]) -> set[int]:
    """Find where headings end that go on behind their pause like one whose end is known."""
    known = [piece for _, piece in headings if len(piece) <= _HEADING]
    tails = {piece[stop.end() :] for piece in known if (stop := _PAUSE.search(piece))}
    found: set[int] = set()
    for at, piece in headings:
        pause = _PAUSE.search(piece, 0, _HEADING) if len(piece) > _HEADING else None
        if pause is None:
            continue
        for tail in tails:
            end = pause.end() + len(tail)
            behind = piece[pause.end() : end]
            if len(behind) == len(tail) and not _PAUSE.search(behind) and _are_alike(tail, behind):
                found.add(at + end)
    return found


def _are_alike(tail: str, behind: str) -> bool:
    """Say whether two tails of one length begin alike and differ at their ends only."""
    same = next((n for n, (a, b) in enumerate(zip(tail, behind, strict=True)) if a != b), len(tail))
    return same >= _SAME and len(tail) - same <= _OTHER


#: Parallel headings have so many characters behind their pause in common, and differ in so many.
_SAME, _OTHER = 3, 2
# Words that say at the end of a heading that it names a part; others may stand in a sentence.
_PARTS = frozenset(forms(["方面", "层面", "环节", "阶段", "领域"]))
# A numeral with its mark, and a pause behind it.
_CHINESE_MARK = lazy_regex("[一二三四五六七八九十]{1,3}、")
_PAUSE = lazy_regex("[。，；：！？,;:!?]")


def _unit(text: str) -> int:
    """Give the length of what a text repeats, or its own."""
    for times in (2, 3, 4, 5, 6):
        size, left = divmod(len(text), times)
        if not left and size >= 4 and text == text[:size] * times:
            return size
    return len(text)


# A heading that lost its line: behind the last full stop of a paragraph, and a blank.
_TAIL = lazy_regex(rf"(?<=[。！？])[{BLANK}]+(?P<tail>[^。，；！？：:,;（）(){BLANK}]{{4,20}})$")
# The same with its mark, blank or not: ……再提意见。(三)享乐主义方面
_MARKED_TAIL = lazy_regex(
    rf"(?<=[。！？])[{BLANK}]*(?P<tail>(?:[（(][一二三四五六七八九十]{{1,3}}[）)]|[一二三四五六七八九十]{{1,3}}、)"
    rf"[^。，；！？：:,;（）(){BLANK}]{{3,24}})$"
)
# The last words of a report: 以上报告，请予审议。
_CONCLUDES = lazy_regex(
    either("(?<=[。！？])以上(?:报告|汇报|发言|述职|体会|意见|总结)?[，,](?:请|如|不妥|不当|敬请)")
)
_FAREWELL = lazy_regex(rf"(?<=[。！？])[{BLANK}]*此[{BLANK}]*致[{BLANK}，,]*敬[{BLANK}]*礼[！!。]?")
# Whom a speech addresses and greets: 尊敬的各位领导，大家好！
_GREETED = lazy_regex(
    either(
        rf"[{BLANK}]*(?:{DEAR}|各位)[^。；！？：:]{{2,40}}[，,、](?:大家|你们|各位){GOOD_DAY}[！!。](?=.{{20}})"
    )
)
_TITLE_FIRST = lazy_regex(
    rf"(?P<title>[^。，；！？：,;:{BLANK}]{{4,40}})(?P<blank>[{BLANK}]{{1,8}})"
    rf"(?=[^{BLANK}]{{12,}}[，。,]|[\u4e00-\u9fff]{{2,4}}[，,][男女][，,])"
)
# The end of a sentence that goes on with a title: 六．2015年课题 《守堤三法》 获一等奖。
_BOOK_AND_REST = lazy_regex("《[^》]{2,60}》[^。，；！？]{0,20}。")
_HEADING_AND_BODY = lazy_regex(
    rf"(?P<heading>[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．](?:[^。，；：！？,;:{BLANK}]{{3,28}}|"
    rf"[^。，；：！？,;:{BLANK}]{{2,14}}[，,][^。，；：！？,;:{BLANK}]{{2,14}}))[{BLANK}]+(?=\S{{12,}})"
    rf"(?![A-Za-z\d－—／/.-]{{4,}}(?:[{BLANK}]|$))"  # the number of a journal
    "(?![（(][^（()）]{2,20}[）)][，,])"  # a sentence goes on: 守堤的民工 (以下简称民工)，……
)


def _around(text: str, title_end: int, blank: bool) -> set[int]:
    """Find the breaks at lost indents, behind a title or heading, and around the farewell.

    ``title_end`` is where a title ends to which the text sticks, 0 if none; ``blank`` says
    that the text has blanks.
    """
    places: set[int] = set()
    late = max(0, len(text) - 90)
    farewells = 0 < text.find("此", late) < text.find("敬", late)
    for farewell in _FAREWELL.finditer(text, late) if farewells else ():
        places |= {farewell.start(), farewell.end()}
    if title_end:
        size = _unit(text[:title_end])  # a title said three times over is three lines
        places |= set(range(size, title_end + 1, size))
        if greeted := _GREETED.match(text, title_end):
            places.add(greeted.end())
    if not blank:
        return places
    places.update(lost_indents(text))
    titled = _TITLE_FIRST.match(text)
    if titled and (ends_with_genre(titled["title"]) or len(titled["blank"]) > 1):
        at = titled.end("title")
        if not behind_label(text, at):  # 第十一条, set apart from its text
            places.add(at)
    sign = mark(text)
    if sign and sign.form in ("chinese", "chinese-paren"):
        stuck = _HEADING_AND_BODY.match(text)
        rest = text[stuck.end() :] if stuck else ""
        goes_on = len(rest) < 18 or _BOOK_AND_REST.fullmatch(rest) is not None
        if stuck and not goes_on and re.search("[，。]", rest):
            places.add(stuck.end("heading"))
    return places


def _skip(text: str, start: int) -> int:
    """Give the place of the first character from ``start`` on that is no blank."""
    while start < len(text) and text[start] in BLANK_CHARACTERS:
        start += 1
    return start


# Three sentences or more that are counted from here on: 1.……。2.……。3.……
_COUNTS = lazy_regex(
    r"1(?P<sep>[.．、])(?!\d)[^。]*。.*?(?<=[。！？])2(?P=sep)(?!\d).*?(?<=[。！？])3(?P=sep)(?!\d)"
)


def _counted_under(text: str, start: int, at: int, first: Mark) -> bool:
    """Say whether the first mark in a line stands right under a heading, its second further on.

    一、健全制度1、……。2、……。: the heading at ``start`` has an outer mark and no pause.
    """
    start = _skip(text, start)
    outer = mark(text[start:at])
    if outer is None or RANK[outer.form] >= RANK[first.form]:
        return False
    if _PAUSE.search(text, start + outer.length, at):
        return False
    for found in _LOST_MARK.finditer(text, at + first.length):
        sign = mark(text[found.start() : found.start() + 12])
        if sign is None or RANK[sign.form] > RANK[first.form]:
            continue
        above = text[: found.start()].rstrip(BLANK_CHARACTERS)[-1:]
        return (sign.form, sign.number) == (first.form, 2) and above in _STOPS
    return False


def _lost_marks(text: str, whole: bool, poured_out: bool) -> set[int]:
    """Find the places in mid-line where a numbering mark begins a paragraph.

    ``whole`` says that the line may be a whole essay, ``poured_out`` that it is one.
    """
    places: set[int] = set()
    expected: dict[str, int] = {}
    start = 0
    if first := mark(text):
        expected[first.form] = first.number + 1
    if not _END_OF_MARK.search(text, 1):
        return places
    for found in _LOST_MARK.finditer(text, 1):
        at = found.start()
        before = at
        while before and text[before - 1] in BLANK_CHARACTERS:  # no copy of all the text so far
            before -= 1
        ended = text[before - 1 : before] in _STOPS
        listed = first is not None and first.form in ("decimal-paren", "circled")
        listed = listed or _COUNTS.match(text, at) is not None
        series = first is not None and (at - start >= (14 if places else 40) or listed)
        stands = before < at or ((whole or series) and ended)
        # A heading without a stop, and the first mark under it (组织制度⒈任期届满).
        under = whole and 2 <= before - start <= 24
        if before == 0 or not (stands or under) or behind_label(text, before):
            continue
        sign = mark(text[at : at + 12])
        if sign is None or expected.get(sign.form, 1) != sign.number:
            continue
        if not (stands or poured_out or _counted_under(text, start, at, sign)):
            continue
        if not stands and sign.number != 1:
            continue
        listed = listed and sign.form == first.form if first else False
        if (
            ended and (before < at or at - start >= 40 or not whole or listed)
        ) or before - start <= 40:
            places.add(before)
            start = at
            expected[sign.form] = sign.number + 1
            for form, rank in RANK.items():
                if rank > RANK[sign.form]:
                    expected.pop(form, None)
    return places
