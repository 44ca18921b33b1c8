"""The files a reader can take away: a page that lists them, and the buttons that lead to them.

The files are built before the site, into ``downloads/`` below its root. What is not there is not
offered: a site built alone has no buttons, and no broken links. An ordinary page knows only the
names of its files, so that it need not be written anew whenever a file changes; sizes and
checksums stand on the front page and on the page ``downloads``, which every build writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from downloads.pages import Downloads

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handlers that find and show the files."""
    for extension in ("bookinfo", "edition", "interface"):
        app.setup_extension(extension)
    downloads = Downloads(app)
    # The names of the files found: set here, so that a new file renews the buttons of all pages.
    app.add_config_value("downloads_found", [], "html", list)
    app.connect("config-inited", downloads.find, priority=900)
    app.connect("env-updated", downloads.renew)
    # Late: other extensions write their data files on the same event.
    app.connect("html-collect-pages", downloads.collect_pages, priority=900)
    app.connect("html-page-context", downloads.add_context)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
