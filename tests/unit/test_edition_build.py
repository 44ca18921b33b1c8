"""An edition as Sphinx sees it: what is converted, what is not, in which language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docutils import nodes
from edition.conversion import converter_for
from edition.transform import blocks, plain_text
from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parents[1] / "roots" / "test-edition"


def built(tmp_path: Path, edition: str, builder: str = "html", **settings: object) -> SphinxTestApp:
    source = tmp_path / "source"
    if not source.exists():
        shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns("_build"))
        (source / "conf.py").write_text(
            (ROOT / "conf.py")
            .read_text("utf-8")
            .replace('Path(__file__).parents[3] / "_ext"', repr(str(ROOT.parents[2] / "_ext"))),
            "utf-8",
        )
    app = SphinxTestApp(
        builder,
        srcdir=source,
        builddir=tmp_path / f"build-{edition}",
        confoverrides={"edition": edition, **settings},
    )
    app.build()
    assert app.warning.getvalue() == ""
    return app


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        ("zh-Hant-TW", ["新征程上的好幹部", "裡寫著「他說『幹部』好」", "于家店發展製種"]),
        ("zh-Hant-HK", ["新征程上的好幹部", "裏寫着「他説『幹部』好」", "于家店發展製種"]),
    ],
)
def test_text_is_converted_across_markup(tmp_path, edition, words):
    app = built(tmp_path, edition)
    text = app.env.get_doctree("essays/e01").astext()
    for word in words:
        assert word in text
    html = (app.outdir / "essays/e01.html").read_text("utf-8")
    assert "新征程上的<strong>好幹</strong>部" in html
    assert f'<html lang="{edition}"' in html
    assert app.config.epub_language == edition


def test_what_is_not_prose_stays(tmp_path):
    html = (built(tmp_path, "zh-Hant-TW").outdir / "essays/e01.html").read_text("utf-8")
    assert "代码里的发展" in html
    assert "代码块里的干部" in html
    assert "%E5%90%8E%E6%9D%A5" in html  # the URL's 后来
    assert '<span class="verbatim">后来</span>的發展' in html
    assert 'alt="圖裡的幹部"' in html


def test_titles_terms_and_metadata_are_the_editions(tmp_path):
    env = built(tmp_path, "zh-Hant-TW").env
    assert env.titles["essays/e01"].astext() == "新征程上的好幹部"
    assert env.metadata["essays/e01"]["title"] == "新征程上的好幹部"
    assert '"\\u8ac7\\u300c\\u767c\\u5c55\\u300d"' in env.metadata["essays/e01"]["works"]
    toctree = next(env.get_doctree("index").findall(lambda node: node.tagname == "toctree"))
    assert toctree["caption"] == "目錄裡的話"
    assert toctree["entries"][0] == ("後來的話", "essays/e01")
    html = (Path(tmp_path, "build-zh-Hant-TW", "html") / "essays/e01.html").read_text("utf-8")
    assert 'href="../appendix/index.html#term-0"><span class="xref std std-term">三會一課' in html


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_every_block_is_what_the_converter_gives_for_its_text(tmp_path, edition):
    own = built(tmp_path, "zh-Hans").env
    converted = built(tmp_path, edition)
    from edition.settings import converter

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


def test_the_own_edition_is_untouched(tmp_path):
    text = built(tmp_path, "zh-Hans").env.get_doctree("essays/e01").astext()
    assert "新征程上的好干部" in text
    assert "“他说‘干部’好”" in text


def test_an_unknown_edition_is_one_sentence(tmp_path):
    from sphinx.errors import ConfigError

    with pytest.raises(ConfigError, match="没有“zh-TW”这个版本。可用的版本：zh-Hans、"):
        built(tmp_path, "zh-TW")


def test_parallel_reading_gives_the_same_record(tmp_path):
    from edition.record import EditionRecord

    one = EditionRecord.of(built(tmp_path, "zh-Hant-TW").env)
    assert one.stray_quotes["essays/e01"][0].mark == "“"
    assert one.stray_quotes["essays/e01"][0].address == "e01a-p2"


def test_switch_and_alternates(tmp_path):
    app = built(tmp_path, "zh-Hant-TW")
    from edition.switch import add_context

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
