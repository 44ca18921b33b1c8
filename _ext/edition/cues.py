"""What surrounds a character in a run of text: the cues that its form may hang on.

A cue is a short string: ``l`` and ``r`` with the neighbour, ``ll`` and ``rr`` with two, ``lr``
with both; ``w`` and a word of the run; ``c`` and a character no farther than six away; and, since
no list of sentences can hold every thing that is dried or rinsed, the class of a word
(``data/wordclasses.yaml``): ``<`` and ``>`` for one that stands beside the character, ``(`` and
``)`` for one that begins or ends within three characters, ``k`` for one anywhere in the run.
:mod:`edition.surroundings` has a weight for each; :mod:`edition.derive_surroundings` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from edition.segmentation import best_path, chunks

#: How far a single character counts as near, and a word of a class.
_NEAR, _CLASS_NEAR = 6, 3


@cache
def word_classes() -> dict[str, tuple[str, ...]]:
    """Return words with the classes they belong to, from ``data/wordclasses.yaml``."""
    text = resources.files("edition").joinpath("data", "wordclasses.yaml").read_text("utf-8")
    data: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: dict[str, tuple[str, ...]] = {}
    for name, words in data.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the words of classes are that begin with a character."""
    found: dict[str, set[int]] = {}
    for word in word_classes():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}


class _Hit(NamedTuple):
    """A word of a class in a run."""

    start: int
    end: int
    name: str
    #: Whether it is surely a word: of several characters, or cut off as one.
    is_word: bool


class Clause:
    """A run of text between punctuation marks, read once for all places asked about in it."""

    def __init__(self, run: str, costs: Mapping[str, float], pairs: AbstractSet[str]) -> None:
        """Cut *run* into the words of *costs* (bits a word); *pairs* as in :func:`chunks`."""
        self.run = run
        self.words: list[str] = []
        #: Where the words are of which a character is all: only those are asked about.
        self.single: set[int] = set()
        at = 0
        for chunk in chunks(run, pairs):
            for word in best_path(chunk, costs):
                self.words.append(word)
                if len(word) == 1:
                    self.single.add(at)
                at += len(word)
        self._hits = list(self._class_hits())

    def _class_hits(self) -> Iterator[_Hit]:
        run, known, lengths = self.run, word_classes(), _lengths()
        for start, first in enumerate(run):
            for length in lengths.get(first, ()):
                for name in known.get(run[start : start + length], ()):
                    is_word = length > 1 or start in self.single
                    yield _Hit(start, start + length, name, is_word)

    def cues(self, at: int) -> set[str]:
        """Return the cues for the character at *at* (offset in the run)."""
        run = self.run
        left, right = run[at - 1] if at else "^", run[at + 1 : at + 2] or "$"
        found = {
            f"l{left}",
            f"r{right}",
            f"ll{run[at - 2 : at] if at > 1 else '^' + run[:at]}",
            f"rr{run[at + 1 : at + 3] if at + 2 < len(run) else run[at + 1 :] + '$'}",
            f"lr{left}{right}",
        }
        found.update([f"w{word}" for word in self.words])
        found.discard(f"w{run[at]}")
        found.update([f"c{one}" for one in run[max(0, at - _NEAR) : at]])
        found.update([f"c{one}" for one in run[at + 1 : at + 1 + _NEAR]])
        for start, end, name, is_word in self._hits:
            if end == at:
                found.add(f"<{name}")
            elif start == at + 1:
                found.add(f">{name}")
            elif start <= at < end:
                continue
            if is_word:
                found.add(f"k{name}")
                if end <= at <= end + _CLASS_NEAR:
                    found.add(f"({name}")
                elif at < start <= at + 1 + _CLASS_NEAR:
                    found.add(f"){name}")
        return found
