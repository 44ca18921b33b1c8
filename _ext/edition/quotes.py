"""Quotation marks: “ ” ‘ ’ of Simplified print, 「 」 『 』 of Traditional print.

The outermost pair becomes 「」, the pair within it 『』, and so on in turn,
whichever marks the source has at that level (GB/T 15834—2011, 4.8, and the
Ministry of Education's 《重訂標點符號手冊》, 引號). Each mark is replaced by one
mark, so a text keeps its length. Marks that do not pair are left as they stand
and reported, and so is a stretch whose marks are the wrong way round (”甲“、”乙“):
nothing is guessed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_HANS = {"“": "”", "‘": "’"}
_HANT = {"「": "」", "『": "』"}
_MARKS = frozenset("“”‘’「」『』")
_MARK = re.compile(f"[{''.join(sorted(_MARKS))}]")

#: What no quotation begins or ends with: between such marks is what parts two quotations (“、”).
_PARTING = re.compile(r"[，。、；：！？）]|.*[，、：；（]\Z|\W*\Z", re.DOTALL)


class StrayMark(NamedTuple):
    """A quotation mark without a partner."""

    #: Offset in the text, in characters.
    offset: int
    mark: str


class Pair(NamedTuple):
    """A quotation: offsets of its two marks and how deep it lies (0: outermost)."""

    opening: int
    closing: int
    depth: int


def _is_apostrophe(text: str, offset: int) -> bool:
    """Tell whether the ’ at *offset* is an apostrophe within a Latin word (I’m)."""
    return (
        0 < offset < len(text) - 1
        and text[offset - 1].isascii()
        and text[offset - 1].isalnum()
        and text[offset + 1].isascii()
        and text[offset + 1].isalnum()
    )


def pair_marks(text: str, opens: dict[str, str]) -> tuple[list[Pair], list[StrayMark]]:
    """Pair the quotation marks of *text*; *opens* maps opening to closing marks.

    A closing mark closes the innermost open quotation if it fits that one. If it
    does not, it is a stray, unless an outer quotation waits for it: then the ones
    opened since are the strays.
    """
    closes = set(opens.values())
    waiting: list[tuple[int, str]] = []
    pairs: list[Pair] = []
    strays: list[StrayMark] = []
    for found in _MARK.finditer(text):
        offset, mark = found.start(), found.group()
        if mark in opens:
            waiting.append((offset, mark))
        elif mark in closes and not (mark == "’" and _is_apostrophe(text, offset)):
            depth = len(waiting) - 1
            while depth >= 0 and opens[waiting[depth][1]] != mark:
                depth -= 1
            if depth < 0:
                strays.append(StrayMark(offset, mark))
                continue
            strays.extend(StrayMark(*item) for item in waiting[depth + 1 :])
            pairs.append(Pair(waiting[depth][0], offset, depth))
            del waiting[depth:]
    strays.extend(StrayMark(*item) for item in waiting)
    pairs, strays = _without_reversed(text, pairs, sorted(strays), closes)
    return _levelled(pairs, strays), strays


def _without_reversed(
    text: str, pairs: list[Pair], strays: list[StrayMark], closes: set[str]
) -> tuple[list[Pair], list[StrayMark]]:
    """Take the pairs for strays that lie where the marks are the wrong way round.

    That is between a closing mark without a partner and the next opening one without, if what
    one of the pairs encloses parts two quotations: ”甲“、”乙“ has the pair “、”. A quotation that
    goes on from another paragraph has such strays too, but quotations between them.
    """
    for before, after in pairwise(strays):
        if before.mark not in closes or after.mark in closes:
            continue
        within = [pair for pair in pairs if before.offset < pair.opening < after.offset]
        if any(_PARTING.match(text[pair.opening + 1 : pair.closing]) for pair in within):
            pairs = [pair for pair in pairs if pair not in within]
            offsets = [offset for pair in within for offset in pair[:2]]
            strays = strays + [StrayMark(offset, text[offset]) for offset in offsets]
    return pairs, sorted(strays)


def _levelled(pairs: list[Pair], strays: list[StrayMark]) -> list[Pair]:
    """Count the depth of *pairs* anew where strays were open around them."""
    if not strays:
        return pairs
    pairs = sorted(pairs)
    levelled: list[Pair] = []
    enclosing: list[int] = []
    for opening, closing, _ in pairs:
        while enclosing and enclosing[-1] < opening:
            enclosing.pop()
        levelled.append(Pair(opening, closing, len(enclosing)))
        enclosing.append(closing)
    return levelled


def _rewritten(text: str, opens: dict[str, str], levels: list[tuple[str, str]]) -> str:
    pairs, _ = pair_marks(text, opens)
    if not pairs:
        return text
    characters = list(text)
    for opening, closing, depth in pairs:
        characters[opening], characters[closing] = levels[depth % 2]
    return "".join(characters)


def to_corner(text: str) -> str:
    """Return *text* with its paired “”‘’ as 「」『』, 「」 outermost."""
    if _MARKS.isdisjoint(text):
        return text
    return _rewritten(text, _HANS, [("「", "」"), ("『", "』")])


def to_curly(text: str) -> str:
    """Return *text* with its paired 「」『』 as “”‘’, “” outermost."""
    if _MARKS.isdisjoint(text):
        return text
    return _rewritten(text, _HANT, [("“", "”"), ("‘", "’")])


def strays(text: str, *, script: str = "Hans") -> list[StrayMark]:
    """Return the marks of *text* (in *script*) that have no partner, in order."""
    if _MARKS.isdisjoint(text):
        return []
    return pair_marks(text, _HANS if script == "Hans" else _HANT)[1]
