"""A source in Traditional characters: read by the same rules, given in its own characters."""

from __future__ import annotations

from compilation import account, parse
from compilation.model import Edit
from compilation.problems import Code, Problem
from compilation.text import folding
from compilation.unfolding import Unfolding
from convert_reading import chapters

_TEXT = """首頁 > 範文 > 心得體會
發佈時間：2014-05-06 瀏覽次數：88
第一篇：幹部下鄉心得體會
後勤處 范 乾元
這個月我在鄉下住了二十天 ，幹了些雜事 , 曬乾了三畝地的穀子，只是嗓子啞了。
一、後進變先進。村裡的乾部們說：“乾活不怕累。”
2014年5月6日
第二篇：
一隻瓷碗的故事
開闢了新路以後，鐘聲一響，我們便出發了，誰也沒有後退半步。
"""


def test_titles_and_names_keep_their_characters() -> None:
    first, second = chapters(_TEXT)
    assert (first.marker, first.title) == ("第一篇", "幹部下鄉心得體會")
    assert second.title == "一隻瓷碗的故事"
    (work,) = first.works
    assert (work.authors, work.affiliation) == (("范乾元",), "後勤處")


def test_what_the_rules_drop_is_dropped_in_either_script() -> None:
    text = "".join(block.text for work in chapters(_TEXT)[0].works for block in work.blocks)
    assert "瀏覽" not in text
    assert "幹了些雜事，曬乾了三畝地的穀子，只是" in text


def test_nothing_is_lost() -> None:
    outline = parse.outline(_TEXT)
    assert outline.front is None or outline.front.folded
    for span in outline.chapters:
        stretch = _TEXT[span.start : span.end]
        assert account.prove_span(parse.chapter(stretch, span), stretch, span) is None


def test_a_part_in_traditional_characters_is_enough() -> None:
    simplified = "第一篇：下乡心得\n这个月我们开会学习，总结经验。\n" * 3
    assert not folding.needs(simplified)
    assert folding.needs(simplified + "第四篇：下鄉心得\n這個月我們開會學習，總結經驗。\n")


def test_an_edit_says_what_the_source_has() -> None:
    own = Unfolding("甲後 ,乙", "甲后 ,乙", 10)
    assert own.edits([Edit(11, "后 ,", "后，", "punctuation")]) == (
        Edit(11, "後 ,", "後，", "punctuation"),
    )


def test_a_problem_quotes_the_source() -> None:
    own = Unfolding("三、後勤保障", "三、后勤保障", 0)
    told = own.problem(Problem(Code.HEADING_UNCERTAIN, "“后勤保障”没有序号，当作小标题。"))
    assert told.message == "“後勤保障”没有序号，当作小标题。"
    other = Problem(Code.HEADING_UNCERTAIN, "“别的”没有序号。")
    assert own.problem(other) is other
