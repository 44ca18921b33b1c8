"""Items of lists with the marks of headings."""

from __future__ import annotations

import pytest
from convert_reading import blocks, headings, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_SHORT = "一．1989年守过东堤。", "二．1998年守过西堤。"


def _kinds(*lines: str) -> list[str]:
    return [kind for kind, _ in blocks("守堤的人", _PROSE, *lines, _PROSE)][1:-1]


def test_sentences_one_below_the_other_are_items() -> None:
    titled = "三．2015年文章 《守堤的三种办法与灯的看护》 登在县报上。"
    told = "四．2016年带徒弟守南堤，两个人看住了三处管涌。徒弟也学会了看水。"
    assert _kinds(*_SHORT, titled, told, "五．年年都在堤上。") == ["list-item"] * 5
    assert blocks("守堤的人", _PROSE, *_SHORT, titled)[3][1] == titled.replace(" ", "")


def test_headings_and_run_in_headings_stay() -> None:
    assert _kinds("一、守堤。", _PROSE, "二、换班。", _PROSE, "三、看灯。") == [
        *("heading", "paragraph", "heading", "paragraph", "heading"),
    ]
    headed = tuple(
        f"{n}、守好{what}。{_PROSE}{_PROSE}" for n, what in zip("一二三", "堤灯人", strict=True)
    )
    assert _kinds(*headed) == ["paragraph"] * 3  # with a run-in heading each
    assert _kinds(*headed[:2], "三、守好人。") == ["paragraph", "paragraph", "heading"]
    assert _kinds("三．5公里的堤要守住。") == ["paragraph"]


def test_half_of_the_items_may_begin_with_a_short_sentence() -> None:
    told = f"守堤的人在堤上住了整整四十天，灯油是村里一户一户凑起来的，{_PROSE}"
    short = [f"（{n}）堤上的灯不能灭。{_PROSE}" for n in "一二三"]
    assert _kinds(*short, *(f"（{n}）{told}" for n in "四五六")) == ["list-item"] * 6
    headed = _kinds(*short, *(f"（{n}）{told}" for n in "四五"))
    assert headed[:3] == ["paragraph"] * 3  # most have a run-in heading


def test_the_number_of_a_journal_is_no_text_below_its_item() -> None:
    items = ("1、1998年《堤与水》第4期 CN46－1039/G3", "2、2001年守过西堤。", "3、2003年守过南堤。")
    assert [text for _, text in blocks("守堤的人", _PROSE, f"经历： {' '.join(items)}")][2:] == [
        "1、1998年《堤与水》第4期CN46－1039/G3",
        *items[1:],
    ]


def test_rules_are_items_whatever_stands_between() -> None:
    rules = (
        *("一、上堤", "（一）守堤的民工 (以下简称民工)，由各村推选，名单报乡里备案。"),
        *("民工名单由乡里张贴在堤口，哪个村缺人，哪个村自己补上，不得由邻村的人顶替。",),
        *("（二）民工上堤应当带齐下列工具：", "1.铁锹一把；", "2.马灯一盏。", "二、守夜"),
        *("（三）守夜的人每两个时辰巡堤一遍。", "（四）灯油由村里供给。", "三、换班"),
        *(
            "（五）换班的人没有到，守夜的人不得离开。",
            "（六）实行交接签字。两班的人都要在簿上签名。",
        ),
    )
    kinds = ["heading", "list-item", "paragraph", "list-item", "list-item", "list-item", "heading"]
    assert _kinds(*rules)[:7] == kinds
    assert _kinds(*rules)[7:] == ["list-item"] * 2 + ["heading"] + ["list-item"] * 2
    headed = [
        line for n in "一二三" for line in (f"（{n}）守住第{n}段。", "1.看住灯。", "2.看住水。")
    ]
    assert _kinds(*headed)[::3] == ["heading"] * 3


def test_parts_of_one_sentence_are_items() -> None:
    assert (
        _kinds(
            "（一）借用：工具用完归还；",
            "（二）赠送：工具归堤上所有，由村里发给凭据，年底张榜公布；",
            "（三）别的办法由村里商定。",
        )
        == ["list-item"] * 3
    )


