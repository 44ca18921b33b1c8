"""Words of pages, heads of texts and their marks with nothing else: none may stop the converter."""

from __future__ import annotations

from itertools import product

import pytest
from compilation import account, parse
from compilation.body.lines import split
from compilation.marks import parts
from compilation.marks.header import PRIZE, Header

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
_WORDS = (
    *("参与人数 2 金币 +10 收起 理由", "评分", "开启左侧", "关灯\n开启左侧"),
    *("标题: 守堤 [打印本页]", "2楼2014-06-12 20:33回复", "我也说一句"),
    *("最佳答案", "更多追问追答", "追问\n更多追问", "发件人：甲\n收件人：乙\n主题：丙"),
    *("编号：", "目录", "欢迎来到样例阁", "加入收藏", "相关文章"),
    *("一等奖\n二等奖", f"征文选登\n一等奖\n一盏灯\n{_PROSE}\n二等奖", "第一部分\n第二部分"),
    *("周敏，2021年8月3日", "周敏：水文站职工\n守堤", "◆水文站　周敏", "守堤\n=====\n换防"),
    *("第一篇：\n第二篇：", f"第一部分 守\n{_PROSE}\n第二部分 换", ""),
)


@pytest.mark.parametrize("first", _WORDS)
def test_two_of_them_and_nothing_else(first: str) -> None:
    for source in (f"{a}\n{b}" for a, b in product((first,), _WORDS)):
        outline = parse.outline(source)
        for span in (*([outline.front] if outline.front else []), *outline.chapters):
            stretch = source[span.start : span.end]
            read = (parse.chapter if span.number else parse.front)(stretch, span)
            assert account.prove_span(read, stretch, span) is None, source


@pytest.mark.parametrize("last", [(), ("一把伞",)])
def test_a_prize_without_a_text(last: tuple[str, ...]) -> None:
    lines, _ = split("\n".join(("一等奖", "一盏灯", _PROSE, "二等奖", *last)))
    prizes = [Header(line, PRIZE, n, 0, (0, 3), (3, 3)) for n, line in enumerate((0, 3), 1)]
    assert parts.inside(lines, prizes, lambda _: []) == []
