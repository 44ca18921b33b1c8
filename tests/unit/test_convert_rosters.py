"""Lists of persons at the end of documents: they sign nothing."""

from __future__ import annotations

from compilation.signatures import byline
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起吃饭。"
_DOCUMENT = ("守堤工作制度", _PROSE, "一、守堤", _PROSE, "二、换班", _PROSE)
_ROSTER = (
    "组　　长：周水生　县水利局局长",
    "副 组 长：黎长河　县应急管理局副局长",
    "成　　员：关　山　堤防管理站站长",
    "温建国　乡水利站站长",
    "许大江　县气象台台长",
)


def test_the_last_of_a_roster_do_not_sign() -> None:
    document, roster = of_lines(*_DOCUMENT, "守堤工作领导小组成员名单", *_ROSTER)[0].works
    assert (document.authors, roster.authors, roster.affiliation) == ((), (), "")
    assert roster.title == "守堤工作领导小组成员名单"
    assert len(roster.blocks) == len(_ROSTER)


def test_the_title_of_a_roster_on_two_lines() -> None:
    works = of_lines(*_DOCUMENT, "某某县人民政府守堤工作", "领导小组成员名单", *_ROSTER)[0].works
    assert [work.title for work in works] == [
        "守堤工作制度",
        "某某县人民政府守堤工作领导小组成员名单",
    ]


def test_a_roster_below_a_heading_is_no_work() -> None:
    works = of_lines(*_DOCUMENT, "三、成员名单", *_ROSTER)[0].works
    assert [work.title for work in works] == ["守堤工作制度"]
    assert works[0].authors == ()


def test_two_persons_may_sign() -> None:
    works = of_lines(*_DOCUMENT, "温建国　乡水利站站长", "许大江　县气象台台长")[0].works
    assert works[0].authors == ("温建国", "许大江")


def test_no_body_is_a_person() -> None:
    assert byline.read(["国务院", "2016年3月8日"])[:2] == ((), "国务院")
    assert byline.read(["安国强", "2016年3月8日"]).authors == ("安国强",)


def _first(*lines: str) -> tuple[tuple[str, ...], str, list[str]]:
    (work,) = of_lines("第一篇：评优", *lines, "第二篇：守堤", _PROSE)[0].works
    return work.authors, work.date, [block.text for block in work.blocks]


def test_names_that_a_sentence_announces_do_not_sign() -> None:
    told = "今年我们评出了三位优秀班主任，他们是："
    names = "欧阳晓、司马静、郑安平"
    assert _first("石磊", told, names) == (("石磊",), "", [told, names])
    decided = ("经研究，决定表彰下列同志：", "欧阳晓", "司马静", "郑安平")
    assert _first(*decided) == ((), "", list(decided))
    assert of_lines("第一篇：评优", *decided, "第二篇：守堤", _PROSE)[0].works[0].blocks[
        0
    ].kind == ("paragraph")
    listed = ("评选结束了，大家都很高兴。", "附录：优秀班主任名单", "欧阳晓、司马静、石磊")
    assert _first(*listed)[0] == ()
    assert _first(*listed)[2][-1] == listed[-1]


def test_a_body_over_its_date_signs_below_names() -> None:
    announced = ("下列同志获奖：", "欧阳晓、司马静、郑安平")
    authors, day, texts = _first(*announced, "石桥机械厂工会", "2012年6月18日")
    assert (authors, day) == ((), "2012-06-18")
    assert texts == list(announced)
