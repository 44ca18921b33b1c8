"""Makes text into MyST that says exactly that text, and YAML that holds exactly that value."""

from __future__ import annotations

import json
import re

from ..text.lazy import lazy_regex

# Every ASCII punctuation character may be escaped with a backslash (CommonMark 0.31, 2.4).
_MARKUP = lazy_regex(r"""[\\`*_{}\[\]()<>#+\-.!|~$^&:=@'"%/;,?]""")
#: Those of them that nothing in MyST as it is set up here reads as markup in mid-text.
_HARMLESS = frozenset(".,;?!%/()'\"-+=:@")
# An entity, a rule of dashes, a table bar, a smart quote or an autolink needs these too.
_RISKY = lazy_regex(r"--|\.\.\.|\+-|\(c\)|\(r\)|\(tm\)|://|www\.|@|:::", re.IGNORECASE)


#: Where none of these stands, nor a blank or digit at an end, text is what it says.
_SPECIAL = lazy_regex(r"[!-/:-@\[-`{-~\n\r]")


# What in no place of a text says anything but itself is not here.  All white space is written out:
# a class with \s in it is asked three times as long.
_ANYWHERE = lazy_regex(
    "[!-/:-@\\[-`{-~\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)


def has_markup(value: str) -> bool:
    """Say whether some part of a text, wherever it is cut, may have to be escaped."""
    return _ANYWHERE.search(value) is not None


#: What no role can hold, in it or at its ends.
_NO_ROLE = lazy_regex(r"[`<>\\\n]|\A[!~ ]| \Z")


def text(value: str, start: bool = True) -> str:
    """Escape plain text for the inside of a paragraph.

    ``start`` says that the text begins its line, where more characters are markup.  Line
    feeds become blanks: a paragraph is one line.
    """
    first, last = value[:1], value[-1:]
    ends = first.isspace() or first.isdecimal() or last.isspace()
    if not ends and not _SPECIAL.search(value):
        return value
    value = value.replace("\n", " ").replace("\r", " ")
    risky = _RISKY.search(value) is not None

    def escape(found: re.Match[str]) -> str:
        character = found[0]
        if character in _HARMLESS and not risky and not (start and found.start() < 11):
            return character
        return "\\" + character

    escaped = _MARKUP.sub(escape, value)
    if escaped[0].isspace():
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    if escaped[-1].isspace():
        escaped = f"{escaped[:-1]}&#{ord(escaped[-1])};"
    return escaped


def role(value: str) -> str | None:
    """Give text for the inside of a role's backticks, or None where it cannot stand there.

    What stands in a code span is literal; ``<`` and a leading ``!`` or ``~`` would be read by
    the role, and a backtick would end the span.
    """
    return value if value and not _NO_ROLE.search(value) else None


#: What a role that keeps a text as it is need not hold: no script changes it.
_NO_LETTERS = lazy_regex(r"([\s`\\]+)")


def verbatim(value: str) -> str:
    """Give text that every edition prints as it is: a role around all but blanks and backticks."""
    parts = _NO_LETTERS.split(value)
    return "".join(
        text(part, False) if number % 2 else f"{{verbatim}}`{part}`"
        for number, part in enumerate(parts)
        if part
    )


#: What a text quotes, with the marks around it, in a book of either script.
_QUOTED = lazy_regex("(?<=[“「])([^“”「」]+)(?=[”」])")


def quoting(value: str) -> str:
    """Give text of which every edition prints what it quotes as it is, and converts the rest."""
    parts = _QUOTED.split(value)
    return "".join(
        verbatim(part) if number % 2 else text(part, False)
        for number, part in enumerate(parts)
        if part
    )


_WORD = lazy_regex(r"[\u4e00-\u9fff\u3400-\u4dbf]+")
_UNSAFE = lazy_regex("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(value: str) -> str:
    """Give a YAML (and JSON) double-quoted scalar, or the plain word where that is safe."""
    if _WORD.fullmatch(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)
