"""What several answer to a question of the month, each behind school and name."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
_TITLES = ("先看水尺，再看天", "把哨子交给最年轻的人", "灯要亮在水涨之前", "换班的时候，多说一句")
_WHO = ("秦小堤", "安丽娟", "陆一舟", "聂文静")
_OF = ("河湾水文站", "石桥中心小学", "柳塘镇第三中学", "龙潭乡水利所")


@pytest.mark.parametrize("sign", ["@", "＠", "● ", "■", "#", ""])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 2, 0, 3), (1, 0, 3, 2)])
@pytest.mark.parametrize("colon", ["：", ":"])
@pytest.mark.parametrize(
    "more",
    [
        "下周问题预告：守堤的夜里，吃什么？欢迎在评论区留言。",
        "下期话题预告：谁来换班",
        "下个月的主题预告：灯下的人",
    ],
)
def test_titles_behind_body_and_name(
    sign: str, order: tuple[int, ...], colon: str, more: str
) -> None:
    lead = ["守堤的夜里该做什么？", "上周的问题收到了许多留言，一起来看看吧~", "每周一问"]
    lines = list(lead)
    for n in order:
        lines += ["", f"{sign}{_OF[n]} {_WHO[n]}{colon}{_TITLES[n]}", "", _PROSE, "", _PROSE]
    lines += ["", more]
    book = of_lines(*lines)
    assert front(*lines) == lead
    assert [c.works[0].title for c in book] == [_TITLES[n] for n in order]
    assert [c.works[0].authors for c in book] == [(_WHO[n],) for n in order]
    assert [c.works[0].affiliation for c in book] == [_OF[n] for n in order]
    assert all([b.text for b in c.works[0].blocks] == [_PROSE] * 2 for c in book)


def test_speeches_behind_a_name_are_no_titles() -> None:
    lines = [
        "守堤的夜里",
        _PROSE,
        "秦小堤：我先说，水要涨",
        _PROSE,
        "安丽娟：听我说，水退了",
        _PROSE,
    ]
    assert len(of_lines(*lines)) == 1


@pytest.mark.parametrize("end", ["~", "～", "~~"])
def test_a_wave_ends_a_paragraph(end: str) -> None:
    (chapter,) = of_lines(
        "守堤心得", f"上周收到了许多留言，一起来看看吧{end}", "每周一问，每周一答。"
    )
    assert len(chapter.works[0].blocks) == 2


@pytest.mark.parametrize("row", ["==========", "----------"])
def test_a_row_of_signs_among_titles_with_persons_in_brackets(row: str) -> None:
    lines = ("药箱（公卫科　卓大勇）", "慢下来的四十分钟", row, "编辑：小东", _PROSE)
    texts = [block.text for one in of_lines(*lines) for work in one.works for block in work.blocks]
    assert _PROSE in texts
