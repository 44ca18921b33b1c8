"""From the doctree of a document to the blocks that a search finds.

Two kinds of document take part: chapters, which say ``chapter:`` in their front matter, and
whatever holds a glossary. The doctree comes after all transforms of the read phase, so its text
is the edition's text, already converted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addresses import emended
from docutils import nodes
from sphinx import addnodes

from hansearch import records
from hansearch.fold import SEPARATOR, key
from hansearch.records import Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils.nodes import Element, Node

#: Inside a block, what is no part of its text.
_NOT_TEXT = (nodes.footnote_reference, nodes.citation_reference, nodes.raw, nodes.image)

#: Elements whose text belongs to no block.
_SKIPPED = (
    nodes.comment,
    nodes.label,
    nodes.raw,
    nodes.substitution_definition,
    nodes.system_message,
)

#: Classes of the containers that stand with a heading rather than in the running text.
_WITH_HEADING = frozenset({"byline", "subtitle"})

#: Classes of the parts of a glossary entry that count as names of it, and that no one looks for.
_READING, _VARIANTS, _EXPLANATION = "pinyin", "variants", "explanation"
_NOT_SEARCHED = frozenset({"meta", "related"})

#: Where documents that are no numbered chapter stand.
_AFTER_CHAPTERS = 1_000_000_000

#: A sentence, with what closes it.
_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*", re.DOTALL)

#: A pair of brackets, and what it holds, without others within.
_BRACKETED = re.compile("（[^（）]*）")

#: What every label of a slogan begins with.
_SLOGAN_LABEL = "slogan-"


def collect(doctree: nodes.document, metadata: Mapping[str, object]) -> Document | None:
    """Return what the search is to know of a document, or None where it takes no part.

    ``metadata`` is the document's front matter as Sphinx keeps it.
    """
    title = _title(doctree)
    marker = str(metadata.get("marker", ""))
    if "chapter" in metadata:
        blocks = list(_chapter_blocks(doctree, title, marker))
    else:
        blocks = list(_glossary_blocks(doctree))
    if not blocks:
        return None
    return Document(
        order=_order(metadata.get("chapter", "")),
        marker=marker,
        title=title,
        blocks=blocks,
    )


def _order(chapter: object) -> int:
    """Return the chapter's number; what has none comes after the chapters."""
    number = str(chapter)
    return int(number) if number.isdecimal() else _AFTER_CHAPTERS


def _title(doctree: nodes.document) -> str:
    title = next(doctree.findall(nodes.title), None)
    return _text(title) if title is not None else ""


def _text(node: Node) -> str:
    """Return the text of ``node`` on one line, without the marks of its notes."""
    parts: list[str] = []
    _add_text(node, parts)
    return _on_one_line("".join(parts)).strip()


