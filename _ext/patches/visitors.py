"""docutils and Sphinx: do not send a visitor to every node for the sake of a few kinds.

Two transforms walk each document with a visitor that looks a method up for each node and finds
one for hardly any: references that may dangle, and program text that wants a language.
``NodeMatcher`` calls a method in Python for each node before it looks at its class. Here the nodes
of those kinds are looked for first. The first of the transforms also makes a message for every
label that no reference names, seventeen a chapter: Sphinx shows none of them, but stores them with
each doctree. Here none is made. docutils 0.22 and Sphinx 9.0 have all this still (no ticket was
found).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docutils import nodes
from docutils.transforms.references import DanglingReferencesVisitor
from sphinx import addnodes
from sphinx.transforms.post_transforms.code import HighlightLanguageTransform
from sphinx.transforms.references import SphinxDanglingReferences
from sphinx.util.nodes import NodeMatcher

from patches.traversal import fast_findall

#: What :class:`DanglingReferencesVisitor` has methods for.
REFERENCES = (nodes.reference, nodes.footnote_reference, nodes.citation_reference)

#: Without any of these a document is to ``HighlightLanguageTransform`` as it was.
HIGHLIGHTED = (nodes.literal_block, addnodes.highlightlang)

original_resolve: Callable[..., None] = SphinxDanglingReferences.apply
original_highlight: Callable[..., None] = HighlightLanguageTransform.apply
original_findall = NodeMatcher.findall


def resolve(self: SphinxDanglingReferences, **kwargs: Any) -> None:
    """Resolve references within the document and report those that cannot be."""
    if _has_none(self.document, REFERENCES):
        return
    reporter = self.document.reporter
    level = reporter.report_level
    reporter.report_level = max(reporter.WARNING_LEVEL, level)
    try:
        resolvers = self.document.transformer.unknown_reference_resolvers
        self.document.walk(DanglingReferencesVisitor(self.document, resolvers))
    finally:
        reporter.report_level = level


def highlight(self: HighlightLanguageTransform, **kwargs: Any) -> None:
    """Set the language of program text where there is any."""
    if not _has_none(self.document, HIGHLIGHTED):
        original_highlight(self, **kwargs)


def findall(self: NodeMatcher, node: nodes.Node) -> Iterator[Any]:
    """Yield the nodes that match; only those of the right classes are asked."""
    classes: Any = self.classes or nodes.Node
    return filter(self.match, fast_findall(node, classes))


def _has_none(document: nodes.document, classes: tuple[type, ...]) -> bool:
    found: Iterator[nodes.Node] = fast_findall(document, classes)
    return next(found, None) is None


def install() -> None:
    """Replace the three methods."""
    SphinxDanglingReferences.apply = resolve  # type: ignore[method-assign]
    HighlightLanguageTransform.apply = highlight  # type: ignore[method-assign]
    NodeMatcher.findall = findall  # type: ignore[method-assign]
