"""The builder ``typst``: one PDF of the whole book.

Order of a build: put the documents in order, resolve and translate each, write ``book.typ``
beside a copy of the template, and let Typst set it, unless all of that is what it was when the
present PDF was made. Reading is Sphinx's own and the same for every format.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Set
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import interface
import typst
from bookinfo import source_checksum
from docutils import nodes
from edition.settings import converter
from shares import SharedReading
from sphinx.util import logging
from sphinx.util.display import progress_message

from typstpdf import assembly, fonts
from typstpdf.assembly import Entry
from typstpdf.errors import PdfError, place_of
from typstpdf.escape import value
from typstpdf.index import index_groups
from typstpdf.manuscript import Manuscript, settings_data, settings_source
from typstpdf.output import Labels
from typstpdf.record import Record, digest, file_digest
from typstpdf.translator import BlockTranslator, Shared

logger = logging.getLogger(__name__)

CODE = Path(__file__).parent
TEMPLATE = CODE / "template.typ"
#: All but the first stand in the names of their files.
PAPERS = ("a5", "a4", "6in")
#: A document without a word, which is set to see whether it can be.
_NOTHING = b"#set document(title: [0])"
#: How many characters without a glyph a message lists.
LISTED = 20


class TypstBuilder(SharedReading):
    """Sets the book with Typst."""

    name = "typst"
    format = "typst"
    default_translator_class = BlockTranslator
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg", "image/gif"]  # noqa: RUF012
    allow_parallel = False

    def init(self) -> None:
        """Check the settings. Raises :class:`PdfError`."""
        if self.config.typst_paper not in PAPERS:
            known = "、".join(PAPERS)
            raise PdfError(f"没有“{self.config.typst_paper}”这种纸张。可用的是：{known}。")
        standards = list(self.config.typst_standards)
        try:
            typst.compile(_NOTHING, format="pdf", ignore_system_fonts=True, pdf_standards=standards)
        except (ValueError, typst.TypstError) as error:
            raise PdfError(
                f"typst_standards“{','.join(standards)}”不能用（{error}）。"
                "请改成 Typst 认得的 PDF 标准，如 ua-1 或 ua-1,a-2a。"
            ) from None

    # -- What Sphinx asks ----------------------------------------------------------------

    def get_outdated_docs(self) -> str:
        """Say that the book is made as a whole."""
        return self.pdf.name

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return ``%docname``, which the translator reads; Sphinx adds ``#id``."""
        return "%" + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same: there is one file."""
        return self.get_target_uri(to, typ)

    # -- Where things are ----------------------------------------------------------------

    @cached_property
    def pdf(self) -> Path:
        """The file that is made."""
        paper = self.config.typst_paper
        variant = f"-{paper}" if paper != PAPERS[0] else ""
        name = f"{self.config.book['slug']}-{self.config.edition}{variant}.pdf"
        return Path(self.outdir) / name

    @cached_property
    def work(self) -> Path:
        """The folder of the Typst source."""
        return Path(self.outdir) / "source"

    @cached_property
    def faces(self) -> fonts.Faces:
        """The fonts: of the packages, and the project's own in ``fonts/``."""
        cache = Path(self.doctreedir) / "typst-fonts.json"
        return fonts.find(Path(self.srcdir) / "fonts", cache)

    def picture(self, docname: str, node: nodes.image) -> str:
        """Return the path of an image below the source folder. Raises for any other image."""
        uri = str(node["uri"])
        if uri not in self.env.images:
            raise PdfError(
                f"{place_of(docname, node)}：图片 {uri} 不在项目里。请把它放进项目，写相对路径。"
            )
        return uri

    # -- The build -----------------------------------------------------------------------

    def write_documents(self, docnames: Set[str]) -> None:
        """Make the PDF. A mistake of the editor's is said in a sentence; the old PDF stays."""
        try:
            self._make()
        except PdfError as error:
            # Raised further, Sphinx would print a page of versions and a traceback around it.
            logger.error("%s", error)
            self._app.statuscode = 1

    def _make(self) -> None:
        """Make the PDF, unless it is what it would become."""
        entries = assembly.entries(self.env, self.config.root_doc)
        kept = self.work / "made.json"
        last = Record.read(kept)
        inputs = self._inputs(entries)
        if last.inputs == inputs and last.made(self.pdf):
            logger.info("%s：没有改动，不必重排。", self.pdf.name)
            return
        chapters = frozenset(entry.docname for entry in entries if entry.kind == "chapter")
        shared = Shared(Labels(), terms=self._terms(), chapters=chapters)
        book, settings = self._written(entries, shared)
        source = digest(book, settings, TEMPLATE.read_text(encoding="utf-8"), self._outside(shared))
        if last.source != source or not last.made(self.pdf):
            self._lay_out(book, settings, shared)
            with progress_message("排版", nonl=False):
                self._set()
        Record(inputs, source, file_digest(self.pdf)).write(kept)

    def _written(self, entries: list[Entry], shared: Shared) -> tuple[str, str]:
        """Return ``book.typ`` and ``settings.typ``. Raises for what cannot be set."""
        manuscript = Manuscript(shared.labels, self._word)
        for entry in entries:
            doctree = self.env.get_doctree(entry.docname)
            # The toctree is read already; resolving it for each page would cost the most.
            self.env.apply_post_transforms(doctree, entry.docname)
            translator = self.create_translator(doctree, self, entry, shared)
            doctree.walkabout(translator)
            manuscript.add(entry, translator.result)  # type: ignore[attr-defined]
        self._refuse_missing_glyphs(shared)
        groups = index_groups(self.env, self.config.edition, self._app.extensions)
        manuscript.index(self._word(f"index-{self._index_order()}"), groups)
        uses = {
            entry: {*numbers, *shared.listed.get(entry, ())}
            for entry, numbers in shared.mentions.items()
        }
        book = manuscript.source(uses)
        for link in shared.labels.missing:
            logger.warning(
                "%s：链接所指的“%s#%s”不在 PDF 里，只印文字。",
                link.place,
                link.docname,
                link.anchor,
                type="typst",
                subtype="link",
            )
        region = fonts.EDITION_FACES[self.config.edition][0]
        convert: Callable[[str], str] = converter(self.config, self.srcdir).convert
        data: dict[str, Any] = {
            **settings_data(
                self.config.book,
                self.config.edition,
                region,
                self.config.typst_paper,
                self.faces.family_lists(self.config.edition),
                source_checksum(self.config.book, Path(self.confdir)),
                convert,
                data=bool(self._slogans()),
            ),
            "contents": manuscript.contents,
            "depth": manuscript.depth,
            "long-notes": shared.long_notes,
        }
        return book, settings_source(data)

    def _slogans(self) -> int:
        """Return how many slogans the glossary explains."""
        if "slogans" not in self._app.extensions:
            return 0
        from slogans.domain import domain_of  # only where it is in use

        return len(domain_of(self.env).view.entries)

    def _word(self, key: str) -> str:
        return interface.text(self.config.edition, f"pdf-{key}")

    def _index_order(self) -> str:
        return "strokes" if self.config.edition.startswith("zh-Hant") else "pinyin"

    def _terms(self) -> dict[tuple[str, str], str]:
        """Return where each glossary term stands, by Sphinx's own record."""
        objects = self.env.domains.standard_domain.objects
        return {place: place[1] for (kind, _name), place in objects.items() if kind == "term"}

    def _refuse_missing_glyphs(self, shared: Shared) -> None:
        if not shared.no_glyph:
            return
        rows = [
            f"  {character}（U+{ord(character):04X}）：{place}"
            for character, place in list(shared.no_glyph.items())[:LISTED]
        ]
        more = len(shared.no_glyph) - LISTED
        if more > 0:
            rows.append(f"  ……另有 {more} 个字。")
        raise PdfError(
            "下列字符在所用字体里都没有字形，印出来会是空白：\n"
            + "\n".join(rows)
            + "\n请把含有这些字的字体文件放进 fonts/ 文件夹，或改用别的字。"
        )

    # -- What the PDF depends on ---------------------------------------------------------

    def _inputs(self, entries: list[Entry]) -> str:
        """Return a digest of all that the PDF is made from, without reading a doctree."""
        rows = []
        for entry in entries:
            doctree = (Path(self.doctreedir) / f"{entry.docname}.doctree").stat()
            rows.append(f"{entry} {doctree.st_mtime_ns} {doctree.st_size}")
        words = Path(interface.__file__).parent
        code = sorted([*CODE.glob("*.py"), TEMPLATE, *words.glob("*.py")])
        rows += [file_digest(path) for path in code]
        rows.append(source_checksum(self.config.book, Path(self.confdir)))
        return digest(*rows, value(_plain(self.config.book)), self._outside(None))

    def _outside(self, shared: Shared | None) -> str:
        """Return what else decides the bytes: Typst, fonts, paper, standards, images."""
        images = sorted(shared.images) if shared else sorted(self.env.images)
        return "\n".join(
            [
                version("typst"),
                self.faces.fingerprint,
                self.config.typst_paper,
                self.config.edition,
                ",".join(self.config.typst_standards),
                *(f"{uri} {file_digest(Path(self.srcdir) / uri)}" for uri in images),
            ]
        )

    # -- Typst ---------------------------------------------------------------------------

    def _lay_out(self, book: str, settings: str, shared: Shared) -> None:
        """Write everything that Typst reads into one folder, its root."""
        self.work.mkdir(parents=True, exist_ok=True)
        (self.work / "book.typ").write_text(book, encoding="utf-8")
        (self.work / "settings.typ").write_text(settings, encoding="utf-8")
        shutil.copyfile(TEMPLATE, self.work / TEMPLATE.name)
        for uri, name in shared.images.items():
            shutil.copyfile(Path(self.srcdir) / uri, self.work / name)

    def _set(self) -> None:
        """Let Typst make the PDF beside its place, then put it there in one step."""
        temporary = self.pdf.with_name(f".{self.pdf.name}.{os.getpid()}")
        try:
            _, warnings = typst.compile_with_warnings(
                self.work / "book.typ",
                output=temporary,
                format="pdf",
                root=self.work,
                font_paths=typst.Fonts(
                    include_system_fonts=False,
                    include_embedded_fonts=False,
                    font_paths=list(self.faces.folders),
                ),
                ignore_system_fonts=True,
                pdf_standards=list(self.config.typst_standards),
            )
            for warning in warnings:
                logger.warning("Typst：%s", warning.message, type="typst", subtype="compile")
            temporary.replace(self.pdf)
        except typst.TypstError as error:
            hints = "".join(f"\n  {hint}" for hint in error.hints)
            raise PdfError(f"Typst 排不出这本书：{error.message}{hints}") from error
        finally:
            temporary.unlink(missing_ok=True)


def _plain(data: Any) -> Any:
    """Return ``data`` with everything that is not plain turned into text."""
    if isinstance(data, dict):
        return {str(key): _plain(item) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(item) for item in data]
    return data if data is None or isinstance(data, bool | int | str) else str(data)
