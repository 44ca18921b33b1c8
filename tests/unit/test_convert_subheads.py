"""Subheads of one essay, which part nothing."""

from __future__ import annotations

from convert_reading import blocks, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_LONG = [_PROSE * 2] * 4


def test_a_title_over_longer_subheads_is_that_of_all() -> None:
    text = (
        "石水河大堤七十年",
        *("大堤修筑的经过和它的几次加高", *_LONG, ""),
        *("堤上的灯与守堤人的日常生活", *_LONG, ""),
        *("大堤今后怎样管理和养护", *_LONG, ""),
        *("附近村庄的水患", *_LONG),
    )
    assert titles(*text) == ["石水河大堤七十年"]
    assert titles("石水河大堤征文选", *text[1:]) == [line for line in text if line in text[1::6]]


def test_subheads_of_one_ending_part_nothing_whatever_stands_above() -> None:
    names = ("看水第一课", "挖沟第一课", "扛包第一课", "点灯第一课", "换班第一课", "巡堤第一课")
    text = ["守堤队开展“守堤第一课”活动", _PROSE]
    for number, name in enumerate(names):
        text += ["", ""] * (number % 2) + [name, _PROSE]
    assert titles(*text) == text[:1]


def test_sections_in_halves_are_of_one_essay() -> None:
    text = (
        *("读懂一条堤的来历——读书心得", _PROSE),
        *("修堤缘由：三场大水留下的教训", *_LONG),
        *("", "守堤办法：“三班轮换”最管用", *_LONG),
        *("换防感受：三个夜晚的记忆", *_LONG),
        *("", "读后打算：把灯交到后人手里", *_LONG),
    )
    assert len(of_lines(*text)) == 1
    apart = [line for n in "一二三" for line in ("", f"第{n}条堤上的故事与人", *_LONG)]
    assert len(of_lines("守堤的那一夜没有月亮", *_LONG, *apart[:10])) > 1


def test_the_mark_of_a_note_behind_the_end_of_a_paragraph() -> None:
    for sign in ("[注]", "[1]", "〔2〕", "①"):
        text = blocks("守堤记", f"老人说：“堤有堤命。”{sign}", "注释：", "堤命，在堤上。", _PROSE)
        assert [said for _, said in text][:2] == [f"老人说：“堤有堤命。”{sign}", "注释："]


def test_a_work_that_a_text_refers_to_heads_nothing() -> None:
    listed = ("[1] 石桥乡志.油印本.1985.", "[2] 石桥乡志编写组：《石桥乡志》，1991年，第47页。")
    text = blocks("守堤记", _PROSE, "参考资料：", *listed)
    assert [kind for kind, _ in text] == ["paragraph"] * 4
