"""Where a line of text may break, and may not, beyond what Typst knows of Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typstpdf.output import Words

if TYPE_CHECKING:
    from typstpdf.output import Piece

#: A number and its unit (14日, 5页), a per cent sign before a Han character, and a long run
#: without a space, such as an address of e-mail.
_MARKED = re.compile(
    r"(?P<counted>\d+(?:\.\d+)?[年月日页頁条條])|%(?=(?P<han>[\u3400-\u9fff]))"
    r"|(?P<address>(?<![!-~])[!-~]{13,})"
)
#: After these an address may be broken.
_JOINT = re.compile(r"(?<=[@._/=&?-])(?=[0-9A-Za-z])")


def pieces(text: str) -> list[Piece]:
    """Return ``text`` with calls where it needs them; put together, the words are ``text``.

    A number is not parted from its unit. After a per cent sign stands no space, as the dictionary
    publishers print it. An address breaks after its signs; Typst does so where it begins with
    ``https://``.
    """
    out: list[Piece] = []
    end = 0
    for found in _MARKED.finditer(text):
        if found["address"] and "://" in found["address"]:
            continue
        out.append(Words(text[end : found.start()]))
        end = found.end()
        if found["counted"]:
            after_han = found.start() > 0 and text[found.start() - 1].isalpha()
            out += [f"#counted({str(after_han).lower()})[", Words(found["counted"]), "]"]
        elif found["address"]:
            first, *others = _JOINT.split(found["address"])
            out.append(Words(first))
            for part in others:
                out += ["#joint", Words(part)]
        else:
            out += [Words("%"), "#joint"]
    out.append(Words(text[end:]))
    return [piece for piece in out if not isinstance(piece, Words) or piece.text]
