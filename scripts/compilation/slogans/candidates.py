"""Candidates for a glossary in a new text, best first, each with its places and reasons.

Four signs make a candidate: quotation marks, a numeral formula, parallel members side by side, and
recurrence as a fixed whole; a noun that slogans end in adds to it. Points are added up (`_POINTS`)
and the candidates sorted by them; nothing is learnt from other texts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from ..text.lazy import lazy_regex
from . import register
from .numerals import members_announced
from .phrases import HAN, formulas, quoted
from .recurring import recurring
from .series import Series, series
from .unfold import unfold

_POINTS = {
    "quoted": 7.0,
    "formula": 7.0,
    "numeral": 3.0,
    "members": 2.0,
    "series": 4.0,
    "recurring": 1.0,
    "head": 1.5,
    "phrase": 1.0,
    "balanced": 3.0,
    "maxim": 2.0,
    "half": -0.5,
    "spoken": -5.0,
    "member": -6.0,
    "plain": -3.0,
    "seldom quoted": -3.0,
    "loose": -2.0,
    "overlapping": -3.0,
}

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


def wide(text: str) -> str:
    """Give `text` with full-width marks, one for one, so that offsets hold."""
    return text.translate(_WIDE)


@dataclass(slots=True)
class Candidate:
    """A phrase that an editor may want in the glossary.

    `offsets` are the places in the text, in order; `reasons` says in Chinese why it was proposed;
    `members` are what the text gives as the members of a formula.
    """

    text: str
    score: float = 0.0
    offsets: tuple[int, ...] = ()
    reasons: list[str] = field(default_factory=list)
    members: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How often the phrase stands in the text."""
        return len(self.offsets)


def candidates(text: str, known: Iterable[str] = ()) -> list[Candidate]:
    """Give the candidates of `text` (paragraphs on lines of their own), best first.

    `known` are forms decided on already: they are not proposed again.
    """
    text = wide(text)
    found: dict[str, Candidate] = {}
    signs = [
        *_quoted(text),
        *_formulas(text),
        *_series(text),
        *_recurring(text),
        *_headed(text),
        *_maxims(text),
        *_titles(text),
    ]
    for phrase, reason, points in signs:
        candidate = found.setdefault(phrase, Candidate(phrase))
        if reason not in candidate.reasons:
            candidate.reasons.append(reason)
            candidate.score += points
    strong = {phrase for phrase, _, points in signs if points >= 1}
    decided = set(known)
    kept = [one for one in found.values() if one.text not in decided and len(one.text) > 1]
    offsets = _offsets(text, [one.text for one in kept])
    for one in kept:
        one.offsets = offsets[one.text]
        often = _SELDOM not in one.reasons and len(one.offsets) > 1
        one.score += (min(math.log2(len(one.offsets)), 3.0) if often else 0.0) + _shape(one)
    _weigh_overlaps(kept)
    for one in kept:
        if one.text in strong:
            one.reasons = [reason for reason in one.reasons if reason not in _WEAK]
    _unfold(text, kept)
    return sorted(kept, key=lambda one: (-one.score, one.offsets, one.text))


def _offsets(text: str, phrases: list[str]) -> dict[str, tuple[int, ...]]:
    """Give all places of all phrases, in one pass."""
    found: dict[str, list[int]] = {phrase: [] for phrase in phrases}
    if phrases:
        automaton = AhoCorasick(phrases, matchkind=MatchKind.Standard)
        for index, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            found[phrases[index]].append(start)
    return {phrase: tuple(places) for phrase, places in found.items()}


_Found = tuple[str, str, float]  # phrase, reason, points


def _quoted(text: str) -> Iterator[_Found]:
    times = Counter(phrase.text for phrase in quoted(text))
    for one, count in times.items():
        if len(one) < 2 or re.search("[“”‘’]", one):
            continue
        points = _POINTS["quoted"]
        parallel = any(item.shared for item in series(one))
        if members_announced(one) is not None:
            points += _POINTS["numeral"]
        elif register.spoken(one) and not parallel:
            points += _POINTS["spoken"]
        elif len(one) == 2 or (len(one) > 16 and not parallel):
            points += _POINTS["loose"]
        if count < 0.3 * text.count(one):
            yield one, _SELDOM, _POINTS["seldom quoted"]
        yield one, _QUOTED, points


