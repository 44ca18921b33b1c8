"""What the PDF builder refuses, in one sentence with its place."""

from __future__ import annotations

from docutils import nodes
from sphinx.errors import SphinxError


class PdfError(SphinxError):
    """A mistake that stops the PDF; Sphinx prints its message and no traceback."""

    category = "PDF"


def address_of(node: nodes.Node | None) -> str:
    """Return the nearest address at or above ``node`` (``e02b-p7``), or an empty string."""
    while node is not None:
        if isinstance(node, nodes.Element) and node.get("ids"):
            return str(node["ids"][0])
        node = node.parent
    return ""


def place_of(docname: str, node: nodes.Node) -> str:
    """Return where ``node`` stands, for a message: document, line and address as far as known."""
    line = None
    current: nodes.Node | None = node
    while current is not None and line is None:
        line = current.line
        current = current.parent
    address = address_of(node)
    at_line = f" 第 {line} 行" if line is not None else ""
    return docname + at_line + (f"（{address}）" if address else "")
