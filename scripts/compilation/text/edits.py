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
from operator import attrgetter

from ..model import Edit

#: Makes an edit of a tuple of its fields, in half the time that its own constructor takes.
_EDIT = partial(tuple.__new__, Edit)
_RULE = attrgetter("rule")


class _Lazy(Collection[Edit]):
    """What looks like a tuple of its edits to all that do not know better."""

    __slots__ = ()

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

    def whole(self) -> Edit:
        """Give all as one edit, which undoes them too."""
        return _EDIT((self.offset, self.old, self.new, self.rule, ""))


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
            if isinstance(part, Exchange):
                result.append(part.whole())
            else:
                result += part
        return result

    def rules(self) -> Counter[str]:
        """Count the edits by their rules, those that come first in the source before others."""
        counts: Counter[str] = Counter()
        for part in self._parts:
            if isinstance(part, Exchange):
                counts[part.rule] += part.size
            else:
                counts.update(map(_RULE, part))
        return counts


def whole(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Give edits, as few of them as undo what they did."""
    return edits.whole() if isinstance(edits, Edits) else edits


def rules(edits: Iterable[Edit]) -> Counter[str]:
    """Count edits by their rules."""
    return edits.rules() if isinstance(edits, Edits) else Counter(map(_RULE, edits))
