"""The files for download: found, described, listed on their page."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from downloads import files

SOURCE = ROOT / "tests" / "roots" / "test-downloads"


# -- Files -------------------------------------------------------------------------------------


def test_files_are_found_in_order(tmp_path: Path):
    for name in (
        "shu-zh-Hant-TW-vertical.epub",
        "shu-zh-Hant-TW.epub",
        "shu-zh-Hant-TW.pdf",
        "shu-zh-Hans.epub",
        "shu-zh-Hans-a4.pdf",
        "shu-zh-Hans.pdf",
        "shu-zh-Hant-HK.pdf",  # an edition not of this build
        "shu-zh-Hans.mobi",  # a format we do not make
        "shu-zh-Hans-draft.pdf",
        "qita-zh-Hans.pdf",
        "SHA256SUMS",
    ):
        (tmp_path / name).touch()
    found = files.find(tmp_path, "shu", ["zh-Hans", "zh-Hant-TW"])
    assert [file.name for file in found] == [
        "shu-zh-Hans.pdf",
        "shu-zh-Hans-a4.pdf",
        "shu-zh-Hans.epub",
        "shu-zh-Hant-TW.pdf",
        "shu-zh-Hant-TW.epub",
        "shu-zh-Hant-TW-vertical.epub",
    ]
    assert files.find(tmp_path / "none", "shu", ["zh-Hans"]) == []


def test_a_file_knows_its_size_and_checksum(tmp_path: Path):
    path = tmp_path / "shu-zh-Hans.pdf"
    path.write_bytes(b"abc")
    (file,) = files.find(tmp_path, "shu", ["zh-Hans"])
    assert file.size == 3
    # FIPS 180-4's own example
    assert file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0.1 KB"),
        (1_500, "1.5 KB"),
        (91_490, "91.5 KB"),
        (104_027, "104 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (1_234_567, "1.23 MB"),
        (45_678_901, "45.7 MB"),
        (456_789_012, "457 MB"),
    ],
)
def test_sizes_as_a_reader_wants_them(size, text):
    assert files.size_text(size) == text


# -- Pages -------------------------------------------------------------------------------------


def build(out: Path, edition: str, *editions: str) -> None:
    settings = [f"edition={edition}", f"editions_built={','.join(editions or [edition])}"]
    options = [word for setting in settings for word in ("-D", setting)]
    doctrees = out / f".doctrees-{edition}"
    folder = out / {"zh-Hant-TW": "zh-tw"}.get(edition, "")
    result = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", *options, "-d", doctrees, SOURCE, folder],
        env={**os.environ, "PYTHONPATH": str(ROOT / "_ext")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def hrefs(path: Path) -> list[str]:
    return [a["href"] for a in page(path).select("a[data-download], a[download]")]


def test_without_files_nothing_is_offered(tmp_path: Path):
    build(tmp_path, "zh-Hans")
    assert not (tmp_path / "downloads.html").exists()
    assert not (tmp_path / "downloads").exists()
    assert hrefs(tmp_path / "index.html") == []
    assert not page(tmp_path / "index.html").select("a.all")


def test_pages_lead_to_the_files_of_all_editions(tmp_path: Path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    names = ["shu-zh-Hans.pdf", "shu-zh-Hant-TW.pdf", "shu-zh-Hant-TW-vertical.epub"]
    for name in names:
        (folder / name).write_bytes(name.encode() * 100)
    for edition in ("zh-Hans", "zh-Hant-TW"):
        build(tmp_path, edition, "zh-Hans", "zh-Hant-TW")

    for place in ("index.html", "essays/e01.html", "downloads.html", "zh-tw/essays/e01.html"):
        found = hrefs(tmp_path / place)
        assert len(found) >= len(names), place
        for href in found:
            assert (tmp_path / place).parent.joinpath(href).resolve().parent == folder

    listed = page(tmp_path / "zh-tw/downloads.html")
    digests = [hashlib.sha256(name.encode() * 100).hexdigest() for name in names]
    assert [code.text for code in listed.select("code")] == digests
    assert [time["datetime"] for time in listed.select("time")] == ["2024-02-29"] * 3
    assert [a.text for a in listed.select("a.file")] == ["PDF", "PDF", "ePub（直排）"]
    (checked,) = listed.select(".plain a[download]")
    assert checked["href"] == "downloads/SHA256SUMS"


def test_the_page_lists_the_data_of_its_edition(tmp_path: Path):
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "shu-zh-Hans.pdf").write_bytes(b"a")
    (tmp_path / "downloads" / "words.csv").write_bytes(b"abc")
    build(tmp_path, "zh-Hans")
    listed = page(tmp_path / "downloads.html").select("a.file")
    assert [(a.text, a["href"]) for a in listed] == [
        ("PDF", "downloads/shu-zh-Hans.pdf"),
        ("words.csv · CSV", "downloads/words.csv"),
    ]
    assert not [href for href in hrefs(tmp_path / "index.html") if "words" in href]


def test_another_machine_lists_the_same(tmp_path: Path):
    pages = []
    for name in ("一", "two"):
        folder = tmp_path / name / "downloads"
        folder.mkdir(parents=True)
        for number, suffix in enumerate((".epub", ".pdf") if name == "two" else (".pdf", ".epub")):
            file = folder / f"shu-zh-Hans{suffix}"
            file.write_bytes(suffix.encode())
            os.utime(file, (number, number))
        build(tmp_path / name, "zh-Hans")
        pages.append((tmp_path / name / "downloads.html").read_bytes())
    assert pages[0] == pages[1]


def test_the_front_page_follows_its_files(tmp_path: Path):
    (tmp_path / "downloads").mkdir()
    file = tmp_path / "downloads" / "shu-zh-Hans.pdf"
    file.write_bytes(b"a")
    build(tmp_path, "zh-Hans")
    before = (tmp_path / "essays/e01.html").stat().st_mtime_ns
    file.write_bytes(b"b" * 4321)
    build(tmp_path, "zh-Hans")
    assert "4.32 KB" in page(tmp_path / "index.html").text
    assert "4.32 KB" in page(tmp_path / "downloads.html").text
    # An ordinary page names the file only, and need not be written again.
    assert (tmp_path / "essays/e01.html").stat().st_mtime_ns == before
