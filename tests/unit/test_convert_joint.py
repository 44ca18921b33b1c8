"""Several bodies that sign one text, each on a line of its own or all in one."""

from __future__ import annotations

import pytest
from compilation.signatures import byline
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


@pytest.mark.parametrize(
    "signed",
    [
        ("河湾大学团委", "河湾大学学生会", "河湾大学研究生会"),
        ("共青团河湾县委员会", "河湾县水利局", "河湾县妇联"),
        ("水利部办公厅　国家防汛办公室", "国务院农村工作局行政司"),
        ("河湾县水利局防汛办", "河湾县气象台", "河湾县广播站"),
        ("后勤处直属党支部　校工会",),  # the school's own body is no part of its part
    ],
)
def test_each_has_a_line(signed: tuple[str, ...]) -> None:
    (chapter,) = of_lines("关于守堤的倡议书", "各位同学：", _PROSE, _PROSE, *signed, "2019年7月9日")
    work = chapter.works[0]
    assert work.affiliation == "、".join("　".join(signed).split("　"))
    assert (work.authors, work.date) == ((), "2019-07-09")
    assert [block.text for block in work.blocks] == ["各位同学：", _PROSE, _PROSE]


def test_those_who_propose_have_a_label_before_the_first() -> None:
    signed = ("倡议单位：河湾县水利局", "          河湾县妇联", "2019年7月9日")
    (work,) = of_lines("关于守堤的倡议书", "各位同学：", _PROSE, _PROSE, *signed)[0].works
    assert (work.affiliation, len(work.blocks)) == ("河湾县水利局、河湾县妇联", 3)


def test_body_offices_and_name_have_a_line_each() -> None:
    signed = ("河湾县水利局", "党组书记、局长", "周　敏", "2019年7月9日")
    (work,) = of_lines("守堤述职报告", _PROSE, _PROSE, *signed)[0].works
    assert (work.authors, work.affiliation) == (("周敏",), "河湾县水利局党组书记、局长")
    assert len(work.blocks) == 2


@pytest.mark.parametrize(("signed", "authors"), [(("河湾县水利局",), ()), ((), ("周敏",))])
def test_a_body_signs_what_it_tells_of_the_person_in_the_title(
    signed: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    told = ("第一篇、护堤员　周敏", f"周敏，女，1970年生。{_PROSE}", _PROSE, *signed)
    (work,) = of_lines(*told, "第二篇、换防", _PROSE, _PROSE)[0].works
    assert work.authors == authors
    assert len(work.blocks) == 2


@pytest.mark.parametrize(
    ("signed", "affiliation"),
    [
        (("河湾县医院", "宣传科"), "河湾县医院宣传科"),  # a part of the first
        (("河湾大学", "学生工作部"), "河湾大学学生工作部"),
        (("河湾省水利厅", "石桥县水利局"), "河湾省水利厅石桥县水利局"),
        (("河湾大学团委　周敏",), "河湾大学团委"),
        (("河湾大学", "校工会"), "河湾大学校工会"),
    ],
)
def test_a_part_is_no_other_body(signed: tuple[str, ...], affiliation: str) -> None:
    assert byline.read([*signed, "2019年7月9日"]).affiliation == affiliation


def test_a_paragraph_above_the_bodies_stays() -> None:
    for last in ("大家都来守堤", "建设河湾大学学生会", "各系推荐名单"):
        (chapter,) = of_lines(
            "关于守堤的倡议书", _PROSE, _PROSE, last, "河湾大学学生会", "2019年7月9日"
        )
        assert chapter.works[0].affiliation == "河湾大学学生会"
        assert chapter.works[0].blocks[-1].text == last


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("学生工作部（处）", "学生工作部（处）"),
        ("（学生工作部（处））", "学生工作部（处）"),
        ("单位：教务处（办公室）", "教务处（办公室）"),
        ("周敏（学生工作部）", "学生工作部"),
    ],
)
def test_an_office_with_two_names_keeps_its_bracket(text: str, affiliation: str) -> None:
    assert byline.looks_like(text, True)
    assert byline.read([text]).affiliation == affiliation


def test_a_bracket_around_what_signs_goes() -> None:
    assert byline.read(["（河湾县水利局）"]).affiliation == "河湾县水利局"
    assert not byline.looks_like("把灯点亮（处）", True)


def test_what_goes_on_is_no_name_of_a_body() -> None:
    assert not byline.looks_like("望着一所小学校", True)


@pytest.mark.parametrize(
    "day",
    ["×年×月×日", "x年x月x日", "*年*月*日", "二〇××年×月×日", "20xx年xx月十日", "○年○月○日"],
)
@pytest.mark.parametrize("name", ["申请人：×××", "周敏"])
def test_a_date_that_shall_not_be_told_signs(name: str, day: str) -> None:
    (work,) = of_lines("入党申请书", "敬爱的党支部：", _PROSE, "此致", "敬礼！", name, day)[0].works
    assert (work.authors, work.date) == ((name.removeprefix("申请人："),), "")
    assert work.blocks[-1].text == "敬礼！"


@pytest.mark.parametrize("body", ["小一班", "三年级二班", "语文组", "收费二班", "妇产科"])
@pytest.mark.parametrize("names", ["周敏 陈立", "周敏、陈立"])
def test_several_sign_behind_a_small_body_and_a_colon(body: str, names: str) -> None:
    (work,) = of_lines("守堤总结", _PROSE, _PROSE, f"{body}：{names}", "2022年12月30日")[0].works
    assert (work.authors, work.affiliation) == (("周敏", "陈立"), body)
    assert len(work.blocks) == 2
    # Who did what is no signature.
    work = of_lines("守堤总结", _PROSE, f"{body}：{names}看灯", _PROSE)[0].works[0]
    assert (work.authors, len(work.blocks)) == ((), 3)
    listed = ("值班名单：", f"{body}：{names}", "夜班组：吴桐 赵海")
    work = of_lines("守堤总结", _PROSE, *listed)[0].works[0]
    assert (work.authors, len(work.blocks)) == ((), 4)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2014年9月×日", "2014-09"), ("2014年××月××日", "2014"), ("二〇一四年九月x日", "2014-09")],
)
def test_a_date_with_a_blank_is_told_as_far_as_it_goes(day: str, told: str) -> None:
    (work,) = of_lines("守堤总结", _PROSE, _PROSE, "周敏", day)[0].works
    assert (work.authors, work.date, len(work.blocks)) == (("周敏",), told, 2)


@pytest.mark.parametrize("of", ["水利131", "水利1302", "水利13级"])
def test_a_class_of_a_college_stands_before_a_name(of: str) -> None:
    (work,) = of_lines("守堤总结", _PROSE, _PROSE, f"{of} 周小舟", "2016年6月30日")[0].works
    assert (work.authors, work.affiliation, work.date) == (("周小舟",), of, "2016-06-30")
