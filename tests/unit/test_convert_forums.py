"""What forums and bulletin boards put around and into the texts."""

from __future__ import annotations

import pytest
from compilation.divisions import endings
from compilation.web import noise
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


@pytest.mark.parametrize(
    "text",
    [
        "回复 支持(12) 反对(0) 举报",
        "您需要登录后才可以回帖 登录 | 立即注册",
        "Powered by Discuz! X2.5   GMT+8, 2013-6-2 16:05",
        "发信人: laoyu (老俞), 信区: Gongwen",
        "发信站: 江南水木 (2005年11月18日21:33:04 星期五), 站内信件",
        "※ 来源:·江南水木 bbs.jnsm.net·[FROM: 61.153.20.*]",
        "标  题: Re: [合集] 竞聘演讲稿几篇",
        "阅读(327) | 评论(4) | 收藏 | 转载 | 打印",
        "前一篇：秋汛小记",
        "后一篇：转发：守堤十忌",
        "学校首页 | 守堤天地 | 计划总结",
        "回复 引用 举报 TOP",
        "快速回复  您需要登录后才可以回帖 登录 | 注册",
        "阅读(870)┊ 评论 (31)┊ 收藏(9) ┊ 喜欢▼ ┊打印┊举报",
        "正文  字体大小：大 中 小",
        "字体大小：【大】 【中】 【小】",
        "字号：[大] [中] [小]",
        "(2011-09-04 22:41:07)",
        "--->> 点击下载Word版本 <<---",
        "[广告] 会计考试题库，点击领取>>",
        "（照片略）",
    ],
)
def test_lines_of_forums(text: str) -> None:
    assert noise.line_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "群众支持",
        "回复群众来信，支持基层工作，反对形式主义",
        "您需要登录后才可以回帖，这句话难住了不会上网的老支书。",
        "发信人：县水利局办公室",
        "标题：守堤的一夜",
        "前一篇：讲的是守堤，后一篇讲的是换防。",
        "后一篇",
        "转载",
        "学校首页上挂着这张照片，一挂就是三年。",
        "回复举报，引用条文",
        "广告：在县报刊登守堤启事一期",
        "字体大小：大中小学各有要求",
        "（2011年9月4日）",
        "（略）",
    ],
)
def test_words_of_authors_that_look_like_them(text: str) -> None:
    assert noise.line_rule(text) is None


def test_works_behind_their_prizes() -> None:
    text = (
        "演讲比赛获奖稿",
        "一等奖：《守堤的一夜》",
        _PROSE,
        _PROSE,
        "二等奖：《退水的早晨》",
        _PROSE,
    )
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        ("一等奖", "守堤的一夜"),
        ("二等奖", "退水的早晨"),
    ]


def test_list_of_winners_is_no_row_of_works() -> None:
    listed = ("一等奖：《守堤的一夜》", "二等奖：《退水的早晨》", "三等奖：《换防的路上》")
    assert titles("演讲比赛的一天", _PROSE, _PROSE, *listed, _PROSE) == ["演讲比赛的一天"]


def test_signs_mixed_into_the_front_are_known_by_those_below() -> None:
    junk = ("# j7 R( w4 T+ H$ v", '9 c" s2 M8 o& x! k% U', '$ n0 B6 Y) w" k* r8 G2 S')
    text = (
        *("比赛刚刚结束，这里是两篇获奖的稿子，大家随便看看。", junk[0]),
        *(
            "一等奖：《守堤的一夜》4 a( T1 m/ X7 P) b3 j",
            _PROSE,
            junk[1],
            _PROSE + ", w3 @. v, A* |",
        ),
        *(_PROSE, junk[2], "二等奖：《退水的早晨》", _PROSE),
    )
    assert front(*text) == ["比赛刚刚结束，这里是两篇获奖的稿子，大家随便看看。"]
    book = of_lines(*text)
    assert [c.title for c in book] == ["守堤的一夜", "退水的早晨"]
    assert [b.text for b in book[0].works[0].blocks] == [_PROSE] * 3


def test_the_number_of_an_item_stuck_to_mixed_signs() -> None:
    junk = ("# j7 R( w4 T+ H$ v", '9 c" s2 M8 o& x! k% U', '$ n0 B6 Y) w" k* r8 G2 S')
    items = ("1、看水。" + _PROSE, junk[0], "2 r0 v& L! M+ S6 U) E2、点灯。" + _PROSE, junk[1])
    found = blocks("守堤的一夜", _PROSE, *items, "3、换防。" + _PROSE, junk[2])
    assert [text[:5] for _, text in found[1:]] == ["1、看水。", "2、点灯。", "3、换防。"]


