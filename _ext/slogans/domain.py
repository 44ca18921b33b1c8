"""The domain ``slogans``: what all chapters together say about slogans.

Chapters are read in any order and in several processes; so each document's records are kept
under its name, can be purged and merged alone, and nothing is counted before all are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, ClassVar

import facts
import places
from sphinx.domains import Domain

from slogans.collect import SURVEY, Survey, entry_items, read_entry, read_mentions, work_titles
from slogans.model import CHAPTERS, Entry, Mention
from slogans.nodes import Use, WorkUses

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes
    from sphinx import addnodes
    from sphinx.environment import BuildEnvironment


def digest(value: object) -> str:
    """Return a digest of what ``repr`` says of ``value``."""
    return blake2b(repr(value).encode(), digest_size=12).hexdigest()


class View:
    """The finished book: built once from a domain, after reading, never stored."""

    def __init__(self, env: BuildEnvironment, data: dict[str, Any]) -> None:
        """Order what ``data`` (the domain's) holds for each document."""
        self.reading_order = _reading_order(env)
        #: What each page takes from others' slogans, once ``outdated`` has found it.
        self.taken: dict[str, str] | None = None
        #: Entries in the order of the glossary.
        self.entries: dict[str, Entry] = {
            entry.key: entry
            for docname in sorted(data["entries"])
            for entry in data["entries"][docname]
        }
        place = {docname: n for n, docname in enumerate(self.reading_order)}
        last = len(place)
        #: Chapters with slogans, in reading order.
        self.chapters = sorted(data["mentions"], key=lambda d: (place.get(d, last), d))
        self._said = [data["said"][docname] for docname in self.chapters]
        #: Title and document of each work, in reading order. Works of one book often share a
        #: title, so the mark of the chapter (第二篇) goes before it.
        self.works: dict[str, tuple[str, str]] = {
            work: (f"{mark}　{title}" if (mark := _mark(env, docname)) else title, docname)
            for docname in sorted(data["works"], key=lambda d: (place.get(d, last), d))
            for work, title in data["works"][docname].items()
        }
        told = dict.fromkeys([*data["mentions"], *data["works"]])
        self._called = {docname: places.called(env, docname) for docname in told}
        #: All mentions of known entries, in reading order.
        self.mentions: list[Mention] = [
            mention
            for docname in self.chapters
            for mention in map(Mention._make, data["mentions"][docname])
            if mention.key in self.entries
        ]

    @cached_property
    def by_key(self) -> dict[str, list[Mention]]:
        """The mentions of each slogan, in reading order; slogans without any have none."""
        found: dict[str, list[Mention]] = {key: [] for key in self.entries}
        for mention in self.mentions:
            found[mention.key].append(mention)
        return found

    @cached_property
    def digest(self) -> str:
        """A digest of all entries, works and mentions: two books that differ have two."""
        return digest([self._said, self.works, self.entries, self._called])

    def title(self, work: str) -> str:
        """Return the title of ``work``, or the address itself where it has no heading."""
        return self.works.get(work, (work, ""))[0]

    def place(self, mention: Mention, edition: str) -> str:
        """Return what to call the block of ``mention``: 第三篇第4段, 第二篇之2标题1.

        A text that stands in no such block is called by its work.
        """
        work = self.name(mention.docname, mention.work, edition)
        return work + places.within(edition, mention.block)

    def name(self, docname: str, work: str, edition: str) -> str:
        """Return what to call a work: 第三篇, 第二篇之2, or 《its title》 where it has no mark."""
        return self._called[docname].work(edition, work)

    def uses(self, key: str) -> tuple[WorkUses, ...]:
        """Return the uses of one slogan, grouped by work, in reading order."""
        groups: dict[tuple[str, str], list[Use]] = defaultdict(list)
        for m in self.by_key.get(key, ()):
            groups[m.work or m.docname, m.docname].append(
                Use(m.docname, m.block, m.before, m.surface, m.after)
            )
        return tuple(
            WorkUses(work, self.title(work), docname, tuple(uses))
            for (work, docname), uses in groups.items()
        )


def _mark(env: BuildEnvironment, docname: str) -> str:
    return str(env.metadata.get(docname, {}).get("marker", ""))


def _reading_order(env: BuildEnvironment) -> list[str]:
    """Return all documents as the toctrees have them, from the front page on."""
    order: dict[str, None] = {}
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in order:
            order[docname] = None
            waiting.extend(reversed(env.toctree_includes.get(docname, [])))
    return list(order)


class SloganDomain(Domain):
    """Entries, mentions and the pages that show them."""

    name = "slogans"
    label = "口号"
    data_version = 5
    initial_data: ClassVar[dict[str, Any]] = {
        "entries": {},  # docname -> list[Entry]
        # chapter -> list of Mentions as plain tuples, which Python stores and reads without a call
        # for each: they are most of what a build with one changed chapter has to read and write.
        "mentions": {},
        "said": {},  # chapter -> digest of its mentions
        "works": {},  # chapter -> {work: title}
        "links": {},  # docname -> sorted keys that it links to
        "summaries": {},  # docname -> names of the summaries on it
    }

    _view: View | None = None

    @property
    def view(self) -> View:
        """All that is known once every document is read."""
        if self._view is None:
            self._view = View(self.env, self.data)
        return self._view

    def forget_view(self) -> None:
        """Drop the cached view: something was read."""
        self._view = None

    def clear_doc(self, docname: str) -> None:
        """Forget what ``docname`` said."""
        self.forget_view()
        for records in self._stores():
            records.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read in ``docnames``."""
        self.forget_view()
        for name in self.initial_data:
            own, other = self.data[name], otherdata[name]
            own.update((docname, other[docname]) for docname in docnames if docname in other)

    def _stores(self) -> Iterator[dict[str, Any]]:
        return (self.data[name] for name in self.initial_data)

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Record what ``docname`` says. Runs after an edition has converted the document."""
        self.forget_view()
        found: Survey = facts.fact(env, SURVEY, document)
        records: dict[str, Any] = {"summaries": found.marks}
        records["links"] = sorted({xref["reftarget"] for xref in found.terms})
        if found.glossaries:
            records["entries"] = list(self._read_entries(docname, found.glossaries))
        if docname.startswith(CHAPTERS):
            records["works"] = work_titles(found.sections)
            mentions = list(map(tuple, read_mentions(docname, found.terms)))
            records["mentions"] = mentions
            records["said"] = digest(mentions) if mentions else ""
        for name, record in records.items():
            if record:
                self.data[name][docname] = record

    def _read_entries(self, docname: str, glossaries: list[addnodes.glossary]) -> Iterator[Entry]:
        standard = self.env.domains.standard_domain
        keys = {
            label: name
            for (objtype, name), (where, label) in standard.objects.items()
            if objtype == "term" and where == docname
        }
        for term, definition in entry_items(glossaries):
            key = next(keys[i] for i in term["ids"] if i in keys)
            yield read_entry(key, docname, term, definition)

    def pages_with(self, mark: type[nodes.Element]) -> list[str]:
        """Return the documents in which ``mark`` stands, in a fixed order."""
        found = self.data["summaries"].items()
        return sorted(docname for docname, names in found if mark.__name__ in names)

    def marks(self, document: nodes.document, mark: type[nodes.Element]) -> list[nodes.Element]:
        """Return the ``mark`` nodes of the document being resolved; most have none."""
        docname = self.env.current_document.docname
        if mark.__name__ not in self.data["summaries"].get(docname, ()):
            return []
        return list(document.findall(mark))

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield nothing: the standard domain already lists the terms."""
        return iter(())

    def resolve_any_xref(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Resolve nothing: ``{term}`` is the standard domain's."""
        return []


def domain_of(env: BuildEnvironment) -> SloganDomain:
    """Return the slogans domain of ``env``."""
    domain = env.domains["slogans"]
    assert isinstance(domain, SloganDomain)
    return domain
