"""Finds the texts of a source that has no mark of chapters at all.

Every line that can be a title is weighed by what stands around it: a person or body below it,
a signature or a farewell above it, a salutation, a subtitle, the same title elsewhere.  A
heading inside a text looks the same but stands in no such company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..body.lines import Line
from ..body.wrapping import profile
from ..signatures import byline
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.signs import core, ends, is_note, is_salutation, mark, width
from ..text.variants import either
from ..tops.titles import DASHED, names_collection, title_like, title_lines
from ..web import mastheads
from . import (
    bulletins,
    dividers,
    endings,
    groups,
    layouts,
    pagetitles,
    speakers,
    successions,
    surroundings,
    writers,
)
from .candidates import LONGEST, TOP, can_be_title, closes_title
from .counts import bodies_in_turn, by_one, counted

#: Prose before the first text is at least this long (characters).
_LONG = 30
#: What is said of all texts before the first has at most this many characters.
_REMARK = 250
#: A title has at most so many lines above its last.
_TITLE_LINES = 3
#: The end of a paragraph is looked at for words that announce texts (characters).
_LEAD = 40
# Words that announce texts.
_ANNOUNCES = lazy_regex(
    either(
        "如下|选登|摘登|刊发|刊登|摘编|摘录|分享|展示|以飨|编发|汇总|(?:心得|体会|感悟|发言)[。：:]?$"
    )
)
#: From this weight on a line is the title of a text.
_ENOUGH = 1.5


def find(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that open texts; none where there is but one text."""
    if first := bulletins.below(lines):
        below = lines[first:]
        found = [index + first for index in _parted(below) or _several(below)]
        return found if found[:1] == [first] else bulletins.items(lines, first)
    found = _parted(lines) or writers.behind_bodies(lines) or writers.units(lines)
    found = found or writers.bodies(lines)
    found = found or pagetitles.introduced(lines, _several(lines))
    if len(briefs := successions.labelled_below(lines)) > 1:
        found = sorted({*found, *briefs})
    found = found or _by_speakers(lines) or pagetitles.below(lines) or mastheads.below(lines)
    return found or writers.persons(lines)


def _parted(lines: Sequence[Line]) -> list[int]:
    """Give the titles of texts that rows of signs or the like part throughout, or none."""
    below = dividers.starts(lines)
    if not below:
        return []
    first = _first(lines, below[0])
    if first is None:
        first = _below_remark(lines, below)
    return below if first is None else [first, *below]


def _below_remark(lines: Sequence[Line], below: Sequence[int], signed: bool = False) -> int | None:
    """Give the title of the first text under what is said of all, or None.

    ``below`` are the titles of the others: where a person stands at each, one stands at it too;
    else it alone is set apart.  Where each is ``signed`` at its end, it need only be the sole one.
    """
    titles = [i for i in range(1, below[0]) if can_be_title(lines, i)]
    if all(surroundings.person(lines, i) for i in below):
        return next((i for i in titles if surroundings.person(lines, i)), None)
    apart = [
        i
        for i in titles
        if (lines[i].blanks or signed)
        and surroundings.begins(lines, surroundings.below_title(lines, i))
    ]
    return apart[0] if len(apart) == 1 else None


#: What a person wrote has this many characters on the average, where it is a text; fewer where
#: what stands above says that such texts follow.
_SPOKEN, _SELECTED = 120, 48


def _by_speakers(lines: Sequence[Line]) -> list[int]:
    """Give the persons under whose names texts of some length stand, or none."""
    found = speakers.find(lines, "")
    if len(found) < 3:
        return []
    size = sum(len(line.text) for line in lines[found[0] :])
    told = speakers.announced([line.text for line in lines[: found[0]]])
    return found if size >= (_SELECTED if told else _SPOKEN) * len(found) else []


class _Shown(NamedTuple):
    """The lines that can be titles (their indexes), and what shows that texts begin with them."""

    candidates: list[int]
    #: Text begins right below these.
    plain: list[int]
    #: A person or a source stands at these, or others of their shape do.
    named: set[int]
    #: Above these a signed text ends.
    signed: set[int]
    #: A row of signs or the like parts these from the text above.
    divided: set[int]


def _several(lines: Sequence[Line]) -> list[int]:
    """Give the titles of two texts or more, or none."""
    candidates = _candidates(lines)
    persons = {i for i in candidates if surroundings.person(lines, i)}
    if (top := by_one(lines)) is not None and persons <= {top}:
        return []
    shown = _company(lines, candidates, persons)
    if len(shown.named) < 2 and len(shown.signed) < 2 and not _one_is_sure(lines, shown):
        return []  # a notice and what is attached to it
    opened = _without_heads(lines, _opened(lines, shown, persons), persons)
    if not opened:
        return []
    first = _first(lines, opened[0])
    if first is None and shown.signed.issuperset(opened):
        first = _below_remark(lines, opened, signed=True)
    several = len(opened) > 2 or speakers.leads(lines[opened[0] - 1].text)
    if first is not None and several and _is_remark(lines, first, opened, persons):
        first = None
    found = ([first] if first is not None else []) + opened
    if len(found) > 2 and _is_foreword(lines[found[0]].text):
        found = found[1:]
    return found if len(found) > 1 else []


