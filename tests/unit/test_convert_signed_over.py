"""Who signs where the page, the title or the letter around makes it hard to tell."""

from __future__ import annotations

import pytest
from compilation.signatures import byline
from convert_reading import of_lines

PROSE = "　　屋里静下来，灯一开，书一翻，白天的疲劳就去了一半，话也说得顺了。"


def test_who_signs_below_a_title_with_a_comma_in_a_wrapped_text() -> None:
    prose = (
        "    水退以后我们把堤上的灯一盏一盏收回来，擦干净，放进库房，",
        "等着明年再用。那一夜谁也没有睡，都说水一定会退，堤一定能守",
        "住。",
    )
    titles = ("点亮堤上的灯，也点亮人心", "一双雨鞋教会我的事")
    first, second = of_lines(
        *("防汛座谈会发言材料汇编", "", "（一）", "", titles[0], "县水利局局长\t王  实"),
        *(*prose, *prose, "", "（二）", "", titles[1], "县水文站站长\t李 春 华", *prose, *prose),
    )
    assert [first.title, second.title] == [*titles]
    assert first.works[0].authors == ("王实",)
    assert first.works[0].affiliation == "县水利局局长"


def test_what_kin_call_themselves_below_a_letter_is_no_name() -> None:
    for kin in ("爷爷", "三儿", "小妹"):
        found = byline.read(["石桥乡中心小学退休教师　王实", kin, "2018年8月20日"])
        assert (found.authors, found.affiliation) == (("王实",), "石桥乡中心小学退休教师")


def test_a_name_behind_an_office_broken_over_two_lines() -> None:
    far = " " * 24
    signed = (f"{far}巡堤员  李", f"{far}春 华", f"{far}2019年", f"{far}5月8日")
    (chapter,) = of_lines("巡堤员的话", PROSE, PROSE, "此致", "敬礼！", *signed)
    (work,) = chapter.works
    assert (work.authors, work.affiliation, work.date) == (("李春华",), "巡堤员", "2019-05-08")
    assert work.blocks[-1].kind == "closing"


def test_who_taught_stands_below_a_signature_and_heads_no_text() -> None:
    titles = ("堤上的灯", "一双雨鞋", "会说话的水尺")
    lines: list[str] = []
    for title, name in zip(titles, ("周  敏", "王 春 华", "李 小 满"), strict=True):
        signed = ("江北镇中心小学五（3）班", name, "2018年9月3日", "（指导老师：温 岚）")
        lines += [title, PROSE, PROSE, *signed, ""]
    chapters = of_lines(*lines)
    assert [chapter.title for chapter in chapters] == [*titles]
    works = [chapter.works[0] for chapter in chapters]
    assert [work.authors for work in works] == [("周敏",), ("王春华",), ("李小满",)]
    assert {(b.kind, b.text) for work in works for b in work.blocks[-1:]} == {
        ("note", "（指导老师：温岚）")
    }


@pytest.mark.parametrize("of", ["水利学院2019级", "水利工程2019级", "高一（3）班"])
def test_a_class_and_its_pupil_sign_in_two_lines(of: str) -> None:
    below = ("　　汇报人：", f"　　{of}", "　　周 敏", "　　2021年3月15日")
    (chapter,) = of_lines("思想汇报", PROSE, PROSE, *below)
    (work,) = chapter.works
    assert (work.authors, work.affiliation, work.date) == (("周敏",), of, "2021-03-15")
    assert len(work.blocks) == 2
