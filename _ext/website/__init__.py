"""The online book as a website: its pages, and the files a site has beside them.

``builder``, ``translator``  the HTML builder: the theme's name and options, none of its weight
``page``      what the templates show about one page
``lengths``   how long each chapter is, counted while reading
``plaintext`` each chapter as a text file
``pictures``  the cover and the card that links to the book show
``outputs``   sitemap, robots.txt, llms.txt, 404 page
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import facts

from . import outputs, page
from .builder import BookHTMLBuilder
from .lengths import LENGTH, LengthCollector, document_length
from .pictures import Pictures

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, the collector of lengths and the handlers."""
    app.setup_extension("aside")
    pictures = Pictures()
    app.add_builder(BookHTMLBuilder, override=True)
    # Before the first paint, therefore blocking, and first of all scripts.
    app.add_js_file("js/boot.js", priority=100)
    app.add_css_file("css/book.css", priority=100)
    app.add_js_file("js/book.js", priority=400, loading_method="defer")
    app.add_js_file("js/editions.js", priority=410, loading_method="defer")
    facts.add(app, LENGTH, document_length)
    app.add_env_collector(LengthCollector)
    app.connect("html-page-context", page.add_page_context, priority=700)
    app.connect("html-collect-pages", outputs.collect_pages)
    app.connect("env-updated", pictures.start, priority=900)
    app.connect("build-finished", outputs.write_outputs)
    app.connect("build-finished", pictures.finish)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
