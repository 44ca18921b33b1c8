"""What pages print over the one text they hold: the way to it, its title twice, their own words."""

from __future__ import annotations

import pytest
from convert_reading import blocks, front, of_lines

_PROSE = (
    "站里的水泵换了三回，换泵的人也换了两茬。我来的第一天，老站长递给我一把扳手，说它跟了他二十年。",
    "今年汛期来得早，我们提前半个月把所有的闸门都检查了一遍，发现三处锈蚀，当天就报上去换了。",
)


@pytest.mark.parametrize("behind", ["(全文完整)", "（完整版）", "【精选文档】", "（范文推荐）"])
def test_own_title_stands_below_what_the_site_says_of_its_file(behind: str) -> None:
    page = f"2022年度专题党课：水泵与扳手{behind}"
    (chapter,) = of_lines(
        f"您的当前位置: 石桥范文网 > 范文大全 > {page}",
        page,
        "来源:党课讲稿 时间:2022-03-04 10:22:07 点击:",
        f"下面是小编为大家整理的{page}，供大家参考。",
        page,
        "专题党课：水泵与扳手",
        *_PROSE,
    )
    (work,) = chapter.works
    assert work.title == "专题党课：水泵与扳手"
    assert [block.text for block in work.blocks] == list(_PROSE)


def test_words_of_the_site_behind_a_title_go() -> None:
    (chapter,) = of_lines("水泵与扳手的心得（全文完整）", "来源：网友投稿 点击：", *_PROSE)
    assert chapter.works[0].title == "水泵与扳手的心得"
    (chapter,) = of_lines("水泵与扳手的心得（不完整）", "来源：网友投稿 点击：", *_PROSE)
    assert chapter.works[0].title == "水泵与扳手的心得（不完整）"


@pytest.mark.parametrize(
    "way",
    [
        ("当前位置:石桥范文网 >", "心得体会 >党风廉政心得体会 >"),
        ("您的位置：", "首页", ">", "党建园地", ">", "正文"),
        ("首页 >", "党建园地 >", "心得体会"),
        ("当前位置：石桥网", "> 党建园地", "> 心得体会"),
        ("石桥学院 > 学习园地 >",),
        ("当前位置: 首页 » 党建园地 » 正文", "News", "党建园地"),
        ("您的位置: 首页 > 党建园地 > 文章内容", "党建园地 Party Building"),
    ],
)
def test_breadcrumb_takes_several_lines(way: tuple[str, ...]) -> None:
    (chapter,) = of_lines(*way, "", "水泵与扳手：一面锦旗的重量", *_PROSE)
    (work,) = chapter.works
    assert work.title == "水泵与扳手：一面锦旗的重量"
    assert [block.text for block in work.blocks] == list(_PROSE)


def test_title_behind_the_arrow_of_a_breadcrumb_stays() -> None:
    (chapter,) = of_lines("石桥学院 > 学习园地 >", "水泵记", "——写在汛期之前", *_PROSE)
    assert (chapter.title, chapter.works[0].subtitle) == ("水泵记", "写在汛期之前")


def test_title_printed_twice_goes_inside_the_text_too() -> None:
    title = "水泵与扳手：一面锦旗的重量"
    (chapter,) = of_lines("首页 > 心得体会", title, title, _PROSE[0], title, _PROSE[1])
    (work,) = chapter.works
    assert work.title == title
    assert [block.text for block in work.blocks] == list(_PROSE)
    (chapter,) = of_lines(title, _PROSE[0], "水泵与扳手", _PROSE[1])
    assert len(chapter.works[0].blocks) == 3


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ("欢迎访问石桥范文网!", "分享 时间: 加入收藏 我要投稿 点赞"),
        ("首页 > 范文", "点赞 收藏 时间:2012-02-03 12:22 分享"),
        ("手机版", "分享到： 更新时间：2012-02-03 收藏 打印本页"),
    ],
)
@pytest.mark.parametrize("promo", ["更多心得体会请访问 WWW.SHIQIAO.CN", "欢迎访问石桥范文网"])
def test_column_buttons_and_promises_of_a_page_go(over: str, told: str, promo: str) -> None:
    (chapter,) = of_lines(
        over, "【教师个人总结】水泵与扳手的一年", told, f"{_PROSE[0]} {promo} {_PROSE[1]}", *_PROSE
    )
    (work,) = chapter.works
    assert work.title == "水泵与扳手的一年"
    assert [block.text for block in work.blocks] == ["".join(_PROSE), *_PROSE]


