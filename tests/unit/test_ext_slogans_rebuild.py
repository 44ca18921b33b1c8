"""A build by four processes, a build after a change, and a fresh one give the same bytes.

And a change writes again the pages that it concerns, no others.
"""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
import sources
from slogans import exports
from sphinx.testing.util import SphinxTestApp

SUMMARIES = {"appendix/concordance", "appendix/glossary", "appendix/statistics"}


@pytest.fixture
def project(tmp_path, rootdir):
    shutil.copytree(rootdir / "test-slogans", tmp_path / "book")
    return tmp_path / "book"


def build(source: Path, target: str, parallel: int = 0) -> tuple[set[str], str]:
    """Build into ``target`` beside the source; return the pages written and the warnings."""
    app = SphinxTestApp(srcdir=source, builddir=source.parent / target, parallel=parallel)
    written: set[str] = set()
    app.connect("doctree-resolved", lambda app, doctree, docname: written.add(docname))
    try:
        app.build()
        return written, app.warning.getvalue()
    finally:
        app.cleanup()


def files(source: Path, target: str) -> dict[str, bytes]:
    root = source.parent / target / "html"
    return {
        str(p.relative_to(root)): p.read_bytes()
        for p in root.rglob("*")
        # Sphinx's own index keeps the order in which documents were read, and its front page the
        # headings of chapters two lists below as they were; the book has others of both
        if p.is_file() and p.relative_to(root).as_posix() not in ("searchindex.js", "index.html")
    }


