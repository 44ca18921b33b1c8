"""Speeches, poems and appeals, one to a page, as schools and sites hand them on."""

from __future__ import annotations

import pytest
from convert_reading import blocks, of_lines

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_VERSE = (
    *("堤上的灯为什么不睡？", "堤下的水为什么不响？", "它们在等天亮，", "等守堤的人换班。"),
    *("一盏，又一盏，", "照着新挑的泥，", "照着旧打的桩，", "照着还没有干的汗。"),
)


def test_one_longer_line_parts_no_poem() -> None:
    longer = "把沙袋、木桩和一夜没合的眼一起扛上肩。"
    end = (
        *("渡口的船为什么不走？", "船头的人为什么不喊？", "水涨得比话还快，", "话就省下来了。"),
        *("一筐，又一筐，", "填着去年的口子，", "填着前年的口子，", "填到天边泛白。"),
    )
    poem = (*_VERSE, longer, *end)
    assert [text for _, text in blocks("在堤上的朗诵", *poem)] == list(poem)


def test_the_title_that_a_speaker_announces_ends_its_paragraph() -> None:
    said = "我是七年级的班主任，姓陶，陶罐的陶。今天我讲话的题目是：把灯留给后来的人"
    assert [text for _, text in blocks("国旗下讲话稿", "老师们：", said, _PROSE)][1:] == [
        said,
        _PROSE,
    ]
    broken = "我是七年级的班主任，姓陶，陶罐的陶。今天我讲话的题目是同学们自己选出来的"
    assert len(blocks("国旗下讲话稿", "老师们：", broken, _PROSE)) == 2


@pytest.mark.parametrize("of", ["堤口中学 八（3）班", "堤口中学八（3）班", "八年级三班"])
def test_the_source_of_a_page_is_a_pupil_of_a_class(of: str) -> None:
    (chapter,) = of_lines("在水边走远路", f"来源：{of} 宋明", _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.authors, work.affiliation) == (("宋明",), of.replace(" ", ""))
