"""Reads the marks that only texts of a set have: 一则, 则一, 故事一, 【案例1】, 其一, 之一.

What stands behind such a mark is a title, or nothing: 一则，…… is prose.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, NUMBER, Mark, squeeze

_MEMBER = lazy_regex(
    rf"[【［\[（(〔]?(?P<word>[\u4e00-\u9fff]{{0,4}}?)[{BLANK}]?(?P<n>{NUMBER})[{BLANK}]?(?P<unit>则?)"
    rf"(?:[】］\]）)〕][{BLANK}：:]*|[{BLANK}]*[：:、.．]?[{BLANK}]+|[：:、.．]|$)"
)
#: The word that counts texts and nothing else.
ITEM = "则"


def member(text: str) -> Mark | None:
    """Give the mark of a text of a set that a line starts with, or None.

    Its form has the word that stands with the number.
    """
    found = _MEMBER.match(text)
    if found is None or not (found["unit"] or found["word"]) or found["word"] == "第":
        return None
    number = value(squeeze(found["n"]))
    if number is None:
        return None
    return Mark(f"{found['word']}N{found['unit']}", number, found.end())
