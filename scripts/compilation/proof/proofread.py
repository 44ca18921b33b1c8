"""Points an editor at probable slips, as entries that editorial/emendations.yaml accepts.

Nothing is changed.  Each check looks at one passage (a block, a title, a line of a byline), at
near-twin blocks, or at titles and names that are one character apart, and says where, what the
source has, what it may be meant to be, and why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from ahocorasick_rs import AhoCorasick

from .. import passages
from ..model import Book
from ..own_words import Say, simplified
from ..parallels import Pair
from ..passages import Passage
from ..text.lazy import lazy_regex
from . import overtext, twins
from .overtext import HAN
from .phrases import FIXED
from .slips import IDIOMS, SLIPS
from .suggestion import Suggestion as Suggestion
from .suggestion import alike, parted, places

_CLASH = lazy_regex(
    r"[，、；：][，、；：。]+|。[，、；：]|[！？][，、；：。]|，{2,}|。{2}(?!。)|、{2,}"
)
_DOUBLED = lazy_regex(
    r"(的的|了了|是是|在在|和和|与与|对对|把把|为为|地地|得得|我们我们|要要|们们|"
    r"党党(?![员章组性纪风课委支费校史建务群政旗徽龄籍规]))"  # 共产党党员
)
_FRAME = lazy_regex(r"(?:^|[，、；。：])(([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}\2)(?=[，、；。]|$)")
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』"))


def suggest(
    book: Book, phrases: Iterable[str], pairs: Sequence[Pair], say: Say = simplified
) -> list[Suggestion]:
    """Give the suggestions for a book in the order of its pages, each place once.

    ``phrases`` are known fixed phrases (the glossary's forms); phrases that recur in the book
    are added to them.  Places the editor has noted already are left out.  ``say`` gives words
    in the book's script.
    """
    texts = _passages(book)
    text = "\n".join(passage.text for passage in texts)
    known = [*phrases, *map(say, IDIOMS), *_recurring(text)]
    near = _NearMisses(known, text, {*map(say, FIXED)} - {*known})
    slips = _slips_in(say)
    found: list[Suggestion] = []
    for passage in texts:
        found += _slips(passage, slips)
        found += near.find(passage)
        found += _marks(passage)
        found += overtext.dates(passage)
    found += twins.find({passage.id: passage for passage in texts}, pairs)
    found += overtext.one_off(texts)
    found += overtext.titles(texts, text)
    order = {id(passage): number for number, passage in enumerate(texts)}
    found.sort(key=lambda s: (order[id(s.passage)], s.start, not s.sure, s.start - s.end))
    result: list[Suggestion] = []
    for item in found:
        if _noted(item):
            continue
        last = result[-1] if result else None
        if not last or last.passage is not item.passage or last.end <= item.start:
            result.append(item)
        elif apart := parted(last, item):
            result[-1:] = apart
    return result


def _passages(book: Book) -> list[Passage]:
    """Give all passages of a book but the markers, whose numbers the converter looks at."""
    front = [passages.of_block(block, passages.FRONT) for block in book.front]
    chapters = [p for chapter in book.chapters for p in passages.of(chapter)]
    return [p for p in (*front, *chapters) if p.kind != passages.MARKER]


def _noted(item: Suggestion) -> bool:
    start, end = item.start + item.passage.lead, item.end + item.passage.lead
    return any(note.start < end and start < note.end for note in item.passage.notes)


def _slips_in(say: Say) -> dict[str, str]:
    """Give the wrong and right forms in the book's script.

    Of a Traditional book those of four characters or more: shorter ones, wrong in Simplified,
    may be good forms there (身分證).
    """
    if say is simplified:
        return SLIPS
    pairs = ((say(wrong), say(right)) for wrong, right in SLIPS.items() if len(wrong) >= 4)
    return {wrong: right for wrong, right in pairs if wrong != right}


def _slips(passage: Passage, slips: Mapping[str, str]) -> Iterator[Suggestion]:
    """Find words that are often written wrong."""
    for wrong, right in slips.items():
        for at in places(passage.text, wrong):
            why = ("“{}”误作“{}”。", right, wrong)
            yield Suggestion(passage, at, at + len(wrong), right, why, True)


def _marks(passage: Passage) -> Iterator[Suggestion]:
    """Find clashing punctuation, doubled words, frames (服务人民服务) and open brackets."""
    text = passage.text
    for found in _CLASH.finditer(text):
        start, end = max(0, found.start() - 2), min(len(text), found.end() + 2)
        kept = "、" if "、" in found[0] else found[0][-1]
        emended = text[start : found.start()] + kept + text[found.end() : end]
        yield Suggestion(passage, start, end, emended, ("标点“{}”重叠。", found[0]), False)
    for found in _DOUBLED.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        if len(before) == 2 and before[0] == before[1]:
            continue  # 实实在在
        half = found[0][: len(found[0]) // 2]
        yield Suggestion(passage, *found.span(), half, ("“{}”字重出，疑衍其一。", half), False)
    for found in _FRAME.finditer(text):
        why = ("首尾都是“{}”，疑有一处涉另一处而误。", found[2])
        yield Suggestion(passage, *found.span(1), "", why, False)
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            mark = opening if opening in text else closing
            at = text.rfind(mark) if text.count(opening) > text.count(closing) else text.find(mark)
            end = min(len(text), at + 6)
            yield Suggestion(passage, at, end, "", ("“{}”与“{}”不成对。", opening, closing), False)


def _recurring(text: str, least: int = 4) -> list[str]:
    """Give fixed phrases of four to eight characters that recur, the longest of each family."""
    counts: Counter[str] = Counter()
    for run in HAN.findall(text[:2_000_000]):
        if 4 <= len(run) <= 8:
            counts[run] += 1
    return [run for run, count in counts.items() if count >= least]


class _NearMisses:
    """Finds strings that differ from a known phrase in exactly one character.

    One wrong character leaves one half of the phrase whole, so all halves are looked for in
    one pass (Aho–Corasick) and only then compared.
    """

    def __init__(self, phrases: Iterable[str], text: str, fixed: Set[str]) -> None:
        """Take the known phrases, all text of the book, and common ``fixed`` phrases.

        Of a fixed phrase, which the book need not know, only a character like it is a slip.
        """
        self._fixed = fixed
        known = {*phrases, *fixed}
        self._phrases = sorted({p for p in known if len(p) >= 4 and HAN.fullmatch(p)})
        self._known = set(self._phrases)
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
                    one, other = window[differing[0]], phrase[differing[0]]
                    like = alike(one, other)
                    why: tuple[str, ...] = ("与“{}”只差一字。", phrase)
                    if like:
                        why = (f"与“{{}}”只差一字，“{{}}”“{{}}”{like}。", phrase, one, other)
                    end = begin + len(phrase)
                    yield Suggestion(passage, begin, end, phrase, why, bool(like))

    def _probable(self, window: str, phrase: str, at: int) -> bool:
        """Judge whether one character's difference is a slip and not another phrase."""
        if not HAN.fullmatch(window) or window in self._known:
            return False
        if alike(window[at], phrase[at]):
            return True
        # Another word of the same pattern (群众反映好 beside 职工反映好) stands in more places.
        inside = 0 < at < len(phrase) - 1 and phrase not in self._fixed
        return inside and self._text.count(window) == 1


def draft(
    suggestions: Iterable[Suggestion],
    book: Book,
    line_of: Callable[[int], int],
    say: Say = simplified,
) -> str:
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
        emended, reason = item.emended, item.reason(say)
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
        sum(1 for other in texts for _ in places(other, text[start:end])) > 1
        and (start > 0 or end < len(text))
    ):  # fmt: skip
        start, end = max(0, start - 4), min(len(text), end + 4)
    found = text[start:end]
    return (
        found
        if found.find(item.source) == item.start - start
        else text[item.start : max(end, item.end)]
    )
