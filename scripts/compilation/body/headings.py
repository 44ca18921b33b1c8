"""Judges whether a line is a heading and nothing else, by its words and what is around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..divisions import days
from ..gaps import is_row
from ..signatures import byline
from ..text.dates import Date, date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, RANK, SENTENCE_END, Mark, enumerates, is_closing, is_motto, is_note
from ..tops.spoken import greets
from ..tops.titles import LAST
from .continuation import LONG_HEADING, tells_another
from .enumerations import run_in_length
from .lines import Line

#: A heading is at most this long (characters, mark included).
LONGEST = 46
#: A numbered sentence with its text below it is a heading up to this length (characters).
_SENTENCE = 36
_INNER_STOP = lazy_regex(rf"[。！？!?；;]|\.(?=[{BLANK}]?[\u4e00-\u9fff])")
# What a paragraph ends with, or the salutation and the like above a heading.
_ENDED = lazy_regex(r"(?:[。！？!?；;：:”）)…]|(?<=[\u4e00-\u9fff])\.)$")
_PROSE = lazy_regex(r"[，,。；;：:！？!?]")
# 第一点，要明白为谁干: counted like prose, but with its text below it.
_POINT = lazy_regex("第.{1,2}(?:[点點步]|个问题|個問題|个方面|個方面)")
# 清晨：四点二十: a heading with a colon in it, where others have one too.
_COLON = lazy_regex(
    r"(?!.{0,9}[说說道问問])[^，。；：！？:“]{2,8}[：:](?!“[^”]*”$)[^，。；：！？:]{2,20}"
)
# Letters set apart by bars or dots: 人|物|名|片.
_SPACED = lazy_regex("[\u4e00-\u9fff](?:\\s?[|｜·/]\\s?[\u4e00-\u9fff])+")


def numbered(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a marked line is a heading and nothing else."""
    sign = marks[index]
    text = lines[index].text
    if sign is None or len(text) > (LONGEST if sign.form != "chinese" else LONG_HEADING):
        return False
    if len(text) > LONGEST and not _over_its_parts(lines, marks, index):
        return False
    if len(text) == sign.length:  # a mark alone on its line parts a text like a heading
        return index + 1 < len(lines)
    if sign.form == "part":
        return True
    body = text[sign.length :]
    inner = _INNER_STOP.search(body)
    if inner and inner.end() < len(body.rstrip("”’」』）)")):
        return False
    colon = re.search(r"[：:](?=.)", body)
    if colon and _answers(marks, index):
        return False
    if colon and len(body) - colon.end() > 12:
        return _halved(lines, marks, index)
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
        if sibling_next or last or (sibling_before and len(lines[index - 1].text) <= LONGEST):
            return False
        outer = following is not None and RANK[following.form] < RANK[sign.form]
        below = lines[index + 1].text
        return not (outer or is_closing(below) or below.startswith("以上"))  # it has no text
    if ended and sign.form == "decimal" and len(text) <= _SENTENCE:
        return _heads_its_text(lines, marks, index)
    if ended or (date(body) and len(body) < 12):
        return False
    if sibling_next or last or _leads_among_rules(lines, marks, index):
        return False
    if following is not None:
        return RANK[following.form] > RANK[sign.form]
    return not (sibling_before and len(lines[index - 1].text) <= LONGEST)


