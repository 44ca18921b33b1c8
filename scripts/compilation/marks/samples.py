"""Finds model essays by the word in brackets that stands over the title of each: 【参考范文】."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import surroundings
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.praise import PRAISE
from ..text.signs import BLANK, is_salutation
from ..text.variants import either
from ..tops.titles import TITLE_LABEL, title_like
from .header import MODELS, SAMPLE, Header

_SAMPLE = lazy_regex(
    either(
        rf"[【［\[][{BLANK}]*(?P<mark>(?:{PRAISE})?(?:{MODELS}|佳作)(?:展示|示例|赏析|参考)?|"
        rf"(?:参考|优秀|高分|满分|示范)(?:作文|文章|答案))[{BLANK}]*[】］\]][：:]?"
    )
)
#: The title of such an essay has at most so many characters.
_TITLE = 40


def find(lines: Sequence[Line]) -> list[Header]:
    """Give the marks of model essays; what stands before the first is not of them.

    Below each stands a title, and then text: 【参考答案】 to a question has only the answer.
    """
    found: list[Header] = []
    for index, line in enumerate(lines[:-2]):
        sign = _SAMPLE.fullmatch(line.text) if line.text[0] in "【［[" else None
        if sign and not line.said and _titled(lines, index + 1):
            span = sign.span("mark")
            found.append(Header(index, SAMPLE, len(found) + 1, 0, span, (len(line.text),) * 2))
    return found


def _titled(lines: Sequence[Line], index: int) -> bool:
    """Say whether a title stands here and its text below."""
    text = lines[index].text
    if not 4 <= len(text) <= _TITLE or is_salutation(text) or byline.looks_like(text):
        return False
    if TITLE_LABEL.match(text):
        return True
    return title_like(text) and surroundings.text_soon(lines, index)
