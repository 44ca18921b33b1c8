"""A book promises, and has, only the parts that there is something for."""

from __future__ import annotations

import shutil
from pathlib import Path

from compilation import pipeline
from conftest import ROOT
from emended_books import settings
from sphinx.testing.util import SphinxTestApp
from typst_reading import bare, pages, sphinx

SOURCE = ROOT / "tests" / "roots" / "test-typst"
TEXT = "第一篇：守闸记\n闸门开了三次， 水位退下去两尺。\n"


def test_what_has_nothing_in_it_is_no_page(tmp_path: Path) -> None:
    options = settings(tmp_path, TEXT, "")
    pipeline.write(options)
    appendix = options.output / "appendix"
    assert sorted(path.name for path in appendix.iterdir()) == ["emendations.md", "index.md"]
    text = (appendix / "emendations.md").read_text("utf-8")
    assert "确定" not in text, "no entry, and no word on how sure one is"
    assert "\n标点、空格和版式按下列规则统一整理" in text


def book_with_list(folder: Path) -> Path:
    """A copy of the small book that lists on its first page what it has."""
    book = Path(shutil.copytree(SOURCE, folder / "book"))
    index = book / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("一段话。\n", "一段话。\n\n```{front-list}\n```\n"),
        "utf-8",
    )
    conf = book / "conf.py"
    conf.write_text(
        conf.read_text("utf-8").replace('"interface",', '"interface", "frontlist",'), "utf-8"
    )
    return book


def test_the_first_page_lists_what_the_book_has(tmp_path: Path) -> None:
    app = SphinxTestApp("html", srcdir=book_with_list(tmp_path))
    try:
        app.build()
        text = (app.outdir / "index.html").read_text("utf-8")
    finally:
        app.cleanup()
    assert 'href="appendix/glossary.html#glossary"' in text
    assert "每条口号的意思、出处与用例。" in text
    assert "校勘记" not in text, "the book has none"


def test_a_printed_book_names_its_parts_with_their_pages(tmp_path: Path) -> None:
    result = sphinx(book_with_list(tmp_path), tmp_path / "out")
    assert result.returncode == 0, result.stderr
    found = [bare(text) for text in pages(tmp_path / "out" / "shiyang-zh-Hans.pdf")]
    glossary = next(n for n, text in enumerate(found) if text.startswith("词汇表"))
    kinds = next(n for n, text in enumerate(found) if text.startswith("各种成分"))
    first = next(n for n, text in enumerate(found) if text.startswith("第一篇第一样"))
    said = f"正文之后有词汇表第{glossary - first + 1}页、各种成分第{kinds - first + 1}页。"
    assert any(said in text for text in found)
    contents = next(text for text in found if text.startswith("目录"))
    assert contents.startswith("目录关于本书") and contents.count("vii") == 1
