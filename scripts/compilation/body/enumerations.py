"""Tells the items of lists from headings: by what stands over them, and by each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.numerals import CHINESE, value
from ..text.signs import BLANK, SENTENCE_END, Mark
from .lines import Line

#: A run-in heading is at most this long (characters, mark included).
MAX_RUN_IN = 42
# The colon of an hour (9:20) is no stop.
_STOP = re.compile(rf"[。！？!?；;]|[：:](?!(?<=\d[：:])\d)|\.(?=[{BLANK}]?[\u4e00-\u9fff])|——|--")


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
_ARTICLE = re.compile(
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
        if line.tracked.text[0] == "第" and (article := _ARTICLE.match(line.text)):
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
    """Find marked sentences one below the other, from 一 on: items, not headings.

    A few may have a short first sentence; where most do, those are run-in headings.
    """
    found: set[int] = set()
    run: list[int] = []
    above: Mark | None = None
    for index, sign in enumerate([*marks, None]):
        if sign and above and (sign.form, sign.number) == (above.form, above.number + 1):
            run.append(index)
        else:
            if len(run) >= _LIST and _all_sentences(lines, marks, run):
                found.update(run)
            run = [index] if sign and sign.number == 1 and sign.form in _OUTER else []
        above = sign if run else None
    return found


def _all_sentences(lines: Sequence[Line], marks: Sequence[Mark | None], run: Sequence[int]) -> bool:
    """Say whether all of some marked lines end as sentences do, and most have no run-in heading."""
    if not all(SENTENCE_END.search(lines[index].text) for index in run):
        return False
    headed = sum(
        (sign := marks[i]) is not None and run_in_length(lines[i].text, sign) > 0 for i in run
    )
    return headed * 3 <= len(run)


_OUTER = ("chinese", "chinese-paren")
