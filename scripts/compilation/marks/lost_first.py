"""Gives a set its first text where the header of that was lost and the others count from two.

The page says how many texts it has (实习心得体会（优秀3篇）), and the last header has that number.
Below what the page says of them the first text begins, without a title of its own.  Or it stands
right below a title that says the same as the other headers.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import surroundings
from ..divisions.pagetitles import SITE
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import CHINESE, core, ends_with_genre
from ..text.variants import either
from ..tops.titles import names_collection, title_like
from .header import MODELS, UNMARKED, Header

#: The title of the collection stands among so many lines at the top, what the page says of it
#: among so many below that.
_TOP, _SAID = 8, 5
#: A text has so many characters or more.
_TEXT = 60
_COUNT = lazy_regex(either(rf"([{CHINESE}]{{1,3}}|\d{{1,3}})\s?[篇则份](?=[^{CHINESE}\d]{{0,6}}$)"))


def put(lines: Sequence[Line], found: list[Header]) -> list[Header]:
    """Give the headers with that of the first text put before them, where it was lost."""
    if len(found) < 2 or found[0].number != 2 or found[0].before:
        return found
    end = found[0].line
    top = _counted(lines[: min(end, _TOP)], found[-1].number)
    if top is None:
        title = core(lines[end].text[slice(*found[0].title)])
        own = _same_title(lines[: min(end, _TOP)], title)
        return [_untitled(own[0]), *found] if own and _is_long(lines[own[-1] + 1 : end]) else found
    first = top + 1
    for index in range(top + 1, min(top + 1 + _SAID, end)):
        text = lines[index].text
        if SITE.search(text) or surroundings.by_editors(text):
            first = index + 1
    while first < end and not surroundings.begins(lines, first) and not _is_title(lines, first):
        first += 1
    return [_untitled(first), *found] if _is_long(lines[first:end]) else found


def poured(lines: Sequence[Line], outer: list[Header]) -> list[Header]:
    """Add the first text of a page that came down in a few lines, where only the second is marked.

    Its title names its kind, and below it stands nothing but its text.
    """
    first = outer[0]
    if first.number != 2 or first.before or not 1 < first.line < len(lines):
        return outer
    title, *body = lines[: first.line]
    if not title.poured or not title_like(title.text) or names_collection(title.text):
        return outer
    if not ends_with_genre(title.text) or sum(len(line.text) for line in body) < _TEXT:
        return outer
    return [Header(0, UNMARKED, 1, 0, (0, 0), (0, len(title.text))), *outer]


def _untitled(index: int) -> Header:
    """Give the header of a text that has none, with its first line."""
    return Header(index, UNMARKED, 1, 0, (0, 0), (0, 0))


def _is_long(lines: Sequence[Line]) -> bool:
    """Say whether lines are long enough for a text."""
    return sum(len(line.text) for line in lines if not SITE.search(line.text)) >= _TEXT


# What a page calls its text behind the title: 守堤总结范文.
_MODEL = lazy_regex(either(rf"(?:{MODELS})$"))


def _same_title(lines: Sequence[Line], title: str) -> list[int]:
    """Give the lines that say the title of the other headers, the last right over a text.

    A text above which only that title stands is the first of them.
    """
    same = [i for i, one in enumerate(lines) if title and _MODEL.sub("", core(one.text)) == title]
    if not same or not surroundings.begins(lines, same[-1] + 1):
        return []
    return same if same == list(range(same[0], same[-1] + 1)) else same[-1:]


def _counted(lines: Sequence[Line], count: int) -> int | None:
    """Give the line of the title that counts so many texts, or None."""
    for index, line in enumerate(lines):
        said = _COUNT.search(line.text) if title_like(line.text) else None
        if said and value(said[1]) == count:
            return index
    return None


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands right over a text."""
    return (
        len(core(lines[index].text)) > 3
        and title_like(lines[index].text)
        and surroundings.begins(lines, index + 1)
    )
