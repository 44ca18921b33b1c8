"""The parts of the ePub builder that need no build: container, metadata, numerals."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docutils import nodes
from epubplus import metadata, package, vertical
from sphinx.errors import ConfigError

BOOK = {
    "title": "书",
    "subtitle": "",
    "slug": "shu",
    "editor": "编者",
    "publisher": "",
    "rights": "公有领域。",
    "version": "1.0.0",
    "date": "2024-02-29",
    "description": "",
    "keywords": ["词"],
    "source": {"file": "source/none.txt"},
    "url": "https://example.org/shu/",
}


# -- Container ---------------------------------------------------------------------------------


def test_the_type_comes_first_and_stored(tmp_path: Path):
    package.write_zip(tmp_path / "a.epub", [("b.txt", b"bb")], mimetype=package.MIMETYPE)
    raw = (tmp_path / "a.epub").read_bytes()
    # OCF 4.3: the bytes at offset 30 and 38 let a program know the file without unpacking it.
    assert raw[30:38] == b"mimetype"
    assert raw[38:58] == b"application/epub+zip"


def test_a_zip_bears_no_trace_of_time_or_system(tmp_path: Path):
    package.write_zip(tmp_path / "a.zip", [("b", b"x" * 99), ("a", b"")])
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert [entry.filename for entry in archive.infolist()] == ["b", "a"]
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 3
            assert entry.extra == b""


def test_a_zip_that_fails_leaves_the_old_one(tmp_path: Path):
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")

    def files():
        yield "a", b"a"
        raise OSError("no more")

    with pytest.raises(OSError, match="no more"):
        package.write_zip(target, files())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


# -- Metadata ----------------------------------------------------------------------------------


def test_an_identifier_is_the_same_for_ever():
    # A change of this value would make every reader's copy another book.
    assert metadata.identifier(BOOK, "zh-Hans", vertical=False) == (
        "urn:uuid:8dfcf8b9-59ca-5022-9d4f-3834e2f5cc30"
    )


def test_every_file_has_its_own_identifier():
    names = {
        metadata.identifier(book, edition, vertical=downwards)
        for book in (BOOK, {**BOOK, "slug": "qita"}, {**BOOK, "url": "https://example.net/"})
        for edition in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
        for downwards in (False, True)
    }
    assert len(names) == 18


@pytest.mark.parametrize(
    ("environment", "moment"),
    [
        ({}, "2024-02-29T00:00:00Z"),
        ({"SOURCE_DATE_EPOCH": ""}, "2024-02-29T00:00:00Z"),
        ({"SOURCE_DATE_EPOCH": "86399"}, "1970-01-01T23:59:59Z"),
    ],
)
def test_the_date_is_that_of_the_book(environment, moment):
    assert metadata.modified("2024-02-29", environment) == moment


@pytest.mark.parametrize("epoch", ["昨天", "1.5", "9" * 30])
def test_a_bad_epoch_is_named(epoch):
    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH"):
        metadata.modified("2024-02-29", {"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_accessibility_is_told_in_the_language_of_the_edition(edition):
    about = metadata.describe(BOOK, edition, str)
    assert ("無" in about.accessibility_summary) == edition.startswith("zh-Hant")
    assert about.publisher == ""
    assert "horizontalWriting" in about.features


def test_only_the_title_of_the_file_tells_the_direction():
    about = metadata.describe(BOOK, "zh-Hant-TW", str, vertical=True)
    assert (about.title, about.file_title) == ("书", "书（直排）")
    assert "verticalWriting" in about.features
    assert "horizontalWriting" not in about.features


# -- Numerals ----------------------------------------------------------------------------------


def upright(text: str) -> list[str]:
    paragraph = nodes.paragraph("", "", nodes.Text(text))
    document = nodes.document(None, None)
    document += paragraph
    vertical.mark_numerals(document)
    assert paragraph.astext() == text
    return [node.astext() for node in paragraph.findall(nodes.inline)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2010年12月7日", ["12", "7"]),
        ("1、第一", ["1"]),
        ("长4.2米，占25%，共3—5个", ["3", "5"]),
        ("110KV、A类、AB、3G", ["A"]),
        ("1-2，3:4，5/6，1,000", []),
        ("１２与十二", []),
        ("", []),
    ],
)
def test_numerals_that_stand_upright(text, marked):
    assert upright(text) == marked


def test_a_number_is_whole_across_markup():
    document = nodes.document(None, None)
    bold = nodes.strong("", "20")
    document += nodes.paragraph("", "", bold, nodes.Text("10年，"), nodes.emphasis("", "7"))
    vertical.mark_numerals(document)
    assert [node.astext() for node in document.findall(nodes.inline)] == ["7"]
    assert document.astext() == "2010年，7"


def test_the_mark_of_a_note_is_no_part_of_the_number_before_it():
    document = nodes.document(None, None)
    mark = nodes.footnote_reference("", "3")
    document += nodes.paragraph("", "", nodes.Text("共12"), mark, nodes.Text("人"))
    vertical.mark_numerals(document)
    assert [node.astext() for node in document.findall(nodes.inline)] == ["12", "3"]


def test_a_number_in_code_stays():
    document = nodes.document(None, None)
    section = nodes.section("", nodes.title("", "第3节"))
    section += nodes.paragraph("", "", nodes.literal("", "5"), nodes.strong("", "6"))
    document += section
    text = document.astext()
    vertical.mark_numerals(document)
    assert [node.astext() for node in document.findall(nodes.inline)] == ["3", "6"]
    assert not list(next(document.findall(nodes.literal)).findall(nodes.inline))
    assert document.astext() == text
