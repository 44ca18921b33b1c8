"""Notices and the rules that they print: salutations, articles, items."""

from __future__ import annotations

from convert_reading import blocks, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def test_a_salutation_with_its_colon_in_front() -> None:
    notice = ("：各位护堤队员", _PROSE, _PROSE, "县堤防管理所", "2018年12月9日")
    (chapter,) = of_lines(*notice)
    assert (chapter.title, chapter.works[0].affiliation) == ("", "县堤防管理所")
    assert blocks(*notice)[0] == ("salutation", "：各位护堤队员")
    assert blocks("守堤", "：堤上的灯亮着。", _PROSE)[0][0] == "paragraph"
    assert blocks("守堤", "：各位的灯都亮着，人也都在。", _PROSE)[0][0] == "paragraph"


_ITEMS = (
    "（一）堤上的灯必须有人看守；",
    "（二）守堤人换班要签名。当面交接，不得代签，换班的时间写在簿子上。",
    "（三）水位表每小时看一次。",
)


def test_what_is_numbered_under_articles_are_items() -> None:
    text = blocks(
        *("守堤办法", "第一条 为了守好大堤，特制定本办法。", "第二条 守堤人应当做到："),
        *(*_ITEMS, "夜间加倍。", "（四）簿子每月收存", "第三条 本办法自公布之日起施行。"),
    )
    kinds = ["paragraph", "paragraph", *["list-item"] * 3, "paragraph", "list-item", "paragraph"]
    assert [kind for kind, _ in text] == kinds


def test_what_only_speaks_of_articles_has_headings() -> None:
    for quoted in (
        ("第三条 守堤人应当做到的，就是这几样。", "第一条 为了守好大堤。", _PROSE),
        ("第一条 为了守好大堤。", "第二条 守堤人应当做到：", "一、守堤的要求"),
    ):
        text = blocks("学习守堤办法", *quoted, "（一）看灯", _PROSE, "（二）换班", _PROSE)
        assert [text for kind, text in text if kind == "heading"][-2:] == [
            "（一）看灯",
            "（二）换班",
        ]


def test_letter_to_all_after_an_unsigned_notice() -> None:
    """Its title names no kind; it is set apart, and it addresses its readers."""
    first = ("拟表彰守堤员名单公示", *[_PROSE] * 4, "公示期为：6月23日到6月27日", "")
    letter = ("水利站向全体守堤员致以节日的问候", "全体守堤员：", _PROSE, _PROSE, "石桥水利站")
    assert titles(*first, *letter, "2020年9月28日") == [first[0], letter[0]]


def test_what_all_shall_do_is_no_salutation() -> None:
    text = ("守堤通知", _PROSE, "", "巡堤安排", "全体人员要记住：", _PROSE, "", _PROSE)
    assert titles(*text) == ["守堤通知"]


def test_how_to_keep_the_paper_stands_over_its_title() -> None:
    for said in ("内部资料　注意保存", "（内部文稿，请勿外传）"):
        (chapter,) = of_lines(said, "在守堤动员会上的讲话", "同志们：", _PROSE, _PROSE)
        assert (chapter.title, chapter.works[0].blocks[0].kind) == ("在守堤动员会上的讲话", "note")
    assert titles("内部资料的保管", _PROSE, _PROSE) == ["内部资料的保管"]
