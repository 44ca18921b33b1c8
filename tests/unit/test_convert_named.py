"""Texts headed by nothing but the bare name of a person, or by a unit of an organisation."""

from __future__ import annotations

import pytest
from compilation.signatures import byline
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话"
_LIST = ("一．1989年守过东堤。", "二．1998年守过西堤。", "三．年年都在堤上。")


def _texts(*heads: str) -> list[str]:
    return [line for head in heads for line in (head, _PROSE, _OTHER)]


def test_bare_names_are_titles() -> None:
    text = ("周敏", _PROSE, *_LIST, *_texts("黎 民", "钱小玲", "吴立民"), "谢谢大家！")
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == ["周敏", "黎民", "钱小玲", "吴立民"]
    assert [chapter.works[0].authors for chapter in found] == [
        (name,) for name in ("周敏", "黎民", "钱小玲", "吴立民")
    ]
    assert [block.kind for block in found[0].works[0].blocks] == ["paragraph", *["list-item"] * 3]


def test_below_the_title_of_all_something_says_so() -> None:
    told = [
        line
        for name in ("周敏", "钱小玲", "吴立民")
        for line in (name, f"{name}，守堤人。{_PROSE}", _PROSE)
    ]
    assert titles("守堤人的风采", *told) == ["周敏", "钱小玲", "吴立民"]
    assert front("守堤人的风采", *told) == ["守堤人的风采"]
    announced = ("先进事迹报告会听后感选编", *_texts("周敏", "钱小玲", "吴立民"))
    assert titles(*announced) == ["周敏", "钱小玲", "吴立民"]


@pytest.mark.parametrize(
    "text",
    [
        ("守堤的人", "周敏", "钱小玲", "吴立民", _PROSE, _OTHER),  # a list of names
        ("守堤的夜", _PROSE, *_texts("周敏", "钱小玲", "吴立民")),  # under pictures
        ("守堤的夜", "周敏", _PROSE, _OTHER, *_texts("钱小玲", "吴立民")),
        ("守堤的夜", _PROSE, "周敏", _PROSE, "钱小玲", _PROSE, "吴立民"),  # each signs
        ("守堤的夜", *_texts("灯火", "周敏", "换班")),  # one among headings
        ("守堤三事", *_texts("强基础", "严把关", "高标准")),  # headings of their shape
        _texts("周敏", "钱小玲", "周敏", "吴立民", "周敏"),  # what they say in turn
        _texts("周敏", "钱小玲"),  # two prove nothing
        _texts("周敏", "守堤的夜", "钱小玲", "换班的早上", "吴立民", "退水以后"),
    ],
)
def test_other_names_are_none(text: tuple[str, ...]) -> None:
    assert not {"钱小玲", "吴立民", "严把关"} & set(titles(*text))


_UNITS = ("县堤防处东堤三组", "县堤防处西堤一组", "县堤防处南堤二组")


def test_units_that_sign_are_titles() -> None:
    above = ("守堤的人准备好了", "三个组同时上堤", _PROSE)
    text = [line for unit in _UNITS for line in (unit, _PROSE, _OTHER + "。", f"{unit}组长")]
    found = of_lines(*above, *text)
    assert front(*above, *text) == list(above)
    assert [chapter.title for chapter in found] == list(_UNITS)
    assert [chapter.works[0].affiliation for chapter in found] == [f"{u}组长" for u in _UNITS]
    assert all(len(chapter.works[0].blocks) == 2 for chapter in found)


@pytest.mark.parametrize(
    "text",
    [
        ("守堤情况的报告", _PROSE, *_texts(*_UNITS)),  # subheads
        ("守堤情况的报告", _PROSE, *_texts(*_UNITS), "县堤防处"),
        ("守堤情况的报告", _PROSE, *_texts("东堤三组", "西堤工作", "南堤的灯"), "东堤三组组长"),
        ("守堤的三个组", *_UNITS, _PROSE),
    ],
)
def test_units_of_which_a_report_tells_are_headings(text: tuple[str, ...]) -> None:
    assert titles(*text) == [text[0]]


def test_a_name_that_no_list_has_stands_as_the_others_do() -> None:
    titled = (
        ("守堤的那一夜", "周敏"),
        ("换防的路上", "韩峰"),
        ("水退去以后", "弋青"),
        ("写在堤上", "卢国平"),
    )
    found = of_lines(*(line for pair in titled for line in (*pair, _PROSE, _PROSE)))
    assert [(c.title, *c.works[0].authors) for c in found] == list(titled)
    # One name alone shows nothing: the others are subheads.
    heads = (
        ("守堤的那一夜", "周敏"),
        ("换防的路上", "遇雨"),
        ("水退去以后", "点灯"),
        ("写在堤上", "收工"),
    )
    assert len(of_lines(*(line for pair in heads for line in (*pair, _PROSE, _PROSE)))) == 1


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        ("演讲人：教务处 谢老师", (("谢老师",), "教务处")),
        ("作者：李老师", (("李老师",), "")),
        ("讲述人：三年级二班 王老师", (("王老师",), "三年级二班")),
        ("讲述人：机修连 上等兵 周敏", (("周敏",), "机修连上等兵")),
    ],
)
def test_a_teacher_or_soldier_behind_a_label_is_a_person(
    signed: str, said: tuple[object, str]
) -> None:
    found = byline.read([signed])
    assert (found.authors, found.affiliation) == said


def test_a_word_that_begins_like_a_name_is_a_title() -> None:
    """方, 成, 温 and 石 are surnames; only among titles that surely are persons does one count."""
    text = "桥上风大，帽子要系带子，走路要看脚下。"

    def authors(*names: str) -> list[tuple[str, ...]]:
        lines = [line for at, name in enumerate(names, 1) for line in (f"第{at}篇 {name}", text)]
        return [chapter.works[0].authors for chapter in of_lines(*lines)]

    assert authors("方向", "成长", "温暖", "石桥") == [()] * 4
    assert authors("周敏", "石磊", "李大山") == [("周敏",), ("石磊",), ("李大山",)]
