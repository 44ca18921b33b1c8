"""Finds the texts of a source that has no mark of chapters at all.

Every line that can be a title is weighed by what stands around it: a person or body below it,
a signature or a farewell above it, a salutation, a subtitle, the same title elsewhere.  A
heading inside a text looks the same but stands in no such company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Line
from ..body.wrapping import profile
from ..signatures import byline
from ..signatures.names import is_name, is_office, is_unit
from ..text.captions import is_caption
from ..text.signs import (
    ends_sentence,
    is_closing,
    is_document_number,
    is_note,
    is_salutation,
    mark,
    squeeze,
    width,
)
from ..text.variants import either
from ..tops.titles import (
    ALONE,
    DASHED,
    FAR,
    behind_sign,
    names_collection,
    opened,
    signed_at,
    title_like,
    title_lines,
)
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
from .counts import bodies_in_turn, by_one, counted
from .successions import offices_over_name

#: A title is at most this long (characters); prose before the first text is at least that long.
_TITLE, _LONG = 40, 30
#: What is said of all texts before the first has at most this many characters.
_REMARK = 250
#: The end of a paragraph is looked at for words that announce texts (characters).
_LEAD = 40
# Words that announce texts.
_ANNOUNCES = re.compile(
    either(
        "如下|选登|摘登|刊发|刊登|摘编|摘录|分享|展示|以飨|编发|汇总|(?:心得|体会|感悟|发言)[。：:]?$"
    )
)
#: One with its subtitle behind a dash is at most this long.
_LONG_TITLE = 70
#: What stands over notes to a text.
_NO_TITLES = ("注释", "注釋", "参考文献", "參考文獻", "附录", "附錄", "备注", "備註")
# A remark in brackets, as under a picture: （某某的父母）, （在岗位上）.
_BRACKETED = re.compile("[（(][^（）()]{2,30}[）)]")
# A day of a diary: 2018年4月2日　星期一　小雨.
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\s|[（(]|星期|周|$)")
_DASH = re.compile("—{2}|-{2}|－{2}|―{2}|─{2}")
#: The title of a report, in parts, with its source below.
_HEADLINE = 110
#: From this weight on a line is the title of a text.
_ENOUGH = 1.5
# A line of a table of contents.
_CONTENTS = re.compile("(?:[.…·．_-]{3,}|…{2}).{0,26}$")
#: So many lines at the top may be titles of the whole, one below the other.
_TOP = 5


def find(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that open texts; none where there is but one text."""
    if first := bulletins.below(lines):
        below = lines[first:]
        found = [index + first for index in _parted(below) or _several(below)]
        return found if found[:1] == [first] else bulletins.items(lines, first)
    found = _parted(lines) or writers.units(lines) or _several(lines)
    if len(briefs := successions.labelled_below(lines)) > 1:
        found = sorted({*found, *briefs})
    found = found or pagetitles.below(lines) or mastheads.below(lines)
    return found or _by_speakers(lines) or writers.persons(lines)


def _parted(lines: Sequence[Line]) -> list[int]:
    """Give the titles of texts that rows of signs or the like part throughout, or none."""
    below = dividers.starts(lines)
    if not below:
        return []
    first = _first(lines, below[0])
    return below if first is None else [first, *below]


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


