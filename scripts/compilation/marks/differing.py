"""Finds headers of differing titles that the running number behind each shows.

A page puts texts of one kind together under titles of other words each: 家访心得体会 篇1,
教师家访感想 篇2.  It may list them above in one line, with the first header stuck to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..body.lines import Line
from ..text.lazy import lazy_regex
from ..text.signs import ends_with_genre, squeeze
from ..text.tracking import cut
from . import repeats
from .header import NUMBER, Header, without_contents

#: Behind each header stand so many characters of text or more.
_TEXT = 24
#: So many of them make a set where their marks do not name texts (家访心得体会 3).
_SEVERAL = 3
#: The list of them stands among so many lines at the top.
_TOP = 8
_RUNNING = lazy_regex(NUMBER)


def find(lines: Sequence[Line]) -> list[Header]:
    """Give the titles, each naming its kind, whose numbers run on from the first; or none."""
    shapes: dict[str, list[Header]] = {}
    for _, header in repeats.with_numbers(lines):
        text = lines[header.line].text
        if ends_with_genre(squeeze(text[slice(*header.title)])):
            shape = squeeze(text[slice(*header.mark)]).strip("：:")
            shapes.setdefault(_RUNNING.sub("", shape), []).append(header)
    best: list[Header] = []
    for shape, headers in shapes.items():
        run = _run(lines, without_contents(headers))
        if len(run) >= (2 if "篇" in shape else _SEVERAL) and _have_texts(lines, run):
            best = max(best, run, key=len)
    return best


def _run(lines: Sequence[Line], headers: Sequence[Header]) -> list[Header]:
    """Give the headers whose numbers run on without a gap, the first behind a list or not."""
    run: list[Header] = []
    later = [header for header in headers if header.number > 1]
    if later and (first := _behind_list(lines, later)):
        run.append(first)
        headers = later
    for header in headers:
        if header.number == len(run) + 1:
            run.append(header)
    return run


def _behind_list(lines: Sequence[Line], later: Sequence[Header]) -> Header | None:
    """Give the first header where it sticks to the list of all in one line, or None.

    The list begins with the same header, and the others stand in it.
    """
    for index, line in enumerate(lines[: min(_TOP, later[0].line)]):
        text = line.text
        at = [text.find(lines[header.line].text) for header in later]
        if at[0] <= 0 or not all(a < b for a, b in pairwise(at)):
            continue
        first = text[: at[0]].strip()
        if text.endswith(first) and (found := [*repeats.with_numbers([_cut(line, first)])]):
            header, before = found[0][1], len(text) - len(first)
            (a, b), (c, d) = header.mark, header.title
            mark, title = (a + before, b + before), (c + before, d + before)
            return replace(header, line=index, before=before, mark=mark, title=title)
    return None


def _cut(line: Line, text: str) -> Line:
    """Give a line with only the start of its text that says ``text``."""
    return replace(line, tracked=cut(line.tracked, 0, len(text)))


def _have_texts(lines: Sequence[Line], run: Sequence[Header]) -> bool:
    """Say whether enough text stands between the headers and below the last."""
    ends = [*(header.line for header in run[1:]), len(lines)]
    return all(
        sum(len(line.text) for line in lines[header.line + 1 : end]) >= _TEXT
        for header, end in zip(run, ends, strict=True)
    )
