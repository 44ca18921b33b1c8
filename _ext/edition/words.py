"""Where the words of a line of an edition begin and end, for those who must not divide one.

Simplified text is cut by the costs that Taiwan's converter goes by. To read its whole register
for that would take a third of the time that a small book is built in, so ``data/words.txt`` says
how those costs depart from what is read in a moment (:mod:`edition.derive_words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from edition import opencc_tables
from edition.codes import EDITIONS
from edition.fold import folder_for
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


def _costs(region: str) -> Mapping[str, float]:
    return lexicon(region).costs if region else simplified_costs()


def parted(text: str, code: str) -> list[str]:
    """Cut *text* of the edition *code* into words of Han characters and what lies between them.

    The words are those of the converter to Traditional characters, along its cheapest path; put
    together, the parts are *text*.
    """
    region = EDITIONS[code].region
    costs = _costs(region)
    plain = folder_for(code).fold(text) if region else text
    if len(plain) != len(text):
        plain = text
    parts = []
    end = 0
    for run in _RUN.finditer(plain):
        if end < run.start():
            parts.append(text[end : run.start()])
        end = run.start()
        for word in best_path(run[0], costs):
            parts.append(text[end : end + len(word)])
            end += len(word)
    return [*parts, text[end:]] if end < len(text) else parts
