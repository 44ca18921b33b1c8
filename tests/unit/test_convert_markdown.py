"""Sources in Markdown: its signs go where it is sure, and stay where they may be the authors'."""

from __future__ import annotations

import pytest
from convert_reading import blocks, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


def test_headings_are_marks_of_chapters_and_headings_of_texts() -> None:
    lines = ("# 范文一", "", _PROSE, "## 一、水涨起来", _PROSE, "", "# 范文二", "", _PROSE)
    first, second = of_lines(*lines)
    assert [(c.marker, c.title) for c in (first, second)] == [("范文一", ""), ("范文二", "")]
    assert [(b.kind, b.text) for b in first.works[0].blocks] == [
        ("paragraph", _PROSE),
        ("heading", "一、水涨起来"),
        ("paragraph", _PROSE),
    ]


def test_signs_inside_lines_go() -> None:
    text = (
        "# 守堤的一夜",
        _PROSE,
        "## 水涨起来",
        f"**灯要亮着。** {_PROSE}",
        f"> {_PROSE}",
        f"守堤的人都知道[那一年的水](https://example.org/shui)，{_PROSE}",
        "---",
        "*2020年7月8日*",
    )
    (chapter,) = of_lines(*text)
    (work,) = chapter.works
    assert (chapter.title, work.date) == ("守堤的一夜", "2020-07-08")
    assert [(b.kind, b.text) for b in work.blocks] == [
        ("paragraph", _PROSE),
        ("heading", "水涨起来"),
        ("paragraph", f"灯要亮着。{_PROSE}"),
        ("paragraph", _PROSE),
        ("paragraph", f"守堤的人都知道那一年的水，{_PROSE}"),
    ]


def test_front_matter_gives_title_author_and_date() -> None:
    front = ("---", 'title: "守堤的一夜"', "author: 周敏", "date: 2020-07-08", "tags:", "  - 防汛")
    (chapter,) = of_lines(*front, "---", "", _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.title, work.authors, work.date) == ("守堤的一夜", ("周敏",), "2020-07-08")
    assert [b.text for b in work.blocks] == [_PROSE, _PROSE]
    # The text's own title stands below.
    assert titles(*front, "---", "# 守堤的一夜", _PROSE, "## 退水", _PROSE) == ["守堤的一夜"]
    (other,) = of_lines(*front, "---", "# 堤上的灯", _PROSE, "## 退水", _PROSE)
    assert (other.title, other.works[0].date) == ("堤上的灯", "")


def test_one_such_sign_is_the_authors() -> None:
    text = ("守堤的一夜", _PROSE, "# 号泵站", _PROSE, f"**镇**村的堤，{_PROSE}", "> 水位", _PROSE)
    kept = [line for _, line in blocks(*text)]
    assert "# 号泵站" in kept
    assert f"**镇**村的堤，{_PROSE}" in kept
    assert "> 水位" in kept


def test_names_left_out_stay_in_markdown_too() -> None:
    text = ("# 守堤的一夜", _PROSE, "## 退水", f"**县**镇的堤，{_PROSE}", f"**村的堤，{_PROSE}")
    assert [line for _, line in blocks(*text)][2:] == [
        f"**县**镇的堤，{_PROSE}",
        f"**村的堤，{_PROSE}",
    ]


def test_bold_lines_are_headings() -> None:
    lines = ("**范文一：守堤**", _PROSE, "**一、水涨起来**", _PROSE, "**范文二：退水**", _PROSE)
    first, second = of_lines(*lines)
    assert [(c.marker, c.title) for c in (first, second)] == [
        ("范文一", "守堤"),
        ("范文二", "退水"),
    ]
    assert first.works[0].blocks[1].text == "一、水涨起来"
    # Two of them may be names left out.
    kept = [line for _, line in blocks("守堤的一夜", _PROSE, "**水库**", "**水利局**")]
    assert kept[1:] == ["**水库**", "**水利局**"]


@pytest.mark.parametrize(
    "lines",
    [
        # A chapter about signs, and one that begins with them but has others too.
        ("第一篇：# 号与 ** 号", _PROSE, "# 井号一", "## 井号二", "**粗体**", _PROSE),
        ("# 井号一", _PROSE, "## 井号二", "<script>alert(1)</script>", _PROSE),
        ("# 井号一", _PROSE, "## 井号二", "{include} /etc/passwd", _PROSE),
        ("# 井号一", _PROSE, "## 井号二", "$x$ 与 {{ y }}", _PROSE),
        ("---", "title: 井号一", "---", _PROSE, "## 井号二", _PROSE),
    ],
)
def test_signs_in_a_source_that_is_not_markdown_throughout_stay(lines: tuple[str, ...]) -> None:
    chapters = of_lines(*lines)
    shown = [c.marker + c.title for c in chapters] + [
        block.text for chapter in chapters for work in chapter.works for block in work.blocks
    ]
    for sign in ("## 井号二", "**粗体**", "---"):
        assert any(sign in line for line in shown) == (sign in lines)


