"""Which slogans keep company, by the log-likelihood ratio."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slogans.cooccurrence import log_likelihood, pairs
from slogans.model import Mention


# The tables of the first bigrams in Dunning 1993 (Table 1, "the swiss", "can be").
@pytest.mark.parametrize(
    ("table", "value"),
    [((110, 2442, 111, 29114), 270.72), ((29, 13, 123, 31612), 263.90)],
)
def test_the_measure_is_that_of_the_paper(table, value):
    both, one, other, _ = table
    found = log_likelihood(both, both + one, both + other, sum(table))
    assert found == pytest.approx(value, abs=0.005)


def test_what_meets_as_often_as_chance_has_it_scores_nothing():
    assert log_likelihood(2, 4, 5, 10) == pytest.approx(0)


@given(*[st.integers(0, 500)] * 4)
def test_the_measure_is_never_negative_and_treats_both_alike(both, one, other, neither):
    total = both + one + other + neither
    if total:
        found = log_likelihood(both, both + one, both + other, total)
        assert found >= 0
        assert found == pytest.approx(log_likelihood(both, both + other, both + one, total))


def book(*paragraphs: str) -> SimpleNamespace:
    """Give a view of a book: a string a paragraph, a character a slogan; a space parts works."""
    mentions, work = [], 1
    for number, paragraph in enumerate(paragraphs):
        work += paragraph == ""
        mentions += [
            Mention(key, "e01", f"e01{work}", f"p{number}", "", key, "") for key in paragraph
        ]
    keys = sorted({m.key for m in mentions})
    by_key = {key: [m for m in mentions if m.key == key] for key in keys}
    return SimpleNamespace(mentions=mentions, entries=dict.fromkeys(keys), by_key=by_key)


def test_the_close_come_before_the_frequent():
    # 甲 is nearly everywhere and meets 乙 thrice; 丙 and 丁 are rare, and never apart.
    view = book("甲乙", "甲乙", "甲乙", "甲", "甲", "甲", "乙", "丙丁", "丙丁", "甲")
    total, found = pairs(view)
    assert total == 10
    assert [(p.first, p.second, p.blocks) for p in found] == [("丁", "丙", 2), ("甲", "乙", 3)]
    assert found[0].expected == pytest.approx(0.4)


def test_pairs_met_once_or_less_often_than_chance_are_not_listed():
    view = book("甲乙", "甲丙", "甲丙", "甲", "甲", "丙", "丙", "丙", "丙")
    assert pairs(view)[1] == []


def test_works_with_both_are_counted_apart():
    view = book("甲乙", "", "甲乙", "甲乙", "", "丙", "丙")
    (pair,) = pairs(view)[1]
    assert (pair.blocks, pair.works) == (3, 2)
