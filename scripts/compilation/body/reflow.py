"""Joins lines that were broken inside a paragraph.

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

from ..model import Edit
from ..signatures import byline
from ..text.signs import (
    BLANK,
    CHINESE,
    OPEN_END,
    RANK,
    date,
    ends,
    ends_sentence,
    ends_with_genre,
    enumerates,
    is_closing,
    is_han,
    is_note,
    is_salutation,
    mark,
    width,
)
from ..text.tracking import Tracked
from .lines import Dropped, Line
from .verse import runs

# A line never begins with these; a half-width mark counts only before a Han character.
_CLOSES = re.compile(r"[，、。；：！？）”’》」』】]|…(?!…)|[,;:?!)][\u4e00-\u9fff]")
# Particles that begin no sentence, except as the first part of the words left out here.
_NEVER_FIRST = re.compile(
    "们|們|吗|嗎|吧|嘛|的(?![确確士])|了(?![解不却然])|着(?![力眼重实實手装急火])|得(?![知益到出以体體失心法分票奖其])"
)
_NUMBER_GOES_ON = re.compile(r"[.．]\d|[%％℃]|\d*[万亿]?[元人户亩吨公里米年月日]")
# A heading behind the last full stop of a paragraph and a blank.
_HEADED = re.compile(rf"[。！？][{BLANK}]+[^。，；！？：:,;（）(){BLANK}]{{4,20}}$")
# What is counted behind a number that ends a line of prose (平均年龄达到 47 / 岁，……).
_COUNTED = re.compile(r"[岁名个家项件起次篇处座条辆台套场批类倍余多天周期届位户村所支册]")
_DECIMAL_BROKEN = re.compile(r"[^\d.][\d]{1,4}[.．]$")
# One character and a stop: the end of a word that began on the line before.
_LAST_OF_WORD = re.compile("[^是对對好嗯啊哦唉看瞧来來嘿喂且但][，、。；]")
# A sentence, and behind it another that has a comma and no end.
_STOPPED = re.compile(
    r"[。！？；](?:[^。！？；]*，[^。！？，；：:]*|[^。！？，；：:\s）)]{6,})[\u4e00-\u9fff]$"
)
# A line of a table of contents: its title, dots, and the page.
_CONTENTS = re.compile(rf"(?:[.…·．_-]{{3,}}|…)[{BLANK}]*[（(]?\d{{1,3}}[）)]?$")
_PAGE_ENDS = frozenset("0123456789）)")
# A numeral with a comma, which goes on with a sentence as well as it begins a paragraph.
_WEAK_MARK = re.compile(f"[{CHINESE}]{{1,3}}[，,]")
_LATIN = re.compile(r"[A-Za-z]")
_BROKEN = re.compile(r"^.{0,60}[，,。；;].{0,60}[\u4e00-\u9fff]$")
_COMMA = re.compile("[，,。]")
_PAUSES = re.compile("[，,。；]")
#: What ends a line that must go on (他、 “); 的 and 和 end headings too (一、取得的).
_OPENS = "，,、（(《“‘「『"
_QUOTES = "“‘「『"
#: Paragraphs are indented by at most this many cells; what stands further right is set apart.
_PARAGRAPH = 8
_BROKEN_UP_TO = 122
#: A heading with 一、 that has its text in the next line is at most this long (characters).
LONG_HEADING = 70
#: A line of at least this many characters that stops without punctuation is broken prose.
LONG = 28
#: Where a text is hard-wrapped, one of so many cells that is nearly full is.
_SHORTEST = 36


@dataclass(frozen=True, slots=True)
class Profile:
    """How lines end: ``wrap`` is the width of a full line in cells, 0 if not hard-wrapped.

    ``indented`` says that paragraphs begin with an indent and continuation lines do not,
    ``spaced`` that nearly every line has an empty one before it, which then says nothing.
    """

    wrap: int
    indented: bool
    spaced: bool = False


def profile(lines: Sequence[Line]) -> Profile:
    """Judge whether a stretch of lines is hard-wrapped, and whether indents mark paragraphs."""
    measured = [(line, line.indent + width(line.text)) for line in lines]
    widths = sorted(cells for line, cells in measured if len(line.text) > 8)
    if len(widths) < 4:
        return Profile(0, False)
    full = widths[int(len(widths) * 0.9)]
    wrapped = 24 <= full <= 120 and _wrapped(measured, full)
    indents = [2 <= line.indent <= _PARAGRAPH for line in lines]  # a signature stands farther
    share = sum(indents) / len(indents)
    spaced = sum(line.blanks == 1 for line in lines) * 10 >= len(lines) * 8
    return Profile(full if wrapped else 0, 0.03 < share < 0.75 if wrapped else share > 0.6, spaced)


def _wrapped(measured: Sequence[tuple[Line, int]], full: int) -> bool:
    """Judge whether lines, given with their width, are hard-wrapped at the width ``full``."""
    # Titles, signatures and headings are short and say nothing of the width.
    long_lines = [
        (line, cells)
        for line, cells in measured
        if cells >= full / 2 or "，" in line.text or "," in line.text
    ]
    open_lines = [
        cells
        for line, cells in long_lines
        if line.indent < 12 and not ends(line.text) and not (cells < full - 8 and mark(line.text))
    ]
    near = sum(w >= full - 8 for w in open_lines)
    prose = any(_PAUSES.search(line.text) for line, _ in long_lines)
    wrapped = prose and len(open_lines) >= 3 and near * 10 >= len(open_lines) * 5
    if wrapped and near * 10 >= len(long_lines) * 3:
        return True
    # Prose that stops at a Han character, comma behind it or not, is broken; a text that is
    # not hard-wrapped has hardly a line like that.
    broken = sum(
        len(line.text) <= _BROKEN_UP_TO
        # A heading has commas too, but does not reach so far.
        and cells >= min(full, 80) / 2
        and is_han(line.text[-1])
        and bool(_BROKEN.search(line.text))
        for line, cells in measured
        if line.indent < 12 and not (enumerates(line.text) and len(line.text) < 24)
    )
    return broken >= 3 and broken * 100 >= len(measured) * 15


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
        return not byline.looks_like(a)
    if shape.wrap and a[-1].isdigit() and _COUNTED.match(b) and _PAUSES.search(a):
        return not (second.blanks or byline.looks_like(a))
    if shape.wrap and _DECIMAL_BROKEN.search(a) and b[0].isdigit() and not mark(b):
        return True
    if a[-1] in _PAGE_ENDS and _CONTENTS.search(a):
        return False
    if _structural(b) and (ends(a) or not _WEAK_MARK.match(b)):
        return False
    if _LAST_OF_WORD.match(b) and not ends(a) and len(a) > 4:
        return True
    if len(a) > 8 and a[:5] == b[:5]:
        return False  # 会议进行第一项……, 会议进行第二项……
    apart = second.blanks > shape.spaced
    if is_han(a[-1]) and _STOPPED.search(a[-60:]) and not apart and byline.glued(a) is None:
        return not byline.looks_like(b)
    if _unclosed(a) and len(a) < 4000:
        return True
    if (
        a[-1] not in "。，；：！？"
        and not shape.wrap
        and len(a) > 60
        and _HEADED.search(a[-30:])
        and byline.glued(a) is None
    ):
        return False
    is_full = first.indent + width(a) >= shape.wrap - 5
    if OPEN_END.search(a[-1:]) and (a[-1] in _OPENS or not (shape.wrap and mark(a)) or is_full):
        return a[-1] in _OPENS or bool(shape.wrap) or len(a) >= LONG
    ended = ends(a)
    if shape.wrap:
        if shape.indented:
            if second.indent >= 2 and second.indent > first.indent:
                return False
            begins = 2 <= second.indent <= _PARAGRAPH and second.indent == first.indent
            if begins and (ended or mark(a)):
                return False  # a paragraph or heading of one line, and the next
            if second.indent < 2 and (ended or is_full):
                # The first line of a paragraph is seldom quite full.
                near = first.indent + width(a) >= shape.wrap - (10 if first.indent >= 2 else 5)
                return not ended or near
            prose = bool(re.search(r"[，,。；、]", a)) and first.indent <= 8 and not _dated(a)
            if second.indent < 2 and prose and not mark(a) and len(a) > 8:
                return True
        if ended:
            signs = len(b) <= 24 and byline.looks_like(b, True)
            # The last line of a paragraph ends with a stop; a title or heading does not.
            stopped = ends(b) or second.indent + width(b) >= shape.wrap - 10
            whole = ends_sentence(a) or (a[-1] in "：:" and b[0] in _QUOTES)  # 他却说：/ “……”
            goes_on = is_full and whole and not second.blanks and stopped
            return goes_on and not enumerates(b) and not signs
        return is_full or (not second.blanks and _long_enough(a, b, shape.wrap))
    if mark(a) and not ended and len(a) > 24 and b[-1] in "；;" and len(b) <= 80:
        return True  # one of a list
    if ended or len(a) < LONG or (len(a) < 60 and date(a)) or (mark(a) and len(a) < 40):
        return False
    sign = mark(a) if len(a) < LONG_HEADING and len(b) > len(a) else None
    if sign and sign.form == "chinese" and not second.blanks and ends_sentence(b):
        return False
    if second.blanks and (second.indent > first.indent or a[-1] in "》”"):
        return False
    if (ends_with_genre(a) or a[-1] in "）)") and len(a) < 45:
        return False
    if second.indent >= 4 and shape.indented:
        return False
    if byline.looks_like(b) or is_salutation(b):
        return False
    return bool(_COMMA.search(a))


def _long_enough(a: str, b: str, wrap: int) -> bool:
    """Judge whether a line that is not quite full can only be a broken line of prose.

    Where the indents were lost, the first line of a paragraph looks two characters too short.
    """
    cells = width(a)
    if not _COMMA.search(a) or byline.looks_like(a):
        return cells >= max(wrap - 7, _SHORTEST) and "、" in a and not mark(a)
    if len(a) >= LONG or not (sign := mark(a)):
        return len(a) >= LONG or cells >= max(wrap - 10, _SHORTEST)
    # An item of a list and its last line; what has a Chinese number can be a heading.
    inner = RANK[sign.form] >= RANK["decimal"]
    return inner and cells >= max(wrap - 10, _SHORTEST) and ends(b) and width(b) < wrap - 10


def _hangs(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge by the indents alone: paragraphs have one, and this line goes on without."""
    first, a, b = group[0], group[-1].text, second.text
    if shape.wrap or first.said or second.said or second.blanks or second.indent:
        return False
    if first.indent < 2 or first.indent > 8 or ends(a) or len(first.text) < 6:
        return False
    if _structural(b) or (mark(first.text) and len(first.text) < LONG) or date(a):
        return False
    if byline.looks_like(b, True) or is_salutation(b):
        return False
    return bool(_PAUSES.search(a)) or len(group) > 1


