"""What stands between the numbered parts of a notice: a line that is all of its part."""

from __future__ import annotations

from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def _read(*lines: str) -> list[tuple[str, int, str]]:
    """Give kind, length of the run-in heading and text of the blocks of a notice."""
    (chapter,) = of_lines("守堤演练通知", _PROSE, *lines)
    return [(b.kind, b.run_in, b.text) for b in chapter.works[0].blocks[1:]]


def test_a_short_line_between_two_parts_is_no_heading() -> None:
    parts = ("一、演练时间", "6月26日上午第二节课", "二、主办单位", "石桥镇水利站", "三、演练要求")
    assert _read(*parts, _PROSE) == [
        *(("heading" if "、" in line else "paragraph", 0, line) for line in parts),
        ("paragraph", 0, _PROSE),
    ]


def test_a_heading_over_its_own_parts_stays_one() -> None:
    found = _read("一、演练要求", "堤上的人", "1、看住闸门。", _PROSE, "二、纪律", _PROSE)
    assert found[1] == ("heading", 0, "堤上的人")


def test_what_is_behind_the_colon_may_be_all_of_a_part() -> None:
    found = _read(
        "一、演练主题：把堤守住", "二、演练内容：", _PROSE, "三、灯从哪里来：请邻村", _PROSE
    )
    assert [(kind, length) for kind, length, _ in found] == [
        *(("paragraph", 6), ("heading", 0), ("paragraph", 0), ("heading", 0), ("paragraph", 0)),
    ]


def test_the_colon_of_an_hour_ends_no_heading() -> None:
    line = "一、守堤的人于六月二十六日上午9：20到闸门集合，带好雨具。"
    assert _read(line, "二、看灯的人留下。")[0][1] == 0
    assert _read("一、集合：上午9：20到闸门集合，带好雨具。", "二、看灯的人留下。")[0][1] == 4


def test_what_is_said_of_an_event_signs_nothing() -> None:
    """Nor does a line of it go on with the one above, or head what is below."""
    told = (
        "　　主题：把堤守住、把灯看好",
        "时间：10月18日—23日",
        "地点：东堤",
        "（1）看水",
        "（2）看灯",
    )
    found = _read("一、守堤", *told, "二、换防", "时间：2020年10月25日", "对象：守堤员", _PROSE)
    assert [text for _, _, text in found] == [
        *("一、守堤", *(line.strip() for line in told)),
        *("二、换防", "时间：2020年10月25日", "对象：守堤员", _PROSE),
    ]
    assert [kind for kind, _, _ in found[-3:]] == ["paragraph"] * 3


def test_a_date_with_a_label_at_the_end_signs() -> None:
    (chapter,) = of_lines("守堤小结", _PROSE, _PROSE, "汇报人：周敏", "时间：2020年10月18日")
    (work,) = chapter.works
    assert (work.authors, work.date, len(work.blocks)) == (("周敏",), "2020-10-18", 2)
