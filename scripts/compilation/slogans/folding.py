"""Traditional text seen as Simplified, one character for one, so that offsets hold.

Only for recognising words of the register (個 as 个, 機制 as 机制); what is reported is the text
itself. Good conversion looks at phrases and is the business of the editions.
"""

from __future__ import annotations

from functools import cache

from opencc import OpenCC


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


class _Table(dict[int, str]):
    """A table for str.translate that fills itself, character by character."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        simple: str = sign if code < 0x2E80 else _converter().convert(sign)
        self[code] = simple if len(simple) == 1 else sign
        return self[code]


_TABLE = _Table()


def simplified(text: str) -> str:
    """Give `text` with each Traditional character replaced by its Simplified form."""
    return text.translate(_TABLE)
