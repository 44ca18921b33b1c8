"""The editor's corrections: editorial/emendations.yaml applied to the parsed chapters.

An entry names its place by quoting what the source has there (``source``), if need be with
more of the sentence around it (``context``), and optionally the work or block.  A certain or
probable emendation changes the text; a doubtful one leaves the source reading and adds a note.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import cast

from . import normalise
from .config import LinedDict, Place, invalid, read_entries, unfold
from .model import Block, Certainty, Chapter, Edit, Note, Work
from .parse import Parsed
from .problems import Code, ConversionError, Problem
from .tracking import Change, Tracked, revise

KEYS = {"work", "block", "source", "emended", "context", "certainty", "reason"}
_CERTAINTIES = ("certain", "probable", "doubtful")


@dataclass(frozen=True, slots=True)
class Emendation:
    """One entry of the file; ``at`` is where it stands there."""

    source: str
    emended: str
    reason: str
    certainty: Certainty
    context: str
    work: str
    block: str
    at: Place
    file: str = ""


def load(path: Path) -> tuple[Emendation, ...]:
    """Read the file of emendations; a missing file is an empty one.

    Raises ConversionError naming entry, line and what is wrong with it.
    """
    entries = read_entries(path, KEYS, "source", "校改")
    return tuple(_entry(path, item, number) for number, item in entries)


def _entry(path: Path, item: LinedDict, number: int) -> Emendation:
    """Check one entry."""
    values = dict.fromkeys(KEYS, "")
    for key, value in item.items():
        if value is not None and not isinstance(value, str):
            raise invalid(path, item.at(key), f"第 {number} 条校改的 {key} 应是文字，请加引号")
        values[key] = value or ""
    values["reason"] = unfold(values["reason"])
    for key in ("source", "reason"):
        if not values[key].strip():
            raise invalid(path, item.at(key), f"第 {number} 条校改缺少 {key}")
    for key in ("source", "emended", "context"):
        if "\n" in values[key]:
            what = f"第 {number} 条校改的 {key} 里不能换行，一条校改只在一段之内"
            raise invalid(path, item.at(key), what)
    certainty = values["certainty"] or "certain"
    if certainty not in _CERTAINTIES:
        raise invalid(
            path,
            item.at("certainty"),
            f"第 {number} 条校改的 certainty 是“{certainty}”，只能是 {'、'.join(_CERTAINTIES)}",
        )
    if certainty != "doubtful" and not values["emended"]:
        raise invalid(path, item.at("emended"), f"第 {number} 条校改缺少 emended（改成什么）")
    if values["context"] and values["source"] not in values["context"]:
        raise invalid(path, item.at("context"), f"第 {number} 条校改的 context 里没有 source")
    if values["source"] == values["emended"]:
        raise invalid(path, item.at("emended"), f"第 {number} 条校改的 source 与 emended 相同")
    return Emendation(
        values["source"],
        values["emended"],
        values["reason"],
        cast(Certainty, certainty),
        values["context"],
        values["work"],
        values["block"],
        item.start,
        str(path),
    )


def apply(parsed: Parsed, emendations: Sequence[Emendation]) -> tuple[Parsed, dict[int, int]]:
    """Apply to one chapter the emendations that have exactly one place in it.

    Gives the chapter, and by index of the entry the number of its places here; the caller
    adds them up and asks :func:`misplaced` about the whole book.  Raises ConversionError
    where two entries change the same place.
    """
    found: dict[int, int] = {}
    placed: dict[str, list[tuple[int, int, Emendation]]] = {}
    for index, item in enumerate(emendations):
        places = _places(parsed, item)
        if places:
            found[index] = len(places)
        if len(places) == 1:
            block, start, end = places[0]
            placed.setdefault(block, []).append((start, end, item))
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
    return _chapter(parsed, placed), found


def misplaced(
    emendations: Sequence[Emendation],
    found: Mapping[int, int],
    printed: Mapping[str, str],
) -> list[Problem]:
    """Report the entries that have no place in the book, or several.

    ``printed`` gives by id of each work what is printed of it besides its blocks (title,
    signature), where an emendation cannot reach.
    """
    return [
        _misplaced(item, found.get(index, 0), printed)
        for index, item in enumerate(emendations)
        if found.get(index, 0) != 1
    ]


def _misplaced(item: Emendation, count: int, printed: Mapping[str, str]) -> Problem:
    where = f" {item.block or item.work} 里" if item.block or item.work else "书里"
    work = item.work or item.block.partition("-")[0]
    code = Code.EMENDATION_NOT_FOUND
    what = f"{where}找不到“{item.context or item.source}”。".lstrip()
    advice = "请照原文抄写 source 和 context。"
    if count:
        code = Code.EMENDATION_AMBIGUOUS
        what = f"{where}有 {count} 处“{item.context or item.source}”。".lstrip()
        advice = "请用 context 多引几个字，或用 block 指定段落。"
    elif work and work not in printed:
        what = f"书里没有编号为 {work} 的篇。"
        advice = "编号见 essays/ 里各页开头的 works。"
    elif inside := next(
        (name for name, text in printed.items() if item.source in text and work in ("", name)), ""
    ):
        what = f"“{item.source}”在 {inside} 的题目或署名里，校改只管正文。"
        advice = "题目、署名照原文排印，请删去这一条。"
    return Problem(code, what, advice, item.file, *item.at)


def _places(parsed: Parsed, item: Emendation) -> list[tuple[str, int, int]]:
    """Find where an entry fits: block id and text offsets of the source reading."""
    quotes = dict.fromkeys(
        (form(item.context or item.source), form(item.source)) for form in (str, _normal)
    )
    for context, source in quotes:
        places = []
        for block in _blocks(parsed, item):
            at = block.text.find(context)
            while at >= 0:
                start = at + max(context.find(source), 0)
                places.append((block.id, start, start + len(source)))
                at = block.text.find(context, at + 1)
        if places:
            return places
    return []


def _normal(text: str) -> str:
    return normalise.body(Tracked(text, 0, len(text))).text


def _blocks(parsed: Parsed, item: Emendation) -> Iterator[Block]:
    for work in parsed.chapter.works if parsed.chapter else ():
        if item.work and work.id != item.work:
            continue
        for block in work.blocks:
            if not item.block or block.id == item.block:
                yield block


def _chapter(parsed: Parsed, placed: dict[str, list[tuple[int, int, Emendation]]]) -> Parsed:
    """Apply the placed entries to one chapter."""
    if parsed.chapter is None or not placed:
        return parsed
    edits = list(parsed.edits)
    works = []
    for work in parsed.chapter.works:
        blocks = []
        counter = 0
        for block in work.blocks:
            if block.id in placed:
                block, counter = _block(work, block, placed[block.id], edits, counter)
            blocks.append(block)
        works.append(replace(work, blocks=tuple(blocks)) if counter else work)
    chapter: Chapter = replace(parsed.chapter, works=tuple(works))
    return replace(parsed, chapter=chapter, edits=tuple(edits))


def _block(
    work: Work,
    block: Block,
    places: Sequence[tuple[int, int, Emendation]],
    edits: list[Edit],
    counter: int,
) -> tuple[Block, int]:
    """Emend one block; its edits in ``edits`` (sorted) are replaced."""
    low = bisect_left(edits, block.start, key=lambda e: e.offset)
    high = bisect_right(edits, block.end - 1, key=lambda e: e.offset)
    tracked = Tracked(block.text, block.start, block.end, tuple(edits[low:high]))
    changes = []
    notes = []
    shift = run_in_shift = 0
    for start, end, item in places:
        counter += 1
        doubtful = item.certainty == "doubtful"
        lemma = item.emended if not doubtful else block.text[start:end]
        other = item.emended if doubtful else block.text[start:end]
        notes.append(
            Note(
                f"{work.id}-n{counter}",
                start + shift,
                start + shift + len(lemma),
                other,
                item.certainty,
                item.reason,
            )
        )
        if not doubtful:
            old = block.text[start:end]
            head = 0
            while head < min(len(old), len(lemma)) and old[head] == lemma[head]:
                head += 1
            tail = 0
            while tail < min(len(old), len(lemma)) - head and old[-1 - tail] == lemma[-1 - tail]:
                tail += 1
            new = lemma[head : len(lemma) - tail]
            changes.append(Change(start + head, end - tail, new, "emendation", item.reason))
            shift += len(lemma) - (end - start)
            if end <= block.run_in:
                run_in_shift = shift
    revised = revise(tracked, changes)
    edits[low:high] = revised.edits
    return (
        block._replace(
            text=revised.text,
            notes=(*block.notes, *notes),
            run_in=block.run_in + run_in_shift,
        ),
        counter,
    )
