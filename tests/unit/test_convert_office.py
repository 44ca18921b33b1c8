"""Papers of offices as word processors and PDFs hand them on: tabs, page marks, broken lines."""

from __future__ import annotations

import pytest
from compilation.body.lines import split
from compilation.body.pour import part
from compilation.divisions import poured
from compilation.tops.titles import title_lines
from compilation.web import inside
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_a_number_and_its_heading_are_parted_by_a_tab() -> None:
    text = (
        "\t\t水文站防汛工作汇报",
        f"\t一、\t基本情况\n\t{_PROSE}\n\t（一）\t抓早动手。{_OTHER}",
        f"\t（1）\t查堤。{_PROSE}\n\t1）\t查闸。{_OTHER}\n\t附件：\t1.\t值班表",
    )
    assert [kind for kind, _ in blocks(*text)] == [
        "heading", "paragraph", "paragraph", "list-item", "list-item", "note",
    ]  # fmt: skip
    assert blocks(*text)[2][1].startswith("（一）抓早动手。")


def test_so_they_are_where_all_lines_came_down_as_one() -> None:
    lines = ("水文站防汛工作汇报", "一、", "基本情况", _PROSE, "二、", "主要做法", _OTHER)
    lines += ("（一）", f"抓早动手。{_PROSE}", "（二）", f"抓实检查。{_OTHER}")
    (chapter,) = of_lines("\t".join(lines))
    assert chapter.title == "水文站防汛工作汇报"
    starts = [block.text[:5] for block in chapter.works[0].blocks]
    assert starts == [
        "一、基本情",
        "堤上的灯亮",
        "二、主要做",
        "第二天早上",
        "（一）抓早",
        "（二）抓实",
    ]


def test_a_tab_behind_other_words_is_a_break() -> None:
    """Also behind a number that is the end of a name, and behind a salutation."""
    for before in ("同志们：", "先看《防汛须知》（二）", _PROSE):
        assert poured.lost_indents(f"{before}\t{_OTHER}") == [len(before)]
    assert poured.lost_indents(f"（二）\t{_OTHER}") == []


#: A hard-wrapped PDF without indents: a full line has 28 characters, the first of a paragraph 26.
_PDF = (
    "水文站防汛工作总结",
    "",
    "今年入汛以来，在县委、县政府的坚强领导下，水文站全体职",
    "工坚守岗位，上下游互相通气，测报洪水十一场，没有漏报一场、",
    "迟报一次，群众安全转移，庄稼损失不大。",
    "— 1 —",
    "在看到成绩的同时，我们也清醒地看到，工作中还存在一",
    "些不足：",
    "1.测报力量薄弱，六个测站的职工平均年龄已经达到 47",
    "岁，夜里值班有困难；",
    "2.部分观测员责任心不够强，上堤看水、回站记数有时不",
    "及时；",
    "— 2 —",
    "3.老仪器太旧，下一步要更换。",
    "站长听完汇报，没有批评谁，只对大家说了一句老话，他说：",
    "“堤是大家的堤，少一个人守都不行，今年没有守好的，明年从",
    "头再守。”",
)


def test_lines_of_a_pdf_are_joined_across_page_marks() -> None:
    starts = [text[:6] for _, text in blocks(*_PDF)]
    assert starts == [
        "今年入汛以来",
        "在看到成绩的",
        "1.测报力量",
        "2.部分观测",
        "3.老仪器太",
        "站长听完汇报",
    ]
    assert blocks(*_PDF)[2][1].endswith("达到47岁，夜里值班有困难；")
    assert blocks(*_PDF)[5][1].endswith(
        "他说：“堤是大家的堤，少一个人守都不行，今年没有守好的，明年从头再守。”"
    )


def test_a_long_heading_is_not_joined_with_its_text() -> None:
    heading = "（一）坚持上下游一起动手，把责任落实到每一段堤"
    found = blocks(*_PDF, heading, "守堤的人换了三班。", "（二）看水", *_PDF[2:5])
    assert ("heading", heading) in found


def test_an_enumeration_goes_on_whose_number_was_broken_off() -> None:
    text = (
        "这一年测站的工作还有三个方面的差距，一是人手实在不够；二",
        "是观测设备太旧，下大雨的时候雨量计常常要靠人去看去记录；",
        "三是培训不多。",
    )
    assert [text[:4] for _, text in blocks(*_PDF[:5], *text, *_PDF[6:])].count("三是培训") == 0


def test_a_page_mark_is_glued_to_a_line() -> None:
    text = ("水文站总结", f"{_PROSE[:14]}— 2 —{_PROSE[14:]}", f"— 3 —（一）看水。{_OTHER}")
    assert [text for _, text in blocks(*text)] == [_PROSE, f"（一）看水。{_OTHER}"]
    for said in ("第 1 — 3 — 5 号堤段。", "按1—2—3的次序巡堤。", "堤 —— 2 —— 闸"):
        assert inside.find(said) == []


_TO = ("各测站：", "现将《全县水文“百日”行动方案》印发给你们，请结合实际认真执行。")
_SIGNED = ("县水文局", "2024年6月3日")
_PLAN = ("全县水文“百日”行动方案", _PROSE, "一、工作目标", _OTHER)


