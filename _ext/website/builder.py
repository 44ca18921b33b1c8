"""The ``html`` builder of the book.

sphinx-book-theme stays the theme: its name, its options, its template and event interface, the
arrangement of its page. What is left out is what makes a page of it weigh 2.3 MB and a large book
take ten minutes (figures: ``benchmarks/``):

- its handlers on every page, which resolve and post-process the whole table of contents for each
  page (pydata-sphinx-theme issue 364); ``navigation`` and ``page`` take their place;
- its style sheets, scripts and icon fonts: ``_static/css/book.css`` draws the same page;
- Sphinx's search index, which cannot find a Chinese phrase (sphinx issue 14229), in favour of
  ``hansearch``;
- ``render_partial`` for titles and local contents, a docutils pipeline for each, where a title
  here is plain text.

The handlers are disconnected (:func:`drop_theme_handlers`); all else is done by overriding methods
of the builder class, which is how Sphinx means builders to differ.
"""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import whole
from bookinfo import EDITION_FOLDERS, own_edition
from edition.settings import converter
from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup, escape
from shares import SharedReading, SharedWriting
from sphinx.builders.html import StandaloneHTMLBuilder

from . import plaintext
from .inventory import write_if_changed
from .pictures import PICTURES
from .translator import BookHTMLTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from docutils import nodes
    from sphinx.application import Sphinx

#: Packages whose per-page and per-build handlers the book does without.
THEME_PACKAGES = ("sphinx_book_theme", "pydata_sphinx_theme")

#: Events of the HTML builder on which the theme registers them.
THEME_EVENTS = ("builder-inited", "html-page-context", "build-finished")

#: Edition -> the locale Open Graph names it by.
OPEN_GRAPH_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant-TW": "zh_TW", "zh-Hant-HK": "zh_HK"}


def site_root(book: Mapping[str, Any], edition: str) -> str:
    """Return the absolute address of an edition's folder, with its closing slash."""
    folder = EDITION_FOLDERS[edition]
    root = book["url"].rstrip("/") + "/"
    return f"{root}{folder}/" if folder else root


def drop_theme_handlers(app: Sphinx) -> int:
    """Disconnect the theme's event handlers from ``app``; return how many there were.

    Templates in ``_templates/book`` own the whole page, so nothing reads what they compute.
    """
    ours = [
        listener.id
        for event in THEME_EVENTS
        for listener in app.events.listeners.get(event, ())
        if listener.handler.__module__.partition(".")[0] in THEME_PACKAGES
    ]
    for listener_id in ours:
        app.disconnect(listener_id)
    return len(ours)


