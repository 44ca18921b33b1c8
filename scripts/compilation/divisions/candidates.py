"""Judges which lines can be the title of a text at all, where no mark shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Line
from ..signatures import byline
from ..signatures.bodies import may_be_body
from ..signatures.names import is_name, is_office, is_unit
from ..text.captions import is_caption
from ..text.dates import date
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.prizes import heads_winners
from ..text.signs import (
    CONCERNING,
    broken_salutation,
    ends_sentence,
    is_closing,
    is_note,
    is_salutation,
    squeeze,
)
from ..tops.titles import (
    ALONE,
    DASHED,
    FAR,
    begins_title,
    behind_sign,
    names_collection,
    opened,
    signed_at,
    title_like,
)
from . import bulletins, endings, groups, speakers, successions, surroundings
from .successions import offices_over_name

#: A title is at most this long (characters).
LONGEST = 40
#: One with its subtitle behind a dash is at most this long.
_LONG_TITLE = 70
#: So many lines at the top may be titles of the whole, one below the other.
TOP = 5
#: A line that names a body and a person is at most this long (characters).
_LONG = 30
#: A date is at most this long (characters).
_DATE = 20
#: What stands over notes to a text.
_NO_TITLES = ("注释", "注釋", "参考文献", "參考文獻", "附录", "附錄", "备注", "備註")
# A remark in brackets, as under a picture: （某某的父母）, （在岗位上）.
_BRACKETED = lazy_regex("[（(][^（）()]{2,30}[）)]")
# A day of a diary: 2018年4月2日　星期一　小雨.
_DAY = lazy_regex(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\s|[（(]|星期|周|$)")
_DASH = lazy_regex("—{2}|-{2}|－{2}|―{2}|─{2}")
#: The title of a report, in parts, with its source below.
_HEADLINE = 110
# A line of a table of contents.
_CONTENTS = lazy_regex("(?:[.…·．_-]{3,}|…{2}).{0,26}$")


def heads_notes(text: str) -> bool:
    """Say whether a line stands over notes to the text above it (注　释, 参考文献)."""
    return squeeze(text) in _NO_TITLES


def can_be_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can open a text by itself and by what stands above it."""
    line = lines[index]
    text = line.text
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
    if heads_notes(text) or _DAY.match(text) or text.isascii():
        return False
    if _BRACKETED.fullmatch(text) or bulletins.is_issue(text):
        return False
    longest = _LONG_TITLE if _DASH.search(text, 4, LONGEST) else LONGEST
    if (
        not (2 <= len(text) <= longest or text in ALONE)
        or line.said
        or not title_like(text)
        or DASHED.match(text)
    ):
        return False
    if is_closing(text) or is_document_number(text):
        return False
    if is_caption(text) or offices_over_name(lines, index) or _signs_over_date(lines, index):
        return False
    if index + 1 < len(lines) and _is_row(text) and _is_row(lines[index + 1].text):
        return False  # in the list of the works that won prizes
    if index + 1 < len(lines) and broken_salutation(text, lines[index + 1].text):
        return False
    booked = text[:1] == "《" and groups.signed_at(text, "back")
    named = byline.looks_like(text, True) and signed_at(text) is None
    named = named and text[:2] not in CONCERNING  # 关于转发市总工会 / ……的通知
    issues = named and index + 1 < len(lines) and begins_title(text, lines[index + 1].text)
    if named and not booked and not wrapped and not issues:
        # A body or a name may be a title too, but above prose it signs nothing.
        short = is_unit(text) or is_name(squeeze(text))
        return short and _between_prose(lines, index) and not byline.looks_like(text)
    if not index:
        return True
    return not _belongs_above(lines, index, text) and _may_precede(lines, index)


def _signs_over_date(lines: Sequence[Line], index: int) -> bool:
    """Say whether a body stands at the end of a text, with a date below it and no text below that.

    Where a body's short name is no word for one alone (三车间一班), the date shows that it signs.
    """
    if not index or index + 1 >= len(lines) or not may_be_body(lines[index].text):
        return False
    below = squeeze(lines[index + 1].text)
    day = date(below) if len(below) <= _DATE else None
    if not day or (day.start, day.end) != (0, len(below)):
        return False
    if not ends_sentence(lines[index - 1].text):
        return False
    noted = index + 2 < len(lines) and is_note(lines[index + 2].text)
    return noted or not surroundings.begins(lines, index + 2)


def _is_row(text: str) -> bool:
    """Say whether a line can be a row of a list of prizes: a work, or the prize over it."""
    return text[0] == "《" or heads_winners(text)


def _belongs_above(lines: Sequence[Line], index: int, text: str) -> bool:
    """Say whether a line goes on with a signature, a title or a salutation above it.

    ``text`` is the line without the signs around it.
    """
    office = is_office(text) and not re.search("[的是了着我你他]", text)
    signed = office and byline.looks_like(lines[index - 1].text, True)
    if signed and not endings.above(lines, index):
        return True
    if byline.goes_on_date(lines[index - 1].text, text):
        return True
    return closes_title(lines, index) or (text[-1] in "！!" and _addressed(lines, index))


def closes_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the rest of a title above, whose 《 or “ it closes."""
    above = lines[index - 1].text
    return len(above) <= LONGEST and opened(above) and not opened(above + lines[index].text)


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
    ended = ended or speakers.leads(before)
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
        index <= TOP
        or endings.above(lines, index)
        or successions.over(lines, index)
        or is_note(before)
        or is_caption(before)
        or names_collection(before)
        or surroundings.verse_above(lines, index)
        or surroundings.letter_below(lines, index)
    )
