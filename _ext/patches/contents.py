"""Sphinx: look for a page's lists of contents in its sections only where it has others.

``TocTreeCollector`` goes through every node of every document for ``toctree``, ``only`` and
``desc``, which hardly any chapter of a book has: a twelfth of the time of reading one that was
parsed for another edition. Sphinx 9.0 has it still (no ticket was found). A document without
them is shown to it as the sections and titles that it consists of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.collectors.toctree import TocTreeCollector

from patches.traversal import fast_findall

if TYPE_CHECKING:
    from sphinx.application import Sphinx

original = TocTreeCollector.process_doc

#: What Sphinx looks for besides sections.
OTHERS = (addnodes.toctree, addnodes.only, addnodes.desc)


def process_doc(self: TocTreeCollector, app: Sphinx, doctree: nodes.document) -> None:
    """Collect the contents of ``doctree``, as Sphinx does."""
    if next(fast_findall(doctree, OTHERS), None) is None:
        view = object.__new__(type(doctree))
        vars(view).update(vars(doctree), children=outline(doctree))
        doctree = view
    original(self, app, doctree)


def outline(node: nodes.Element) -> list[nodes.Node]:
    """Return the sections below ``node`` with their titles, and nothing else of them."""
    found: list[nodes.Node] = []
    for section in node.children:
        if isinstance(section, nodes.section):
            bare = section.copy()
            bare.children = [*section.children[:1], *outline(section)]
            found.append(bare)
    return found


def install() -> None:
    """Replace the collector's method."""
    TocTreeCollector.process_doc = process_doc  # type: ignore[method-assign]
