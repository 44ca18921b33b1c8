"""The index in parts, so that a changed chapter does not make the whole of it anew.

A part is a run of chapters. For each pair of neighbours (:mod:`hansearch.postings`) it has the
position of the first occurrence in its own stream, the code of the distances from there on, and
the position of the last; two parts' lists are joined by the one distance between them. What they
make together is what the whole stream would have made. Parts are kept in a folder beside the
doctrees, each with a digest of all that it was made from; a file that is damaged or of something
else counts for nothing.
"""

from __future__ import annotations

import pickle
from array import array
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import whole

from hansearch import postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from hansearch.records import Kept

#: About so many parts: with more, joining them takes longer than making one of them anew.
NUMBER = 48

_SUM = 16


class Lists(NamedTuple):
    """Where the pairs of a part stand in its stream."""

    length: int  # of the stream
    pairs: str  # two characters each
    firsts: array[int]  # the position of a pair's first occurrence
    codes: str  # of the distances from there on; a space between one pair's and the next one's
    lasts: array[int]  # the position of its last occurrence

    def each(self) -> Iterator[tuple[str, int, str, int]]:
        """Yield (pair, first position, code of the distances, last position)."""
        pairs = map(str.__add__, self.pairs[::2], self.pairs[1::2])
        codes = self.codes.split(" ") if self.pairs else []
        return zip(pairs, self.firsts, codes, self.lasts, strict=True)


class Part(NamedTuple):
    """What a run of chapters gives to the index."""

    lists: Lists
    rows: list[list[Any]]  # its documents, as index.js has them
    texts: list[str]  # the names of their files of text
    blocks: int  # how many
    terms: list[tuple[str, int]]  # key of a glossary term, and the number of its block in the part


def divide(documents: Mapping[str, Kept]) -> dict[str, list[str]]:
    """Return {name of a part: its docnames in book order}, in book order.

    Documents go by the numbers of their chapters, so that one more chapter leaves most parts as
    they were; the length of the runs is a power of two.
    """
    size = 1
    while size * NUMBER < len(documents):
        size *= 2
    parts: dict[str, list[str]] = {}
    for name in sorted(documents, key=lambda name: (documents[name].order, name)):
        parts.setdefault(f"{documents[name].order // size}", []).append(name)
    return parts


def lists(stream: str) -> Lists:
    """Return the lists of the part that has this stream."""
    places = postings.positions(stream)
    return Lists(
        len(stream),
        "".join(places),
        array("I", (where[0] for where in places.values())),
        " ".join(map(postings.encode_distances, places.values())),
        array("I", (where[-1] for where in places.values())),
    )


def joined(parts: Iterable[Lists]) -> dict[str, str]:
    """Return {pair: code of its positions in the stream of all ``parts`` one after the other}."""
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    begin = 0
    for part in parts:
        for pair, first, code, final in part.each():
            if pair in last:
                found[pair] += (postings.code(begin + first - last[pair] - 1), code)
            else:
                found[pair] = [postings.code(begin + first), code]
            last[pair] = begin + final
        begin += part.length
    return {pair: "".join(codes) for pair, codes in found.items()}


class Store:
    """Parts that are kept from one build to the next."""

    def __init__(self, folder: Path) -> None:
        """Keep them in ``folder``."""
        self._folder = folder

    def load(self, name: str, key: bytes) -> Part | None:
        """Return the part ``name`` if it was made from what ``key`` is the digest of."""
        try:
            content = self._path(name).read_bytes()
        except OSError:
            return None
        begin = len(key) + _SUM
        payload = content[begin:]
        if content[:begin] != key + _sum(payload):
            return None
        try:
            part: Part = pickle.loads(payload)
        except Exception:  # a class that is gone, whatever: it is made anew
            return None
        return part

    def save(self, name: str, key: bytes, part: Part) -> None:
        """Keep ``part``, whole or not at all."""
        payload = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):  # no room: it is made anew
            whole.write(self._path(name), key + _sum(payload) + payload)

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget all parts but these."""
        kept = {self._path(name).name for name in names}
        for path in self._folder.glob("*.part"):
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.part"


def _sum(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_SUM).digest()
