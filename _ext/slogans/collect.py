"""Read entries and mentions out of a doctree: functions from nodes to records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeGuard

from docutils import nodes
from sphinx import addnodes

from slogans.model import CLOSING, CONTEXT, OPENING, Entry, Member, Mention, Variant
from slogans.nodes import slogan_concordance, slogan_downloads, slogan_statistics

#: Labels of the contract: a work; a paragraph or heading of a work; an entry.
WORK = re.compile(r"e\d+[a-z]+")
BLOCK = re.compile(r"(e\d+[a-z]+)-[ph]\d+")
ENTRY_PREFIX = "slogan-"

#: Marks of what is filled in when all documents are read.
MARKS = (slogan_concordance, slogan_statistics, slogan_downloads)

_BRACKETS = {"（": 1, "(": 1, "）": -1, ")": -1}
#: Words that the converter prints before a field, in either script.
_LABEL = re.compile(r"\A(出处|出處|又作|参见|參見|文献|文獻)：\n?")
#: Kind and level, as the converter prints them: 数字口号 · 地方, 修辞 · 通行范围待考.
_KIND_AND_LEVEL = re.compile("(.*) · (?:通行[范範][围圍])?(.*)")
#: What stands before the members, or before what is said in their place.
_MEMBERS = re.compile(r"\A成[员員]：")
_LITERAL = re.compile("(.*?)（直[译譯]：(.*)）", re.DOTALL)


class Place(NamedTuple):
    """Where a text stands: its work and its block, either may be empty."""

    work: str
    block: str


def is_term(node: nodes.Node) -> TypeGuard[addnodes.pending_xref]:
    """Tell whether ``node`` is an unresolved ``{term}``."""
    return (
        isinstance(node, addnodes.pending_xref)
        and node.get("refdomain") == "std"
        and node.get("reftype") == "term"
    )


def terms(document: nodes.Node) -> Iterator[addnodes.pending_xref]:
    """Yield the ``{term}`` references below ``document`` in reading order."""
    for node in document.findall(addnodes.pending_xref):
        if is_term(node):
            yield node


@dataclass
class Survey:
    """What of a document concerns slogans, found in one pass: a book has many documents."""

    terms: list[addnodes.pending_xref] = field(default_factory=list)
    glossaries: list[addnodes.glossary] = field(default_factory=list)
    sections: list[nodes.section] = field(default_factory=list)
    #: Names of the classes of marks (``slogan_concordance`` …) that stand in it.
    marks: list[str] = field(default_factory=list)


#: What :func:`survey` finds is called so among the facts of a document.
SURVEY = "slogans survey"


def survey(document: nodes.document) -> Survey:
    """Return the survey of ``document``."""
    found = Survey()
    for node in document.findall(nodes.Element):
        if is_term(node):
            found.terms.append(node)
        elif isinstance(node, nodes.section):
            found.sections.append(node)
        elif isinstance(node, addnodes.glossary):
            found.glossaries.append(node)
        elif isinstance(node, MARKS):
            found.marks.append(type(node).__name__)
    return found


# -- entries -------------------------------------------------------------------


def entry_items(
    glossaries: Iterable[addnodes.glossary],
) -> Iterator[tuple[nodes.term, nodes.definition]]:
    """Yield term and definition of each item of ``glossaries`` that has a slogan's address."""
    for glossary in glossaries:
        for item in glossary.findall(nodes.definition_list_item):
            term, definition = item[0], item[-1]
            if (
                isinstance(term, nodes.term)
                and isinstance(definition, nodes.definition)
                and any(i.startswith(ENTRY_PREFIX) for i in term["ids"])
            ):
                yield term, definition


def read_entry(key: str, docname: str, term: nodes.term, definition: nodes.definition) -> Entry:
    """Return the record of one glossary item; fields that it lacks are empty."""
    fields = {
        name: child
        for child in definition.children
        if isinstance(child, nodes.container)
        for name in child["classes"]
    }

    def text(name: str) -> str:
        return _LABEL.sub("", _prose(fields[name]), count=1) if name in fields else ""

    english, literal = split_english(text("english"))
    kind, level = split_meta(text("meta"))
    return Entry(
        key=key,
        label=next(i for i in term["ids"] if i.startswith(ENTRY_PREFIX)),
        docname=docname,
        term=term.astext(),
        pinyin=text("pinyin"),
        english=english,
        literal=literal,
        meta=text("meta"),
        kind=kind,
        level=level,
        explanation=text("explanation"),
        members=tuple(_members(fields["members"])) if "members" in fields else (),
        members_note=_members_note(fields["members"]) if "members" in fields else "",
        origin=text("origin"),
        sources=text("sources"),
        variants=split_variants(text("variants")),
        related=tuple(x["reftarget"] for x in terms(fields["related"]))
        if "related" in fields
        else (),
    )


def _prose(container: nodes.Element) -> str:
    """Return the text of ``container``, one line a paragraph."""
    blocks = list(container.findall(nodes.paragraph))
    return "\n".join(b.astext() for b in blocks) if blocks else container.astext()


def _members(container: nodes.Element) -> Iterator[Member]:
    for item in container.findall(nodes.list_item):
        yield split_member(item.astext().strip())


