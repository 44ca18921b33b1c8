"""What a page of questions and answers puts around the texts that somebody gives there."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人吃饭。"
_TEXTS = ("守堤演讲稿（一）", _PROSE, _PROSE, "守堤演讲稿（二）", _PROSE, _PROSE)
_STORY = _PROSE + _PROSE
_LONG = "".join((_PROSE,) * 9)


@pytest.mark.parametrize(
    "text",
    [
        "匿名 | 浏览 2367 次",
        "堤上人家 | 浏览315次 | 举报",
        "提问者：匿名 | 浏览次数：315次",
        "发布于2013-05-06 19:20",
        "推荐于2017-11-25 03:11:52",
        "回答于 2014-09-01",
        "样例知道 > 教育/科学 > 学习帮助",
        "为你推荐：",
        "堤上人家 | LV4",
        "灯下人 | 来自团队 石桥文苑 | LV12",
        "悬赏分：50 | 分享 | 举报",
        "2013-05-06 19:20 提问",
    ],
)
def test_lines_of_such_pages(text: str) -> None:
    assert noise.line_rule(text)


def test_who_asks_stands_before_the_texts() -> None:
    top = ("求守堤演讲稿两篇", "匿名 | 浏览 23 次", "我下周要用，谢谢大家。", "最佳答案")
    text = (*top, "推荐于2017-11-25 03:11", "这两篇都是我写的。", *_TEXTS)
    kept = ["求守堤演讲稿两篇", "我下周要用，谢谢大家。", "这两篇都是我写的。"]
    assert front(*text) == kept
    assert titles(*text) == ["守堤演讲稿"] * 2


@pytest.mark.parametrize(
    "below",
    [
        ("追问", "谢谢，写得太好了。", "追答", "不客气！", "本回答由提问者推荐"),
        ("追问", "谢谢。", "本回答被提问者和网友采纳", "评论 28 11", "分享"),
        ("本回答由网友推荐", "其他2条回答", "热心网友 2013-05-07", "先写水，再写人。"),
        ("提问者评价", "谢谢你！", "评论(2)|赞同 12", "其他回答(2)", "写自己就好。"),
        ("更多追问追答", "其它1个回答", "堤上人家", "写自己的事就好。", "为你推荐：", "守堤总结"),
    ],
)
def test_what_is_said_below_an_answer(below: tuple[str, ...]) -> None:
    last = of_lines(*_TEXTS, *below)[-1]
    assert [block.text for work in last.works for block in work.blocks] == [_PROSE, _PROSE]


def test_another_answer_may_be_a_text() -> None:
    text = ("守堤的一夜", _PROSE, _PROSE, "本回答由提问者推荐", "其他1条回答", _LONG, _PROSE)
    assert [text for _, text in blocks(*text)] == [_PROSE, _PROSE, _LONG, _PROSE]


def test_an_essay_may_have_such_words() -> None:
    text = ("一次家访", _PROSE, "最佳答案", _PROSE, _PROSE, "追问", _PROSE, _PROSE)
    assert {"最佳答案", "追问"} <= {text for _, text in blocks(*text)}


@pytest.mark.parametrize("count", ["3个回答", "2条回答"])
@pytest.mark.parametrize("other", ["匿名用户", "一碗面 | LV3", "河边的灯"])
def test_several_answer_with_texts(count: str, other: str) -> None:
    ask = ("求一篇守堤的演讲稿", "小闸 | 浏览 523 次", "我下周要用。", "悬赏分：20 | 分享 | 举报")
    text = (*ask, "2013-05-06 19:20 提问", count, "最佳答案", "灯下人 | LV8", "推荐于2013-06-01")
    text += ("灯要亮着", "同学们：", _STORY, _STORY, "谢谢大家！", "追问", "谢谢！")
    text += ("本回答由提问者推荐", "赞同 86 | 踩 3 | 评论(9)", "其他回答", other)
    text += ("2013-05-06 22:08", "六十秒", "同学们：", _STORY, _STORY, "谢谢！")
    text += ("赞同 3 | 踩 1 | 评论", "匿名用户", "2013-05-07 08:22", "守堤演讲稿", _STORY, _STORY)
    text += ("赞同 1 | 踩 0 | 评论",)
    book = of_lines(*text)
    assert [chapter.title for chapter in book] == ["灯要亮着", "六十秒", "守堤演讲稿"]
    assert front(*text) == ["求一篇守堤的演讲稿", "我下周要用。"]
    assert all(len(chapter.works[0].blocks) in (2, 4) for chapter in book)
