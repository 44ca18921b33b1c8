"""The book as two Typst files: ``settings.typ`` (data) and ``book.typ`` (calls and text)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import chapterlist
import interface

from typstpdf.assembly import Entry
from typstpdf.escape import string, value
from typstpdf.index import IndexGroup
from typstpdf.output import Labels, Piece
from typstpdf.translator import Translated

#: Strings the template prints; each key stands in the interface as ``pdf-KEY``.
WORDS = ("contents", "glossary", "page", "pages")


def settings_source(data: dict[str, Any]) -> str:
    """Return ``settings.typ`` for plain data."""
    return f"#let settings = {value(data)}\n"


def settings_data(
    book: dict[str, Any],
    edition: str,
    region: str,
    paper: str,
    families: dict[str, list[str]],
    checksum: str,
    convert: Callable[[str], str],
    *,
    data: bool,
) -> dict[str, Any]:
    """Return what the template needs to know of the book, in the edition's script.

    ``book`` is the mapping of ``book.yaml``; ``checksum`` that of the compilation; ``data``
    says that the site has files of the slogans. ``region`` becomes the language of the PDF: zh-CN,
    zh-TW or zh-HK. Its script is not named, since Typst (0.15) writes a language and a region only,
    whatever ``script`` says; the region implies it (CLDR's likely subtags).
    """
    day = date.fromisoformat(book["date"])

    def word(key: str, **values: object) -> str:
        return interface.text(edition, f"pdf-{key}", **values)

    def own(key: str) -> str:
        return convert(str(book.get(key) or ""))

    rows = [
        ("editor", own("editor"), ""),
        ("publisher", own("publisher"), ""),
        ("version", word("version-text", version=book["version"], name=word("edition")), ""),
        ("date", word("date-text", year=day.year, month=day.month, day=day.day), ""),
        ("source", convert(str(book["source"].get("note") or "")), ""),
        ("source-file", Path(str(book["source"].get("file") or "")).name, ""),
        ("checksum", checksum, "code"),
        ("rights", own("rights"), ""),
        ("licence", str(book.get("licence") or ""), ""),
        ("url", str(book.get("url") or ""), "link"),
        ("data", word("data-text") if data and book.get("url") else "", ""),
        ("fonts", word("fonts-text", names=_fonts_named(families)), ""),
    ]
    return {
        "title": own("title"),
        "subtitle": own("subtitle"),
        "editor": interface.edited(edition, own("editor")),
        "publisher": own("publisher"),
        "authors": [own("editor")],
        "keywords": [convert(str(word)) for word in book.get("keywords") or []],
        "description": own("description"),
        "date": [day.year, day.month, day.day],
        "year": word("year-text", year=day.year),
        "region": region,
        "paper": paper,
        "fonts": families,
        "words": {key: word(key, page="{page}") for key in WORDS},  # the template has the pages
        "imprint": [(word(key), text, form) for key, text, form in rows if text],
    }


def _fonts_named(families: dict[str, list[str]]) -> str:
    return "、".join(dict.fromkeys((families["body"][0], families["heading"][0], *families["kai"])))


class Manuscript:
    """Collects the translated documents in order and joins them into ``book.typ``."""

    def __init__(self, labels: Labels, words: Callable[[str], str]) -> None:
        """Begin an empty book; ``words`` gives the interface strings of the edition."""
        self._labels = labels
        self._word = words
        self._parts: list[Piece] = []
        self._preface: list[Piece] = []
        self._paged = False
        self._depth = 1
        #: Labels of a division without a word of its own, for the chapter after it.
        self._pending: list[str] = []
        #: Label of a heading -> what the contents print for it beside the page, in order.
        self.contents: dict[str, dict[str, Any]] = {}

    @property
    def depth(self) -> int:
        """How many levels of headings the contents have to look at."""
        return self._depth

    def add(self, entry: Entry, document: Translated) -> None:
        """Add one document, in reading order."""
        if entry.kind == "front":
            self._front(document)
        elif entry.level == 0 and not any(map(_prints, document.body)):
            # 正文 without a word of its own: only its address, before its first chapter.
            self._pending = document.labels
        else:
            self._chapter(entry, document)

    def _front(self, document: Translated) -> None:
        if not any(map(_prints, document.body)):
            return
        labels = document.labels or ["front"]
        title = f"#{string(self._word('about'))}"
        self._list(labels[0], 1, "", [], self._word("about"))
        self._preface = ["#preface(", value(labels), f", [{title}])[", *document.body, "]\n\n"]

    def _chapter(self, entry: Entry, document: Translated) -> None:
        labels = [*document.labels, *self._pending] or [f"document/{entry.docname}"]
        self._pending = []
        level = max(entry.level, 1)
        works = entry.chapter.get("works", [])
        info = {
            "level": level,
            "labels": labels,
            "marker": entry.chapter.get("marker", ""),
            "works": [list(pair) for pair in document.works],
            "running": document.title_text,
            "first": not self._paged,
        }
        self._paged = True
        # The work that the chapter's own title heads stands on the chapter's line.
        listed = list(zip(works, document.works, strict=False))
        opening = [work for work, (label, _title) in listed if label in labels]
        self._list(labels[0], level, info["marker"], opening, document.title_text)
        for work, (label, title) in listed:
            if label not in labels:
                self._list(label, level + 1, "", [work], title)
        self._parts += [f"#chapter({value(info)}, [", *document.title, "])["]
        self._parts += [*document.body, "]\n\n"]

    def _list(
        self,
        label: str,
        level: int,
        marker: str,
        works: list[dict[str, Any]],
        title: str,
    ) -> None:
        self._depth = max(self._depth, level)
        self.contents[label] = {
            "depth": level,
            "marker": marker,
            "title": title,
            "authors": chapterlist.names(works, title),
        }

    def index(self, title: str, groups: Iterable[IndexGroup]) -> None:
        """Add the index of terms; the template puts the pages of their mentions after them."""
        rows: list[Piece] = []
        for letter, terms in groups:
            rows.append(f"({string(letter)}, (")
            for term, entry in terms:
                target = self._labels.known(entry)
                rows.append(value({"term": term, "target": target, "entry": entry}) + ", ")
            rows.append(")), ")
        if not rows:
            return
        info = {
            "level": 1,
            "labels": ["index-of-terms"],
            "marker": "",
            "works": [],
            "running": title,
            "first": not self._paged,
        }
        self._list("index-of-terms", 1, "", [], title)
        self._parts += [f"#chapter({value(info)}, [#{string(title)}])[#index-of-terms(("]
        self._parts += [*rows, "))]\n"]

    def source(self, uses: Mapping[str, Collection[int]]) -> str:
        """Return ``book.typ``. All links must have been written by now.

        ``uses``: address of an entry -> numbers of the mentions whose pages it names.
        """
        head = '#import "template.typ": *\n#show: book\n'
        front = "#front[\n#half-title()\n#title-page()\n#imprint()\n#contents()\n"
        return self._labels.joined([head, front, *self._preface, "]\n\n", *self._parts], uses)


def _prints(piece: Piece) -> bool:
    return not isinstance(piece, str) or bool(piece.strip())
