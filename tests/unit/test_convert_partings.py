"""Titles of parts between chapters: they belong to no chapter, and are said to be left out."""

from __future__ import annotations

import pytest
from compilation import parse
from convert_reading import chapters, of_lines

_ROAD, _BRIDGE = ("第一篇 路", "路有十一公里。"), ("第二篇 桥", "桥有三座。")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一部分 小学组", "第二部分 中学组"),
        ("上编 山里", "下编 山外"),
        ("【小学组】", "【中学组】"),
        ("小学组", "中学组"),
        ("第一辑", "第二辑"),
    ],
)
def test_the_title_of_a_part_belongs_to_no_chapter(first: str, second: str) -> None:
    source = "\n".join([first, *_ROAD, second, *_BRIDGE])
    one, two = chapters(source)
    assert [b.text for c in (one, two) for w in c.works for b in w.blocks] == [
        "路有十一公里。",
        "桥有三座。",
    ]
    found = parse.outline(source)
    assert found.front is not None
    front = parse.front(source[: found.front.end], found.front)
    chapter = found.chapters[0]
    parsed = parse.chapter(source[chapter.start : chapter.end], chapter)
    for part, text in ((front, first), (parsed, second)):
        assert [e.old for e in part.edits if e.rule == "part-title"] == [text]
        assert [p.message for p in part.problems] == [f"按规则 part-title 去掉“{text}”。"]


def test_a_heading_at_the_end_of_a_chapter_stays() -> None:
    one, _ = of_lines(*_ROAD, "第二部分 桥", *_BRIDGE)
    assert [b.text for b in one.works[0].blocks] == ["路有十一公里。", "第二部分　桥"]


def test_brackets_that_stand_within_chapters_too_name_no_part() -> None:
    lines = ("【走在山里】", *_ROAD, "【一夜】", "灯亮了一夜。", "【走到山的那一边】", *_BRIDGE)
    one, _ = of_lines(*lines)
    assert [b.text for b in one.works[0].blocks][-1] == "【走到山的那一边】"


def test_bodies_that_sign_name_no_part() -> None:
    one, _ = of_lines("宣传组", *_ROAD, "语文组", *_BRIDGE)
    assert [b.text for b in one.works[0].blocks] == ["路有十一公里。", "语文组"]
