"""Finds the texts of a source that has no mark of chapters at all.

Every line that can be a title is weighed by what stands around it: a person or body below it,
a signature or a farewell above it, a salutation, a subtitle, the same title elsewhere.  A
heading inside a text looks the same but stands in no such company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import byline, endings, habits, layouts, successions, surroundings
from .bodies import is_body, may_be_body
from .counts import bodies_in_turn, counted
from .likeness import alike
from .lines import Line
from .names import is_office, is_unit
from .reflow import profile
from .signs import (
    core,
    ends_sentence,
    ends_with_genre,
    is_closing,
    is_note,
    is_salutation,
    mark,
    squeeze,
    width,
)
from .successions import offices_over_name
from .titles import DASHED, FAR, behind_sign, names_collection, signed_at, title_like
from .variants import either

#: A title is at most this long (characters); prose before the first text is at least that long.
_TITLE, _LONG = 40, 30
#: What is said of all texts before the first has at most this many characters.
_REMARK = 250
#: One with its subtitle behind a dash is at most this long.
_LONG_TITLE = 70
#: What stands over notes to a text.
_NO_TITLES = ("注释", "注釋", "参考文献", "參考文獻", "附录", "附錄", "备注", "備註")
_DASH = re.compile("—{2}|-{2}|－{2}|―{2}|─{2}")
#: The title of a report, in parts, with its source below.
_HEADLINE = 110
#: From this weight on a line is the title of a text.
_ENOUGH = 1.5
#: Titles of one kind share at least so many characters at their end (…同志的讲话摘要).
_SHARED = 5
# A line of a table of contents.
_CONTENTS = re.compile("(?:[.…·．_-]{3,}|…{2}).{0,26}$")
#: So many lines at the top may be titles of the whole, one below the other.
_TOP = 5


def find(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that open texts; none where there is but one text."""
    return _several(lines) or _behind_words_of_site(lines) or _by_speakers(lines)


#: What a person wrote has this many characters on the average, where it is a text.
_SPOKEN = 120


def _by_speakers(lines: Sequence[Line]) -> list[int]:
    """Give the persons under whose names texts of some length stand, or none."""
    found = successions.speakers(lines, "")
    if len(found) < 3:
        return []
    size = sum(len(line.text) for line in lines[found[0] :])
    return found if size >= _SPOKEN * len(found) else []


def _several(lines: Sequence[Line]) -> list[int]:
    """Give the titles of two texts or more, or none."""
    wrap = profile(lines).wrap
    candidates = [
        i
        for i in range(len(lines) - 1)
        if _can_be_title(lines, i) and not (wrap and _runs_on(lines[i], wrap))
    ]
    if _diary(lines):
        candidates = [i for i in candidates if not surroundings.dated(lines[i + 1].text)]
    kin = _kin(lines, candidates)
    named = {
        i
        for i in candidates
        if _sourced(lines, i)
        or i in kin
        or surroundings.divided(lines, i)
        or surroundings.person(lines, i)
    }
    again = {i for i in candidates if _said_again(lines, i)}
    candidates = [i for i in candidates if i - 1 not in again]
    dashed = {i for i in candidates if _subtitled(lines, i)}
    for alike_ones in (again, dashed):
        named |= alike_ones if len(alike_ones) > 1 else set()
    named |= _set_apart(lines, candidates) | _signed_inside(lines, candidates)
    named |= _with_bodies(lines, candidates, bool(named)) | bodies_in_turn(lines, candidates)
    plain = [
        i for i in candidates if surroundings.begins(lines, surroundings.below_title(lines, i))
    ]
    named |= layouts.find(lines, plain)
    named |= counted(lines, plain)
    signed = {i for i in candidates if successions.ends_signed(lines, i)}
    sure = any(
        _sourced(lines, i)
        or _in_company(lines, i)
        or (
            endings.surely_above(lines, i)
            and surroundings.divided(lines, i)
            and surroundings.has_prose(lines[:i])
        )
        for i in candidates
    )
    if len(named) < 2 and len(signed) < 2 and not sure:
        return []  # a notice and what is attached to it
    opened = [
        i
        for i in candidates
        if surroundings.weigh(lines, i) + 1.5 * ((i in named) + (i in signed)) >= _ENOUGH
    ]
    ends = [*opened[1:], len(lines)]
    opened = [
        i
        for i, end in zip(opened, ends, strict=True)
        if any(successions.is_prose(line) for line in lines[i + 1 : end])
    ]
    if not opened:
        return []
    first = _first(lines, opened[0])
    if len(opened) > 2 and first is not None and all(surroundings.person(lines, i) for i in opened):
        above = lines[first + 1 : opened[0]]
        prose = sum(map(successions.is_prose, above))
        if prose == 1 or (prose == 2 and sum(len(line.text) for line in above) <= _REMARK):
            first = None  # what is said of all the texts
    found = ([first] if first is not None else []) + opened
    return found if len(found) > 1 else []


