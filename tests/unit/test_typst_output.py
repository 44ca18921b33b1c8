"""The PDF's pieces, joined: links, labels of mentions, text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from typst_reading import sphinx
from typstpdf import output
from typstpdf.output import Labels, Link, MentionEnd, Piece, Use, Words


def mention(text: str, number: int) -> list[Piece]:
    link = Link("glossary", "slogan-a", "第一篇", mention=True)
    return [Use("slogan-a", number), link, Words(text), MentionEnd()]


@pytest.fixture
def labels() -> Labels:
    known = Labels()
    known.claim("glossary", "slogan-a")
    return known


def test_only_mentions_that_a_page_is_asked_of_have_a_label(labels: Labels) -> None:
    pieces = [Use("slogan-a", 1), Words("甲"), Use("slogan-a", 2), Words("乙")]
    assert labels.joined(pieces, {"slogan-a": [1]}) == '#mark("use/slogan-a/1")#"甲乙"'
    assert labels.joined(pieces, {}) == '#"甲乙"'


def test_text_side_by_side_is_one_literal(labels: Labels) -> None:
    pieces = [Words('甲"'), Words("乙\\"), "#strong[", Words("丙"), "]", Words("丁")]
    assert labels.joined(pieces, {}) == '#"甲\\"乙\\\\"#strong[#"丙"]#"丁"'


def test_mentions_are_links_until_there_are_too_many(labels: Labels, monkeypatch) -> None:
    pieces = [Words("学"), *mention("甲", 1), Words("学"), *mention("甲", 2)]
    linked = '#to("slogan-a")[#"甲"]'
    assert labels.joined(pieces, {}) == f'#"学"{linked}#"学"{linked}'
    monkeypatch.setattr(output, "LINKED_MENTIONS", 1)
    assert labels.joined(pieces, {}) == '#"学甲学甲"'


def test_a_mention_of_nothing_is_reported_and_stays_text(labels: Labels) -> None:
    link = Link("glossary", "slogan-b", "第一篇", mention=True)
    assert labels.joined([link, Words("乙"), MentionEnd()], {}) == '#[#"乙"]'
    assert labels.missing == [link]


def test_a_book_has_the_labels_its_glossary_asks_for_and_no_others(tmp_path: Path) -> None:
    result = sphinx(ROOT / "tests" / "roots" / "test-typst", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    source = (tmp_path / "out" / "source" / "book.typ").read_text(encoding="utf-8")
    asked = {
        f"use/{entry}/{number}"
        for entry, numbers in re.findall(r'#glossary-uses\("([^"]+)", \(([^)]*)\)', source)
        for number in re.findall(r"\d+", numbers)
    }
    assert asked
    assert set(re.findall(r'#mark\("(use/[^"]+)"\)', source)) == asked
