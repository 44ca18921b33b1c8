"""Finds texts over whose titles a sentence says who wrote each.

    周敏：水文站职工，守堤队队长，爱读书。
    守堤的一夜
    水退以后，……

One such line may tell of somebody else; two or more, each right over a title, introduce authors.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures import byline
from ..signatures.particulars import introduced
from ..text.signs import ends, is_salutation, mark, squeeze
from ..tops.titles import DASHED, title_like
from .successions import is_prose

#: A line that introduces somebody has at most so many characters, a title so many.
_LINE, _TITLE = 100, 40
#: Below the first title stand so many characters of text on the average, or more.
_TEXT = 60


def find(lines: Sequence[Line]) -> list[int]:
    """Give the lines that say who wrote the text whose title is below them, or none."""
    found = [index for index in range(len(lines) - 2) if _introduces(lines, index)]
    who = {introduced(lines[index].text) for index in found}
    if not 1 < len(who) == len(found) or any(b - a < 3 for a, b in pairwise(found)):
        return []
    size = sum(len(line.text) for line in lines[found[0] :] if is_prose(line))
    return found if size >= _TEXT * len(found) else []


def _introduces(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line tells who somebody is, a title being below it and text below that."""
    line, title, text = lines[index : index + 3]
    if line.said or len(line.text) > _LINE or not introduced(line.text):
        return False
    if index and not (ends(lines[index - 1].text) or title_like(lines[index - 1].text)):
        return False
    return _is_title(title) and (is_prose(text) or is_salutation(text.text))


def _is_title(line: Line) -> bool:
    """Say whether a line can be the title of a text, and no heading of one on that person."""
    text = line.text
    if line.said or len(line.text) > _TITLE or not title_like(text) or mark(text):
        return False
    return not DASHED.match(text) and not byline.looks_like(squeeze(text), True)
