"""Where a line of text may break, and may not, beyond what Typst knows of Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typstpdf.output import Words

if TYPE_CHECKING:
    from typstpdf.output import Piece

_FIGURE = r"\d+(?:[.,:：/]\d+)*[%％‰℃°]?"
_UNIT = "[年月日页頁条條]"
#: What stands together: figures that a sign joins (8:00—17:30, 5～8月), a number and its unit
#: (14日); elsewhere the sign and what is before it, as it begins no line (GB/T 15834). Then a per
#: cent sign before a Han character, and a long run without a space, such as an address.
_MARKED = re.compile(
    rf"(?P<counted>(?<![\d.]){_FIGURE}{_UNIT}?[～~—–]{_FIGURE}{_UNIT}?"
    rf"|(?<![\d.])\d{{1,9}}(?:\.\d{{1,9}})?{_UNIT})"
    r"|(?P<joined>[^\s—～](?:～|—(?!—)))"
    r"|%(?=(?P<han>[\u3400-\u9fff]))"
    r"|(?P<address>(?<![!-~])[!-~]{13,})"
    r"|(?P<long>[\u00a1-\u024f\u0370-\u052f!-~]{31,})"
)
#: After these an address may be broken.
_JOINT = re.compile(r"(?<=[@._/=&?-])(?=[0-9A-Za-z])")
#: Characters without a sign that a line has room for, on any paper.
UNBROKEN = 30
_RUN = re.compile(r"[\u00a1-\u024f\u0370-\u052f!-~]{31,}")
#: No line begins with these: nor with a box that has one.
_CLOSING = frozenset("，。、；：！？）》〉」』】〕”’…·％%,.;:!?)]}")


def pieces(text: str) -> list[Piece]:
    """Return ``text`` with calls where it needs them; put together, the words are ``text``.

    A number is not parted from its unit, nor from another that a sign joins to it. After a per cent
    sign stands no space, as the dictionary publishers print it. An address breaks after its signs;
    Typst does so where it begins with ``https://``. What has none breaks anywhere, rather than run
    off the paper.
    """
    out: list[Piece] = []
    end = 0
    for found in _MARKED.finditer(text):
        address = found["address"] or found["long"]
        if address and "://" in address and not _endless(address):
            continue
        out.append(Words(text[end : found.start()]))
        end = found.end()
        if counted := found["counted"]:
            after_han = _han(text[found.start() - 1 : found.start()])
            before_han = counted[-1].isascii() and _han(text[end : end + 1])
            flags = f"{str(after_han).lower()}, {str(before_han).lower()}"
            out += [f"#counted({flags})[", Words(counted), "]"]
        elif joined := found["joined"]:
            if joined[0] in _CLOSING:
                out += [Words(joined[0]), "#sym.wj", Words(joined[1])]
            else:
                out += ["#whole[", Words(joined), "]"]
        elif address:
            first, *others = _parts(address)
            out.append(Words(first))
            for part in others:
                out += ["#joint", Words(part)]
        else:
            out += [Words("%"), "#joint"]
    out.append(Words(text[end:]))
    return [piece for piece in out if not isinstance(piece, Words) or piece.text]


def endless(text: str) -> bool:
    """Say whether ``text`` has a run without a sign that no line has room for."""
    return any(_endless(run[0]) for run in _RUN.finditer(text))


def _han(character: str) -> bool:
    return character.isalpha() and not character.isascii()


def _parts(address: str) -> list[str]:
    """Return what stays together of a long run."""
    found: list[str] = []
    for part in _JOINT.split(address):
        found += part if len(part) > UNBROKEN else [part]
    return found


def _endless(address: str) -> bool:
    return any(len(part) > UNBROKEN for part in _JOINT.split(address))
