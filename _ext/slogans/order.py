"""The order of entries: by pinyin, or by strokes.

By pinyin as 《现代汉语词典》 does it: character by character, first the syllable's letters, then
its tone (the neutral tone last), then the strokes of the character. ``ü`` comes after ``u``.
By strokes as Traditional dictionaries do it: character by character, first the number of
strokes, then the radical. Unicode puts the characters of one radical together, in the order of
the Kangxi dictionary, so the code point stands for the radical.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import interface

from slogans.model import Entry

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

#: Combining marks of the four tones.
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_DIAERESIS = "\u0308"
#: Before every letter and every count: what has no reading, no strokes.
_OTHER = "#"

SortKey = tuple[tuple[str | int, ...], ...]


class IndexGroup(NamedTuple):
    """The entries under one letter or one number of strokes."""

    #: What the group is headed: ``S``; ``三畫``; or a word for all that has neither.
    heading: str
    entries: tuple[Entry, ...]


def syllable(text: str) -> tuple[str, int]:
    """Split a syllable with its tone mark: ``lǜ`` gives ``("lv", 4)``, ``ge`` gives ``("ge", 5)``.

    ``v`` stands for ``ü``: it sorts right after ``u``.
    """
    letters: list[str] = []
    tone = _NEUTRAL
    for mark in unicodedata.normalize("NFD", text.casefold()):
        if mark in _TONES:
            tone = _TONES[mark]
        elif mark == _DIAERESIS and letters:
            letters[-1] = "v"
        elif mark.isalpha():
            letters.append(mark)
    return "".join(letters), tone


def pinyin_of(entry: Entry) -> list[str]:
    """Return the syllables of an entry: the editor's, else the computed ones.

    The editor's come first because a computed reading can be wrong: pypinyin reads 长效机制 as
    zhǎng.
    """
    if entry.pinyin:
        return entry.pinyin.replace("-", " ").replace("'", " ").replace("’", " ").split()
    from pypinyin import Style, lazy_pinyin  # half a second to load, and hardly ever needed

    return list(lazy_pinyin(_characters(entry.key), style=Style.TONE))


def _characters(term: str) -> str:
    """Return the characters of ``term`` that are read aloud: no quotation marks, no dots."""
    return "".join(c for c in term if c.isalnum())


def pinyin_key(entry: Entry) -> SortKey:
    """Return what sorts ``entry`` by pinyin."""
    syllables = [syllable(s) for s in pinyin_of(entry)]
    characters = _characters(entry.term)
    if len(characters) != len(syllables):
        return tuple((letters, tone) for letters, tone in syllables)
    return tuple(
        (letters, tone, strokes(c), c)
        for (letters, tone), c in zip(syllables, characters, strict=True)
    )


def stroke_key(entry: Entry, edition: str) -> SortKey:
    """Return what sorts ``entry`` by strokes, characters of no known count first."""
    return text_key(entry.term, edition)


def text_key(text: str, edition: str) -> SortKey:
    """Return what sorts any text as the entries are sorted in ``edition``; marks do not count.

    What has no reading or no strokes (figures, letters) comes first.
    """
    characters = _characters(text)
    if edition.startswith("zh-Hant"):
        return tuple((strokes(c, edition), c) for c in characters)
    from pypinyin import Style, lazy_pinyin  # half a second to load; only a printed book needs it

    # One reading a character, also where it has none: then the key says only which it is.
    readings = lazy_pinyin(characters, style=Style.TONE, errors=_each)
    return tuple(
        (*syllable(reading if reading != c else ""), strokes(c), c)
        for c, reading in zip(characters, readings, strict=True)
    )


def _each(characters: str) -> Any:
    """Give every character for itself (pypinyin takes a list too, but its types do not say so)."""
    return list(characters)


def _lines(name: str) -> list[str]:
    text = resources.files("slogans").joinpath(f"data/{name}").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def _stroke_table(edition: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in _lines("strokes.txt"):
        count, characters = line.split(" ", 1)
        table.update(dict.fromkeys(characters, int(count)))
    for line in _lines("strokes-regions.txt"):
        region, count, characters = line.split(" ", 2)
        if region == edition:
            table.update(dict.fromkeys(characters, int(count)))
    return table


def strokes(character: str, edition: str = "zh-Hans") -> int:
    """Return the number of strokes of a Han character in ``edition``, ``0`` for any other.

    Unihan's kTotalStrokes, but 《通用规范汉字表》 in the mainland, and in Taiwan the radicals as
    the Ministry of Education writes them: 艸 on top is four strokes there, three elsewhere. How
    far that reaches: scripts/derive_strokes.py.
    """
    return _stroke_table(edition).get(character, 0)


_DIGITS = "零一二三四五六七八九"


def han_number(number: int) -> str:
    """Write 1 to 99 in Chinese: ``12`` gives ``十二``."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def group_by_pinyin(entries: Iterable[Entry], other: str) -> list[IndexGroup]:
    """Group entries by the first letter of their reading; ``other`` heads those without one."""

    def letter(key: SortKey) -> str:
        first = str(key[0][0])[:1].upper() if key else ""
        return first if "A" <= first <= "Z" else _OTHER

    return _grouped(entries, pinyin_key, letter, {_OTHER: other})


def group_by_strokes(
    entries: Iterable[Entry], unit: str, other: str, edition: str = "zh-Hant-TW"
) -> list[IndexGroup]:
    """Group entries by the strokes of their first character: ``unit`` has a ``{count}`` field."""

    def count(key: SortKey) -> str:
        number = int(key[0][0]) if key else 0
        return unit.format(count=han_number(number)) if number else _OTHER

    return _grouped(entries, partial(stroke_key, edition=edition), count, {_OTHER: other})


def _grouped(
    entries: Iterable[Entry],
    sort_key: Callable[[Entry], SortKey],
    heading: Callable[[SortKey], str],
    names: dict[str, str],
) -> list[IndexGroup]:
    keyed = sorted(((sort_key(e), e) for e in entries), key=lambda pair: (pair[0], pair[1].key))
    return [
        IndexGroup(names.get(name, name), tuple(e for _, e in group))
        for name, group in groupby(keyed, key=lambda pair: heading(pair[0]))
    ]


def index_groups(env: BuildEnvironment, edition: str) -> list[IndexGroup]:
    """Return the glossary's entries as an index has them in ``edition``.

    By pinyin in Simplified, by strokes in Traditional. Any format can print them; an entry's
    address is ``entry.label`` in ``entry.docname``.
    """
    from slogans.domain import domain_of

    entries = domain_of(env).view.entries.values()
    other = interface.text(edition, "slogans-index-other")
    if edition.startswith("zh-Hant"):
        unit = interface.catalogue(edition)["slogans-index-strokes"]
        return group_by_strokes(entries, unit, other, edition)
    return group_by_pinyin(entries, other)
