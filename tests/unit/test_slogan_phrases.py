"""Quoted phrases, numeral formulas, and what the editor has not decided on."""

from __future__ import annotations

import pytest
from compilation import slogans
from compilation.model import Block, Book, Chapter, Mention, Work
from compilation.problems import Code, Severity
from compilation.slogans import phrases

FILE = """
slogans:
  - term: 五个好
    kind: 数字口号
    level: 全国
    explanation: 说明。
    origin: 待考
    members_note: 说明。
    variants: [“五好”党支部]
    members:
      - {text: 领导班子好, in: [e01a-p1]}
rejected:
  - {phrase: 先进, reason: 普通词}
  - {phrase: 两大问题, reason: 普通词组}
"""


def book(*texts: str) -> Book:
    blocks = tuple(
        Block("paragraph", f"e01a-p{n}", text, 0, 0, n + 10) for n, text in enumerate(texts, 1)
    )
    return Book(
        (), (Chapter("e01", 1, "", "", (Work("e01a", "", "", (), "", "", blocks),), 1),), ()
    )


def undecided(*texts: str) -> list[str]:
    found = slogans.undecided(book(*texts), slogans.parse(FILE))
    return [problem.message.split("“")[1].split("”")[0] for problem in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实“五个好”和「五带头」", ["五个好", "五带头"]),
        ("“在‘先’和‘优’上”", ["先", "优", "在‘先’和‘优’上"]),
        ("“干什么？”", ["干什么"]),
        ("“没有结束", []),
        ("没有开始”", []),
        ("“第一句。第二句”", []),
        (f"“{'长' * 41}”", []),
        ("“”", []),
    ],
)
def test_quoted(text, expected):
    found = list(phrases.quoted(text))
    assert [phrase.text for phrase in found] == expected
    assert all(text[phrase.start : phrase.end] == phrase.text for phrase in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持三会一课制度", ["三会一课"]),
        ("推行“四议两公开”、一述三定等", ["四议两公开", "一述三定"]),
        ("推行一组双培三共建机制", ["一组双培三共建"]),
        ("整合五大载体", ["五大载体"]),
        ("落實「四議兩公開」、雙培雙帶機制", ["四議兩公開", "雙培雙帶"]),
        ("采用4+2工作法，1+3，温度4.2", ["4+2", "1+3"]),
        ("增强四种意识：一是责任意识，二是表率意识，三是配合意识，四是创新意识。", ["四种意识"]),
        ("要做到三个坚持：坚持学习、坚持实干、坚持清廉。", ["三个坚持"]),
        ("开展一年一度的活动，三番五次，三天三夜，一条一条", []),
        ("三个村引进两条生产线，第四大队，三百亩", []),
        ("一是解决两种困难，二是一户五人", []),
        ("", []),
    ],
)
def test_formulas(text, expected):
    assert [phrase.text for phrase in phrases.formulas(text)] == expected


def test_enumerated_members():
    text = "四种意识：一是增强责任意识，二是增强表率意识，三是增强配合意识，四是增强创新意识。"
    assert phrases.enumerated(text, 4, 4) == (
        "增强责任意识",
        "增强表率意识",
        "增强配合意识",
        "增强创新意识",
    )
    assert phrases.enumerated(text, 4, 5) == ()
    assert phrases.enumerated("两个好：甲好、乙好。", 3, 2) == ("甲好", "乙好")


def test_what_is_known_is_not_named():
    assert undecided("“五个好”与“先进”，“五好”党支部，两大问题") == []


def test_what_is_unknown_is_named_once_with_its_place():
    assert undecided("“五带头”和三会一课", "再说“五带头”") == ["五带头", "三会一课"]
    (problem,) = slogans.undecided(book("“五带头”"), slogans.parse(FILE), "原文.txt")
    assert problem.code is Code.SLOGAN_UNDECIDED
    assert problem.severity is Severity.UNCERTAIN
    assert (problem.file, problem.line) == ("原文.txt", 11)
    assert "e01a-p1" in problem.message


def test_members_must_stand_where_they_claim_to():
    glossary = slogans.parse(FILE)
    assert slogans.unfounded(book("说“领导班子好”"), glossary) == []
    (problem,) = slogans.unfounded(book("领导好"), glossary)
    assert "e01a-p1 里没有成员“领导班子好”" in problem.message
    assert (problem.line, problem.severity) == (3, Severity.UNCERTAIN)
    assert slogans.unfounded(book(), glossary) == []  # no such paragraph: `placeless` says so


def test_an_entry_that_is_never_used_and_a_rejected_phrase_that_is_not_there_are_named():
    used = Block("paragraph", "e01a-p1", "五个好，先进，两大问题", 0, 0, 1)
    used = used._replace(mentions=(Mention(0, 3, "五个好"),))
    work = Work("e01a", "", "", (), "", "", (used,))
    whole = Book((), (Chapter("e01", 1, "", "", (work,), 1),), ())
    glossary = slogans.parse(FILE)
    assert slogans.unused(whole, glossary) == slogans.needless(whole, glossary) == []
    (entry,) = slogans.unused(book("没有，两大问题"), glossary)
    (rejected,) = slogans.needless(book("没有，两大问题"), glossary)
    assert "词条“五个好”在书中一次也没有用到" in entry.message
    assert "“先进”在书中没有出现" in rejected.message
    assert (entry.line, rejected.line) == (3, 13)