class _Body(Markup):
    """The text of a page.

    Sphinx makes a ``repr`` of all that a template is given, for a message that nobody is shown.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} characters>"


class BookHTMLBuilder(SharedReading, SharedWriting, StandaloneHTMLBuilder):
    """Sphinx's HTML builder at the weight of a book page."""

    name = "html"
    search = False  # hansearch writes its own index
    copysource = False
    default_translator_class = BookHTMLTranslator

    def init(self) -> None:
        """Set up as Sphinx does, then leave the theme's handlers and unsafe templates out."""
        self._uris: dict[str, str] = {}
        self._from, self._relative = "", dict[str, str]()
        super().init()
        drop_theme_handlers(self._app)
        # Sphinx renders without escaping. Here what is not marked as markup is text, and is
        # escaped, in every template.
        environment = self.templates.environment
        environment.autoescape = True
        # What scripts are given of a page is in its own characters, half as long as in escapes.
        environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
        # Templates are compiled once, not in each build.
        folder = Path(self.doctreedir) / f"templates-{version('jinja2')}"
        folder.mkdir(parents=True, exist_ok=True)
        environment.auto_reload = False  # nor does one change while it runs
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def init_css_files(self) -> None:
        """Take the style sheets of our extensions and of conf.py, not the theme's."""
        self._css_files = []
        for filename, attributes in self._registry.css_files:
            self.add_css_file(filename, **attributes)
        for filename, attributes in self.get_builder_config("css_files", "html"):
            self.add_css_file(filename, **{"priority": 800, **attributes})

    def init_js_files(self) -> None:
        """Take the scripts of our extensions and of conf.py, not the theme's or Sphinx's."""
        self._js_files = []
        for filename, attributes in self._registry.js_files:
            self.add_js_file(filename or "", **attributes)
        for filename, attributes in self.get_builder_config("js_files", "html"):
            self.add_js_file(filename or "", **{"priority": 800, **attributes})

    def add_js_file(self, filename: str, **kwargs: Any) -> None:
        """Add a script, unless it is one of the theme's."""
        if not filename.startswith("scripts/sphinx-book-theme"):
            super().add_js_file(filename, **kwargs)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a page, worked out once: there are a hundred links a page."""
        uri = self._uris.get(docname)
        if uri is None:
            uri = self._uris[docname] = super().get_target_uri(docname, typ)
        return uri

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the address of a page seen from another; those from the last one are kept."""
        if from_ != self._from:
            self._from, self._relative = from_, {}
        uri = self._relative.get(to)
        if uri is None:
            uri = self._relative[to] = super().get_relative_uri(from_, to, typ)
        return uri

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Prepare as Sphinx does, and forget the tags of an earlier run of this builder."""
        super().prepare_writing(docnames)
        self._asset_tags: dict[object, str] = {}

    @cached_property
    def book_context(self) -> dict[str, Any]:
        """What every page says of the book, in the edition's script; made once."""
        config, book = self.config, self.config.book
        convert = converter(config, self.srcdir).convert
        root = self.env.titles.get(config.root_doc)
        return {
            "book_title": root.astext() if root else convert(book["title"]),
            "book_subtitle": convert(book["subtitle"]),
            "rights_text": convert(book["rights"]),
            "cover": PICTURES,
            "site_root": site_root(book, config.edition),
            "og_locale": OPEN_GRAPH_LOCALES[config.edition],
            "is_default_edition": config.edition == own_edition(book),
        }

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """Return what a page's template needs; titles are text, escaped once.

        The keys are Sphinx's, so that a template written for another theme still works; the
        local contents come as data (``page_toc``, by ``page``), not as HTML.
        """
        title = self.env.longtitles.get(docname)
        parent, prev, following = self.relations.get(docname) or (None, None, None)
        parents: list[dict[str, Any]] = []
        while parent and parent != self.config.root_doc:
            parents.insert(0, self._link(docname, parent))
            parent = (self.relations.get(parent) or (None,))[0]
        return {
            "parents": parents,
            "prev": self._link(docname, prev) if prev else None,
            "next": self._link(docname, following) if following else None,
            "title": escape(title.astext() if title else ""),
            "meta": self.env.metadata.get(docname),
            "body": _Body(body),
            "metatags": Markup(metatags),
            "rellinks": [],
            "sourcename": "",
            "toc": "",
            "display_toc": self.env.toc_num_entries[docname] > 1,
            "page_source_suffix": Path(self.env.doc2path(docname, False)).suffix,
        }

    def _link(self, docname: str, other: str) -> dict[str, Any]:
        title = self.env.titles.get(other)
        return {
            "link": self.get_relative_uri(docname, other),
            "title": escape(title.astext() if title else other),
            "chapter": "works" in self.env.metadata.get(other, {}),
        }

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield the pages to write: by their time, or since they or their text are not there."""
        found = set()
        for docname in super().get_outdated_docs():
            found.add(docname)
            yield docname
        for docname in sorted(self.env.found_docs - found):
            beside = [plaintext.place(self, docname)] if self._has_text(docname) else []
            if not all(map(whole.is_there, [Path(self.get_output_path(docname)), *beside])):
                yield docname

    def _has_text(self, docname: str) -> bool:
        """Tell whether a document is a chapter, which is offered as plain text too."""
        return "works" in self.env.metadata.get(docname, {})

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a chapter's plain text and, when that is there to be linked to, the page."""
        if self._has_text(docname):
            plaintext.write_plain_text(self, docname, doctree)
        super().write_doc(docname, doctree)

    def update_page_context(
        self, pagename: str, templatename: str, ctx: dict[str, Any], event_arg: Any
    ) -> None:
        """Make the tags of style sheets and scripts once per folder, not once per page."""
        ctx["css_tag"] = self._once_per_folder(ctx["css_tag"], ctx["content_root"])
        ctx["js_tag"] = self._once_per_folder(ctx["js_tag"], ctx["content_root"])

    def _once_per_folder(self, make: Any, folder: str) -> Any:
        def tag(asset: object) -> str:
            key = (folder, type(asset), asset)
            if key not in self._asset_tags:
                self._asset_tags[key] = Markup(make(asset))
            return self._asset_tags[key]

        return tag

    def dump_inventory(self) -> None:
        """Write the list of objects, if it is not what it was."""
        write_if_changed(self, super().dump_inventory)

    def create_pygments_style_file(self) -> None:
        """Write none: a book of prose has no program text to colour."""

    def copy_translation_js(self) -> None:
        """Copy none: the scripts that would read it are not there."""

    def copy_theme_static_files(self, context: dict[str, Any]) -> None:
        """Copy none of the theme's 3 MB: no page refers to them."""
