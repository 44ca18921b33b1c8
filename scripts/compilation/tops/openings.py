"""Reads the top of a work: title, doubled title, subtitle and byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions import days, pagetitles, successions
from ..marks.header import LONG_TITLE
from ..signatures import byline, particulars
from ..signatures.labels import names_teacher
from ..signatures.names import is_office, is_surely_name
from ..signatures.persons import person_as_title
from ..text.dates import date
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.occasions import is_occasion
from ..text.prizes import is_over_title, is_prize
from ..text.signs import (
    core,
    ends_with_genre,
    is_closing,
    is_han,
    is_motto,
    is_note,
    is_salutation,
    mark,
    squeeze,
)
from ..text.tracking import Tracked, cut
from ..text.variants import either
from . import cards, couplets
from .drafts import DASH, Draft
from .own_titles import own_title, title_below_kind
from .repeats import take_again
from .splits import split_dash, split_signed, split_usual
from .stuck import unstick as unstick
from .titles import TITLE_LABEL, title_like, title_size
from .undertitles import (
    is_top_byline,
    members,
    named_here,
    of_another,
    of_body_here,
    of_the_signer,
    office_and_date,
    pair_here,
)


def take_title(draft: Draft, lines: Sequence[Line], dropped: list[Dropped]) -> int:
    """Take title, doubled title, subtitle and byline from the top of ``lines``.

    Gives the number of lines taken.  A doubled title is put on ``dropped``.
    """
    index = 0 if draft.name else _take_numbers(draft, lines)
    while index < len(lines):
        if lines[index].said:
            size = _take_said(draft, lines[index])
        elif size := (
            cards.take(draft, lines, index, dropped) or _take_prize(draft, lines, index, dropped)
        ):
            pass
        elif not (size := take_again(draft, lines, index, dropped)):
            take = _take_below if draft.name else _take_first
            size = take(draft, lines, index, dropped)
        if not size:
            break
        index += size
    return index


def _take_numbers(draft: Draft, lines: Sequence[Line]) -> int:
    """Take the numbers of documents over the title, and how to keep the paper (内部资料……).

    Gives how many lines they are.
    """
    size = 0
    while size < len(lines) and not lines[size].said and _over_title(lines[size].text):
        draft.body.append(lines[size])
        size += 1
    return size


def _over_title(text: str) -> bool:
    return is_document_number(text) or (text.lstrip("（(【")[:2] == "内部" and is_note(text))


def _take_prize(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Drop the prize over the title of the work that won it, as on a card; give 1, or 0."""
    if draft.name or index + 2 >= len(lines) or not is_over_title(lines[index].text):
        return 0
    below = lines[index + 1]
    if below.said or not title_like(below.text) or byline.looks_like(below.text):
        return 0
    whole = lines[index].tracked
    dropped.append(Dropped(whole.start, whole.end, "noise-meta"))
    dropped.sort(key=lambda item: item.start)
    return 1


def _take_said(draft: Draft, line: Line) -> int:
    """Take a line of which the editor says what it is; give 1, or 0 where the top is over."""
    if line.said not in ("title", "subtitle", "byline"):
        return 0
    if line.said == "title" and draft.given:  # its own, under the one in the header
        draft.given, draft.person, draft.title = "", None, []
    getattr(draft, line.said).append(line.tracked)
    return 1


