"""Texts that only their layout parts."""

from __future__ import annotations

import pytest
from compilation.body.lines import split
from compilation.body.wrapping import profile
from compilation.signatures import byline
from compilation.signatures.persons import person_as_title
from compilation.text import signs
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_LONG = [_PROSE * 2] * 4


def indented(*text: str) -> list[str]:
    """Give lines with the indent of paragraphs."""
    return [f"　　{line}" for line in text]


def test_titles_further_left_than_paragraphs() -> None:
    text = (
        *("守堤的那一夜没有月亮", *indented(*_LONG)),
        *("换防路上遇见老班长", *indented(*_LONG)),
        *("洪水退去以后的村庄", *indented(*_LONG, "明天会更好！")),
        *("写在抗洪胜利之后", *indented(*_LONG, "我们还会回来！")),
    )
    assert titles(*text) == [
        "守堤的那一夜没有月亮",
        "换防路上遇见老班长",
        "洪水退去以后的村庄",
        "写在抗洪胜利之后",
    ]


def test_subheads_set_like_the_title_part_no_texts() -> None:
    parallel = (
        *("守堤七日", *indented(*_LONG)),
        *("面对洪水，他冲在前头", *indented(*_LONG)),
        *("面对家人，他欠着人情", *indented(*_LONG)),
    )
    assert titles(*parallel) == ["守堤七日"]
    person = (
        *("堤上的老黎不肯下来", *indented(f"黎长河，男，五十一岁。{_PROSE}", *_LONG)),
        *("一条扁担挑着两个家", *indented(f"黎长河家里有两位老人。{_PROSE}", *_LONG)),
        *("水退那天他睡了一整天", *indented(f"有人问黎长河累不累。{_PROSE}", *_LONG)),
    )
    assert titles(*person) == ["堤上的老黎不肯下来"]


def test_titles_with_names_in_brackets() -> None:
    text = ("守堤之夜（乐天）", _PROSE, "换防途中（成功）", _PROSE)
    assert titles(*text) == ["守堤之夜", "换防途中"]
    assert [c.works[0].authors for c in of_lines(*text)] == [("乐天",), ("成功",)]
    again = (
        *("第一篇 守堤之夜", "守堤之夜（乐天）", _PROSE),
        *("第二篇 换防途中", "换防途中（成功）", _PROSE),
    )
    assert [c.works[0].authors for c in of_lines(*again)] == [("乐天",), ("成功",)]


def test_bodies_below_titles() -> None:
    text = ("守堤", "审计科", _PROSE, "换防", "县档案馆", _PROSE, "退水", "营业部", _PROSE)
    assert titles(*text) == ["守堤", "换防", "退水"]
    found = [c.works[0].affiliation for c in of_lines(*text)]
    assert found == ["审计科", "县档案馆", "营业部"]


def test_a_signature_glued_to_the_text_above() -> None:
    text = ("守堤", f"{_PROSE}（周敏）", "换防", f"{_PROSE}（黎民）", "退水", f"{_PROSE}（关山）")
    assert titles(*text) == ["守堤", "换防", "退水"]


def test_offices_on_lines_over_the_name() -> None:
    text = (
        *("守堤", "县政协委员", "县医院副院长", "周 敏", _PROSE),
        *("换防", "县政协委员", "黎 民", _PROSE),
    )
    assert titles(*text) == ["守堤", "换防"]
    assert [c.works[0].affiliation for c in of_lines(*text)] == [
        "县政协委员县医院副院长",
        "县政协委员",
    ]


def test_a_person_over_the_subtitle() -> None:
    text = ("守堤", "文/周敏", "——记堤上七日", _PROSE, "换防", "文/黎民", _PROSE)
    assert titles(*text) == ["守堤", "换防"]
    first = of_lines(*text)[0].works[0]
    assert (first.subtitle, first.authors) == ("记堤上七日", ("周敏",))


