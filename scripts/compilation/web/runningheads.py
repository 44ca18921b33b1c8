"""Finds bare page numbers with running heads beside them, as the text of a PDF keeps them.

    两年里，站上的水泵换了三
    守堤的一夜
    24
    走近一线（三）
    台，……

The numbers count on and what stands beside them is the same on several pages.  So it may be with
the numbers of texts and their titles; but a page ends in the middle of a sentence, and no text
has the title of a book of several.

A site that parts a text into pages says its title over each, with the number of the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Dropped, Line
from ..divisions.successions import is_prose
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, ends, is_closing, is_han, is_salutation, squeeze
from ..text.variants import either
from ..tops.titles import names_book, title_like

#: Running heads stand within so many lines of the number of their page.
_NEAR = 3
#: The title of a text that begins on the first page is among so many lines.
_TOP = 4
#: One has so many characters at most.
_LONGEST = 40
#: So many pages of three have a head that is said again.
_HEADED = 2
#: What a page breaks off with has so many characters or more; so large a share of pages does.
_BROKEN, _SHARE = 8, 3


def find(lines: Sequence[Line]) -> frozenset[int]:
    """Give where such lines begin in the source; the first time that a head is said it stays."""
    bare = [i for i, line in enumerate(lines) if len(line.text) <= 4 and line.text.isdecimal()]
    if len(bare) < 2 or any(line.said for line in lines):
        return frozenset()
    if any(int(lines[b].text) != int(lines[a].text) + 1 for a, b in pairwise(bare)):
        return frozenset()
    beside = [_beside(lines, index) for index in bare]
    counts = Counter(squeeze(line.text) for line in lines if len(line.text) <= _LONGEST)
    heads = {text for texts in beside for text in texts.values() if counts[text] > 1}
    headed = sum(not heads.isdisjoint(texts.values()) for texts in beside)
    if headed * 3 < len(bare) * _HEADED:
        return frozenset()
    broken = sum(_breaks_off(lines, index, heads) for index in bare)
    if broken * _SHARE < len(bare) and not all(map(names_book, heads)):
        return frozenset()
    found, said = set(bare), _titles(lines, heads)
    for texts in beside:
        for index, text in sorted(texts.items()):
            if text in said:
                found.add(index)
            elif text in heads:
                said.add(text)
    if squeeze(lines[-1].text) in said:
        found.add(len(lines) - 1)  # that of the last page, without its number
    return frozenset(lines[index].tracked.start for index in found)


def _titles(lines: Sequence[Line], heads: set[str]) -> set[str]:
    """Give the heads that are said over the text of the first page too, far from any number."""
    return {
        squeeze(line.text)
        for index, line in enumerate(lines[:_TOP])
        if squeeze(line.text) in heads
        and any(map(is_prose, lines[index + 1 : index + 1 + _NEAR]))
        and not any(x.text.isdecimal() for x in lines[max(0, index - _NEAR) : index + 1 + _NEAR])
    }


def _beside(lines: Sequence[Line], index: int) -> dict[int, str]:
    """Give the lines beside a number that can be running heads, without their blanks."""
    near = range(max(0, index - _NEAR), min(len(lines), index + _NEAR + 1))
    return {i: squeeze(lines[i].text) for i in near if i != index and _can_be(lines[i].text)}


def _can_be(text: str) -> bool:
    if is_closing(text) or is_salutation(text) or byline.looks_like(text, True):
        return False
    return 1 < len(text) <= _LONGEST and not text.isdecimal() and title_like(text)


def _breaks_off(lines: Sequence[Line], index: int, heads: set[str]) -> bool:
    """Say whether the text breaks off above the number of a page and its running heads."""
    above = index - 1
    while above >= 0 and squeeze(lines[above].text) in heads:
        above -= 1
    if above < 0 or len(text := lines[above].text) < _BROKEN:
        return False
    return is_han(text[-1]) and not ends(text) and not byline.looks_like(text)


# The number of a page behind its title: 守堤心得汇编(2), 守堤心得汇编_第3页.
_PAGE = lazy_regex(
    either(
        rf"[{BLANK}_-]*(?:[（(【\[](?:第?(?P<a>\d{{1,2}})页?)[）)】\]]|第(?P<b>\d{{1,2}})页|(?<=[_-])(?P<c>\d{{1,2}}))$"
    )
)


def of_site(lines: Sequence[Line], dropped: Sequence[Dropped]) -> frozenset[int]:
    """Give where the title of all is said again over a further page, right below a pager.

    The numbers behind it count the pages on.
    """
    if not lines:
        return frozenset()
    title, page = _numbered(lines[0].text)
    found: set[int] = set()
    for index, line in enumerate(lines[1:], 1):
        if len(line.text) > _LONGEST or line.said or not line.text.startswith(title[:2]):
            continue
        own, number = _numbered(line.text)
        if own == title and number == page + 1 and _below_pager(lines, index, dropped):
            found.add(line.tracked.start)
            page = number
    return frozenset(found)


def _numbered(text: str) -> tuple[str, int]:
    """Give the title of a page without blanks, and the number behind it: 1 where there is none."""
    found = _PAGE.search(text)
    if not found:
        return squeeze(text), 1
    return squeeze(text[: found.start()]), int(found["a"] or found["b"] or found["c"])


def _below_pager(lines: Sequence[Line], index: int, dropped: Sequence[Dropped]) -> bool:
    """Say whether the mark of a page was dropped between a line and the one above."""
    low = bisect_left(dropped, lines[index - 1].tracked.end, key=lambda item: item.start)
    high = bisect_left(dropped, lines[index].tracked.start, key=lambda item: item.start)
    return any(item.rule == "noise-page" for item in dropped[low:high])
