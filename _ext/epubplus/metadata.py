"""What the package says of the book: identity, dates, people, and what a reader can rely on.

Sources: EPUB 3.3, section 5.5 (metadata); EPUB Accessibility 1.1, section 2 (discovery), and the
values of https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20230718/.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import interface
from sphinx.errors import ConfigError

#: True of every ePub of this press, and why.
#: ARIA: DPUB-ARIA roles on chapters, notes and the glossary. alternativeText: the cover is the
#: only picture and has one. displayTransformability: no size, colour or font is fixed.
#: readingOrder: the spine is the order of the book. structuralNavigation: headings follow the
#: levels. tableOfContents: the navigation document. unlocked: no DRM.
FEATURES = (
    "ARIA",
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
)


@dataclass(frozen=True)
class Metadata:
    """The metadata of one ePub file; every text is in the script of the edition."""

    #: ``urn:uuid:…``, the same for every build of this edition of this book.
    identifier: str
    #: BCP 47 tag: ``zh-Hans``, ``zh-Hant-TW``, ``zh-Hant-HK``.
    language: str
    title: str
    #: The title that tells the file from the others of the book, in a library of files.
    file_title: str
    subtitle: str
    creator: str
    #: Who edited the book, as its title page says it: ``某某　编``.
    edited: str
    #: Empty for a book that names none: an editor is no publisher.
    publisher: str
    rights: str
    description: str
    source: str
    subjects: tuple[str, ...]
    version: str
    #: Date of publication, ``2026-11-22``.
    date: str
    #: ``dcterms:modified``, ``2026-11-22T00:00:00Z``.
    modified: str
    vertical: bool
    features: tuple[str, ...]
    accessibility_summary: str


def identifier(book: Mapping[str, Any], edition: str, *, vertical: bool) -> str:
    """Return the ``urn:uuid`` of an edition of ``book``.

    A version 5 UUID (RFC 9562, section 5.5) of the book's address, its slug and the edition, so
    that a rebuild, a correction or another machine gives the same one.
    """
    name = f"{book['url']}#{book['slug']}-{edition}{'-vertical' if vertical else ''}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def modified(day: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return ``dcterms:modified``: SOURCE_DATE_EPOCH if it is set, else the start of ``day``.

    ``day`` is an ISO date. SOURCE_DATE_EPOCH is in seconds since 1970, UTC
    (https://reproducible-builds.org/specs/source-date-epoch/). Raises
    :class:`sphinx.errors.ConfigError` when it is set and is no such number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigError(
            f"环境变量 SOURCE_DATE_EPOCH：“{epoch}”不是时间。请设为 1970 年以来的秒数，或不设。"
        ) from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def describe(
    book: Mapping[str, Any],
    edition: str,
    convert: Callable[[str], str],
    *,
    vertical: bool = False,
) -> Metadata:
    """Return the metadata of ``book`` in ``edition``.

    ``convert`` brings a text of book.yaml into the script of the edition.
    """
    title = convert(book["title"])
    direction = "verticalWriting" if vertical else "horizontalWriting"
    return Metadata(
        identifier=identifier(book, edition, vertical=vertical),
        language=edition,
        title=title,
        file_title=(
            interface.text(edition, "epub-title-vertical", title=title) if vertical else title
        ),
        subtitle=convert(book["subtitle"]),
        creator=convert(book["editor"]),
        edited=interface.edited(edition, convert(book["editor"])),
        publisher=convert(book["publisher"]),
        rights=convert(book["rights"]),
        description=convert(book["description"]),
        source=convert(book["source"].get("note", "")),
        subjects=tuple(convert(word) for word in book["keywords"]),
        version=book["version"],
        date=book["date"],
        modified=modified(book["date"]),
        vertical=vertical,
        features=tuple(sorted((*FEATURES, direction), key=str.casefold)),
        accessibility_summary=interface.text(edition, "epub-accessibility"),
    )
