"""What the converter knows: words, how common they are, and their Traditional form.

A :class:`Lexicon` is built once for a region from, in rising order of authority:

1. OpenCC's character and phrase tables (less the entries that
   ``data/register/`` takes out by name),
2. ``data/register/``: this register's defaults, words and contexts.

The words of the book's editor are not in here: they are laid over the result by
the converter, so that nothing can alter them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from edition import opencc_tables
from edition.namelists import name_lists
from edition.register import Context, Register, register
from edition.segmentation import pairs_within

#: Words that jieba counted: 60,101,967 (the sum over its dict.txt), in bits.
_TOTAL_BITS = math.log2(60_101_967)

#: Count (as a power of two) given to a phrase of OpenCC's that jieba's list does not
#: have, by its length. A short one is often an accident of two neighbours (好干, 不系);
#: a long one that fits to the character is almost certainly meant.
_PHRASE_BITS = {1: 0, 2: 3, 3: 4}
_LONG_PHRASE_BITS = 8

#: The same for a word of the register list: as common as 合格 or 现场.
_REGISTER_COST = _TOTAL_BITS - 11

#: Bits of 小 or 老 before a surname, added to the surname's; and up to where a surname is common.
#: Tried on the proof-read sentences.
_NICKNAME_BITS, _COMMON_SURNAME = 11.0, 9.0


#: How many characters most names of persons have.
_FULL_NAME = 3


@dataclass
class Lexicon:
    """Words and characters of one region's edition."""

    region: str
    #: Character → the form it has where no word says otherwise (``str.translate``).
    defaults: dict[int, str]
    #: Word → cost in bits.
    costs: dict[str, float]
    #: Neighbours that stand side by side in a word.
    pairs: frozenset[str]
    #: Word → its form.
    forms: dict[str, str]
    #: Words that the register list holds.
    registered: frozenset[str]
    #: Characters with forms that differ in sense → those forms, the default first.
    senses: dict[str, tuple[str, ...]]
    contexts: dict[str, tuple[Context, ...]]
    #: Pairs of neighbours within a word where the word departs from the defaults.
    telling_pairs: frozenset[str] = field(default_factory=frozenset)
    #: Characters that some word writes otherwise than by default.
    departing: frozenset[str] = field(default_factory=frozenset)

    #: Words whose form the book's editor settled → the editor's note.
    house: dict[str, str] = field(default_factory=dict)

    def with_house(self, words: Mapping[str, tuple[str, str]]) -> Lexicon:
        """Return a lexicon in which *words* (word → form, note) have the editor's form.

        So have the longer words that hold one of them (了解 settles 了解民情 too).
        """
        forms: dict[str, str] = {}
        for short, (form, _) in words.items():
            for word, usual in self.forms.items():
                at = word.find(short)
                if at >= 0:
                    usual = forms.get(word, usual)
                    forms[word] = usual[:at] + form + usual[at + len(short) :]
            forms[short] = form
        costs = {word: min(self.costs.get(word, math.inf), _REGISTER_COST) for word in forms}
        telling_pairs, departing = _departures(forms, self.defaults)
        return replace(
            self,
            costs={**self.costs, **costs},
            pairs=self.pairs | pairs_within(forms),
            forms={**self.forms, **forms},
            telling_pairs=self.telling_pairs | telling_pairs,
            departing=self.departing | departing,
            house={word: note for word, (_, note) in words.items()},
        )

    def reason(self, word: str) -> str:
        """Tell which list the form of *word* is from."""
        if word in self.house:
            return "house"
        return "register" if word in self.registered else "dictionary"

    def default(self, text: str) -> str:
        """Return *text* with every character in its default form."""
        return text.translate(self.defaults)


