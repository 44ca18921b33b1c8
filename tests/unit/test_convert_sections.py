"""Sections of a collection that are named by bodies, and the texts in each."""

from __future__ import annotations

import pytest
from convert_reading import of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_TOP = ("河湾闸管处守堤心得", "编者按：汛期过后，各班组写下了自己的心得，现选登几篇。")
_ONE = ("【机修车间】", "看闸", "机修工　周 敏", _PROSE, _OTHER, "两句话", "钳工　林 岸", _OTHER)
_TWO = (
    *("【巡堤大队】", "堤的脾气", _PROSE, _OTHER, "巡堤大队二班", "何 小 满", "2014年8月20日"),
    *("我问错了一句", _OTHER, _PROSE, "巡堤大队", "陶 然", "二○一四年八月", "二十二日"),
)
_THREE = ("【水文站】", "谢灯", _PROSE, _OTHER, "（水文站 韩 梅）")


@pytest.mark.parametrize("foot", [(), ("河湾闸管处办公室编印　　共印80份",)])
def test_bodies_in_brackets_are_sections_with_their_texts(foot: tuple[str, ...]) -> None:
    found = of_lines(*_TOP, *_ONE, *_TWO, *_THREE, *foot)
    assert [chapter.title for chapter in found] == ["机修车间", "巡堤大队", "水文站"]
    works = [(w.title, w.authors, w.affiliation, w.date) for c in found for w in c.works]
    assert works == [
        ("看闸", ("周敏",), "机修工", ""),
        ("两句话", ("林岸",), "钳工", ""),
        ("堤的脾气", ("何小满",), "巡堤大队二班", "2014-08-20"),
        ("我问错了一句", ("陶然",), "巡堤大队", "2014-08-22"),
        ("谢灯", ("韩梅",), "水文站", ""),
    ]


def test_what_nobody_signs_is_a_heading_in_a_section() -> None:
    one = ("【机修车间】", "看闸", "机修工　周 敏", _PROSE, "夜里", _OTHER, _PROSE)
    found = of_lines(*_TOP, *one, *_TWO)
    assert [[work.title for work in chapter.works] for chapter in found] == [
        ["看闸"],
        ["堤的脾气", "我问错了一句"],
    ]


def test_sections_with_one_text_each_are_none() -> None:
    assert "水文站" not in titles(*_TOP, *_ONE[:5], *_THREE)
