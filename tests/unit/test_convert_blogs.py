"""What templates of blogs and portals put around the one text of a page."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_HEAD = (
    *(
        "守堤的一夜 | 老俞的小屋",
        "老俞的小屋",
        "看水，看灯，看人",
        "",
        "首页",
        "",
        "分类",
        "",
        "归档",
    ),
    *("守堤的一夜", "发表于  2016-07-07     |      分类于   随笔    |          |      阅读次数"),
)
_FOOT = (
    *("坚持原创技术分享，您的支持将鼓励我继续创作！", "赏", "微信打赏", "#堤 #水", "换防", "看灯"),
    *("分享到：", "微博", "文章目录", "站点概览", "老俞", "一个看水的人，写一点字。", "12 日志"),
    *("3 分类", "1. 守堤", "© 2014 - 2017    老俞", "由 Hexo 强力驱动", "主题 -  NexT.Pisces"),
)


def test_template_of_a_blog() -> None:
    (chapter,) = of_lines(*_HEAD, _PROSE, _OTHER, *_FOOT)
    (work,) = chapter.works
    assert work.title == "守堤的一夜"
    assert [block.text for block in work.blocks] == [_PROSE, _OTHER]


def test_words_of_the_foot_stay_where_no_blog_is() -> None:
    """Two kinds of them are not enough, nor is any number without what runs the site."""
    lines = ("站点概览", _PROSE, _OTHER, "12 日志", _OTHER, "主题 - NexT.Pisces")
    assert [text for _, text in blocks("守堤的一夜", _PROSE, *lines)] == [
        *(_PROSE, "站点概览", _PROSE, _OTHER, "12日志", _OTHER, "主题 - NexT.Pisces"),
    ]
    kept = [text for _, text in blocks("守堤的一夜", _PROSE, "文章目录", "3 分类", "#堤", _OTHER)]
    assert "文章目录" in kept


def test_page_of_a_portal() -> None:
    title = "关于立即开展堤防自查的通知"
    found = blocks(
        *("信息详情", title, f"发布人：周敏{' ' * 16}联络点：石桥镇{' ' * 20}时间：7月8号"),
        *(
            "各村：",
            _PROSE,
            "特此通知。",
            "评论回复",
            "黎民：已经看过 ［2016-07-10］",
            "提交回复返回",
        ),
    )
    assert found == [("salutation", "各村："), ("paragraph", _PROSE), ("closing", "特此通知。")]


def test_comments_that_an_essay_quotes_stay() -> None:
    found = blocks("守堤", _PROSE, _OTHER, "评论回复", "黎民：守得好。", "周敏：辛苦了。", _PROSE)
    assert len(found) == 6


@pytest.mark.parametrize(
    "text",
    [
        "![灯.JPG](https://example.com/a/b.JPG)",
        "![](a.png)",
        "新闻详情",
        "[关键词:党员 堤防]",
        "第1篇：守堤 第2篇：换防 第3篇：退水",
        "登录名： 密码： 找回密码 注册",
        "还没有账号？立即注册",
        "用户登录",
        "设置置顶 权限设置 推荐日志 转为私密日志",
        "字体：大▼ 中▼ 小▼",
        "博客意见反馈留言板",
    ],
)
def test_lines_of_pages(text: str) -> None:
    assert noise.line_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "了解详情",
        "[看灯](灯)",
        "他提交回复意见三条",
        "会议详情",
        "关键词：党员；堤防",
        "第1篇：守堤",
        "第1篇：守堤，第2篇也写守堤。",
        "还没有账号的，先去登记",
        "密码：守住",
        "意见反馈表一份",
    ],
)
def test_lines_of_texts(text: str) -> None:
    assert not noise.line_rule(text)


@pytest.mark.parametrize(
    "comments",
    [
        ("评论", "[发评论]", "黎民 2011-08-24 20:31", "守得好，我也想去守一夜。", "回复(1)"),
        ("赞(6) 评论(2)", "黎民：守得好！", "2011-12-20 22:40 回复", "周敏：辛苦了", "回复"),
        ("赞(6) 评论(2)", "黎民：守得好！", "2011-12-20 22:40 回覆", "周敏：辛苦了", "回復"),
        ("黎民 2011-08-24 20:31", "守得好。", "我也来。", "回复", "发评论", "登录名： 密码： 注册"),
    ],
)
def test_comments_between_words_of_a_page(comments: tuple[str, ...]) -> None:
    words = ("分享：", "喜欢", "0", "赠金笔", "阅读(27)┊ 评论 (5)┊ 收藏(1)", "已投稿到：", "排行榜")
    found = blocks("守堤", _PROSE, _OTHER, *words, "前一篇：退水", *comments)
    assert [text for _, text in found] == [_PROSE, _OTHER]


def test_quarters_count_the_texts_of_a_title() -> None:
    reports = [
        line
        for name in "一二三四"
        for line in (f"第{name}季度思想汇报", "敬爱的党组织：", _PROSE, _OTHER, "汇报人：何晓舟")
    ]
    for title in ("思想汇报（四个季度全）", "2011年思想汇报四个季度", "思想汇报（4篇全）"):
        assert front(title, "存在这里，免得丢了。", *reports)[0] == title
        assert titles(title, _PROSE, *reports) == [f"第{name}季度思想汇报" for name in "一二三四"]
