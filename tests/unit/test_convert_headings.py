"""Headings with marks and without, and what is none."""

from __future__ import annotations

import pytest
from convert_reading import headings, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def test_numerals_and_pairs_of_letters_as_headings() -> None:
    assert headings("守堤", "一", _PROSE, "二", _PROSE) == [("一", 1), ("二", 1)]
    assert headings("守堤", "引子", _PROSE, "尾声", _PROSE) == [("引子", 1), ("尾声", 1)]
    assert headings("守堤", "人|物|名|片", _PROSE) == [("人|物|名|片", 1)]


def test_labels_that_run_in() -> None:
    text = ("个人总结", f"德：{_PROSE}", f"能：{_PROSE}", f"勤：{_PROSE}")
    assert headings(*text) == [("德", 1), ("能", 1), ("勤", 1)]
    speakers = ("座谈会发言摘要", f"黎民：{_PROSE}", f"周敏：{_PROSE}", f"鲁小满：{_PROSE}")
    assert headings(*speakers) == []


def test_what_begins_the_words_on_one_side_of_the_work_is_no_label() -> None:
    for word, shown in (("宣讲", True), ("方面", False)):
        lines = [f"{side}{word}。{_PROSE}" for side in ("测报", "巡堤", "学习", "廉政")]
        found = [text for text, _ in headings("守堤总结", _PROSE, *lines)]
        assert found == ([line[:4] for line in lines] if shown else [])


def test_a_long_run_in_heading_beside_shorter_ones() -> None:
    long = (
        "五、各级河长要坚持巡查和整治并举，加大对违章建筑的清理力度，有效遏制乱占河道，确保行洪畅通"
    )
    text = (
        "防汛意见",
        f"一、提高认识。{_PROSE * 2}",
        f"二、落实责任。{_PROSE * 2}",
        f"{long}。{_PROSE}",
    )
    assert [heading for heading, _ in headings(*text)] == ["一、提高认识", "二、落实责任", long]


def test_the_last_numbered_sentence_is_a_heading_like_those_before() -> None:
    text = ("守堤", "1.备足沙袋。", _PROSE, "2.看住闸门。", _PROSE, "3.守到水退。", _PROSE)
    assert [level for _, level in headings(*text)] == [1, 1, 1]


def test_headings_with_commas_are_no_broken_lines() -> None:
    text = ("范文一：自我剖析", _PROSE, "想业务多，想政治少", _PROSE, "坐机关多，下堤坝少", _PROSE)
    assert [heading for heading, _ in headings(*text)] == [
        "想业务多，想政治少",
        "坐机关多，下堤坝少",
    ]


@pytest.mark.parametrize("dashes", ["-", "--", "---", "-----", "——", "———", "－", "－－－", "——·"])
@pytest.mark.parametrize(
    "mark", ["第一篇：{}守堤", "第一篇：{} 守堤", "第一篇{}守堤", "第一篇 {}守堤"]
)
def test_dashes_between_mark_and_title_go_all_together(mark: str, dashes: str) -> None:
    assert titles(mark.format(dashes), _PROSE, "第二篇：退水", _PROSE) == ["守堤", "退水"]


def test_a_text_that_begins_with_things_of_one_letter_is_no_end_of_its_heading() -> None:
    text = ("守堤", "1.堤上要备足", f"沙、石、土，三样都要。{_PROSE}", "2.人要到齐", _PROSE)
    assert headings(*text) == [("1.堤上要备足", 1), ("2.人要到齐", 1)]
