"""Finds where a title ends to which the salutation of its text sticks in the same line."""

from __future__ import annotations

from ..text.kinds import ANY_GENRE
from ..text.lazy import lazy_regex
from ..text.salutations import BEGINS, MANY
from ..text.signs import BLANK
from ..text.variants import either

# A text begins so, or with whoever is addressed up to a colon: 各位家长朋友们：.
_BEGUN = rf"(?:{BEGINS}|{either(f'(?:{MANY})[^。，；！？：:]{{2,16}}[：:]')})"
_BEGINS_SOON = lazy_regex(_BEGUN)
_POURED = lazy_regex(
    rf"(?:[^。；！？]{{2,44}}?(?:{ANY_GENRE})(?=[{BLANK}]*{_BEGUN})"
    # Its subtitle sets a title off that names no kind: 守堤——一个夜班 各位领导：…
    rf"|[^，。；：！？{BLANK}—]{{2,24}}—{{1,2}}[^，。；：！？{BLANK}—]{{2,24}}(?=[{BLANK}]+{_BEGUN}))"
)


def poured(text: str) -> int:
    """Give where a title ends to which the beginning of the text sticks, or 0.

    ``某某述职报告尊敬的各位领导：…``: a kind of text or a subtitle, and behind it a salutation.
    """
    begin = text[:80]
    found = _POURED.match(begin) if _BEGINS_SOON.search(begin, 4) else None
    return found.end() if found else 0