def test_brackets_before_a_title_without_a_page_stay() -> None:
    (chapter,) = of_lines("【教师个人总结】水泵与扳手的一年", *_PROSE)
    assert chapter.title == "【教师个人总结】水泵与扳手的一年"


def test_two_blanks_behind_full_stops_part_a_text_in_one_line() -> None:
    (chapter,) = of_lines("水泵与扳手的一年", "", "  ".join([*_PROSE, *_PROSE]))
    assert [block.text for block in chapter.works[0].blocks] == [*_PROSE, *_PROSE]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("周敏 2016年04月12日 来源：石桥乡党政办", ""),
        ("2016年4月12日 周敏 浏览：33次", ""),
        ("石桥县水利局 周敏 2016-04-12 信息来源：石桥网 点击：", "石桥县水利局"),
    ],
)
def test_words_of_the_page_behind_name_and_date_go(line: str, body: str) -> None:
    (chapter,) = of_lines("水泵与扳手的一年", line, *_PROSE)
    (work,) = chapter.works
    assert (work.authors, work.affiliation, work.date) == (("周敏",), body, "2016-04-12")
    assert len(work.blocks) == 2


@pytest.mark.parametrize("who", ["□石桥日报特约评论员 周敏", "本报特约撰稿人　周敏", "■周敏"])
def test_what_a_paper_calls_its_writer_is_no_body(who: str) -> None:
    (chapter,) = of_lines(
        "水泵与扳手的一年", who, *_PROSE, "（作者系石桥县水利局局长）", "责任编辑：阮平"
    )
    (work,) = chapter.works
    assert (work.authors, work.affiliation) == (("周敏",), "石桥县水利局局长")


@pytest.mark.parametrize(
    "said",
    [
        ["管理员 2023-09-18", "0 412"],
        ["• 2", "• 0", "• 约3.96千字", "• 约 9页", "• 2023-11-14 发布于河北", "• 举报"],
        ["• 1.2万字", "• 12", "• 3", "• 收藏"],
        ["•2022-08-16发布", "• 56", "•约4页"],
        ["2020年08月26日 16:09:00", "来源：", "石桥在线"],
        ["】【收藏】 作者: 佚名  来源: 作者原创 【加入会员】"],
        ["- 1、请先预览再下载，下载后不提供修改、补充等服务。"],
    ],
)
def test_who_put_a_text_up_and_what_was_counted_go(said: list[str]) -> None:
    (chapter,) = of_lines("水泵与扳手的一年", "——记石桥闸管所所长周敏", *said, *_PROSE)
    (work,) = chapter.works
    assert (chapter.title, work.date) == ("水泵与扳手的一年", "")
    assert [block.text for block in work.blocks] == list(_PROSE)


def test_counts_of_the_text_stay() -> None:
    (chapter,) = of_lines("水泵与扳手的一年", _PROSE[0], "0 412", _PROSE[1], "文档评分：★★★★☆")
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE[0], "0 412", _PROSE[1]]
    items = ("• 3", "• 5")
    (chapter,) = of_lines("水泵与扳手的一年", _PROSE[0], *items, _PROSE[1])
    assert len(chapter.works[0].blocks) == 4


def test_paper_as_the_page_of_its_journal_has_it() -> None:
    (chapter,) = of_lines(
        *("?", "水泵与扳手的一年", "2021-11-18 14:06周敏", "堤防论坛 2021年21期"),
        *("关键词:水泵扳手", "周敏", "(云溪大学公共管理学院 云溪 300000)", *_PROSE),
    )
    (work,) = chapter.works
    assert (chapter.title, work.authors, work.date) == ("水泵与扳手的一年", ("周敏",), "")
    assert work.affiliation == "云溪大学公共管理学院"
    assert [block.text for block in work.blocks] == list(_PROSE)


def test_author_beside_the_time_stays_where_nothing_else_names_one() -> None:
    lines = ("水泵与扳手的一年", "2021-11-18 14:06 周敏", "堤防论坛 2021年21期", *_PROSE)
    (chapter,) = of_lines(*lines)
    assert chapter.works[0].authors == ("周敏",)
    assert "堤防论坛" not in "".join(block.text for block in chapter.works[0].blocks)


