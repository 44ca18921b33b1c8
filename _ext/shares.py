"""Reading and writing a large book on all cores: an even share a process.

Sphinx (9.0) cuts the work of ``-j`` into many small tasks. A reader gets the environment as it is
by then and sends the whole of it back, so each task costs more than the one before; pages are
resolved by the main process alone, which holds the doctrees of all tasks that wait (sphinx
issues 10967, 11448 and 10779). Here each process takes one share of the documents, as large as
the others, and resolves what it writes. Shares are merged in the order of the documents, so that
the result is the same whatever process ends first.

Sphinx also clears the records of each document before it reads it, looking through the labels of
all documents read so far. Here they are cleared before the first one is read, while there are
none.

Builders take part by inheriting from :class:`SharedReading` and :class:`SharedWriting`.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from edition.settings import built_editions, converter
from sphinx.builders import Builder, _write_docname
from sphinx.util.build_phase import BuildPhase
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Fewer documents than this a process, and starting one more takes longer than it saves.
LEAST_SHARE = 25


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
        sizes = [self.env.doc2path(name).stat().st_size for name in docnames]
        return cut(docnames, sizes, processes)

    def _run(
        self,
        shares: list[list[str]],
        work: Callable[[list[str]], bytes],
        take: Callable[[list[str], bytes], None],
        title: str,
    ) -> None:
        """Run ``work`` on each share, a process each, and ``take`` the results in order."""
        progress = status_iterator(shares, title, "purple", len(shares), self.config.verbosity)
        results: dict[int, bytes] = {}
        place = {share[0]: number for number, share in enumerate(shares)}

        def keep(share: list[str], result: bytes) -> None:
            results[place[share[0]]] = result
            next(progress)

        tasks = ParallelTasks(len(shares))
        for share in shares:
            tasks.add_task(work, share, keep)
        tasks.join()
        for number, share in enumerate(shares):
            take(share, results.pop(number))


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
        self._run(shares, self._read_share, self._merge_share, "reading sources... ")

    def _clear(self, docnames: Iterable[str]) -> None:
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)

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

    def _merge_share(self, docnames: list[str], environment: bytes) -> None:
        self.env.merge_info_from(docnames, pickle.loads(environment), self._app)


class SharedWriting(_Sharing):
    """Resolves and writes documents in even shares.

    For builders whose ``write_doc_serialized`` leaves nothing behind but ``images``.
    """

    images: dict[str, Any]

    def _write_parallel(self, docnames: Sequence[str], nproc: int) -> None:
        shares = self._shares(docnames)
        if len(shares) < 2:
            self._write_serial(docnames)
            return
        self._run(shares, self._write_share, self._take_images, "writing output... ")
        self.phase = BuildPhase.WRITING

    def _write_share(self, docnames: list[str]) -> bytes:
        gc.freeze()
        for docname in docnames:
            _write_docname(docname, env=self.env, builder=self, tags=self.tags)
            self.env._pickled_doctree_cache.pop(docname, None)
        return pickle.dumps(dict(self.images), pickle.HIGHEST_PROTOCOL)

    def _take_images(self, docnames: list[str], images: bytes) -> None:
        self.images.update(pickle.loads(images))
