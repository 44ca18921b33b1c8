"""Tells headings, run-in headings, list items and the rest apart, and gives headings a level.

A level is a depth, from 1: the marks used in one work are nested as they appear, with the
order of official documents (``signs.RANK``) to tell outer from inner ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, cast

from ..divisions import days
from ..model import BlockKind
from ..signatures import byline
from ..text.captions import is_caption
from ..text.signs import (
    RANK,
    SENTENCE_END,
    Date,
    Mark,
    date,
    enumerates,
    is_closing,
    is_document_number,
    is_letterhead,
    is_note,
    is_salutation,
    mark,
)
from ..tops.titles import LAST
from . import companions, enumerations, outlines, subjects
from .enumerations import MAX_RUN_IN, run_in_length
from .lines import Line
from .reflow import LONG_HEADING

#: A heading is at most this long (characters, mark included).
MAX_HEADING = 46
#: A numbered sentence with its text below it is a heading up to this length (characters).
_SENTENCE = 36
_INNER_STOP = re.compile(r"[。！？!?；;]|\.(?=[\u4e00-\u9fff])")
# What a paragraph ends with, or the salutation and the like above a heading.
_ENDED = re.compile(r"(?:[。！？!?；;：:”）)…]|(?<=[\u4e00-\u9fff])\.)$")
_PROSE = re.compile(r"[，,。；;：:！？!?]")
# 第一点，要明白为谁干: counted like prose, but with its text below it.
_POINT = re.compile("第.{1,2}(?:[点點步]|个问题|個問題|个方面|個方面)")
# 清晨：四点二十: a heading with a colon in it, where others have one too.
_COLON = re.compile(r"(?!.{0,9}[说說道问問])[^，。；：！？:“]{2,8}[：:][^，。；：！？:“]{2,20}")
# Letters set apart by bars or dots: 人|物|名|片.
_SPACED = re.compile("[\u4e00-\u9fff](?:\\s?[|｜·/]\\s?[\u4e00-\u9fff])+")


class Kind(NamedTuple):
    """What a line is; see :class:`model.Block`.  ``sure`` is False where it was a near thing."""

    kind: BlockKind
    level: int = 0
    run_in: int = 0
    sure: bool = True


def classify(lines: Sequence[Line]) -> list[Kind]:
    """Give the kind of each line of a work's body."""
    marks = [mark(line.text) for line in lines]
    for index, numeral in [*companions.bare_numerals(lines), *outlines.marks(lines)]:
        marks[index] = numeral
    verse = companions.verse(lines, marks)
    stages = companions.stages(lines)
    halves = [index for index, line in enumerate(lines) if _with_colon(lines, index)]
    pure = [_is_pure(lines, marks, i) for i in range(len(lines))]
    limits: dict[str, int] | None = None
    labels = subjects.find(lines, marks)
    pairs = companions.pairs(lines, marks)
    diary = days.find(lines, marks)
    items = enumerations.items(lines, marks)
    over_periods, periods = companions.periods(lines)
    result: list[Kind] = []
    depth: list[tuple[str, float]] = []
    seen_body = False
    for index, (line, sign) in enumerate(zip(lines, marks, strict=True)):
        text = line.text
        if line.said in _SAID:
            result.append(_said(line, sign, depth))
            seen_body = True
            continue
        if sign is None:
            if is_document_number(text) or is_note(text) or is_letterhead(text) or is_caption(text):
                result.append(Kind("note"))
            elif is_closing(text):
                result.append(Kind("closing"))
            elif not seen_body and is_salutation(text):
                result.append(Kind("salutation"))
            elif (
                (len(halves) > 1 and index in halves)
                or index in pairs
                or index in stages
                or index in diary
                or index in over_periods
                or index in periods
                or (index not in verse and _is_subhead(lines, marks, index))
            ):
                rank = _rank_of_subhead(depth, marks, pure)
                inner = index in periods
                level = _enter(depth, "period" if inner else "unnumbered", rank + inner / 4)
                result.append(Kind("heading", level, sure=False))
            elif label := labels.get(index):
                seen_body = True
                level = _enter(depth, "unnumbered", _rank_of_subhead(depth, marks, pure))
                result.append(Kind("paragraph", level, label, sure=True))
            else:
                seen_body = True
                result.append(Kind("paragraph"))
            continue
        if (
            result
            and result[-1].kind == "note"
            and len(text) < 60
            and _ATTACHED.match(_first_note(lines, result))
        ):
            result.append(Kind("note"))
            continue
        seen_body = True
        if index in items:
            result.append(Kind("list-item"))
            continue
        if pure[index]:
            result.append(Kind("heading", _enter(depth, sign.form, RANK[sign.form])))
            continue
        run_in = run_in_length(text, sign)
        outer = sign.form in ("part", "chinese", "chinese-paren")
        if outer and not run_in and len(text) > MAX_HEADING:
            limits = _limits(lines, marks) if limits is None else limits
            run_in = run_in_length(text, sign, limits.get(sign.form, MAX_RUN_IN))
        if outer and run_in:
            result.append(Kind("paragraph", _enter(depth, sign.form, RANK[sign.form]), run_in))
        elif run_in:
            level = _enter(depth, sign.form, RANK[sign.form])
            result.append(Kind("list-item", level, run_in))
        else:
            result.append(Kind("list-item"))
    return result


