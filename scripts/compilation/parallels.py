"""Finds passages that two works of a book share word for word.

Punctuation and spaces do not count, nor what the editor emended: that a slip was copied is what
shows best who had the other's text before him.  Stretches of ``SHINGLE`` characters are indexed by
a hash (all of them in a short book, in a long one those that begin with certain characters), each
hit is extended both ways, and passages of at least ``SHORTEST`` characters are kept.  Linear but
for the hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .model import Block, Book
from .text.lazy import lazy_regex
from .text.signs import core

SHINGLE = 12
SHORTEST = 20
#: From this length of the book on only a sample of the stretches is indexed.
SAMPLE_FROM = 300_000
#: Stretches of a sample begin with one of these: every sixteenth Han character by its number, which
#: are about one in sixteen in prose too (of the sixteen sorts this one is the nearest to it).
_SAMPLED = lazy_regex(f"[{''.join(map(chr, range(0x4E08, 0xA000, 16)))}]")
#: A stretch that stands in more places than this is a stock phrase, not a parallel.
_STOCK = 6


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two blocks of two works and how many characters they share, in passages.

    ``first`` stands before ``second`` in the book; ``longest`` is the longest passage.
    """

    first: str
    second: str
    shared: int
    longest: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two works with what they share; ``share`` is the part of the shorter one (0 to 1)."""

    first: str
    second: str
    shared: int
    share: float
    parallels: tuple[Parallel, ...]


@dataclass(slots=True)
class _Entry:
    work: int
    block: str
    text: str


def unemended(block: Block) -> str:
    """Give the text of a block with the source's reading at each place that the editor emended."""
    parts: list[str] = []
    end = 0
    for note in block.notes:
        if note.certainty != "doubtful":
            parts += (block.text[end : note.start], note.other)
            end = note.end
    return "".join([*parts, block.text[end:]])


def find(book: Book) -> tuple[Pair, ...]:
    """Give the pairs of works that share passages, those that share most first."""
    works = [work for _, work in book.works()]
    entries: list[_Entry] = []
    lengths = [0] * len(works)
    for number, work in enumerate(works):
        for block in work.blocks:
            text = core(unemended(block))
            lengths[number] += len(text)
            if len(text) >= SHORTEST:
                entries.append(_Entry(number, block.id, text))
    sums: dict[tuple[int, int], dict[tuple[str, str], list[str]]] = {}
    for first, second, passage in _passages(entries, sum(lengths) > SAMPLE_FROM):
        pair = sums.setdefault((first.work, second.work), {})
        pair.setdefault((first.block, second.block), []).append(passage)
    pairs = []
    for (a, b), blocks in sums.items():
        parallels = tuple(
            Parallel(x, y, sum(map(len, passages)), max(passages, key=len))
            for (x, y), passages in blocks.items()
        )
        shared = sum(p.shared for p in parallels)
        share = min(1.0, shared / max(1, min(lengths[a], lengths[b])))
        pairs.append(Pair(works[a].id, works[b].id, shared, round(share, 3), parallels))
    pairs.sort(key=lambda pair: (-pair.shared, pair.first, pair.second))
    return tuple(pairs)


def _passages(entries: list[_Entry], sampled: bool) -> Iterator[tuple[_Entry, _Entry, str]]:
    """Give (earlier block, later block, shared passage) for blocks of different works."""
    index: dict[int, list[tuple[int, int]]] = {}
    for number, entry in enumerate(entries):
        covered: dict[int, int] = {}
        text = entry.text
        for at, key in _stretches(text, sampled):
            places = index.get(key)
            if places is None:
                index[key] = [(number, at)]
                continue
            if len(places) > _STOCK:
                continue
            for other, there in places:
                earlier = entries[other]
                if earlier.work == entry.work or covered.get(other, -1) >= at:
                    continue
                start, end = _extend(earlier.text, there, text, at)
                if end - start >= SHORTEST:
                    covered[other] = end
                    yield earlier, entry, text[start:end]
            places.append((number, at))


def _stretches(text: str, sampled: bool) -> Iterable[tuple[int, int]]:
    """Give place and hash of the stretches of ``SHINGLE`` characters of ``text``, in order."""
    end = max(0, len(text) - SHINGLE + 1)
    places = [found.start() for found in _SAMPLED.finditer(text, 0, end)] if sampled else range(end)
    return [(at, hash(text[at : at + SHINGLE])) for at in places]


def _extend(first: str, there: int, second: str, at: int) -> tuple[int, int]:
    """Extend a hit both ways; give its start and end in the second text."""
    end = at
    while (
        end < len(second)
        and there + end - at < len(first)
        and first[there + end - at] == second[end]
    ):
        end += 1
    start = at
    while (
        start and there - (at - start) > 0 and first[there - (at - start) - 1] == second[start - 1]
    ):
        start -= 1
    return start, end
