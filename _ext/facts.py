"""What is found in a document before it belongs to an edition: once for all editions.

An extension that needs something of a document which does not depend on the script says how it is
found (:func:`add`, while it is set up), and asks for it when it is needed (:func:`fact`). With a
tree that is kept for other editions (:mod:`parsed`) the facts are kept too; in a document that is
not kept they are looked for when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Finds something in a document as it is before the edition's transform: what pickles, nodes of
#: the document included, and what the conversion, which changes text alone, leaves true.
Find = Callable[["nodes.document"], Any]

_KEPT = "facts"


def _finders(app: Sphinx) -> dict[str, Find]:
    finders: dict[str, Find] | None = getattr(app, "fact_finders", None)
    if finders is None:
        finders = app.fact_finders = {}  # type: ignore[attr-defined]
    return finders


def add(app: Sphinx, name: str, find: Find) -> None:
    """Have the fact ``name`` found by ``find``."""
    _finders(app)[name] = find


def find_all(app: Sphinx, document: nodes.document) -> dict[str, Any]:
    """Return all facts of ``document`` by name."""
    return {name: find(document) for name, find in _finders(app).items()}


def know(env: BuildEnvironment, facts: dict[str, Any]) -> None:
    """Let ``facts`` be those of the document that is being read."""
    env.current_document[_KEPT] = facts


def fact(env: BuildEnvironment, name: str, document: nodes.document) -> Any:
    """Return the fact ``name`` of ``document``, which is being read."""
    known: dict[str, Any] | None = env.current_document.get(_KEPT)
    if known is not None:
        return known[name]
    return _finders(env._app)[name](document)
