"""Numerals of headers: a large compilation goes beyond 第九百九十九篇."""

from __future__ import annotations

import pytest
from compilation import parse
from compilation.text.numerals import value


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十二", 12), ("九百九十九", 999), ("一千", 1000), ("一千零一", 1001),
        ("两千三百四十五", 2345), ("九千九百九十九", 9999), ("一万", 10_000),
        ("一万零一十", 10_010), ("十二万三千四百五十六", 123_456), ("二〇一〇", 2010),
        ("千字", None),
    ],
)  # fmt: skip
def test_value(numeral: str, number: int | None):
    assert value(numeral) == number


def test_chapters_go_on_after_the_nine_hundred_and_ninety_ninth():
    marks = ("第九百九十九篇", "第一千篇", "第一千零一篇")
    text = "".join(
        f"{mark}：心得体会\n这一篇的正文，说的是同一件事，写得够长。\n" for mark in marks
    )
    assert len(parse.outline(text).chapters) == 3
