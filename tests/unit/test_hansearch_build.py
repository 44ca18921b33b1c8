"""The search as Sphinx builds it: what is found where, and that every way of building agrees."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sources
from hansearch import files, fold
from hansearch.domain import domain_of
from hansearch.fold import SEPARATOR
from sphinx.errors import ThemeError
from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parents[1] / "roots" / "test-hansearch"


@pytest.fixture
def source(tmp_path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "source"))


@pytest.fixture
def build(make_app, source):
    """Build the project, without a warning, and return the application."""
    earlier: list[SphinxTestApp] = []

    def run(builder: str = "html", out: str = "out", parallel: int = 0, **settings: object):
        while earlier:
            earlier.pop().cleanup()  # two applications would register their nodes twice
        app = make_app(
            builder,
            srcdir=source,
            builddir=source.parent / out,
            confoverrides=settings,
            parallel=parallel,
        )
        earlier.append(app)
        app.build()
        assert app.warning.getvalue() == ""
        return app

    return run


def blocks(app: SphinxTestApp, docname: str) -> list[tuple[str, str, str, str]]:
    return [tuple(block) for block in domain_of(app.env).documents[docname].open().blocks]


def index(app: SphinxTestApp) -> dict[str, str]:
    folder = Path(app.outdir) / "search-index"
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_a_chapter_gives_every_block_with_its_address(build):
    app = build()
    assert blocks(app, "essays/e01") == [
        ("h", "e01a", "", "第一篇　心得体会"),
        ("h", "e01a", "", "破解发展难题"),
        ("h", "e01a", "", "庄严"),
        ("h", "e01a", "", "2010年10月20日"),
        ("p", "e01a-p1", "", "一、提高认识。增加4.2米大磨和110KV变电站，“创先”、“争优”。"),
        ("s", "e01a-p1", "", "增加4.2米大摩和110KV变电站，“创先”、“争优”。"),
        ("h", "e01a-h1", "", "二、抓好落实"),
        ("p", "e01a-p2", "二、抓好落实", "1、着手理发，反复发展。"),
        ("p", "e01a-p3", "二、抓好落实", "2、<script>alert(1)</script>与𠮷野家。"),
        ("n", "e01a-n1", "", "大磨　原作　大摩　形近而误。"),
    ]
    assert ("p", "e02b-p1", "乙文", "三会一课，争优创先。") in blocks(app, "essays/e02")
    html = (Path(app.outdir) / "essays" / "e01.html").read_text("utf-8")
    for _, anchor, _, _ in blocks(app, "essays/e01"):
        assert f'id="{anchor}"' in html


def test_a_glossary_entry_gives_its_names_and_what_it_says(build):
    app = build()
    label = "slogan-san-hui-yi-ke"
    names = SEPARATOR.join(["三会一课", "sān huì yī kè", "三课", "一课三会"])
    variants = "又作：三课（误写：漏“会”（脱字）、见上）、一课三会"
    said = SEPARATOR.join(["党的组织生活制度。", variants])
    assert blocks(app, "appendix/glossary") == [
        ("t", label, "", names),
        ("g", label, "三会一课", said),
    ]


SOURCE_TEXT = """---
title: 底本
chapter: 3
works:
  - {id: e03a, title: 底本}
---
(e03)=
(e03a)=
# 底本

(e03a-p1)=
头一句没有改。第二句认真[^e03a-n1]地改了。第三句也改正[^e03a-n2]了！末一句没有，疑处[^e03a-n3]照旧。

(e03a-p2)=
只改了标点，[^e03a-n4]字没有动。

(e03a-p3)=
“甲乙[^e03a-n5]丙。”中间一句。丁戊[^e03a-n6]己。

[^e03a-n1]: **认真**　原作　*任真*　音近而误。

[^e03a-n2]: **改正**　原作　*该正*　音近而误。

[^e03a-n3]: **疑处**　疑当作　*疑似处*　或脱一字。

[^e03a-n4]: **，**　原作　*、*　误。

[^e03a-n5]: **甲乙**　原作　*甲已*　误。