def test_site_and_time_over_several_texts() -> None:
    texts = ("守堤心得（篇1）", *_PROSE, "守堤心得（篇2）", *_PROSE)
    said = "水来了要守堤。材料大全编辑部特地选出“守堤心得”两篇，您可以先收藏再细读。"
    page = (")", "材料大全", "守堤心得", "时间：2022-07-19", said)
    assert front(*page, *texts) == ["守堤心得", said]
    assert front("材料大全", "守堤心得", "时间：七月", *texts) == [
        "材料大全",
        "守堤心得",
        "时间：七月",
    ]


@pytest.mark.parametrize(
    "top",
    [
        ("0", "{}", "浏览", "4127", "范文", "63"),
        ("12", "{}", "浏览", "318", "收藏", "7"),
        ("{}", "阅读量", "1.2万"),
        ("样例屋 范文 心得", "{}"),
        ("样例大全 公文 范文 体会", "{}"),
    ],
)
def test_what_a_page_counts_and_the_way_to_it_without_arrows_go(top: tuple[str, ...]) -> None:
    texts = ("守堤心得（篇1）", *_PROSE, "守堤心得（篇2）", *_PROSE)
    title = "护堤心得体会精选2篇" if top[0].endswith("体会") else "护堤心得精选2篇"
    assert front(*(line.format(title) for line in top), *texts) == [title]


@pytest.mark.parametrize("word", ["- 目录", "目录", "【本期目录】"])
def test_the_word_over_a_list_goes_where_no_list_is_below(word: str) -> None:
    way, over = "样例网 > 心得 > 防汛", "护堤心得（2篇）"
    texts = ("第1篇 守堤", *_PROSE, "第2篇 换防", *_PROSE)
    assert front(way, over, word, *texts) == [over]
    assert front(way, over, word, "守堤", "换防", *texts)[-2:] == ["守堤", "换防"]
    assert front(over, word, *texts)[0] == over


def test_words_without_numbers_and_titles_in_pieces_stay() -> None:
    texts = ("守堤心得（篇1）", *_PROSE, "守堤心得（篇2）", *_PROSE)
    assert front("护堤心得2篇", "文章", "63", *texts) == ["护堤心得2篇", "文章", "63"]
    assert front("机关 学校 心得", "护堤心得2篇", *texts)[0] == "机关　学校　心得"


def test_the_subject_of_a_page_over_its_title() -> None:
    texts = ("第一篇：守堤", *_PROSE, "第二篇：换防", *_PROSE)
    way, said = "当前位置：样例驿站>> 范文>> 防汛", "来源：会员投稿 阅读 28 次 2011-12-20"
    assert front(way, "防汛动员会发言", "防汛动员会个人发言材料（2篇）", said, *texts) == [
        "防汛动员会个人发言材料（2篇）"
    ]
    other = ("守堤人的来信", "防汛动员会个人发言材料（2篇）")
    assert front(way, *other, said, *texts) == [*other]


_BELOW = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


@pytest.mark.parametrize(
    "name", ["务实　进取　高效　和谐", "河湾水文站", "河湾县水利网", "团结 求实 奋进 创新 奉献"]
)
@pytest.mark.parametrize("title", ["守堤一夜，退水三寸——防汛心得", "守堤一夜，退水三寸"])
@pytest.mark.parametrize(
    "said",
    [
        "作者：秦小堤 编辑：马岸 审核：段文慧 发布日期：2018-07-14点击数：",
        "作者：秦小堤编辑：马岸审核：段文慧发布时间：2018/7/14　浏览次数：318次",
        "作者:秦小堤　责任编辑:段文慧　时间:2018年7月14日",
    ],
)
def test_a_motto_over_the_menu_and_an_author_before_its_editors(
    name: str, title: str, said: str
) -> None:
    menu = ("首页", "本站概况", "党建工作", "防汛动态")
    (chapter,) = of_lines(name, *menu, title, said, _BELOW, _BELOW)
    work = chapter.works[0]
    assert work.title + "——" * bool(work.subtitle) + work.subtitle == title
    assert (work.authors, work.date) == (("秦小堤",), "2018-07-14")
    assert [b.text for b in work.blocks] == [_BELOW, _BELOW]


