"""Finding the glossary's terms in a text: one pass, whatever the number of entries.

An Aho-Corasick automaton (ahocorasick_rs) gives the mentions of a text: from left to right, at
each place the longest form, none overlapping another. Only where a guard word of its entry (its
`not_in`) stands around one of them does another give every occurrence of every form and every
guard word, overlapping ones too. Of these, occurrences inside a guard word of the same entry are
dropped, and the mentions are taken from what is left.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, partial
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ..model import Mention
from .entries import Glossary

#: Up to so many words the fastest kind of automaton is built; for more it would be too large.
_FEW = 1000
#: Makes a mention of a tuple of its fields, in half the time that its own constructor takes.
_MENTION = partial(tuple.__new__, Mention)


def _automaton(words: list[str], kind: MatchKind) -> AhoCorasick:
    few = Implementation.DFA if len(words) <= _FEW else None
    return AhoCorasick(words, matchkind=kind, implementation=few)


class Matcher:
    """The automaton of one glossary; make it once, use it for every block."""

    def __init__(self, glossary: Glossary) -> None:
        """Build the automaton from all terms, variants and guard words of `glossary`."""
        forms = glossary.by_form
        guards: dict[str, set[str]] = {}
        for entry in glossary.entries:
            for word in entry.not_in:
                guards.setdefault(word, set()).add(entry.term)
        patterns = sorted({*forms, *guards})
        self._terms: list[str | None] = [
            forms[word].term if word in forms else None for word in patterns
        ]
        self._guards: list[set[str]] = [guards.get(word, set()) for word in patterns]
        self._guarded = frozenset(number for number, terms in enumerate(self._guards) if terms)
        self._patterns = patterns
        self._words = {e.term: tuple(e.not_in) for e in glossary.entries if e.not_in}
        self._reach = {term: max(map(len, words)) for term, words in self._words.items()}
        self._forms = sorted(forms)
        self._of_form = [forms[word].term for word in self._forms]
        self._longest = _automaton(self._forms, MatchKind.LeftmostLongest) if self._forms else None

    @cached_property
    def _every(self) -> AhoCorasick:
        """Give the automaton that finds guard words too, made when first one is asked for."""
        return _automaton(self._patterns, MatchKind.Standard)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Give the mentions in `text`, in order, with offsets in characters."""
        if self._longest is None:
            return ()
        found = self._longest.find_matches_as_indexes(text)
        if not found:
            return ()
        terms = self._of_form
        mentions = tuple([_MENTION((start, end, terms[form])) for form, start, end in found])
        words = self._words
        for start, end, term in mentions:
            if term in words and self._may_be_barred(text, start, end, term):
                every = self._every.find_matches_as_indexes(text, overlapping=True)
                return tuple(self._select(every))
        return mentions

    def _may_be_barred(self, text: str, start: int, end: int, term: str) -> bool:
        """Say whether a guard word of the term stands so near that it may hold this mention."""
        reach = self._reach[term]
        near = text[max(0, end - reach) : start + reach]
        for word in self._words[term]:  # noqa: SIM110 - quicker than any() and a generator
            if word in near:
                return True
        return False

    def _select(self, found: list[tuple[int, int, int]]) -> list[Mention]:
        """Choose among all that was found (number of the pattern, start, end)."""
        guarded, terms = self._guarded, self._terms
        barred = self._barred([match for match in found if match[0] in guarded])
        result: list[Mention] = []
        # Longest first at one start; a match is taken when it begins after the last one taken.
        end_of_last = 0
        for start, before, pattern in sorted([(s, -e, pattern) for pattern, s, e in found]):
            end, term = -before, terms[pattern]
            if start < end_of_last or term is None:
                continue
            if barred and term in barred and barred[term].contain(start, end):
                continue
            result.append(_MENTION((start, end, term)))
            end_of_last = end
        return result

    def _barred(self, found: list[tuple[int, int, int]]) -> dict[str, _Spans]:
        """Give, for each guarded term, the spans of the guard words that occur."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for pattern, start, end in found:
            for term in self._guards[pattern]:
                spans.setdefault(term, []).append((start, end))
        return {term: _Spans(found) for term, found in spans.items()}


class _Spans:
    """Spans of a text, asked whether one of them holds another span (in logarithmic time)."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        spans = sorted(spans)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def contain(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, start)
        return bool(before) and self._reach[before - 1] >= end
