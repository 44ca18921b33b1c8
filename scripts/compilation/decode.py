"""From bytes to text: charset, byte order mark, line ends, and what is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from .charsets import CODECS, PROSE, foreign, is_rather, likeness
from .problems import Code, ConversionError, Places, Problem, Severity
from .text.lazy import lazy_regex

#: Sources are books, not archives; the largest compilation met so far had 3 MB.
MAX_BYTES = 150_000_000
#: A line longer than this (characters) is no text of this kind.
MAX_LINE = 4_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "gb18030": "GB18030",
    "big5": "Big5",
    "big5-hkscs": "Big5-HKSCS",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded source.

    ``text`` has line feeds only and no byte order mark.  ``charset`` is the name of the
    encoding, ``confidence`` is from 0 to 1, ``line_ends`` lists (kind, count) in runs
    (``lf``, ``crlf``, ``cr``), so that the bytes can be rebuilt.  ``sha256`` is the checksum of
    these bytes, in hexadecimal.
    """

    text: str
    charset: str
    confidence: float
    bom: bool
    line_ends: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...] = ()
    sha256: str = ""


def decode(data: bytes, name: str = "") -> Decoded:
    """Decode a source.  ``name`` is the file named in problems.

    Raises ConversionError for what is empty, too large, binary or in no one encoding.
    """
    if not data:
        raise _refuse(Code.FILE_EMPTY, "文件是空的。", "请把原文放进这个文件。", name)
    check_size(len(data), name)
    text, charset, confidence, bom = _text(data, name)
    text, ends = _line_ends(text)
    if not text.strip():
        raise _refuse(Code.FILE_EMPTY, "文件里只有空白。", "请把原文放进这个文件。", name)
    _check_lines(text, name)
    problems = [*_odd_characters(text, name)]
    if confidence < 0.9:
        problems.append(
            Problem(
                Code.CHARSET_GUESSED,
                f"编码像是 {_NAMES[charset]}（把握 {confidence:.0%}）。",
                "如有乱码，请用 UTF-8 另存原文。",
                name,
                severity=Severity.UNCERTAIN,
            )
        )
    checksum = sha256(data).hexdigest()
    return Decoded(text, _NAMES[charset], confidence, bom, ends, tuple(problems), checksum)


def check_size(size: int, name: str) -> None:
    """Refuse a source of more than ``MAX_BYTES`` bytes (ConversionError)."""
    if size > MAX_BYTES:
        raise _refuse(
            Code.FILE_TOO_LARGE,
            f"文件有 {size / 1e6:.0f} MB，超过上限 {MAX_BYTES // 1_000_000} MB。",
            "请拆成几部书分别转换。",
            name,
        )


def _refuse(code: Code, message: str, advice: str, name: str, line: int = 0) -> ConversionError:
    return ConversionError(Problem(code, message, advice, name, line))


