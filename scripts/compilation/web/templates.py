"""Finds the fields of a template at the top of a source that nobody filled in.

    编号：
    2024年守堤慰问信范本三篇
    （20　年　月　日至20　年　月　日止）

A number or days that are not there say nothing of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.variants import either

#: Such fields stand among so many lines at the top.
_TOP = 5
_GAP = f"[{BLANK}_＿xXＸ×]*"
_DAY = rf"{_GAP}(?:20)?{_GAP}年{_GAP}月{_GAP}日{_GAP}"
_EMPTY = lazy_regex(
    either(
        rf"(?:文件|合同|文档|档案|范本|模板)?(?:编{_GAP}号|序号|文号|版本号?|密级)[：:]{_GAP}|"
        rf"[（(]?(?:有效期?|期限|时间)?[：:]?(?:自|从)?{_DAY}(?:起)?[至到—~-]{{1,2}}{_DAY}止?[）)]?"
    )
)


def fields(lines: Sequence[Line]) -> list[int]:
    """Give the empty fields above the first text, by their indexes."""
    top = enumerate(lines[: min(_TOP, len(lines) - 1)])
    return [index for index, line in top if not line.said and _EMPTY.fullmatch(line.text)]
