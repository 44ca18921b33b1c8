"""Members that cite a paragraph which the book does not have (any more)."""

import pytest
from compilation import slogans
from compilation.own_words import simplified
from compilation.problems import Severity
from compilation.render import glossary as page

SLOGANS = """\
slogans:
  - term: 两个好
    english: the Two Goods
    kind: 数字口号
    level: 待考
    explanation: 例子。
    origin: 待考
    members:
      - {text: 班子好, in: [e01a-p1, e09a-p9]}
      - {text: 队伍好, in: [e09a-p9]}
"""
KNOWN = {"e01a-p1": "第一篇第1段"}


@pytest.fixture
def glossary(tmp_path):
    path = tmp_path / "slogans.yaml"
    path.write_text(SLOGANS, encoding="utf-8")
    return slogans.load(path)


def test_each_is_named_with_its_entry_and_line(glossary):
    problems = slogans.placeless(glossary, KNOWN)
    assert [p.line for p in problems] == [2, 2]
    assert all("e09a-p9" in p.message for p in problems)
    assert all(p.severity is Severity.UNCERTAIN for p in problems)


def test_the_page_links_only_to_paragraphs_that_there_are(glossary):
    made = page.page(glossary, KNOWN, simplified)
    assert "[第一篇第1段](#e01a-p1)" in made
    assert "e09a-p9" not in made


def test_lists_say_what_they_list(glossary):
    made = page.page(glossary, KNOWN, simplified)
    assert "    成员：\n\n    - 班子好" in made


def test_nothing_is_said_where_all_are_there(glossary):
    assert slogans.placeless(glossary, {**KNOWN, "e09a-p9": "第九篇第9段"}) == []