def _text(data: bytes, name: str) -> tuple[str, str, float, bool]:
    """Decide the charset and decode."""
    for bom, charset in _BOMS:
        if data.startswith(bom):
            try:
                text = data[len(bom) :].decode(charset)
            except UnicodeDecodeError as error:
                raise _undecodable(data, error.start + len(bom), charset, name) from None
            _check_one_encoding(data, charset, name)
            return text, charset, 1.0, True
    if charset16 := _utf16_without_bom(data):
        try:
            text = data.decode(charset16)
        except UnicodeDecodeError as error:
            raise _undecodable(data, error.start, charset16, name) from None
        _check_one_encoding(data, charset16, name)
        return text, charset16, 0.9, False
    if _is_binary(data):
        raise _refuse(
            Code.BINARY,
            "这是二进制文件，不是纯文本。",
            "请从 Word、WPS 或 PDF 里把文字另存为纯文本（.txt，UTF-8）。",
            name,
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        failed = error
    else:
        return text, "utf-8", 1.0, False
    return _double_byte(data, failed, name)


def _double_byte(
    data: bytes, failed: UnicodeDecodeError, name: str
) -> tuple[str, str, float, bool]:
    """Decide between GB18030, Big5 and Big5-HKSCS for what is not UTF-8.

    Raises ConversionError for what none of them reads, or reads as prose.
    """
    candidates: list[tuple[float, str, str]] = []
    errors: dict[str, int] = {}
    for charset, codec in CODECS.items():
        if charset == "big5-hkscs" and "big5" not in errors:
            continue  # it differs from Big5 in what few texts have: Big5 comes first
        try:
            text = data.decode(codec)
        except UnicodeDecodeError as error:
            errors[charset] = error.start
        else:
            candidates.append((likeness(text), charset, text))
    candidates.sort(reverse=True)
    # Nearly any bytes are some characters of the largest set: it must look like prose.
    if candidates and candidates[0][1] == "big5-hkscs" and candidates[0][0] < PROSE:
        del candidates[0]
    if _utf8_share(data) > 0.5:
        raise _undecodable(data, failed.start, "utf-8", name)
    if not candidates or candidates[0][0] < 0.02:
        raise _unknown(data, failed.start, errors, name)
    best, charset, text = candidates[0]
    _check_one_encoding(data, charset, name)
    second = candidates[1][0] if len(candidates) > 1 else 0.0
    confidence = min(0.99, 0.5 + (best - second) * 2 + (0.2 if len(candidates) == 1 else 0))
    return text, charset, round(max(confidence, 0.3), 2), False


def _unknown(data: bytes, start: int, errors: dict[str, int], name: str) -> ConversionError:
    """Give the error for what no encoding reads as a whole; UTF-8 reads it up to ``start``.

    It names the encoding that read the most, if that was prose; else it names none.
    """
    further = [
        charset
        for charset, end in errors.items()
        if end > start
        and likeness(data[: min(end, 100_000)].decode(CODECS[charset], "ignore")) >= PROSE
    ]
    if further:
        charset = max(further, key=lambda charset: errors[charset])
        return _undecodable(data, errors[charset], charset, name)
    return _refuse(
        Code.UNDECODABLE,
        f"认不出编码：第 {start} 字节（0x{data[start]:02X}）起不是 UTF-8，"
        "整个文件也不像 UTF-16、GB18030 或 Big5。",
        "请用编辑器打开原文，认清编码后以 UTF-8 另存。",
        name,
        data.count(b"\n", 0, start) + 1,
    )


def _utf8_share(data: bytes) -> float:
    """Give the share of the bytes above 127 that are in well-formed UTF-8 characters.

    Only those of three bytes and more are counted: others are found in any double-byte text.
    """
    sample = data[:400000]
    high = sum(byte > 127 for byte in sample)
    well = sum(len(c.encode()) for c in sample.decode("utf-8", "ignore") if ord(c) > 0x7FF)
    return well / high if high else 1.0


def _utf16_without_bom(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by where its zero bytes and line feeds stand."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, low, charset in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        han = sum(0x4E <= byte <= 0x9F or byte in (0, 0x30, 0xFF, 0x20) for byte in high)
        zeros = sum(byte == 0 and low[i] != 0 for i, byte in enumerate(high))
        if (
            zeros
            and han > len(high) * 0.9
            and not any(byte == 0 and other == 0 for byte, other in zip(high, low, strict=True))
        ):
            return charset
    return None


def _is_binary(data: bytes) -> bool:
    """Say whether bytes are no text: a known signature, or many control characters."""
    if data.startswith(
        (
            b"PK\x03\x04",
            b"%PDF",
            b"\xd0\xcf\x11\xe0",
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"\x1f\x8b",
            b"Rar!",
            b"7z\xbc\xaf",
            b"{\\rtf",
            b"\x7fELF",
            b"MZ\x90",
        )
    ):
        return True
    sample = data[:65536]
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in sample)
    return controls > 4 and controls * 50 > len(sample)


def _check_one_encoding(data: bytes, charset: str, name: str) -> None:
    """Refuse what can be decoded in ``charset``, but of which a stretch is in another."""
    found = None if charset == "utf-8" else foreign(data, charset)
    if found:
        offset, other = found
        if (charset, other) == ("gb18030", "big5") and is_rather(data, other, charset):
            # Most of it is Big5, but what is not cannot be decoded as such.
            rather = foreign(data, other)
            (offset, other), charset = (rather, other) if rather else (found, charset)
        raise _refuse(
            Code.UNDECODABLE,
            f"第 {offset} 字节（0x{data[offset]:02X}）起要按 {_NAMES[other]} 读才成文，"
            f"整个文件却是 {_NAMES[charset]}：混用了几种编码。",
            "请用编辑器打开原文，改正这一处后以 UTF-8 另存。",
            name,
            _line(data, offset, charset),
        )


def _undecodable(data: bytes, offset: int, charset: str, name: str) -> ConversionError:
    """Give the error for a byte that cannot be decoded.

    Where that is in a stretch in another encoding, or behind one, it names the stretch.
    """
    line_end = data.find(b"\n", offset)
    try:
        _check_one_encoding(data[: line_end if line_end >= 0 else len(data)], charset, name)
    except ConversionError as error:
        return error
    return _refuse(
        Code.UNDECODABLE,
        f"第 {offset} 字节（0x{data[offset]:02X}）不是有效的 {_NAMES[charset]}，"
        "可能混用了几种编码，或文件已损坏。"
        if offset < len(data)
        else f"文件在第 {offset} 字节处断开，不是完整的 {_NAMES[charset]}。",
        "请用编辑器打开原文，改正这一处后以 UTF-8 另存。",
        name,
        _line(data, offset, charset),
    )


def _line(data: bytes, offset: int, charset: str) -> int:
    """Give the number of the line of a byte."""
    before = data[:offset].decode(CODECS.get(charset, charset), "ignore")
    return len(re.findall("\r\n|\r|\n", before)) + 1


def _line_ends(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Make all line ends line feeds; give the kinds in runs."""
    if "\r" not in text:
        count = text.count("\n")
        return text, (("lf", count),) if count else ()
    if text.count("\r") == text.count("\r\n") == text.count("\n"):
        return text.replace("\r\n", "\n"), (("crlf", text.count("\n")),)
    runs: list[tuple[str, int]] = []
    for found in re.finditer("\r\n|\r|\n", text):
        kind = {"\r\n": "crlf", "\r": "cr", "\n": "lf"}[found[0]]
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + 1)
        else:
            runs.append((kind, 1))
    return re.sub("\r\n|\r", "\n", text), tuple(runs)


def encode(decoded: Decoded) -> bytes:
    """Give back the bytes of a decoded source (equal to them for every charset but Big5)."""
    parts: list[str] = []
    lines = iter(decoded.text.split("\n"))
    parts.append(next(lines))
    marks = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
    for kind, count in decoded.line_ends:
        for _ in range(count):
            parts += (marks[kind], next(lines))
    charset = next(key for key, value in _NAMES.items() if value == decoded.charset)
    bom = next(b for b, c in _BOMS if c == charset) if decoded.bom else b""
    return bom + "".join(parts).encode(CODECS.get(charset, charset))


def _check_lines(text: str, name: str) -> None:
    position = 0
    number = 1
    while len(text) - position > MAX_LINE:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if end - position > MAX_LINE:
            raise _refuse(
                Code.LINE_TOO_LONG,
                f"这一行有 {end - position} 个字符，超过上限 {MAX_LINE}。",
                "请在段落之间加上换行。",
                name,
                number,
            )
        position = end + 1
        number += 1


#: No character is in both: it would be counted twice.
_CONTROLS = lazy_regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MAYBE_ODD = lazy_regex(
    "[^\x00-\u02ff\u2000-\u206f\u20a0-\u20bf\u2100-\u23ff\u2460-\u27bf\u2e80-\u2e99\u3000-\u303f\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3220-\u33ff\u3400-\ud7a3\uf900-\ufa6d\ufe10-\ufe19\ufe30-\ufe52\uff01-\uffbe\uffe0-\uffe6\U00020000-\U0002a6df]"
)


def _odd_characters(text: str, name: str) -> list[Problem]:
    """Name control, private-use and unassigned characters, each once, with its first place."""
    found: dict[str, tuple[int, int]] = {}
    for pattern in (_CONTROLS, _MAYBE_ODD):
        for match in pattern.finditer(text):
            character = match[0]
            first, count = found.get(character, (match.start(), 0))
            found[character] = (first, count + 1)
    problems = []
    places: Places | None = None
    for character, (first, count) in sorted(found.items(), key=lambda item: item[1]):
        category = unicodedata.category(character)
        if character == "\ufffd":
            code, what = Code.REPLACEMENT_CHARACTER, "是解码失败留下的替换字符，原字已失"
        elif category == "Cc":
            code, what = Code.CONTROL_CHARACTER, "是控制字符，已去掉"
        elif category == "Co":
            code, what = Code.PRIVATE_USE, "在私用区，换台机器可能显示成别的字"
        elif category == "Cn":
            code, what = Code.UNASSIGNED, "没有分配给任何文字"
        else:
            continue
        places = places or Places(text)
        line, column = places.of(first)
        problems.append(
            Problem(
                code,
                f"字符 U+{ord(character):04X} {what}（共 {count} 处）。",
                "" if code is Code.CONTROL_CHARACTER else "请核对原稿。",
                name,
                line,
                column,
                Severity.UNCERTAIN,
            )
        )
    return problems
