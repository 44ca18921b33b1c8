"""Words of a line, in Simplified and Traditional characters."""

import pytest
from edition import derive_words
from edition.lexicon import lexicon
from edition.words import parted, simplified_costs
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("zh-Hans", "群众路线心得，2010年", ["群众", "路线", "心得", "，2010", "年"]),
        ("zh-Hant-TW", "創先爭優活動裡的發展", ["創先爭優", "活動", "裡", "的", "發展"]),
        ("zh-Hant-HK", "創先爭優活動裏的發展", ["創先爭優", "活動", "裏", "的", "發展"]),
    ],
)
def test_words_of_a_line(code, text, parts):
    assert parted(text, code) == parts


@given(st.text(), st.sampled_from(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]))
def test_the_parts_are_the_text(text, code):
    assert "".join(parted(text, code)) == text


def test_simplified_words_cost_what_they_cost_the_converter():
    """Up to the hundredth of a bit that the derived list is written to."""
    assert derive_words.target().read_text("utf-8") == derive_words.written_down(), (
        "data/register, names.yaml or the frequencies changed: run python -m edition.derive_words"
    )
    assert simplified_costs() == pytest.approx(lexicon("tw").costs, abs=0.01)
