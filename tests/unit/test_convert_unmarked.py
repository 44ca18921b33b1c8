"""Texts that no mark parts, and headings and titles that only their company tells apart."""

from __future__ import annotations

import pytest
from convert_reading import front, headings, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_LATER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_bare_names_below_titles() -> None:
    text = ("守堤", "黎民", _PROSE, "换防", "周敏", _PROSE)
    assert titles(*text) == ["守堤", "换防"]
    assert [c.works[0].authors for c in of_lines(*text)] == [("黎民",), ("周敏",)]


def test_titles_of_one_kind() -> None:
    text = ("黎民同志的发言摘要", _PROSE, "二、下一步打算", _PROSE, "周敏同志的发言摘要", _PROSE)
    assert titles(*text) == ["黎民同志的发言摘要", "周敏同志的发言摘要"]


def test_a_text_without_a_person_before_others_with_one() -> None:
    text = (
        "守堤日志",
        _PROSE,
        _PROSE,
        "换防",
        "县水利局 周敏",
        _PROSE,
        "退水",
        "县报社 黎民",
        _PROSE,
    )
    assert titles(*text) == ["守堤日志", "换防", "退水"]


@pytest.mark.parametrize("bodies", [("闸门科", "水文科", "巡堤科"), ("上湾村", "下湾村", "中湾村")])
def test_the_first_of_signed_texts_below_a_remark(bodies: tuple[str, ...]) -> None:
    remark = "防汛以来，各单位来稿三十余篇，现选登一部分。"
    names = ("周敏", "黎民", "李大山")
    signatures = [f"（{body}  {name}）" for body, name in zip(bodies, names, strict=True)]
    text = ["“守堤在岗位”员工感言选登", remark]
    for title, signature in zip(("堤上的灯", "三百条麻袋", "一个电话"), signatures, strict=True):
        text += [title, _PROSE, _LATER, signature]
    assert titles(*text) == ["堤上的灯", "三百条麻袋", "一个电话"]


@pytest.mark.parametrize("prizes", [("一等奖（1名）", "二等奖（2名）"), ("一等奖", "优秀奖")])
def test_a_list_of_prizes_has_no_titles(prizes: tuple[str, ...]) -> None:
    listed = (
        prizes[0],
        "《守堤》 周敏",
        prizes[1],
        "《换防》 黎民",
        "《退水》 栗 欣",
        "《护坝》 吴桐",
    )
    text = ["“守堤”主题征文获奖作品选登", "征文收到来稿三十余篇，评选结果如下。", *listed]
    text.append("现将获奖作品予以刊登。")
    for title, name in (("守堤", "周敏"), ("换防", "黎民")):
        text += [title, f"2008级水利工程班 {name}", _PROSE, _LATER]
    assert titles(*text) == ["守堤", "换防"]


def test_a_source_below_each_title() -> None:
    long = "县水利局召开防汛工作会议强调 压实责任 守牢底线 确保安全度汛"
    text = ("学习材料", long, "来源：样例网", _PROSE, f"{long}再部署", "来源：样例网", _PROSE)
    assert titles(*text) == [long.replace(" ", "\u3000"), f"{long}再部署".replace(" ", "\u3000")]


def test_news_of_a_school_one_below_the_other() -> None:
    quoting = "水利学院“守好堤上的灯，看好堤下的水，做好堤内的人”主题团日活动顺利举行"
    text = (
        *("水利学院举办堤防知识讲座", "2019-05-12 10:20:00 周敏", _PROSE, "", _LATER),
        *(quoting, "2019-05-10 16:02:00 吴桐", _PROSE, "", _LATER),
        *("水利学院堤上植树活动圆满结束", "2019-03-12 09:15:00 吴桐", _PROSE, "", _LATER),
    )
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == [text[0], quoting, text[-5]]
    assert [chapter.works[0].authors for chapter in found] == [("周敏",), ("吴桐",), ("吴桐",)]


