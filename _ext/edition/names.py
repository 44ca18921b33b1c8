"""Names of persons in running text: where one stands, and which forms it takes.

Many surnames are characters with several Traditional forms of which the commoner is wrong for a
name (于 於, 余 餘, 后 後, 党 黨, 范 範, 钟 鐘), and given names keep forms of their own (冲 沖).
A name is taken for a word that the lists lack: it has a cost in bits like any word, and where the
cheapest way to cut the text has it, it is one. What makes up the cost:

- how rare the surname is, and whether its companions are characters that people are called by;
- what stands before and after: an office, a word for a person, another name beside 、, a verb of
  saying or doing, the edge of the run.

The surnames, forms and lists are in ``data/names.yaml``, the rest in the macros of
``data/register/``. A name that the book knows for sure (an author) costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from edition.identity import NO_NAMES, Names
from edition.namecues import (
    ACT_AFTER,
    LIKELY_BESIDE,
    OF_UNIT,
    PERSON_BEFORE,
    PLACES,
    RARE,
    TITLE_AFTER,
    UNTOLD,
    WHOLE_RUN,
    bits_after,
    bits_around,
    bits_before,
    is_nicknamed,
    stands_alone,
)
from edition.namelists import NameLists, name_lists, surname_bits
from edition.namespans import CALLED, COMMONER, hint_pattern, spans
from edition.nonames import (
    is_everyday,
    is_everyday_word,
    is_preposition,
    is_thing,
    is_time_or_place,
)
from edition.persons import places_of
from edition.segmentation import UNKNOWN, path_cost

#: Bits that a name costs before anything is known of it: about one word in a hundred is one.
_PRIOR = 8.5

#: Bits of a given name's character: of those that people are often called by; of any other; of
#: one that is seldom written at all, which costs what it does alone and so many more.
_GIVEN, _UNLISTED, _UNUSUAL = 7.0, 14.5, 4.0
#: The same for all of a given name after a word for a person.
_CALLED = 10.5
_SELDOM_WRITTEN = 18.0

#: How much a name in full of two characters that people are called by counts where it opens a run:
#: in eighteen million characters of laws, news and an encyclopedia 于 and two of those that are no
#: word open one, and are no name, once (于高雄市).
_OPENING = 7.0

#: Surnames that words and phrases begin with too often to be trusted before one (书记于开始).
_EVERYDAY = frozenset("于党后干种占")

#: Bits of 某 in the place of a given name.
_SOMEBODY = 2.0

#: Bits of any compound surname.
_COMPOUND = 10.0

#: Bits of those that only the list of forms has.
_SELDOM = 9.0

#: Characters that cost less, as 到 and 说 do, are words beside a surname unless people have them.
_COMMON = 11.5

#: A word that costs less is none that a rare surname begins (后来, 后面).
_COMMON_WORD = 15.0

#: By how many bits a name has to beat the words.
_LEAST_MARGIN = 1.5

#: A name that beats the words by so many bits is sure: it is one wherever the text has it again.
SURE = 4.0

#: A name whose surname tells nothing needs so much beside it: 王 is one of the commonest words.
_LEAST_CUES = 6.0

#: How much of the text on either side of a name is cut into words to compare.
_AROUND = 5

#: How many bits a name that the work or the book is known to have costs less.
_KNOWN = 14.0


class Name(NamedTuple):
    """A name in a run of text."""

    start: int
    text: str
    form: str
    #: By how many bits it beats the words that the lists have.
    margin: float

    @property
    def is_sure(self) -> bool:
        """Whether it is a name wherever its work has it again (one with a given name only)."""
        return self.margin >= SURE and len(self.text) > 1

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class _Candidate(NamedTuple):
    """What could be a name in a run of text."""

    run: str
    start: int
    end: int
    text: str
    #: How many of its characters are the surname, and what that costs.
    surname: int
    bits: float
    #: What stands before it and after it takes off its cost.
    before: float
    after: float
    #: Whether the surname is rare and nothing before it shows a name; if so, whether it opens
    #: the run with a given name in full.
    rare: bool
    whole: bool


class NameFinder:
    """Finds the names that take a form which no word would give them."""

    def __init__(
        self,
        costs: Mapping[str, float],
        defaults: Mapping[int, str],
        known: Iterable[str] = (),
    ) -> None:
        """Prepare to weigh names against the words of *costs*.

        *defaults* are the forms of all other characters, *known* the names the book has for sure.
        """
        self._costs = costs
        self._defaults = defaults
        self._known = frozenset(known)
        #: Finds a character that a name could give a form of its own, in a text or a run of it.
        pattern = hint_pattern(defaults)
        self.hint = pattern.search
        self._finditer = pattern.finditer

    def find(self, run: str, known: Names = NO_NAMES) -> tuple[Name, ...]:
        """Return the names in *run*, a stretch of text between punctuation marks, in order.

        *known* are names that its work has for sure, beside those of the whole book.
        """
        lists = name_lists()
        here, known = known, known | self._known
        places = {
            span
            for match in self._finditer(run)
            for span in spans(run, match.start(), lists, self._costs, known)
        }
        places.update(places_of([name for name in here if not self.hint(name)], run))
        before = {
            start: bits_before(run, start, lists, self._costs) for start in {s for s, _ in places}
        }
        weighed = [self._weighed(run, span, before[span[0]], lists, known) for span in places]
        chosen: list[Name] = []
        for name in sorted(filter(None, weighed), key=lambda name: (-name.margin, name.start)):
            if all(name.end <= other.start or other.end <= name.start for other in chosen):
                chosen.append(name)
        return tuple(sorted(chosen))

    def _weighed(
        self, run: str, span: tuple[int, int], before_it: float, lists: NameLists, known: Names
    ) -> Name | None:
        """Return the name at *span* of *run* if it beats the words, else nothing.

        *before_it* is what stands before it takes off its cost.
        """
        start, end = span
        if is_thing(run, start, lists) or is_preposition(run, span, lists):
            return None
        if end > start + 1 and is_nicknamed(run, start, before_it):
            return None  # 老卢冲进去: nobody is called 老 and by a name in full
        text = run[start:end]
        surname = 2 if text[:2] in lists.compound else 1
        bits = lists.surnames.get(text[0], surname_bits(1000)) if surname == 1 else _COMPOUND
        rare = bits > RARE and before_it < LIKELY_BESIDE
        whole = rare and self._is_whole(run, span, lists)
        if rare and not known and not whole and lists.callers.isdisjoint(run[end : end + CALLED]):
            return None  # nothing follows that a name so rare needs
        after_it = bits_after(run, end, lists)
        it = _Candidate(run, start, end, text, surname, bits, before_it, after_it, rare, whole)
        cues = self._cues(it, lists)
        if text in known or (len(run) == 1 and any(name[0] == run for name in known)):
            cues += _KNOWN
            if end - start == len("于方") and text[1] != "某" and is_time_or_place(run, start):
                return None  # 于方案中, though 于方 is known
        elif (
            _lacks_company(it, cues, lists)
            or self._is_worded(it, lists)
            or is_everyday(run, span, surname, before_it, lists)
        ):
            return None
        margin = self._margin(it, cues, lists, known)
        if margin is None:
            return None
        return Name(start, text, self._form(text, surname, lists), margin)

    def _cues(self, it: _Candidate, lists: NameLists) -> float:
        """Return by how many bits what stands around a name makes it likelier."""
        span = it.start, it.end
        cues = bits_around(it.run, span, it.before, it.after)
        if it.text[0] == "于" and self._opens(it.run, span, lists):
            cues += _OPENING
        if len(it.text) == len(it.run) > 1:
            return 0.0 if it.run in self._costs else cues + WHOLE_RUN
        return cues

    def _is_worded(self, it: _Candidate, lists: NameLists) -> bool:
        """Tell whether the words of the lists leave no room for a name."""
        text, run, size = it.text, it.run, len(it.text)
        return (
            text in lists.never
            or is_everyday_word(run, (it.start, it.end), self._costs, (it.before, it.after), lists)
            or (size == 3 and text[:2] in self._costs and text[2] not in lists.given)
            # 学校的钟声传得远
            or (
                it.before == OF_UNIT
                and it.after < ACT_AFTER
                and size == len("钟声传")
                and text[:2] in self._costs
            )
            or (it.rare and size > 1 and self._costs.get(text[:2], UNKNOWN) < _COMMON_WORD)
            # 余干县
            or (run[it.end : it.end + 1] in PLACES and run[it.start : it.end + 1] in self._costs)
        )

    def _margin(self, it: _Candidate, cues: float, lists: NameLists, known: Names) -> float | None:
        """Return by how many bits a name beats the words with its *cues*, if by enough."""
        text, run, start, end = it.text, it.run, it.start, it.end
        doubtful = it.bits > RARE or (text[0] == "于" and it.before in UNTOLD)
        goes_on = end < len(run) and run[end - 1 : end + 1] in self._costs  # 沈渊卷入
        listed = (doubtful or goes_on) and it.after < TITLE_AFTER
        given = text[it.surname :]
        called = it.before >= PERSON_BEFORE or it.before == OF_UNIT
        plain = text[0] not in _EVERYDAY and it.bits < RARE and it.before != OF_UNIT
        called = called and (plain or given not in self._costs) and (len(given) > 1 or it.after > 0)
        # 钟开明老师, and 钟开明 alone
        called = called or (plain and (it.after >= TITLE_AFTER or len(run) == len(text)))
        given_bits = _GIVEN * len(given)
        if text not in known:
            given_bits = self._given(given, lists, listed=listed, called=called)
        cost = _PRIOR + it.bits + given_bits
        alone = sum([self._costs.get(character, UNKNOWN) for character in text])
        least = 0.0 if it.after >= TITLE_AFTER else _LEAST_MARGIN
        if alone - cost + cues <= least:  # words cost less than their characters alone
            return None
        before, after = run[max(0, start - _AROUND) : start], run[end : end + _AROUND]
        words = self._cost(before + text + after, lists, but=len(before))
        margin = words - self._cost(before, lists) - self._cost(after, lists) - cost + cues
        return margin if margin > least else None

    def _opens(self, run: str, span: tuple[int, int], lists: NameLists) -> bool:
        """Tell whether a name in full opens *run*: 于小海游过江, not 于长江流域, 于是平."""
        start, end = span
        given = run[start + 1 : end]
        return (
            start == 0
            and len(given) == 2
            and end < len(run)
            and lists.given.issuperset(given)
            and self._costs.get(given, UNKNOWN) >= _SELDOM_WRITTEN
            and given[1] + run[end] not in self._costs
            and run[end] not in PLACES
            and not stands_alone(run, start, lists)  # 于二叔
        )

    def _is_whole(self, run: str, span: tuple[int, int], lists: NameLists) -> bool:
        """Tell whether a rare surname opens *run* with a given name in full and what it does.

        后秀英当主任: two characters that people have, which are no word (后建成投产).
        """
        start, end = span
        given = run[start + 1 : end]
        return (
            start == 0
            and len(given) == 2
            and given not in self._costs
            and given[1] + run[end : end + 1] not in self._costs
            and lists.given.issuperset(given)
            and (run[end : end + 1] == "当" or bits_after(run, end, lists) >= ACT_AFTER)
        )

    def _given(self, text: str, lists: NameLists, *, listed: bool, called: bool) -> float:
        """Return what the given name *text* costs; infinite if it can be none.

        With *listed* every character has to be one of the lists (出生于佩德 has no name).  With
        *called* (a word for a person before it) a verb may begin it, if the lists have the rest:
        辅导员钟开炜.
        """
        cost = 0.0
        for character in text:
            if character == "某":
                cost += _SOMEBODY
            elif character in PLACES:
                return inf
            elif character in lists.given:
                cost += _GIVEN
            elif character in lists.given_forms:
                cost += _SELDOM
            else:
                single = self._costs.get(character, UNKNOWN)
                verb = not (called and len(text) == 2 and text[1] in lists.given)
                if listed or (single < _COMMON and verb):  # 干到 is no name
                    return inf
                unlisted = _CALLED if called and len(text) == 1 else _UNLISTED
                cost += single + _UNUSUAL if single > _SELDOM_WRITTEN else unlisted
        return cost

    def _cost(self, text: str, lists: NameLists, but: int = -1) -> float:
        """Return what *text* costs, cut into words and names other than those starting at *but*."""
        return path_cost(text, self._costs, _other_names(text, but, lists))

    def _form(self, text: str, surname: int, lists: NameLists) -> str:
        """Return the form of the name *text*, of which *surname* characters are the surname."""
        usual = text.translate(self._defaults)
        head = lists.surname_forms.get(text[0], usual[0]) if surname == 1 else usual[:surname]
        given = zip(text[surname:], usual[surname:], strict=True)
        return head + "".join([lists.given_forms.get(one, other) for one, other in given])


def _lacks_company(it: _Candidate, cues: float, lists: NameLists) -> bool:
    """Tell whether too little around it speaks for a name, for what its surname tells."""
    return (
        (it.before <= 0 and it.after <= 0 and (it.before < 0 or len(it.text) < 3))
        or (it.rare and not it.whole and it.after < LIKELY_BESIDE)
        or (it.text[0] not in lists.surname_forms and (cues < _LEAST_CUES or it.bits > COMMONER))
    )


def _other_names(text: str, but: int, lists: NameLists) -> dict[tuple[int, int], float]:
    """Return what could be names in *text*, with their costs, but for those starting at *but*."""
    found: dict[tuple[int, int], float] = {}
    for start, character in enumerate(text):
        bits = lists.surnames.get(character)
        if bits is None or start == but:
            continue
        for end in (start + 2, start + 3):
            if end <= len(text) and text[end - 1] in lists.given:
                found[start, end] = _PRIOR + bits + _GIVEN * (end - start - 1)
            else:
                break
    return found