def _over_its_parts(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether a long line with an outer mark is a heading: no sentence, its text below."""
    text = lines[index].text
    if index + 1 >= len(lines) or text[-1] in _STOPPING or _INNER_STOP.search(text):
        return False
    below, sign = lines[index + 1].text, marks[index + 1]
    inner = sign is not None and sign.number == 1 and sign.form != "chinese"
    return inner or (sign is None and len(below) > len(text) and below[-1] in _STOPPING)


_STOPPING = "。！？；：!?;:"


def _answers(marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether what a line has behind its colon is all of its part: the next part is below.

    一、主题：把堤守住, and below it 二、时间：……
    """
    sign, below = marks[index], marks[index + 1] if index + 1 < len(marks) else None
    if sign is None or below is None:
        return False
    return (below.form, below.number) == (sign.form, sign.number + 1)


def _halved(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
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


#: A rule of a list has so many characters or more.
_RULE = 24
_LEADS = lazy_regex("(?:下列|以下|如下)[^。；]{0,12}[：:]$")


def _leads_among_rules(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether a line leads in its cases (符合下列情形的：) among rules in full sentences.

    The rule above and the next one below are no headings: they have nothing below them.
    """
    sign = marks[index]
    if sign is None or not index or not _LEADS.search(lines[index].text):
        return False
    above = marks[index - 1]
    if above is None or (above.form, above.number) != (sign.form, sign.number - 1):
        return False
    near = range(index + 1, len(marks))
    below = next((i for i in near if (m := marks[i]) and m.form == sign.form), index - 1)
    rules = (lines[index - 1].text, lines[below].text)
    return all(len(text) >= _RULE and SENTENCE_END.search(text) for text in rules)


def _over_text(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether an unmarked and longer line is below a line."""
    if index + 1 >= len(lines) or marks[index + 1] is not None:
        return False
    return len(lines[index + 1].text) > len(lines[index].text)


#: A heading in two halves has at most so many characters.
HALVES = 28


def in_halves(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can be a heading in two halves, with its text below."""
    text = lines[index].text
    if len(text) > HALVES or not (":" in text or "：" in text) or index + 1 >= len(lines):
        return False
    if not _COLON.fullmatch(text) or is_note(text) or byline.looks_like(text):
        return False
    if index and tells_another(lines[index - 1].text, text):
        return False  # 时间：……, and below it 对象：……
    below = lines[index + 1].text
    return len(below) > 20 and (below[-1] in "：:" or SENTENCE_END.search(below) is not None)


def _of_a_year(text: str, day: Date) -> bool:
    """Say whether a line names what was done in a year (2025年工作回顾), and no more of a date."""
    return len(day.iso) == len("2025") and len(text) - day.end >= 4


def _goes_on_counting(marks: Sequence[Mark | None], index: int, below: Mark) -> bool:
    """Say whether a mark below a line counts on from above: nothing stands under the line."""
    if below.number < 2:
        return False
    above = (sign for sign in reversed(marks[:index]) if sign and sign.form == below.form)
    last = next(above, None)
    return last is not None and last.number == below.number - 1


# A work that a text refers to, in a list of them: [1] 石桥乡志.油印本.1985.
_REFERENCE = lazy_regex(r"[\[［〔]\d{1,3}[\]］〕]")


def unnumbered(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Judge whether an unmarked line is an unnumbered heading."""
    text = lines[index].text
    if not 3 <= len(text) <= 28 or (_PROSE.search(text.rstrip("：:")) and len(text) > 20):
        return False
    if index + 1 >= len(lines) or SENTENCE_END.search(text) or text[-1] in "，,、：:…—":
        return False
    if (
        greets(text)
        or is_motto(text)
        or text[0] in "—―"
        or (text[0] in "（(" and text[-1] in "）)")
    ):
        return False  # where a motto is from (——题记), what a picture shows, what the hearers did
    named = _POINT.match(text) and not re.search("[。；;！？!?]", text)  # 第一个问题：怎样带队伍
    if _REFERENCE.match(text) and (text[-1] == "." or _REFERENCE.match(lines[index + 1].text)):
        return False
    if days.is_day(text):
        return False  # the only one that the text tells of: those of a diary are known together
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
    if index and _between_parts(lines, marks, index):
        return False
    following = lines[index + 1].text
    if following.startswith(("http://", "https://", "www.")):
        return False  # 点击链接, and the address below it
    if byline.names_person(text) and not (len(following) > 20 and SENTENCE_END.search(following)):
        return False  # one of a roster
    if index and is_row(text) and is_row(lines[index - 1].text):
        return False  # the last row of a table or list
    below = marks[index + 1]
    return (
        (below is not None and not _goes_on_counting(marks, index, below))
        or (
            len(following) > len(text)
            and (len(following) >= LONGEST or bool(_PROSE.search(following)))
        )
        or (len(following) >= 8 and bool(SENTENCE_END.search(following)))
    )


def _between_parts(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether an unmarked line is all that a heading has below it, the next one following.

    三、举办单位, 石桥中学, 四、时间.
    """
    above, below = marks[index - 1], marks[index + 1]
    if above is None or below is None or SENTENCE_END.search(lines[index - 1].text):
        return False
    return (below.form, below.number) == (above.form, above.number + 1)
