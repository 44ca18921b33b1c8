"""The entities of HTML that a copy of a page has kept (``&nbsp;``, ``&ldquo;``)."""

from __future__ import annotations

from html import unescape

from .lazy import lazy_regex
from .signs import BLANK_CHARACTERS
from .tracking import Change

#: A regular expression for the entity of a blank.
BLANK_ENTITY = "&(?:nbsp|(?:en|em|thin)sp|#160|#12288);"
# Blanks and marks of prose: ``&lt;`` may be what an author writes of.
_ENTITY = lazy_regex(f"{BLANK_ENTITY}|&nbsp|&(?:[lr][sd]quo|[mn]dash|hellip|middot|bull|times);")


def resolved(text: str) -> list[Change]:
    """Give the changes that put in place of each entity what it stands for, a blank for blanks."""
    return [
        Change(found.start(), found.end(), _meant(found[0]), "noise-markup")
        for found in _ENTITY.finditer(text)
    ]


def _meant(entity: str) -> str:
    """Give the character of an entity; none for control characters, a plain blank for blanks."""
    sign = unescape(entity)
    if sign in BLANK_CHARACTERS:
        return " "
    return sign if sign.isprintable() else ""
