"""The sidebar: what it shows, what it costs, and that it is never out of date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT
from navigation import Navigation

SOURCE = ROOT / "tests" / "roots" / "test-website"


class Title(str):
    def astext(self) -> str:
        return str(self)


def book(volumes: int, chapters: int) -> Navigation:
    """A book of ``volumes`` volumes of ``chapters`` chapters each, and an appendix."""
    below = {"index": ["essays/index", "appendix/index"], "appendix/index": ["appendix/glossary"]}
    below["essays/index"] = [f"essays/v{v:03d}" for v in range(volumes)]
    for v in range(volumes):
        below[f"essays/v{v:03d}"] = [f"essays/e{v * chapters + c}" for c in range(chapters)]
    names = {"index", *(name for children in below.values() for name in children)}
    env = SimpleNamespace(
        titles={name: Title(f"题 {name}") for name in names},
        metadata={name: {"marker": f"第{name}篇"} for name in names},
        toctree_includes=below,
        config=SimpleNamespace(root_doc="index"),
    )
    builder = SimpleNamespace(get_relative_uri=lambda here, there: f"{here}>{there}.html")
    return Navigation(env, builder)  # type: ignore[arg-type]


def entries(view) -> int:
    return sum(1 + entries(item["items"] or []) for item in view)


def test_a_page_shows_the_chapters_of_its_volume_and_the_volumes_near_it():
    view = book(40, 50).view("essays/e1010")
    essays = view[0]
    shown = [item["docname"] for item in essays["items"]]
    assert shown == [f"essays/v{v:03d}" for v in range(16, 25)]
    assert essays["more"] == 31
    opened = [item for item in essays["items"] if item["items"]]
    assert [item["docname"] for item in opened] == ["essays/v020"]
    assert len(opened[0]["items"]) == 50
    assert view[1]["items"][0]["docname"] == "appendix/glossary"


@pytest.mark.parametrize("page", ["essays/e0", "essays/e1999", "essays/v000", "essays/v039"])
def test_the_first_and_last_volumes_show_as_many(page):
    assert len(book(40, 50).view(page)[0]["items"]) == 9


def test_a_page_outside_the_volumes_opens_none():
    view = book(40, 50).view("appendix/glossary")
    assert not [item for item in view[0]["items"] if item["items"]]


def test_the_front_page_shows_every_volume():
    essays = book(40, 50).view("index")[0]
    assert len(essays["items"]) == 40
    assert not essays["more"]


def test_what_a_page_shows_does_not_grow_with_the_book():
    assert entries(book(4, 50).view("essays/e60")) <= entries(book(20, 50).view("essays/e60"))
    assert entries(book(20, 50).view("essays/e60")) == entries(book(100, 50).view("essays/e60"))


def test_pages_of_a_volume_share_what_they_show():
    navigation = book(40, 50)
    assert navigation.view("essays/e50") is navigation.view("essays/e99")
    assert navigation.view("essays/e50") is not navigation.view("essays/e100")


def build(folder: Path) -> None:
    """Build the small book in a process of its own; any warning fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "_build/html"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "_ext"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def write_volumes(folder: Path, volumes: int, chapters: int) -> None:
    """Write a book in volumes into a copy of the test project."""
    essays = folder / "essays"
    essays.mkdir(parents=True)
    (folder / "conf.py").write_text(
        (SOURCE / "conf.py").read_text(encoding="utf-8")
        + f"\ntemplates_path = [{str(ROOT / '_templates')!r}]\n",
        encoding="utf-8",
    )
    (folder / "index.md").write_text(
        (SOURCE / "index.md").read_text(encoding="utf-8"), encoding="utf-8"
    )

    def toctree(names: list[str]) -> str:
        return "```{toctree}\n" + "\n".join(names) + "\n```\n"

    listed = [f"v{v:02d}" for v in range(volumes)]
    (essays / "index.md").write_text("# 总目\n\n" + toctree(listed), encoding="utf-8")
    for v, volume in enumerate(listed):
        names = [f"e{v * chapters + c}" for c in range(chapters)]
        (essays / f"{volume}.md").write_text(f"# 卷{v}\n\n{toctree(names)}", encoding="utf-8")
        for name in names:
            (essays / f"{name}.md").write_text(f"# 题{name}\n\n正文。\n", encoding="utf-8")


def test_a_changed_title_rewrites_the_pages_that_show_it_and_no_other(tmp_path: Path):
    folder = tmp_path / "book"
    write_volumes(folder, volumes=14, chapters=3)
    build(folder)
    pages = folder / "_build" / "html" / "essays"
    before = {page.name: page.stat().st_mtime_ns for page in pages.glob("*.html")}
    (folder / "essays" / "e4.md").write_text("# 新题\n\n正文。\n", encoding="utf-8")
    build(folder)
    after = {page.name: page.stat().st_mtime_ns for page in pages.glob("*.html")}
    rewritten = {name for name in after if after[name] != before[name]}
    assert {"e3.html", "e4.html", "e5.html", "v01.html"} <= rewritten
    assert not {"e0.html", "e1.html", "e9.html", "e30.html", "v13.html"} & rewritten
    for name in ("e3.html", "e5.html", "v01.html"):
        assert "新题" in (pages / name).read_text(encoding="utf-8")


def test_a_changed_paragraph_rewrites_its_page_alone(tmp_path: Path):
    folder = tmp_path / "book"
    write_volumes(folder, volumes=3, chapters=3)
    build(folder)
    pages = folder / "_build" / "html" / "essays"
    before = {page.name: page.stat().st_mtime_ns for page in pages.glob("e*.html")}
    (folder / "essays" / "e4.md").write_text("# 题e4\n\n另一句。\n", encoding="utf-8")
    build(folder)
    rewritten = [
        page.name for page in pages.glob("e*.html") if page.stat().st_mtime_ns != before[page.name]
    ]
    assert rewritten == ["e4.html"]


def test_the_html_is_made_once_and_the_page_marked_in_it():
    navigation, made = book(3, 4), []

    def make(view) -> str:
        made.append(view)
        return "".join(f"<a{item['slot']}>{item['title']}</a>" for item in view[0]["items"])

    for page in ("essays/v000", "essays/e1", "essays/v000"):
        html = navigation.sidebar(page, make)
        assert html.count("<a") == html.count("题") == 3
        assert html.count('<a aria-current="page">题 essays/v000<') == (page == "essays/v000")
        assert html.count("aria-current") == (page == "essays/v000")
        assert "\0" not in html
    assert len(made) == 1
