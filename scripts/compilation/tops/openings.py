"""Reads the top of a work: title, doubled title, subtitle and byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions import successions
from ..divisions.likeness import alike
from ..signatures import byline
from ..signatures.names import is_office, is_surely_name
from ..signatures.persons import person_as_title
from ..signatures.undertitles import (
    is_top_byline,
    members,
    named_here,
    of_another,
    of_body_here,
    of_the_signer,
    office_and_date,
    pair_here,
)
from ..text.signs import (
    core,
    ends_with_genre,
    is_closing,
    is_document_number,
    is_han,
    is_letterhead,
    is_prize,
    is_salutation,
    mark,
    squeeze,
)
from ..text.tracking import Tracked, cut
from ..text.variants import either
from .doubles import is_kind_again, own_below_page
from .drafts import DASH, Draft
from .splits import signed_again, split_dash, split_signed, split_usual, without_number
from .stuck import unstick as unstick
from .titles import DASHED, FAR, TITLE_LABEL, is_occasion, title_like, title_size

_FANWEN = re.compile(either(r"(?:范文|精选|通用|优秀|最新|\d{4}|[0-9]{1,2}篇)$"))


def take_title(draft: Draft, lines: Sequence[Line], dropped: list[Dropped]) -> int:
    """Take title, doubled title, subtitle and byline from the top of ``lines``.

    Gives the number of lines taken.  A doubled title is put on ``dropped``.
    """
    index = 0
    while (
        index < len(lines)
        and not draft.name
        and not lines[index].said
        and is_document_number(lines[index].text)
    ):
        draft.body.append(lines[index])
        index += 1
    while index < len(lines):
        text = lines[index].text
        if said := lines[index].said:
            if said not in ("title", "subtitle", "byline"):
                break
            if said == "title" and draft.given:  # its own, under the one in the header
                draft.given, draft.person, draft.title = "", None, []
            getattr(draft, said).append(lines[index].tracked)
            index += 1
            continue
        if signed_again(draft, lines[index], dropped):
            index += 1
            continue
        if size := _title_in_full(draft, lines, index):
            for whole in draft.title:
                dropped.append(Dropped(whole.start, whole.end, "doubled-title"))
            dropped.sort(key=lambda item: item.start)
            draft.body.append(lines[index])
            draft.title = [line.tracked for line in lines[index + 1 : index + 1 + size]]
            index += 1 + size
            continue
        if size := own_below_page(draft, lines, index):
            for whole in [*draft.title, *draft.subtitle]:
                dropped.append(Dropped(whole.start, whole.end, "doubled-title"))
            dropped.sort(key=lambda item: item.start)
            draft.title = [line.tracked for line in lines[index : index + size]]
            draft.subtitle = []
            split_dash(draft)
            index += size
            continue
        if is_kind_again(draft, lines, index):
            drop_title(draft, lines[index], dropped)
            index += 1
            continue
        if _heads_document(draft, lines, index):
            draft.body.append(lines[index])
            index += 1
            continue
        names = [draft.name, *(t.text for t in draft.subtitle)]
        names += [half for half in draft.name.split()[1:] if len(half) >= 6]
        if without_number(draft, lines[index], dropped):
            index += 1
            continue
        if size := max((_repeats(name, lines[index : index + 4]) for name in names), default=0):
            for line in lines[index : index + size]:
                drop_title(draft, line, dropped)
            index += size
            continue
        if alike(core(draft.name), core(text)) and index <= 1 and not byline.looks_like(text):
            draft.slip = text
            drop_title(draft, lines[index], dropped)
            index += 1
            continue
        if not draft.name:
            if _signs_over_title(lines, index) or (draft.habits.over and not draft.byline):
                draft.byline.append(lines[index].tracked)
                index += 1
                continue
            labelled = index + 1 < len(lines) and TITLE_LABEL.match(lines[index + 1].text)
            if draft.byline and labelled and len(text) <= 30:
                draft.byline.append(lines[index].tracked)  # the office below the name
                index += 1
                continue
            if index == 0 and _person_with_colon(lines[0].text):
                draft.title.append(cut(lines[0].tracked, 0, len(text) - 1))
                piece = cut(lines[0].tracked, len(text) - 1, len(text))
                dropped.append(Dropped(piece.start, piece.end, "header-mark"))
                index += 1
                continue
            single = index == 0 and len(text) == 1 and is_han(text)
            if not (single or title_like(text)) or (index + 1 >= len(lines) and index > 0):
                break
            if draft.habits.titled and not draft.byline and _person_alone(draft, lines, index):
                draft.byline.append(lines[index].tracked)
                draft.guessed = text
                index += 1
                continue
            if byline.looks_like(text):
                break
            size = title_size(lines[index : index + 8])
            if label := TITLE_LABEL.match(text):
                piece = cut(lines[index].tracked, 0, label.end())
                dropped.append(Dropped(piece.start, piece.end, "header-mark"))
                draft.title.append(cut(lines[index].tracked, label.end(), len(text)))
                index += 1
                continue
            draft.title += [line.tracked for line in lines[index : index + size]]
            split_signed(draft)
            split_usual(draft)
            split_dash(draft)
            index += size
            continue
        if not draft.mark and draft.given and (size := _own_title(draft, lines, index)):
            own = [line.tracked for line in lines[index : index + size]]
            draft.given, draft.person, draft.title = "", None, own
            index += size
            continue
        beside = is_prize(text) or _WHEN_AND_WHERE.fullmatch(text)
        if beside and index + 1 < len(lines) and is_top_byline(lines, index + 1):
            draft.body.append(lines[index])
            index += 1
            continue
        if of_the_signer(draft, text):
            draft.byline.append(lines[index].tracked)
            index += 1
            continue
        if _is_subtitle(draft, lines, index):
            _take_subtitle(draft, lines[index].tracked, dropped)
            index += 1
            continue
        if size := 0 if draft.byline else successions.offices_over_name(lines, index):
            draft.byline += [line.tracked for line in lines[index : index + size + 1]]
            index += size + 1
            continue
        if size := 0 if draft.byline else members(lines, index):
            draft.byline += [line.tracked for line in lines[index : index + size]]
            index += size
            continue
        sure = is_top_byline(lines, index) or of_body_here(draft, lines, index)
        sure = sure or pair_here(draft, lines, index) or office_and_date(draft, lines, index)
        if not sure and named_here(draft, lines, index):
            draft.guessed = text
        if (sure or draft.guessed == text) and not of_another(draft, text):
            draft.byline.append(lines[index].tracked)
            index += 1
            continue
        if index == 0 and _title_below_kind(draft, lines):
            draft.given, draft.person, draft.title = "", None, [lines[index].tracked]
            index += 1
            continue
        break
    return index


# When and where a speech was given, without the year: （1月13日下午，行政楼会议室）.
_WHEN_AND_WHERE = re.compile("[（(]\\d{1,2}月\\d{1,2}日[^。；（()）]{2,30}[）)]")


def _signs_over_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line under a bare mark signs, with the title below it."""
    if index + 2 >= len(lines) or not byline.looks_like(lines[index].text):
        return False
    below = lines[index + 1].text
    if index + 3 < len(lines) and TITLE_LABEL.match(lines[index + 2].text):
        return is_office(below) or byline.looks_like(below, True)
    return bool(TITLE_LABEL.match(below)) or (title_like(below) and not byline.looks_like(below))


