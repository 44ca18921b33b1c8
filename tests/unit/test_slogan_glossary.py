"""The glossary of this book: what issue it answers, and that it keeps the rules of an entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compilation import slogans
from compilation.slogans import Kind, numerals

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def glossary() -> slogans.Glossary:
    return slogans.load(ROOT / "editorial" / "slogans.yaml")


def test_it_has_at_least_fifty_entries(glossary):
    assert len(glossary.entries) >= 50


def test_every_explanation_has_two_to_four_sentences(glossary):
    for entry in glossary.entries:
        sentences = re.findall("[。！？]", entry.explanation)
        assert 2 <= len(sentences) <= 4, entry.term
        assert entry.explanation.endswith("。"), entry.term


def test_every_entry_has_english_and_relations(glossary):
    for entry in glossary.entries:
        assert entry.english, entry.term
        assert entry.related, entry.term


def test_ids_are_ascii_and_unique(glossary):
    ids = [entry.id for entry in glossary.entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"slogan(-[a-z0-9]+)+", one) for one in ids)


def test_formulas_have_their_members_or_say_why_not(glossary):
    for entry in glossary.entries:
        if entry.kind is Kind.NUMERIC and not entry.members_note:
            assert len(entry.members) == numerals.members_announced(entry.term), entry.term


def test_every_member_has_a_source(glossary):
    for entry in glossary.entries:
        for member in entry.members:
            assert member.places or member.document, (entry.term, member.text)


def test_local_formulas_are_not_invented(glossary):
    for term in ("12243", "一述三定", "一组双培三共建"):
        entry = glossary.by_form[term]
        assert entry.origin is None
        assert not entry.members
        assert "待考" in entry.members_note


def test_slips_of_the_source_are_variants(glossary):
    assert glossary.by_form["四仪两公开"].term == "四议两公开"
    assert glossary.by_form["“两新”组织"].term == "两新组织"
    assert glossary.by_form["争创"].term == "创先争优"
