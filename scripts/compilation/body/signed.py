"""Finds the lines at the end of a work that sign it: who wrote it, of which body, when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..divisions import writers
from ..divisions.days import is_day
from ..signatures import byline
from ..signatures.bodies import is_class_alone, is_cohort, may_be_body
from ..signatures.datelines import undated
from ..signatures.labels import BULLETS
from ..signatures.names import is_name, is_office
from ..signatures.signers import PARTS
from ..text.captions import is_caption
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.signs import (
    BLANK,
    core,
    ends_sentence,
    ends_with_genre,
    is_closing,
    is_distribution,
    is_note,
    mark,
    squeeze,
)
from ..text.variants import either
from ..tops.drafts import Draft
from ..tops.titles import title_like
from .lines import Dropped, Line


def signature(lines: Sequence[Line], index: int, names: Sequence[str]) -> int:
    """Give the length of the run of signature lines that begins at ``index``, 0 if none.

    ``names`` are the titles so far: a title said again above a signature belongs to it.
    """
    if lines[index].text[0] in BULLETS and index + 1 < len(lines) and _prose(lines[index + 1]):
        return 0  # ● 财务科　柳如是, and below it what she said
    size, pieces, sure = _run(lines, index, names)
    if not pieces or _roster(pieces):
        return 0
    below = lines[index + size] if index + size < len(lines) else None
    if sure and (below is None or _may_follow(below)):
        return 0 if below and _tells(below) and _only_dated(pieces) else size
    at_end = below is None or below.said == "work" or is_distribution(below.text)
    at_end = at_end or (index + size + 1 == len(lines) and is_note(lines[-1].text))
    if not (at_end or (below and title_like(below.text) and ends_with_genre(below.text))):
        return 0
    found = byline.read(pieces)
    if found.authors and len("".join(pieces)) <= 40:
        return size
    return size if at_end and found.affiliation and all(len(p) <= 26 for p in pieces) else 0


# What a list of persons is below.
_LISTS = lazy_regex(
    either(
        "(?:名单|人员|分工|安排|成员|如下|[他她]们?是|分别是|依次是|是)[：:]$|名单$|"
        "(?:下列|以下)[^，。：]{0,12}[：:]$"
    )
)


def _listed(above: Sequence[Line]) -> bool:
    """Say whether the lines above are a list of persons, or say that one is below."""
    for line in reversed(above):
        if _LISTS.search(line.text):
            return True
        if not byline.looks_like(line.text, True):
            break
    return False


# When an event is or whose, and what else a notice or record says of it, one line each.
_WHEN = lazy_regex(either(rf"(?:[时日][{BLANK}]{{0,4}}[间期]|班级)[{BLANK}]{{0,4}}[：:]"))
_OF_EVENT = lazy_regex(
    either(
        rf"[\u4e00-\u9fff]{{0,2}}(?:主题|周次|地[{BLANK}]{{0,4}}[点址]|对象|内容|形式|方式|人员|要求|流程)[{BLANK}]{{0,4}}[：:]"
    )
)


def of_event(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line says when or whose an event is, beside what else is: none signs so."""
    if not _WHEN.match(lines[index].text):
        return False
    beside = (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
    return any(_OF_EVENT.match(line.text) for line in beside)


def in_roster(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is one of a list of persons.

    Two like it stand above it (姓名　职务), or words for a list (值班名单：).
    """
    if index > 1 and _are_listed(lines[index - 2 : index + 1]):
        return True
    announced = _listed(lines[max(index - _MOST, 0) : index])
    return announced and not (byline.looks_like(lines[index].text) or _dated_body(lines, index))


def _dated_body(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a body, over a date: it signs, whoever is listed above."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return may_be_body(lines[index].text) and byline.looks_like(below) and date(below) is not None


_ROSTERS = ("名单", "名單")


def heads_roster(lines: Sequence[Line], index: int) -> int:
    """Give how many lines, one or two, are the title of a list of persons that begins here."""
    for size in (1, 2):
        if not lines[index : index + size][-1].text.endswith(_ROSTERS):
            continue
        title, below = lines[index : index + size], lines[index + size : index + size + 3]
        if len(below) == 3 and _are_listed(below):
            whole = all(_is_plain_title(line) for line in title)
            return size if whole else 0
    return 0


def _is_plain_title(line: Line) -> bool:
    return not line.said and mark(line.text) is None and title_like(line.text)


# 副组长：周　敏　县水利局副局长: who is in a group, and what they are otherwise.
_LISTED = lazy_regex(
    rf"(?:[\u4e00-\u9fff{BLANK}]{{2,8}}[：:][{BLANK}]*)?"
    rf"[\u4e00-\u9fff][{BLANK}]*[\u4e00-\u9fff]{{1,3}}[{BLANK}]+[\u4e00-\u9fff、（）()]{{4,30}}$"
)


def _are_listed(lines: Sequence[Line]) -> bool:
    """Say whether lines name persons and what they are, mostly an office by its name."""
    offices = sum(is_office(line.text) for line in lines)
    return offices * 2 > len(lines) and all(_LISTED.match(line.text) for line in lines)


#: So many lines sign a work at most.
_MOST = 8


def _run(lines: Sequence[Line], index: int, names: Sequence[str]) -> tuple[int, list[str], bool]:
    """Give the length of a run of lines that may sign, what they say, and if one surely signs."""
    size = 0
    sure = False
    cores = {core(name) for name in names if name}
    pieces: list[str] = []
    while index + size < len(lines) and size < _MOST:
        text = lines[index + size].text.lstrip(byline.DASHES) or lines[index + size].text
        said = lines[index + size].said
        if said == "byline":
            sure = True
            pieces.append(text)
        elif said or is_caption(text):
            break
        elif not pieces and core(text) in cores and len(core(text)) >= 4:
            pass
        elif byline.looks_like(text):
            sure = True
            pieces.append(text)
        elif lines[index].said == "byline":
            break  # the editor says which lines sign
        elif (len(text) <= 34 and byline.looks_like(text, True)) or (
            pieces and byline.goes_on(pieces, text)
        ):
            pieces.append(text)
        elif is_closing(text) and size:
            pass
        elif sure and len(text) <= 30 and _OFFICE_BELOW.match(text) and is_office(text):
            pieces.append(text)  # 本文作者：周敏 / 县医院退休职工
        elif _signs_by_place(lines, index + size) or any(writers.signs_for(text, n) for n in names):
            pieces.append(text)
        else:
            break
        size += 1
    return size, pieces, sure


# No sentence and no title: an office on a line of its own has no such characters.
_OFFICE_BELOW = lazy_regex("[^。，；：！？、的是了着我你他“”《》]{4,30}$")


def _may_follow(line: Line) -> bool:
    """Say whether a line can stand below a signature: a title, a note, a mark; no prose.

    Unless that speaks of the text above.
    """
    text = line.text
    if line.said or title_like(text) or is_note(text) or _COMMENT.match(text):
        return True
    return not _prose(line)


def _tells(line: Line) -> bool:
    """Say whether a line is of the text, however short, and no title or note on it."""
    text = line.text
    if line.said or is_note(text) or _COMMENT.match(text):
        return False
    return re.search("[。！？]", text) is not None


def _only_dated(pieces: Sequence[str]) -> bool:
    """Say whether lines have a date and nobody who signs: what is below may have happened then."""
    found = byline.read(pieces)
    if found.authors or not all(date(piece) or is_day(piece) for piece in pieces):
        return False
    return not found.affiliation or all(map(is_day, pieces))


# What a teacher says of a text: 【名师点评】……, 参考答案说明：……
_COMMENT = lazy_regex(
    either(
        "[【（(\\[]?(?:参考答案|答案|范文|例文|写作|名师|教师|老师|专家|本文){0,2}"
        "(?:点评|简评|总评|评析|解析|赏析|说明|评语)(?:[】）)\\]]|[：:])"
    )
)


def _prose(line: Line) -> bool:
    """Say whether a line is a paragraph of prose."""
    return len(line.text) > 24 and bool(re.search("[。！？]", line.text))


def _roster(pieces: Sequence[str]) -> bool:
    """Judge whether lines are a list of persons: three or more of name and body."""
    if len(pieces) < 3:
        return False
    read = [byline.read([piece]) for piece in pieces]
    return sum(bool(one.authors and one.affiliation and not one.date) for one in read) >= 3


def drop_said_again(draft: Draft, dropped: list[Dropped]) -> None:
    """Drop what the signature below a text says again of the one above it: unit, name, day."""
    if not draft.body or len(draft.byline) < 2:
        return
    top = draft.body[0].tracked.start
    said = {word for piece in draft.byline if piece.start < top for word in _words(piece.text)}
    again = [p for p in draft.byline if p.start > top and said.issuperset(_words(p.text))]
    if not again:
        return
    draft.byline = [piece for piece in draft.byline if piece not in again]
    dropped += [Dropped(piece.start, piece.end, "doubled-byline") for piece in again]
    dropped.sort(key=lambda item: item.start)


def _words(text: str) -> list[str]:
    """Give the parts of a signature without what stands around them."""
    return [core(word) for word in PARTS.split(text) if core(word)]


_NO_PLACE = lazy_regex(r"[。，；：！？、,;:!?0-9]|[\u4e00-\u9fff]\.$")


def _signs_by_place(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line signs by where it stands: short, and a bare date or the end follows.

    For bodies and offices whose names no list has (調研組); only what stands far to the right
    signs without a date.
    """
    line = lines[index]
    if not 2 <= len(line.text) <= 24 or line.said:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is not None and byline.breaks_name(line.text, following.text):
        return len(line.text) > 1 and (line.indent >= 16 or line.indent == following.indent)
    named = following is not None and is_name(squeeze(following.text))
    pupils = is_class_alone(line.text) or (line.text[-1] in "级班" and is_cohort(line.text))
    if named and (pupils or is_office(line.text)) and not mark(line.text):
        return True
    if _NO_PLACE.search(line.text) and not pupils:
        return False
    if mark(line.text) or ends_sentence(line.text):
        return False
    far = line.indent >= 16
    if following is None:
        return far
    dated = byline.looks_like(following.text)
    dated = dated and (date(following.text) is not None or undated(following.text) == 0)
    if not dated and may_be_body(line.text):
        return _signs_by_place(lines, index + 1)  # one of several bodies
    bare = dated and len(following.text) <= 20
    return bare and (far or following.indent >= 12 or not ends_with_genre(line.text))