def _members_note(container: nodes.Element) -> str:
    """Return what ``container`` says beside its list, without the word that begins it."""
    said = [child.astext() for child in container.children if isinstance(child, nodes.paragraph)]
    return _MEMBERS.sub("", "\n".join(said), count=1).strip()


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each outermost pair of brackets begins, and where what follows it does."""
    depth = start = 0
    for position, character in enumerate(text):
        step = _BRACKETS.get(character, 0)
        if step > 0 and depth == 0:
            start = position
        if step < 0 and depth == 1:
            yield start, position + 1
        depth = max(0, depth + step)


def split_member(text: str) -> Member:
    """Split ``领导班子好（第三篇）　说明`` into the member and where it comes from, note included.

    A bracket counts that ends the text or stands before its note; brackets within the member's
    own name do not.
    """
    for start, end in _brackets(text):
        rest = text[end:]
        if not rest or rest.startswith("　"):
            return Member(text[:start].strip(), text[start + 1 : end - 1] + rest)
    name, _, note = text.partition("　")
    return Member(name.strip(), note.strip())


def split_meta(text: str) -> tuple[str, str]:
    """Split ``数字口号 · 地方`` into kind and level, ``通行范围待考`` being the level ``待考``."""
    match = _KIND_AND_LEVEL.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def split_variants(text: str) -> tuple[Variant, ...]:
    """Split ``争创（简称）、创先征优（误写：音近）`` into forms, each with its kind and its note.

    A bracket counts that ends the text or stands before the sign that parts variants.
    """
    found: list[Variant] = []
    first = 0
    for start, end in _brackets(text):
        if text[start] == "（" and text[end : end + 1] in ("", "、"):
            kind, _, note = text[start + 1 : end - 1].partition("：")
            found.append(Variant(text[first:start].strip(), kind.strip(), note.strip()))
            first = end + 1
    found.extend(Variant(form.strip(), "") for form in text[first:].split("、"))
    return tuple(variant for variant in found if variant.form)


def split_english(text: str) -> tuple[str, str]:
    """Split ``Five Goods（直译：five goods）`` into the usual and the literal English."""
    match = _LITERAL.fullmatch(text)
    return (match[1].strip(), match[2].strip()) if match else (text, "")


# -- mentions ------------------------------------------------------------------


def work_titles(sections: Iterable[nodes.section]) -> dict[str, str]:
    """Return the title of each work among ``sections`` by its address, in reading order.

    Note marks in a title are no part of it.
    """
    titles: dict[str, str] = {}
    for section in sections:
        title = section[0]
        for address in section["ids"]:
            if WORK.fullmatch(address) and isinstance(title, nodes.Element):
                titles[address] = _flatten(title)[0]
    return titles


def read_mentions(docname: str, references: Iterable[addnodes.pending_xref]) -> list[Mention]:
    """Return the uses of slogans in a chapter, given its ``{term}`` references, in their order.

    The text of a note is the editor's, so a term there is no use. Context stays within the
    paragraph, and passes over the marks of notes.
    """
    found: list[Mention] = []
    seen: set[int] = set()
    for xref in references:
        block = _text_block(xref)
        if id(block) in seen:
            continue
        seen.add(id(block))
        if _within_note(block):
            continue
        place = _place(block)
        text, spans = _flatten(block)
        for reference, start, end in spans:
            found.append(
                Mention(
                    key=reference["reftarget"],
                    docname=docname,
                    work=place.work,
                    block=place.block,
                    before=_before(text, start),
                    surface=text[start:end],
                    after=_after(text, end),
                )
            )
    return found


def _before(text: str, start: int) -> str:
    """Return what stands before ``start``; what is cut out begins with no closing mark."""
    first = max(0, start - CONTEXT)
    cut = text[first:start]
    return (cut.lstrip(CLOSING) if first else cut) or cut


def _after(text: str, end: int) -> str:
    """Return what stands after ``end``; what is cut out ends with no opening mark."""
    cut = text[end : end + CONTEXT]
    return (cut.rstrip(OPENING) if end + CONTEXT < len(text) else cut) or cut


def _text_block(node: nodes.Element) -> nodes.Element:
    """Return the outermost element around ``node`` that holds text directly."""
    block = node
    while isinstance(block.parent, nodes.TextElement):
        block = block.parent
    return block


def _within_note(node: nodes.Node) -> bool:
    while node is not None:
        if isinstance(node, nodes.footnote):
            return True
        node = node.parent
    return False


def _place(block: nodes.Element) -> Place:
    """Find the nearest label at or above ``block``, and the work it belongs to."""
    address = ""
    node: nodes.Element | None = block
    while node is not None:
        for candidate in node["ids"]:
            if match := BLOCK.fullmatch(candidate):
                return Place(match[1], address or candidate)
            if WORK.fullmatch(candidate):
                return Place(candidate, address or candidate)
        if not address and node["ids"]:
            address = node["ids"][-1]
        node = node.parent
    return Place("", address)


def _flatten(block: nodes.Element) -> tuple[str, list[tuple[addnodes.pending_xref, int, int]]]:
    """Return the text of ``block`` without note marks, and the span of each term in it."""
    parts: list[str] = []
    spans: list[tuple[addnodes.pending_xref, int, int]] = []
    length = 0

    def walk(node: nodes.Element) -> None:
        nonlocal length
        for child in node.children:
            if isinstance(child, nodes.Text):
                text = child.astext().replace("\n", "")
                parts.append(text)
                length += len(text)
            elif isinstance(child, nodes.footnote_reference | nodes.system_message):
                continue
            elif is_term(child):
                start = length
                walk(child)
                spans.append((child, start, length))
            elif isinstance(child, nodes.Element):
                walk(child)

    walk(block)
    return "".join(parts), spans
