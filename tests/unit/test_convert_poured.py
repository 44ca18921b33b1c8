"""Texts that came down in one line, or in the screens of a viewer, without their breaks."""

from __future__ import annotations

import pytest
from compilation import account, parse
from compilation.body import stuck_headings
from compilation.divisions import poured
from convert_reading import front, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"


def test_a_viewer_with_headings_and_items_stuck_to_each_other() -> None:
    (chapter,) = of_lines(
        "《水文站工作总结.doc》为用户上传文档,支持在线浏览,更多《水文站工作总结.doc(3页)》尽在文档网。",
        f"1、水文站工作总结一年来，{_PROSE}{_PROSE}{_PROSE}一、主要工作1.看水。{_PROSE}2.换班。{_PROSE}全年守了",
        f"2、四十夜。{_PROSE}{_PROSE}{_PROSE}二、存在不足一是人少，夜里常常只有两个；二是灯暗。{_PROSE}三、明年",
        f"3、打算明年想做三件事。{_PROSE}",
        "文档内容来自用户,本网不对其真实性负责",
    )
    assert chapter.title == "水文站工作总结"
    blocks = chapter.works[0].blocks
    heads = ["一、主要工作", "二、存在不足", "三、明年打算"]
    assert [b.text for b in blocks if b.kind == "heading"] == heads
    assert "".join(b.text for b in blocks).endswith(f"明年想做三件事。{_PROSE}")
    assert [b.text[:5] for b in blocks if b.run_in] == ["1.看水。", "2.换班。"]


def test_sentences_counted_inside_a_numbered_paragraph_are_its_parts() -> None:
    steps = f"1.看在水前。{_PROSE}2.走在堤上。{_PROSE}3.睡在灯下。{_PROSE}"
    text = (f"一、守堤要勤。堤长人少。{steps}", f"二、换班要准。{_PROSE}")
    (chapter,) = of_lines("守堤三法", _PROSE, *text)
    heads = [(b.text[: b.run_in], b.level) for b in chapter.works[0].blocks if b.run_in]
    assert heads == [
        ("一、守堤要勤", 1),
        ("1.看在水前", 2),
        ("2.走在堤上", 2),
        ("3.睡在灯下", 2),
        ("二、换班要准", 1),
    ]


def test_salutations_between_blanks_in_screens_of_a_viewer() -> None:
    file = "守堤演讲稿两篇.doc"
    text = " ".join([_PROSE] * 9)
    source = (
        f"{file}\n《{file}》由会员分享，可免费在线阅读全文，更多与《守堤演讲稿两篇》相关文档资源请在文库网上搜索。\n"
        f"1、守堤演讲稿两篇 篇一：一夜 尊敬的领导，亲爱的同事们： {text} 谢谢大家！ "
        "篇二：堤上的灯 各位领导、同志们： 我是守堤人，每夜看着水尺\n"
        f"2、上的数字。 {_PROSE} 村里的朋友们，站里的同志们： {text} 谢谢大家！\n展开阅读全文\n"
    )
    _proved(source)
    first, second = of_lines(*source.splitlines())
    assert (first.title, second.title) == ("一夜", "堤上的灯")
    kept = [block.text for block in second.works[0].blocks]
    assert kept[0] == "各位领导、同志们："
    assert kept[1].startswith("我是守堤人")
    assert "村里的朋友们，站里的同志们：" in kept
    # No comma ends a line: 各位领导、 各位同事：
    assert poured.parts("守堤总结 各位领导、 各位同事： 大家好") == [(0, 20)]
    assert ".doc" not in front(*source.splitlines())


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、主要工作我们守了四十个夜晚，没有出过一次险情。", "一、主要工作"),
        ("二、今后的整改措施针对以上问题，我给自己定了三条。", "二、今后的整改措施"),
        ("（一）存在的问题1、学习不深入，笔记抄得多，想得少。", "（一）存在的问题"),
        ("三、工作中的问题主要在我，不在别人，这一点要说清楚。", ""),
        ("三、主要工作的开展情况良好，大家都很满意，也很放心。", ""),
        ("三、把工作做好，把堤守住，今年的水比往年来得更早些。", ""),
    ],
)
def test_where_a_heading_ends_that_its_text_sticks_to(text: str, heading: str) -> None:
    assert text[: stuck_headings.end(text, 0)] == heading


