"""Papers of offices as word processors and PDFs hand them on: tabs, page marks, broken lines."""

from __future__ import annotations

from compilation.divisions import poured
from convert_reading import blocks, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_a_number_and_its_heading_are_parted_by_a_tab() -> None:
    text = (
        "\t\t水文站防汛工作汇报",
        f"\t一、\t基本情况\n\t{_PROSE}\n\t（一）\t抓早动手。{_OTHER}",
        f"\t（1）\t查堤。{_PROSE}\n\t1）\t查闸。{_OTHER}\n\t附件：\t1.\t值班表",
    )
    assert [kind for kind, _ in blocks(*text)] == [
        "heading", "paragraph", "paragraph", "list-item", "list-item", "note",
    ]  # fmt: skip
    assert blocks(*text)[2][1].startswith("（一）抓早动手。")


def test_so_they_are_where_all_lines_came_down_as_one() -> None:
    lines = ("水文站防汛工作汇报", "一、", "基本情况", _PROSE, "二、", "主要做法", _OTHER)
    lines += ("（一）", f"抓早动手。{_PROSE}", "（二）", f"抓实检查。{_OTHER}")
    (chapter,) = of_lines("\t".join(lines))
    assert chapter.title == "水文站防汛工作汇报"
    starts = [block.text[:5] for block in chapter.works[0].blocks]
    assert starts == [
        "一、基本情",
        "堤上的灯亮",
        "二、主要做",
        "第二天早上",
        "（一）抓早",
        "（二）抓实",
    ]


def test_a_tab_behind_other_words_is_a_break() -> None:
    """Also behind a number that is the end of a name, and behind a salutation."""
    for before in ("同志们：", "先看《防汛须知》（二）", _PROSE):
        assert poured.lost_indents(f"{before}\t{_OTHER}") == [len(before)]
    assert poured.lost_indents(f"（二）\t{_OTHER}") == []
