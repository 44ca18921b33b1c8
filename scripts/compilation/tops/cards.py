"""Takes the card that a display of works puts over each: a line for each thing it says of it.

    获奖作品：一把游标卡尺
    作品编号：师傅05号
    作者：周敏
    所在单位：河湾机械厂
    座右铭：手比嘴先到

Title, author and body are the work's; the rest is the display's.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..signatures import byline
from ..signatures.labels import LABEL
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, core, is_note, is_salutation
from ..text.tracking import cut
from ..text.variants import either
from .drafts import Draft
from .titles import TITLE_LABEL

#: A card has so many lines or more.
_LINES = 3
_ENTRY = lazy_regex(
    rf"(?:[\u4e00-\u9fff][{BLANK}]{{0,4}}){{2,8}}[：:][{BLANK}]*[^。；！？：:{BLANK}][^。；！？：:]{{0,39}}"
)
_AUTHOR = lazy_regex(
    either(rf"(?:作[{BLANK}]*者|姓[{BLANK}]*名|参赛(?:者|选手|人))(?:姓名)?[{BLANK}]*[：:]")
)

_SCHOOL = lazy_regex(
    either(rf"(?:就读|所在|作者)?(?:学[{BLANK}]*校|单[{BLANK}]*位)(?:名称)?[{BLANK}]*[：:]")
)
# The grade of a pupil is of a kind with age and trade, where the card names the school.
_GRADE = lazy_regex(either(rf"(?:就读|所在)?年[{BLANK}]*级[{BLANK}]*[：:]"))


def is_entry(line: Line) -> bool:
    """Say whether a line says one thing of a work behind its label, or several of its author."""
    text = line.text
    if line.said or len(text) > 60 or is_salutation(text):
        return False
    signs = LABEL.match(text) is not None and byline.looks_like(text)
    return signs or _ENTRY.fullmatch(text) is not None


def size(lines: Sequence[Line]) -> int:
    """Give how many lines a card takes that begins with the first, or 0.

    It names the author, and something that is not for the title or the signature.
    """
    end = 0
    while end < len(lines) and is_entry(lines[end]):
        end += 1
    texts = [line.text for line in lines[:end]]
    named = any(_AUTHOR.match(text) for text in texts)
    more = any(
        not (LABEL.match(text) or TITLE_LABEL.match(text) or is_note(text)) for text in texts
    )
    return end if end >= _LINES and named and more else 0


def take(draft: Draft, lines: Sequence[Line], index: int, dropped: list[Dropped]) -> int:
    """Take title and signature from a card; the rest goes.  Gives the number of lines, or 0."""
    count = size(lines[index : index + 20]) if is_entry(lines[index]) else 0
    schooled = any(_SCHOOL.match(line.text) for line in lines[index : index + count])
    for line in lines[index : index + count]:
        text, whole = line.text, line.tracked
        label = TITLE_LABEL.match(text)
        if label and draft.name in ("", text[label.end() :]):
            again = bool(draft.name) and core(draft.name) == core(text[label.end() :])
            gone = whole if again else cut(whole, 0, label.end())
            dropped.append(Dropped(gone.start, gone.end, "header-mark"))
            if not again:
                draft.title.append(cut(whole, label.end(), len(text)))
        elif schooled and _GRADE.match(text):
            dropped.append(Dropped(whole.start, whole.end, "noise-meta"))
        elif LABEL.match(text) and byline.looks_like(text):
            draft.byline.append(whole)
        elif is_note(text):  # 联系电话：……
            draft.body.append(line)
        else:
            dropped.append(Dropped(whole.start, whole.end, "noise-meta"))
    dropped.sort(key=lambda item: item.start)
    return count
