"""Divides the lines of a chapter into works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..divisions import attachments, endings, successions
from ..divisions.candidates import heads_notes
from ..model import Edit
from ..signatures import byline
from ..signatures.labels import is_credit
from ..text import kinds
from ..text.dates import date
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.salutations import DEAR, PEERS
from ..text.signs import (
    BLANK,
    BLANK_CHARACTERS,
    ends_with_genre,
    is_closing,
    is_distribution,
    is_paragraph,
    is_salutation,
    is_wish,
    is_wished,
    mark,
    same_words,
)
from ..text.tracking import Tracked, cut
from ..text.tracking import join as tracking_join
from ..text.variants import either
from ..tops import leads
from ..tops.drafts import Draft
from ..tops.openings import take_title
from ..tops.repeats import drop_title
from ..tops.splits import split_dash
from ..tops.titles import title_like
from .lines import Dropped, Line
from .signed import heads_roster, in_roster, of_event, signature

# The end of a title in the middle of a chapter.
_SURE = lazy_regex(either(rf"(?:{'|'.join(kinds.SURE)})$"))


@dataclass(slots=True)
class _Division:
    """A chapter while it is divided: the last of ``drafts`` is the work that is open."""

    lines: Sequence[Line]
    inner: dict[int, list[Tracked]]
    dropped: list[Dropped]
    drafts: list[Draft]
    closed: bool = False  #: a signature ended the open work

    def open_headed(self, index: int) -> int:
        """Open a work with the header inside the chapter; give the line below its title."""
        draft = self.drafts[-1]
        if (draft.body and not draft.over) or draft.byline or len(self.drafts) > 1:
            draft = self._open(index)
        draft.over = False
        marks = self.inner[index]
        if len(marks) > 1 or len(self.inner) > 1:
            draft.given, draft.person = "", None
        draft.mark += [piece for piece in marks[:1] if piece.text]
        draft.title += marks[1:]
        draft.sure = bool(marks and marks[0].text)
        bare = len(marks) > 1 and not marks[0].text
        if bare and (stop := successions.signed(marks[1].text)):
            whole = draft.title.pop()
            draft.title.append(cut(whole, 0, stop))
            draft.byline.append(cut(whole, stop, len(whole.text)))
        split_dash(draft)
        self.closed = False
        if not marks:  # who signs an untitled text stands at its top
            draft.byline.append(self.lines[index].tracked)
        below = index + 1
        return below + self._title(below, _next(self.inner, below, len(self.lines)))

    def close_signed(self, index: int, size: int) -> int:
        """Give the open work its signature of so many lines; give the line below them."""
        draft = self.drafts[-1]
        for item in self.lines[index : index + size]:
            if same_words(item.text, draft.name):
                drop_title(item, self.dropped)
            elif is_closing(item.text):
                draft.body.append(item)
            else:
                draft.byline.append(item.tracked)
        self.closed = True
        return index + size

    def open_attached(self, index: int, sign: tuple[int, int]) -> int:
        """Open an attachment whose mark and title ``sign`` parts; give the line below its title."""
        line = self.lines[index]
        draft = self._open(index)
        draft.mark.append(cut(line.tracked, 0, sign[0]))
        draft.title.append(cut(line.tracked, sign[1], len(line.text)))
        between = cut(line.tracked, *sign)
        self.dropped.append(Dropped(between.start, between.end, "header-mark"))
        self.dropped.sort(key=lambda item: item.start)
        self.closed = False
        return index + 1 + self._title(index + 1, index + _TOP)

    def begins(self, index: int) -> bool:
        """Say whether a line is the title of another work, by the editor or by its company."""
        line = self.lines[index]
        if line.said:
            return line.said == "work"
        draft = self.drafts[-1]
        return (
            (self.closed and _opens_work(self.lines, index))
            or _opens_unsigned(draft, self.lines, index)
            or (bool(draft.body) and attachments.title_below(self.lines, index))
            or (bool(draft.body) and heads_roster(self.lines, index) > 0)
        )

    def says_title_again(self, index: int) -> bool:
        """Say whether a line is the title that a page printed twice, once more inside the text."""
        line, draft = self.lines[index], self.drafts[-1]
        if line.said or len(line.text) < _PRINTED or not draft.body or len(self.drafts) > 1:
            return False
        again = same_words(line.text, draft.name)
        return again and any(item.rule == "doubled-title" for item in self.dropped)

    def open_titled(self, index: int) -> int:
        """Open a work with its title; give the line below that."""
        line = self.lines[index]
        said = line.said == "work"
        draft = self.drafts[0]
        if said and len(self.drafts) == 1 and draft.given and not (draft.body or draft.byline):
            draft.given, draft.person = "", None  # the chapter's; this is the first work's
        else:
            draft = self._open(index, sure=self.closed or said)
        roster = 0 if said else heads_roster(self.lines, index)
        taken = roster if said or roster else self._title(index, index + _TOP)
        draft.title += [item.tracked for item in self.lines[index : index + roster]]
        if not (draft.title or draft.body or draft.byline):
            draft.title.append(line.tracked)
            taken = 1 + self._title(index + 1, index + _TOP)
        self.closed = False
        return index + taken

    def _open(self, index: int, *, sure: bool = True) -> Draft:
        draft = Draft(line=self.lines[index].number, sure=sure)
        self.drafts.append(draft)
        return draft

    def _title(self, start: int, end: int) -> int:
        """Take the title, subtitle and byline of the open work; give how many lines they are."""
        return take_title(self.drafts[-1], self.lines[start:end], self.dropped)


#: A title that a page prints again inside its text has so many characters or more.
_PRINTED = 6
#: The title of a work is looked for in so many lines.
_TOP = 40


def divide(
    lines: Sequence[Line],
    first: Draft,
    inner: dict[int, list[Tracked]],
    dropped: list[Dropped],
) -> list[Draft]:
    """Divide the lines of a chapter into works.

    ``first`` has the title from the chapter's header, if any; ``inner`` gives, by line index,
    the mark and title of headers inside the chapter.  Doubled titles go to ``dropped``.
    """
    drafts = [first]
    division = _Division(lines, inner, dropped, drafts)
    if first.over and inner:
        index = min(inner)
        first.body += lines[:index]
    else:
        index = 0 if 0 in inner else take_title(first, lines, dropped)
    while index < len(lines):
        line = lines[index]
        body = drafts[-1].body
        if index in inner:
            index = division.open_headed(index)
        elif (
            body
            and not line.said
            and is_paragraph(line.text)
            and not division.says_title_again(index)
        ):
            body.append(line)
            index += 1
        elif (
            body and not _is_imprint(drafts[-1]) and (size := _signed(lines, index, drafts, inner))
        ):
            index = division.close_signed(index, size)
        elif not line.said and body and (sign := attachments.named(lines, index)):
            index = division.open_attached(index, sign)
        elif division.begins(index):
            index = division.open_titled(index)
        elif division.says_title_again(index):
            drop_title(line, dropped)
            index += 1
        else:
            body.append(line)
            index += 1
    for draft in drafts:
        _drop_dividers(draft, dropped)
        leads.take(draft, dropped)
    return drafts


def _is_imprint(draft: Draft) -> bool:
    """Say whether who printed a document is named below to whom it is sent; others signed it.

    GB/T 9704—2012, 7.4: 抄送机关, and below it 印发机关和印发日期.
    """
    return bool(draft.byline) and is_distribution(draft.body[-1].text)


def _drop_dividers(draft: Draft, dropped: list[Dropped]) -> None:
    """Drop rows of signs that end a text, and the word that says so."""
    while draft.body and not draft.body[-1].said and endings.can_go(draft.body[-1].text):
        last = draft.body.pop()
        rule = endings.rule(last.text)
        dropped.append(Dropped(last.tracked.start, last.tracked.end, rule))
        dropped.sort(key=lambda item: item.start)


def _signed(
    lines: Sequence[Line],
    index: int,
    drafts: Sequence[Draft],
    inner: dict[int, list[Tracked]],
) -> int:
    """Give the length of the signature at ``index``; it ends before the next inner header."""
    if len(lines[index].text.lstrip(byline.DASHES)) > 60 and not lines[index].said:
        return 0
    of_another = of_event(lines, index) or in_roster(lines, index) or _is_imprint(drafts[-1])
    if not lines[index].said and of_another:
        return 0
    if not lines[index].said and _wishes(lines, index):
        return 0
    if not lines[index].said and _only_credits(drafts[-1], lines[index].text):
        return 0
    near = lines[index : min(_next(inner, index, len(lines)), index + 10)]
    return signature(near, 0, [draft.name for draft in drafts[-3:]])


def _wishes(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is of the wish that ends a letter (顺颂 / 秋祺): nobody signs so."""
    return is_wish(lines[index].text) or (
        index > 0 and is_wished(lines[index - 1].text, lines[index].text)
    )


