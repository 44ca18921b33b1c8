"""When the index is made: beside the pages, in a process of its own where the build has several.

What the search knows is complete when everything has been read. With ``-j`` the index is made from
then on while Sphinx checks, resolves and writes; it reaches the disk when the pages are there, and
only if they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import interface
from sphinx.builders._epub_base import EpubBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util.display import progress_message
from sphinx.util.parallel import ParallelTasks, SerialTasks, parallel_available

from hansearch import files
from hansearch.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: What the strings of the scripts are called in ``interface.py``.
_STRINGS = "search-script-"


def serves(app: Sphinx) -> bool:
    """Whether what is being built is a site of pages: no ePub, no single file."""
    others = (EpubBuilder, SingleFileHTMLBuilder)
    return isinstance(app.builder, StandaloneHTMLBuilder) and not isinstance(app.builder, others)


class IndexJob:
    """Makes the index of one application's build."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._tasks: ParallelTasks | SerialTasks | None = None
        self._content: dict[str, str] | None = None

    def start(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Begin, unless the index on disk is of just these texts (``env-updated``)."""
        self._tasks = self._content = None
        if not serves(app):
            return
        edition = app.config.edition
        strings = {
            key.removeprefix(_STRINGS): value
            for key, value in interface.catalogue(edition).items()
            if key.startswith(_STRINGS)
        }
        documents = domain_of(env).documents
        digest = files.digest(documents, edition, strings)
        if files.digest_on_disk(_folder(app)) == digest:
            return
        target = app.builder.get_target_uri

        def build() -> dict[str, str]:
            return files.build(documents, target, edition, strings)

        if parallel_available and app.parallel > 1:
            self._tasks = ParallelTasks(1)
            self._tasks.add_task(build, None, lambda _, content: self._keep(content))
        else:
            self._tasks = SerialTasks()
            with progress_message("indexing the text"):
                self._tasks.add_task(build, None, self._keep)

    def _keep(self, content: dict[str, str]) -> None:
        self._content = content

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the index, or leave the old one where the build failed (``build-finished``)."""
        if exception is not None:
            if isinstance(self._tasks, ParallelTasks):
                self._tasks.terminate()
        elif self._tasks is not None:
            with progress_message("writing the search index"):
                self._tasks.join()
                if self._content is not None:
                    files.write(self._content, _folder(app))
        self._tasks = self._content = None


def _folder(app: Sphinx) -> Path:
    return Path(app.outdir) / files.FOLDER
