"""The converter: plain text of one script in, plain text of an edition out.

``converter_for("zh-Hant-TW").convert(text)`` is all that another extension needs.
Conversion replaces character by character and keeps the length of the text.

How a Simplified text becomes Traditional:

1. The text is cut into runs between punctuation marks and spaces.
2. A run in which no word known to depart from the characters' usual forms can occur
   is mapped character by character. (Most runs; that is what makes it quick.)
3. In any other run names of persons are looked for (:mod:`edition.names`); what lies
   between them is cut into words (:mod:`edition.segmentation`), each word takes the
   form that the lists have for it, and a character left alone takes its usual form or
   the one that its surroundings ask for (:class:`edition.register.Context`).
4. Quotation marks are changed over the whole text (:mod:`edition.quotes`).
5. The editor's words are laid over the result.

:meth:`Converter.explain` says for every character with several forms which of these
steps chose its form.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from edition import quotes
from edition.choices import Choice, Choices, Decision
from edition.codes import edition as edition_of
from edition.editor import NOTHING, EditorsWords
from edition.identity import Converter
from edition.lexicon import Lexicon, lexicon
from edition.names import NO_NAMES, Name, NameFinder, Names
from edition.overlay import Overlay, Span
from edition.segmentation import best_path, chunks

#: A run: characters that a word may consist of, digits and Latin letters included
#: (13人, 3只), the comma of an enumeration, which tells names and nouns (张伟、于洋), and the
#: point within a foreign name (杰里·威斯特).
_RUN = re.compile(r"[^\W_]+(?:[、·][^\W_]+)*")

#: Runs whose result is remembered; prose of this kind repeats itself.
_MEMORY = 200_000

#: The reason of a piece that needed no words.
_USUAL = "usual"


class _Piece(NamedTuple):
    """A word of a run with its form and where the form comes from."""

    word: str
    form: str
    reason: str
    note: str = ""


class TraditionalConverter(Converter):
    """Simplified → Traditional, for one region, with the editor's words."""

    identity = False

    def __init__(
        self, lexicon: Lexicon, editors: EditorsWords = NOTHING, names: Names = NO_NAMES
    ) -> None:
        """Make a converter to the region of *lexicon*; *names* are those the book has for sure."""
        if editors.house:
            house = {word.text: (word.form, word.note) for word in editors.house}
            lexicon = lexicon.with_house(house)
        self.lexicon = lexicon
        self._overlay = Overlay(editors)
        self._names = NameFinder(lexicon.costs, lexicon.defaults, names)
        self._runs: dict[str, str] = {}
        self._named: dict[str, tuple[Name, ...]] = {}
        self._analysed: dict[str, tuple[str, tuple[int, ...], Choices]] = {}
        self._choices: dict[Choice, Choice] = {}
        self._with_senses = re.compile(f"[{''.join(lexicon.senses)}]")
        breakers = [
            character
            for character, contexts in lexicon.contexts.items()
            if any(context.breaks_words for context in contexts)
        ]
        self._breakers = re.compile(f"[{''.join(breakers)}]")
        self._departing = re.compile(
            f"[{''.join(sorted(lexicon.departing | set(lexicon.contexts)))}]"
        )

    # -- conversion -----------------------------------------------------------------

    def convert(self, text: str, address: str = "", names: Names = NO_NAMES) -> str:
        """Return *text* in the edition.

        *address* is the id of the block it is in, *names* are those that its work has for sure.
        """
        if text.isascii():
            return text
        if names or self._names.hint(text):
            names = names | self.names_in(text)
        if names:
            converted = _RUN.sub(lambda match: self._analysis(match.group(), names)[0], text)
        else:
            converted = _RUN.sub(self._converted_run, text)
        return self._overlay.applied(text, quotes.to_corner(converted), address)

    def names_in(self, text: str) -> Names:
        """Return the names of persons that *text* has for sure, if they take forms of their own."""
        if not self._names.hint(text):
            return NO_NAMES
        named = self._named
        found = [run for run in _RUN.findall(text) if named.get(run, True) and self._names_of(run)]
        if not found:
            return NO_NAMES
        return frozenset([name.text for run in found for name in named[run] if name.is_sure])

    def _names_of(self, run: str, known: Names = NO_NAMES) -> tuple[Name, ...]:
        if known:
            return self._names.find(run, known)
        names = self._named.get(run)
        if names is None:
            names = self._names.find(run) if self._names.hint(run) else ()
            self._named[run] = names
        return names

    def _converted_run(self, match: re.Match[str]) -> str:
        run = match.group()
        converted = self._runs.get(run)
        if converted is None:
            names = self._names_of(run)
            if names or self._needs_words(run, 0, len(run)):
                converted = "".join([piece.form for piece in self._pieces(run, names)])
            else:
                converted = run.translate(self.lexicon.defaults)
            if len(self._runs) >= _MEMORY:
                self._runs.clear()
                self._named.clear()
            self._runs[run] = converted
        return converted

    def _needs_words(self, run: str, start: int, end: int) -> bool:
        """Tell whether a form in ``run[start:end]`` can differ from the usual ones."""
        telling, contexts = self.lexicon.telling_pairs, self.lexicon.contexts
        for match in self._departing.finditer(run, start, end):
            at = match.start()
            if run[at : at + 2] in telling or (at and run[at - 1 : at + 1] in telling):
                return True
            for context in contexts.get(run[at], ()):
                # What follows is looked at here too: it rules out nearly all, at less cost.
                if context.after.match(run, at + 1) and context.holds(run, at):
                    return True
        return False

    def _pieces(self, run: str, names: tuple[Name, ...]) -> list[_Piece]:
        """Cut *run* into names and words and find the form of each."""
        pieces: list[_Piece] = []
        at = 0
        for name in names:
            pieces += self._words(run, at, name.start)
            pieces.append(_Piece(name.text, name.form, "name"))
            at = name.end
        pieces += self._words(run, at, len(run))
        return self._against_words(run, pieces)

    def _words(self, run: str, start: int, stop: int) -> list[_Piece]:
        """Cut ``run[start:stop]`` into words and find the form of each.

        What lies between chunks that need words is one piece, uncut.
        """
        pieces: list[_Piece] = []
        done = at = start
        for chunk in chunks(run[start:stop], self.lexicon.pairs) if start < stop else ():
            end = at + len(chunk)
            if self._needs_words(run, at, end):
                if done < at:
                    pieces.append(self._usual_piece(run[done:at]))
                for word in best_path(chunk, self.lexicon.costs):
                    if len(word) == 1:
                        pieces.append(self._alone(run, at))
                    else:
                        pieces.extend(self._word(run, at, word))
                    at += len(word)
                done = end
            at = end
        if done < at:
            pieces.append(self._usual_piece(run[done:at]))
        return pieces

    def _usual_piece(self, part: str) -> _Piece:
        return _Piece(part, part.translate(self.lexicon.defaults), _USUAL)

    def _word(self, run: str, at: int, word: str) -> list[_Piece]:
        form = self.lexicon.forms.get(word)
        if form is not None:
            note = self.lexicon.house.get(word, "")
            return [_Piece(word, form, self.lexicon.reason(word), note)]
        if not self._departing.search(word):
            return [_Piece(word, self.lexicon.default(word), "default")]
        # A word of which no list has the form: that of the words within it.
        pieces: list[_Piece] = []
        for part in best_path(word, self.lexicon.costs, whole=False):
            if len(part) == 1:
                pieces.append(self._alone(run, at))
            else:
                pieces.extend(self._word(run, at, part))
            at += len(part)
        return pieces

    def _alone(self, run: str, at: int) -> _Piece:
        character = run[at]
        for context in self.lexicon.contexts.get(character, ()):
            if context.after.match(run, at + 1) and context.holds(run, at):
                return _Piece(character, context.form, "context", context.reason)
        return _Piece(character, self.lexicon.default(character), "default")

    def _against_words(self, run: str, pieces: list[_Piece]) -> list[_Piece]:
        """Apply the contexts that hold even where the best path found a word."""
        if not self._breakers.search(run):
            return pieces
        result: list[_Piece] = []
        start = 0
        for piece in pieces:
            rest, at = piece, start
            for match in self._breakers.finditer(run, start, start + len(piece.word)):
                named = len(piece.word) == 1 or piece.reason == "name"
                found = None if named else self._breaking(run, match.start())
                if found:
                    cut = match.start() - at
                    result.append(rest._replace(word=rest.word[:cut], form=rest.form[:cut]))
                    result.append(found)
                    rest = rest._replace(word=rest.word[cut + 1 :], form=rest.form[cut + 1 :])
                    at = match.start() + 1
            result.append(rest)
            start += len(piece.word)
        return [piece for piece in result if piece.word]

    def _breaking(self, run: str, at: int) -> _Piece | None:
        character = run[at]
        for context in self.lexicon.contexts[character]:
            if context.breaks_words and context.after.match(run, at + 1) and context.holds(run, at):
                return _Piece(character, context.form, "context", context.reason)
        return None

    # -- reasons --------------------------------------------------------------------

    def explain(self, text: str, address: str = "", names: Names = NO_NAMES) -> list[Decision]:
        """Return a decision for every character of *text* that has several forms."""
        names = names | self.names_in(text)
        decisions = [
            Decision(match.start() + offset, choice)
            for match in _RUN.finditer(text)
            for offset, choice in zip(*self._analysis(match.group(), names)[1:], strict=True)
        ]
        spans = self._overlay.spans(text, address)
        return self._overlaid(decisions, spans) if spans else decisions

    def convert_recorded(
        self, text: str, address: str = "", names: Names | None = None
    ) -> tuple[str, list[Choices]]:
        """Return the converted text and the choices made in it, in groups.

        *names* are all that are sure here, if :meth:`names_in` has been asked already. A group
        is the same object wherever the same run of text comes again, and a choice the same object
        wherever it is made again: a record of them costs little.
        """
        if names is None:
            names = self.names_in(text)
        if self._overlay.spans(text, address):
            choices = tuple(choice for _, choice in self.explain(text, address, names))
            return self.convert(text, address, names), [choices]
        groups: list[Choices] = []
        parts: list[str] = []
        end = 0
        for match in _RUN.finditer(text):
            converted, _, choices = self._analysis(match.group(), names)
            parts += (text[end : match.start()], converted)
            end = match.end()
            if choices:
                groups.append(choices)
        parts.append(text[end:])
        return quotes.to_corner("".join(parts)), groups

    def _overlaid(self, decisions: list[Decision], spans: list[Span]) -> list[Decision]:
        """Return *decisions* with the editor's in the place of those they overrule."""
        by_offset = dict(decisions)
        for start, phrase, form, reason, note in spans:
            for index, character in enumerate(phrase):
                candidates = self.lexicon.senses.get(character, ())
                if candidates or form[index] != character:
                    choice = Choice(character, form[index], phrase, reason, note, candidates)
                    by_offset[start + index] = choice
        return [Decision(offset, by_offset[offset]) for offset in sorted(by_offset)]

    def _analysis(self, run: str, names: Names) -> tuple[str, tuple[int, ...], Choices]:
        """Return *run* converted, and offsets and choices of what had to be chosen."""
        known, key = NO_NAMES, run
        if names and self._names.hint(run):
            known = frozenset([name for name in names if name in run or name[0] == run])
            key = "\n".join((run, *sorted(known)))
        analysis = self._analysed.get(key)
        if analysis is None:
            found = self._names_of(run, known)
            if found or self._needs_words(run, 0, len(run)):
                pieces = self._pieces(run, found)
                converted = "".join([piece.form for piece in pieces])
                decisions = self._decisions(run, pieces)
            else:
                converted = run.translate(self.lexicon.defaults)
                decisions = self._usual(run, 0, len(run))
            same = self._choices.setdefault
            analysis = (
                converted,
                tuple([offset for offset, _ in decisions]),
                tuple([same(choice, choice) for _, choice in decisions]),
            )
            if len(self._analysed) >= _MEMORY:
                self._analysed.clear()
                self._named.clear()
            self._analysed[key] = analysis
        return analysis

    def _decisions(self, run: str, pieces: list[_Piece]) -> list[Decision]:
        senses = self.lexicon.senses
        decisions: list[Decision] = []
        at = 0
        for word, form, reason, note in pieces:
            if reason == _USUAL:
                decisions += self._usual(run, at, at + len(word))
            else:
                for index, character in enumerate(word):
                    if character in senses:
                        candidates = senses[character]
                        choice = Choice(character, form[index], word, reason, note, candidates)
                        decisions.append(Decision(at + index, choice))
            at += len(word)
        return decisions

    def _usual(self, run: str, start: int, end: int) -> list[Decision]:
        """Explain ``run[start:end]``, in which every character has its usual form.

        Here the form needs no words; a word of two characters that the lists have is named
        as the reason where there is one.
        """
        lexicon = self.lexicon
        decisions: list[Decision] = []
        for match in self._with_senses.finditer(run, start, end):
            at, character = match.start(), match.group()
            word, reason = character, "default"
            for pair in (run[at : at + 2], run[at - 1 : at + 1] if at else ""):
                if len(pair) == 2 and pair in lexicon.forms:
                    word, reason = pair, lexicon.reason(pair)
                    break
            candidates = lexicon.senses[character]
            choice = Choice(character, candidates[0], word, reason, "", candidates)
            decisions.append(Decision(at, choice))
        return decisions


@cache
def converter_for(
    code: str,
    source: str = "zh-Hans",
    editors: EditorsWords = NOTHING,
    names: Names = NO_NAMES,
) -> Converter:
    """Return the converter to edition *code* of a book whose text is in *source*.

    Both are edition codes (``zh-Hans``, ``zh-Hant-TW``, ``zh-Hant-HK``); *editors* is
    what :func:`edition.editor.read` returned, *names* persons' names that the book is known to
    have. Converters are kept for the process.
    Raises :class:`edition.codes.UnknownEdition`.
    """
    target, own = edition_of(code), edition_of(source)
    if target == own:
        return Converter()
    if own.script == "Hans":
        return TraditionalConverter(lexicon(target.region), editors, names)
    from edition.from_traditional import FromTraditionalConverter

    return FromTraditionalConverter(own, target, editors)
