"""Judges whether a work has a title of its own under the one of its chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import days, successions
from ..signatures import byline
from ..signatures.names import is_surely_name, is_unit
from ..text.documents import is_document_number, is_letterhead
from ..text.lazy import lazy_regex
from ..text.prizes import heads_winners
from ..text.salutations import DEAR
from ..text.signs import core, ends_with_genre, is_closing, is_han, mark, squeeze
from ..text.variants import either
from .drafts import DASH, Draft
from .titles import DASHED, FAR, title_like, title_size

#: What only names a kind of text, over its full title, has at most this many characters.
_LABEL = 4
_ADDRESSED = lazy_regex(either(f"{DEAR}|各位|[^。，]{{2,20}}(?:同志|朋友|家长|同学|居民)们?[：:]"))


def own_title(draft: Draft, lines: Sequence[Line], index: int) -> int:
    """Give the number of lines of a title that a work has of its own under its chapter's, or 0.

    One that names its kind, is not said to be a part of it, and is signed right below, or
    begins and ends like that of the chapter.
    """
    text = lines[index].text
    if draft.title or draft.subtitle or not title_like(text) or days.is_told(text):
        return 0
    if successions.offices_over_name(lines, index) or _greets(text):
        return 0
    if text[0] == "《" and heads_winners(draft.given):
        return int(successions.person_below(lines, index))  # the only one that won the prize
    usual = draft.habits.own and index == 0 and not DASHED.match(text)
    if usual and len(lines) > 1 and not byline.looks_like(text, True):
        return 1
    if DASH.search(text) or text[0] in "（(《" or re.search(r"[0-9０-９]{1,2}\s?[篇则份]$", text):
        return 0
    dashed = index + 2 < len(lines) and DASHED.match(lines[index + 1].text)
    if dashed and len(text) >= 4 and not byline.looks_like(text, True):
        return int(not mark(lines[index + 2].text))  # with a subtitle of its own
    size = title_size(lines[index : index + 4])
    own, name = core("".join(line.text for line in lines[index : index + size])), core(draft.name)
    if not ends_with_genre(own):
        return int(size == 1 and len(own) >= 2 and _signed_below(draft, lines, index))
    if draft.body and all(is_document_number(x.text) or is_letterhead(x.text) for x in draft.body):
        return size
    if size == 1 and len(own) >= 6 and ends_with_genre(draft.name):
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        if own[-2:] != name[-2:] or _ADDRESSED.match(after):
            return size  # of another kind (演讲稿, under 心得体会), or it is a letter
    if own[:2] == name[:2] and own[-4:] == name[-4:] and len(own) > len(name) >= 6:
        return size
    before = own[: -len(name)] if own.endswith(name) and len(name) > _LABEL else ""
    if is_unit(before) or _WHOSE.fullmatch(before):
        return size  # that of one body or year (某某小学防汛工作总结, under 防汛工作总结)
    if size == 1 and len(name) <= _LABEL and len(own) >= len(name) + 4 and own[-2:] == name[-2:]:
        return int(successions.person_below(lines, index))  # 动员讲话 only says what follows
    if size == 1 and len(own) >= 4 and own in name:
        return 1  # 个人剖析材料, under 个人剖析材料及整改措施
    whom = not is_han(text[0]) or "同志" in own  # ××同志先进事迹材料
    same = ends_with_genre(name) and own[-2:] == name[-2:] and not own.endswith(name)
    if size == 1 and same and not whom:
        return 1  # a subtitle does not say the kind again (班组长安全承诺, under 安全生产承诺)
    below = lines[index + 1 : index + 3]
    signed = any(byline.looks_like(line.text) for line in below)
    return int(size == 1 and (signed or successions.person_below(lines, index)))


def _signed_below(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Say whether who wrote a text stands below its title; under a kind a bare name is enough."""
    if successions.person_below(lines, index):
        return True
    if draft.byline or index + 2 >= len(lines) or not ends_with_genre(draft.given):
        return False
    text, name = lines[index].text, squeeze(lines[index + 1].text)
    signs = is_surely_name(name) and not byline.looks_like(text, True)
    return signs and successions.is_prose(lines[index + 2])


# Whose a text is or of which time, before the words of the header; 再谈防汛 is a subtitle.
_WHOSE = lazy_regex(
    either(
        r"(?![再浅漫也试略][谈论析说议])[^，：；]{0,10}(?:的|(?:19|20)\d\d年?|年度|[上下]半年|季度)"
    )
)


def _greets(text: str) -> bool:
    """Say whether a line addresses the hearers; who speaks may be said below it."""
    return text[-1] in "：:！!" and _ADDRESSED.match(text) is not None


def title_below_kind(draft: Draft, lines: Sequence[Line]) -> bool:
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
    if _ADDRESSED.match(line.text):
        return False  # 各位领导：大家好！
    if len(lines[1].text) < 6:
        return False
    others = [
        one
        for one in lines[1:-1]
        if len(one.text) <= 30 and title_like(one.text) and not byline.looks_like(one.text, True)
    ]
    return (line.indent >= FAR and lines[1].indent < FAR) or not others
