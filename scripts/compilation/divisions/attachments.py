"""Finds the documents attached to another: what stands below 附件1, or behind it in its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..body.lines import Line
from ..marks.header import ATTACHED, Header
from ..signatures import byline
from ..text.documents import is_document_number, is_letterhead
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, NUMBER, ends_with_genre, is_note, mark
from ..tops.titles import behind_sign, title_like, title_size
from .successions import is_prose

_MARK = lazy_regex(rf"附[{BLANK}]*件[{BLANK}]*{NUMBER}?")
_SEPARATED = lazy_regex(rf"[{BLANK}]*[：:.．、]?[{BLANK}]*")
# A row of a table, whose columns wide blanks part.
_ROW = lazy_regex(r"[^。，；！？]{1,40}?(?:[\t\u3000]|\x20{2})[^。，；！？]{1,60}")
#: So many rows are a table.
_ROWS = 2
#: Text begins within so many lines below a title.
_NEAR = 4


def title_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the title of a document below a bare mark (附件1)."""
    if not index or lines[index - 1].text[0] != "附" or lines[index].said:
        return False
    before = lines[index - 1].text
    found = _MARK.match(before)
    if not found or not _SEPARATED.fullmatch(before, found.end()):
        return False
    if not title_like(lines[index].text):
        return False
    return _has_text(lines, index) or _is_form(lines, index)


def named(lines: Sequence[Line], index: int) -> tuple[int, int] | None:
    """Give where the mark ends and the title begins of a document attached (附件1：……方案).

    A list of what is attached stands so too; but no text is below its lines.
    """
    text = lines[index].text
    if text[0] != "附" or len(text) > 60 or not (found := _MARK.match(text)):
        return None
    behind = _SEPARATED.match(text, found.end())
    start = behind.end() if behind else found.end()
    title = text[start:]
    if start == found.end() or mark(title) or not title_like(title) or not ends_with_genre(title):
        return None
    return (found.end(), start) if _has_text(lines, index) else None


def chapters(lines: Sequence[Line], titles: Sequence[int]) -> list[Header]:
    """Give the headers of documents attached to one above them, each with its mark.

    ``titles`` are the lines that by themselves look like titles of texts.  The title of the
    document itself may be among them; nothing is given where there are others, or where no
    text stands above 附件.
    """
    found: list[Header] = []
    for index in range(1, len(lines)):
        line = lines[index]
        if line.text[0] != "附" or line.said:
            continue
        if index + 1 < len(lines) and title_below(lines, index + 1):
            size = len(line.text)
            marked = _MARK.match(line.text)
            span = (0, marked.end() if marked else size)
            found.append(Header(index, ATTACHED, 0, 0, span, (size, size)))
        elif spans := named(lines, index):
            found.append(Header(index, ATTACHED, 0, 0, (0, spans[0]), (spans[1], len(line.text))))
    if not found or not any(map(is_prose, lines[: found[0].line])):
        return []
    known = {line for header in found for line in (header.line, header.line + 1)}
    others = [title for title in titles if title not in known]
    if len(others) > 1 or any(title > found[0].line for title in others):
        return []
    return [replace(header, number=number) for number, header in enumerate(found, 2)]


def document(lines: Sequence[Line]) -> Header:
    """Give the header of the document itself: its title, below letterhead and number."""
    top = lines[:_TOP]
    index = next(
        (
            i
            for i, line in enumerate(top)
            if title_like(line.text)
            and not is_letterhead(line.text)
            and not is_document_number(line.text)
        ),
        0,
    )
    text = lines[index].text
    return Header(
        index, ATTACHED, 1, 0, (0, 0), behind_sign(text), title_size(lines[index : index + 8])
    )


#: The title of a document is among so many lines at the top.
_TOP = 6


def _has_text(lines: Sequence[Line], index: int) -> bool:
    """Say whether text is below a title, and no other attachment before it."""
    for line in lines[index + 1 : index + 1 + _NEAR]:
        if _MARK.match(line.text):
            return False
        sign = mark(line.text)
        if is_prose(line) or (sign is not None and sign.number == 1):
            return True
    return False


def _is_form(lines: Sequence[Line], index: int) -> bool:
    """Say whether a form to fill in or a table is below a title: short lines, or rows.

    Above them the document is signed, or it is said to whom it goes.
    """
    if index < 2:
        return False
    above = lines[index - 2].text
    if not byline.looks_like(above) and not is_note(above):
        return False
    below = lines[index + 1 : index + 1 + _NEAR]
    if len(below) >= _ROWS and all(_ROW.fullmatch(line.text) for line in below[:_ROWS]):
        return True
    return len(below) == _NEAR and not any(_MARK.match(line.text) for line in below)
