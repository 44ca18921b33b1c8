"""Finds headings whose number was lost: what a program counted as 1. above a typed 2.

工作内容：, 测水位, its text, 2. 守闸门, its text; 收获：, 看水, its text, 2. 点灯.  One such run
proves nothing, since an author may forget a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.lazy import lazy_regex
from ..text.signs import SENTENCE_END, Mark, is_note, is_salutation
from .lines import Line

#: What stands over a run, and a heading of the run, are at most this long (characters).
_OVER, _LONGEST = 14, 46
#: So many runs at least.
_RUNS = 2
_STOP = lazy_regex("[。；！？，]")


def find(lines: Sequence[Line], marks: Sequence[Mark | None]) -> tuple[list[int], set[int]]:
    """Give the indexes of the first headings of runs, and of the headings over the runs."""
    firsts: list[int] = []
    before = Mark("", 0, 0)  # the last number above
    above = 0
    for index, sign in enumerate(marks):
        if sign is None or sign.form != "decimal":
            continue
        if sign.number == 2 and before.number != 1 and _short(lines[index], _LONGEST):
            places = range(index - 2, above, -1)
            firsts += [i for i in places if _begins_run(lines, marks, i)][:1]
        before, above = sign, index
    if len(firsts) < _RUNS:
        return [], set()
    over = {index - 1 for index in firsts}
    if all(lines[index].text[-1] in "：:" for index in over):
        over |= {i for i in range(min(over), len(lines) - 1) if _like(lines, marks, i)}
    return firsts, over


def _begins_run(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether a heading without number stands here, right below one over the run."""
    if any(marks[index - 1 : index + 2]) or not _short(lines[index], _LONGEST):
        return False
    prose = SENTENCE_END.search(lines[index + 1].text) is not None
    return prose and lines[index].text[-1] not in "：:" and _short(lines[index - 1], _OVER)


def _like(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether a line set apart is a heading with a colon like those over the runs."""
    line = lines[index]
    if line.text[-1] not in "：:" or not line.blanks or any(marks[index : index + 2]):
        return False
    return _short(line, _OVER) and SENTENCE_END.search(lines[index + 1].text) is not None


def _short(line: Line, longest: int) -> bool:
    text = line.text
    if line.said or not 2 <= len(text) <= longest or is_note(text) or is_salutation(text):
        return False
    return not _STOP.search(text)