def _several(lines: Sequence[Line]) -> list[int]:
    """Give the titles of two texts or more, or none."""
    wrap = profile(lines).wrap
    candidates = [
        i
        for i in range(len(lines) - 1)
        if _can_be_title(lines, i) and not (wrap and _runs_on(lines[i], wrap))
    ]
    rest = {k for i in candidates for k in range(i + 1, i + title_lines(lines, i))}
    candidates = [i for i in candidates if i not in rest]
    if _diary(lines):
        candidates = [i for i in candidates if not surroundings.dated(lines[i + 1].text)]
    persons = {i for i in candidates if surroundings.person(lines, i)}
    if (top := by_one(lines)) is not None and persons <= {top}:
        return []
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
    named |= counted(lines, plain)
    if len(named) > 1:  # whose names no list has, among others of their shape
        named |= {i for i in candidates if surroundings.paired_below(lines, i)}
    sure = any(
        _sourced(lines, i)
        or _in_company(lines, i)
        or (i in divided and endings.surely_above(lines, i) and surroundings.has_prose(lines[:i]))
        for i in candidates
    )
    if len(named) < 2 and len(signed) < 2 and not sure:
        return []  # a notice and what is attached to it
    opened = [
        i
        for i in candidates
        if surroundings.weigh(lines, i) + 1.5 * ((i in named) + (i in signed)) >= _ENOUGH
    ]
    opened = sorted({*opened, *groups.signed_by_another(lines, opened, plain)})
    opened = sorted({*opened, *groups.of_one_character(lines, persons.intersection(opened))})
    ends = [*opened[1:], len(lines)]
    opened = [
        i
        for i, end in zip(opened, ends, strict=True)
        if surroundings.has_prose(lines[i + 1 : end]) or surroundings.verse_in(lines[i + 1 : end])
    ]
    if opened and opened[0] not in persons and _only_introduces(lines, opened, persons):
        opened = opened[1:]
    if len(opened) > 2 and opened[0] not in persons and _heads_works(lines, opened[1] - 1):
        del opened[0]  # what the contest is about
    if not opened:
        return []
    first = _first(lines, opened[0])
    if len(opened) > 2 and first is not None:
        above = lines[first + 1 : opened[0]]
        told = persons.issuperset(opened)
        told = told or _ANNOUNCES.search(above[-1].text[-_LEAD:]) is not None
        prose = sum(map(successions.is_prose, above)) if told else 0
        if prose == 1 or (prose == 2 and sum(len(line.text) for line in above) <= _REMARK):
            first = None  # what is said of all the texts
    found = ([first] if first is not None else []) + opened
    return found if len(found) > 1 else []


def _only_introduces(lines: Sequence[Line], opened: Sequence[int], persons: set[int]) -> bool:
    """Say whether a first title heads a remark on all texts, each with its person."""
    if len(opened) < 4 or not persons.issuperset(opened[1:]) or opened[0] > _TOP:
        return False
    remark = lines[opened[0] + 1 : opened[1]]
    short = sum(len(line.text) for line in remark) <= _REMARK
    return short and sum(map(successions.is_prose, remark)) == 1


