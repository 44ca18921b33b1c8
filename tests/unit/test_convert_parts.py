"""Texts inside the parts of a book and under prizes, with nothing but signatures at their ends."""

from __future__ import annotations

import pytest
from convert_reading import of_lines, titles

_ONE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_TWO = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_SIGNED = (
    ("守堤的灯", _ONE, _TWO, "水文站　周敏", "2016年10月21日"),
    ("换防的夜里", _TWO, _ONE, "水利局　黎明远", "2016年10月22日"),
    ("水退以后", _ONE, _TWO, "防汛办　吴桐", "2016年11月9日"),
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一部分　守堤篇", "第二部分　换防篇"),
        ("第一辑", "第二辑"),
        ("第一单元：守堤", "第二单元：换防"),
        ("一等奖", "二等奖"),
        ("一等奖（2篇）", "二等奖（1篇）"),
    ],
)
def test_parts_over_texts_signed_at_their_ends(first: str, second: str) -> None:
    one, two, three = _SIGNED
    found = of_lines("防汛心得集", "水利局　编", first, *one, *two, second, *three)
    assert [[(w.title, w.authors) for w in c.works] for c in found] == [
        [("守堤的灯", ("周敏",)), ("换防的夜里", ("黎明远",))],
        [("水退以后", ("吴桐",))],
    ]
    assert first.startswith(found[0].marker) and first.endswith((found[0].title, "辑"))


def test_one_text_under_each_prize() -> None:
    one, two, _ = _SIGNED
    found = of_lines("防汛征文获奖作品", "一等奖", *one[:3], "（周敏）", "二等奖", *two)
    assert [work.title for c in found for work in c.works] == ["守堤的灯", "换防的夜里"]


def test_parts_of_one_report_stand_over_headings() -> None:
    text = (
        "第一部分　水情",
        "水源",
        _ONE,
        "管网",
        _TWO,
        "第二部分　问题",
        "投入",
        _ONE,
        "管护",
        _TWO,
    )
    assert titles("关于守堤的调研报告", *text, "县水利局", "2019年5月8日") == ["关于守堤的调研报告"]


def test_a_list_of_the_parts_at_the_front() -> None:
    one, two, three = _SIGNED
    first, second = "第一辑　守堤", "第二辑　换防"
    found = of_lines("防汛心得集", first, second, first, *one, *two, second, *three)
    assert [len(c.works) for c in found] == [2, 1]


def test_a_part_over_titles_with_subtitles() -> None:
    book = of_lines(
        *("第一辑　水利名著篇", "一盏不灭的灯", "——读《守堤记》有感", _ONE, _TWO),
        *("第二辑　地方文献篇", "渡口的账本", "——读《石桥渡口志》有感", _ONE, _TWO),
    )
    assert [(c.marker, c.title) for c in book] == [
        ("第一辑", "水利名著篇"),
        ("第二辑", "地方文献篇"),
    ]
    assert [work.title for c in book for work in c.works] == ["一盏不灭的灯", "渡口的账本"]


def test_a_column_is_no_title_where_texts_of_bodies_stand_below_it() -> None:
    texts = ("", "喇叭响在堤上", "马鞍乡人民政府", "", _ONE, _TWO, "")
    others = ("从罚到请", "红石镇防汛指挥所", "", _TWO, _ONE, "")
    one, two = of_lines(
        *("第一篇　领导讲话", "", "在防汛会上的讲话", "县水利局　周敏", "", _ONE, _TWO, ""),
        *("第二篇　经验交流", *texts, *others),
    )
    assert (one.title, two.title) == ("领导讲话", "经验交流")
    assert [(work.title, work.affiliation) for work in two.works] == [
        ("喇叭响在堤上", "马鞍乡人民政府"),
        ("从罚到请", "红石镇防汛指挥所"),
    ]
