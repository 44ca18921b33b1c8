"""The builder: Sphinx's ``epub``, with pages of our own and a package that lists what it holds.

Sphinx's builder renders pages with an HTML theme and packs whatever it finds in the output
folder. Here there is no theme, no script and no page of an extension that was meant for the
site: the pages are the documents, and what goes into the file is named one by one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property
from pathlib import Path
from typing import Any

import cover
import interface
import whole
from bookinfo import source_checksum
from docutils import nodes
from edition.settings import converter
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from shares import SharedReading
from sphinx import addnodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.util.display import progress_message

from epubplus import contents, mentions, metadata, package, vertical
from epubplus.translator import EpubTranslator

HERE = Path(__file__).parent

#: Names within the package.
STYLE, COVER_IMAGE, COVER, TITLE, NAV = (
    "style.css",
    "cover.png",
    "cover.xhtml",
    "title.xhtml",
    "nav.xhtml",
)


class EpubPlusBuilder(SharedReading, Epub3Builder):
    """Builds ``<slug>-<edition>.epub`` and, for a Traditional edition, its vertical twin."""

    default_translator_class = EpubTranslator
    domain_indices: list[Any] = []  # noqa: RUF012  (Sphinx's own declaration)

    # -- What Sphinx would prepare for a site, and a book does without ---------------------

    def init_templates(self) -> None:
        """Load the templates of the pages; no theme is involved."""
        self.theme = None  # type: ignore[assignment]
        self.theme_options = {}
        self.pages = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def init_css_files(self) -> None:
        """The one style sheet is named by the templates."""
        self._css_files = []

    def init_js_files(self) -> None:
        """An ePub of this press has no scripts."""
        self._js_files = []

    def copy_assets(self) -> None:
        """Nothing of the site goes into the package."""

    def get_outdated_docs(self) -> Iterator[str]:
        """Return all documents: writing them is cheap, and a stale page would be packed."""
        yield from self.env.found_docs

    # -- The book --------------------------------------------------------------------------

    @property
    def edition(self) -> str:
        """The edition being built, a BCP 47 tag."""
        return self.config.edition

    @cached_property
    def convert(self) -> Callable[[str], str]:
        """The function that brings a text of book.yaml into the script of the edition."""
        return converter(self.config, self.srcdir).convert

    @cached_property
    def order(self) -> list[str]:
        """The documents in reading order."""
        return contents.reading_order(self.env, self.config.root_doc)

    @cached_property
    def chapters(self) -> frozenset[str]:
        """The documents of the body of the book: those below its table of contents."""
        return frozenset(contents.descendants(self.env, self.config.epub_contents_doc))

    @cached_property
    def explanations(self) -> dict[str, mentions.Explanation]:
        """What the glossary says of each slogan, by the id of its entry."""
        return mentions.explanations(self.env)

    def part_of_book(self, section: nodes.Element) -> tuple[str, str]:
        """Return the structural semantic and the role of a document's outermost ``section``."""
        docname = self.current_docname
        if docname in self.chapters:
            is_part = bool(self.env.toctree_includes.get(docname))
            return ("part", "doc-part") if is_part else ("chapter", "doc-chapter")
        if docname == self.config.root_doc:
            return ("preface", "doc-preface")
        if next(section.findall(addnodes.glossary), None) is not None:
            return ("glossary", "doc-glossary")
        return ("appendix", "doc-appendix")

    @property
    def marker(self) -> str:
        """The ordinal of the chapter being written as it is printed (第二篇), or ``""``."""
        return self.env.metadata.get(self.current_docname, {}).get("marker", "")

    # -- Writing ---------------------------------------------------------------------------

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Read the glossary before pages are written, perhaps by several processes."""
        super().prepare_writing(docnames)
        self.docsettings.footnote_backlinks = True
        _ = self.explanations, self.chapters

    def write_documents(self, docnames: Set[str]) -> None:
        """Write all pages but the table of contents: resolving it would cost as much as a book."""
        super().write_documents(docnames - {self.config.epub_contents_doc})

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a document; the navigation document is the table of contents."""
        if docname == self.config.epub_contents_doc:
            return NAV
        return super().get_target_uri(docname, typ)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write one page."""
        if docname == self.config.root_doc:
            self._name_preface(doctree)
        mentions.explain(doctree, docname, self.explanations, chapter=docname in self.chapters)
        if vertical.wants_vertical(self.edition):
            vertical.mark_numerals(doctree)
        doctree.settings = self.docsettings
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        self.current_docname = docname
        self.imgpath = "../" * docname.count("/") + self.imagedir
        visitor = self.create_translator(doctree, self)
        doctree.walkabout(visitor)
        page = self._render(
            "page.xhtml.jinja",
            title=self._title(docname),
            root="../" * docname.count("/"),
            body="".join(visitor.fragment),  # type: ignore[attr-defined]
        )
        whole.write(Path(self.outdir, docname + self.out_suffix), page)

    def _title(self, docname: str) -> str:
        if docname == self.config.root_doc:
            return interface.text(self.edition, "epub-preface")
        return contents.title(self.env, docname)

    def _name_preface(self, doctree: nodes.document) -> None:
        """Give the front page a heading of its own: the title of the book is on the title page."""
        heading = next(doctree.findall(nodes.title), None)
        if heading is not None:
            heading.children = []
            heading += nodes.Text(self._title(self.config.root_doc))

    def _render(self, template: str, **values: Any) -> str:
        return self.pages.get_template(template).render(
            lang=self.edition, ui=interface.catalogue(self.edition), **values
        )

    # -- The package -------------------------------------------------------------------------

    def finish(self) -> None:
        """Pack the pages; a Traditional edition is packed twice."""
        self.copy_image_files()
        image = cover.render(self.config.book, self.edition, self.convert)
        directions = (False, True) if vertical.wants_vertical(self.edition) else (False,)
        self._remove_strays({self._pack(image, downwards=downwards) for downwards in directions})

    def _remove_strays(self, made: set[str]) -> None:
        """Remove the files of an earlier build of another name: who collects takes them all."""
        for path in Path(self.outdir).glob("*.epub"):
            if path.name not in made:
                path.unlink()

    def _pack(self, image: bytes, *, downwards: bool) -> str:
        """Write one file into the output folder and return its name."""
        about = metadata.describe(self.config.book, self.edition, self.convert, vertical=downwards)
        name = f"{self.config.book['slug']}-{self.edition}{'-vertical' if downwards else ''}.epub"
        with progress_message(f"packing {name}"):
            package.write_zip(
                Path(self.outdir, name), self._files(about, image), mimetype=package.MIMETYPE
            )
        return name

    def _files(self, about: metadata.Metadata, image: bytes) -> list[tuple[str, bytes]]:
        """Return all files of a package, in order: container, package document, contents…"""
        root = self.config.root_doc
        preface = contents.Entry(self._title(root), self.get_target_uri(root))
        entries = contents.table_of_contents(
            self.env, root, self.config.epub_contents_doc, self.get_target_uri
        )
        entries.insert(0, preface)
        documents = [name for name in self.order if name != self.config.epub_contents_doc]
        pages = [self.get_target_uri(name) for name in documents]
        first, rest = pages[:1], pages[1:]
        spine = [COVER, TITLE, *first, NAV, *rest]
        pictures = [f"{self.imagedir}/{name}" for name in sorted(self.images.values())]
        checksum = source_checksum(self.config.book, Path(self.srcdir))
        shared = {"about": about, "book": self.config.book, "entries": entries}
        made = {
            COVER: self._render("cover.xhtml.jinja", image=COVER_IMAGE, **shared),
            TITLE: self._render("title.xhtml.jinja", checksum=checksum, **shared),
            NAV: self._render(
                "nav.xhtml.jinja",
                anchors=self._contents_anchors(),
                landmarks=self._landmarks(rest),
                **shared,
            ),
            "toc.ncx": self._render(
                "toc.ncx.jinja", points=_numbered(entries), depth=_depth(entries), **shared
            ),
        }
        manifest = [(name, package.media_type(name)) for name in (*spine, *pictures)]
        opf = self._render(
            "content.opf.jinja", manifest=manifest, style=STYLE, image=COVER_IMAGE, nav=NAV,
            spine=spine, **shared,
        )  # fmt: skip
        container = self._render("container.xml.jinja")
        files = [("META-INF/container.xml", container), ("content.opf", opf), *made.items()]
        return [
            *((name, text.encode()) for name, text in files),
            (STYLE, self._style(downwards=about.vertical)),
            (COVER_IMAGE, image),
            *((name, Path(self.outdir, name).read_bytes()) for name in (*pages, *pictures)),
        ]

    def _style(self, *, downwards: bool) -> bytes:
        names = ("epub.css", "vertical.css") if downwards else ("epub.css",)
        return b"\n".join((HERE / "style" / name).read_bytes() for name in names)

    def _contents_anchors(self) -> list[str]:
        """Return the ids by which the text may refer to the table of contents."""
        if self.config.epub_contents_doc not in self.env.all_docs:
            return []
        document = self.env.get_doctree(self.config.epub_contents_doc)
        return [name for section in document.findall(nodes.section) for name in section["ids"]]

    def _landmarks(self, pages: list[str]) -> list[tuple[str, str, str]]:
        """Return semantic, address and name of each landmark of the book."""
        marks = [("cover", COVER, "epub-cover"), ("titlepage", TITLE, "epub-title-page")]
        marks.append(("toc", f"{NAV}#toc", "epub-contents"))
        body = {self.get_target_uri(name) for name in self.chapters}
        start = next((page for page in pages if page in body), None)
        if start:
            marks.append(("bodymatter", start, "epub-body"))
        glossaries = {item.partition("#")[0] for item in self._glossary_pages()}
        marks.extend(("glossary", page, "epub-glossary") for page in sorted(glossaries))
        words = interface.catalogue(self.edition)
        return [(kind, href, words[key]) for kind, href, key in marks]

    def _glossary_pages(self) -> Iterator[str]:
        for _, _, kind, docname, _, _ in self.env.domains.standard_domain.get_objects():
            if kind == "term":
                yield self.get_target_uri(docname)


def _numbered(entries: Iterable[contents.Entry], count: Iterator[int] | None = None) -> list[Any]:
    """Number the lines of the table of contents in the order they are played (NCX)."""
    count = count or itertools.count(1)
    return [(next(count), entry, _numbered(entry.children, count)) for entry in entries]


def _depth(entries: Iterable[contents.Entry]) -> int:
    return max((1 + _depth(entry.children) for entry in entries), default=0)
