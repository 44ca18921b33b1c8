"""What a site says at the very top beside its buttons."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮时才有人想起没有吃饭。"
_TEXTS = ("第1篇", "周 敏", _PROSE, _PROSE, "第2篇", "白 洁", _PROSE, _PROSE)
_ROW = "期刊大全 杂志订阅 期刊投稿 出版社 公文范文"


@pytest.mark.parametrize(
    "top",
    [
        ("欢迎来到样例阁", "购物车(0)", _ROW),
        ("登录 注册", "欢迎光临样例书院！"),
        ("加入收藏", "心得体会 | 演讲稿 | 工作总结 | 述职报告"),
        (_ROW.replace(" ", "　"), "登录 注册", "您好，欢迎访问样例大全"),
    ],
)
def test_greeting_and_columns_of_a_site_beside_its_buttons(top: tuple[str, ...]) -> None:
    assert front(*top, "守堤发言稿范文", *_TEXTS) == ["守堤发言稿范文"]
    assert titles(*top, "守堤的一夜", _PROSE, _PROSE) == ["守堤的一夜"]


@pytest.mark.parametrize("title", ["欢迎来到石桥小学", "守堤 巡堤 护堤 退水"])
def test_a_title_like_such_lines_stays(title: str) -> None:
    assert titles(title, "【字体：大 中 小】", _PROSE, _PROSE)[0].replace("　", " ") == title
    (chapter,) = of_lines("登录 注册", title, _PROSE, _PROSE)
    assert chapter.title.replace("　", " ") == title
