"""docutils: walk a tree with one generator, not with one for each node.

``Node.findall`` resumes as many nested generators for each node as the node is deep, and goes as
deep into Python's stack. Some sixty transforms of docutils, Sphinx and MyST-Parser each walk
every document that way: half a second of ten in a build of 200 chapters. Here is the same walk
with a stack of iterators, in the same order, and with the same view of children that are changed
meanwhile. docutils 0.22 has it still (sphinx-needs issue 751
has the figures of another project).
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils.nodes import Node


def fast_findall(self: Node, cls: type) -> Iterator[Node]:
    """Yield this node and those below it that are a ``cls``, in document order."""
    if isinstance(self, cls):
        yield self
    stack = [iter(self.children)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, cls):
                yield child
            if child.children:
                stack.append(iter(child.children))
                break
        else:
            stack.pop()


def superfast_findall(self: Node) -> Iterator[Node]:
    """Yield this node and those below it, in document order."""
    return fast_findall(self, Node)


def install() -> None:
    """Replace the two private methods behind ``Node.findall``."""
    Node._fast_findall = fast_findall  # type: ignore[attr-defined]
    Node._superfast_findall = superfast_findall  # type: ignore[attr-defined]
