"""Titles in several lines, each a phrase, flush below a header; what is uncertain in them."""

from __future__ import annotations

import pytest
from compilation import parse
from compilation.problems import Code
from convert_reading import of_lines

_PROSE = "　　堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_PHRASES = ("始终守住堤上的灯光", "全力护好河湾的水土", "年年迎来平安的汛期")
_BELOW = ("水文站　周敏", "各位领导、同志们：", "——河湾镇水文站纪实")


def _first(*lines: str) -> tuple[str, str, str, tuple[str, ...]]:
    """Give the titles of the first chapter and its work, the subtitle and the authors."""
    chapter = of_lines(*lines, _PROSE, _PROSE, "第二篇：换防", _PROSE, _PROSE)[0]
    work = chapter.works[0]
    return chapter.title, work.title, work.subtitle, work.authors


def _doubted(*lines: str) -> list[str]:
    """Give what is uncertain in the headings of the first chapter."""
    source = "\n".join((*lines, _PROSE, _PROSE, "第二篇：换防", _PROSE, _PROSE))
    span = parse.outline(source).chapters[0]
    problems = parse.chapter(source[span.start : span.end], span).problems
    return [one.message for one in problems if one.code == Code.HEADING_UNCERTAIN]


@pytest.mark.parametrize("header", ["第一篇：", "第一篇：\n"])
@pytest.mark.parametrize("below", _BELOW)
@pytest.mark.parametrize("size", [2, 3])
def test_phrases_over_who_signs_are_one_title(header: str, below: str, size: int) -> None:
    head = f"{header}{_PHRASES[0]}".split("\n")
    chapter, work, subtitle, authors = _first(*head, *_PHRASES[1:size], below)
    assert chapter == work == "".join(_PHRASES[:size])
    assert subtitle == (below[2:] if below == _BELOW[2] else "")
    assert authors == (("周敏",) if below == _BELOW[0] else ())


def test_a_title_ends_with_no_comma() -> None:
    whole = f"{_PHRASES[0]}，{_PHRASES[1]}"
    assert _first(f"第一篇：{_PHRASES[0]}，", _PHRASES[1])[:2] == (whole, whole)


@pytest.mark.parametrize("head", ["第一篇：防汛工作心得体会", "第一篇：【一等奖作品】"])
def test_what_heads_texts_is_no_line_of_their_titles(head: str) -> None:
    assert _first(head, _PHRASES[1], _BELOW[0])[1] == _PHRASES[1]


def test_a_part_is_no_line_of_the_title_of_its_text() -> None:
    lines = ("第一部分：堤上的日日夜夜", _PHRASES[1], _BELOW[0], _PROSE, _PROSE)
    found = of_lines(*lines, "第二部分：换防前后", _PHRASES[2], "闸管所　李娜", _PROSE, _PROSE)
    assert [chapter.works[0].title for chapter in found] == list(_PHRASES[1:])


def test_the_header_of_several_signed_texts_is_no_line_of_their_titles() -> None:
    lines = (f"第一篇：{_PHRASES[0]}", _PHRASES[1], _BELOW[0], _PROSE, _PROSE)
    found = _first(*lines, _PHRASES[2], "闸管所　李娜")
    assert found[:2] == (_PHRASES[0], _PHRASES[1])


def test_a_title_under_another_is_reported_where_nothing_tells() -> None:
    lines = ("第一篇：堤上的灯", "换班以后", _BELOW[0])
    assert _first(*lines)[:2] == ("堤上的灯", "换班以后")
    assert _doubted(*lines) == ["“换班以后”在题目之下，当作这一篇自己的题目。"]
    assert not _doubted("第一篇：防汛心得", "换班以后", _BELOW[0])


def test_lines_over_a_subtitle_are_reported_where_they_are_text() -> None:
    lines = ("第一篇：守堤", "换班", "退水", _BELOW[2])
    assert _doubted(*lines) == ["“换班”等几行在题目与副题之间，当作正文。"]
    assert not _doubted("第一篇：守堤", _BELOW[2])


@pytest.mark.parametrize("title", ["学习心得", "堤上的灯光"])
@pytest.mark.parametrize("broken", ["Micro|soft软件", "Word|软件", "Word 2003|软件"])
def test_a_line_that_ends_in_latin_letters_begins_a_paragraph(title: str, broken: str) -> None:
    first = f"　　水文站的人利用业余时间学会了使用{broken}处理水位，守堤时省了很多工夫。"
    chapter = of_lines(f"第一篇：{title}", *first.split("|"), _PROSE, _PROSE)[0]
    (work,) = chapter.works
    assert (chapter.title, work.title) == (title, title)
    assert [block.kind for block in work.blocks] == ["paragraph"] * 3
    assert work.blocks[0].text.endswith("守堤时省了很多工夫。")


def test_a_short_heading_in_latin_letters_is_one() -> None:
    (chapter,) = of_lines("第一篇：堤上的灯光", "　　我与WPS", _PROSE.strip(), _PROSE, _PROSE)
    assert chapter.works[0].blocks[0].text == "我与WPS"


@pytest.mark.parametrize(
    "again",
    [
        ("从一口井说起——记修渠的日子",),
        ("从一口井说起", "——记修渠的日子"),
    ],
)
def test_a_title_is_said_again_with_its_subtitle(again: tuple[str, ...]) -> None:
    text = "渠上的人挖了三年，才把水引进村里来。"
    first, _ = of_lines(
        "第一篇：从一口井说起——记修渠的日子", *again, "王守田", text, "第二篇：守堤", "王守田", text
    )
    (work,) = first.works
    assert (work.title, work.authors) == ("从一口井说起", ("王守田",))
    assert [block.text for block in work.blocks] == [text]
