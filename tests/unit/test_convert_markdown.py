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
