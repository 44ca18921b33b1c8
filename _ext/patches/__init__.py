"""Repairs of dependencies, where no extension point reaches.

One module a repair; each says why, where it was reported, and is put in place by ``install``.
Each has a test in ``tests/unit/test_patches*.py`` that fails when the repair is no longer needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from patches import (
    collector,
    contents,
    front_matter,
    messages,
    nodes,
    parser_settings,
    traversal,
    visitors,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put all repairs in place."""
    for repair in (collector, contents, front_matter, nodes, parser_settings, traversal, visitors):
        repair.install()
    messages.install(app.verbosity)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
