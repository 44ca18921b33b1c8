"""Edits that are told apart only when somebody asks for each.

Most edits of a book put one character in the place of another, some twenty in a paragraph.  The
proof that nothing is lost needs but the paragraph before them and behind them, and the report how
many there are; so a paragraph keeps those two texts, and makes its edits when they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter, itemgetter

from ..model import Edit

#: Makes an edit of a tuple of its fields, in half the time that its own constructor takes.
_EDIT = partial(tuple.__new__, Edit)
_RULE = attrgetter("rule")
_OFFSET = itemgetter(0)


class _Lazy:
    """What looks like a tuple of its edits to all that do not know better.

    It is a collection by what it has, not by its class: to ask whether something is of a class
    that derives from an abstract one takes ten times as long.
    """

    __slots__ = ()

    def __len__(self) -> int:
        """Give how many edits there are."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Edit]:
        """Give the edits in the order of the source."""
        raise NotImplementedError

    def __contains__(self, item: object) -> bool:
        """Say whether an edit is among them."""
        return item in tuple(self)

    def __eq__(self, other: object) -> bool:
        """Compare the edits one by one."""
        return isinstance(other, tuple | _Lazy) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as that of a list: nobody asks for it

    def __repr__(self) -> str:
        """Show the edits as their tuple would."""
        return repr(tuple(self))

    def whole(self) -> Collection[Edit]:
        """Give the edits, as few of them as undo what they did."""
        return tuple(self)

    def count(self, counts: Counter[str]) -> None:
        """Add to each rule how many edits are of it."""
        counts.update(map(_RULE, self))


class Exchange(_Lazy):
    """Edits of one rule that exchange single characters: ``old`` at ``offset`` became ``new``.

    The two are of the same length; where they differ there is an edit, ``size`` in all.
    """

    __slots__ = ("new", "offset", "old", "rule", "size")

    def __init__(self, offset: int, old: str, new: str, rule: str, size: int) -> None:
        """Keep what is given; ``size`` is above 0."""
        self.offset = offset
        self.old = old
        self.new = new
        self.rule = rule
        self.size = size

    def __len__(self) -> int:
        """Give how many edits there are."""
        return self.size

    def __iter__(self) -> Iterator[Edit]:
        """Give the edits in the order of the source."""
        rule = self.rule
        for at, (one, other) in enumerate(zip(self.old, self.new, strict=True), self.offset):
            if one != other:
                yield _EDIT((at, one, other, rule, ""))

    def whole(self) -> tuple[Edit, ...]:
        """Give all as one edit, which undoes them too."""
        return (self.part(0, len(self.old)),)

    def part(self, start: int, end: int) -> Edit:
        """Give what it did in a part of the text (offsets in it) as one edit."""
        return _EDIT((self.offset + start, self.old[start:end], self.new[start:end], self.rule, ""))

    def count(self, counts: Counter[str]) -> None:
        """Add to the rule how many edits there are."""
        counts[self.rule] += self.size


class Between(_Lazy):
    """The edits of an exchange and others that stand between them and touch none."""

    __slots__ = ("_exchange", "_others")

    def __init__(self, exchange: Exchange, others: Sequence[Edit]) -> None:
        """Keep what is given; ``others`` are in the order of the source."""
        self._exchange = exchange
        self._others = others

    def __len__(self) -> int:
        """Give how many edits there are."""
        return self._exchange.size + len(self._others)

    def __iter__(self) -> Iterator[Edit]:
        """Give the edits in the order of the source; an insertion stands before what it is at."""
        return iter(sorted([*self._others, *self._exchange], key=_OFFSET))

    def whole(self) -> list[Edit]:
        """Give the edits, those of the exchange between two others as one."""
        exchange = self._exchange
        result: list[Edit] = []
        position = 0
        for edit in self._others:
            start = edit.offset - exchange.offset
            result += (exchange.part(position, start), edit)
            position = start + len(edit.old)
        result.append(exchange.part(position, len(exchange.old)))
        return result

    def count(self, counts: Counter[str]) -> None:
        """Add to each rule how many edits are of it."""
        self._exchange.count(counts)
        counts.update(map(_RULE, self._others))


class Edits(_Lazy):
    """The edits of a stretch in order, put together of those of its pieces and between them."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[Collection[Edit]]) -> None:
        """Keep the parts, each a tuple or list of edits, or an exchange."""
        self._parts = parts

    def __len__(self) -> int:
        """Give how many edits there are."""
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Edit]:
        """Give the edits in the order of the source."""
        return chain.from_iterable(self._parts)

    def whole(self) -> list[Edit]:
        """Give the edits, those of an exchange as one."""
        result: list[Edit] = []
        for part in self._parts:
            result += part.whole() if isinstance(part, _Lazy) else part
        return result

    def count(self, counts: Counter[str]) -> None:
        """Add to each rule how many edits are of it."""
        plain: list[Collection[Edit]] = []
        for part in self._parts:
            if isinstance(part, _Lazy):
                part.count(counts)
            else:
                plain.append(part)
        counts.update(map(_RULE, chain.from_iterable(plain)))


def whole(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Give edits, as few of them as undo what they did."""
    return edits.whole() if isinstance(edits, _Lazy) else edits


def rules(edits: Iterable[Edit]) -> Counter[str]:
    """Count edits by their rules."""
    counts: Counter[str] = Counter()
    if isinstance(edits, _Lazy):
        edits.count(counts)
    else:
        counts.update(map(_RULE, edits))
    return counts