def _add_text(node: Node, parts: list[str]) -> None:
    """Add the texts of ``node`` to ``parts``; a search reads every character of the book."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            parts.append(child)
        elif not isinstance(child, _NOT_TEXT):
            _add_text(child, parts)


def _on_one_line(text: str) -> str:
    return text.replace(SEPARATOR, "").replace("\n", " ")


def _pieces(node: Node) -> Iterator[tuple[str, bool]]:
    """Yield the text of ``node`` in pieces, and whether each is a reading of the source's.

    What is emended is as the source has it, not as it is printed.
    """
    if isinstance(node, nodes.Text):
        yield _on_one_line(node), False
    elif isinstance(node, emended) and _is_emended(node):
        yield node["other_reading"].replace("\n", " "), True
    elif not isinstance(node, _NOT_TEXT):
        for child in node.children:
            yield from _pieces(child)


def _is_emended(node: emended) -> bool:
    return "emended" in node["classes"] and "other_reading" in node


def _source(leaf: Element) -> str:
    """Return the sentences of ``leaf`` that are emended, as the source has them.

    Neighbours are one part; parts are joined by ``SEPARATOR``. Empty where a search sees no
    difference.
    """
    if not any(_is_emended(reading) for reading in leaf.findall(emended)):
        return ""
    text, readings = "", []
    for piece, is_reading in _pieces(leaf):
        if is_reading:
            readings.append((len(text), len(text) + len(piece)))
        text += piece
    if key(text) == key(_text(leaf)):
        return ""
    parts: list[str] = []
    end = -1
    for sentence in _SENTENCE.finditer(text):
        if any(sentence.start() < to and start < sentence.end() for start, to in readings):
            if sentence.start() == end:
                parts[-1] += sentence[0]
            else:
                parts.append(sentence[0])
            end = sentence.end()
    return SEPARATOR.join(part.strip() for part in parts)


def _leaves(root: Element) -> Iterator[Element]:
    """Yield, in order, the outermost elements that hold text: paragraphs, titles, verses."""
    for child in root.children:
        if isinstance(child, _SKIPPED) or not isinstance(child, nodes.Element):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        else:
            yield from _leaves(child)


def _chapter_blocks(doctree: nodes.document, title: str, marker: str) -> Iterator[Block]:
    """Yield the blocks of a chapter of this title; leaves that share an address make one block.

    After one that is emended, what the source has there. The chapter is found by its ``marker``
    too: that stands before its title.
    """
    pending: Block | None = None
    sources: list[str] = []
    has_readings = next(doctree.findall(emended), None) is not None
    above: dict[int, str] = {}

    def done() -> Iterator[Block]:
        if pending:
            yield pending
            if source := SEPARATOR.join(filter(None, sources)):
                yield pending._replace(kind=records.SOURCE, text=source)

    for leaf in _leaves(doctree):
        text = _text(leaf)
        if not text:
            continue
        if isinstance(leaf, nodes.title):
            text = text if text.startswith(marker) else f"{marker}　{text}"
            marker = ""
        block = _block(leaf, text, title, above)
        if pending and block.kind != records.HEADING and pending[:3] == block[:3]:
            pending = pending._replace(text=pending.text + SEPARATOR + text)
        else:
            yield from done()
            pending, sources = block, []
        if has_readings:
            sources.append(_source(leaf))
    yield from done()


def _block(leaf: Element, text: str, title: str, above: dict[int, str]) -> Block:
    """Return ``leaf`` as a block: its kind and the nearest address at or above it.

    ``above``: what :func:`_headings` has found so far in the document.
    """
    kind = records.HEADING if isinstance(leaf, nodes.title) else records.PARAGRAPH
    node, anchor = leaf, ""
    while node is not None:
        if isinstance(node, nodes.footnote):
            kind = records.NOTE
        elif _WITH_HEADING.intersection(node.get("classes", ())):
            kind = records.HEADING
        if not anchor and node.get("ids"):
            anchor = node["ids"][0]
        node = node.parent
    if kind == records.NOTE:  # it stands at the end of a page, under whatever comes last there
        return Block(kind, anchor, "", text)
    under = leaf.parent.parent if isinstance(leaf, nodes.title) else leaf.parent
    return Block(kind, anchor, _headings(under, title, above), text)


def _headings(node: Element | None, title: str, above: dict[int, str]) -> str:
    """Return the titles of the sections that ``node`` stands in or is, outermost first.

    The chapter's own is left out, and a work's that says the same. ``above`` keeps them.
    """
    if node is None:
        return ""
    headings = above.get(id(node))
    if headings is None:
        headings = _headings(node.parent, title, above)
        if (
            isinstance(node, nodes.section)
            and isinstance(node[0], nodes.title)
            and (heading := _text(node[0])) != title
        ):
            headings += f" › {heading}" if headings else heading
        above[id(node)] = headings
    return headings


def _glossary_blocks(doctree: nodes.document) -> Iterator[Block]:
    """Yield two blocks an entry: what names it (the card is found by it), and what it says."""
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            yield from _entry_blocks(item)


def _entry_blocks(item: Element) -> Iterator[Block]:
    terms = [child for child in item.children if isinstance(child, nodes.term)]
    if not terms:
        return
    anchor = _entry_anchor(item, terms[0])
    names = [_text(term) for term in terms]
    explained: list[str] = []
    said: list[str] = []
    for text, classes in _entry_parts(item):
        if _READING in classes:
            names.insert(len(terms), text)
        elif _VARIANTS in classes:
            names.extend(_variants(text))
            said.append(text)
        elif _EXPLANATION in classes:
            explained.append(text)
        elif not classes & _NOT_SEARCHED:
            said.append(text)
    yield Block(records.TERM, anchor, "", SEPARATOR.join(names))
    if explained or said:
        yield Block(records.ENTRY, anchor, names[0], SEPARATOR.join(explained + said))


def _entry_parts(item: Element) -> Iterator[tuple[str, set[str]]]:
    """Yield the texts of an entry's definition, each with the classes around it."""
    for definition in item.children:
        if isinstance(definition, nodes.definition):
            for leaf in _leaves(definition):
                if text := _text(leaf):
                    yield text, _classes(leaf, definition)


def _variants(text: str) -> list[str]:
    """Return the names in a list of variants: ``又作：争创（简称）、争优`` has 争创 and 争优.

    What the brackets say, a note may be among it, is no name.
    """
    found = 1
    while found:
        text, found = _BRACKETED.subn("", text)
    return [name for part in text.rpartition("：")[2].split("、") if (name := part.strip())]


def _entry_anchor(item: Element, term: Element) -> str:
    """Return the label of the entry, wherever in it the label has come to rest."""
    ids: list[str] = []
    for node in item.findall(nodes.Element):
        ids.extend(node.get("ids", ()))
    own = [identifier for identifier in ids if identifier.startswith(_SLOGAN_LABEL)]
    return (own or term.get("ids") or ids or [""])[0]


def _classes(leaf: Element, within: Element) -> set[str]:
    classes: set[str] = set()
    node = leaf
    while node is not within:
        classes.update(node.get("classes", ()))
        node = node.parent
    return classes