@pytest.mark.parametrize("fence", ["---", ""])
def test_keys_that_nobody_knows_are_a_programs_too(fence: str) -> None:
    keys = ("text_id: sd-0071", "title: 守堤的一夜", "origin_url: a/b", "saved_by: spider 2")
    heading = () if fence else ("# 存档信息", "")
    listed = keys if fence else tuple(f"- {key}" for key in keys)
    (chapter,) = of_lines(*heading, fence, *listed, fence or "", "---", "", _PROSE, _PROSE)
    assert chapter.title == "守堤的一夜"
    assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_a_title_in_two_lines_below_the_keys_is_the_texts_own() -> None:
    keys = ("- id: sd-71", "- title: 关于守好大堤、管好闸门的通知", "- place: 堤上", "", "---")
    text = ("关于守好大堤、", "管好闸门的通知", "各守堤班组：", _PROSE, _PROSE)
    (chapter,) = of_lines("# 存档信息", *keys, *text)
    assert chapter.title == "关于守好大堤、管好闸门的通知"
    assert [b.text for b in chapter.works[0].blocks] == ["各守堤班组：", _PROSE, _PROSE]


def test_a_list_of_an_essay_is_no_front_matter() -> None:
    two = blocks("# 守堤的一夜", "", "- A: 水位", "- B: 灯", "", _PROSE, "## 退水", _PROSE)
    assert any("水位" in line for _, line in two)
    untitled = blocks(
        "# 守堤", "", "- A: 水位", "- B: 灯", "- C: 闸", "", _PROSE, "## 退水", _PROSE
    )
    assert any("闸" in line for _, line in untitled)


def test_when_a_program_saved_the_page_is_no_date_of_the_text() -> None:
    front = ("---", "title: 守堤的一夜", "date: 2021-03-04 08:09:10.1234", "slug: a7", "---")
    (chapter,) = of_lines(*front, _PROSE, "<!--more-->", f"{_PROSE[:40]}", _PROSE[40:])
    assert chapter.works[0].date == ""
    assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_a_comment_in_mid_sentence_parts_nothing() -> None:
    front = ("---", "title: 守堤的一夜", "slug: a7", "tags:", "---")
    (chapter,) = of_lines(*front, _PROSE, "", _PROSE[:40], "<!--more-->", _PROSE[40:])
    assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_a_name_of_two_characters_may_be_bold() -> None:
    texts = (("守堤的一夜", "周敏"), ("退水之后", "韩峰"), ("堤上的灯", "卢国平"))
    lines = [
        line for title, name in texts for line in (f"**{title}**", "", f"**{name}**", _PROSE, "")
    ]
    assert [c.works[0].authors for c in of_lines(*lines)] == [("周敏",), ("韩峰",), ("卢国平",)]


def _levels(*lines: str) -> list[tuple[str, int]]:
    (chapter,) = of_lines(*lines)
    return [(b.text, b.level) for b in chapter.works[0].blocks if b.kind == "heading"]


def test_headings_of_markdown_are_headings_whatever_they_say() -> None:
    text = ("# 守堤的一夜", _PROSE, "## 水涨了吗？", _PROSE, "### 灯：", _PROSE, "## 退水", _PROSE)
    assert _levels(*text) == [("水涨了吗？", 1), ("灯：", 2), ("退水", 1)]


def test_numbers_and_signs_of_markdown_agree_on_levels() -> None:
    text = ("# 守堤的一夜", "## 一、水涨起来", _PROSE, "### 灯灭了", _PROSE, "## 退水之后", _PROSE)
    assert _levels(*text) == [("一、水涨起来", 1), ("灯灭了", 2), ("退水之后", 1)]
    # Signs without order: the deeper one comes first.
    text = ("# 守堤的一夜", "### 水涨起来", _PROSE, "## 退水之后", _PROSE, "## 天亮", _PROSE)
    assert _levels(*text) == [("水涨起来", 1), ("退水之后", 1), ("天亮", 1)]


def test_a_link_to_the_page_itself_goes() -> None:
    text = ("# 守堤的一夜", _PROSE, "## 退水", _PROSE, "[查看原文链接](https://example.org/a)")
    assert blocks(*text)[-1] == ("paragraph", _PROSE)
