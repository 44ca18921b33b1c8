"""The translator's definition lists: the glossary, its uses, and the plain ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from typstpdf.escape import string, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from typstpdf.assembly import Entry
    from typstpdf.output import Piece
    from typstpdf.translator import Shared

#: Parts of an entry that its first line holds, in order.
HEAD_PARTS = ("pinyin", "english", "meta")


#: The class of a list of terms, each with a list, that is set small and run in.
DENSE = "dense"


class GlossaryMixin:
    """Visitors for definition lists."""

    entry: Entry
    depth: int
    shared: Shared
    put: Callable[..., None]
    open: Callable[[], None]
    close: Callable[[], list[Piece]]
    label: Callable[[str], str]
    anchors: Callable[[nodes.Element], None]
    _group = ""

    def visit_glossary(self, node: addnodes.glossary) -> None:
        """Start with no letter."""
        self._group = ""

    def depart_glossary(self, node: addnodes.glossary) -> None:
        """Nothing to close."""

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        """Open a list of terms; a glossary's entries are headings instead."""
        if not _of_glossary(node):
            self.put("#dense(" if DENSE in node["classes"] else "#definitions(")

    def depart_definition_list(self, node: nodes.definition_list) -> None:
        """Close it."""
        if not _of_glossary(node):
            self.put(")\n")

    def visit_definition_list_item(self, node: nodes.definition_list_item) -> None:
        """Set a glossary's entry whole; open a plain one."""
        if _of_glossary(node.parent):
            self._entry(node)
            raise nodes.SkipNode
        self.put("(")

    def depart_definition_list_item(self, node: nodes.definition_list_item) -> None:
        """Close a plain one."""
        self.put("), ")

    def visit_term(self, node: nodes.term) -> None:
        """Open a term."""
        self.put("[")
        self.anchors(node)

    def depart_term(self, node: nodes.term) -> None:
        """Close it."""
        self.put("], ")

    def visit_classifier(self, node: nodes.classifier) -> None:
        """Open a term's kind."""
        self.put("[")

    def depart_classifier(self, node: nodes.classifier) -> None:
        """Close it."""
        self.put("], ")

    def visit_definition(self, node: nodes.definition) -> None:
        """Open a definition."""
        self.put("[")

    def depart_definition(self, node: nodes.definition) -> None:
        """Close it."""
        self.put("], ")

    # -- Entries of the glossary ---------------------------------------------------------

    def _entry(self, item: nodes.definition_list_item) -> None:
        """Set one entry: its letter when it is a new one, its head, then its body."""
        level = max(self.entry.level, 1) + self.depth
        terms = [child for child in item.children if isinstance(child, nodes.term)]
        group = next((key for term in terms for key in _group_keys(term)), "")
        if group and group != self._group:
            self._group = group
            self.put(f"#glossary-letter({level}, {string(group)})\n")
        for term in terms:
            labels = [self.label(anchor) for anchor in term["ids"]]
            for extra in labels[1:]:
                self.put(f"#anchor({string(extra)})")
            label = string(labels[0] if labels else "")
            self.put(f"#glossary-term({level + 1}, {label}, {string(term.astext())})[")
            self._children(term)
            self.put("]\n")
        parts = [
            part
            for child in item.children
            if isinstance(child, nodes.definition)
            for part in child.children
        ]
        head = [(name, part) for name in HEAD_PARTS for part in parts if _has_class(part, name)]
        if head:
            self.put("#glossary-head(")
            for name, part in head:
                self.put(f"{name}: [")
                self._inline(part)
                self.put("], ")
            self.put(")\n")
        self.put("#glossary-body[")
        for part in parts:
            if not any(part is lifted for _name, lifted in head):
                part.walkabout(self)  # type: ignore[arg-type]
        self.put("]\n")
        if not any(type(part).__name__ == "slogan_uses" for part in parts):
            for term in terms:
                for anchor in term["ids"]:
                    self._pages(anchor)

    def _children(self, node: nodes.Element) -> None:
        for child in node.children:
            child.walkabout(self)  # type: ignore[arg-type]

    def _inline(self, container: nodes.Node) -> None:
        """Set the text of a block in a line."""
        for child in container.children:
            if isinstance(child, nodes.paragraph):
                self._children(child)
            else:
                child.walkabout(self)  # type: ignore[arg-type]

    def visit_slogan_index(self, node: nodes.Element) -> None:
        """Leave out the list of entries at their head: the book's index is at its end."""
        raise nodes.SkipNode

    def visit_slogan_uses(self, node: nodes.Element) -> None:
        """Set the pages of an entry's mentions."""
        self._pages(node["entry"])
        raise nodes.SkipNode

    def _pages(self, entry: str) -> None:
        uses = self.shared.mentions.get(entry)
        if uses:
            self.put(f"#glossary-uses({string(entry)}, {value(uses)})\n")


def _of_glossary(node: nodes.Node) -> bool:
    return isinstance(node.parent, addnodes.glossary)


def _has_class(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.container) and name in node["classes"]


def _group_keys(term: nodes.term) -> list[str]:
    """Return the letters under which Sphinx's glossary has indexed a term."""
    return [
        str(key)
        for index in term.findall(addnodes.index)
        for _kind, _text, _target, _main, key in index["entries"]
        if key
    ]
