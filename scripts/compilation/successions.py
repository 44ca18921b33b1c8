"""Finds texts that follow each other with no mark at all: each has its title and its person.

A line alone proves nothing; two or more of the same shape in one chapter do: a title, a
person's line below it and then prose, or a title that ends with its person in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import byline
from .lines import Line
from .signs import ends, is_salutation
from .titles import title_like

_BRACKETED = re.compile(
    r"(?P<title>[^（()）。；！？]{3,40})[（(](?P<by>[^（()）。；！？]{4,24})[）)]$"
)
#: Prose has at least this many characters.
_PROSE = 14


def find(lines: Sequence[Line]) -> list[int]:
    """Give the indexes of the lines that open texts, or none."""
    texts = [line.tracked.text for line in lines]
    sizes = list(map(len, texts))
    below = [
        i
        for i, (title, person) in enumerate(zip(sizes, sizes[1:], strict=False))
        if title <= 40 and person <= 30 and _person_below(lines, i)
    ]
    inside = [
        i
        for i, text in enumerate(texts[:-1])
        if text[-1] in "）)" and sizes[i] <= 60 and _person_inside(lines, i)
    ]
    best = max(below, inside, key=len)
    return best if len(best) >= 2 else []


def signed(text: str) -> int | None:
    """Give where the person begins in a title that ends with one in brackets, or None."""
    found = _BRACKETED.fullmatch(text)
    return found.end("title") if found and byline.names_person(found["by"]) else None


def _person_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands here, a person's line or two below it, and then prose."""
    title = lines[index].text
    if (
        lines[index].said
        or not title_like(title)
        or not (index == 0 or _over(lines, index))
        or byline.looks_like(title, True)
    ):
        return False
    return any(_person_and_prose(lines[index + 1 : index + 2 + size]) for size in (1, 2))


def _person_and_prose(lines: Sequence[Line]) -> bool:
    """Say whether all lines but the last are of one person, and the last one is prose."""
    *signed, last = [line.text for line in lines]
    if not signed or len(last) < _PROSE or byline.looks_like(last, True):
        return False
    if len(signed) == 1:
        if byline.names_person(signed[0]) and title_like(signed[0]):
            return True
        return byline.looks_like(signed[0]) and len(byline.read(signed).authors) == 1
    if not all(len(text) <= 30 and byline.looks_like(text, True) for text in signed):
        return False
    found = byline.read(signed)
    return len(found.authors) == 1 and bool(found.affiliation) and not found.date


def _person_inside(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a title with its person, with a salutation or prose below."""
    text, following = lines[index].text, lines[index + 1].text
    if lines[index].said:
        return False
    return signed(text) is not None and (len(following) >= _PROSE or is_salutation(following))


def _over(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line before ends a text: a sentence, a row of signs, a title of all."""
    before = lines[index - 1].text
    if byline.looks_like(before, True):
        return True
    return index == 1 or ends(before) or not re.search(r"[\u4e00-\u9fff]", before)
