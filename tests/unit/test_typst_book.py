"""The book itself as a PDF, in every edition: its text comes out again, its lines are well set."""

from __future__ import annotations

import pickle
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, require_tool
from docutils import nodes
from edition.transform import blocks, plain_text
from pypdf import PdfReader
from typst_reading import BODY, bare, pages, paragraphs, sphinx, stands_in

EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
#: No line starts with one of these, or ends with one of those (clreq, 3.1.3).
NEVER_FIRST = "，。、；：？！）》」』”’…·"
NEVER_LAST = "（《「『“‘"
#: Where the text of a block is cut to be looked for: a page may end in the middle of a block, and
#: after a place (第三篇第1段) its page is printed.
CLAUSE = re.compile("[。；：，？、（）\ufffc]|(?<=段)")
#: The margins and the length of a line, in points (template.typ).
INSIDE, OUTSIDE, MEASURE = 56.7, 47.8, 315.0
LINE = re.compile(r'<line xMin="([\d.]+)" [^>]*xMax="([\d.]+)"[^>]*>(.*?)</line>', re.DOTALL)
WORD = re.compile(r"<word [^>]*>(.*?)</word>", re.DOTALL)


@pytest.fixture(scope="module", params=EDITIONS)
def built(request, tmp_path_factory) -> tuple[Path, dict[str, nodes.document]]:
    """Build one edition; return its PDF and the doctrees of its chapters."""
    out = tmp_path_factory.mktemp(request.param) / "out"
    result = sphinx(ROOT, out, "-D", f"edition={request.param}")
    assert result.returncode == 0, result.stdout + result.stderr
    assert not result.stderr
    chapters = {
        path.stem: pickle.loads(path.read_bytes())
        for path in sorted((out.parent / f"doctrees-{out.name}").glob("essays/e*.doctree"))
    }
    (pdf,) = out.glob("*.pdf")
    return pdf, chapters


def test_every_paragraph_comes_out_again(built) -> None:
    pdf, chapters = built
    found = [bare(text) for text in pages(pdf, *BODY)]
    lost = [
        anchor
        for doctree in chapters.values()
        for anchor, text in paragraphs(doctree).items()
        if not stands_in(text, found)
    ]
    assert sum(len(paragraphs(doctree)) for doctree in chapters.values()) > 40
    assert lost == []


def test_every_block_of_every_page_comes_out_again(built) -> None:
    """Chapters and appendices: headings, notes, entries, cells, captions, as the edition has them.

    That these are the converter's is shown in test_edition_book.
    """
    pdf, _chapters = built
    raw = bare("".join(pages(pdf, "-raw")))
    body = [bare(text) for text in pages(pdf, *BODY)]
    lost, compared = [], Counter()
    for path in sorted((pdf.parents[1] / f"doctrees-{pdf.parent.name}").rglob("*.doctree")):
        for block in blocks(pickle.loads(path.read_bytes())):
            clauses = [bare(part) for part in CLAUSE.split(plain_text(block))]
            compared[type(block)] += 1
            lost += [(path.stem, c) for c in clauses if c not in raw and not stands_in(c, body)]
    assert compared[nodes.title] > 20 and compared[nodes.term] > 20
    assert compared[nodes.paragraph] > 400
    assert lost == []


def test_every_note_comes_out_again(built) -> None:
    pdf, chapters = built
    text = bare("".join(pages(pdf, "-raw")))
    notes = [
        bare("".join(p.astext() for p in note.findall(nodes.paragraph)))
        for doctree in chapters.values()
        for note in doctree.findall(nodes.footnote)
    ]
    assert len(notes) > 10
    assert [note for note in notes if note not in text] == []


def test_no_line_starts_or_ends_with_a_mark_that_must_not(built) -> None:
    pdf, _chapters = built
    done = subprocess.run(
        [require_tool("pdftotext"), "-bbox-layout", pdf, "-"], capture_output=True, check=True
    )
    first, last, full = [], [], 0
    for number, page in enumerate(done.stdout.decode().split("<page ")[1:], 1):
        left = INSIDE if number % 2 else OUTSIDE
        for x_min, x_max, words in LINE.findall(page):
            text = "".join(WORD.findall(words))
            # Where a line has a wide gap, poppler makes two of it: only its edges count.
            if float(x_min) - left < 1 and text[0] in NEVER_FIRST:
                first.append((number, text))
            if float(x_max) - left > MEASURE - 3:
                full += 1
                if text[-1] in NEVER_LAST:
                    last.append((number, text))
    assert full > 500, "most lines are full: the text is justified"
    assert first == []
    assert last == []


def test_every_paragraph_has_its_address(built) -> None:
    pdf, chapters = built
    names = set(PdfReader(pdf).named_destinations)
    wanted = {anchor for doctree in chapters.values() for anchor in paragraphs(doctree)}
    assert wanted <= names
