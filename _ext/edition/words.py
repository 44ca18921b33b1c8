"""Where the words of a line of an edition begin and end, for those who must not divide one.

Simplified text is cut by the costs that Taiwan's converter goes by. To read its whole register
for that would take a third of the time that a small book is built in, so ``data/words.txt`` says
how those costs depart from what is read in a moment (:mod:`edition.derive_words`). A Traditional
text is cut by the same words, a stretch of it being one as it stands (著名, 乾坤) or with each
character as Simplified text has it, those too that Simplified text knows otherwise (反覆: 反复).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from edition import opencc_tables
from edition.codes import EDITIONS
from edition.lexicon import common_costs, cost_of, lexicon
from edition.segmentation import best_path

_RUN = re.compile("[\u3400-\u9fff]+")

#: What stands in ``data/words.txt`` before words that are none.
NO_WORDS = "-"


@cache
def simplified_costs() -> dict[str, float]:
    """Return the words of Simplified text → their costs in bits, without the register's list."""
    costs = common_costs(opencc_tables.phrases())
    text = resources.files("edition").joinpath("data", "words.txt").read_text("utf-8")
    for line in text.splitlines():
        bits, *words = line.split(" ")
        if bits == NO_WORDS:
            for word in words:
                del costs[word]
        elif bits != "#":
            costs.update(dict.fromkeys(words, cost_of(float(bits))))
    return costs


class _Folding(dict[str, float]):
    """The costs of words of Simplified text, found for the Traditional ones too."""

    def __init__(self, region: str) -> None:
        super().__init__()
        known = lexicon(region)
        self._costs = known.costs
        folded = dict(opencc_tables.folding())
        for standard, variant in opencc_tables.variants(region).items():
            folded.setdefault(variant, folded.get(standard, standard))
        senses = {f: char for char, forms in known.senses.items() for f in forms if f != char}
        self._folds = str.maketrans(folded), str.maketrans(folded | senses)

    def get(self, word: str, default: Any = None) -> Any:
        """Return the cost of ``word``, the least where it can be several words."""
        costs = self._costs
        possible = {word, *(word.translate(fold) for fold in self._folds)}
        return min((costs[one] for one in possible if one in costs), default=default)


@cache
def _costs(region: str) -> Mapping[str, float]:
    return _Folding(region) if region else simplified_costs()


def parted(text: str, code: str) -> list[str]:
    """Cut *text* of the edition *code* into words of Han characters and what lies between them.

    The words are those of the converter to Traditional characters, along its cheapest path; put
    together, the parts are *text*.
    """
    costs = _costs(EDITIONS[code].region)
    parts = []
    end = 0
    for run in _RUN.finditer(text):
        if end < run.start():
            parts.append(text[end : run.start()])
        parts += best_path(run[0], costs)
        end = run.end()
    return [*parts, text[end:]] if end < len(text) else parts
