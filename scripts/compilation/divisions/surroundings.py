"""What stands around a line that shows whether a text begins with it as its title."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..body.verse import LONGEST
from ..signatures import byline
from ..signatures.bodies import is_body, may_be_body
from ..signatures.names import is_name
from ..signatures.signers import paired
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.prizes import is_prize
from ..text.signs import (
    BLANK,
    HAN,
    NUMBER,
    ends_sentence,
    ends_with_genre,
    is_closing,
    is_note,
    is_salutation,
    mark,
    squeeze,
)
from ..text.variants import either
from ..tops.titles import DASHED, title_lines
from . import endings, successions
from .successions import offices_over_name

#: A line that names a person is at most this long (characters).
_NAMED = 40
#: Words that lead in a paragraph below are at most this many (characters).
_LEAD = 20
#: So many lines below and above a title are looked at for headings.
_NEAR, _FAR_BACK = 8, 60


def has_prose(lines: Sequence[Line]) -> bool:
    """Say whether prose is among lines."""
    return any(map(successions.is_prose, lines))


def below_title(lines: Sequence[Line], index: int) -> int:
    """Give the line below a title and its subtitle behind a dash."""
    below = index + title_lines(lines, index)
    below += below < len(lines) and bool(DASHED.match(lines[below].text))
    return below + (below + 1 < len(lines) and is_prize(lines[below].text))


def paired_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line of the shape of a body and a name is below a title, and then text."""
    below = below_title(lines, index)
    return below < len(lines) and paired(lines[below].text) and begins(lines, below + 1)


