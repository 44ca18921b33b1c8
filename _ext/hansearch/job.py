"""When the index is made: beside the pages (:mod:`aside`), from when everything has been read.

It reaches the disk when the pages are there, and only if they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import aside
import interface
from sphinx.builders._epub_base import EpubBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util.display import progress_message

from hansearch import files, parts
from hansearch.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: What the strings of the scripts are called in ``interface``.
_STRINGS = "search-script-"


def serves(app: Sphinx) -> bool:
    """Whether what is being built is a site of pages: no ePub, no single file."""
    others = (EpubBuilder, SingleFileHTMLBuilder)
    return isinstance(app.builder, StandaloneHTMLBuilder) and not isinstance(app.builder, others)


class IndexJob:
    """Makes the index of one application's build."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._work: aside.Made[dict[str, str | None]] | None = None

    def start(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Begin, unless the index on disk is of these texts by this program (``env-updated``)."""
        self._work = None
        if not serves(app):
            return
        edition, press = app.config.edition, app.config.press_extensions
        strings = {
            key.removeprefix(_STRINGS): value
            for key, value in interface.catalogue(edition).items()
            if key.startswith(_STRINGS)
        }
        documents = domain_of(env).documents
        there = files.digest_on_disk(_folder(app))
        if there and there == files.digest(documents, edition, strings, press):
            return
        target = app.builder.get_target_uri
        folder = _folder(app)
        present = files.present(folder)
        store = parts.Store(Path(app.doctreedir) / f"hansearch-{app.builder.name}")
        self._work = aside.ask(
            app, lambda: files.build(documents, target, edition, strings, store, present, press)
        )

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the index, or leave the old one where the build failed (``build-finished``)."""
        work, self._work = self._work, None
        if work is not None and exception is None:
            with progress_message("writing the search index"):
                files.write(work.result(), _folder(app))


def _folder(app: Sphinx) -> Path:
    return Path(app.outdir) / files.FOLDER
