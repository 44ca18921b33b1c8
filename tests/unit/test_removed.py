"""What is in the source and not in the book is quoted in the list of emendations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compilation import pipeline
from compilation import removed as removed_text
from compilation.model import Chapter, Edit, Work
from compilation.own_words import simplified, traditional
from compilation.removed import Removed
from compilation.render import removed
from compilation.rules import RULES
from conftest import ROOT
from emended_books import entry, settings

BODY = "闸门开了三次，水位退下去两尺，大家才回去吃饭。\n"


def page(folder: Path, text: str, structure: str = "", emendations: str = "") -> str:
    """Convert a text; give the list of emendations from what is changed by rule on."""
    options = settings(folder, text, emendations, structure)
    pipeline.write(options)
    made = (options.output / "appendix" / "emendations.md").read_text(encoding="utf-8")
    return made[made.index("(changes-by-rule)=") :]


def quoted(made: str) -> list[str]:
    return [line for line in made.splitlines() if line.startswith("- ")]


def test_what_the_editor_dropped_is_quoted_with_its_line(tmp_path: Path) -> None:
    text = f"各站 来稿\n第一篇：守闸记\n{BODY}此稿*已*登报\n第二篇：修闸记\n{BODY}此稿*已*登报\n"
    drop = "- {line: 各站, is: drop}\n" + "".join(
        f"- {{line: 此稿, number: {number}, is: drop}}\n" for number in (4, 7)
    )
    made = page(tmp_path, text, drop)
    assert quoted(made) == [
        "- 卷首　编者指定：*各站 来稿*（第1行）",
        r"- 第一篇　编者指定：*此稿\*已\*登报*（第4行）",
        r"- 第二篇　编者指定：*此稿\*已\*登报*（第7行）",
    ]
    assert "(removed-text)=\n## 去掉的文字\n" in made
    assert "去掉的文字另抄在后面。" in made


def test_noise_is_quoted_rule_by_rule_each_text_once(tmp_path: Path) -> None:
    button = "【字体：大 中 小】 打印本页 关闭窗口\n"
    text = f"第一篇：守闸记\n{button}{BODY}第 3 页 共 9 页\n{BODY}{button}第二篇：修闸记\n{BODY}"
    first, second = quoted(page(tmp_path, text))
    assert first.startswith(
        "- 第一篇　去掉网页按钮和功能文字：*【字体：大 中 小】 打印本页 关闭窗口*"
    )
    assert first.endswith("（第2、6行）")
    assert second == "- 第一篇　去掉页码标记：*第 3 页 共 9 页*（第4行）"


def test_an_address_between_blanks_is_quoted(tmp_path: Path) -> None:
    text = f"第一篇：守闸记\n放学了，孩子们排着队 www.wenmi.net 走下山去。\n{BODY}"
    made = page(tmp_path, text)
    assert "汉字之间的空格" not in made
    (line,) = quoted(made)
    assert line == r"- 第一篇　去掉插入的广告与站点名：*www\.wenmi\.net*（第2行）"


@pytest.mark.parametrize(("again", "said"), [("守闸人", []), ("守闸入", ["水库守闸入的一天"])])
def test_a_title_said_twice_is_quoted_where_it_was_said_otherwise(
    tmp_path: Path, again: str, said: list[str]
) -> None:
    made = page(tmp_path, f"第一篇：水库守闸人的一天\n水库{again}的一天\n{BODY}")
    assert "| 去掉重复的题目 | 1 |" in made
    assert quoted(made) == [f"- 第一篇　去掉重复的题目：*{one}*（第2行）" for one in said]


@pytest.mark.parametrize(
    ("again", "said"),
    [
        # In several lines, together the whole; with the subtitle, or that alone.
        (["青石水库", "守闸人的一天"], []),
        (["青石水库守闸人的一天"], []),
        # A letterhead or an end is no title, though its words are in one.
        (["青石水库"], ["青石水库"]),
        (["守闸人的一天", "青石水库"], ["守闸人的一天", "青石水库"]),
        (["青石水库守闸人的一天", "的一天"], ["的一天"]),
        (["一年的灯"], []),
        (["青石水库守闸人的一天——一年的灯"], []),
    ],
)
def test_a_part_of_a_title_is_quoted_but_not_a_title_in_several_lines(
    again: list[str], said: list[str]
) -> None:
    title, subtitle = "青石水库守闸人的一天", "一年的灯"
    work = Work("e01a", title, subtitle, (), "", "", ())
    chapter = Chapter("e01", 1, "第一篇", title, (work,), 1)
    edits, source = [], "第一篇：青石水库守闸人的一天\n"
    for line in again:
        edits.append(Edit(7 + len(source), line, "", "doubled-title"))
        source += f"{line}\n"
    found = removed_text.of(edits, chapter, source, 7, 1)
    assert [piece.text for piece in found] == said


def test_what_says_nothing_is_only_counted(tmp_path: Path) -> None:
    made = page(tmp_path, f"第一篇：守闸记\n{BODY}＊＊＊＊＊＊\n第二篇：修闸记\n{BODY}")
    assert "去掉两篇之间用符号排成的分隔线" in made
    assert quoted(made) == []
    assert "去掉的文字" not in made


def test_what_the_editor_emended_is_not_quoted_again(tmp_path: Path) -> None:
    made = page(tmp_path, f"第一篇：守闸记\n{BODY}", emendations=entry("退下去两尺", "退两尺"))
    assert quoted(made) == []


def pieces(rule: str, count: int) -> list[Removed]:
    return [Removed(rule, f"第{n}号闸", n) for n in range(1, count + 1)]


def test_a_long_list_is_cut_but_not_what_the_editor_dropped() -> None:
    count = removed.MOST + 3
    chapters = [("甲", pieces("noise-advert", count)), ("乙", pieces("override", count))]
    chapters += [("丙", pieces("noise-page", 2)), ("丁", [Removed("override", "长" * 999, 1)])]
    _, about, listed = removed.section(chapters, simplified)
    assert f"只抄前 {removed.MOST} 处，另有 5 处从略" in about
    advert, dropped, long = listed.splitlines()
    assert (advert.count("号闸"), dropped.count("号闸")) == (removed.MOST, count)
    assert "长" * 999 in long


def test_a_long_text_that_a_rule_took_out_is_cut_in_the_middle() -> None:
    text = "头" * 150 + "尾" * 150
    (_, _, listed) = removed.section([("甲", [Removed("noise-meta", text, 1)])], simplified)
    assert re.search(r"\*头{100}……尾{100}\*", listed)


def test_lines_are_named_up_to_some() -> None:
    many = [Removed("noise-running-head", "守闸记", line) for line in range(1, 31)]
    (_, _, listed) = removed.section([("甲", many)], simplified)
    assert listed.endswith("*守闸记*（第1、2、3、4、5、6、7、8……行）")


def test_characters_without_a_form_do_not_reach_the_pages() -> None:
    odd = Removed("override", "闸\ue123门\U0001fae1\u200b。", 1)
    (_, _, listed) = removed.section([("甲", [odd])], simplified)
    assert "*闸〓门〓〓。*" in listed


def test_our_words_are_in_the_books_script_and_the_source_as_it_is() -> None:
    title, _, listed = removed.section([("第一篇", pieces("noise-page", 1))], traditional)
    assert "去掉的文字" in title
    assert listed == "- 第一篇　去掉頁碼標記：*第1号闸*（第1行）"


def test_every_rule_that_is_applied_has_a_meaning() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    applied = set(re.findall(r'"(noise-[a-z-]+)"', code)) - {"noise-removed"}
    assert applied <= RULES.keys()
