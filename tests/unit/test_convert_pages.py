"""What a page puts over its text: column, title, what it says of the text, and what stays."""

from __future__ import annotations

import pytest
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_CRUMB = "当前位置：首页 > 校园生活> 团队天地"
_META = "文章来源：本站原创 作者：佚名 发布时间：2016年06月14日 点击数：  次"
_SPEECH = ("同志们：", _PROSE, _PROSE)


def test_column_below_breadcrumb_goes() -> None:
    assert titles(_CRUMB, "团队天地", "守堤：&nbsp;一夜", _META, _PROSE, _PROSE) == ["守堤：一夜"]
    assert titles(_CRUMB, "【六月材料】", _META, "守堤的一夜", _PROSE)[0] == "【六月材料】"


def test_a_way_through_a_site_that_ends_with_its_sign() -> None:
    assert titles("qq 文库 > 报告 > 述职报告 >", "守堤的一夜", _PROSE, _PROSE) == ["守堤的一夜"]


def test_text_own_title_wins_over_that_of_page() -> None:
    own = "在第十二期团校结业仪式上的发言"
    page = "八（4）班严可心在第12期团校结业仪式上的发言"
    (chapter,) = of_lines(_CRUMB, "团队天地", page, _META, own, "严可2016.06.14", *_SPEECH)
    work = chapter.works[0]
    assert (work.title, work.subtitle, work.authors, work.date) == (
        own,
        "",
        ("严可",),
        "2016-06-14",
    )


def test_line_below_title_of_page_that_says_something_else_stays() -> None:
    other = "灯下的几件小事"
    (chapter,) = of_lines(_CRUMB, "团队天地", "守堤一夜的工作总结", _META, other, _PROSE, _PROSE)
    assert chapter.title == "守堤一夜的工作总结"


def test_own_title_over_subtitle_that_is_the_page_title() -> None:
    page = "谈主任在农资储备调度会上的讲话"
    subtitle = "——在全县农资储备调度会上的讲话"
    source = (_CRUMB, "团队天地", page, _META, "宁可库里多一袋", subtitle, *_SPEECH)
    (chapter,) = of_lines(*source)
    assert chapter.works[0].title == "宁可库里多一袋"
    assert chapter.works[0].subtitle == subtitle.strip("—")


def test_kind_of_text_over_its_salutation_is_the_title_again() -> None:
    kept = blocks("河湾县剿灭劣质水倡议书", "", "倡议书", *_SPEECH)
    assert kept[0] == ("salutation", "同志们：")
    assert ("heading", "倡议书") in blocks("守堤的一夜", _PROSE, "倡议书", _PROSE, _PROSE)


def test_the_title_that_names_its_body_below_one_that_does_not() -> None:
    prose = "十一月九日是消防日，围绕这一天，我们安排了一个月的活动，现把情况总结如下。"
    book = of_lines(
        "第一篇：消防宣传月活动总结",
        "柏溪镇中心小学消防宣传月活动总结",
        prose,
        "第二篇：消防宣传月活动总结",
        "再谈消防宣传月活动总结",
        prose,
    )
    assert [c.title for c in book] == ["消防宣传月活动总结"] * 2
    assert book[0].works[0].title == "柏溪镇中心小学消防宣传月活动总结"
    assert book[1].works[0].title == "消防宣传月活动总结"


@pytest.mark.parametrize("more", ["全县的", "2015年", "2015年度", "上半年"])
def test_the_title_that_says_whose_or_when_below_one_that_does_not(more: str) -> None:
    title = "消防宣传月活动总结"
    prose = "围绕消防日这一天，我们安排了一个月的活动，现把情况总结如下。"
    book = of_lines(f"第一篇：{title}", f"{more}{title}", prose, f"第二篇：{title}", prose)
    assert [c.works[0].title for c in book] == [f"{more}{title}", title]


def test_kind_of_text_below_a_header_is_its_own_title() -> None:
    text = ("第一篇：测站站长述职报告", "述职报告", *_SPEECH, "第二篇：水文局述职报告", *_SPEECH)
    first, second = of_lines(*text)
    assert (first.title, first.works[0].title) == ("测站站长述职报告", "述职报告")
    assert second.works[0].title == "水文局述职报告"


def test_a_line_over_a_bare_name_below_a_kind_of_text_is_the_title() -> None:
    text = ("第一篇：防汛学习心得", "守堤的一夜", "梁树成", _PROSE, "站里的灯", "没有熄过", _PROSE)
    first, second = of_lines(*text, "第二篇：防汛演讲稿", "防汛演讲稿", *_SPEECH)
    assert first.title == "防汛学习心得"
    assert (first.works[0].title, first.works[0].authors) == ("守堤的一夜", ("梁树成",))
    assert second.works[0].title == "防汛演讲稿"


