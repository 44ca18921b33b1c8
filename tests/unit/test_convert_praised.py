"""Marks whose word is praised or is that of an answer: 参考范文一, 高分作文2, 参考答案一."""

from __future__ import annotations

import pytest
from convert_reading import of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


@pytest.mark.parametrize("word", ["参考范文", "参考答案", "优秀作文", "高分范文", "示范例文"])
@pytest.mark.parametrize("sign", ["{}", "{}：", "#{}", "★{}、"])
def test_mark_alone(word: str, sign: str) -> None:
    first, second = (sign.format(word + number) for number in "一二")
    found = of_lines(first, _PROSE, _PROSE, second, _PROSE)
    assert [(c.marker, c.title) for c in found] == [(f"{word}一", ""), (f"{word}二", "")]


def test_title_below_the_mark_or_behind_it() -> None:
    below = of_lines("参考范文一：", "守堤的灯", _PROSE, "参考范文二：", "退水的早晨", _PROSE)
    assert [(c.marker, c.title) for c in below] == [
        ("参考范文一", "守堤的灯"),
        ("参考范文二", "退水的早晨"),
    ]
    text = f"{_PROSE} 参考范文二　退水的早晨"
    behind = of_lines("参考范文一　守堤的灯", text, _PROSE)
    assert [(c.marker, c.title) for c in behind] == [
        ("参考范文一", "守堤的灯"),
        ("参考范文二", "退水的早晨"),
    ]


def test_what_only_begins_like_such_a_mark() -> None:
    said = ("参考答案一般写在题后，写得再好也只是一种写法。", "优秀作文一等奖", "参考资料一览")
    assert titles("怎样改好一篇作文", _PROSE, *said, _PROSE) == ["怎样改好一篇作文"]


@pytest.mark.parametrize("sign", ["参考答案说明：", "【名师点评】", "评析："])
def test_what_is_said_of_a_text_stands_below_its_signature(sign: str) -> None:
    said = f"{sign}这封信写到了称谓，也写到了落款，层次分明。{_PROSE}"
    letter = ("各位乡亲：", _PROSE, "石桥县水利协会", "XXXX年XX月XX日", "", said)
    first, _ = of_lines("参考答案一", "守堤，从换班做起", *letter, "参考答案二", _PROSE)
    assert first.works[0].affiliation == "石桥县水利协会"
    assert [b.kind for b in first.works[0].blocks] == ["salutation", "paragraph", "paragraph"]


def test_prose_below_a_body_and_a_day_goes_on_with_the_text() -> None:
    text = ("守堤的一夜", _PROSE, "石桥县水利协会", "XXXX年XX月XX日", _PROSE, _PROSE)
    (chapter,) = of_lines(*text)
    assert "石桥县水利协会" in [b.text for b in chapter.works[0].blocks]