def test_the_days_of_a_diary_part_no_texts() -> None:
    days = ("2019年5月13日", _PROSE, "2019年6月1日", _PROSE, "2019年6月9日", _PROSE)
    more = ("守堤的人合影", "2019年7月2日", _PROSE)
    assert titles("守堤日记", *days, *more) == ["守堤日记"]


def test_the_first_line_of_a_wrapped_paragraph_is_no_title() -> None:
    wrapped = ("堤上的灯亮了一夜，守堤的人换了三班，水位", "一寸一寸地退了下去。")
    text = ("守堤", "周敏", *wrapped * 3, "换防", "黎民", *wrapped * 3)
    assert titles(*text) == ["守堤", "换防"]


def test_bodies_in_turn_and_persons_with_remarks() -> None:
    intro = "部分心得体会展示如下："
    text = (
        *("局机关学习成果展示", f"{_PROSE}"),
        *("机关支部第一党小组", intro, "办公室周敏 中共党员", _PROSE, "财务股黎民 党员", _PROSE),
        *("机关支部第二党小组", intro, "工程股关山 中共党员", _PROSE, "防汛办石磊 党员", _PROSE),
    )
    assert titles(*text) == ["机关支部第一党小组", "机关支部第二党小组"]
    works = of_lines(*text)[1].works
    assert [work.authors for work in works] == [(), ("关山",), ("石磊",)]
    assert [work.affiliation for work in works] == ["", "工程股", "防汛办"]


def test_signs_and_book_marks_around_titles() -> None:
    marked = ("事迹材料汇编", "", "★ 黎民同志事迹材料", _PROSE, "", "★ 周敏同志事迹材料", _PROSE)
    assert titles(*marked) == ["黎民同志事迹材料", "周敏同志事迹材料"]
    booked = ("征文作品选", "《守堤》", *_LONG, "《换防》", *_LONG)
    assert titles(*booked) == ["《守堤》", "《换防》"]


def test_numbers_before_titles_said_again() -> None:
    text = ("1.防汛工作总结 篇一", _PROSE, "2.防汛工作总结 篇二", _PROSE)
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("篇一", "防汛工作总结"),
        ("篇二", "防汛工作总结"),
    ]


def test_the_head_of_a_document_over_its_title() -> None:
    text = (
        *("第一篇：防汛文件", "某 某 县 水 利 局 文 件", "某水发〔2011〕6号"),
        *("某某县水利局关于做好", "今年防汛工作的通知", "各乡镇：", _PROSE),
        *("第二篇：换防", _PROSE),
    )
    first = of_lines(*text)[0].works[0]
    assert first.title == "某某县水利局关于做好今年防汛工作的通知"
    assert [block.kind for block in first.blocks[:2]] == ["note", "note"]


def test_an_official_title_below_the_short_one_of_a_page() -> None:
    text = (
        *("关于做好防汛工作的通知", "某水发〔2011〕6号"),
        *("某某县水利局关于做好二〇一一年防汛工作的通知", "各乡镇：", _PROSE, _PROSE),
    )
    assert titles(*text) == ["某某县水利局关于做好二〇一一年防汛工作的通知"]


def test_a_title_with_its_subtitle_below_a_kind() -> None:
    text = ("篇一：先进事迹材料", "一盏马灯", "——记黎长河", _PROSE, "篇二：换防", _PROSE)
    first = of_lines(*text)[0].works[0]
    assert (first.title, first.subtitle) == ("一盏马灯", "记黎长河")


def test_a_heading_stuck_to_the_paragraph_above() -> None:
    text = ("守堤", "他是堤上的“活地图”", _PROSE, f"{_PROSE * 2} 他是乡亲的“家里人”", _PROSE)
    assert ("heading", "他是乡亲的“家里人”") in blocks(*text)