def test_titles_said_twice_before_the_text_that_sticks_to_them() -> None:
    book = of_lines(
        f"守堤学习心得(周)第一篇:守堤学习心得(周)守堤学习心得根据县里的要求，{_PROSE}{_PROSE}",
        f"第二篇:守堤心得体会守堤心得体会通过一个月的学习，{_PROSE}一、查出来的问题1、学习不深入，{_PROSE}"
        f"2、下堤不深入，{_PROSE}二、今后的措施针对以上问题，{_PROSE}收费科尤小平",
        "感谢您的阅读，如需下载请登录小米粒文库",
    )
    assert [c.title for c in book] == ["守堤学习心得（周）", "守堤心得体会"]
    first, second = (chapter.works[0] for chapter in book)
    assert (first.title, second.title) == ("守堤学习心得", "守堤心得体会")
    assert first.blocks[0].text.startswith("根据县里的要求")
    kinds = ["paragraph", "heading", "list-item", "list-item", "heading", "paragraph"]
    assert [b.kind for b in second.blocks] == kinds
    assert (second.authors, second.affiliation) == (("尤小平",), "收费科")


def _proved(source: str) -> None:
    """Convert a text and prove that nothing of it was lost or doubled."""
    for span in parse.outline(source).chapters:
        stretch = source[span.start : span.end]
        assert account.prove_span(parse.chapter(stretch, span), stretch, span) is None


@pytest.mark.parametrize(
    "between",
    ["  【字体：大 中 小】 【打印】 ", "&nbsp;&nbsp;", "   【打印本页】【关闭窗口】  　　"],
)
def test_what_a_page_puts_between_its_lines_in_one(between: str) -> None:
    lines = ("守堤工作的实施意见", "石桥社区党委书记  周敏", *(_PROSE,) * 4)
    for place in range(1, len(lines)):
        halves = ("      ".join(lines[:place]), "      ".join(lines[place:]))
        _proved(between.join(halves))


def test_who_signs_over_a_work_without_a_title_signs_once() -> None:
    for signed in ("述职人:建国", "作者姓名：海生", "□严正"):
        _proved("\n".join(("。", "11年2月2日", "二、守堤", signed, _PROSE, "二")))


def test_headings_with_the_first_of_their_list_stuck_to_them() -> None:
    cases = f"1、看水要勤。{_PROSE}2、换班要准。{_PROSE}"
    few = "1、换了一盏灯。2、修了两间房，各有一张床。"
    text = f"全年守堤工作如下。一、健全制度{cases}二、改善条件{few}三、加强教育。{_PROSE}"
    first, _ = of_lines("范文一：守堤总结", text, "范文二：换防总结", _PROSE)
    found = [(b.kind, b.level, b.text[: b.run_in or None]) for b in first.works[0].blocks]
    assert found == [
        ("paragraph", 0, "全年守堤工作如下。"),
        ("heading", 1, "一、健全制度"),
        ("list-item", 2, "1、看水要勤"),
        ("list-item", 2, "2、换班要准"),
        ("heading", 1, "二、改善条件"),
        ("list-item", 0, "1、换了一盏灯。"),
        ("list-item", 0, "2、修了两间房，各有一张床。"),
        ("paragraph", 1, "三、加强教育"),
    ]


def test_numbers_inside_a_heading_begin_no_list() -> None:
    text = f"{_PROSE}一、第1、第2道堤要守。{_PROSE}二、第3、第4道堤要修。{_PROSE}"
    first, _ = of_lines("范文一：守堤总结", text, "范文二：换防总结", _PROSE)
    starts = [block.text[:4] for block in first.works[0].blocks]
    assert starts == [_PROSE[:4], "一、第1", "二、第3"]


@pytest.mark.parametrize("signed", ["(青石站　周敏)2019年5月3日", "（青石站 周敏） 2019年5月3日"])
def test_an_essay_in_one_line_whose_title_has_a_subtitle(signed: str) -> None:
    line = (
        f"在平凡的堤上发光——水尺旁的夜晚 各位领导、各位同事：大家好！{_PROSE}"
        f"一、我的岗位很小。{_PROSE}{_PROSE}二、我的责任很大。{_PROSE}{_PROSE}{signed}"
    )
    _proved(line)
    (work,) = of_lines(line)[0].works
    assert (work.title, work.subtitle) == ("在平凡的堤上发光", "水尺旁的夜晚")
    assert (work.authors, work.affiliation, work.date) == (("周敏",), "青石站", "2019-05-03")
    assert [block.text for block in work.blocks][:2] == [
        "各位领导、各位同事：",
        f"大家好！{_PROSE}",
    ]
