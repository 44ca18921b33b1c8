"""An edition as Sphinx sees it: what is converted, what is not, in which language."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docutils import nodes
from edition.converters import converter_for
from edition.record import EditionRecord
from edition.settings import converter
from edition.switch import add_context
from edition.transform import EditionTransform, blocks, plain_text
from sphinx.errors import ConfigError
from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parents[1] / "roots" / "test-edition"


@pytest.fixture
def built(tmp_path, make_app):
    """Build the project in an edition, without a warning, and return the application."""

    earlier: list[SphinxTestApp] = []

    def build(edition: str, **settings: object) -> SphinxTestApp:
        source = tmp_path / "source"
        if not source.exists():
            shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns("_build"))
        while earlier:
            earlier.pop().cleanup()  # two applications would register their nodes twice
        parallel = settings.pop("parallel", 0)
        app = make_app(
            str(settings.pop("builder", "html")),
            srcdir=source,
            builddir=tmp_path / f"build-{edition}",
            confoverrides={"edition": edition, **settings},
            parallel=parallel,
        )
        earlier.append(app)
        app.build()
        assert app.warning.getvalue() == ""
        return app

    return build


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        ("zh-Hant-TW", ["新征程上的好幹部", "裡寫著「他說『幹部』好」", "于家店發展製種"]),
        ("zh-Hant-HK", ["新征程上的好幹部", "裏寫着「他説『幹部』好」", "于家店發展製種"]),
    ],
)
def test_text_is_converted_across_markup(built, edition, words):
    app = built(edition)
    text = app.env.get_doctree("essays/e01").astext()
    for word in words:
        assert word in text
    html = (app.outdir / "essays/e01.html").read_text("utf-8")
    assert "新征程上的<strong>好幹</strong>部" in html
    assert f'<html lang="{edition}"' in html
    assert app.config.epub_language == edition


def test_what_is_not_prose_stays(built):
    html = (built("zh-Hant-TW").outdir / "essays/e01.html").read_text("utf-8")
    assert "代码里的发展" in html
    assert "代码块里的干部" in html
    assert "%E5%90%8E%E6%9D%A5" in html  # the URL's 后来
    assert '<span class="verbatim">后来</span>的發展' in html
    assert 'alt="圖裡的幹部"' in html


def test_titles_terms_and_metadata_are_the_editions(built):
    app = built("zh-Hant-TW")
    env = app.env
    assert env.titles["essays/e01"].astext() == "新征程上的好幹部"
    assert env.metadata["essays/e01"]["title"] == "新征程上的好幹部"
    assert '"\\u8ac7\\u300c\\u767c\\u5c55\\u300d"' in env.metadata["essays/e01"]["works"]
    toctree = next(env.get_doctree("index").findall(lambda node: node.tagname == "toctree"))
    assert toctree["caption"] == "目錄裡的話"
    assert toctree["entries"][0] == ("後來的話", "essays/e01")
    html = (app.outdir / "essays/e01.html").read_text("utf-8")
    assert 'href="../appendix/index.html#term-0"><span class="xref std std-term">三會一課' in html


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_every_block_is_what_the_converter_gives_for_its_text(built, edition):
    own = built("zh-Hans").env
    converted = built(edition)
    convert = converter(converted.config, converted.srcdir).convert
    count = 0
    for docname in own.all_docs:
        pairs = zip(
            blocks(own.get_doctree(docname)),
            blocks(converted.env.get_doctree(docname)),
            strict=True,
        )
        for before, after in pairs:
            if not isinstance(before, nodes.term):
                assert plain_text(after) == convert(plain_text(before))
            count += 1
    assert count > 15


def test_the_own_edition_is_untouched(built):
    text = built("zh-Hans").env.get_doctree("essays/e01").astext()
    assert "新征程上的好干部" in text
    assert "“他说‘干部’好”" in text


def test_an_unknown_edition_is_one_sentence(built):
    with pytest.raises(ConfigError, match="没有“zh-TW”这个版本。可用的版本：zh-Hans、"):
        built("zh-TW")


def test_stray_quotation_marks_are_recorded_and_left(built):
    one = EditionRecord.of(built("zh-Hant-TW").env)
    assert one.stray_quotes["essays/e01"][0].mark == "“"
    assert one.stray_quotes["essays/e01"][0].address == "e01a-p2"


def test_switch_and_alternates(built):
    app = built("zh-Hant-TW")
    context: dict = {}
    add_context(app, "essays/e01", "page.html", context, None)
    assert [(e["code"], e["label"], e["href"], e["current"]) for e in context["editions"]] == [
        ("zh-Hans", "简体", "../../essays/e01.html", False),
        ("zh-Hant-TW", "臺灣", "e01.html", True),
        ("zh-Hant-HK", "香港", "../../zh-hk/essays/e01.html", False),
    ]
    assert context["language"] == "zh-Hant-TW"
    assert context["alternates"] == [
        {"hreflang": "zh-Hans", "href": "https://example.org/book/essays/e01.html"},
        {"hreflang": "zh-Hant-TW", "href": "https://example.org/book/zh-tw/essays/e01.html"},
        {"hreflang": "zh-Hant-HK", "href": "https://example.org/book/zh-hk/essays/e01.html"},
        {"hreflang": "x-default", "href": "https://example.org/book/essays/e01.html"},
    ]
    assert app.config.html_baseurl == "https://example.org/book/zh-tw/"


def test_plain_converter_needs_no_sphinx():
    assert converter_for("zh-Hant-HK").convert("好干部") == "好幹部"
    assert converter_for("zh-Hans").convert("好干部") == "好干部"


def test_the_appendix_tells_every_choice(built):
    app = built("zh-Hant-TW")
    html = (app.outdir / "appendix/conversion.html").read_text("utf-8")
    assert "<h1>轉換校核" in html
    assert 'href="../essays/e01.html#e01a-p1"' in html
    assert "不成對的引號 1 處" in html
    table = (app.outdir / "appendix/conversion.tsv").read_text("utf-8").splitlines()
    assert any(line.startswith("制\t製\t") and "\te01a-p1\t" in line for line in table)
    assert "于\t于\t于家店\t編者\t地名\te01a-p3\t1" in table
    assert table[0] == "字\t作\t詞\t依據\t說明\t段\t次數"
    # Simplified are the character and the word alone, which are the text's own.
    said = ["\t".join(line.split("\t")[3:5]) for line in table]
    assert [text for text in said if converter_for("zh-Hant-TW").convert(text) != text] == []
    assert len(table) == len(set(table))
    record = html[html.index("conversion-choices") :]
    links = re.findall(r'<a class="reference internal" href="[^"]*">([^<]+)</a>', record)
    assert links
    assert not [text for text in links if re.fullmatch(r"[a-z0-9/-]+", text)], "words, no addresses"
    assert "《新征程上的好幹部》第1段" in links, "a chapter without a mark has paragraphs too"
    assert "第3段" in links, "the work is said once in a row of places"
    assert EditionRecord.of(app.env).marks == {"essays/e01": {"e01a-n1": "e01a-p1"}}
    notes = re.findall(r'href="([^"]*)">[^<]*註1</a>', record)
    assert set(notes) == {"../essays/e01.html#e01a-p1"}, "a note has no label, its paragraph has"


def test_the_appendix_tells_a_title_from_a_byline(built):
    chapter = built("zh-Hant-TW").srcdir / "essays/e01.md"
    head = "# 新征程上的**好干**部\n"
    text = chapter.read_text("utf-8").replace("chapter: 1\n", "chapter: 1\nmarker: 第一篇\n")
    byline = "```{container} byline\n党制于里\n```\n"
    chapter.write_text(text.replace(head, f"{head}\n{byline}"), "utf-8")
    app = built("zh-Hant-TW")
    html = (app.outdir / "appendix/conversion.html").read_text("utf-8")
    links = set(re.findall(r'href="([^"]*)">(第一篇(?:題目|署名))</a>', html))
    assert links == {
        ("../essays/e01.html#e01a", "第一篇題目"),
        ("../essays/e01.html#e01a", "第一篇署名"),
    }
    table = (app.outdir / "appendix/conversion.tsv").read_text("utf-8")
    assert "\te01a-byline\t1\n" in table


def test_the_simplified_edition_has_no_such_page(built):
    app = built("zh-Hans")
    assert "appendix/conversion" not in app.env.found_docs
    assert not (app.outdir / "appendix/conversion.html").exists()


def test_what_has_not_changed_is_not_converted_again(built, monkeypatch):
    app = built("zh-Hant-TW")
    seen = []
    apply = EditionTransform.apply

    def noted(self, **kwargs):
        seen.append(self.env.current_document.docname)
        apply(self, **kwargs)

    monkeypatch.setattr(EditionTransform, "apply", noted)
    chapter = app.srcdir / "essays/e01.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n\n新添一段，皇后。\n", "utf-8")
    again = built("zh-Hant-TW")
    assert seen == ["essays/e01"]
    assert "新添一段，皇后。" in again.env.get_doctree("essays/e01").astext()
    table = (again.outdir / "appendix/conversion.tsv").read_text("utf-8")
    assert "后\t后\t皇后\t" in table
    assert "于\t于\t于家店\t編者\t地名\te01a-p3\t1" in table


def test_a_change_of_the_editors_words_is_taken_up(built):
    app = built("zh-Hant-TW")
    words = app.srcdir / "editorial/conversion.yaml"
    words.write_text("words:\n  - {text: 参与制造, form: 参與製造}\n", "utf-8")
    text = built("zh-Hant-TW").env.get_doctree("essays/e01").astext()
    assert "参與製造" in text
    assert "於家店" in text or "于家店" in text


def test_what_the_words_do_not_say_for_this_edition_converts_nothing_anew(built, monkeypatch):
    app = built("zh-Hant-TW")
    built("zh-Hans")
    seen = []
    monkeypatch.setattr(EditionTransform, "apply", lambda self, **_: seen.append(self.document))
    words = app.srcdir / "editorial/conversion.yaml"
    said = words.read_text("utf-8")
    words.write_text(f"# 说明\n{said}  - {{text: 参与, HK: 参與}}\n", "utf-8")
    built("zh-Hant-TW")
    words.write_text(f"{said}  - {{text: 参与, form: 参與}}\n", "utf-8")
    built("zh-Hans")
    assert not seen
    built("zh-Hant-TW")
    assert seen


def test_parallel_readers_leave_the_same_record(built):
    serial = EditionRecord.of(built("zh-Hant-TW").env)
    parallel = EditionRecord.of(built("zh-Hant-TW", parallel=2, edition_base_url="").env)
    assert serial.choices == parallel.choices
    assert serial.stray_quotes == parallel.stray_quotes


def test_a_mistake_in_the_editors_file_is_one_sentence(built):
    app = built("zh-Hans")
    (app.srcdir / "editorial/conversion.yaml").write_text("words:\n  - {text: 于}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"conversion\.yaml:2:5: “于”缺 form"):
        built("zh-Hant-TW")


def test_epub_has_a_language_that_is_one(built):
    app = built("zh-Hant-HK", builder="epub")
    assert app.config.epub_language == "zh-Hant-HK"
    chapter = (app.outdir / "essays/e01.xhtml").read_text("utf-8")
    assert "裏寫着「他説『幹部』好」" in chapter
    opf = (app.outdir / "content.opf").read_text("utf-8")
    assert "<dc:language>zh-Hant-HK</dc:language>" in opf
