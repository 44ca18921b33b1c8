"""Phrases that recur as fixed wholes: statistics of the text itself, no other data.

Counted are all strings of MIN to MAX characters inside one clause (between marks). One is a
phrase when it recurs, when what stands around it varies (accessor variety, after Feng et al.,
Computational Linguistics 30, 2004: the smaller number of different neighbours left and right), and
when it is not just part of a longer phrase that recurs as often (C-value, after Frantzi, Ananiadou
and Mima, 2000).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from . import register

MIN, MAX = 3, 16
LEAST_OF_THREE = 3
"""Strings of three characters are so many that they must recur more often."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A phrase, how often it stands in the text, and how much of a whole it is."""

    text: str
    count: int
    variety: int
    c_value: float


def recurring(text: str, least: int = 2) -> list[Recurring]:
    """Give the phrases of `text` that recur at least `least` times, most of a whole first.

    Passages that essays share word for word count once per place, but give no variety, so that
    copied text alone makes no phrase.
    """
    counts, left, right = _count(text)
    strings = {
        string: count
        for string, count in counts.items()
        if count >= (least if len(string) > MIN else max(least, LEAST_OF_THREE))
        and register.has_edges(string)
    }
    nested: dict[str, list[int]] = defaultdict(list)
    for string, count in strings.items():
        for size in range(MIN, len(string)):
            for start in range(len(string) - size + 1):
                nested[string[start : start + size]].append(count)
    found = []
    for string, count in strings.items():
        variety = min(_variety(left[string]), _variety(right[string]))
        longer = nested.get(string, ())
        if variety < 2 or (longer and max(longer) >= count):
            continue
        c_value = math.log2(len(string)) * (count - (sum(longer) / len(longer) if longer else 0))
        found.append(Recurring(string, count, variety, c_value))
    return sorted(found, key=lambda one: (-one.c_value, one.text))


def _count(text: str) -> tuple[Counter[str], dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Count the strings that recur, and their neighbours left and right.

    Length by length: a string can recur only where the shorter one at its start does, so all
    others are given up early and a long text needs no more room than its repetitions.
    """
    spans = [match.span() for match in register.CLAUSE.finditer(text)]
    places = [(start, first, end) for first, end in spans for start in range(first, end - MIN + 1)]
    counts: Counter[str] = Counter()
    left: dict[str, Counter[str]] = defaultdict(Counter)
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for size in range(MIN, MAX + 1):
        found = Counter(text[start : start + size] for start, _, _ in places)
        places = [place for place in places if found[text[place[0] : place[0] + size]] > 1]
        for start, first, end in places:
            string = text[start : start + size]
            left[string][text[start - 1] if start > first else ""] += 1
            right[string][text[start + size] if start + size < end else ""] += 1
        counts.update({string: count for string, count in found.items() if count > 1})
        places = [place for place in places if place[0] + size < place[2]]
    return counts, left, right


def _variety(neighbours: Counter[str]) -> int:
    """Count different neighbours; the edge of a clause is a new one each time."""
    return len(neighbours) - ("" in neighbours) + neighbours[""]
