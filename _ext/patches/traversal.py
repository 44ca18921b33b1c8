"""docutils: walk a tree with one generator, not with one for each node.

``Node.findall`` resumes as many nested generators for each node as the node is deep, and goes as
deep into Python's stack. Some sixty transforms of docutils, Sphinx and MyST-Parser each walk
every document that way: half a second of ten in a build of 200 chapters. Here is the same walk
with a stack of iterators, in the same order, with the same view of children that are changed
meanwhile; and for a condition that is a function too, for which docutils has no quick way.
docutils 0.22 has it still (sphinx-needs issue 751 has the figures of another project).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docutils.nodes import Node

original = Node.findall


def fast_findall(self: Node, cls: type | tuple[type, ...]) -> Iterator[Node]:
    """Return this node and those below it that are a ``cls``, in document order.

    A document that knows its kinds of node (:mod:`patches.kinds`) is not walked in vain.
    """
    kinds = vars(self).get("kinds")
    if kinds is not None and not any(issubclass(kind, cls) for kind in kinds):
        return iter(())
    return _walk(self, cls)


def _walk(self: Node, cls: type | tuple[type, ...]) -> Iterator[Node]:
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


def findall(
    self: Node,
    condition: type | Callable[[Node], bool] | None = None,
    include_self: bool = True,
    descend: bool = True,
    siblings: bool = False,
    ascend: bool = False,
) -> Iterator[Node]:
    """Return what docutils' ``findall`` does; the common case, all below a node, is walked here."""
    if not (include_self and descend) or siblings or ascend:
        return original(self, condition, include_self, descend, siblings, ascend)
    if condition is None or isinstance(condition, type):
        return fast_findall(self, condition or Node)
    return filter(condition, fast_findall(self, Node))


def superfast_findall(self: Node) -> Iterator[Node]:
    """Yield this node and those below it, in document order."""
    return fast_findall(self, Node)


def install() -> None:
    """Replace ``Node.findall`` and the two private methods behind it."""
    Node.findall = findall  # type: ignore[assignment,method-assign]
    Node._fast_findall = fast_findall  # type: ignore[attr-defined]
    Node._superfast_findall = superfast_findall  # type: ignore[attr-defined]
