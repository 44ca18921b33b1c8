"""What lies in _build to be published: the sites of the editions and the files for download.

A build adds to what earlier ones have left. What belongs to another book, or to an edition or a
paper that is no longer asked for, would be published with the rest, so it is removed; and the
list of checksums is of what is there. ``site`` is the root of the sites, ``_build/html``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

#: The folder of the files for download, below the root of a site.
DOWNLOADS = "downloads"

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


def variant(paper: str) -> str:
    """Return what the name of a file or folder on ``paper`` has behind the edition."""
    return f"-{paper}" if paper != PAPERS[0] else ""


def put(source: Path, target: Path) -> None:
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


def remove_other_files(build: Path, slug: str, editions: Sequence[str]) -> None:
    """Remove, below ``build``, the files for download of other books and other ``editions``.

    They would be copied and published with this book's.
    """
    import shutil

    ours = _names(slug, editions)
    for folder in (build / "html" / DOWNLOADS, *build.glob("typst/*"), *build.glob("epub/*")):
        for path in (*folder.glob("*.pdf"), *folder.glob("*.epub")):
            if not ours.fullmatch(path.name):
                path.unlink()
    for code in FOLDERS:
        if code not in editions:
            for folder in (*build.glob(f"typst/{code}*"), *build.glob(f"epub/{code}")):
                shutil.rmtree(folder)


def remove_other_papers(
    site: Path, slug: str, editions: Iterable[str], papers: Sequence[str]
) -> None:
    """Remove the PDFs of ``editions`` on other ``papers``: no build after theirs renews them."""
    for edition in editions:
        for paper in PAPERS:
            if paper not in papers:
                name = f"{slug}-{edition}{variant(paper)}.pdf"
                (site / DOWNLOADS / name).unlink(missing_ok=True)


def write_checksums(site: Path, slug: str, editions: Iterable[str]) -> None:
    """Write the checksums of all files for download that are there of these ``editions``.

    The page of each edition offers them and its own data, which bear the same names as those of
    the others: so there is a list for each.
    """
    import hashlib

    ours = _names(slug, editions)
    books = sorted(path for path in (site / DOWNLOADS).glob("*") if ours.fullmatch(path.name))
    sums = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in books}
    for place in FOLDERS.values():
        folder = site / place / DOWNLOADS
        if place and not (site / place / MADE).is_file():
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


def remove_other_editions(site: Path, kept: Iterable[str]) -> None:
    """Remove the sites of editions that are not ``kept``: they would be published with the others.

    That of the first lies in the root, around those of the others and the files for download, and
    has its data among these, and their checksums with those of its data.
    """
    import shutil

    beside = {DOWNLOADS, *filter(None, FOLDERS.values())}
    in_root = [*site.glob("*"), *(site / DOWNLOADS).glob("*")]
    for code in FOLDERS.keys() - set(kept):
        gone = [site / FOLDERS[code]]
        if not FOLDERS[code]:
            gone = [path for path in in_root if path.name not in beside]
            gone = [path for path in gone if path.suffix not in (".pdf", ".epub")]
        for path in gone:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def remove_way_in(site: Path, editions: Iterable[str]) -> None:
    """Remove the page that leads from the root to an edition, if one of ``editions`` belongs there.

    Sphinx would take it for that edition's own first page, and find it new enough.
    """
    at_root = any(not FOLDERS[code] for code in editions)
    if at_root and not (site / MADE).is_file():
        (site / "index.html").unlink(missing_ok=True)


def offered_editions(site: Path, chosen: Sequence[str], listed: Sequence[str]) -> tuple[str, ...]:
    """Return the editions that a site leads to, in the order of the switch.

    They are those ``chosen`` for this build, and of those ``listed`` in book.yaml what an earlier
    build has made: a build of one edition shall not take the way to the others from its pages.
    """
    made = [code for code in listed if (site / FOLDERS[code] / MADE).is_file()]
    return tuple(code for code in FOLDERS if code in {*chosen, *made})
