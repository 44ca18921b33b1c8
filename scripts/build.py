#!/usr/bin/env python3
"""Build the book: for each edition its PDF and ePub, then its site.

Editions run side by side, one process each, which loads what it needs once; the formats of one
edition share its doctrees, so that its text is read once. The files for download come first, and
a site waits for those of all editions, since its pages show their sizes and checksums.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

# What takes long to import is imported where it is used, behind the ``try`` of main: Ctrl-C may
# come at any moment.
import published
from commandline import Parser, speaking
from processes.interrupts import ctrl_c_comes, ctrl_c_waits, end_when_told
from processes.orphans import end_all_with_their_parents, end_with_parent
from published import FOLDERS, MADE, PAPERS

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
SITE = BUILD / "html"
DOWNLOADS = SITE / published.DOWNLOADS

#: What a user asks for -> the builders that make it, in their order.
BUILDERS = {"html": ("typst", "epub", "html"), "pdf": ("typst",), "epub": ("epub",)}

#: What is asked for before the source is converted: a mistake in book.yaml shall change no page.
CHECK = "check"


class Job(NamedTuple):
    """One run of Sphinx: an edition in one format."""

    builder: str
    edition: str
    editions: tuple[str, ...]
    paper: str
    options: tuple[str, ...]

    def out(self) -> Path:
        """Return the folder the run writes to."""
        if self.builder == "html":
            return SITE / FOLDERS[self.edition]
        on_paper = published.variant(self.paper) if self.builder == "typst" else ""
        return BUILD / self.builder / f"{self.edition}{on_paper}"

    def arguments(self) -> list[str]:
        """Return the arguments for ``sphinx-build``."""
        return [
            # A short book is read in one process all the same (_ext/shares.py).
            *("-b", self.builder, "-q", "-W", "--keep-going", "-j", "auto"),
            *("-d", str(BUILD / "doctrees" / self.edition)),
            *("-D", f"edition={self.edition}"),
            *("-D", f"editions_built={','.join(self.editions)}"),
            *(("-D", f"typst_paper={self.paper}") if self.builder == "typst" else ()),
            *self.options,
            *(str(ROOT), str(self.out())),
        ]


#: What became of a run: the exit status, and what Sphinx said of warnings and errors.
Outcome = tuple[int, str]


def run(job: Job) -> Outcome:
    """Run Sphinx once; its files for download go where pages look."""
    import io

    from sphinx.cmd.build import main as sphinx_build

    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            status = sphinx_build(job.arguments())
    except SystemExit as stopped:  # a mistake of the user's: Sphinx has said what it is
        return int(stopped.code or 0), said.getvalue()
    if status == 0 and job.builder != "html":
        for pattern in ("*.pdf", "*.epub"):
            for made in job.out().glob(pattern):
                published.put(made, DOWNLOADS / made.name)
    return status, said.getvalue()


def run_editions(batches: list[list[Job]]) -> int:
    """Run each batch in order, batches side by side; return the first status that is not 0.

    A site is begun when each batch has come to its own, and none if one has failed before. Prints
    what Sphinx said; what it says of each edition in the same words, once.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    from processes.pools import told_to_end

    # All at once, also on two cores: each has stretches that only one core can work on (the
    # typesetter, the merging of what was read), and an edition left to the end would have them
    # with the other cores idle.
    printed: set[str] = set()
    first = 0
    fork = get_context("fork")
    pool = ProcessPoolExecutor(
        len(batches),
        mp_context=fork,
        initializer=_start_worker,
        initargs=(os.getpid(), fork.Barrier(len(batches))),
    )
    try:
        with ctrl_c_waits():  # this starts the workers; what they say is asked for below
            outcomes = pool.map(_run_batch, batches)
        for status, said in outcomes:
            first = first or status
            for line in said.splitlines():
                if line not in printed or not line.strip():
                    print(line, file=sys.stderr)
                printed.add(line)
    except BrokenProcessPool:
        if told_to_end(pool):
            raise KeyboardInterrupt from None
        print(
            "做书的子进程被系统终止，多半是内存不够。请关掉别的程序，"
            "或用 EDITIONS 一次只做一种版本。",
            file=sys.stderr,
        )
        return 1
    except BaseException:
        # Nobody waits for what is half built: Ctrl-C shall be answered at once.
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return first


#: Where the editions of a build wait for each other's files for download.
_files: Barrier | None = None


def _start_worker(parent: int, files: Barrier) -> None:
    """Let a worker end without a word when told to: the parent says what there is to say.

    It and the processes that Sphinx forks end with those that started them.
    """
    global _files
    _files = files
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_when_told()
    ctrl_c_comes()
    end_with_parent(parent)
    end_all_with_their_parents()


