"""Knows who signs below the words that editors lead a text in with.

    守堤的一夜——周敏
    水边                      the column
    站长常说：“堤有两面。”……   the editors' words
    水文站职工　周敏
    那一夜，……

The title ends with the same name: behind a dash it alone may be whom a text is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.names import is_name
from ..text.lazy import lazy_regex
from ..text.signs import BLANK_CHARACTERS, squeeze
from ..text.tracking import cut
from .drafts import Draft

#: So many lines at most stand between the title and who signs.
_LEAD = 3
_COLUMN = lazy_regex("[\u4e00-\u9fff“”·]{2,8}")


def take(draft: Draft, dropped: list[Dropped]) -> None:
    """Take who signs below the lead of a work, and that name behind the title's dash.

    Right below the title the person is known already.  The dash, and the name of a column between
    title and lead, go to ``dropped``.
    """
    plain = squeeze(draft.subtitle[0].text).strip(byline.DASHES) if len(draft.subtitle) == 1 else ""
    if not is_name(plain):
        return
    if not draft.byline:
        at = _signed_at(draft.body, plain)
        if not at:
            return
        draft.byline.append(draft.body.pop(at).tracked)
        first = draft.body[0]
        if at > 1 and not first.said and _COLUMN.fullmatch(first.text):
            dropped.append(Dropped(first.tracked.start, first.tracked.end, "noise-meta"))
            del draft.body[0]
    elif byline.read([piece.text for piece in draft.byline]).authors != (plain,):
        return
    whole = draft.subtitle.pop()
    start = len(whole.text) - len(whole.text.lstrip(byline.DASHES + BLANK_CHARACTERS))
    if start:
        dash = cut(whole, 0, start)
        dropped.append(Dropped(dash.start, dash.end, "header-mark"))
    draft.byline.insert(0, cut(whole, start, len(whole.text)))
    dropped.sort(key=lambda item: item.start)


def _signed_at(body: Sequence[Line], name: str) -> int:
    """Give the line of that person with an office or body, below the lead and over text, or 0."""
    for index, line in enumerate(body[: _LEAD + 1]):
        if line.said or index + 1 >= len(body):
            return 0
        who = byline.read([line.text]) if byline.looks_like(line.text, True) else None
        if who and who.authors == (name,) and who.affiliation:
            lead = index and is_prose(body[index - 1])
            return index if lead and is_prose(body[index + 1]) else 0
    return 0
