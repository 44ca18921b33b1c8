"""Finds untitled texts of several persons, each with who wrote it and when over it.

    周敏，2021年8月3日
    今天是守堤的第四天……

Signatures stand below their texts in the same form; but below the last of them no text follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures import byline, datelines
from ..signatures.persons import person_as_title
from ..text.signs import ends, is_closing, is_salutation, mark
from . import speakers
from .successions import is_prose

#: A line that says who and when has at most so many characters; a text has so many or more.
_HEAD, _TEXT = 40, 60


def find(lines: Sequence[Line]) -> list[int]:
    """Give the lines that say who wrote the texts below them and when, or none."""
    found = [index for index in range(len(lines) - 1) if _heads(lines, index)]
    said = [byline.read([lines[index].text]) for index in found]
    if len({*said}) < max(len(found), 2) or found[0] > speakers.ANNOUNCED:
        return []
    texts = [lines[a + 1 : b] for a, b in pairwise([*found, len(lines)])]
    if not all(_is_text(text) for text in texts):
        return []
    above = lines[: found[0]]
    told = speakers.announced([line.text for line in above])
    size = sum(len(line.text) for line in above if is_prose(line))
    smallest = min(sum(map(len, (line.text for line in text))) for text in texts)
    return found if told or size * 2 < smallest else []


def _heads(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line of a person and a day stands where a text can end and one begins."""
    line = lines[index]
    if len(line.text) > _HEAD or line.said or mark(line.text):
        return False
    below = lines[index + 1]
    if not (is_prose(below) or is_salutation(below.text)):
        return False
    if index > speakers.ABOVE and not ends(lines[index - 1].text):
        return False
    return signs_day(line.text)


def signs_day(text: str) -> bool:
    """Say whether a line is a person and a day, with the year or without (周敏　8月4日　晴)."""
    plain = datelines.without_day(text.strip("（()）"))
    if plain != text.strip("（()）"):
        return person_as_title(plain) is not None
    who = byline.read([text]) if byline.looks_like(text) else None
    return who is not None and bool(who.authors and who.date)


def _is_text(lines: Sequence[Line]) -> bool:
    """Say whether lines are a text of some length that nobody signs below."""
    last = lines[-1]
    if sum(len(line.text) for line in lines) < _TEXT:
        return False
    return is_prose(last) or is_closing(last.text) or not byline.looks_like(last.text, True)