def _candidates(lines: Sequence[Line]) -> list[int]:
    """Give the lines that can be titles of texts, each title by its first line."""
    wrap = profile(lines).wrap
    found = [
        i
        for i in range(len(lines) - 1)
        if can_be_title(lines, i) and not (wrap and _runs_on(lines[i], wrap))
    ]
    rest = {k for i in found for k in range(i + 1, i + title_lines(lines, i))}
    found = [i for i in found if i not in rest]
    if found[:1] == [0] and mastheads.is_subject(lines[0].text):
        found = found[1:]  # of the mail in which they were sent
    if _diary(lines):
        found = [i for i in found if not surroundings.dated(lines[i + 1].text)]
    return found


def _company(lines: Sequence[Line], candidates: list[int], persons: set[int]) -> _Shown:
    """Gather what shows of lines that texts begin with them; at ``persons`` a person stands."""
    texts = {surroundings.below_title(lines, i) + 1 for i in persons}
    candidates = [i for i in candidates if i not in texts or i in persons]  # their first lines
    divided = {i for i in candidates if surroundings.divided(lines, i)}
    named = {i for i in candidates if _sourced(lines, i)} | persons | divided
    named |= groups.kin(lines, candidates)
    again = {i for i in candidates if groups.said_again(lines, i)}
    candidates = [i for i in candidates if i - 1 not in again]
    dashed = {i for i in candidates if groups.subtitled(lines, i)}
    for alike_ones in (again, dashed):
        named |= alike_ones if len(alike_ones) > 1 else set()
    plain = [
        i for i in candidates if surroundings.begins(lines, surroundings.below_title(lines, i))
    ]
    named |= groups.set_apart(lines, persons.union(plain)) | groups.signed_inside(lines, plain)
    named |= groups.with_bodies(lines, candidates, bool(named)) | bodies_in_turn(lines, candidates)
    signed = {i for i in candidates if successions.ends_signed(lines, i)}
    soon = [i for i in candidates if surroundings.text_soon(lines, i)]
    named |= layouts.find(lines, soon, len(named | signed) < 2)
    named |= counted(lines, plain) | groups.of_persons(lines, plain)
    if len(named) > 1:  # whose names no list has, among others of their shape
        named |= {i for i in candidates if surroundings.paired_below(lines, i)}
        named |= surroundings.over_bare_names(lines, candidates)
    return _Shown(candidates, plain, named, signed, divided)


def _one_is_sure(lines: Sequence[Line], shown: _Shown) -> bool:
    """Say whether one title alone shows that another text begins."""
    return any(
        _sourced(lines, i)
        or _in_company(lines, i)
        or (
            i in shown.signed
            and i in shown.plain
            and (groups.each_signed(lines, i) or _forwarded(lines, i))
        )
        or (
            i in shown.divided
            and endings.surely_above(lines, i)
            and surroundings.has_prose(lines[:i])
        )
        for i in shown.candidates
    )


# What the title of a notice says it does with a document of others; what is 印发 is its own.
_FORWARDS = lazy_regex(either("(?:转发|批转).*的通知"))


