"""What stands in the source and not in the book: lines an editor dropped, and noise.

The account of a chapter has every character; here is what of it a reader may want to see quoted,
since it was said by somebody. Blanks, marks and what programs put in are not: the list of rules
says how often they were taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from .model import Chapter, Edit
from .passages import header_title
from .text.lazy import lazy_regex
from .text.signs import ANY_HAN, BLANK_CHARACTERS

#: The rule by which an editor drops a line.
BY_EDITOR = "override"

_DOUBLED = "doubled-title"

#: How the names of rules begin that take text out of the book.
_RULES = (BY_EDITOR, _DOUBLED, "divider", "noise-")

#: Gibberish, put in against copying.
_NOTHING_SAID = "noise-junk"

#: What is quoted only where it has a word in it, not for its tags, asterisks and rules of dashes.
_WITH_WORDS = ("noise-markup", "divider")
#: What is said in a text; the rest are marks and blanks.
_SAID = lazy_regex(r"[^\W_]")


class Removed(NamedTuple):
    """A piece of source that is not in the book: the rule, its text, its line (from 1)."""

    rule: str
    text: str
    line: int


def of(
    edits: Iterable[Edit], chapter: Chapter | None, source: str, start: int, line: int
) -> Iterator[Removed]:
    """Give what the edits of a chapter (or the front) took out, in the order of the source.

    ``source`` is its stretch, which begins at the offset ``start`` and the line ``line``. A title
    that is printed once and was said twice is not lost; one that differs is.
    """
    titles: str | None = None
    position = 0
    for edit in edits:
        if not (_takes_text(edit.rule) and _may_be_quoted(edit)):
            continue
        if edit.rule == _DOUBLED:
            titles = _titles(chapter) if titles is None else titles
            if _said(edit.old) in titles:
                continue
        line += source.count("\n", position, edit.offset - start)
        position = edit.offset - start
        yield Removed(edit.rule, edit.old.strip(BLANK_CHARACTERS + "\n"), line)


def among(rules: Iterable[str]) -> bool:
    """Say whether one of the rules takes out what is quoted."""
    return any(map(_takes_text, rules))


@cache
def _takes_text(rule: str) -> bool:
    return rule != _NOTHING_SAID and rule.startswith(_RULES)


def _may_be_quoted(edit: Edit) -> bool:
    return not edit.new.strip(BLANK_CHARACTERS + "\n") and says(edit.rule, edit.old)


def says(rule: str, text: str) -> bool:
    """Say whether what a rule took out has something in it that somebody said."""
    words = ANY_HAN if rule in _WITH_WORDS else _SAID
    return words.search(text) is not None


def _said(text: str) -> str:
    return "".join(_SAID.findall(text))


def _titles(chapter: Chapter | None) -> str:
    """Give all that is printed of titles over the texts of a chapter."""
    if chapter is None:
        return ""
    pieces = [chapter.title, *(piece.text for piece in header_title(chapter))]
    for work in chapter.works:
        pieces += (work.title, work.subtitle)
    return "\n".join(map(_said, pieces))
