"""The words of several persons without titles, each below its person behind a bullet."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines

_ONE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_TWO = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_ABOVE = (
    "守堤的夏天——防汛实践队队员感言",
    "七月，实践队一行十人上堤十八天，现选登三名队员的感言。",
)


@pytest.mark.parametrize("sign", ["◆", "■", "● "])
def test_persons_behind_bullets_sign_what_is_below(sign: str) -> None:
    persons = ("水文1602班　周敏", "指导教师　黎明远", "县水利局　吴桐")
    text = [line for person in persons for line in (f"{sign}{person}", _ONE, _TWO)]
    found = of_lines(*_ABOVE, *text)
    assert [(c.title, c.works[0].authors) for c in found] == [
        ("", ("周敏",)),
        ("", ("黎明远",)),
        ("", ("吴桐",)),
    ]
    assert [len(c.works[0].blocks) for c in found] == [2, 2, 2]
    assert front(*_ABOVE, *text) == [*_ABOVE]


def test_below_titles_they_say_who_wrote_these() -> None:
    names = (("守堤", "周敏"), ("换防", "黎明远"), ("水退以后", "吴桐"))
    text = [line for title, name in names for line in (title, f"■水文站　{name}", _ONE, _TWO)]
    assert [c.title for c in of_lines("防汛征文选登", *text)] == ["守堤", "换防", "水退以后"]


def test_headings_behind_bullets_stay_headings() -> None:
    text = ("◆ 守住堤", _ONE, "◆ 看住灯", _TWO, "◆ 记住人", _ONE)
    (chapter,) = of_lines("守堤心得体会", *text)
    assert [b.kind for b in chapter.works[0].blocks].count("heading") == 3
