"""What the site shows of the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import interface
from bookinfo import shared_root
from edition.settings import built_editions
from sphinx.util.osutil import relative_uri

from downloads import files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: The page that lists the files.
PAGE = "downloads"


class Downloads:
    """The files found for one build, and the handlers that show them."""

    def __init__(self, app: Sphinx) -> None:
        """Remember the application; look for nothing yet."""
        self.app = app
        self.files: list[files.File] = []

    @property
    def is_site(self) -> bool:
        """Whether the site is being built: other builders have no buttons."""
        return self.app.builder.name == "html"

    @property
    def root(self) -> Path:
        """The root of the site, which the editions share."""
        return shared_root(self.app.config.edition, Path(self.app.outdir))

    # -- Handlers ----------------------------------------------------------------------------

    def find(self, app: Sphinx, config: Config) -> None:
        """Find the files of this build's editions (``config-inited``)."""
        self.files = files.find(
            self.root / files.FOLDER, config.book["slug"], built_editions(config)
        )
        config.downloads_found = [file.name for file in self.files]

    def renew(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Have the front page written again (``env-updated``): it shows sizes and checksums."""
        return [app.config.root_doc] if self.is_site and self.files else []

    def collect_pages(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the page of the files (``html-collect-pages``), if there are any."""
        if self.is_site and self.files:
            title = interface.text(app.config.edition, "downloads-title")
            data = [self._data_entry(file) for file in self._data()]
            own = f"{files.FOLDER}/{files.CHECKSUMS}"
            context = {"title": title, "downloads_data": data, "downloads_checksums": own}
            yield PAGE, context, "downloads.html"

    def add_context(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Give templates ``downloads`` and ``downloads_page`` (``html-page-context``).

        ``downloads`` is a list of {format, kind, edition, href, filename}; on the front page and
        on the page of the files also {size, size_text, sha256, version, date}. ``downloads_page``
        is the address of that page, or ``""`` when there are no files.
        """
        in_full = pagename in (PAGE, app.config.root_doc)
        context["downloads"] = [self._entry(file, pagename, in_full) for file in self.files]
        context["downloads_page"] = ""
        if self.files:
            here = app.builder.get_target_uri(pagename)
            context["downloads_page"] = relative_uri(here, app.builder.get_target_uri(PAGE))

    def _data(self) -> list[files.File]:
        return files.find_data(Path(self.app.outdir, files.FOLDER), self.app.config.edition)

    # -- Entries -----------------------------------------------------------------------------

    def _entry(self, file: files.File, pagename: str, in_full: bool) -> dict[str, Any]:
        edition = self.app.config.edition
        entry: dict[str, Any] = {
            "format": interface.text(edition, files.KINDS[file.kind]),
            "kind": "-".join(filter(None, file.kind)),
            "edition": file.edition,
            "href": self._href(pagename, file.name),
            "filename": file.name,
        }
        return entry | self._particulars(file) if in_full else entry

    def _data_entry(self, file: files.File) -> dict[str, Any]:
        """Return a data file as the page of the files, which lies beside its folder, shows it."""
        return {
            "format": f"{file.name} · {files.DATA[file.kind[0]]}",
            "kind": "data",
            "edition": file.edition,
            "href": f"{files.FOLDER}/{file.name}",
            "filename": file.name,
        } | self._particulars(file)

    def _particulars(self, file: files.File) -> dict[str, Any]:
        return {
            "size": file.size,
            "size_text": files.size_text(file.size),
            "sha256": file.sha256,
            "version": self.app.config.book["version"],
            "date": self.app.config.book["date"],
        }

    def _href(self, pagename: str, name: str) -> str:
        up = "../" if self.root != Path(self.app.outdir) else ""
        here = self.app.builder.get_target_uri(pagename)
        return "../" * here.count("/") + f"{up}{files.FOLDER}/{name}"
