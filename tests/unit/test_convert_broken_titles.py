"""Titles, subtitles and salutations that the page broke over two lines."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_TITLE = ("守住一段大堤", "做一名水涨人不退的共产党员")


@pytest.mark.parametrize("below", ["敬爱的党组织：", "县水文站　周敏"])
def test_what_stands_between_a_title_and_who_is_named_below_is_its_rest(below: str) -> None:
    first = ("第一篇", "    " + _TITLE[0], "  " + _TITLE[1], below, _PROSE, _OTHER)
    assert titles("防汛思想汇报", *first, "第二篇", "换防", below, _OTHER, _PROSE) == [
        "".join(_TITLE),
        "换防",
    ]


def test_lines_set_apart_above_the_text_are_one_title() -> None:
    text = ("", "篇1", "", *_TITLE, "", _PROSE, _OTHER, "", "篇2", "", "换防", "", _OTHER)
    assert titles("防汛征文集", *text) == ["".join(_TITLE), "换防"]
    remark = ("", "篇1", "", _TITLE[0], "（书面交流）", "", *text[6:])
    assert titles("防汛征文集", *remark) == [_TITLE[0], "换防"]


@pytest.mark.parametrize("other", ["水文站党支部", "党支部书记", "水防指〔2022〕7号"])
def test_a_body_or_number_between_them_is_no_part_of_the_title(other: str) -> None:
    text = ("篇1", _TITLE[0], other, "同志们：", _PROSE, "篇2", "换防", "同志们：", _OTHER)
    assert titles(*text) == [_TITLE[0], "换防"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("——在青石镇第九届人民代表大会", "第二次会议上"),
        ("——在青石镇第九届人民代表大会第二次", "会议上"),
        ("——在青石镇第九届人民代表大会第二次会议上的书面报", "告"),
        ("——在青石镇防汛会议上的书面汇", "报材料"),
        ("——2012年2月8日在青石镇第九届人民代表大会", "第二次会议上"),
        ("（2012年2月8日在青石镇第九届人民代表大会", "第二次会议上）"),
    ],
)
def test_the_occasion_of_a_report_broken_in_its_subtitle(first: str, second: str) -> None:
    dated = () if "2012" in first else ("（2012年2月8日）",)
    text = ("政府工作报告", first, second, *dated, "镇长　周敏", "各位代表：", _PROSE)
    (chapter,) = of_lines(*text, _OTHER)
    (work,) = chapter.works
    assert work.subtitle.strip("—（）") == (first + second).strip("—（）")
    assert (work.authors, work.date) == (("周敏",), "2012-02-08")
    assert [block.text for block in work.blocks] == ["各位代表：", _PROSE, _OTHER]


@pytest.mark.parametrize("rest", ["同志先进事迹", "的故事"])
def test_of_whom_a_text_tells_broken_in_its_subtitle(rest: str) -> None:
    text = ("第一篇 守堤的灯", "——记青石镇护堤员周敏", rest, "县妇联　陈立", _PROSE, _OTHER)
    (work,) = of_lines(*text, "第二篇 换防", _OTHER, _PROSE)[0].works
    assert (work.subtitle, work.authors) == (f"记青石镇护堤员周敏{rest}", ("陈立",))


def test_a_salutation_broken_below_the_title_of_a_notice() -> None:
    text = (
        "水防发〔2014〕37号",
        "",
        "关于开展“守堤",
        "护坝”活动的通知",
        "",
        "各乡（镇、街道）防汛办，县直各单",
        "位：",
        _PROSE * 2,
        "附件：1.活动方案",
        "县防汛指挥部",
        "2014年3月18日",
        "附件1",
        "“守堤护坝”活动方案",
        _OTHER * 2,
    )
    notice, attached = of_lines(*text)
    assert notice.title == "关于开展“守堤护坝”活动的通知"
    found = [block.text for block in notice.works[0].blocks if block.kind == "salutation"]
    assert found == ["各乡（镇、街道）防汛办，县直各单位："]
    assert attached.title == "“守堤护坝”活动方案"


def test_the_title_of_a_report_broken_over_three_lines_in_mid_word() -> None:
    title = ("关于青石镇2011年财政预", "算执行情况和2012年财政预算草案", "的报告")
    signed = ("（2012年1月9日）", "青石镇财政所", "各位代表：")
    first, *_ = of_lines(
        *("第一篇、" + title[0], *title[1:], *signed, _PROSE, _OTHER),
        *("第二篇、换防", "青石镇水利站", "各位代表：", _OTHER, _PROSE),
    )
    assert first.title == first.works[0].title == "".join(title)
    assert first.works[0].affiliation == "青石镇财政所"


_SUBTITLE = ("——我在堤上的四百个", "夜晚")


@pytest.mark.parametrize("name", ["水文站　周敏", "（河湾县水利局　周　敏）"])
def test_a_short_line_between_a_subtitle_and_who_signs_is_its_rest(name: str) -> None:
    (work,) = of_lines("从一盏灯说起", *_SUBTITLE, name, _PROSE, _OTHER)[0].works
    assert (work.subtitle, work.authors) == ("我在堤上的四百个夜晚", ("周敏",))


def test_what_is_no_rest_of_a_subtitle_stays_apart() -> None:
    (work,) = of_lines("从一盏灯说起", _SUBTITLE[0], "水文站", "周　敏", _PROSE, _OTHER)[0].works
    assert (work.affiliation, work.authors) == ("水文站", ("周敏",))


_BOOK = (
    *("守堤演讲比赛讲稿", "目  录", "一、守堤…………………………1", "二、从一盏灯说起——我在堤上的四百个"),
    *("夜晚…………………………3", "三、换防…………………………5"),
    *("一、守堤", "水文站　林岸", "各位评委：", _PROSE, _PROSE[:20], "1", _PROSE[20:], _OTHER),
    *("二、从一盏灯说起", *_SUBTITLE, "水文站　周敏", "各位评委：", _OTHER),
    *(_PROSE[:20], "3", _PROSE[20:], _OTHER, "三、换防", "水文站　何必", "各位评委：", _PROSE),
    *(_OTHER[:20], "5", _OTHER[20:], _PROSE, f"{' ' * 24}6"),
)


def test_a_list_of_titles_whose_entry_the_page_broke_names_them_all() -> None:
    assert titles(*_BOOK) == ["守堤", "从一盏灯说起", "换防"]
    assert front(*_BOOK)[3] == _BOOK[3] + _BOOK[4]


def test_the_numbers_of_pages_that_a_list_has_go_though_some_are_missing() -> None:
    texts = [block.text for chapter in of_lines(*_BOOK) for block in chapter.works[0].blocks]
    assert not any(text.isdecimal() for text in texts)
    assert _PROSE in texts
