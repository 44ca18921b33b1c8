"""An emendation marked verbatim: no edition converts the source's reading, in any format."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import jsonschema
import pytest
from compilation import output, pipeline
from compilation.model import Note
from compilation.own_words import simplified
from compilation.render.chapter import note
from conftest import ROOT
from emended_books import BODY, SOURCE, build, entry
from typst_reading import pages

#: The reading that is kept stands in one paragraph, one that is converted in the next.
TEXT = f"第一篇：学习体会\n创先征优活动开展以来，我读了五本书，我们发展现代农业。\n{BODY}张建国\n"
EMENDATIONS = entry("创先征优", "创先争优", reason="“征”“争”音近而误。").replace(
    "  emended", "  verbatim: true\n  emended"
) + entry("发展现代", "发展当代", reason="试。")
SLOGANS = """slogans:
- {term: 创先争优, kind: 活动, level: 全国, explanation: 一项活动。, origin: 待考,
   variants: [{form: 创先征优, kind: 误写, note: “征”“争”音近而误},
    {form: 发展现代, kind: 误写, note: “现”近“当”}]}
"""
#: What a note says is pinned in the note, and again where it is repeated.
WORDS = """places:
  - {at: e01a-n2, text: 试, form: 试}
  - {at: e01a-emendations, text: 试, form: 试}
  - {at: slogan-chuang-xian-zheng-you, text: 一项, form: 一项}
"""
KEPT = re.compile(r'<span class="verbatim"[^>]* lang="zh-Hans"[^>]*>([^<]*)</span>')


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a book with a glossary and both kinds of emendation; give its folder."""
    folder = tmp_path_factory.mktemp("verbatim") / "book"
    shutil.copytree(SOURCE, folder)
    editorial = folder / "editorial"
    editorial.mkdir(exist_ok=True)
    (folder / "source.txt").write_text(TEXT, "utf-8")
    (editorial / "emendations.yaml").write_text(EMENDATIONS, "utf-8")
    (editorial / "slogans.yaml").write_text(SLOGANS, "utf-8")
    (editorial / "conversion.yaml").write_text(WORDS, "utf-8")
    options = pipeline.Settings(
        folder / "source.txt", folder, editorial / "slogans.yaml", editorial
    )
    with output.lock(folder):
        sink = output.Writer(folder)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    (folder / "appendix/index.md").write_text(
        "# 附录\n\n```{toctree}\nemendations\nglossary\n```\n", "utf-8"
    )
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('include_patterns.append("appendix/glossary.md")\n')
    return folder


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_the_site(book: Path, edition: str) -> None:
    out = build(book, "html", edition)
    chapter, apparatus, glossary = (
        (out / f"{name}.html").read_text("utf-8")
        for name in ("essays/e01", "appendix/emendations", "appendix/glossary")
    )
    for page in (chapter, apparatus):
        assert KEPT.findall(page) == ["创先征优", "征", "争"]
        assert "「</span>" not in page
        assert "發展現代" in page
        assert "试。" in page
    assert 'data-other="创先征优" data-other-lang="zh-Hans">' in chapter
    assert 'data-other="發展現代">' in chapter
    assert KEPT.findall(glossary) == ["创先征优", "征", "争"]
    assert "發展現代（誤寫：「現」近「當」）" in glossary
    assert "一项活動" in glossary
    index = "".join(p.read_text("utf-8") for p in (out / "search-index").iterdir())
    assert "创先征优活動開展以來" in index


def test_the_books(book: Path) -> None:
    (path,) = build(book, "epub", "zh-Hant-TW").glob("*-TW.epub")
    with zipfile.ZipFile(path) as archive:
        for name in ("essays/e01", "appendix/emendations", "appendix/glossary"):
            page = archive.read(f"{name}.xhtml").decode()
            assert re.search(r'<span class="verbatim"[^>]* lang="zh-Hans">创先征优<', page)
    (pdf,) = build(book, "typst", "zh-Hant-TW").glob("*.pdf")
    text = re.sub(r"\s", "", "".join(pages(pdf)))
    assert text.count("创先征优") == 3
    assert "創先徵優" not in text
    assert "「征」「争」音近而誤" in text


def test_the_own_edition_prints_the_same_as_before(book: Path) -> None:
    page = (build(book, "html") / "essays/e01.html").read_text("utf-8")
    text = re.sub(r"<[^>]*>", "", page)
    assert "“创先争优”，原作“创先征优”。“征”“争”音近而误。" in text


def test_the_json_says_so(book: Path, tmp_path: Path) -> None:
    editorial = book / "editorial"
    options = pipeline.Settings(
        book / "source.txt", tmp_path, editorial / "slogans.yaml", editorial
    )
    pipeline.write_json_file(options, tmp_path / "model.json")
    model = json.loads((tmp_path / "model.json").read_text("utf-8"))
    schema = json.loads((ROOT / "scripts/compilation/model.schema.json").read_text("utf-8"))
    jsonschema.validate(model, schema)
    notes = model["chapters"][0]["works"][0]["blocks"][0]["notes"]
    assert [one.get("verbatim", False) for one in notes] == [True, False]


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        ("征 优", "*{verbatim}`征`&#32;{verbatim}`优`*"),
        ("a`b\\c*", "*{verbatim}`a`\\`{verbatim}`b`\\\\{verbatim}`c*`*"),
    ],
)
def test_what_a_role_cannot_hold_stands_beside_it(other: str, shown: str) -> None:
    one = Note("e01a-n1", 0, 1, other, "certain", "试。", verbatim=True)
    assert f"原作“{shown}”" in note("争", one, simplified)
