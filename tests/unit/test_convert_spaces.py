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
        ("出过力的有孙志强　钱文，大家都记得。", "出过力的有孙志强　钱文，大家都记得。"),
        ("出过力的有：孙志强　钱文，大家都记得。", "出过力的有：孙志强　钱文，大家都记得。"),
    ],
)
def test_gaps_that_part_columns_and_names(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("（通讯员 王大海 李二牛）", "（通讯员　王大海　李二牛）"),
        ("到会的有王大海 李二牛 张三丰三位。", "到会的有王大海　李二牛　张三丰三位。"),
        ("主题词：农业 秸秆 禁烧 通知", "主题词：农业　秸秆　禁烧　通知"),
        ("主题词： 农业  秸秆 通知", "主题词：农业　秸秆　通知"),
        ("主 题 词：农 业 秸 秆", "主题词：农业秸秆"),
        ("【关键词】渠 水 路", "【关键词】渠　水　路"),
        ("姓名 职务 电话", "姓名　职务　电话"),
        ("石桥村 38 20 116", "石桥村　38　20　116"),
        ("图1 水渠走向", "图1　水渠走向"),
        ("表2 用工 统计", "表2　用工统计"),
        ("第一部分 小学组", "第一部分　小学组"),
        ("上编 山里", "上编　山里"),
        ("读了《论渠》 《论路》两篇。", "读了《论渠》　《论路》两篇。"),
    ],
)
def test_single_blanks_in_a_list_part_its_words(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        *("图1 是水渠的走向。", "守堤 的人", "守堤的 王大海走了。", "全村 一共 修渠 三条。"),
        *("完成 38 公里", "截至 2011 年 5 月", "学习 WTO 规则", "关于 防汛 的 报告"),
    ],
)
def test_single_blanks_elsewhere_got_in_by_accident(text: str) -> None:
    assert _said(text) == text.replace(" ", "")


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("渠不长,只有六公里半.可是要过九道闸.", "渠不长，只有六公里半。可是要过九道闸。"),
        ("水来了,人就笑了.大家都不说话.", "水来了，人就笑了。大家都不说话。"),
        ("我们要学的是语文.数学.外语.", "我们要学的是语文.数学.外语。"),
        ("我在堤上读了列夫.托尔斯泰的书.", "我在堤上读了列夫.托尔斯泰的书。"),
        ("渠不长.可是要过闸。每道闸都有锁.", "渠不长.可是要过闸。每道闸都有锁。"),
        ("渠不长，只有六公里半.可是要过闸", "渠不长，只有六公里半.可是要过闸"),
    ],
)
def test_half_width_full_stops_within_a_paragraph(text: str, said: str) -> None:
    assert _said(text) == said
