"""Addresses that last, and the apparatus of emendations.

The chapters give every paragraph, heading and note an ASCII label. This extension makes that
label the only id of its node (docutils would add ``id1``, ``id2``… numbered by place), names the
marks of notes after their notes (``e02b-n1-ref``), and ties each emended reading to its source
reading. It also offers the ``div`` directive, the one block of MyST that Sphinx lacks.

Order of the transforms: the readings are wrapped at 300, before an edition converts anything, so
that the lemma in the note and the reading in the text are still the same characters; each is told
its other reading at 860, when the edition's text is there and nobody was given the document yet;
ids are settled at 990, after every other transform has had its say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from edition.verbatim import language_of
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata, OptionSpec
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

#: The label of a work: the chapter, then a letter.
WORK_LABEL = re.compile(r"e\d+[a-z]+")

#: The label of a note: the id of a work, of a chapter (its title) or ``front``, ``-n``, number.
NOTE_LABEL = re.compile(r"(?:e\d+[a-z]*|front)-n\d+")

#: What stands between the lemma and a second reading that is the source's; a conjecture has 疑当作
#: there, and a place that the editor only remarks on has no second reading. It is the same in a
#: book of either script, and what the editor says of the place, which follows, is not asked.
SOURCE_READS = "原作"


class emended(nodes.inline):
    """A reading of the text that has a note in the apparatus.

    Classes: ``emended`` (the text prints the editor's reading) or ``doubtful`` (it prints the
    source's and the note suggests another, or only remarks on it). ``other_reading`` holds the
    one not printed, in the edition's script, or as the source has it and ``other_language`` says
    which that is. A translator that does not know the node treats it as ``inline``.
    """


class Div(SphinxDirective):
    """A block with a class: ``:::{div}`` and ``:class:``, as other MyST tools have it."""

    has_content = True
    option_spec: ClassVar[OptionSpec] = {"class": directives.class_option}

    def run(self) -> list[Node]:
        """Return one container that holds the parsed content."""
        container = nodes.container(classes=self.options.get("class", []))
        self.set_source_info(container)
        container.extend(self.parse_content_to_nodes())
        return [container]


class WrapReadings(SphinxTransform):
    """Wrap the characters before a note's mark that the note's lemma names."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Wrap in place; a lemma that does not stand before its mark is a warning."""
        notes = {
            name: note for note in self.document.findall(nodes.footnote) for name in note["names"]
        }
        for mark in list(self.document.findall(nodes.footnote_reference)):
            name = mark.get("refname", "")
            if name in notes and NOTE_LABEL.fullmatch(name):
                self._wrap(mark, notes[name])

    def _wrap(self, mark: Element, note: Element) -> None:
        lemma = next(note.findall(nodes.strong), None)
        if lemma is None:
            return  # a plain note of the editor's, without a reading
        before = _take_before(mark, lemma.astext())
        if before is None:
            logger.warning(
                "校记“%s”：它前面的正文不是“%s”。请重新运行转换。",
                mark.get("refname"),
                lemma.astext(),
                location=mark,
                type="addresses",
                subtype="lemma",
            )
            return
        wrapped = emended("", "", *before, classes=[_kind(lemma)])
        parent = mark.parent
        parent.insert(parent.index(mark), wrapped)


def _kind(lemma: Element) -> str:
    """Return ``emended`` if the note that begins with ``lemma`` has the source's reading too."""
    between: list[str] = []
    for sibling in lemma.parent.children[lemma.parent.index(lemma) + 1 :]:
        if isinstance(sibling, nodes.emphasis):
            return "emended" if SOURCE_READS in "".join(between) else "doubtful"
        between.append(sibling.astext())
    return "doubtful"


def _take_before(mark: Element, lemma: str) -> list[Node] | None:
    """Remove and return the sibling nodes before ``mark`` that together read ``lemma``.

    A text that starts before the lemma is split; any other node is taken whole or not at all.
    Returns ``None``, and changes nothing, when the siblings do not end in the lemma.
    """
    parent = mark.parent
    end = start = parent.index(mark)
    missing = lemma
    while missing and start > 0:
        sibling = parent[start - 1]
        text = sibling.astext()
        if isinstance(sibling, nodes.Text) and text.endswith(missing):
            taken = [nodes.Text(missing), *parent[start:end]]
            rest = [nodes.Text(text[: -len(missing)])] if text != missing else []
            parent[start - 1 : end] = rest
            return taken
        if not text or not missing.endswith(text):
            return None
        missing = missing[: -len(text)]
        start -= 1
    if missing:
        return None
    taken = parent[start:end]
    parent[start:end] = []
    return taken


def sections_and_notes(node: Element) -> Iterator[Element]:
    """Yield the sections and footnotes below ``node`` in document order.

    They stand in no text, so that text, which is most of a document, is passed over.
    """
    for child in node.children:
        if isinstance(child, nodes.section | nodes.footnote):
            yield child
        if isinstance(child, nodes.Element) and not isinstance(child, nodes.TextElement):
            yield from sections_and_notes(child)


def without_marks(node: Node) -> str:
    """Return the text of ``node`` without the marks of its notes."""
    if isinstance(node, nodes.footnote_reference):
        return ""
    if isinstance(node, nodes.Text):
        return node.astext()
    return "".join(map(without_marks, node.children))


class TellReadings(SphinxTransform):
    """Tell each reading of the text the one that is not printed, in the edition's script."""

    default_priority = 860

    def apply(self, **kwargs: object) -> None:
        """Change the readings in place."""
        readings = list(self.document.findall(emended))
        if not readings:
            return
        notes = {
            name: node
            for node in sections_and_notes(self.document)
            if isinstance(node, nodes.footnote)
            for name in node["names"]
        }
        for reading in readings:
            mark = reading.next_node(descend=False, siblings=True)
            note = notes.get(mark.get("refid", "")) if isinstance(mark, nodes.Element) else None
            other = next(note.findall(nodes.emphasis), None) if note is not None else None
            if other is not None:
                reading["other_reading"] = other.astext()
                if language := language_of(other):
                    reading["other_language"] = language


class SettleAddresses(SphinxTransform):
    """Leave each node its label as its only id."""

    default_priority = 990

    def apply(self, **kwargs: object) -> None:
        """Change ids and attributes in place."""
        notes: dict[str, nodes.footnote] = {}
        for node in sections_and_notes(self.document):
            if isinstance(node, nodes.footnote):
                for name in node["names"]:
                    notes[name] = node
                    node["backrefs"] = []
                continue
            self._keep_labels(node)
            self._name_without_marks(node)
            if node.parent is not self.document and any(map(WORK_LABEL.fullmatch, node["ids"])):
                # One work of several: more than a heading within a work.
                node["classes"].append("work")
        if notes:
            for mark in self.document.findall(nodes.footnote_reference):
                self._name_mark(mark, notes)

    def _keep_labels(self, node: Element) -> None:
        labels = [
            self.document.nameids[name]
            for name in node["names"]
            if self.document.nametypes.get(name) and self.document.nameids.get(name)
        ]
        if labels:
            node["ids"] = [i for i in node["ids"] if i in labels]

    def _name_without_marks(self, section: Element) -> None:
        """Give the titles that Sphinx knows labels by without the numbers of their notes."""
        if next(section[0].findall(nodes.footnote_reference), None) is None:
            return
        labels = self.env.domains.standard_domain.labels
        title = without_marks(section[0])
        for name in section["names"]:
            if name in labels and labels[name][0] == self.env.docname:
                labels[name] = (*labels[name][:2], title)

    def _name_mark(self, mark: Element, notes: dict[str, nodes.footnote]) -> None:
        note = notes.get(mark.get("refid", ""))
        if note is None:
            return
        number = len(note["backrefs"])
        address = f"{mark['refid']}-ref" + (f"-{number + 1}" if number else "")
        mark["ids"] = [address]
        note["backrefs"].append(address)


def unwrap_in_titles(app: Sphinx, doctree: nodes.document) -> None:
    """Leave readings unwrapped in the titles that Sphinx has collected for its lists of contents.

    There a title says what the text prints: it has no notes, so nothing to be marked for.
    """
    env = app.env
    docname = env.docname
    for collected in (env.titles, env.longtitles, env.tocs):
        if docname in collected:
            for reading in list(collected[docname].findall(emended)):
                reading.parent.replace(reading, reading.children)


def visit_emended_html(self: HTML5Translator, node: emended) -> None:
    """Open a ``span`` whose ``data-other`` holds the reading that is not printed."""
    names = {"data-other": "other_reading", "data-other-lang": "other_language"}
    attributes = {name: node[key] for name, key in names.items() if key in node}
    self.body.append(self.starttag(node, "span", "", **attributes))


def depart_emended_html(self: HTML5Translator, node: emended) -> None:
    """Close the ``span``."""
    self.body.append("</span>")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive, the node and the transforms."""
    app.add_directive("div", Div)
    app.add_node(emended, html=(visit_emended_html, depart_emended_html))
    app.add_transform(WrapReadings)
    app.add_transform(TellReadings)
    app.add_transform(SettleAddresses)
    # Behind Sphinx' collectors of titles, which stand at 500.
    app.connect("doctree-read", unwrap_in_titles, priority=600)
    # A doctree read before remarks counted as doubtful is read again.
    return {
        "version": "3",
        "env_version": 3,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
