"""What the glossary is made of: frozen dataclasses, no behaviour beyond look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from . import reading

UNKNOWN = "待考"
"""What stands in the glossary wherever a fact could not be established."""


class Kind(StrEnum):
    """What sort of expression an entry is; the value is what the reader sees."""

    NUMERIC = "数字口号"
    CAMPAIGN = "活动"
    THEORY = "理论"
    MECHANISM = "机制"
    ORGANISATION = "组织用语"
    FIGURE = "修辞"


class Level(StrEnum):
    """How far an expression was in official use; the value is what the reader sees."""

    NATIONAL = "全国"
    PROVINCIAL = "省级"
    LOCAL = "地方"
    UNKNOWN = UNKNOWN


class VariantKind(StrEnum):
    """Why a form other than the term stands for it."""

    VARIANT = "异称"
    ABBREVIATION = "简称"
    FULL = "全称"
    SLIP = "误写"


@dataclass(frozen=True, slots=True)
class Document:
    """A public document: `title` with its book marks, `issuer` and `date` where known.

    `date` is ISO 8601 as far as it is certain: ``2010``, ``2010-04`` or ``2010-04-06``; ``""``
    when not known. `note` says what the document has to do with the entry.
    """

    title: str
    issuer: str = ""
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a formula, e.g. 领导班子好 of 五个好.

    It comes from paragraphs of this book (`places`, block ids such as ``e03a-p7``, where its text
    stands word for word) or from a `document`, or both; never from neither.
    """

    text: str
    places: tuple[str, ...] = ()
    document: Document | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another form of the term: matched in the text just like the term itself."""

    form: str
    kind: VariantKind = VariantKind.VARIANT
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan.

    `term` is in the book's own script. `id` is the ASCII label (``slogan-san-hui-yi-ke``).
    `pinyin` has tone marks, a space between syllables. `english` is the usual English and
    `literal` a word-for-word one; either may be ``""``. `origin` is None when it is 待考.
    `members_note` says why the members are not as many as the numeral. `related` are terms of
    other entries. `not_in` lists longer words inside which the term is not this slogan.
    `line` is where the entry starts in the slogan file, 1-based.
    """

    term: str
    id: str
    pinyin: str
    kind: Kind
    level: Level
    explanation: str
    english: str = ""
    literal: str = ""
    members: tuple[Member, ...] = ()
    members_note: str = ""
    origin: Document | None = None
    origin_note: str = ""
    sources: tuple[Document, ...] = ()
    variants: tuple[Variant, ...] = ()
    related: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    line: int = 0

    @property
    def origin_text(self) -> str:
        """The origin as one phrase for the reader: document, issuer, date; or 待考."""
        text = document_text(self.origin) if self.origin else UNKNOWN
        return f"{text}。{self.origin_note}" if self.origin_note else text

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that stands for this entry in a text, the term first."""
        return (self.term, *(variant.form for variant in self.variants))

    @property
    def sort_key(self) -> tuple[tuple[tuple[str, str], ...], str]:
        """Order of the printed glossary: by pinyin, see `reading.sort_key`."""
        return reading.sort_key(self.pinyin), self.term


@dataclass(frozen=True, slots=True)
class Rejected:
    """A phrase of the source that the editor decided not to make an entry, and why."""

    phrase: str
    reason: str
    line: int = 0


@dataclass(frozen=True)
class Glossary:
    """All entries, in the order of the file, and the phrases decided against."""

    entries: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    path: str = ""

    @cached_property
    def by_form(self) -> dict[str, Entry]:
        """Term or variant → its entry."""
        return {form: entry for entry in self.entries for form in entry.forms}

    @cached_property
    def sorted(self) -> tuple[Entry, ...]:
        """The entries in the order of the printed glossary: by pinyin."""
        return tuple(sorted(self.entries, key=lambda entry: entry.sort_key))


def document_text(document: Document) -> str:
    """Give a document as one phrase: ``《…》（中共中央，2010年4月6日）。note``."""
    inside = "，".join(part for part in (document.issuer, chinese_date(document.date)) if part)
    text = document.title + (f"（{inside}）" if inside else "")
    return f"{text}。{document.note}" if document.note else text


def citation(document: Document) -> str:
    """Give a document as short as it can still be found: title and date, ``《…》，2010年``.

    It stands in brackets, so it has none of its own.
    """
    date = chinese_date(document.date)
    return document.title + (f"，{date}" if date else "")


def chinese_date(iso: str) -> str:
    """Write an ISO date, whole or in part, the Chinese way: ``2010-04`` → ``2010年4月``."""
    units = zip(iso.split("-"), "年月日", strict=False) if iso else ()
    return "".join(f"{int(number)}{unit}" for number, unit in units)
