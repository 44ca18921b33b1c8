"""Parallel members side by side: 讲学习、讲政治、讲正气, 扶贫先扶志，扶贫必扶智.

A series is a run of items of one length, or items that share their first or last characters,
between 、 or ，. The first item may have words before it and the last words after it that are no
part of the series; those are cut off to the common length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..text.lazy import lazy_regex
from . import register
from .phrases import HAN

_ITEM = lazy_regex(f"[{HAN}0-9]+")
# 设岗定责、结对帮扶等: 等 closes the list and is no part of its last item.
_CLOSES = lazy_regex("(?<![平同均对高中初优上下头])等$")
_AFTER = ("", "的", "等", "之", "和", "与")
LONGEST_ITEM = 12


@dataclass(frozen=True, slots=True)
class Series:
    """A series in a text: where, its items, what stands between them, and what they share.

    `shared` is the number of places at which all items have the same character, or 1 where they
    only double characters in the same way; `exact` says
    that what had to be cut off at either end, if anything, was a verb or a particle.
    """

    start: int
    end: int
    items: tuple[str, ...]
    mark: str
    shared: int
    exact: bool


def series(text: str) -> Iterator[Series]:
    """Yield the series of `text`, left to right; of overlapping ones those with 、 come first."""
    taken: list[Series] = []
    for mark, bounds in _runs(text):
        at = 0
        while at < len(bounds) - 1:
            found = _longest(text, bounds[at:], mark)
            if found:
                taken.append(found[0])
            at += found[1] if found else 1
    end_of_last = 0
    for one in sorted(taken, key=lambda one: (one.start, one.mark != "、")):
        if one.start >= end_of_last:
            yield one
            end_of_last = one.end


def _runs(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the spans of items that one and the same mark separates; 、 binds before ，."""
    items = [
        (start, end - bool(_CLOSES.search(text, start, end)))
        for start, end in (match.span() for match in _ITEM.finditer(text))
        if text[start:end] != "等"
    ]
    for mark in "、，":
        run: list[tuple[int, int]] = []
        for item in items:
            if run and text[run[-1][1] : item[0]] != mark:
                if len(run) > 1:
                    yield mark, run
                run = []
            run.append(item)
        if len(run) > 1:
            yield mark, run


def _longest(text: str, bounds: list[tuple[int, int]], mark: str) -> tuple[Series, int] | None:
    """Give the longest series that starts with the first of `bounds`, and its number of items."""
    for count in range(len(bounds), 1, -1):
        chosen = bounds[:count]
        found = _even(text, chosen, mark) or _alike(text, chosen, mark)
        if found:
            return found, count
    return None


def _even(text: str, chosen: list[tuple[int, int]], mark: str) -> Series | None:
    """Items of one length; the first may be cut at its start, the last at its end."""
    lengths = [end - start for start, end in chosen]
    # The inner items have the length of the series; of two items, the shorter.
    size = lengths[1] if len(chosen) > 2 else min(lengths)
    if not 2 <= size <= LONGEST_ITEM or any(one != size for one in lengths[1:-1]):
        return None
    if lengths[0] < size or lengths[-1] < size:
        return None
    spans = [(chosen[0][1] - size, chosen[0][1]), *chosen[1:-1]]
    spans.append((chosen[-1][0], chosen[-1][0] + size))
    items = tuple(text[start:end] for start, end in spans)
    shared = sum(len({item[n] for item in items}) == 1 for n in range(size))
    shared = shared or _doubled_alike(items)
    before = text[chosen[0][0] : spans[0][0]]
    after = text[spans[-1][1] : chosen[-1][1]]
    cuts = (not register.ends_in_governing(before)) + (after[:1] not in _AFTER)
    # Items with nothing but their length in common must be whole, and no clauses.
    if len(set(items)) < len(items) or not (shared or (mark == "、" and not cuts)):
        return None
    return Series(spans[0][0], spans[-1][1], items, mark, shared, not cuts)


def _doubled_alike(items: tuple[str, ...]) -> int:
    """Whether all items double a character in the same way: 红红脸、出出汗; 1 or 0."""
    patterns = {tuple(map(item.index, item)) for item in items}
    return int(len(patterns) == 1 and patterns != {tuple(range(len(items[0])))})


def _alike(text: str, chosen: list[tuple[int, int]], mark: str) -> Series | None:
    """Whole items of nearly one length that share two characters, at one place from either end."""
    items = tuple(text[start:end] for start, end in chosen)
    lengths = [len(item) for item in items]
    if len(items) < 3 or min(lengths) < 3 or max(lengths) > min(lengths) + 2:
        return None
    if max(lengths) > LONGEST_ITEM or len(set(items)) < len(items):
        return None
    shared = _shared_pairs(items) or _shared_pairs(tuple(item[::-1] for item in items))
    if not shared:
        return None
    return Series(chosen[0][0], chosen[-1][1], items, mark, shared, True)


def _shared_pairs(items: tuple[str, ...]) -> int:
    """How many places, counted from the start, have the same two characters in all items."""
    size = min(map(len, items))
    return sum(len({item[n : n + 2] for item in items}) == 1 for n in range(size - 1))
