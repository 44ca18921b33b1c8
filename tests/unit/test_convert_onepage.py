"""Pages that came down in one line or a few, with the titles stuck to the texts."""

from __future__ import annotations

import pytest
from compilation import account, parse
from compilation.divisions import stuck_titles
from compilation.marks import headers
from compilation.marks.headers import Header
from convert_reading import front, of_lines, titles

_ONE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


def test_title_said_twice_parts_the_texts() -> None:
    page = (
        f"守堤学习心得体会两篇守堤学习心得体会云顶闸管所三工区：褚大川{_ONE * 2}"
        f"守堤学习心得体会{_ONE * 2}"
    )
    book = of_lines(page)
    assert [chapter.title for chapter in book] == ["守堤学习心得体会"] * 2
    assert [chapter.works[0].authors for chapter in book] == [("褚大川",), ()]
    assert book[0].works[0].affiliation == "云顶闸管所三工区"
    assert front(page) == ["守堤学习心得体会两篇"]


def test_file_of_a_viewer_names_the_title() -> None:
    page = (
        "《守堤学习体会.docx》由会员分享，可在线阅读，更多相关《守堤学习体会.docx》请在样例文档网上搜索。",
        f"1、守堤学习体会{_ONE * 4}退水以后我们把灯一盏一盏地",
        f"2、收了回来。【篇二换防学习体会】{_ONE * 4}",
    )
    assert titles(*page) == ["守堤学习体会", "换防学习体会"]


def test_title_in_the_middle_of_a_sentence_parts_nothing() -> None:
    long = f"守堤学习体会写过许多遍，每一遍都像第一遍。{_ONE * 4}我又翻出了那篇守堤学习体会。"
    assert stuck_titles.titles([long], "") == ()
    assert stuck_titles.parts(long[1:], [("守堤学习体会", True)]) == [(0, len(long) - 1)]


def test_first_words_said_twice_are_no_title() -> None:
    assert stuck_titles.titles([f"一遍一遍又一遍，一遍一遍又一遍。{_ONE * 4}"], "") == ()


def test_second_text_alone_makes_no_first_of_what_is_before_it() -> None:
    text = ("各位同志：", _ONE, _ONE, "第二篇 换防", _ONE, "第三篇 退水", _ONE)
    assert titles(*text) == ["换防", "退水"]


def test_screens_of_an_appeal_without_any_break() -> None:
    page = (
        "《汛期守堤倡议书.docx》由会员分享，可在线阅读，更多相关《汛期守堤倡议书.docx（2页珍藏版）》请在样例文库上搜索。",
        f"1、汛期守堤的倡议书各位家长朋友们：{_ONE * 3}现提醒如下："
        "一、家里方面1、锄头和灯要放在门后。2、夜里听见锣声就起来，先把门窗关好，"
        "再把老人和孩子送到高处去，路上数一遍",
        f"2、人数，一个也不能少。{_ONE * 3}二、村里方",
        f"3、面村里已经排好了四个班，每班九个人。{_ONE * 4}青石村防汛工作小组2022年6月20日",
    )
    (chapter,) = of_lines(*page)
    (work,) = chapter.works
    assert (work.title, work.affiliation) == ("汛期守堤的倡议书", "青石村防汛工作小组")
    assert work.date == "2022-06-20"
    assert [block.text[:6] for block in work.blocks if block.kind != "paragraph"] == [
        *("各位家长朋友", "一、家里方面", "1、锄头和灯", "2、夜里听见", "二、村里方面"),
    ]
    assert work.blocks[-1].text.startswith("村里已经排好")


def test_page_of_a_file_and_way_to_it_name_the_title() -> None:
    for words in (
        ("守堤工作经验材料_第1页", "守堤工作经验材料_第2页"),
        ("当前位置：首页 > 材料 > 守堤工作经验材料",),
        ("欢迎光临样例文库! 登录 | 注册", "本文标题：守堤工作经验材料"),
    ):
        (chapter,) = of_lines(*words, f"守堤工作经验材料{_ONE * 4}", "共2页", "守堤工作经验材料")
        (work,) = chapter.works
        assert work.title == "守堤工作经验材料"
        assert [block.text for block in work.blocks] == [_ONE * 4]
    sentence = f"守堤工作经验材料的写法各有不同。{_ONE * 4}"
    assert stuck_titles.titles([sentence], "守堤工作经验材料_第1页") == ()


