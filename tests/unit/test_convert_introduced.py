"""Texts over whose titles a sentence says who wrote each."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮时才有人想起没有吃饭。"
_ABOVE = ("在堤上读书", "图书室请三位老师谈了各自读书的经验，整理如下，供大家参考。")
_TITLES = ("一夜一本书", "慢慢读，慢慢想", "水边的书架")


def _page(*who: str) -> tuple[str, ...]:
    texts = zip(who, _TITLES, strict=False)
    return (*_ABOVE, *(line for one in texts for line in (*one, _PROSE, _PROSE)))


@pytest.mark.parametrize(
    "who",
    [
        ("周敏：石桥小学教师，藏书三千册。", "陆晨：水文站站长。", "白洁：县医院护士，爱读书。"),
        ("周敏，石桥小学教师，爱读书。", "陆晨，水文站站长，守堤人。", "白洁，县医院护士。"),
        ("周 敏——石桥小学教师，守堤人", "陆晨——水文站站长，党员", "白 洁——县医院护士，团员"),
        ("周敏：女，1975年生，石桥小学教师。", "陆晨：男，水文站站长。", "白洁：县医院护士。"),
    ],
)
def test_who_wrote_a_text_is_told_over_its_title(who: tuple[str, ...]) -> None:
    assert front(*_page(*who)) == list(_ABOVE)
    works = [chapter.works[0] for chapter in of_lines(*_page(*who))]
    assert [work.title for work in works] == list(_TITLES)
    assert [(*work.authors, work.affiliation) for work in works] == [
        ("周敏", "石桥小学教师"),
        ("陆晨", "水文站站长"),
        ("白洁", "县医院护士"),
    ]
    assert all([block.text for block in work.blocks] == [_PROSE, _PROSE] for work in works)


@pytest.mark.parametrize(
    "who",
    [
        ("周敏：我是石桥小学教师，藏书三千册。", "陆晨：我是水文站站长。"),
        ("周敏：石桥小学教师，藏书三千册。",),
        ("地点：石桥小学教室，坐满了老师。", "人员：水文站职工。"),
    ],
)
def test_what_somebody_says_introduces_nobody(who: tuple[str, ...]) -> None:
    assert titles(*_page(*who)) == [_ABOVE[0]]


def test_persons_over_the_headings_of_a_report_stay_in_it() -> None:
    who = ("周敏：石桥小学教师，守堤人。", "陆晨：水文站站长，守堤人。")
    lines = [line for one in who for line in (one, "一、守堤", _PROSE, _PROSE)]
    assert titles(*_ABOVE, *lines) == [_ABOVE[0]]