@cache
def frequencies() -> dict[str, int]:
    """Return the words of ``data/frequencies.txt`` with the binary log of their count."""
    found: dict[str, int] = {}
    text = resources.files("edition").joinpath("data", "frequencies.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            exponent, *words = line.split(" ")
            found.update(dict.fromkeys(words, int(exponent)))
    return found


#: Surnames that are everyday words.
_SURNAMES = frozenset("于余钟")


def _is_name(word: str) -> bool:
    """Tell whether *word* of the frequency list, which begins with such a surname, is no word.

    What begins with 于 is a preposition with its noun, or a name (于长安); three characters with
    余 or 钟 are a name too (钟敬文), or no word (余千米).
    """
    return len(word) > 1 if word[0] == "于" else len(word) == _FULL_NAME


def cost_of(bits: float) -> float:
    """Return the cost of a word that is seen 2 to the *bits* times in jieba's corpus, in bits."""
    return _TOTAL_BITS - bits


def common_costs(phrases: Iterable[str]) -> dict[str, float]:
    """Return the words of the frequency list, and *phrases*, with their costs in bits."""
    costs = {word: _TOTAL_BITS - bits for word, bits in frequencies().items()}
    for word in phrases:
        if word not in costs:
            costs[word] = cost_of(_PHRASE_BITS.get(len(word), _LONG_PHRASE_BITS))
    return costs


def _costs(forms: Mapping[str, str], listed: Register) -> dict[str, float]:
    costs = common_costs(forms)
    for word in frequencies():
        if word[0] in _SURNAMES and word not in forms and _is_name(word):
            del costs[word]
    for word in listed.words:
        costs[word] = min(costs.get(word, math.inf), _REGISTER_COST)
    for word in listed.no_words:
        costs.pop(word, None)
    for word, cost in _nicknames(listed.defaults).items():
        costs[word] = min(costs.get(word, math.inf), cost)
    return costs


def _nicknames(defaults: Mapping[str, str]) -> dict[str, float]:
    """Return 小王, 老李 … with their costs: 小王后来 is cut before 后来, not into 小 and 王后.

    Not those whose surname has another form than the character has in *defaults*:
    :mod:`edition.names` tells when it is one.
    """
    lists = name_lists()
    return {
        familiar + surname: _NICKNAME_BITS + bits
        for surname, bits in lists.surnames.items()
        if bits <= _COMMON_SURNAME
        and lists.surname_forms.get(surname, surname) == defaults.get(surname, surname)
        for familiar in "小老"
    }


def _departures(
    forms: Mapping[str, str], defaults: Mapping[int, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return where *forms* depart from *defaults*: pairs of neighbours, and the characters."""
    pairs: set[str] = set()
    characters: set[str] = set()
    for word, form in forms.items():
        plain = word.translate(defaults)
        if plain == form:
            continue
        for index, (chosen, usual) in enumerate(zip(form, plain, strict=True)):
            if chosen != usual:
                characters.add(word[index])
                if index:
                    pairs.add(word[index - 1 : index + 1])
                if index < len(word) - 1:
                    pairs.add(word[index : index + 2])
    return frozenset(pairs), frozenset(characters)


@cache
def lexicon(region: str) -> Lexicon:
    """Return what is known for *region*, ``"tw"`` or ``"hk"`` (loaded once)."""
    listed = register()
    variants = str.maketrans(opencc_tables.variants(region))
    characters = {key: values[0] for key, values in opencc_tables.characters().items()}
    characters.update(listed.defaults)
    for standard in opencc_tables.variants(region):
        characters.setdefault(standard, standard)
    defaults = {ord(key): value.translate(variants) for key, value in characters.items()}

    forms = dict(opencc_tables.phrases())
    for word in listed.removed:
        forms.pop(word, None)
    forms.update(listed.words)
    exempt = opencc_tables.variant_phrases(region)
    forms = {
        word: exempt.get(form) or form.translate(variants)
        for word, form in forms.items()
        if len(word) > 1
    }
    fold = str.maketrans(opencc_tables.folding())
    for standard, form in exempt.items():
        forms[standard] = forms[standard.translate(fold)] = form
    forms.update(listed.regional_words(region))

    costs = _costs(forms, listed)
    telling_pairs, departing = _departures(forms, defaults)
    return Lexicon(
        region=region,
        defaults=defaults,
        costs=costs,
        pairs=pairs_within(costs),
        forms=forms,
        registered=frozenset(listed.words) | listed.regional_words(region).keys(),
        senses={
            character: tuple(dict.fromkeys(form.translate(variants) for form in senses))
            for character, senses in listed.senses.items()
        },
        contexts={
            character: tuple(context.in_region(variants) for context in contexts)
            for character, contexts in listed.contexts.items()
        },
        telling_pairs=telling_pairs,
        departing=departing,
    )
