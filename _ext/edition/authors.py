"""The names that the book has for sure: its authors, from the front matter of its chapters.

The converter takes them for names wherever the book has them (:mod:`edition.names`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

#: Where chapters are, below the source folder; a volume's folder may lie between.
_CHAPTERS = "essays/**/*.md"

#: Front matter is looked for in so many bytes at the beginning of a file.
_HEAD = 16_384


def front_matter(head: str) -> dict[str, Any]:
    """Return the front matter that the text *head* begins with; empty if it has none."""
    if not head.startswith("---\n"):
        return {}
    block, end, _ = head[4:].partition("\n---")
    if not end:
        return {}
    try:
        found = yaml.load(block, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return {}  # the parser of the page tells of it
    return found if isinstance(found, dict) else {}


def names(source: Path, telling: frozenset[str]) -> list[str]:
    """Return the names of the authors of the book at *source* that have a character of *telling*.

    Sorted, each once. A file that cannot be read is left to the reader of pages.
    """
    found: set[str] = set()
    for path in source.glob(_CHAPTERS):
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD).decode("utf-8", "ignore")
        except OSError:
            continue
        matter = head.partition("\n---")[0]
        if "authors" not in matter or telling.isdisjoint(matter):
            continue
        for work in front_matter(head).get("works") or ():
            authors = work.get("authors") if isinstance(work, dict) else None
            found.update(str(name) for name in authors or () if not telling.isdisjoint(str(name)))
    return sorted(found)
