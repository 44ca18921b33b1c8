"""The PDF: a builder that sets the book with Typst.

This module only registers. :mod:`typstpdf.builder` drives, :mod:`typstpdf.assembly` puts the
documents in order, :mod:`typstpdf.translator` turns each into calls of the functions of
``template.typ``, which holds all typography.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder and its two settings."""
    from typstpdf.builder import TypstBuilder

    app.add_builder(TypstBuilder)
    # The page: "a5" (148 × 210 mm), "a4", or "6in" for a reader's six-inch screen.
    app.add_config_value("typst_paper", "a5", "", str)
    # Standards the file asserts, by Typst's names; -D typst_standards=ua-1,a-2a for PDF/A too.
    app.add_config_value("typst_standards", ["ua-1"], "", list)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
