"""Signatures in the many forms that compilations have them, and lines that only look like one."""

from __future__ import annotations

import pytest
from compilation import normalise, parse
from compilation.body import blocks, outlines
from compilation.body.lines import Line
from compilation.model import Chapter
from compilation.signatures import byline, names, signers
from compilation.text.tracking import Tracked
from convert_reading import of_lines

PROSE = "　　屋里静下来，灯一开，书一翻，白天的疲劳就去了一半，话也说得顺了。"


def chapters(text: str) -> list[Chapter]:
    spans = parse.outline(text).chapters
    found = [parse.chapter(text[span.start : span.end], span).chapter for span in spans]
    return [chapter for chapter in found if chapter]


@pytest.mark.parametrize(
    ("text", "authors", "affiliation", "date"),
    [
        ("2011年3月于北京 李大明", "李大明", "", "2011-03"),
        ("2020-07-18 09:15:00 周敏", "周敏", "", "2020-07-18"),  # no day of the week
        ("周敏 2020-07-18 周六", "周敏", "", "2020-07-18"),
        ("谷雨生　七月一日夜于灯下", "谷雨生", "", ""),
        ("东坝村民兵 水生 2020年7月18日晨 雨", "水生", "东坝村民兵", "2020-07-18"),
        ("三合圩堤长 万守水 2020年7月15日凌晨于堤上", "万守水", "三合圩堤长", "2020-07-15"),
        ("卓越(炼钢部)2008年8月8日", "卓越", "炼钢部", "2008-08-08"),
        ("县妇联　欧阳　秋月", "欧阳秋月", "县妇联", ""),
        ("水文站　王　实、李春华", "王实、李春华", "水文站", ""),
        ("第三中学　　官晓晨", "官晓晨", "第三中学", ""),
        ("旗纪委监委：乌兰其其格　巴图", "乌兰其其格、巴图", "旗纪委监委", ""),
        ("党支部书记：张立功", "张立功", "党支部书记", ""),
        ("参赛选手：镇农技站　牛得草", "牛得草", "镇农技站", ""),
        ("来源：县供电公司 宋明", "宋明", "县供电公司", ""),
        ("作　者：江岸柳（笔名）", "江岸柳", "", ""),
        ("高二（6）班　艾力·吐尔逊（维吾尔族）", "艾力·吐尔逊", "高二（6）班", ""),
        ("三（2）班王小明", "王小明", "三（2）班", ""),
        ("（三年级一班 马小跳跳）", "马小跳跳", "三年级一班", ""),
        ("县委党校·李明", "李明", "县委党校", ""),
        ("李明和王芳", "李明、王芳", "", ""),
        ("李明 王芳/文", "李明、王芳", "", ""),
        ("易水寒／市文化馆", "易水寒", "市文化馆", ""),
        ("作者 | 温存　单位 | 内科党小组", "温存", "内科党小组", ""),
        ("网友：一杯清茶", "一杯清茶", "", ""),
        ("撰稿：李明 审核：王芳", "李明", "", ""),
        ("（图文/李明 审核/教导处）", "李明", "", ""),
        ("学校:柳湾小学 姓名:葛小苗 时间:2021.8", "葛小苗", "柳湾小学", "2021-08"),
        ("工作单位：石桥中心校　姓名：邹德才　学科：数学", "邹德才", "石桥中心校", ""),
        ("姓名：邹小梅 学号：20130412 专业：学前教育", "邹小梅", "学前教育", ""),
        ("授课时间：二十分钟", "", "", ""),
        ("作者：小编", "", "", ""),
        ("高三（1）班全体同学", "", "高三（1）班全体同学", ""),
        ("辛卯年七月一日", "", "", ""),
        ("倡议人：_________", "", "", ""),
        ("申请人：____（签名）", "", "", ""),
        ("姓名：______ 班级：______", "", "", ""),
        ("承诺人：____村党支部", "", "____村党支部", ""),
        ("发言人：×××", "×××", "", ""),
        ("（石桥县文化馆\t王  实\t李 春 华）", "王实、李春华", "石桥县文化馆", ""),
        ("（承包人 王实）", "王实", "承包人", ""),
    ],
)
def test_forms_of_signatures(text: str, authors: str, affiliation: str, date: str) -> None:
    assert byline.looks_like(text, True)
    found = byline.read([text])
    assert ("、".join(found.authors), found.affiliation, found.date) == (authors, affiliation, date)