def test_a_paragraph_of_one_full_line_in_wrapped_text() -> None:
    text = (
        *("守堤", "　　堤上的灯亮了一夜，守堤的人换了三班，水", "位一寸一寸地退了下去。"),
        *("　　找差距，我的差距就在这里；守初心在这里。", "　　上周末，我又去了一趟堤上，老队长还"),
        *("在那里，手里提着一盏灯，灯油已经不多了，", "他却说够了。"),
    )
    assert [text for _, text in blocks(*text)][1] == "找差距，我的差距就在这里；守初心在这里。"


def test_the_end_of_a_page_and_of_a_wrapped_text_below_full_lines() -> None:
    text = (
        *("守堤", "　　堤上的灯亮了一夜，守堤的人换了三班，水", "位一寸一寸地退了下去。"),
        *("　　上周末，我又去了一趟堤上，老队长还在那", "里，说", "- 1 -", "灯油已经不多了。"),
        *("　　他却说够了，说人不睡灯就不灭，说到这里", "连他自己也笑了起来，笑声惊起了一群水鸟。"),
        *("河湾县水利站", "2013年11月"),
    )
    (work,) = of_lines(*text)[0].works
    assert work.affiliation == "河湾县水利站"
    assert [block.text[-8:] for block in work.blocks] == [
        "寸一寸地退了下去。"[-8:],
        "说灯油已经不多了。"[-8:],
        "笑声惊起了一群水鸟。"[-8:],
    ]


def test_names_that_look_like_offices() -> None:
    assert byline.read(["作者：任重远"]).authors == ("任重远",)
    assert byline.read(["环卫处　向红兵"]).authors == ("向红兵",)
    assert person_as_title("张秀兰（语文组）") is not None
    assert person_as_title("土木工程系　周敏") == (("周敏",), "土木工程系", "")
    assert person_as_title("干群关系　周敏") is None
    assert byline.looks_like("文 | 黎民（县水利局）")
    assert not byline.looks_like("文 | 堤上的灯（外一篇）")
    assert not byline.looks_like("失败是一位严厉的老师（江海涛）", True)


def test_titles_as_many_as_the_title_of_all_counts() -> None:
    text = (
        *("廉政教育心得体会范文3篇", "", "守住底线", "", _PROSE, "", _PROSE, "", "家属眼里的廉政"),
        *("", _PROSE, "", _PROSE, "", "算一算这本账", "", _PROSE, "", _PROSE),
    )
    assert titles(*text) == ["守住底线", "家属眼里的廉政", "算一算这本账"]


def test_titles_with_a_label_below_their_persons() -> None:
    text = (
        *("微党课选登", "主讲人：周敏", "变电一班班长", "微党课主题：守堤", "同志们：", _PROSE),
        *("主讲人：黎民", "供电所经理", "微党课主题：换防", _PROSE, _PROSE),
    )
    assert titles(*text) == ["守堤", "换防"]
    assert [c.works[0].authors for c in of_lines(*text)] == [("周敏",), ("黎民",)]


def test_a_table_of_contents_has_no_headers() -> None:
    listed = ("目 录", "第一辑 堤上", "守堤……………周敏（2）", "第二辑 堤下", "换防……黎民（3）")
    text = (
        *("征文选", *listed, _PROSE),
        *(
            "第一辑 堤上",
            "守堤",
            "防汛办 周敏",
            _PROSE,
            "第二辑 堤下",
            "换防",
            "水管站 黎民",
            _PROSE,
        ),
    )
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("第一辑", "堤上"),
        ("第二辑", "堤下"),
    ]


@pytest.mark.parametrize("names", [("汤为民", "凌  燕", "周敏"), ("周敏", "黎民", "李大山")])
def test_persons_before_the_pages_of_a_hard_wrapped_list(names: tuple[str, ...]) -> None:
    over = ("堤上的事，等不得", "守好身边一段堤", "管好小小一道闸")
    listed = [f"{title}{'…' * 12}{name}  1" for title, name in zip(over, names, strict=True)]
    wrapped = (
        "　　堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，第二天早上太阳",
        "从对岸升起来，照着堤上一排湿透了的脚印，没有人说话，大家都在等着那一声哨子，",
        "哨子响了，人们才慢慢地站起来，拍一拍身上的泥，往村子里走去了。",
    )
    text = ["石桥乡教育实践活动", "学习心得体会汇编", "目  录", *listed]
    for title, name in zip(over, names, strict=True):
        text += [title, f"水管站站长  {name}", *wrapped]
    assert [line.split("…")[0] for line in front(*text)[-3:]] == list(over)


