"""The data files that a reader downloads: JSON, CSV, and SKOS for terminology tools.

Each holds what the edition prints, in the edition's script. Addresses are absolute, from the
book's ``url``.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import interface
import whole
from docutils import nodes
from edition.settings import converter
from sphinx.transforms.post_transforms import SphinxPostTransform

from slogans.domain import domain_of
from slogans.model import CONTEXT, Variant
from slogans.nodes import slogan_downloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.builders import Builder

    from slogans.domain import View
    from slogans.model import Entry

#: Folder of all downloads, below the root of an edition's site.
FOLDER = "downloads"

#: The mentions, and the file that they are in when there are many.
PLAIN, ZIPPED = "mentions.csv", "mentions.zip"

#: The files and the interface string that says what each is for.
DOCUMENTED = {
    "slogans.json": "slogans-data-json",
    "slogans.csv": "slogans-data-csv",
    PLAIN: "slogans-data-mentions",
    "slogans.ttl": "slogans-data-skos",
}

#: A book with more mentions than this offers them in a ZIP file: as they are, they would take more
#: room than a third of its pages, and download as slowly; they shrink to a tenth.
MOST_PLAIN = 10_000

#: A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection";
#: the full-width forms to East Asian versions of Excel).
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")

_BOM = "\ufeff"  # without it Excel takes UTF-8 for the system's code page


def safe_cell(value: object) -> str:
    """Return ``value`` as a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text[:1] in _FORMULA else text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file (RFC 4180) in UTF-8 with a byte order mark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(map(safe_cell, row) for row in rows)
    return (_BOM + buffer.getvalue()).encode()


def entry_record(view: View, entry: Entry, address: str) -> dict[str, Any]:
    """Return one entry as the JSON file has it."""
    return {
        "id": entry.label,
        "url": address,
        "term": entry.term,
        "pinyin": entry.pinyin,
        "english": entry.english,
        "literal": entry.literal,
        "category": entry.meta,
        "kind": entry.kind,
        "level": entry.level,
        "explanation": entry.explanation,
        "members": [{"name": m.name, "origin": m.origin} for m in entry.members],
        "members_note": entry.members_note,
        "origin": entry.origin,
        "sources": entry.sources,
        "variants": [variant._asdict() for variant in entry.variants],
        "related": [view.entries[k].label for k in entry.related if k in view.entries],
        "uses": len(view.by_key[entry.key]),
    }


#: New columns come last, so that who reads them by number still can.
_ENTRY_COLUMNS = (
    "id", "term", "pinyin", "english", "literal", "category", "explanation", "members", "origin",
    "sources", "variants", "related", "uses", "url", "kind", "level", "members_origin",
    "members_note", "variants_note",
)  # fmt: skip


def _flat(value: Any) -> Any:
    """Return a list of a record as one cell."""
    if not isinstance(value, list):
        return value
    return "；".join(v if isinstance(v, str) else _in_cell(v) for v in value)


def _in_cell(item: dict[str, str]) -> str:
    """Return a member by its name, a variant with what kind it is."""
    if "name" in item:
        return item["name"]
    return f"{item['form']}（{item['kind']}）" if item["kind"] else item["form"]


def _with_origin(members: Iterable[dict[str, str]]) -> list[str]:
    return [f"{m['name']}（{m['origin']}）" if m["origin"] else m["name"] for m in members]


def _noted(variants: Iterable[dict[str, str]]) -> list[str]:
    """Return of each variant that has a note, itself with what the note says."""
    return [f"{v['form']}：{v['note']}" for v in variants if v["note"]]


def slogans_csv(records: Iterable[dict[str, Any]]) -> bytes:
    """Return the entries, one a row.

    ``members_origin`` is the members with where they are from, ``variants_note`` the variants that
    have a note with their notes.
    """
    cells = (
        {
            **record,
            "members_origin": _with_origin(record["members"]),
            "variants_note": _noted(record["variants"]),
        }
        for record in records
    )
    rows = [[_flat(cell[name]) for name in _ENTRY_COLUMNS] for cell in cells]
    return csv_bytes(_ENTRY_COLUMNS, rows)


def mentions_csv(view: View, addresses: dict[str, str]) -> bytes:
    """Return the mentions, one a row, in reading order; ``addresses`` are those of chapters."""
    header = ("id", "term", "work", "title", "paragraph", "before", "text", "after", "url")
    entries = view.entries
    rows = (
        (
            entries[m.key].label,
            entries[m.key].term,
            m.work,
            view.title(m.work),
            m.block,
            m.before,
            m.surface,
            m.after,
            f"{addresses[m.docname]}#{m.block}",
        )
        for m in view.mentions
    )
    return csv_bytes(header, rows)


def mentions_file(view: View) -> str:
    """Return the name under which the mentions are offered."""
    return ZIPPED if len(view.mentions) > MOST_PLAIN else PLAIN


def names(view: View) -> list[str]:
    """Return the names of all files that :func:`write_downloads` writes."""
    return [mentions_file(view) if name == PLAIN else name for name in DOCUMENTED]