@pytest.mark.parametrize(
    "text",
    [
        "第三中学 读书节",
        "党委办公室 文件",
        "提高认识　转变作风",
        "青年党员谈学习",
        "七月的阳光",
        "参加人员：孙立军、吴敏、蒋大为",
        "一等奖作品：让青春闪光（供电公司　何晓光）",
        "春天（组诗）",
        "2016防汛抢险村支书学习心得",
        "2019级水工专业党员学习体会",
    ],
)
def test_no_signatures(text: str) -> None:
    assert not byline.looks_like(text, True)


@pytest.mark.parametrize(
    ("office", "name"),
    [("县水利局", "欧阳静怡"), ("护士长", "司徒文静"), ("巡堤队队长", "诸葛明")],
)
def test_surnames_of_two_characters_behind_an_office(office: str, name: str) -> None:
    found = byline.read([office + name])
    assert (found.authors, found.affiliation) == ((name,), office)


def test_letters_set_apart_are_one_name_or_two() -> None:
    for text, wanted in (("丛 林 郝 好", "丛林　郝好"), ("庄 严", "庄严"), ("\u3000", "\u3000")):
        assert normalise.title(Tracked(text, 0, len(text))).text == wanted
    assert normalise.title(Tracked("工 作 报 告", 0, 7)).text == "工作报告"


def test_a_body_before_a_dot_is_no_part_of_a_name() -> None:
    assert byline.read(["阿不都·买买提"]).authors == ("阿不都·买买提",)
    assert byline.read(["县委宣传部 贾和平"]).authors == ("贾和平",)


def test_a_title_with_a_dot_is_no_name() -> None:
    assert not names.is_name("汛期护堤·沙袋捐赠倡议书")
    first = ("汛期守堤倡议书", "各位乡亲：", PROSE * 2, "石桥镇志愿者协会", "2020年7月9日")
    second = ("汛期护堤·沙袋捐赠倡议书", "各位乡亲：", PROSE * 2, "石桥镇妇联", "2020年8月9日")
    (chapter,) = chapters("\n".join((*first, *second)))
    assert [work.affiliation for work in chapter.works] == ["石桥镇志愿者协会", "石桥镇妇联"]


def test_pairs_of_body_and_word_prove_each_other_only_together() -> None:
    words = ["炼铁厂 齐心", "检修公司 高空", "能源中心 时针"]
    text = "".join(
        f"第{n}篇：守夜的灯{n}\n{w}\n{PROSE}\n" for n, w in zip("一二三", words, strict=True)
    )
    found = [chapter.works[0] for chapter in chapters(text)]
    assert [work.authors for work in found] == [("齐心",), ("高空",), ("时针",)]
    assert not signers.is_signer("炼铁厂 齐心")
    assert not signers.paired("炼铁厂，齐心")


def test_the_office_in_brackets_below_a_name_is_no_subtitle() -> None:
    text = f"第一篇：治理的思考\n常青山\n（中共云岭县委书记）\n（2020年5月9日）\n{PROSE}\n"
    work = chapters(text + text.replace("第一", "第二"))[0].works[0]
    assert (work.subtitle, work.authors, work.affiliation) == ("", ("常青山",), "中共云岭县委书记")


def test_a_name_under_a_signature_begins_the_text() -> None:
    text = f"第一篇：学什么\n综合组　骆宾\n焦裕禄\n{PROSE}\n第二篇：怎么学\n三组　陶然\n{PROSE}\n"
    assert [chapter.works[0].authors for chapter in chapters(text)] == [("骆宾",), ("陶然",)]


def test_a_signature_glued_to_the_last_sentence_above_a_date() -> None:
    text = f"第一篇：卷宗\n{PROSE}旦增罗布　那山法庭\n二〇一一年九月\n第二篇：国徽\n{PROSE}\n"
    work = chapters(text)[0].works[0]
    assert (work.authors, work.affiliation, work.date) == (("旦增罗布",), "那山法庭", "2011-09")
    assert byline.glued(f"{PROSE}今年的收成不错") is None
    assert byline.glued("灯一夜没有灭，水也没有来。　周敏") == len("灯一夜没有灭，水也没有来。　")
    assert byline.glued("灯灭了。　周敏") is None  # too short to tell


def test_dates_at_the_ends_of_pages_are_no_running_heads() -> None:
    works = "".join(f"第{n}篇：灯\n{PROSE}\n2017年9月\n第{m}页\n" for n, m in ("一1", "二2"))
    found = chapters("第0页\n" + works + "第3页\n第4页\n")
    assert [chapter.works[0].date for chapter in found] == ["2017-09", "2017-09"]


