"""Where the PDF breaks lines and pages: not within a word of a title, nor before one last line."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest
from conftest import ROOT
from typst_reading import bare, pages, sphinx

SOURCE = ROOT / "tests" / "roots" / "test-typst"
PDF = "shiyang-zh-Hans.pdf"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return Path(shutil.copytree(SOURCE, tmp_path / "book"))


def test_a_paragraph_of_two_or_three_lines_is_not_divided(book: Path, tmp_path) -> None:
    names = []
    for number, length in product(range(14, 24), (45, 75)):
        names.append(f"e{length}{number}")
        lines = "\n\n".join(["一行。"] * number)
        whole = f"起首{'字' * length}末尾。"
        (book / "essays" / f"{names[-1]}.md").write_text(f"# 题\n\n{lines}\n\n{whole}\n", "utf-8")
    index = book / "essays" / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("e03\n", "e03\n" + "\n".join(names) + "\n"), "utf-8"
    )
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    found = [text for text in map(bare, pages(made)) if "末尾。" in text]
    assert len(found) == len(names)
    assert all("起首" in text for text in found)


def test_a_closing_does_not_stand_alone_on_a_page(book: Path, tmp_path) -> None:
    names = []
    for number, length in product(range(14, 24), (45, 120)):
        names.append(f"c{length}{number}")
        lines = "\n\n".join(["一行。"] * number)
        end = f"末段{'字' * length}。\n\n:::{{div}}\n:class: closing\n\n谢谢大家！\n:::"
        (book / "essays" / f"{names[-1]}.md").write_text(f"# 题\n\n{lines}\n\n{end}\n", "utf-8")
    index = book / "essays" / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("e03\n", "e03\n" + "\n".join(names) + "\n"), "utf-8"
    )
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    found = [text for text in map(bare, pages(made)) if "谢谢大家" in text]
    assert len(found) == len(names)
    assert all("末段" in text for text in found)


def test_a_title_is_not_broken_within_a_word(book: Path, tmp_path) -> None:
    title = "在群众路线教育实践活动中的心得体会"
    (book / "essays" / "w1.md").write_text(f"# {title}\n\n一行。\n", "utf-8")
    index = book / "essays" / "index.md"
    index.write_text(index.read_text("utf-8").replace("e03\n", "e03\nw1\n"), "utf-8")
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    page = next(text for text in pages(made, "-raw") if "一行。" in text and title in bare(text))
    assert "在群众路线教育实践\n活动中的心得体会\n" in page