def _heads_works(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line in mid-page says that works follow (学生作品展示), none of a group."""
    return index > 1 and _WORKS.fullmatch(lines[index].text) is not None


_WORKS = re.compile(
    either("[^，。；：！？]{0,8}(?:作品|征文|来稿|稿件)(?:推送)?(?:展示|选登|展播|选刊)")
)


def _runs_on(line: Line, wrap: int) -> bool:
    """Say whether a line of a hard-wrapped text is the full first line of a paragraph."""
    return bool(re.search("[，,、]", line.text)) and line.indent + width(line.text) >= wrap - 5


def _diary(lines: Sequence[Line]) -> bool:
    """Say whether dates on lines of their own part prose: the days of a diary."""
    days = [
        i
        for i in range(1, len(lines) - 1)
        if len(lines[i].text) <= 20
        and surroundings.dated(lines[i].text)
        and successions.is_prose(lines[i - 1])
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


def _can_be_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can open a text by itself and by what stands above it."""
    line = lines[index]
    text = line.tracked.text
    wrapped = False
    if not text[0].isalnum():
        start, end = behind_sign(text)
        wrapped = end < len(text)
        text = text[start:end]
    if (
        line.sourced
        and len(text) <= _HEADLINE
        and not DASHED.match(text)
        and not surroundings.dated(text)
    ):
        return not re.search("[。；]", text)
    if squeeze(text) in _NO_TITLES or _DAY.match(text) or text.isascii():
        return False
    if _BRACKETED.fullmatch(text):
        return False
    longest = _LONG_TITLE if _DASH.search(text, 4, _TITLE) else _TITLE
    if (
        not (2 <= len(text) <= longest or text in ALONE)
        or line.said
        or not title_like(text)
        or DASHED.match(text)
    ):
        return False
    if is_closing(text) or is_document_number(text):
        return False
    if is_caption(text) or offices_over_name(lines, index):
        return False
    booked = text[:1] == "《" and groups.signed_at(text, "back")
    named = byline.looks_like(text, True) and signed_at(text) is None
    if named and not booked and not wrapped:
        # A body or a name may be a title too, but above prose it signs nothing.
        short = is_unit(text) or is_name(squeeze(text))
        return short and _between_prose(lines, index) and not byline.looks_like(text)
    office = is_office(text) and not re.search("[的是了着我你他]", text)
    signed = bool(index) and byline.looks_like(lines[index - 1].text, True)
    if office and signed and not endings.above(lines, index):
        return False  # below a signature
    if index and (_closes_title(lines, index) or (text[-1] in "！!" and _addressed(lines, index))):
        return False
    return index == 0 or _may_precede(lines, index)


def _closes_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the rest of a title above, whose 《 or “ it closes."""
    above = lines[index - 1].text
    return len(above) <= _TITLE and opened(above) and not opened(above + lines[index].text)


def _addressed(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line stands below a salutation (您好！), or below a title and its author."""
    above = lines[index - 1].text
    if is_salutation(above):
        return True
    return index > 1 and byline.names_person(above) and title_like(lines[index - 2].text)


def _between_prose(lines: Sequence[Line], index: int) -> bool:
    """Say whether prose ends above a line and begins below it, or below a person's line there."""
    if not index:
        return False
    before = lines[index - 1].text
    ended = ends_sentence(before) or byline.glued(before) is not None
    if not (ended or names_collection(before) or is_caption(before)):
        return False
    if _of_body_and_name(lines[index + 1].text):
        return surroundings.opens(lines, index + 2)  # 账要算在明处, and 下湾村　吴立民 below
    return successions.is_prose(lines[index - 1]) and successions.is_prose(lines[index + 1])


def _of_body_and_name(text: str) -> bool:
    """Say whether a line is a person with a body, set apart or not (四（2）班王小满)."""
    if len(text) > _LONG or not byline.looks_like(text, True):
        return False
    found = byline.read([text])
    return bool(found.authors and found.affiliation)


def _may_precede(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text can have ended with the line above, or the head of all stands there."""
    before = lines[index - 1].text
    if _CONTENTS.search(before) or (lines[index].indent >= FAR and lines[index].blanks):
        return True
    return (
        index <= _TOP
        or endings.above(lines, index)
        or successions.over(lines, index)
        or is_note(before)
        or is_caption(before)
        or names_collection(before)
        or surroundings.verse_above(lines, index)
    )


def _in_company(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title in mid-text alone shows by its neighbours that another text begins."""
    return index > _TOP and surroundings.weigh(lines, index) >= _ENOUGH


def _first(lines: Sequence[Line], until: int) -> int | None:
    """Give the title of a text before the first that is known, if there is one."""
    prose = [i for i in range(until) if successions.is_prose(lines[i]) and not _note(lines[i])]
    if _heads_works(lines, until - 1):
        return None
    if not prose or not prose[0] or sum(len(lines[i].text) for i in prose) < _LONG:
        return None
    top = prose[0] - 1
    while top and _belongs_below(lines[top].text):
        if DASHED.match(lines[top].text) and names_collection(lines[top].text):
            return None  # ——全县座谈会发言摘登
        top -= 1
    top -= top > 0 and _closes_title(lines, top)
    line = lines[top]
    if len(line.text) > _TITLE or not title_like(line.text) or _note(line) or line.said:
        return None
    return None if names_collection(line.text) else top


def _belongs_below(text: str) -> bool:
    """Say whether a line stands below a title: it signs, addresses, or is a subtitle or heading."""
    if is_salutation(text) or byline.looks_like(text, True) or DASHED.match(text):
        return True
    sign = mark(text)
    return sign is not None and sign.number == 1


def _note(line: Line) -> bool:
    return is_note(line.text)
