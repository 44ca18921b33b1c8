"""Finds where numbered headings end that the text behind them sticks to, without a sign between.

Where all line breaks were lost, 一、主要工作 and 三、明年打算 stand right before their text
(三、明年打算明年想做三件事): the heading ends with a word that names a part of such a text, and
behind it begins a sentence.  Or the sentence begins with the last word of the heading
（(二)守好堤脚堤脚最怕管涌）.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.variants import either

#: What headings of a report or a review end with.
_ENDS = (
    "工作|情况|做法|成效|成绩|收获|体会|认识|感受|经验|启示|问题|不足|差距|短板|原因|根源|措施|打算|计划|安排|思路|目标|"
    "方向|建议|意见|设想|要求"
)
#: What a sentence below such a heading begins with.
_BEGINS = (
    "一是|首先|第一[，,是]|1[、.．]|[（(]一[）)]|①|针对|对照|根据|按照|通过|围绕|结合|为了|虽然|由于|尽管|回顾|总的来|总体|"
    "[今明去]年|[上下]半年|一年来|半年来|近年来|几年来|多年来|今后|下一步|接下来|[我本](?:人|们|县|市|镇|乡|村|校|局|科|"
    "站|院|区|社区|街道|单位|公司|支部)?[^的]{0,12}[，,、。]|主要[有是表]"
)
_MARK = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
_HEADING = lazy_regex(
    either(
        rf"(?P<heading>{_MARK}[^。，；：！？、,;:（()）]{{0,16}}?(?:{_ENDS}))(?=(?:{_BEGINS}))(?=.{{12}})"
    )
)
# No word that is said twice over in a sentence (一步一步, 大家商量商量).
_TWICE = lazy_regex(
    rf"(?P<heading>{_MARK}[^。，；：！？、,;:（()）]{{1,14}}?(?P<word>(?![一两每])[\u4e00-\u9fff]{{2}}))"
    rf"(?=(?P=word)[^。，；：！？、,;:（()）]{{2}}.{{12}})"
)


def end(text: str, at: int) -> int:
    """Give where the heading ends that begins at a place of a text and sticks to it, or 0."""
    found = _HEADING.match(text, at) or _TWICE.match(text, at)
    return found.end("heading") if found else 0
