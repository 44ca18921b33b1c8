"""Words before characters: the cheapest way to cut a run of text into words.

A word costs ``-log2`` of how often it occurs; of all ways to cut the run, the one
with the smallest sum is taken (a best path over the lattice of words, computed
from right to left). Unlike longest match it does not let a phrase reach across the
boundary of two commoner words: 好|干部, not 好干|部.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

#: Cost in bits of a character that no list has.
UNKNOWN = 26.0

#: The longest word that is looked for.
LONGEST = 16


def best_path(run: str, costs: Mapping[str, float], *, whole: bool = True) -> list[str]:
    """Cut *run* into words so that their costs add up to the least.

    *costs* holds words and, at infinite cost, all their prefixes. With ``whole=False``
    the run itself does not count as a word: it must be cut. Of two ways that cost the
    same the one whose first word is longer is taken.
    """
    length = len(run)
    best = [0.0] * (length + 1)
    cuts = [0] * length
    get = costs.get
    for start in range(length - 1, -1, -1):
        single = get(run[start], UNKNOWN)
        lowest, cut = (UNKNOWN if single == inf else single) + best[start + 1], start + 1
        for end in range(start + 2, min(start + LONGEST, length) + 1):
            cost = get(run[start:end])
            if cost is None:
                break
            total = cost + best[end]
            if total <= lowest and (whole or end - start < length):
                lowest, cut = total, end
        best[start], cuts[start] = lowest, cut
    words = []
    start = 0
    while start < length:
        words.append(run[start : cuts[start]])
        start = cuts[start]
    return words