def _lines(*texts: str) -> list[Line]:
    return [Line(Tracked(text, 0, len(text)), 1, 0, 0) for text in texts]


def _kinds(*texts: str) -> list[tuple[str, int]]:
    return [(kind.kind, kind.level) for kind in blocks.classify(_lines(*texts))]


def test_numbers_of_an_outline() -> None:
    prose = ("paragraph", 0)
    assert _kinds("1 现状", PROSE, "2 问题", "2.1 白条多", PROSE, "2.2 公开少", PROSE) == [
        ("heading", 1),
        prose,
        ("heading", 1),
        ("heading", 2),
        prose,
        ("heading", 2),
        prose,
    ]
    # Lengths and months count nothing.
    assert outlines.marks(_lines("1.1 公里的路", PROSE, "1.2 万元的账", PROSE)) == []


def test_speakers_are_no_labels() -> None:
    said = "今天不念文件，大家随便谈，谈学习，谈困难，谈什么都行，就是不能不谈。"
    dialogue = [f"{who}：{said}" for who in ("老梁", "小邢", "大高", "周老")]
    assert {kind for kind, _ in _kinds(*dialogue)} == {"paragraph"}
    assert [level for _, level in _kinds(*dialogue)] == [0, 0, 0, 0]
    labels = [f"{what}：{said}" for what in ("学习上", "工作上", "生活上")]
    assert [level for _, level in _kinds(*labels)] == [1, 1, 1]


def test_kin_who_sign_letters() -> None:
    for text in ("爸爸　韩立", "父：向本善", "父　向本善", "小妹：龙翠英　龙翠莲"):
        assert byline.looks_like(text, True)
        assert byline.read([text]).affiliation == ""
    assert byline.read(["小妹：龙翠英　龙翠莲"]).authors == ("龙翠英", "龙翠莲")
    for text in ("女儿　长大了", "小妹　回家", "父：好好干", "儿：我走了", "二　张华"):
        assert not byline.looks_like(text, True)
    assert not byline.looks_like("爸爸　韩立")  # without a letter above it


def test_bodies_and_classes_that_sign() -> None:
    assert byline.read(["（县民政局；县妇联）"]).affiliation == "县民政局；县妇联"
    assert byline.looks_like("（县民政局；县妇联）", True)
    assert byline.looks_like("矿区子弟小学四（2）班", True)
    for text in ("（修好路；办好学）", "走进城关小学四（2）班", "我的城关小学四（2）班"):
        assert not byline.looks_like(text, True)
    assert byline.read(["（儿科×××）"])[:2] == (("×××",), "儿科")
    assert not signers.is_signer("全县××")


def test_a_remark_that_names_are_left_out_is_of_no_body() -> None:
    for remark in ("（十六人签名略）", "（签名略）", "（名单略）"):
        read = byline.read(["守堤二班全体职工", remark, "2013年3月1日"])
        assert read == ((), "守堤二班全体职工", "2013-03-01")


def test_who_provided_a_text() -> None:
    assert byline.looks_like("（县水利局　胡建业提供）", True)
    assert byline.read(["（县水利局　胡建业提供）"])[:2] == (("胡建业",), "县水利局")
    for text in ("县气象局提供", "图片由作者提供", "服务由社区提供"):
        assert not byline.looks_like(text, True)


def test_who_wrote_it_down_is_no_author() -> None:
    found = byline.read(["父：向本善", "（作者系大湾村老党员向本善，由其孙代笔）"])
    assert found[:2] == (("向本善",), "大湾村老党员")


def test_a_kind_above_the_full_title() -> None:
    text = f"第一部分　动员讲话\n在全镇水利大会上的讲话\n镇长　刘志刚\n{PROSE}\n"
    text += f"第二部分　经验交流\n关于修好山塘的几点体会\n{PROSE}\n"
    first, second = chapters(text)
    work = first.works[0]
    assert (first.title, work.title) == ("动员讲话", "在全镇水利大会上的讲话")
    assert (work.authors, work.subtitle) == (("刘志刚",), "")
    assert second.title == "经验交流"