[^e03a-n6]: **丁戊**　原作　*丁戌*　误。
"""


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant-TW"])
def test_emended_sentences_are_found_as_the_source_has_them(build, source, edition):
    """Whole sentences, and only those: what a search knows of the source stays small."""
    (source / "essays" / "e02.md").write_text(SOURCE_TEXT, "utf-8")
    found = [b for b in blocks(build(edition=edition), "essays/e02") if b[0] in "ps"]
    assert [block[:2] for block in found] == [
        ("p", "e03a-p1"),
        ("s", "e03a-p1"),
        ("p", "e03a-p2"),
        ("p", "e03a-p3"),
        ("s", "e03a-p3"),
    ]
    if edition == "zh-Hans":
        first, second = "第二句任真地改了。第三句也该正了！", ["“甲已丙。”", "丁戌己。"]
    else:
        first, second = "第二句任真地改了。第三句也該正了！", ["「甲已丙。」", "丁戌己。"]
    assert [found[1][3], found[4][3]] == [first, SEPARATOR.join(second)]


def test_other_pages_take_no_part(build):
    app = build()
    assert set(domain_of(app.env).documents) == {
        "essays/e01",
        "essays/e02",
        "essays/e10",
        "appendix/glossary",
    }


def test_chapters_stand_in_the_order_of_the_book(build):
    content = index(build())["index.js"]
    places = [
        content.index(name) for name in ("essays/e01", "essays/e02", "essays/e10", "glossary")
    ]
    assert places == sorted(places)


def test_an_edition_is_searched_in_its_own_text(build):
    app = build(edition="zh-Hant-TW")
    texts = [block[3] for block in blocks(app, "essays/e01")]
    assert "1、著手理髮，反覆發展。" in texts
    assert "「創先」、「爭優」。" in texts[4]


def test_sphinx_has_no_index_beside_ours(build):
    app = build()
    assert not (Path(app.outdir) / "searchindex.js").exists()
    assert (Path(app.outdir) / "search.html").read_text("utf-8") == "<title>搜索</title>"


@pytest.mark.parametrize("builder", ["singlehtml", "text"])
def test_where_there_are_no_pages_there_is_no_search(build, builder):
    app = build(builder, html_search_language="en")  # Sphinx's own Chinese index is no subject here
    assert not (Path(app.outdir) / "search-index").exists()


def test_built_again_by_four_at_once_it_is_the_same(build):
    alone = index(build())
    assert index(build(out="four", parallel=4)) == alone


def test_what_changes_is_all_that_changes(build, source):
    before = index(build())
    chapter = source / "essays" / "e02.md"
    chapter.write_text(chapter.read_text("utf-8").replace("显著的", "公认的"), "utf-8")
    again = index(build())
    assert again == index(build(out="fresh"))
    assert again != before
    unchanged = {name for name in before if name.startswith("t-")} & set(again)
    assert len(unchanged) == 3  # the texts of the other documents


def test_a_chapter_that_goes_leaves_nothing(build, source):
    build()
    (source / "essays" / "e10.md").unlink()
    contents = source / "index.md"
    contents.write_text(contents.read_text("utf-8").replace("essays/e10\n", ""), "utf-8")
    again = index(build())
    assert again == index(build(out="fresh"))
    assert not any("净" in content for content in again.values())


@pytest.mark.parametrize("parallel", [0, 2])
def test_a_build_that_fails_leaves_the_index_as_it_was(build, source, parallel):
    before = index(build(parallel=parallel))
    chapter = source / "essays" / "e02.md"
    chapter.write_text(chapter.read_text("utf-8").replace("显著的", "公认的"), "utf-8")
    template = source / "_templates" / "search.html"
    template.write_text("{% nonsense %}", "utf-8")
    with pytest.raises(ThemeError):
        build(parallel=parallel)
    assert {
        p.name: p.read_text("utf-8") for p in (source.parent / "out").rglob("search-index/*")
    } == before


def test_an_index_of_the_same_texts_is_not_made_again(build, source, monkeypatch):
    before = index(build())
    monkeypatch.setattr(files, "build", lambda *_: pytest.fail("made again"))
    (source / "index.md").write_text(
        (source / "index.md").read_text("utf-8") + "\n又一句。\n", "utf-8"
    )
    assert index(build()) == before


def test_another_program_makes_another_index(build, source, monkeypatch):
    """A search that was taught something finds it, though no text has changed."""
    build()
    program = source / "press"
    program.mkdir()
    (program / "fold.py").write_text("PAIRS = 1\n", "utf-8")
    monkeypatch.setattr(sources, "EXTENSIONS", program)
    monkeypatch.setattr(fold, "_ALTERNATES", fold._ALTERNATES + " 发屮")
    again = index(build())
    assert "发屮" in again["index.js"]
    assert again == index(build(out="fresh"))


@pytest.mark.parametrize("letter", ["p", "t"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_an_index_of_which_a_file_is_missing_is_made_whole(build, letter, harm):
    app = build()
    before = index(app)
    harm(next((Path(app.outdir) / "search-index").glob(f"{letter}-*.js")))
    assert index(build()) == before
