"""Mistakes in the editor's files: one Chinese sentence with line and column, nothing touched."""

from __future__ import annotations

from pathlib import Path

import convert
import pytest
from compilation import emendations
from compilation.config import in_chinese
from conftest import ROOT

TEXT = """第一篇：学习体会
学习使人进步，实践出真知。
　　首先,要读起来。首先,要读下去。
张建国
"""
WORDING = "conversion.yaml"
STRUCTURE, EMENDATIONS, SLOGANS = "structure.yaml", "emendations.yaml", "slogans.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editorial").mkdir()
    return tmp_path


def run(book: Path, name: str, text: str | bytes) -> int:
    data = text if isinstance(text, bytes) else text.encode()
    (book / "editorial" / name).write_bytes(data)
    return convert.main(["--book", str(book / "book.yaml")])


@pytest.mark.parametrize(
    ("name", "text", "place", "said"),
    [
        (STRUCTURE, "- line: 首先\n\tis: heading\n", "2:1", "制表符"),
        (STRUCTURE, "- lne: 首先\n", "1:3", "不认识的键“lne”"),
        (STRUCTURE, "- line: 首先\n  is: note\n- 学习\n", "3:3", "第 2 条不是“键: 值”"),
        (STRUCTURE, "- line: 首先\n", "1:3", "缺少 is"),
        (STRUCTURE, "- line: 首先\n  is: [heading]\n", "2:3", "只能是 heading"),
        (STRUCTURE, "- line: 首先\n  is: heading\n  level: true\n", "3:3", "1 到 5"),
        (STRUCTURE, "- line: 首先\n  is: heading\n  level: 0\n", "3:3", "1 到 5"),
        (STRUCTURE, "- line: 首先\n  is: note\n  level: 2\n", "3:3", "不能有 level"),
        (STRUCTURE, "- line: 首先\n  is: note\n  number: 1\n", "1:3", "这样开头的是第 3 行"),
        (STRUCTURE, "- line: 首先\n  is: note\n  reason: [a]\n", "3:3", "reason 应是一句话"),
        (STRUCTURE, "- line: 首先\n  is: note\n  reason: {a: b}\n", "3:3", "reason 应是一句话"),
        (
            STRUCTURE,
            "- line: 首先\n  is: note\n- line: 首\n  is: drop\n",
            "3:3",
            "已由本文件第 1 行",
        ),
        (STRUCTURE, "- &a {line: 首先, is: note}\n- <<: *a\n", "2:3", "不能用 <<"),
        (STRUCTURE, "- line: 首先\n  line: 首先\n", "2:3", "重复"),
        (STRUCTURE, "- line: 首先\n---\n- line: 学\n", "2:1", "第二份"),
        (STRUCTURE, "- !!python/name:os.system ''\n", "1:3", "标签"),
        (EMENDATIONS, '- source: "首先"要\n', "1:15", "引号"),
        (EMENDATIONS, "- source: 首先: 要\n", "1:13", "须加引号"),
        (EMENDATIONS, "- source: 12\n  emended: 13\n  reason: x\n", "1:3", "source 应是文字"),
        (EMENDATIONS, '- source: 进步\n  emended: "进\\0步"\n', "2:12", "控制字符 U+0000"),
        (
            EMENDATIONS,
            "- source: 进步\n  emended: 进\n  reason: x\n  verbatim: 是\n",
            "4:3",
            "verbatim 只能是 true 或 false",
        ),
        (
            EMENDATIONS,
            "- source: 进步\n  certainty: doubtful\n  reason: x\n  verbatim: true\n",
            "4:3",
            "存疑，正文就是原文的读法，不能写 verbatim",
        ),
        (EMENDATIONS, '- source: 进\n  emended: "甲\\n乙"\n  reason: x\n', "2:3", "不能换行"),
        (
            EMENDATIONS,
            "- work: e09a\n  source: 进\n  emended: 近\n  reason: x\n",
            "1:3",
            "没有编号",
        ),
        (
            EMENDATIONS,
            "- block: e01a-tilte\n  source: 体会\n  emended: 感\n  reason: x\n",
            "1:3",
            "没有编号为 e01a-tilte 的段落、题目或署名",
        ),
        (
            EMENDATIONS,
            "- block: e01a-title\n  source: 进步\n  emended: 步\n  reason: x\n",
            "1:3",
            "e01a-title 里找不到“进步”，它在 e01a-p1。请改正 block",
        ),
        (
            EMENDATIONS,
            "- work: e01a\n  block: e09a-title\n  source: 学习\n  emended: 学\n  reason: x\n",
            "2:3",
            "没有编号为 e09a-title 的段落、题目或署名",
        ),
        (
            EMENDATIONS,
            "- work: e01a\n  source: 学习\n  emended: 学\n  reason: x\n",
            "2:3",
            "有 2 处“学习”（e01a-title、e01a-p1）",
        ),
        (SLOGANS, 'slogans:\n- term: "三\\0会"\n', "2:9", "控制字符 U+0000"),
        (EMENDATIONS, "- source: 首先\n  emended: 其次\n  reason: x\n", "1:3", "有 2 处"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(book, capsys, name, text, place, said) -> None:
    assert run(book, STRUCTURE, "") == 0
    before = {path: path.read_bytes() for path in book.glob("[ea]*/*.md")}
    capsys.readouterr()
    assert run(book, name, text) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert f"{name}:{place}: " in line
    assert said in line
    assert {path: path.read_bytes() for path in book.glob("[ea]*/*.md")} == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("editorial/structure.yaml", "- line: 首先\n"),
        ("editorial/emendations.yaml", "- source: 进步\n  reason: 试\n"),
        ("book.yaml", "source:\n  file: source.txt\nscript: 简体\n"),
        ("book.yaml", "source: [source.txt]\n"),
    ],
)
def test_a_mistake_of_form_names_the_section_of_the_manual(book, capsys, name, text) -> None:
    (book / name).write_text(text, encoding="utf-8")
    assert convert.main(["--book", str(book / "book.yaml")]) == 1
    assert f"请照 CONTRIBUTING.md 里 {name} 一节修改。" in capsys.readouterr().err
    assert f"\n### `{name}`\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


COLON = "这一行缺冒号，或冒号是全角的、后面没有空格"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (EMENDATIONS, "- source: 进步\n  emended：近步\n  reason: 试\n", "2:3"),
        (EMENDATIONS, "- source: 进步\n  emended:近步\n  reason: 试\n", "2:3"),
        (EMENDATIONS, "- source: 进步\n  emended: 近步\n  reason：试\n", "3:3"),
        (EMENDATIONS, "- source：进步\n  emended: 近步\n  reason: 试\n", "1:3"),
        (EMENDATIONS, "- source：进步\n  emended：近步\n  reason: 试\n", "1:3"),
        (EMENDATIONS, "- source：进步\n\n  # 音近\n  emended: 近步\n  reason: 试\n", "1:3"),
        (STRUCTURE, "- line:首先\n  is: note\n", "1:3"),
        (SLOGANS, "slogans：\n  - term: 三会\n", "1:1"),
        (SLOGANS, "slogans:\n  - term：三会\n    kind: 活动\n", "2:5"),
        (SLOGANS, "documents:\n  dang-zhang：\n    title: 《党章》\n", "2:3"),
        (WORDING, "words：\n- {text: 学习, form: 學習}\nplaces: []\n", "1:1"),
    ],
)
def test_a_colon_that_is_none_is_named_on_its_own_line(book, capsys, name, text, place) -> None:
    assert run(book, name, text) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert f"{name}:{place}: YAML 写法有误（{COLON}）。" in line


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- source: 进步\n   emended: 近步\n", "2:11"),
        ("- source: https://example.org/\n   emended: 近步\n", "2:11"),
        ("- source: 甲：乙\n  emended: 丙: 丁\n", "2:13"),
    ],
)
def test_a_line_above_that_is_right_is_not_blamed(book, capsys, text, place) -> None:
    assert run(book, EMENDATIONS, text) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert f"{EMENDATIONS}:{place}: " in line
    assert "须加引号" in line


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("words:\n- {text: 学习, form: 學習, works: [e09a]}\n", "2:3", "没有编号为 e09a 的篇"),
        ("words:\n- {text: 学习, form: 學習, works: e09a}\n", "2:3", "没有编号为 e09a 的篇"),
        ("words:\n- {text: 学习, form: 學習, works: 5}\n", "2:24", "works 应是篇的编号"),
        ("words:\n- {text: 学习, form: 學習, works: true}\n", "2:24", "works 应是篇的编号"),
        ("house:\n- {text: 学习, form: 學習, works: {a: b}}\n", "2:24", "works 应是篇的编号"),
        ("words:\n- {text: 学习, form: 學習, works: [[e01a]]}\n", "2:24", "works 应是篇的编号"),
        ("words:\n- {text: 学习, form: 學習, works: [{a: b}]}\n", "2:24", "works 应是篇的编号"),
        ("places:\n- {at: e01a-p9, text: 学, form: 學}\n", "2:3", "没有编号为 e01a-p9 的段落"),
        ("places:\n- {at: e01a-p1, text: 后, form: 後}\n", "2:3", "e01a-p1 里没有“后”"),
        ("places:\n- {at: e01a-p1, text: 学, form: 學, nth: 2}\n", "2:3", "只有 1 处“学”"),
        ("places:\n- {at: e01a-tilte, text: 学, form: 學}\n", "2:3", "没有编号为 e01a-tilte 的"),
        ("places:\n- {at: e01a, text: 学, form: 學}\n", "2:3", "没有编号为 e01a 的段落、题目"),
        ("places:\n- {at: e01a-subtitle, text: 学, form: 學}\n", "2:3", "e01a-subtitle 的段落"),
        ("places:\n- {at: e01b-title, text: 学, form: 學}\n", "2:3", "没有编号为 e01b-title 的"),
        ("places:\n- {at: front-p1, text: 学, form: 學}\n", "2:3", "没有编号为 front-p1 的"),
        ("places:\n- {at: e01a-title, text: 进步, TW: 進步}\n", "2:3", "e01a-title 里没有“进步”"),
        ("places:\n- {at: e01a-byline, text: 后, form: 後}\n", "2:3", "e01a-byline 里没有“后”"),
        ("places:\n- {at: e01-marker, text: 篇, form: 篇, nth: 2}\n", "2:3", "只有 1 处“篇”"),
        ("places:\n- {at: e01a-n1, text: 学, form: 學}\n", "2:3", "没有编号为 e01a-n1 的"),
        ("places:\n- {at: e01a_p1, text: 学, form: 學}\n", "2:3", "没有编号为 e01a_p1 的"),
        ("places:\n- {at: E01a-p1, text: 学, form: 學}\n", "2:3", "没有编号为 E01a-p1 的"),
        ("places:\n- {at: slogan-x, text: 学, form: 學}\n", "2:3", "没有编号为 slogan-x 的"),
        ("places:\n- {at: e09a-emendations, text: 学, form: 學}\n", "2:3", "e09a-emendations"),
        ("places:\n- {at: e01a-e02a-parallels, text: 学, form: 學}\n", "2:3", "e01a-e02a-"),
        ("places:\n- {at: e01a-p1, text: 学, form: 學, nth: '9'}\n", "2:3", "没有第 9 处"),
        ("words: [", "2:1", "没有成对"),
    ],
)
def test_a_decision_on_wording_that_points_nowhere(book, capsys, text, place, said) -> None:
    assert run(book, WORDING, text) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert f"{WORDING}:{place}: " in line
    assert said in line