def test_half_width_stops_in_headings() -> None:
    assert _kinds("一、抓规划.我局走遍了全县.", f"{PROSE}", "二、抓技术.编印了手册.", PROSE)[0] == (
        "paragraph",
        1,
    )
    said = '前两句是亲娘,第三句是"纪委".'
    assert _kinds("只问三句话.", said, PROSE)[1] == ("paragraph", 0)
    assert _kinds(f"{PROSE}花不了多少钱.", "【我的保证】", PROSE)[1] == ("heading", 1)


def test_a_marked_heading_with_a_long_half_behind_its_colon() -> None:
    halves = "一、灯从哪里来：弄明白共产党员的光亮靠什么点燃"
    assert _kinds(halves, PROSE, "二、灯照向何处：弄清楚为了谁", PROSE)[0] == ("heading", 1)
    assert _kinds(f"{halves}。", PROSE)[0] == ("paragraph", 1)
    when = "一、时间：二〇一八年六月二十九日上午九点半"
    assert _kinds(when, "二、地点：县交通运输局三楼会议室", PROSE)[0] == ("paragraph", 1)


def test_a_sentence_with_a_half_width_stop_above_a_date_is_no_signature() -> None:
    text = f"第一篇：面\n第二水厂　孟凯\n{PROSE}\n　　这是最好的表扬.\n{' ' * 20}2013年10月\n"
    work = chapters(text + f"第二篇：灯\n{PROSE}\n")[0].works[0]
    assert (work.authors, work.affiliation, work.date) == (("孟凯",), "第二水厂", "2013-10")


def test_the_title_of_a_collection_spread_over_its_line() -> None:
    names = ("一盏马灯", "谁动了水表", "半碗阳春面")
    listed = "".join(f"{n}.{name}……{n}\n" for n, name in enumerate(names, 1))
    texts = "".join(f"{n}.{name}\n——读书有感\n{PROSE}\n" for n, name in enumerate(names, 1))
    found = chapters(f"供水集团读书活动\n读 后 感 汇 编\n\n目　录\n{listed}\n{texts}")
    assert [chapter.title for chapter in found] == list(names)
    report = f"供水集团节水报告\n\n目　录\n{listed}\n{texts}".replace("——读书有感\n", "")
    assert len(chapters(report)) == 1  # the headings of one report


def test_bare_numbers_below_pages_are_dropped_and_those_above_texts_are_not() -> None:
    names = ("一盏马灯", "谁动了水表", "半碗阳春面")
    listed = "".join(f"{n}.{name}……{n}\n" for n, name in enumerate(names, 1))
    long = f"{PROSE}\n" * 8
    pages = "".join(f"{n}.{name}\n{long}{n}\n" for n, name in enumerate(names, 1))
    found = chapters(f"供水集团读后感汇编\n目　录\n{listed}\n{pages}")
    assert len(found) == 3
    assert not any(b.text.isdecimal() for chapter in found for b in chapter.works[0].blocks)
    (parts,) = chapters("第一篇：灯\n" + "".join(f"{n}\n{long}" for n in (1, 2, 3)))
    kept = [block.text for block in parts.works[0].blocks]
    assert [text for text in kept if text.isdecimal()] == ["1", "2", "3"]


def test_members_of_a_group_sign_below_its_name() -> None:
    text = PROSE.strip()
    group = "守堤\n“堤上灯火”小组\n成员：周敏，黎民，吴立民\n" + f"{text}\n" * 2
    (chapter,) = chapters(group)
    work = chapter.works[0]
    assert (work.authors, work.affiliation) == (("周敏", "黎民", "吴立民"), "“堤上灯火”小组")
    assert [block.text for block in work.blocks] == [text, text]
    for told in (
        "夜校小组\n成员：老人、妇女和孩子\n",
        "夜校小组\n成员：周敏，黎民\n职责：看灯\n",
    ):
        (chapter,) = chapters(f"守堤的安排\n{told}{text}\n{text}\n")
        assert not chapter.works[0].authors, told


def test_dates_in_figures_of_full_width() -> None:
    assert byline.looks_like("２０２２年１２月２０日")
    read = byline.read(["河湾水文站", "２０２２年１２月２０日"])
    assert (read.affiliation, read.date) == ("河湾水文站", "2022-12-20")
    assert not byline.looks_like("２０２２年，水位涨了三次。")


@pytest.mark.parametrize("body", ["共青团石门县委", "中共石门县委", "石门海关", "石门车务段"])
def test_bodies_that_sign_without_a_date(body: str) -> None:
    for line in (body, f"（{body}）"):
        assert byline.looks_like(line, True)
        assert byline.read([line]).affiliation == body
    assert not byline.looks_like("党团员们走进县委", True)
    assert not byline.looks_like("人生的一个路段", True)


