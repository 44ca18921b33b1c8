"""Which form the surroundings of a character speak for, where no word and no rule decides.

For each character that has several forms there is a list of cues (:mod:`edition.cues`) with
weights, ``data/surroundings.txt``: how much more likely the cue makes each other form than the
usual one, as a logarithm. The weights of the cues of a place add up (logistic regression); the
form with the largest sum is meant. They were derived from proof-read sentences by
:mod:`edition.derive_surroundings`, not set by hand.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources
from typing import NamedTuple

from edition import opencc_tables
from edition.cues import Clause
from edition.lexicon import Lexicon

#: Weights are whole hundredths of a natural logarithm.
UNIT = 100

#: How far another form has to be ahead of the usual one: the sentences that the weights come from
#: hold rare senses far more often than common prose does.
_AHEAD = 120

#: From where on the surroundings, without what is usual anywhere, count as a reason of their own.
_TELLING = 100

#: How many cues a judgement names.
_NAMED = 2

#: How a cue is shown to a reader, by its kind; the character itself is ～. Single characters near
#: by (``c``) tell a reader little: they are named where nothing else can be.
_SHOWN = {
    "l": "{}～", "r": "～{}", "w": "{}", "k": "{}类", "<": "{}类～", ">": "～{}类", "(": "{}类",
    ")": "{}类", "c": "{}",
}  # fmt: skip


class Weights(NamedTuple):
    """What is known of one character."""

    #: Its forms in OpenCC's standard, the usual one first.
    forms: tuple[str, ...]
    #: How likely each of the other forms is against the usual one, nothing else known.
    bias: tuple[int, ...]
    #: Cue → what it adds for each of the other forms.
    cues: dict[str, tuple[int, ...]]


class Judgement(NamedTuple):
    """What the surroundings of a place say."""

    form: str
    #: The cues that weigh most, for a reader; none where the form is the usual one.
    note: str


@cache
def weights() -> dict[str, Weights]:
    """Return the weights by character, read once from ``data/surroundings.txt``.

    A line ``@冲 衝 沖 -120`` names a character, its forms and the bias of all but the first; the
    lines below it hold weights (one for each of those forms, with commas) and the cues of those.
    """
    found: dict[str, Weights] = {}
    text = resources.files("edition").joinpath("data", "surroundings.txt").read_text("utf-8")
    cues: dict[str, tuple[int, ...]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        head, *rest = line.split(" ")
        if line.startswith("@"):
            cues = {}
            bias = tuple(map(int, rest.pop().split(",")))
            found[head[1:]] = Weights(tuple(rest), bias, cues)
        else:
            cues.update(dict.fromkeys(rest, tuple(map(int, head.split(",")))))
    return found


class Surroundings:
    """Judges places in runs of text."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Judge for the region of *lexicon*, with its words."""
        self._costs, self._pairs = lexicon.costs, lexicon.pairs
        self._variants = str.maketrans(opencc_tables.variants(lexicon.region))
        self._clause = Clause("", {}, frozenset())
        #: What was judged of the clause: a run is asked about when it is cut and when explained.
        self._judged: dict[int, Judgement | None] = {}
        self._weights = weights()
        #: Finds the characters that can be judged, in a run or a part of it.
        self.finditer = re.compile(f"[{''.join(self._weights)}]").finditer

    def judge(self, run: str, at: int) -> Judgement | None:
        """Tell which form the character at *at* of *run* has.

        ``None`` if what surrounds it says nothing, or if it is within a longer word of the lists,
        or alone (当 between a date and a comma): that a character stands alone is no evidence.
        """
        known = self._weights.get(run[at])
        if known is None or len(run) == 1:
            return None
        if self._clause.run != run:
            self._clause, self._judged = Clause(run, self._costs, self._pairs), {}
        if at not in self._judged:
            self._judged[at] = self._judge(known, at)
        return self._judged[at]

    def _judge(self, known: Weights, at: int) -> Judgement | None:
        if at not in self._clause.single:
            return None
        cues = self._clause.cues(at)
        index, sums = chosen(known, cues)
        if not index:
            lead = min([bias - total for bias, total in zip(known.bias, sums, strict=True)])
            if lead < _TELLING:
                return None
        note = _note(known, cues, index - 1) if index else ""
        return Judgement(known.forms[index].translate(self._variants), note)


def chosen(known: Weights, cues: AbstractSet[str]) -> tuple[int, list[int]]:
    """Return the form that *cues* speak for (index into ``known.forms``) and the others' sums."""
    sums = list(known.bias)
    for cue in cues & known.cues.keys():
        for other, weight in enumerate(known.cues[cue]):
            sums[other] += weight
    best = sums.index(max(sums))
    return (best + 1 if sums[best] >= _AHEAD else 0), sums


def _note(known: Weights, cues: AbstractSet[str], other: int) -> str:
    """Name the cues of *cues* that weigh most for the form *other* (not counting the usual one)."""
    weighed = sorted(
        [
            (cue[0] == "c", -known.cues[cue][other], cue)
            for cue in cues & known.cues.keys()
            if _is_shown(cue)
        ]
    )
    shown = [
        _SHOWN[cue[0]].format(cue.lstrip("lr") if cue[0] in "lr" else cue[1:])
        for _, weight, cue in weighed
        if weight < 0
    ]
    return "、".join(list(dict.fromkeys(shown))[:_NAMED])


def _is_shown(cue: str) -> bool:
    return cue[0] in _SHOWN and "^" not in cue and "$" not in cue and not cue.startswith("lr")