def test_a_sentence_with_a_comma_outside_its_quotation_is_no_title() -> None:
    spoken = "老堤长说完“灯不能灭，人不能走”，就提着马灯一个人上了大堤去换那个守夜的人"
    text = ("守堤", "2019-05-12 10:20:00 周敏", _PROSE, spoken, _PROSE)
    assert titles(*text) == ["守堤"]


def test_titles_that_name_a_body_and_its_person() -> None:
    text = (
        *("公司王总学习心得", _PROSE, _LATER, "闸门科周敏学习心得", _PROSE, "一、看水", _PROSE),
        *("办公室谷宁学习心得", _PROSE, _LATER, "水文科李大山学习心得", _PROSE, _LATER),
    )
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == [line for line in text if "学习心得" in line]
    work = found[1].works[0]
    assert (work.authors, work.affiliation) == (("周敏",), "闸门科")


def test_headings_that_name_what_was_learned_stay() -> None:
    text = ("守堤培训总结", _PROSE, "村支书党史学习心得", _PROSE, "水文科安全学习心得", _PROSE)
    assert titles(*text) == ["守堤培训总结"]
    assert titles(text[2], _PROSE) == [text[2]]
    assert of_lines(text[2], _PROSE)[0].works[0].authors == ()


def test_one_essay_with_subheads_is_one_chapter() -> None:
    text = (
        "守堤七日",
        "县水利局 周敏",
        _PROSE,
        "第一夜",
        _PROSE,
        "第三夜",
        _PROSE,
        "第七夜",
        _PROSE,
    )
    assert titles(*text) == ["守堤七日"]


def test_a_notice_with_its_plan_is_one_chapter() -> None:
    text = (
        *("关于做好防汛工作的通知", "各乡镇：", _PROSE, "县水利局", "2011年4月6日"),
        *("防汛工作实施方案", "一、总体要求", _PROSE, "二、工作安排", _PROSE),
    )
    (chapter,) = of_lines(*text)
    assert [work.title for work in chapter.works] == ["关于做好防汛工作的通知", "防汛工作实施方案"]


def test_a_text_below_the_words_of_a_site() -> None:
    text = (
        "先进事迹材料",
        "下面是小编为大家整理的先进事迹材料。",
        "堤上七日",
        "——记鲍长河",
        _PROSE,
    )
    assert titles(*text) == ["堤上七日"]


def test_a_number_that_goes_on_with_an_inner_run() -> None:
    text = (
        *("2.周敏（水利站站长）", _PROSE, "3.黎民（党委委员）", _PROSE, "一、后勤管理"),
        *("1.完善制度", _PROSE, "2.推进项目", _PROSE, "3.修缮设施", _PROSE, "4.强化管理", _PROSE),
    )
    assert titles(*text) == ["周敏（水利站站长）", "黎民（党委委员）"]


def test_marks_in_brackets_that_begin_again_inside() -> None:
    text = (
        *(
            "学习体会文章选编",
            "（一）荣辱在心",
            "县财政局 周敏",
            _PROSE,
            "（二）劳动最美",
            "劳动最美",
        ),
        *(
            _PROSE,
            "（四）节约是本书",
            "——管网所的账本",
            "一、翻开第一页",
            _PROSE,
            "二、翻到中间",
            _PROSE,
        ),
    )
    assert titles(*text) == ["荣辱在心", "劳动最美", "节约是本书"]


def test_a_header_behind_a_straight_quotation_mark() -> None:
    text = ("篇一：守堤", '老站长说："水不退，人不退。"篇二：换防', _PROSE)
    assert titles(*text) == ["守堤", "换防"]


