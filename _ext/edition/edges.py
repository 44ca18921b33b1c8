"""With which characters a pattern of the register list can begin and end.

Most rules of a character are ruled out by its two neighbours, which is much cheaper to see than to
compile a pattern and try it. The patterns use a part of Python's syntax only (groups, classes,
looking around, repetition); of what is not known here, anything is taken to be possible.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

#: A piece of a pattern: a group of plain words, what opens another group, a class, an escape, how
#: often, or a character.
_TOKEN = re.compile(
    r"\(\?:[^][()\\.^$?*+{}]+\)|\(\?(?:<?[=!]|:)|\[\^?[^]]*\]|\\.|\{[^{}]*\}|.", re.DOTALL
)

#: The widest range of a class that is written out ([0-9], not [一-鿿]).
_WIDEST = 64

#: Stands for the end of a run where a pattern asks for it.
END = ""

#: Characters that can stand at an edge, END among them; ``None``: any.
Characters = frozenset[str] | None

_NONE: frozenset[str] = frozenset()


class Edges(NamedTuple):
    """What a pattern, or part of one, can begin and end with."""

    first: Characters
    last: Characters
    #: Whether it can be nothing, seen from its left and from its right: ``$`` is the end of a run
    #: for what stands before it, and nothing for what comes behind.
    left_open: bool
    right_open: bool


_NOTHING = Edges(_NONE, _NONE, left_open=True, right_open=True)
_ANY = Edges(None, None, left_open=False, right_open=False)
_ANCHORS = {
    "$": Edges(frozenset({END}), _NONE, left_open=False, right_open=True),
    "^": Edges(_NONE, frozenset({END}), left_open=True, right_open=False),
}


@cache
def edges(pattern: str) -> tuple[Characters, Characters]:
    """Return the characters that a match of *pattern* can begin and end with.

    ``None`` where any can, or where nothing at all need be there.
    """
    found, _ = _either(_TOKEN.findall(pattern), 0)
    return None if found.left_open else found.first, None if found.right_open else found.last


def _either(tokens: list[str], at: int) -> tuple[Edges, int]:
    """Read alternatives from *at* to the end of their group; return the place behind it too."""
    whole: Edges | None = None
    row = _NOTHING
    while at < len(tokens) and tokens[at] != ")":
        if tokens[at] == "|":
            whole, row = _or(whole, row), _NOTHING
            at += 1
        else:
            part, at = _part(tokens, at)
            row = _then(row, part)
    return _or(whole, row), at + 1


def _part(tokens: list[str], at: int) -> tuple[Edges, int]:
    """Read what stands at *at*, with how often it may come."""
    token = tokens[at]
    if token[0] == "(" and token[-1] == ")":
        part, at = _words(token[3:-1].split("|")), at + 1
    elif token[0] == "(":
        part, at = _either(tokens, at + 1)
        if token not in ("(?:", "("):  # a look around takes no character
            part = _NOTHING
    else:
        part, at = _one(token), at + 1
    if at < len(tokens) and (tokens[at] in "?*+" or tokens[at][0] == "{"):
        if tokens[at] in "?*" or tokens[at].startswith(("{0", "{,")):
            part = part._replace(left_open=True, right_open=True)
        at += 1
    return part, at


def _words(words: list[str]) -> Edges:
    """Return the edges of alternatives without any syntax."""
    empty = "" in words
    first = frozenset([word[:1] for word in words])
    last = frozenset([word[-1:] for word in words])
    return Edges(first, last, empty, empty)


def _one(token: str) -> Edges:
    """Return the edges of a character, a class or an anchor."""
    if token in _ANCHORS:
        return _ANCHORS[token]
    found = _members(token[1:-1]) if token[0] == "[" else frozenset(token)
    if token == "." or token[0] == "\\" or found is None:
        return _ANY
    return Edges(found, found, left_open=False, right_open=False)


def _members(inside: str) -> Characters:
    """Return the characters of a class, or ``None`` if they are too many to list."""
    if inside.startswith("^") or "\\" in inside:
        return None
    found = set(re.sub(".-.", "", inside))
    for start, end in re.findall("(.)-(.)", inside):
        if ord(end) - ord(start) > _WIDEST:
            return None
        found.update(map(chr, range(ord(start), ord(end) + 1)))
    return frozenset(found)


def _or(one: Edges | None, other: Edges) -> Edges:
    if one is None:
        return other
    return Edges(
        _together(one.first, other.first),
        _together(one.last, other.last),
        one.left_open or other.left_open,
        one.right_open or other.right_open,
    )


def _then(one: Edges, other: Edges) -> Edges:
    return Edges(
        _together(one.first, other.first) if one.left_open else one.first,
        _together(one.last, other.last) if other.right_open else other.last,
        one.left_open and other.left_open,
        one.right_open and other.right_open,
    )


def _together(one: Characters, other: Characters) -> Characters:
    return None if one is None or other is None else one | other
