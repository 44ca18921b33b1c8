"""Reading a PDF back, for the tests: its text page by page, its marks, its links."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

from conftest import ROOT, require_tool
from docutils import nodes

#: The body of an A5 page in points (template.typ): below the running head, above the folio.
BODY = ("-x", "0", "-y", "62", "-W", "420", "-H", "478")
MARKS = re.compile("[①-⑳]")

#: The small book that tests change, and its PDF.
SOURCE = ROOT / "tests" / "roots" / "test-typst"
PDF = "shiyang-zh-Hans.pdf"


def copied(folder: Path) -> Path:
    """Return a copy of the small book, below ``folder``."""
    return Path(shutil.copytree(SOURCE, folder / "book"))


def sphinx(source: Path, out: Path, *options: str, **environment: str):
    """Run the builder in a process of its own; return what it did."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "typst"),
            *("-d", str(out.parent / f"doctrees-{out.name}"), *options, str(source), str(out)),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT / "_ext"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def add_chapters(book: Path, texts: dict[str, str]) -> None:
    """Add chapters (name and MyST) to a copy of the small book, behind those it has."""
    for name, text in texts.items():
        (book / "essays" / f"{name}.md").write_text(text, "utf-8")
    index = book / "essays" / "index.md"
    listed = "\n".join(texts)
    index.write_text(index.read_text("utf-8").replace("e03\n", f"e03\n{listed}\n"), "utf-8")


def printed(book: Path, tmp_path: Path, texts: dict[str, str], *options: str) -> list[str]:
    """Return the pages of the small book with more chapters; its PDF is in ``tmp_path``/out."""
    add_chapters(book, texts)
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    return pages(made, *options)


def pages(pdf: Path, *options: str) -> list[str]:
    """Return the text of each page, as pdftotext gives it."""
    done = subprocess.run(
        [require_tool("pdftotext"), "-enc", "UTF-8", *options, pdf, "-"],
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().split("\f")[:-1]


def places(pdf: Path) -> list[tuple[int, float, float, str]]:
    """Return page, left, top (in points) and text of all words: what stands without a space."""
    done = subprocess.run(
        [require_tool("pdftotext"), "-bbox", "-enc", "UTF-8", pdf, "-"],
        capture_output=True,
        check=True,
    )
    found = []
    page = 0
    for line in done.stdout.decode().split("\n"):
        page += "<page " in line
        if word := re.search(r'xMin="([\d.]+)" yMin="([\d.]+)".*>(.*)</word>', line):
            found.append((page, float(word[1]), float(word[2]), word[3]))
    return found


def bare(text: str) -> str:
    """Return ``text`` without white space and without the marks of notes."""
    return unicodedata.normalize("NFC", MARKS.sub("", "".join(text.split())))


def paragraphs(doctree: nodes.document) -> dict[str, str]:
    """Return the text of each paragraph and heading of a chapter that has an address."""
    found = {}
    for node in doctree.findall(nodes.Element):
        for anchor in node.get("ids", ()):
            if re.fullmatch(r"e\d+[a-z]-[ph]\d+", anchor):
                block = node.next_node(nodes.title) if isinstance(node, nodes.section) else node
                found[anchor] = bare(_text(block))
    return found


def _text(node: nodes.Node) -> str:
    if isinstance(node, nodes.footnote_reference):
        return ""
    if isinstance(node, nodes.Text):
        return str(node)
    return "".join(_text(child) for child in node.children)


def stands_in(text: str, found: list[str]) -> bool:
    """Say whether ``text`` stands on one of the pages, or runs from one on to the next."""
    if any(text in page for page in found):
        return True
    return any(
        text[:cut] in page and after.startswith(text[cut:])
        for page, after in pairwise(found)
        for cut in range(1, len(text))
    )
