"""Collates near-twin blocks: where one breaks off, or has another character than the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..parallels import Pair
from ..passages import Passage
from ..text.lazy import lazy_regex
from .overtext import HAN
from .suggestion import Suggestion, alike

#: So many characters must be the same before and behind what one of two twins lacks.
_AGREE = 8
#: What one lacks is at most so long; more is another version, not a slip.
_LACKING = 60
_SENTENCE_ENDS = "。！？；"
_STOPS = _SENTENCE_ENDS + "，、："
# Words that a sentence may do with or without: a twin that lacks no more is another wording.
_OPTIONAL = lazy_regex(r"[的地得了着也都就又还更并而且和与及要能会是在将把很]{1,2}")


def find(blocks: Mapping[str, Passage], pairs: Sequence[Pair]) -> Iterator[Suggestion]:
    """Find what differs in near-twin blocks and may be a slip of one of them."""
    for pair in pairs:
        for parallel in pair.parallels:
            first, second = blocks[parallel.first], blocks[parallel.second]
            longest = max(len(first.text), len(second.text))
            if parallel.shared * 2 < min(len(first.text), len(second.text)) or longest > 1500:
                continue
            yield from _collate(first, second)


def _collate(first: Passage, second: Passage) -> Iterator[Suggestion]:
    """Compare two near-twin blocks."""
    codes = SequenceMatcher(None, first.text, second.text, autojunk=False).get_opcodes()
    for before, (tag, a, b, c, d), behind in zip(codes, codes[1:], codes[2:], strict=False):
        if min(before[2] - before[1], behind[2] - behind[1]) < _AGREE:
            continue
        if tag == "delete":
            yield from _break(second, c, first, a, b)
        elif tag == "insert":
            yield from _break(first, a, second, c, d)
    for tag, a, b, c, d in codes:
        if tag == "replace" and b - a == d - c == 1:
            yield from _exchanged(first, a, second, c)


def _exchanged(first: Passage, a: int, second: Passage, c: int) -> Iterator[Suggestion]:
    """Find a character of the second that is like another one of the first."""
    one, other = first.text[a], second.text[c]
    if not (HAN.match(one) and HAN.match(other)) or not (like := alike(other, one)):
        return
    start, end = max(0, c - 2), min(len(second.text), c + 3)
    emended = second.text[start:c] + one + second.text[c + 1 : end]
    sentence = f"相近的段落（{{}}）作“{{}}”，“{{}}”“{{}}”{like}。"
    yield Suggestion(second, start, end, emended, (sentence, first.id, one, other, one), False)


def _break(lacking: Passage, at: int, twin: Passage, start: int, end: int) -> Iterator[Suggestion]:
    """Find words that the twin has at ``start`` to ``end`` and the other lacks at ``at``.

    Whole sentences are none: with them and without them a paragraph is sound.
    """
    text = twin.text
    # What stands at both ends of the words says not which of the two is theirs: a clause
    # begins after a stop.
    back = start
    while start - back < end - start and back and text[back - 1] == text[end - start + back - 1]:
        back -= 1
        if back and text[back - 1] in _STOPS:
            at, end, start = at - start + back, end - start + back, back
            break
    if text[start] in _STOPS and text[end : end + 1] == text[start]:
        at, start, end = at + 1, start + 1, end + 1
    words = text[start:end]
    whole = text[start - 1] in _SENTENCE_ENDS and words[-1] in _SENTENCE_ENDS
    if whole or len(words) > _LACKING or not HAN.search(words) or _OPTIONAL.fullmatch(words):
        return
    left, right = max(0, at - 4), min(len(lacking.text), at + 4)
    emended = lacking.text[left:at] + words + lacking.text[at:right]
    why = ("相近的段落（{}）此处多“{}”，前后相同，疑脱。", twin.id, words)
    yield Suggestion(lacking, left, right, emended, why, False)
