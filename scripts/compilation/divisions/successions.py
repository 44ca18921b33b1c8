"""Finds texts that follow each other with no mark at all: each has its title and its person.

A line alone proves nothing; two or more of the same shape in one chapter do: a title, a
person's line below it and then prose, or a title that ends with its person in brackets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures import byline
from ..signatures.bodies import is_body
from ..signatures.labels import names_teacher
from ..signatures.names import is_name, is_office, is_unit
from ..signatures.signers import of_somewhere
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.signs import (
    BLANK,
    ends,
    ends_sentence,
    is_closing,
    is_note,
    is_salutation,
    mark,
    squeeze,
)
from ..text.variants import either
from ..tops import cards
from ..tops.titles import DASHED, FAR, TITLE_LABEL, title_like

_BRACKETED = lazy_regex(
    r"(?P<title>[^（()）。；！？]{3,40})[（(](?P<by>[^（()）。；！？]{4,24})[）)]$"
)
#: A card has at most so many lines below its title.
_CARD = 20
#: A line of a signature has at most so many characters.
_SIGNED = 60
#: Prose has at least this many characters.
_PROSE = 14


def find(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that open texts, or none."""
    best = max(_below(lines), _inside(lines), _over_names(lines), key=len)
    return best if len(best) >= 2 else []


def _below(lines: Sequence[Line]) -> list[int]:
    """Give the titles with a person or body below them; bodies alone need one of another kind.

    Or the first stands at the very top: what heads the chapter is no title of a text.
    """
    sizes = [len(line.text) for line in lines]
    near = [
        i
        for i, (title, person) in enumerate(pairwise(sizes))
        if title <= 40 and person <= 40 and max(sizes[i + 2 : i + 7], default=0) >= _PROSE
    ]
    sure = {i for i in near if person_below(lines, i)}
    bodies = {i for i in near if i not in sure and lines[i].blanks and _body_below(lines, i)}
    several = len({lines[i + 1].text for i in bodies}) > 1 and min(bodies) == 0
    return sorted(sure | bodies) if sure or several else []


def _over_names(lines: Sequence[Line]) -> list[int]:
    """Give the titles with bare names below them and then prose, where there are three or more."""
    found = [
        i
        for i in range(len(lines) - 2)
        if len(lines[i + 1].text) <= 8
        and is_name(squeeze(lines[i + 1].text))
        and is_prose(lines[i + 2])
        and _stands_over(lines, i)
    ]
    return found if len(found) > 2 else []


def _inside(lines: Sequence[Line]) -> list[int]:
    return [
        i
        for i, line in enumerate(lines[:-1])
        if line.text[-1] in "）)" and len(line.text) <= 60 and person_inside(lines, i)
    ]


def ends_signed(lines: Sequence[Line], index: int) -> bool:
    """Say whether a signature with a person or a date, and prose above it, end above a line."""
    before = lines[index - 1].text
    if index and (_glued(lines, index - 1) or _SOURCE.match(before)):
        return True
    above = index
    while above > 2 and _contacts(lines[above - 1].text):
        above -= 1
    if byline.looks_like(lines[above - 1].text):
        index, before = above, lines[above - 1].text
    if index < 2 or len(before) > 40 or is_closing(before) or not byline.looks_like(before, True):
        return False
    found = byline.read([before])
    if not found.date and not found.authors:
        return False
    return any(is_prose(one) for one in lines[max(index - 5, 0) : index - 1])


# Where a text was taken from: 摘自《…报》, （《…选集》第五卷，……）.
_SOURCE = lazy_regex(
    "[（(]?(?:摘|选|摘编|节选)自|[（(]《[^》]{2,20}》[^。]{0,50}(?:出版社|[页期])[^。]{0,30}[）)]$"
)


def _contacts(text: str) -> bool:
    """Say whether a line below a signature is an office, a teacher, or how to reach the writer."""
    if len(text) > 40:
        return False
    return is_note(text) or names_teacher(text) or (is_office(text) and not _STOPS.search(text))


