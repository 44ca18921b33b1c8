"""Cards that a display puts over each work."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"


def _card(label: str, title: str, number: int, author: str, *, first: bool) -> list[str]:
    lines = [f"{label}：{title}", f"作品编号：水文{number}号"]
    more = (f"作者：{author}", "所在单位：河湾水文站", "工种：测工", "座右铭：眼要宽，心要窄")
    return [*(lines if first else lines[::-1]), *more]


@pytest.mark.parametrize("label", ["获奖作品", "作品名称", "参赛作品", "作品题目"])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("first", [False, True])
def test_cards_over_the_works_of_a_display(label: str, again: bool, first: bool) -> None:
    works = (("一把水尺", "滕海生"), ("三声哨", "安丽娟"))
    lines = [f"县里的征文结束了，从这一期起，我们把稿件陆续登出来。{_PROSE}"]
    for number, (title, author) in enumerate(works, 1):
        lines += _card(label, title, number, author, first=first)
        lines += [title] * again + [_PROSE, _PROSE]
    book = of_lines(*lines)
    assert front(*lines) == lines[:1]
    assert [(c.title or c.works[0].title, *c.works[0].authors) for c in book] == list(works)
    for chapter in book:
        assert chapter.works[0].affiliation == "河湾水文站"
        assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_a_card_below_the_title_of_one_work() -> None:
    card = ("作者：滕海生", "单位：河湾水文站", "工种：测工", "座右铭：手比嘴先到")
    (chapter,) = of_lines("一把水尺", *card, _PROSE, _PROSE)
    work = chapter.works[0]
    assert (work.title, work.authors, work.affiliation) == ("一把水尺", ("滕海生",), "河湾水文站")
    assert [b.text for b in work.blocks] == [_PROSE, _PROSE]


@pytest.mark.parametrize(
    ("school", "grade"),
    [("就读学校", "年级"), ("学校", "就读年级"), ("所在学校", "年 级"), ("作者单位", "年级")],
)
def test_a_grade_on_a_card_is_no_part_of_the_school(school: str, grade: str) -> None:
    lines = [f"县里的征文结束了，从这一期起，我们把稿件陆续登出来。{_PROSE}"]
    for number, (title, author) in enumerate((("一把水尺", "滕海生"), ("三声哨", "安丽娟")), 1):
        lines += [f"获奖作品：{title}", f"作品编号：水文{number}号", f"作者：{author}"]
        lines += [f"{school}：河湾镇中心小学", f"{grade}：六年级", title, _PROSE, _PROSE]
    said = [(c.works[0].authors[0], c.works[0].affiliation) for c in of_lines(*lines)]
    assert said == [("滕海生", "河湾镇中心小学"), ("安丽娟", "河湾镇中心小学")]


@pytest.mark.parametrize("sign", ["丨", "｜", " | "])
@pytest.mark.parametrize("more", ["未完待续，敬请期待", "（未完待续 敬请关注）", "未完待续……"])
def test_what_a_display_says_below_its_last_work(sign: str, more: str) -> None:
    lines = ["一把水尺", "滕海生　河湾水文站", _PROSE, _PROSE, more]
    lines += [f"来源{sign}河湾水文站工会", f"编辑{sign}小堤 审核{sign}小坝"]
    (chapter,) = of_lines(*lines)
    work = chapter.works[0]
    assert (work.authors, work.affiliation) == (("滕海生",), "河湾水文站")
    assert [b.text for b in work.blocks] == [_PROSE, _PROSE]
