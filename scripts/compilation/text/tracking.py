"""Text that remembers where in the source it came from, and how it was changed.

A :class:`Tracked` is a span of the decoded source with edits applied to it.  Stages revise,
cut and join tracked texts in their own (text) offsets; the edits always speak of the source.
Everything here is linear in the length of the text and the number of edits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import NamedTuple

from ..model import Edit
from .edits import Between, Exchange
from .signs import BLANK_CHARACTERS


class Change(NamedTuple):
    """A replacement of ``text[start:end]`` (text offsets) by ``new``, for a rule's reason."""

    start: int
    end: int
    new: str
    rule: str
    reason: str = ""


@dataclass(slots=True)
class Tracked:
    """``text`` is the source span ``start:end`` with ``edits`` (sorted, apart) applied.

    Nobody changes one: it is not frozen since a frozen one takes three times as long to make,
    and a book is made of them.
    """

    text: str
    start: int
    end: int
    edits: Collection[Edit] = ()


def revise(tracked: Tracked, changes: Sequence[Change]) -> Tracked:
    """Apply changes (sorted by place, not overlapping) and compose them with the old edits.

    Where a change touches text that an earlier edit made, the two become one edit with the
    rule and reason of the later; but of the earlier where that took something out and the later
    only minds the blanks around it.  Raises ValueError for changes out of order.
    """
    if not changes:
        return tracked
    text = tracked.text
    parts: list[str] = []
    position = 0
    for change in changes:
        if change.start < position or change.end < change.start or change.end > len(text):
            raise ValueError(f"changes overlap or run backwards at {change.start}")
        parts.append(text[position : change.start])
        parts.append(change.new)
        position = change.end
    parts.append(text[position:])
    edits = _compose(tracked, changes) if tracked.edits else _plain(tracked, changes)
    return Tracked("".join(parts), tracked.start, tracked.end, edits)


def exchange(
    tracked: Tracked, places: Sequence[int], table: Mapping[str, str], rule: str
) -> Tracked:
    """Put other characters in the place of some for a rule's reason, as :func:`revise` would.

    ``places`` are text offsets, rising; ``table`` gives the new character for each that is there,
    and has none of the new ones.  This is what most changes are, so it is done in few steps.
    """
    text = tracked.text
    if tracked.edits or not places:
        return revise(tracked, [Change(at, at + 1, table[text[at]], rule) for at in places])
    kinds = {text[at] for at in places}
    if len(places) == sum(map(text.count, kinds)):  # all there are, so their places do not matter
        return exchange_all(tracked, {one: table[one] for one in kinds}, rule)
    parts: list[str] = []
    position = 0
    for at in places:
        parts += (text[position:at], table[text[at]])
        position = at + 1
    parts.append(text[position:])
    return _exchanged(tracked, "".join(parts), rule, len(places))


def exchange_all(tracked: Tracked, table: Mapping[str, str], rule: str) -> Tracked:
    """Put other characters in the place of all that ``table`` has, as :func:`exchange` would.

    ``tracked`` has no edits yet.  Nothing is done for each character.
    """
    text = tracked.text
    size = 0
    for one, other in table.items():
        if count := text.count(one):
            text = text.replace(one, other)
            size += count
    return _exchanged(tracked, text, rule, size) if size else tracked


def _exchanged(tracked: Tracked, new: str, rule: str, size: int) -> Tracked:
    """Give a text without edits with ``size`` of its characters exchanged."""
    edits = Exchange(tracked.start, tracked.text, new, rule, size)
    return Tracked(new, tracked.start, tracked.end, edits)


def _plain(tracked: Tracked, changes: Sequence[Change]) -> tuple[Edit, ...]:
    """Turn changes of an unchanged text into edits."""
    text, base = tracked.text, tracked.start
    return tuple(
        Edit(base + c.start, text[c.start : c.end], c.new, c.rule, c.reason)
        for c in changes
        if text[c.start : c.end] != c.new
    )


def _compose(tracked: Tracked, changes: Sequence[Change]) -> Collection[Edit]:
    """Merge the edits of a text with changes to it; see :func:`revise`."""
    edits = tracked.edits
    if isinstance(edits, Exchange) and not _touched(edits, changes):
        return Between(edits, _plain(tracked, changes))
    beside = _put_between(tracked, changes)
    if beside is not None:
        return tuple(beside)
    items: list[tuple[int, int, int, Edit | Change]] = []
    delta = -tracked.start
    for edit in tracked.edits:
        at = edit.offset + delta
        items.append((at, at + len(edit.new), 0, edit))
        delta += len(edit.new) - len(edit.old)
    items.extend((c.start, c.end, 1, c) for c in changes)
    items.sort(key=itemgetter(0, 1, 2))
    result: list[Edit] = []
    delta = -tracked.start  # text offset = source offset + delta, before the current cluster
    index = 0
    while index < len(items):
        low, high = items[index][:2]
        stop = index + 1
        while stop < len(items) and (
            items[stop][0] < high or (items[stop][0] == high == low and items[stop][1] == low)
        ):
            high = max(high, items[stop][1])
            stop += 1
        edit = _cluster(tracked.text, low, high, items[index:stop], low - delta)
        if edit.old != edit.new:
            result.append(edit)
        for item in items[index:stop]:
            if isinstance(item[3], Edit):
                delta += len(item[3].new) - len(item[3].old)
        index = stop
    return tuple(result)


