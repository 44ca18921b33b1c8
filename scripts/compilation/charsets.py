"""Tells a right decoding from a wrong one, by how common its characters are."""

from __future__ import annotations

import re

#: The double-byte charsets and Python's codecs for them.
CODECS = {"gb18030": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs"}
#: So many of the characters of prose are among the commonest, at least.
PROSE = 0.1
#: The hundred commonest characters of such prose, Simplified and Traditional: they tell a
#: right decoding from a wrong one, since a wrong one yields rare characters.
_COMMON = frozenset(
    "的是在和了不有一人中国大为上个我以要到这会政治党群众工作发展思想学习经济社会主建设组织干部服务员时实事动民基层"
    "問題發展黨員組織學習幹部實際經濟會議國家個為這們來對時動務領導機關進過開後從與業產區長體現點將還無樣"
    "，。、；：“”（）《》年月日第篇二三四五"
)
#: What a byte is in a character of UTF-8 of three bytes: its first (L), a later one (C), none.
_KINDS = bytes(
    ord("L" if 0xE2 <= byte <= 0xEF else "C" if 0x80 <= byte <= 0xBF else "-")
    for byte in range(256)
)
#: So many such characters in a row are no accident of another charset.
_RUN = b"LCC" * 4
#: A line of fewer characters, or of fewer different ones, says nothing of its charset.
_TELLING = 12
_DIFFERENT = 8
#: A line that reads so badly as it stands, and so well in another charset, is in the other.
_BAD, _GOOD = 0.05, 0.2


def likeness(text: str) -> float:
    """Give the share of very common characters among those that are not ASCII."""
    sample = text[:40000]
    beyond = len(sample) - len(sample.encode("ascii", "ignore"))
    return sum(map(_COMMON.__contains__, sample)) / beyond if beyond else 0.0


def is_rather(data: bytes, charset: str, other: str) -> bool:
    """Say whether most of a mixture reads as prose in ``charset`` rather than in ``other``."""
    one, two = (data[:100_000].decode(CODECS[c], "ignore") for c in (charset, other))
    return likeness(one) > likeness(two)


def foreign(data: bytes, charset: str) -> tuple[int, str] | None:
    """Find the first stretch that reads as prose in another charset only.

    ``charset`` is that of ``data`` as a whole, a double-byte one or UTF-16.  Gives the offset of
    the first byte of the stretch and its charset: nearly any bytes are some characters of the
    large sets, so that a mixture of encodings is mostly decoded without an error.
    """
    found = [at for at in (_utf8(data), _double_byte(data, charset)) if at]
    return min(found, default=None)


def _utf8(data: bytes) -> tuple[int, str] | None:
    """Find the first run of UTF-8; what is UTF-8 before it in its line is of it."""
    kinds = data.translate(_KINDS)
    start = end = 0
    while (start := kinds.find(_RUN, end)) >= 0:
        end = start + len(_RUN)
        while kinds.startswith(b"LCC", end):
            end += 3
        if likeness(data[start:end].decode("utf-8", "ignore")) >= PROSE:
            line = data.rfind(b"\n", 0, start) + 1
            try:
                data[line:start].decode("utf-8")
            except UnicodeDecodeError:
                line = start
            return _first_beyond_ascii(data, line), "utf-8"
    return None


def _double_byte(data: bytes, charset: str) -> tuple[int, str] | None:
    """Find the first line of a text in one double-byte charset that is in the other."""
    if charset not in CODECS:
        return None
    other = "big5" if charset == "gb18030" else "gb18030"
    for line in re.finditer(rb"[^\r\n]+", data):
        if len(line[0]) < 2 * _TELLING:
            continue
        if likeness(line[0].decode(CODECS[charset], "ignore")) >= _BAD:
            continue
        try:
            read = line[0].decode(CODECS[other])
        except UnicodeDecodeError:
            continue
        telling = [c for c in read if ord(c) > 127]
        enough = len(telling) >= _TELLING and len(set(telling)) >= _DIFFERENT
        if enough and likeness(read) >= _GOOD:
            return _first_beyond_ascii(data, line.start()), other
    return None


def _first_beyond_ascii(data: bytes, start: int) -> int:
    """Give the offset of the first byte from ``start`` that is not ASCII; there is one."""
    return next(at for at in range(start, len(data)) if data[at] > 127)
