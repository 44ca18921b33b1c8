"""From a document's nodes to calls of the functions of ``template.typ``.

A translator takes one resolved doctree and leaves a :class:`Translated`. Every node is either
set or stops the build by name: see :meth:`BlockTranslator.unknown_visit`. Nothing here decides
how anything looks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from addresses import without_marks
from docutils import nodes
from runin import RUN_IN
from sphinx.util.docutils import SphinxTranslator

from typstpdf.assembly import Entry
from typstpdf.boxes import BoxMixin
from typstpdf.errors import PdfError, place_of
from typstpdf.escape import string, unprintable
from typstpdf.glossary import GlossaryMixin
from typstpdf.inline import InlineMixin
from typstpdf.keeping import keeper, setting
from typstpdf.output import BlockEnd, Labels, Piece
from typstpdf.points import PointsMixin
from typstpdf.tables import TableMixin

if TYPE_CHECKING:
    from typstpdf.builder import TypstBuilder

#: Nodes that print nothing in a book: the tree that assembly has read already, marks for other
#: formats, comments. Anything not named here or in a visitor stops the build.
SILENT = {
    "comment",
    "docinfo",
    "highlightlang",
    "index",
    "meta",
    "slogan_downloads",  # data files of the website
    "substitution_definition",
    "tabular_col_spec",
    "toctree",
}

#: Boxes with a title of their own.
ASIDES = {
    "admonition",
    "attention",
    "caution",
    "danger",
    "error",
    "hint",
    "important",
    "note",
    "seealso",
    "sidebar",
    "tip",
    "topic",
    "warning",
}


#: Characters of a title that stands in one line on any page but the smallest.
ONE_LINE = 14


@dataclass
class Shared:
    """What the translators of one book have in common."""

    labels: Labels
    #: Address of a slogan's entry -> numbers of its mentions, in reading order. Of those in one
    #: paragraph only the first and the last: no paragraph is on more than two pages or so.
    mentions: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    #: Address of an entry -> how many mentions it has, and which paragraph had the last two.
    counted: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    #: (document, address of an entry) -> numbers of its mentions in the running text, in reading
    #: order, as the concordance counts them; 0 for one that no mark can stand at.
    places: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    #: Address of an entry -> numbers of the mentions whose pages the concordance names.
    listed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    #: (document, id) of the glossary's terms, for mentions that no extension has marked.
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Documents of the body.
    chapters: frozenset[str] = frozenset()
    #: Image in the source folder -> its name beside the Typst source.
    images: dict[str, str] = field(default_factory=dict)
    #: (document, id of a block) -> what each of its notes is on, and the note's label.
    lemmas: dict[tuple[str, str], list[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    #: Labels of notes too long to stay on one page for certain.
    long_notes: list[str] = field(default_factory=list)
    #: Characters without a glyph -> the first place of each.
    no_glyph: dict[str, str] = field(default_factory=dict)


@dataclass
class Translated:
    """One document as Typst source."""

    title: list[Piece] = field(default_factory=list)
    title_text: str = ""
    labels: list[str] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    #: (label, title) of the works in it, in order, for the running head.
    works: list[tuple[str, str]] = field(default_factory=list)


class BlockTranslator(
    PointsMixin, GlossaryMixin, TableMixin, BoxMixin, InlineMixin, SphinxTranslator
):
    """Walks one doctree; the result is in :attr:`result`."""

    builder: TypstBuilder

    def __init__(
        self, document: nodes.document, builder: TypstBuilder, entry: Entry, shared: Shared
    ) -> None:
        """Prepare to walk ``document``, the ``entry`` of the book that ``shared`` is about."""
        super().__init__(document, builder)
        self.entry = entry
        self.shared = shared
        self.docname = entry.docname
        self.result = Translated()
        self.out: list[Piece] = self.result.body
        self.depth = 0
        self.linked_here: set[str] = set()
        self.notes = {i: note for note in document.findall(nodes.footnote) for i in note["ids"]}
        self.notes_set: set[str] = set()
        self.in_note = False
        self.words_kept = False
        self._work_ids = {str(work.get("id")) for work in entry.chapter.get("works", [])}
        self._saved: list[list[Piece]] = []
        self._forms: list[int] = []
        self.init_tables()

    # -- Output ------------------------------------------------------------------------

    def put(self, *pieces: Piece) -> None:
        """Add pieces to what is being written."""
        self.out.extend(pieces)

    def open(self) -> None:
        """Write into a new list until :meth:`close`."""
        self._saved.append(self.out)
        self.out = []

    def close(self) -> list[Piece]:
        """Return what was written since :meth:`open`."""
        written, self.out = self.out, self._saved.pop()
        return written

    def label(self, anchor: str) -> str:
        """Return the label of an id of this document."""
        return self.shared.labels.claim(self.docname, anchor)

    def anchors(self, node: nodes.Element) -> None:
        """Put a mark for each id of ``node`` that no element carries."""
        for anchor in node["ids"]:
            self.put(f"#anchor({string(self.label(anchor))})")

    def checked(self, text: str, node: nodes.Node) -> str:
        """Return ``text``; notes characters without a glyph, refuses those no page can show."""
        bad = unprintable(text)
        if bad is not None:
            raise PdfError(
                f"{place_of(self.docname, node)}：有印不出来的控制字符 U+{ord(bad):04X}。"
                "请从原文里删去。"
            )
        for character in self.builder.faces.lacks(text):
            self.shared.no_glyph.setdefault(character, place_of(self.docname, node))
        return text

    def unknown_visit(self, node: nodes.Node) -> None:
        """Pass over what prints nothing; stop the build for what this translator cannot set."""
        names = {cls.__name__ for cls in type(node).__mro__}
        if names & SILENT:
            raise nodes.SkipNode
        if names & ASIDES:
            self.visit_aside(node)
            return
        raise PdfError(
            f"{place_of(self.docname, node)}：PDF 还不会排“{type(node).__name__}”这种成分。"
            "请换一种写法，或在 _ext/typstpdf/translator.py 里为它加上排法。"
        )

    def unknown_departure(self, node: nodes.Node) -> None:
        """Close an aside."""
        self.depart_aside(node)

    # -- Documents, sections, headings ---------------------------------------------------

    def visit_document(self, node: nodes.document) -> None:
        """Nothing: the parts are what matters."""

    def depart_document(self, node: nodes.document) -> None:
        """A note that nothing refers to would vanish: stop."""
        for anchor in self.notes.keys() - self.notes_set:
            raise PdfError(
                f"{place_of(self.docname, self.notes[anchor])}：注“{anchor}”没有任何正文引用它。"
                "请加上引用，或删去此注。"
            )

    def visit_section(self, node: nodes.section) -> None:
        """Go one level down."""
        self.depth += 1

    def depart_section(self, node: nodes.section) -> None:
        """Come back up."""
        self.depth -= 1

    def visit_title(self, node: nodes.title) -> None:
        """Collect a heading; the caption of a table and the title of a box are other things.

        One that may take more than a line is not broken within a word.
        """
        self.open()
        self.words_kept = isinstance(node.parent, nodes.section) and len(node.astext()) > ONE_LINE

    def depart_title(self, node: nodes.title) -> None:
        """Set the heading with its first id as label; further ids become marks before it."""
        content = self.close()
        self.words_kept = False
        parent = node.parent
        if isinstance(parent, nodes.table):
            self.caption = content
        elif not isinstance(parent, nodes.section):
            self.put("#aside-title[", *content, "]\n")
        elif self.depth == 1:
            self.result.title = content
            self.result.title_text = without_marks(node)
            self.result.labels = [self.label(anchor) for anchor in parent["ids"]]
            if self.result.labels:
                self.shared.labels.head(self.docname, self.result.labels[0])
            self.result.works = [
                (self.label(anchor), without_marks(node))
                for anchor in parent["ids"]
                if anchor in self._work_ids
            ]
        else:
            self._heading(parent, content, without_marks(node))

    def _heading(self, section: nodes.section, content: list[Piece], text: str) -> None:
        first, *others = [self.label(anchor) for anchor in section["ids"]] or [""]
        for other in others:
            self.put(f"#anchor({string(other)})")
        level = max(self.entry.level, 1) + self.depth - 1
        if self._work_ids.intersection(section["ids"]):
            self.result.works.append((first, text))
            self.put(f"#work({level}, {string(first)}, {string(text)})[", *content, "]\n")
            return
        # Below a chapter of several works, their own headings start one level deeper.
        in_work = any(
            self._work_ids.intersection(above["ids"])
            for above in (section.parent, section.parent.parent)
            if isinstance(above, nodes.section) and not isinstance(above.parent, nodes.document)
        )
        depth = self.depth - 1 - in_work
        noted = ", noted: true" if any(section[0].findall(nodes.footnote_reference)) else ""
        self.put(f"#heading-in-text({level}, {depth}, {string(first)}, {string(text)}{noted})[")
        self.put(*content, "]\n")

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        """Open a subtitle."""
        self.put('#division("subtitle")[')

    def depart_subtitle(self, node: nodes.subtitle) -> None:
        """Close it."""
        self.put("]\n")

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Open a heading that is in no list of contents."""
        self.anchors(node)
        self.put("#rubric[")

    def depart_rubric(self, node: nodes.rubric) -> None:
        """Close it."""
        self.put("]\n")

    # -- Blocks -------------------------------------------------------------------------

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Begin a paragraph with its address."""
        forms = [
            self.point_begins(node),
            *map(_opened, (setting(node), keeper(node, self.notes_set))),
        ]
        self._forms.append(sum(map(bool, forms)))
        self.put("\n", *forms)
        self.anchors(node)
        if heading := node.get(RUN_IN):
            level = max(self.entry.level, 1) + self.depth
            self.put(f"#run-in-bookmark({level}, {string(heading)})")

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        """End it; a blank line is what ends a paragraph in Typst."""
        for anchor in node["ids"]:
            self.put(BlockEnd(self.label(anchor)))
        self.put("]" * self._forms.pop(), "\n\n")

    visit_compact_paragraph = visit_paragraph
    depart_compact_paragraph = depart_paragraph

    def visit_container(self, node: nodes.container) -> None:
        """Open one function per class: ``byline``, ``points`` …"""
        self.anchors(node)
        self.points_begin(node)
        for name in node["classes"]:
            self.put(f"#division({string(name)})[")

    def depart_container(self, node: nodes.container) -> None:
        """Close them."""
        self.put("]" * len(node["classes"]), "\n")

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        """Open a quotation."""
        self.anchors(node)
        self.put("#quotation[")

    def depart_block_quote(self, node: nodes.block_quote) -> None:
        """Close it."""
        self.put("]\n")

    def visit_attribution(self, node: nodes.attribution) -> None:
        """Open the line that says who is quoted."""
        self.put("#attribution[")

    def depart_attribution(self, node: nodes.attribution) -> None:
        """Close it."""
        self.put("]\n")

    def visit_transition(self, node: nodes.transition) -> None:
        """A break in the thought."""
        self.put("#transition\n")
        raise nodes.SkipNode

    def visit_literal_block(self, node: nodes.FixedTextElement) -> None:
        """Text whose lines stay as they are."""
        lines = ", ".join(string(self.checked(line, node)) for line in node.astext().split("\n"))
        self.anchors(node)
        self.put(f"#verbatim(({lines},))\n")
        raise nodes.SkipNode

    def visit_doctest_block(self, node: nodes.doctest_block) -> None:
        """The same."""
        self.visit_literal_block(node)

    def visit_line_block(self, node: nodes.line_block) -> None:
        """Open a group of lines."""
        self.put("#verse[")

    def depart_line_block(self, node: nodes.line_block) -> None:
        """Close it."""
        self.put("]\n")

    def visit_line(self, node: nodes.line) -> None:
        """A line of its group."""

    def depart_line(self, node: nodes.line) -> None:
        """End the line."""
        self.put("#linebreak()")

    def visit_compound(self, node: nodes.compound) -> None:
        """A group of blocks that are set as they come."""
        self.anchors(node)

    def depart_compound(self, node: nodes.compound) -> None:
        """Nothing to close."""

    def visit_target(self, node: nodes.target) -> None:
        """A mark that links lead to."""
        self.anchors(node)

    def depart_target(self, node: nodes.target) -> None:
        """Nothing to close."""

    def visit_system_message(self, node: nodes.system_message) -> None:
        """A mistake in the source that MyST or docutils has found."""
        raise PdfError(f"{place_of(self.docname, node)}：{node.astext()}")


def _opened(function: str) -> str:
    return f"#{function}[" if function else ""
