"""Tells the items of lists from headings: by what stands over them, and by each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE, value
from ..text.signs import BLANK, SENTENCE_END, Mark
from .lines import Line

#: A run-in heading is at most this long (characters, mark included).
MAX_RUN_IN = 42
# The colon of an hour (9:20) is no stop.
_STOP = lazy_regex(rf"[。！？!?；;]|[：:](?!(?<=\d[：:])\d)|\.(?=[{BLANK}]?[\u4e00-\u9fff])|——|--")


def run_in_length(text: str, sign: Mark, limit: int = MAX_RUN_IN) -> int:
    """Give the length of the run-in heading at the start of a paragraph, 0 if none.

    It ends before the first stop, must be short (``limit`` characters), and must have text of
    the paragraph behind.
    """
    # No further than a stop at the limit reaches, with what must stand behind it.
    found = _STOP.search(text, sign.length, limit + 3)
    if not found or found.start() > limit or found.start() <= sign.length:
        return 0
    rest = text[found.end() :].strip("”’」』）) \u3000")
    if not rest or found[0] in "；;":
        return 0
    return found.start()


def items(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Give the indexes of the marked lines that are items of a list, whatever their mark."""
    if not any(marks):
        return set()
    return _under_articles(lines, marks) | _in_turn(lines, marks)


#: So many articles in turn make rules.
_RULES = 3
# 第三条 有下列情形之一的：, and what may count on behind the last (第三条之一).
_ARTICLE = lazy_regex(
    rf"第[{BLANK}]?([{CHINESE}]{{1,4}}|\d{{1,3}})[{BLANK}]?条(?:[{BLANK}：:、]|之|【|（|$)"
)


def _under_articles(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Find the numbered lines under the articles of rules, counted from 第一条: all are items.

    A chapter of the rules, or 一、 of the text that goes on behind them, ends an article.
    """
    found: set[int] = set()
    articles = 0
    under = False
    for index, (line, sign) in enumerate(zip(lines, marks, strict=True)):
        if line.text[0] == "第" and (article := _ARTICLE.match(line.text)):
            under = value(article[1]) == articles + 1
            articles += under
        elif sign and sign.form in ("part", "chinese"):
            under = False
        elif sign and under and not line.said:
            found.add(index)
    return found if articles >= _RULES else set()


#: So many sentences in turn make a list.
_LIST = 3


def _in_turn(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """Find marked sentences that count from 一 on: items, not headings.

    What belongs to one of them may stand between two, and the numbers of rules may run on from
    one part to the next.  Up to half may have a short first sentence; where most do, those are
    run-in headings.  Parts of one sentence (……；) are items whatever they begin with.
    """
    found: set[int] = set()
    marked = [(index, sign) for index, sign in enumerate(marks) if sign]
    for form in _OUTER:
        run: list[int] = []
        for index, sign in [*marked, (len(marks), None)]:
            if sign and (sign.form != form or lines[index].said):
                continue
            if sign and sign.number == len(run) + 1 and run:
                run.append(index)
                continue
            if _are_items(lines, marks, run):
                found.update(run)
            run = [index] if sign and sign.number == 1 else []
    return found


def _are_items(lines: Sequence[Line], marks: Sequence[Mark | None], run: Sequence[int]) -> bool:
    """Say whether some marked lines that count from one on are items of a list."""
    texts = [lines[index].text for index in run]
    if len(run) > 1 and all(text[-1] in "；;" for text in texts[:-1]):
        return SENTENCE_END.search(texts[-1]) is not None
    if len(run) < _LIST or not all(SENTENCE_END.search(t) or _LEADS.search(t) for t in texts):
        return False
    headed = sum(
        (sign := marks[i]) is not None and run_in_length(lines[i].text, sign) > 0 for i in run
    )
    over = sum(_over_its_own(lines, marks, index) for index in run)
    return headed * 2 <= len(run) and over * 3 <= len(run)


# A rule that its own list ends: 申请时应当提供下列材料：
_LEADS = lazy_regex("(?:下列|如下|以下)[^，。；：]{0,12}[：:]$")


def _over_its_own(lines: Sequence[Line], marks: Sequence[Mark | None], index: int) -> bool:
    """Say whether text or a list of its own stands below a marked sentence, as below a heading."""
    if index + 1 >= len(lines) or _LEADS.search(lines[index].text):
        return False
    return (below := marks[index + 1]) is None or below.form not in _OUTER


_OUTER = ("chinese", "chinese-paren")


# What a paragraph begins with that tells of one thing of several: 第二双鞋.
_NTH = lazy_regex(f"第(?P<n>[{CHINESE}])(?P<of>[\u4e00-\u9fff]{{2}})")


def counts_next(text: str, other: str) -> bool:
    """Say whether two paragraphs tell of one thing and the next (第二双鞋……, 第三双鞋……)."""
    if text[0] != "第" or other[0] != "第":
        return False
    one, following = _NTH.match(text), _NTH.match(other)
    if not one or not following or one["of"] != following["of"]:
        return False
    return value(following["n"]) == (value(one["n"]) or 0) + 1
