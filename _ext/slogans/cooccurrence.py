"""Which slogans keep company: paragraphs shared, weighed by the log-likelihood ratio.

A plain count of shared paragraphs puts first whatever is frequent. The measure of the field is
Dunning's log-likelihood ratio G² (T. Dunning, "Accurate Methods for the Statistics of Surprise and
Coincidence", Computational Linguistics 19(1), 1993): over the 2×2 table of the paragraphs with both
slogans, with one, with the other and with neither, G² = 2 Σ O·ln(O/E), E being what independence
would give. 3.84 is the critical value of χ² at 5 % with one degree of freedom, 10.83 at 0.1 %.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from slogans.domain import View

#: Paragraphs that two slogans must share to be listed; what is met once is no habit.
LEAST = 2


class Pair(NamedTuple):
    """Two slogans that occur together, the one used more often first."""

    first: str
    second: str
    blocks: int  #: paragraphs and headings with both
    expected: float  #: as many as chance would put there
    works: int  #: works with both
    g2: float  #: log-likelihood ratio


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """Return G² of two slogans that ``both`` of ``total`` paragraphs have.

    ``one`` and ``other`` are the paragraphs that have the first and the second at all. It is 0
    when they meet as often as chance has it, and grows the farther they are from that, to either
    side.
    """
    table = (
        (both, one * other),
        (one - both, one * (total - other)),
        (other - both, (total - one) * other),
        (total - one - other + both, (total - one) * (total - other)),
    )
    ratio = 2 * sum(seen * math.log(seen * total / product) for seen, product in table if seen)
    return max(ratio, 0.0)  # rounding may leave a hair below nothing


def pairs(view: View) -> tuple[int, list[Pair]]:
    """Return how many paragraphs have a slogan, and the slogans that share some, closest first.

    The paragraphs (and headings) with no slogan at all are left out of the total: they say
    nothing of how slogans choose each other. Pairs that meet in fewer than :data:`LEAST`
    paragraphs, or no more often than chance, are not given.
    """
    by_block = _groups(view, by_block=True)
    total = len(by_block)
    alone = Counter(key for keys in by_block for key in keys)
    blocks: Counter[tuple[str, str]] = Counter()
    for keys in by_block:
        blocks.update(combinations(sorted(keys), 2))
    listed = {
        pair: count
        for pair, count in blocks.items()
        if count >= LEAST and count * total > alone[pair[0]] * alone[pair[1]]
    }
    works: Counter[tuple[str, str]] = Counter()
    for keys in _groups(view, by_block=False):
        works.update(pair for pair in combinations(sorted(keys), 2) if pair in listed)
    place = {key: n for n, key in enumerate(view.entries)}
    found = []
    for (one, other), count in listed.items():
        first, second = sorted((one, other), key=lambda k: (-len(view.by_key[k]), place[k]))
        expected = alone[one] * alone[other] / total
        g2 = log_likelihood(count, alone[one], alone[other], total)
        found.append(Pair(first, second, count, expected, works[one, other], g2))
    found.sort(key=lambda p: (-round(p.g2, 9), -p.blocks, place[p.first], place[p.second]))
    return total, found


def _groups(view: View, *, by_block: bool) -> list[set[str]]:
    together: dict[tuple[str, str], set[str]] = defaultdict(set)
    for m in view.mentions:
        together[m.docname, m.block if by_block else m.work].add(m.key)
    return list(together.values())
