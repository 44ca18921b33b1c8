"""A chapter's nodes as HTML: what Sphinx's translator makes, less what it makes for manuals."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

import chapterlist
from docutils import nodes
from interface import text
from linebreaks import BreakingTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder

#: The address of a paragraph (MyST contract): work, ``-p``, number.
PARAGRAPH = re.compile(r"e\d+[a-z]+-p(\d+)")


class BookHTMLTranslator(BreakingTranslator):
    """HTML for reading: quiet marks, notes in one list, tables that scroll by themselves.

    The mark ¶ is drawn by the style sheet: the text of a paragraph's element is the paragraph's
    text and nothing else, whoever reads or copies it.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        """Translate ``document`` for ``builder``."""
        super().__init__(document, builder)
        del self.meta[2:]  # docutils' own: the templates say it better
        self._edition: str = self.config.edition

    def _ui(self, key: str, **values: object) -> str:
        return self.attval(text(self._edition, key, **values))

    def add_permalink_ref(self, node: Element, title: str) -> None:
        """Add a heading's or an entry's mark, named in the edition's own words."""
        if node["ids"]:
            self._add_mark(node["ids"][0], self._ui("cite-section"))

    def _add_mark(self, address: str, label: str) -> None:
        self.body.append(f'<a class="pilcrow" href="#{address}" aria-label="{label}"></a>')

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Open a paragraph; one with an address of its own gets its mark, in its indent.

        First, not last: after the last character Chromium 156 takes it for one more line, and
        justifies the last line of text (``text-wrap: pretty``).
        """
        super().visit_paragraph(node)
        for address in node["ids"]:
            if match := PARAGRAPH.fullmatch(address):
                self._add_mark(address, self._ui("cite-paragraph", number=match[1]))

    # -- Notes: one list under one heading, each note a list item with its way back ---------

    def visit_footnote(self, node: Element) -> None:
        """Open the list before the first note, and the note."""
        if not isinstance(node.previous_sibling(), nodes.footnote):
            self.body.append(
                '<section class="notes" aria-labelledby="notes">'
                f'<h2 id="notes">{self._ui("notes")}</h2>\n<ol>\n'
            )
        self.body.append(self.starttag(node, "li", "", CLASS="note"))

    def depart_footnote(self, node: Element) -> None:
        """Close the note, and the list after the last one."""
        self.body.append("</li>\n")
        following = node.next_node(descend=False, siblings=True)
        if not isinstance(following, nodes.footnote):
            self.body.append("</ol>\n</section>\n")

    def visit_label(self, node: Element) -> None:
        """Print the note's number as the way back to its mark in the text."""
        note = node.parent
        back = note["backrefs"][0] if note["backrefs"] else ""
        number = self.encode(node.astext())
        if back:
            label = self._ui("note-back", number=number)
            self.body.append(
                f'<a class="note-number" role="doc-backlink" href="#{back}"'
                f' aria-label="{label}">{number}</a>'
            )
        else:
            self.body.append(f'<span class="note-number">{number}</span>')
        raise nodes.SkipNode

    def visit_footnote_reference(self, node: Element) -> None:
        """Open a note's mark: the bare number, raised by the style sheet."""
        label = text(self._edition, "note-mark", number=node.astext())
        attributes: dict[str, Any] = {"aria-label": label}
        self.body.append(
            self.starttag(
                node,
                "a",
                "",
                CLASS="note-mark",
                role="doc-noteref",
                href=f"#{node['refid']}",
                **attributes,
            )
        )

    def depart_footnote_reference(self, node: Element) -> None:
        """Close a note's mark."""
        self.body.append("</a>")

    # -- Tables --------------------------------------------------------------------------

    def visit_table(self, node: nodes.table) -> None:
        """Open a table in a frame of its own, which scrolls where the page must not."""
        label = self._ui("table")
        self.body.append(f'<div class="table" role="group" tabindex="0" aria-label="{label}">')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its frame."""
        super().depart_table(node)
        self.body.append("</div>\n")

    # -- Contents: each chapter with its number as printed ----------------------------------

    def visit_reference(self, node: Element) -> None:
        """Open a link; one in a table of contents gets the chapter's number before its title."""
        super().visit_reference(node)
        if marker := self._listed(node)[0]:
            self.body.append(f"<small>{self.encode(marker)}</small>")

    def depart_reference(self, node: nodes.reference) -> None:
        """Close a link; one in a table of contents gets the authors after the title."""
        if who := self._listed(node)[1]:
            self.body.append(f'\u3000<span class="by">{self.encode(who)}</span>')
        super().depart_reference(node)

    def _listed(self, node: Element) -> tuple[str, str]:
        """Return the number and the authors of what the link leads to, if contents list it."""
        entry = node.parent.parent
        classes = entry["classes"] if isinstance(entry, nodes.list_item) else []
        if not {"toctree-l1", "toctree-l2"}.intersection(classes):
            return "", ""
        return self._contents.get(node.get("refuri", ""), ("", ""))

    @cached_property
    def _contents(self) -> dict[str, tuple[str, str]]:
        """Address of a chapter or work, as this page links to it, to its number and authors.

        Also of the chapters of volumes: without these many have the same name.
        """
        here, env = self.builder.current_docname, self.builder.env
        volumes = env.toctree_includes.get(here, [])
        chapters = [name for volume in volumes for name in env.toctree_includes.get(volume, [])]
        found = {}
        for below in (*volumes, *chapters):
            address = self.builder.get_relative_uri(here, below)
            who = chapterlist.authors(env, below) if below in env.metadata else {}
            marker = env.metadata.get(below, {}).get("marker", "")
            found[address] = (marker, who.get("", ""))
            found |= {f"{address}#{work}": ("", names) for work, names in who.items() if work}
        return found

    def visit_colspec(self, node: nodes.colspec) -> None:
        """Keep no column widths: they would be inline styles, which the site forbids."""
        node.attributes.pop("colwidth", None)
        super().visit_colspec(node)
