"""Unnumbered headings in two ranks, one right over the other."""

from __future__ import annotations

from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起吃饭。"


def _levels(*lines: str) -> list[tuple[int, str]]:
    blocks = of_lines("年度总结", _PROSE, *lines)[0].works[0].blocks
    return [(block.level, block.text) for block in blocks if block.kind == "heading"]


def test_a_heading_right_over_others() -> None:
    text = (
        *("全年主要工作", "河道清淤", _PROSE, _PROSE, "夜间巡堤", _PROSE),
        *("存在的问题", _PROSE, "明年打算", _PROSE),
    )
    assert _levels(*text) == [
        *((1, "全年主要工作"), (2, "河道清淤"), (2, "夜间巡堤")),
        *((1, "存在的问题"), (1, "明年打算")),
    ]
    again = ("外出学习情况", "东堤见闻", _PROSE, "西堤见闻", _PROSE)
    assert _levels(*text[:6], *again) == [
        *((1, "全年主要工作"), (2, "河道清淤"), (2, "夜间巡堤")),
        *((1, "外出学习情况"), (2, "东堤见闻"), (2, "西堤见闻")),
    ]


def test_headings_over_their_text_are_of_one_rank() -> None:
    text = ("河道清淤", _PROSE, "夜间巡堤", _PROSE, "存在的问题", _PROSE)
    assert _levels(*text) == [(1, line) for line in text[::2]]
    one = ("灯亮在江心上", "人守在灯影里", _PROSE, _PROSE)  # two lines of a song
    assert (1, "灯亮在江心上") not in _levels(*one)
