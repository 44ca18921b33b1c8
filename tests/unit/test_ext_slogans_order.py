"""The order of entries, letter by letter and stroke by stroke."""

import random

import pytest
from derive_strokes import derive
from slogans.model import Entry
from slogans.order import (
    group_by_pinyin,
    group_by_strokes,
    han_number,
    pinyin_of,
    strokes,
    syllable,
    text_key,
)


def entry(term: str, pinyin: str = "") -> Entry:
    return Entry(
        term, f"slogan-{term}", "glossary", term, pinyin, *([""] * 6), (), "", "", "", (), ()
    )


@pytest.mark.parametrize(
    ("text", "letters", "tone"),
    [("lǜ", "lv", 4), ("lù", "lu", 4), ("ge", "ge", 5), ("Ān", "an", 1), ("shuǐ", "shui", 3)],
)
def test_a_syllable_is_its_letters_and_its_tone(text, letters, tone):
    assert syllable(text) == (letters, tone)


def test_entries_of_a_letter_are_in_the_order_of_a_dictionary():
    # Letters before tone, tone before strokes, character by character; ü after u; lǜ after lù.
    expected = [
        ("路线", "lù xiàn"),
        ("绿化", "lǜ huà"),
        ("三会", "sān huì"),
        ("三讲", "sān jiǎng"),
        ("散会", "sàn huì"),
        ("桑", "sāng"),
        ("十", "shí"),  # 2 strokes
        ("石", "shí"),  # 5
        ("识", "shí"),  # 7
        ("实", "shí"),  # 8
        ("实事", "shí shì"),
    ]
    shuffled = [entry(*e) for e in expected]
    random.Random(4).shuffle(shuffled)
    groups = group_by_pinyin(shuffled, "其他")
    assert [g.heading for g in groups] == ["L", "S"]
    assert [e.term for g in groups for e in g.entries] == [
        "路线", "绿化", "三会", "三讲", "散会", "桑", "十", "石", "识", "实", "实事",
    ]  # fmt: skip


def test_the_editors_reading_comes_before_the_computed_one():
    assert pinyin_of(entry("长效机制", "cháng xiào jī zhì"))[0] == "cháng"
    groups = group_by_pinyin([entry("长效机制", "cháng xiào jī zhì")], "其他")
    assert [g.heading for g in groups] == ["C"]


def test_an_entry_without_a_reading_gets_the_computed_one():
    assert pinyin_of(entry("“三讲”")) == ["sān", "jiǎng"]


def test_what_has_no_reading_stands_first_under_its_own_heading():
    groups = group_by_pinyin([entry("三讲", "sān jiǎng"), entry("12243", "12243")], "其他")
    assert [(g.heading, g.entries[0].term) for g in groups] == [("其他", "12243"), ("S", "三讲")]


def test_any_text_is_sorted_as_the_entries_are():
    hans = ["一", "“散会”", "三讲", "重庆", "、活动", "b这", "4.2米"]
    assert sorted(hans, key=lambda text: text_key(text, "zh-Hans")) == [
        "4.2米", "b这", "重庆", "、活动", "三讲", "“散会”", "一",
    ]  # fmt: skip
    hant = ["三講", "，五個", "活動", "12", "「一」"]
    assert sorted(hant, key=lambda text: text_key(text, "zh-Hant-TW")) == [
        "12", "「一」", "三講", "，五個", "活動",
    ]  # fmt: skip


def test_strokes_are_counted_in_the_traditional_form():
    assert [strokes(c) for c in "一三黨議a"] == [1, 3, 20, 20, 0]


def test_each_region_counts_as_its_school_does():
    # Characters of the glossary and around: the mainland, Hong Kong (Unihan), Taiwan (教育部).
    for character, counts in {
        "范": (8, 9, 9),
        "骨": (9, 10, 10),
        "社": (7, 7, 8),
        "鄧": (14, 14, 15),
        "落": (12, 12, 13),
        "進": (11, 11, 12),
        "隊": (11, 11, 12),
        "票": (11, 11, 11),
        "䴙": (18, 24, 24),
    }.items():
        editions = ("zh-Hans", "zh-Hant-HK", "zh-Hant-TW")
        assert tuple(strokes(character, e) for e in editions) == counts, character


def test_the_tables_are_what_the_script_derives(tmp_path):
    lines = [
        "# Unicode version: 15.0.0",
        "U+8303\tkRSUnicode\t140.5", "U+8303\tkTotalStrokes\t8 9",
        "U+843D\tkRSUnicode\t140.9", "U+843D\tkTotalStrokes\t12",
        "U+7968\tkRSUnicode\t113.6", "U+7968\tkTotalStrokes\t11",
        "U+1F600\tkTotalStrokes\t3",
    ]  # fmt: skip
    table, regions = derive(lines)
    assert table.splitlines()[3:] == ["9 范", "11 票", "12 落"]
    assert "zh-Hans 8 䌹䢼范" in regions
    assert regions.splitlines()[-1] == "zh-Hant-TW 13 落"
    with pytest.raises(ValueError, match="kTotalStrokes"):
        derive(["U+8303\tkRSUnicode\t140.5"])


def test_entries_are_grouped_by_the_strokes_of_their_first_character():
    terms = ["黨課", "三會一課", "十好", "五個好", "三個代表", "12243", "創先爭優"]
    groups = group_by_strokes([entry(t) for t in terms], "{count}畫", "其他")
    assert [(g.heading, [e.term for e in g.entries]) for g in groups] == [
        ("其他", ["12243"]),
        ("二畫", ["十好"]),
        ("三畫", ["三個代表", "三會一課"]),  # 個 10, 會 13
        ("四畫", ["五個好"]),
        ("十二畫", ["創先爭優"]),
        ("二十畫", ["黨課"]),
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (64, "六十四")]
)
def test_numbers_are_written_in_chinese(number, text):
    assert han_number(number) == text
