"""The root of a site where no edition lies in it, as that of a book in Traditional Chinese alone.

The book's ``url`` leads there, a host looks there for ``robots.txt`` and the page for 404, and a
reader who unpacks the site opens ``index.html`` first. So there is a page that leads on to the
first edition, by a ``meta`` element and by links: without a script, also from a folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import interface
from bookinfo import EDITION_FOLDERS, own_edition, shared_root

from .builder import site_root

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def place(app: Sphinx, editions: list[str]) -> Path | None:
    """Return the root of the site, if none of its ``editions`` writes there."""
    out = Path(app.outdir)
    root = shared_root(app.config.edition, out)
    return root if root != out and all(map(EDITION_FOLDERS.get, editions)) else None


def files(app: Sphinx, root: Path, editions: list[str]) -> dict[str, bytes]:
    """Return {name: content} of what the ``root`` needs for these ``editions``.

    The same whichever of them is being built, so that it does not matter who is the last to write.
    The page for 404, whose links hold at any address, is the first edition's, once that is there.
    """
    book = app.config.book
    ordered = sorted(editions, key=lambda code: _rank(book.get("editions", []), code))
    first = EDITION_FOLDERS[ordered[0]]
    page = app.builder.templates.render(
        "book/root.html",
        {
            "lang": own_edition(book),
            "title": book["title"],
            "canonical": site_root(book, ordered[0]),
            "editions": [
                {
                    "code": code,
                    "label": interface.text(code, f"edition-{code}"),
                    "href": f"{EDITION_FOLDERS[code]}/index.html",
                }
                for code in ordered
            ],
        },
    )
    found = {"index.html": f"{page}\n".encode()}
    missing = root / first / "404.html"
    if missing.is_file():
        found["404.html"] = missing.read_bytes()
    return found


def _rank(listed: list[str], code: str) -> int:
    """Return the place of an edition in book.yaml; one that is only asked for comes last."""
    return listed.index(code) if code in listed else len(listed)
