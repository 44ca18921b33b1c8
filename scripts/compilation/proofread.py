"""Points an editor at probable slips, as entries that editorial/emendations.yaml accepts.

Nothing is changed.  Each check looks at one passage (a block, a title, a line of a byline), at
near-twin blocks, or at titles and names that are one character apart, and says where, what the
source has, what it may be meant to be, and why.
"""

from __future__ import annotations

import calendar
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ahocorasick_rs import AhoCorasick
from pypinyin import Style, lazy_pinyin

from . import byline, passages
from .model import Book
from .numerals import CHINESE, value
from .parallels import Pair
from .passages import Passage
from .slips import ALIKE, IDIOMS, SLIPS

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLASH = re.compile(
    r"[，、；：][，、；：。]+|。[，、；：]|[！？][，、；：。]|，{2,}|。{2}(?!。)|、{2,}"
)
_DOUBLED = re.compile(
    r"(的的|了了|是是|在在|和和|与与|对对|把把|为为|地地|得得|我们我们|要要|们们|"
    r"党党(?![员章组性纪风课委支费校史建务群政旗徽龄籍规]))"  # 共产党党员
)
_FRAME = re.compile(r"(?:^|[，、；。：])(([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}\2)(?=[，、；。]|$)")
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』"))
_ALIKE = {frozenset((a, b)) for group in ALIKE for a in group for b in group if a != b}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A probable slip: text offsets in a passage, the conjecture (may be empty), why, how sure."""

    passage: Passage
    start: int
    end: int
    emended: str
    reason: str
    sure: bool

    @property
    def source(self) -> str:
        """What the source has there."""
        return self.passage.text[self.start : self.end]


def suggest(book: Book, phrases: Iterable[str], pairs: Sequence[Pair]) -> list[Suggestion]:
    """Give the suggestions for a book in the order of its pages, each place once.

    ``phrases`` are known fixed phrases (the glossary's forms); phrases that recur in the book
    are added to them.  Places the editor has noted already are left out.
    """
    texts = _passages(book)
    text = "\n".join(passage.text for passage in texts)
    near = _NearMisses([*phrases, *IDIOMS, *_recurring(text)], text)
    found: list[Suggestion] = []
    for passage in texts:
        found += _slips(passage)
        found += near.find(passage)
        found += _marks(passage)
        found += _dates(passage)
    found += _twins({passage.id: passage for passage in texts}, pairs)
    found += _one_off(texts)
    found += _titles(texts, text)
    order = {id(passage): number for number, passage in enumerate(texts)}
    found.sort(key=lambda s: (order[id(s.passage)], s.start, not s.sure, s.start - s.end))
    result: list[Suggestion] = []
    for item in found:
        last = result[-1] if result else None
        again = last and last.passage is item.passage and item.start < last.end
        if not again and not _noted(item):
            result.append(item)
    return result


def _passages(book: Book) -> list[Passage]:
    """Give all passages of a book but the markers, whose numbers the converter looks at."""
    front = [passages.of_block(block, passages.FRONT) for block in book.front]
    chapters = [p for chapter in book.chapters for p in passages.of(chapter)]
    return [p for p in (*front, *chapters) if p.kind != passages.MARKER]


def _noted(item: Suggestion) -> bool:
    start, end = item.start + item.passage.lead, item.end + item.passage.lead
    return any(note.start < end and start < note.end for note in item.passage.notes)


def _slips(passage: Passage) -> Iterator[Suggestion]:
    """Find words that are often written wrong."""
    for wrong, right in SLIPS.items():
        at = passage.text.find(wrong)
        while at >= 0:
            yield Suggestion(passage, at, at + len(wrong), right, f"“{right}”误作“{wrong}”。", True)
            at = passage.text.find(wrong, at + 1)


def _marks(passage: Passage) -> Iterator[Suggestion]:
    """Find clashing punctuation, doubled words, frames (服务人民服务) and open brackets."""
    text = passage.text
    for found in _CLASH.finditer(text):
        start, end = max(0, found.start() - 2), min(len(text), found.end() + 2)
        kept = "、" if "、" in found[0] else found[0][-1]
        emended = text[start : found.start()] + kept + text[found.end() : end]
        yield Suggestion(passage, start, end, emended, f"标点“{found[0]}”重叠。", False)
    for found in _DOUBLED.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        if len(before) == 2 and before[0] == before[1]:
            continue  # 实实在在
        half = found[0][: len(found[0]) // 2]
        yield Suggestion(passage, *found.span(), half, f"“{half}”字重出，疑衍其一。", False)
    for found in _FRAME.finditer(text):
        yield Suggestion(
            passage, *found.span(1), "", f"首尾都是“{found[2]}”，疑有一处涉另一处而误。", False
        )
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            mark = opening if opening in text else closing
            at = text.rfind(mark) if text.count(opening) > text.count(closing) else text.find(mark)
            end = min(len(text), at + 6)
            yield Suggestion(passage, at, end, "", f"“{opening}”与“{closing}”不成对。", False)


def _recurring(text: str, least: int = 4) -> list[str]:
    """Give fixed phrases of four to eight characters that recur, the longest of each family."""
    counts: Counter[str] = Counter()
    for run in _HAN.findall(text[:2_000_000]):
        if 4 <= len(run) <= 8:
            counts[run] += 1
    return [run for run, count in counts.items() if count >= least]


class _NearMisses:
    """Finds strings that differ from a known phrase in exactly one character.

    One wrong character leaves one half of the phrase whole, so all halves are looked for in
    one pass (Aho–Corasick) and only then compared.
    """

    def __init__(self, phrases: Iterable[str], text: str) -> None:
        self._phrases = sorted({p for p in phrases if len(p) >= 4 and _HAN.fullmatch(p)})
        self._known = set(self._phrases)
        self._halves: list[tuple[str, int]] = []
        patterns: dict[str, list[tuple[str, int]]] = {}
        for phrase in self._phrases:
            middle = len(phrase) // 2
            for at, half in ((0, phrase[:middle]), (middle, phrase[middle:])):
                if len(half) >= 2:
                    patterns.setdefault(half, []).append((phrase, at))
        self._patterns = list(patterns)
        self._targets = list(patterns.values())
        self._automaton = AhoCorasick(self._patterns) if self._patterns else None
        self._text = text

    def find(self, passage: Passage) -> Iterator[Suggestion]:
        """Give the near misses in a passage."""
        if self._automaton is None:
            return
        text = passage.text
        seen: set[tuple[int, str]] = set()
        for index, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for phrase, at in self._targets[index]:
                begin = start - at
                window = text[begin : begin + len(phrase)] if begin >= 0 else ""
                if len(window) != len(phrase) or window == phrase or (begin, phrase) in seen:
                    continue
                seen.add((begin, phrase))
                differing = [
                    i for i, (a, b) in enumerate(zip(window, phrase, strict=True)) if a != b
                ]
                if len(differing) == 1 and self._probable(window, phrase, differing[0]):
                    why = _alike(window[differing[0]], phrase[differing[0]])
                    reason = f"与“{phrase}”只差一字{why}。"
                    end = begin + len(phrase)
                    yield Suggestion(passage, begin, end, phrase, reason, bool(why))

    def _probable(self, window: str, phrase: str, at: int) -> bool:
        """Judge whether one character's difference is a slip and not another phrase."""
        if not _HAN.fullmatch(window) or window in self._known:
            return False
        if _alike(window[at], phrase[at]):
            return True
        # Another word of the same pattern (群众反映好 beside 职工反映好) stands in more places.
        inside = 0 < at < len(phrase) - 1
        return inside and len(phrase) >= 4 and self._text.count(window) == 1


def _alike(first: str, second: str) -> str:
    """Say how two characters are alike (，音同形近), or nothing."""
    same_sound = set(_sounds(first)) & set(_sounds(second))
    ways = ("音近" if same_sound else "") + ("形近" if frozenset((first, second)) in _ALIKE else "")
    return f"，“{first}”“{second}”{ways}" if ways else ""


def _sounds(character: str) -> list[str]:
    """Give the syllable of a character without tone, with the sounds often confused made one."""
    syllable = lazy_pinyin(character, style=Style.NORMAL)[0]
    return [re.sub(r"^(zh|ch|sh)", lambda m: m[0][0], re.sub(r"(?<=[ie])ng$", "n", syllable))]


def _twins(blocks: Mapping[str, Passage], pairs: Sequence[Pair]) -> Iterator[Suggestion]:
    """Find where one of two near-twin blocks breaks off or has another character."""
    for pair in pairs:
        for parallel in pair.parallels:
            first, second = blocks[parallel.first], blocks[parallel.second]
            longest = max(len(first.text), len(second.text))
            if parallel.shared * 2 < min(len(first.text), len(second.text)) or longest > 1500:
                continue
            yield from _collate(first, second)


def _collate(first: Passage, second: Passage) -> Iterator[Suggestion]:
    """Compare two near-twin blocks; single characters that differ are suspicious."""
    matcher = SequenceMatcher(None, first.text, second.text, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "replace" or b - a != 1 or d - c != 1:
            continue
        one, other = first.text[a], second.text[c]
        if not (_HAN.match(one) and _HAN.match(other)) or not _alike(one, other):
            continue
        start, end = max(0, c - 2), min(len(second.text), d + 2)
        emended = second.text[start:c] + one + second.text[d:end]
        reason = f"相近的段落（{first.id}）作“{one}”{_alike(other, one)}。"
        yield Suggestion(second, start, end, emended, reason, False)


def _one_off(texts: Sequence[Passage]) -> Iterator[Suggestion]:
    """Find titles and names that differ from another in one character that is like the other's.

    The rarer of the two is pointed out, of two that stand once each the later.
    """
    places: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in texts:
        if passage.kind in (passages.TITLE, passages.SUBTITLE) and len(passage.text) >= 4:
            places[passage.text].append((passage, 0))
        elif passage.kind == passages.BYLINE:
            for name in byline.read([passage.text]).authors:
                if len(name) >= 3 and (at := passage.text.find(name)) >= 0:
                    places[name].append((passage, at))
    alike: dict[tuple[int, str], list[str]] = defaultdict(list)
    for text in places:  # those with one character left out are the same
        for at in range(len(text)):
            alike[at, text[:at] + text[at + 1 :]].append(text)
    for (at, _), several in alike.items():
        for one, other in itertools.combinations(several, 2):
            if len(one) != len(other) or not (why := _alike(other[at], one[at])):
                continue
            right, wrong = (one, other) if len(places[other]) <= len(places[one]) else (other, one)
            why = _alike(wrong[at], right[at])
            where = places[right][0][0].id
            for passage, start in places[wrong]:
                reason = f"{where} 作“{right}”，只差一字{why}。"
                yield Suggestion(passage, start, start + len(wrong), right, reason, False)


def _titles(texts: Sequence[Passage], book: str) -> Iterator[Suggestion]:
    """Find words of a title that its text has otherwise, in one character that is like it.

    The text must have it more than once, and nothing else in the ``book`` what the title has.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for passage in texts:
        if passage.kind not in (passages.TITLE, passages.SUBTITLE, passages.BYLINE):
            for work in passage.works:
                blocks[work].append(passage.text)
    for passage in texts:
        if passage.kind in (passages.TITLE, passages.SUBTITLE):
            text = "\n".join(part for work in passage.works for part in blocks[work])
            for found in _otherwise(passage, text):
                if text.count(found.emended) > 1 and book.count(found.source) == 1:
                    yield found


def _otherwise(passage: Passage, text: str, size: int = 4) -> Iterator[Suggestion]:
    """Find stretches of ``size`` characters that ``text`` has with one other character only."""
    half = size // 2
    for start in range(len(passage.text) - size + 1):
        here = passage.text[start : start + size]
        if not _HAN.fullmatch(here) or here in text:
            continue
        # One wrong character leaves one half of the stretch whole.
        ahead = {text[i : i + size] for i in _at(text, here[:half])}
        behind = {text[max(0, i - half) : i + half] for i in _at(text, here[half:])}
        for there in sorted(ahead | behind):
            differing = [i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b]
            if len(there) != size or len(differing) != 1 or not _HAN.fullmatch(there):
                continue
            if why := _alike(here[differing[0]], there[differing[0]]):
                reason = f"正文作“{there}”，只差一字{why}。"
                yield Suggestion(passage, start, start + size, there, reason, False)


def _at(text: str, part: str) -> Iterator[int]:
    """Give the places of a part."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


# A day or a month, with the year or without: 2011年13月5日, 二月三十日.
_DATE = re.compile(
    rf"(?:(?P<year>\d{{4}}|[{CHINESE}]{{4}})年)?"
    rf"(?<![\d{CHINESE}])(?P<month>\d{{1,2}}|[{CHINESE}]{{1,3}})月"
    rf"(?:(?P<day>\d{{1,2}}|[{CHINESE}]{{1,3}})[日号])?"
)


def _dates(passage: Passage) -> Iterator[Suggestion]:
    """Find months and days that no calendar has."""
    for found in _DATE.finditer(passage.text):
        year, month, day = (value(found[name] or "") for name in ("year", "month", "day"))
        if month is None or not (year or day):
            continue
        if not 1 <= month <= 12:
            reason = f"没有“{found['month']}月”。"
        elif day is not None and not 1 <= day <= _days(year, month):
            reason = f"{found['month']}月没有“{found['day']}日”。"
        else:
            continue
        yield Suggestion(passage, *found.span(), "", reason, False)


def _days(year: int | None, month: int) -> int:
    """Give the number of days of a month; without a year February may have 29."""
    return calendar.monthrange(year if year and 1000 <= year <= 9999 else 2000, month)[1]


def draft(suggestions: Iterable[Suggestion], book: Book, line_of: Callable[[int], int]) -> str:
    """Give the suggestions as YAML for editorial/emendations.yaml.

    All are ``doubtful``: what an editor does not confirm changes no text.  ``line_of`` gives the
    line of a source offset.
    """
    import json

    texts: dict[str, list[str]] = defaultdict(list)
    for passage in _passages(book):
        texts[passage.id].append(passage.text)
    lines = ["# 校改建议，供编者取舍。认可的，把 certainty 改为 certain 或 probable。"]
    for item in suggestions:
        source, context = item.source, _context(texts[item.passage.id], item)
        emended, reason = item.emended, item.reason
        line = line_of(item.passage.pieces[0].start)
        lines.append(f"- block: {item.passage.id}    # 原文第 {line} 行")
        lines.append(f"  source: {json.dumps(source, ensure_ascii=False)}")
        if context != source:
            lines.append(f"  context: {json.dumps(context, ensure_ascii=False)}")
        if emended and emended != source:
            lines.append(f"  emended: {json.dumps(emended, ensure_ascii=False)}")
        lines.append("  certainty: doubtful")
        lines.append(f"  reason: {json.dumps(reason, ensure_ascii=False)}")
    if len(lines) == 1:
        lines.append("[]")
    return "\n".join(lines) + "\n"


def _context(texts: Sequence[str], item: Suggestion) -> str:
    """Give the source reading with as much around it as makes it stand once.

    ``texts`` are those of all passages of the same id.
    """
    text = item.passage.text
    start, end = item.start, item.end
    while (
        sum(1 for other in texts for _ in _at(other, text[start:end])) > 1
        and (start > 0 or end < len(text))
    ):  # fmt: skip
        start, end = max(0, start - 4), min(len(text), end + 4)
    found = text[start:end]
    return (
        found
        if found.find(item.source) == item.start - start
        else text[item.start : max(end, item.end)]
    )
