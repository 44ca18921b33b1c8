"""Judges whether a line under a title signs: by its form, its neighbours, the book's habits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import days, successions
from ..signatures import byline
from ..signatures.bodies import BODIES, is_body, may_be_body, several_bodies
from ..signatures.labels import BULLETS, MEMBERS
from ..signatures.names import is_name, is_office, is_surely_name, is_unit, may_be_name
from ..signatures.signers import paired, tokens_of
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, is_salutation, mark, squeeze
from ..text.variants import either
from .drafts import Draft

_PLACE = lazy_regex(either(rf"地[{BLANK}]*[点址][{BLANK}]*[：:]"))


def of_the_signer(draft: Draft, text: str) -> bool:
    """Say whether a line in brackets under a signature says what the person is (（县委书记）)."""
    if (
        not draft.byline
        or not 4 <= len(text) <= 36
        or text[0] not in "（("
        or text[-1] not in "）)"
    ):
        return False
    inner = text[1:-1]
    return (is_office(inner) or is_unit(inner)) and not _STOPS.search(inner)


def of_another(draft: Draft, text: str) -> bool:
    """Say whether a bare name under a person with a body begins the text (it speaks of him)."""
    plain = squeeze(text)
    if not is_name(plain):
        return False
    if any(byline.names_person(piece.text) for piece in draft.byline):
        return True
    # A word with a surname's first character (水缸) is a heading below a name.
    return not is_surely_name(plain) and any(is_name(squeeze(p.text)) for p in draft.byline)


# What stands in the name of no office or body.
_STOPS = lazy_regex("[。；：！？，（(《“的是了着把被让讓我你他]")


def named_here(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a short line is a name because other chapters have theirs at this place."""
    plain = squeeze(lines[index].text)
    return (
        draft.habits.top
        and not draft.byline
        and 2 <= len(plain) <= 4
        and index + 1 < len(lines)
        and len(lines[index + 1].text) > 12
        and all("\u3400" <= c <= "\u9fff" for c in plain)
    )


def pair_here(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line is of a body and a name because other chapters have theirs here."""
    if not draft.habits.pairs or draft.byline or index + 1 >= len(lines):
        return False
    return paired(lines[index].text)


def of_body_here(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line is a body because other chapters have theirs at this place."""
    if not draft.habits.bodies or draft.byline or index + 1 >= len(lines):
        return False
    return may_be_body(lines[index].text)


def office_and_date(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether an office or body without a name stands here, a bare date below it, and text."""
    if draft.byline or index + 2 >= len(lines) or len(lines[index].text) > 30:
        return False
    text, below = lines[index].text, lines[index + 1].text
    if not (is_office(text) or may_be_body(text)) or re.search("[，。：；]", text):
        return False
    if len(below) > 20 or not byline.looks_like(below):
        return False
    return successions.is_prose(lines[index + 2]) or is_salutation(lines[index + 2].text)


# A group that wrote a text: “灯下读书”小组.
_GROUP = lazy_regex(
    either("[^，。；：！？、]{2,20}(?:(?<!领导)小组|团队|课题组|调研组|实践队|宣讲团)")
)


def members(lines: Sequence[Line], index: int) -> int:
    """Give how many lines (0 to 2) tell the members of a group, prose being below.

    The group may stand above them.
    """
    size = 1 + bool(_GROUP.fullmatch(lines[index].text))
    if index + size >= len(lines):
        return 0
    text = lines[index + size - 1].text
    label = MEMBERS.match(text)
    names = tokens_of(text[label.end() :]) if label and len(text) <= _LISTED else []
    told = len(names) > 1 and all(map(is_name, names))
    return size if told and successions.is_prose(lines[index + size]) else 0


#: A line with the names of a group has at most so many characters.
_LISTED = 80


def is_top_byline(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line under the title is a byline: sure forms, or a name and then text."""
    text = lines[index].text
    if index + 1 < len(lines) and _PLACE.match(lines[index + 1].text):
        return False  # the time of a meeting, not of the text
    if _leads_group(lines, index):
        return False
    if days.is_told(text):
        return days.is_only(lines, index)
    if days.in_diary(lines, index):
        return False
    if byline.looks_like(text):
        return text[0] not in BULLETS or not _speakers(lines, index)
    if len(text) > 30 or index + 1 >= len(lines) or mark(text) or text[-1] in "：:":
        return False
    if _speaks(text) and is_salutation(lines[index + 1].text):
        return True
    if text[0] in "（(" and several_bodies(text):
        return True
    plain = text.strip("（）()") if text[0] in "（(" else text
    if not byline.looks_like(plain, True) or _speakers(lines, index):
        return False
    if text[-1] in BODIES and _first_of_bodies(lines, index):
        return False
    return len(text) != len(plain) or _has_name(plain) or is_body(plain)


def _leads_group(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line names who leads a group, and the next a deputy (组长：, 副组长：)."""
    if index + 1 >= len(lines):
        return False
    office, below = (_OFFICE_OF.match(line.text) for line in lines[index : index + 2])
    if not office or not below:
        return False
    return squeeze(below["label"]) == "副" + squeeze(office["label"])


# What stands before a name and a colon: 组　长：.
_OFFICE_OF = lazy_regex(rf"(?P<label>[\u4e00-\u9fff{BLANK}]{{2,10}})[：:]")


def _speaks(text: str) -> bool:
    """Say whether a line can be the name of who speaks, over a salutation, though it is a word.

    楼雅琴; 来信 and 母亲 only with their characters set apart.
    """
    name = squeeze(text)
    return may_be_name(name) and (len(name) == 3 or (len(name) == 2 and len(text) > 2))


def _first_of_bodies(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a body heads what is told of it, as others of its kind do further down.

    高一支部, and below it what its members did; 高二支部, and so on.
    """
    text = lines[index].text
    return any(
        line.text[-2:] == text[-2:]
        and 0 <= len(line.text) - len(text) + 2 <= 4
        and line.text != text
        and is_body(line.text)
        and successions.is_prose(lines[place - 1])
        and successions.is_prose(lines[place + 1])
        for place, line in enumerate(lines[index + 2 : -1], index + 2)
        if len(line.text) <= len(text) + 2
    )


def _speakers(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a person's line is the first of several, each over what that person says."""
    later = [
        i
        for i in range(index + 2, len(lines) - 1)
        if len(lines[i].text) <= 24
        and len(lines[i - 1].text) > 20
        and len(lines[i + 1].text) > 20
        and byline.names_person(lines[i].text)
    ]
    return len(later) >= 2 and len(lines[index + 1].text) > 20


def _has_name(text: str) -> bool:
    found = byline.read([text])
    return bool(found.authors) and len(squeeze(text)) <= 24
