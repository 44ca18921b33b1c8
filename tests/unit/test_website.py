"""The site around the text: hostile titles, plain text, lengths, sitemap, the theme weight."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import html5lib
import linebreaks
import pytest
from conftest import ROOT
from docutils import nodes
from linebreaks import words
from website import lengths, outputs
from website.plaintext import inline_text

SOURCE = ROOT / "tests" / "roots" / "test-website"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "甲</script><img src=x onerror=alert(1)>"


def run(folder: Path, edition: str, site: Path, editions: str = "zh-Hans,zh-Hant-TW") -> None:
    """Build one edition in a process of its own; any warning fails the test."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html"),
            *("-d", str(folder / "_build" / edition), "-D", f"edition={edition}"),
            *("-D", f"editions_built={editions}"),
            *("-D", f"templates_path={ROOT / '_templates'}", ".", str(site)),
        ],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "_ext"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book, built in two editions."""
    folder = tmp_path_factory.mktemp("website") / "book"
    shutil.copytree(SOURCE, folder)
    out = folder / "_build" / "html"
    run(folder, "zh-Hans", out)
    run(folder, "zh-Hant-TW", out / "zh-tw")
    return out


def parse(path: Path) -> ET.Element:
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=True)


def texts(tree: ET.Element, tag: str) -> list[str]:
    return ["".join(node.itertext()) for node in tree.iter(XHTML + tag)]


@pytest.mark.parametrize(
    "page", ["essays/e01.html", "essays/e02.html", "essays/index.html", "index.html", "404.html"]
)
def test_a_hostile_title_is_text_wherever_it_stands(site: Path, page: str):
    tree = parse(site / page)
    sources = [image.get("src") for image in tree.iter(XHTML + "img")]
    assert "x" not in sources
    assert not [node for node in tree.iter() if node.get("onerror")]
    names = [link for link in texts(tree, "a") if HOSTILE in link]
    assert names, "the sidebar shows the title"


def test_the_data_of_a_page_holds_hostile_text_as_it_is(site: Path):
    tree = parse(site / "essays" / "e01.html")
    (block,) = [s for s in tree.iter(XHTML + "script") if s.get("id") == "page-data"]
    data = json.loads(block.text or "")
    assert "乙" in (block.text or ""), "in its own characters, not in escapes twice as long"
    assert data["works"][0]["title"] == HOSTILE
    assert data["works"][0]["authors"] == ['乙"<b>']
    assert data["address"] == "https://example.org/shiyin/essays/e01.html"


def test_what_looks_like_a_template_or_markup_stays_as_it_stands(site: Path):
    expected = "](https://example.com) | &lt; {{ 7*7 }} {% raw %}"
    assert expected in texts(parse(site / "essays" / "e01.html"), "main")[0]
    assert expected in (site / "essays" / "e01.txt").read_text(encoding="utf-8")


def test_the_plain_text_has_every_block_on_a_line_of_its_own(site: Path):
    text = (site / "essays" / "e01.txt").read_text(encoding="utf-8")
    assert text.split("\n\n") == [
        HOSTILE,
        "改正［1］了 110KV 的一处。",
        "一、小题",
        "](https://example.com) | &lt; {{ 7*7 }} {% raw %}",
        "［1］改正　原作　该正　音近而误。\n",
    ]


def test_a_note_stands_in_a_list_and_leads_back(site: Path):
    tree = parse(site / "essays" / "e01.html")
    (note,) = [li for li in tree.iter(XHTML + "li") if li.get("id") == "e01a-n1"]
    (back,) = [a for a in note.iter(XHTML + "a") if a.get("role") == "doc-backlink"]
    (mark,) = [a for a in tree.iter(XHTML + "a") if a.get("role") == "doc-noteref"]
    assert back.get("href") == "#" + mark.get("id", "") == "#e01a-n1-ref"
    assert mark.get("href") == "#e01a-n1"


def test_a_page_says_what_it_is_to_other_sites(site: Path):
    tree = parse(site / "zh-tw" / "essays" / "e02.html")
    properties = {
        m.get("property") or m.get("name"): m.get("content") for m in tree.iter(XHTML + "meta")
    }
    assert properties["og:title"] == "乙"
    assert properties["og:locale"] == "zh_TW"
    assert properties["og:url"] == "https://example.org/shiyin/zh-tw/essays/e02.html"
    assert properties["og:image"] == "https://example.org/shiyin/zh-tw/_static/card.png"
    assert (site / "zh-tw" / "_static" / "card.png").read_bytes().startswith(b"\x89PNG")
    alternates = {
        link.get("hreflang"): link.get("href")
        for link in tree.iter(XHTML + "link")
        if link.get("rel") == "alternate"
    }
    assert set(alternates) == {"zh-Hans", "zh-Hant-TW", "x-default"}
    assert alternates["x-default"] == "https://example.org/shiyin/essays/e02.html"


def test_a_page_of_contents_is_described_by_the_titles_it_lists(site: Path):
    tree = parse(site / "essays" / "index.html")
    described = {m.get("name"): m.get("content") for m in tree.iter(XHTML + "meta")}
    assert described["description"] == f"{HOSTILE}、乙"


def test_the_sitemap_gives_each_page_with_its_editions(site: Path):
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    root = ET.parse(site / "zh-tw" / "sitemap.xml").getroot()
    addresses = [loc.text for loc in root.findall("s:url/s:loc", space)]
    assert addresses == [
        f"https://example.org/shiyin/zh-tw/{page}.html"
        for page in ("index", "essays/index", "essays/e01", "essays/e02")
    ]
    first = root.find("s:url", space)
    assert first is not None
    assert [link.get("hreflang") for link in first.findall("x:link", space)] == [
        "zh-Hans",
        "zh-Hant-TW",
        "x-default",
    ]


@pytest.mark.parametrize("kind", [",".join, list])
def test_the_sitemap_names_a_default_of_a_page_that_only_some_editions_have(monkeypatch, kind):
    page = "appendix/conversion"
    monkeypatch.setattr(outputs, "pages", lambda app: [page])
    book = {"url": "https://example.org/shiyin/", "script": "Hans"}
    codes = kind(["zh-Hans", "zh-Hant-TW"])  # the present edition is one of the build, named or not
    config = SimpleNamespace(
        edition="zh-Hant-HK", edition_source="zh-Hans", editions_built=codes, book=book
    )
    app = SimpleNamespace(
        config=config,
        builder=SimpleNamespace(get_target_uri="{}.html".format),
    )
    links = re.findall(r'hreflang="([^"]+)" href="([^"]+)"', outputs.sitemap(app))
    assert links == [
        ("zh-Hant-TW", f"https://example.org/shiyin/zh-tw/{page}.html"),
        ("zh-Hant-HK", f"https://example.org/shiyin/zh-hk/{page}.html"),
        ("x-default", f"https://example.org/shiyin/zh-tw/{page}.html"),
    ]


def test_one_robots_file_names_the_sitemap_of_every_edition(site: Path):
    assert (site / "robots.txt").read_text(encoding="utf-8").splitlines()[-2:] == [
        "Sitemap: https://example.org/shiyin/sitemap.xml",
        "Sitemap: https://example.org/shiyin/zh-tw/sitemap.xml",
    ]
    assert not (site / "zh-tw" / "robots.txt").exists()


def test_llms_txt_leads_to_the_plain_text(site: Path):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# 试印\n\n> 一本只为试验的书。\n")
    assert "- [第二篇 乙](https://example.org/shiyin/essays/e02.txt): 乙、于丙、丁小后\n" in text
    assert "\n公有领域\n" in text
    assert "\n公有領域\n" in (site / "zh-tw" / "llms.txt").read_text(encoding="utf-8")


def test_the_page_for_404_is_tied_to_the_path_a_host_serves_it_at(site: Path):
    for folder, path in (("", "/shiyin/"), ("zh-tw", "/shiyin/zh-tw/")):
        (base,) = parse(site / folder / "404.html").iter(XHTML + "base")
        assert base.get("href") == path
        assert not list(parse(site / folder / "index.html").iter(XHTML + "base"))


@pytest.mark.parametrize("url", ["https://shiyin.example.org/", "https://shiyin.example.org"])
def test_a_site_with_a_host_of_its_own_has_its_page_for_404_at_the_root(url):
    config = SimpleNamespace(edition="zh-Hant-HK", book={"url": url})
    ((_, context, _),) = outputs.collect_pages(SimpleNamespace(config=config))
    assert context["base"] == "/zh-hk/"
    config.edition = "zh-Hans"
    ((_, context, _),) = outputs.collect_pages(SimpleNamespace(config=config))
    assert context["base"] == "/"


def test_a_second_build_gives_the_same_bytes(site: Path, tmp_path: Path):
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    out = folder / "_build" / "html"
    run(folder, "zh-Hans", out)
    for made in sorted(out.rglob("*")):
        if made.is_file():
            assert made.read_bytes() == (site / made.relative_to(out)).read_bytes(), made


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("创先争优", 4),
        ("“五个好”、", 6),
        ("110KV 变电站", 4),
        ("高4.2米", 3),
        ("2010年10月20日", 6),
        (" \u3000\n", 0),
    ],
)
def test_length_counts_characters_and_marks_singly_and_latin_by_the_word(text, length):
    assert lengths.count(text) == length


@pytest.mark.parametrize(("length", "minutes"), [(0, 1), (1, 1), (400, 1), (401, 2), (2000, 5)])
def test_reading_time_is_rounded_up(length, minutes):
    assert lengths.minutes(length) == minutes


def test_the_marks_of_notes_are_not_text():
    paragraph = nodes.paragraph("", "前")
    paragraph += nodes.footnote_reference("", "12")
    paragraph += nodes.Text("后")
    assert inline_text(paragraph) == "前后"
    assert inline_text(paragraph, mark="［{}］") == "前［12］后"


def test_the_theme_still_does_by_itself_what_the_builder_leaves_out(tmp_path: Path):
    """When this fails, the theme has changed: see whether ``drop_theme_handlers`` is needed."""
    (tmp_path / "conf.py").write_text("html_theme = 'sphinx_book_theme'\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text("书\n==\n\n正文。\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", "out"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "fontawesome" in page
    assert "document.documentElement.dataset.mode" in page, "an inline script"


def test_contents_name_the_authors_after_a_title_that_does_not(site: Path) -> None:
    """In a book whose texts have the same title they tell one from another."""

    def links(page: str) -> list[str]:
        return texts(parse(site / page), "a")

    assert "第二篇乙\u3000于丙、丁小后" in links("index.html")
    assert "第二篇\u3000于丙、丁小后乙" in links("essays/e01.html"), "the sidebar: above the title"
    contents = links("essays/index.html")
    assert "第二篇乙\u3000于丙、丁小后" in contents
    assert "乙之外\u3000于丙" in contents
    assert "第二篇乙\u3000于丙、丁小後" in links("zh-tw/essays/index.html")


def test_a_chapter_of_several_works_has_one_title_and_a_place_for_each(site: Path) -> None:
    page = parse(site / "essays" / "e02.html")
    assert texts(page, "h1") == ["乙"]
    assert [t for t in texts(page, "h2") if "乙" in t] == ["乙之外"]
    works = [s.get("id") for s in page.iter(XHTML + "section") if s.get("class") == "work"]
    assert works == ["e02b"]
    assert {"e02", "e02a"} <= {node.get("id") for node in page.iter()}
    nav = next(n for n in page.iter(XHTML + "nav") if n.get("class") == "page-nav")
    assert texts(nav, "a") == ["乙之外", "一、抓住，放下"], "one work has headings: worth a list"


def test_a_heading_of_short_phrases_breaks_between_them(site: Path) -> None:
    page = parse(site / "essays" / "e02.html")
    classes = {
        "".join(h.itertext()): h.get("class")
        for tag in ("h2", "h3")
        for h in page.iter(XHTML + tag)
    }
    assert classes["一、抓住，放下"] == "phrases"
    assert classes["乙之外"] is None


def test_a_long_title_breaks_between_words() -> None:
    title = "关于加强农村图书室建设，推动“全民阅读、书香校园”活动（初稿）"
    assert words(title, "zh-Hans") == [
        "关于", "加强", "农村", "图书室", "建设，", "推动",
        "“全民", "阅读、", "书香", "校园”", "活动", "（初稿）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“书”“人”“事”三者", ["“书”", "“人”", "“事”三者"]),
        (
            "地址是tushushi@xinxiang.example.com，",
            ["地址是tushushi@", "xinxiang.", "example.", "com，"],
        ),
        ("有3.1415和a-b。", ["有3.1415和a-b。"]),
        (f"码是{'a1b2' * 8}，", ["码是a1b2", *["a1b2"] * 6, "a1b2，"]),
    ],
)
def test_lines_break_where_unicode_knows_no_place(text: str, parts: list[str]) -> None:
    assert linebreaks.parts(text) == parts


def test_the_way_back_says_what_it_leads_to(site: Path) -> None:
    page = parse(site / "essays" / "e01.html")
    links = {a.get("rel"): "".join(a.itertext()) for a in page.iter(XHTML + "a") if a.get("rel")}
    assert links["next"].startswith("下一篇")
    assert not links["prev"].startswith("上一篇"), "the contents are no 篇"


def test_the_contents_of_volumes_name_the_chapters_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    index = folder / "essays" / "index.md"
    page = index.read_text(encoding="utf-8")
    volume = page.replace("(essays)=", "(v01)=").replace(":maxdepth: 2", ":maxdepth: 1")
    (folder / "essays" / "v01.md").write_text(volume, encoding="utf-8")
    index.write_text(page.replace("e01\ne02", "v01"), encoding="utf-8")
    run(folder, "zh-Hans", folder / "out")
    listed = parse(folder / "out" / "essays" / "index.html")
    assert [text for text in texts(listed, "small") if "篇" in text][-2:] == ["第一篇", "第二篇"]


def test_pages_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    kept = ["essays/e01.html", "essays/e01.txt", "essays/figure.png", "appendix/index.html"]
    kept += ["404.html", "appendix/notes.txt", "downloads/e02.html", "zh-tw/essays/e02.html"]
    gone = ["essays/e02.html", "essays/e02.txt", "essays/v01.html", "appendix/glossary.html"]
    gone += ["appendix/conversion.html", "appendix/conversion.tsv"]
    for name in kept + gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    env = SimpleNamespace(found_docs={"index", "essays/e01", "appendix/index"})
    outputs.remove_pages_that_are_gone(SimpleNamespace(outdir=tmp_path, env=env))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)
    outputs.remove_pages_that_are_gone(SimpleNamespace(outdir=tmp_path / "none", env=env))


def test_a_second_edition_loses_its_pages_with_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    site = folder / "_build" / "html"
    for part, edition in (("", "zh-Hans"), ("zh-tw", "zh-Hant-TW")):
        (site / part / "appendix").mkdir(parents=True)
        (site / part / "appendix" / "glossary.html").touch()
        run(folder, edition, site / part)
    assert not list(site.rglob("glossary.html"))


def test_the_list_of_objects_is_written_when_it_changes(tmp_path: Path):
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    site = folder / "_build" / "html"
    inventory, chapter = site / "objects.inv", folder / "essays" / "e01.md"

    def rebuilt() -> tuple[bytes, int]:
        run(folder, "zh-Hans", site)
        return inventory.read_bytes(), inventory.stat().st_mtime_ns

    first = rebuilt()
    chapter.write_text(chapter.read_text("utf-8") + "\n补一句。\n", "utf-8")
    assert rebuilt() == first
    inventory.unlink()
    assert rebuilt()[0] == first[0]
    chapter.write_text(chapter.read_text("utf-8") + "\n(e01a-p99)=\n又一句。\n", "utf-8")
    assert rebuilt()[0] != first[0]


@pytest.mark.parametrize("name", ["essays/e01.txt", "essays/e01.html", "essays/index.html"])
def test_what_is_missing_or_empty_is_made_again(tmp_path: Path, name: str):
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    site = folder / "_build" / "html"
    run(folder, "zh-Hans", site)
    before = (site / name).read_bytes()
    (site / name).write_bytes(b"")
    run(folder, "zh-Hans", site)
    assert (site / name).read_bytes() == before
    (site / name).unlink()
    run(folder, "zh-Hans", site)
    assert (site / name).read_bytes() == before
