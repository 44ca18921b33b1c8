"""The table that a government's site sets over a document, each cell on a line of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from compilation.text import dates
from convert_reading import blocks, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_OFFICE, _ON = "石桥市人民政府办公室", "关于做好守堤换防工作的通知"
_CELLS = (
    ("索 引 号：", "000027654/2006-00031"),
    ("主题分类：", "水利\\防汛"),
    ("成文日期：", "2006年06月03日"),
    ("标　　题：", _OFFICE + _ON),
    ("发文机关：", _OFFICE),
    ("发文字号：", "石政办发〔2006〕17号"),
    ("发布日期：", "2019年01月08日"),
    ("主 题 词：",),
)
_DOCUMENT = (
    _OFFICE,
    _ON,
    "石政办发〔2006〕17号",
    "各县、区人民政府：",
    _PROSE,
    _OFFICE,
    "二〇〇六年六月三日",
)


def test_title_in_lines_below_a_cell_without_value() -> None:
    table = [line for cell in _CELLS for line in cell]
    for subjects in ((), ("防汛　换防　通知",)):
        (chapter,) = of_lines(*table, *subjects, *_DOCUMENT)
        (work,) = chapter.works
        assert (work.title, work.affiliation, work.date) == (_OFFICE + _ON, _OFFICE, "2006-06-03")
        assert [b.kind for b in work.blocks] == ["note", "salutation", "paragraph"]


def test_several_cells_to_a_line() -> None:
    rows = ["　　".join("".join(cell) for cell in _CELLS[i : i + 2]) for i in (0, 2, 4, 6)]
    assert titles(*rows, *_DOCUMENT) == [_OFFICE + _ON]


def test_rows_with_bars_around_them() -> None:
    size = "字体：（大）（中）（小） 【打印】"
    rows = [f"| {''.join(a)} | {''.join(b)} |" for a, b in pairwise(_CELLS[:4])]
    assert titles(size, *rows, *_DOCUMENT) == [_OFFICE + _ON]


def test_what_only_looks_like_a_cell_stays() -> None:
    # Subjects below a text, where there is no table.
    kept = [
        line for _, line in blocks("守堤的一夜", _PROSE, "主题词：", "防汛　换防　通知", _PROSE)
    ]
    assert "防汛　换防　通知" in kept
    # What the table gives as the title stands below it again, and is the document's.
    short = ("索引号：", "000027654", "名称：", "守堤公告", "备注：", "守堤公告", "各村：", _PROSE)
    assert titles(*short) == ["守堤公告"]


@pytest.mark.parametrize(
    "foot",
    [
        ("2021913", "返回原图", "/", "地址：堤上路9号 邮编：000000", "版权所有：县水利局"),
        ("20210913", "地址：堤上路9号　电话：0000-1234567", "Copyright © 县水利局 版权所有"),
        ("2021 9 13", "上一条：换防", "返回原图", "地址：堤上路9号", "主办：县水利局 ICP备1234号"),
    ],
)
def test_foot_of_a_page_below_a_date_that_lost_its_words(foot: tuple[str, ...]) -> None:
    (chapter,) = of_lines("守堤倡议书", "各位居民：", _PROSE, _PROSE, "县水利局", *foot)
    (work,) = chapter.works
    assert (work.affiliation, work.date) == ("县水利局", "2021-09-13")
    assert [b.kind for b in work.blocks] == ["salutation", "paragraph", "paragraph"]


def test_dates_of_digits_alone() -> None:
    read = {"2021131": "2021-01-31", "2021101": "2021-10-01", "2021120": "2021-01-20"}
    read |= {"2021113": "2021", "1998715": "1998-07-15"}
    for text, iso in read.items():
        found = dates.short_date(text)
        assert found and found.iso == iso
    for text in ("2021000", "2021999", "20211340", "0595123"):
        assert dates.short_date(text) is None


def test_an_address_in_a_text_stays() -> None:
    kept = [text for _, text in blocks("守堤", _PROSE, "地址：堤上路9号", _PROSE)]
    assert "地址：堤上路9号" in kept
