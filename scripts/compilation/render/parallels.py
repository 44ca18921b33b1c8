"""Writes the page of parallels: which works share text, and how near-twin paragraphs differ.

What is compared is the source's text: the editor's readings are neither here nor there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..model import Block, Book, Note
from ..own_words import Say
from ..parallels import SHORTEST, Pair, Parallel, unemended
from ..text.signs import core
from .appendix import name_of_work, names_of_blocks
from .escape import text, verbatim

#: At most this many pairs of works are shown, and of paragraphs in one pair.
MAX_PAIRS = 60
MAX_PARALLELS = 40


def page(pairs: Sequence[Pair], book: Book, say: Say) -> str:
    """Give the page for pairs of works, at least one."""
    title = say("互见")
    head = f"---\ntitle: {title}\n---\n\n(parallels)=\n# {title}"
    blocks = {block.id: block for block in book.blocks()}
    names = names_of_blocks(book, say)
    works = {
        work.id: name_of_work(chapter, number)
        for chapter in book.chapters
        for number, work in enumerate(chapter.works)
    }
    parts = [
        head,
        say(
            "这里列出各篇之间逐字相同的文字（二十字以上，标点不计）。这类文字辗转抄袭是常事，"
            "两篇相近的段落并列比较，各自改了什么，一看便知。比较的是底本的文字，本书的校改不计；"
            "两处错得一样的，写明“同误”。异文一行一处，写作“甲｜乙”，〔无〕表示没有这些字。"
        ),
    ]
    for pair in pairs[:MAX_PAIRS]:
        parts.append(_pair(pair, blocks, names, works, say))
    if len(pairs) > MAX_PAIRS:
        parts.append(say(f"另有 {len(pairs) - MAX_PAIRS} 对篇目相同的文字较少，从略。"))
    return "\n\n".join(parts) + "\n"


def _pair(
    pair: Pair,
    blocks: Mapping[str, Block],
    names: Mapping[str, str],
    works: Mapping[str, str],
    say: Say,
) -> str:
    title = text(f"{works[pair.first]}{say('与')}{works[pair.second]}", False)
    head = f"({pair.first}-{pair.second}-parallels)=\n## {title}"
    total = say(f"相同的文字共 {pair.shared} 字，占较短一篇的 {pair.share:.0%}。")
    items = []
    for parallel in pair.parallels[:MAX_PARALLELS]:
        first, second = blocks[parallel.first], blocks[parallel.second]
        links = say("与").join(f"[{text(names[b.id], False)}](#{b.id})" for b in (first, second))
        differing = differences(unemended(first), unemended(second), parallel.shared, say)
        same = say(f"相同 {parallel.shared} 字。") + _same_slips(first, second, say)
        items.append(f"- {links}，{same}{differing or _longest(parallel, say)}")
    if len(pair.parallels) > MAX_PARALLELS:
        items.append(say(f"- 另有 {len(pair.parallels) - MAX_PARALLELS} 处，从略。"))
    return "\n\n".join([head, total, "\n".join(items)])


def _same_slips(first: Block, second: Block, say: Say) -> str:
    """Quote the slips of the first block that stand in the second too, emended in both."""
    one, other = _slips(first), _slips(second)
    if not one or not other:
        return ""
    found = []
    for tag, a, b, c, _ in _opcodes(unemended(first), unemended(second)):
        if tag == "equal":
            found += [note for at, note in one.items() if a <= at < b and c + at - a in other]
    readings = [
        verbatim(note.other) if note.verbatim else text(note.other, False)
        for note in dict.fromkeys(found)
    ]
    quoted = "".join([f"{say('“')}{reading}{say('”')}" for reading in readings])
    return f"{say('同误')}{say('：')}{quoted}。" if quoted else ""


def _slips(block: Block) -> dict[int, Note]:
    """Give where the source has characters that the editor took away (offsets in its text)."""
    found = {}
    shift = 0
    for note in block.notes:
        if note.certainty != "doubtful":
            for tag, a, b, _, _ in _opcodes(note.other, block.text[note.start : note.end]):
                if tag != "equal":
                    slip = range(note.start + shift + a, note.start + shift + b)
                    found.update(dict.fromkeys(slip, note))
            shift += len(note.other) - (note.end - note.start)
    return found


def _longest(parallel: Parallel, say: Say) -> str:
    """Quote the longest passage that two paragraphs share; say that it is one of several."""
    passage = parallel.longest
    shown = passage if len(passage) <= 40 else f"{passage[:18]}……{passage[-18:]}"
    lead = say("最长的一处：") if len(passage) < parallel.shared else ""
    return f"{lead}{say('“')}{text(shown, False)}{say('”')}"


#: The longest paragraph that is collated (characters): the time grows with the square.
_COLLATED = 1500


def differences(first: str, second: str, shared: int, say: Say) -> str:
    """Collate two paragraphs that are mostly the same; empty where they are not.

    ``shared`` is what their long passages have in common (:class:`Parallel`); that is little where
    many words were exchanged, and what stands between these is the same all the same.  Marks do not
    count, here as in the comparison. A line for each place: a reading may have marks within, which
    in running text would be taken for the list's own.
    """
    shorter = min(len(core(first)), len(core(second)))
    if shared * 4 < shorter or max(len(first), len(second)) > _COLLATED:
        return ""
    places = _places(first, second)
    same = len(core(first)) - sum(len(core(first[a:b])) for a, b, _, _ in places)
    if same * 2 < shorter:
        return ""
    readings = []
    for a, b, c, d in places:
        one, other = _bare(first[a:b]), _bare(second[c:d])
        if one != other:
            readings.append(f"{_reading(one, say)}｜{_reading(other, say)}")
    if not readings:
        return say("两段全同。")
    return say("异文：\n") + "\n".join(f"  - {text(reading)}" for reading in readings)


#: Of two stretches and what they have in common beside them: so many times the square of its
#: length their lengths may multiply to, or it may well be there by chance.
_CHANCE = 9

#: Characters that are words by themselves. Any other one alone is likely half of a word, and of two
#: words at that (党 in 基层党组织 and 党员干部), so the lengths count as one more.
_WORDS = frozenset("的地得了着过与和及或并而在对把被从向往到以为是有不也都将")


def _places(first: str, second: str) -> list[tuple[int, int, int, int]]:
    """Give where the two texts differ: from, to in the first, from, to in the second.

    Two texts that have nothing to do with each other have many a character in common, in the same
    order too, and what stands between these says nothing.  So what is the same must be long for
    what differs on either side of it; if it is not, all three are one place.
    """
    places: list[tuple[int, int, int, int]] = []
    for tag, *place in _opcodes(first, second):
        if tag == "equal":
            continue
        a, b, c, d = place
        while places and not _holds(first, second, places[-1], (a, b, c, d)):
            a, _, c, _ = places.pop()
        places.append((a, b, c, d))
    return places


def _holds(
    first: str,
    second: str,
    left: tuple[int, int, int, int],
    right: tuple[int, int, int, int],
) -> bool:
    """Say whether what is the same between two places keeps them apart."""
    same = core(first[left[1] : right[0]])
    if len(same) >= SHORTEST:
        return True
    half = len(same) == 1 and same not in _WORDS
    for a, b, c, d in (left, right):
        one, other = len(core(first[a:b])), len(core(second[c:d]))
        if one and other and (one + half) * (other + half) > _CHANCE * len(same) ** 2:
            return False
    return True


def _opcodes(first: str, second: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Give how the second text came of the first, as :mod:`difflib` says it.

    What both begin and end with is not compared: there is most of it, and each character of it
    would be looked for all over the other.
    """
    shorter = min(len(first), len(second))
    head = next((i for i in range(shorter) if first[i] != second[i]), shorter)
    tail = next((i for i in range(shorter - head) if first[~i] != second[~i]), shorter - head)
    end, other = len(first) - tail, len(second) - tail
    inner = SequenceMatcher(None, first[head:end], second[head:other], autojunk=False)
    yield "equal", 0, head, 0, head
    for tag, a, b, c, d in inner.get_opcodes():
        yield tag, a + head, b + head, c + head, d + head
    yield "equal", end, len(first), other, len(second)


