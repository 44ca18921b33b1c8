"""What the book holds, in reading order, and its table of contents, two or three levels deep.

Read from the environment's own records (``toctree_includes``, ``tocs``, ``titles``): one pass
over the book, where resolving the full toctree would copy it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import chapterlist
from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    text: str
    #: Relative to the root of the package.
    href: str
    children: tuple[Entry, ...] = ()
    #: Of the work that it is the title of.
    authors: str = ""


def reading_order(env: BuildEnvironment, root: str) -> list[str]:
    """Return all documents: those the toctrees reach from ``root``, in order, then the rest."""
    order = list(dict.fromkeys(_below(env, root, set())))
    reached = set(order)
    return order + sorted(name for name in env.found_docs if name not in reached)


def _below(env: BuildEnvironment, docname: str, seen: set[str]) -> Iterator[str]:
    if docname in seen or docname not in env.all_docs:
        return
    seen.add(docname)
    yield docname
    for child in env.toctree_includes.get(docname, []):
        yield from _below(env, child, seen)


def descendants(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the documents that the toctrees of ``docname`` reach, without itself."""
    return list(dict.fromkeys(_below(env, docname, set())))[1:]


def title(env: BuildEnvironment, docname: str) -> str:
    """Return the title of a document, after the ordinal of a chapter as it is printed (第二篇)."""
    marker = env.metadata.get(docname, {}).get("marker", "")
    return "\u3000".join(filter(None, (marker, env.titles[docname].astext())))


def table_of_contents(
    env: BuildEnvironment, root: str, contents_doc: str, uri: Callable[[str], str]
) -> list[Entry]:
    """Return the table of contents below ``root``.

    The children of ``contents_doc`` take its place: a reader who opens the contents need not be
    sent on to the contents. Second level: the documents below a document, or, if there are none,
    its sections; third, the sections of one of several works in a document. ``uri`` gives the
    address of a document in the package.
    """
    entries: list[Entry] = []
    for docname in env.toctree_includes.get(root, []):
        tops = env.toctree_includes.get(docname, []) if docname == contents_doc else [docname]
        entries.extend(_entry(env, top, uri) for top in tops if top in env.all_docs)
    return entries


def _entry(env: BuildEnvironment, docname: str, uri: Callable[[str], str]) -> Entry:
    below = [name for name in env.toctree_includes.get(docname, []) if name in env.all_docs]
    if below:
        children = tuple(_line(env, name, uri) for name in below)
    else:
        children = tuple(_sections(env, docname, uri))
    return replace(_line(env, docname, uri), children=children)


def _line(env: BuildEnvironment, docname: str, uri: Callable[[str], str]) -> Entry:
    who = chapterlist.authors(env, docname).get("", "")
    return Entry(title(env, docname), uri(docname), authors=who)


def _sections(env: BuildEnvironment, docname: str, uri: Callable[[str], str]) -> Iterator[Entry]:
    """Yield the sections of a document that have an address, and below a work its own."""
    who = chapterlist.authors(env, docname)
    works = {str(work["id"]) for work in chapterlist.works(env, docname) if "id" in work}

    def below(item: nodes.Node) -> Iterator[Entry]:
        for nested in item.children[1:]:
            if not isinstance(nested, nodes.bullet_list):
                continue
            for section in nested:
                line = next(section.findall(addnodes.compact_paragraph), None)
                link = None if line is None else next(line.findall(nodes.reference), None)
                if link is not None and link.get("anchorname"):
                    anchor = link["anchorname"]
                    work = anchor.removeprefix("#")
                    yield Entry(
                        link.astext(),
                        uri(docname) + anchor,
                        tuple(below(section)) if work in works else (),
                        who.get(work, ""),
                    )

    for item in env.tocs[docname]:
        yield from below(item)
