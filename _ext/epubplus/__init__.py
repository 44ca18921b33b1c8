"""The ePub: what Sphinx's own builder lacks for a valid, accessible, reproducible ePub 3.

- ``builder`` replaces Sphinx's ``epub`` builder: no theme, no scripts, nothing unlisted;
- ``translator`` writes XHTML with the semantics of notes, glossary and chapters;
- ``mentions`` gives each mention of a slogan its pop-up note in the chapter;
- ``vertical`` marks the numerals that stand upright in a vertical line;
- ``contents``, ``metadata`` and ``package`` say what the book holds, what it is, and zip it.

A Traditional edition comes as two files made of the same documents: lines across, and
(``-vertical``) lines down the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from epubplus.builder import EpubPlusBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder in place of Sphinx's."""
    for extension in ("sphinx.builders.epub3", "bookinfo", "edition", "interface"):
        app.setup_extension(extension)
    app.add_builder(EpubPlusBuilder, override=True)
    # Which document is the table of contents: the navigation document stands in its place.
    app.add_config_value("epub_contents_doc", "essays/index", "epub", str)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
