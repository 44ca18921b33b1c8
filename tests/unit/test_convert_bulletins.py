"""Bulletins (简报): the masthead stands before the items, of which each has its title alone."""

from __future__ import annotations

import pytest
from compilation.body.lines import split
from compilation.divisions import bulletins
from compilation.signatures import byline
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_MASTHEADS = (
    ("防汛工作简报", "第 11 期（总第 11 期）", "县防汛抗旱指挥部办公室　2021年7月9日"),
    ("“百日防汛”行动", "简　　报", "第3期", "县防汛办编", "2021年7月9日"),
    ("水 文 动 态", "2021年第5期（总第57期）", "——————————"),
    ("防汛快报（第七期）", "县水利局"),
    ("水文信息", "第21期　　县水文局　　2021年7月9日"),
)
_REMARK = "编者按：入汛以来，各单位创造了许多好做法，本期选登三篇，供各地学习借鉴。"
_TITLES = (
    ("水文站支部：把灯点到堤上", "测报中心支部：沿着老河道走一遍", "青石镇：院坝会开到堤上"),
    ("水文局把灯点到堤上", "青石镇院坝会开到堤上", "石门一中“护堤”少年上堤"),
)


def _items(*names: str) -> list[str]:
    return [line for name in names for line in (name, _PROSE, _OTHER)]


@pytest.mark.parametrize("names", _TITLES)
@pytest.mark.parametrize("above", _MASTHEADS)
def test_items_below_a_masthead(above: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert titles(*above, _REMARK, *_items(*names)) == list(names)
    said = front(*above, _REMARK, *_items(*names))
    assert (said[0], said[-1]) == (above[0].replace(" ", ""), _REMARK)
    assert of_lines(*above, *_items(*names))[0].works[0].date == ""


def test_rows_of_signs_below_a_masthead_go() -> None:
    above = ("防汛工作简报", "第 11 期", "————————————", "本期要目", *_TITLES[1])
    kept = ["防汛工作简报", "第11期", "本期要目", *_TITLES[1]]
    assert front(*above, *_items(*_TITLES[1])) == kept


def test_blanks_to_fill_in_stay_below_a_masthead() -> None:
    above = ("防汛工作简报", "第____期", "……", "本期要目", *_TITLES[1])
    assert front(*above, *_items(*_TITLES[1]))[1:3] == ["第____期", "……"]


def test_items_that_say_who_sent_them_in() -> None:
    text = ["水文简讯", "第21期", "石门水库开工", _PROSE, "（水库管理所　周敏）"]
    text += ["节水宣传进广场", _OTHER, "（办公室供稿）", "自来水改造完成", _PROSE, "（白洁）"]
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == [
        "石门水库开工",
        "节水宣传进广场",
        "自来水改造完成",
    ]
    assert found[0].works[0].authors == ("周敏",)


def test_the_foot_of_a_bulletin_is_notes_and_its_rules_are_nothing() -> None:
    rule = "————————————"
    text = (*_MASTHEADS[0], rule, _REMARK, rule, "水文站：把灯点到堤上", _PROSE, "（青石镇防汛办）")
    text += ("测报中心：沿着老河道走一遍", _OTHER, rule, "报：县委办公室、县政府办公室", rule)
    text += ("责任编辑：周敏　　电话：0000-1234567　　共印80份",)
    assert front(*text)[-1] == _REMARK and rule not in front(*text)
    first, second = of_lines(*text)
    assert first.works[0].affiliation == "青石镇防汛办"
    kinds = [(block.kind, block.text[:4]) for block in second.works[0].blocks]
    assert kinds == [("paragraph", _OTHER[:4]), ("note", "报：县委"), ("note", "责任编辑")]


@pytest.mark.parametrize("text", ["（马上就办）", "（要在全县办）", "青石镇怎么办"])
def test_no_small_office(text: str) -> None:
    assert not byline.looks_like(text, True)


def test_an_item_without_its_body_is_set_apart_like_the_others() -> None:
    names = ("青石镇院坝会开到堤上", "石门一中“护堤”少年上堤", "水位表有了“红黑榜”")
    apart = [line for name in names for line in ("", name, "", _PROSE, _OTHER)]
    assert titles(*_MASTHEADS[0], *apart) == list(names)
    assert titles(*_MASTHEADS[0], *_items(*names)) == list(names[:2])  # it may be a heading


def test_one_item_has_its_headings() -> None:
    text = (
        "用心做好堤防加固工作",
        _PROSE,
        "摸清底子",
        _OTHER,
        "严把质量",
        _PROSE,
        "建好台账",
        _OTHER,
    )
    (chapter,) = of_lines(*_MASTHEADS[0], *text)
    assert chapter.title == text[0]
    headings = [block.text for block in chapter.works[0].blocks if block.kind == "heading"]
    assert headings == ["摸清底子", "严把质量", "建好台账"]


def test_a_bulletin_whose_text_has_no_title_keeps_its_name() -> None:
    assert titles("防汛快报（第七期）", _PROSE, _OTHER, "摸清底子", _PROSE) == [
        "防汛快报（第七期）"
    ]


@pytest.mark.parametrize(
    "text",
    [
        ("第一期培训班总结", "守堤的夜里", _PROSE),
        ("水文站简报写作心得", "第一次写简报", _PROSE),
        ("防汛工作简报", "守堤的夜里", _PROSE),
        ("在简报培训班上的讲话", "第1期", "各位学员：", _PROSE),
    ],
)
def test_no_masthead(text: tuple[str, ...]) -> None:
    assert bulletins.below(split("\n".join(text))[0]) == 0


def test_columns_with_a_sign_in_the_list_and_over_their_items() -> None:
    columns = ("★守堤笔谈", "把灯点到堤上", "院坝会开到堤上", "沿着老河道走一遍", "★水情动态")
    items = [columns[0], *_items(*columns[1:4]), columns[4], _PROSE]
    found = of_lines("水文信息", "第21期", "本期目录", *columns, *items)
    assert [(c.title, [w.title for w in c.works]) for c in found] == [
        ("守堤笔谈", [*columns[1:4]]),
        ("水情动态", ["水情动态"]),
    ]


_NAMES = (
    ("“百日防汛”行动", "简　　报", "第{}期", "县防汛办　　　2021年{}月9日"),
    ("水文动态", "第{}期　　县水文局　　2021年{}月9日"),
)


@pytest.mark.parametrize("name", _NAMES)
def test_issues_bound_together(name: tuple[str, ...]) -> None:
    sent = ("报：县委办、县政府办。", "（共印120份）")
    items = (("石门水库开工", "节水宣传进广场"), ("把灯点到堤上",))
    lines: list[str] = []
    for number, own in zip((7, 8), items, strict=True):
        lines += [line.format(number, number) for line in name]
        lines += [line for title in own for line in (title, _PROSE, _OTHER, _PROSE)]
        lines += [*sent, ""]
    found = of_lines(*lines)
    whole = "“百日防汛”行动简报" if len(name) == 4 else "水文动态"
    assert [(c.marker, c.title) for c in found] == [("第7期", whole), ("第8期", whole)]
    assert [tuple(work.title for work in c.works) for c in found] == list(items)
    assert all((w.authors, w.affiliation, w.date) == ((), "", "") for c in found for w in c.works)
    assert "2021年7月9日" in found[0].works[0].blocks[0].text