def _glued(lines: Sequence[Line], index: int) -> bool:
    """Say whether a signature is glued to the sentence that ends in a line, wrapped or not."""
    text = lines[index].text
    if text[-1] in "）)" and len(text) <= 50 and index and not ends(lines[index - 1].text):
        text = lines[index - 1].text + text
    return byline.glued(text) is not None


def is_prose(line: Line) -> bool:
    """Say whether a line is prose: long enough, and with punctuation."""
    text = line.text
    if len(text) >= _PROSE:
        return bool(re.search("[，。！？：；,;:!?]", text))
    return len(text) >= 6 and ends_sentence(text)


def signed(text: str) -> int | None:
    """Give where the person begins in a title that ends with one in brackets, or None."""
    found = _BRACKETED.fullmatch(text)
    if not found or not (byline.names_person(found["by"]) or of_somewhere(found["by"])):
        return None
    return found.end("title")


def person_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands here, a person's line or two below it, and then prose.

    A subtitle behind a dash may stand between; with one a body is enough in a person's place.
    """
    first = index + 1
    if first >= len(lines) or mark(lines[first].text) or not _stands_over(lines, index):
        return False
    dashed = bool(DASHED.match(lines[first].text)) and len(lines) > first + 2
    if dashed:
        if is_body(lines[first + 1].text) and is_prose(lines[first + 2]):
            return True
        first += 1
    elif len(lines) > first + 2 and DASHED.match(lines[first + 1].text):
        # The person stands over the subtitle.
        signed = [lines[first], lines[first + 2]]
        return len(lines[first].text) <= 30 and _person_and_prose(signed)
    for size in (1, 2, 3):
        if len(lines) <= first + size or len(lines[first + size - 1].text) > _SIGNED:
            return False
        if _person_and_prose(lines[first : first + 1 + size]):
            return True
    return False


# Who sent a brief in, and when: 作者：石桥水库党支部　2019-07-04.
_LABELLED = lazy_regex(
    either(rf"(?:作者|供稿(?:人|单位)?|撰稿人?|投稿人?)[{BLANK}]*[：:][^。，；：:]{{2,40}}")
)


def labelled_below(lines: Sequence[Line]) -> list[int]:
    """Give the titles with a line below that says who wrote the text, by a label, and the day.

    A body needs no label (河口镇党支部　2019-07-04).
    """
    return [
        i
        for i in range(len(lines) - 2)
        if len(lines[i].text) <= _SIGNED
        and _says_day(lines[i + 1].text)
        and (_LABELLED.match(lines[i + 1].text) or _of_body(lines[i + 1].text))
        and _can_stand_over(lines, i)
        and not is_body(lines[i].text)
        and not is_name(squeeze(lines[i].text))
        and is_prose(lines[i + 2])
    ]


def _of_body(text: str) -> bool:
    """Say whether a line is of a body and nobody else."""
    if not byline.looks_like(text):
        return False
    found = byline.read([text])
    return bool(found.affiliation) and not found.authors


def _says_day(text: str) -> bool:
    """Say whether a line ends with a day, month and year."""
    day = date(text) if len(text) <= _SIGNED else None
    return day is not None and len(day.iso) == len("2019-07-04") and day.end == len(text)


def offices_over_name(lines: Sequence[Line], first: int) -> int:
    """Give how many lines (1 or 2) of offices stand here over a name and then text, or 0."""
    for size in (1, 2):
        name = first + size
        if name + 1 >= len(lines) or len(lines[name - 1].text) > 40:
            return 0
        office = lines[name - 1].text
        if not (is_office(office) or is_unit(office)) or _STOPS.search(office):
            return 0
        if is_name(squeeze(lines[name].text)):
            return size if is_prose(lines[name + 1]) or is_salutation(lines[name + 1].text) else 0
    return 0


#: So many lines at most say what a person is.
_MANY = 5


def name_over_offices(lines: Sequence[Line], first: int) -> int:
    """Give how many lines a bare name and the offices below it take, text being below; or 0."""
    if not is_name(squeeze(lines[first].text)):
        return 0
    end = first + 1
    while end < len(lines) and end - first <= _MANY:
        text = lines[end].text
        if len(text) > 40 or _STOPS.search(text) or not (is_office(text) or is_unit(text)):
            break
        end += 1
    if not first + 1 < end < len(lines) or not any(is_office(x.text) for x in lines[first:end]):
        return 0
    return end - first if is_prose(lines[end]) or is_salutation(lines[end].text) else 0


# What stands in no name of an office or body, but in titles that end like one.
_STOPS = lazy_regex("[。；：！？，的是了着把被让讓我你他]")


def is_centred_name(line: Line) -> bool:
    """Say whether a line is a bare name in the middle of the page."""
    return line.indent >= FAR and is_name(squeeze(line.text))


def _body_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands here, a body's line below it, and then prose."""
    if len(lines) < index + 3 or not _stands_over(lines, index):
        return False
    return is_body(lines[index + 1].text) and is_prose(lines[index + 2])