def over_bare_names(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles with nothing but a name and then prose below, some of them no list's names.

    Two names that are surely some, and at least as many as the others, show what these are.
    """
    below = {i: below_title(lines, i) for i in candidates}
    found = {
        i: name
        for i, first in below.items()
        if first + 1 < len(lines)
        and _BARE.fullmatch(name := squeeze(lines[first].text))
        and successions.is_prose(lines[first + 1])
    }
    sure = sum(map(is_name, found.values()))
    return set(found) if sure > 1 and sure * 2 >= len(found) else set()


# What a name looks like, whatever it is.
_BARE = lazy_regex(f"[{HAN}]{{2,4}}")


def text_soon(lines: Sequence[Line], index: int) -> bool:
    """Say whether text begins below a title, and what stands between says who wrote it or when."""
    for below in range(below_title(lines, index), min(index + _BETWEEN, len(lines))):
        if begins(lines, below):
            return True
        text = lines[below].text
        if not (byline.looks_like(text, True) or may_be_body(text) or is_document_number(text)):
            return False
    return False


#: So many lines below a title may say who wrote the text and when.
_BETWEEN = 6


def text_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text begins within four lines below a title."""
    return any(begins(lines, below) for below in range(index + 1, index + 5))


def weigh(lines: Sequence[Line], index: int) -> float:
    """Weigh a title by what stands around it."""
    weight = 0.5 if ends_with_genre(lines[index].text) else 0.0
    first = index + 1
    if DASHED.match(lines[first].text) and first + 1 < len(lines):
        weight += 1
        first += 1
    below = lines[first].text
    if lines[index].blanks and is_body(below) and begins(lines, first + 1):
        weight += 1
    if is_salutation(below):
        weight += 1.5 if letter_below(lines, index) else 1
    if index and is_closing(lines[index - 1].text):
        weight += 1
    if _restarts(lines, index):
        weight += 1
    if _law_begins(lines, index):
        weight += 1.5
    return weight


def letter_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is set apart by a blank line above, with a salutation right below."""
    below = lines[index + 1]
    apart = lines[index].blanks > 0 and not below.blanks
    return apart and below.text[-1] in "：:" and is_salutation(below.text)


# The articles of a law, and their numbers.
_ARTICLE = lazy_regex(rf"第[{BLANK}]?({NUMBER})[{BLANK}]?条")
_FIRST_ARTICLE = lazy_regex(rf"第[{BLANK}]?[一1][{BLANK}]?[条章]")


def law_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether the first article or chapter of a law is right below a title."""
    near = lines[index + 1 : index + _NEAR // 2]
    return any(_FIRST_ARTICLE.match(line.text) for line in near)


def _law_begins(lines: Sequence[Line], index: int) -> bool:
    """Say whether the articles of a law begin below a title, those of another ending above."""
    if not law_below(lines, index):
        return False
    above = reversed(lines[max(index - _FAR_BACK, 0) : index])
    last = next((found for line in above if (found := _ARTICLE.match(line.text))), None)
    return last is not None and last[1] not in ("一", "1")


def _restarts(lines: Sequence[Line], index: int) -> bool:
    """Say whether the numbers of headings (一、) begin again below a title that names its kind."""
    if not ends_with_genre(lines[index].text):
        return False
    below = (mark(line.text) for line in lines[index + 1 : index + _NEAR])
    first = next((sign for sign in below if sign), None)
    if first is None or first.number != 1 or first.form not in ("chinese", "decimal"):
        return False
    above = (mark(line.text) for line in reversed(lines[max(index - _FAR_BACK, 0) : index]))
    last = next((sign for sign in above if sign and sign.form == first.form), None)
    return last is not None and last.number > 1


def divided(lines: Sequence[Line], index: int) -> bool:
    """Say whether a row of signs or the like parts a title from the text above, text is below."""
    parted = endings.above(lines, index)
    if parted and not endings.is_row(lines[index - 1].text) and not has_prose(lines[:index]):
        return False  # at the top of a page
    return parted and begins(lines, below_title(lines, index))


def person(lines: Sequence[Line], index: int) -> bool:
    """Say whether a person or a date stands below a title, and then the text."""
    first = min(below_title(lines, index), len(lines) - 1)
    if successions.person_inside(lines, index) or successions.person_below(lines, index):
        return True
    if name_below(lines, first) or offices_over_name(lines, first):
        return True
    text = lines[first].text
    if not dated(text):
        return False
    timed = _CLOCK.search(text) is not None and not successions.person_below(lines, first + 1)
    return timed or begins(lines, first + 1)


# When a site put a text up (2018-05-29 09:13): below nothing but a title, of one text or of all.
_CLOCK = lazy_regex(r"\d[:：]\d\d$")


def name_below(lines: Sequence[Line], first: int) -> bool:
    """Say whether a line names a person, and prose or the first heading of a text is below it."""
    text = lines[first].text
    below = first + 1
    while below < len(lines) and (dated(lines[below].text) or _ADVISED.match(lines[below].text)):
        below += 1
    if len(text) > _NAMED or not opens(lines, below):
        return False
    if is_name(squeeze(text)):
        return True
    return byline.looks_like(text, True) and bool(byline.read([text]).authors)


#: So many short lines below a title or above one are verse, fewer than inside a text.
_VERSE = 6


def is_verse(lines: Sequence[Line]) -> bool:
    """Say whether a poem begins here: all short, none numbered, few of them ended."""
    if len(lines) < _VERSE or any(len(line.text) > LONGEST for line in lines):
        return False
    if any(line.said or mark(line.text) or byline.looks_like(line.text) for line in lines):
        return False
    return sum(ends_sentence(line.text) for line in lines) * 2 <= len(lines)


def opens(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text or a poem begins with a line."""
    return begins(lines, index) or is_verse(lines[index : index + _VERSE])


def verse_above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a poem ends above a line."""
    return index >= _VERSE and is_verse(lines[index - _VERSE : index])


def verse_in(lines: Sequence[Line]) -> bool:
    """Say whether a poem begins below the first lines, which may say who wrote it."""
    return any(is_verse(lines[first : first + _VERSE]) for first in range(3))


# Who taught the writer.
_ADVISED = lazy_regex(either("(?:指导|辅导)(?:教师|老师)"))


def dated(text: str) -> bool:
    """Say whether a line is nothing but a date."""
    return len(text) <= 20 and byline.looks_like(text) and not byline.read([text]).authors


#: What stands over the words of the editors on a book.
EDITORS = lazy_regex(either("编者的话|编者按|编者说明|编辑说明|编印说明|出版说明|致读者|编委会.*"))


def by_editors(text: str) -> bool:
    """Say whether a line is what the editors say before a text (编者按：……, 【编者按】……)."""
    return text[0] in "编編按【（(" and is_note(text.lstrip("【（(")[:_LEAD])


def begins(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text begins with a line: prose, a salutation, or a first heading."""
    if index >= len(lines):
        return False
    sign = mark(lines[index].text)
    text = lines[index].text
    begun = sign.number == 1 if sign else text in ("一", "1", "壹")
    if by_editors(text):
        return False  # what the editors say of all texts
    leads = text[-1] in "：:" and len(text) <= _LEAD and index + 1 < len(lines)
    if leads and not is_salutation(text):
        return successions.is_prose(lines[index + 1])  # 在“三保障”上：
    return begun or successions.is_prose(lines[index]) or is_salutation(text)
