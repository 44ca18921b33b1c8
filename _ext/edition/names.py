"""Names of persons in running text: where one stands, and which forms it takes.

Many surnames are characters with several Traditional forms of which the commoner is wrong for a
name (于 於, 余 餘, 后 後, 党 黨, 范 範, 钟 鐘), and given names keep forms of their own (冲 沖).
A name is taken for a word that the lists lack: it has a cost in bits like any word, and where the
cheapest way to cut the text has it, it is one. What makes up the cost:

- how rare the surname is, and whether its companions are characters that people are called by;
- what stands before and after: an office, a word for a person, another name beside 、, a verb of
  saying or doing, the edge of the run.

The surnames, forms and lists are in ``data/names.yaml``, the rest in the macros of
``data/register.yaml``. A name that the book knows for sure (an author) costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from edition.namelists import NameLists, name_lists, surname_bits
from edition.segmentation import UNKNOWN, path_cost

#: Bits that a name costs before anything is known of it: about one word in a hundred is one.
_PRIOR = 8.5

#: Bits of a given name's character: of those that people are often called by; of any other; of
#: one that is seldom written at all, which costs what it does alone and so many more.
_GIVEN, _UNLISTED, _UNUSUAL = 7.0, 13.5, 4.0
_SELDOM_WRITTEN = 18.0

#: Bits of 某 in the place of a given name.
_SOMEBODY = 2.0

#: Bits of any compound surname, and of a single one so rare that it needs cues.
_COMPOUND, _RARE = 10.0, 11.5

#: Any surname that tells nothing by itself has to be commoner (居民修钟 is no name).
_COMMONER = 10.5

#: Bits of those that only the list of forms has.
_SELDOM = 9.0

#: Characters that cost less, as 到 and 说 do, are words beside a surname unless people have them.
_COMMON = 11.5

#: How many bits what stands beside a name takes off its cost.
_TITLE_AFTER = 9.0
_KIN_AFTER = 13.0
_PERSON_BEFORE = 8.0
_SURNAME_BEFORE = 16.0
_NAME_BESIDE, _LIKELY_BESIDE = 9.0, 6.0
_PERSON_SUFFIX = 4.0
_WORD_BEFORE = 2.0
_ACT_AFTER = 4.0
_EDGE_BEFORE = 2.5
_EDGE_AFTER = 1.5
_WHOLE_RUN = 5.0
_NICKNAME = 11.0
_BOTH = 2.0
_SURE_AFTER = 16.0
#: How many it adds.
_TIME_AFTER = 7.0
_PLACE_AFTER = 8.0
_NOTHING_BEFORE = 3.0

#: By how many bits a name has to beat the words.
_LEAST_MARGIN = 1.5

#: Between a verb and what follows it 于 is a preposition.
_PREPOSITION = 6.0

#: What stands before it tells nothing, or next to nothing, if it takes off so much.
_UNTOLD = (-_NOTHING_BEFORE, 0.0, _EDGE_BEFORE)

#: After 的 and verbs that take a person no preposition stands, so 于 can but be a name.
_NO_PREPOSITION = 6.0

#: A name that beats the words by so many bits is sure: it is one wherever the text has it again.
SURE = 6.0

#: A name whose surname tells nothing needs so much beside it: 王 is one of the commonest words.
_LEAST_CUES = 6.0

#: How much of the text on either side of a name is cut into words to compare.
_AROUND = 5

#: How many bits a name that the work or the book is known to have costs less.
_KNOWN = 14.0

#: Characters that words write otherwise than names do, though their default is the name's form.
_IN_WORDS = frozenset("范游姜谷岳胡沈朱")

#: Words of one character that persons come after.
_BEFORE = frozenset("和与及跟同由让请对给向被把将叫找问帮是为以陪派选按据代替像访比连")
#: What the names of places end in.
_PLACES = frozenset("村镇乡县市区庄屯寨沟湾路街巷")

#: What words for persons end in.
_PERSONS = frozenset("员师手匠兵工户医嫂汉娃")

_TAKES_PERSON = frozenset("的把被请让找叫问帮跟")

_BEFORE_OR_MARK = _BEFORE | {"、", "的", "了", "着"}


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
        self._telling = telling_characters(defaults)
        self._hint = re.compile(f"[{''.join(sorted(self._telling))}]")
        #: Finds a character that a name could give a form of its own, in a text or a run of it.
        self.hint = self._hint.search

    def find(self, run: str, known: Names = NO_NAMES) -> tuple[Name, ...]:
        """Return the names in *run*, a stretch of text between punctuation marks, in order.

        *known* are names that its work has for sure, beside those of the whole book.
        """
        lists = name_lists()
        candidates: dict[tuple[int, int], Name] = {}
        for match in self._hint.finditer(run):
            for start, end in _spans(run, match.start(), lists):
                if (start, end) not in candidates:
                    name = self._weighed(run, start, end, lists, known)
                    if name:
                        candidates[start, end] = name
        chosen: list[Name] = []
        for name in sorted(candidates.values(), key=lambda name: (-name.margin, name.start)):
            if all(name.end <= other.start or other.end <= name.start for other in chosen):
                chosen.append(name)
        return tuple(sorted(chosen))

    def _weighed(
        self, run: str, start: int, end: int, lists: NameLists, known: frozenset[str]
    ) -> Name | None:
        """Return the name ``run[start:end]`` if it beats the words, else nothing."""
        text = run[start:end]
        surname = 2 if text[:2] in lists.compound else 1
        before_it, after_it = _before(run, start, lists, self._costs), _after(run, end, lists)
        cues = before_it + after_it
        if text[0] == "于" and before_it in _UNTOLD and after_it < _ACT_AFTER:
            cues -= _PREPOSITION if before_it <= 0 else _PREPOSITION / 2
        if after_it >= _TITLE_AFTER and before_it > 0:
            preposition = text == "于" and run[start - 1 : start] in _BEFORE  # 对于书记
            cues += -before_it if preposition else _BOTH
        if start == 0 and end == len(run) > surname:
            cues = 0.0 if run in self._costs else cues + _WHOLE_RUN
        if text in known or text in self._known:
            cues += _KNOWN
        elif run[end : end + 1] in _PLACES and run[start : end + 1] in self._costs:  # 余干县
            return None
        bits = lists.surnames.get(text[0], surname_bits(1000)) if surname == 1 else _COMPOUND
        if bits > _RARE and max(before_it, after_it) < _LIKELY_BESIDE:
            return None
        if text[0] not in lists.surname_forms and (cues < _LEAST_CUES or bits > _COMMONER):
            return None
        cost = _PRIOR + bits
        alone = self._costs.get(text[0], UNKNOWN)
        for character in text[surname:]:
            single = self._costs.get(character, UNKNOWN)
            alone += single
            if character == "某":
                cost += _SOMEBODY
                continue
            if character in _PLACES:
                return None
            if character in lists.given:
                cost += _GIVEN
            elif character in lists.given_forms:
                cost += _SELDOM
            elif single < _COMMON:  # 干到 is no name
                return None
            elif text[0] == "于" and before_it in _UNTOLD and after_it < _TITLE_AFTER:
                return None  # 出生于佩德
            else:
                cost += single + _UNUSUAL if single > _SELDOM_WRITTEN else _UNLISTED
        if alone - cost + cues <= 0:  # the words cost less than characters alone do
            return None
        before, after = run[max(0, start - _AROUND) : start], run[end : end + _AROUND]
        whole = before + text + after
        words = self._cost(whole, lists, but=len(before))
        margin = words - self._cost(before, lists) - self._cost(after, lists) - cost + cues
        if margin < _LEAST_MARGIN and not (margin > 0 and after_it >= _TITLE_AFTER):
            return None
        return Name(start, text, self._form(text, surname, lists), margin)

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
    return _IN_WORDS.union(
        character
        for forms in (lists.surname_forms, lists.given_forms)
        for character, form in forms.items()
        if form != defaults.get(ord(character), character)
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


def _spans(run: str, at: int, lists: NameLists) -> Iterable[tuple[int, int]]:
    """Return where a name could be that holds the character at *at*."""
    length = len(run)

    def han(end: int) -> bool:
        return end <= length and "一" <= run[end - 1] <= "鿿"

    if run[at] in lists.surname_forms and (at == 0 or run[at - 1] not in lists.not_after):
        if han(at + 2):
            yield at, at + 2
            if han(at + 3):
                yield at, at + 3
        if _alone(run, at, lists):
            yield at, at + 1
    if run[at] in lists.given_forms:
        for start in (at - 1, at - 2):
            if start >= 0 and run[start] in lists.surnames and han(start + 2):
                if run[start : start + 2] in lists.compound:
                    continue
                yield start, at + 1
                if start == at - 1 and han(at + 2):
                    yield start, at + 2
        for start in (at - 2, at - 3):
            if start >= 0 and run[start : start + 2] in lists.compound:
                yield start, at + 1


def _alone(run: str, at: int, lists: NameLists) -> bool:
    """Tell whether the surname at *at* can stand without a given name."""
    after = run[at + 1 : at + 15]
    return (
        after[:1] == "某"
        or _is_kin(after)
        or (at > 0 and run[at - 1] in "老小姓")
        or _is_title(after, lists)
    )


def _before(run: str, start: int, lists: NameLists, costs: Mapping[str, float]) -> float:
    """Return how many bits what stands before a name takes off its cost."""
    if start == 0:
        return _EDGE_BEFORE
    if run[start - 1] == "、":
        beside = _looks_like_name(run[: start - 1].rpartition("、")[2], lists, at_end=True)
        return _EDGE_BEFORE + beside
    if run[start - 1] == "姓" and run[start - 2 : start] != "百姓":
        return _SURNAME_BEFORE
    if _ends_in_person(run, start, lists):
        return _PERSON_BEFORE
    if run[start - 1] in "老小":
        if lists.surnames.get(run[start], _RARE) >= _RARE:
            return 0.0
        beside = start == 1 or run[start - 2] in _BEFORE_OR_MARK
        return _NICKNAME if beside or _ends_in_person(run, start - 1, lists) else 0.0
    if run[start] == "于" and run[start - 1] in _TAKES_PERSON and run[start - 2 : start] != "目的":
        return _NO_PREPOSITION
    if run[start - 2 : start] in lists.takers:
        return _PERSON_SUFFIX
    if run[start - 1] in _BEFORE_OR_MARK:
        return _WORD_BEFORE
    if run[start - 1] in _PERSONS:
        return _PERSON_SUFFIX
    told = any(run[max(0, start - size) : start] in costs for size in (2, 3, 4))
    return 0.0 if told else -_NOTHING_BEFORE


def _ends_in_person(run: str, end: int, lists: NameLists) -> bool:
    return any(run[max(0, end - size) : end] in lists.callings for size in (1, 2, 3, 4))


#: 姓, perhaps with a number before it and other surnames (于、钟两姓), or kin of that name.
_SURNAMED = re.compile(
    "氏(?!族)|(?:、[一-鿿]){0,5}[两二三四五六几多等]?(?:大|个|种)?姓(?![名氏])"
    "|家(?:兄弟|兄妹|姐妹|父子|父女|母子|母女|婆媳|夫妇|祖孙|两口|老[大二三四汉太爷]|大院|媳妇|儿子|女儿)"
)


def _is_kin(text: str) -> bool:
    return bool(_SURNAMED.match(text))


def _of_the_party(surname: str, after: str) -> bool:
    """Tell whether 党 is the party whose office follows, not a person's surname."""
    return surname == "党" and after[:2] in {"主席", "总裁", "委员", "常委", "干事", "支书", "专员"}


