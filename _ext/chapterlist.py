"""What the front matter of a chapter says of its works, and whom the contents name for each.

A table of contents, in every format, has a work's authors after its title: many works of a
compilation have the same one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def works(env: BuildEnvironment, docname: str) -> list[dict[str, Any]]:
    """Return the works of a chapter as its front matter has them, in the edition's script.

    Each is ``{id, title, subtitle?, authors, affiliation?, date}``. Empty for any other page.
    """
    found = env.metadata.get(docname, {}).get("works") or []
    # MyST keeps a structured field as JSON.
    return json.loads(found) if isinstance(found, str) else found


def names(of: Iterable[dict[str, Any]], title: str) -> str:
    """Return the authors of the works ``of`` that a line of the contents with ``title`` names.

    A text whose title is who speaks (党总支书记　邓丽) has named its author already.
    """
    authors = (str(name) for work in of for name in work.get("authors") or [])
    return "、".join(name for name in authors if not title.endswith(name))


def authors(env: BuildEnvironment, docname: str) -> dict[str, str]:
    """Return the authors that the contents name: id of a work -> ``甲、乙``, those that have any.

    The authors of the work that the chapter's own title heads stand under ``""``.
    """
    listed = works(env, docname)
    if not any(work.get("authors") for work in listed):
        return {}
    toc = env.tocs[docname]
    titles = {
        line.get("anchorname", "").removeprefix("#"): line.astext()
        for line in toc.findall(nodes.reference)
    }
    opening = [work for work in listed if work.get("id") not in titles]
    found = {"": names(opening, env.titles[docname].astext())}
    for work in listed:
        if work.get("id") in titles:
            found[work["id"]] = names([work], titles[work["id"]])
    return {anchor: who for anchor, who in found.items() if who}
