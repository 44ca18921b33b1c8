"""The root of a site leads to the book, whichever editions there are."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import published
import pytest
from test_website import SOURCE, XHTML, parse, run

EDITIONS = "zh-Hant-TW,zh-Hant-HK"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book in two editions, neither of which is at the root; Hong Kong's comes first."""
    folder = tmp_path_factory.mktemp("root") / "book"
    shutil.copytree(SOURCE, folder)
    conf = folder / "conf.py"
    conf.write_text(
        conf.read_text("utf-8") + '\nbook["editions"] = ["zh-Hant-HK", "zh-Hant-TW"]\n', "utf-8"
    )
    out = folder / "_build" / "html"
    run(folder, "zh-Hant-HK", out / "zh-hk", EDITIONS)
    run(folder, "zh-Hant-TW", out / "zh-tw", EDITIONS)
    return out


def test_the_root_leads_to_the_first_edition_and_to_the_others(site: Path):
    page = parse(site / "index.html")
    refresh = next(meta for meta in page.iter(XHTML + "meta") if meta.get("http-equiv"))
    assert refresh.get("content") == "0; url=zh-hk/index.html"
    links = [(a.get("href"), a.get("lang")) for a in page.iter(XHTML + "a")]
    assert links == [("zh-hk/index.html", "zh-Hant-HK"), ("zh-tw/index.html", "zh-Hant-TW")]
    assert all((site / href).is_file() for href, _ in links)


def test_the_root_has_what_a_host_looks_for_there(site: Path):
    maps = [
        line.removeprefix("Sitemap: ")
        for line in (site / "robots.txt").read_text("utf-8").splitlines()
        if line.startswith("Sitemap: ")
    ]
    home = urljoin(maps[0], "..")
    assert maps == [f"{home}zh-tw/sitemap.xml", f"{home}zh-hk/sitemap.xml"]
    assert (site / "404.html").read_bytes() == (site / "zh-hk/404.html").read_bytes()


def test_whoever_writes_the_root_writes_the_same(site: Path):
    before = {path: path.read_bytes() for path in site.iterdir() if path.is_file()}
    assert len(before) == 3
    run(site.parents[1], "zh-Hant-HK", site / "zh-hk", EDITIONS)
    assert {path: path.read_bytes() for path in site.iterdir() if path.is_file()} == before


def test_an_edition_built_elsewhere_writes_nothing_above_its_folder(tmp_path: Path):
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    run(folder, "zh-Hant-TW", tmp_path / "site" / "out", "zh-Hant-TW")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["out"]


def test_the_way_in_makes_room_for_an_edition_at_the_root(tmp_path):
    index = tmp_path / "index.html"
    index.touch()
    published.remove_way_in(tmp_path, ["zh-Hant-TW"])
    assert index.exists()
    published.remove_way_in(tmp_path, ["zh-Hans"])
    assert not index.exists()
    for name in ("index.html", "sitemap.xml"):
        (tmp_path / name).touch()
    published.remove_way_in(tmp_path, ["zh-Hans"])
    assert index.exists()
