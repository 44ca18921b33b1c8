"""Letters: who signs one stands below its end, as the source has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compilation.model import Note
from compilation.own_words import simplified
from compilation.render.chapter import page
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_SIGNED = ("石桥小学　周大明", "2009年5月4日")


def _order(*lines: str) -> list[str]:
    """Give the classes of the blocks of a page, and the lines that sign it."""
    chapter, *_ = of_lines(*lines)
    work = chapter.works[0]
    assert (work.authors, work.date) == (("周大明",), "2009-05-04")
    shown = page(chapter, simplified).split("---")[2].split("\n")
    return [x.removeprefix(":class: ") for x in shown if x[:7] == ":class:" or x in _SIGNED]


@pytest.mark.parametrize("end", [("　　此致", "敬礼！"), ("此致敬礼！",)])
def test_a_letter_is_signed_below_its_end(end: tuple[str, ...]) -> None:
    found = _order("写给守堤人的信", "尊敬的王老师：", _PROSE, _PROSE, *end, *_SIGNED)
    assert found[0] == "salutation"
    assert found[-3:] == ["signature", *_SIGNED]
    assert "byline" not in found


@pytest.mark.parametrize(
    "text",
    [
        ("守堤的一夜", "同志们：", _PROSE, _PROSE, "谢谢大家！", *_SIGNED),
        ("守堤的一夜", _PROSE, _PROSE, "此致", "敬礼！", *_SIGNED),
        ("写给守堤人的信", *_SIGNED, "尊敬的王老师：", _PROSE, _PROSE, "此致", "敬礼！"),
    ],
)
def test_other_texts_are_signed_below_their_titles(text: tuple[str, ...]) -> None:
    assert _order(*text)[:3] == ["byline", *_SIGNED]


def test_the_label_of_a_byline_above_and_below_stands_once() -> None:
    lines = ("写给守堤人的信", _SIGNED[0], "尊敬的王老师：", _PROSE, _PROSE, "此致", "敬礼！")
    (chapter,) = of_lines(*lines, _SIGNED[1])
    work = chapter.works[0]
    notes = [Note(f"e01a-n{n}", 0, 1, "", "doubtful", "疑误。") for n in (1, 2)]
    signed = zip(work.byline, notes, strict=True)
    byline = tuple(line._replace(notes=(one,)) for line, one in signed)
    shown = page(replace(chapter, works=(replace(work, byline=byline),)), simplified)
    assert [shown.count(f":class: {name}") for name in ("byline", "signature")] == [1, 1]
    assert shown.count(f"({work.id}-byline)=") == 1


@pytest.mark.parametrize(
    ("wish", "wished"),
    [
        ("祝", "工作顺利"),
        ("敬祝", "平安"),
        ("祝您", "身体健康，万事如意！"),
        ("顺颂", "秋祺"),
        ("谨祝", "安好"),
    ],
)
def test_a_letter_that_ends_with_a_wish_is_signed_below_it(wish: str, wished: str) -> None:
    letter = ("各位工友：", _PROSE, wish, wished, *_SIGNED)
    shown = _order("第一篇：致工友", *letter, "第二篇：守堤", _PROSE)
    assert shown == ["salutation", "closing", "salute", "signature", *_SIGNED]


def test_how_a_letter_is_signed_is_no_body() -> None:
    letter = ("爸爸妈妈：", _PROSE, "祝", "安好", "周大明 敬上", "2009年5月4日")
    (work,) = of_lines("第一篇：家书", *letter, "第二篇：守堤", _PROSE)[0].works
    assert (work.authors, work.affiliation, work.date) == (("周大明",), "", "2009-05-04")
