"""What the book's doctrees say about slogans, as plain records.

A record is taken after an edition has converted its document, so every text in it is in the
edition's script. ``key`` alone stays as the source has it: it is what ``{term}`` names.
"""

from __future__ import annotations

from typing import NamedTuple

#: Chapters live below this folder. What is said elsewhere (glossary, notes) is about the text,
#: not in it, and is not counted.
CHAPTERS = "essays/"

#: Characters of context on either side of a use (issue: a line of 15, term, 15).
CONTEXT = 15
#: Marks that begin no line, and marks that end none (clreq 3.1.4): a stretch that is cut out of a
#: sentence does not begin or end with them either.
CLOSING = "，、。；：？！”’）》〉」』】〕"
OPENING = "“‘（《〈「『【〔"


class Member(NamedTuple):
    """One member of a numeral formula."""

    name: str
    origin: str  #: where it comes from, as printed in brackets; may be empty


class Variant(NamedTuple):
    """Another form of a slogan."""

    form: str
    kind: str  #: as printed in brackets (简称、误写); empty for one that is simply another
    note: str = ""  #: what the editor says of it: where it is written so, or how it went wrong

    def is_slip(self) -> bool:
        """Tell whether it is a misprint, in any edition's script."""
        return self.kind.startswith(("误写", "誤寫"))


class Entry(NamedTuple):
    """One glossary entry."""

    key: str  #: the term as the source has it; the target of ``{term}``
    label: str  #: address: ``slogan-san-hui-yi-ke``
    docname: str
    term: str
    pinyin: str
    english: str
    literal: str  #: word for word, where that differs from the usual English
    meta: str  #: kind and level, as printed
    kind: str
    level: str  #: how widely it is used; 待考 where that is not known
    explanation: str
    members: tuple[Member, ...]
    members_note: str  #: why some or all of them are not listed
    origin: str
    sources: str
    variants: tuple[Variant, ...]
    related: tuple[str, ...]  #: keys of other entries


class Mention(NamedTuple):
    """One use of a slogan in a chapter."""

    key: str
    docname: str
    work: str  #: address of the work, ``e02b``; empty where a text stands outside all works
    block: str  #: address of the paragraph or heading
    before: str
    surface: str
    after: str