def test_what_is_said_of_a_text_in_several_lines() -> None:
    said = (
        "2019年01月22日 08时15分",
        "来源:",
        "石桥日报",
        "【字体：",
        "大",
        "中",
        "小",
        "】",
        "分享：",
    )
    session = "2019年1月16日在石桥县第十七届人民代表大会第四次会议上"
    report = "2019年石桥县人民政府工作报告"
    (chapter,) = of_lines(report, *said, session, "石桥县人民政府县长 牟长河", *_SPEECH)
    work = chapter.works[0]
    assert (work.subtitle, work.authors, work.date) == (session, ("牟长河",), "2019-01-16")
    assert [block.kind for block in work.blocks] == ["salutation", "paragraph", "paragraph"]


def test_short_lines_below_a_colon_stay() -> None:
    kept = blocks("守堤的一夜", _PROSE, "来源：", "上游的雨", _PROSE)
    assert ("paragraph", "上游的雨") in kept or ("heading", "上游的雨") in kept


def test_menu_in_lines_at_the_top() -> None:
    menu = ("首页", "剧组故事", "排练日记", "观众留言", "台前幕后")
    assert titles(*menu, "老梁", "——话剧《桥头堡》观后感", "司徒静", _PROSE) == ["老梁"]
    assert titles("老梁", "——话剧《桥头堡》观后感", "司徒静", _PROSE) == ["老梁"]


def test_body_over_its_rights_is_of_the_page() -> None:
    page = ("守堤的一夜", _PROSE, "友情链接县委办县政府办", "河湾县志愿者服务中心")
    (chapter,) = of_lines(*page, "Copyright 2013 example.org, All Rights Reserved")
    assert chapter.works[0].affiliation == ""
    (chapter,) = of_lines("守堤的一夜", _PROSE, "河湾县志愿者服务中心", "2013年5月2日")
    assert chapter.works[0].affiliation == "河湾县志愿者服务中心"


def test_title_behind_the_colon_of_the_page_title() -> None:
    page = ("我家的老党员|征文选登之四：门口的那盏灯", _META, "百年路上", "编者按")
    assert titles(*page, _PROSE, "门口的那盏灯", _PROSE, _PROSE) == ["门口的那盏灯"]
    assert titles("学习体会：守堤", _META, _PROSE, "退水", _PROSE, _PROSE) == ["学习体会：守堤"]


def test_texts_with_classes_below_their_titles() -> None:
    verse = (
        "一夜之间",
        "草尖上有了水珠",
        "爷爷把棉袄",
        "从柜子里拿出来",
        "又放了回去",
        "等到玉米进屋",
    )
    page = ("二小少年看丰收——征文作品推送展示（二）", _META, "编者按：" + _PROSE, "学生作品展示")
    first = ("奶奶的稻子", "四（2）班方小麦", _PROSE, _PROSE, "美术小组 葛云 画")
    second = ("白露", "五（1）班  申小满", *verse)
    third = ("场上的云", "三（3）班程一一", _PROSE, _PROSE)
    source = (*page, *first, *second, *third)
    assert titles(*source) == ["奶奶的稻子", "白露", "场上的云"]
    assert front(*source)[-1] == "学生作品展示"
    assert of_lines(*source)[0].works[0].blocks[-1].kind == "note"


def test_parts_of_one_author_are_one_text() -> None:
    parts = ("水缸", _PROSE, "门闩", _PROSE, "扁担", _PROSE, "油灯", _PROSE)
    (chapter,) = of_lines("乡村物件四则", "方知秋", *parts)
    assert chapter.works[0].authors == ("方知秋",)
    assert len([block for block in chapter.works[0].blocks if block.kind == "heading"]) == 4


def test_numbered_parts_of_one_author_are_one_text() -> None:
    parts = ("一、说早起", _PROSE, "二、说水缸", _PROSE, "三、说门闩", _PROSE)
    first, _ = of_lines("第一篇：家书三则", "方知秋", *parts, "第二篇：守堤", _PROSE, _PROSE)
    (work,) = first.works
    assert work.authors == ("方知秋",)
    assert [x.text for x in work.blocks if x.kind == "heading"] == list(parts[::2])


def test_document_and_the_notice_it_names() -> None:
    name = "河湾县教育局关于中考期间食堂卫生工作的通知"
    page = ("通知两件", "1．各组本周五交听课记录。", f"2．现转《{name}》，请认真学习。")
    assert titles(*page, name, "各考点学校：", _PROSE, _PROSE) == ["通知两件", name]
    assert titles(*page, name, _PROSE, _PROSE) == ["通知两件"]