def _formulas(text: str) -> Iterator[_Found]:
    for phrase in formulas(text):
        yield phrase.text, "数字口号", _POINTS["formula"]
    for match in _COUNTED.finditer(text):
        if not register.PLAIN.search(match[0]):
            yield match[0], "数字加名词", _POINTS["phrase"]


# 五个转变 with nothing after it: perhaps a formula, perhaps a plain count.
_COUNTED = lazy_regex(
    f"(?<![一二三四五六七八九十百千几第])[二两三四五六七八九十][个大][{HAN}]{{2}}(?![{HAN}])"
)


def _series(text: str) -> Iterator[_Found]:
    for one in series(text):
        size, count = len(one.items[0]), len(one.items)
        if size == 2 and not (count > 2 and one.shared):
            continue
        points = _series_points(one)
        if points > 0:
            yield text[one.start : one.end], f"{count} 项并列", points


def _series_points(one: Series) -> float:
    size, count = len(one.items[0]), len(one.items)
    if any(register.spoken(item) or re.search("[0-9]", item) for item in one.items):
        return 0.0
    # With nothing but length in common it takes four signs, or many items; else it is a plain list.
    long_enough = size == 4 if count == 2 else size >= (3 if count > 3 else 4)
    if not one.shared and (one.mark == "，" or not long_enough):
        return 0.0
    points = _POINTS["series"] if one.mark == "、" else 2.0
    points += 1.0 if one.shared else -2.0
    # Items that begin alike are made to be chanted; two that only end alike are a mere list.
    if len({item[0] for item in one.items}) == 1:
        points += 1.0
    elif count == 2:
        points -= 1.5
    points += 1.0 if count > 2 else 0.0
    if (one.mark == "，" and size > 5) or (count == 2 and size < 4):
        points -= 1.0  # clauses, or a pair of words
    return points + (0.5 if one.exact else -0.5)


def _recurring(text: str) -> Iterator[_Found]:
    for one in recurring(text):
        phrase = register.stripped(one.text[register.without_governing(one.text) :])
        if len(phrase) >= 3 and not register.is_point(phrase):
            # Of three signs, many are only the middle of a longer word.
            points = _POINTS["recurring"] if len(phrase) > 3 else _POINTS["loose"]
            yield phrase, "反复出现", points + min(one.c_value, 20.0) / 10


def _headed(text: str) -> Iterator[_Found]:
    """Phrases of one clause: with a slogan's noun at the end, balanced, or of four signs."""
    for match in register.CLAUSE.finditer(text):
        for answer in _ANSWERING.finditer(match[0]):
            if register.balanced(answer[1]) and register.has_edges(answer[1]):
                yield answer[1], "前后对仗", _POINTS["balanced"] * 0.5
        for whole in register.GOVERNED.split(match[0]):
            phrase = register.stripped(whole)
            if "的" in phrase[1:-1] and len(phrase) <= 9 and register.ends_in_head(phrase):
                yield phrase, "以口号常用的名词收尾", 0.0
        for part in _parts(match[0]):
            if not 4 <= len(part) <= 14:
                continue
            yield from _pieces(part)
            if register.ends_in_head(part):
                yield part, "以口号常用的名词收尾", _POINTS["phrase"]
            if register.balanced(part):
                yield part, "前后对仗", _POINTS["balanced"]
            elif len(part) == 4:
                yield part, "四字成句", _POINTS["phrase"] * 0.5
            elif len(part) < 8 and not register.ends_in_head(part):
                yield part, "自成一段", 0.0


# 师德师风, 双培双带, 比学比干: the first character again in the third place.
_ANSWERING = lazy_regex(f"(?=(([{HAN}])[{HAN}]\\2[{HAN}]))")


