"""The title of a page as a browser's window shows it, with the name of the site around it."""

from __future__ import annotations

import pytest
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


@pytest.mark.parametrize(
    "shown",
    [
        "石桥中学->【石中故事征文】守堤的一夜灯火 | shiqiao.example.com",
        "守堤的一夜灯火 | www.example.net",
        "守堤的一夜灯火_心得体会_石桥党建网",
        "守堤的一夜灯火-石桥新闻网",
        "守堤的一夜灯火 - 知乎",
        "石桥党建网 | 守堤的一夜灯火",
        "石桥县水利局 → 守堤的一夜灯火",
    ],
)
def test_name_of_site_goes(shown: str) -> None:
    (chapter,) = of_lines(shown, "2020-07-08", "", _PROSE, _PROSE, "转入文章首发地址")
    (work,) = chapter.works
    assert (work.title, work.authors, work.date) == ("守堤的一夜灯火", (), "2020-07-08")
    assert len(work.blocks) == 2


def test_subtitle_is_parted_from_what_is_left() -> None:
    shown = "石桥中学->守堤的一夜——在防汛总结会上的讲话 | example.com"
    (chapter,) = of_lines(shown, _PROSE, _PROSE)
    assert (chapter.title, chapter.works[0].subtitle) == ("守堤的一夜", "在防汛总结会上的讲话")


@pytest.mark.parametrize(
    "title",
    [
        "守堤的一夜 - 写给每一个守堤的人",
        "从渔网到堤坝-一个渔村的互联网",
        "守堤人->巡堤人",
        "大坝_小坝",
        "【征文】守堤的一夜",
        "守堤的一夜——石桥新闻网",
        "|水位|雨量|流量|",
    ],
)
def test_what_an_author_may_have_written_stays(title: str) -> None:
    (chapter,) = of_lines(title, _PROSE, _PROSE)
    said = "".join(t.text for t in (*chapter.works[0].title_text, *chapter.works[0].subtitle_text))
    said += "".join(t.text for t in chapter.works[0].byline)
    assert sorted(said.replace(" ", "")) == sorted(title.replace(" ", ""))


def test_site_behind_a_title_further_down_stays() -> None:
    assert ("heading", "守堤的一夜_石桥党建网") in blocks(
        "退水", _PROSE, "守堤的一夜_石桥党建网", _PROSE
    )
    assert titles("退水", _PROSE) == ["退水"]


def test_who_made_a_picture_wrote_nothing() -> None:
    (chapter,) = of_lines("守堤的一夜", "周敏", "摄影 赵海", _PROSE, _PROSE)
    assert chapter.works[0].authors == ("周敏",)
    kept = [line for _, line in blocks("摄影小组的一夜", _PROSE, "摄影 要等光，也要等人。", _PROSE)]
    assert len(kept) == 3


_SAID = "发布时间：2019-07-09      浏览量：906"


@pytest.mark.parametrize("column", ["水边回响｜", "“堤上”丨", "青年说 | "])
@pytest.mark.parametrize("top", [("当前位置: 首页 > 学院新闻 > 正文", "学院新闻"), ()])
def test_a_column_before_a_bar_is_of_the_page(column: str, top: tuple[str]) -> None:
    assert titles(*top, f"{column}我在大堤上的那一夜", _SAID, _PROSE, _PROSE) == [
        "我在大堤上的那一夜"
    ]


@pytest.mark.parametrize(
    "title", ["水文站丨我在大堤上的那一夜", "周敏｜我在大堤上的那一夜", "我在大堤上的那一夜｜守堤"]
)
def test_who_wrote_a_text_before_a_bar_is_no_column(title: str) -> None:
    (chapter,) = of_lines(title, _SAID, _PROSE, _PROSE)
    first = chapter.works[0]
    said = "".join(t.text for t in (*first.title_text, *first.subtitle_text, *first.byline))
    assert sorted(said) == sorted(title)


@pytest.mark.parametrize(
    "series", ["【堤上】守堤人的故事：", "[水边] 青年手记: ", "【微光】“堤上人”系列访谈："]
)
def test_column_and_series_before_a_title_are_of_the_page(series: str) -> None:
    assert titles(f"{series}水退以后的早晨", _PROSE, _PROSE) == ["水退以后的早晨"]
    several = ("篇一：守堤", _PROSE, _PROSE, "篇二：退水", _PROSE, _PROSE)
    assert titles(f"{series}水退以后的早晨", *several) == ["守堤", "退水"]


def test_a_column_named_by_its_kind_stays_before_the_title_of_several_texts() -> None:
    page = ("【驻堤日记】守堤人的故事（选登）", "原创 河湾水利 2020-06-18 18:00")
    texts = ("01", "一把水尺", "县水利局 周敏", _PROSE, _PROSE)
    other = ("02", "三声哨", "管理站 秦小堤", _PROSE, _PROSE)
    assert front(*page, *texts, *other) == [page[0]]
