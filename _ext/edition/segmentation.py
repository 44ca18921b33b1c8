"""Words before characters: the cheapest way to cut a run of text into words.

A word costs ``-log2`` of how often it occurs; of all ways to cut the run, the one
with the smallest sum is taken (a best path over the lattice of words, computed
from right to left). Unlike longest match it does not let a phrase reach across the
boundary of two commoner words: 好|干部, not 好干|部.

Two neighbours that stand side by side in no word are a joint that every path is cut at:
so a run falls into short chunks, and each has a best path of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

#: Cost in bits of a character that no list has.
UNKNOWN = 26.0

#: The longest word that is looked for.
LONGEST = 16


def pairs_within(words: Iterable[str]) -> frozenset[str]:
    """Return the pairs of neighbours that stand side by side in one of *words*."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)
    pairs = set(by_length.pop(2, ()))
    for length, alike in by_length.items():
        for start in range(length - 1):
            pairs.update([word[start : start + 2] for word in alike])
    return frozenset(pairs)


def chunks(run: str, pairs: AbstractSet[str]) -> list[str]:
    """Cut *run* wherever two neighbours are not in *pairs*."""
    found = []
    start = 0
    for at in range(1, len(run)):
        if run[at - 1 : at + 1] not in pairs:
            found.append(run[start:at])
            start = at
    found.append(run[start:])
    return found


def best_path(chunk: str, costs: Mapping[str, float], *, whole: bool = True) -> list[str]:
    """Cut *chunk* into words so that their costs add up to the least.

    With ``whole=False`` the chunk itself does not count as a word: it must be cut. Of two
    ways that cost the same the one whose first word is longer is taken.
    """
    length = len(chunk)
    if length == 1:
        return [chunk]
    best = [0.0] * (length + 1)
    cuts = [0] * length
    get = costs.get
    for start in range(length - 1, -1, -1):
        lowest, cut = get(chunk[start], UNKNOWN) + best[start + 1], start + 1
        for end in range(start + 2, min(start + LONGEST, length) + 1):
            cost = get(chunk[start:end])
            if cost is not None:
                cost += best[end]
                if cost <= lowest and (whole or end - start < length):
                    lowest, cut = cost, end
        best[start], cuts[start] = lowest, cut
    words = []
    start = 0
    while start < length:
        words.append(chunk[start : cuts[start]])
        start = cuts[start]
    return words


def path_cost(
    chunk: str,
    costs: Mapping[str, float],
    others: Mapping[tuple[int, int], float] = MappingProxyType({}),
) -> float:
    """Return what the cheapest way to cut *chunk* into words costs, in bits.

    *others* are costs of stretches of the chunk (start, end) that may be words here alone.
    """
    length = len(chunk)
    best = [0.0] * (length + 1)
    get = costs.get
    for start in range(length - 1, -1, -1):
        lowest = get(chunk[start], UNKNOWN) + best[start + 1]
        for end in range(start + 2, min(start + LONGEST, length) + 1):
            cost = get(chunk[start:end])
            if cost is not None and cost + best[end] < lowest:
                lowest = cost + best[end]
        best[start] = lowest
        for (begin, end), cost in others.items():
            if begin == start and cost + best[end] < best[start]:
                best[start] = cost + best[end]
    return best[0]
