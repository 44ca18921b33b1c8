"""What the conversion does to be quick changes nothing but its speed."""

from __future__ import annotations

import re

import pytest
from edition.edges import edges
from edition.lexicon import lexicon
from edition.register import Context, Rules
from hypothesis import given, settings
from hypothesis import strategies as st

DRIED = Context("乾", preceding="晒", following="了", reason="", breaks_words=False)
TOILED = Context("幹", preceding="(?:^|苦)$", following="", reason="", breaks_words=False)


@pytest.mark.parametrize(
    ("run", "context"),
    [("晒干了", DRIED), ("他苦干", TOILED), ("干", TOILED), ("若干次", None), ("风干了", None)],
)
def test_the_context_that_holds_is_found(run: str, context: Context | None):
    assert Rules([DRIED, TOILED]).holding(run, run.index("干")) is context


def test_what_the_neighbours_rule_out_is_never_compiled():
    fresh = Context("乾", preceding="晒", following="了", reason="", breaks_words=False)
    Rules([fresh]).holding("若干次", 1)
    assert not {"after", "before"} & vars(fresh).keys()


@pytest.mark.parametrize(
    ("pattern", "first", "last"),
    [
        ("的路|人", "的人", "路人"),
        ("(?:很|最)?[高大]的?", "很最高大", "高大的"),
        ("(?:^|、|从[0-2])$", ["", "、", "从"], ["", "、", "0", "1", "2"]),
        ("(?:$|、|的(?:$|人))", ["", "、", "的"], None),
        ("(?!人)的", "的", "的"),
        ("(?!人)", None, None),
        ("[^人]的", None, "的"),
        (r"\d{2}年", None, "年"),
        ("一{0,2}", None, None),
        ("[一-鿿]里", None, "里"),
        ("", None, None),
    ],
)
def test_what_a_pattern_begins_and_ends_with(pattern, first, last):
    wanted = tuple(None if edge is None else set(edge) for edge in (first, last))
    assert edges(pattern) == wanted


REGISTERED = [rule for rules in lexicon("tw").contexts.values() for rule in rules]


def matching(pattern: str) -> st.SearchStrategy[str]:
    """Matches without a line break, which a run never holds and ``$`` holds before."""
    return st.from_regex(re.compile(pattern, re.ASCII)).filter(lambda text: "\n" not in text)


@settings(deadline=None)  # some of the patterns are long
@given(st.sampled_from(REGISTERED), st.data())
def test_no_rule_of_the_register_holds_where_its_edges_forbid_it(rule: Context, data):
    following = data.draw(matching(rule.following))
    if rule.after.match(following):
        assert rule.may_precede(following[:1])
    preceding = data.draw(matching(rule.preceding))
    if rule.before.search(preceding) and rule.characters_before is not None:
        assert preceding[-1:] in rule.characters_before
