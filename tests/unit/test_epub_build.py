"""The ePub as Sphinx builds it: a small book of hostile text in every edition."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from conftest import ROOT
from epub_validators import epubcheck

SOURCE = ROOT / "tests" / "roots" / "test-epub"
EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
FILES = {
    "zh-Hans": ["shiyang-zh-Hans.epub"],
    "zh-Hant-TW": ["shiyang-zh-Hant-TW-vertical.epub", "shiyang-zh-Hant-TW.epub"],
    "zh-Hant-HK": ["shiyang-zh-Hant-HK-vertical.epub", "shiyang-zh-Hant-HK.epub"],
}
ALL_FILES = [name for names in FILES.values() for name in names]

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def build(source: Path, out: Path, edition: str, **environment: str) -> None:
    """Build the ePub of ``source`` in a process of its own; any warning fails the test."""
    arguments = ["-q", "-W", "-b", "epub", "-D", f"edition={edition}"]
    doctrees = out.parent / f"doctrees-{out.name}"
    result = subprocess.run(
        [sys.executable, "-m", "sphinx", *arguments, "-d", doctrees, source, out],
        env={**os.environ, "PYTHONPATH": str(ROOT / "_ext"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> dict[str, Path]:
    """Build the book in all editions, once; return the files by name."""
    base = tmp_path_factory.mktemp("epub")
    for edition in EDITIONS:
        build(SOURCE, base / edition, edition)
    found = {path.name: path for edition in EDITIONS for path in (base / edition).glob("*.epub")}
    assert sorted(found) == sorted(ALL_FILES)
    return found


def read(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages(files: dict[str, bytes]) -> dict[str, ET.Element]:
    return {
        name: ET.fromstring(content) for name, content in files.items() if name.endswith(".xhtml")
    }


def text_of(element: ET.Element) -> str:
    """Return the text of a paragraph without the marks of notes."""
    if "note" in element.get("class", "").split():
        return ""
    inside = (element.text or "") + "".join(
        text_of(child) + (child.tail or "") for child in element
    )
    return inside


def by_id(page: ET.Element) -> dict[str, ET.Element]:
    return {element.attrib["id"]: element for element in page.iter() if "id" in element.attrib}


# -- The package -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL_FILES)
def test_the_package_holds_what_it_lists_and_nothing_else(books, name):
    files = read(books[name])
    opf = ET.fromstring(files["content.opf"])
    listed = [item.attrib["href"] for item in opf.iter(f"{OPF}item")]
    assert len(listed) == len(set(listed))
    assert set(files) == {"mimetype", "META-INF/container.xml", "content.opf", *listed}
    assert not [item for item in files if item.endswith((".js", ".html", ".inv"))]
    assert not [page for page in files.values() if b"<script" in page]
    spine = [item.attrib["idref"] for item in opf.iter(f"{OPF}itemref")]
    documents = [i.attrib["id"] for i in opf.iter(f"{OPF}item") if i.get("href")[-6:] == ".xhtml"]
    assert sorted(spine) == sorted(documents)
    assert books[name].stat().st_size < 300_000


@pytest.mark.parametrize("edition", EDITIONS)
def test_metadata_of_the_edition(books, edition):
    for name in FILES[edition]:
        opf = ET.fromstring(read(books[name])["content.opf"])
        downwards = "vertical" in name
        assert opf.attrib[LANG] == edition
        assert opf.find(f".//{DC}language").text == edition
        properties: dict[str, list[str]] = {}
        for meta in opf.iter(f"{OPF}meta"):
            properties.setdefault(meta.get("property", ""), []).append(meta.text or "")
        assert properties["dcterms:modified"] == ["2024-02-29T00:00:00Z"]
        assert properties["schema:version"] == ["1.2.3"]
        assert properties["schema:accessMode"] == ["textual"]
        assert properties["schema:accessModeSufficient"] == ["textual"]
        assert properties["schema:accessibilityHazard"] == ["none"]
        assert len(properties["schema:accessibilitySummary"]) == 1
        direction = "verticalWriting" if downwards else "horizontalWriting"
        assert direction in properties["schema:accessibilityFeature"]
        spine = opf.find(f"{OPF}spine")
        assert spine.get("page-progression-direction") == ("rtl" if downwards else "ltr")
        title = opf.find(f".//{DC}title").text
        assert title.startswith("试样：<b>&书" if edition == "zh-Hans" else "試樣：<b>&書")
        assert title.endswith("（直排）") == downwards
        # 发展 (fā, develop) and 里程 (lǐ, distance): words, not characters, are converted.
        about = opf.find(f".//{DC}description").text
        expected = (
            "“试样”一部，发展与里程。" if edition == "zh-Hans" else "「試樣」一部，發展與里程。"
        )
        assert about == expected
        assert opf.find(f".//{DC}publisher") is None  # the book names none
        assert b'class="publisher"' not in read(books[name])["title.xhtml"]


def test_identifiers_differ(books):
    found = [
        ET.fromstring(read(path)["content.opf"]).find(f".//{DC}identifier").text
        for path in books.values()
    ]
    assert len(set(found)) == len(ALL_FILES)


@pytest.mark.parametrize("name", ALL_FILES)
def test_every_page_has_title_language_and_style(books, name):
    files = read(books[name])
    edition = next(code for code in EDITIONS if name in FILES[code])
    titles = []
    for page_name, page in pages(files).items():
        assert page.attrib["lang"] == page.attrib[LANG] == edition
        titles.append(page.find(f"{X}head/{X}title").text)
        style = page.find(f"{X}head/{X}link").attrib["href"]
        assert normpath(join(dirname(page_name), style)) == "style.css"
    assert all(titles)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("name", ALL_FILES)
def test_every_link_within_the_book_leads_somewhere(books, name):
    shown = pages(read(books[name]))
    ids = {page_name: by_id(page) for page_name, page in shown.items()}
    for page_name, page in shown.items():
        for link in page.iter(f"{X}a"):
            if link.attrib["href"].startswith("https://"):
                continue
            path, _, fragment = link.attrib["href"].partition("#")
            target = normpath(join(dirname(page_name), path)) if path else page_name
            assert target in shown, link.attrib
            assert not fragment or fragment in ids[target], link.attrib


# -- Contents ----------------------------------------------------------------------------------


def test_contents_are_two_levels_deep_and_three_below_a_work(books):
    nav = pages(read(books["shiyang-zh-Hans.epub"]))["nav.xhtml"]
    toc = next(n for n in nav.iter(f"{X}nav") if n.get(TYPE) == "toc")

    def entries(ol):
        for li in ol.findall(f"{X}li"):
            below = li.find(f"{X}ol")
            line = "".join(li.find(f"{X}a").itertext())
            yield (line, [] if below is None else list(entries(below)))

    assert list(entries(toc.find(f"{X}ol"))) == [
        ("关于本书", []),
        ("第一篇　头一篇　张三", [("一、头一节。", []), ("二、再一节。", [])]),
        ("第二篇　两种文字", [("甲文　张三", []), ("乙文　李四", [("一、乙文的一节", [])])]),
        ("第三篇　末一篇　王五", []),
        ("附录", [("口号词汇表", [])]),
    ]


def test_the_imprint_has_what_that_of_the_pdf_has(books):
    files = read(books["shiyang-zh-Hans.epub"])
    page = pages(files)["title.xhtml"]
    shown = text_of(page)
    assert "网址：https://" in shown
    assert "许可证：" in shown


def test_landmarks(books):
    nav = pages(read(books["shiyang-zh-Hant-TW.epub"]))["nav.xhtml"]
    marks = next(n for n in nav.iter(f"{X}nav") if n.get(TYPE) == "landmarks")
    assert {a.get(TYPE): a.attrib["href"] for a in marks.iter(f"{X}a")} == {
        "cover": "cover.xhtml",
        "titlepage": "title.xhtml",
        "toc": "nav.xhtml#toc",
        "bodymatter": "essays/e01.xhtml",
        "glossary": "appendix/glossary.xhtml",
    }


def test_the_cover_is_a_picture_with_words(books):
    files = read(books["shiyang-zh-Hant-HK.epub"])
    assert files["cover.png"].startswith(b"\x89PNG")
    picture = next(pages(files)["cover.xhtml"].iter(f"{X}img"))
    assert picture.attrib["alt"] == "封面：《試樣：<b>&書》，試樣編者"


# -- Text --------------------------------------------------------------------------------------


def test_hostile_text_appears_as_itself(books):
    shown = by_id(pages(read(books["shiyang-zh-Hans.epub"]))["essays/e02.xhtml"])
    assert text_of(shown["e02a-p1"]) == (
        "文字里的记号只是文字：<script>alert(1)</script> &amp; ``` $x$ #set [链](x) {include}"
        " | 1 | ]]> <!-- 注 --> %。"
    )
    assert text_of(shown["e02b-p1"]) == (
        "少见的字：𠮷野家、㐂寿、👨‍👩‍👧 与 e\u0301（e 加组合符号）、*星*。双样在此。"
    )


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_the_vertical_file_has_the_same_documents(books, edition):
    down, across = (read(books[name]) for name in FILES[edition])
    differ = {name for name in across if across[name] != down[name]}
    assert differ == {"content.opf", "toc.ncx", "style.css"}
    assert b"vertical-rl" in down["style.css"]
    assert b"vertical-rl" not in across["style.css"]


def test_text_is_the_same_whatever_wraps_the_numerals(books):
    shown = by_id(pages(read(books["shiyang-zh-Hant-TW.epub"]))["essays/e01.xhtml"])
    assert text_of(shown["e01a-p1"]) == (
        "我們要三試一講，不忘雙樣，再三試講。一共35個人，用電110KV，長4.2米，佔25%，A類5人，見2010年第3期。"
    )
    upright = [e.text for e in shown["e01a-p1"].iter(f"{X}span") if e.get("class") == "tcy"]
    assert upright == ["35", "A", "5", "3"]


def test_a_simplified_edition_has_no_upright_numerals(books):
    assert all(b'"tcy"' not in page for page in read(books["shiyang-zh-Hans.epub"]).values())


# -- Notes and mentions ------------------------------------------------------------------------


def test_notes_open_over_the_page(books):
    page = pages(read(books["shiyang-zh-Hans.epub"]))["essays/e01.xhtml"]
    ids = by_id(page)
    references = [a for a in page.iter(f"{X}a") if a.get(TYPE) == "noteref"]
    assert [a.attrib["href"] for a in references] == [
        "#e01-slogan-san-shi-yi-jiang",
        "#e01-slogan-shuang-yang",
        "#e01-slogan-san-shi-yi-jiang",
        "#e01a-n1",
        "#e01a-n2",
    ]
    for reference in references:
        note = ids[reference.attrib["href"][1:]]
        assert (note.tag, note.get(TYPE), note.get("role")) == (
            f"{X}aside",
            "footnote",
            "doc-footnote",
        )
        back = next(a for a in note.iter(f"{X}a") if a.get("role") == "doc-backlink")
        assert back.attrib["href"][1:] in ids
    assert "".join(ids["e01a-n1"].itertext()).strip() == "〔1〕改正　原作　该正　音同而误。"
    slogan = "".join(ids["e01-slogan-san-shi-yi-jiang"].itertext()).strip()
    assert slogan == "三试一讲 sān shì yī jiǎng　试三次，讲一次。 详见词汇表"


def test_a_chapter_without_slogans_has_no_notes(books):
    page = pages(read(books["shiyang-zh-Hans.epub"]))["essays/e03.xhtml"]
    assert not list(page.iter(f"{X}aside"))


def test_glossary_semantics(books):
    page = pages(read(books["shiyang-zh-Hans.epub"]))["appendix/glossary.xhtml"]
    section = next(page.iter(f"{X}section"))
    assert (section.get(TYPE), section.get("role")) == ("glossary", "doc-glossary")
    assert [dt.attrib["id"] for dt in page.iter(f"{X}dt") if dt.get(TYPE) == "glossterm"] == [
        "slogan-san-shi-yi-jiang",
        "slogan-shuang-yang",
    ]


# -- The same bytes ----------------------------------------------------------------------------


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant-HK"])
def test_another_machine_gives_the_same_bytes(books, edition, tmp_path):
    # Another folder, other times of the files, another time zone, locale and seed of hashes.
    elsewhere = tmp_path / "另一 处"
    shutil.copytree(SOURCE, elsewhere, ignore=shutil.ignore_patterns("_build"))
    for path in elsewhere.rglob("*"):
        os.utime(path, (86_400, 86_400))
    settings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    build(elsewhere, tmp_path / "out", edition, **settings)
    for name in FILES[edition]:
        assert (tmp_path / "out" / name).read_bytes() == books[name].read_bytes()


def test_a_second_build_leaves_nothing_of_the_first(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(SOURCE, source, ignore=shutil.ignore_patterns("_build"))
    build(source, tmp_path / "out", "zh-Hans")
    (source / "essays/e03.md").unlink()
    contents = source / "essays/index.md"
    contents.write_text(contents.read_text(encoding="utf-8").replace("e03\n", ""), encoding="utf-8")
    settings = source / "conf.py"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('"shiyang"', '"huanming"'), encoding="utf-8"
    )
    build(source, tmp_path / "out", "zh-Hans")
    assert [path.name for path in (tmp_path / "out").glob("*.epub")] == ["huanming-zh-Hans.epub"]
    assert "essays/e03.xhtml" not in read(tmp_path / "out" / "huanming-zh-Hans.epub")


@pytest.mark.java
@pytest.mark.parametrize("name", ["shiyang-zh-Hans.epub", "shiyang-zh-Hant-TW-vertical.epub"])
def test_hostile_text_breaks_no_file(books, name, tmp_path):
    assert epubcheck(books[name], tmp_path) == []


@pytest.mark.parametrize(
    ("edition", "face"),
    [
        ("zh-Hans", "Noto Serif SC"),
        ("zh-Hant-TW", "Noto Serif TC"),
        ("zh-Hant-HK", "Noto Serif HK"),
    ],
)
def test_each_language_has_a_face_with_its_regions_shapes(books, edition, face):
    style = read(books[FILES[edition][0]])["style.css"].decode()
    rule = re.search(rf"\[lang\]:lang\({edition}\) \{{\s+font-family: ([^;]+);", style)
    assert rule is not None
    assert f'"{face}"' in rule[1]
    # The site's own list (book.css): one region looks alike in both.
    site = (ROOT / "_static" / "css" / "book.css").read_text("utf-8")
    listed = re.search(rf'\[lang="{edition}"\] \{{\s+--song: ([^;]+);', site)
    assert listed is not None
    assert rule[1].split() == listed[1].split()
