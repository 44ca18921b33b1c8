"""The converter: plain text of one script in, plain text of an edition out.

Conversion replaces character by character and keeps the length of the text.

How a Simplified text becomes Traditional:

1. The text is cut into runs between punctuation marks and spaces.
2. Names of persons are looked for in a run (:mod:`edition.names`).
3. The run is cut into pieces, each with its form (:mod:`edition.pieces`): names, words, and
   characters whose form hangs on what surrounds them.
4. Quotation marks are changed over the whole text (:mod:`edition.quotes`).
5. The editor's words are laid over the result.

:meth:`Converter.explain` says for every character with several forms which of these
steps chose its form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from edition import quotes
from edition.choices import Choice, Choices, Decision
from edition.editor import NOTHING, EditorsWords
from edition.identity import NO_NAMES, Converter, Names
from edition.lexicon import Lexicon
from edition.names import Name, NameFinder
from edition.overlay import Overlay, Span, Stretch, laid_over
from edition.persons import Recurring, comes_again, trusted
from edition.pieces import Cutter
from edition.surroundings import Surroundings, weights

#: A run: characters that a word may consist of, digits and Latin letters included
#: (13人, 3只), the comma of an enumeration, which tells names and nouns (张伟、于洋), and the
#: point within a foreign name (杰里·威斯特). 云 alone behind the title of a work takes the mark
#: along (《论语》云：…), and so it does the colon before what is quoted (其略云：“…”): without
#: them nothing tells it from the cloud. 只 alone takes the mark behind it along (只“等闲”): by
#: itself it is a unit in a table. 编制 takes the mark of a title along (编制《手册》): what is
#: drawn up has one, what a unit's posts are has none. So does 注 alone before a note (注：…),
#: and 于 what closes a bracket (记者周明、吴于）): no preposition ends there. The number of an item
#: is a run of its own (一、于建章): what comes behind it begins a sentence.
RUN = re.compile(
    r"[①-⑳㈠-㈩]|(?<![^\W_])(?<![、·])(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?=、)"
    r"|(?:[》”](?=云(?![^\W_])))?[^\W_]+(?:[、·][^\W_]+)*"
    r"(?:(?<=[略其答有曰诗书谚语论经传注记医佛志歌谣赋序跋说疏亦又或故如所常尝古俗人词偈讖]云)：(?=[“‘\"「『])"
    r"|(?<=只)(?<![^\W_]只)[“‘《\"「『]"
    r"|(?<=注)(?<![^\W_]注)："
    r"|(?<=[^\W_]{2}于)[）)]"
    r"|(?:(?<=编制)|(?<=编制.)|(?<=编制..))《|(?<=编制)“(?=[^”]{1,12}”[^\W_]{0,6}(?:规划|计划|方案|预案)))?"
)

#: Runs whose result is remembered; prose of this kind repeats itself.
_MEMORY = 200_000

#: The same for whole paragraphs.
_TEXTS = 20_000


class _Analysis(NamedTuple):
    """A run in the edition, and what had to be chosen in it."""

    form: str
    #: Where, in characters from its begin.
    offsets: tuple[int, ...]
    choices: Choices


class _Converted(NamedTuple):
    """A text in the edition, and what had to be chosen in it."""

    form: str
    #: The choices of each run that has any.
    groups: tuple[Choices, ...]
    #: Where these runs begin, and the offsets of the choices in them.
    places: tuple[tuple[int, tuple[int, ...]], ...]


class TraditionalConverter(Converter):
    """Simplified → Traditional, for one region, with the editor's words."""

    identity = False

    def __init__(
        self,
        lexicon: Lexicon,
        editors: EditorsWords = NOTHING,
        names: Names = NO_NAMES,
        *,
        judging: bool = True,
    ) -> None:
        """Make a converter to the region of *lexicon*; *names* are those the book has for sure.

        Without *judging* a character that no word or rule settles takes its usual form.
        """
        if editors.house:
            house = {word.text: (word.form, word.note) for word in editors.house}
            lexicon = lexicon.with_house(house)
        self.lexicon = lexicon
        self._overlay = Overlay(editors)
        self._names = NameFinder(lexicon.costs, lexicon.defaults, names)
        self._recurring = Recurring(lexicon.costs, unsteady(lexicon), names)
        self._cutter = Cutter(lexicon, Surroundings(lexicon) if judging else None)
        self._named: dict[str, tuple[Name, ...]] = {}
        self._possible: dict[str, tuple[Name, ...]] = {}
        self._analysed: dict[str, _Analysis] = {}
        self._choices: dict[Choice, Choice] = {}
        self._texts: dict[tuple[str, Names], _Converted] = {}

    # -- conversion -----------------------------------------------------------------

    def convert(self, text: str, address: str = "", stretches: Sequence[Stretch] = ()) -> str:
        """Return *text* in the edition.

        *address* is the id of the block it is in, *stretches* the passages in it that have ids of
        their own.
        """
        if text.isascii():
            return text
        converted = self._converted(text, self.names_in(text))
        return laid_over(converted.form, self._overlay.spans(text, address, stretches))

    # -- names ----------------------------------------------------------------------

    def names_in(self, *texts: str) -> Names:
        """Return the names of persons that *texts*, the blocks of a work, have for sure.

        Only those are told that take forms of their own.
        """
        whole = "\n".join(texts)
        again = self._recurring.candidates(whole)
        hinted = self._names.hint(whole)
        if not again and not hinted:
            return NO_NAMES
        names = self._recurring.found(again, RUN.findall(whole)) if again else []
        if hinted:
            found = [name for text in texts for name in self._possible_names(text)]
            sure = {
                name.text
                for name in found
                if name.is_sure or comes_again(name.text, whole, self.lexicon.costs)
            }
            if sure:
                counts = Counter([name.text for name in found])
                names += trusted(sure, counts, whole, self.lexicon.costs)
        return frozenset(names) if names else NO_NAMES

    def _possible_names(self, text: str) -> tuple[Name, ...]:
        """Return what can be names in the runs of *text*."""
        possible = self._possible.get(text)
        if possible is None:
            runs = RUN.findall(text) if self._names.hint(text) else ()
            possible = tuple([name for run in runs for name in self._names_of(run)])
            if len(self._possible) >= _TEXTS:
                self._possible.clear()
            self._possible[text] = possible
        return possible

    def _names_of(self, run: str, known: Names = NO_NAMES) -> tuple[Name, ...]:
        if known:
            return self._names.find(run, known)
        names = self._named.get(run)
        if names is None:
            names = self._names.find(run) if self._names.hint(run) else ()
            self._named[run] = names
        return names

    # -- reasons --------------------------------------------------------------------

    def explain(
        self, text: str, address: str = "", stretches: Sequence[Stretch] = ()
    ) -> list[Decision]:
        """Return a decision for every character of *text* that has several forms."""
        converted = self._converted(text, self.names_in(text))
        return self._overlaid(converted, self._overlay.spans(text, address, stretches))

    def convert_recorded(
        self,
        text: str,
        address: str = "",
        names: Names | None = None,
        stretches: Sequence[Stretch] = (),
    ) -> tuple[str, tuple[Choices, ...]]:
        """Return the converted text and the choices made in it, in groups.

        *names* are all that are sure here, if :meth:`names_in` has been asked already. A group
        is the same object wherever the same run of text comes again, and a choice the same object
        wherever it is made again: a record of them costs little.
        """
        converted = self._converted(text, self.names_in(text) if names is None else names)
        spans = self._overlay.spans(text, address, stretches)
        if not spans:
            return converted.form, converted.groups
        choices = tuple([choice for _, choice in self._overlaid(converted, spans)])
        return laid_over(converted.form, spans), (choices,)

    def _converted(self, text: str, names: Names) -> _Converted:
        """Return *text* in the edition, the editor's words aside; *names* are sure here."""
        here = frozenset([name for name in names if name[0] in text]) if names else NO_NAMES
        kept = self._texts.get((text, here))
        if kept is None:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            kept = self._texts[text, here] = self._converted_anew(text, here)
        return kept

    def _converted_anew(self, text: str, names: Names) -> _Converted:
        groups: list[Choices] = []
        places: list[tuple[int, tuple[int, ...]]] = []
        parts: list[str] = []
        end = 0
        for match in RUN.finditer(text):
            form, offsets, choices = self._analysis(match.group(), names)
            parts += (text[end : match.start()], form)
            end = match.end()
            if choices:
                groups.append(choices)
                places.append((match.start(), offsets))
        parts.append(text[end:])
        return _Converted(quotes.to_corner("".join(parts)), tuple(groups), tuple(places))

    def _overlaid(self, converted: _Converted, spans: list[Span]) -> list[Decision]:
        """Return the decisions in *converted*, with the editor's in the place of those overruled.

        A character is told whose form the editor chose, be it the one that it has in the source.
        """
        by_offset = {
            start + offset: choice
            for (start, offsets), choices in zip(converted.places, converted.groups, strict=True)
            for offset, choice in zip(offsets, choices, strict=True)
        }
        for start, phrase, form, reason, note in spans:
            for index, character in enumerate(phrase):
                candidates = self.lexicon.senses.get(character, ())
                usual = self.lexicon.default(character)
                if not candidates and form[index] == character != usual:
                    candidates = (usual, character)
                if candidates or form[index] != character:
                    choice = Choice(character, form[index], phrase, reason, note, candidates)
                    by_offset[start + index] = self._choices.setdefault(choice, choice)
        return [Decision(offset, by_offset[offset]) for offset in sorted(by_offset)]

    def _analysis(self, run: str, names: Names) -> _Analysis:
        """Return *run* converted, with what had to be chosen; *names* are sure here."""
        known, key = NO_NAMES, run
        if names:
            known = frozenset([name for name in names if name in run or name[0] == run])
            key = "\n".join((run, *sorted(known))) if known else run
        analysis = self._analysed.get(key)
        if analysis is None:
            pieces = self._cutter.cut(run, self._names_of(run, known))
            decisions = list(self._cutter.decisions(run, pieces))
            same = self._choices.setdefault
            analysis = _Analysis(
                "".join([piece.form for piece in pieces]),
                tuple([offset for offset, _ in decisions]),
                tuple([same(choice, choice) for _, choice in decisions]),
            )
            if len(self._analysed) >= _MEMORY:
                self._analysed.clear()
                self._named.clear()
            self._analysed[key] = analysis
        return analysis


def unsteady(lexicon: Lexicon) -> frozenset[str]:
    """Return the characters that rules, words or cues of *lexicon* write in several ways."""
    return lexicon.departing.union(lexicon.contexts, weights())
