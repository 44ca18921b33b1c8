#!/usr/bin/env python3
"""Build the book: for each edition its PDF and ePub, then its site.

Editions run side by side, one process each, which loads what it needs once; the formats of one
edition share its doctrees, so that its text is read once. The files for download come first, and
a site waits for those of all editions, since its pages show their sizes and checksums.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

# What takes long to import is imported where it is used, behind the ``try`` of main: Ctrl-C may
# come at any moment.
from commandline import Parser, speaking
from processes.interrupts import ctrl_c_comes, ctrl_c_waits, end_when_told
from processes.orphans import end_all_with_their_parents, end_with_parent

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
SITE = BUILD / "html"
DOWNLOADS = SITE / "downloads"

#: Edition code -> folder of its site below the root.
FOLDERS = {"zh-Hans": "", "zh-Hant-TW": "zh-tw", "zh-Hant-HK": "zh-hk"}

#: The list of checksums of the files for download, in the format of ``sha256sum --check``.
CHECKSUMS = "SHA256SUMS"

#: What the data files end in that an edition has beside its pages.
DATA = frozenset({".csv", ".json", ".ttl", ".zip"})

#: The sizes of paper that a PDF can have; all but the first stand in the names of their files.
PAPERS = ("a5", "a4", "6in")

#: What the site of an edition has when it has been made to its end.
MADE = "sitemap.xml"

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
        other = self.builder == "typst" and self.paper != PAPERS[0]
        return BUILD / self.builder / f"{self.edition}{f'-{self.paper}' if other else ''}"

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
                _replace(made, DOWNLOADS / made.name)
    return status, said.getvalue()


def _replace(source: Path, target: Path) -> None:
    """Copy ``source`` over ``target`` in one step, unless they are the same bytes."""
    if target.exists() and target.read_bytes() == source.read_bytes():
        return
    import shutil

    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copyfile(source, temporary)
    temporary.replace(target)


def _names(slug: str, editions: Iterable[str]) -> re.Pattern[str]:
    """Return what the names of this book's files for download look like, in these editions."""
    return re.compile(rf"{slug}-({'|'.join(editions)})(-[a-z0-9]+)?\.(pdf|epub)")


def remove_other_files(slug: str, editions: Sequence[str]) -> None:
    """Remove the files for download of a book of another name, and of other ``editions``.

    They would be copied and published with this book's.
    """
    import shutil

    ours = _names(slug, editions)
    for folder in (DOWNLOADS, *BUILD.glob("typst/*"), *BUILD.glob("epub/*")):
        for path in (*folder.glob("*.pdf"), *folder.glob("*.epub")):
            if not ours.fullmatch(path.name):
                path.unlink()
    for code in FOLDERS:
        if code not in editions:
            for folder in (*BUILD.glob(f"typst/{code}*"), *BUILD.glob(f"epub/{code}")):
                shutil.rmtree(folder)


def remove_other_papers(slug: str, editions: Iterable[str], papers: Sequence[str]) -> None:
    """Remove the PDFs of ``editions`` on other ``papers``: no build after theirs renews them."""
    for edition in editions:
        for paper in PAPERS:
            if paper not in papers:
                variant = f"-{paper}" if paper != PAPERS[0] else ""
                (DOWNLOADS / f"{slug}-{edition}{variant}.pdf").unlink(missing_ok=True)


def write_checksums(slug: str, editions: Iterable[str]) -> None:
    """Write the checksums of all files for download that are there of these ``editions``.

    The page of each edition offers them and its own data, which bear the same names as those of
    the others: so there is a list for each.
    """
    import hashlib

    ours = _names(slug, editions)
    books = sorted(path for path in DOWNLOADS.glob("*") if ours.fullmatch(path.name))
    sums = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in books}
    for place in FOLDERS.values():
        folder = SITE / place / DOWNLOADS.name
        if folder != DOWNLOADS and not (SITE / place / MADE).is_file():
            continue
        data = sorted(path for path in folder.glob("*") if path.suffix in DATA)
        sums |= {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in data}
        if not books:
            (folder / CHECKSUMS).unlink(missing_ok=True)
            continue
        folder.mkdir(exist_ok=True)
        temporary = folder / f".{CHECKSUMS}.{os.getpid()}"
        lines = [f"{sums[path]}  {path.name}\n" for path in (*books, *data)]
        temporary.write_text("".join(lines), encoding="utf-8", newline="\n")
        temporary.replace(folder / CHECKSUMS)


def remove_other_editions(kept: Iterable[str]) -> None:
    """Remove the sites of editions that are not ``kept``: they would be published with the others.

    That of the first lies in the root, around those of the others and the files for download, and
    has its data among these, and their checksums with those of its data.
    """
    import shutil

    beside = {DOWNLOADS.name, *filter(None, FOLDERS.values())}
    in_root = [path for path in (*SITE.glob("*"), *DOWNLOADS.glob("*")) if path.name not in beside]
    for code in FOLDERS.keys() - set(kept):
        gone = [SITE / FOLDERS[code]]
        if not FOLDERS[code]:
            gone = [path for path in in_root if path.suffix not in (".pdf", ".epub")]
        for path in gone:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def remove_way_in(editions: Iterable[str]) -> None:
    """Remove the page that leads from the root to an edition, if one of ``editions`` belongs there.

    Sphinx would take it for that edition's own first page, and find it new enough.
    """
    at_root = any(not FOLDERS[code] for code in editions)
    if at_root and not (SITE / MADE).is_file():
        (SITE / "index.html").unlink(missing_ok=True)


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


def offered_editions(chosen: Sequence[str], listed: Sequence[str]) -> tuple[str, ...]:
    """Return the editions that a site leads to, in the order of the switch.

    They are those ``chosen`` for this build, and of those ``listed`` in book.yaml what an earlier
    build has made: a build of one edition shall not take the way to the others from its pages.
    """
    made = [code for code in listed if (SITE / FOLDERS[code] / MADE).is_file()]
    return tuple(code for code in FOLDERS if code in {*chosen, *made})


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

    offered = offered_editions(editions, book["editions"])

    def jobs(edition: str) -> list[Job]:
        return [
            Job(builder, edition, offered, paper, options)
            for builder in BUILDERS[asked.what]
            for paper in (papers if builder == "typst" else papers[:1])
        ]

    kept = tuple(dict.fromkeys((*book["editions"], *editions)))
    remove_other_files(book["slug"], kept)
    if asked.what == "html":
        remove_other_editions(kept)
        remove_way_in(editions)
        remove_other_papers(book["slug"], editions, papers)
    try:
        failed = run_editions([jobs(edition) for edition in editions])
    finally:  # whatever came of it, some files may be others now
        write_checksums(book["slug"], kept)
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
