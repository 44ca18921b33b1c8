"""Takes out what forums mix into a text so that it cannot be copied: R# '% p~ F; or KdpXa3W.

One line may have such signs by chance, or a rule of measurement (A1 (20)); several lines of
nothing else show that others have them at their ends too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..body.lines import Dropped, Line
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.tracking import cut

_RUN = lazy_regex(r"[\x20-\x7e]{3,}")
_STRANGE = lazy_regex(r"[!-$&'*+;-@\[-`{-~]")
#: So many lines of nothing but such signs show that others have them at their ends too.
_LINES = 3
#: One line with so many different ones shows it too.
_SIGNS = 4
#: So many groups with signs of all kinds are no words or figures of an author.
_GROUPS = 4
_KINDS = tuple(map(re.compile, ("[A-Za-z]", "[0-9]", "[^A-Za-z0-9 ]")))
# A code of letters and figures, alone or at the end of a line: KdpXa3W.
_CODE = lazy_regex(rf"(?:^|(?<=[\u4e00-\u9fff。，；：！？、”’）》…{BLANK}]))[A-Za-z0-9]{{5,16}}$")
_TURN = lazy_regex("(?<=[A-Z])(?=[a-z0-9])|(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])")
# One has small letters, a large one and figures; a model mostly has no small ones (V2R1C10).
_OF_ALL = lazy_regex("(?=.*[a-z].*[a-z])(?=.*[A-Z]).*[0-9]")
#: A code goes so often from large letters to small or to figures; no word does.
_TURNS = 4
#: So many different codes show that a forum put them there.
_CODES = 3


def may_have(lines: Sequence[Line]) -> bool:
    """Say whether a text may have such signs; most have not, and this is soon told."""
    for line in lines:
        text = line.text
        if text.isascii() or (text[-1] <= "z" and text[-1].isalnum() and _code(text)):
            return True
    return False


def remove(lines: Sequence[Line], sure: bool) -> tuple[list[Line], list[Dropped]]:
    """Take out the signs that a forum mixed into a text, where several lines show it.

    ``sure`` says that lines elsewhere in the source do.  Gives what is left and what is gone.
    """
    whole = {i for i, line in enumerate(lines) if _is_scrap(line.text)}
    most = max((len(set(_STRANGE.findall(lines[i].text))) for i in whole), default=0)
    signs = sure or len(whole) >= _LINES or most >= _SIGNS
    codes = {i: found for i, line in enumerate(lines) if (found := _code(line.text))}
    coded = sure or len({found[0] for found in codes.values()}) >= _CODES
    if not signs and not coded:
        return list(lines), []
    kept: list[Line] = []
    cuts: list[Dropped] = []
    apart = False
    for index, line in enumerate(lines):
        start, stop = 0, len(line.text)
        if signs:
            start, stop = _bounds(line.text, index in whole)
        if coded and (found := codes.get(index)) and start < stop:
            stop = min(stop, len(line.text[: found.start()].rstrip()))
        for a, b in ((0, start), (stop, len(line.text))) if start < stop else ():
            if a < b:
                piece = cut(line.tracked, a, b)
                cuts.append(Dropped(piece.start, piece.end, "noise-junk"))
        if start >= stop:
            cuts.append(Dropped(line.tracked.start, line.tracked.end, "noise-junk"))
            apart = True
            continue
        left = cut(line.tracked, start, stop)
        kept.append(replace(line, tracked=left, blanks=line.blanks + apart))
        apart = False
    return kept, cuts


def _bounds(text: str, whole: bool) -> tuple[int, int]:
    """Give where the text of a line begins and ends between such signs; all may be signs."""
    start, stop = 0, len(text)
    alone = len(text) <= 2 and text.isascii() and not any(map(str.isalnum, text))
    if whole or alone or (text.isascii() and _groups(text)):
        return stop, stop
    runs = list(_RUN.finditer(text))
    if runs and runs[-1].end() == stop and (_mixed(runs[-1][0]) or _few(runs[-1][0])):
        stop = runs[-1].start()
        if stop and text[stop - 1].isalnum():
            stop += text[stop] in ",.:;!?)"  # half-width, of the text
    if runs and runs[0].start() == 0 and _mixed(runs[0][0]):
        start = runs[0].end()
        if text[start : start + 1] in ("、", "．"):
            start = len(text[:start].rstrip("0123456789"))  # the number before it is of the text
    return start, stop


def _code(text: str) -> re.Match[str] | None:
    """Find the code at the end of a line, or that is all of it."""
    if not (text[-1] <= "z" and text[-1].isalnum()):
        return None
    found = _CODE.search(text, max(0, len(text) - 17))
    if not found or not _OF_ALL.match(found[0]):
        return None
    return found if len(_TURN.findall(found[0])) >= _TURNS else None


def _is_scrap(text: str) -> bool:
    """Say whether a line is short groups of ASCII characters with several strange signs."""
    if not text.isascii() or not _groups(text):
        return False
    return len(set(_STRANGE.findall(text))) > 1 or (_several(text) and bool(_STRANGE.search(text)))


def _several(run: str) -> bool:
    """Say whether a run has four groups and more, with letters, digits and signs of any kind."""
    return len(run.split()) >= _GROUPS and all(kind.search(run) for kind in _KINDS)


def _mixed(run: str) -> bool:
    """Say whether a run of ASCII characters is short groups with strange signs among them.

    Or four and more groups, with letters, digits and signs of any kind: 4 a( T1 m/ X7 P) b3 j
    """
    return _groups(run) and (_several(run) or _STRANGE.search(run) is not None)


def _few(run: str) -> bool:
    """Say whether a run is a few such groups, where others of the source are sure: 0 f( u"""
    groups = run.split()
    tiny = len(groups) > 2 and all(len(group) <= 2 for group in groups)
    return tiny and all(kind.search(run) for kind in _KINDS)


def _groups(run: str) -> bool:
    """Say whether a run of ASCII characters is two or more groups, none like a word."""
    groups = run.split()
    short = all(len(group) <= 4 for group in groups)
    return len(groups) > 1 and short and not all(group.isdigit() for group in groups)