def _run_batch(jobs: list[Job]) -> Outcome:
    from threading import BrokenBarrierError

    assert _files is not None
    said = ""
    try:
        for job in jobs:
            if job.builder == "html":
                _files.wait()
            status, more = run(job)
            said += more
            if status:
                _files.abort()
                return status, said
    except BrokenBarrierError:  # another edition has failed, and says why
        return 0, said
    except BaseException:
        _files.abort()  # nobody shall wait for this one
        raise
    return 0, said


def settings() -> dict[str, Any]:
    """Return what book.yaml says, through conf.py, as Sphinx reads it.

    Exits with one sentence for a mistake in it: once, and before anything is built.
    """
    from sphinx.config import Config
    from sphinx.errors import ConfigError
    from sphinx.util.tags import Tags

    try:
        book: dict[str, Any] = Config.read(ROOT, overrides={}, tags=Tags())._raw_config["book"]
    except ConfigError as error:
        sys.exit(str(error))
    return book


def chosen_editions(asked: str, listed: Sequence[str]) -> tuple[str, ...]:
    """Return the editions to build: those asked for, each once, else those listed in book.yaml."""
    return tuple(dict.fromkeys(_named(asked))) or tuple(listed)


def unknown_edition(asked: str) -> str:
    """Say in one sentence which edition that is asked for does not exist; empty if all do."""
    unknown = next((name for name in _named(asked) if name not in FOLDERS), None)
    return f"没有“{unknown}”这种版本，可用的是：{'、'.join(FOLDERS)}" if unknown else ""


def _named(asked: str) -> list[str]:
    return asked.replace(",", " ").split()


@speaking
def main(argv: list[str] | None = None) -> int:
    """Build what the command line asks for; return the exit status."""
    try:
        return _main(argv)
    except KeyboardInterrupt:
        print("中断，没有做完。再运行一次，便接着做。", file=sys.stderr)
    return 1


def _main(argv: list[str] | None) -> int:
    import shlex

    parser = Parser(description="做书：网站、PDF、ePub。")
    parser.add_argument(
        "what",
        metavar="目标",
        choices=sorted((*BUILDERS, CHECK)),
        help="html 连同 PDF 与 ePub；或只要其一；check 只看 book.yaml 和这里的参数写得对不对",
    )
    parser.add_argument("--editions", default="", help="版本，空格分隔；默认取 book.yaml 所列")
    known = "、".join(PAPERS)
    parser.add_argument("--paper", default="", help=f"PDF 的纸张，空格分隔：{known}；默认 a5")
    parser.add_argument("--sphinx-options", default="", help="原样交给 sphinx-build 的选项")
    asked = parser.parse_args(argv)

    try:
        options = tuple(shlex.split(asked.sphinx_options))
    except ValueError:
        parser.error("--sphinx-options（SPHINXOPTS）里的引号没有成对")
    if unknown := unknown_edition(asked.editions):
        parser.error(unknown)
    papers = tuple(dict.fromkeys(_named(asked.paper))) or PAPERS[:1]
    if unknown := next((paper for paper in papers if paper not in PAPERS), ""):
        parser.error(f"没有“{unknown}”这种纸张，可用的是：{known}")
    book = settings()
    editions = chosen_editions(asked.editions, book["editions"])
    if asked.what == CHECK:
        return 0

    offered = published.offered_editions(SITE, editions, book["editions"])

    def jobs(edition: str) -> list[Job]:
        return [
            Job(builder, edition, offered, paper, options)
            for builder in BUILDERS[asked.what]
            for paper in (papers if builder == "typst" else papers[:1])
        ]

    kept = tuple(dict.fromkeys((*book["editions"], *editions)))
    published.remove_other_files(BUILD, book["slug"], kept)
    if asked.what == "html":
        published.remove_other_editions(SITE, kept)
        published.remove_way_in(SITE, editions)
        published.remove_other_papers(SITE, book["slug"], editions, papers)
    try:
        failed = run_editions([jobs(edition) for edition in editions])
    finally:  # whatever came of it, some files may be others now
        published.write_checksums(SITE, book["slug"], kept)
    if failed:
        return 1
    if asked.what == "html":
        first = SITE / FOLDERS[editions[0]] / "index.html"
        print(f"书在 {SITE}；用浏览器打开 {first} 即可阅读。")
    else:
        print(f"文件在 {DOWNLOADS}。")
        if any((SITE / folder / MADE).is_file() for folder in FOLDERS.values()):
            print("网站里列出的文件、大小和校验值，要到再做一次 make html 才跟上。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