def change(path: Path, old: str, new: str) -> None:
    """Change a file as an editor would: its time of change moves on as well."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    later = path.stat().st_mtime_ns + 10_000_000_000
    os.utime(path, ns=(later, later))


def more_chapters(project: Path, count: int) -> None:
    """Give the book chapters enough to be shared out between processes."""
    first = (project / "essays" / "e01.md").read_text("utf-8")
    for number in range(3, count + 1):
        name = f"e{number:02d}"
        (project / "essays" / f"{name}.md").write_text(first.replace("e01", name), "utf-8")
    names = "\n".join(f"e{number:02d}" for number in range(3, count + 1))
    change(project / "essays" / "index.md", "e01", f"e01\n{names}")


def test_parallel_serial_and_repeated_builds_are_alike(project):
    more_chapters(project, 14)
    assert build(project, "serial") == (build(project, "four", parallel=4)[0], "")
    assert files(project, "serial") == files(project, "four")

    # A change and its undoing, each built on what is there, by one process and by four.
    e05 = project / "essays" / "e05.md"
    for target, parallel in (("serial", 0), ("four", 4)):
        change(e05, "{term}`三会一课`", "{term}`四个没有`")
        build(project, target, parallel)
        fresh = f"fresh-{target}"
        build(project, fresh)
        assert files(project, target) == files(project, fresh)
        change(e05, "{term}`四个没有`", "{term}`三会一课`")
    build(project, "four", parallel=4)
    build(project, "again")
    assert files(project, "four") == files(project, "again")


def test_a_chapter_with_another_mention_concerns_itself_and_the_summaries(project):
    build(project, "out")
    change(project / "essays" / "e02.md", "要开。", "要开，{term}`五个好`也要。")
    written, warnings = build(project, "out")
    assert warnings == ""
    pages_of_contents = {"index", "essays/index", "appendix/index"}
    assert written - pages_of_contents == SUMMARIES | {"essays/e02"}


def test_nothing_changed_writes_nothing(project):
    build(project, "out")
    assert build(project, "out")[0] == set()


def test_a_chapter_changed_away_from_slogans_leaves_the_summaries(project):
    build(project, "out")
    change(project / "essays" / "e02.md", "=1+1也是", "=1+1也是")
    written, _ = build(project, "out")
    assert "essays/e02" in written
    assert not written & SUMMARIES


def test_an_entry_that_moves_concerns_the_chapters_that_mention_it(project):
    build(project, "out")
    change(project / "appendix" / "glossary.md", "(slogan-wu-ge-hao)=", "(slogan-five-goods)=")
    written, warnings = build(project, "out")
    assert warnings == ""
    assert {"essays/e01", "essays/e02", "index"} <= written
    assert "glossary.html#slogan-five-goods" in files(project, "out")["essays/e02.html"].decode()


def test_a_new_explanation_concerns_no_chapter(project):
    build(project, "out")
    change(project / "appendix" / "glossary.md", "五条标准。", "先进组织的五条标准。")
    written, _ = build(project, "out")
    assert not {name for name in written if re.match(r"essays/e", name)}


def test_a_removed_entry_concerns_the_chapters_that_mention_it_and_is_reported(project):
    build(project, "out")
    glossary = project / "appendix" / "glossary.md"
    text = glossary.read_text("utf-8")
    start, end = text.index("三会一课 : S"), text.index("四个没有 : S")
    change(glossary, text[start:end], "")
    written, warnings = build(project, "out")
    assert {"essays/e01", "essays/e02"} <= written
    assert "三会一课" in warnings
    assert "三会一课" not in files(project, "out")["_static/slogans/lines-0.js"].decode()
    assert build(project, "fresh")[0]
    assert files(project, "out") == files(project, "fresh")


def test_a_renamed_entry_gives_the_same_as_a_fresh_build(project):
    build(project, "out")
    change(project / "appendix" / "glossary.md", "四个没有 : S", "四个不准 : S")
    written, warnings = build(project, "out")
    assert warnings == ""
    assert not {name for name in written if re.match(r"essays/e", name)}  # nobody mentions it
    build(project, "fresh")
    assert files(project, "out") == files(project, "fresh")


def test_a_variant_more_concerns_the_summaries_only(project):
    build(project, "out")
    change(project / "appendix" / "glossary.md", "争创（简称）", "争创（简称）、争优（简称）")
    written, _ = build(project, "out")
    assert not {name for name in written if re.match(r"essays/e", name)}
    assert "appendix/glossary" in written


def test_a_deleted_chapter_takes_its_mentions_along(project):
    build(project, "out")
    (project / "essays" / "e02.md").unlink()
    change(project / "essays" / "index.md", "e02\n", "")
    build(project, "out")
    lines = files(project, "out")["downloads/mentions.csv"].decode()
    assert "e02b" not in lines
    assert "e01a" in lines


def test_another_program_writes_the_files_for_download_anew(project, monkeypatch):
    build(project, "out")
    program = project / "press"
    program.mkdir()
    (program / "exports.py").write_text("COLUMNS = 1\n", "utf-8")
    monkeypatch.setattr(sources, "EXTENSIONS", program)
    monkeypatch.setattr(exports, "slogans_csv", lambda records: b"another form")
    build(project, "out")
    assert files(project, "out")["downloads/slogans.csv"] == b"another form"


def test_an_entry_without_an_address_is_a_warning_with_its_place(project):
    change(project / "appendix" / "glossary.md", "    (slogan-wu-ge-hao)=\n", "")
    _, warnings = build(project, "out")
    assert "glossary.md:" in warnings
    assert "词条“五个好”没有自己的地址" in warnings


def test_a_hostile_term_is_text_everywhere(project):
    hostile = """a'"&\\<img src=x onerror=alert(1)\\>]]"""
    body = "    (slogan-z)=\n    :::{div}\n    :class: explanation\n\n    x\n    :::\n\n"
    entry = f"{hostile} : Z\n{body}"
    change(project / "appendix" / "glossary.md", "四个没有 : S", entry + "四个没有 : S")
    _, warnings = build(project, "out")
    assert warnings == ""
    built = files(project, "out")
    for name in ("appendix/glossary.html", "appendix/concordance.html"):
        assert b"&lt;img src=x" in built[name]
        assert b"<img src=x" not in built[name]
    script = built["_static/slogans/cards-0.js"].decode()
    cards = json.loads(script[len('bookSlogans("cards-0",') : -3])
    assert cards["slogan-z"]["term"] == "a'\"&<img src=x onerror=alert(1)>]]"


def test_many_entries_are_spread_over_files(project):
    glossary = project / "appendix" / "glossary.md"
    extra = "".join(
        f"口号{n} : K\n    (slogan-k{n})=\n    :::{{div}}\n    :class: pinyin\n\n"
        f"    kǒu hào\n    :::\n\n"
        for n in range(600)
    )
    change(glossary, "四个没有 : S", extra + "四个没有 : S")
    _, warnings = build(project, "out")
    assert warnings == ""
    built = files(project, "out")
    shards = [name for name in built if name.startswith("_static/slogans/cards-")]
    assert len(shards) == 7
    assert max(len(built[name]) for name in shards) < 40_000
