"""Texts gathered from sites and units: with the hour they went up, each signed, each of a body."""

from __future__ import annotations

from convert_reading import of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_LATER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_titles_with_the_hour_a_site_put_them_up() -> None:
    one, other = "2019年防汛征文选登：守堤有我，退水有你", "2019年防汛征文选登：退水以后，先清淤泥"
    text = (
        one,
        "2019-05-29 09:13:07",
        _PROSE,
        _LATER,
        other,
        "2019-06-27 09:10:00",
        "深夜里的水，",
        _PROSE,
    )
    chapters = of_lines(*text)
    assert [chapter.title for chapter in chapters] == [one, other]
    assert [chapter.works[0].date for chapter in chapters] == ["2019-05-29", "2019-06-27"]


def test_days_of_a_diary_part_no_texts() -> None:
    text = ("住堤日记", _PROSE, "2019年5月29日", _LATER, _PROSE, "2019年6月27日", _PROSE)
    assert titles(*text) == ["住堤日记"]


def test_the_end_of_a_title_said_again_below_its_date() -> None:
    title = "2019年防汛征文：守堤有我 退水有你"
    (chapter,) = of_lines(title, "2019-05-29 09:13:07", "征文：守堤有我 退水有你", _PROSE, _LATER)
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _LATER]
    (chapter,) = of_lines(title, "2019-05-29 09:13:07", "退水有你", _PROSE, _LATER)
    assert chapter.works[0].blocks[0].text == "退水有你"
