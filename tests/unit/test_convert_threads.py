"""Threads of boards: marks below the posts, switches of the page, ratings, courses offered."""

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


_NAMES = ("退水2014", "桥洞边的灯", "吧务 小闸")


@pytest.mark.parametrize(
    "plate", [("石桥论坛_守堤吧", "关注：12,806  帖子：93,442", "看帖 图片 精品 游戏"), ()]
)
def test_answers_with_names_show_that_the_texts_have_them_too(plate: tuple[str, ...]) -> None:
    text = [*plate, "【征文】守堤的故事", "只看楼主 收藏 回复", "河湾小站", "请大家跟帖。"]
    text += ["1楼 2014-06-12 20:31 回复"]
    shown = ["退水的早晨", "六十秒", "换防的夜里"]
    for floor, (name, title) in enumerate(zip(_NAMES, shown, strict=True), 2):
        text += [name, title, "石桥小学 周敏", _POST, _POST, f"{floor}楼 2014-06-12 20:33 回复"]
    text += [
        "路人",
        "看哭了",
        "5楼 2014-06-12 20:33 回复",
        "桥边",
        "顶",
        "6楼 2014-06-13 20:33 回复",
    ]
    assert titles(*text) == shown
    assert front(*text) == ["【征文】守堤的故事", "请大家跟帖。"]


def test_answers_without_names_show_none() -> None:
    text = ["守堤的故事", "只看楼主 收藏 回复", "请大家跟帖。", "1楼 2014-06-12 20:31 回复"]
    for floor, title in enumerate(("退水的早晨", "换防的夜里"), 2):
        text += [title, "石桥小学 周敏", _POST, _POST, f"{floor}楼 2014-06-12 20:33 回复"]
    text += ["看哭了", "4楼 2014-06-12 20:33 回复"]
    assert titles(*text) == ["退水的早晨", "换防的夜里"]


def test_text_that_goes_on_through_several_posts() -> None:
    text = ("守堤的一夜", _BUTTONS)
    for floor in (1, 2, 3):
        text += ("守堤人", "楼主", _POST, f"来自iPhone客户端{floor}楼2014-06-12 20:31回复")
        text += ("一盏灯：写得真好", "2014-6-12 21:20回复", "我也说一句")
    text += ("路人", "初级粉丝", "4", "顶！", "4楼2014-06-12 21:36回复")
    assert blocks(*text) == [("paragraph", _POST)] * 3


_POSTED = "守堤人 发表于 2014-3-18 21:47 | 只看该作者 |倒序浏览"


@pytest.mark.parametrize(
    "top",
    [
        ("关灯", "开启左侧", "守堤的一夜", "[复制链接]", _POSTED),
        ("关灯", "《堤上》作者周敏《灯下》作者黎明", "开启左侧", "守堤的一夜", _POSTED),
        ("收起左侧", "关灯", "守堤的一夜", _POSTED, "公文写作培训班"),
        ("守堤的一夜", "[复制链接]", _POSTED, "申论面试辅导班火热招生中"),
    ],
)
def test_top_of_a_thread(top: tuple[str, ...]) -> None:
    (chapter,) = of_lines(*top, _POST, _POST)
    assert chapter.title == "守堤的一夜"
    assert [block.text for block in chapter.works[0].blocks] == [_POST, _POST]


@pytest.mark.parametrize(
    "ratings",
    [
        ("评分", "参与人数 2 金币 +10 收起 理由", "老石 + 5 赞一个！", "一盏灯 + 5 很给力!"),
        ("评分", "参与人数 1 威望 +10", "老石", "+ 5", "很好", "总评分: 威望 + 5   查看全部评分"),
        ("本帖评分记录", "参与人数 1 金币 +5 理由", "一盏灯 +5"),
    ],
)
def test_ratings_of_a_post(ratings: tuple[str, ...]) -> None:
    text = ("守堤的一夜", _POSTED, _POST, _POST, *ratings, "回复", "使用道具 举报")
    assert blocks(*text) == [("paragraph", _POST)] * 2


def test_words_of_a_text_that_a_board_has_too() -> None:
    kept = [text for _, text in blocks("守堤", _POST, "评分", _POST, "公文写作培训班", _POST)]
    assert kept == [_POST, "评分", _POST, "公文写作培训班", _POST]
    assert noise.line_rule("关灯") is None


@pytest.mark.parametrize("name", ["石桥论坛", "守堤人之家", "水文 BBS"])
def test_the_name_of_a_forum_over_the_title_of_a_page_for_printing(name: str) -> None:
    page = ("标题: 守堤的一夜 [打印本页]", "作者: 守堤人    时间: 2014-4-22 16:08")
    text = ("守堤的一夜", _PROSE, _POST)
    assert titles(name, *page, *text) == ["守堤的一夜"]
    several = ("篇一：守堤的一夜", _PROSE, _POST, "篇二：退水的早晨", _PROSE, _POST)
    assert front(name, *page, "守堤征文两篇", *several) == ["守堤征文两篇"]


def test_a_title_over_who_posted_it_stays() -> None:
    page = ("守堤的一夜", "作者: 守堤人    时间: 2014-4-22 16:08")
    assert titles(*page, _PROSE, _POST) == ["守堤的一夜"]
