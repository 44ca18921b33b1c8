"""Post-transforms: links for mentions, and what an entry gets once the whole book is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import interface
from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from slogans.collect import entry_items, terms
from slogans.domain import domain_of
from slogans.nodes import slogan_index, slogan_mention, slogan_uses
from slogans.order import index_groups

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from slogans.model import Entry


def entry_reference(
    builder: Builder, docname: str, entry: Entry, text: str | None = None
) -> nodes.reference:
    """Return a link from ``docname`` to ``entry``, which reads ``text`` (or else the term).

    Where the builder makes no page of the glossary the link leads nowhere, but the text stays.
    """
    link = nodes.reference("", "", internal=True, entry=entry.label)
    link.attributes.update(_target(builder, docname, entry))
    link += nodes.Text(entry.term if text is None else text)
    return link


def _target(builder: Builder, docname: str, entry: Entry) -> dict[str, str]:
    """Return the attribute of a reference that leads from ``docname`` to ``entry``."""
    if docname == entry.docname:
        return {"refid": entry.label}
    try:
        uri = builder.get_relative_uri(docname, entry.docname)
    except NoUri:
        uri = ""
    return {"refuri": f"{uri}#{entry.label}"}


class LinkMentions(SphinxPostTransform):
    """Turn each ``{term}`` that names an entry into a link to it.

    Sphinx's own resolver would do the same through its domains and events; a book has tens of
    thousands of mentions, and one look into a dictionary is enough. What names no entry is left
    to Sphinx, which warns.
    """

    #: Before Sphinx's ReferencesResolver (10).
    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Replace the references of this document."""
        domain = domain_of(self.env)
        docname = self.env.current_document.docname
        if docname not in domain.data["links"]:
            return
        entries = domain.view.entries
        builder = self.env._app.builder
        targets: dict[str, dict[str, str]] = {}
        for xref in list(terms(self.document)):
            entry = entries.get(xref["reftarget"])
            if entry is not None:
                if entry.key not in targets:
                    targets[entry.key] = _target(builder, docname, entry)
                link = slogan_mention("", internal=True, entry=entry.label, **targets[entry.key])
                _put_in_place(link, xref)


def _put_in_place(link: nodes.reference, xref: addnodes.pending_xref) -> None:
    """Put ``link`` where ``xref`` is, with its text."""
    text = nodes.Text(xref.astext())
    if any(xref[name] for name in ("ids", "names", "classes", "dupnames")):
        xref.replace_self(link)  # which hands them on
    else:
        parent = xref.parent
        parent[parent.index(xref)] = link
    link.append(text)


class CompleteEntries(SphinxPostTransform):
    """Give a glossary its index and its entries their uses."""

    default_priority = 20

    def run(self, **kwargs: object) -> None:
        """Change the glossaries of this document, if it has any."""
        domain = domain_of(self.env)
        entries = {e.label: e for e in domain.data["entries"].get(self._docname, ())}
        if not entries:
            return
        glossaries = list(self.document.findall(addnodes.glossary))
        for term, definition in entry_items(glossaries):
            entry = entries[next(i for i in term["ids"] if i in entries)]
            works = domain.view.uses(entry.key)
            definition += slogan_uses(
                entry=entry.label, works=works, total=sum(len(w.uses) for w in works)
            )
        for glossary in glossaries:
            if next(entry_items([glossary]), None):
                parent = glossary.parent
                parent.insert(parent.index(glossary), self._index())
                break

    @property
    def _docname(self) -> str:
        return self.env.current_document.docname

    def _index(self) -> slogan_index:
        edition = self.config.edition
        return entry_index(self.env._app.builder, self._docname, edition, counts=None)


def entry_index(
    builder: Builder, docname: str, edition: str, counts: dict[str, int] | None
) -> slogan_index:
    """Return the index of all entries, with the number of uses of each if ``counts`` has them."""
    kind = "strokes" if edition.startswith("zh-Hant") else "pinyin"
    title = interface.text(edition, f"slogans-index-{kind}-title")
    index = slogan_index(title=title, classes=["slogan-index"])
    for group in index_groups(builder.env, edition):
        line = nodes.paragraph("", "", nodes.strong("", group.heading), nodes.Text(" "))
        for position, entry in enumerate(group.entries):
            if position:
                # An ideographic space would begin a line where the line breaks after it.
                line += nodes.Text(" ")
            line += entry_reference(builder, docname, entry)
            if counts is not None:
                line += nodes.Text(f" {counts.get(entry.key, 0)}")
        index += line
    return index
