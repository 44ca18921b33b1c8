"""The text of the built Traditional editions, block by block against the converter.

Of every page of the site and of the ePubs that lie beside it: paragraphs, headings, terms,
definitions, cells, captions and items of lists hold what the converter makes of the same block in
the Simplified edition. What is exempt is named here, with its reason.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bookinfo
import interface
import pytest
from bs4 import BeautifulSoup, Tag
from conftest import ROOT
from edition import editor
from edition.appendix import DOCNAME
from edition.codes import edition as about
from edition.converters import converter_for
from edition.transform import BARRIER

BOOK = bookinfo.load(ROOT / "book.yaml")
OWN = "zh-Hans"
TRADITIONAL = ("zh-Hant-TW", "zh-Hant-HK")
BLOCKS = "p h1 h2 h3 h4 h5 h6 dt dd td th caption figcaption li".split()
HAN = re.compile("[\u3400-\u9fff]")

#: Indexes are ordered and headed by each region's custom, by sound or by strokes; a file has its
#: own size and digest.
APART = ".slogan-index, .file, .checksum"

#: What a paragraph has and a line cut out of it has not.
NOTE_MARKS = ".note-mark, a.note"

#: Never converted, and for the converter the end of what stands before: compared as it is.
KEPT = ".verbatim, [lang=en]"

#: Lists the appendix that Traditional editions alone have.
ADDED = (DOCNAME + ".html", DOCNAME + ".xhtml", "conversion.html", "conversion.xhtml")


def pages(site: Path, code: str, form: str) -> Iterator[tuple[str, str]]:
    """Yield name and source of every page of an edition: of its site, or of its ePub."""
    if form == "site":
        folder = site / bookinfo.EDITION_FOLDERS[code]
        for path in sorted(folder.rglob("*.html")):
            name = path.relative_to(folder).as_posix()
            if name.split("/")[0] not in bookinfo.EDITION_FOLDERS.values():
                yield name, path.read_text("utf-8")
        return
    with zipfile.ZipFile(site / "downloads" / f"{BOOK['slug']}-{code}.epub") as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                yield name, archive.read(name).decode()


def blocks(source: str, without: str = APART) -> list[tuple[str, str]]:
    """Return kind and text of the blocks of a page that have Han text and no block in them.

    What is never converted is a block of the kind ``kept``.
    """
    page = BeautifulSoup(source, "html.parser")
    whole = page.find("article") or page.find("main") or page.body
    assert isinstance(whole, Tag)
    for gone in whole.select(without):
        gone.decompose()
    found = []
    for kept in whole.select(KEPT):
        found.append(("kept", kept.get_text()))
        kept.replace_with(BARRIER)
    for block in whole.find_all(BLOCKS):
        leads = {link["href"].split("#")[0] for link in block.find_all("a", href=True)}
        if block.find(BLOCKS) is None and not any(a.endswith(ADDED) for a in leads):
            found.append((block.name, " ".join(block.get_text().split())))
    return [(kind, text) for kind, text in found if kind == "kept" or HAN.search(text)]


@cache
def interface_strings(code: str) -> re.Pattern[str]:
    """Return what matches a string of the interface, its fields filled."""
    texts = {" ".join(text.split()) for text in interface.catalogue(code).values()}
    parts = [re.sub(r"\\\{\w+\\\}", ".*", re.escape(t)) for t in texts if HAN.search(t)]
    return re.compile("|".join(parts))


@pytest.mark.parametrize("form", ["site", "epub"])
@pytest.mark.parametrize("code", TRADITIONAL)
def test_every_block_is_what_the_converter_makes_of_it(site: Path, code: str, form: str):
    words = editor.read(ROOT / "editorial" / "conversion.yaml", about(code).region)
    convert = converter_for(code, OWN, words).convert

    def wanted_of(kind: str, text: str) -> tuple[str, str]:
        return kind, text if kind == "kept" else convert(text)

    own, others = dict(pages(site, OWN, form)), dict(pages(site, code, form))
    assert others.keys() - own.keys() <= set(ADDED)
    told = interface_strings(code)
    # A line of the glossary or the concordance may be cut in the middle of a word or of a pair of
    # quotation marks: it has to be what the paragraph has, and that is compared in its chapter.
    chapters = [source for name, source in others.items() if name.startswith("essays/")]
    prose = "\n".join(text for source in chapters for _, text in blocks(source, NOTE_MARKS))

    def is_exempt(name: str, text: str) -> bool:
        cut = name.startswith(("appendix/glossary.", "appendix/concordance.")) and text in prose
        return cut or bool(told.fullmatch(text))

    compared: Counter[str] = Counter()
    for name, source in own.items():
        wanted = Counter(wanted_of(*block) for block in blocks(source))
        found = Counter(blocks(others[name]))
        missing = list(wanted - found)
        strange = [block for block in (found - wanted) if not is_exempt(name, block[1])]
        assert strange == [], f"{name}: {missing}"
        compared.update(kind for kind, _ in (wanted & found).elements())
    least = {"p": 300, "h1": 10, "h2": 20, "dt": 60, "li": 5, "caption": 2}
    assert {kind: compared[kind] for kind, number in least.items() if compared[kind] < number} == {}
