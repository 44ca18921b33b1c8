"""Work beside the build: in a process of its own, where the build has several.

What is made of all documents together (the search index, the files for download, lists) is settled
once everything has been read. With ``-j`` one process makes all of it from then on, while Sphinx
checks, resolves and writes the pages; who asked for it takes the result when the pages are there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sphinx.util.parallel import ParallelTasks, parallel_available

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

Result = TypeVar("Result")


class Made(Generic[Result]):
    """What a piece of work will have made."""

    def __init__(self, process: Process, work: Callable[[], Result]) -> None:
        """Belong to ``process``, which does ``work``."""
        self._process = process
        self.work = work

    def result(self) -> Result:
        """Wait for the end of all work and return what this piece made."""
        return self._process.results()[self]


class Process:
    """The work of one build, one piece after the other."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._asked: list[Made[Any]] = []
        self._results: dict[Made[Any], Any] = {}
        self._tasks: ParallelTasks | None = None

    def start(self, app: Sphinx) -> None:
        """Begin what was asked for; in this process and at once, where the build has no other."""
        if parallel_available and app.parallel > 1 and self._asked:
            self._tasks = ParallelTasks(1)
            self._tasks.add_task(self._run, None, lambda _, made: self._take(made))
        else:
            self._take([made.work() for made in self._asked])

    def _run(self) -> list[Any]:
        gc.freeze()  # nothing of the build becomes garbage here, and no page of it is copied
        return [made.work() for made in self._asked]

    def _take(self, results: list[Any]) -> None:
        self._results = dict(zip(self._asked, results, strict=True))

    def ask(self, work: Callable[[], Result]) -> Made[Result]:
        """Have ``work`` done, whose result has to be picklable."""
        made = Made(self, work)
        self._asked.append(made)
        return made

    def results(self) -> dict[Made[Any], Any]:
        """Wait for the end. Raises ``SphinxParallelError`` for what a piece of work raised."""
        if self._tasks is not None:
            self._tasks.join()
            self._tasks = None
        return self._results

    def give_up(self) -> None:
        """End the work: nobody will ask for what it makes."""
        if self._tasks is not None:
            self._tasks.terminate()
            self._tasks = None


def ask(app: Sphinx, work: Callable[[], Result]) -> Made[Result]:
    """Have ``work`` done beside the build; to be called while ``env-updated`` is emitted."""
    process: Process = app.aside  # type: ignore[attr-defined]
    return process.ask(work)


def _renew(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Forget the work of an earlier build (``env-updated``, before all others)."""
    app.aside = Process()  # type: ignore[attr-defined]
    return []


def _start(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Begin, after all others have asked (``env-updated``)."""
    app.aside.start(app)  # type: ignore[attr-defined]
    return []


def _end(app: Sphinx, exception: Exception | None) -> None:
    """Leave no process behind (``build-finished``)."""
    process: Process | None = getattr(app, "aside", None)
    if process is not None:
        process.give_up()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handlers around those who ask and those who take."""
    app.connect("env-updated", _renew, priority=0)
    app.connect("env-updated", _start, priority=1000)
    app.connect("build-finished", _end, priority=1000)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
