"""Takes the lines under a title that say it again: in full, with a slip, or as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions.likeness import alike
from ..signatures import byline
from ..text.documents import is_document_number, is_letterhead
from ..text.lazy import lazy_regex
from ..text.signs import core
from ..text.tracking import Tracked
from ..text.variants import either
from .doubles import is_kind_again, own_below_page
from .drafts import Draft
from .splits import signed_again, split_dash, without_number
from .titles import title_like, title_size, without_remark

_FANWEN = lazy_regex(either(r"(?:范文|精选|通用|优秀|最新|\d{4}|[0-9]{1,2}篇)$"))


def take_again(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Take the lines from ``index`` on that say the title again; give their number, or 0.

    The head and number of a document may stand before them.  What goes is put on ``dropped``.
    """
    line = lines[index]
    if signed_again(draft, line, dropped):
        return 1
    if size := _take_fuller(draft, lines, index, dropped):
        return size
    if is_kind_again(draft, lines, index):
        drop_title(line, dropped)
        return 1
    if _heads_document(draft, lines, index):
        draft.body.append(line)
        return 1
    subtitles = [t.text for t in draft.subtitle]
    names = [draft.name, *subtitles]
    names += ["".join(names)] if subtitles else []
    names += [half for half in draft.name.split()[1:] if len(half) >= 6]
    names += [line.text] if _says_end(draft.name, line.text) else []
    if without_number(draft, line, dropped):
        return 1
    if size := max((_repeats(name, lines[index : index + 4]) for name in names), default=0):
        for one in lines[index : index + size]:
            drop_title(one, dropped)
        return size
    text = line.text
    remarked = without_remark(draft.name) == text  # below 守堤心得（周） the text's own
    slip = not remarked and alike(core(draft.name), core(text))
    if slip and index <= 1 and not byline.looks_like(text):
        draft.slip = text
        drop_title(line, dropped)
        return 1
    return 0


def _take_fuller(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Take the title in full or in the author's words; what a page has in its place goes.

    Gives the number of lines taken, or 0.
    """
    if size := _title_in_full(draft, lines, index):
        _drop_pieces(draft.title, dropped)
        draft.body.append(lines[index])
        draft.title = [line.tracked for line in lines[index + 1 : index + 1 + size]]
        return 1 + size
    if size := own_below_page(draft, lines, index):
        _drop_pieces([*draft.title, *draft.subtitle], dropped)
        draft.title = [line.tracked for line in lines[index : index + size]]
        draft.subtitle = []
        split_dash(draft)
        return size
    return 0


def _title_in_full(draft: Draft, lines: Sequence[Line], index: int) -> int:
    """Give the number of lines of an official title below its number, or 0.

    Above it a page gives it in short: all of that is in the title, in the same order.
    """
    if draft.given or len(draft.title) != 1 or draft.body or index + 2 >= len(lines):
        return 0
    if not is_document_number(lines[index].text) or not title_like(lines[index + 1].text):
        return 0
    size = title_size(lines[index + 1 : index + 6])
    whole = "".join(line.text for line in lines[index + 1 : index + 1 + size])
    letters = iter(core(whole))
    return size if all(letter in letters for letter in core(draft.name)) else 0


def _heads_document(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether the head or number of an official document stands over its title."""
    if not draft.given or draft.title or draft.subtitle or draft.byline or index > 2:
        return False
    text = lines[index].text
    return is_document_number(text) or is_letterhead(text)


def _says_end(name: str, text: str) -> bool:
    """Say whether a line is the end of a title, with all behind its colon (范文：……守堤有我)."""
    behind = core(re.split("[：:]", name)[-1])
    again = core(text)
    if not _END <= len(behind) < len(core(name)):
        return False
    return again.endswith(behind) and core(name).endswith(again)


#: What stands behind the colon of a title is said again with at least so many characters.
_END = 6


def _repeats(name: str, lines: Sequence[Line]) -> int:
    """Give the number of lines that together say the title again, or 0."""
    wanted = core(name)
    if not wanted:
        return 0
    joined = ""
    for size, line in enumerate(lines[:3], 1):
        if len(line.text) > 90:
            return 0
        joined += core(line.text)
        if joined == wanted or _FANWEN.sub("", joined) == _FANWEN.sub("", wanted):
            return size
        if not wanted.startswith(joined):
            return 0
    return 0


def drop_title(line: Line, dropped: list[Dropped]) -> None:
    """Drop a line that says the title again."""
    dropped.append(Dropped(line.tracked.start, line.tracked.end, "doubled-title"))


def _drop_pieces(pieces: Sequence[Tracked], dropped: list[Dropped]) -> None:
    """Drop the pieces of a title that another takes the place of."""
    dropped += (Dropped(piece.start, piece.end, "doubled-title") for piece in pieces)
    dropped.sort(key=lambda item: item.start)
