"""Finds the texts of a source that has no mark of chapters at all.

Every line that can be a title is weighed by what stands around it: a person or body below it,
a signature or a farewell above it, a salutation, a subtitle, the same title elsewhere.  A
heading inside a text looks the same but stands in no such company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import byline, habits, layouts, successions
from .bodies import is_body, may_be_body
from .counts import bodies_in_turn, counted
from .lines import Line
from .names import is_name, is_office
from .reflow import profile
from .signers import paired
from .signs import (
    core,
    ends_with_genre,
    is_closing,
    is_note,
    is_prize,
    is_salutation,
    mark,
    squeeze,
    width,
)
from .successions import offices_over_name
from .titles import DASHED, FAR, names_collection, title_like
from .variants import either

#: A title is at most this long (characters); prose before the first text is at least that long.
_TITLE, _LONG = 40, 30
#: What is said of all texts before the first has at most this many characters.
_REMARK = 250
#: Words that lead in a paragraph below are at most this many (characters).
_LEAD = 20
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
# A row of signs between two texts.
_ROW = re.compile(r"(?:[*＊※◆★☆●○■□~～=＝_—－#＃·.-]\s?){3,}")
#: So many lines below and above a title are looked at for headings.
_NEAR, _FAR_BACK = 8, 60
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
        candidates = [i for i in candidates if not _dated(lines[i + 1].text)]
    kin = _kin(lines, candidates)
    named = {
        i
        for i in candidates
        if _sourced(lines, i) or i in kin or _divided(lines, i) or _person(lines, i)
    }
    again = {i for i in candidates if core(lines[i].text) == core(lines[i + 1].text)}
    candidates = [i for i in candidates if i - 1 not in again]
    named |= again if len(again) > 1 else set()
    named |= _set_apart(lines, candidates) | _bracketed(lines, candidates)
    named |= _with_bodies(lines, candidates, bool(named)) | bodies_in_turn(lines, candidates)
    plain = [i for i in candidates if _begins(lines, _below(lines, i))]
    named |= layouts.find(lines, plain)
    named |= counted(lines, plain)
    if len(named) > 1:  # whose names no list has, among others of their shape
        named |= {i for i in candidates if _paired_below(lines, _below(lines, i))}
    signed = {i for i in candidates if successions.ends_signed(lines, i)}
    sure = any(_sourced(lines, i) or _in_company(lines, i) for i in candidates)
    if len(named) < 2 and len(signed) < 2 and not sure:
        return []  # a notice and what is attached to it
    opened = [
        i for i in candidates if _weigh(lines, i) + 1.5 * ((i in named) + (i in signed)) >= _ENOUGH
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
    if len(opened) > 2 and first is not None and all(_person(lines, i) for i in opened):
        above = lines[first + 1 : opened[0]]
        prose = sum(map(successions.is_prose, above))
        if prose == 1 or (prose == 2 and sum(len(line.text) for line in above) <= _REMARK):
            first = None  # what is said of all the texts
    found = ([first] if first is not None else []) + opened
    return found if len(found) > 1 else []


def _runs_on(line: Line, wrap: int) -> bool:
    """Say whether a line of a hard-wrapped text is the full first line of a paragraph."""
    return bool(re.search("[，,、]", line.text)) and line.indent + width(line.text) >= wrap - 5


def _diary(lines: Sequence[Line]) -> bool:
    """Say whether dates on lines of their own part prose: the days of a diary."""
    days = [
        i
        for i in range(1, len(lines) - 1)
        if len(lines[i].text) <= 20
        and _dated(lines[i].text)
        and successions.is_prose(lines[i - 1])
        and successions.is_prose(lines[i + 1])
    ]
    return len(days) > 1


def _sourced(lines: Sequence[Line], index: int) -> bool:
    """Say whether a source stands below a title; above all prose it is that of the page."""
    return lines[index].sourced and any(map(successions.is_prose, lines[:index]))


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
    if line.sourced and len(text) <= _HEADLINE and not DASHED.match(text) and not _dated(text):
        return not re.search("[。；]", text)
    if squeeze(text) in _NO_TITLES:
        return False
    longest = _LONG_TITLE if _DASH.search(text, 4, _TITLE) else _TITLE
    if not 2 <= len(text) <= longest or line.said or not title_like(text) or DASHED.match(text):
        return False
    if byline.looks_like(text, True) or is_closing(text) or offices_over_name(lines, index):
        return False
    office = is_office(text) and not re.search("[的是了着我你他]", text)
    if index and office and byline.looks_like(lines[index - 1].text, True):
        return False  # below a signature
    if index and text[-1] in "！!" and is_salutation(lines[index - 1].text):
        return False  # 您好！
    return index == 0 or _may_precede(lines, index)


def _may_precede(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text can have ended with the line above, or the head of all stands there."""
    before = lines[index - 1].text
    if _CONTENTS.search(before) or (lines[index].indent >= FAR and lines[index].blanks):
        return True
    return index <= _TOP or successions.over(lines, index) or is_note(before)