# A member of an enumeration but the first (二是, 三要), and the numerals in their order.
_COUNTING = re.compile("([二三四五六七八九])([是要靠戒抓])")
_NUMERALS = "一二三四五六七八九"


def _counts_on(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge whether a line goes on with an enumeration that began inside its paragraph.

    The line above is full then (……归结起来，一是学习不够；/ 二是……), or it would end there.
    """
    found = _COUNTING.match(second.text)
    if not (found and shape.wrap) or second.said or second.blanks or second.indent >= 2:
        return False
    before = _NUMERALS[_NUMERALS.index(found[1]) - 1] + found[2]
    full = group[-1].indent + width(group[-1].text) >= shape.wrap - 2
    return full and "".join(line.text for line in group).find(before) > 0


def _dated(text: str) -> bool:
    """Say whether a line ends with a date, as a dateline does and prose seldom."""
    found = date(text)
    return found is not None and (len(text) - found.end <= 4 or len(text) < LONG)


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
    in_verse = set() if shape.wrap else _below_verse(lines)
    for index, line in enumerate(lines):
        if index in in_verse:
            groups.append([line])
        elif groups and (
            _continues(groups[-1][-1], line, shape)
            or _hangs(groups[-1], line, shape)
            or _counts_on(groups[-1], line, shape)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [weld(source, base, group, dropped) for group in groups]


def _below_verse(lines: Sequence[Line]) -> set[int]:
    """Give the lines of poems but for the first of each, which its own line above may join."""
    poems = runs(lines, lambda index: mark(lines[index].tracked.text) is not None)
    return {index for poem in poems for index in poem[1:]}


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
            edits[-1] = edits[-1]._replace(new=wanted)
        else:
            edits.append(Edit(end, "", wanted, rule))
    return edits
