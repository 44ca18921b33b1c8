"""Reading and writing a large book on all cores: an even share a process.

Sphinx (9.0) cuts the work of ``-j`` into many small tasks. A reader gets the environment as it is
by then and sends the whole of it back, so each task costs more than the one before; pages are
resolved by the main process alone, which holds the doctrees of all tasks that wait (sphinx
issues 10967, 11448 and 10779). Here each process reads one share of the documents, as large as
the others; shares are merged in the order of the documents, so that the result is the same
whatever process ends first. What is written leaves nothing to merge: there each process takes some
documents at a time, resolves and writes them, and comes back for more, since how long a page takes
does not show before it is written (the glossary has every use of a slogan).

Sphinx also clears the records of each document before it reads it, looking through the labels of
all documents read so far. Here they are cleared before the first one is read, while there are
none.

Builders take part by inheriting from :class:`SharedReading` and :class:`SharedWriting`.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from edition.settings import built_editions, converter
from sphinx.builders import Builder, _write_docname
from sphinx.util.build_phase import BuildPhase
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parsed import Store

#: What one process is given to do.
Task = TypeVar("Task")

#: Fewer documents than this a process, and starting one more takes longer than it saves.
LEAST_SHARE = 25

#: Part of the time of reading a document that is left when it has been parsed for another edition
#: (benchmarks/edition.json: 15 of 33 seconds).
PARSED = 0.45


def cut(docnames: Sequence[str], weights: Sequence[int], parts: int) -> list[list[str]]:
    """Cut ``docnames`` into at most ``parts`` runs of about the same weight, none empty."""
    whole, passed = sum(weights), 0
    runs: list[list[str]] = [[] for _ in range(parts)]
    for name, weight in zip(docnames, weights, strict=True):
        runs[min(parts - 1, passed * parts // max(1, whole))].append(name)
        passed += weight
    return [run for run in runs if run]


class _Sharing(Builder):
    """What reading and writing have in common."""

    def _shares(self, docnames: Sequence[str]) -> list[list[str]]:
        """Return the documents of each process; one share means that forking does not pay."""
        processes = min(self._app.parallel, len(docnames) // LEAST_SHARE)
        if processes < 2:
            return [list(docnames)]
        return cut(docnames, [self._weight(name) for name in docnames], processes)

    def _weight(self, docname: str) -> int:
        """Return how long a document takes beside others."""
        return self.env.doc2path(docname).stat().st_size

    def _run(
        self, tasks: Sequence[Task], work: Callable[[Task], bytes], title: str
    ) -> Iterator[bytes]:
        """Run ``work`` on each task, a process each; yield the results in the tasks' order."""
        progress = status_iterator(tasks, title, "purple", len(tasks), self.config.verbosity)
        results: dict[int, bytes] = {}

        def keep(number: int, result: bytes) -> None:
            results[number] = result
            next(progress)

        processes = ParallelTasks(len(tasks))
        for number in range(len(tasks)):
            processes.add_task(lambda number: work(tasks[number]), number, keep)
        processes.join()
        for number in range(len(tasks)):
            yield results.pop(number)


class SharedReading(_Sharing):
    """Reads documents in even shares."""

    def _read_serial(self, docnames: list[str]) -> None:
        self._clear(docnames)
        title = "reading sources... "
        length, verbosity = len(docnames), self.config.verbosity
        for docname in status_iterator(docnames, title, "purple", length, verbosity):
            self.read_doc(docname)

    def _read_parallel(self, docnames: list[str], nproc: int) -> None:
        shares = self._shares(docnames)
        if len(shares) < 2:
            self._read_serial(docnames)
            return
        self._clear(docnames)
        converter(self.config, self.env.srcdir)  # loaded here once, not in every worker
        read = self._run(shares, self._read_share, "reading sources... ")
        for share, environment in zip(shares, read, strict=True):
            self.env.merge_info_from(share, pickle.loads(environment), self._app)

    def _clear(self, docnames: Iterable[str]) -> None:
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)

    def _weight(self, docname: str) -> int:
        """Return the length of its source; less where another edition has left its tree."""
        length = super()._weight(docname)
        store: Store | None = getattr(self._app, "parsed_store", None)
        return length if store is None or not store.has(docname) else int(length * PARSED)

    def _read_share(self, docnames: list[str]) -> bytes:
        gc.freeze()  # what was there before is not looked through, and its pages stay shared
        self.env._app = self._app
        for docname in self._in_turn(docnames):
            self.read_doc(docname, _cache=False)
        return pickle.dumps(self.env, pickle.HIGHEST_PROTOCOL)

    def _in_turn(self, docnames: list[str]) -> list[str]:
        """Return ``docnames`` from a place on that is this edition's own, then those before.

        Editions that are read side by side parse other chapters each, and then find those of the
        others parsed (:mod:`parsed`).
        """
        editions = built_editions(self.config)
        start = len(docnames) * editions.index(self.config.edition) // len(editions)
        return docnames[start:] + docnames[:start]


class InTurn:
    """Documents, of which each of several processes takes the next when it is free."""

    def __init__(self, docnames: Sequence[str], processes: int) -> None:
        """Give out *docnames* to so many *processes*, forked from this one later on."""
        self._docnames, self._processes = docnames, processes
        self._next = multiprocessing.get_context("fork").Value("q", 0)

    def __str__(self) -> str:
        """Name them, for the progress that is shown."""
        return f"{self._docnames[0]} .. {self._docnames[-1]}"

    def __iter__(self) -> Iterator[str]:
        """Yield documents that no other process has, until there are no more."""
        while taken := self._take():
            yield from taken

    def _take(self) -> Sequence[str]:
        """Take as many as leaves all processes enough to end at about the same time."""
        with self._next.get_lock():
            start = self._next.value
            count = max(1, (len(self._docnames) - start) // (4 * self._processes))
            self._next.value = min(start + count, len(self._docnames))
        return self._docnames[start : start + count]


class SharedWriting(_Sharing):
    """Resolves and writes documents in several processes.

    For builders whose ``write_doc_serialized`` leaves nothing behind but ``images``.
    """

    images: dict[str, Any]

    def _write_parallel(self, docnames: Sequence[str], nproc: int) -> None:
        processes = len(self._shares(docnames))
        if processes < 2:
            self._write_serial(docnames)
            return
        tasks = [InTurn(docnames, processes)] * processes
        for images in self._run(tasks, self._write_some, "writing output... "):
            self.images.update(pickle.loads(images))
        self.phase = BuildPhase.WRITING

    def _write_some(self, documents: InTurn) -> bytes:
        gc.freeze()
        for docname in documents:
            _write_docname(docname, env=self.env, builder=self, tags=self.tags)
            self.env._pickled_doctree_cache.pop(docname, None)
        return pickle.dumps(dict(self.images), pickle.HIGHEST_PROTOCOL)
