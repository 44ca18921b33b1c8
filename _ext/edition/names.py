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

import re
from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from edition.namecues import (
    ACT_AFTER,
    LIKELY_BESIDE,
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
from edition.nonames import (
    BESIDE_PARTY,
    GATHERED,
    NUMERALS,
    TIME_OR_PLACE,
    is_everyday_word,
    is_preposition,
    is_thing,
)
from edition.persons import places_of
from edition.segmentation import UNKNOWN, path_cost

#: Bits that a name costs before anything is known of it: about one word in a hundred is one.
_PRIOR = 8.5

#: Bits of a given name's character: of those that people are often called by; of any other; of
#: one that is seldom written at all, which costs what it does alone and so many more.
_GIVEN, _UNLISTED, _UNUSUAL = 7.0, 14.5, 4.0
_SELDOM_WRITTEN = 18.0

#: How much a name in full of two characters that people are called by counts where it opens a run:
#: in eighteen million characters of laws, news and an encyclopedia 于 and two of those that are no
#: word open one, and are no name, once (于高雄市).
_OPENING = 7.0

#: Bits of 某 in the place of a given name.
_SOMEBODY = 2.0

#: Bits of any compound surname.
_COMPOUND = 10.0

#: How many characters after a name a word begins that calls it one, at most.
_CALLED = 12

#: Any surname that tells nothing by itself has to be commoner (居民修钟 is no name).
_COMMONER = 10.5

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

#: Characters that words write otherwise than names do, though their default is the name's form.
_IN_WORDS = frozenset("范游姜谷岳胡沈朱")


#: Names of persons, as the text has them.
Names = frozenset[str]
NO_NAMES: Names = frozenset()


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
        pattern = _hint_pattern(defaults)
        self.hint = pattern.search
        self._finditer = pattern.finditer

    def find(self, run: str, known: Names = NO_NAMES) -> tuple[Name, ...]:
        """Return the names in *run*, a stretch of text between punctuation marks, in order.

        *known* are names that its work has for sure, beside those of the whole book.
        """
        lists = name_lists()
        here, known = known, known | self._known
        spans = {
            span
            for match in self._finditer(run)
            for span in _spans(run, match.start(), lists, self._costs, known)
        }
        spans.update(places_of([name for name in here if not self.hint(name)], run))
        before = {
            start: bits_before(run, start, lists, self._costs) for start in {s for s, _ in spans}
        }
        weighed = [self._weighed(run, span, before[span[0]], lists, known) for span in spans]
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
        text = run[start:end]
        surname = 2 if text[:2] in lists.compound else 1
        bits = lists.surnames.get(text[0], surname_bits(1000)) if surname == 1 else _COMPOUND
        if is_thing(run, start, lists) or is_preposition(run, span, lists):
            return None
        if end > start + 1 and is_nicknamed(run, start, before_it):
            return None  # 老卢冲进去: nobody is called 老 and by a name in full
        rare = bits > RARE and before_it < LIKELY_BESIDE
        whole = rare and self._is_whole(run, span, lists)
        if rare and not known and not whole and lists.callers.isdisjoint(run[end : end + _CALLED]):
            return None  # nothing follows that a name so rare needs
        after_it = bits_after(run, end, lists)
        cues = bits_around(run, span, before_it, after_it)
        if text[0] == "于" and self._opens(run, span, lists):
            cues += _OPENING
        if start == 0 and end == len(run) > 1:
            cues = 0.0 if run in self._costs else cues + WHOLE_RUN
        if text in known or (len(run) == 1 and any(name[0] == run for name in known)):
            cues += _KNOWN
        elif (
            text in lists.never
            or is_everyday_word(run, span, self._costs, (before_it, after_it), lists)  # 党校校长
            or (text[:2] in self._costs and end - start == 3 and text[2] not in lists.given)
            or (rare and end > start + 1 and self._costs.get(text[:2], UNKNOWN) < _COMMON_WORD)
            or (text[0] == "党" and end - start == 2 and before_it < LIKELY_BESIDE)
            or (text[0] == "占" and text[1:2] in NUMERALS)  # 占四成
            or (text == "党" and BESIDE_PARTY.search(run, max(0, start - 2), end + 2))  # 党、政两家
            or TIME_OR_PLACE.match(run, start)
            or (
                # 看着江里的船, 石岩里的鸟; but 余秋里的 is a name
                text[-1] == "里"
                and run[end : end + 1] == "的"
                and (len(text) == surname + 1 or text[0] not in lists.surname_forms)
            )
            or (before_it <= 0 and after_it <= 0 and (before_it < 0 or end - start < 3))
            or (rare and not whole and after_it < LIKELY_BESIDE)
            or (text[0] not in lists.surname_forms and (cues < _LEAST_CUES or bits > _COMMONER))
            or (run[end : end + 1] in PLACES and run[start : end + 1] in self._costs)  # 余干县
        ):
            return None
        doubtful = bits > RARE or (text[0] == "于" and before_it in UNTOLD)
        goes_on = end < len(run) and run[end - 1 : end + 1] in self._costs  # 沈渊卷入
        listed = (doubtful or goes_on) and after_it < TITLE_AFTER
        given = self._given(text[surname:], lists, listed=listed)
        cost = _PRIOR + bits + given
        alone = sum([self._costs.get(character, UNKNOWN) for character in text])
        least = 0.0 if after_it >= TITLE_AFTER else _LEAST_MARGIN
        if alone - cost + cues <= least:  # words cost less than their characters alone
            return None
        before, after = run[max(0, start - _AROUND) : start], run[end : end + _AROUND]
        words = self._cost(before + text + after, lists, but=len(before))
        margin = words - self._cost(before, lists) - self._cost(after, lists) - cost + cues
        if margin <= least:
            return None
        return Name(start, text, self._form(text, surname, lists), margin)

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

    def _given(self, text: str, lists: NameLists, *, listed: bool) -> float:
        """Return what the given name *text* costs; infinite if it can be none.

        With *listed* every character has to be one of the lists (出生于佩德 has no name).
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
                if listed or single < _COMMON:  # 干到 is no name
                    return inf
                cost += single + _UNUSUAL if single > _SELDOM_WRITTEN else _UNLISTED
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


def telling_characters(defaults: Mapping[int, str]) -> frozenset[str]:
    """Return the characters whose form in a name is not the one of *defaults*."""
    lists = name_lists()
    return _telling(lists.surname_forms, defaults) | _telling(lists.given_forms, defaults)


def _telling(forms: Mapping[str, str], defaults: Mapping[int, str]) -> frozenset[str]:
    return frozenset(
        character
        for character, form in forms.items()
        if character in _IN_WORDS or form != defaults.get(ord(character), character)
    )


def _hint_pattern(defaults: Mapping[int, str]) -> re.Pattern[str]:
    """Return what finds a surname with a form of its own, or such a character in a given name."""
    lists = name_lists()
    surnames = _telling(lists.surname_forms, defaults)
    given = _telling(lists.given_forms, defaults)
    common = {surname for surname, bits in lists.surnames.items() if bits <= _COMMONER}
    heads = "".join(sorted(common | surnames | {compound[-1] for compound in lists.compound}))
    first, then = "".join(sorted(surnames)), "".join(sorted(given))
    return re.compile(f"[{first}]|[{then}](?:(?<=[{heads}].)|(?<=[{heads}]..))")


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


def _hopeless(run: str, at: int, lists: NameLists, costs: Mapping[str, float]) -> bool:
    """Tell at little cost that the surname at *at* begins no name."""
    before = run[at - 1] if at else ""
    if not before and lists.given.issuperset(run[1:3]):
        return False  # a name in full may open the run
    if before in lists.ends_of_callings:
        return False
    if before in lists.not_after:
        return True
    if run[at] == "于":  # 位于, 由于: a word, unless much else speaks for a name
        return (
            bool(before)
            and before + "于" in costs
            and lists.callers.isdisjoint(run[at + 1 : at + 6])
        )
    return lists.surnames[run[at]] > RARE and lists.callers.isdisjoint(
        run[at + 1 : at + 1 + _CALLED]
    )


def _spans(
    run: str, at: int, lists: NameLists, costs: Mapping[str, float], known: Names
) -> Iterable[tuple[int, int]]:
    """Return where a name could be that holds the character at *at*."""
    length = len(run)

    def han(end: int) -> bool:
        return end <= length and "一" <= run[end - 1] <= "鿿"

    if run[at] in lists.surname_forms and (known or not _hopeless(run, at, lists, costs)):
        if han(at + 2):
            yield at, at + 2
            if han(at + 3):
                yield at, at + 3
        if stands_alone(run, at, lists):
            yield at, at + 1
    if run[at] in lists.given_forms:
        for start in (at - 1, at - 2):
            if start >= 0 and run[start] in lists.surnames and han(start + 2):
                if run[start : start + 2] in lists.compound:
                    continue
                if run[start] == "余" and start and run[start - 1] in lists.not_after:
                    continue  # 一百二十余台
                if run[at : at + 2] in GATHERED:
                    continue  # 罗涛采取措施
                if run[start] == "傅" and run[start - 1 : start] == "师":
                    continue  # 老师傅冲他瞪了一眼
                yield start, at + 1
                if start == at - 1 and han(at + 2):
                    yield start, at + 2
        for start in (at - 2, at - 3):
            if start >= 0 and run[start : start + 2] in lists.compound:
                yield start, at + 1