def _pieces(part: str) -> Iterator[_Found]:
    """What a longer phrase is made of: this prose builds in fours, and adds 建设, 活动, 制度."""
    shorter = register.without_weak_head(part)
    if 4 <= len(shorter) < len(part):
        yield shorter, "去掉“建设”“活动”一类词尾", 0.0
    if len(part) == 8:
        yield part[:4], "八字句的一半", _POINTS["half"]
        yield part[4:], "八字句的一半", _POINTS["half"]
    elif 5 < len(part) < 8:
        yield part[:4], "长句的首四字", _POINTS["half"]
        yield part[-4:], "长句的末四字", _POINTS["half"]
    elif len(part) > 8:
        yield part[-4:], "长句的末四字", _POINTS["half"]


def _titles(text: str) -> Iterator[_Found]:
    for match in re.finditer("《([^《》\n]{2,30})》", text):
        yield match[1], "加了书名号", _POINTS["phrase"]


def _parts(clause: str) -> Iterator[str]:
    """Yield the phrases that a clause falls into, first at verbs and particles, then at 和."""
    for part in register.SPLIT.split(clause):
        whole = register.stripped(part)
        if not whole or register.is_point(whole):
            continue
        yield whole
        if whole[0] in "有从到用以":
            yield whole[1:]
        pieces = register.JOINED.split(whole)
        if len(pieces) > 1:
            yield from map(register.stripped, pieces)


def _maxims(text: str) -> Iterator[_Found]:
    """Short sentences that stand alone: 作风建设永远在路上。"""
    for match in _MAXIM.finditer(text):
        sentence = match[1]
        plain = register.is_point(sentence) or register.without_governing(sentence)
        if not plain and not register.spoken(sentence) and not _DULL.search(sentence):
            yield sentence, "独立的短句", _POINTS["maxim"]


_MAXIM = lazy_regex(f"(?:^|[。！？])([{HAN}，]{{6,14}})(?=[。！])", re.MULTILINE)
_DULL = lazy_regex("[0-9]|^[要我本全各今通为按在]|如下$|进行|工作")
_QUOTED = "加了引号"
_SELDOM = "多数地方不加引号"
# Not worth saying of what has a better reason.
_WEAK = {"四字成句", "自成一段", "八字句的一半", "长句的首四字", "长句的末四字"}


def _shape(one: Candidate) -> float:
    """Points for what a phrase looks like, whatever proposed it."""
    points = 0.0
    if register.ends_in_head(one.text, weak=False) and len(one.text) > 4:
        points += _POINTS["head"]
    if register.PLAIN.search(one.text):
        points += _POINTS["plain"]
    if _QUOTED not in one.reasons and re.search("[的和与及等]", one.text[1:-1]):
        points += _POINTS["loose"]
    return points


def _weigh_overlaps(kept: list[Candidate]) -> None:
    """Take points from phrases made of another, stronger one and some more, or of its half."""
    strong = [one.text for one in kept if _QUOTED in one.reasons or "数字口号" in one.reasons]
    for one in kept:
        if one.text in strong:
            continue
        if any(phrase in one.text for phrase in strong if len(phrase) > 2):
            one.score += _POINTS["loose"]
        elif any(_cut_into(one.text, phrase) for phrase in strong):
            one.score += _POINTS["overlapping"]


def _cut_into(phrase: str, other: str) -> bool:
    """Whether `phrase` begins with the end of `other`, or ends with its beginning."""
    sizes = range(2, min(len(phrase), len(other)))
    return any(phrase[:n] == other[-n:] or phrase[-n:] == other[:n] for n in sizes)


def _unfold(text: str, kept: list[Candidate]) -> None:
    """Give formulas their members, and take points from what is only a member."""
    members: set[str] = set()
    for one in kept:
        one.members = unfold(text, one.text)
        if one.members:
            one.score += 0.0 if register.PLAIN.search(one.text) else _POINTS["members"]
            one.reasons.append(f"文中列出 {len(one.members)} 个成员")
            members.update(one.members)
    for one in kept:
        if one.text in members or any(len(m) > 3 and m in one.text for m in members):
            one.score += _POINTS["member"]
            one.reasons.append("是另一候选的成员")
