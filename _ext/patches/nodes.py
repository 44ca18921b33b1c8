"""docutils: put a node into its tree, and take its text, in fewer steps.

``Text.astext`` splits and joins the text three times to take null characters out of it, which only
a reStructuredText parser puts there; ``setup_child`` climbs to the document four times for each
node that is added, by properties that ask each other; ``Element.__init__`` looks each attribute up
among the lists. docutils 0.22 has all three still (no ticket was found). Here too a document learns
of the nodes that are put into it (:mod:`patches.kinds`).
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

from patches.kinds import note

original_unescape = nodes.unescape
original_setup_child = nodes.Node.setup_child
original_init = nodes.Element.__init__

#: The list attributes that any element has.
_LISTS = nodes.Element.list_attributes


def unescape(text: str, restore_backslashes: bool = False, respect_whitespace: bool = False) -> str:
    """Return what docutils' ``unescape`` does; at once where there is nothing to take out."""
    if "\x00" not in text:
        return str(text)
    return original_unescape(text, restore_backslashes, respect_whitespace)


def setup_child(self: nodes.Node, child: nodes.Node) -> None:
    """Make ``child`` one of this node's, as docutils does."""
    child.parent = self
    document = root(self)
    if document is not None:
        if "kinds" in vars(document):
            note(document, child)
        child.document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


def root(node: nodes.Node | None) -> nodes.document | None:
    """Return what ``node.document`` is."""
    while node is not None:
        document: nodes.document | None = node._document  # type: ignore[attr-defined]
        if document is not None:
            return document
        node = node.parent
    return None


def init(self: nodes.Element, rawsource: str = "", *children: Any, **attributes: Any) -> None:
    """Set up an element, as docutils does."""
    if isinstance(rawsource, nodes.Element):
        raise TypeError('First argument "rawsource" must be a string.')
    self.rawsource = rawsource
    self.children = []
    for child in children:
        self.append(child)
    lists = self.list_attributes
    own: dict[str, Any]
    if lists is _LISTS:
        own = {"ids": [], "classes": [], "names": [], "dupnames": []}
    else:
        own = {name: [] for name in lists}
    self.attributes = own
    for written, value in attributes.items():
        name = written.lower()
        own[name] = value[:] if name in lists else value
    if self.tagname is None:
        self.tagname = type(self).__name__


setup_child.notes_kinds = True  # type: ignore[attr-defined]


def install() -> None:
    """Replace the function where ``Text`` calls it, and the methods."""
    nodes.unescape = unescape
    nodes.Node.setup_child = setup_child  # type: ignore[method-assign]
    nodes.Element.__init__ = init  # type: ignore[method-assign]
