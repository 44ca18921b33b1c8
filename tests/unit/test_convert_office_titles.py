"""Texts that are headed by the persons who speak, with their offices."""

from __future__ import annotations

from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def test_a_title_that_is_a_person_keeps_the_name() -> None:
    spoken = _PROSE * 5
    text = (
        *("防汛工作座谈会发言摘登", "下湾村党支部书记  黎明远", spoken),
        *("县水文站站长  周敏", "我只说一件事，就是人要到堤上去。", spoken),
        *("县第二中学教师  吴桐", spoken),
    )
    found = of_lines(*text)
    whos = ("下湾村党支部书记", "县水文站站长", "县第二中学教师")
    names = ("黎明远", "周敏", "吴桐")
    expected = [f"{who}\u3000{name}" for who, name in zip(whos, names, strict=True)]
    assert [chapter.title for chapter in found] == expected
    works = [chapter.works[0] for chapter in found]
    assert [work.authors for work in works] == [(name,) for name in names]
    assert [work.affiliation for work in works] == list(whos)


def test_a_person_behind_other_titles_signs() -> None:
    found = of_lines("第一篇 守堤一夜　水文站 周敏", _PROSE, "第二篇 换防之前　县报社 黎民", _PROSE)
    assert [chapter.title for chapter in found] == ["守堤一夜", "换防之前"]


def test_persons_with_a_line_each_are_a_list() -> None:
    text = ("防汛指挥部人员分工", "总指挥  黎明远", "负责全面工作。", "副指挥  周敏", "负责巡堤。")
    assert len(of_lines(*text)) == 1


def test_short_speeches_where_the_page_announces_them() -> None:
    said = _PROSE * 3
    text = ("村民代表　黎明远", said, "镇水管站站长　周敏", said, "老党员　吴桐", said)
    assert len(of_lines("防汛座谈会", "现将部分发言摘编如下。", *text)) == 3
    assert len(of_lines("防汛先进个人", "这三个人我们都记得。", *text)) == 1


def test_a_cover_names_the_reports_of_persons_below_it() -> None:
    cover = ("江北县水利局党委", "2020年度书记述职材料汇编", "局办公室编", "二〇二一年一月", "")
    said = _PROSE * 3
    text = ("机关党支部书记　黎明远", "局党委：", said, "水文站党支部书记　周 敏", said)
    chapters = of_lines(*cover, *text, "第二党支部书记　吴 桐", said)
    assert [chapter.works[0].authors for chapter in chapters] == [("黎明远",), ("周敏",), ("吴桐",)]
    assert {chapter.works[0].date for chapter in chapters} <= {None, ""}
