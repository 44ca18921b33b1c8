"""The text of a PDF set in columns: lines of several widths, running heads, bare page numbers."""

from __future__ import annotations

from compilation.body import columns
from compilation.body.lines import split
from convert_reading import blocks, of_lines, titles

_ONE = (
    "　读数这件事，看起来是",
    "世上最容易的事，其实不然。",
    "水面有浪，尺上有泥，天黑",
    "以后只有一支手电。",
)
_TWO = (
    "　三月里我到站上报到，那天的雨下了整",
    "整一个上午，站长撑着伞在桥头等我。",
    "他没有说欢迎，只说了一句：先去看看水",
    "尺。",
)
_THREE = (
    "　后来我明白，怕不是坏",
    "事，怕了才会多看一眼。",
    "老陶说他干了三十年，至",
    "今夜里听见雨声还要起来",
)
_REST = ("走一圈，回来把数目再念给", "自己听。我把这句话记在本", "子的头一页，算是开头。")
_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


def _whole(*parts: tuple[str, ...]) -> str:
    return "".join("".join(part) for part in parts).replace("　", "")


def test_paragraphs_in_columns_of_several_widths_are_whole() -> None:
    kept = blocks("守堤先守心", "", *_ONE, "", *_TWO, "", *_THREE, "", *_REST)
    assert [text for _, text in kept] == [_whole(_ONE), _whole(_TWO), _whole(_THREE, _REST)]


def test_heading_between_columns_stays_apart() -> None:
    kept = blocks("守堤先守心", "", *_ONE, "", *_TWO, "", "几点体会", "", *_THREE, "", *_REST)
    assert ("heading", "几点体会") in kept


def test_stanzas_of_a_poem_stay_lines() -> None:
    stanza = (
        "灯亮在河堤的最高处，",
        "堤睡在河水的旁边，",
        "水走在没有灯的夜里，",
        "夜走在回家的路上。",
    )
    lines, _ = split("\n".join(["守堤的灯", *("", *stanza) * 4]))
    assert not columns.are(lines)


def test_sections_of_whole_paragraphs_stay_apart() -> None:
    section = (_PROSE, _PROSE[:30] + "。", _PROSE)
    kept = blocks("守堤先守心", *("", *section) * 4)
    assert len(kept) == 12


def _paged(*, first: str, second: str, third: str) -> list[str]:
    """Give three pages whose running head is the title, with their numbers."""
    head = "守堤先守心"
    pages = [[_PROSE, first], [_PROSE, second], [_PROSE, third]]
    lines: list[str] = [head, "水文站　周敏"]
    for number, page in enumerate(pages, 24):
        lines += [*page, head, str(number)]
    return lines


def test_bare_numbers_with_running_heads_go() -> None:
    broken = "那一夜我们在闸口轮着看水尺，谁也没有想到"
    other = "后来说起这件事，老陶总是摆摆手，把话头引到"
    kept = blocks(*_paged(first=broken, second=other, third="天亮了。"))
    assert not [text for _, text in kept if "守堤先守心" in text or text in ("24", "25", "26")]


def test_numbers_of_texts_with_the_same_title_are_marks() -> None:
    text = ("思想汇报", "敬爱的党组织：", _PROSE, _PROSE, "汇报人：周敏", "2016年5月3日")
    assert len(of_lines("1", *text, "2", *text, "3", *text)) == 3


def test_arrows_before_a_title_go() -> None:
    assert titles(">>守堤的一夜", _PROSE, _PROSE) == ["守堤的一夜"]
    assert blocks("守堤的一夜", _PROSE, ">>> 水尺读数。")[-1][1].startswith(">>>")


def test_place_of_a_picture_on_a_disk_goes() -> None:
    kept = blocks("守堤的一夜", _PROSE, r"D:\照片\汛期\IMG_0021.jpg", _PROSE)
    assert [text for _, text in kept] == [_PROSE, _PROSE]
    told = r"照片存放在D:\照片\汛期下。"
    assert blocks("守堤的一夜", _PROSE, told)[-1][1].startswith("照片存放在")


def test_series_over_titles_that_persons_sign_is_the_mark() -> None:
    one = ("优秀实习总结（三）", "守堤先守心", "水文站/周敏", _PROSE, _PROSE)
    (chapter,) = of_lines(*one)
    assert (chapter.marker, chapter.title) == ("优秀实习总结（三）", "守堤先守心")
    assert chapter.works[0].authors == ("周敏",)
    other = ("优秀实习总结（四）", "灯下的账本", "财务科/王筱", _PROSE, _PROSE)
    assert [c.marker for c in of_lines(*one, *other)] == [
        "优秀实习总结（三）",
        "优秀实习总结（四）",
    ]


def test_series_over_prose_is_a_title() -> None:
    (chapter,) = of_lines("优秀实习总结（一）", "守堤先守心", _PROSE, _PROSE)
    assert chapter.title == "优秀实习总结"


def test_running_head_at_the_very_end_goes() -> None:
    broken = "那一夜我们在闸口轮着看水尺，谁也没有想到"
    other = "后来说起这件事，老陶总是摆摆手，把话头引到"
    lines = [*_paged(first=broken, second=other, third="天亮了。"), *[_PROSE] * 4, "守堤先守心"]
    assert blocks(*lines)[-1] == ("paragraph", _PROSE)


def test_the_title_of_a_collection_over_each_page_goes() -> None:
    head = "守堤人事迹汇编"
    texts = ("守堤先守心", "灯下的账本", "退水以后")
    pages = ((head, name, f"——记周{name[0]}", _PROSE, _PROSE) for name in texts)
    lines = [x for n, page in enumerate(pages, 1) for x in (*page, str(n))]
    found = of_lines(*lines)
    assert [c.title for c in found] == list(texts)
    assert [len(c.works[0].blocks) for c in found] == [2, 2, 2]
