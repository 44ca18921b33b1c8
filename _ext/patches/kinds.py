"""docutils: know which kinds of node a document has, so as not to look for others.

Reading and writing a document go through it some forty times, each time for nodes of other
classes, and a chapter has hardly any of them: a sixth of both went into looking in vain. A document
whose kinds have been taken (:func:`take`) keeps them: every way to put a node into a tree leads
through ``setup_child``, except to replace a node's list of children, which docutils, Sphinx and
MyST-Parser do only while a document is parsed, before its kinds are taken. What is taken out of a
tree stays among the kinds, so that they may be more than there are, never less. Where nodes that
belonged to another document are put in, the kinds are forgotten. (docutils 0.22 has no such index,
and no ticket was found.)
"""

from __future__ import annotations

from docutils import nodes

from patches.traversal import fast_findall


def take(document: nodes.document) -> set[type]:
    """Return the kinds of node in ``document``, which are kept from now on if they can be."""
    kinds: set[type] = {type(node) for node in fast_findall(document, nodes.Node)}
    if getattr(nodes.Node.setup_child, "notes_kinds", False):
        vars(document)["kinds"] = kinds
    return kinds


def note(document: nodes.document, child: nodes.Node) -> None:
    """Note that ``child`` is being put into ``document``, with all below it."""
    kinds: set[type] | None = vars(document).get("kinds")
    if kinds is None:
        return
    kinds.add(type(child))
    if child.children:
        for node in fast_findall(child, nodes.Node):
            if vars(node).get("_document", document) not in (None, document):
                del vars(document)["kinds"]
                return
            kinds.add(type(node))
