"""Headers of differing titles that only the running number behind each shows."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
_WORDS = ("教师家访心得体会", "老师大家访感想", "假期走访学生家庭的心得")


@pytest.mark.parametrize("form", [" 篇 {n}", "篇{n}", "（篇{n}）", " {n}", "（{n}）", "{n}"])
@pytest.mark.parametrize("listed", [False, True])
def test_titles_of_other_words_whose_numbers_run_on(form: str, listed: bool) -> None:
    headers = [title + form.format(n=n) for n, title in enumerate(_WORDS, 1)]
    above = ("家访的话", _PROSE, *(headers if listed else ()))
    lines = [line for header in headers for line in (header, _PROSE, _PROSE)]
    assert titles(*above, *lines) == list(_WORDS)
    assert front(*above, *lines)[0] == "家访的话"


def test_a_list_in_one_line_with_the_first_header_stuck_to_it() -> None:
    headers = [f"{title} {n}" for n, title in enumerate(_WORDS, 1)]
    lines = [line for header in headers[1:] for line in (header, _PROSE, _PROSE)]
    listed = "".join((*headers, headers[0]))
    book = of_lines("家访的话三篇", "内容导航", listed, _PROSE, _PROSE, *lines)
    assert [(c.marker, c.title) for c in book] == list(zip("123", _WORDS, strict=True))


def test_numbers_that_do_not_run_from_one_head_nothing() -> None:
    lines = ("守堤的话", _PROSE, "水文站的总结3", _PROSE, "民兵连的报告7", _PROSE, _PROSE)
    assert titles(*lines) == ["守堤的话"]
