"""The order of the book: which documents it has, in which part, at which level.

Read from the toctrees and the front matter, nothing else. A document that holds other documents
is a division (正文, a volume, 附录); one with ``chapter`` in its front matter is a chapter; any
other is a section of the back matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import chapterlist
from sphinx.environment import BuildEnvironment

Kind = Literal["front", "division", "chapter", "back"]


@dataclass(frozen=True)
class Entry:
    """One document of the book."""

    docname: str
    kind: Kind
    level: int  #: level of its title among the bookmarks; 0 for a title that is not shown
    body: bool  #: before the back matter
    chapter: dict[str, Any]  #: its front matter: ``marker``, ``works`` …; empty for the others


def entries(env: BuildEnvironment, root: str) -> list[Entry]:
    """Return the documents in reading order, the front page first."""
    found = [Entry(root, "front", 0, True, {})]
    seen = {root}

    def add(docname: str, level: int, *, top: bool = False) -> None:
        if docname in seen or docname not in env.found_docs:
            return
        seen.add(docname)
        chapter = _chapter(env, docname)
        children = env.toctree_includes.get(docname, [])
        if chapter:
            found.append(Entry(docname, "chapter", level, True, chapter))
        elif children:
            body = _holds_chapters(env, docname)
            # 正文 itself has no title in print: its chapters or volumes are the book.
            shown = 0 if body and top else level
            found.append(Entry(docname, "division", shown, body, {}))
            for child in children:
                add(child, shown + 1)
        else:
            found.append(Entry(docname, "back", level, False, {}))

    for docname in env.toctree_includes.get(root, []):
        add(docname, 1, top=True)
    return found


def _chapter(env: BuildEnvironment, docname: str) -> dict[str, Any]:
    """Return the front matter of a chapter, ``works`` as a list; empty for other documents."""
    data = env.metadata.get(docname, {})
    if "chapter" not in data:
        return {}
    return {"marker": str(data.get("marker", "")), "works": chapterlist.works(env, docname)}


def _holds_chapters(env: BuildEnvironment, docname: str) -> bool:
    pending, seen = [docname], set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        if "chapter" in env.metadata.get(current, {}):
            return True
        pending += env.toctree_includes.get(current, [])
    return False
