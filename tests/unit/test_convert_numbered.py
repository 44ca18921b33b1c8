"""Numbered titles of a list at the front, with bare page numbers between the texts."""

from __future__ import annotations

import pytest
from compilation.body import outlines
from compilation.body.lines import split
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_NAMES = ("守堤的一夜", "退水的早晨", "换防的路上")
_LIST = [f"{n}.{name}..............薛 刚({n})" for n, name in enumerate(_NAMES, 1)]


def _book(title: str, *below: str) -> list[str]:
    lines = [title, "目    录", *_LIST, ""]
    for number, name in enumerate(_NAMES, 1):
        lines += [f"{number}.{name}", *below, *[_PROSE] * 7, str(number)]
    return lines


def test_numbered_titles_with_subtitles_below_a_list() -> None:
    book = of_lines(*_book("水利局“书香班组”活动", "——读《平凡的世界》有感", "维修所 薛 刚"))
    assert [(c.marker, c.title) for c in book] == [
        (str(n), name) for n, name in enumerate(_NAMES, 1)
    ]
    assert [len(c.works[0].blocks) for c in book] == [7, 7, 7]
    assert book[0].works[0].authors == ("薛刚",)


def test_spaced_name_of_a_book_says_that_there_are_several_texts() -> None:
    assert titles(*_book("读 后 感 汇 编")) == list(_NAMES)


def test_numbered_headings_of_one_report_are_no_texts() -> None:
    assert titles(*_book("关于防汛工作的调研报告")) == ["关于防汛工作的调研报告"]


def test_bare_numbers_over_text_are_no_pages() -> None:
    text = ("守堤的一夜", "1", _PROSE, "2", _PROSE, "3", _PROSE)
    assert [line for _, line in blocks(*text)].count(_PROSE) == 3
    assert "2" in [line for _, line in blocks(*text)]


def test_numbered_headings_of_one_speech_that_name_speeches() -> None:
    parts = ("一、听了换防汇报后的发言", *[_PROSE] * 4, "二、在听取巡查情况时的讲话", *[_PROSE] * 4)
    speech = "在守堤换防及巡查问题座谈会上的讲话"
    assert titles(speech, "", "2007年3月5日", "", *parts) == [speech]


def test_numbered_speeches_of_persons_at_a_meeting_are_texts() -> None:
    parts = ("一、周敏同志的发言", *[_PROSE] * 4, "二、赵海同志的发言", *[_PROSE] * 4)
    assert len(titles("在全县防汛工作座谈会上的发言", *parts)) == 2
    kinds = ("一、守堤工作总结", *[_PROSE] * 4, "二、换防工作总结", *[_PROSE] * 4)
    assert len(titles("石桥水库年度材料", *kinds)) == 2


def test_inner_numbers_stand_below_outer_ones_of_any_form() -> None:
    for outer in (("一、水情", "三、工情"), ("1、水情", "3、工情"), ("水情与天气", "工情与人力")):
        inner = ("2.1 水位高", _PROSE, "2.2 退水慢，涨水快", _PROSE)
        text = (
            "守堤的总结",
            outer[0],
            *inner,
            outer[1],
            "4.1 缺人",
            _PROSE,
            "4.2 灯暗处多",
            _PROSE,
        )
        (chapter,) = of_lines(*text)
        levels = [block.level for block in chapter.works[0].blocks if block.kind == "heading"]
        assert levels == [1, 2, 2, 1, 2, 2]


def test_measures_are_no_inner_numbers() -> None:
    for text in ("2.1米的水位\n2.2米的水位", "2.1 水位高\n2.4 水位低", "2 水位高\n4.1 水位低"):
        assert outlines.marks(split(text)[0]) == []


_PAPER = (
    *("堤上灯光调研报告", _PROSE, "1水情", "1.1水位高", _PROSE, "1.2退水慢", _PROSE),
    *("2 工情", "2.1堤上缺人", _PROSE, "2.2灯暗处多", _PROSE, "4建议与展望", _PROSE),
)


def test_numbers_of_an_outline_may_stick_and_leave_some_out() -> None:
    (chapter,) = of_lines(*_PAPER)
    levels = [block.level for block in chapter.works[0].blocks if block.kind == "heading"]
    assert levels == [1, 2, 2, 1, 2, 2, 1]
    counted = ("1.1水位高", "5班守堤的人", "1.2退水慢", "2 工情", "4 灯光")
    assert outlines.marks(split("\n".join(counted))[0]) == []
    stuck = ("1 水情", "1.1水位高", "5班守堤的人", "1.2退水慢", "2 工情")
    assert [index for index, _ in outlines.marks(split("\n".join(stuck))[0])] == [0, 1, 3, 4]


def test_a_list_of_headings_over_the_title_is_front_matter() -> None:
    pages = ("目录", "1水情\t1", "1.1水位高\t1", "1.2退水慢\t2", "2 工情\t3", "4建议与展望\t9")
    assert titles(*pages, *_PAPER) == [_PAPER[0]]
    assert front(*pages, *_PAPER)[0] == "目录"
    assert len(front(*pages, *_PAPER)) == len(pages)


def test_the_first_heading_below_the_list_is_no_title() -> None:
    pages = ("目录", "一、水情\t1", "二、工情\t3", "三、人情\t9")
    text = ("一、水情", _PROSE, "二、工情", _PROSE, "三、人情", _PROSE)
    assert titles(*pages, *text) == ["目录"]


