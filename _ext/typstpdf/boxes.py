"""The translator's lists, boxes and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from typstpdf.errors import PdfError, place_of
from typstpdf.escape import string, value
from typstpdf.glossary import DENSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from typstpdf.builder import TypstBuilder
    from typstpdf.translator import Shared


class BoxMixin:
    """Visitors for what holds other blocks, and for pictures."""

    builder: TypstBuilder
    docname: str
    shared: Shared
    put: Callable[..., None]
    anchors: Callable[[nodes.Element], None]

    # -- Boxes --------------------------------------------------------------------------

    def visit_aside(self, node: nodes.Node) -> None:
        """Open a box."""
        self.put(f"#aside({string(type(node).__name__)})[")

    def depart_aside(self, node: nodes.Node) -> None:
        """Close it."""
        self.put("]\n")

    # -- Lists --------------------------------------------------------------------------

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """Open a list."""
        self.anchors(node)
        within = node.parent
        dense = isinstance(within, nodes.definition) and DENSE in within.parent.parent["classes"]
        self.put("#run-in(" if dense else "#bullets(")

    def depart_bullet_list(self, node: nodes.bullet_list) -> None:
        """Close it."""
        self.put(")\n")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Open a numbered list at its first number."""
        self.anchors(node)
        self.put(f"#numbered({value(node.get('start', 1))}, ")

    def depart_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Close it."""
        self.put(")\n")

    def visit_list_item(self, node: nodes.list_item) -> None:
        """Open an item."""
        self.put("[")
        self.anchors(node)

    def depart_list_item(self, node: nodes.list_item) -> None:
        """Close it."""
        self.put("], ")

    # -- Pictures ------------------------------------------------------------------------

    def visit_image(self, node: nodes.image) -> None:
        """A picture from the project, with its text alternative."""
        source = self.builder.picture(self.docname, node)
        if not node.get("alt"):
            raise PdfError(
                f"{place_of(self.docname, node)}：图片 {node['uri']} 没有替代文字。"
                "请写成 ![图中内容](路径)。"
            )
        suffix = source[source.rfind(".") :]
        name = self.shared.images.setdefault(source, f"image-{len(self.shared.images)}{suffix}")
        block = value(not isinstance(node.parent, nodes.TextElement))
        self.put(f"#picture({string(name)}, {string(node['alt'])}, {block})")
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.figure) -> None:
        """Open a picture with a caption."""
        self.anchors(node)
        self.put("#picture-with-caption[")

    def depart_figure(self, node: nodes.figure) -> None:
        """Close it."""
        self.put("]\n")

    def visit_caption(self, node: nodes.caption) -> None:
        """Open a caption."""
        self.put("#caption[")

    def depart_caption(self, node: nodes.caption) -> None:
        """Close it."""
        self.put("]\n")

    def visit_legend(self, node: nodes.legend) -> None:
        """A legend is more text below the caption."""

    def depart_legend(self, node: nodes.legend) -> None:
        """Nothing to close."""