@pytest.mark.parametrize(
    "title",
    [
        ("关于印发《全县水文“百日”", "行动方案》的通知"),
        ("县水文局", "关于印发《全县水文“百日”", "行动方案》的通知"),
        ("县水文局关于", "印发《全县水文“百日”行动方案》的通知"),
        ("关于印发全县水文“百日”行动", "方案的通知"),
    ],
)
def test_a_notice_has_its_title_in_some_lines(title: tuple[str, ...]) -> None:
    text = ("水文办〔2024〕22号", *title, *_TO, *_SIGNED, "— 1 —", *_PLAN)
    notice, plan = of_lines(*text)
    assert (notice.title, plan.title) == ("".join(title), _PLAN[0])
    assert notice.works[0].blocks[0].kind == "note"
    assert notice.works[0].date == "2024-06-03"


def test_the_body_that_issues_it_stands_below_the_letterhead() -> None:
    title = ("县水文局", "关于印发《全县水文“百日”行动方案》的通知")
    top = ("县水文局文件", "水文〔2024〕22号")
    attached = ("附件：全县水文“百日”行动方案", *_SIGNED, "（此件公开发布）", "附件", *_PLAN)
    found = of_lines(*top, *title, *_TO, *attached)
    assert [(c.marker, c.title) for c in found] == [("", "".join(title)), ("附件", _PLAN[0])]
    assert front(*top, *title, *_TO, *attached) == list(top)
    assert [block.kind for block in found[0].works[0].blocks[-2:]] == ["note", "note"]


@pytest.mark.parametrize(
    "text",
    ["县水文局\n守堤的夜里", "关于守堤的几点思考\n在全县大会上的讲话", "关于守堤的通知\n值班制度"],
)
def test_lines_that_are_no_title_together(text: str) -> None:
    assert title_lines(split(f"{text}\n{_PROSE}")[0], 0) == 1


def test_a_title_in_two_lines_over_what_is_attached() -> None:
    found = titles(
        "石水发〔2013〕37号",
        "石桥县水务局关于开展中小型水库",
        "坝体安全专项检查的通知",
        "各乡镇水利站：",
        _PROSE,
        "附件：坝体安全专项检查实施细则",
        "附件",
        "坝体安全专项检查实施细则",
        _PROSE,
    )
    assert found == [
        "石桥县水务局关于开展中小型水库坝体安全专项检查的通知",
        "坝体安全专项检查实施细则",
    ]


def test_the_last_character_of_a_title_on_a_line_of_its_own() -> None:
    top = ("石桥县水务局党支部书记教育整顿个人剖析材", "料")
    assert titles(*top, _PROSE, _PROSE) == ["".join(top)]
    # It must end the word; another character is none of the title.
    assert titles("石桥县水务局党支部书记个人剖析材料", "啊", _PROSE, _PROSE) != ["".join(top)]


def test_what_a_notice_prints_has_a_title_in_two_lines_and_its_issuer() -> None:
    notice = (
        "石水发〔2016〕31号",
        "关于印发《关于推进水库坝体安全专项检查",
        "常态化的实施方案》的通知",
        "各乡镇水利站：",
        _PROSE,
        "石桥县水务局",
        "2016年5月16日",
    )
    found = titles(
        *notice, "石桥县水务局关于推进水库坝体安全", "专项检查常态化的实施方案", _PROSE, _OTHER
    )
    assert found == [
        "关于印发《关于推进水库坝体安全专项检查常态化的实施方案》的通知",
        "石桥县水务局关于推进水库坝体安全专项检查常态化的实施方案",
    ]
    # A head that the notice does not name is one of its own text.
    assert len(titles(*notice[:5], "关于坝体的几点", "说明", _PROSE, *notice[5:])) == 1


def test_a_document_whose_title_stands_below_what_is_attached() -> None:
    """Its lines came in a wrong order: it begins above the mark of what is attached."""
    found = of_lines(
        "二、检查时间",
        _PROSE,
        "附件：坝体安全专项检查实施细则",
        "一、检查范围",
        "2016年5月16日",
        "关于印发坝体安全专项检查实施细则的通知",
        _PROSE,
        _OTHER,
    )
    assert [block.text for chapter in found for work in chapter.works for block in work.blocks]
    assert len(found) <= 2


def _wrapped(*paragraphs: str, first: int) -> list[str]:
    """Give paragraphs as a PDF has them: full lines of twenty characters, the first of fewer."""
    lines: list[str] = []
    for text in paragraphs:
        lines += [text[:first], *(text[at : at + 20] for at in range(first, len(text), 20))]
    return lines


def test_first_lines_that_lost_their_indent_begin_paragraphs() -> None:
    words = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退下去，天快亮才想起没有吃饭"
    ragged, full = f"{words}，大家都笑了。", f"{words}，大家都笑了起来，灯也灭了。{words[:2]}。"
    full = full[: (len(full) - 18) // 20 * 20 + 17] + "。"  # its last line is as long as all
    text = [ragged, ragged, full, ragged, full, ragged, ragged]
    assert [line for _, line in blocks("水文站的一夜", *_wrapped(*text, first=18))] == text
    # Where first lines are as long as others, nothing shows where one begins.
    assert len(blocks("水文站的一夜", *_wrapped(*text, first=20))) < len(text)


def test_hard_wrapped_text_lost_no_breaks() -> None:
    said = "站上的人说了这样几件事：1. 灯要亮着，人要醒着；2. 表要看得准，闸要开得灵。"
    (line,) = split(f"{_PROSE}{said}{_PROSE * 15}")[0]
    assert len(part(line, wrapped=True)) == 1
    assert len(part(line)) == 3


def test_one_blank_behind_a_stop_is_a_slip() -> None:
    long = f"{_PROSE * 8} {_OTHER * 8}"
    assert len(blocks("水文站总结", _PROSE * 9, long, _OTHER * 9)) == 3
    assert len(blocks("水文站总结", _PROSE * 9, f"{long} {long}", _OTHER * 9)) == 6
