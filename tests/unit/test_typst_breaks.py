"""Where the PDF breaks lines and pages: not within a word of a title, nor before one last line."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

import pytest
from conftest import ROOT
from typst_reading import add_chapters, bare, pages, sphinx

SOURCE = ROOT / "tests" / "roots" / "test-typst"
PDF = "shiyang-zh-Hans.pdf"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return Path(shutil.copytree(SOURCE, tmp_path / "book"))


def printed(book: Path, tmp_path: Path, texts: dict[str, str], *options: str) -> list[str]:
    """Return the pages of the small book with more chapters."""
    add_chapters(book, texts)
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    return pages(made, *options)


def ends(last: str, lengths: tuple[int, ...]) -> dict[str, str]:
    """Return chapters that end with ``last``, at all heights of a page; 字 as long as told."""
    lines = {number: "一行。\n\n" * number for number in range(14, 24)}
    return {
        f"e{length}{number}": f"# 题\n\n{lines[number]}{last.replace('字', '字' * length)}\n"
        for number, length in product(lines, lengths)
    }


def test_a_paragraph_of_two_or_three_lines_is_not_divided(book: Path, tmp_path) -> None:
    texts = ends("起首字末尾。", (45, 75))
    found = [text for text in map(bare, printed(book, tmp_path, texts)) if "末尾。" in text]
    assert len(found) == len(texts)
    assert all("起首" in text for text in found)


def test_a_closing_does_not_stand_alone_on_a_page(book: Path, tmp_path) -> None:
    texts = ends("末段字。\n\n:::{div}\n:class: closing\n\n谢谢大家！\n:::", (45, 120))
    found = [text for text in map(bare, printed(book, tmp_path, texts)) if "谢谢大家" in text]
    assert len(found) == len(texts)
    assert all("末段" in text for text in found)


def test_the_choices_of_the_conversion_run_in_behind_their_character(book: Path, tmp_path) -> None:
    add_chapters(book, {"w1": "# 校核\n\n村民在后面修面，又在前面吃面。\n"})
    made = tmp_path / "out"
    assert sphinx(book, made, "-D", "edition=zh-Hant-TW").returncode == 0
    text = "".join(pages(made / PDF.replace("Hans", "Hant-TW"), "-raw"))
    assert re.search("面 ?→ ?[面麵、]+ *\\d+ ?處 *[面麵]", text), "the first choice on its line"
    assert re.search("；[面麵]", bare(text)), "the second behind it"


def test_a_title_is_not_broken_within_a_word(book: Path, tmp_path) -> None:
    title = "在群众路线教育实践活动中的心得体会"
    found = printed(book, tmp_path, {"w1": f"# {title}\n\n一行。\n"}, "-raw")
    page = next(text for text in found if "一行。" in text and title in bare(text))
    assert "在群众路线教育实践\n活动中的心得体会\n" in page
