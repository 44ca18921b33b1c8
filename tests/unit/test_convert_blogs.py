"""What templates of blogs and portals put around the one text of a page."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import blocks, of_lines

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
    ],
)
def test_lines_of_texts(text: str) -> None:
    assert not noise.line_rule(text)