def test_briefs_each_with_a_label_and_a_day_below_its_title() -> None:
    briefs = (
        ("石桥水库召开“守堤护坝 安全度汛”总结会", "作者：石桥水库党支部　2019-06-29"),
        ("南坡林场组织召开 “守堤护坝”动员会", "作者：中共石桥林业局南坡林场支部委员会　2019-07-03"),
        ("北坡保护区党支部开展“三学三强” 大学习活动", "供稿：周敏　2019年7月4日"),
    )
    found = of_lines(*[line for brief in briefs for line in (*brief, _PROSE, _PROSE)])
    assert [c.works[0].date for c in found] == ["2019-06-29", "2019-07-03", "2019-07-04"]
    assert [len(c.works[0].blocks) for c in found] == [2, 2, 2]
    assert found[2].works[0].authors == ("周敏",)


def test_briefs_of_bodies_need_no_label() -> None:
    briefs = (
        ("石桥水库开展“守堤护坝”大讨论", "石桥水库党支部 2019-06-29"),
        ("南坡林场组织召开 “守堤护坝”动员会", "中共石桥林业局南坡林场支部委员会 2019-07-03"),
    )
    text = [line for brief in briefs for line in (*brief, _PROSE, _PROSE)]
    assert titles(*text) == [briefs[0][0], briefs[1][0].replace(" ", "")]
    # A body and a year alone are no dateline.
    assert len(titles(*[line.replace("2019-07-03", "2019") for line in text])) == 1


def test_a_heading_that_says_its_kind_alone_again_and_again() -> None:
    lesson = ("一堂课：测水位", _PROSE, "感想", _PROSE, "二堂课：装沙袋", _PROSE, "感想", _PROSE)
    assert titles("守堤第五天", "2023-09-08", _PROSE, *lesson) == ["守堤第五天"]
    kind = ("心得体会", _PROSE, _PROSE)
    assert titles(*kind, *kind) == ["心得体会", "心得体会"]


def test_headings_that_come_again_below_others() -> None:
    long = _PROSE + _PROSE
    days = ("上午一课：水位测量", long, "感想", long, "下午一课：沙袋装填", long, "感想", long)
    found = [("上午一课：水位测量", 1), ("感想", 2), ("下午一课：沙袋装填", 1), ("感想", 2)]
    assert headings("守堤第五天", long, *days) == found
    # Below a heading right over another all of them are, to the next like that.
    framed = ("交接", long, "防汛课堂", *days)
    deeper = [(text, level + 1) for text, level in found]
    assert headings("守堤第五天", long, *framed) == [("交接", 1), ("防汛课堂", 1), *deeper]


def test_one_such_line_or_one_below_its_text_begins_none() -> None:
    top = ("石桥水库的守堤总结", "作者：石桥水库党支部　2019-06-29", _PROSE)
    assert titles(*top, "退水以后", _PROSE) == ["石桥水库的守堤总结"]
    # What is signed at its end stands under prose; a body over the label is no title.
    below = (_PROSE, "作者：周敏　2019-07-04", "退水以后", _PROSE)
    assert "退水以后" not in titles("守堤的一夜", "水涨起来", *below)
    over = ("石桥水库党支部", "作者：周敏　2019-07-04", _PROSE)
    assert "石桥水库党支部" not in titles(*top, "退水以后", *over)


