"""Finds titles by what several of them share and no heading has.

Each function is given the lines that can open a text, and gives those of one kind: set apart by
the same room, of the same ending, signed in the same place, with a body or a subtitle below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from ..body.lines import Line
from ..marks import habits
from ..signatures import byline
from ..signatures.bodies import is_body, may_be_body
from ..signatures.persons import named_in
from ..signatures.signers import PARTS
from ..text.lazy import lazy_regex
from ..text.signs import core, ends_sentence, ends_with_genre, is_salutation
from ..text.variants import either
from ..tops.titles import DASHED, behind_sign, names_collection
from . import surroundings
from .likeness import alike, halved

#: Titles of one kind share at least so many characters at their end (…同志的讲话摘要).
_SHARED = 5
#: So many empty lines, twice as many as elsewhere, part texts and no sections.
_GAP = 3


def set_apart(lines: Sequence[Line], can: Set[int]) -> set[int]:
    """Give the titles that alone in the source have so much room above.

    ``can`` are the lines with text right below, or a person and then text.

    Headings may stand so too; but not where others have less, nor where one of them is
    followed by a salutation or is named below as what is spoken of.  Where those with less
    are built as those with more are, all are headings.
    """
    room = {index: line.blanks for index, line in enumerate(lines) if line.blanks and index}
    for least in sorted(set(room.values()), reverse=True):
        apart = {index for index, blanks in room.items() if blanks >= least}
        if not apart <= can:
            break
        if len(apart) < 2:
            continue
        headings = [i for i in can if i not in apart and i]
        if len(headings) >= 2 and _built_alike(lines, sorted({*apart, *headings})):
            break
        less = max((room[i] for i in room if i not in apart), default=0)
        if least >= (_GAP if less else _GAP - 1) and least >= 2 * less:
            return apart
        spoken = any(is_salutation(lines[i + 1].text) or named_below(lines, i) for i in apart)
        if len(headings) >= 2 or spoken:
            return apart
    return set()


def _built_alike(lines: Sequence[Line], indexes: Sequence[int]) -> bool:
    """Say whether lines are built as headings of one text are.

    They end with the same words (备汛第一课, 守堤第一课), but no kind of text; or all below the
    first, which may be the title of them all, are in two halves with a colon.
    """
    ends = {core(lines[index].text)[-_ALIKE:] for index in indexes}
    same = len(ends) == 1 and not ends_with_genre(lines[indexes[0]].text)
    return same or halved([lines[index].text for index in indexes[1:]])


#: So many characters at the end of headings of one kind are the same.
_ALIKE = 3


def named_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text names its title soon (我发言的题目是《……》)."""
    title = core(lines[index].text)
    return any(
        core(name) == title
        for line in lines[index + 1 : index + 4]
        for name in _BOOK.findall(line.text[:80])
    )


_BOOK = lazy_regex("《([^《》]{2,40})》")


#: A title that names its kind alone has so many characters; 感想 and 体会 are headings.
_OWN = 3


def kin(lines: Sequence[Line], candidates: Sequence[int]) -> set[int]:
    """Give the titles that name their kind and stand elsewhere too, or others of their ending."""
    named = {i: core(lines[i].text) for i in candidates if ends_with_genre(lines[i].text)}
    named = {i: name for i, name in named.items() if len(name) >= _OWN}
    whole = Counter(named.values())
    ends = Counter(name[-_SHARED:] for name in named.values())
    return {
        i
        for i, name in named.items()
        if (whole[name] > 1 or ends[name[-_SHARED:]] > 1) and surroundings.text_below(lines, i)
    }


def signed_inside(lines: Sequence[Line], plain: Sequence[int]) -> set[int]:
    """Give the titles with a name in front of them, or behind them in brackets.

    One alone may be a remark (守堤（夜）); names in front of speeches are many, but no title
    stands behind them (周敏：我先说).
    """
    result: set[int] = set()
    texts = {i: lines[i].text[slice(*behind_sign(lines[i].text))] for i in plain}
    texts = {i: text for i, text in texts.items() if text}  # a sign may be all of a line
    for place, least in (("back", 2), ("front", 3)):
        found = {i for i, text in texts.items() if signed_at(text, place)}
        if found and place == "front":
            found |= {i for i, text in texts.items() if _of_body_in_front(text)}
        told = len(found) > 1 and any(names_collection(one.text) for one in lines[: min(found)])
        if len(found) >= least - told:
            result |= found
    return result


