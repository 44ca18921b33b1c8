"""Tells the title that a page gives a text from the one that the text has itself.

Below what the page says of a text (来源：……) the text begins with a title of its own: the same
in other words, longer or shorter.  That is the author's; the page's goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import core, ends_with_genre, is_salutation
from ..text.variants import either
from .drafts import Draft
from .titles import DASHED, title_like, title_size

#: Two titles with so great a part of the shorter one's pairs of characters in common are one.
_SHARED = 0.6
#: Titles shorter than this may share that much by chance (characters).
_SHORTEST = 6
#: A line that only names a kind of text has at most so many characters.
_KIND = 4


def own_below_page(draft: Draft, lines: Sequence[Line], index: int) -> int:
    """Give how many lines the text's own title takes, below the page's and its words; or 0."""
    if draft.given or not draft.title or draft.body or draft.byline or index + 1 >= len(lines):
        return 0
    line = lines[index]
    told = any(one.sourced for one in lines[:index])  # the page may say its title again below
    if not told or line.said or line.sourced or DASHED.match(line.text):
        return 0
    if not title_like(line.text) or byline.looks_like(line.text, True):
        return 0
    page = core(draft.name + "".join(piece.text for piece in draft.subtitle))
    size = title_size(lines[index : index + 6])
    own = core("".join(one.text for one in lines[index : index + size]))
    if own in (page, core(draft.name)):
        return 0
    if same_title(page, own):
        return size
    if _only_kind(page, own) and _person(lines, index + size):
        return size
    below = lines[index + size] if index + size < len(lines) else None
    subtitled = (
        below is not None and DASHED.match(below.text) and same_title(page, core(below.text))
    )
    return size if subtitled else 0


# When a text of a kind was given, as a page has it in place of a title: 2021年第三季度.
_WHEN = lazy_regex(
    either(
        "(?:(?:19|20)\\d\\d年?)?(?:第?[一二三四1-4]季度|[上下]半年|\\d{1,2}月份?|年度|第[一二三四五六七八九十\\d]{1,3}[期次讲])?"
    )
)


def _only_kind(page: str, own: str) -> bool:
    """Say whether a page names but the kind of its text and when it was (2021年第三季度党课)."""
    when = _WHEN.match(page)
    kind = page[when.end() :] if when else page
    more = len(own) - len(kind) >= _KIND and own.endswith(kind)
    return more and 2 <= len(kind) <= min(_KIND, len(page) - 1)


def _person(lines: Sequence[Line], index: int) -> bool:
    """Say whether a person with an office or body stands at a line."""
    return index < len(lines) and byline.names_person(lines[index].text)


def same_title(one: str, other: str) -> bool:
    """Say whether two titles without signs have most of their words in common."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    mine, its = ({a + b for a, b in pairwise(title)} for title in (one, other))
    return len(mine & its) >= _SHARED * min(len(mine), len(its))


def is_kind_again(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether a line between title and salutation is the title's last word (倡议书)."""
    text = lines[index].text
    if not 2 <= len(text) <= _KIND or index + 1 >= len(lines) or lines[index].said:
        return False
    if draft.given:  # what stands below a header with a mark is the title of the text itself
        return False
    again = draft.name.endswith(text) and len(draft.name) > len(text) and not draft.body
    return again and ends_with_genre(text) and is_salutation(lines[index + 1].text)
