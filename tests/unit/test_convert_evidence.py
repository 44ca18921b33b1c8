"""What the converter concludes from a text as a whole, and from the shape of names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from compilation import config, parse
from compilation.body import pour
from compilation.problems import ConversionError
from compilation.signatures import byline, names
from compilation.text.dates import date, short_date
from compilation.text.signs import mark
from compilation.tops import addressed, titles
from compilation.web import noise
from convert_reading import chapters, front, of_lines

# Behind _ext and scripts: names of the benchmarks must not hide extensions.
sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import conversion_score as score


@pytest.mark.parametrize(
    "name", ["李和", "李不言", "宋了凡", "尉迟明", "于洋", "王某某", "佚名", "芦苇", "丘和"]
)
def test_names(name: str) -> None:
    assert names.is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "班级",
        "丘陵",
        "王书记",
        "李家村",
        "张庄",
        "关于",
        "代拟稿",
        "一等奖",
        "李老师",
        "刘的",
        "高度",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not names.is_name(text)


@pytest.mark.parametrize(
    ("lines", "authors", "affiliation"),
    [
        (["（本文作者系县农业局局长 李和）"], ("李和",), "县农业局局长"),
        (["（作者单位：市委党校）", "作者：于是民"], ("于是民",), "市委党校"),
        (["作者简介：王和平，男，汉族，1975年生，某县林业局干部。"], ("王和平",), "某县林业局干部"),
        (["您的学生：康 宁"], ("康宁",), ""),
        (["通讯员　卞小军　实习生　康宁"], ("卞小军", "康宁"), ""),
        (["□ 重型机械厂　欧阳春晓"], ("欧阳春晓",), "重型机械厂"),
        (["县教育局党组成员、副局长　韩 国 栋"], ("韩国栋",), "县教育局党组成员、副局长"),
        (["纺织有限公司董事长　焦玉良"], ("焦玉良",), "纺织有限公司董事长"),
        (["林政股　佘凤鸣"], ("佘凤鸣",), "林政股"),
        (["（以上三则由县纪委宣教室　整理）"], (), "县纪委宣教室"),
        (["爸爸　于大桥工地", "（作者：路桥集团　晏海）"], ("晏海",), "路桥集团"),
        (["张桂兰（退休教师）"], ("张桂兰",), "退休教师"),
        (["县粮食局（黎民）"], ("黎民",), "县粮食局"),
        (["◎卢国平（作者单位：市民政局婚姻登记处）"], ("卢国平",), "市民政局婚姻登记处"),
        (["作者：周敏，女，35岁，青山小学教师。"], ("周敏",), "青山小学教师"),
        (["作者　黎民"], ("黎民",), ""),
        (["姓名：黎民　学号：20170101　班级：会计1班"], ("黎民",), "会计1班"),
        (["作者：民兵应急连　战洪江"], ("战洪江",), "民兵应急连"),
        (["欧阳　明月"], ("欧阳明月",), ""),
        (["县人社局　买买提·艾力"], ("买买提·艾力",), "县人社局"),
        (["102金郁香"], ("金郁香",), "102"),
        (["周敏 2017010123"], ("周敏",), ""),
        (["20170101　周敏"], ("周敏",), ""),
        (["水利1701班 周敏（20170101）"], ("周敏",), "水利1701班"),
        (["堤段 20170101"], (), "堤段20170101"),
        (["妻子　林秀英"], ("林秀英",), ""),
        (["县实验小学五年级二班　丁小满　指导教师：方圆"], ("丁小满",), "县实验小学五年级二班"),
    ],
)
def test_bylines(lines: list[str], authors: tuple[str, ...], affiliation: str) -> None:
    found = byline.read(lines)
    assert (found.authors, found.affiliation) == (authors, affiliation)


def test_dates_of_every_reckoning() -> None:
    found = {text: date(text) for text in ("中華民國一百年七月五日", "二Ｏ一四年元月", "民国元年")}
    assert [one.iso if one else "" for one in found.values()] == ["2011-07-05", "2014-01", "1912"]
    short = short_date("13年6月6日")
    assert short is not None
    assert short.iso == "2013-06-06"
    assert short_date("13年6月6日晴") is None
    loose = [short_date(text) for text in ("2020、12、28", "2020年12.28", "2018。5。4")]
    assert [one.iso if one else "" for one in loose] == ["2020-12-28", "2020-12-28", "2018-05-04"]
    assert byline.read(["2018年5月4日星期五"]).date == "2018-05-04"
    assert byline.read(["写于2018年五四青年节前夕"]) == ((), "", "2018")
    for between in ("　于", "于", " 於 "):
        assert byline.read([f"李大明{between}2011年3月"]) == (("李大明",), "", "2011-03")


def test_numerals_that_are_one_character() -> None:
    assert [m and (m.form, m.number) for m in map(mark, ("⒈选举", "⑵监督", "㈢公开"))] == [
        ("decimal", 1),
        ("decimal-paren", 2),
        ("chinese-paren", 3),
    ]


def test_outer_marks_of_the_form_of_inner_ones() -> None:
    source = (
        "（一）渠首的一夜\n水管站　韩冬\n\n夜里十一点，渠首的水位还在涨，第三道闸提了起来。\n\n"
        "（一）看水\n水色发黄，说明上游下过雨，要提前半小时放闸。\n"
        "（二）听声\n闸板一响，就知道漂来了树枝。\n\n"
        "（二）渠尾的一天\n水管站　齐水生\n\n渠尾最难，水到这里只剩一层皮，一亩地要浇四个钟头。\n"
    )
    found = chapters(source)
    assert [(c.marker, c.title) for c in found] == [
        ("（一）", "渠首的一夜"),
        ("（二）", "渠尾的一天"),
    ]
    assert [w.authors for c in found for w in c.works] == [("韩冬",), ("齐水生",)]
    assert [b.kind for b in found[0].works[0].blocks].count("heading") == 2


def test_headings_of_one_essay_are_no_chapters() -> None:
    source = (
        "防汛值守工作总结\n一、准备情况\n四月初就把沙袋、铁锹和雨衣备齐了，一共八百件。\n"
        "二、值守情况\n六月到九月，二十四小时有人，交接班都签字。\n三、几点打算\n明年把两座老闸换掉。\n"
    )
    found = chapters(source)
    assert len(found) == 1
    assert found[0].title == "防汛值守工作总结"


def test_a_number_that_is_missing_is_found_in_mid_line() -> None:
    source = (
        "第1篇、渡口\n船老大撑了四十年船，没有误过一个上学的孩子。\n"
        "　　撰稿人　河口镇　叶小舟　第2篇、桥头\n桥头的修车铺开了十一年，气筒谁都能用。\n"
        "第3篇、码头\n码头的灯是最后一个关的，也是第一个开的。\n"
    )
    assert [c.title for c in chapters(source)] == ["渡口", "桥头", "码头"]


def test_screens_of_a_viewer_and_bare_page_numbers() -> None:
    body = "水库的坝顶每天都要走一遍，看有没有裂缝，听有没有水声，" * 8
    source = f"1、巡坝心得体会 {body}遇到险\n2、情要先报告再处置。{body}一直到天亮。\n"
    (chapter,) = chapters(source)
    assert chapter.title == "巡坝心得体会"
    assert "遇到险情要先报告" in "".join(b.text for b in chapter.works[0].blocks)


def test_numbers_of_pages_over_the_title_of_a_speech_and_below_its_end() -> None:
    page = ("今天把大家请来，开一个短会，说一件大事，讲清楚就散会，谁也不要", "开小差。") * 6
    title, greeting = "在防汛工作会议上的主持词", "同志们："
    (chapter,) = of_lines("1", title, greeting, *page, "2", *page, "散会！", "3")
    assert chapter.title == title
    assert chapter.works[0].blocks[0].text == greeting
    assert not any(b.text.isdecimal() for b in chapter.works[0].blocks)
    assert len(of_lines("1", title, *page, "2", "在抗旱工作会议上的主持词", *page)) == 2


def test_numbers_of_pages_set_in_the_middle() -> None:
    page = ("　　今天把大家请来，开一个短会，说一件大事，讲清楚就散会，谁也不要", "开小差。") * 4
    mid = " " * 30
    text = ("第1篇 守堤总结", *page, f"{mid}1", "", *page, "第2篇 守堤总结", *page, f"{mid}2", "")
    found = of_lines(*text, "第3篇 守堤总结", *page, f"{mid}3")
    assert [chapter.marker for chapter in found] == ["第1篇", "第2篇", "第3篇"]
    assert not any(b.text.isdecimal() for c in found for b in c.works[0].blocks)


@pytest.mark.parametrize("list_first", [True, False])
def test_numbers_of_pages_the_first_below_a_list_or_a_signature(list_first: bool) -> None:
    names = ("一盏灯的夜", "看水的人", "换岗以后")
    page = [f"{hour}点钟，堤上的人又换了一班，水尺上的数字又记了一行。" for hour in "一二三四五六"]
    preface = () if list_first else ("序", *page, "周大海", "二〇二一年五月", "1")
    text = ["守堤征文选集", *preface, "目录", *names, str(1 + (not list_first))]
    for number, name in enumerate(names, 2 + (not list_first)):
        text += ["", name, "作者：周敏", *(f"{name}：{line}" for line in page), str(number)]
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == list(names)
    assert not any(line.isdecimal() for line in front(*text))
    assert not any(b.text.isdecimal() for c in found for b in c.works[0].blocks)


@pytest.mark.parametrize("marked", ["第{}篇", "【第{}篇】", "【篇{}】"])
def test_a_bare_mark_below_the_list_of_titles_is_no_entry_of_it(marked: str) -> None:
    names = ("一盏灯的夜", "看水的人", "换岗以后")
    prose = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
    text = ["守堤心得汇编", "目录", *(f"{n}. {name}（职工）" for n, name in enumerate(names, 1))]
    for number, name in enumerate(names, 1):
        text += ["", marked.format(number), "", name, "", prose, "", prose]
    assert [chapter.title for chapter in of_lines(*text)] == list(names)
    assert front(*text)[1] == "目录"


def test_a_salutation_and_a_title_stuck_to_the_text() -> None:
    assert addressed.poured("闸房值班工作汇报尊敬的各位领导：春灌以来") == len("闸房值班工作汇报")
    (chapter,) = chapters(
        "闸房值班工作汇报\n各位领导：春灌以来，我在闸房值了二十个夜班，没有误过一次。\n"
    )
    assert [b.kind for b in chapter.works[0].blocks] == ["salutation", "paragraph"]


def test_a_person_signs_where_other_headers_have_titles() -> None:
    source = "".join(
        f"第{n}篇：{title}\n{name}\n渠水从山里来，走了四十里，到这里还是凉的。\n第二段也写得很平常，没有标题。\n"
        for n, title, name in [
            ("一", "山里的泉水", "柳青"),
            ("二", "村口的老井", "方圆"),
            ("三", "", "石磊"),
        ]
    )
    assert [(c.title, c.works[0].authors) for c in chapters(source)] == [
        ("山里的泉水", ("柳青",)),
        ("村口的老井", ("方圆",)),
        ("", ("石磊",)),
    ]


def test_parts_are_taken_once(tmp_path: Path) -> None:
    """A line that was not poured together stays whole."""
    line = parse.split("今年的渠水比往年大，主要有两个原因：一是雪厚，二是春早。")[0][0]
    assert pour.part(line) == [line]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000])
def test_deep_yaml_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConversionError, match="层以上"):
        config.read_yaml(path)


def test_benchmark_texts_stay_right() -> None:
    """The annotated texts that the rules were made for: no figure may fall."""
    folders = score.cases()
    wanted = [score.expected(folder / "expected.txt") for folder in folders]
    sources = [score.decode.decode((folder / "input.txt").read_bytes()).text for folder in folders]
    got = list(map(score.found, sources, wanted))
    total = score.score(wanted, got)
    assert len(folders) >= 30
    assert {name: round(score.f1(*total[name])) for name in score.MEASURES} == dict.fromkeys(
        score.MEASURES, 100
    )
    # The totals are rounded: a text that has become all wrong would not show in them.
    recorded = score.RECORD.read_text(encoding="utf-8").splitlines()
    names = [folder.name for folder in folders]
    assert set(map(score.row, names, wanted, got)) <= set(recorded)


@pytest.mark.parametrize(
    "line",
    "分享到：|点击数：1024|共3页，当前第1页|更多范文请点击下面链接|文档为doc格式|我要评论(0)|★★★★★|"
    "免责声明|您的位置：首页 > 范文 > 体会|时间:2022-06-22 08:32:00|大小:61.50 KB|【打印正文】|"
    "文章来源：本站原创 作者：佚名 发布时间：2010年06月17日 点击数：        次|"
    "当前版：03版 上一版 下一版|"
    "放大 缩小 默认|2012-12-28 来源：样例网 点击：567|资料来源：样例网|[NextPage]|"
    "推荐访问：日记 随笔|责编：Rose|"
    "下载文档：演讲稿范文.doc|返回首页，查看更多|护士节演讲稿3篇相关文章：|【上一篇】工作计划".split(
        "|"
    ),
)
def test_what_pages_leave_under_a_text(line: str) -> None:
    assert noise.line_rule(line) or noise.about_file(line, "")


@pytest.mark.parametrize(
    "line",
    "分享到心里的温暖|声明：我自愿加入中国共产党|共3件实事|展开讨论|更多的是责任|推荐李明同志|阅读是一种享受|"
    "用手机扫码支付方便了群众|关闭小煤窑12座|更多的责任|作者：黎民|来源于群众|德：为人师表|单位：县农业局|时间：2012年3月5日|____".split(
        "|"
    ),
)
def test_what_authors_wrote_stays(line: str) -> None:
    assert not noise.line_rule(line)
    assert not noise.about_file(line, "")


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("听党话、跟党走（李大山）", "（李大山）"),
        ("柜台内外（供电所　何秀）", "（供电所　何秀）"),
        ("《做一名合格的党员》　张明", "张明"),
        ("《我的入党初心》——李娜", "——李娜"),
        ("学习心得体会（范文）", ""),
        ("加强学习（节选）", ""),
        ("在学习《论持久战》会上的讲话", ""),
    ],
)
def test_persons_behind_titles(title: str, signed: str) -> None:
    found = titles.signed_at(title)
    assert (title[found[1] :] if found else "") == signed


def test_a_notice_of_a_body_is_no_signature() -> None:
    assert byline.looks_like("县人民医院宣传科", True)
    for text in (
        "学习“千万工程”经验 建设和美乡村",
        "我家的帐篷小学",
        "县委办公室 2019年5月27日印发",
    ):
        assert not byline.looks_like(text, True)


def test_scoring_takes_radicals_for_characters(tmp_path: Path) -> None:
    (tmp_path / "expected.txt").write_text("W ⼤堤 | | | |\nP 我们⼗个⼈守堤。", encoding="utf-8")
    wanted = score.expected(tmp_path / "expected.txt")
    assert wanted.facts["works"] == {("大堤", ""): 1}
    assert wanted.facts["paragraphs"] == {("我们十个人守堤",): 1}
