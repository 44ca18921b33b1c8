"""What a proofreader points out, and how like two characters are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from pypinyin import Style, lazy_pinyin

from ..own_words import Say, traditional
from ..passages import Passage
from .slips import ALIKE


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A probable slip: text offsets in a passage, the conjecture (may be empty), why, how sure.

    ``why`` is a sentence of ours with ``{}`` for each of the texts that follow it.
    """

    passage: Passage
    start: int
    end: int
    emended: str
    why: tuple[str, ...]
    sure: bool

    @property
    def source(self) -> str:
        """What the source has there."""
        return self.passage.text[self.start : self.end]

    def reason(self, say: Say) -> str:
        """Give why, our own words in the book's script."""
        sentence, *texts = self.why
        return say(sentence).format(*texts)


def parted(first: Suggestion, second: Suggestion) -> tuple[Suggestion, Suggestion] | None:
    """Give two suggestions that overlap only in what both keep, without the overlap.

    None where they change the same place, or one of them says no more than that it is odd.
    """
    if not (first.emended and second.emended):
        return None
    same = _common(second.source, second.emended)
    kept = _common(first.source[::-1], first.emended[::-1])
    if first.end - kept >= second.start + same:
        return None  # not a character stands between the two changes
    overlap = first.end - second.start
    behind = min(overlap, kept, len(first.emended) - 1, first.end - first.start - 1)
    ahead = overlap - behind
    if behind < 0 or ahead > min(same, len(second.emended) - 1):
        return None
    return (
        replace(first, end=first.end - behind, emended=first.emended[: -behind or None]),
        replace(second, start=second.start + ahead, emended=second.emended[ahead:]),
    )


def _common(first: str, second: str) -> int:
    """Give how many characters two strings begin with alike."""
    return sum(1 for _ in takewhile(bool, map(str.__eq__, first, second)))


def alike(first: str, second: str) -> str:
    """Say how two characters are alike (音近形近), or nothing."""
    same_sound = set(_sounds(first)) & set(_sounds(second))
    same_form = frozenset((first, second)) in _alike_in_form()
    return ("音近" if same_sound else "") + ("形近" if same_form else "")


@cache
def _alike_in_form() -> frozenset[frozenset[str]]:
    """Give the pairs that are alike in Simplified, and what a conversion makes of them."""
    groups = [*ALIKE, *map(traditional, ALIKE)]
    return frozenset(frozenset((a, b)) for group in groups for a in group for b in group if a != b)


def _sounds(character: str) -> list[str]:
    """Give the syllable of a character without tone, with the sounds often confused made one."""
    syllable = lazy_pinyin(character, style=Style.NORMAL)[0]
    return [re.sub(r"^(zh|ch|sh)", lambda m: m[0][0], re.sub(r"(?<=[ie])ng$", "n", syllable))]


def places(text: str, part: str) -> Iterator[int]:
    """Give the places of a part, overlapping ones too."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
