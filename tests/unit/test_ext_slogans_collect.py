"""Fields of an entry as the converter prints them, and CSV that no spreadsheet runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slogans.collect import split_english, split_member, split_variants
from slogans.exports import csv_bytes, safe_cell
from slogans.files import shard_of
from slogans.statistics import MAX_COLUMNS, heat, runs


@pytest.mark.parametrize(
    ("text", "name", "origin"),
    [
        ("党课", "党课", ""),
        ("领导班子好（第三篇）", "领导班子好", "第三篇"),
        ("甲（《意见》（2010年）。全文）", "甲", "《意见》（2010年）。全文"),
        ("甲（第三篇）　乙文作“丙”", "甲", "第三篇　乙文作“丙”"),
        ("党（总）支部", "党（总）支部", ""),
        ("党（总）支部（第一篇）", "党（总）支部", "第一篇"),
        ("甲　无考", "甲", "无考"),
        ("没有收尾（的括号", "没有收尾（的括号", ""),
    ],
)
def test_a_member_is_its_name_and_where_it_comes_from(text, name, origin):
    assert split_member(text) == (name, origin)


@given(st.text(alphabet="甲乙（）()　", max_size=12))
def test_any_member_is_split_without_an_error(text):
    member = split_member(text)
    assert len(member.name) <= len(text)


def test_variants_tell_what_kind_they_are():
    assert split_variants("争创（简称）、创先征优（误写）") == (
        ("争创", "简称", ""),
        ("创先征优", "误写", ""),
    )
    assert split_variants("争创、争优") == (("争创", "", ""), ("争优", "", ""))
    assert split_variants("") == ()


def test_a_form_may_hold_the_sign_that_parts_variants():
    assert split_variants("自我管理、自我教育（简称）、三自（简称）") == (
        ("自我管理、自我教育", "简称", ""),
        ("三自", "简称", ""),
    )


def test_a_variant_may_have_a_note_with_any_signs_in_it():
    assert split_variants("争创（简称）、征优（误写：“争”误作“征”（音近）、见第三篇：二）") == (
        ("争创", "简称", ""),
        ("征优", "误写", "“争”误作“征”（音近）、见第三篇：二"),
    )
    assert split_variants("党（总）支部（异称）") == (("党（总）支部", "异称", ""),)


@pytest.mark.parametrize("literal", ["直译", "直譯"])
def test_usual_and_literal_english_are_told_apart(literal):
    assert split_english(f"Five Goods（{literal}：five goods）") == ("Five Goods", "five goods")
    assert split_english("Five Goods") == ("Five Goods", "")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＠a"])
def test_a_cell_that_looks_like_a_formula_is_text(cell):
    assert safe_cell(cell) == f"'{cell}"


def test_csv_is_utf8_with_a_mark_and_quotes_what_it_must():
    data = csv_bytes(["甲"], [['他说"好",\n走']])
    assert data == '\ufeff甲\r\n"他说""好"",\n走"\r\n'.encode()


def test_cards_are_spread_over_their_files():
    counts = [0] * 50
    for number in range(5000):
        counts[shard_of(f"slogan-{number}", 50)] += 1
    assert min(counts) > 60
    assert max(counts) < 150


def test_shading_tells_none_from_some_and_most():
    assert [heat(n, 100) for n in (0, 1, 4, 25, 100)] == [
        "heat-0",
        "heat-1",
        "heat-1",
        "heat-2",
        "heat-5",
    ]


@given(st.integers(min_value=1, max_value=2000))
def test_runs_of_chapters_cover_all_and_are_of_one_size(length):
    found = runs(length, MAX_COLUMNS)
    assert [n for first, last in found for n in range(first, last)] == list(range(length))
    sizes = [last - first for first, last in found]
    assert len(found) <= MAX_COLUMNS
    assert max(sizes) - min(sizes) <= 1
