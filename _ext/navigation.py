"""The sidebar: the parts of the book, at a cost per page that does not grow with the book.

The table of contents is read once a build, from what Sphinx collected while reading
(``env.toctree_includes``, ``env.titles``); no toctree is resolved. A small book shows every
chapter. A book in volumes shows the chapters of the volume a page is in, and of the volumes those
near it, with a link to the full list; the front page shows every volume. What a folder's pages
show of a volume is made once, and the current page marked in it.

Template variables: ``book_nav``, a list of parts, each ``{docname, title, href, slot, items}``; an
item is ``{docname, title, marker, authors, href, slot, items}``, whose own ``items`` is ``None``
unless it is the open volume; ``more`` on a part is the number of volumes left out.
``book_sidebar``, a function that has a macro make HTML of this list (:meth:`Navigation.sidebar`).
"""

from __future__ import annotations

import json
import posixpath
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chapterlist
import whole
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

#: Volumes shown before and after the open one.
NEIGHBOURS = 4
#: What stands around the slots of links; no title has it, as MyST takes it out of a source.
_SLOT = "\0"
_CURRENT = ' aria-current="page"'


class Navigation:
    """The book's parts, volumes and chapters, and where each page stands in them."""

    def __init__(self, env: BuildEnvironment, builder: Builder) -> None:
        """Read the table of contents from ``env``; ``builder`` gives the links."""
        self._env = env
        self._builder = builder
        self._titles = {name: title.astext() for name, title in env.titles.items()}
        self._markers = {name: meta.get("marker", "") for name, meta in env.metadata.items()}
        self._below = env.toctree_includes
        self._root = env.config.root_doc
        self._parts = self._children(env.config.root_doc)
        self._volume_of = {
            chapter: volume
            for part in self._parts
            for volume in self._children(part)
            for chapter in self._children(volume)
        }
        self._volumes = frozenset(self._volume_of.values())
        self._views: dict[tuple[str, str | None, bool], list[dict[str, Any]]] = {}
        self._sidebars: dict[int, list[str]] = {}

    def _children(self, docname: str) -> list[str]:
        return [name for name in self._below.get(docname, ()) if name in self._titles]

    def view(self, pagename: str) -> list[dict[str, Any]]:
        """Return the parts as ``pagename`` shows them, links relative to it.

        The same list for every page of a folder and a volume: it must not be changed.
        """
        volume = self._volume_of.get(pagename)
        if volume is None and pagename in self._volumes:
            volume = pagename
        key = (posixpath.dirname(pagename), volume, pagename == self._root)
        if key not in self._views:
            self._views[key] = [self._part(name, *key) for name in self._parts]
        return self._views[key]

    def sidebar(self, pagename: str, make: Callable[[list[dict[str, Any]]], str]) -> Markup:
        """Return what ``make`` makes of the parts that ``pagename`` shows, with its link marked.

        It is made once for all pages that show the same. Each link has a ``slot``, which becomes
        ``aria-current`` in that of the page and nothing in the others.
        """
        view = self.view(pagename)
        if id(view) not in self._sidebars:
            self._sidebars[id(view)] = str(make(view)).split(_SLOT)
        pieces = list(self._sidebars[id(view)])
        pieces[1::2] = [_CURRENT if name == pagename else "" for name in pieces[1::2]]
        return Markup("".join(pieces))

    def _part(self, docname: str, folder: str, volume: str | None, all_: bool) -> dict[str, Any]:
        children = self._children(docname)
        shown = children
        if not all_ and any(self._children(child) for child in children):
            shown = _window(children, volume)
        entry = self._entry(docname, folder)
        entry["items"] = [
            self._entry(child, folder)
            | {"items": [self._entry(c, folder) for c in self._children(child)]}
            if child == volume
            else self._entry(child, folder)
            for child in shown
        ]
        entry["more"] = len(children) - len(shown)
        return entry

    def _entry(self, docname: str, folder: str) -> dict[str, Any]:
        return {
            "docname": docname,
            "title": self._titles[docname],
            "marker": self._markers.get(docname, ""),
            "authors": chapterlist.authors(self._env, docname).get("", ""),
            "href": self._builder.get_relative_uri(posixpath.join(folder, "_"), docname),
            "slot": Markup("{0}{1}{0}").format(_SLOT, docname),
            "items": None,
        }


def _window(volumes: list[str], open_volume: str | None) -> list[str]:
    """Return the volumes near ``open_volume`` (or the first ones), in order."""
    if len(volumes) <= 2 * NEIGHBOURS + 1:
        return volumes
    here = volumes.index(open_volume) if open_volume in volumes else NEIGHBOURS
    start = min(max(0, here - NEIGHBOURS), len(volumes) - 2 * NEIGHBOURS - 1)
    return volumes[start : start + 2 * NEIGHBOURS + 1]


def signatures(env: BuildEnvironment, navigation: Navigation) -> dict[str, str]:
    """Return, for each page, a digest of what it shows of others: sidebar, previous, next."""
    relations = env.collect_relations()
    titles = {name: title.astext() for name, title in env.titles.items()}
    views: dict[int, str] = {}
    found = {}
    for page in env.found_docs:
        view = navigation.view(page)
        if id(view) not in views:
            views[id(view)] = json.dumps(view)
        around = [(name, titles.get(name or "")) for name in relations.get(page, ())]
        shown = views[id(view)] + json.dumps(around)
        found[page] = blake2b(shown.encode(), digest_size=8).hexdigest()
    return found


def _state(app: Sphinx) -> Path:
    """Return the file that keeps what the pages of the last build showed."""
    # Not on the environment: the other formats of an edition share it, and read before html.
    return Path(app.doctreedir, "navigation.json")


def _pages_out_of_date(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages whose sidebar or neighbours are not what they were when written."""
    if app.builder.name != "html":
        return []
    now = signatures(env, Navigation(env, app.builder))
    app.builder.book_signatures = now  # type: ignore[attr-defined]
    try:
        before = json.loads(_state(app).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []  # never built: every page is to be written anyway
    return [page for page, signature in now.items() if before.get(page) != signature]


def _survey(app: Sphinx, builder: Builder) -> None:
    """Read the table of contents before the first page is written, and before workers fork."""
    if builder.name == "html":
        builder.book_navigation = Navigation(app.env, builder)  # type: ignore[attr-defined]


def _keep(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the pages show, for the next build to compare with."""
    now = getattr(app.builder, "book_signatures", None)
    if exception is None and now is not None:
        whole.write(_state(app), json.dumps(now))


def _offer(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    navigation: Navigation | None = getattr(app.builder, "book_navigation", None)

    def sidebar(macro: Callable[..., str], *more: Any) -> str:
        if navigation is None:
            return macro([], *more)
        return navigation.sidebar(pagename, lambda parts: macro(parts, *more))

    if navigation is not None:
        context["book_nav"] = navigation.view(pagename)
    context["book_sidebar"] = sidebar


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handlers."""
    app.connect("env-updated", _pages_out_of_date)
    app.connect("write-started", _survey)
    app.connect("html-page-context", _offer)
    app.connect("build-finished", _keep)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