def _only_credits(draft: Draft, text: str) -> bool:
    """Say whether a line in brackets names only who sent a text in or put it together.

    （办公室供稿） signs a text without an author; below one that names its author it is a note.
    A body that put a text together (（党委办公室整理）) wrote none of it.
    """
    if not is_credit(text):
        return False
    who = byline.read([text])
    if text.rstrip("）)").endswith("整理"):
        return not who.authors
    above = draft.person or byline.read([piece.text for piece in draft.byline])
    return bool(above.authors) and not who.authors


def _next(inner: dict[int, list[Tracked]], index: int, end: int) -> int:
    return min((i for i in inner if i >= index), default=end)


def _opens_work(lines: Sequence[Line], index: int) -> bool:
    """Judge whether the line after a signature is the title of another work."""
    text = lines[index].text
    if not title_like(text) or index + 1 >= len(lines) or is_closing(text):
        return False
    if heads_notes(text):
        return False
    if is_document_number(text) and not title_like(lines[index + 1].text):
        return False
    near = lines[index + 1 : index + 6]
    if any(len(line.text) > 40 for line in near):
        return True
    return ends_with_genre(text) and sum(len(line.text) for line in near) >= 60


def _opens_unsigned(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line in mid-chapter, with no signature before it, opens a work."""
    text = lines[index].text
    if len(draft.body) < 2 or not title_like(text) or not 6 <= len(text) <= 40:
        return False
    if not _SURE.search(re.sub(rf"[{BLANK}]*[（(][^（()）]{{1,12}}[）)]$", "", text)):
        return False
    if re.search(r"[，,：:]", text) or not re.search(r"[。！？!?”）)]$", draft.body[-1].text):
        return False
    numbered = [m for m in (mark(line.text) for line in draft.body) if m]
    following = lines[index + 1 : index + 8]
    body = sum(len(line.text) for line in following)
    if body < 120 or not any(len(line.text) > 50 for line in following):
        return False
    subheads = sum(title_like(line.text) and len(line.text) < 28 for line in draft.body)
    return subheads <= 1 or bool(numbered) or date(text) is not None


def split_glued(draft: Draft) -> None:
    """Take a signature that is glued to the last sentence of a work off it."""
    if not draft.body:
        return
    last = draft.body[-1]
    below = [piece.text for piece in draft.byline if piece.start > last.tracked.start]
    if below and byline.read(below)[:2] != ((), ""):
        return  # the line below signs, not only dates
    at = byline.glued(last.text)
    if at is None or _only_credits(draft, last.text[at:]):
        return
    stop = len(last.text[:at].rstrip(BLANK_CHARACTERS))
    if stop < 2:
        return
    draft.byline.append(cut(last.tracked, at, len(last.text)))
    draft.byline.sort(key=lambda piece: piece.start)
    draft.body[-1] = replace(last, tracked=cut(last.tracked, 0, stop))


def split_salutation(draft: Draft) -> None:
    """Part a salutation from the text that goes on behind it in the same line."""
    if not draft.body or draft.body[0].said:
        return
    first = draft.body[0]
    found = _ADDRESSED.match(first.text)
    if found and is_salutation(found[0]) and len(first.text) - found.end() >= 5:
        behind = cut(first.tracked, found.end(), len(first.text))
        draft.body[:1] = [
            replace(first, tracked=cut(first.tracked, 0, found.end())),
            replace(first, tracked=behind, blanks=0),
        ]


_ADDRESSED = lazy_regex(
    either(
        f"(?:{DEAR}|各位|{PEERS}|朋友们|大家|"
        "(?:广大|全体)(?=[^。，；！？：:]{2,30}(?:们|群众|同志|居民|师生|家长|职工)[：:]))[^。，；！？：:]{0,40}(?:[，,][^。，；！？：:]{2,12})?[：:]"
    )
)


def merge_broken(signed: Sequence[Tracked]) -> list[Tracked]:
    """Put a name broken over two lines together (靳 / 文 2010年12月7日)."""
    result: list[Tracked] = []
    for piece in signed:
        if (
            result
            and len(result[-1].text) == 1
            and byline.starts_with_rest(result[-1].text, piece.text)
        ):
            first = result[-1]
            middle = (Edit(first.end, "\n", "", "line-join"),)
            if piece.start == first.end + 1:
                result[-1] = tracking_join(first, middle, piece)
                continue
        result.append(piece)
    return result