def _person_with_colon(text: str) -> bool:
    """Say whether a line is a person's name and a colon, who speaks below."""
    return text[-1] in "：:" and is_surely_name(squeeze(text[:-1]))


_SALUTATION = re.compile(
    either("(?:尊敬|敬爱|亲爱)的|各位|[^。，]{2,20}(?:同志|朋友|家长|同学|居民)们?[：:]")
)


def _person_alone(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a person under a header signs, in a book whose other headers have titles."""
    if draft.mark or index + 1 >= len(lines) or title_like(lines[index + 1].text):
        return False
    return person_as_title(lines[index].text) is not None


def _heads_document(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether the head or number of an official document stands over its title."""
    if not draft.given or draft.title or draft.subtitle or draft.byline or index > 2:
        return False
    text = lines[index].text
    return is_document_number(text) or is_letterhead(text)


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


#: What only names a kind of text, over its full title, has at most this many characters.
_LABEL = 4


def _own_title(draft: Draft, lines: Sequence[Line], index: int) -> int:
    """Give the number of lines of a title that a work has of its own under its chapter's, or 0.

    One that names its kind, is not said to be a part of it, and is signed right below, or
    begins and ends like that of the chapter.
    """
    text = lines[index].text
    if draft.title or draft.subtitle or not title_like(text):
        return 0
    if successions.offices_over_name(lines, index):
        return 0
    if draft.habits.own and index == 0 and len(lines) > 1 and not byline.looks_like(text, True):
        return 1
    if DASH.search(text) or text[0] in "（(《" or re.search(r"[0-9０-９]{1,2}\s?[篇则份]$", text):
        return 0
    dashed = index + 2 < len(lines) and DASHED.match(lines[index + 1].text)
    if dashed and len(text) >= 4 and not byline.looks_like(text, True):
        return int(not mark(lines[index + 2].text))  # with a subtitle of its own
    size = title_size(lines[index : index + 4])
    own, name = core("".join(line.text for line in lines[index : index + size])), core(draft.name)
    if not ends_with_genre(own):
        return int(size == 1 and len(own) >= 2 and successions.person_below(lines, index))
    if draft.body and all(is_document_number(x.text) or is_letterhead(x.text) for x in draft.body):
        return size
    if size == 1 and len(own) >= 6 and ends_with_genre(draft.name):
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        if own[-2:] != name[-2:] or _SALUTATION.match(after):
            return size  # of another kind (演讲稿, under 心得体会), or it is a letter
    if own[:2] == name[:2] and own[-4:] == name[-4:] and len(own) > len(name) >= 6:
        return size
    if size == 1 and len(name) <= _LABEL and len(own) >= len(name) + 4 and own[-2:] == name[-2:]:
        return int(successions.person_below(lines, index))  # 动员讲话 only says what follows
    if size == 1 and len(own) >= 4 and own in name:
        return 1  # 个人剖析材料, under 个人剖析材料及整改措施
    below = lines[index + 1 : index + 3]
    return int(size == 1 and any(byline.looks_like(line.text) for line in below))


def _title_below_kind(draft: Draft, lines: Sequence[Line]) -> bool:
    """Judge whether the line under a header that only names a kind of text is the text's title.

    It stands in the middle of the page, or it would be the only heading without a number.
    """
    if draft.mark or draft.title or not draft.given or not ends_with_genre(draft.given):
        return False
    line = lines[0]
    if len(lines) < 3 or len(line.text) > 30 or not title_like(line.text) or line.poured:
        return False
    if byline.looks_like(line.text, True) or is_closing(line.text) or len(line.text) < 3:
        return False
    if _SALUTATION.match(line.text):
        return False  # 各位领导：大家好！
    if len(lines[1].text) < 6:
        return False
    others = [
        one
        for one in lines[1:-1]
        if len(one.text) <= 30 and title_like(one.text) and not byline.looks_like(one.text, True)
    ]
    return (line.indent >= FAR and lines[1].indent < FAR) or not others


def _repeats(name: str, lines: Sequence[Line]) -> int:
    """Give the number of lines that together say the title again, or 0."""
    wanted = core(name)
    if len(wanted) < 2:
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


def drop_title(draft: Draft, line: Line, dropped: list[Dropped]) -> None:
    """Drop a line that says the title again."""
    dropped.append(Dropped(line.tracked.start, line.tracked.end, "doubled-title"))


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
    if is_document_number(text) or is_closing(text) or draft.subtitle:
        return False
    below = mark(lines[index + 1].text)
    if below and below.number == 1 and below.form == "decimal":
        return False  # a heading over its list
    if re.search(r"[0-9０-９]{1,2}\s?[篇则份]$", text):
        return True
    if DASH.search(text):
        return True
    return bool(text[0] in "（(《" and text[-1] in "）)》" and len(text) <= 30) or (
        ends_with_genre(text) and len(text) >= 6
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
_TELLS = re.compile(either("[记写访献致追忆悼读观听给赠纪来谈论浅试由从]"))