def test_a_last_number_tells_that_the_others_were_lost() -> None:
    text = ("守堤的总结", "水情与天气", _PROSE, "工情与人力", _PROSE, "三、明年的打算", _PROSE)
    (chapter,) = of_lines(*text)
    assert [b.level for b in chapter.works[0].blocks if b.kind == "heading"] == [1, 1, 1]
    under = ("守堤的总结", "工情与人力", "一、堤上的人", _PROSE, "二、堤上的灯", _PROSE)
    (chapter,) = of_lines(*under)
    assert [b.level for b in chapter.works[0].blocks if b.kind == "heading"] == [1, 2, 2]


def test_what_frames_the_numbered_headings_is_on_their_level() -> None:
    text = ("守堤的总结", "引言", _PROSE, "一、水情", _PROSE, "二、工情", _PROSE, "结语", _PROSE)
    (chapter,) = of_lines(*text)
    assert [b.level for b in chapter.works[0].blocks if b.kind == "heading"] == [1, 1, 1, 1]


def _by(title: str, name: str) -> tuple[str, ...]:
    return (title, f"主讲人：{name}", "2012年3月5日", "老师们、同学们：", *_WEEK)


_WEEK = (
    "早上好！昨天下了一场大雨，操场上的旗杆洗得很亮，旗子也好像比上个星期高了一截，红得更好看。",
    "我看见值日的同学天不亮就来扫水，一扫帚一扫帚，把一个湖扫成了一条河，又把一条河扫成了一块镜子。",
)


def test_weeks_before_the_titles_are_marks() -> None:
    text = (
        *_by("第二周：一把扫帚的早晨", "周敏"),
        *_by("第七周：一盏灯的晚上", "白洁"),
        *_by("第十三周：一本书的中午", "吴立民"),
    )
    found = of_lines("国旗下讲话稿汇编", *text)
    assert [(c.marker, c.title) for c in found] == [
        ("第二周", "一把扫帚的早晨"),
        ("第七周", "一盏灯的晚上"),
        ("第十三周", "一本书的中午"),
    ]
    assert found[0].works[0].authors == ("周敏",)


def test_weeks_of_some_titles_belong_to_them() -> None:
    text = (
        *_by("第二周：一把扫帚的早晨", "周敏"),
        *_by("一盏灯的晚上", "白洁"),
        *_by("第十三周：一本书的中午", "吴立民"),
    )
    assert titles("国旗下讲话稿汇编", *text)[0] == "第二周：一把扫帚的早晨"


def test_a_week_whose_speaker_nobody_knows() -> None:
    text = (
        *_by("第二周：一把扫帚的早晨", "周敏"),
        *_by("第七周：一盏灯的晚上", "白洁"),
        *("第十三周：一本书的中午", "同学们：", *_WEEK),
    )
    assert [(c.marker, c.title) for c in of_lines("国旗下讲话稿汇编", *text)][2:] == [
        ("第十三周", "一本书的中午")
    ]


_PAGES = (1, 4, 9)
_PAGED = [f"{name}………………薛 刚（{page}）" for name, page in zip(_NAMES, _PAGES, strict=True)]


def _paged(*listed: str) -> list[str]:
    lines = ["守堤征文选编", "目    录", *listed]
    for name, page in zip(_NAMES, _PAGES, strict=True):
        lines += [name, "城关小学 薛 刚", *[_PROSE] * 7, str(page)]
    return lines


def test_pages_that_do_not_run_on_below_a_list_of_pages() -> None:
    book = of_lines(*_paged(*_PAGED))
    assert [c.title for c in book] == list(_NAMES)
    assert [len(c.works[0].blocks) for c in book] == [7, 7, 7]


def test_numbers_that_no_list_gives_as_pages_stay() -> None:
    book = of_lines(*_paged(*_NAMES))
    assert [b.text for c in book for b in c.works[0].blocks if b.text.isdecimal()]


def test_a_group_of_teachers_below_a_title() -> None:
    lines = ["守堤征文选编", "目    录", *_PAGED]
    groups = ("语文教研组", "物理备课组", "三年级组")
    for name, group in zip(_NAMES, groups, strict=True):
        lines += [name, group, *[_PROSE] * 7]
    assert [c.works[0].affiliation for c in of_lines(*lines)] == list(groups)


def test_bare_numerals_over_headings_of_the_same_numerals() -> None:
    text = ["防汛心得体会三篇"]
    for number, title in zip("一二三", ("灯下的堤", "换班以后", "水退了"), strict=True):
        text += [number, title, _PROSE, "一、守堤", _PROSE, _PROSE, "河湾水文站", "2019年7月5日"]
    found = of_lines(*text)
    assert [(c.marker, c.title) for c in found] == [
        ("一", "灯下的堤"),
        ("二", "换班以后"),
        ("三", "水退了"),
    ]


@pytest.mark.parametrize("brackets", ["【】", "[]"])
@pytest.mark.parametrize("row", ["", "========"])
@pytest.mark.parametrize("listed", [True, False])
def test_numbers_in_brackets_are_marks(brackets: str, row: str, listed: bool) -> None:
    before, behind = brackets
    names = [f"{before}{n}{behind}{name}" for n, name in zip("一二三", _NAMES, strict=True)]
    texts = [line for name in names for line in (name, "维修所　薛刚", _PROSE, _PROSE, row)]
    book = of_lines("堤上来信", *(["目录", *names, row] if listed else []), *texts)
    assert [(c.marker, c.title) for c in book] == list(zip("一二三", _NAMES, strict=True))
    assert {c.works[0].authors for c in book} == {("薛刚",)}
