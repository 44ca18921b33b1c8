"""The editor's corrections: editorial/emendations.yaml applied to the parsed chapters.

Where an entry (see :mod:`emendations`) fits, a certain or probable emendation changes the text; a
doubtful one leaves the source reading and adds a note.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from . import normalise, passages
from .emendations import Emendation
from .model import Block, Chapter, Edit, Note, Text
from .parse import Parsed
from .passages import Passage
from .problems import Code, ConversionError, Problem
from .text.tracking import Change, Tracked, revise

#: Where an entry fits: the passage by its number in its chapter, and text offsets of ``source``.
_Found = tuple[int, int, int]
_Placed = dict[int, list[tuple[int, int, Emendation]]]


class Fits(NamedTuple):
    """Where the entries fit in a chapter (or the front).

    ``found`` gives by index of an entry the ids of the passages where it fits; ``there`` are the
    works and passages that entries name and that are in this chapter; ``elsewhere`` gives by index
    of an entry without a place the passages that would fit, had it not named another work or
    passage of this chapter.
    """

    found: dict[int, tuple[str, ...]]
    there: frozenset[str]
    elsewhere: dict[int, tuple[str, ...]]


def apply(parsed: Parsed, emendations: Sequence[Emendation]) -> tuple[Parsed, Fits]:
    """Apply to one chapter (or the front) the emendations that have exactly one place in it.

    The caller keeps where they fit, and asks :func:`misplaced` about the whole book.
    Raises ConversionError where two entries change the same place.
    """
    if not emendations:
        return parsed, Fits({}, frozenset(), {})
    chapter = parsed.chapter
    texts = (
        [*passages.of(chapter)]
        if chapter
        else [passages.of_block(block, passages.FRONT) for block in parsed.front]
    )
    names = {name for item in emendations for name in (item.work, item.block) if name}
    there = {name for text in texts for name in (text.id, text.alias, *text.works)}
    there |= {work.id for work in chapter.works} if chapter else set()
    found: dict[int, tuple[str, ...]] = {}
    elsewhere: dict[int, tuple[str, ...]] = {}
    placed: _Placed = {}
    for index, item in enumerate(emendations):
        places = _places(texts, item)
        if places:
            found[index] = tuple(texts[number].id for number, _, _ in places)
        elif item.block in there or item.work in there:
            others = _places(texts, replace(item, work="", block=""))
            elsewhere[index] = tuple(texts[number].id for number, _, _ in others)
        if len(places) == 1:
            number, start, end = places[0]
            placed.setdefault(number, []).append((start, end, item))
    for several in placed.values():
        several.sort(key=lambda place: place[:2])
        for (_, end, first), (start, _, second) in pairwise(several):
            if start < end:
                raise ConversionError(
                    Problem(
                        Code.EMENDATION_CLASH,
                        f"“{second.source}”与第 {first.at[0]} 行的“{first.source}”改的是同一处。",
                        "请合成一条。",
                        second.file,
                        *second.at,
                    )
                )
    changed = _emended(parsed, texts, placed) if placed else parsed
    return changed, Fits(found, frozenset(names & there), elsewhere)


def misplaced(emendations: Sequence[Emendation], chapters: Iterable[Fits]) -> list[Problem]:
    """Report the entries that have no place in the book, or several."""
    found: dict[int, tuple[str, ...]] = {}
    elsewhere: dict[int, tuple[str, ...]] = {}
    there: set[str] = set()
    for one in chapters:
        there |= one.there
        for result, some in ((found, one.found), (elsewhere, one.elsewhere)):
            for index, places in some.items():
                result[index] = result.get(index, ()) + places
    return [
        _misplaced(item, found.get(index, ()), elsewhere.get(index, ()), there)
        for index, item in enumerate(emendations)
        if len(found.get(index, ())) != 1
    ]


def _misplaced(
    item: Emendation, places: Sequence[str], elsewhere: Sequence[str], there: Container[str]
) -> Problem:
    where = f" {item.block or item.work} 里" if item.block or item.work else "书里"
    quoted = item.context or item.source
    code, key = Code.EMENDATION_NOT_FOUND, "context" if item.context else "source"
    if places:
        code = Code.EMENDATION_AMBIGUOUS
        what = f"{where}有 {len(places)} 处“{quoted}”（{_listed(places)}）。".lstrip()
        single = len(set(places)) == 1
        advice = f"请用 context 多引几个字{'' if single else '，或用 block 写明是哪一处'}。"
    elif item.work and item.work not in there:
        key = "work"
        what = f"书里没有编号为 {item.work} 的篇。"
        advice = "编号见 essays/ 里各页开头的 works，如 e01a。"
    elif item.block and item.block not in there:
        key = "block"
        what = f"书里没有编号为 {item.block} 的段落、题目或署名。"
        advice = passages.NAMING
    elif item.block in elsewhere:
        key = "work"
        what = f"{item.block} 不在 {item.work} 里。"
        advice = "请删去 work，或改正它。"
    elif elsewhere:
        key = "block" if item.block else "work"
        what = f"{where}找不到“{quoted}”，它在 {_listed(elsewhere)}。".lstrip()
        advice = f"请改正 {key}。"
    else:
        what = f"{where}找不到“{quoted}”。".lstrip()
        advice = "请照原文抄写 source 和 context。"
    return Problem(code, what, advice, item.file, *item.keys.get(key, item.at))


def _listed(places: Sequence[str]) -> str:
    return "、".join(dict.fromkeys(places[:_LISTED])) + ("……" if len(places) > _LISTED else "")


#: So many places of an ambiguous entry are named.
_LISTED = 5


def _places(texts: Sequence[Passage], item: Emendation) -> list[_Found]:
    """Find where an entry fits."""
    quotes = dict.fromkeys(
        (form(item.context or item.source), form(item.source)) for form in (str, *_FORMS)
    )
    among = [
        (number, passage)
        for number, passage in enumerate(texts)
        if (not item.work or item.work in passage.works)
        and (not item.block or item.block in (passage.id, passage.alias))
    ]
    for context, source in quotes:
        places = []
        for number, passage in among:
            around, quoted = passage.quoted(context), passage.quoted(source)
            at = passage.text.find(around) if quoted else -1
            while at >= 0:
                start = at + max(around.find(quoted), 0)
                places.append((number, start, start + len(quoted)))
                at = passage.text.find(around, at + 1)
        if places:
            return places
    return []


def _as_body(text: str) -> str:
    return normalise.body(Tracked(text, 0, len(text))).text


def _as_title(text: str) -> str:
    return normalise.title(Tracked(text, 0, len(text))).text


#: What is done to a text of the source before it is printed, and so to a quotation from there.
_FORMS = (_as_body, _as_title)


def _emended(parsed: Parsed, texts: Sequence[Passage], placed: _Placed) -> Parsed:
    """Apply the placed entries to one chapter or the front."""
    edits = list(parsed.edits)
    counts: dict[str, int] = {}
    changed: dict[int, Passage] = {}
    changes: dict[int, list[Change]] = {}
    for number in sorted(placed):
        passage = texts[number]
        count = counts.get(passage.owner, 0)
        at = passage.pieces[0].start
        changes[at] = [
            _change(start, passage.text[start:end], passage.quoted(item.emended), item.reason)
            for start, end, item in placed[number]
            if item.certainty != "doubtful"
        ]
        changed[at] = _passage(passage, placed[number], changes[at], edits, count)
        counts[passage.owner] = count + len(placed[number])

    def blocks(before: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            _block(block, changed[block.start], changes[block.start])
            if block.start in changed
            else block
            for block in before
        )

    if parsed.chapter is None:
        return replace(parsed, front=blocks(parsed.front), edits=tuple(edits))
    chapter: Chapter = passages.rebuilt(parsed.chapter, changed)
    works = tuple(replace(work, blocks=blocks(work.blocks)) for work in chapter.works)
    return replace(parsed, chapter=replace(chapter, works=works), edits=tuple(edits))


def _block(block: Block, passage: Passage, changes: Sequence[Change]) -> Block:
    """Give a block its emended text; a run-in heading ends where it did."""
    run_in = block.run_in
    for change in changes:
        if change.end <= block.run_in:
            run_in += len(change.new) - (change.end - change.start)
        elif change.start < block.run_in:
            run_in -= block.run_in - change.start
    return block._replace(text=passage.text, notes=passage.notes, run_in=run_in)


def _passage(
    passage: Passage,
    places: Sequence[tuple[int, int, Emendation]],
    changes: Sequence[Change],
    edits: list[Edit],
    count: int,
) -> Passage:
    """Emend one passage, the next note of its owner being number ``count`` + 1."""
    notes = []
    shift = 0
    for number, (start, end, item) in enumerate(places, count + 1):
        doubtful = item.certainty == "doubtful"
        old = passage.text[start:end]
        new = passage.quoted(item.emended)
        lemma, other = (old, new) if doubtful else (new, old)
        begins = passage.lead + start + shift
        ends = begins + len(lemma)
        about = (item.certainty, item.reason, item.verbatim)
        notes.append(Note(f"{passage.owner}-n{number}", begins, ends, other, *about))
        shift += len(lemma) - len(old)
    by = passage.lead
    shifted = [c._replace(start=c.start + by, end=c.end + by) for c in changes]
    pieces = _revised(passage.pieces, shifted, edits)
    text = "".join(piece.text for piece in pieces)[by:]
    return replace(passage, text=text, pieces=pieces, notes=tuple(notes))


def _change(start: int, old: str, new: str, reason: str) -> Change:
    """Give the change of a reading that begins at ``start``, without what stays at its ends."""
    least = min(len(old), len(new))
    head = tail = 0
    while head < least and old[head] == new[head]:
        head += 1
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inside = new[head : len(new) - tail]
    return Change(start + head, start + len(old) - tail, inside, "emendation", reason)


def _revised(
    pieces: Sequence[Text], changes: Sequence[Change], edits: list[Edit]
) -> tuple[Text, ...]:
    """Change the pieces that a passage is made of; their edits in ``edits`` are replaced.

    ``changes`` are in offsets of the passage.  One that runs over the end of a line of a title
    puts all that is new on the line where it begins.
    """
    result = []
    position = 0
    for index, piece in enumerate(pieces):
        until = position + len(piece.text)
        own = []
        for change in changes:
            start, end = max(change.start, position), min(change.end, until)
            if change.start == change.end:  # an insertion between two lines goes to the first
                here = position < start <= until or start == position == index == 0
            else:
                here = start < end
            if here:
                new = change.new if change.start >= position else ""
                own.append(change._replace(start=start - position, end=end - position, new=new))
        result.append(_piece(piece, own, edits))
        position = until
    return tuple(result)


def _piece(piece: Text, changes: Sequence[Change], edits: list[Edit]) -> Text:
    """Change one piece; its edits in ``edits`` (sorted) are replaced."""
    if not changes:
        return piece
    low = bisect_left(edits, piece.start, key=lambda e: e.offset)
    high = bisect_right(edits, piece.end - 1, key=lambda e: e.offset)
    low = _behind_break(edits, low, piece.start)
    revised = revise(Tracked(piece.text, piece.start, piece.end, tuple(edits[low:high])), changes)
    edits[low:high] = revised.edits
    return piece._replace(text=revised.text)


def _behind_break(edits: Sequence[Edit], first: int, start: int) -> int:
    """Give the index of the first edit that belongs to a piece which begins at ``start``.

    What parts it from the piece before may be an insertion at the very same offset, and so may be
    what an editor put at the end of that piece.
    """
    index = found = first
    while index < len(edits) and edits[index].offset == start and not edits[index].old:
        index += 1
        if edits[index - 1].new == "\n":
            found = index
    return found
