"""Derive ``data/words.txt`` from the register list (a maintainer's tool).

Run it as ``python -m edition.derive_words`` after a change of ``data/register/``, of
``data/names.yaml`` or of the frequencies: it writes down by how much the costs of Taiwan's
converter depart from those of the frequency list and OpenCC's phrases alone.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import whole

from edition import opencc_tables
from edition.lexicon import common_costs, cost_of, lexicon
from edition.words import NO_WORDS

HEADER = """\
# What the register list changes of the words of Simplified text: see edition/words.py.
# Derived by `python -m edition.derive_words`; not edited by hand.
# The line `11 …` holds words that count as seen 2^11 times, the line `- …` what counts as no word.
"""


def written_down() -> str:
    """Return the text of the derived file."""
    usual = common_costs(opencc_tables.phrases())
    known = lexicon("tw").costs
    by_bits: defaultdict[str, list[str]] = defaultdict(list)
    for word, cost in known.items():
        if usual.get(word) != cost:
            by_bits[f"{cost_of(cost):.4g}"].append(word)
    by_bits[NO_WORDS] = [word for word in usual if word not in known]
    return HEADER + "".join(
        f"{bits} {' '.join(sorted(words))}\n" for bits, words in sorted(by_bits.items())
    )


def target() -> Path:
    """Return where the words are kept."""
    return Path(__file__).with_name("data") / "words.txt"


def main() -> None:
    """Write the derived file beside this module."""
    whole.write(target(), written_down())


if __name__ == "__main__":
    main()
