"""A choice of the conversion: which form a character took, and why."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """Why a character has the form it has."""

    #: The character in the source and in the edition.
    character: str
    form: str
    #: The word or phrase that settled it; the character itself if it stood alone.
    word: str
    #: ``editor``, ``place``, ``house``, ``name``, ``register``, ``dictionary``, ``context``,
    #: ``surroundings`` or ``default``.
    reason: str
    #: What the context rule says, the telling cues around it, or the editor's note; else empty.
    note: str
    #: All forms that the character can have, the usual one first.
    candidates: tuple[str, ...]


class Decision(NamedTuple):
    """A choice, and where it was made."""

    #: Offset in the text, in characters.
    offset: int
    choice: Choice


#: The choices of one run of text, in order.
Choices = tuple[Choice, ...]
