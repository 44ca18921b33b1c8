"""The translator's inline nodes: text, emphasis, links, mentions, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from edition.words import parted

from typstpdf.breaks import pieces
from typstpdf.errors import PdfError, address_of, place_of
from typstpdf.escape import string
from typstpdf.fonts import EDITION_FACES
from typstpdf.output import Link, MentionEnd, Use, Words, use_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.config import Config

    from typstpdf.assembly import Entry
    from typstpdf.builder import TypstBuilder
    from typstpdf.output import Piece
    from typstpdf.translator import Shared

#: Characters of a note that may be divided between two pages: more than a third of a small page.
LONG_NOTE = 200


class InlineMixin:
    """Visitors for what stands inside a block."""

    builder: TypstBuilder
    docname: str
    entry: Entry
    shared: Shared
    config: Config
    in_head: bool
    words_kept: bool
    in_concordance: bool
    in_note: bool
    linked_here: set[str]
    notes: dict[str, nodes.footnote]
    notes_set: set[str]
    put: Callable[..., None]
    open: Callable[[], None]
    close: Callable[[], list[Piece]]
    label: Callable[[str], str]
    anchors: Callable[[nodes.Element], None]
    checked: Callable[[str, nodes.Node], str]
    without_marker: Callable[[str], str]
    _children: Callable[[nodes.Element], None]

    def visit_Text(self, node: nodes.Text) -> None:
        """Text is data."""
        text = self.without_marker(self.checked(node.astext(), node))
        if text and self.words_kept:
            for piece in pieces(text):
                self.put(*(self._whole_words(piece.text) if isinstance(piece, Words) else [piece]))
        elif text and not self.in_concordance and not isinstance(node.parent, nodes.reference):
            self.put(*(part for piece in pieces(text) for part in self._in_song(piece)))
        elif text:
            self.put(*self._in_song(Words(text)))

    def _whole_words(self, text: str) -> list[Piece]:
        """Return the words of a title, none of which is broken."""
        words: list[Piece] = []
        for part in parted(text, self.config.edition):
            whole = len(part) > 1 and part.isalpha()
            words += ["#whole[", Words(part), "]"] if whole else [Words(part)]
        return words

    def _in_song(self, piece: Piece) -> list[Piece]:
        """Return ``piece`` with the characters marked that the Hei face lends to the Song face."""
        faces = self.builder.faces
        if not isinstance(piece, Words) or not (lent := faces.lent(piece.text)):
            return [piece]
        marked: list[Piece] = []
        for part in re.split(f"([{''.join(lent)}]+)", piece.text):
            marked += ["#lent[", Words(part), "]"] if part[:1] in lent else [Words(part)]
        return marked

    def depart_Text(self, node: nodes.Text) -> None:
        """Nothing to close."""

    def visit_strong(self, node: nodes.Element) -> None:
        """Open strong text: a run-in heading, a lemma, the name of an entry's field."""
        self.put("#field-name[" if "slogan-field" in node["classes"] else "#strong[")

    def visit_emphasis(self, node: nodes.Element) -> None:
        """Open emphasis: in a note, the other reading."""
        self.put("#emph[")

    def visit_superscript(self, node: nodes.Element) -> None:
        """Open raised text."""
        self.put("#super[")

    def visit_subscript(self, node: nodes.Element) -> None:
        """Open lowered text."""
        self.put("#sub[")

    def _close(self, node: nodes.Element) -> None:
        self.put("]")

    depart_strong = depart_emphasis = depart_superscript = depart_subscript = _close

    visit_title_reference = visit_literal_strong = visit_strong
    depart_title_reference = depart_literal_strong = _close
    visit_literal_emphasis = visit_emphasis
    depart_literal_emphasis = _close

    def visit_literal(self, node: nodes.Element) -> None:
        """Open text quoted letter by letter."""
        self.put("#letters[")

    depart_literal = _close

    def visit_inline(self, node: nodes.Element) -> None:
        """Open a span in another language; no other has a look of its own."""
        self.anchors(node)
        if "language-en" in node["classes"]:
            self.put('#foreign("en")[')
        elif region := self._region(node):
            self.put(f"#of-region({string(region)})[")

    def depart_inline(self, node: nodes.Element) -> None:
        """Close it."""
        if "language-en" in node["classes"] or self._region(node):
            self.put("]")

    def _region(self, node: nodes.Element) -> str:
        """Return the region whose shapes ``node`` is to have, if not those of the edition."""
        codes = [name.removeprefix("language-") for name in node["classes"]]
        faces = [EDITION_FACES[code] for code in codes if code in EDITION_FACES]
        return faces[0][0] if faces and faces[0] != EDITION_FACES[self.config.edition] else ""

    visit_abbreviation = visit_generated = visit_inline
    depart_abbreviation = depart_generated = depart_inline

    def visit_problematic(self, node: nodes.problematic) -> None:
        """A mistake in the source that docutils has marked."""
        raise PdfError(f"{place_of(self.docname, node)}：“{node.astext()}”有语法错误。")

    # -- Links ---------------------------------------------------------------------------

    def visit_reference(self, node: nodes.reference) -> None:
        """Open a mention, a link in the book or a link out of it."""
        target = self._target(node)
        if self.in_head or (self.in_concordance and node.get("entry")):
            # A table's head is repeated on each page, and PDF allows no links in repetitions. In
            # the concordance the same entry stands in every row.
            self._place(node, 0)
            self.put("#[")
        elif target is None:
            uri = node.get("refuri", "")
            self.put(f"#outward({string(uri)})[" if uri else "#[")
        elif self.entry.chapter and (node.get("entry") or target in self.shared.terms):
            entry = str(node.get("entry") or self.shared.terms[target])
            place = place_of(self.docname, node)
            self._mention(entry, node, Link(*target, place, mention=True))
        elif use := self._use(node):
            self.put(f"#to-page({string(use)})[]")
            raise nodes.SkipNode
        else:
            # In the back matter a link to the text is of no use in print without its page.
            paged = self.entry.kind == "back" and target[0] in self.shared.chapters
            paged = paged or bool(node.get("paged"))
            if paged:
                target = self._note_told(node, target)
            self.put(Link(*target, place_of(self.docname, node), paged))
            if paged and "use" in node:
                # The name of the paragraph is for forms without pages.
                self.put("]")
                raise nodes.SkipNode

    depart_reference = _close

    def _target(self, node: nodes.reference) -> tuple[str, str] | None:
        if node.get("refid"):
            return self.docname, node["refid"]
        uri = node.get("refuri", "")
        if uri.startswith("%"):
            docname, _, anchor = uri[1:].partition("#")
            return docname, anchor
        return None

    def _note_told(self, node: nodes.reference, target: tuple[str, str]) -> tuple[str, str]:
        """Return the note that a line of the list of emendations is about, or ``target``.

        The paragraph that is linked may begin a page before. The line and the note begin alike,
        with the reading of the text.
        """
        told = node.parent.next_node(nodes.strong)
        notes = self.shared.lemmas.get(target, [])
        for number, (lemma, anchor) in enumerate(notes):
            if told is not None and told.parent is node.parent and lemma == told.astext():
                del notes[number]
                return target[0], anchor
        return target

    def _mention(self, entry: str, node: nodes.reference, link: Link) -> None:
        """Set a mention and mark its place, so that the entry can name its page.

        Only the first mention of an entry in a document is a link: a page on which every other
        word can be clicked is restless, and each link costs Typst a second layout of its
        paragraph and about 20 KB (benchmarks/pdf.py).
        """
        numbers = self.shared.mentions[entry]
        count, last, before_last = self.shared.counted.get(entry, (0, "", ""))
        count += 1
        block = address_of(node)
        if block and block == last == before_last:
            numbers.pop()  # between the first and this one
        numbers.append(count)
        self.shared.counted[entry] = (count, block, last)
        self._place(node, count)
        self.put(Use(entry, count))
        if entry in self.linked_here:
            self._children(node)
        else:
            self.linked_here.add(entry)
            self.put(link)
            self._children(node)
            self.put(MentionEnd())
        raise nodes.SkipNode

    def _place(self, node: nodes.reference, number: int) -> None:
        """Keep the number of a mention for the concordance, which has none of those in notes."""
        if self.entry.chapter and node.get("entry") and not self.in_note:
            self.shared.places[self.docname, node["entry"]].append(number)

    def _use(self, node: nodes.reference) -> str:
        """Return the label of the mention whose place ``node`` is, or an empty string.

        The paragraph may have begun a page before. A mention that is neither the first nor the
        last of its paragraph has a label for this alone; the concordance prints so many lines
        at most, so there are so many at most.
        """
        if "use" not in node:
            return ""
        docname, entry, which = node["use"]
        numbers = self.shared.places.get((docname, entry), ())
        number = numbers[which] if which < len(numbers) else 0
        if not number:
            return ""
        self.shared.listed[entry].add(number)
        return use_label(entry, number)

    # -- Notes ---------------------------------------------------------------------------

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Set the note here; Typst puts it at the foot of the page. A second mark repeats it."""
        target = node.get("refid", "")
        note = self.notes.get(target)
        if note is None:
            raise PdfError(f"{place_of(self.docname, node)}：没有编号为“{target}”的注。")
        self.anchors(node)
        label = self.label(target)
        if target in self.notes_set:
            self.put(f"#note-again({string(label)})")
            raise nodes.SkipNode
        self.notes_set.add(target)
        if lemma := note.next_node(nodes.strong):
            block = (self.docname, address_of(node.parent))
            self.shared.lemmas[block].append((lemma.astext(), target))
        if len(note.astext()) > LONG_NOTE:
            self.shared.long_notes.append(label)
        self.put(f"#note({string(label)})[")
        self.in_note = True
        for child in note.children:
            if not isinstance(child, nodes.label):
                self._note_block(child)
        self.in_note = False
        self.put("]")
        raise nodes.SkipNode

    def _note_block(self, block: nodes.Node) -> None:
        # The text of a one-paragraph note runs on from its number.
        inner = block.children if isinstance(block, nodes.paragraph) else [block]
        for child in inner:
            child.walkabout(self)  # type: ignore[arg-type]

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Notes are set where they are referred to."""
        raise nodes.SkipNode
