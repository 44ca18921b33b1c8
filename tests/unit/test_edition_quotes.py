"""Quotation marks are turned in pairs; what does not pair is left and told."""

from __future__ import annotations

import pytest
from edition.quotes import StrayMark, strays, to_corner, to_curly
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("“创”、“争”", "「创」、「争」"),
        ("他说：“要‘干’。”", "他说：「要『干』。」"),
        ("“甲‘乙“丙”乙’甲”", "「甲『乙「丙」乙』甲」"),
        ("‘单引号在外“双引号在内”’", "「单引号在外『双引号在内』」"),
        ("没有引号", "没有引号"),
        ("don’t “stop”", "don’t 「stop」"),
    ],
)
def test_pairs_change_by_level(hans, hant):
    assert to_corner(hans) == hant
    assert strays(hans) == []


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        ("半个“引号", "半个“引号", [(2, "“")]),
        ("引号”半个", "引号”半个", [(2, "”")]),
        ("“甲‘乙”丙", "「甲‘乙」丙", [(2, "‘")]),
        ("“甲”乙”", "「甲」乙”", [(4, "”")]),
        ("“甲“乙”", "“甲「乙」", [(0, "“")]),
    ],
)
def test_strays_are_left_and_reported(text, expected, marks):
    assert to_corner(text) == expected
    assert strays(text) == [StrayMark(*mark) for mark in marks]


@pytest.mark.parametrize(
    "text",
    ["以”甲“为题：”乙“、”丙“和丁。", "开设”甲“、”乙“两门课。", "说：”你来了，“他笑了，”坐。“"],
)
def test_marks_the_wrong_way_round_are_left_and_reported(text):
    assert to_corner(text) == text
    assert [stray.mark for stray in strays(text)] == [mark for mark in text if mark in "“”"]


def test_a_quotation_from_another_paragraph_is_no_reversal():
    assert (
        to_corner("接着说。”“甲”、“乙”两家都来了。“还有")
        == "接着说。”「甲」、「乙」两家都来了。“还有"
    )
    assert len(strays("接着说。”“甲”、“乙”两家都来了。“还有")) == 2


def test_and_back():
    assert to_curly("他說：「要『幹』。」") == "他說：“要‘幹’。”"
    assert strays("「甲", script="Hant") == [StrayMark(0, "「")]


@given(st.text("“”‘’甲，"))
def test_every_text_keeps_its_length_and_its_strays(text):
    turned = to_corner(text)
    assert len(turned) == len(text)
    left = [(index, mark) for index, mark in enumerate(turned) if mark in "“”‘’"]
    assert left == strays(text)
