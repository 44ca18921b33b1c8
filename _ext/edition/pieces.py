"""A run of text cut into pieces, each with its form and the reason for it.

A run lies between punctuation marks and spaces. Where no word known to depart from the
characters' usual forms can occur in it, it is one piece. Otherwise it is cut into the names found
in it and words (:mod:`edition.segmentation`), each in the form that the lists have for it. A
character left alone takes the form that a rule of the register list
(:class:`edition.register.Context`) or else its surroundings (:mod:`edition.surroundings`) ask
for, or its usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.choices import Choice, Decision
from edition.lexicon import Lexicon
from edition.names import Name
from edition.register import Rules
from edition.segmentation import best_path, chunks
from edition.surroundings import Surroundings

#: The reason of a piece that needed no words.
_USUAL = "usual"


class Piece(NamedTuple):
    """A word of a run with its form and where the form comes from."""

    word: str
    form: str
    reason: str
    note: str = ""


class Cutter:
    """Cuts runs into pieces with the words of one region."""

    def __init__(self, lexicon: Lexicon, surroundings: Surroundings | None) -> None:
        """Cut by *lexicon*; without *surroundings* what nothing settles has its usual form."""
        self.lexicon = lexicon
        self._surroundings = surroundings
        self._with_senses = re.compile(f"[{''.join(lexicon.senses)}]")
        self._rules = {
            character: Rules(contexts) for character, contexts in lexicon.contexts.items()
        }
        breaking = {
            character: [context for context in contexts if context.breaks_words]
            for character, contexts in lexicon.contexts.items()
        }
        self._breaking = {
            character: Rules(contexts) for character, contexts in breaking.items() if contexts
        }
        self._breakers = re.compile(f"[{''.join(self._breaking)}]")
        self._departing = re.compile(
            f"[{''.join(sorted(lexicon.departing | set(lexicon.contexts)))}]"
        )

    def cut(self, run: str, names: tuple[Name, ...]) -> list[Piece]:
        """Return the pieces of *run*, in which *names* were found."""
        if not names and not self._needs_words(run, 0, len(run)):
            return list(self._usual_pieces(run, 0, len(run)))
        pieces: list[Piece] = []
        at = 0
        for name in names:
            pieces += self._words(run, at, name.start)
            pieces.append(Piece(name.text, name.form, "name"))
            at = name.end
        pieces += self._words(run, at, len(run))
        return self._against_words(run, pieces)

    def _needs_words(self, run: str, start: int, end: int) -> bool:
        """Tell whether a word or rule can ask for an unusual form in ``run[start:end]``."""
        telling, rules = self.lexicon.telling_pairs, self._rules
        for match in self._departing.finditer(run, start, end):
            at = match.start()
            if run[at : at + 2] in telling or (at and run[at - 1 : at + 1] in telling):
                return True
            if run[at] in rules and rules[run[at]].holding(run, at):
                return True
        return False

    def _words(self, run: str, start: int, stop: int) -> list[Piece]:
        """Cut ``run[start:stop]`` into words and find the form of each.

        What lies between chunks that need words is left whole.
        """
        pieces: list[Piece] = []
        done = at = start
        for chunk in chunks(run[start:stop], self.lexicon.pairs) if start < stop else ():
            end = at + len(chunk)
            if self._needs_words(run, at, end):
                pieces += self._usual_pieces(run, done, at)
                for word in best_path(chunk, self.lexicon.costs):
                    if len(word) == 1:
                        pieces.append(self._alone(run, at))
                    else:
                        pieces.extend(self._word(run, at, word))
                    at += len(word)
                done = end
            at = end
        pieces += self._usual_pieces(run, done, at)
        return pieces

    def _word(self, run: str, at: int, word: str) -> list[Piece]:
        form = self.lexicon.forms.get(word)
        if form is not None:
            note = self.lexicon.house.get(word, "")
            return [Piece(word, form, self.lexicon.reason(word), note)]
        if not self._departing.search(word):
            return [Piece(word, self.lexicon.default(word), "default")]
        # A word of which no list has the form: that of the words within it.
        pieces: list[Piece] = []
        for part in best_path(word, self.lexicon.costs, whole=False):
            if len(part) == 1:
                pieces.append(self._alone(run, at))
            else:
                pieces.extend(self._word(run, at, part))
            at += len(part)
        return pieces

    def _alone(self, run: str, at: int) -> Piece:
        character = run[at]
        context = self._rules[character].holding(run, at) if character in self._rules else None
        if context:
            return Piece(character, context.form, "context", context.reason)
        usual = Piece(character, self.lexicon.default(character), "default")
        return self._judged(run, at) or usual

    def _judged(self, run: str, at: int) -> Piece | None:
        """Give the character at *at* the form that its surroundings speak for, if they do."""
        judgement = self._surroundings.judge(run, at) if self._surroundings else None
        if judgement is None:
            return None
        return Piece(run[at], judgement.form, "surroundings", judgement.note)

    # -- what needs no words ----------------------------------------------------------

    def _usual_pieces(self, run: str, start: int, end: int) -> Iterator[Piece]:
        """Yield ``run[start:end]`` in its usual form, but for characters whose surroundings ask
        for another."""
        done = start
        for match in self._surroundings.finditer(run, start, end) if self._surroundings else ():
            at = match.start()
            piece = None if self._pair_at(run, at) else self._judged(run, at)
            if piece and piece.form != self.lexicon.default(piece.word):
                if done < at:
                    yield self._usual_piece(run[done:at])
                yield piece
                done = at + 1
        if done < end:
            yield self._usual_piece(run[done:end])

    def _usual_piece(self, part: str) -> Piece:
        return Piece(part, self.lexicon.default(part), _USUAL)

    def _pair_at(self, run: str, at: int) -> str:
        """Return a word of two characters of the lists that the one at *at* can be part of."""
        for pair in (run[at : at + 2], run[at - 1 : at + 1] if at else ""):
            if len(pair) == 2 and pair in self.lexicon.forms:
                return pair
        return ""

    # -- rules that hold against words -------------------------------------------------

    def _against_words(self, run: str, pieces: list[Piece]) -> list[Piece]:
        """Apply the contexts that hold even where the best path found a word."""
        if not self._breakers.search(run):
            return pieces
        result: list[Piece] = []
        start = 0
        for piece in pieces:
            rest, at = piece, start
            for match in self._breakers.finditer(run, start, start + len(piece.word)):
                named = len(piece.word) == 1 or piece.reason == "name"
                found = None if named else self._against(run, match.start())
                if found:
                    cut = match.start() - at
                    result.append(rest._replace(word=rest.word[:cut], form=rest.form[:cut]))
                    result.append(found)
                    rest = rest._replace(word=rest.word[cut + 1 :], form=rest.form[cut + 1 :])
                    at = match.start() + 1
            result.append(rest)
            start += len(piece.word)
        return [piece for piece in result if piece.word]

    def _against(self, run: str, at: int) -> Piece | None:
        """Return the character at *at* in the form of a rule that holds against words."""
        context = self._breaking[run[at]].holding(run, at)
        return Piece(run[at], context.form, "context", context.reason) if context else None

    # -- reasons -----------------------------------------------------------------------

    def decisions(self, run: str, pieces: list[Piece]) -> Iterator[Decision]:
        """Yield a decision, at its offset in *run*, for every character with several forms."""
        senses = self.lexicon.senses
        at = 0
        for word, form, reason, note in pieces:
            if reason == _USUAL:
                yield from self._usual(run, at, at + len(word))
            else:
                for index, character in enumerate(word):
                    if character in senses:
                        candidates = senses[character]
                        choice = Choice(character, form[index], word, reason, note, candidates)
                        yield Decision(at + index, choice)
            at += len(word)

    def _usual(self, run: str, start: int, end: int) -> Iterator[Decision]:
        """Explain ``run[start:end]``, in which every character has its usual form.

        Here the form needs no words; a word of two characters that the lists have is named
        as the reason where there is one.
        """
        for match in self._with_senses.finditer(run, start, end):
            at, character = match.start(), match.group()
            pair = self._pair_at(run, at)
            if pair:
                reason = Piece(pair, "", self.lexicon.reason(pair))
            else:
                reason = self._judged(run, at) or Piece(character, "", "default")
            candidates = self.lexicon.senses[character]
            choice = Choice(
                character, candidates[0], reason.word, reason.reason, reason.note, candidates
            )
            yield Decision(at, choice)
