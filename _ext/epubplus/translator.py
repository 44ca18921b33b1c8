"""XHTML with the semantics of a book: ``epub:type`` and the DPUB-ARIA role that matches it.

Sources: EPUB 3 Structural Semantics Vocabulary 1.1, DPUB-ARIA 1.1, and the table in which the
EPUB Type to ARIA Role Authoring Guide 1.1 pairs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import interface
from docutils import nodes
from linebreaks import BreakingTranslator
from sphinx import addnodes

from epubplus.vertical import wants_vertical

if TYPE_CHECKING:
    from docutils.nodes import Element

    from epubplus.builder import EpubPlusBuilder
    from epubplus.mentions import mention_note, mention_notes

#: Marks around the number of a note, in the text and before the note: tortoise-shell brackets,
#: as Chinese critical editions have them.
NOTE_OPEN, NOTE_CLOSE = "〔", "〕"


def semantics(epub_type: str, role: str = "") -> dict[str, Any]:
    """Return the attributes for a structural semantic and its role."""
    return {"epub:type": epub_type, **({"role": role} if role else {})}


class EpubTranslator(BreakingTranslator):
    """Sphinx's HTML5 writer with a book's semantics in place of a documentation site's."""

    builder: EpubPlusBuilder

    def _ui(self, key: str, **values: object) -> str:
        return interface.text(self.builder.edition, key, **values)

    # -- Chapters ------------------------------------------------------------------------

    def visit_section(self, node: Element) -> None:
        """Open a section; the outermost one says what part of the book it is."""
        self.section_level += 1
        attributes: dict[str, Any] = {}
        if isinstance(node.parent, nodes.document):
            attributes = semantics(*self.builder.part_of_book(node))
        self.body.append(self.starttag(node, "section", **attributes))
        if attributes and (marker := self.builder.marker):
            self.body.append(f'<p class="marker">{self.encode(marker)}</p>\n')

    # -- Notes ---------------------------------------------------------------------------

    def visit_footnote_reference(self, node: Element) -> None:
        """Write the mark of a note; reading systems open the note over the page."""
        attributes = semantics("noteref", "doc-noteref")
        self.body.append("<sup>")
        self.body.append(
            self.starttag(node, "a", "", CLASS="note", href=f"#{node['refid']}", **attributes)
        )
        self.body.append(NOTE_OPEN)

    def depart_footnote_reference(self, node: Element) -> None:
        """Close the mark."""
        self.body.append(f"{NOTE_CLOSE}</a></sup>")

    def visit_footnote(self, node: Element) -> None:
        """Open a note, and before the first one the section of the notes."""
        if not isinstance(node.previous_sibling(), nodes.footnote):
            self._open_notes("apparatus", self._ui("epub-notes"))
        self.body.append(
            self.starttag(node, "aside", CLASS="note", **semantics("footnote", "doc-footnote"))
        )

    def depart_footnote(self, node: Element) -> None:
        """Close a note, and after the last one the section."""
        self.body.append("</aside>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</section>\n")

    def _open_notes(self, kind: str, heading: str) -> None:
        self.body.append(
            f'<section class="notes {kind}" epub:type="footnotes">\n<h2>{heading}</h2>\n'
        )

    def visit_label(self, node: Element) -> None:
        """Skip: the number of a note stands within its first paragraph."""
        raise nodes.SkipNode

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Open a paragraph; the first of a note begins with the way back.

        Engines take the content of a note out of its ``aside``, so its paragraphs bear the class.
        """
        note = node.parent
        if not isinstance(note, nodes.footnote):
            super().visit_paragraph(node)
            return
        self.body.append(self.starttag(node, "p", "", CLASS="note-text"))
        if _first_paragraph(note) is node:
            number = self.encode(note[0].astext())
            if wants_vertical(self.builder.edition):
                number = f'<span class="tcy">{number}</span>'
            text = f"{NOTE_OPEN}{number}{NOTE_CLOSE}"
            plain = f"{NOTE_OPEN}{note[0].astext()}{NOTE_CLOSE}"
            for mark in note["backrefs"]:
                self._backlink(mark, text, plain)

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        """Close a paragraph."""
        if isinstance(node.parent, nodes.footnote):
            self.body.append("</p>\n")
        else:
            super().depart_paragraph(node)

    def _backlink(self, target: str, content: str, plain: str) -> None:
        """Write the way back to ``target``: ``content`` is XHTML, ``plain`` the same as text."""
        label = self.attval(self._ui("epub-back", text=plain))
        self.body.append(
            f'<a class="back" epub:type="backlink" role="doc-backlink" href="#{target}"'
            f' aria-label="{label}">{content}</a>'
        )

    # -- Mentions and the glossary -------------------------------------------------------

    def visit_reference(self, node: Element) -> None:
        """Open a link; a mention of a slogan leads to its note in the same chapter.

        A link to an entry of the glossary is a link like any other. ``glossref`` would be true of
        it, but engines that know the word show the term it leads to over the page, and not what
        the glossary says of it.
        """
        if "mention" not in node["classes"]:
            super().visit_reference(node)
            return
        attributes: dict[str, Any] = {"href": node.get("refuri") or f"#{node['refid']}"}
        if "refid" in node:
            attributes |= semantics("noteref", "doc-noteref")
        self.body.append(self.starttag(node, "a", "", **attributes))

    def visit_mention_notes(self, node: mention_notes) -> None:
        """Open the section that explains a chapter's slogans."""
        self._open_notes("slogans", self._ui("epub-slogans"))

    def depart_mention_notes(self, node: mention_notes) -> None:
        """Close the section."""
        self.body.append("</section>\n")

    def visit_mention_note(self, node: mention_note) -> None:
        """Open the note on a slogan: the name, which leads back, then how it is read."""
        self.body.append(
            self.starttag(node, "aside", CLASS="note", **semantics("footnote", "doc-footnote"))
        )
        self.body.append('<p class="note-text">')
        self._backlink(node["backref"], self.encode(node["term"]), node["term"])
        if node["pinyin"]:
            self.body.append(
                f' <span class="pinyin" lang="zh-Latn-pinyin" xml:lang="zh-Latn-pinyin">'
                f"{self.encode(node['pinyin'])}</span>"
            )
        self.body.append("\u3000")

    def depart_mention_note(self, node: mention_note) -> None:
        """Close the note with the way to the full entry."""
        self.body.append(
            f' <a class="entry" href="{self.attval(node["entry"])}">'
            f"{self._ui('epub-entry')}</a></p></aside>\n"
        )

    def visit_glossary(self, node: Element) -> None:
        """Skip the wrapper: the section around it bears the semantics."""

    def depart_glossary(self, node: Element) -> None:
        """Skip the wrapper."""

    def visit_term(self, node: Element) -> None:
        """Open a term."""
        attributes = semantics("glossterm") if _in_glossary(node.parent.parent) else {}
        self.body.append(self.starttag(node, "dt", "", **attributes))

    def visit_definition(self, node: Element) -> None:
        """Open a definition."""
        attributes = semantics("glossdef") if _in_glossary(node.parent.parent) else {}
        self.body.append(self.starttag(node, "dd", "", **attributes))


def _first_paragraph(note: Element) -> Element | None:
    return next((child for child in note if isinstance(child, nodes.paragraph)), None)


def _in_glossary(definition_list: Element) -> bool:
    return isinstance(definition_list.parent, addnodes.glossary)
