"""What the text of a PDF left alone in a line: numbers of lists, a comma and what is behind it."""

from __future__ import annotations

from convert_reading import blocks, titles

_FULL = "守堤的人换了三班，堤上的灯亮了一夜，水位一寸一寸地退了下去，天快亮的时候才有人想"
_REST = "起没有吃饭，于是大家坐下来吃了一顿冷饭。"
_ASK = "与乡亲们一起分享守堤的方法与经验，联系水位的高低与守堤人自身的经历，帮助乡亲们守"
_TOP = ("守堤策划书", *(_FULL, _REST) * 3, "", "活动目的")


def test_the_item_below_a_number_alone_is_its_own() -> None:
    text = (*_TOP, "1.", "", _ASK, "住家园。", f"2. {_FULL}", _REST)
    assert titles(*text) == ["守堤策划书"]
    assert blocks(*text)[-2:] == [
        ("list-item", f"1.{_ASK}住家园。"),
        ("list-item", f"2. {_FULL}{_REST}"),
    ]


def test_several_numbers_in_a_row_are_of_no_item() -> None:
    text = (*_TOP, "1. 守住灯火。", f"2. {_FULL}", "", "3.", "4.", "", _REST, "大家都来守堤。")
    assert [text for _, text in blocks(*text)[-3:]] == [
        "1. 守住灯火。",
        f"2. {_FULL}{_REST}",
        "大家都来守堤。",
    ]


def test_numbers_that_part_a_text_stay() -> None:
    for text in (
        ("守堤三题", "1.", _FULL + _REST, "2.", _ASK + _REST, "3.", _FULL + _REST),
        ("守堤三题", "1.", "2.", "3.", _FULL + _REST),
        ("守堤三题", _FULL + _REST, "7.", _ASK + _REST, "2. 守住灯火。"),
        ("守堤三题", "1、守住灯火。", "2.", _ASK + _REST),
    ):
        kept = [one for _, one in blocks(*text)]
        assert [one for one in text if len(one) < 3] == [one for one in kept if len(one) < 3]


def test_a_line_that_a_pdf_broke_before_a_comma_is_measured_whole() -> None:
    broken = (
        "打印以后由守堤人本人签字，再由各村的防汛小组盖章，写明守堤的日期《守堤表》",
        "，送到村",
    )
    rest = "委会去登记，由县水利局备案。"
    assert blocks(*_TOP[:-1], *broken, rest)[-1][1] == "".join((*broken, rest))
    # A printed line as short as that ends its paragraph.
    short = ("守堤人签字的《守堤表》", "，带上")
    assert blocks(*_TOP[:-1], *short, "大家都来守堤，今天晚上就到堤上来。")[-1][1].startswith(
        "大家"
    )
