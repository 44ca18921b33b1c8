"""Titles that take a second line though the first names a kind of text, and marks of models."""

from __future__ import annotations

import pytest
from convert_reading import blocks, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("河湾镇上半年防汛工作总结", "及下半年工作打算"),
        ("河湾镇2019年水利工作总结", "暨2020年工作要点"),
        ("河湾镇2019年水利工作总结", "和2020年工作计划"),
        ("水文站述职报告", "与明年工作设想"),
    ],
)
def test_a_title_goes_on_with_a_second_kind(first: str, second: str) -> None:
    text = (first, second, "", _PROSE, "一、守堤", _PROSE, "（一）换班", _PROSE)
    (chapter,) = of_lines(*text)
    assert chapter.title == first + second
    assert [b.level for b in chapter.works[0].blocks if b.kind == "heading"] == [1, 2]
    assert titles(f"第一篇：{first}", second, _PROSE, "第二篇：守堤", _PROSE)[0] == first + second


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("在2019年度防汛工作", "总结大会上的报告"),
        ("村级水利员队伍建设的", "实践与思考"),
        ("河湾镇2019年水利工作总结及", "2020年工作计划"),
    ],
)
def test_a_title_goes_on_that_was_broken_off(first: str, second: str) -> None:
    for mark in ("第一篇：", "第一篇\n"):
        text = (*(mark + first).split("\n"), second, "水文站　周敏", _PROSE, "第二篇：守堤", _PROSE)
        found = of_lines(*text)[0]
        assert (found.title, found.works[0].authors) == (first + second, ("周敏",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("河湾镇水管站站长2019年", "度抓堤防加固工作述职报告"),
        ("河湾镇水管站站长抓堤防加固", "工作述职报告"),
    ],
)
def test_the_title_of_a_header_goes_on_inside_a_word(first: str, second: str) -> None:
    text = (f"第一篇　{first}", second, "", _PROSE, "第二篇　守堤", _PROSE)
    assert titles(*text)[0] == first + second
    own = ("第一篇　堤上的灯光", "防汛工作心得体会", "", _PROSE, "第二篇　守堤", _PROSE)
    assert titles(*own)[0] == "堤上的灯光"


def test_where_one_spoke_is_not_the_rest_of_a_title() -> None:
    text = ("第一篇：堤上的灯光", "换防大会上的发言", _PROSE, "第二篇：守堤", _PROSE)
    assert titles(*text) == ["堤上的灯光", "守堤"]


@pytest.mark.parametrize("second", ["和堤一起站着", "与水同行", "及时雨来了", "并不平静的一夜"])
def test_a_line_that_begins_so_can_be_a_heading(second: str) -> None:
    text = ("河湾镇上半年防汛工作总结", second, _PROSE, "换班之前", _PROSE)
    (chapter,) = of_lines(*text)
    assert chapter.title == text[0]
    assert ("heading", second) in blocks(*text)


def test_models_are_counted_by_kind_and_number() -> None:
    own = ("灯下的堤", "换班以后", "水退了")
    text = ["申论范文三篇：防汛"]
    for number, title in zip("一二三", own, strict=True):
        text += [f"申论范文{number}", title, _PROSE, _PROSE]
    found = of_lines(*text)
    assert [c.marker for c in found] == ["申论范文一", "申论范文二", "申论范文三"]
    assert [c.title for c in found] == list(own)
    assert [c.works[0].title for c in found] == list(own)


@pytest.mark.parametrize(
    ("title", "mark"),
    [("守堤心得体会范文三篇", "范文"), ("年度守堤心得体会范文", "守堤心得体会范文")],
)
def test_the_title_of_all_before_the_word_for_a_model_is_no_mark(title: str, mark: str) -> None:
    text = [title]
    for number, own in zip("一二三", ("堤上的灯", "换班的时辰", "退水以后"), strict=True):
        text += [f"守堤心得体会范文{number}：", own, _PROSE, _PROSE]
    found = of_lines(*text)
    assert [c.marker for c in found] == [f"{mark}{number}" for number in "一二三"]
    assert [c.title for c in found] == ["堤上的灯", "换班的时辰", "退水以后"]


def test_models_with_titles_in_their_lines() -> None:
    text = ["防汛演讲稿范文三篇"]
    for number, title in zip("一二三", ("灯下的堤", "换班以后", "水退了"), strict=True):
        text += [f"演讲稿范文{number}：{title}", _PROSE, _PROSE]
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("演讲稿范文一", "灯下的堤"),
        ("演讲稿范文二", "换班以后"),
        ("演讲稿范文三", "水退了"),
    ]
    # Prose behind a colon is no title.
    text = ["灯下的堤", "我写过一篇范文一：那是去年的事，写得不好，没有人看。", _PROSE, _PROSE]
    assert titles(*text) == ["灯下的堤"]


