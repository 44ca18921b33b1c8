"""Blanks within Han text: which say something and which got in by accident."""

from __future__ import annotations

import pytest
from compilation import normalise
from compilation.text.tracking import Tracked
from convert_reading import blocks


def _said(text: str) -> str:
    return normalise.body(Tracked(text, 0, len(text))).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "会上学习了《守好大堤 护好家园--防汛手册》。",
            "会上学习了《守好大堤　护好家园——防汛手册》。",
        ),
        ("《汛期巡堤　人人有责》一文", "《汛期巡堤　人人有责》一文"),
        ("《防汛　值班守则》一文", "《防汛　值班守则》一文"),
        ("读了《防汛 值班守则》。", "读了《防汛值班守则》。"),
        ("读了《防 汛 值 班》。", "读了《防汛值班》。"),
        ("守好大堤 护好家园", "守好大堤护好家园"),
        ("《守堤》守好大堤 护好家园《巡堤》", "《守堤》守好大堤护好家园《巡堤》"),
    ],
)
def test_a_blank_that_parts_a_title_within_the_text(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("年份　册数　读者　借阅（人次）", "年份　册数　读者　借阅（人次）"),
        ("1985　38　20　116", "1985　38　20　116"),
        ("石桥村    38\t20    116", "石桥村　38　20　116"),
        ("石桥乡党委办公室　黎长河", "石桥乡党委办公室　黎长河"),
        ("石桥县教育局　孙志强　钱文", "石桥县教育局　孙志强　钱文"),
        ("邓　丽　　孙志强　　钱　文", "邓丽　孙志强　钱文"),
        ("主持人：邓　丽　孙志强", "主持人：邓丽　孙志强"),
        ("出过力的有孙志强　钱文，大家都记得。", "出过力的有孙志强钱文，大家都记得。"),
        ("出过力的有：孙志强　钱文，大家都记得。", "出过力的有：孙志强　钱文，大家都记得。"),
    ],
)
def test_gaps_that_part_columns_and_names(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        *(
            "政　府　工　作　报　告",
            "政 府 工 作 报 告",
            "邓　丽",
            "邓 丽",
            "欧阳　修",
            "地　点：石桥",
        ),
        *("二〇一〇年　十月", "2010年　12月", "（一）　基本情况", "一、　基本情况", "此　致"),
        *("守堤的人在村党委　的领导下，守住了堤。", "第一天，　大家都来了。", "守好大堤 护好家园"),
    ],
)
def test_blanks_inside_words_part_nothing(text: str) -> None:
    assert _said(text) == "".join(text.split())


def test_the_last_row_of_a_list_heads_no_text() -> None:
    prose = "他们每个星期天到书屋来，整理图书，登记借还，一直做到天黑才回去。"
    rows = ("石桥乡党委办公室　黎长河", "石桥县教育局　孙志强　钱文", "石桥县文化馆　周大明")
    found = blocks("守堤的人", prose, "出过力的有：", *rows, prose)
    assert [(kind, text) for kind, text in found if text in rows] == [
        ("paragraph", row) for row in rows
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("述职人：渡口管理站　xxx", "述职人：渡口管理站　xxx"),
        ("____航道公司灯标班 XX", "____航道公司灯标班　XX"),
        ("张 xx", "张xx"),
        ("石桥县文化馆\t王  实\t李 春 华", "石桥县文化馆　王实　李春华"),
        ("石桥县文化馆 李 春 华 王 实", "石桥县文化馆　李春华　王实"),
        ("关于 XX 的报告", "关于XX的报告"),
    ],
)
def test_names_stay_apart_from_their_body(source: str, expected: str) -> None:
    assert normalise.title(Tracked(source, 0, len(source))).text == expected


@pytest.mark.parametrize(
    "day",
    [
        *("2011年6月15日", "2011.5.20", "2011-6-15", "2011/06/15", "2011.5", "11.5.20"),
        *("２０１１．５．２０", "2011. 5. 20", "二〇一一年六月"),
    ],
)
def test_a_date_in_any_form_stays_apart_from_who_wrote(day: str) -> None:
    for source, said in (
        (f"李四 {day}", f"李四　{day}"),
        (f"(县农业局 李四 {day})", f"（县农业局　李四　{day}）"),
    ):
        assert normalise.title(Tracked(source, 0, len(source))).text == said


@pytest.mark.parametrize("day", ["2011年6月15日", "2011.5.20", "2011-6-15"])
def test_a_date_stays_apart_from_what_stands_behind_it(day: str) -> None:
    source = f"{day} 县农业局"
    assert normalise.title(Tracked(source, 0, len(source))).text == f"{day}　县农业局"


@pytest.mark.parametrize("rest", ["2011", "2011-2012", "2.5", "110KV"])
def test_other_numbers_do_not(rest: str) -> None:
    source = f"守堤总结 {rest}"
    assert normalise.title(Tracked(source, 0, len(source))).text == f"守堤总结{rest}"