def _forwarded(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title is that of the document which the notice above it forwards.

    The title of the notice names it: 关于转发……《倡议书》的通知.
    """
    notice = core("".join(line.text for line in lines[: min(title_lines(lines, 0), index)]))
    named = core(lines[index].text)
    return len(named) >= _NAMED and named in notice and _FORWARDS.search(notice) is not None


#: The name of such a document has at least so many characters.
_NAMED = 3


def _opened(lines: Sequence[Line], shown: _Shown, persons: set[int]) -> list[int]:
    """Give the titles that weigh enough and have a text below, up to the next."""
    found = [
        i
        for i in shown.candidates
        if surroundings.weigh(lines, i) + 1.5 * ((i in shown.named) + (i in shown.signed))
        >= _ENOUGH
    ]
    found = sorted({*found, *groups.signed_by_another(lines, found, shown.plain)})
    found = sorted({*found, *groups.of_one_character(lines, persons.intersection(found))})
    return [
        i
        for i, end in zip(found, [*found[1:], len(lines)], strict=True)
        if surroundings.has_prose(lines[i + 1 : end]) or surroundings.verse_in(lines[i + 1 : end])
    ]


def _without_heads(lines: Sequence[Line], opened: list[int], persons: set[int]) -> list[int]:
    """Leave out a first title that heads no text of its own but what is said of all."""
    if opened and opened[0] not in persons and _only_introduces(lines, opened, persons):
        opened = opened[1:]
    if len(opened) > 2 and opened[0] not in persons and _heads_works(lines, opened[1] - 1):
        opened = opened[1:]  # what the contest is about
    return opened


def _is_foreword(text: str) -> bool:
    """Say whether a title is that of what the editors say before the texts (前　言)."""
    title = core(text)
    return title in ("前言", "写在前面") or surroundings.EDITORS.fullmatch(title) is not None


def _is_remark(lines: Sequence[Line], first: int, opened: Sequence[int], persons: set[int]) -> bool:
    """Say whether what stands below a title above the ``opened`` is said of all their texts."""
    above = lines[first + 1 : opened[0]]
    told = persons.issuperset(opened) or _ANNOUNCES.search(above[-1].text[-_LEAD:]) is not None
    prose = sum(map(successions.is_prose, above)) if told else 0
    return prose == 1 or (prose == 2 and sum(len(line.text) for line in above) <= _REMARK)


def _only_introduces(lines: Sequence[Line], opened: Sequence[int], persons: set[int]) -> bool:
    """Say whether a first title heads a remark on all texts, each with its person."""
    if len(opened) < 4 or not persons.issuperset(opened[1:]) or opened[0] > TOP:
        return False
    remark = lines[opened[0] + 1 : opened[1]]
    short = sum(len(line.text) for line in remark) <= _REMARK
    return short and sum(map(successions.is_prose, remark)) == 1


def _heads_works(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line in mid-page says that works follow (学生作品展示), none of a group."""
    return index > 1 and _WORKS.fullmatch(lines[index].text) is not None


_WORKS = lazy_regex(
    either("[^，。；：！？]{0,8}(?:作品|征文|来稿|稿件)(?:推送)?(?:展示|选登|展播|选刊)")
)


def _runs_on(line: Line, wrap: int) -> bool:
    """Say whether a line of a hard-wrapped text is the full first line of a paragraph."""
    full = line.indent + width(line.text) >= wrap - 5
    return (
        full and bool(re.search("[，,、]", line.text)) and not groups.signed_at(line.text, "back")
    )


def _diary(lines: Sequence[Line]) -> bool:
    """Say whether dates on lines of their own part prose: the days of a diary."""
    days = [
        i
        for i in range(1, len(lines) - 1)
        if len(lines[i].text) <= 20
        and surroundings.dated(lines[i].text)
        and successions.is_prose(lines[i - 1])
        and ends(lines[i - 1].text)  # a title with a comma does not
        and successions.is_prose(lines[i + 1])
    ]
    return len(days) > 1


def _sourced(lines: Sequence[Line], index: int) -> bool:
    """Say whether a source stands below a title; above all prose it is that of the page.

    Unless the page has its own title above, with its own words below that.
    """
    if not lines[index].sourced:
        return False
    above = lines[:index]
    return surroundings.has_prose(above) or any(line.sourced for line in above)


def _in_company(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title in mid-text alone shows by its neighbours that another text begins."""
    return index > TOP and surroundings.weigh(lines, index) >= _ENOUGH


def _first(lines: Sequence[Line], until: int) -> int | None:
    """Give the title of a text before the first that is known, if there is one."""
    prose = [i for i in range(until) if successions.is_prose(lines[i]) and not _note(lines[i])]
    if _heads_works(lines, until - 1):
        return None
    if not prose or not prose[0] or sum(len(lines[i].text) for i in prose) < _LONG:
        return None
    top = prose[0] - 1
    while top and _belongs_below(lines[top].text) and not _is_couplet(lines, top, prose[0]):
        if DASHED.match(lines[top].text) and names_collection(lines[top].text):
            return None  # ——全县座谈会发言摘登
        top -= 1
    top -= top > 0 and closes_title(lines, top)
    above = range(max(0, top - _TITLE_LINES), top)
    top = next((i for i in above if i + title_lines(lines, i) > top), top)
    line = lines[top]
    if len(line.text) > LONGEST or not title_like(line.text) or _note(line) or line.said:
        return None
    if names_collection(line.text) or _ASKS.match(line.text) or mastheads.is_subject(line.text):
        return None
    return top


def _is_couplet(lines: Sequence[Line], index: int, prose: int) -> bool:
    """Say whether a line of two halves is the title below that of all: 学在深处　做在实处.

    A body and a person look the same, but here another line stands between it and ``prose``.
    """
    above, text = lines[index - 1].text, lines[index].text
    heads = bulletins.is_issue(above) or names_collection(above)
    return heads and index + 1 < prose and not byline.looks_like(text) and title_like(text)


# Who asks others for a text has none: 求一篇守堤的演讲稿.
_ASKS = lazy_regex(either("[急跪寻]?求[一两二几三][篇份个]|(?:急求|跪求|急需|谁有|谁能)"))


def _belongs_below(text: str) -> bool:
    """Say whether a line stands below a title.

    It signs, addresses, is the number of the document, a subtitle or a heading.
    """
    if is_salutation(text) or byline.looks_like(text, True) or DASHED.match(text):
        return True
    if is_document_number(text):
        return True
    sign = mark(text)
    return sign is not None and sign.number == 1


def _note(line: Line) -> bool:
    return is_note(line.text)