def test_models_without_titles_of_their_own_have_the_kind() -> None:
    text = ["防汛演讲稿范文一", _PROSE, _PROSE, "防汛演讲稿范文二", _PROSE, _PROSE]
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("范文一", "防汛演讲稿"),
        ("范文二", "防汛演讲稿"),
    ]


def test_brackets_of_full_width_around_a_mark() -> None:
    text = ("防汛材料", "［范文一］", "灯下的堤", _PROSE, "［范文二］", "换班以后", _PROSE)
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("［范文一］", "灯下的堤"),
        ("［范文二］", "换班以后"),
    ]


def test_a_heading_ends_at_a_stop_of_half_width() -> None:
    text = ("守堤", _PROSE, f"1、灯要亮着. {_PROSE}", f"2、人要醒着. {_PROSE}", _PROSE)
    (chapter,) = of_lines(*text)
    assert [b.run_in for b in chapter.works[0].blocks] == [0, 6, 6, 0]
    text = ("守堤", _PROSE, f"1、水位 3.5 米时{_PROSE}", f"2、水位 4.5 米时{_PROSE}")
    assert not any(b.run_in for b in of_lines(*text)[0].works[0].blocks)


def test_a_name_that_is_a_word_signs_in_brackets_like_others() -> None:
    text: list[str] = ["防汛心得三篇"]
    signed = ("水务局　方知秋", "图书馆　宁静", "档案馆　苏醒")
    for number, by in zip("一二三", signed, strict=True):
        text += [f"第{number}篇：堤上第{number}夜", f"（河湾县{by}）", _PROSE, _PROSE]
    works = [chapter.works[0] for chapter in of_lines(*text)]
    assert [work.authors for work in works] == [("方知秋",), ("宁静",), ("苏醒",)]
    assert not any(work.subtitle for work in works)


def test_a_word_in_brackets_begins_a_paragraph_of_wrapped_text() -> None:
    text = (
        *(
            "守堤纪实",
            "水位从凌晨三点开始上涨,守堤的人把灯挂到了第二道堤上,一直到天亮都没有人离开过,",
        ),
        *("送饭的人在泥里走了一个多小时,到了堤上先问水退了没有,然后才想起来自己也没有吃,",),
        *("第三班的人说水还会再涨半尺,所以谁也没有回去,灶上的饭和汤也已经凉了好几回。",),
        *(
            "【典型案例】去年七月,下湾的闸门卡住了,两个人下到水里摸了一夜,手上全是口子,却",
            "没有人叫苦。",
        ),
        *("这样的事每年都有,写在本子上的只是其中的一小部分,剩下的都在堤上的人心里,也在", "水里。"),
    )
    starts = [text[:6] for _, text in blocks(*text)]
    assert starts == ["水位从凌晨三", "【典型案例】", "这样的事每年"]


def test_a_title_in_two_halves_alike() -> None:
    halves = ("“长堤+灯火”守住石桥", "“人心+水位”看住河湾")
    below = (_PROSE, "一、怎样守堤", _PROSE, "二、怎样看水", _PROSE)
    (chapter,) = of_lines(*halves, *below)
    assert chapter.title == "".join(halves)
    assert {b.level for b in chapter.works[0].blocks if b.kind == "heading"} == {1}
    # Halves of other forms are a title and its first heading.
    for second in ("“人心”要看住", "人心和水位都要看住了"):
        (chapter,) = of_lines("“长堤+灯火”守住石桥", second, _PROSE, _PROSE)
        assert chapter.title == halves[0]
    (chapter,) = of_lines("把堤守住，把灯点亮", "“堤”上的人和水", _PROSE)
    assert chapter.title == "把堤守住，把灯点亮"


@pytest.mark.parametrize(
    "title",
    [
        "堤防管理所领导班子专题民主生活会对照检|查材料（含整改措施）",
        "堤防管理所领导班子专题民主生活会对照检查材|料",
        "堤防管理所领导班子专题民主生活会发言|提纲（征求意见稿）",
        "堤防管理所领导班子年度述职|报告",
    ],
)
def test_a_word_for_the_kind_broken_over_two_lines(title: str) -> None:
    assert titles(*title.split("|"), _PROSE, "一、守堤", _PROSE) == [title.replace("|", "")]


@pytest.mark.parametrize("title", ["一只蝉教给我的", "老站长和", "灯下的我与"])
def test_a_subtitle_below_a_title_that_ends_as_none_does(title: str) -> None:
    text = (f"第一篇：{title}", "——读《守堤》有感", _PROSE, _PROSE, "第二篇：换防", _PROSE, _PROSE)
    work = of_lines(*text)[0].works[0]
    assert (work.title, work.subtitle) == (title, "读《守堤》有感")


