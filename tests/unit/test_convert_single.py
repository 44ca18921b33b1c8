"""A single text that somebody keeps in a file: without a title, as a form, with a page's keys."""

from __future__ import annotations

import pytest
from convert_reading import blocks, of_lines

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_OPEN = "下面说说灯。灯是老陶一个人装上去的，线从泵房一路拉到闸口，装好那天他管它叫守夜人"


@pytest.mark.parametrize(
    "greeting", ["大家好，我是今晚的讲解员，周敏", "各位老师上午好，我来说说灯"]
)
def test_speech_that_begins_with_a_greeting_has_no_title(greeting: str) -> None:
    (chapter,) = of_lines(greeting, _PROSE, _PROSE, "我的讲解到此结束，谢谢大家。")
    assert chapter.title == chapter.works[0].title == ""
    first = chapter.works[0].blocks[0]
    assert (first.kind, first.text) == ("paragraph", greeting)


def test_title_that_only_names_a_greeting_stays_one() -> None:
    (chapter,) = of_lines("大家好才是真的好", _PROSE, _PROSE)
    assert chapter.title == "大家好才是真的好"


def test_indented_paragraph_without_a_stop_is_whole() -> None:
    lines = [f"\t{text}" for text in (_PROSE, _OPEN, "至于线，老陶说够用二十年。", _PROSE)]
    assert [text for _, text in blocks("守堤", *lines)][1:3] == [
        _OPEN,
        "至于线，老陶说够用二十年。",
    ]


def test_sentence_broken_without_an_indent_is_joined() -> None:
    lines = [_PROSE, _OPEN, "它比谁都醒得早。", _PROSE]
    assert _OPEN + "它比谁都醒得早。" in [text for _, text in blocks("守堤", *lines)]


def test_parts_of_a_form_are_headings() -> None:
    (chapter,) = of_lines(
        "岗位考核表", "", "上半年工作总结", "", _PROSE, "", "下半年工作计划", "", _PROSE
    )
    (work,) = chapter.works
    assert (work.title, work.subtitle) == ("岗位考核表", "")
    assert [b.text for b in work.blocks if b.kind == "heading"] == [
        "上半年工作总结",
        "下半年工作计划",
    ]


def test_kind_of_text_below_another_title_is_its_subtitle() -> None:
    (chapter,) = of_lines("转正申请书", "试用期工作总结", _PROSE, _PROSE)
    assert chapter.works[0].subtitle == "试用期工作总结"


@pytest.mark.parametrize("key", ["Status: draft", "slug:shou-di", "Layout: post"])
def test_key_of_a_generator_over_the_title_goes(key: str) -> None:
    assert of_lines(key, "守堤总结", _PROSE, _PROSE)[0].title == "守堤总结"


def test_key_with_words_of_the_author_stays() -> None:
    assert ("paragraph", "Status：堤上平安。") in blocks("守堤总结", _PROSE, "Status：堤上平安。")


def test_whence_a_page_came_said_in_english_goes() -> None:
    echo = "This page was first posted as: '守堤的一夜 A Night'"
    assert blocks("守堤的一夜 A Night", _PROSE, _PROSE, "", echo)[-1] == ("paragraph", _PROSE)
    other = "My favourite line of the book：守堤的人换了三班。"
    assert blocks("守堤的一夜", _PROSE, _PROSE, other)[-1] == ("paragraph", other)


def test_one_empty_line_above_a_heading_parts_no_texts() -> None:
    long = [_PROSE * 8, _PROSE * 9, _PROSE * 8]
    text = (
        "守堤人该有的心思",
        long[0],
        "",
        "守堤之前要有自己认水的过程与耐心",
        long[1],
        "守堤是一件求教的事，问得准能省下大家的力气",
        long[2],
    )
    (chapter,) = of_lines(*text)
    assert [work.title for work in chapter.works] == ["守堤人该有的心思"]
    assert ("heading", text[3]) in [(b.kind, b.text) for b in chapter.works[0].blocks]
