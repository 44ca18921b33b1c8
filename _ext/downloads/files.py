"""The files themselves: which there are, what each is, its size and its checksum."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

#: Where the files are, below the root of the site.
FOLDER = "downloads"

#: The list of checksums, in the format of ``sha256sum --check``; ``scripts/build.py``, which puts
#: the files there, writes it.
CHECKSUMS = "SHA256SUMS"

#: Format and variant, as a file name has them -> key of the string that names them. The order is
#: that of the list.
KINDS = {
    ("pdf", ""): "downloads-pdf",
    ("pdf", "a4"): "downloads-pdf-a4",
    ("pdf", "6in"): "downloads-pdf-6in",
    ("epub", ""): "downloads-epub",
    ("epub", "vertical"): "downloads-epub-vertical",
}


#: Data files of an edition: extension -> name of the format. They lie in the edition's own folder
#: and bear no edition in their names.
DATA = {".csv": "CSV", ".json": "JSON", ".ttl": "SKOS (Turtle)", ".zip": "CSV (ZIP)"}


@dataclass(frozen=True)
class File:
    """A file for download."""

    path: Path
    #: The edition it is of, a BCP 47 tag.
    edition: str
    #: Format and variant: a key of ``KINDS``, or the extension of a data file and ``""``.
    kind: tuple[str, str]

    @property
    def name(self) -> str:
        """Its name."""
        return self.path.name

    @cached_property
    def size(self) -> int:
        """Its size in bytes."""
        return self.path.stat().st_size

    @cached_property
    def sha256(self) -> str:
        """Its SHA-256 in hexadecimal digits."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def find(folder: Path, slug: str, editions: Sequence[str]) -> list[File]:
    """Return the files of ``editions`` in ``folder``, in order; none if there is no such folder.

    A name is ``<slug>-<edition>[-<variant>].<format>``; anything else is not ours.
    """
    pattern = re.compile(
        rf"{re.escape(slug)}-(?P<edition>{'|'.join(map(re.escape, editions))})"
        r"(?:-(?P<variant>[a-z0-9]+))?\.(?P<format>[a-z0-9]+)"
    )
    kinds = list(KINDS)
    files = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = pattern.fullmatch(path.name)
        if match and (kind := (match["format"], match["variant"] or "")) in KINDS:
            files.append(File(path, match["edition"], kind))
    return sorted(files, key=lambda file: (editions.index(file.edition), kinds.index(file.kind)))


def find_data(folder: Path, edition: str) -> list[File]:
    """Return the data files of ``edition`` in ``folder``, in the order of their names."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [File(path, edition, (path.suffix, "")) for path in paths if path.suffix in DATA]


def size_text(size: int) -> str:
    """Return ``size`` (bytes) as a reader wants it: three figures, decimal units (SI)."""
    if size < 1_000_000:
        return f"{max(size / 1000, 0.1):.3g} KB" if size < 999_500 else "1 MB"
    return f"{size / 1_000_000:.3g} MB"
