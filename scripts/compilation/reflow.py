"""Joins lines that were broken inside a paragraph, and parts paragraphs that share a line.

Whether a text is hard-wrapped is judged once for a stretch of lines (:func:`profile`): most of
its unfinished lines are then about equally wide.  A break after a comma or inside brackets is
joined everywhere.  All joins are edits (``line-join``); nothing else is changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from . import byline
from .lines import Dropped, Line
from .model import Edit
from .signs import (
    BLANK,
    BLANK_CHARACTERS,
    OPEN_END,
    RANK,
    date,
    ends,
    ends_sentence,
    ends_with_genre,
    enumerates,
    is_closing,
    is_note,
    is_salutation,
    mark,
    width,
)
from .titles import poured
from .tracking import Tracked, cut
from .variants import either

# A line never begins with these; a half-width mark counts only before a Han character.
_CLOSES = re.compile(r"[，、。；：！？）”’》」』】]|…(?!…)|[,;:?!)][\u4e00-\u9fff]")
# Particles that begin no sentence, except as the first part of the words left out here.
_NEVER_FIRST = re.compile(
    "们|們|吗|嗎|吧|嘛|的(?![确確士])|了(?![解不却然])|着(?![力眼重实實手装急火])|得(?![知益到出以体體失心法分票奖其])"
)
_NUMBER_GOES_ON = re.compile(r"[.．]\d|[%％℃]|\d*[万亿]?[元人户亩吨公里米年月日]")
# One character and a stop: the end of a word that began on the line before.
_LAST_OF_WORD = re.compile("[^是对對好嗯啊哦唉看瞧来來嘿喂且但][，、。；]")
# A sentence, and behind it another that has a comma and no end.
_STOPPED = re.compile(r"[。！？；][^。！？；]*，[^。！？，；：:]*[\u4e00-\u9fff]$")
# A line of a table of contents: its title, dots, and the page.
_CONTENTS = re.compile(rf"(?:[.…·．_-]{{3,}}|…)[{BLANK}]*[（(]?\d{{1,3}}[）)]?$")
_LATIN = re.compile(r"[A-Za-z]")
_BROKEN = re.compile(r"^.{0,60}[，,。；;].{0,60}[\u4e00-\u9fff]$")
#: A line of at least this many characters that stops without punctuation is broken prose.
LONG = 28


@dataclass(frozen=True, slots=True)
class Profile:
    """How lines end: ``wrap`` is the width of a full line in cells, 0 if not hard-wrapped.

    ``indented`` says that paragraphs begin with an indent and continuation lines do not.
    """

    wrap: int
    indented: bool


def profile(lines: Sequence[Line]) -> Profile:
    """Judge whether a stretch of lines is hard-wrapped, and whether indents mark paragraphs."""
    widths = sorted(line.indent + width(line.text) for line in lines if len(line.text) > 8)
    if len(widths) < 4:
        return Profile(0, False)
    full = widths[int(len(widths) * 0.9)]
    # Titles, signatures and headings are short and say nothing of the width.
    long_lines = [
        line
        for line in lines
        if line.indent + width(line.text) >= full / 2 or re.search("[，,]", line.text)
    ]
    open_lines = [
        line.indent + width(line.text)
        for line in long_lines
        if line.indent < 12
        and not ends(line.text)
        and not (mark(line.text) and line.indent + width(line.text) < full - 8)
    ]
    near = sum(w >= full - 8 for w in open_lines)
    prose = any(re.search("[，,。；]", line.text) for line in long_lines)
    wrapped = prose and len(open_lines) >= 3 and near * 10 >= len(open_lines) * 5
    wrapped = wrapped and near * 10 >= len(long_lines) * 3
    # Prose that stops at a Han character, comma behind it or not, is broken; a text that is
    # not hard-wrapped has hardly a line like that.
    broken = sum(
        bool(_BROKEN.search(line.text))
        for line in lines
        if line.indent < 12 and not (enumerates(line.text) and len(line.text) < 24)
    )
    wrapped = wrapped or (broken >= 3 and broken * 100 >= len(lines) * 15)
    wrapped = wrapped and 24 <= full <= 120
    indents = [line.indent >= 2 for line in lines]
    share = sum(indents) / len(indents)
    return Profile(full if wrapped else 0, 0.03 < share < 0.75 if wrapped else share > 0.6)


def _structural(text: str) -> bool:
    """Say whether a line can only begin a block."""
    return bool(mark(text)) or is_note(text) or is_closing(text)


def _continues(first: Line, second: Line, shape: Profile) -> bool:
    """Judge whether the second line goes on with the paragraph of the first."""
    a, b = first.text, second.text
    if first.said or second.said:
        return second.said == "join"
    if _CLOSES.match(b) or (_NEVER_FIRST.match(b) and not ends(a) and not second.blanks):
        return True
    if a[-1].isdigit() and _NUMBER_GOES_ON.match(b):
        return True
    if _structural(b) or _CONTENTS.search(a):
        return False
    if _LAST_OF_WORD.match(b) and not ends(a) and len(a) > 4:
        return True
    if len(a) > 8 and a[:5] == b[:5]:
        return False  # 会议进行第一项……, 会议进行第二项……
    if _STOPPED.search(a[-60:]) and not second.blanks and byline.glued(a) is None:
        return not byline.looks_like(b)
    if _unclosed(a) and len(a) < 4000:
        return True
    if OPEN_END.search(a[-1:]):
        return a[-1] in "，,、（(《“‘「『" or bool(shape.wrap) or len(a) >= LONG
    ended = ends(a)
    if shape.wrap:
        is_full = first.indent + width(a) >= shape.wrap - 5
        if shape.indented:
            if second.indent >= 2 and second.indent > first.indent:
                return False
            if second.indent < 2 and (ended or is_full):
                return not (ended and not is_full)
            prose = bool(re.search(r"[，,。；、]", a)) and first.indent <= 8 and not date(a)
            if second.indent < 2 and prose and not mark(a) and len(a) > 8:
                return True
        if ended:
            return is_full and ends_sentence(a) and not enumerates(b) and not second.blanks
        if is_full:
            return True
        return (
            second.blanks == 0 and len(a) >= LONG and bool(re.search("[，,。]", a)) and not date(a)
        )
    if ended or len(a) < LONG or (len(a) < 60 and date(a)) or (mark(a) and len(a) < 40):
        return False
    if second.blanks and second.indent > first.indent:
        return False
    if ends_with_genre(a) and len(a) < 45:
        return False
    return not (second.indent >= 4 and shape.indented) and bool(re.search(r"[，,。]", a))


def _hangs(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge by the indents alone: paragraphs have one, and this line goes on without."""
    first, a, b = group[0], group[-1].text, second.text
    if not shape.indented or shape.wrap or first.said or second.said or second.blanks:
        return False
    if first.indent < 2 or first.indent > 8 or second.indent or ends(a) or len(first.text) < 12:
        return False
    if _structural(b) or (mark(first.text) and len(first.text) < LONG) or date(a):
        return False
    if byline.looks_like(b, True) or is_salutation(b):
        return False
    return bool(re.search("[，,。；]", a)) or len(group) > 1