def _limits(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[str, int]:
    """Give how long a run-in heading may be, by the forms of marks that mostly have one."""
    if not any(marks):
        return {}
    numbered: Counter[str] = Counter()
    run_in: Counter[str] = Counter()
    for line, sign in zip(lines, marks, strict=True):
        if sign and len(line.text) > MAX_HEADING:
            numbered[sign.form] += 1
            run_in[sign.form] += run_in_length(line.text, sign) > 0
    return {
        form: MAX_RUN_IN * 2
        for form, count in run_in.items()
        if count >= 2 and count * 3 >= numbered[form] * 2
    }


_SAID = ("heading", "paragraph", "list-item", "salutation", "closing", "note")


def _said(line: Line, sign: Mark | None, depth: list[tuple[str, float]]) -> Kind:
    """Give the kind that the editor says a line is."""
    if line.said == "heading":
        form, rank = (sign.form, float(RANK[sign.form])) if sign else ("unnumbered", 0.5)
        return Kind("heading", line.level or _enter(depth, form, rank))
    run_in = run_in_length(line.text, sign) if sign and line.said == "list-item" else 0
    return Kind(cast(BlockKind, line.said), line.level or int(run_in > 0), run_in)


_ATTACHED = re.compile(r"附件?\s?[：:]?")


def _first_note(lines: Sequence[Line], result: Sequence[Kind]) -> str:
    """Give the first line of the run of notes that ends before the next line."""
    index = len(result)
    while index and result[index - 1].kind == "note":
        index -= 1
    for line in lines[index : len(result)]:
        if _ATTACHED.match(line.text):
            return line.text
    return ""


def _enter(depth: list[tuple[str, float]], form: str, rank: float) -> int:
    """Enter a heading into the stack of open ones and give its level."""
    forms = [name for name, _ in depth]
    if form in forms:
        del depth[forms.index(form) + 1 :]
    else:
        while depth and depth[-1][1] >= rank:
            depth.pop()
        depth.append((form, rank))
    return len(depth)


def _rank_of_subhead(
    depth: list[tuple[str, float]], marks: Sequence[Mark | None], pure: Sequence[bool]
) -> float:
    """Give the rank of an unnumbered heading: outermost unless numbered ones are open."""
    for form, rank in depth:
        if form == "unnumbered":
            return rank
    return depth[-1][1] + 0.5 if depth else 0.5


def _is_pure(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a marked line is a heading and nothing else."""
    sign = marks[index]
    text = lines[index].text
    if sign is None or len(text) > (MAX_HEADING if sign.form != "chinese" else LONG_HEADING):
        return False
    if len(text) > MAX_HEADING and not _over_its_parts(lines, marks, index):
        return False
    if len(text) == sign.length:  # a mark alone on its line parts a text like a heading
        return index + 1 < len(lines)
    if sign.form == "part":
        return True
    body = text[sign.length :]
    inner = _INNER_STOP.search(body)
    if inner and inner.end() < len(body.rstrip("”’」』）)")):
        return False
    colon = re.search(r"[：:]", body)
    if colon and colon.end() < len(body) and len(body) - colon.end() > 12:
        return _in_halves(lines, marks, index)
    if body[-1] in "，,、；;":
        return False
    last = index + 1 >= len(lines)
    following = None if last else marks[index + 1]
    before = marks[index - 1] if index else None
    ended = bool(SENTENCE_END.search(text))
    sibling_next = following is not None and following.form == sign.form
    sibling_before = before is not None and before.form == sign.form
    if sign.form in ("chinese", "chinese-paren"):
        if not ended:
            return not (last and sibling_before)
        return not (
            sibling_next or last or (sibling_before and len(lines[index - 1].text) <= MAX_HEADING)
        )
    if ended and sign.form == "decimal" and len(text) <= _SENTENCE:
        return _heads_its_text(lines, marks, index)
    if ended or (date(body) and len(body) < 12):
        return False
    if sibling_next or last:
        return False
    if following is not None:
        return RANK[following.form] > RANK[sign.form]
    return not (sibling_before and len(lines[index - 1].text) <= MAX_HEADING)


def _over_its_parts(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a long line with an outer mark is a heading: no sentence, its text below."""
    text = lines[index].text
    if index + 1 >= len(lines) or text[-1] in _STOPPING or _INNER_STOP.search(text):
        return False
    below, sign = lines[index + 1].text, marks[index + 1]
    inner = sign is not None and sign.number == 1 and sign.form != "chinese"
    return inner or (sign is None and len(below) > len(text) and below[-1] in _STOPPING)


_STOPPING = "。！？；：!?;:"


def _in_halves(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a marked line has a long half behind its colon and is a heading all the same.

    一、灯从哪里来：弄明白共产党员的光亮靠什么点燃, with its text or its first part below; not
    一、时间：……, which has the next item below, nor what ends like a sentence.
    """
    sign = marks[index]
    if sign is None or sign.form not in ("chinese", "chinese-paren"):
        return False
    if SENTENCE_END.search(lines[index].text) or index + 1 >= len(lines):
        return False
    below = marks[index + 1]
    if below is not None:
        return below.number == 1 and RANK[below.form] > RANK[sign.form]
    return (
        _over_text(lines, marks, index) and SENTENCE_END.search(lines[index + 1].text) is not None
    )


def _heads_its_text(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a numbered sentence is a heading: its text below it, a sibling near by."""
    sign = marks[index]
    if sign is None or not _over_text(lines, marks, index):
        return False
    for place in range(index - 1, max(index - 8, -1), -1):
        earlier = marks[place]
        if earlier is not None:
            alike = earlier.form == sign.form and earlier.number == sign.number - 1
            if alike and len(lines[place].text) <= _SENTENCE and _over_text(lines, marks, place):
                return True
            break
    for place in range(index + 2, min(index + 8, len(lines))):
        later, text = marks[place], lines[place].text
        if later is not None:
            next_one = later.form == sign.form and later.number == sign.number + 1
            return next_one and (len(text) <= _SENTENCE or run_in_length(text, later) > 0)
    return False


def _over_text(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether an unmarked and longer line is below a line."""
    if index + 1 >= len(lines) or marks[index + 1] is not None:
        return False
    return len(lines[index + 1].text) > len(lines[index].text)


def _with_colon(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can be a heading in two halves, with its text below."""
    text = lines[index].text
    if len(text) > 28 or not (":" in text or "：" in text) or index + 1 >= len(lines):
        return False
    if not _COLON.fullmatch(text) or is_note(text) or byline.looks_like(text):
        return False
    return bool(SENTENCE_END.search(lines[index + 1].text)) and len(lines[index + 1].text) > 20


def _of_a_year(text: str, day: Date) -> bool:
    """Say whether a line names what was done in a year (2025年工作回顾), and no more of a date."""
    return len(day.iso) == len("2025") and len(text) - day.end >= 4


def _is_subhead(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether an unmarked line is an unnumbered heading."""
    text = lines[index].text
    if not 3 <= len(text) <= 28 or (_PROSE.search(text.rstrip("：:")) and len(text) > 20):
        return False
    if index + 1 >= len(lines) or SENTENCE_END.search(text) or text[-1] in "，,、：:…—":
        return False
    if text[0] in "—―" or (text[0] in "（(" and text[-1] in "）)"):
        return False  # where a motto is from (——题记), what a picture shows, what the hearers did
    named = _POINT.match(text) and not re.search("[。；;！？!?]", text)  # 第一个问题：怎样带队伍
    day = date(text)
    if (re.search(r"[。；;：:！？!?]", text) and not named) or (day and not _of_a_year(text, day)):
        return False
    if enumerates(text) and not _POINT.match(text) and not LAST.fullmatch(text):
        return False
    if not re.search(r"[\u4e00-\u9fff]{2}", text) and not _SPACED.fullmatch(text):
        return False
    if index and not _ENDED.search(lines[index - 1].text) and not marks[index - 1]:
        previous = lines[index - 1].text
        if len(previous) > 40:
            return False
    following = lines[index + 1].text
    if byline.names_person(text) and not (len(following) > 20 and SENTENCE_END.search(following)):
        return False  # one of a roster
    return (
        marks[index + 1] is not None
        or (len(following) > len(text) and (len(following) >= 20 or bool(_PROSE.search(following))))
        or (len(following) >= 8 and bool(SENTENCE_END.search(following)))
    )
