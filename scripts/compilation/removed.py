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
from .passages import header_title, heading
from .text.lazy import lazy_regex
from .text.signs import ANY_HAN, BLANK, BLANK_CHARACTERS

#: The rule by which an editor drops a line.
BY_EDITOR = "override"

#: The rule by which the title of a part goes that stands between two chapters.
PART = "part-title"

_DOUBLED = "doubled-title"

#: How the names of rules begin that take text out of the book.
_RULES = (BY_EDITOR, PART, _DOUBLED, "divider", "noise-")

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
    position = 0
    taken = [edit for edit in edits if _takes_text(edit.rule) and _may_be_quoted(edit)]
    printed = _printed_again(taken, chapter, source, start)
    for edit in taken:
        if edit.offset in printed:
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


def _printed_again(
    taken: Iterable[Edit], chapter: Chapter | None, source: str, start: int
) -> frozenset[int]:
    """Give the offsets of what says a title again that is printed in full.

    A page may have it in several lines, each of them an edit: they are read together.
    """
    doubled = [edit for edit in taken if edit.rule == _DOUBLED]
    if not doubled or chapter is None:
        return frozenset()
    titles = _titles(chapter)
    found: set[int] = set()
    index = 0
    while index < len(doubled):
        joined = ""
        size, end = 0, doubled[index].offset
        for number, edit in enumerate(doubled[index : index + _LINES], 1):
            if _SAID.search(source, end - start, edit.offset - start):
                break
            joined += _said(edit.old)
            end = edit.offset + len(edit.old)
            size = number if joined in titles else size
        found.update(edit.offset for edit in doubled[index : index + size])
        index += size or 1
    return frozenset(found)


#: A title stands in so many lines at most.
_LINES = 4
#: What parts a title from another, or from its subtitle, in the same line.
_PARTS = lazy_regex(f"[{BLANK}：:—－―-]+")


def _titles(chapter: Chapter) -> set[str]:
    """Give all that is said where a title over the texts of a chapter is said in full.

    That may be with its mark or its subtitle, or one of the parts that it is printed in.
    """
    header = "".join(piece.text for piece in header_title(chapter))
    found: set[str] = set()
    rows = [(chapter.marker, chapter.title), (chapter.marker, header)]
    rows += [(heading(work)[0], work.subtitle) for work in chapter.works]
    rows += [(work.title, work.subtitle) for work in chapter.works]
    rows += [(chapter.title, work.subtitle) for work in chapter.works[:1]]
    for row in rows:
        parts = [said for part in _PARTS.split("　".join(row)) if (said := _said(part))]
        for first in range(len(parts)):
            found.update("".join(parts[first:end]) for end in range(first + 1, len(parts) + 1))
    return found