_KINDS = ("述职报告（水利站站长）", "述职报告(2021年)", "述职报告", "标题:水利站站长述职报告")


@pytest.mark.parametrize("page", _KINDS)
def test_kind_of_text_in_short_over_the_full_title(page: str) -> None:
    text = ("守好一江清水　扎实为农服务", "——2021年度个人述职报告", "石桥镇水利站站长 周敏")
    (chapter,) = of_lines(page, "", *text, "", "各位领导：", _ONE * 4, _ONE * 3)
    (work,) = chapter.works
    assert (work.title, work.subtitle) == (text[0], "2021年度个人述职报告")
    assert work.authors == ("周敏",)


def test_parallel_headings_and_words_said_twice_part_a_page() -> None:
    page = (
        "守堤工作经验材料_第1页",
        f"守堤工作经验材料{_ONE * 2}一、守住堤身，让大家有底气堤身上每隔五十步立一块木牌。{_ONE}"
        f"二、守住堤脚，让大家有胆气(一)看好渗水渗水最怕夜里没有人看见。{_ONE}"
        f"三、守住闸口，让大家有灵气闸口的人要会听水声。{_ONE}",
        "下载须知：1. 打开文件需要安装办公软件。",
        "2. 附图不含在内。",
    )
    (chapter,) = of_lines(*page)
    assert [b.text for b in chapter.works[0].blocks if b.kind == "heading"] == [
        *("一、守住堤身，让大家有底气", "二、守住堤脚，让大家有胆气", "（一）看好渗水"),
        "三、守住闸口，让大家有灵气",
    ]
    assert chapter.works[0].blocks[-1].text.startswith("闸口的人")


def test_hints_of_a_site_on_its_files() -> None:
    files = (
        "1. 部分文档预览时显示不全，下载后就好了。",
        "2. 文件由会员上传，版权归属会员。",
    )
    for word in ("温馨提示：", "友情提示", "特别提醒:"):
        for items in (files, files[1:]):
            page = ("守堤工作经验材料", _ONE * 2, _ONE, "周敏", "2019年3月4日", word, *items)
            assert [b.text for b in of_lines(*page)[0].works[0].blocks] == [_ONE * 2, _ONE]
    own = ("温馨提示：", "1. 上堤请穿雨靴。", "2. 夜里请带手电。")
    found = of_lines("守堤工作经验材料", _ONE * 2, *own)[0].works[0].blocks
    assert [b.text for b in found[1:]] == list(own)


def test_the_name_of_a_file_in_book_marks_above_its_button() -> None:
    for name in ("《守堤演讲稿2篇.doc》", "守堤演讲稿2篇.docx"):
        page = ("守堤演讲稿", _ONE * 2, _ONE, name, "将本文的Word文档下载到电脑,方便收藏和打印")
        assert [b.text for b in of_lines(*page)[0].works[0].blocks] == [_ONE * 2, _ONE]


def test_numbers_of_screens_beside_a_list_and_below_what_a_viewer_says() -> None:
    text = (
        "《守堤总结(2篇).doc》由会员分享,可在线阅读,更多相关《守堤总结(2篇)》请在文库网上搜索。",
        *("1、守堤总结(2篇)", "第1篇 守堤", "（一）换防方面。沙袋，是村里的。汛后一查，剩了"),
        *("2、一半，没有人知道。", "第2篇 换防", "1、巡堤不勤", _ONE, "2、换防不准"),
        *("后来村里自己修了四百米，我去看时，", "3、心里不是滋味。", "3、记账不细", _ONE),
    )
    one, two = of_lines(*text)
    assert front(*text) == ["守堤总结（2篇）"]
    (block,) = one.works[0].blocks
    assert block.text.endswith("汛后一查，剩了一半，没有人知道。")
    headed = [block.text for block in two.works[0].blocks if block.kind == "heading"]
    assert headed == ["1、巡堤不勤", "2、换防不准", "3、记账不细"]


def test_a_stretch_that_is_all_noise_when_it_is_read_alone() -> None:
    source = "【打印本页】 【关闭窗口】　　上一条：守堤总结　　下一条：没有了"
    header = Header(0, headers.UNMARKED, 4, 0, (0, 0), (0, 13))
    span = parse.Span(0, len(source), 1, header, (), 4, True)
    parsed = parse.chapter(source, span)
    assert parsed.chapter is not None
    assert (parsed.chapter.title, parsed.chapter.works[0].blocks) == ("", ())
    assert account.prove_span(parsed, source, span) is None
