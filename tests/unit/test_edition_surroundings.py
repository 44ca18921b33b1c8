"""The form that the surroundings of a character speak for, where no word or rule settles it."""

from __future__ import annotations

import pytest
from edition import derive_surroundings
from edition.conversion import TraditionalConverter
from edition.converters import converter_for
from edition.cues import Clause, word_classes
from edition.lexicon import lexicon
from edition.register import register
from edition.surroundings import Surroundings, weights

#: Sentences that are not among those the weights come from.
TOLD = [
    ("盆里的面已经发起来", "盆裡的麵已經發起來"),
    ("他在台上唱了一出", "他在臺上唱了一齣"),
    ("给女儿扎了两个小鬏", "給女兒紮了兩個小鬏"),
    ("这锅汤里姜放多了", "這鍋湯裡薑放多了"),
    ("山坡上的松也绿了", "山坡上的松也綠了"),
    ("他在粮站干过会计，后来又去学校干后勤", "他在糧站幹過會計，後來又去學校幹後勤"),
]


@pytest.mark.parametrize(("simplified", "traditional"), TOLD)
def test_what_stands_around_a_character_tells_its_form(simplified, traditional):
    assert converter_for("zh-Hant-TW").convert(simplified) == traditional


def test_without_them_it_takes_its_usual_form():
    plain = TraditionalConverter(lexicon("tw"), judging=False)
    judged = converter_for("zh-Hant-TW")
    differing = [text for text, _ in TOLD if plain.convert(text) != judged.convert(text)]
    assert len(differing) > len(TOLD) / 2


def test_the_reason_names_the_cues():
    judged = [
        d.choice
        for text, _ in TOLD
        for d in converter_for("zh-Hant-TW").explain(text)
        if d.choice.reason == "surroundings" and d.choice.form != d.choice.candidates[0]
    ]
    assert judged
    assert all(choice.note for choice in judged)


def test_a_character_within_a_word_is_not_judged():
    known = lexicon("tw")
    judge = Surroundings(known).judge
    run = "晒衣服的竹竿上挂着面条"
    clause = Clause(run, known.costs, known.pairs)
    within = [at for at in range(len(run)) if at not in clause.single]
    assert within
    assert not any(judge(run, at) for at in within)


def test_an_edge_and_a_class_are_cues():
    clause = Clause("晒干", {}, frozenset())
    cues = clause.cues(1)
    assert {"l晒", "r$", "ll^晒", "w晒", "c晒"} <= cues
    assert {f"<{name}" for name in word_classes()["晒"]} <= cues


def test_the_weights_are_of_forms_that_the_list_has():
    senses = register().senses
    for character, known in weights().items():
        assert known.forms[0] == senses[character][0]
        assert set(known.forms) <= set(senses[character])
        assert len(known.bias) == len(known.forms) - 1
        assert all(len(weight) == len(known.bias) for weight in known.cues.values())


def test_the_weights_come_from_the_sentences_that_are_here():
    text = derive_surroundings.written_down({})
    assert f"# from {derive_surroundings.digest()}\n" in text
    shipped = derive_surroundings.target().read_text("utf-8")
    assert f"# from {derive_surroundings.digest()}\n" in shipped, (
        "data/sentences or wordclasses.yaml changed: run python -m edition.derive_surroundings"
    )


def test_examples_come_from_open_places_only():
    found = list(derive_surroundings.examples([("他在厂里干了八年", "他在廠裡幹了八年")]))
    assert {example.character for example in found} <= set("里干了")
    assert all(example.form == 0 for example in found if example.character == "干")
