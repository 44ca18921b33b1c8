"""docutils: put a node into its tree, and take its text, in fewer steps.

``Text.astext`` splits and joins the text three times to take null characters out of it, which only
a reStructuredText parser puts there; ``setup_child`` climbs to the document four times for each
node that is added. docutils 0.22 has both still (no ticket was found). Here too a document learns
of the nodes that are put into it (:mod:`patches.kinds`).
"""

from __future__ import annotations

from docutils import nodes

from patches.kinds import note

original_unescape = nodes.unescape
original_setup_child = nodes.Node.setup_child


def unescape(text: str, restore_backslashes: bool = False, respect_whitespace: bool = False) -> str:
    """Return what docutils' ``unescape`` does; at once where there is nothing to take out."""
    if "\x00" not in text:
        return str(text)
    return original_unescape(text, restore_backslashes, respect_whitespace)


def setup_child(self: nodes.Node, child: nodes.Node) -> None:
    """Make ``child`` one of this node's, as docutils does."""
    child.parent = self
    document = self.document
    if document is not None:
        if "kinds" in vars(document):
            note(document, child)
        child.document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


setup_child.notes_kinds = True  # type: ignore[attr-defined]


def install() -> None:
    """Replace the function where ``Text`` calls it, and the method."""
    nodes.unescape = unescape
    nodes.Node.setup_child = setup_child  # type: ignore[method-assign]
