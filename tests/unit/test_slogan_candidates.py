"""Candidates for a glossary: what is proposed, why, where, and in what order."""

from __future__ import annotations

import pytest
from compilation import slogans
from compilation.slogans import candidates
from compilation.slogans.recurring import recurring
from compilation.slogans.series import series
from compilation.slogans.unfold import unfold
from hypothesis import given, settings
from hypothesis import strategies as st


def proposed(text: str, *known: str) -> dict[str, slogans.Candidate]:
    return {one.text: one for one in candidates(text, known)}


def test_quoted_formulas_come_first():
    text = "抓好“三会一课”,开展“马上就办”活动,做好日常工作,做好各项服务工作。"
    assert [one.text for one in candidates(text)][:2] == ["三会一课", "马上就办"]


def test_a_candidate_says_how_often_where_and_why():
    text = "抓好“三会一课”。\n三会一课要常抓。"
    one = proposed(text)["三会一课"]
    assert one.count == 2
    assert [text[at : at + 4] for at in one.offsets] == ["三会一课", "三会一课"]
    assert "加了引号" in one.reasons
    assert "数字口号" in one.reasons


def test_what_is_known_is_not_proposed_again():
    assert "三会一课" not in proposed("抓好“三会一课”", "三会一课")


def test_a_digit_code_is_a_formula():
    assert proposed("围绕“12243”总体思路")["12243"].reasons


def test_single_characters_and_speech_are_not_put_forward():
    found = candidates("“先”和“优”。他说“我不知道怎么办”,落实“一岗双责”。")
    assert found[0].text == "一岗双责"
    assert not {"先", "优"} & {one.text for one in found}


def test_a_maxim_and_a_headed_phrase():
    found = proposed("作风建设永远在路上。要大力弘扬钉钉子精神,坚持到底。")
    assert "作风建设永远在路上" in found
    assert "钉钉子精神" in found


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("要讲学习、讲政治、讲正气，注重锻炼", ("讲学习", "讲政治", "讲正气")),
        ("坚持扶贫先扶志，扶贫必扶智", ("扶贫先扶志", "扶贫必扶智")),
        ("让大家红红脸、出出汗", ("红红脸", "出出汗")),
        ("门难进、脸难看、事难办的现象", ("门难进", "脸难看", "事难办")),
        ("想群众之所想，急群众之急，忙群众之所需", ("想群众之所想", "急群众之急", "忙群众之所需")),
        # What they share must stand at one place: 倾听群众意见 is no part of it.
        (
            "倾听群众意见，想群众之所想，急群众之急，忙群众之所需",
            ("想群众之所想", "急群众之急", "忙群众之所需"),
        ),
        ("纠正门难进、脸难看、事难办等。", ("门难进", "脸难看", "事难办")),
        ("自由、博爱、平等", ("自由", "博爱", "平等")),
    ],
)
def test_series(text, items):
    assert [one.items for one in series(text)] == [items]


@pytest.mark.parametrize("text", ["", "苹果、蔬菜园，养牛", "一句话，另外一句完全不同的话"])
def test_no_series(text):
    assert list(series(text)) == []


def test_recurring_phrases_need_varied_neighbours():
    text = "发挥先锋模范作用，强调先锋模范作用的意义，看先锋模范作用好不好"
    assert "先锋模范作用" in {one.text for one in recurring(text)}
    # The same passage twice is one passage: nothing in the middle of it is a phrase by itself.
    copied = "\n".join(["认真落实各项民生工程努力构建和谐稳定环境"] * 2)
    assert "民生工程" not in {one.text for one in recurring(copied)}


@pytest.mark.parametrize(
    ("text", "formula", "members"),
    [
        (
            "增强两种意识：一是责任意识，二是创新意识。",
            "两种意识",
            ("责任意识", "创新意识"),
        ),
        (
            "提出“三个零”目标：服务零距离、质量零差错、办税零投诉。",
            "三个零",
            ("服务零距离", "质量零差错", "办税零投诉"),
        ),
        (
            "落实不怕苦、不怕累、不怕脏的“三不怕”",
            "三不怕",
            ("不怕苦", "不怕累", "不怕脏"),
        ),
        (
            "落实“三个好”。先说“班子好”，再说“队伍好”，最后说“业绩好”。",
            "三个好",
            ("班子好", "队伍好", "业绩好"),
        ),
        (
            "做到“三带头”。带头学习，带头服务，带头守法，带头作用难发挥。",
            "三带头",
            ("带头学习", "带头服务", "带头守法"),
        ),
        ("只提“五改”工程", "五改", ()),
        ("大政工", "大政工", ()),
    ],
)
def test_members_that_the_text_gives(text, formula, members):
    assert unfold(text, formula) == members