_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』"}


def _unclosed(text: str) -> bool:
    """Say whether the last opening bracket or quotation mark of a line is not closed."""
    for opening in ("《", "（", "“"):
        at = text.rfind(opening)
        if at >= 0 and text.find(_PAIRS[opening], at) < 0 and len(text) - at < 30:
            rest = text[at + 1 :]
            return not re.search(r"[。！？：:]", rest) and ")" not in rest and '"' not in rest
    return False


def reflow(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped], shape: Profile
) -> list[Line]:
    """Join broken lines.  ``dropped`` (in order) may hold spans outside the stretch."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (_continues(groups[-1][-1], line, shape) or _hangs(groups[-1], line, shape)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [weld(source, base, group, dropped) for group in groups]


def weld(source: str, base: int, group: Sequence[Line], dropped: Sequence[Dropped]) -> Line:
    """Make one line of several; what was dropped between them keeps its own rule."""
    if len(group) == 1:
        return group[0]
    parts = [group[0].tracked.text]
    edits = list(group[0].tracked.edits)
    for first, second in pairwise(group):
        latin = _LATIN.match(first.text[-1]) and _LATIN.match(second.text[0])
        new = " " if latin else ""
        a, b = first.tracked.end, second.tracked.start
        edits += gap(source, base, a, b, between(dropped, a, b), new, "line-join")
        edits += second.tracked.edits
        parts += (new, second.tracked.text)
    tracked = Tracked("".join(parts), group[0].tracked.start, group[-1].tracked.end, tuple(edits))
    return replace(group[0], tracked=tracked)


def between(dropped: Sequence[Dropped], start: int, end: int) -> Sequence[Dropped]:
    """Give the dropped spans (sorted) that lie in ``start:end``."""
    low = bisect_left(dropped, start, key=lambda d: d.start)
    return dropped[low : bisect_left(dropped, end, key=lambda d: d.start)]


def gap(
    source: str,
    base: int,
    start: int,
    end: int,
    dropped: Sequence[Dropped],
    new: str,
    rule: str,
) -> list[Edit]:
    """Give the edits that turn the source between two pieces into ``new``.

    ``dropped`` are the dropped spans within, in order; the rest must be blank.  Where the
    source already has ``new``, that character stays and is no edit.
    """
    edits: list[Edit] = []
    wanted = new
    position = start
    for item in (*dropped, None):
        until = item.start if item else end
        old = source[position - base : until - base]
        at = old.find(wanted) if wanted else -1
        if at >= 0:
            if at:
                edits.append(Edit(position, old[:at], "", rule))
            if rest := old[at + len(wanted) :]:
                edits.append(Edit(position + at + len(wanted), rest, "", rule))
            wanted = ""
        elif old:
            edits.append(Edit(position, old, "", rule))
        if item:
            edits.append(
                Edit(item.start, source[item.start - base : item.end - base], "", item.rule)
            )
            position = item.end
    if wanted:
        if edits and edits[-1].offset + len(edits[-1].old) == end and edits[-1].rule == rule:
            edits[-1] = replace(edits[-1], new=wanted)
        else:
            edits.append(Edit(end, "", wanted, rule))
    return edits


# A break that was lost when the text was poured into one line: a numbering mark behind a
# sentence end, or the two ideographic spaces that once began a paragraph.
_LOST_INDENT = re.compile(r"(?<=[。！？；：”）])[ \u00a0\t]{0,2}(?:\u3000\u3000|\t|[ \u00a0]{4,})")
_LOST_MARK = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}\s?[、.．）)]|[⒈-⒛]")
_STOPS = "。！？；：:"


def part(line: Line) -> list[Line]:
    """Part a line that holds several paragraphs.

    A numbering mark begins a paragraph in mid-line only where blanks stand before it, or
    where the line is a whole essay and the mark is the next of its kind.  Where two marks or
    more were found so, the line was poured together, and a blank behind a full stop or behind
    a short heading was a line break too.
    """
    text = line.text
    if line.said or (len(text) <= 80 and not _BLANK.search(text)):
        return [line]
    places = {m.start() for m in _LOST_INDENT.finditer(text)}
    for farewell in _FAREWELL.finditer(text, max(0, len(text) - 90)):
        places |= {farewell.start(), farewell.end()}
    if len(text) > 200 and (stop := poured(text)):
        places.add(stop)
    titled = _TITLE_FIRST.match(text)
    if titled and (ends_with_genre(titled["title"]) or len(titled["blank"]) > 1):
        places.add(titled.end("title"))
    sign = mark(text)
    if sign and sign.form in ("chinese", "chinese-paren"):
        stuck = _HEADING_AND_BODY.match(text)
        if stuck and len(text) - stuck.end() >= 18 and re.search("[，。]", text[stuck.end() :]):
            places.add(stuck.end("heading"))
    poured_out = line.poured or (len(text) > 200 and bool(poured(text)))
    marks = _lost_marks(text, poured_out or len(text) > 400)
    places |= marks
    if len(text) > 300 and _breaks_at_blanks(text):
        places |= {m.start() for m in _POURED.finditer(text)}
        places |= {m.start("short") for m in _SHORT_BETWEEN.finditer(text)}
        places |= {m.end("short") for m in _SHORT_BETWEEN.finditer(text)}
    if poured_out:
        places |= {m.start() for m in _CONCLUDES.finditer(text, max(0, len(text) - 120))}
    if len(marks) >= 2:
        places |= {m.start() for m in _POURED.finditer(text)}
        for start in [0, *sorted(marks)]:
            if found := _HEADING_AND_BODY.match(text, _skip(text, start)):
                places.add(found.end("heading"))
    if not places:
        return [line]
    result: list[Line] = []
    for start, end in pairwise([0, *sorted(places), len(text)]):
        first = _skip(text, start)
        last = start + len(text[start:end].rstrip(BLANK_CHARACTERS))
        if last > first:
            tracked = cut(line.tracked, first, last)
            result.append(replace(line, tracked=tracked, blanks=0 if result else line.blanks))
    return result


# A short piece without a stop, between a stop and a longer piece: a heading.
_SHORT_BETWEEN = re.compile(
    rf"(?<=[。！？：:])[{BLANK}]+(?P<short>[^。，；！？：:,;{BLANK}]{{3,24}})[{BLANK}]+(?=[^{BLANK}]{{20}})"
)


def _breaks_at_blanks(text: str) -> bool:
    """Judge whether the blanks of a long line are where its line breaks were.

    Then they stand behind full stops, and hardly anywhere between other Han characters.
    """
    behind = len(_POURED.findall(text))
    elsewhere = len(_BLANK_INSIDE.findall(text))
    return behind >= 1 and behind >= elsewhere


_BLANK_INSIDE = re.compile(rf"(?<=[\u4e00-\u9fff，、；])[{BLANK}]+(?=[\u4e00-\u9fff])")
_BLANK = re.compile(f"[{BLANK}]")
# The last words of a report: 以上报告，请予审议。
_CONCLUDES = re.compile(
    either("(?<=[。！？])以上(?:报告|汇报|发言|述职|体会|意见|总结)?[，,](?:请|如|不妥|不当|敬请)")
)
_FAREWELL = re.compile(rf"(?<=[。！？])[{BLANK}]*此[{BLANK}]*致[{BLANK}，,]*敬[{BLANK}]*礼[！!。]?")
_TITLE_FIRST = re.compile(
    rf"(?P<title>[^。，；！？：,;:{BLANK}]{{4,40}})(?P<blank>[{BLANK}]{{1,8}})(?=[^{BLANK}]{{12,}}[，。,])"
)
_POURED = re.compile(rf"(?<=[。！？])[{BLANK}]+(?=\S)")
_HEADING_AND_BODY = re.compile(
    rf"(?P<heading>[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．][^。，；：！？,;:{BLANK}]{{3,28}})[{BLANK}]+(?=\S{{12,}})"
)


def _skip(text: str, start: int) -> int:
    """Give the place of the first character from ``start`` on that is no blank."""
    while start < len(text) and text[start] in BLANK_CHARACTERS:
        start += 1
    return start


def _lost_marks(text: str, whole: bool) -> set[int]:
    """Find the places in mid-line where a numbering mark begins a paragraph.

    ``whole`` says that the line may be a whole essay.
    """
    places: set[int] = set()
    expected: dict[str, int] = {}
    start = 0
    if first := mark(text):
        expected[first.form] = first.number + 1
    for found in _LOST_MARK.finditer(text, 1):
        at = found.start()
        before = at
        while before and text[before - 1] in BLANK_CHARACTERS:  # no copy of all the text so far
            before -= 1
        ended = text[before - 1 : before] in _STOPS
        listed = first is not None and first.form in ("decimal-paren", "circled")
        series = first is not None and (at - start >= 40 or listed)
        if before == 0 or not (before < at or ((whole or series) and ended)):
            continue
        sign = mark(text[at : at + 12])
        if sign is None or expected.get(sign.form, 1) != sign.number:
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
