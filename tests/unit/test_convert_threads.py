"""Threads of boards whose posts have their marks below them, and what stands around those."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_POST = _PROSE + "后来我常常想起那个早晨，想起那一锅煮得太稠的粥。"
_HEAD = ("守堤吧 关注：1.2万 帖子：40713", "看贴 图片 吧主推荐 游戏", "<返回守堤吧")
_BUTTONS = "只看楼主收藏回复"


@pytest.mark.parametrize(
    "text",
    [
        *_HEAD,
        _BUTTONS,
        "只看楼主 收藏 回复",
        "5回复贴，共1页",
        "2楼2014-06-12 20:33回复",
        "来自Android客户端2楼2014-06-12 20:33收起回复",
        "IP属地:山东 12楼 2023-06-12 20:33 回复",
        "我也说一句",
        "登录百度账号，发表回复",
        "贴吧协议|隐私政策|吧主制度",
    ],
)
def test_lines_of_a_board(text: str) -> None:
    assert noise.line_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "返回守堤吧",
        "只看楼主的那几句话",
        "他家在2楼，2014年才搬走",
        "图片",
        "游戏",
        "我也说一句公道话",
        "请大家关注：1286份帖子",
    ],
)
def test_lines_of_a_text_like_them(text: str) -> None:
    assert noise.line_rule(text) is None


def test_texts_of_one_poster() -> None:
    text = (
        *_HEAD,
        "竞选稿三篇，怕以后找不到了",
        _BUTTONS,
        "守堤人",
        "楼主",
        "整理出来的，分三楼发。",
    )
    text += ("1楼2014-06-12 20:31回复",)
    for floor, title in enumerate(("我为什么要当委员", "退水的早晨", "换防的夜里"), 2):
        text += (
            "守堤人",
            "楼主",
            title,
            "同学们：",
            _POST,
            _POST,
            f"{floor}楼2014-06-12 20:33回复",
        )
    text += ("河边", "后来呢？？", "5楼2014-06-12 21:15回复")
    text += ("守堤人：后来就散了", "2014-6-12 21:20回复", "我也说一句")
    book = of_lines(*text)
    assert [chapter.title for chapter in book] == ["我为什么要当委员", "退水的早晨", "换防的夜里"]
    for chapter in book:
        kinds = [block.kind for block in chapter.works[0].blocks]
        assert kinds == ["salutation", "paragraph", "paragraph"]
    assert front(*text) == ["竞选稿三篇，怕以后找不到了", "整理出来的，分三楼发。"]


def test_texts_of_several_posters() -> None:
    text = ["守堤的故事", "只看楼主 收藏 回复", "吧务", "楼主", "请大家跟帖。"]
    text += ["1楼2014-06-12 20:31回复"]
    for floor, (name, title) in enumerate((("退水", "退水的早晨"), ("换防", "换防的夜里")), 2):
        text += [name, title, _POST, _POST, f"{floor}楼2014-06-12 20:33回复"]
    assert titles(*text) == ["退水的早晨", "换防的夜里"]


def test_text_that_goes_on_through_several_posts() -> None:
    text = ("守堤的一夜", _BUTTONS)
    for floor in (1, 2, 3):
        text += ("守堤人", "楼主", _POST, f"来自iPhone客户端{floor}楼2014-06-12 20:31回复")
        text += ("一盏灯：写得真好", "2014-6-12 21:20回复", "我也说一句")
    text += ("路人", "初级粉丝", "4", "顶！", "4楼2014-06-12 21:36回复")
    assert blocks(*text) == [("paragraph", _POST)] * 3
