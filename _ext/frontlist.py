"""``{front-list}``: on the first page, what the book has besides its text.

A list of links on a screen; in print a sentence that names the parts behind the text with their
pages. What a book does not have (a glossary without an entry) is not promised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import interface
from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Labels of pages, and the strings that name them and say what they are.
LISTED = {
    "essays": ("front-text", "front-text-about"),
    "glossary": ("front-glossary", "front-glossary-about"),
    "emendations": ("front-emendations", "front-emendations-about"),
}

#: The label of the page that lists what stands behind the text.
BACK = "appendix"


class front_list(nodes.General, nodes.Element):
    """Marks, in cached doctrees, where the list goes: other pages decide what is in it."""


class FrontList(SphinxDirective):
    """Mark the place of the list."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the mark."""
        return [front_list()]


class FillFrontList(SphinxPostTransform):
    """Put the list where the directive stood, before its links are resolved."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Replace the mark."""
        for mark in list(self.document.findall(front_list)):
            printed = self.env._app.builder.format == "typst"
            mark.replace_self(self._sentence() if printed else self._list())

    def _word(self, key: str, **values: str) -> str:
        return interface.text(self.config.edition, key, **values)

    def _list(self) -> list[nodes.Node]:
        labels = self.env.domains.standard_domain.labels
        items = [
            nodes.list_item("", nodes.paragraph("", "", self._link(label, key), self._about(about)))
            for label, (key, about) in LISTED.items()
            if label in labels
        ]
        return [nodes.bullet_list("", *items)] if items else []

    def _link(self, label: str, key: str) -> nodes.Node:
        return addnodes.pending_xref(
            "",
            nodes.inline("", self._word(key)),
            refdoc=self.env.current_document.docname,
            refdomain="std",
            reftype="ref",
            reftarget=label,
            refexplicit=True,
            refwarn=True,
        )

    def _about(self, key: str) -> nodes.Text:
        return nodes.Text(f"：{self._word(key)}")

    def _sentence(self) -> list[nodes.Node]:
        page = self.env.domains.standard_domain.labels.get(BACK, ("",))[0]
        builder, here = self.env._app.builder, self.env.current_document.docname
        links = [
            nodes.reference(
                "",
                self.env.titles[name].astext(),
                refuri=builder.get_relative_uri(here, name),
                internal=True,
                paged=True,
            )
            for name in self.env.toctree_includes.get(page, [])
            if name in self.env.titles
        ]
        if not links:
            return []
        before, _, after = self._word("pdf-parts", parts="\0").partition("\0")
        parts: list[nodes.Node] = [nodes.Text(before)]
        for number, link in enumerate(links):
            parts += [nodes.Text("、"), link] if number else [link]
        return [nodes.paragraph("", "", *parts, nodes.Text(after))]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive and what fills its place."""
    app.add_directive("front-list", FrontList)
    app.add_post_transform(FillFrontList)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
