"""Data files that pages load.

A page opened from disk (``file://``) may load scripts but not fetch JSON; so each data file is a
script that calls ``bookSlogans(name, data)``. They lie in ``_static/slogans/``:

``index.js``
    What a page needs to find the rest: number of shards, versions, interface strings.
``cards-N.js``
    Cards of the entries whose address hashes to N (:func:`shard_of`); a page loads one on the
    first pointer, focus or tap that needs it, never all.
``concordance.js``, ``lines-N.js``
    Works and entries, and the lines themselves; only the concordance loads them.

A page names none of these by content, so a new mention in one chapter changes no other page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import interface
import whole

from slogans.order import index_groups

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from slogans.domain import View
    from slogans.model import Entry

#: Entries in a file of cards, about.
SHARD = 100
#: Lines in a file of the concordance.
CHUNK = 4000


def shard_of(label: str, shards: int) -> int:
    """Return which of ``shards`` files has the card of ``label``: FNV-1a, as in ``cards.js``."""
    value = 0x811C9DC5
    for byte in label.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % shards


def card(entry: Entry, count: int, works: int) -> dict[str, Any]:
    """Return what a card shows; empty fields are left out."""
    fields = {
        "term": entry.term,
        "pinyin": entry.pinyin,
        "english": entry.english,
        "meaning": entry.explanation,
        "members": [member.name for member in entry.members],
        "count": count,
        "works": works,
    }
    return {name: value for name, value in fields.items() if value}


def cards(view: View) -> list[dict[str, Any]]:
    """Return the cards of all entries by address, divided into shards."""
    shards: list[dict[str, Any]] = [{} for _ in range(max(1, -(-len(view.entries) // SHARD)))]
    for key, entry in view.entries.items():
        mentions = view.by_key[key]
        works = len({m.work or m.docname for m in mentions})
        shards[shard_of(entry.label, len(shards))][entry.label] = card(entry, len(mentions), works)
    return shards


def concordance(
    view: View, builder: Builder, edition: str
) -> tuple[dict[str, Any], list[list[Any]]]:
    """Return the concordance: its works and entries, and its lines in reading order.

    A work is ``[title, address, name]``, the name as all of the book says it (第二篇之2); an entry
    is ``[term, address]``, and they come in the order of the index. A line is
    ``[entry, work, block, before, surface, after]``: two indexes, then texts; an empty surface
    means the entry's own term. Addresses are relative to the site's root.
    """
    groups = index_groups(builder.env, edition)
    used = [entry.key for group in groups for entry in group.entries if view.by_key[entry.key]]
    works: dict[str, int] = {}
    rows: list[list[str]] = []
    number = {key: n for n, key in enumerate(used)}
    lines: list[list[Any]] = []
    for m in view.mentions:
        work = m.work or m.docname
        if work not in works:
            works[work] = len(works)
            name = view.name(m.docname, m.work, edition)
            rows.append([view.title(work), builder.get_target_uri(m.docname), name])
        entry = view.entries[m.key]
        surface = "" if m.surface == entry.term else m.surface
        lines.append([number[m.key], works[work], m.block, m.before, surface, m.after])
    entries = [
        [
            view.entries[key].term,
            f"{builder.get_target_uri(view.entries[key].docname)}#{view.entries[key].label}",
        ]
        for key in used
    ]
    return {"works": rows, "entries": entries}, lines


def page_data(builder: Builder, view: View, edition: str) -> dict[str, bytes]:
    """Return all data files of the pages by name, without ``.js``."""
    about, lines = concordance(view, builder, edition)
    chunks = [lines[start : start + CHUNK] for start in range(0, len(lines), CHUNK)]
    files: dict[str, Any] = {f"cards-{n}": content for n, content in enumerate(cards(view))}
    shards = len(files)
    files.update({f"lines-{n}": chunk for n, chunk in enumerate(chunks)})
    about["lines"] = len(lines)
    about["chunks"] = len(chunks)
    files["concordance"] = about
    strings = {
        key.removeprefix("slogans-"): value
        for key, value in interface.catalogue(edition).items()
        if key.startswith(("slogans-card-", "slogans-concordance-"))
    }
    made = {name: _script(name, content) for name, content in files.items()}
    versions = {name: f"{crc32(content):08x}" for name, content in made.items()}
    index = {"shards": shards, "lang": edition, "ui": strings, "versions": versions}
    return {**made, "index": _script("index", index)}


def write_page_data(builder: Builder, files: dict[str, bytes]) -> None:
    """Write what :func:`page_data` returned into the output; remove what a longer book left."""
    folder = Path(builder.outdir) / "_static" / "slogans"
    for name, content in files.items():
        whole.write(folder / f"{name}.js", content)
    for stale in folder.glob("*.js"):
        if stale.stem not in files:
            stale.unlink()


def _script(name: str, content: object) -> bytes:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"bookSlogans({json.dumps(name)},{data});\n".encode()
