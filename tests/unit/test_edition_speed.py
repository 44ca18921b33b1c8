"""What the conversion does to be quick changes nothing but its speed."""

from __future__ import annotations

import pytest
from edition import register
from edition.conversion import TraditionalConverter
from edition.lexicon import lexicon
from edition.register import Context, Gate

RULES = (
    Context("乾", preceding="晒", following="了", reason="", breaks_words=False),
    Context("幹", preceding="苦", following="", reason="", breaks_words=False),
)


@pytest.mark.parametrize("asked", [0, 1000])
@pytest.mark.parametrize("run", ["晒干了", "他苦干", "若干次", "干"])
def test_a_gate_lets_every_rule_that_holds_through(run: str, asked: int):
    gate = Gate(RULES)
    for _ in range(asked):
        gate.is_open("若干次", 1)
    at = run.index("干")
    assert gate.is_open(run, at) or not any(rule.holds(run, at) for rule in RULES)


def test_a_gate_closes_once_its_patterns_pay(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(register, "_PAYS", 2)
    gate = Gate(RULES)
    assert [gate.is_open("若干次", 1) for _ in range(4)] == [True, True, False, False]
    assert gate.is_open("晒干了", 1)


def test_a_converter_that_was_prepared_compiles_no_rule_for_what_follows():
    converter = TraditionalConverter(lexicon("hk"))
    converter.prepare()
    rules = [rule for rules in converter.lexicon.contexts.values() for rule in rules]
    assert all("after" in vars(rule) for rule in rules)
