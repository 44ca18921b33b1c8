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


def test_paragraphs_of_an_essay_named_by_their_numbers() -> None:
    heads = ("第一段：引言。", "第二段：守堤的见闻。", "第三段：总结。")
    essay = [line for head in heads for line in (head, _PROSE)]
    lines = ("守堤的心得体会篇一", *essay, "守堤的心得体会篇二", _PROSE, "第一段堤最高。", _PROSE)
    first, second = (chapter.works[0].blocks for chapter in of_lines(*lines))
    assert [block.text for block in first if block.kind == "heading"] == list(heads)
    assert not any(block.kind == "heading" for block in second)


@pytest.mark.parametrize("own", ["", "离堤"])
def test_days_of_a_diary_below_the_title_of_all(own: str) -> None:
    lines = ("守堤日记(精选多篇)", "第一篇:守堤日记", "守堤日记(精选多篇)", "守堤日记")
    first = (*lines, "2015年7月11日 星期六 阴转小雨", _PROSE)
    second = ("第二篇:守堤日记", "2015年7月14日 星期二 晴", _PROSE)
    third = ("第三篇:守堤日记", *filter(None, [own]), "2015年7月24日 星期五 多云", _PROSE, _PROSE)
    works = [chapter.works[0] for chapter in of_lines(*first, *second, *third)]
    assert [work.title for work in works] == ["守堤日记", "守堤日记", own or "守堤日记"]
    assert [work.date for work in works] == ["2015-07-11", "2015-07-14", "2015-07-24"]
