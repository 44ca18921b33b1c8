"""Points an editor at probable slips, as entries that editorial/emendations.yaml accepts.

Nothing is changed.  Each check looks at one block, or at near-twin blocks, and says where,
what the source has, what it may be meant to be, and why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ahocorasick_rs import AhoCorasick
from pypinyin import Style, lazy_pinyin

from .model import Block, Book
from .parallels import Pair
from .slips import ALIKE, IDIOMS, SLIPS

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLASH = re.compile(
    r"[，、；：][，、；：。]+|。[，、；：]|[！？][，、；：。]|，{2,}|。{2}(?!。)|、{2,}"
)
_DOUBLED = re.compile(
    r"(的的|了了|是是|在在|和和|与与|对对|把把|为为|地地|得得|我们我们|要要|党党|们们)"
)
_FRAME = re.compile(r"(?:^|[，、；。：])(([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}\2)(?=[，、；。]|$)")
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』"))
_ALIKE = {frozenset((a, b)) for group in ALIKE for a in group for b in group if a != b}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A probable slip: text offsets in a block, the conjecture (may be empty), why, how sure."""

    block: str
    line: int
    start: int
    end: int
    source: str
    emended: str
    reason: str
    sure: bool


def suggest(book: Book, phrases: Iterable[str], pairs: Sequence[Pair]) -> list[Suggestion]:
    """Give the suggestions for a book in the order of its text, each place once.

    ``phrases`` are known fixed phrases (the glossary's forms); phrases that recur in the book
    are added to them.  Places the editor has noted already are left out.
    """
    blocks = list(book.blocks())
    text = "\n".join(block.text for block in blocks)
    near = _NearMisses([*phrases, *IDIOMS, *_recurring(text)], text)
    found: list[Suggestion] = []
    for block in blocks:
        found += _slips(block)
        found += near.find(block)
        found += _marks(block)
    found += _twins(book, pairs)
    order = {block.id: number for number, block in enumerate(blocks)}
    notes = {block.id: block.notes for block in blocks}
    found.sort(key=lambda s: (order[s.block], s.start, not s.sure, -len(s.source)))
    result: list[Suggestion] = []
    for item in found:
        noted = any(n.start < item.end and item.start < n.end for n in notes[item.block])
        last = result[-1] if result else None
        if not noted and not (last and last.block == item.block and item.start < last.end):
            result.append(item)
    return result


def _make(block: Block, start: int, end: int, emended: str, reason: str, sure: bool) -> Suggestion:
    return Suggestion(
        block.id, block.line, start, end, block.text[start:end], emended, reason, sure
    )


def _slips(block: Block) -> Iterator[Suggestion]:
    """Find words that are often written wrong."""
    for wrong, right in SLIPS.items():
        at = block.text.find(wrong)
        while at >= 0:
            yield _make(block, at, at + len(wrong), right, f"“{right}”误作“{wrong}”。", True)
            at = block.text.find(wrong, at + 1)


def _marks(block: Block) -> Iterator[Suggestion]:
    """Find clashing punctuation, doubled words, frames (服务人民服务) and open brackets."""
    text = block.text
    for found in _CLASH.finditer(text):
        start, end = max(0, found.start() - 2), min(len(text), found.end() + 2)
        kept = "、" if "、" in found[0] else found[0][-1]
        emended = text[start : found.start()] + kept + text[found.end() : end]
        yield _make(block, start, end, emended, f"标点“{found[0]}”重叠。", False)
    for found in _DOUBLED.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        if len(before) == 2 and before[0] == before[1]:
            continue  # 实实在在
        half = found[0][: len(found[0]) // 2]
        yield _make(block, *found.span(), half, f"“{half}”字重出，疑衍其一。", False)
    for found in _FRAME.finditer(text):
        yield _make(
            block, *found.span(1), "", f"首尾都是“{found[2]}”，疑有一处涉另一处而误。", False
        )
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            mark = opening if opening in text else closing
            at = text.rfind(mark) if text.count(opening) > text.count(closing) else text.find(mark)
            end = min(len(text), at + 6)
            yield _make(block, at, end, "", f"“{opening}”与“{closing}”不成对。", False)


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

    def find(self, block: Block) -> Iterator[Suggestion]:
        """Give the near misses in a block."""
        if self._automaton is None:
            return
        text = block.text
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
                    yield _make(block, begin, end, phrase, reason, bool(why))

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


def _twins(book: Book, pairs: Sequence[Pair]) -> Iterator[Suggestion]:
    """Find where one of two near-twin blocks breaks off or has another character."""
    blocks = {block.id: block for block in book.blocks()}
    for pair in pairs:
        for parallel in pair.parallels:
            first, second = blocks[parallel.first], blocks[parallel.second]
            longest = max(len(first.text), len(second.text))
            if parallel.shared * 2 < min(len(first.text), len(second.text)) or longest > 1500:
                continue
            yield from _collate(first, second)


def _collate(first: Block, second: Block) -> Iterator[Suggestion]:
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
        yield _make(second, start, end, emended, reason, False)


def draft(suggestions: Iterable[Suggestion], book: Book) -> str:
    """Give the suggestions as YAML for editorial/emendations.yaml.

    All are ``doubtful``: what an editor does not confirm changes no text.
    """
    import json

    texts = {block.id: block.text for block in book.blocks()}
    lines = ["# 校改建议，供编者取舍。认可的，把 certainty 改为 certain 或 probable。"]
    for item in suggestions:
        source, context = item.source, _context(texts[item.block], item)
        emended, reason = item.emended, item.reason
        lines.append(f"- block: {item.block}    # 原文第 {item.line} 行")
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


def _context(text: str, item: Suggestion) -> str:
    """Give the source reading with as much around it as makes it stand once in its block."""
    start, end = item.start, item.end
    while text.count(text[start:end]) > 1 and (start > 0 or end < len(text)):
        start, end = max(0, start - 4), min(len(text), end + 4)
    found = text[start:end]
    return (
        found
        if found.find(item.source) == item.start - start
        else text[item.start : max(end, item.end)]
    )
