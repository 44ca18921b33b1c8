"""Sphinx's list of objects, ``objects.inv``, which other projects' references are resolved with.

Sphinx compresses it line by line, anew each time: a fifth of a second for a thousand chapters.
Here it is written when an object has come, gone or moved; a record beside the doctrees tells.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import whole
from sphinx.builders.html import INVENTORY_FILENAME

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder


def write_if_changed(builder: StandaloneHTMLBuilder, write: Callable[[], None]) -> None:
    """Have ``write`` write the inventory of ``builder``, unless it is of just these objects."""
    inventory = Path(builder.outdir, INVENTORY_FILENAME)
    record = Path(builder.doctreedir, f"inventory-{builder.name}.txt")
    objects = _digest(builder)
    known = record.read_text("utf-8") if record.is_file() else ""
    if known != f"{objects} {_stamp(inventory)}":
        write()
        whole.write(record, f"{objects} {_stamp(inventory)}")


def _digest(builder: StandaloneHTMLBuilder) -> str:
    """Return a digest of all that the inventory says."""
    listed = [
        (domain.name, sorted(domain.get_objects())) for domain in builder.env.domains.sorted()
    ]
    config = builder.config
    said = (config.project, config.version, builder.get_target_uri("page"), listed)
    return blake2b(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


def _stamp(path: Path) -> str:
    """Return what tells whether the file is the one that it was."""
    if not path.is_file():
        return "none"
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {path}"
