"""Pinyin of a term: computed by pypinyin, corrected by the editor, turned into an ASCII id."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

_NUMERALS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))

_CITED = {"一": "yī", "不": "bù"}
_TONES = "\u0304\u0301\u030c\u0300"  # combining macron, acute, caron, grave: tones 1 to 4


def is_han(sign: str) -> bool:
    """Whether `sign` is a Han character (any plane), 〇 included."""
    return sign == "〇" or unicodedata.name(sign, "").startswith("CJK")


def spoken(term: str) -> str:
    """What of `term` is pronounced: Han characters and letters, digits as Chinese numerals."""
    return "".join(
        _NUMERALS.get(sign, sign)
        for sign in term
        if is_han(sign) or (sign.isascii() and sign.isalnum())
    )


def compute(term: str) -> str:
    """Pinyin with tone marks, one space between syllables: 三会一课 → ``sān huì yī kè``.

    一 and 不 keep their own tones, as dictionaries print them: pypinyin's phrases have some of
    them with the tone that they take in speech.
    """
    signs = spoken(term)
    syllables = lazy_pinyin(signs, style=Style.TONE)
    if len(syllables) == len(signs):
        pairs = zip(signs, syllables, strict=True)
        syllables = [_CITED.get(sign, syllable) for sign, syllable in pairs]
    return " ".join(syllables)


def toneless(syllable: str) -> str:
    """Drop the tone mark: ``lǜ`` → ``lü``. Other marks stay."""
    plain = "".join(s for s in unicodedata.normalize("NFD", syllable.lower()) if s not in _TONES)
    return unicodedata.normalize("NFC", plain)


def slug(reading: str) -> str:
    """ASCII id of an entry from its pinyin: ``sān huì yī kè`` → ``slogan-san-hui-yi-ke``."""
    syllables = (toneless(syllable).replace("ü", "v") for syllable in reading.split())
    ascii_only = ("".join(s for s in one if s.isascii() and s.isalnum()) for one in syllables)
    return "-".join(("slogan", *filter(None, ascii_only)))


def sort_key(reading: str) -> tuple[tuple[str, str], ...]:
    """Dictionary order: syllable by syllable, in each its letters first, then its tone.

    Tones go 1, 2, 3, 4, neutral, as in 《现代汉语词典》.
    """
    return tuple((toneless(one).replace("ü", "v"), _tone(one)) for one in reading.split())


def _tone(syllable: str) -> str:
    marks = unicodedata.normalize("NFD", syllable)
    return next((str(n) for n, sign in enumerate(_TONES, 1) if sign in marks), "5")


@lru_cache(maxsize=4096)
def readings(sign: str) -> frozenset[str]:
    """All readings pypinyin knows for one Han character, with tone marks."""
    return frozenset(pinyin(sign, style=Style.TONE, heteronym=True)[0])


def misread(term: str, reading: str) -> str | None:
    """Say in Chinese why `reading` cannot be the pinyin of `term`; None when it can."""
    signs = spoken(term)
    if not all(map(is_han, signs)):
        return None  # Latin letters have no syllables to compare
    syllables = reading.split()
    if len(syllables) != len(signs):
        return f"“{term}”有 {len(signs)} 个字，拼音有 {len(syllables)} 个音节"
    for sign, syllable in zip(signs, syllables, strict=True):
        known = readings(sign)
        if syllable.lower() not in known and syllable.lower() not in map(toneless, known):
            return f"“{syllable}”不是“{sign}”的读音（{'、'.join(sorted(known))}）"
    return None
