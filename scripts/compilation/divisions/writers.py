"""Finds texts headed by nothing but who wrote them: a bare name, or a unit of an organisation.

A name alone proves little: it may be a caption, a heading, a signature. Those found here are
several, all different, each over a text, with hardly another heading among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures.bodies import DOING, may_be_body
from ..signatures.names import is_name, is_office, is_surely_name, is_unit
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, ends, is_closing, mark, squeeze
from ..text.variants import either
from ..tops.titles import title_like
from . import speakers, surroundings
from .successions import is_prose

#: So many names or units make a collection.
_SEVERAL = 3
#: A name with blanks in it has at most so many characters, a heading so many.
_NAME, _HEADING = 8, 20
#: What one wrote has so many characters on the average.
_TEXT = 60
#: What somebody is has at most so many characters.
_OFFICE = 6
#: The name of a body in full has at most so many, with a title behind it so many.
_BODY, _DASHED = 30, 50
# Parts of an organisation that stand beside others of their kind: 巡堤三组, 第二党支部.
_UNIT = lazy_regex(
    either(
        "[^，。；：！？、（()）“”《》\\s]{1,16}(?P<kind>[组班队科室所站部处村系]|支部|车间|社区|学院)"
    )
)


def persons(lines: Sequence[Line]) -> list[int]:
    """Give the bare names that are the titles of the texts below them, or none."""
    found = [
        index
        for index in range(len(lines) - 1)
        if len(lines[index].text) <= _NAME
        and is_name(squeeze(lines[index].text))
        and _between_texts(lines, index)
    ]
    names = {squeeze(lines[index].text) for index in found}
    if not len(names) == len(found) >= _SEVERAL or is_name(squeeze(lines[-1].text)):
        return []
    if sum(map(is_surely_name, names)) * 2 < len(found) or _others(lines, found) * 2 > len(found):
        return []
    if sum(len(line.text) for line in lines[found[0] :]) < _TEXT * len(found):
        return []
    above = lines[: found[0]]
    if not above or (
        len(above) <= speakers.ANNOUNCED and speakers.announced([x.text for x in above])
    ):
        return found
    told = sum(
        squeeze(lines[index + 1].text).startswith(squeeze(lines[index].text)) for index in found
    )
    short = len(above) <= speakers.ABOVE and not surroundings.has_prose(above)
    return found if short and told * 3 >= len(found) * 2 else []


def units(lines: Sequence[Line]) -> list[int]:
    """Give the units of one form that are the titles of the texts below them, or none.

    They say so by signing below (巡堤三组, and 巡堤三组组长 at the end); in a report on several
    units they are headings.
    """
    kinds: dict[str, list[int]] = {}
    for index, line in enumerate(lines[:-1]):
        unit = _UNIT.fullmatch(line.text) if len(line.text) <= _HEADING else None
        if unit and _between_texts(lines, index):
            kinds.setdefault(unit["kind"], []).append(index)
    found = max(kinds.values(), key=len, default=[])
    if not len({lines[index].text for index in found}) == len(found) >= _SEVERAL:
        return []
    last = [lines[end - 1] for end in [*found[1:], len(lines)]]
    signed = sum(
        signs_for(line.text, lines[index].text) for index, line in zip(found, last, strict=True)
    )
    return found if signed * 3 >= len(found) * 2 else []


def bodies(lines: Sequence[Line]) -> list[int]:
    """Give the bodies that are the titles of their own words, or none.

    What stands above says that several speak, or an editor does; nothing else heads anything.
    """
    found = [
        index
        for index in range(len(lines) - 1)
        if 4 <= len(lines[index].text) <= _BODY
        and is_unit(lines[index].text)
        and not DOING.match(lines[index].text)
        and is_prose(lines[index + 1])
        and _between_texts(lines, index)
    ]
    if not len({lines[index].text for index in found}) == len(found) > _SEVERAL:
        return []
    above = [line.text for line in lines[: found[0]]]
    if not speakers.announced(above) and not any(map(surroundings.by_editors, above)):
        return []
    prose = sum(map(is_prose, lines[found[0] :]))
    return found if prose + len(found) == len(lines) - found[0] else []


# A title behind the body of who wrote the text: 医学院——被子里的学问.  Behind a colon headings
# stand too (办公室：……), and items of bulletins.
_BODY_AND_TITLE = lazy_regex(
    rf"(?P<of>[^，。；：！？“”《》—－―|｜丨{BLANK}-]{{2,20}})[{BLANK}]*(?P<sign>—{{1,2}}|-{{1,2}}|－{{2}}|―{{1,2}}|[|｜丨])[{BLANK}]*(?P<title>[^。；—|｜丨]{{2,40}})"
)


def title_behind_body(text: str) -> tuple[int, int] | None:
    """Give where a body ends that stands before a title behind a dash or bar, and the title begins.

    None for any other line.
    """
    found = _BODY_AND_TITLE.fullmatch(text) if len(text) <= _DASHED else None
    if found is None or DOING.match(found["of"]):
        return None
    if not (is_unit(found["of"]) or may_be_body(found["of"])):
        return None
    return found.end("of"), found.start("title")


def behind_bodies(lines: Sequence[Line]) -> list[int]:
    """Give the titles behind the bodies of who wrote the texts, of one form throughout, or none.

    What stands above says that several wrote: in a report such lines are headings.
    """
    found = [
        index
        for index in range(len(lines) - 1)
        if len(lines[index].text) <= _DASHED
        and title_behind_body(lines[index].text)
        and _between_texts(lines, index)
    ]
    parts = [_BODY_AND_TITLE.fullmatch(lines[index].text) for index in found]
    bodies_of = {part["of"] for part in parts if part}
    signs = {part["sign"] for part in parts if part}
    if len(found) < 2 or len(bodies_of) * 2 <= len(found) or len(signs) > 1:
        return []
    above = [line.text for line in lines[: found[0]]]
    if not above or not speakers.announced(above):
        return []
    size = sum(len(line.text) for line in lines[found[0] :])
    return found if size >= _TEXT * len(found) else []


def signs_for(text: str, unit: str) -> bool:
    """Say whether a line is such a unit, or what somebody is in it (巡堤三组组长)."""
    if not text.startswith(unit) or not _UNIT.fullmatch(unit):
        return False
    return text == unit or (len(text) <= len(unit) + _OFFICE and is_office(text))


def _between_texts(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text can end above a line, and one begins below it."""
    if lines[index].said or not surroundings.begins(lines, index + 1):
        return False
    if not index or index <= speakers.ABOVE:
        return True
    above = lines[index - 1]
    return ends(above.text) or is_prose(above) or is_closing(above.text) or _signs(lines, index)


def _signs(lines: Sequence[Line], index: int) -> bool:
    """Say whether a short line above another one stands below the end of a text."""
    short = title_like(lines[index - 1].text) and mark(lines[index - 1].text) is None
    return short and index > 1 and (ends(lines[index - 2].text) or is_prose(lines[index - 2]))


def _others(lines: Sequence[Line], found: Sequence[int]) -> int:
    """Count the other lines that may be headings as those found are: short, over a text."""
    known = {*found}
    return sum(
        index not in known
        and len(one.text) <= _HEADING
        and title_like(one.text)
        and is_prose(below)
        for index, (one, below) in enumerate(pairwise(lines[found[0] :]), found[0])
    )