def test_groups_of_signs_stay_where_no_forum_mixed_any() -> None:
    kept = f"{_PROSE}规格是 A1 (20) B2 (30) C3"
    assert blocks("守堤的一夜", _PROSE, kept)[-1][1].endswith("C3")


def test_row_that_says_what_it_is() -> None:
    assert endings.is_row("------分隔线------")
    assert not endings.is_row("分隔线")
    assert not endings.is_row("——分隔线外的人")


def test_motto_of_who_posted() -> None:
    end = ("--", "  闲看庭前花开花落", "※ 来源:·江南水木 bbs.jnsm.net·[FROM: 61.153.20.*]")
    assert blocks("守堤的一夜", _PROSE, _PROSE, *end) == [("paragraph", _PROSE)] * 2
    quoted = ("--", "闲看庭前花开花落", _PROSE)
    assert "闲看庭前花开花落" in [t for _, t in blocks("守堤的一夜", _PROSE, _PROSE, *quoted)]


def test_part_of_a_collection_in_brackets_is_its_title() -> None:
    said = "征文活动开始以来，各支行来稿踊跃，先把入选的几篇贴上来，欢迎大家交流和批评。"
    top = ("“我与农商行”征文作品集（第一批）", said)
    text = (
        "守堤的一夜",
        "城关支行 周敏",
        _PROSE,
        _PROSE,
        "退水的早晨",
        "大冲支行 薛刚",
        _PROSE,
        _PROSE,
    )
    assert titles(*top, *text) == ["守堤的一夜", "退水的早晨"]


def test_title_of_a_thread_before_texts() -> None:
    head = ("作者: 风来疏竹    时间: 2013-5-22 20:11", "标题: 演讲比赛获奖稿两篇")
    said = "比赛刚刚结束，这里是两篇获奖的稿子，大家随便看看。"
    works = ("一等奖：《守堤的一夜》", _PROSE, _PROSE, "二等奖：《退水的早晨》", _PROSE)
    assert front(*head, said, *works) == [said]
    assert titles(*head, _PROSE, _PROSE) == ["演讲比赛获奖稿两篇"]


def test_answer_on_a_board() -> None:
    post = "发信人: laoyu (老俞), 信区: Gongwen"
    answer = (
        "发信人: xiaomi (小米粒), 信区: Gongwen",
        "标  题: Re: 守堤的一夜",
        "发信站: 江南水木 (2005年11月19日08:02:47 星期六), 站内信件",
        *("", "看得我眼泪哗哗的,mark"),
    )
    found = blocks(post, "守堤的一夜", "", _PROSE, _PROSE, *answer)
    assert found == [("paragraph", _PROSE)] * 2


def test_the_motto_of_who_posted() -> None:
    text = ("守堤", _PROSE, _PROSE, "————————", "签名：人在堤在，水退人归", "回复 举报")
    assert [one for _, one in blocks(*text)] == [_PROSE, _PROSE]


def test_the_motto_behind_the_name_of_who_posted() -> None:
    text = ("守堤", _PROSE, _PROSE, "堤上的灯 签名：人在堤在，水退人归。", "回复  引用  举报")
    assert [one for _, one in blocks(*text)] == [_PROSE, _PROSE]


def test_name_of_a_blog_over_its_menu() -> None:
    text = ("堤上人家的博客", "首页  博文目录  图片  关于我", "守堤手记", "(2011-09-04 22:41:07)")
    assert titles(*text, _PROSE, _PROSE) == ["守堤手记"]


def test_a_person_who_signs_with_a_label() -> None:
    (chapter,) = of_lines("承诺书", _PROSE, _PROSE, "签名：周敏", "回复 举报")
    assert chapter.works[0].authors == ("周敏",)


_HEAD = "用户：堤上的灯   高级会员   发表于 2011-9-4 22:41"
_POST = _PROSE + "后来我常常想起那个早晨，想起那一锅煮得太稠的粥。"


def _thread(*firsts: str) -> list[str]:
    lines = ["河湾论坛 » 守堤人家 » 说说话", "守堤故事征集"]
    for floor, first in enumerate(firsts, 1):
        lines += [f"{floor}楼", _HEAD, first, _POST, "回复  引用  举报  TOP"]
    return lines


