"""Diaries of a page: days with their weather, an office over the title, links below."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines

_DAY = "今天是我到河湾村报到的第一天，车子开到半山腰就开不动了，村支书骑着摩托车来接我。"


@pytest.mark.parametrize(
    "weather",
    ["阴有小雪", "晴间多云", "小雨转多云", "雨夹雪", "中到大雨", "霾", "阴转雷阵雨", "多云转晴"],
)
@pytest.mark.parametrize(
    "form", ["2018年11月7日　星期三　{}", "2018年11月7日 {}", "2018-11-7 周三 {}"]
)
def test_the_weather_of_a_day_may_change(weather: str, form: str) -> None:
    lines = ("驻村日记", "2018年3月2日　星期一　晴", _DAY, form.format(weather), _DAY)
    (chapter,) = of_lines(*lines)
    assert [b.kind for b in chapter.works[0].blocks] == ["heading", "paragraph"] * 2


def test_a_sentence_with_day_and_weather_is_no_day() -> None:
    first = ("2018年3月2日　星期一　晴", _DAY, "2018年3月3日　星期二　晴", _DAY)
    lines = ("驻村日记", *first, "2018年11月7日下了雨夹雪。", _DAY)
    (chapter,) = of_lines(*lines)
    assert [b.kind for b in chapter.works[0].blocks] == [
        *("heading", "paragraph") * 2,
        *("paragraph", "paragraph"),
    ]


@pytest.mark.parametrize(
    ("page", "office", "author", "title"),
    [
        ("河湾村“第一书记”的驻村日记三则", "县水利局派驻河湾村第一书记", "", "走村串户日记三则"),
        ("一位书记的驻村工作总结", "县水利局工程科科长", "", "河湾村两年驻村工作总结"),
        ("来自堤上的学习心得体会", "县水利局　秦小堤", "秦小堤", "我守堤的心得体会"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        (_DAY, _DAY),
        ("2018年3月2日　星期一　晴", _DAY, "2018年3月9日　星期一　小雨转多云", _DAY),
        ("2018年3月2日　星期一", _DAY, "3月9日　晴", _DAY, "3月10日　雨", _DAY),
    ],
)
def test_an_office_over_the_title_below_that_of_the_page(
    page: str, office: str, author: str, title: str, text: tuple[str, ...]
) -> None:
    lines = (page, office, title, *text, "日志 相关内容", "驻村日志范文", "扶贫日记500字")
    (chapter,) = of_lines(*lines)
    work = chapter.works[0]
    assert front(*lines) == [page]
    assert (chapter.title, work.title) == (title, title)
    assert (work.authors, work.affiliation) == (((author,), "县水利局") if author else ((), office))
    assert [b.text.replace(" ", "　") for b in work.blocks] == list(text)


@pytest.mark.parametrize("words", ["日志 相关内容", "护士长　相关范文：", "守堤心得 的相关资料"])
def test_links_below_what_they_are_about(words: str) -> None:
    (chapter,) = of_lines("守堤日记", _DAY, _DAY, words, "驻村日志范文", "扶贫日记500字")
    assert [b.text for b in chapter.works[0].blocks] == [_DAY, _DAY]


def test_matter_of_a_text_is_no_link() -> None:
    (chapter,) = of_lines(
        "守堤日记", _DAY, "一、相关内容", _DAY, "有一份日志的相关内容写得好。", _DAY
    )
    assert len(chapter.works[0].blocks) == 5


def test_the_only_day_that_a_text_of_a_set_tells_of_is_no_heading() -> None:
    (first, second) = of_lines(
        *("篇一：驻村日记两则", "其一　夜路", "4月13日　小雨", _DAY, _DAY),
        *("其二　签字", "11月30日　小雨", _DAY, _DAY, "篇二：老支书", _DAY),
    )
    kinds = [block.kind for work in first.works for block in work.blocks]
    assert set(kinds) == {"paragraph"}
    assert second.title == "老支书"


_BRIEF = ("今天进村，路不好走。", "今天开会，来了四十个人。", "今天下雨。")


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (("2012年3月5日", "2012年3月6日", "2012年3月7日"), "heading"),
        (("1990年", "2000年", "2010年"), "heading"),
        (("2009年3月", "2010年8月", "2011年10月"), "heading"),
        (("5月6日", "5月7日", "5月8日"), "paragraph"),
    ],
)
def test_days_over_short_sentences_stay_where_they_are(days: tuple[str, ...], kind: str) -> None:
    lines = [text for pair in zip(days, _BRIEF, strict=True) for text in pair]
    first, second = of_lines("第一篇：驻村日记", *lines, "第二篇：发言", "话说完了。")
    (work,) = first.works
    assert (work.authors, work.date) == ((), "")
    assert [block.text for block in work.blocks] == lines
    assert [block.kind for block in work.blocks] == [kind, "paragraph"] * 3
    assert second.title == "发言"


def test_a_day_that_a_line_of_the_source_cuts_off_signs_nothing() -> None:
    lines = ("　　我们从三月开始修路，一直修到", "2011年5月", "才修通。路修通的那天，全村都来了。")
    (work,) = of_lines("第一篇：修路", *lines, "第二篇：架桥", "　　桥是第二年架的。")[0].works
    assert work.date == ""
    assert "".join(block.text for block in work.blocks) == "".join(lines).strip("　")
