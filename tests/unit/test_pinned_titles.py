"""Places of editorial/conversion.yaml over the text: titles, bylines, marks, in every format."""

from __future__ import annotations

import json
import pickle
import re
import zipfile
from pathlib import Path

import pytest
from docutils import nodes
from edition.converters import converter_for
from edition.editor import EditorsWords, Place
from edition.overlay import Stretch
from edition.passages import Heads, Printed
from emended_books import build, outline, project

#: The forms are none that a dictionary gives, so that they tell who gave them.
PLACES = """places:
- {at: e01a-title, text: 动, form: 働}
- {at: e01a-subtitle, text: 做, form: 作}
- {at: e01a-byline, text: 于, form: 於}
- {at: e02a-title, text: 发, TW: 髮}
- {at: e02a-byline, text: 一, form: 壹, nth: 2}
- {at: e02a-h1, text: 识, form: 誌}
- {at: e03-marker, text: 篇, form: 編}
- {at: e03-title, text: 一, form: 壹}
- {at: e03b-title, text: 边, form: 邉}
- {at: e03b-byline, text: 建, form: 健}
- {at: front-p1, text: 后, form: 后}
"""
#: By chapter, as pages of the Taiwan edition show them.
TITLES = ["創先爭優活働心得體會", "關於學習科學髮展觀的心得體會", "壹等獎"]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("pinned") / "book")
    (folder / "editorial").mkdir()
    (folder / "editorial" / "conversion.yaml").write_text(PLACES, encoding="utf-8")
    return folder


def page(out: Path, name: str) -> str:
    """Give a page's own text, without the notes, whose lemmas are blocks of their own."""
    text = (out / "essays" / f"{name}.html").read_text(encoding="utf-8")
    return re.sub(r'<li class="note".*?</li>', "", text, flags=re.DOTALL)


def test_the_site_shows_them_wherever_it_shows_a_title(book: Path) -> None:
    out = build(book, "html", "zh-Hant-TW")
    first, second, third = (page(out, name) for name in ("e01", "e02", "e03"))
    assert "作貢獻" in first
    assert "於德水" in first
    assert "二〇一壹年七月" in second
    assert "一、提高認誌" in second
    assert "河邉的圖書室" in third
    assert "周健民" in third
    assert "收到的先后" in page(out, "front")
    contents = (out / "essays" / "index.html").read_text(encoding="utf-8")
    for number, title in enumerate(TITLES, 1):
        own = (out / "essays" / f"e0{number}.html").read_text(encoding="utf-8")
        assert f"　{title} · " in own
        assert f'<meta property="og:title" content="{title}">' in own
        listed = f"{title}</a>", f'{title}　<span class="by">'
        assert sum(map(contents.count, listed)) == 2  # sidebar and list
        plain = (out / "essays" / f"e0{number}.txt").read_text(encoding="utf-8")
        assert title in re.sub("［\\d］", "", plain)
        assert title in (out / "llms.txt").read_text(encoding="utf-8")
        assert title in (out / "search-index" / "index.js").read_text(encoding="utf-8")
    assert "第三編" in contents
    assert "第三篇" not in contents
    # The list of emendations is headed by the titles too.
    assert f"第二篇　{TITLES[1]}" in (out / "appendix/emendations.html").read_text("utf-8")


def test_the_front_matter_says_what_the_page_prints(book: Path) -> None:
    build(book, "html", "zh-Hant-TW")
    with (book / "_build" / "html-zh-Hant-TW-doctrees" / "environment.pickle").open("rb") as file:
        metadata = pickle.load(file).metadata
    first, third = metadata["essays/e01"], metadata["essays/e03"]
    assert (first["title"], third["title"], third["marker"]) == (TITLES[0], TITLES[2], "第三編")
    (work,) = json.loads(first["works"])
    assert (work["title"], work["subtitle"]) == (TITLES[0], "立足崗位作貢獻")
    assert (work["authors"], work["affiliation"]) == (["於德水"], "石橋小學")
    assert (work["id"], work["date"]) == ("e01a", "2011-12-05")
    assert [(work["title"], work["authors"]) for work in json.loads(third["works"])] == [
        ("山裡的圖書室", ["王小燕"]),
        ("河邉的圖書室", ["周健民"]),
    ]


def test_what_is_for_one_edition_stays_in_it(book: Path) -> None:
    out = build(book, "html", "zh-Hant-HK")
    assert "關於學習科學發展觀的心得體會 " in page(out, "e02")
    assert f"　{TITLES[0]} · " in page(out, "e01")
    own = build(book, "html", "zh-Hans")
    assert "　创先争优活动心得体会 · " in page(own, "e01")


def test_the_epub_and_the_pdf(book: Path) -> None:
    epubs = [*build(book, "epub", "zh-Hant-TW").glob("*.epub")]
    assert epubs
    wanted = ["第一篇　" + TITLES[0], "第二篇　" + TITLES[1], "第三編　" + TITLES[2]]
    for epub in epubs:  # set horizontally, and vertically
        with zipfile.ZipFile(epub) as archive:
            nav, ncx = (archive.read(name).decode() for name in ("nav.xhtml", "toc.ncx"))
            assert "於德水" in archive.read("essays/e01.xhtml").decode()
        for title in wanted:
            assert f">{title}</a>" in nav or f'>{title}<span class="by">' in nav
            assert f"<text>{title}" in ncx
    (pdf,) = build(book, "typst", "zh-Hant-TW").glob("*.pdf")
    marks = outline(pdf)
    assert [mark for mark in marks if mark in wanted][:3] == wanted
    assert {"一、提高認誌", "河邉的圖書室"} <= set(marks)