def _of_body_in_front(text: str) -> bool:
    """Say whether a title with a comma has a body and a name in front of it.

    Only beside others without one: a speech may begin so too.
    """
    signed = habits.signature_in(text, "front")
    return signed is not None and len(PARTS.split(text[slice(*signed[0])])) > 1


def signed_at(text: str, place: str) -> bool:
    """Say whether a title has a name in front of it, or at its back in brackets or behind 》."""
    if place == "back" and text[-1] not in "）)":
        return "》" in text and habits.signature_in(text, place) is not None
    if place == "front" and not _COLON.search(text):
        return False
    return habits.signature_in(text, place) is not None


_COLON = lazy_regex("[：:](?=[^，。！？；]{3,}$)")


def of_persons(lines: Sequence[Line], plain: Sequence[int]) -> set[int]:
    """Give the titles that say whose they are (周敏的感悟), where two persons or more have one."""
    found = {i: person for i in plain if (person := named_in(lines[i].text))}
    if len({person.authors for person in found.values()}) < 2:
        return set()
    several = all(person.affiliation for person in found.values())
    return {i for i in plain if i in found or (several and named_in(lines[i].text, True))}


def with_bodies(lines: Sequence[Line], candidates: Sequence[int], others: bool) -> set[int]:
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


def subtitled(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line below a title begins with a dash, as no line below a heading does."""
    if not DASHED.match(lines[index + 1].text):
        return False
    return surroundings.begins(lines, surroundings.below_title(lines, index))


def said_again(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line below says a title again, with a slip in one of the two or not."""
    one, other = core(lines[index].text), core(lines[index + 1].text)
    return one == other or alike(one, other)


def of_one_character(lines: Sequence[Line], persons: Set[int]) -> list[int]:
    """Give the titles of one character (莲) over a person; ``persons`` are others that stand so."""
    if len(persons) < 2:
        return []
    return [
        i
        for i, line in enumerate(lines[:-2])
        if len(line.text) == 1
        and _ONE_CHARACTER.fullmatch(line.text)
        and not line.said
        and (i == 0 or _ends_text(lines[i - 1].text))
        and surroundings.name_below(lines, i + 1)
    ]


# No numeral; nor what counts or parts as they do.
_ONE_CHARACTER = lazy_regex("[\u4e00-\u9fff](?<![一二三四五六七八九十百上中下甲乙丙丁])")


def _ends_text(text: str) -> bool:
    """Say whether a text can end with a line, or the title of all stand there."""
    return ends_sentence(text) or names_collection(text) or byline.looks_like(text, True)


#: A signature takes so many lines at most: who, of which bodies, how to reach whom, when.
_SIGNATURE = 6


def each_signed(lines: Sequence[Line], index: int) -> bool:
    """Say whether a person signs above a title by a label, and another at the end by the same.

    本文作者：周敏, and below the second text 本文作者：李大山.
    """
    one, other = (_signed_above(lines, end) for end in (index, len(lines)))
    return None not in (one, other) and one != other


def _signed_above(lines: Sequence[Line], end: int) -> str | None:
    """Give what a label says of who wrote the text that ends above a line."""
    last = lines[max(end - _SIGNATURE, 0) : end]
    found = (_WRITTEN_BY.match(line.text) for line in reversed(last))
    return next((one["who"] for one in found if one), None)


_WRITTEN_BY = lazy_regex(either("(?:本文)?(?:作者|撰稿人?|投稿人)[：:](?P<who>.{2,20}$)"))


def signed_by_another(
    lines: Sequence[Line], opened: Sequence[int], plain: Sequence[int]
) -> list[int]:
    """Give the titles of texts with a person at their end, where the one above has another on top.

    ``plain`` are the lines with text right below; one only can begin the second text.
    """
    found: list[int] = []
    for start, end in pairwise([*opened, len(lines)]):
        inside = [i for i in plain if start + 2 < i < end - 1]
        if len(inside) != 1:
            continue
        top, last = lines[start + 1].text, lines[end - 1].text
        if byline.names_person(top) and byline.names_person(last):
            same = {*byline.read([top]).authors} & {*byline.read([last]).authors}
            found += [] if same else inside
    return found