def test_titles_below_headers_that_all_say_the_same() -> None:
    heads = ("防汛体会（篇一）", "守堤", _PROSE), ("防汛体会（篇二）", "换防", _PROSE)
    text = (*heads[0], *heads[1], "防汛体会（篇三）", "退水", _PROSE)
    assert [c.works[0].title for c in of_lines(*text)] == ["守堤", "换防", "退水"]


def test_numbers_and_salutations_stuck_to_a_title() -> None:
    text = (
        *("防汛会议表态发言稿3篇", f"防汛会议表态发言稿1各位领导：{_PROSE}", _PROSE),
        *(f"防汛会议表态发言稿2同志们：{_PROSE}", _PROSE),
    )
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("1", "防汛会议表态发言稿"),
        ("2", "防汛会议表态发言稿"),
    ]
    assert of_lines(*text)[1].works[0].blocks[0].kind == "salutation"


def test_salutations_in_several_lines() -> None:
    called = ("尊敬的各位村民代表，", "各位老支书，", "各位来宾，", "女士们，先生们，朋友们：")
    assert blocks(*("范文一：守堤", *called, _PROSE))[:4] == [("salutation", one) for one in called]
    broken = ("范文一：守堤", _PROSE + "说到这里，", "同志们都笑了，堤上的风也小了下去。")
    assert len(blocks(*broken)) == 1


def test_a_letter_under_a_kind() -> None:
    text = (
        *("第一篇:消防安全倡议书", "致全校家长的一封倡议书", "亲爱的爸爸妈妈:", _PROSE),
        *("第二篇:换防倡议书", _PROSE),
    )
    assert of_lines(*text)[0].works[0].title == "致全校家长的一封倡议书"


def test_the_only_division_of_a_larger_work() -> None:
    text = (
        *("第三十八章 创业回忆", "头一口井", "柳长海", _PROSE, "头一个麦收", "佟玉芬", _PROSE),
        *("头一间校舍", "滕文秀", _PROSE),
    )
    (chapter,) = of_lines(*text)
    assert (chapter.marker, chapter.title) == ("第三十八章", "创业回忆")
    assert [work.title for work in chapter.works] == ["头一口井", "头一个麦收", "头一间校舍"]


def test_an_office_that_begins_like_a_label() -> None:
    found = byline.read(["支部书记  霍 启 明"])
    assert (found.authors, found.affiliation) == (("霍启明",), "支部书记")


def test_where_a_text_was_taken_from_ends_it() -> None:
    source = "摘自《水利报》"
    text = (*("守堤之夜", _PROSE, source, "换防途中", _PROSE, source, "退水以后", _PROSE, source),)
    assert titles(*text) == ["守堤之夜", "换防途中", "退水以后"]
    last = of_lines(*text)[0].works[0].blocks[-1]
    assert (last.kind, last.text) == ("note", source)


def test_offices_and_telephones_below_a_signature() -> None:
    signed = ("2016年5月24日", "本文作者：周敏", "县医院退休职工", "手机：13900000000")
    more = ("2016年5月25日", "本文作者：黎民", "县水利局退休职工", "手机：13900000001")
    text = ("守堤之夜", _PROSE, *signed, "换防途中", _PROSE, *more, "退水以后", _PROSE, _PROSE)
    assert titles(*text) == ["守堤之夜", "换防途中", "退水以后"]
    first = of_lines(*text)[0].works[0]
    assert (first.authors, first.affiliation) == (("周敏",), "县医院退休职工")
    assert first.blocks[-1].kind == "note"


