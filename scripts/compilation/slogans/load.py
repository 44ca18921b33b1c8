"""The slogan file, read: YAML → schema → Glossary, each mistake with its place.

`load` reads the file, `parse` does the work on its text. All mistakes of a file are found in one
go and raised together, so that an editor need not mend them one by one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ..config import is_there, read_text
from ..folds import unfold
from ..problems import Code, ConversionError, Problem
from . import marked, reading, schema
from .check import check
from .entries import (
    UNKNOWN,
    Document,
    Entry,
    Glossary,
    Kind,
    Level,
    Member,
    Rejected,
    Variant,
    VariantKind,
)


def load(path: str | Path) -> Glossary:
    """Read the slogan file at `path`.

    Raises ConversionError, whose problems each name file, line, entry and what to do, when the
    file cannot be read, is not UTF-8 or YAML, breaks the schema, or contradicts itself.
    """
    return parse(read_text(Path(path)), str(path))


def of_book(path: Path | None) -> Glossary:
    """Read the slogan file of a book, which may have none: then there are no entries.

    Nor are there for None, a text that is no book of this editor's.

    Raises ConversionError like `load`, also where nobody can tell whether there is one.
    """
    return load(path) if path and is_there(path) else Glossary()


def parse(text: str, name: str = "slogans.yaml") -> Glossary:
    """Read a slogan file from its text; `name` stands for it in messages.

    Raises ConversionError with all problems of the file, in its order.
    """
    document = marked.read(text, name)
    problems = list(schema.problems(document))
    if problems:
        raise ConversionError(*problems)
    builder = _Builder(document)
    glossary = builder.glossary()
    problems = builder.problems + check(glossary, document)
    if problems:
        raise ConversionError(*problems)
    return glossary


class _Builder:
    """Turns checked data into the dataclasses; collects references to no document."""

    def __init__(self, document: marked.Marked) -> None:
        self.file = document
        self.problems: list[Problem] = []
        listed = document.data.get("documents", {})
        self.documents = {
            key: self.document(item, ("documents", key)) for key, item in listed.items()
        }

    def glossary(self) -> Glossary:
        data = self.file.data
        return Glossary(
            entries=tuple(
                self.entry(item, ("slogans", n)) for n, item in enumerate(data["slogans"])
            ),
            rejected=tuple(
                Rejected(item["phrase"], item["reason"], self.file.place(("rejected", n)).line)
                for n, item in enumerate(data.get("rejected", ()))
            ),
            path=self.file.name,
        )

    def entry(self, item: dict[str, Any], here: marked.Path) -> Entry:
        term = item["term"].strip()
        pinyin = " ".join(item["pinyin"].split()) if "pinyin" in item else reading.compute(term)
        origin = item["origin"]
        return Entry(
            term=term,
            id=item.get("id") or reading.slug(pinyin),
            pinyin=pinyin,
            kind=Kind(item["kind"]),
            level=Level(item["level"]),
            explanation=unfold(item["explanation"]),
            english=item.get("english", "").strip(),
            literal=item.get("literal", "").strip(),
            members=tuple(
                self.member(member, (*here, "members", n))
                for n, member in enumerate(item.get("members", ()))
            ),
            members_note=unfold(item.get("members_note", "")),
            origin=None if origin == UNKNOWN else self.document(origin, (*here, "origin")),
            origin_note=unfold(item.get("origin_note", "")),
            sources=tuple(
                self.document(source, (*here, "sources", n))
                for n, source in enumerate(item.get("sources", ()))
            ),
            variants=tuple(map(_variant, item.get("variants", ()))),
            related=tuple(item.get("related", ())),
            not_in=tuple(item.get("not_in", ())),
            line=self.file.place(here).line,
        )

    def member(self, item: dict[str, Any], here: marked.Path) -> Member:
        document = item.get("document")
        return Member(
            text=unfold(item["text"]),
            places=tuple(item.get("in", ())),
            document=self.document(document, (*here, "document")) if document else None,
            note=unfold(item.get("note", "")),
        )

    def document(self, item: str | dict[str, str], here: marked.Path) -> Document:
        data = {"ref": item} if isinstance(item, str) else item
        note = unfold(data.get("note", ""))
        if "ref" in data:
            known = self.documents.get(data["ref"])
            if known:
                return replace(known, note=note) if note else known
            message = f"文件代号“{data['ref']}”没有登记。"
            advice = "请在文件开头的 documents 里写明它的标题、发布者和日期。"
            self.problems.append(self.file.problem(Code.SLOGAN_RELATION, here, message, advice))
            return Document(data["ref"])
        return Document(
            title=unfold(data["title"]),
            issuer=unfold(data.get("issuer", "")),
            date=data.get("date", ""),
            note=note,
        )


def _variant(item: str | dict[str, str]) -> Variant:
    if isinstance(item, str):
        return Variant(item.strip())
    kind = VariantKind(item.get("kind", VariantKind.VARIANT))
    return Variant(item["form"].strip(), kind, unfold(item.get("note", "")))