def _subtitled(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line below a title begins with a dash, as no line below a heading does."""
    if not DASHED.match(lines[index + 1].text):
        return False
    return surroundings.begins(lines, surroundings.below_title(lines, index))


def _said_again(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line below says a title again, with a slip in one of the two or not."""
    one, other = core(lines[index].text), core(lines[index + 1].text)
    return one == other or alike(one, other)


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
    """Say whether a source stands below a title; above all prose it is that of the page."""
    return lines[index].sourced and surroundings.has_prose(lines[:index])


def _behind_words_of_site(lines: Sequence[Line]) -> list[int]:
    """Give the title of the only text where a site's own title and words stand above it."""
    for index in range(1, min(_TOP, len(lines) - 2)):
        if _SITE.search(lines[index].text):
            below = index + 1
            titled = title_like(lines[below].text) and len(lines[below].text) <= _TITLE
            return [below] if titled and not byline.looks_like(lines[below].text) else []
    return []


# How a site speaks of the texts it puts together.
_SITE = re.compile(
    either("小编|本站(?:为|整理|收集)|[为给](?:您|你|大家)(?:整理|收集|推荐|带来|准备|分享)")
)


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
    if squeeze(text) in _NO_TITLES:
        return False
    longest = _LONG_TITLE if _DASH.search(text, 4, _TITLE) else _TITLE
    if not 2 <= len(text) <= longest or line.said or not title_like(text) or DASHED.match(text):
        return False
    if is_closing(text) or offices_over_name(lines, index):
        return False
    booked = text[:1] == "《" and _signed_at(text, "back")
    named = byline.looks_like(text, True) and signed_at(text) is None
    if named and not booked and not wrapped:
        return _between_prose(lines, index) and not byline.looks_like(text) and is_unit(text)
    office = is_office(text) and not re.search("[的是了着我你他]", text)
    signed = bool(index) and byline.looks_like(lines[index - 1].text, True)
    if office and signed and not endings.above(lines, index):
        return False  # below a signature
    if index and text[-1] in "！!" and is_salutation(lines[index - 1].text):
        return False  # 您好！
    return index == 0 or _may_precede(lines, index)


def _between_prose(lines: Sequence[Line], index: int) -> bool:
    """Say whether prose ends above a line and begins below it, where no signature stands."""
    if not index or not ends_sentence(lines[index - 1].text):
        return False
    return successions.is_prose(lines[index - 1]) and successions.is_prose(lines[index + 1])


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
    )


def _set_apart(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles that alone in the source have so much room above, or a new page.

    Headings may stand so too; but not where others have less, nor where one of them is
    followed by a salutation or is named below as what is spoken of.
    """
    can = {i for i in candidates if surroundings.begins(lines, surroundings.below_title(lines, i))}
    pages = {index for index, line in enumerate(lines) if line.page and index}
    if len(pages) > 1 and pages <= can:
        return pages
    room = {index: line.blanks for index, line in enumerate(lines) if line.blanks and index}
    for least in sorted(set(room.values()), reverse=True):
        apart = {index for index, blanks in room.items() if blanks >= least}
        if not apart <= can:
            break
        if len(apart) < 2:
            continue
        headings = [i for i in can if i not in apart and i]
        if least >= _GAP and least >= 2 * max((room[i] for i in room if i not in apart), default=0):
            return apart
        spoken = any(is_salutation(lines[i + 1].text) or _named_below(lines, i) for i in apart)
        if len(headings) >= 2 or spoken:
            return apart
    return set()


#: So many empty lines, twice as many as elsewhere, part texts and no sections.
_GAP = 3


def _named_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text names its title soon (我发言的题目是《……》)."""
    title = core(lines[index].text)
    return any(
        core(name) == title
        for line in lines[index + 1 : index + 4]
        for name in _BOOK.findall(line.text[:80])
    )


_BOOK = re.compile("《([^《》]{2,40})》")


def _kin(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles that name their kind and stand elsewhere too, or others of their ending."""
    named = {i: core(lines[i].text) for i in candidates if ends_with_genre(lines[i].text)}
    whole = Counter(named.values())
    ends = Counter(name[-_SHARED:] for name in named.values())
    return {
        i
        for i, name in named.items()
        if (whole[name] > 1 or ends[name[-_SHARED:]] > 1) and surroundings.text_below(lines, i)
    }


def _signed_inside(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles with a name in front of them, or behind them in brackets.

    One alone may be a remark (守堤（夜）); names in front of speeches are many, but no title
    stands behind them (周敏：我先说).
    """
    result: set[int] = set()
    for place, least in (("back", 2), ("front", 3)):
        found = {
            i
            for i in candidates
            if _signed_at(lines[i].text, place)
            and surroundings.begins(lines, surroundings.below_title(lines, i))
        }
        if len(found) >= least:
            result |= found
    return result


def _signed_at(text: str, place: str) -> bool:
    """Say whether a title has a name in front of it, or at its back in brackets or behind 》."""
    if place == "back" and text[-1] not in "）)":
        return "》" in text and habits.signature_in(text, place) is not None
    if place == "front" and not _COLON.search(text):
        return False
    return habits.signature_in(text, place) is not None


_COLON = re.compile("[：:](?=[^，。！？；]{3,}$)")


def _with_bodies(lines: Sequence[Line], candidates: Sequence[int], others: bool) -> set[int]:
    """Give the titles with a body below them (审计科), where there are several such.

    One is enough where ``others`` are known by their persons and the body is surely one.
    """
    found = {}
    for index in candidates:
        below = surroundings.below_title(lines, index)
        if (
            below < len(lines)
            and may_be_body(lines[below].text)
            and surroundings.begins(lines, below + 1)
        ):
            found[index] = lines[below].text
    if len(set(found.values())) > 1:
        return set(found)
    return {index for index, body in found.items() if others and is_body(body)}


def _in_company(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title in mid-text alone shows by its neighbours that another text begins."""
    return index > _TOP and surroundings.weigh(lines, index) >= _ENOUGH


def _first(lines: Sequence[Line], until: int) -> int | None:
    """Give the title of a text before the first that is known, if there is one."""
    prose = [i for i in range(until) if successions.is_prose(lines[i]) and not _note(lines[i])]
    if not prose or not prose[0] or sum(len(lines[i].text) for i in prose) < _LONG:
        return None
    top = prose[0] - 1
    while top and _belongs_below(lines[top].text):
        top -= 1
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