def test_two_headings_below_a_name_are_no_chapters() -> None:
    text = (
        *("个人剖析材料", "周敏", "一、存在的问题", "1、学习不够。", "2、办法不多。"),
        *("二、原因分析", _PROSE, "马架子里的小学校", "黎民", _PROSE, "平凡的坚守", "关山", _PROSE),
    )
    assert titles(*text) == ["个人剖析材料", "马架子里的小学校", "平凡的坚守"]


def test_titles_set_like_paragraphs_under_a_title_of_several() -> None:
    text = (
        *("防汛工作学习心得选编", "", "守堤的那一夜没有月亮", "", *_LONG),
        *("换防路上遇见了老班长", "", *_LONG, "洪水退去以后的村庄啊", "", *_LONG),
    )
    assert titles(*text)[:1] == ["守堤的那一夜没有月亮"]


def test_titles_in_brackets_that_repeat_with_a_number() -> None:
    text = [line for n in "一二三" for line in (f"【防汛工作学习感想{n}】", *_LONG)]
    found = of_lines("防汛工作学习感想", "", *text)
    assert [(c.marker, c.title) for c in found] == [(n, "防汛工作学习感想") for n in "一二三"]


def test_numbers_in_angle_brackets_divide_a_text() -> None:
    text = [
        line
        for n, name in (("一", "周敏"), ("二", "黎民"), ("三", "格桑卓玛"))
        for line in (f"〈{n}〉", "", *_LONG, f"（水利1201班　{name}）", "")
    ]
    found = [c.works[0].authors for c in of_lines("学生实习感想选登", "", *text)]
    assert found == [("周敏",), ("黎民",), ("格桑卓玛",)]


def test_a_number_before_and_behind_a_title_makes_a_header() -> None:
    text = (
        *("1.水利站站长述职报告 篇一", *_LONG, "2.水利站站长述职报告 篇二", *_LONG),
        *("3.水文员述职报告 篇三", *_LONG),
    )
    assert titles(*text)[2:] == ["水文员述职报告"]


def test_a_prize_in_brackets_below_a_title_is_a_note() -> None:
    text = [
        line
        for title, prize, name in (("守堤之夜", "一", "周敏"), ("换防途中", "二", "黎民"))
        for line in (title, f"（{prize}等奖）", f"水利局　{name}", "", *_LONG, "")
    ]
    found = of_lines("防汛征文获奖作品选", "", *text)
    assert [c.title for c in found] == ["守堤之夜", "换防途中"]
    assert [c.works[0].authors for c in found] == [("周敏",), ("黎民",)]
    assert [c.works[0].blocks[0].kind for c in found] == ["note"] * 2


def test_the_given_name_alone_below_a_letter_is_no_body() -> None:
    read = byline.read(["水利局　周晓敏", "你的女儿：晓敏"])
    assert (read.authors, read.affiliation) == (("周晓敏",), "水利局")


def test_remark_in_brackets_behind_a_sentence_ends_a_paragraph() -> None:
    speech = f"我说，守住了，大家都在堤上，{_PROSE}（掌声）"
    text = ("守堤的一夜", "", _PROSE, "", speech, "", f"回到家里，{_PROSE}")
    assert [line for _, line in blocks(*text)] == [_PROSE, speech, f"回到家里，{_PROSE}"]
    # A sentence that ends inside the brackets, or none before them, says nothing of the line.
    assert not signs.ends("守堤的人（按班次）")
    assert signs.ends("守堤的人都来了。”（掌声）")


def test_full_lines_are_as_wide_as_most_of_them() -> None:
    full, hung = (
        "守堤的人一夜换了三班岗，水位一寸一寸地退了下去又",
        "守堤的人一夜换了三班岗，水位一寸一寸地退了下去又、",
    )
    for count, wrap in ((3, 2 * len(full)), (12, 2 * len(hung))):
        lines, _ = split("\n".join([full] * 20 + [hung] * count))
        assert profile(lines).wrap == wrap