def _is_title(text: str, lists: NameLists) -> bool:
    text = text.removeprefix("副")
    return any(text[:size] in lists.titles for size in (2, 3, 4))


def _after(run: str, end: int, lists: NameLists) -> float:
    """Return how many bits what stands after a name takes off its cost."""
    after = run[end : end + 15]
    if not after:
        return _EDGE_AFTER
    if _is_kin(after):
        return _SURE_AFTER
    if after[:2] in lists.kin:
        return _KIN_AFTER
    if after[0] == "某" or (_is_title(after, lists) and not _of_the_party(run[end - 1], after)):
        return _TITLE_AFTER
    if after[0] == "、":
        beside = _looks_like_name(run[end + 1 :].partition("、")[0], lists, at_end=False)
        return _EDGE_AFTER + beside
    if after[0] in _PLACES:
        return -_PLACE_AFTER
    if after[:2] in lists.times:
        return -_TIME_AFTER
    if after[0] in lists.acts or any(after[:size] in lists.acts for size in (2, 3)):
        return _ACT_AFTER
    return 0.0


def _looks_like_name(item: str, lists: NameLists, *, at_end: bool) -> float:
    """Return how many bits it takes off a name's cost that *item*, which may end (or begin)
    with a name, stands beside it in an enumeration."""
    for size in (3, 2):
        part = item[-size:] if at_end else item[:size]
        if len(part) == size and part[0] in lists.surnames:
            whole = len(item) == size or (at_end and _ends_in_person(item, len(item) - size, lists))
            if all(one in lists.given for one in part[1:]) and (whole or size == 3):
                return _NAME_BESIDE if whole and size == 3 else _LIKELY_BESIDE
    return 0.0
