"""A set whose first text lost its header."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
_SAID = "守堤归来，心里总有些话想写下来。下面是小编整理的守堤心得体会，希望对您有所帮助。"


@pytest.mark.parametrize("form", ["守堤心得体会 {n}", "守堤心得体会 篇{n}", "篇{n}：守堤心得体会"])
@pytest.mark.parametrize("said", [(), (_SAID,)])
def test_the_page_counts_one_text_more_than_headers(form: str, said: tuple[str, ...]) -> None:
    top = ("守堤心得体会(优秀3篇)", *said)
    first = (_PROSE, "一、看水", _PROSE, "二、换班", _PROSE)
    later = [line for n in (2, 3) for line in (form.format(n=n), _PROSE, _PROSE)]
    book = of_lines(*top, *first, *later)
    assert [c.title for c in book] == ["", "守堤心得体会", "守堤心得体会"]
    assert [b.text for b in book[0].works[0].blocks] == list(first)
    assert [b.kind for b in book[0].works[0].blocks[1::2]] == ["heading"] * 2
    assert len(front(*top, *first, *later)) == len(top)


def test_the_first_text_has_its_title_below_what_the_page_says() -> None:
    later = ("守堤心得体会 2", _PROSE, "守堤心得体会 3", _PROSE)
    top = ("守堤心得体会三篇", _SAID, "守堤心得体会", _PROSE, _PROSE)
    assert titles(*top, *later) == ["守堤心得体会"] * 3


def test_headers_from_two_on_without_a_count_are_all_there_is() -> None:
    later = ("守堤心得体会 2", _PROSE, "守堤心得体会 3", _PROSE)
    assert len(of_lines("守堤心得体会精选", _PROSE, _PROSE, *later)) == 2
    assert len(of_lines("守堤心得体会（5篇）", _PROSE, _PROSE, *later)) == 2


@pytest.mark.parametrize("form", ["【篇{}：{}】", "[篇{}：{}]", "【第{}篇：{}】", "【第{}篇、{}】"])
def test_first_header_in_brackets_behind_the_title_of_the_page(form: str) -> None:
    text = ["灯在堤上亮了一夜，守堤的人换了三班。", "水位退了下去，大家才坐下来歇一口气。"]
    heads = [form.format(n, title) for n, title in zip("一二三", _TITLES, strict=True)]
    found = of_lines(f"守堤经验交流材料{heads[0]}", *text, heads[1], *text, heads[2], *text)
    assert [one.title for one in found] == list(_TITLES)


_TITLES = ("乡镇守堤经验交流材料", "水文站守堤经验材料", "巡堤员交流发言")


@pytest.mark.parametrize(
    "form", ["守堤心得体会[篇{n}]", "守堤心得体会（{n}）", "守堤心得体会 篇{n}"]
)
@pytest.mark.parametrize("top", [("守堤心得体会范文",), ("守堤心得体会.pdfVIP", "守堤心得体会")])
def test_the_first_text_right_below_the_title_of_the_others(
    form: str, top: tuple[str, ...]
) -> None:
    later = [line for n in (2, 3, 4) for line in (form.format(n=n), _PROSE, _PROSE)]
    book = of_lines(*top, "各位同志：", _PROSE, _PROSE, *later)
    assert [c.title for c in book] == [top[-1], *["守堤心得体会"] * 3]
    assert [b.text for b in book[0].works[0].blocks] == ["各位同志：", _PROSE, _PROSE]


def test_what_the_page_says_below_the_title_of_the_others_is_no_text() -> None:
    later = [line for n in (2, 3) for line in (f"守堤心得体会 {n}", _PROSE, _PROSE)]
    assert len(of_lines("守堤心得体会", _SAID, *later)) == 2
    assert len(of_lines("守堤心得体会", _SAID + _SAID, *later)) == 2
