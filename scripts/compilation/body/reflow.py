"""Joins lines that were broken inside a paragraph.

Whether a text is hard-wrapped is judged once for a stretch of lines (``wrapping``), and then
line by line what goes on (``continuation``).  A break after a comma or inside brackets is
joined everywhere.  All joins are edits (``line-join``); nothing else is changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..divisions.contents import ends_entry
from ..model import Edit
from ..signatures import byline
from ..signatures.bodies import may_be_body
from ..signatures.names import is_office
from ..text.lazy import lazy_regex
from ..text.signs import ends_sentence, ends_with_genre, enumerates, is_note, mark, width
from ..text.tracking import Tracked
from .continuation import ARTICLE, goes_on
from .lines import Dropped, Line
from .verse import runs
from .wrapping import Profile, had_indent

_LATIN = lazy_regex(r"[A-Za-z]")
#: A full line with a stop at its end is narrower by at most so many cells.
_HANGING = 2


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
            (shape.wrap and _in_sentence(groups[-1], line, shape))
            or _ends_title(lines, index)
            or (
                not (shape.lost and _begins(lines, index, shape))
                and goes_on(groups[-1], line, shape)
            )
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [weld(source, base, group, dropped) if len(group) > 1 else group[0] for group in groups]


def _begins(lines: Sequence[Line], index: int, shape: Profile) -> bool:
    """Say whether a line below the end of a sentence had an indent, which is lost."""
    if not shape.lost or index + 1 == len(lines) or lines[index].said:
        return False
    return ends_sentence(lines[index - 1].text) and had_indent(
        lines[index], lines[index + 1], shape.wrap
    )


def _in_sentence(group: Sequence[Line], line: Line, shape: Profile) -> bool:
    """Say whether a line goes on with a sentence that ends with a semicolon in a full line.

    An item of a list would end so too, but it has no whole sentences before that.
    """
    above, text = group[-1], line.text
    if not shape.wrap or above.text[-1] not in "；;" or line.said or line.blanks:
        return False
    if line.indent >= 2 or above.indent + width(above.text) < shape.wrap - _HANGING:
        return False
    if enumerates(text) and any(_runs_on(one.text) for one in (*group, line)):
        return True
    if mark(text) or is_note(text) or enumerates(text):
        return False
    return any("。" in one.text for one in group)


# A subtitle, and the last word or two of one: ——我在堤上的四百个 / 日子.
_SUBTITLE = lazy_regex("[—－―─-]+[^—－―─。；：！？]{6,}[\u4e00-\u9fff]")
_LAST_WORDS = lazy_regex("[\u4e00-\u9fff]+")
#: Those have at most so many characters.
_REST = 6


def _ends_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the rest of an entry of a list of titles, or of a subtitle above it.

    That is short and has a person below.
    """
    line = lines[index]
    if line.said:
        return False
    if len(line.text) <= _REST and _ends_subtitle(lines, index):
        return True
    return line.text[-1].isdecimal() and ends_entry(lines, index)


def _ends_subtitle(lines: Sequence[Line], index: int) -> bool:
    line, text = lines[index], lines[index].text
    if not _LAST_WORDS.fullmatch(text) or line.blanks or index + 1 >= len(lines):
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    if not _SUBTITLE.fullmatch(above) or ends_with_genre(text) or mark(text):
        return False
    if may_be_body(text) or is_office(text) or byline.looks_like(text, True):
        return False
    return byline.names_person(below)


def _runs_on(text: str) -> bool:
    """Say whether the next member of an enumeration stands inside a line (……；三是写得少)."""
    return any(enumerates(text[found.end() :]) for found in _SEMICOLON.finditer(text))


_SEMICOLON = lazy_regex("[；;]")


def _below_verse(lines: Sequence[Line]) -> set[int]:
    """Give the lines of poems but for the first of each, which its own line above may join."""
    poems = runs(lines, lambda index: mark(lines[index].text) is not None)
    return {index for poem in poems for index in poem[1:]}


def weld(source: str, base: int, group: Sequence[Line], dropped: Sequence[Dropped]) -> Line:
    """Make one line of several; what was dropped between them keeps its own rule."""
    if len(group) == 1:
        return group[0]
    parts = [group[0].text]
    edits = list(group[0].tracked.edits)
    for first, second in pairwise(group):
        new = _joint(first.text, second.text)
        a, b = first.tracked.end, second.tracked.start
        edits += gap(source, base, a, b, between(dropped, a, b), new, "line-join")
        edits += second.tracked.edits
        parts += (new, second.text)
    tracked = Tracked("".join(parts), group[0].tracked.start, group[-1].tracked.end, tuple(edits))
    return replace(group[0], tracked=tracked)


def _joint(first: str, second: str) -> str:
    """Give what a break between two lines becomes."""
    if ARTICLE.fullmatch(first):
        return "\u3000"
    return " " if _LATIN.match(first[-1]) and _LATIN.match(second[0]) else ""


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
