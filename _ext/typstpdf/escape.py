"""Text and data as Typst source: the one place where anything is escaped for Typst.

Text never meets Typst's markup: it goes out as a string literal in code mode (``#"…"``), where
only the backslash and the quotation mark mean anything. No smart quotes, no dashes made of
hyphens, no lists, links or comments can arise from it (Typst reference, "Strings" and "Text").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

#: Line ends and tabs: white space to a reader, so a space to the typesetter.
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")

#: Control characters (Unicode category Cc) that are no white space, surrogates (Cs), and the
#: noncharacters (Unicode 15, chapter 23): U+FDD0 to U+FDEF and the last two of each plane.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def unprintable(text: str) -> str | None:
    """Return the first character of ``text`` that no page can show, or ``None``.

    Those are the control characters other than white space, lone surrogates and the
    noncharacters.
    """
    found = _UNPRINTABLE.search(text)
    return found.group() if found else None


def string(text: str) -> str:
    """Return ``text`` as a Typst string literal, quotation marks included.

    Raises :class:`ValueError` for a character that :func:`unprintable` names; callers that know
    the place check first and say it.
    """
    bad = unprintable(text)
    if bad is not None:
        raise ValueError(f"U+{ord(bad):04X}")
    clean = text.translate(_SPACES).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{clean}"'


def value(data: object) -> str:
    """Return plain data (``None``, bool, int, str, sequences, mappings) as a Typst expression.

    Raises :class:`TypeError` for anything else.
    """
    if data is None:
        return "none"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int):
        return str(data)
    if isinstance(data, str):
        return string(data)
    if isinstance(data, Mapping):
        pairs = ", ".join(f"{string(str(key))}: {value(item)}" for key, item in data.items())
        return f"({pairs})" if pairs else "(:)"
    if isinstance(data, Sequence):
        return "(" + "".join(f"{value(item)}, " for item in data).rstrip(" ") + ")"
    raise TypeError(f"no Typst form for {type(data).__name__}")