# -- the parts ---------------------------------------------------------------------


def converter(*places: Place):
    return converter_for("zh-Hant-TW", editors=EditorsWords(places=places))


def test_a_place_is_counted_through_the_lines_of_its_passage() -> None:
    convert = converter(Place("e01a-byline", "里", "里", 3)).convert
    lines, ahead = ["村里小学", "心里　家里"], ""
    shown = []
    for line in lines:
        shown.append(convert(line, "e01a", stretches=[Stretch("e01a-byline", 0, 5, ahead)]))
        ahead += f"{line}\n"
    assert shown == ["村裡小學", "心裡　家里"]


def test_only_the_passage_named_is_touched() -> None:
    # The mark and the title share a heading; the address of the heading is no passage.
    stretches = [Stretch("e01b-marker", 0, 4), Stretch("e01b-title", 5, 9)]
    for at, wanted in [
        ("e01b-title", "心得會里　會裏説會"),
        ("e01b-marker", "心得會裏　會里説會"),
        ("e01b", "心得會里　會里説會"),
    ]:
        convert = converter_for(
            "zh-Hant-TW", editors=EditorsWords(places=(Place(at, "里", "裏"),))
        ).convert
        plain = converter_for("zh-Hant-TW").convert("心得会里　会里说会")
        shown = convert("心得会里　会里说会", "e01b", stretches=stretches)
        changed = [n for n, (a, b) in enumerate(zip(plain, shown, strict=True)) if a != b]
        assert changed == [n for n, c in enumerate(wanted) if c == "裏"]


def document(works: str, marker: str = "") -> nodes.document:
    """Make a chapter's tree with a front matter and nothing else."""
    made = nodes.document(None, None)  # type: ignore[arg-type]
    fields = {"title": "总题", "marker": marker, "works": works}
    made += nodes.docinfo(
        "",
        *(
            nodes.field("", nodes.field_name("", k), nodes.field_body("", nodes.paragraph("", v)))
            for k, v in fields.items()
        ),
    )
    return made


def section(parent: nodes.Element, title: str, *ids: str) -> nodes.section:
    made = nodes.section("", nodes.title("", title), ids=list(ids))
    parent += made
    return made


def test_a_heading_of_a_work_is_its_mark_and_its_title() -> None:
    tree = document('[{"id": "e02a", "title": "甲"}, {"id": "e02b", "title": "山里"}]', "第二篇")
    chapter = section(tree, "总题", "e02", "id1")
    work = section(chapter, "之二　山里", "e02b", "id2")
    inner = section(work, "山里", "e02b-h1")
    heads = Heads(tree)
    assert heads.chapter == "e02"
    assert heads.stretches(chapter[0], "总题") == (Stretch("e02-title", 0, 2),)
    assert heads.stretches(work[0], "之二　山里") == (
        Stretch("e02b-title", 3, 5),
        Stretch("e02b-marker", 0, 2),
    )
    assert heads.stretches(inner[0], "山里") == ()


def test_a_title_that_heads_both_goes_by_both_names_and_a_mark_alone_by_its_own() -> None:
    tree = document('[{"id": "e02a", "title": "总题"}]', "第二篇")
    names = [
        one.passage
        for one in Heads(tree).stretches(section(tree, "总题", "e02a", "e02")[0], "总题")
    ]
    assert names == ["e02-title", "e02a-title"]
    alone = section(tree, "第二篇", "e02a", "e02")
    assert Heads(tree).stretches(alone[0], "第二篇") == (Stretch("e02-marker", 0, 3),)


def test_who_signs_below_a_letter_is_its_byline() -> None:
    tree = document('[{"id": "e02a", "title": "总题"}]')
    chapter = section(tree, "总题", "e02a", "e02")
    signed = nodes.paragraph("", "黎长河")
    editors = nodes.paragraph("", "某某", ids=["e02a-p3"])
    chapter += nodes.container("", signed, editors, classes=["signature"])
    heads = Heads(tree)
    assert heads.stretches(signed, "黎长河") == (Stretch("e02a-byline", 0, 3),)
    assert heads.stretches(editors, "某某") == ()


def test_a_page_that_is_no_chapter_has_no_passages() -> None:
    tree = document("")
    about = section(tree, "说明", "about")
    box = nodes.container("", nodes.paragraph("", "署名"), classes=["byline"])
    about += box
    heads = Heads(tree)
    assert (heads.chapter, heads.stretches(about[0], "说明"), heads.stretches(box[0], "署名")) == (
        "", (), (),
    )  # fmt: skip


def test_a_name_spaced_out_in_the_byline_is_the_same_name() -> None:
    printed = Printed(lambda value, passage: f"{value}@{passage}")
    printed.add((Stretch("e01a-byline", 0, 8),), "校长　丛　林　题", "校長　叢　林　題")
    works = '[{"id": "e01a", "title": "林", "authors": ["丛林", "丛 林", "于和"], "notes": 3}]'
    (work,) = json.loads(printed.field("works", works, "e01"))
    assert work["authors"] == ["叢林", "叢 林", "于和@e01a"]
    assert (work["title"], work["notes"]) == ("林@e01a-title", 3)
    assert printed.field("marker", "第一篇", "e01") == "第一篇@e01-marker"
    assert printed.field("volume", "[上", "") == "[上@"