def test_members_are_no_candidates_of_the_first_rank():
    text = "落实“三个好”。先说“班子好”，再说“队伍好”，最后说“业绩好”。抓“马上就办”。"
    order = [one.text for one in candidates(text)]
    assert order.index("三个好") < order.index("马上就办") < order.index("班子好")


def source(text: str, name: str = "原文.txt") -> slogans.Source:
    return slogans.source(name, text)


def test_places_are_those_of_the_source():
    text = "第一篇:题目\n题目\n认真抓好“五 个好”,落实\n抓好“三会一课”。再抓三会一课。\n"
    found = {one.candidate.text: one for one in slogans.survey([source(text)])}
    lines = text.split("\n")
    first, second = found["三会一课"].places
    assert lines[first.line - 1][first.column - 1 :].startswith("三会一课")
    assert (second.line, second.column) == (4, 12)
    (place,) = found["五个好"].places
    assert lines[place.line - 1][place.column - 1 :].startswith("五 个好")


def test_several_sources_are_taken_together():
    one, two = source("抓“三会一课”。\n", "甲.txt"), source("也抓三会一课。\n", "乙.txt")
    (finding,) = (one for one in slogans.survey([one, two]) if one.candidate.text == "三会一课")
    assert [place.file for place in finding.places] == ["甲.txt", "乙.txt"]
    assert slogans.places(finding, 1) == "甲.txt:1:3……"


def test_the_glossary_is_left_out():
    glossary = slogans.parse(
        "slogans:\n  - {term: 三会一课, kind: 机制, level: 全国, explanation: 说明。, "
        "origin: 待考, variants: [三课]}\nrejected:\n  - {phrase: 马上就办, reason: 普通}\n"
    )
    text = "题目\n抓“三会一课”“三课”“马上就办”“四个坚持”。\n"
    found = {one.candidate.text for one in slogans.survey([source(text)], glossary)}
    assert "四个坚持" in found
    assert not found & {"三会一课", "三课", "马上就办"}


def test_the_loader_takes_the_draft():
    text = (
        "增强两种意识：一是责任意识，二是创新意识。落实“三个好”：“班子好”“队伍好”。"
        "推行“12345”思路，“实施”“实时”服务，“整合铁、做大钛”，“五改”。\n"
    )
    draft = slogans.draft(slogans.survey([source(text)]))
    glossary = slogans.parse(draft)
    assert [member.text for member in glossary.by_form["两种意识"].members] == [
        "责任意识",
        "创新意识",
    ]
    assert glossary.by_form["三个好"].members_note == "文中找到2个，待考。"
    assert glossary.by_form["12345"].members_note == "文中没有列出，待考。"
    assert glossary.by_form["实时"].id != glossary.by_form["实施"].id
    assert "原文.txt:1:" in draft


def test_a_traditional_text_is_read_as_well():
    text = (
        "題目\n抓好「三會一課」，增強兩種意識：一是責任意識，二是創新意識。推行四議兩公開機制。\n"
    )
    found = {one.candidate.text: one for one in slogans.survey([source(text)])}
    assert {"三會一課", "兩種意識", "四議兩公開"} <= set(found)
    assert [member for member, _ in found["兩種意識"].members] == ["責任意識", "創新意識"]
    assert slogans.parse(slogans.draft(found.values())).by_form["三會一課"]


def test_a_draft_of_nothing():
    assert slogans.parse(slogans.draft([])).entries == ()


@settings(max_examples=30, deadline=None)
@given(st.text("三会一课两个好的，、。,:：“”《》12+-*是種 \n#‘’", max_size=80))
def test_the_loader_takes_any_draft(text):
    findings = slogans.survey([source(text)])
    glossary = slogans.parse(slogans.draft(findings))
    assert {entry.term for entry in glossary.entries} <= {one.candidate.text for one in findings}
