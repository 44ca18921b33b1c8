"""The book itself as an ePub: its text, and what EPUBCheck and Ace have to say of it."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from docutils import nodes
from epub_validators import ace, epubcheck

LINK = "{http://www.w3.org/1999/xhtml}a"
SLUG = yaml.safe_load((ROOT / "book.yaml").read_text(encoding="utf-8"))["slug"]
EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
FILES = [
    f"{SLUG}-{edition}{ending}.epub"
    for edition in EDITIONS
    for ending in ("", *(["-vertical"] if "Hant" in edition else []))
]


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    """Build the book in all editions, once; return the folder of the folders."""
    base = tmp_path_factory.mktemp("book")
    for edition in EDITIONS:
        options = ["-q", "-W", "-b", "epub", "-D", f"edition={edition}"]
        doctrees = base / f"doctrees-{edition}"
        result = subprocess.run(
            [sys.executable, "-m", "sphinx", *options, "-d", doctrees, ROOT, base / edition],
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
    return base


def book(out: Path, name: str) -> Path:
    edition = name.removeprefix(f"{SLUG}-").removesuffix(".epub").removesuffix("-vertical")
    return out / edition / name


@pytest.mark.parametrize("name", FILES)
def test_the_book_is_small(out, name):
    # Issue: under 300 KB without fonts, and there are none in it.
    assert book(out, name).stat().st_size < 300_000


def text_of(element: ET.Element) -> str:
    """Return the text of a paragraph without the marks of its notes."""
    if "note" in element.get("class", "").split():
        return ""
    return (element.text or "") + "".join(text_of(c) + (c.tail or "") for c in element)


def plain(paragraph: nodes.Element) -> str:
    return "".join(
        text.astext()
        for text in paragraph.findall(nodes.Text)
        if not isinstance(text.parent, nodes.footnote_reference)
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_paragraph_has_the_characters_of_the_chapter(out, edition):
    compared = 0
    with zipfile.ZipFile(out / edition / f"{SLUG}-{edition}.epub") as archive:
        for path in sorted((out / f"doctrees-{edition}" / "essays").glob("e*.doctree")):
            document = pickle.loads(path.read_bytes())
            page = ET.fromstring(archive.read(f"essays/{path.stem}.xhtml"))
            shown = {e.attrib["id"]: e for e in page.iter() if "id" in e.attrib}
            for paragraph in document.findall(nodes.paragraph):
                for address in paragraph["ids"]:
                    assert text_of(shown[address]) == plain(paragraph), address
                    compared += 1
    assert compared > 50


@pytest.mark.java
@pytest.mark.parametrize("name", FILES)
def test_the_concordance_names_places_as_the_list_of_emendations_does(out, name):
    with zipfile.ZipFile(book(out, name)) as archive:
        listed, named = (
            {
                link.attrib["href"].rpartition("#")[2]: "".join(link.itertext())
                for link in ET.fromstring(archive.read(f"appendix/{page}.xhtml")).iter(LINK)
                if re.search(r"#e\d+[a-z]+-[ph]\d+$", link.attrib.get("href", ""))
            }
            for page in ("concordance", "emendations")
        )
    shared = listed.keys() & named.keys()
    assert len(shared) > 10
    assert {a: listed[a] for a in shared} == {a: named[a] for a in shared}
    assert listed["e01a-p3"] == "第一篇第3段"
    assert listed["e01a-h2"] == ("第一篇标题2" if "Hans" in name else "第一篇標題2")


@pytest.mark.parametrize("name", FILES)
def test_in_the_concordance_no_mark_is_parted_from_its_slogan(out, name):
    with zipfile.ZipFile(book(out, name)) as archive:
        page = ET.fromstring(archive.read("appendix/concordance.xhtml"))
    cells = {
        kind: ["".join(c.itertext()).strip() for c in page.iter() if c.get("class") == kind]
        for kind in ("before", "after")
    }
    assert len(cells["after"]) > 100
    assert not [text for text in cells["after"] if text[:1] in set("，。、；：”」』")]
    assert not [text for text in cells["before"] if text[-1:] in set("“「『《（")]


@pytest.mark.parametrize("name", FILES)
def test_epubcheck_finds_nothing(out, name, tmp_path):
    assert epubcheck(book(out, name), tmp_path) == []


#: One file of each edition; across and downwards hold the same documents.
@pytest.mark.browser
@pytest.mark.parametrize("name", [FILES[0], FILES[2], FILES[3]])
def test_ace_finds_nothing(out, name, tmp_path):
    assert ace(book(out, name), tmp_path) == []
