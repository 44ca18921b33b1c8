"""Where the words of a line of an edition begin and end, for those who must not divide one.

Simplified text is cut by the costs that Taiwan's converter goes by. To read its whole register
for that would take a third of the time that a small book is built in, so ``data/words.txt`` says
how those costs depart from what is read in a moment (:mod:`edition.derive_words`). A Traditional
text is cut by the same words, a stretch of it being one as it stands (著名, 乾坤) or with each
character as Simplified text has it, those too that Simplified text knows otherwise (反覆: 反复).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from edition import opencc_tables
from edition.codes import EDITIONS
from edition.lexicon import common_costs, cost_of, lexicon
from edition.segmentation import LONGEST, best_path

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


@cache
def _folds(region: str) -> tuple[dict[int, str], ...]:
    """Return what brings a Traditional text back to characters of Simplified text, in two ways."""
    folded = opencc_tables.regional_folding(region)
    senses = {f: char for char, forms in lexicon(region).senses.items() for f in forms if f != char}
    return str.maketrans(folded), str.maketrans(folded | senses)


def _costs_within(run: str, region: str) -> dict[str, float]:
    """Return the words in *run*, of a Traditional text, with the least that each can cost."""
    costs = lexicon(region).costs
    found: dict[str, float] = {}
    for readings in {run, *(run.translate(fold) for fold in _folds(region))}:
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                cost = costs.get(readings[start:end])
                if cost is not None:
                    word = run[start:end]
                    found[word] = min(cost, found.get(word, cost))
    return found


def parted(text: str, code: str) -> list[str]:
    """Cut *text* of the edition *code* into words of Han characters and what lies between them.

    The words are those of the converter to Traditional characters, along its cheapest path; put
    together, the parts are *text*.
    """
    region = EDITIONS[code].region
    parts = []
    end = 0
    for run in _RUN.finditer(text):
        if end < run.start():
            parts.append(text[end : run.start()])
        costs = _costs_within(run[0], region) if region else simplified_costs()
        parts += best_path(run[0], costs)
        end = run.end()
    return [*parts, text[end:]] if end < len(text) else parts