@pytest.mark.parametrize("nobody", ["佚名", "宣传科", "admin"])
def test_before_editors_a_site_may_name_nobody(nobody: str) -> None:
    said = f"作者：{nobody} 编辑：马岸 审核：段文慧 点击数：12"
    (chapter,) = of_lines("守堤一夜", said, _BELOW, _BELOW)
    assert chapter.works[0].authors == ()
    assert [b.text for b in chapter.works[0].blocks] == [_BELOW, _BELOW]


@pytest.mark.parametrize(
    "said",
    [
        "网友 分享 时间：2016-11-30 08:15:20",
        "时间:2016-05-23 18:07:12 作者:样例 心得体会 防汛学习心得(汇总2篇)",
        "样例范文网 - 工作总结，述职报告，心得体会等各种范文。",
    ],
)
def test_who_shares_a_text_and_what_a_site_has_go(said: str) -> None:
    texts = ("第一篇：守堤心得", _BELOW, _BELOW, "第二篇：换防心得", _BELOW, _BELOW)
    assert front("防汛学习心得（汇总2篇）", said, *texts) == ["防汛学习心得（汇总2篇）"]


def test_who_shared_what_stays() -> None:
    said = ("守堤的一夜", _BELOW, "讨论分享时间：每周五下午", _BELOW)
    assert [text for _, text in blocks(*said)] == [*said[1:]]


def test_the_column_between_the_name_of_a_site_and_the_title_goes() -> None:
    told = (
        "守堤靠人，写守堤的话也靠人。样例库小编整理了几篇，供大家参考，希望能够帮到有需要的朋友。"
    )
    texts = ("守堤演讲稿（篇1）", _BELOW, _BELOW, "守堤演讲稿（篇2）", _BELOW, _BELOW)
    assert (
        front("样例库", "演讲稿", "守堤演讲稿（范本两篇）", told, *texts)[0]
        == texts[0][:5] + "（范本两篇）"
    )


def test_own_title_of_the_same_kind_over_body_and_name() -> None:
    first = ("第一篇：守堤的一夜", "", "守堤的一夜", "", *_PROSE, "")
    own = ("第二篇：站长年终总结", "", "2022年度个人工作总结", "", "石桥镇水利站 周敏", "", *_PROSE)
    (work,) = of_lines(*first, *own)[1].works
    assert (work.title, work.subtitle, work.authors) == ("2022年度个人工作总结", "", ("周敏",))


@pytest.mark.parametrize(
    "said",
    [
        "网站：样例之窗 时间：2011-09-20 作者：网络 点击：1342次",
        "2014-07-22  分类：防汛心得  参与：1027人",
    ],
)
def test_what_a_page_says_under_a_title_over_the_list_of_its_texts_goes(said: str) -> None:
    texts = ("第一篇：守堤心得", "第二篇：换防心得")
    page = (*texts, "", texts[0], _BELOW, _BELOW, texts[1], _BELOW, _BELOW)
    above = front("首页 > 范文 > 心得", "守堤心得（精选两篇）", said, *page)
    assert above == ["守堤心得（精选两篇）", *texts]


def test_way_to_a_page_of_two_words_below_its_first_goes() -> None:
    texts = ("守堤心得 篇1", _BELOW, _BELOW, "守堤心得 篇2", _BELOW, _BELOW)
    said = "2014-03-12 16:40 来源:样例网 编辑:小堤"
    assert front("首页", "范文", "守堤心得", "守堤心得【两篇】", said, *texts) == [
        "守堤心得【两篇】"
    ]


def test_a_link_between_two_texts_to_more_of_their_kind_goes() -> None:
    link = "[新闻推荐] 点击查看更多防汛材料"
    texts = of_lines("守堤心得 篇1", _BELOW, _BELOW, link, "守堤心得 篇2", _BELOW, _BELOW)
    assert [len(chapter.works[0].blocks) for chapter in texts] == [2, 2]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_value_of_a_label_stands_below_it_as_all_lines_do(between: str) -> None:
    lines = ("水泵与扳手", "2022年03月04日 10:22:07", "来源：", "石桥在线", *_PROSE)
    (chapter,) = of_lines(*between.join(lines).split("\n"))
    assert [block.text for block in chapter.works[0].blocks] == list(_PROSE)


def test_what_stands_apart_from_a_label_is_not_its_value() -> None:
    (chapter,) = of_lines("水泵与扳手", "来源：", "", "换泵之后", *_PROSE)
    assert chapter.works[0].blocks[0].text == "换泵之后"