def _set_apart(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles that alone in the source have an empty line above.

    Headings may stand so too; but not where others have none, nor where one of them is
    followed by a salutation or is named below as what is spoken of.
    """
    apart = {index for index, line in enumerate(lines) if line.blanks and index}
    wanted = {i for i in apart & set(candidates) if _begins(lines, i + 1)}
    if len(wanted) < 2 or wanted != apart:
        return set()
    headings = [i for i in candidates if i not in apart and i and _begins(lines, i + 1)]
    spoken = any(is_salutation(lines[i + 1].text) or _named_below(lines, i) for i in wanted)
    return wanted if len(headings) >= 2 or spoken else set()


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
        if (whole[name] > 1 or ends[name[-_SHARED:]] > 1) and _text_below(lines, i)
    }


def _bracketed(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles that end with a name in brackets; one alone may be a remark (守堤（夜）)."""
    found = {
        i
        for i in candidates
        if lines[i].text[-1] in "）)"
        and habits.signature_in(lines[i].text, "back") is not None
        and _begins(lines, _below(lines, i))
    }
    return found if len(found) > 1 else set()


def _with_bodies(lines: Sequence[Line], candidates: Sequence[int], others: bool) -> set[int]:
    """Give the titles with a body below them (审计科), where there are several such.

    One is enough where ``others`` are known by their persons and the body is surely one.
    """
    found = {}
    for index in candidates:
        below = _below(lines, index)
        if below < len(lines) and may_be_body(lines[below].text) and _begins(lines, below + 1):
            found[index] = lines[below].text
    if len(set(found.values())) > 1:
        return set(found)
    return {index for index, body in found.items() if others and is_body(body)}


def _below(lines: Sequence[Line], index: int) -> int:
    """Give the line below a title and its subtitle behind a dash."""
    below = index + 1 + bool(DASHED.match(lines[index + 1].text))
    return below + (below + 1 < len(lines) and is_prize(lines[below].text))


def _paired_below(lines: Sequence[Line], below: int) -> bool:
    """Say whether a line has the shape of a body or office and a name, with text below it."""
    return below < len(lines) and paired(lines[below].text) and _begins(lines, below + 1)


def _text_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text begins within four lines below a title."""
    return any(_begins(lines, below) for below in range(index + 1, index + 5))


def _weigh(lines: Sequence[Line], index: int) -> float:
    """Weigh a title by what stands around it."""
    weight = 0.5 if ends_with_genre(lines[index].text) else 0.0
    first = index + 1
    if DASHED.match(lines[first].text) and first + 1 < len(lines):
        weight += 1
        first += 1
    below = lines[first].text
    if lines[index].blanks and is_body(below) and _begins(lines, first + 1):
        weight += 1
    if is_salutation(below):
        weight += 1
    if index and is_closing(lines[index - 1].text):
        weight += 1
    if _restarts(lines, index):
        weight += 1
    return weight


def _in_company(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title in mid-text alone shows by its neighbours that another text begins."""
    return index > _TOP and _weigh(lines, index) >= _ENOUGH


def _restarts(lines: Sequence[Line], index: int) -> bool:
    """Say whether the numbers of headings (一、) begin again below a title that names its kind."""
    if not ends_with_genre(lines[index].text):
        return False
    below = (mark(line.text) for line in lines[index + 1 : index + _NEAR])
    first = next((sign for sign in below if sign and sign.form == "chinese"), None)
    if first is None or first.number != 1:
        return False
    above = (mark(line.text) for line in reversed(lines[max(index - _FAR_BACK, 0) : index]))
    last = next((sign for sign in above if sign and sign.form == "chinese"), None)
    return last is not None and last.number > 1


def _divided(lines: Sequence[Line], index: int) -> bool:
    """Say whether a row of signs (＊＊＊) parts a title from the text above, and prose is below."""
    row = lines[index - 1].text if index else ""
    return bool(_ROW.fullmatch(row)) and _begins(lines, index + 1)


def _person(lines: Sequence[Line], index: int) -> bool:
    """Say whether a person or a date stands below a title, and then the text."""
    first = min(_below(lines, index), len(lines) - 1)
    if successions.person_inside(lines, index) or successions.person_below(lines, index):
        return True
    if _name_below(lines, first) or offices_over_name(lines, first):
        return True
    return _dated(lines[first].text) and _begins(lines, first + 1)


def _name_below(lines: Sequence[Line], first: int) -> bool:
    """Say whether a line names a person, and prose or the first heading of a text is below it."""
    text = lines[first].text
    below = first + 1
    while below < len(lines) and (_dated(lines[below].text) or _ADVISED.match(lines[below].text)):
        below += 1
    if len(text) > _TITLE or not _begins(lines, below):
        return False
    if is_name(squeeze(text)):
        return True
    return byline.looks_like(text, True) and bool(byline.read([text]).authors)


# Who taught the writer.
_ADVISED = re.compile(either("(?:指导|辅导)(?:教师|老师)"))


def _dated(text: str) -> bool:
    """Say whether a line is nothing but a date."""
    return len(text) <= 20 and byline.looks_like(text) and not byline.read([text]).authors


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text begins with a line: prose, a salutation, or a first heading."""
    if index >= len(lines):
        return False
    sign = mark(lines[index].text)
    text = lines[index].text
    begun = sign.number == 1 if sign else text in ("一", "1", "壹")
    leads = text[-1] in "：:" and len(text) <= _LEAD and index + 1 < len(lines)
    if leads and not is_salutation(text):
        return successions.is_prose(lines[index + 1])  # 在“三保障”上：
    return begun or successions.is_prose(lines[index]) or is_salutation(text)


def _first(lines: Sequence[Line], until: int) -> int | None:
    """Give the title of a text before the first that is known, if there is one."""
    prose = [i for i in range(until) if successions.is_prose(lines[i]) and not _note(lines[i])]
    if not prose or not prose[0] or sum(len(lines[i].text) for i in prose) < _LONG:
        return None
    top = prose[0] - 1
    while top and (_addresses(lines[top].text) or DASHED.match(lines[top].text)):
        top -= 1
    line = lines[top]
    if len(line.text) > _TITLE or not title_like(line.text) or _note(line) or line.said:
        return None
    return None if names_collection(line.text) else top


def _addresses(text: str) -> bool:
    """Say whether a line below a title signs or addresses somebody."""
    return is_salutation(text) or byline.looks_like(text, True)


def _note(line: Line) -> bool:
    return is_note(line.text)