def test_decisions_on_wording_that_point_somewhere(book: Path) -> None:
    note = "- {block: e01a-p1, source: 实践, certainty: doubtful, reason: 学者多说实学。}\n"
    assert run(book, EMENDATIONS, note) == 0
    entry = "{term: 实践, id: slogan-x, kind: 理论, level: 全国, explanation: 学。, origin: 待考}"
    assert run(book, SLOGANS, f"slogans:\n- {entry}\n") == 0
    text = "words:\n- {text: 学, form: 學, works: [e01a]}\nplaces:\n"
    text += "- {at: e01a-p1, text: 学习, form: 學習}\n- {at: slogan-x, text: 学, form: 學}\n"
    for at, word in [("title", "体会"), ("byline", "国"), ("n1", "学"), ("emendations", "学")]:
        text += f"- {{at: e01a-{at}, text: {word}, form: {word}}}\n"
    text += "- {at: e01-title, text: 学, form: 學}\n- {at: e01-marker, text: 篇, form: 篇}\n"
    assert run(book, WORDING, text) == 0
    assert run(book, WORDING, "") == 0


def test_a_byte_order_mark_and_windows_line_ends_are_taken(book: Path) -> None:
    assert run(book, STRUCTURE, "\ufeff- line: 首先\r\n  is: note\r\n") == 0
    assert ":class: note" in (book / "essays" / "e01.md").read_text(encoding="utf-8")


def test_a_line_may_be_quoted_from_the_source_or_from_the_page(book: Path) -> None:
    assert run(book, STRUCTURE, "- line: 首先，要读起来\n  is: note\n") == 0
    assert run(book, STRUCTURE, "- line: 首先,要读起来\n  is: note\n") == 0


def test_a_reason_in_several_lines_is_one_sentence(book: Path) -> None:
    path = book / "editorial" / EMENDATIONS
    path.write_text(
        "- source: 进步\n  emended: 近步\n  reason: |\n    甲乙\n    丙。\n", encoding="utf-8"
    )
    assert emendations.load(path)[0].reason == "甲乙丙。"


def test_what_yaml_says_is_said_in_chinese() -> None:
    for said in ("did not find expected key", "found a tab character that violates indentation"):
        assert not in_chinese(said).isascii()
    assert in_chinese("something new") == "语法不成立"
    assert in_chinese("键“x”重复") == "键“x”重复"