def test_who_sent_a_text_in_is_a_note_below_its_author() -> None:
    def read(*lines: str) -> tuple[tuple[str, ...], str, str]:
        (chapter,) = chapters("\n".join(lines))
        (work,) = chapter.works
        return work.authors, work.affiliation, work.blocks[-1].kind

    top = ("范文一：守堤的一夜", "作者：林晓棠", PROSE, PROSE)
    assert read(*top, "（县水利局办公室供稿）") == (("林晓棠",), "", "note")
    for last in ("（供稿：县水利局办公室）", "（报送：石桥镇党委）"):
        assert read(*top, last) == (("林晓棠",), "", "note")
    nobody = ("范文一：守堤的一夜", PROSE, PROSE)
    assert read(*nobody, "（县水利局机关党委整理）") == ((), "", "note")
    # Without an author who sent it in signs it, and so does a person.
    assert read(*nobody, "（县水利局办公室供稿）") == ((), "县水利局办公室", "paragraph")
    assert read(*nobody, "（王小芳　整理）") == (("王小芳",), "", "paragraph")
    for last in ("（石桥镇组织办供稿）", "(石桥镇组织办供稿)"):
        assert read(*nobody, PROSE + last) == ((), "石桥镇组织办", "paragraph")
        assert read(*top, PROSE + last)[:2] == (("林晓棠",), "")


def test_a_span_of_days_signs_nothing() -> None:
    for text in ("2019年3月—5月", "2019年3月1日至4月10日", "2019年3月5日-9日", "2019年3月～6月"):
        assert not byline.looks_like(text, True)
    for text in ("2019年3月", "—— 2019年3月5日", "县水利局 2019年3月5日", "2019年3月5日晚"):
        assert byline.looks_like(text)


def test_who_wrote_it_with_an_office_in_brackets_behind() -> None:
    for text in ("文 | 林晓棠（县水利局）", "文/林 棠（县水利局）"):
        assert byline.looks_like(text, True)
        assert byline.read([text]).affiliation == "县水利局"
    assert not byline.looks_like("文 | 守堤的人（水退以后）", True)


def test_a_signature_said_again_below_the_text_is_kept_once() -> None:
    text = ("守堤的一夜", "河湾镇人民政府  周敏", PROSE, PROSE)
    for below in (("河湾镇人民政府 周敏",), ("河湾镇人民政府", "周敏")):
        (chapter,) = of_lines(*text, *below, "二〇一三年八月二十日")
        work = chapter.works[0]
        assert [piece.text for piece in work.byline] == [
            "河湾镇人民政府　周敏",
            "二〇一三年八月二十日",
        ]
        assert (work.authors, work.affiliation, work.date) == (
            ("周敏",),
            "河湾镇人民政府",
            "2013-08-20",
        )
    (chapter,) = of_lines(*text, "河湾镇人民政府 黎明远", "二〇一三年八月二十日")
    assert len(chapter.works[0].byline) == 3


def test_a_body_below_a_subtitle_shows_those_below_other_titles() -> None:
    one = f"第一篇　守堤的冬天\n——石门堤段的巡查\n县水利局课题组\n{PROSE}\n"
    two = f"第二篇　堤上的灯怎样亮起来\n宣教部　周敏\n{PROSE}\n"
    three = f"第三篇　河段巡查的几点做法\n发展部\n{PROSE}\n"
    works = [chapter.works[0] for chapter in chapters(one + two + three)]
    assert [work.affiliation for work in works] == ["县水利局课题组", "宣教部", "发展部"]
    assert works[2].title == "河段巡查的几点做法"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("2020年", "12月28日"), "2020-12-28"),
        (("二〇二〇年", "十二月二十五日"), "2020-12-25"),
        (("2020年", "12月"), "2020-12"),
        (("2020年12月", "5日"), "2020-12-05"),
        (("2020年", "12月", "5日"), "2020-12-05"),
    ],
)
def test_a_date_is_broken_over_lines(lines: tuple[str, ...], date: str) -> None:
    (chapter,) = of_lines(
        "守堤工作小结", PROSE, PROSE, "　　水 文 站", *map("　　{}".format, lines)
    )
    (work,) = chapter.works
    assert (work.affiliation, work.date, len(work.blocks)) == ("水文站", date, 2)
