"""Headings that run into their paragraphs stand in the contents of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp
from website.page import contents

CONF = "extensions = ['myst_parser', 'labels_of_paragraphs', 'runin']\n"

#: Stands in for the extension of the book that gives each paragraph its address.
LABELS = """
from docutils import nodes

def _label(app, doctree):
    for number, paragraph in enumerate(doctree.findall(nodes.paragraph), 1):
        paragraph["ids"] = [f"p{number}"]

def setup(app):
    app.connect("doctree-read", _label, priority=1)
    return {"parallel_read_safe": True}
"""


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give what reads a page in MyST and returns its contents, titles and those below them."""

    def read(text: str) -> list[tuple[str, str, list[str]]]:
        (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
        (tmp_path / "labels_of_paragraphs.py").write_text(LABELS, encoding="utf-8")
        (tmp_path / "index.md").write_text(f"# 学习体会\n\n{text}", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        app = SphinxTestApp("dummy", srcdir=tmp_path)
        try:
            app.build()
            assert not app.warning.getvalue()
            entries = contents(app.env, "index")
        finally:
            app.cleanup()
        return [
            (one["href"], one["title"], [below["title"] for below in one["items"]])
            for one in entries
        ]

    return read


def test_a_heading_that_runs_in_stands_among_the_sections_of_its_form(listed) -> None:
    text = (
        "以下是体会。\n\n**一、学在前**。要学。\n\n"
        "## 二、干在前\n\n**（一）先学一步**。先学。\n\n## 三、想在前\n"
    )
    assert listed(text) == [
        ("#p2", "一、学在前", []),
        ("#id2", "二、干在前", ["（一）先学一步"]),
        ("#id3", "三、想在前", []),
    ]


def test_headings_that_run_in_alone_are_of_the_form_of_the_first(listed) -> None:
    text = "**（一）学在前**。要学。\n\n**1.定时间**。每周一次。\n\n**（二）干在前**。要干。\n"
    assert [title for _, title, _ in listed(text)] == ["（一）学在前", "（二）干在前"]


def test_strong_words_without_a_mark_or_of_another_form_are_no_headings(listed) -> None:
    text = (
        "**学习**是第一位的。\n\n## 一、学在前\n\n要学。\n\n"
        "**1.定时间**。每周一次。\n\n## 二、干在前\n"
    )
    assert [(title, below) for _, title, below in listed(text)] == [
        ("一、学在前", ["1.定时间"]),
        ("二、干在前", []),
    ]


def test_the_mark_of_a_note_is_no_part_of_a_heading(listed) -> None:
    text = "**一、学在前[^n]**。要学。\n\n**二、干在前**。要干。\n\n[^n]: 一条注。\n"
    assert [title for _, title, _ in listed(text)] == ["一、学在前", "二、干在前"]


def test_a_heading_that_runs_in_ends_as_those_beside_it(listed) -> None:
    text = "**一、学在前**。要学。\n\n## 二、干在前。\n\n## 三、想在前。\n"
    assert [title for _href, title, _below in listed(text)] == [
        "一、学在前。",
        "二、干在前。",
        "三、想在前。",
    ]
