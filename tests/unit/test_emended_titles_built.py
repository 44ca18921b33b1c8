"""Emended titles in the built book; the golden case ``emended-titles`` has a slip of each kind."""

from __future__ import annotations

import pickle
import re
import zipfile
from pathlib import Path

import pytest
from emended_books import TITLES, build, outline, project
from sphinx.util.inventory import InventoryFile


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the pages of the golden case and the project around them."""
    return project(tmp_path_factory.mktemp("emended") / "book")


@pytest.mark.parametrize(
    ("edition", "title", "prize"),
    [("zh-Hans", TITLES[1], "一等奖"), ("zh-Hant-TW", "關於學習科學發展觀的心得體會", "一等獎")],
)
def test_the_site(book: Path, edition: str, title: str, prize: str) -> None:
    out = build(book, "html", edition)
    page = (out / "essays" / "e02.html").read_text(encoding="utf-8")
    assert f"　{title} · " in page
    assert f'<meta property="og:title" content="{title}">' in page
    assert re.search(
        r"<h1[^>]*>.*<span class=\"emended\" data-other=\"[^\"]+\">.*e02a-n1-ref", page
    )
    contents = (out / "essays" / "index.html").read_text(encoding="utf-8")
    article = contents[contents.index("<article") :]
    assert f"{title}</a>" in article or f'{title}　<span class="by">' in article
    assert "emended" not in article
    assert contents.count(f"{prize}</a>") == 2  # sidebar and list
    apparatus = (out / "appendix" / "emendations.html").read_text(encoding="utf-8")
    for target in (
        "e01.html#e01a-subtitle", "e01.html#e01a-byline", "e02.html#e02", "e03.html#e03",
        "e03.html#e03a", "e03.html#e03b-byline", "front.html#front-p1",
    ):  # fmt: skip
        assert f'href="../essays/{target}"' in apparatus, target
        file, _, anchor = target.partition("#")
        assert f'id="{anchor}"' in (out / "essays" / file).read_text(encoding="utf-8"), target
    for name in ("e01", "e02", "e03"):
        assert not re.search("征优|發展現|发展现|一等讲|一等講", _without_notes(out, name)), name


def test_titles_have_no_numbers_of_notes_wherever_they_are_told(book: Path) -> None:
    out = build(book, "html")
    inventory = InventoryFile.loads((out / "objects.inv").read_bytes(), uri="")
    labels = inventory.data["std:label"]
    named = {name: labels[name].display_name for name in ("e02", "e03", "e03a")}
    assert named == {"e02": TITLES[1], "e03": TITLES[2], "e03a": "山里的图书室"}
    with (book / "_build" / "html-zh-Hans-doctrees" / "environment.pickle").open("rb") as handle:
        works = pickle.load(handle).domaindata["slogans"]["works"]
    assert works["essays/e02"] == {"e02a": TITLES[1]}
    assert works["essays/e03"]["e03a"] == "山里的图书室"


def _without_notes(out: Path, name: str) -> str:
    page = (out / "essays" / f"{name}.html").read_text(encoding="utf-8")
    page = re.sub(r'<li class="note".*?</li>', "", page, flags=re.DOTALL)
    return re.sub(r'data-other="[^"]*"', "", page)


def test_the_epub(book: Path) -> None:
    (path,) = build(book, "epub").glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        files = {n: archive.read(n).decode() for n in archive.namelist() if n.endswith("ml")}
        ncx = archive.read("toc.ncx").decode()
    for title in ("第一篇　" + TITLES[0], "第二篇　" + TITLES[1], "第三篇　" + TITLES[2]):
        nav = files["nav.xhtml"]
        assert f">{title}</a>" in nav or f'>{title}<span class="by">' in nav
        assert f"<text>{title}" in ncx
    assert "文字<" in files["essays/front.xhtml"]
    assert re.search(f"<title>[^<]*{TITLES[1]}</title>", files["essays/e02.xhtml"])


def test_the_pdf(book: Path) -> None:
    (path,) = build(book, "typst").glob("*.pdf")
    marks = outline(path)
    wanted = [f"第{n}篇　{title}" for n, title in zip("一二三", TITLES, strict=True)]
    assert [mark for mark in marks if mark in wanted][:3] == wanted
    assert "卷首" in marks
