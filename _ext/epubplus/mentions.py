"""Mentions of slogans as notes that open over the page.

A link to another file takes a reader away from the paragraph; a ``noteref`` to an ``aside`` of
the same file opens above it in the reading systems that know pop-ups, and in the others leads to
the end of the chapter, where the slogans of the chapter are explained one after the other. Each
explanation leads on to the entry of the glossary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment

#: What the ids of glossary entries begin with.
ENTRY_PREFIX = "slogan-"


class mention_notes(nodes.General, nodes.Element):
    """The explanations of the slogans that a chapter mentions."""


class mention_note(nodes.General, nodes.TextElement):
    """One explanation; its text is the content.

    Attributes: ``term``, ``pinyin`` (text), ``backref`` (id of the first mention), ``entry``
    (address of the entry in the glossary).
    """


@dataclass(frozen=True)
class Explanation:
    """What a note says of a slogan."""

    term: str
    pinyin: str
    text: str


def explanations(env: BuildEnvironment) -> dict[str, Explanation]:
    """Return the explanation of every slogan of the glossary, by the id of its entry.

    An entry without a block of class ``explanation`` has none.
    """
    documents = {
        docname
        for _, _, kind, docname, anchor, _ in env.domains.standard_domain.get_objects()
        if kind == "term" and anchor.startswith(ENTRY_PREFIX)
    }
    found: dict[str, Explanation] = {}
    for docname in sorted(documents):
        for item in env.get_doctree(docname).findall(nodes.definition_list_item):
            term = next(item.findall(nodes.term))
            text = _block(item, "explanation")
            for address in term["ids"]:
                if address.startswith(ENTRY_PREFIX) and text:
                    found[address] = Explanation(term.astext(), _block(item, "pinyin"), text)
    return found


def _block(item: Element, kind: str) -> str:
    for block in item.findall(nodes.container):
        if kind in block["classes"]:
            return "".join(paragraph.astext() for paragraph in block.findall(nodes.paragraph))
    return ""


def explain(
    document: nodes.document, docname: str, known: Mapping[str, Explanation], *, chapter: bool
) -> None:
    """Mark the links to glossary entries as mentions; in a chapter, lead them to notes of its own.

    Changes ``document``, whose references are resolved, in place and appends the notes. A slogan
    that is not ``known`` keeps its link to the glossary.
    """
    prefix = docname.rpartition("/")[2]
    notes: dict[str, mention_note] = {}
    for node in document.findall(nodes.reference):
        fragment = node.get("refuri", "").partition("#")[2]
        if not fragment.startswith(ENTRY_PREFIX):
            continue
        node["classes"].append("mention")
        if not chapter or fragment not in known:
            continue
        note_id = f"{prefix}-{fragment}"
        if fragment not in notes:
            node["ids"].append(f"{note_id}-ref")
            notes[fragment] = _note(note_id, known[fragment], node["refuri"])
        del node["refuri"]
        node["refid"] = note_id
    if notes:
        document += mention_notes("", *notes.values())


def _note(note_id: str, explanation: Explanation, entry: str) -> mention_note:
    note = mention_note("", "", nodes.Text(explanation.text))
    note["ids"] = [note_id]
    note["term"], note["pinyin"] = explanation.term, explanation.pinyin
    note["backref"], note["entry"] = f"{note_id}-ref", entry
    return note
