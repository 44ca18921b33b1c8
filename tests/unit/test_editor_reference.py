"""The reference for editors in CONTRIBUTING.md: complete, and every example is taken."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bookinfo
import pytest
from compilation import bookfile, emendations, passages, slogans, structure
from compilation.slogans import schema
from conftest import ROOT
from edition import editor

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path):
    """Write the example of a file as that file; give its path."""

    def write(name: str) -> Path:
        found = re.search(rf"^### `{re.escape(name)}`$.*?^```yaml\n(.*?)^```$", TEXT, re.M | re.S)
        assert found, name
        path = tmp_path / Path(name).name
        path.write_text(found[1], encoding="utf-8")
        return path

    return write


def test_book(example) -> None:
    path = example("book.yaml")
    book = bookinfo.load(path)
    assert book["keywords"] == ["读书", "乡村"]
    assert set(bookinfo.KINDS) <= set(re.findall(r"^(\w+):", path.read_text("utf-8"), re.M))
    assert [volume.first for volume in bookfile.settings(path).volumes] == ["e01", "e07"]


def test_structure(example) -> None:
    first, second, third = structure.load(example("editorial/structure.yaml"))
    assert third.told
    assert (third.told.authors, third.told.date) == ((), "2011-03")
    assert (first.kind, first.level, second.number) == ("heading", 2, 39)
    assert set(structure.KINDS) <= set(re.findall(r"`([a-z-]+)`", TEXT))


def test_emendations(example) -> None:
    path = example("editorial/emendations.yaml")
    entry, title = emendations.load(path)
    assert (entry.emended, title.block) == ("科学发展观", "e02b-title")
    kinds = (passages.TITLE, passages.SUBTITLE, passages.BYLINE, passages.MARKER)
    assert all(re.search(rf"`e02b?-{kind}`", TEXT) for kind in kinds)
    assert all(f"{key}:" in path.read_text("utf-8") for key in emendations.KEYS)


def test_slogans(example) -> None:
    path = example("editorial/slogans.yaml")
    text = path.read_text("utf-8")
    glossary = slogans.load(path)
    assert [entry.term for entry in glossary.entries] == ["三有三定", "一村一屋"]
    described = json.loads(schema.SCHEMA.read_text(encoding="utf-8"))
    for name in ("entry", "whole-document", "member", "variant", "rejected"):
        shape = described["$defs"][name]
        keys = shape.get("properties") or shape["oneOf"][1]["properties"]
        assert all(f"{key}:" in text for key in keys), name


def test_conversion(example) -> None:
    path = example("editorial/conversion.yaml")
    words = editor.read(path, "hk")
    assert [word.form for word in words.words] == ["于發奎", "台上", "裏"]
    assert (words.places[0].form, words.house[0].form) == ("錶", "瞭解")
    assert [place.at for place in words.places] == ["e05a-p3", "e04a-byline"]
    assert editor.read(path, "tw").places[1].at == "e02b-title"
    about = TEXT.partition("### `editorial/conversion.yaml`")[2].partition("\n## ")[0]
    kinds = (passages.TITLE, passages.SUBTITLE, passages.BYLINE, passages.MARKER)
    assert all(re.search(rf"`e02b?-{kind}`", about) for kind in kinds)