def _bare(value: str) -> str:
    """Give a stretch without the marks at its ends, half of a pair often among them.

    One whose partner stays within (（二）这是……) is left.
    """
    start, end = 0, len(value)
    while start < end and unicodedata.category(value[start])[0] in "PZ":
        start += 1
    while end > start and unicodedata.category(value[end - 1])[0] in "PZ":
        end -= 1
    opened, closed = _unpaired(value[start:end])
    before = [i for i in range(start) if unicodedata.category(value[i]) in _OPENING]
    after = [i + 1 for i in range(end, len(value)) if unicodedata.category(value[i]) in _CLOSING]
    if closed and before:
        start = before[-min(closed, len(before))]
    if opened and after:
        end = after[min(opened, len(after)) - 1]
    return value[start:end]


#: What Unicode calls the two marks of a pair, as general categories.
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf")


def _unpaired(value: str) -> tuple[int, int]:
    """Count the opening and the closing marks of a stretch whose partners are not in it."""
    opened = closed = 0
    for character in value:
        category = unicodedata.category(character)
        if category in _OPENING:
            opened += 1
        elif category in _CLOSING and opened:
            opened -= 1
        elif category in _CLOSING:
            closed += 1
    return opened, closed


#: The longest reading that is quoted whole (characters); of a longer one both ends are.
_READING = 80


def _reading(value: str, say: Say) -> str:
    if not value:
        return say("〔无〕")
    return (
        value if len(value) <= _READING else f"{value[: _READING // 2]}……{value[-_READING // 2 :]}"
    )
