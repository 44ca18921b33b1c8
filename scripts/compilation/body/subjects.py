"""Finds run-in headings without a mark: labels of what is said under them (德：……, 能：……)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..signatures.names import is_name
from ..text.numerals import CHINESE
from ..text.signs import Mark, is_note
from ..text.variants import either
from .lines import Line

# 德：本人能够坚持……; a label and what is to be said under it.
_LABELLED = re.compile("(?P<label>[\u4e00-\u9fff]{1,8})[：:](?=.{20})")
# How speakers are called (老梁, 小邢, 周老, 王大姐).
_SPEAKER = re.compile(
    "[老小大阿][\u4e00-\u9fff]|[\u4e00-\u9fff][老总總工局处處科姐哥]|[甲乙丙丁]|.大[姐哥爷爺娘妈媽叔]|.[爷爺奶伯]{1,2}"
)
_NO_LABEL = re.compile(
    either(
        "(?:.*(?:[问答说道]|时间|地点|主持人?|记录人?|参加|出席|列席|单位|人员|来源)$)"
        f"|.*[第{CHINESE}]"
    )
)


def find(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, int]:
    """Find run-in headings without a mark: three labels or more, one paragraph below the other.

    Gives the length of each by the index of its line.  Speakers (names) are no labels.
    """
    found: dict[int, int] = {}
    run: dict[int, int] = {}
    for index, line in enumerate(lines):
        text = line.tracked.text
        match = _LABELLED.match(text) if marks[index] is None and not line.said else None
        label = match["label"] if match else ""
        if (
            not label
            or is_name(label)
            or _SPEAKER.fullmatch(label)
            or _NO_LABEL.match(label)
            or is_note(text)
        ):
            if len(run) >= _LABELS:
                found |= run
            run = {}
            continue
        run[index] = len(label)
    return found | run if len(run) >= _LABELS else found


#: So many labels at least make a series.
_LABELS = 3
