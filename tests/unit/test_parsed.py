"""A chapter is parsed once for all editions; what the editions print stays the same."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.testing.util import SphinxTestApp

EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


class Book:
    """A copy of the test project, built as often as a test likes, each time from nothing."""

    def __init__(self, folder: Path, make_app: Any) -> None:
        self.folder = folder
        self._make_app = make_app
        self._builds = 0
        self.warnings = ""

    def build(self, edition: str, **settings: Any) -> tuple[dict[str, bytes], set[str]]:
        """Return the files of ``edition`` by name, and the documents that were parsed for it."""
        self._builds += 1
        parsed: set[str] = set()
        parse = MystParser.parse

        def watched(self: MystParser, text: str, document: Any) -> None:
            parsed.add(Path(document["source"]).stem)
            parse(self, text, document)

        with mock.patch.object(MystParser, "parse", watched):
            app: SphinxTestApp = self._make_app(
                "html",
                srcdir=self.folder,
                builddir=self.folder / "_build" / str(self._builds),
                confoverrides={"edition": edition, "editions_built": edition, **settings},
            )
            app.build()
        said = app.warning.getvalue().splitlines()
        # One process sets the extensions up many times over.
        self.warnings = "\n".join(s for s in said if s and "while setting up extension" not in s)
        pages = {
            str(p.relative_to(app.outdir)): p.read_bytes()
            for p in Path(app.outdir).rglob("*")
            if p.suffix in (".html", ".inv", ".tsv")
        }
        return pages, parsed

    def kept(self, name: str) -> Path:
        """Return the file in which the tree of document ``name`` is kept."""
        return self.folder / "_build" / "parsed" / f"{name}.parsed"


@pytest.fixture
def book(tmp_path: Path, rootdir: Path, make_app: Any) -> Book:
    folder = tmp_path / "book"
    shutil.copytree(rootdir / "test-parsed", folder)
    return Book(folder, make_app)


def test_every_edition_says_what_it_would_have_said(book: Book):
    alone = {edition: book.build(edition, parsed_folder="") for edition in EDITIONS}
    assert not book.kept("e01").exists()
    for edition in EDITIONS:
        pages, parsed = book.build(edition)
        assert pages == alone[edition][0]
        assert {"e01", "e02"} <= alone[edition][1]
        assert parsed & {"e01", "e02"} == ({"e01", "e02"} if edition == "zh-Hans" else set())
        assert "words" in parsed, "a glossary tells Sphinx of its terms while it is parsed"
        assert book.warnings == ""


def test_the_order_of_the_editions_does_not_matter(book: Book):
    first, _ = book.build("zh-Hant-HK")
    again, parsed = book.build("zh-Hant-HK")
    assert not parsed & {"e01", "e02"}
    assert first == again
    assert book.build("zh-Hans")[0] == book.build("zh-Hans", parsed_folder="")[0]


def test_a_changed_chapter_is_parsed_and_no_other(book: Book):
    book.build("zh-Hans")
    path = book.folder / "e02.md"
    path.write_text(path.read_text("utf-8") + "\n补一句。\n", "utf-8")
    pages, parsed = book.build("zh-Hant-TW")
    assert "e02" in parsed
    assert "e01" not in parsed
    assert "補一句" in pages["e02.html"].decode()


@pytest.mark.parametrize(
    "setting",
    [{"myst_enable_extensions": ["colon_fence", "dollarmath"]}, {"myst_heading_anchors": 2}],
)
def test_other_settings_have_other_trees(book: Book, setting: dict[str, Any]):
    book.build("zh-Hans")
    pages, parsed = book.build("zh-Hant-TW", **setting)
    assert {"e01", "e02"} <= parsed
    assert pages == book.build("zh-Hant-TW", parsed_folder="", **setting)[0]


def test_the_editors_words_change_no_tree(book: Book):
    book.build("zh-Hans")
    words = book.folder / "editorial" / "conversion.yaml"
    words.parent.mkdir()
    words.write_text("words:\n  - {text: 头发, form: 头髮, note: 试}\n", "utf-8")
    pages, parsed = book.build("zh-Hant-TW")
    assert "头髮" in pages["e01.html"].decode()
    assert "e01" not in parsed


def test_the_names_of_authors_change_no_tree(book: Book):
    text = (book.folder / "e01.md").read_text("utf-8").replace("e01", "e03")
    (book.folder / "essays").mkdir()
    (book.folder / "essays" / "e03.md").write_text(
        text.replace("chapter: 1", "chapter: 3\norphan: true"), "utf-8"
    )
    book.build("zh-Hans")
    pages, parsed = book.build("zh-Hant-TW")
    assert not parsed & {"e01", "e02", "e03"}
    assert "于洋" in pages["essays/e03.html"].decode()


@pytest.mark.parametrize("place", ["key", "sum", "tree", "end", "all"])
def test_a_damaged_tree_counts_for_nothing(book: Book, place: str):
    book.build("zh-Hans")
    path = book.kept("e01")
    content = bytearray(path.read_bytes())
    if place == "end":
        del content[-20:]
    elif place == "all":
        content.clear()
    else:
        content[{"key": 3, "sum": 40, "tree": len(content) // 2}[place]] ^= 0x55
    path.write_bytes(content)
    pages, parsed = book.build("zh-Hant-TW")
    assert "e01" in parsed
    assert pages == book.build("zh-Hant-TW", parsed_folder="")[0]


def test_a_folder_that_cannot_be_written_is_no_fault(book: Book):
    kept = book.kept("e01").parent
    kept.parent.mkdir()
    kept.write_text("in the way")
    pages, _ = book.build("zh-Hant-TW")
    assert pages == book.build("zh-Hant-TW", parsed_folder="")[0]
    assert book.warnings == ""


@pytest.mark.parametrize(
    "added",
    [
        "```{literalinclude} e02.md\n```",  # another file's text
        "{ref}`e01`",  # a role that may be anyone's
        "[此](e01.md)",  # whether this is a page depends on which files there are
        "![图](x.png)",
        "```{index} 词\n```",
    ],
)
def test_what_leaves_traces_elsewhere_is_parsed_each_time(book: Book, added: str):
    (book.folder / "x.png").write_bytes(b"")
    path = book.folder / "e01.md"
    path.write_text(path.read_text("utf-8") + f"\n{added}\n", "utf-8")
    book.build("zh-Hans")
    assert not book.kept("e01").exists()
    assert book.kept("e02").exists()
    assert "e01" in book.build("zh-Hans")[1]


def test_a_warning_is_given_to_every_edition(book: Book):
    path = book.folder / "e01.md"
    path.write_text(path.read_text("utf-8").replace("**邓小平理论**　", "**别的**　"), "utf-8")
    for edition in EDITIONS:
        book.build(edition)
        assert "前面的正文不是“别的”" in book.warnings


def test_front_matter_that_docutils_knows_is_read_in_each_language(book: Book):
    path = book.folder / "e01.md"
    path.write_text(path.read_text("utf-8").replace("chapter: 1", "作者: 于洋"), "utf-8")
    book.build("zh-Hans")
    pages, parsed = book.build("zh-Hant-TW")
    assert "e01" in parsed
    assert pages == book.build("zh-Hant-TW", parsed_folder="")[0]


def test_two_editions_at_once_keep_whole_trees(book: Book):
    children = []
    for number, edition in enumerate(EDITIONS * 2):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                book._builds = 10 * number
                book.build(edition)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)
    assert not list(book.kept("e01").parent.glob("*.parsed.*")), "drafts were left behind"
    pages, parsed = book.build("zh-Hant-TW")
    assert not parsed & {"e01", "e02"}
    assert pages == book.build("zh-Hant-TW", parsed_folder="")[0]
