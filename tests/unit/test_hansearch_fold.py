"""The key of a character: what a search takes to be the same."""

from __future__ import annotations

import opencc
import pytest
from edition.opencc_tables import characters, phrases
from hansearch import fold
from hypothesis import given
from hypothesis import strategies as st

EDITIONS = {"zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("“创先争优”，活动！", "创先争优活动"),
        ("４．２米，110ＫＶ", "42米110kv"),
        ("發展、髮展、发展", "发展发展发展"),
        ("裡裏里 臺台 衞衛卫 説說说", "里里里台台卫卫卫说说说"),
        ("著作 乾坤", "著作乾坤"),
        ("sān huì yī kè", "sanhuiyike"),
        ("二○一○年", "二〇一〇年"),
        ("𠮷野家", "𠮷野家"),
        ("\ufa10", "冢"),  # a compatibility ideograph of 塚
        ("\x00\u200b\t\n", ""),
    ],
)
def test_key(text, key):
    assert fold.key(text) == key


@given(st.text())
def test_key_is_made_character_by_character(text):
    assert fold.key(text) == "".join(fold.key(character) for character in text)


@given(st.text(st.sampled_from("创先發髮乾干4.２A，“ é𠮷")))
def test_a_key_is_its_own_key(text):
    assert fold.key(fold.key(text)) == fold.key(text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_opencc_writes_is_found_when_typed_in_simplified(edition):
    # Everything that OpenCC's dictionaries may turn a Simplified character into.
    typed = [*phrases(), *characters()]
    written = opencc.OpenCC(EDITIONS[edition]).convert("\n".join(typed)).split("\n")
    always, _ = fold.alternates(edition)
    missed = set()
    for phrase, text in zip(typed, written, strict=True):
        for one, other in zip(phrase, text, strict=True):
            key = fold.key(one)
            if fold.key(other) not in key + always.get(key, ""):
                missed.add(one + other)
    assert not missed


def test_characters_of_simplified_text_stay_apart():
    # The first level of the standard list that GB 2312 is: 3,755 characters in daily use.
    common = bytes(
        byte
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
        for byte in (row, cell)
    ).decode("gb2312")
    assert len(common) == 3755
    joined = [character for character in common if fold.key(character) != character]
    assert joined == []


def test_alternates_of_the_own_script_are_asked_last():
    always, otherwise = fold.alternates("zh-Hans")
    assert always == {}
    assert "着" in otherwise["著"]
    always, _ = fold.alternates("zh-Hant-HK")
    assert "着" not in always  # Hong Kong writes 着手
    assert fold.alternates("zh-Hant-TW")[0]["着"] == "著"