def zipped(name: str, content: bytes) -> bytes:
    """Return a ZIP file that holds ``content`` as ``name``; the same bytes for the same content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def skos(view: View, records: Iterable[dict[str, Any]], title: str, scheme: str, lang: str) -> str:
    """Return the entries as a SKOS concept scheme in Turtle (W3C, SKOS Reference, 2009)."""
    iri = _iri(scheme)
    parts = [
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        # The elements of 1.1 may be texts; of the terms some must be resources.
        "@prefix dc: <http://purl.org/dc/elements/1.1/> .\n"
        "@prefix dct: <http://purl.org/dc/terms/> .\n",
        f"{iri} a skos:ConceptScheme ;\n    dct:title {_literal(title, lang)} .\n",
    ]
    addresses = {entry.label: entry for entry in view.entries.values()}
    urls = {record["id"]: record["url"] for record in records}
    for record in records:
        assert record["id"] in addresses
        facts = [("a", "skos:Concept"), ("skos:inScheme", iri), ("skos:topConceptOf", iri)]
        facts.append(("skos:prefLabel", _literal(record["term"], lang)))
        # A misprint is no synonym: it is there to be found by (SKOS Reference, 5.1).
        for variant in (Variant(**one) for one in record["variants"]):
            label = "skos:hiddenLabel" if variant.is_slip() else "skos:altLabel"
            facts.append((label, _literal(variant.form, lang)))
        for name, predicate, tag in (
            ("pinyin", "skos:altLabel", "zh-Latn-pinyin"),
            ("english", "skos:altLabel", "en"),
            ("literal", "skos:hiddenLabel", "en"),
            ("explanation", "skos:definition", lang),
            ("category", "skos:scopeNote", lang),
            ("kind", "dc:type", lang),
            ("level", "dc:coverage", lang),
            ("members_note", "skos:note", lang),
            ("origin", "skos:historyNote", lang),
            ("sources", "dct:source", lang),
        ):
            if record[name]:
                facts.append((predicate, _literal(record[name], tag)))
        # A label has no note of its own but in SKOS-XL: the entry's note names the form.
        facts += [("skos:note", _literal(note, lang)) for note in _noted(record["variants"])]
        facts += [("dct:hasPart", _part(member, lang)) for member in record["members"]]
        facts += [("skos:related", _iri(urls[label])) for label in record["related"]]
        body = " ;\n    ".join(f"{predicate} {value}" for predicate, value in facts)
        parts.append(f"{_iri(record['url'])} {body} .\n")
    return "\n".join(parts)


def _part(member: dict[str, str], lang: str) -> str:
    """Return a member as a node without an address: its name, and where it is from."""
    facts = [f"rdfs:label {_literal(member['name'], lang)}"]
    if member["origin"]:
        facts.append(f"dc:source {_literal(member['origin'], lang)}")
    return f"[ {' ; '.join(facts)} ]"


def _iri(address: str) -> str:
    return f"<{quote(address, safe=':/?#[]@!$&()*+,;=%~')}>"


def _literal(text: str, lang: str) -> str:
    """Return a Turtle string: JSON's escapes are a subset of Turtle's."""
    return f"{json.dumps(text, ensure_ascii=False)}@{lang}"


def downloads(builder: Builder, view: View, edition: str) -> dict[str, bytes]:
    """Return the files for the output's ``downloads/`` by name."""
    config = builder.config
    base = config.html_baseurl.rstrip("/") + "/" if config.html_baseurl else ""
    docnames = {e.docname for e in view.entries.values()} | set(view.chapters)
    addresses = {name: base + builder.get_target_uri(name) for name in docnames}
    records = [
        entry_record(view, entry, f"{addresses[entry.docname]}#{entry.label}")
        for entry in view.entries.values()
    ]
    scheme = addresses[next(iter(view.entries.values())).docname] if records else base
    title = converter(config, builder.srcdir).convert(config.project)
    book = {"title": title, "edition": edition, "url": base, "entries": records}
    mentions = mentions_csv(view, addresses)
    packed = mentions_file(view) == ZIPPED
    return {
        "slogans.json": (json.dumps(book, ensure_ascii=False, indent=1) + "\n").encode(),
        "slogans.csv": slogans_csv(records),
        mentions_file(view): zipped(PLAIN, mentions) if packed else mentions,
        "slogans.ttl": skos(view, records, title, scheme, edition).encode(),
    }


def write_downloads(builder: Builder, files: dict[str, bytes]) -> None:
    """Write what :func:`downloads` returned, and remove the mentions in their other form."""
    folder = Path(builder.outdir) / FOLDER
    for name, content in files.items():
        whole.write(folder / name, content)
    for name in {PLAIN, ZIPPED} - files.keys():
        (folder / name).unlink(missing_ok=True)


class FillDownloads(SphinxPostTransform):
    """Say, where the mark stood, which data files there are and what each is for."""

    default_priority = 20

    def run(self, **kwargs: object) -> None:
        """Replace the marks of this document; a printed book names the site instead."""
        printed = self.env._app.builder.format != "html"
        for mark in domain_of(self.env).marks(self.document, slogan_downloads):
            mark.replace_self([] if printed else self._content(domain_of(self.env).view))

    def _content(self, view: View) -> list[nodes.Node]:
        edition = self.config.edition
        items = [
            nodes.definition_list_item(
                "",
                nodes.term("", "", self._file(name)),
                nodes.definition(
                    "", nodes.paragraph("", interface.text(edition, key, context=CONTEXT))
                ),
            )
            for name, key in zip(names(view), DOCUMENTED.values(), strict=True)
        ]
        title = interface.text(edition, "slogans-data-title")
        return [
            nodes.rubric("", title, classes=["slogan-data"]),
            nodes.definition_list("", *items, classes=["slogan-data"]),
        ]

    def _file(self, name: str) -> nodes.Node:
        """Return a link to a file: beside the page in HTML, on the site from any other form."""
        builder = self.env._app.builder
        if builder.format == "html" and not builder.name.startswith("epub"):
            root = builder.get_relative_uri(self.env.current_document.docname, self.config.root_doc)
            address = root.rpartition("/")[0]
            address = f"{address}/{FOLDER}/{name}" if address else f"{FOLDER}/{name}"
        elif self.config.html_baseurl:
            address = f"{self.config.html_baseurl.rstrip('/')}/{FOLDER}/{name}"
        else:
            return nodes.literal("", name)
        return nodes.reference("", name, refuri=address, internal=False)
