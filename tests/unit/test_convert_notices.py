"""Notices and the rules that they print: salutations, articles, items."""

from __future__ import annotations

from convert_reading import blocks, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def test_a_salutation_with_its_colon_in_front() -> None:
    notice = ("：各位护堤队员", _PROSE, _PROSE, "县堤防管理所", "2018年12月9日")
    (chapter,) = of_lines(*notice)
    assert (chapter.title, chapter.works[0].affiliation) == ("", "县堤防管理所")
    assert blocks(*notice)[0] == ("salutation", "：各位护堤队员")
    assert blocks("守堤", "：堤上的灯亮着。", _PROSE)[0][0] == "paragraph"
    assert blocks("守堤", "：各位的灯都亮着，人也都在。", _PROSE)[0][0] == "paragraph"