@pytest.mark.parametrize("mark", ["第一篇、|", "第一篇、"])
@pytest.mark.parametrize(
    "title", ["一个人的|巡堤队", "一个人|的巡堤队", "守住初心 做新时|代的护堤人"]
)
def test_a_title_is_broken_above_its_subtitle(mark: str, title: str) -> None:
    lines = f"{mark}{title}|——记守堤人佟大勇".split("|")
    work = of_lines(*lines, _PROSE, _PROSE, "第二篇、换防", _PROSE, _PROSE)[0].works[0]
    whole = title.replace("|", "").replace(" ", "　")
    assert (work.title, work.subtitle, work.affiliation) == (whole, "记守堤人佟大勇", "")


def test_a_report_given_somewhere_is_broken_in_the_line_of_its_mark() -> None:
    for at in (2, 5, 8):
        title = "在全县防汛工作会上的讲话"
        lines = ("第一篇 换防", _PROSE, f"第二篇 {title[:at]}", title[at:], _PROSE, _PROSE)
        assert titles(*lines)[1] == title


def test_the_body_below_a_title_in_the_middle_is_no_part_of_it() -> None:
    lines = [
        " " * 20 + line if len(line) < 12 else f"    {line}"
        for title, body in (("少跑一步路", "市水文站"), ("活动室的变迁", "机械厂退管办"))
        for line in ("(一)" if body == "市水文站" else "(二)", title, body, _PROSE * 2, _PROSE)
    ]
    works = [one.works[0] for one in of_lines("先进集体经验材料", "", *lines)]
    assert [(work.title, work.affiliation) for work in works] == [
        ("少跑一步路", "市水文站"),
        ("活动室的变迁", "机械厂退管办"),
    ]


def test_a_person_signs_below_a_title_that_ends_as_few_do() -> None:
    (chapter,) = of_lines("由照镜子想到的", "守堤小学 周敏", _PROSE, _PROSE)
    assert (chapter.title, chapter.works[0].authors) == ("由照镜子想到的", ("周敏",))


def test_the_first_heading_of_a_line_has_a_blank_in_its_word() -> None:
    one = "第一篇: 水文站工作小结 一、巡 堤工作 1、白天。看了三遍，没有险情。"
    two = "第二篇: 防汛办工作小结 一、守堤工作 1、夜里。守了三班，没有险情。"
    assert titles(one, _PROSE, two, _PROSE) == ["水文站工作小结", "防汛办工作小结"]


_SIGNED = ("石桥县水利局　孙志强　钱文", "2011年4月23日")
_WHOLE = (
    "进一步贯彻落实上级防汛工作会议精神切实加强村级水利员队伍规范化建设与日常管理工作"
    "努力推动守堤值班制度在每一个村组落地生根的实践与思考"
)
_PAUSED = _WHOLE.replace("切实", "，切实").replace("努力", "，努力")


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (_WHOLE, f"第三篇　{_WHOLE}\n\n{_WHOLE}"),
        (_WHOLE, f"第三篇　{_WHOLE}"),
        (_PAUSED, f"第三篇　{_PAUSED}\n\n{_PAUSED}"),
        (_WHOLE, f"第三篇\n\n{_WHOLE}"),
        (_PAUSED, f"第三篇\n\n{_PAUSED}"),
    ],
)
def test_a_title_of_any_length_over_who_wrote_the_text(title: str, head: str) -> None:
    below = ("", *_SIGNED, "", _PROSE, "一、守堤", _PROSE, "二、换班", _PROSE)
    text = ("第一篇　水", _PROSE, "第二篇　堤", _PROSE, *head.split("\n"), *below)
    work = of_lines(*text)[-1].works[0]
    assert (work.title, work.authors, work.date) == (title, ("孙志强", "钱文"), "2011-04-23")
    assert [(b.kind, b.level) for b in work.blocks if b.kind == "heading"] == [("heading", 1)] * 2


def test_a_title_of_one_character_is_not_printed_twice() -> None:
    text = ("第一篇　堤", "", "堤", "", "黎长河", "", "二〇一〇年十月", "", _PROSE, _PROSE)
    (chapter,) = of_lines(*text)
    (work,) = chapter.works
    assert (chapter.title, work.authors, work.date) == ("堤", ("黎长河",), "2010-10")
    assert [block.text for block in work.blocks] == [_PROSE, _PROSE]


def test_a_date_alone_over_a_text_is_no_heading() -> None:
    top = ("守堤的一夜", "堤上的人", "2010年10月8日", _PROSE, _PROSE)
    assert "heading" not in {kind for kind, _ in blocks(*top)}
    days = blocks("守堤日记", _PROSE, "2010年10月8日", _PROSE, "2010年10月9日", _PROSE)
    assert [kind for kind, _ in days] == ["paragraph", *["heading", "paragraph"] * 2]
