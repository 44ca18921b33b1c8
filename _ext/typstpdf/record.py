"""What the present PDF was made from, so that nothing is made twice."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import whole


class Record(NamedTuple):
    """Kept as JSON beside the Typst source."""

    inputs: str = ""  #: digest of doctrees, settings and code: known before anything is translated
    source: str = ""  #: digest of all that Typst reads
    pdf: str = ""  #: digest of the file it made

    @classmethod
    def read(cls, path: Path) -> Record:
        """Return the record at ``path``; an empty one where there is none that can be read."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, path: Path) -> None:
        """Write the record."""
        whole.write(path, json.dumps(self._asdict()))

    def made(self, pdf: Path) -> bool:
        """Say whether ``pdf`` is the file this record is about, unchanged."""
        return bool(self.pdf) and pdf.is_file() and file_digest(pdf) == self.pdf


def digest(*parts: str) -> str:
    """Return one digest of several texts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
