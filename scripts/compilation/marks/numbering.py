"""Whether the numbers of the chapters run on from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..problems import Code, Problem, uncertain
from ..text.numerals import value
from .header import NUMBER


class Numbered(NamedTuple):
    """The number in a chapter's header, if any, and where that stands in the source (from 1)."""

    number: int | None
    line: int
    column: int


def read(marker: str) -> int | None:
    """Give the number in a marker as it is printed (第三篇), or None."""
    found = re.search(NUMBER, marker)
    return value(found[0]) if found else None


def problems(chapters: Sequence[Numbered]) -> Iterator[Problem]:
    """Report gaps and repeats in the numbers of the headers; they are kept as printed.

    A header without a number may stand for one that is left out, or for none.
    """
    seen: set[int] = set()
    previous = unnumbered = 0
    for number, line, column in chapters:
        if number is None:
            unnumbered += 1
            continue
        if number in seen:
            code, what = Code.HEADER_REPEATED, f"篇目号“{number}”重复出现，已照原样保留。"
        elif not 0 < number - previous <= unnumbered + 1:
            code, what = (
                Code.HEADER_GAP,
                f"篇目号从“{previous}”跳到“{number}”，已照原样保留。"
                if seen
                else f"篇目号从“{number}”开始，已照原样保留。",
            )
        else:
            code, what = None, ""
        if code:
            yield uncertain(code, what, line, column)
        seen.add(number)
        previous, unnumbered = number, 0