def test_bodies_side_by_side() -> None:
    def signed(*lines: str) -> str:
        return of_lines("关于守堤的通知", _PROSE, *lines, "2018年9月13日")[0].works[0].affiliation

    assert signed("青溪市粮食局 青溪市财政局") == "青溪市粮食局、青溪市财政局"
    assert signed("青溪市人民医院 宣传科") == "青溪市人民医院宣传科"
    assert signed("共青团××县委员会", "××县总工会") == "共青团××县委员会、××县总工会"


def test_first_of_several_bodies_is_a_heading() -> None:
    page = ("优秀党员风采", "", "小学部支部", _PROSE, _PROSE, "初中部支部", _PROSE, _PROSE)
    assert blocks(*page)[0] == ("heading", "小学部支部")
    (chapter,) = of_lines("优秀党员风采", "", "小学部支部", _PROSE, _PROSE)
    assert chapter.works[0].affiliation == "小学部支部"


def test_entities_of_html() -> None:
    assert blocks(
        "守堤的一夜", "灯&nbsp;亮着，&ldquo;水&rdquo;退了，守堤的人回家了。&amp;", _PROSE
    )[0][1] == ("灯亮着，“水”退了，守堤的人回家了。&amp;")


def test_stages_of_a_plan() -> None:
    plan = ("送法进校园活动方案", "一、活动步骤", "第一阶段（3月5日-3月15日）：", _PROSE)
    kept = blocks(*plan, "第二阶段（3月16日-5月31日）：", _PROSE, "二、工作要求", _PROSE)
    assert ("heading", "第二阶段（3月16日-5月31日）：") in kept
    assert not any(
        text.startswith("第一阶段") and kind == "heading" for kind, text in blocks(*plan)
    )


def test_run_in_headings_with_a_stop() -> None:
    def run_ins(count: int) -> int:
        labels = ("读书育人。", "劳动育人。", "家访育人。", "环境育人。")[:count]
        (chapter,) = of_lines("述职报告", _PROSE, *(label + _PROSE for label in labels), _PROSE)
        return sum(bool(block.run_in) for block in chapter.works[0].blocks)

    assert (run_ins(4), run_ins(3)) == (4, 0)


def test_two_numbers_of_the_pages_that_a_list_gives() -> None:
    listed = ("守堤党课讲稿选编", "目录", "算好这笔账 1", "守堤的家风 4", "守住小节 7")
    first = ("算好这笔账", _PROSE, f"{_PROSE}一个人出了事，塌下来的是", "2", "一个家庭的天。")
    found = of_lines(*listed, *first, "守堤的家风", *_SPEECH, "守住小节", *_SPEECH, "11")
    assert [chapter.title for chapter in found] == ["算好这笔账", "守堤的家风", "守住小节"]
    kept = [block.text for chapter in found for block in chapter.works[0].blocks]
    assert kept == [_PROSE, f"{_PROSE}一个人出了事，塌下来的是一个家庭的天。", *_SPEECH, *_SPEECH]


def test_titles_over_the_further_pages_of_a_site_go() -> None:
    crumb = "样例范文网 > 心得体会 > 正文"
    for second, third in (("(2)", "(3)"), ("_第2页", "_第3页"), ("（第2页）", "（第3页）")):
        lines = (
            *(crumb, "守堤心得汇编", "守堤心得（一）", _PROSE, "共3页: 上一页123下一页"),
            *(crumb, f"守堤心得汇编{second}", _PROSE, "守堤心得（二）", _PROSE),
            "上一页 1 2 3 下一页",
            *(f"守堤心得汇编{third}", _PROSE, "共3页: 上一页123"),
        )
        first, last = of_lines(*lines)
        assert [block.text for block in first.works[0].blocks] == [_PROSE, _PROSE]
        assert [block.text for block in last.works[0].blocks] == [_PROSE, _PROSE]


def test_numbered_titles_without_a_pager_are_texts() -> None:
    assert len(titles("守堤心得(1)", _PROSE, _PROSE, "守堤心得(2)", _PROSE, _PROSE)) == 2


def test_the_title_of_all_that_the_way_ends_with_stays_over_its_time() -> None:
    crumb, title = "首页 > 守堤大全 > 守堤心得", "守堤心得"
    texts = ("第一篇：守堤", _PROSE, _PROSE, "第二篇：换防", _PROSE, _PROSE)
    assert front(crumb, title, "发布时间：2021-01-10 09:59:02", *texts) == [title]
    assert front(crumb, title, *texts) == []
