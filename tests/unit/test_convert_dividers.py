"""Texts that rows of signs part, with what the editors say of all above the first."""

from __future__ import annotations

import pytest
from compilation import parse
from convert_reading import front, of_lines, titles

_ONE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_TWO = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_ABOVE = ("“守堤”征文作品选登", "开栏语：水退以后收到来稿六十篇，现选登三篇，供大家交流。")


@pytest.mark.parametrize("row", ["★ ★ ★", "＊＊＊＊＊＊", "---------"])
def test_the_first_text_below_a_remark_on_all(row: str) -> None:
    texts = [
        (title, f"作者：{name}    单位：水文站", _ONE, _TWO)
        for title, name in (("守堤", "周敏"), ("换防", "黎明远"), ("水退以后", "吴桐"))
    ]
    one, two, three = texts
    lines = (*_ABOVE, *one, row, *two, row, *three)
    assert [c.title for c in of_lines(*lines)] == ["守堤", "换防", "水退以后"]
    assert front(*lines) == [*_ABOVE]


def test_the_same_without_persons() -> None:
    lines = (
        *_ABOVE,
        "",
        "守堤",
        _ONE,
        _TWO,
        "＊＊＊＊＊",
        "换防",
        _ONE,
        "＊＊＊＊＊",
        "水退以后",
        _TWO,
    )
    assert [c.title for c in of_lines(*lines)] == ["守堤", "换防", "水退以后"]
    assert front(*lines) == [*_ABOVE]


def test_a_star_alone_ends_a_text() -> None:
    (chapter,) = of_lines("守堤", "周敏", _ONE, _TWO, "★")
    assert [block.text for block in chapter.works[0].blocks] == [_ONE, _TWO]


@pytest.mark.parametrize("end", ["（本辑完）", "【本期完】", "（全书完）", "（全文完）", "完"])
def test_a_word_says_that_all_is_over(end: str) -> None:
    (chapter,) = of_lines("守堤", _ONE, _TWO, end)
    assert [block.text for block in chapter.works[0].blocks] == [_ONE, _TWO]


@pytest.mark.parametrize("word", ["（完）", "【完】", "（本辑完）"])
def test_what_says_that_a_text_ends_goes_by_its_own_name(word: str) -> None:
    source = "\n".join(["第一篇 路", _ONE, word, "第二篇 桥", _ONE])
    span = parse.outline(source).chapters[0]
    parsed = parse.chapter(source[span.start : span.end], span)
    assert [e.rule for e in parsed.edits if e.old == word] == ["noise-end"]
    assert [p.message for p in parsed.problems] == [f"按规则 noise-end 去掉“{word}”。"]


@pytest.mark.parametrize("signs", ["★★", "=====", "◆"])
def test_signs_behind_a_title_go_as_those_before_its_mark_do(signs: str) -> None:
    assert titles(f"{signs}篇1:路{signs}", _ONE, f"{signs} 篇2：桥 {signs}", _ONE) == [
        "路",
        "桥",
    ]
