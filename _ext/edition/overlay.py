"""The editor's words laid over a converted text, where nothing can alter them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edition.editor import EditorsWords


class Span(NamedTuple):
    """A phrase of the source text whose form the editor settled."""

    start: int
    phrase: str
    form: str
    #: ``editor`` for a word, ``place`` for one place.
    reason: str
    note: str


class Stretch(NamedTuple):
    """A passage, or one line of it, within the text of a block."""

    passage: str
    start: int
    end: int
    #: The lines of the passage that stand in blocks before.
    ahead: str = ""


class Overlay:
    """Finds and applies the editor's words and places."""

    def __init__(self, editors: EditorsWords) -> None:
        """Prepare the words of *editors*."""
        self._editors = editors
        #: Works that have words of their own.
        self._with_words = {work for word in editors.words for work in word.works}
        #: What finds the words of each of them, and of all others (``""``).
        self._patterns: dict[str, tuple[re.Pattern[str], dict[str, tuple[str, str]]] | None] = {}
        self._pins: dict[str, list[tuple[str, str, int, str]]] = {}
        for place in editors.places:
            pin = (place.text, place.form, place.nth, place.note)
            self._pins.setdefault(place.at, []).append(pin)

    def spans(self, text: str, address: str, stretches: Sequence[Stretch] = ()) -> list[Span]:
        """Return what the editor settled in *text*, the block with id *address*.

        *stretches* are the passages in it, if they have ids of their own.
        Places come after words, so that they win. Of words that overlap the longer
        of those that start first is taken.
        """
        found: list[Span] = []
        work = address.partition("-")[0]
        if work not in self._with_words:
            work = ""
        if work not in self._patterns:
            self._patterns[work] = self._pattern(work)
        pattern = self._patterns[work]
        if pattern:
            for match in pattern[0].finditer(text):
                form, note = pattern[1][match.group()]
                found.append(Span(match.start(), match.group(), form, "editor", note))
        if self._pins:
            for stretch in stretches or (Stretch(address, 0, len(text)),):
                found += self._pinned(text, stretch)
        return found

    def _pinned(self, text: str, stretch: Stretch) -> Iterator[Span]:
        """Yield the places in *stretch* of *text*; lines of one passage are counted through."""
        passage, begin, end, ahead = stretch
        for phrase, form, nth, note in self._pins.get(passage, ()):
            whole = ahead + text[begin:end]
            start = -1
            for _ in range(nth):
                start = whole.find(phrase, start + 1)
                if start < 0:
                    break
            else:
                if start >= len(ahead):
                    yield Span(begin + start - len(ahead), phrase, form, "place", note)

    def _pattern(self, work: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]] | None:
        """Return what finds the editor's words of *work*, the longest first."""
        forms: dict[str, tuple[str, str]] = {}
        for word in self._editors.words:
            if not word.works:
                forms[word.text] = (word.form, word.note)
        for word in self._editors.words:
            if work in word.works:
                forms[word.text] = (word.form, word.note)
        if not forms:
            return None
        longest_first = sorted(forms, key=lambda text: (-len(text), text))
        return re.compile("|".join(map(re.escape, longest_first))), forms


def laid_over(converted: str, spans: Iterable[Span]) -> str:
    """Return *converted* with the editor's forms at *spans*; a later one wins."""
    characters = list(converted) if spans else []
    for start, phrase, form, _, _ in spans:
        characters[start : start + len(phrase)] = form
    return "".join(characters) or converted
