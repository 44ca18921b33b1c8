"""The book's tables on the smallest paper, and what their columns are called."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT
from slogans.statistics import columns
from typst_reading import bare, pages, places, sphinx


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """The book's PDF on paper as small as a reader's screen."""
    out = tmp_path_factory.mktemp("small") / "out"
    assert sphinx(ROOT, out, "-D", "typst_paper=6in").returncode == 0
    (pdf,) = out.glob("*.pdf")
    return pdf


def test_a_use_takes_one_line_unless_its_slogan_is_long(small: Path) -> None:
    found = [page for page in pages(small, "-layout") if "前文" in page and "后文" in page]
    lines = [line for page in found for line in page.splitlines()[2:] if bare(line)]
    whole = [line for line in lines if re.search(r"第 ?\d+ ?页$", line.rstrip())]
    assert len(whole) > 100
    assert len(whole) / len(lines) > 0.85


def test_the_slogans_of_the_statistics_have_room(small: Path) -> None:
    numbers = [n for n, page in enumerate(pages(small), 1) if "合计" in page]
    words = {text for page, _, _, text in places(small) if page in numbers}
    assert {"学习实践科学发展观", "为民服务全程代理"} <= words


def test_a_run_of_one_chapter_has_its_mark_and_others_the_books_word() -> None:
    docs = [f"e{number:02}" for number in range(1, 15)]
    marks = {doc: f"第{number}篇" for number, doc in enumerate(docs, 1)}
    view = SimpleNamespace(
        mentions=(),
        works={f"{doc}a": ("题", doc) for doc in docs},
        reading_order=docs,
        name=lambda docname, work, edition: marks[docname],
    )
    made = [column.title for column in columns(view, "zh-Hans")]
    assert len(made) == 12
    assert made[0] == "第1篇"
    assert [title for title in made if "—" in title] == ["第3—4篇", "第11—12篇"]
    marks["e04"] = "《山里的书》"
    assert "第3—4章" in [column.title for column in columns(view, "zh-Hans")]
