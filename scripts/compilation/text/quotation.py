"""Straight quotation marks of Chinese text: which opens, which closes.

GB/T 15834—2011 knows “ ” and ‘ ’; typewriters and old web pages give " and ' for both.  A mark
is told by its partner: marks of one paragraph open and close by turns.  A paragraph with an odd
number of them is left as it is, for the proof-reader: which one is lacking can't be known.

Where a paragraph has 「 」 of its own, as Traditional texts do, the others become such too, and
『 』 within them.
"""

from __future__ import annotations

from .lazy import lazy_regex
from .signs import ANY_HAN
from .tracking import Change

_PAIRS = {'"': "“”", "'": "‘’"}
_OUTER, _INNER = "「」", "『』"
# Beside a Chinese quotation stands Chinese text, a mark, a digit, or nothing; letters and the
# signs of markup and code do not.
_FOREIGN = lazy_regex(r"[A-Za-z=<>/\\{}\[\]#$&`|]")


def changes(text: str, fixed: list[tuple[int, int]]) -> list[Change]:
    """Give the edits that make straight quotation marks curled.

    ``text`` is one paragraph, heading or title; ``fixed`` are its spans (start, end in
    characters) that look like markup and are not touched.  Offsets of the edits are in
    characters of ``text``, in rising order.
    """
    if '"' not in text and "'" not in text:
        return []
    found: list[Change] = []
    for mark, pair in _PAIRS.items():
        if mark not in text:
            continue
        places = [
            i for i, c in enumerate(text) if c == mark and not any(a <= i < b for a, b in fixed)
        ]
        if len(places) % 2:
            continue
        for start, end in zip(places[::2], places[1::2], strict=True):
            if _is_quotation(text, start, end):
                signs = pair if _OUTER[0] not in text else _corners(text, mark, start)
                found.append(Change(start, start + 1, signs[0], "quotation-marks"))
                found.append(Change(end, end + 1, signs[1], "quotation-marks"))
    return sorted(found)


def _corners(text: str, mark: str, start: int) -> str:
    """Give the pair that a straight mark at ``start`` is in a text with 「 」."""
    within = text.count(_OUTER[0], 0, start) > text.count(_OUTER[1], 0, start)
    return _INNER if within or mark == "'" else _OUTER


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Say whether the marks at ``start`` and ``end`` enclose something in Chinese text."""
    inner = text[start + 1 : end]
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    if not inner.strip() or _FOREIGN.match(before) or _FOREIGN.match(after):
        return False
    if before.isdigit() and inner[-1].isdigit():  # inches, minutes of arc
        return False
    return bool(ANY_HAN.search(inner) or ANY_HAN.match(before) or ANY_HAN.match(after))
