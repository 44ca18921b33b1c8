"""Finds a subtitle in two lines alike, as speeches have them between title and date."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.bodies import may_be_body
from ..signatures.names import is_office
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, ends_with_genre, is_salutation
from .drafts import Draft
from .titles import title_like

#: Each half has so many characters.
_HALF = range(5, 17)
_WORDS = lazy_regex(rf"[\u3400-\u9fff，、“”]+(?:[{BLANK}][\u3400-\u9fff，、“”]+)*")


def below(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether two lines under a title that names its kind are its subtitle.

    They are as long as each other; a date, a person, a salutation or the text is below them.
    """
    if draft.subtitle or draft.byline or draft.body or index + 2 >= len(lines):
        return False
    first, second, under = (line.text for line in lines[index : index + 3])
    if len(first) != len(second) or len(first) not in _HALF or first == second:
        return False
    if not ends_with_genre(draft.name) or not all(map(_is_half, (first, second))):
        return False
    spoken = byline.looks_like(under, True) or is_salutation(under)
    return spoken or is_prose(lines[index + 2])


def _is_half(text: str) -> bool:
    """Say whether a line is of words alone, blanks for commas too, and nobody's name or office."""
    if not _WORDS.fullmatch(text) or not title_like(text) or ends_with_genre(text):
        return False
    return not (byline.looks_like(text, True) or may_be_body(text) or is_office(text))
