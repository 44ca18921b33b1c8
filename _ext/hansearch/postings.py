"""The index proper: where in the book each pair of characters stands.

All blocks, in book order, make one stream of keys; a block's parts, and the blocks, are one
position apart. For each pair of neighbours the index has the positions of the first of the two,
ascending, as differences (the first one from -1). A part's last character stands with
:data:`END`. A phrase of n characters is the intersection of at most (n+1)/2 such lists, shifted;
a single character is the union of the lists that begin with it. So every answer is exact, and
no text is read to find it.

The code of a number: digits to the base 45, least significant first, in the printable ASCII
characters that need no escape in a JavaScript string and are no separator here; the last digit
is written with a second set of 46. Small numbers take one byte, 2,000 two, 90,000 three.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import add, sub
from typing import TYPE_CHECKING

from hansearch.fold import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Stands for "nothing more in this part" as the second of a pair; no key contains it.
END = "."

#: Escaped in a string, or a separator: a space parts the pairs of a shard, a bar the characters.
_RESERVED = '"\\ |'
_PRINTABLE = [chr(code) for code in range(0x20, 0x7F) if chr(code) not in _RESERVED]
_MORE, _LAST = _PRINTABLE[:45], _PRINTABLE[45:]


class _Codes(dict[int, str]):
    """{number ≥ 0: its code}, worked out once a number; the large ones each time, from smaller."""

    def __missing__(self, number: int) -> str:
        rest, digit = divmod(number - len(_LAST), len(_MORE))
        code = _MORE[digit] + self[rest]
        if number < 1 << 16:
            self[number] = code
        return code


_CODES = _Codes(enumerate(_LAST))


def code(number: int) -> str:
    """Return the code of ``number`` (≥ 0)."""
    return _CODES[number]


def encode(numbers: Iterable[int]) -> str:
    """Return the codes of ``numbers`` (each ≥ 0), one after the other."""
    return "".join(map(_CODES.__getitem__, numbers))


def decode(codes: str) -> list[int]:
    """Return the numbers that :func:`encode` was given."""
    numbers, number, weight = [], 0, 1
    for character in codes:
        if character in _MORE:
            number += _MORE.index(character) * weight + len(_LAST) * weight
            weight *= len(_MORE)
        else:
            numbers.append(number + _LAST.index(character) * weight)
            number, weight = 0, 1
    return numbers


def stream(keys: Iterable[str]) -> str:
    """Return the keys of all blocks as the stream that positions count in."""
    return "".join(chain.from_iterable((key, SEPARATOR) for key in keys))


def positions(text: str) -> dict[str, list[int]]:
    """Return {pair: its positions in the stream ``text``, ascending}."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, pair in enumerate(map(add, text, text[1:])):
        found[pair].append(position)
    places: dict[str, list[int]] = {}
    for pair, where in found.items():
        if pair[1] == SEPARATOR:
            if pair[0] != SEPARATOR:
                places[pair[0] + END] = where
        elif pair[0] != SEPARATOR:
            places[pair] = where
    return places


def encode_distances(where: list[int]) -> str:
    """Return the code of ascending positions after the first: each as its distance, less 1."""
    return encode(map(sub, where[1:], map((1).__add__, where)))


def shards(lists: Mapping[str, str], limit: int) -> Iterator[tuple[str, str]]:
    """Yield (first pair, content) of consecutive shards, pairs in the order of code points.

    ``lists``: {pair: the code of its positions}. A shard holds up to ``limit`` characters, more
    only where one pair's list alone is longer. Its content: groups joined by ``|``, each a first
    character followed by entries joined by a space, each a second character and the code of the
    positions.
    """
    content: list[str] = []
    first, character, size = "", "", 0
    for pair in sorted(lists):
        entry = pair[1] + lists[pair]
        if content and size + len(entry) > limit:
            yield first, "".join(content)
            first, content, size, character = "", [], 0, ""
        if pair[0] == character:
            content.append(" ")
        else:
            content.append(f"|{pair[0]}" if content else pair[0])
            character = pair[0]
        content.append(entry)
        first = first or pair
        size += len(entry) + 1
    if content:
        yield first, "".join(content)
