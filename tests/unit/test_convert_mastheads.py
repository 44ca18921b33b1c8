"""What stands over the title of the only text of a page."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_LETTER = ("河口县人民政府办公室文件", "河政办发〔2009〕56号", "")
_NOTICE = (
    "关于印发何景山同志在全县防汛电视电话会议上讲话的通知",
    *("", "各乡镇人民政府：", "　　现将讲话印发给你们，请认真学习，抓好落实，并将情况及时上报。"),
    *("", "　　　　　　　　河口县人民政府办公室", "　　　　　　　　二〇〇九年七月二十四日", ""),
)


def test_name_of_site_over_its_menu() -> None:
    menu = "首页 > 学习园地 > 心得体会"
    essay = ("守堤的一夜", "——写在抗洪之后", "　　周敏", "", _PROSE, _PROSE)
    for name in ("云川县交通运输局", "中国·平沅政协网"):
        assert titles(name, menu, *essay) == ["守堤的一夜"]


def test_row_of_links_over_a_menu() -> None:
    row, menu = "护堤在线 党员之家 职工书屋 志愿水城 河口水利网", "首页护堤人物新闻联系我们"
    assert titles(row, menu, "守堤的一夜", "", _PROSE, _PROSE) == ["守堤的一夜"]
    assert titles(row, menu, "工务科　周敏", "", _PROSE, _PROSE) == ["工务科　周敏"]
    assert titles("守堤的一夜 换防", menu, _PROSE, _PROSE) == ["守堤的一夜　换防"]


def test_title_over_breadcrumb_stays() -> None:
    menu = "首页 > 学习园地 > 心得体会"
    assert titles("守堤的一夜", menu, "周敏", _PROSE, _PROSE) == ["守堤的一夜"]
    assert titles("云川县交通运输局", menu, _PROSE, _PROSE) == ["云川县交通运输局"]
    assert titles("云川县交通运输局", menu) == ["云川县交通运输局"]


def test_day_over_a_page() -> None:
    top = ("今天是 2012年7月3日 星期二    设为首页 | 加入收藏", "网站首页 · 要闻 · 人物风采")
    assert titles(*top, "人物风采", "守堤的一夜", "", _PROSE, _PROSE) == ["守堤的一夜"]
    day = "今天是2012年7月3日，星期二，堤上设为首页新闻的那张照片挂在墙上，大家都去看了一遍。"
    assert of_lines("守堤的一夜", day, _PROSE)[0].works[0].blocks[0].text == day


def test_contest_over_its_text() -> None:
    contest = "“我与改革开放三十年”征文"
    assert titles(contest, "", "守堤的一夜", "周 敏", "", _PROSE, _PROSE) == ["守堤的一夜"]
    assert front(contest, "", "守堤的一夜", "周 敏", "", _PROSE, _PROSE) == [contest]


def test_contest_over_a_heading_is_the_title() -> None:
    contest = "“我与改革开放三十年”征文"
    assert titles(contest, "守堤的一夜", _PROSE, _PROSE, "退水的早晨", _PROSE) == [contest]


def test_letterhead_over_a_document_and_what_it_prints() -> None:
    speech = ("在全县防汛电视电话会议上的讲话", "何景山", "同志们：", _PROSE, _PROSE)
    assert titles(*_LETTER, *_NOTICE, *speech) == [_NOTICE[0], speech[0]]
    assert titles(*_LETTER, *_NOTICE) == [_NOTICE[0]]


def test_heading_below_a_signature_is_not_printed() -> None:
    other = ("附带说明的几件小事", "何景山", _PROSE)
    assert "附带说明的几件小事" not in titles(*_LETTER, *_NOTICE, *other)


def test_way_to_a_page_with_a_colon_over_its_title() -> None:
    way = "石桥春秋 > 综述 > 周敏：赵海同志在石桥水库的一次讲话"
    title, text = "赵海同志在石桥水库的一次讲话", (_PROSE, _PROSE, "作者：周敏")
    for between in ((), ("> 文章内容",)):
        (chapter,) = of_lines(way, *between, title, *text)
        assert (chapter.title, chapter.works[0].authors) == (title, ("周敏",))
    # Without the same title below it may be the text's own.
    assert titles("守堤 > 巡堤 > 换防：轻重缓急", "堤上的灯", _PROSE, _PROSE) != ["堤上的灯"]


def test_way_to_a_page_parted_by_blanks() -> None:
    title, text = "河湾县水利局周敏局长的讲话", ("各位代表：", _PROSE, _PROSE)
    for way in (f"首页 新闻 防汛动态 {title}", f"网站首页　新闻　{title}"):
        assert titles(way, title, *text) == [title]
    # The last piece is not said below: the line may be the title.
    other = "首页 新闻 河湾县水利局周敏局长的讲话"
    assert titles(other, "一、守堤", _PROSE, "二、换防", _PROSE) != ["一、守堤"]


def test_way_to_a_page_whose_pieces_run_together() -> None:
    text = ("守堤的人换了三班，水位一寸一寸地退了下去。",) * 2
    for way, title in (
        ("首页书信倡议书", "护林倡议书简短"),
        ("网站首页心得体会", "守堤的心得体会"),
    ):
        assert titles(way, title, *text) == [title]
        several = (f"{title}（2篇）", f"{title}篇1", *text, f"{title}篇2", *text)
        assert front(way, *several) == [several[0]]
    assert (
        front("首页设计总结", "守堤征文（2篇）", "征文篇1", *text, "征文篇2", *text)[0]
        == "首页设计总结"
    )


def test_who_signed_stands_beside_the_number_of_a_document() -> None:
    title, signed = "关于东堤加固的请示", "河务〔2019〕4号           签发人：周  敏"
    text = ("县水利局：", _PROSE, "特此请示。", "河口县河务所", "2019年3月4日")
    for head in ("河口县河务所文件", "河 口 县 河 务 所 文 件", "局 办 公 室 电 子 邮 件"):
        assert titles(head, signed, title, *text) == [title]
        assert len(front(head, signed, title, *text)) == 2
    (chapter,) = of_lines(signed, title, *text)
    assert (chapter.title, chapter.works[0].blocks[0].kind) == (title, "note")


def test_a_title_about_documents_and_numbers_stays() -> None:
    for title in ("学习县河务所文件", "一封没有寄出的邮件", "河务〔2019〕4号文件签发之后"):
        assert titles(title, "", "周敏", _PROSE, _PROSE) == [title]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关于开展全县中小学", "“书香校园”读书活动的通知"),
        ("关于表彰先进党支部", "和优秀党员的决定"),
    ],
)
def test_a_title_broken_behind_the_name_of_a_body(first: str, second: str) -> None:
    head = ("云溪县教育局文件", "云教字〔2017〕42号", "", first, second, "")
    text = ("各中心学校：", _PROSE, "一、守堤", _PROSE, "云溪县教育局", "2017年4月12日")
    assert titles(*head, *text) == [first + second]


def test_a_lecturer_with_several_offices_below_the_words_of_a_site() -> None:
    offices = ("云溪师范学院教师发展中心主任", "云溪市教育学会常务理事", "石桥中学特聘导师")
    text = (
        *("第三文秘网    > 范文写作", "", "校本教研专题讲座 怎样守堤"),
        *("作者:   时间:2021-10-14 09:22:51   浏览次数:", "以下专题讲座由本站编辑收集，欢迎参阅。"),
        *("守堤教研的三个支点", "周敏", *offices, _PROSE, _PROSE),
    )
    (chapter,) = of_lines(*text)
    (work,) = chapter.works
    assert (chapter.title, work.authors) == ("守堤教研的三个支点", ("周敏",))
    assert work.affiliation == "".join(offices)
    assert [block.text for block in work.blocks] == [_PROSE, _PROSE]


def test_title_of_a_page_said_again_below_its_introduction() -> None:
    said = "把守堤的感受写下来就是心得。样例编辑部选出了2022年守堤工作心得体会，请您参阅。"
    title = "2022年守堤工作心得体会"
    text = (title, "www.shiqiao.example 2022-06-11", said, title, _PROSE, "一、守堤", _PROSE)
    (chapter,) = of_lines(*text)
    assert (chapter.title, chapter.works[0].date) == (title, "")
    assert said in front(*text)
    assert len(of_lines(title, said, title, _PROSE, "换防工作心得体会", "周敏", _PROSE)) > 1


_BELOW = ("石桥水库党支部书记 周敏", "（2021年8月13日）", "同志们：", _PROSE, _PROSE)


def test_column_behind_a_bar_and_a_title_that_says_but_the_kind() -> None:
    says = "作者：管理员发布时间：2021/08/16 09:40浏览量："
    page = ("2021年第三季度党课", "", says, "", "“守住堤”汛期专题党课")
    for column in ("| 党的建设", "｜学习园地"):
        (chapter,) = of_lines(column, "", *page, *_BELOW)
        assert (chapter.title, chapter.works[0].authors) == (page[-1], ("周敏",))
    assert titles(*page[:4], "守堤的一夜", *_BELOW)[0] == page[0]
    for column in ("临江县水利网  防汛动态", "安平镇党建在线　支部风采", "河湾大学新闻网 | 校园"):
        assert titles(column, "", "守堤的一夜", *_BELOW) == ["守堤的一夜"]
    for title in ("织密全县防汛网 守好每段堤", "党建引领全镇一张网 服务零距离"):
        assert titles(title, "", "作者：周敏", *_BELOW[2:]) == [title.replace(" ", "\u3000")]


_PLATE = ("河湾内刊", "HEWAN  PUBLICATIONS", "厚德载物  水利万家", "HEWAN WATER", "河湾内刊")


def test_plate_of_a_paper_over_its_text() -> None:
    says = "发布日期：2012-12-31 浏览次数：21"
    assert titles(*_PLATE, "堤在脚下，责任在心", says, _PROSE, _PROSE) == ["堤在脚下，责任在心"]
    author = "发布日期：2012-12-31|作者：周敏"
    contest = "“守堤有我”演讲比赛选文"
    (chapter,) = of_lines(
        *_PLATE, "堤在脚下，责任在心", author, contest, "同志们：", _PROSE, _PROSE
    )
    work = chapter.works[0]
    assert (work.title, work.subtitle, work.authors) == ("堤在脚下，责任在心", contest, ("周敏",))
    assert titles("河湾内刊", "厚德载物", "河湾内刊", says, _PROSE, _PROSE) == ["河湾内刊"]


def test_who_runs_a_column_and_what_its_editors_say_over_the_author() -> None:
    top = ("主办单位： 石桥融媒体中心", "投稿邮箱： shiqiao@example.com")
    said = f"来稿不断，本网从今天起辟出一栏，选登其中的好文章。{_PROSE}"
    text = ("守堤的一夜", "作者：周敏", _PROSE, _PROSE)
    assert titles(*top, said, *text) == ["守堤的一夜"]
    assert front(*top, said, *text) == [said]
    assert titles("守堤纪事", said, "守堤的一夜", _PROSE, _PROSE) == ["守堤纪事"]


def test_speech_below_the_record_of_its_ceremony() -> None:
    place, column = "当前位置:首页 > 德育园地 > 文章", "德育园地——"
    record = (
        *("堤口小学第九周升旗仪式", "发布时间:2021/4/27 8:12:36 作者:管理员 浏览量:35次"),
        *("周次:第9周", "班级:五(3)班", "升旗手:周敏、何春", "国旗下讲话内容"),
    )
    speech = ("尊敬的老师,亲爱的同学们:大家好!", "主讲人:何春", "今天我演讲的题目是《守堤》。")
    page = (place, column, *record, "守堤", *speech, _PROSE, _PROSE, "活动照片", "IMG_2207")
    (chapter,) = of_lines(*page)
    (work,) = chapter.works
    assert (work.title, work.authors, work.blocks[0].text[:5]) == ("守堤", ("何春",), "尊敬的老师")
    assert work.blocks[-1].text == _PROSE
    assert front(*page)[0] == record[0]
    assert len(front(*page)) == len(record) - 1


def test_entry_of_a_column_over_the_title_of_its_text() -> None:
    entry, when = "堤上日志:10月19日 水利系 周敏", "发布日期:2018-10-19 作者:周敏 点击:"
    page = ("本站主页 >> 堤上日志 >> 正文", "最新新闻", entry, when, "摄影 审核", "签发")
    assert titles(*page, "守堤的第一课", _PROSE, _PROSE) == ["守堤的第一课"]
    assert front(*page, "守堤的第一课", _PROSE, _PROSE) == ["堤上日志：10月19日水利系周敏"]


def test_boxes_of_a_page_and_words_of_a_shop_over_the_title() -> None:
    title = "致全镇护堤员的倡议书"
    rows = ("| 信息公告 |", "| 热门文章 |", f"| {title} |")
    assert titles(*rows, title, "护堤员朋友们：", _PROSE, _PROSE) == [title]
    shop = ("购物车", "我的足迹", title, "加入VIP免费下载 立即下载", title)
    assert titles(*shop, "护堤员朋友们：", _PROSE, _PROSE) == [title]
    assert titles("我的足迹", "周敏", _PROSE, _PROSE) == ["我的足迹"]


@pytest.mark.parametrize(
    "heading", ["【“灯”征文】周 敏 ‖ 守堤的一夜", "“灯”征文 | 周敏：守堤的一夜", "周敏——守堤的一夜"]
)
@pytest.mark.parametrize(
    "between", [("征文启事：见《征稿启事》", "特别提示：文责自负，请勿一稿多投。"), ()]
)
def test_the_heading_of_a_page_names_author_and_title(
    heading: str, between: tuple[str, ...]
) -> None:
    text = (heading, *between, "守堤的一夜", "周 敏", _PROSE, _PROSE)
    (chapter,) = of_lines(*text)
    assert (chapter.title, chapter.works[0].authors) == ("守堤的一夜", ("周敏",))
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE]
    assert front(*text)[1:] == list(between)


def test_a_heading_that_names_another_person_parts_nothing() -> None:
    text = ("堤上的灯：守堤的一夜", "开篇", "守堤的一夜", "周 敏", _PROSE, _PROSE)
    assert titles(*text) == ["堤上的灯：守堤的一夜"]


@pytest.mark.parametrize("heading", ["1第一篇:", "【“灯”征文】周敏 ‖ 守堤的一夜"])
def test_a_heading_whose_title_stands_last_has_no_text(heading: str) -> None:
    last = "守堤的一夜" if "守堤" in heading else "。"
    assert len(of_lines(heading, "0", "(一)", last)) == 1