def test_a_sentence_without_text_below_heads_none() -> None:
    headed = tuple(
        f"（{n}）守好{what}。{_PROSE}{_PROSE}" for n, what in zip("一二", "堤灯", strict=True)
    )
    last = "（三）各村都要有一个人管灯。"
    assert _kinds("一、守堤", *headed, last, "二、换班")[3] == "list-item"
    assert _kinds("一、守堤", *headed, last, "以上各条请各村照办。")[3] == "list-item"
    assert _kinds("一、守堤", *headed, last, _PROSE)[3] == "heading"


def test_headings_that_lost_the_first_number() -> None:
    def levels(*lines: str) -> list[tuple[str, int]]:
        found = of_lines("守堤总结", *lines)[0].works[0].blocks
        return [(block.text, block.level) for block in found if block.kind == "heading"]

    first = ("主要工作：", "测水位与报水位", _PROSE, "2. 守闸门", _PROSE, "3. 点灯", _PROSE)
    second = ("", "收获：", "看水的本事", _PROSE, "2. 看人的本事", _PROSE)
    last = ("", "打算与愿望：", _PROSE)
    assert levels(*first, *second, *last) == [
        *(("主要工作：", 1), ("测水位与报水位", 2), ("2. 守闸门", 2), ("3. 点灯", 2)),
        *(("收获：", 1), ("看水的本事", 2), ("2. 看人的本事", 2), ("打算与愿望：", 1)),
    ]
    # One run proves nothing, and where 1 stands nothing was lost.
    assert ("打算与愿望：", 1) not in levels(*first, *last)
    whole = ("主要工作：", "1. 测水位", _PROSE, "2. 守闸门", _PROSE)
    again = ("", "收获：", "1. 看水", _PROSE, "2. 看人", _PROSE)
    assert [text for text, _ in levels(*whole, *again, *last)] == [
        *("1. 测水位", "2. 守闸门", "1. 看水", "2. 看人"),
    ]


def test_a_heading_without_text_is_like_its_siblings() -> None:
    prose = "守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
    run_in = [f"（一）增加人手。{prose}", f"（二）定时巡堤。{prose}", f"（三）备足沙袋。{prose}"]
    alone = ["（四）送饭到堤上。", "（五）办好值班簿。"]
    found = headings("守堤的建议", prose, "一、几点建议", *run_in, *alone)
    assert found[1:] == [
        *(("（一）增加人手", 2), ("（二）定时巡堤", 2), ("（三）备足沙袋", 2)),
        *(("（四）送饭到堤上", 2), ("（五）办好值班簿", 2)),
    ]
    # A sentence with a pause is an item, and so is one of a list.
    told = ("守堤的建议", prose, *run_in, "（四）把饭送到堤上，让人吃饱。")
    assert headings(*told)[-1] == ("（三）备足沙袋", 1)
    assert headings("守堤的建议", prose, "（一）增加人手。", "（二）定时巡堤。") == []


def test_members_that_run_on_in_wrapped_lines_are_one_paragraph() -> None:
    prose = (
        "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下",
        "去，天亮的时候谁也没有吃饭，大家坐在堤上，看着太阳从对岸",
        "升起来，照着一排湿透了的脚印。",
    )
    members = (
        "一是下堤的次数太少，全年只有三十一次，没有达到规定的数；",
        "二是说话的时候不讲方法，得罪过人，在这里道一声歉；三是写",
        "材料的时候多，做调查的时候少。",
    )
    found = blocks("守堤人的述职报告", *prose, *prose, *members, *prose)
    assert "".join(members) in [text for _, text in found]


@pytest.mark.parametrize(
    "text",
    [
        "二、三、四车间都听了课。一车间没有听，因为那天停电。",
        "一、二班合并以后，人多了。老师还是三个。",
        "1、2号楼的灯亮了一夜。3号楼的没有亮。",
    ],
)
def test_several_numbers_in_a_row_mark_no_item(text: str) -> None:
    found = blocks("守堤的车间", "一、人手", _PROSE, "二、三班倒", text)
    assert found[-2:] == [("heading", "二、三班倒"), ("paragraph", text)]
