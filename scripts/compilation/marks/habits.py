"""The habits of a compilation: what holds for all its chapters and only the whole can show.

A chapter is parsed alone, so what the others look like is found out once (:func:`learn`) and
handed to each: whether its titles are persons, and where its persons stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..body.lines import Line
from ..signatures import byline
from ..signatures.bodies import DOING, may_be_body
from ..signatures.names import is_name, is_office, is_unit, may_be_name
from ..signatures.persons import author_in, person_as_title
from ..signatures.signers import paired
from ..text.lazy import lazy_regex
from ..text.prizes import is_over_title
from ..text.signs import BLANK, core, is_note, squeeze
from ..tops.titles import DASHED, title_like
from .header import SURE, Header

#: A name on a line of its own is at most this long (characters).
_NAME = 8
#: The line of a person has at most so many.
_SIGNED = 30
#: What stands below the line of a body is longer than that (characters).
_PROSE = 20


@dataclass(frozen=True, slots=True)
class Habits:
    """What the chapters of a compilation have in common.

    ``persons``: titles are persons.  ``titled``: most headers have a title of another kind, so
    that a person alone under a header without one has signed.  ``top``: most chapters have a
    name on the line under the title, ``bodies``: a body,
    ``pairs``: a body or office and a name.  ``signed``: most headers have the
    person's name in the line of the title, in ``front`` of it (with a colon) or at its ``back``.
    ``own``: all headers say the same (体会（篇一）), and most chapters have a title below.
    ``over``: under bare marks persons stand over the titles, ``alone``: over untitled texts; but
    under 第一篇 persons with their offices are the titles of what they said.
    ``units``: all titles are bodies,
    each over its own words.
    """

    persons: bool = False
    titled: bool = False
    top: bool = False
    bodies: bool = False
    pairs: bool = False
    signed: str = ""
    own: bool = False
    over: bool = False
    alone: bool = False
    units: bool = False


NONE = Habits()


def learn(lines: Sequence[Line], outer: Sequence[Header]) -> Habits:
    """Look at the first lines of all chapters."""
    if len(outer) < 2:
        return NONE
    said: set[str] = set()
    titled = 0
    titles = persons = surely = offices = units = 0
    below = top = bodies = pairs = front = back = over = alone = 0
    for header, following in zip(outer, [*outer[1:], None], strict=True):
        until = following.line if following else len(lines)
        title = lines[header.line].text[header.title[0] : header.title[1]].strip(" \u3000:：")
        first = header.line + 1
        if not title and first < until:
            first += first + 1 < until and is_over_title(lines[first].text)
            title = lines[first].text
            first += 1
            if byline.names_person(title) and first + 1 < until:
                over += _titles(lines[first].text, lines[first + 1 : first + 2])
            if first < until and _signs(title):
                alone += is_note(lines[first].text) or not title_like(lines[first].text)
                offices += header.form in SURE and _holds_office(title)
        elif title:
            titles += 1
        front += signature_in(title, "front") is not None
        person = len(title) <= 20 and person_as_title(title) is not None
        persons += person
        surely += person and author_in(title) is not None
        units += is_unit(title) and DOING.match(title) is None
        # Where the person is all there is of a title, nothing of it can be taken off.
        back += not person and signature_in(title, "back") is not None
        if first + 1 < until:
            below += 1
            plain = squeeze(lines[first].text)
            top += len(plain) <= _NAME and may_be_name(plain)
            under = first + (bool(DASHED.match(lines[first].text)) and first + 2 < until)
            pairs += paired(lines[under].text) and len(lines[under + 1].text) > _PROSE
            bodies += may_be_body(lines[under].text) and len(lines[under + 1].text) > _PROSE
        said.add(core(title))
        if len(said) == 1 and first + 1 < until:
            titled += _titles(lines[first].text, lines[first + 1 : first + 3])
    half = len(outer) / 2
    return Habits(
        persons=persons > half and surely > 0,
        titled=titles > half and persons * 3 <= len(outer),
        top=below >= 3 and top * 10 >= below * 6,
        pairs=pairs > 1 and pairs * 10 >= below * 6,
        bodies=bodies > 1 and bodies * 10 >= below * 6,
        own=len(said) == 1 and len(outer) > 2 and titled * 3 >= len(outer) * 2,
        over=over == len(outer),
        alone=not titles and alone * 3 >= len(outer) * 2 and offices * 2 < alone,
        units=units == len(outer),
        signed="front" if front * 3 >= len(outer) * 2 else "back" if back > half else "",
    )


def _signs(text: str) -> bool:
    """Say whether a line is a person and nothing else (佘 敏, 县医院医师周敏：)."""
    return len(text) <= _SIGNED and person_as_title(text) is not None


def _holds_office(text: str) -> bool:
    """Say whether a line is a person with the office held (党总支书记　邓 丽)."""
    person = person_as_title(text)
    return person is not None and is_office(person.affiliation)


def _titles(text: str, below: Sequence[Line]) -> bool:
    """Say whether a line can be a title of its own, with prose below it.

    A name, a body, or a subtitle (——《守堤》观后感) is none.
    """
    if not title_like(text) or len(text) > 40 or byline.looks_like(text, True):
        return False
    if DASHED.match(text):
        return False
    return any(len(line.text) > _PROSE for line in below)


# 刘 海 洋：做新时代的追梦人; 竹编传承人　刘海洋：先把徒弟留下来
_FRONT = lazy_regex(
    rf"(?:(?P<of>[^，。；：！？:“”《》{BLANK}]{{2,20}})[{BLANK}]+)?(?P<name>[\u4e00-\u9fff](?:[{BLANK}]{{0,2}}[\u4e00-\u9fff]){{1,3}})[{BLANK}]{{0,2}}[：:][{BLANK}]{{0,2}}(?=.{{2,40}}$)"
)
#: What names a kind of person ends with, beside offices (竹编传承人, 种粮大户).
_PERSONS = "人户戶家民匠"
# 柜台内外　供电所　何秀; 柜台内外（何秀）; 《柜台内外》何小秀, where two characters may be 解读
_BACK = lazy_regex(
    rf"(?:(?<=.{{2}})(?=[（(])|(?<=.{{3}}))(?P<open>[（(]|[{BLANK}]+|(?<=》)(?=[\u4e00-\u9fff]{{3}}$))(?P<by>(?:[^（()）{BLANK}]{{2,16}}[{BLANK}]+)?"
    rf"[\u4e00-\u9fff](?:[{BLANK}]?[\u4e00-\u9fff]){{1,2}})[）)]?$"
)


def signature_in(title: str, place: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Give the spans of signature and title in the line of a header, or None."""
    if place == "front":
        found = _FRONT.match(title)
        if not found or not is_name(squeeze(found["name"])):
            return None
        of = found["of"]
        if of and not (is_unit(of) or is_office(of) or of[-1] in _PERSONS):
            return None
        return (found.start(), found.end("name")), (found.end(), len(title))
    at = byline.labelled(title) if title[-1:] in ("）", ")") else None
    if at and title[at - 1] in "（(" and byline.read([title[at:-1]]).authors:
        return (at, len(title) - 1), (0, at - 1)  # 柜台内外（作者：何秀　供电所职工）
    found = _BACK.search(title)
    while found:
        by = found["by"]
        tokens = by.split()
        name = squeeze(by) if all(len(token) == 1 for token in tokens) else ""
        name = name or (tokens[-1] if len(tokens[-1]) > 1 else "".join(tokens[1:]))
        body = tokens[0] if name != squeeze(by) and len(tokens) > 1 else ""
        if is_name(name) and (not body or is_unit(body) or is_office(body) or may_be_body(body)):
            return found.span("by"), (0, found.start())
        found = _BACK.search(title, found.start() + 1)
    return None
