"""Pages that say how their text begins above it; speeches with a subtitle in two lines."""

from __future__ import annotations

import pytest
from convert_reading import of_lines

_SAID = "为期十天的防汛演练今天就要结束了。首先，我向守在堤上的同志们表示感谢！"
_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_TITLE = "在全县防汛演练总结会上的讲话"
_HALVES = ("以练促防保安澜", "以防为主护家园")


@pytest.mark.parametrize(
    "abstract",
    [
        f"{_TITLE}{''.join(_HALVES)}(2018年6月29日) 同志们: {_SAID[:26]}",
        f"同志们：{_SAID}{_PROSE[:8]}...",
        f"{_SAID[:30]}……",
    ],
)
def test_beginning_said_above_goes(abstract: str) -> None:
    first = [abstract, _TITLE] if abstract.startswith(_TITLE) else [_TITLE, abstract]
    (chapter,) = of_lines(*first, *_HALVES, "（2018年6月29日）", "同志们：", _SAID, _PROSE * 2)
    (work,) = chapter.works
    assert chapter.title == _TITLE
    assert [block.text for block in work.blocks] == ["同志们：", _SAID, _PROSE * 2]


def test_two_lines_alike_under_a_speech_are_its_subtitle() -> None:
    (chapter,) = of_lines(_TITLE, *_HALVES, "（2018年6月29日）", "同志们：", _SAID, _PROSE * 2)
    (work,) = chapter.works
    assert [line.text for line in work.subtitle_text] == list(_HALVES)
    assert (work.authors, work.affiliation, work.date) == ((), "", "2018-06-29")


def test_blanks_in_place_of_commas_part_a_half_of_a_subtitle() -> None:
    halves = ("守住大堤　护好庄稼", "走稳防汛抢险每一步")
    (chapter,) = of_lines(_TITLE, *halves, "（2018年6月29日）", "同志们：", _SAID, _PROSE * 2)
    (work,) = chapter.works
    assert len(work.subtitle_text) == 2
    assert (work.authors, work.affiliation, work.date) == ((), "", "2018-06-29")


@pytest.mark.parametrize(
    "lines", [("县水利局防汛办", "县气象局预报科"), ("一是要守住堤", "二是要护好家")]
)
def test_bodies_and_counted_lines_are_no_subtitle(lines: tuple[str, str]) -> None:
    (chapter,) = of_lines(_TITLE, *lines, _SAID, _PROSE * 2)
    assert not chapter.works[0].subtitle


def test_title_said_again_in_two_lines_is_no_beginning() -> None:
    title = "堤上灯火的老故事  主题征文选登之四：守堤的一夜"
    (chapter,) = of_lines(title, *title.split("  "), _SAID, _PROSE)
    assert "选登之四" in chapter.title
    assert [block.text for block in chapter.works[0].blocks] == [_SAID, _PROSE]
