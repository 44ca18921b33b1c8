"""Model essays below words in brackets, as pages for examinations print them."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_ABOVE = ("申论范文：守住大堤与家园", _PROSE)


@pytest.mark.parametrize("mark", ["【参考范文】", "【范文】", "［高分作文］：", "【示范文章】"])
def test_a_word_in_brackets_marks_the_essay_below(mark: str) -> None:
    text = (*_ABOVE, mark, "守住大堤与家园", _PROSE, _PROSE)
    (chapter,) = of_lines(*text)
    assert (chapter.marker, chapter.title) == (mark.strip("【】［］："), "守住大堤与家园")
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE]
    assert front(*text) == list(_ABOVE)


def test_so_it_marks_several() -> None:
    essays = ("【参考例文】", "守堤的人", _PROSE, "【参考例文】", "大堤与小家", _PROSE, _PROSE)
    assert titles("守堤的作文", _PROSE, *essays) == ["守堤的人", "大堤与小家"]


@pytest.mark.parametrize(
    "below",
    [
        ("【参考答案】", _PROSE, _PROSE),  # to a question
        ("【参考范文】", "一、守堤的人", _PROSE, "二、堤上的灯", _PROSE),
        ("【参考范文】见第三页", "守堤的人", _PROSE),
        ("【守堤范文】", "守堤的人", _PROSE),
    ],
)
def test_what_marks_none(below: tuple[str, ...]) -> None:
    assert [chapter.marker for chapter in of_lines(*_ABOVE, *below)] == [""]
