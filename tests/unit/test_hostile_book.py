"""A hostile source through the whole press: HTML, ePub and PDF show exactly its characters.

Nothing is prepared by hand here: the converter writes the pages, Sphinx builds them with the
book's own settings, and what a reader gets is compared with what the source says.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ROOT
from typst_reading import bare, pages

#: One paragraph each; 甲 in front, so that none is taken for noise, and a full stop behind.
HOSTILE = [
    "{include} /etc/passwd", "{include}`/etc/passwd`", "```{include} /etc/passwd",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</body></html>",
    "[x](javascript:alert(1))", "![x](file:///etc/passwd)", "[x]: y", "[^1]", "[^e01a-n1]: 乙",
    "$x^2$", "$$ y $$", "$ z $", "# 题", "#let x = 1", "#include \"/etc/passwd\"", "`码`",
    "|甲|乙|", "--- 乙", "+++", "***", "::: {note}", ":::", "{{ title }}", "{% raw %}", "\\",
    "\\input{x}", "\\u{41}", "&amp;", "&lt;b&gt;", "&#65;", "<!-- 注 -->", "<!-- 没有关", "]]>",
    "<![CDATA[x]]>", "<?xml version='1.0'?>", "<!DOCTYPE x>", "@ref", "<label>",
    "*粗* _斜_ ~下~ ^上^",
    "~~删~~", "//乙", "/* 乙 */", "= 题", "/ 词: 义", "%d %s", "{0} {x}", "(e01)=", "{#id .class}",
    "{term}`x`", "{ref}`e01`", "|x|", "x_", "`x`_", "*", "**镇", "____", "xx", "$", "\"'", "~",
]  # fmt: skip
TITLE = "<b>题</b> {{ x }} $x$ `码` ../../etc #set [x](y) & \\ *粗*"
LINES = [f"甲{item}乙。" for item in HOSTILE]
#: As lines of their own, where a parser looks for blocks.
ALONE = [
    "---",
    "title: 假的",
    "(e01a)=",
    "> 引",
    "- 项",
    "+ 项",
    "# 井",
    "% 注",
    "| --- | --- |",
    "====",
]
SOURCE = f"第一篇：{TITLE}\n" + "".join(f"　　{line}\n" for line in LINES)
SOURCE += "第二篇：另一篇\n" + "".join(f"　　甲乙丙丁。\n　　{line}\n" for line in ALONE)


def run(*command: str | Path) -> None:
    """Run a command of the press; its complaint fails the test."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of the hostile source, converted; settings and extensions are the project's."""
    home = tmp_path_factory.mktemp("hostile") / "book"
    (home / "source").mkdir(parents=True)
    (home / "source" / "hostile.txt").write_text(SOURCE, encoding="utf-8")
    for name in ("_ext", "_static", "_templates"):
        (home / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "conf.py", home)
    (home / "index.md").write_text(
        "(front)=\n# 书\n\n```{toctree}\n:hidden:\n\nessays/index\nappendix/index\n```\n",
        encoding="utf-8",
    )
    settings = (ROOT / "book.yaml").read_text(encoding="utf-8")
    settings, changed = re.subn(r"(?m)^  file: .*$", "  file: source/hostile.txt", settings)
    assert changed == 1
    (home / "book.yaml").write_text(settings, encoding="utf-8")
    run(sys.executable, ROOT / "scripts" / "convert.py", "--book", home / "book.yaml")
    return home


def build(book: Path, builder: str) -> Path:
    """Build one format, warnings being errors; return its folder."""
    out = book.parent / builder
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder]
    run(*command, "-d", book.parent / "doctrees", book, out)
    return out


class Reader(HTMLParser):
    """The text of each addressed block of a page, as a browser reads it, and its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: dict[str, str] = {}
        self.inside: set[str] = set()
        self.current = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id") or ""
        if tag == "h1" and not self.current:
            self.current = "h1"
            self.blocks.setdefault("h1", "")
        elif not self.current and tag == "p" and re.fullmatch(r"e\d+[a-z]-p\d+", anchor):
            self.current = anchor
            self.blocks[anchor] = ""
        elif self.current:
            self.inside.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h1"):
            self.current = ""

    def handle_data(self, data: str) -> None:
        if self.current:
            self.blocks[self.current] += data


def plain(text: str) -> str:
    """Give a text without white space, which a format may break lines at."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def wanted(book: Path) -> dict[str, str]:
    """Give the text of each block, by address, as the converter's model has it."""
    target = book.parent / "model.json"
    convert = ROOT / "scripts" / "convert.py"
    run(sys.executable, convert, "--book", book / "book.yaml", "--json", target)
    model = json.loads(target.read_text(encoding="utf-8"))
    return {
        block["id"]: block["text"]
        for chapter in model["chapters"]
        for work in chapter["works"]
        for block in work["blocks"]
    }


def test_the_model_has_every_hostile_line(book: Path) -> None:
    found = [plain(text) for text in wanted(book).values()]
    for item in HOSTILE:
        core = re.sub(r"[-.,:;!?()'\"\s—…，。：；！？（）“”‘’]", "", item)
        assert any(core in re.sub(r"[-.,:;!?()'\"\s—…，。：；！？（）“”‘’]", "", t) for t in found)


def test_the_page_shows_exactly_these_characters(book: Path) -> None:
    out = build(book, "html")
    blocks = {}
    for name in ("e01", "e02"):
        reader = Reader()
        reader.feed((out / "essays" / f"{name}.html").read_text(encoding="utf-8"))
        blocks |= reader.blocks
        if name == "e01":
            assert plain(TITLE) in plain(reader.blocks["h1"])
        assert reader.inside <= {"a", "span", "sup", "strong", "wbr"}
    expected = {key: text for key, text in wanted(book).items() if "-p" in key}
    assert {key: plain(blocks.get(key, "")) for key in expected} == {
        key: plain(text) for key, text in expected.items()
    }


def test_the_epub_shows_exactly_these_characters(book: Path) -> None:
    (path,) = build(book, "epub").glob("*.epub")
    blocks = {}
    with zipfile.ZipFile(path) as archive:
        for name in ("e01", "e02"):
            (inside,) = (n for n in archive.namelist() if n.endswith(f"/{name}.xhtml"))
            page = ET.fromstring(archive.read(inside))
            for element in page.iter():
                if anchor := element.get("id"):
                    blocks[anchor] = plain("".join(element.itertext()))
    expected = {key: plain(text) for key, text in wanted(book).items() if "-p" in key}
    assert {key: blocks.get(key, "") for key in expected} == expected


def test_the_pdf_shows_exactly_these_characters(book: Path) -> None:
    (path,) = build(book, "typst").glob("*.pdf")
    printed = bare("".join(pages(path, "-raw")))
    assert plain(TITLE) in printed
    assert not [text for text in wanted(book).values() if bare(text) not in printed]