def _stands_over(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can be the title of a text by itself and by what stands above it."""
    return _can_stand_over(lines, index) and not byline.looks_like(lines[index].text, True)


def _can_stand_over(lines: Sequence[Line], index: int) -> bool:
    """Say the same of a line that may sign for all that is asked here."""
    title = lines[index].text
    return (
        not lines[index].said
        and title_like(title)
        and not DASHED.match(title)
        and (index == 0 or over(lines, index))
        and not byline.looks_like(title)
    )


def _person_and_prose(lines: Sequence[Line]) -> bool:
    """Say whether all lines but the last are of one person, and the last one is prose."""
    *signed, last = [line.text for line in lines]
    if not signed or byline.looks_like(last, True):
        return False
    if len(last) < _PROSE and not is_salutation(last):
        return False
    if len(signed) == 1:
        if is_centred_name(lines[0]):
            return True
        if byline.names_person(signed[0]) and title_like(signed[0]):
            return True
        return byline.looks_like(signed[0]) and len(byline.read(signed).authors) == 1
    if not all(len(text) <= 30 and byline.looks_like(text, True) for text in signed):
        return False
    found = byline.read(signed)
    return len(found.authors) == 1 and bool(found.affiliation or found.date)


def person_inside(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a title with its person, with a salutation or prose below."""
    text, following = lines[index].text, lines[index + 1].text
    if lines[index].said:
        return False
    return signed(text) is not None and (len(following) >= _PROSE or is_salutation(following))


def over(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line before ends a text: a sentence, a row of signs, a title of all."""
    before = lines[index - 1].text
    if byline.looks_like(before, True) or is_closing(before) or _glued(lines, index - 1):
        return True
    if (before[0] in "（(" and before[-1] in "）)") or is_note(before):
        return True
    return index == 1 or ends(before) or not re.search(r"[\u4e00-\u9fff]", before)


def labelled(lines: Sequence[Line]) -> list[int]:
    """Give where texts begin whose titles are said to be ones, below their persons or not.

    主讲人：卞文涛 / 变电运维一班班长 / 微党课主题：一只老万用表
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines[:-1]):
        if len(line.text) <= 50 and not line.said and (label := TITLE_LABEL.match(line.text)):
            groups[re.split("[:：]", label[0])[0]].append(index)
    titles = max(groups.values(), key=len, default=[])
    titles = [a for a, b in pairwise([*titles, len(lines) + 1]) if b - a > 1]
    if len(titles) < 2:
        return []
    firsts = [_first_over(lines, index) for index in titles]
    # Where nobody stands over the first title, those over the others signed the texts above.
    starts = firsts if firsts[0] < titles[0] else titles
    return starts if all(b - a > 2 for a, b in pairwise(starts)) else []


def _first_over(lines: Sequence[Line], index: int) -> int:
    """Give the first of the lines over a title that say who speaks, or the title.

    Where it stands in a card of what is said of its work, that of the card.
    """
    first = index
    while first and cards.is_entry(lines[first - 1]):
        first -= 1
    if cards.size(lines[first : index + _CARD]):
        return first
    first = index
    while first and index - first < 2 and _says_who(lines[first - 1].text):
        first -= 1
    return first


def _says_who(text: str) -> bool:
    """Say whether a line over a title with a label names a person or an office."""
    return len(text) <= 30 and (is_office(text) or byline.looks_like(text, True))
