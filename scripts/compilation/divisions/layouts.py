"""Finds the titles that the layout of a source sets apart from all that stands below them.

Where no person, signature or salutation shows that a text begins, the page still may: titles
stand further left or right than the paragraphs, or alone have an empty line above or below.
Subheads of one essay can be set so too; the titles of texts are longer, have more below them,
and the numbers of headings begin again under them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..body.lines import Line
from ..signatures import byline
from ..signatures.labels import BULLETS
from ..signatures.names import is_name
from ..text.lazy import lazy_regex
from ..text.signs import core, ends_with_genre, is_salutation, mark
from ..tops.titles import FAR, names_book, names_collection, title_like
from .likeness import halved
from .successions import is_prose

#: Texts have this many characters on the average, sections of one essay mostly fewer.
_TEXT = 300
#: Titles have this many characters on the average or more, subheads mostly fewer.
_TITLE = 8
#: From this many points on lines set apart are titles (:func:`_weigh`).
_ENOUGH = 2.0
#: What it weighs that texts of this kind mostly are several.
_SEVERAL = 0.5
#: The first title stands at most so many lines below the top.
_TOP = 4


class _Setting(NamedTuple):
    """How a line is set beside the paragraphs: further left or right, with more room around."""

    side: str
    above: bool
    below: bool
    sign: str  # what stands before or around it: ★, 《, 【


def find(
    lines: Sequence[Line], candidates: Sequence[int], alone: bool = True, several: bool = False
) -> set[int]:
    """Give those of the candidates that their layout shows to be the titles of texts.

    ``candidates`` are the indexes, in order, of lines that can open a text and have one below;
    ``alone`` says that nothing else shows which of them are titles, ``several`` that what stands
    above makes it likely that there are several texts.
    """
    prose = [line for line in lines if is_prose(line) and mark(line.text) is None]
    if len(prose) < 4 or len(candidates) < 2:
        return set()
    indent = _usual(line.indent for line in prose)
    room = _usual(line.blanks for line in prose)
    groups: defaultdict[_Setting, list[int]] = defaultdict(list)
    for index in candidates:
        setting = _setting(lines, index, indent, room)
        groups[setting].append(index)
        if index == 0 or (index <= _TOP and not _has_prose(lines[:index])):
            # What stands above the first title says nothing.
            groups[setting._replace(above=not setting.above)].append(index)
    for setting, members in groups.items():
        members = [i for i in members if not names_collection(lines[i].text)]
        if len(members) < 2:
            continue
        top = lines[: members[0]]
        plain = setting == _Setting("", False, False, "")
        if plain and not alone:
            continue
        if plain and not any(names_collection(line.text) for line in top):
            continue
        if len(top) > _TOP or (top and not names_collection(top[0].text) and _has_prose(top)):
            continue  # what stands above is the beginning of the text
        others = [i for i in candidates if i not in members and i > members[0]]
        weight = _weigh(lines, members, others, setting) + several * _SEVERAL
        if weight >= (_ENOUGH + 1 if plain else _ENOUGH):
            return set(members)
    return set()


def _has_prose(lines: Sequence[Line]) -> bool:
    """Say whether prose is among lines."""
    return any(map(is_prose, lines))


def _usual(values: Iterable[int]) -> int:
    """Give the most frequent value."""
    return Counter(values).most_common(1)[0][0]


def _setting(lines: Sequence[Line], index: int, indent: int, room: int) -> _Setting:
    """Tell how a line is set beside the paragraphs, which have that indent and room above."""
    line = lines[index]
    side = ""
    if line.indent >= max(FAR, indent + 4):
        side = "middle"
    elif line.indent < indent:
        side = "left"
    elif line.indent > indent:
        side = "right"
    above = line.blanks > room or index == 0
    return _Setting(side, above, lines[index + 1].blanks > room, _sign(line.text))


# Signs around a line (*** 守堤 ***), or before it as Markdown has them.
_AROUND = lazy_regex(r"(?P<sign>([*＊=＝~～+·—－-])\2{1,20})[^*＊=＝~～].*[^*＊=＝~～]\2{2,21}")
_HASHES = lazy_regex("[#＃]{1,4}(?=[^#＃])")


def _sign(text: str) -> str:
    """Give the sign before a line, or the brackets around all of it; nothing for most lines."""
    if text[0] in BULLETS + "★☆●※•":
        return text[0]
    if text[0] in "*＊=＝~～+·—－-" and _AROUND.fullmatch(text):
        return text[0]
    if text[0] in "#＃" and (hashes := _HASHES.match(text)):
        return hashes[0]
    closed = {"《": "》", "【": "】"}.get(text[0])
    return text[0] if closed and text.find(closed) == len(text) - 1 else ""


def _weigh(
    lines: Sequence[Line], members: Sequence[int], others: Sequence[int], setting: _Setting
) -> float:
    """Weigh whether lines set alike are titles of texts and not the subheads of one."""
    bounds = [*members, len(lines)]
    sections = [lines[a + 1 : b] for a, b in pairwise(bounds)]
    sizes = [sum(len(line.text) for line in section) for section in sections]
    later = members[1:]
    length = sum(len(lines[i].text) for i in later) / len(later)
    weight = 0.0
    if sum(sizes) / len(sizes) >= _TEXT and min(sizes) * 3 >= _TEXT:
        weight += 1
    if length >= _TITLE:
        weight += 1
    elif length < _TITLE - 2 and setting.sign != "《":
        weight -= 1
    if sum(_numbered(section) for section in sections) > 1:
        weight += 1.5
    if any(ends_with_genre(lines[i].text) for i in later):
        weight += 0.5
    if sum(bool(section) and is_salutation(section[0].text) for section in sections) > 1:
        weight += 1
    if others:
        # Headings that are set otherwise; one line alone may have room above it by chance.
        weight += 0.5 if len(later) > 1 else -0.5
    if others and halved([lines[i].text for i in (*later, *others)]):
        weight -= 1.5  # of the same form as these
    weight += setting.side == "middle"
    if any(names_collection(line.text) for line in lines[: members[0]]):
        weight += 1.5  # there are several texts
        if names_collection(lines[members[0] - 1].text):
            weight += 1.5  # of which it can say nothing itself
            weight += names_book(lines[members[0] - 1].text)
    elif members[0] == 1 and title_like(lines[0].text) and not setting.sign:
        weight -= 1  # whose title may be the one above them all
    if members[0] == 0 and setting.sign:
        weight += 1.5  # so does the first of all, which is no subhead
    if setting.sign == "《":
        weight += 1.5  # the name of a text, no subhead
    elif setting.sign:
        weight += 2 if setting.sign in ("#", "＃") else 0.5
    if sum(map(_ends_essay, sections)) > 1:
        weight += 0.5
    if _signed_once(sections):
        weight -= 1.5
    if _of_one_person(sections):
        weight -= 2
    if _parallel([lines[i].text for i in later]):
        weight -= 1.5
    return weight


def _parallel(titles: Sequence[str]) -> bool:
    """Say whether lines are built alike, as subheads are (面对风雪，……; 面对误解，……)."""
    if len(titles) < 2:
        return False
    halved = all("，" in title or "," in title for title in titles)
    titles = [core(title) for title in titles]
    alike = len({len(title) for title in titles}) == 1 and len(titles) > 2
    begin = len({title[:2] for title in titles}) == 1
    return alike or begin or halved


def _of_one_person(sections: Sequence[Sequence[Line]]) -> bool:
    """Say whether most sections speak of the person whose name the first one begins with."""
    text = next((line.text for line in sections[0] if is_prose(line)), "")
    name = next((text[:size] for size in (3, 2) if is_name(text[:size])), "")
    later = [any(name in line.text for line in section) for section in sections[1:]]
    return bool(name) and sum(later) * 3 >= len(later) * 2


def _signed_once(sections: Sequence[Sequence[Line]]) -> bool:
    """Say whether a person or date stands below the first title, or at the very end, only."""
    top = [bool(one) and byline.looks_like(one[0].text, True) for one in sections]
    end = [bool(one) and byline.looks_like(one[-1].text, True) for one in sections]
    return (top[0] and not any(top[1:])) or (end[-1] and not any(end[:-1]))


def _numbered(section: Sequence[Line]) -> bool:
    """Say whether headings with numbers from one on stand in a section."""
    first = next((sign for sign in (mark(line.text) for line in section) if sign), None)
    return first is not None and first.number == 1


def _ends_essay(section: Sequence[Line]) -> bool:
    """Say whether a section ends as essays do, with what is hoped or meant to be done."""
    return bool(section) and section[-1].text[-1:] in "！!"