def _take_first(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Take the title, or a line that signs over it; give the number of lines, or 0."""
    line, text = lines[index], lines[index].text
    alone = index == 0 and (days.is_only(lines, 0) or _signs_untitled(lines))
    if alone or _signs_above(draft, lines, index):
        draft.byline.append(line.tracked)
        return 1
    if draft.habits.alone and index == 0 and len(lines) > 1 and person_as_title(text):
        stop = len(text.rstrip("：:"))
        draft.byline.append(cut(line.tracked, 0, stop))
        if stop < len(text):
            colon = cut(line.tracked, stop, len(text))
            dropped.append(Dropped(colon.start, colon.end, "header-mark"))
        return 1
    if index == 0 and _person_with_colon(text):
        colon = cut(line.tracked, len(text) - 1, len(text))
        draft.title.append(cut(line.tracked, 0, len(text) - 1))
        dropped.append(Dropped(colon.start, colon.end, "header-mark"))
        return 1
    single = index == 0 and len(text) == 1 and is_han(text)
    long = index == 0 and _signed_long(lines)
    if not (single or long or title_like(text)) or (index + 1 >= len(lines) and index > 0):
        return 0
    if draft.habits.titled and not draft.byline and _person_alone(draft, lines, index):
        draft.byline.append(line.tracked)
        draft.guessed = text
        return 1
    if byline.looks_like(text):
        return 0
    if label := TITLE_LABEL.match(text):
        piece = cut(line.tracked, 0, label.end())
        dropped.append(Dropped(piece.start, piece.end, "header-mark"))
        draft.title.append(cut(line.tracked, label.end(), len(text)))
        return 1
    size = title_size(lines[index : index + 8])
    draft.title += [one.tracked for one in lines[index : index + size]]
    split_signed(draft)
    split_usual(draft)
    split_dash(draft)
    return size


def _signed_long(lines: Sequence[Line]) -> bool:
    """Say whether the first line is a title, though a long one: signed below, and over prose."""
    text = lines[0].text
    if len(lines) < 3 or len(text) > LONG_TITLE or re.search("[。；：！？;:!?]", text):
        return False
    below = 2 if date(lines[2].text) and len(lines) > 3 else 1
    signed = is_top_byline(lines, 1) and bool(byline.read([lines[1].text]).authors)
    return signed and successions.is_prose(lines[below + 1])


# When and where a speech was given, without the year: （1月13日下午，行政楼会议室）.
_WHEN_AND_WHERE = lazy_regex("[（(]\\d{1,2}月\\d{1,2}日[^。；（()）]{2,30}[）)]")


def _take_below(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Take what stands under a title: subtitle, byline, or the title of the text itself.

    Gives the number of lines taken, or 0 where the top of the work is over.
    """
    line, text = lines[index], lines[index].text
    if not draft.mark and draft.given and (size := own_title(draft, lines, index)):
        own = [one.tracked for one in lines[index : index + size]]
        if not (ends_with_genre(draft.given) or ends_with_genre(lines[index + size - 1].text)):
            draft.own = "".join(piece.text for piece in own)
        draft.given, draft.person, draft.title = "", None, own
        return size
    beside = is_prize(text) or _WHEN_AND_WHERE.fullmatch(text)
    if beside and index + 1 < len(lines) and is_top_byline(lines, index + 1):
        draft.body.append(line)
        return 1
    if of_the_signer(draft, text):
        draft.byline.append(line.tracked)
        return 1
    if couplets.below(draft, lines, index):
        draft.subtitle += [line.tracked, lines[index + 1].tracked]
        return 2
    if _is_subtitle(draft, lines, index):
        _take_subtitle(draft, line.tracked, dropped)
        return 1
    if size := _byline_size(draft, lines, index):
        draft.byline += [one.tracked for one in lines[index : index + size]]
        return size
    if index == 0 and title_below_kind(draft, lines):
        draft.given, draft.person, draft.title = "", None, [line.tracked]
        return 1
    return 0


def _byline_size(draft: Draft, lines: Sequence[Line], index: int) -> int:
    """Give how many lines sign here under a title, or 0; one by its place is a guess."""
    if not draft.byline:
        if size := successions.offices_over_name(lines, index):
            return size + 1
        if size := successions.name_over_offices(lines, index):
            return size
        if size := members(lines, index):
            return size
    text = lines[index].text
    sure = is_top_byline(lines, index) or of_body_here(draft, lines, index)
    sure = sure or pair_here(draft, lines, index) or office_and_date(draft, lines, index)
    if not sure and named_here(draft, lines, index):
        draft.guessed = text
    return int((sure or draft.guessed == text) and not of_another(draft, text))


def _signs_above(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line signs that stands over the title."""
    if _signs_over_title(lines, index) or (draft.habits.over and not draft.byline):
        return True
    if not draft.byline and pagetitles.office_over(lines, index):
        return True
    if not draft.byline or index + 1 >= len(lines) or len(lines[index].text) > 30:
        return False
    return TITLE_LABEL.match(lines[index + 1].text) is not None  # the office below the name


def _signs_over_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line under a bare mark signs, with the title below it."""
    if index + 2 >= len(lines) or not byline.looks_like(lines[index].text):
        return False
    below = lines[index + 1].text
    if index + 3 < len(lines) and TITLE_LABEL.match(lines[index + 2].text):
        return is_office(below) or byline.looks_like(below, True)
    return bool(TITLE_LABEL.match(below)) or (title_like(below) and not byline.looks_like(below))


def _signs_untitled(lines: Sequence[Line]) -> bool:
    """Say whether the first line signs a text without a title, or only with a motto.

    It has a label or a sign (作者：周敏, ■周敏), or it is a pupil's: any other person is the title.
    """
    text = lines[0].text
    if len(lines) < 3 or not byline.looks_like(text, True):
        return False
    who = byline.read([text])
    sure = byline.looks_like(text) or particulars.of_class(who.affiliation)
    below = lines[1]
    return sure and bool(who.authors) and (is_motto(below.text) or successions.is_prose(below))


def _person_with_colon(text: str) -> bool:
    """Say whether a line is a person's name and a colon, who speaks below."""
    return text[-1] in "：:" and is_surely_name(squeeze(text[:-1]))


def _person_alone(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a person under a header signs, in a book whose other headers have titles."""
    if draft.mark or index + 1 >= len(lines) or title_like(lines[index + 1].text):
        return False
    return person_as_title(lines[index].text) is not None


def _is_subtitle(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if len(draft.subtitle) >= 2 or index + 1 >= len(lines):
        return False
    if not re.search(r"[\u3400-\u9fff]", text):
        return False
    if dashed := re.match(r"(?:-{2,}|—{1,2}|－{2}|―)+\s*", text):
        plain = text[dashed.end() :]
        return len(text) <= 60 and (bool(_TELLS.match(plain)) or not byline.names_person(plain))
    if is_occasion(text):
        return True
    if not title_like(text) or byline.looks_like(text, True) or is_salutation(text):
        return False
    if pair_here(draft, lines, index):
        return False  # （县图书馆　宁静）
    if is_document_number(text) or is_closing(text) or names_teacher(text) or draft.subtitle:
        return False
    below = mark(lines[index + 1].text)
    if below and below.number == 1 and below.form == "decimal":
        return False  # a heading over its list
    if re.search(r"[0-9０-９]{1,2}\s?[篇则份]$", text):
        return True
    if DASH.search(text) or _OF_CONTEST.fullmatch(text):
        return True
    if text[0] in "（(《" and text[-1] in "）)》" and len(text) <= 30:
        return True
    # What a form is to be filled with are its headings.
    return ends_with_genre(text) and len(text) >= 6 and draft.name[-1:] != "表"


# What a text was chosen from: “守堤有我”演讲比赛选文.
_OF_CONTEST = lazy_regex(
    either(
        "“[^“”]{2,24}”[^。，；！？]{0,8}(?:演讲|征文|朗诵|宣讲)[^。，；！？]{0,6}(?:选文|选登|选刊|参赛[稿文]|获奖作品)"
    )
)


def _take_subtitle(draft: Draft, tracked: Tracked, dropped: list[Dropped]) -> None:
    """Take a subtitle; where it ends by saying (part of) the title again, that end goes."""
    found = DASH.search(tracked.text)
    if found and found.start() > 1:
        after = core(tracked.text[found.end() :])
        if len(after) >= 4 and core(draft.name).endswith(after):
            start = cut(tracked, found.start(), len(tracked.text)).start
            dropped.append(Dropped(start, tracked.end, "doubled-title"))
            tracked = cut(tracked, 0, len(tracked.text[: found.start()].rstrip()))
    draft.subtitle.append(tracked)


# How a subtitle begins that says whom or what a text is about.
_TELLS = lazy_regex(either("[记写访献致追忆悼读观听给赠纪来谈论浅试由从]"))
