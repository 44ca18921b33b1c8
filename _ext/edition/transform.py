"""The transform that turns a document read in one script into another edition.

It runs in the read phase, before titles, toctree entries, terms and index
entries are collected, so that all of Sphinx sees only the edition's text. The
doctree it leaves behind is what Sphinx caches: a document that has not changed
is not converted again.

A block (paragraph, heading, term, table cell …) is converted as a whole: the
text nodes within it, however deep in inline markup, are joined, converted, and
laid back over the same nodes. Conversion keeps the length of a text, so each
node gets back exactly as many characters as it gave. The names of persons that
a work has for sure in one block are names in all of its blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

import facts
from addresses import sections_and_notes
from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from edition import appendix
from edition.codes import edition as edition_of
from edition.identity import Names
from edition.overlay import Stretch
from edition.passages import Heads, Printed
from edition.record import EditionRecord, StrayQuote, stray_quotes
from edition.settings import converter
from edition.verbatim import is_verbatim

#: Stands in the joined text for what is not text (code, an image): no word of a
#: dictionary holds it, so no phrase is found across it. U+FFFC OBJECT REPLACEMENT.
BARRIER = "\ufffc"

#: Inline nodes whose text is not prose and is left as it is.
_OPAQUE = (
    nodes.literal,
    nodes.math,
    nodes.raw,
    nodes.image,
    nodes.problematic,
    nodes.substitution_reference,
)

#: Inline nodes that hold a number or nothing and stand *between* characters of a
#: sentence; the words on both sides belong together.
_TRANSPARENT = (
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.label,
    nodes.target,
    addnodes.index,
)

#: Blocks whose text is code or data.
_VERBATIM_BLOCKS = (
    nodes.literal_block,
    nodes.doctest_block,
    nodes.math_block,
    nodes.raw,
    nodes.comment,
    nodes.system_message,
    nodes.substitution_definition,
    nodes.docinfo,  # the front matter: its values are converted apart
)

#: Attributes that a reader sees or hears.
_TEXT_ATTRIBUTES = frozenset({"alt", "title", "explanation", "reftitle", "summary"})

#: Elements that hold words in other ways.
_WITH_DATA = (addnodes.index, addnodes.toctree, nodes.docinfo, nodes.meta)

#: What :func:`words` finds is called so among the facts of a document.
WORDS = "edition words"


def blocks(root: nodes.Node) -> Iterator[nodes.TextElement]:
    """Yield the outermost text-bearing elements below *root*, in reading order."""
    for child in root.children:
        if isinstance(child, _VERBATIM_BLOCKS) or is_verbatim(child):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        elif isinstance(child, nodes.Element):
            yield from blocks(child)


def pieces(block: nodes.Element) -> Iterator[nodes.Text | None]:
    """Yield the text nodes of *block* that are prose; ``None`` is a barrier."""
    for piece in _places(block):
        yield None if piece is None else piece[0].children[piece[1]]  # type: ignore[misc]


def _places(block: nodes.Element) -> Iterator[tuple[nodes.Element, int, int] | None]:
    """Yield where the text nodes of *block* are that are prose; ``None`` is a barrier.

    A place is a parent, the number among its children, and the length of the text.
    """
    for number, child in enumerate(block.children):
        if isinstance(child, nodes.Text):
            yield block, number, len(child)
        elif isinstance(child, _OPAQUE) or is_verbatim(child):
            yield None
        elif isinstance(child, nodes.Element) and not isinstance(child, _TRANSPARENT):
            yield from _places(child)


def plain_text(block: nodes.Element) -> str:
    """Return the prose of *block* as one string, as the converter is given it."""
    return "".join([BARRIER if piece is None else piece for piece in pieces(block)])


class Block(NamedTuple):
    """A block with prose that is not ASCII alone, and where it is."""

    #: Id that a link to it goes to.
    address: str
    #: Its prose, as one string.
    text: str
    places: list[tuple[nodes.Element, int, int] | None]
    #: Passages in it that have ids of their own.
    stretches: tuple[Stretch, ...]


class Words(NamedTuple):
    """What of a document concerns the conversion."""

    #: Blocks that the converter is given, in reading order.
    prose: list[Block]
    #: Elements that hold words otherwise than as text.
    data: list[nodes.Element]
    #: Quotation marks that have no partner.
    strays: list[StrayQuote]
    #: Id of the chapter that it is, ``""`` if it is none.
    chapter: str
    #: Address of a note → address of the block that its first mark stands in.
    marks: dict[str, str]


def words(document: nodes.document) -> Words:
    """Return what of *document*, which is being read, concerns the conversion."""
    prose = []
    heads = Heads(document)
    for block in blocks(document):
        text = plain_text(block)
        if not text.isascii():
            stretches = heads.stretches(block, text)
            prose.append(Block(address_of(block), text, list(_places(block)), stretches))
    data = [
        node
        for node in document.findall(nodes.Element)
        if isinstance(node, _WITH_DATA) or not _TEXT_ATTRIBUTES.isdisjoint(node.attributes)
    ]
    script = edition_of(document.settings.env.config.edition_source).script
    strays = [one for b in prose for one in stray_quotes(b.address, b.text, script)]
    return Words(prose, data, strays, heads.chapter, _marks(document))


def _place(address: str, stretches: tuple[Stretch, ...]) -> str:
    """Return which part of the work at *address* (``e04a``) a block over its text is.

    That is the title or the byline (``e04a-byline``); any other block is the one at *address*.
    """
    names = (stretch.passage for stretch in stretches)
    return next((name for name in names if work_of(name) == address), address)


def _marks(document: nodes.document) -> dict[str, str]:
    """Return the address of each note with that of the block that its first mark stands in."""
    notes = {
        name: address_of(note)
        for note in sections_and_notes(document)
        if isinstance(note, nodes.footnote)
        for name in note["ids"]
    }
    found: dict[str, str] = {}
    if not notes:  # as in most chapters: their text is not looked through
        return found
    for mark in document.findall(nodes.footnote_reference):
        if note := notes.get(mark.get("refid", "")):
            # From its parent: the mark has an id itself.
            found.setdefault(note, address_of(mark.parent))
    return found


def lay_over(block: Block, converted: str) -> None:
    """Give each text node of *block* as many characters of *converted* as it has."""
    start = 0
    for place in block.places:
        if place is None:
            start += 1
            continue
        parent, number, length = place
        part = converted[start : start + length]
        if part != block.text[start : start + length]:
            text = nodes.Text(part)
            # All but the words is as it was: its place, its line, the document it is of.
            vars(text).update(vars(parent.children[number]))
            parent.children[number] = text
        start += length


class EditionTransform(SphinxTransform):
    """Convert the document to the edition being built."""

    #: After every transform that adds or moves text (MyST's, docutils' and our
    #: ``addresses``), before ``SphinxDomains`` (850) and ``DoctreeReadEvent`` (880).
    default_priority: ClassVar[int] = 845

    def apply(self, **kwargs: Any) -> None:
        """Convert every block, attribute and table-of-contents entry."""
        self.converter = converter(self.config, self.env.srcdir)
        record = EditionRecord.of(self.env)
        docname = self.env.current_document.docname
        noted = docname != appendix.DOCNAME
        found: Words = facts.fact(self.env, WORDS, self.document)
        if noted:
            record.note_quotes(docname, found.strays)
            record.note_marks(docname, found.marks)
        if self.converter.identity:
            return
        texts: dict[str, list[str]] = defaultdict(list)
        printed = Printed(self.converter.convert)
        for address, text, *_ in found.prose:
            texts[work_of(address)].append(text)
        names: dict[str, Names] = {
            work: self.converter.names_in(*parts) for work, parts in texts.items()
        }
        for block in found.prose:
            address, text, _, stretches = block
            converted, choices = self.converter.convert_recorded(
                text, address, names[work_of(address)], stretches
            )
            printed.add(stretches, text, converted)
            if converted != text:
                lay_over(block, converted)
            if noted:
                record.note_choices(docname, _place(address, stretches), choices)
        for node in found.data:
            if isinstance(node, nodes.docinfo):
                self._convert_metadata(node, printed, found.chapter)
        self._convert_data(found.data)

    def _convert_data(self, data: list[nodes.Element]) -> None:
        convert = self.converter.convert
        for node in data:
            if not is_verbatim(node):
                for name in _TEXT_ATTRIBUTES.intersection(node.attributes):
                    value = node.attributes[name]
                    if isinstance(value, str):
                        node[name] = convert(value)
            if isinstance(node, addnodes.index):
                node["entries"] = [
                    (kind, convert(value), *rest) for kind, value, *rest in node["entries"]
                ]
            elif isinstance(node, addnodes.toctree):
                self._convert_toctree(node)
            elif isinstance(node, nodes.meta):
                self._convert_meta(node)

    def _convert_toctree(self, node: addnodes.toctree) -> None:
        convert = self.converter.convert
        entries: list[tuple[str | None, str]] = node["entries"]
        node["entries"] = [(convert(name) if name else name, ref) for name, ref in entries]
        rawentries: list[str] = node.get("rawentries", [])
        node["rawentries"] = [convert(name) for name in rawentries]
        if node.get("caption"):
            node["caption"] = convert(node["caption"])

    def _convert_meta(self, node: nodes.meta) -> None:
        """Convert what a ``<meta>`` says in words (MyST's ``html_meta``)."""
        if node.get("name") in ("description", "keywords"):
            node["content"] = self.converter.convert(node["content"])

    def _convert_metadata(self, docinfo: nodes.docinfo, printed: Printed, chapter: str) -> None:
        """Convert the values, never the keys, of the front matter."""
        for child in docinfo.children:
            name, value = child.children if isinstance(child, nodes.field) else (None, child)
            field = name.astext() if name else ""
            for text in list(value.findall(nodes.Text)):
                text.parent.replace(text, nodes.Text(printed.field(field, str(text), chapter)))


def work_of(address: str) -> str:
    """Return the id of the work that the block at *address* belongs to (``e02b-p3`` → ``e02b``)."""
    return address.partition("-")[0]


def address_of(block: nodes.Element) -> str:
    """Return the id that a link to *block* goes to, ``""`` if none encloses it."""
    node: nodes.Node | None = block
    while isinstance(node, nodes.Element):
        if isinstance(node, nodes.definition_list_item):
            label = _entry_label(node)
            if label:
                return label
        elif node.get("ids"):
            return node["ids"][0]
        node = node.parent
    return ""


def _entry_label(item: nodes.definition_list_item) -> str:
    """Return the label of a glossary entry.

    It stands first in its definition, or at its term where ``slogans`` has put it already.
    """
    for target in item.findall(nodes.target):
        return target.get("refid", "") or next(iter(target["ids"]), "")
    return next((label for term in item.findall(nodes.term) for label in term["ids"]), "")