def _touched(exchange: Exchange, changes: Sequence[Change]) -> bool:
    """Say whether changes of a text touch what an exchange put there."""
    old, new = exchange.old, exchange.new
    return any(old[start:end] != new[start:end] for start, end, _, _, _ in changes)


_NEW = attrgetter("new")


def _put_between(tracked: Tracked, changes: Sequence[Change]) -> list[Edit] | None:
    """Put changes between the edits of a text, or give None where some may have to be merged.

    Those are changes that touch an edit, and deletions, of which several may stand at one place.
    """
    text, edits = tracked.text, tuple(tracked.edits)
    if not all(map(_NEW, edits)):
        return None
    result: list[Edit] = []
    delta = -tracked.start
    index = 0
    for start, end, new, rule, reason in changes:
        for edit in edits[index:]:
            at = edit.offset + delta
            until = at + len(edit.new)
            if at < end and until > start:
                return None
            if until > start:
                break
            result.append(edit)
            delta = until - edit.offset - len(edit.old)
            index += 1
        if text[start:end] != new:
            result.append(Edit(start - delta, text[start:end], new, rule, reason))
    result += edits[index:]
    return result


def _cluster(
    text: str,
    low: int,
    high: int,
    items: Sequence[tuple[int, int, int, Edit | Change]],
    offset: int,
) -> Edit:
    """Make one edit of edits and changes that meet in ``text[low:high]``."""
    if len(items) == 1 and isinstance(items[0][3], Edit):
        return items[0][3]
    old: list[str] = []
    new: list[str] = []
    at_old = at_new = low
    for start, end, _, item in items:
        if isinstance(item, Edit):
            old += [text[at_old:start], item.old]
            at_old = end
        else:
            new += [text[at_new:start], item.new]
            at_new = end
    old.append(text[at_old:high])
    new.append(text[at_new:high])
    said = _speaks_for([item for _, _, _, item in items])
    return Edit(offset, "".join(old), "".join(new), said.rule, said.reason)


#: Rules that change nothing but blanks.
_OF_BLANKS = frozenset({"layout", "space", "byline-space"})


def _speaks_for(items: Sequence[Edit | Change]) -> Edit | Change:
    """Give the edit or change whose rule says best what was done by several that meet."""
    if len(items) == 1:
        return items[0]
    changes = [item for item in items if isinstance(item, Change)]
    told = [change for change in changes if change.rule not in _OF_BLANKS]
    edits = [item for item in items if isinstance(item, Edit)]
    taken = [edit for edit in edits if not edit.new and edit.old.strip(BLANK_CHARACTERS)]
    return (told or taken[:1] or changes or edits[:1])[-1]


def cut(tracked: Tracked, start: int, end: int) -> Tracked:
    """Give the part ``start:end`` (text offsets) of a tracked text.

    A deletion that stands exactly at a cut goes to the part before it.  Raises ValueError
    when the cut would go through the new text of an edit.
    """
    if start == 0 and end == len(tracked.text):
        return tracked
    delta = -tracked.start
    kept: list[Edit] = []
    source_start = source_end = None
    for edit in tracked.edits:
        at = edit.offset + delta
        until = at + len(edit.new)
        if at < start < until or at < end < until:
            raise ValueError("a cut goes through an edit")
        if source_start is None and (at > start or (at == start and until > at)):
            source_start = start - delta
        if source_end is None and (at > end or (at == end and until > at)):
            source_end = end - delta
            break
        if source_start is not None or (at == start == 0):
            kept.append(edit)
        delta += len(edit.new) - len(edit.old)
    if source_start is None:
        source_start = start - delta
    if source_end is None:
        source_end = end - delta
    if start == 0:
        source_start = tracked.start
    if end == len(tracked.text):
        source_end = tracked.end
    return Tracked(tracked.text[start:end], source_start, source_end, tuple(kept))


def join(first: Tracked, between: Sequence[Edit], second: Tracked) -> Tracked:
    """Put two texts together; ``between`` replaces all of the source between them.

    The edits of ``between`` must cover the gap without a hole.
    """
    middle = "".join(edit.new for edit in between)
    return Tracked(
        first.text + middle + second.text,
        first.start,
        second.end,
        (*first.edits, *between, *second.edits),
    )


def restore(edited: str, edits: Iterable[Edit], base: int = 0) -> str:
    """Undo edits (sorted by offset) on an edited text and give the source.

    ``base`` is the offset that the source begins at.

    Raises ValueError where the edited text does not have what an edit says it put there.
    """
    parts: list[str] = []
    put: list[str] = []
    position = 0
    size = len(edited)
    delta = -base
    for offset, old, new, _, _ in edits:
        at = offset + delta
        if not position <= at <= size:
            raise ValueError(f"edit at {offset} does not fit: {new!r}")
        parts += (edited[position:at], old)
        put.append(new)
        length = len(new)
        position = at + length
        delta += length - len(old)
    parts.append(edited[position:])
    source = "".join(parts)
    parts[1::2] = put  # with what the edits put there it must be the edited text: asked once
    if "".join(parts) != edited:
        raise ValueError("an edit does not fit: what it put there is not in the text")
    return source