def test_floors_over_texts_without_titles_are_marks() -> None:
    text = _thread(_POST, _POST, _POST)
    found = of_lines(*text)
    assert [(c.marker, c.title) for c in found] == [("1楼", ""), ("2楼", ""), ("3楼", "")]
    assert [b.text for b in found[1].works[0].blocks] == [_POST, _POST]
    assert front(*text) == ["守堤故事征集"]


def test_floors_over_titles_or_answers_are_of_the_page() -> None:
    for title in ("退水的早晨", "第二篇：守堤的人，退水的早晨"):
        assert "2楼" not in [c.marker for c in of_lines(*_thread(_POST, title, _POST))]
    answer = ["4楼", _HEAD, "写得真好，学习了！"]
    assert "2楼" not in [c.marker for c in of_lines(*_thread(_POST, _POST, _POST), *answer)]


def test_the_only_work_that_won_a_prize_has_its_own_title() -> None:
    by = "作者：{}（市税务局）"
    found = of_lines(
        "守堤征文获奖作品选登",
        *("一等奖", "《守堤的一夜》", by.format("周敏"), _POST),
        *("《退水的早晨》", by.format("黎明远"), _POST),
        *("二等奖", "《换防的路上》", by.format("吴桐"), _POST, _POST),
    )
    assert [chapter.title for chapter in found] == ["一等奖", "二等奖"]
    titles = [work.title for chapter in found for work in chapter.works]
    assert titles == ["《守堤的一夜》", "《退水的早晨》", "《换防的路上》"]
    assert found[1].works[0].authors == ("吴桐",)


def test_thread_with_a_remark_on_the_title_below() -> None:
    thread = "[写作交流] 2013年度个人述职报告（闸管所）"
    text = (thread, "2013年度个人述职报告", "各位领导：", _POST, "一、守堤", _POST)
    (chapter,) = of_lines(*text)
    assert chapter.title == "2013年度个人述职报告"
    assert front(*text) == [thread]


def test_thread_that_offers_the_text_below() -> None:
    said = "在堤上守了一个夏天，写得不好。"
    for thread in (
        "[工作材料] 发一篇自己写的守堤总结，请各位老师斧正",
        "贴一份守堤总结，请大家多提意见！",
    ):
        posted = "发表于 2009-4-21 22:07 | 只看该作者"
        text = (thread, posted, said, "守堤总结", _POST, "一、守堤", _POST)
        (chapter,) = of_lines(*text)
        assert chapter.title == "守堤总结"
        assert [b.level for b in chapter.works[0].blocks if b.kind == "heading"] == [1]
        assert front(*text)[-1] == said


def test_thread_that_offers_another_text_is_the_title() -> None:
    assert titles("发一份守堤倡议，请大家支持", "守堤日记", _POST, _POST)[0] != "守堤日记"


@pytest.mark.parametrize(
    "way", ["石桥论坛»论坛›职场›守堤演讲稿三篇，求指点", "论坛 > 职场 > 守堤演讲稿三篇，求指点"]
)
def test_the_title_of_a_thread_and_its_first_words_stand_before_the_texts(way: str) -> None:
    said = "下周镇上比赛，稿子都是我帮着改的，贴上来请各位老师把把关，字数不能太多。"
    top = (way, "查看: 31|回复: 8", "[原创] 守堤演讲稿三篇，求指点 [复制链接]", "堤上人家")
    posts = [
        line
        for name in ("第一篇　守堤", "第二篇　退水", "第三篇　换防")
        for line in (
            "堤上人家",
            "楼主| 发表于 2014-9-18 10:30:15 | 只看该作者",
            name,
            _PROSE,
            _PROSE,
        )
    ]
    text = (*top, "发表于 2014-9-18 09:21:07 | 只看该作者 | 倒序浏览", said, *posts[2:])
    assert front(*text) == ["[原创] 守堤演讲稿三篇，求指点", said]
    assert titles(*text) == ["守堤", "退水", "换防"]


@pytest.mark.parametrize("site", ["个人书馆", "石桥论坛", "公文贴吧"])
def test_the_name_of_a_site_over_its_menu(site: str) -> None:
    text = ("守堤讲话稿（一）", _PROSE, _PROSE, "守堤讲话稿（二）", _PROSE, _PROSE)
    top = (site, "首页 分享 下载 原创 留言", "守堤讲话稿两篇", "老槐 2015-03-10 阅读 865 转藏 22")
    assert front(*top, *text) == ["守堤讲话稿两篇"]