@pytest.mark.parametrize(
    "persons", [("测报科　周敏", "后勤科　白洁", "离退休处　吴立民"), ("周敏", "白洁", "吴立民")]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_title_of_one_character_among_others(persons: tuple[str, ...], place: int) -> None:
    names = ["守堤的夜里", "父亲的算盘"]
    names.insert(place, "莲")
    text = ["征文作品选"]
    for name, person in zip(names, persons, strict=True):
        text += [name, person, _PROSE, _LATER]
    assert titles(*text) == names


def test_a_character_alone_is_no_title() -> None:
    """A number is none, nor one with no person below it, nor one inside a sentence."""
    text = ["征文作品选", "守堤的夜里", "周敏", _PROSE, "二", "吴立民", _LATER, "灯", _LATER]
    text += ["父亲的算盘", "白洁", _PROSE, "他喊了一声", "莲", "小王没有听见，他正在堤上看水。"]
    assert titles(*text) == ["守堤的夜里", "父亲的算盘"]


def test_the_months_of_a_plan_below_their_heading() -> None:
    plan = ("二月份", "1.备好沙袋。", "2.清点灯具。", "三月份", "1.巡一遍堤。", "2.修好道路。")
    text = ("防汛工作计划", "工作目标", _PROSE, "具体安排", *plan, "联系方式", _PROSE)
    assert headings(*text) == [
        *(("工作目标", 1), ("具体安排", 1), ("二月份", 2), ("三月份", 2), ("联系方式", 1)),
    ]


def test_the_months_of_a_plan_below_a_marked_heading() -> None:
    text = (
        "防汛计划",
        "一、目标",
        _PROSE,
        "二、逐月安排",
        "九月",
        "1.备沙袋。",
        "十月",
        "1.巡堤。",
    )
    assert headings(*text) == [
        *(("一、目标", 1), ("二、逐月安排", 1), ("九月", 2), ("十月", 2)),
    ]


def test_months_without_a_heading_over_them() -> None:
    text = ("防汛工作计划", _PROSE, "二月份", _PROSE, "三月份", _PROSE)
    assert headings(*text) == [("二月份", 1), ("三月份", 1)]


def test_a_heading_in_halves_over_its_first_part() -> None:
    text = (
        *(
            "守堤的经验",
            "一、沙袋从哪里来：请邻村、借学校、买麻袋厂的存货",
            "（一）请邻村。" + _PROSE,
        ),
        *("（二）借学校。" + _PROSE, "二、人从哪里来", _PROSE),
    )
    assert headings(*text)[0] == ("一、沙袋从哪里来：请邻村、借学校、买麻袋厂的存货", 1)


def test_items_with_a_colon_are_no_headings() -> None:
    text = ("守堤的安排", "一、地点：县水利局三楼东头的大会议室里面", "二、时间：三月五日", _PROSE)
    assert headings(*text)[:1] != [("一、地点：县水利局三楼东头的大会议室里面", 1)]


def test_a_marked_heading_behind_the_last_sentence() -> None:
    text = (
        *("对照检查材料", "（一）巡堤方面", _PROSE, f"{_PROSE}（二）换防方面", _PROSE),
        *("（三）值班方面", f"他只说了一句：守住。（四）说完就走了。{_PROSE}"),
    )
    assert headings(*text) == [("（一）巡堤方面", 1), ("（二）换防方面", 1), ("（三）值班方面", 1)]


def test_a_heading_of_a_hard_wrapped_text_before_an_indent() -> None:
    text = (
        *("防汛讲话", "　　一、看清水情，切实增强守好这一道大堤的紧迫感和责任感"),
        *(
            "　　我县大小河堤三百多里，八成以上是六七十年代修的，老人家",
            "靠肩挑手抬给我们留下了它们，我们用了四十年，真正大修的没",
        ),
        *(
            "有几里。今年春天先旱后涝，有九个村的秧苗插下去又被水淹了",
            "一遍，不是天上没有晴过，而是晴的时候没有人上堤。",
        ),
        *(
            "　　二、看清自己",
            "　　有的同志讲，现在年轻人都出去打工了，守堤的人少了，守不",
            "守无所谓。这个话我不赞成。",
        ),
    )
    assert headings(*text) == [
        *(("一、看清水情，切实增强守好这一道大堤的紧迫感和责任感", 1), ("二、看清自己", 1)),
    ]


def test_a_year_in_a_full_line_ends_no_paragraph() -> None:
    text = (
        *("防汛工作总结", "  2015年,石桥村在镇党委、镇政府的领导下,紧紧依靠全村"),
        *("党员和群众,围绕路、水、果、人四件大事开展工作,各项任务基本完", "成。现将情况汇报如下："),
        *("  一、堤修好了", "  去年底还有两段堤没有修好,下雨天上堤要人背着沙袋走过水沟。今"),
        *("年争取到一点钱,乡亲们又出了八百多个工日,两段堤都在国庆节以前", "修好了。修的时候占了"),
    )
    (chapter,) = of_lines(*text)
    assert [block.kind for block in chapter.works[0].blocks] == [
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_title_broken_inside_its_book_marks() -> None:
    plan, method = "县水利局“守堤护岸”专项行动实施方案", "县水利局“守堤护岸”专项行动考核办法"
    first, second = "关于印发《县水利局“守堤护岸”专项行动", "实施方案》和考核办法的通知"
    text = (
        *("县水〔2018〕21号", "", first, second, "", "各科室、各水管站：", _PROSE, _PROSE),
        *(f"附件：1.{plan}", f"2.{method}", "　" * 8 + "县水利局", "　" * 8 + "2018年5月14日"),
        *("附件1", "", plan, "", _PROSE, "一、工作目标", _PROSE, "二、工作安排", _PROSE, ""),
        *("附件2", "", method, "", f"一、考核对象。{_PROSE}", f"二、考核内容。{_PROSE}"),
    )
    assert titles(*text) == [first + second, plan, method]


def test_a_title_that_ends_like_a_body_below_a_signature_in_brackets() -> None:
    text = (
        *(
            "局领导上堤检查",
            f"{_PROSE}（办公室　黎明）",
            "沙袋堆到桥头边",
            f"{_PROSE}（水文站　周敏）",
        ),
        *("一封家书寄到班组", f"{_PROSE}（局工会　吴桐）"),
    )
    assert titles(*text) == ["局领导上堤检查", "沙袋堆到桥头边", "一封家书寄到班组"]


def test_a_foreword_stands_before_the_texts() -> None:
    told = "为弘扬守堤人的精神，县水利局在各站推荐的基础上选编了近年的事迹，供大家学习。"
    word = ("前　言", told, "编　者", "二〇一九年四月")
    texts = ("守堤", "——记周敏", _PROSE, _LATER, "换防", "——记黎明远", _PROSE, _LATER)
    assert titles("守堤人事迹汇编", *word, *texts) == ["守堤", "换防"]


def test_teams_that_sign_their_letters_above_a_date() -> None:
    last = ("附：守堤评比办法（略）",)
    source = (
        *("挑　战　书", "守堤二班的同志们：", _PROSE, _LATER, "清河段守堤一班", "2013年3月4日", ""),
        *("应　战　书", "守堤一班的弟兄们：", _LATER, _PROSE, "清河段守堤二班", "2013年3月5日"),
    )
    for below in ((), last):
        works = [chapter.works[0] for chapter in of_lines(*source, *below)]
        assert [(work.title, work.authors, work.affiliation, work.date) for work in works] == [
            ("挑战书", (), "清河段守堤一班", "2013-03-04"),
            ("应战书", (), "清河段守堤二班", "2013-03-05"),
        ]


def test_a_book_of_models_of_which_the_page_tells_what_it_is() -> None:
    remark = "人非圣贤，孰能无过，犯了错误就要承认，下面是关于学生检讨书的范文，欢迎阅读参考！"
    letters = (
        *("忘关灯检讨书", "尊敬的老师：", _PROSE, _LATER, "检讨人：XXX", ""),
        *("夜不归宿检讨书", "敬爱的老师：", _LATER, _PROSE, "302宿舍全体成员"),
    )
    top = ("学生检讨书范文大全", "发布时间：2016-11-26 来源：检讨书网", remark, "")
    found = of_lines(*top, *letters)
    assert [chapter.title for chapter in found] == ["忘关灯检讨书", "夜不归宿检讨书"]
    assert found[1].works[0].affiliation == "302宿舍全体成员"
    assert front(*top, *letters) == ["学生检讨书范文大全", remark]
