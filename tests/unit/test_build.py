"""The build driver and the Makefile: what a user asks for, and what Sphinx is told."""

import subprocess

import bookinfo
import build
import pytest
from conftest import ROOT


def test_driver_and_extensions_agree_on_the_folders_of_editions():
    assert build.FOLDERS == bookinfo.EDITION_FOLDERS


def test_all_editions_of_the_book_are_built_unless_some_are_asked_for():
    assert build.chosen_editions("") == ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
    assert build.chosen_editions("zh-Hant-HK, zh-Hans") == ("zh-Hant-HK", "zh-Hans")


def test_an_unknown_edition_is_one_sentence(capsys):
    with pytest.raises(SystemExit) as caught:
        build.main(["html", "--editions", "zh-Hant"])
    assert str(caught.value.code).startswith("没有“zh-Hant”这种版本")


def test_a_job_tells_sphinx_its_edition_and_passes_options_on():
    job = build.Job("typst", "zh-Hant-TW", ("zh-Hans", "zh-Hant-TW"), "a4", ("-v",))
    said = " ".join(job.arguments())
    assert "-b typst" in said
    assert "-D edition=zh-Hant-TW" in said
    assert "-D editions_built=zh-Hans,zh-Hant-TW" in said
    assert "-D typst_paper=a4" in said
    assert " -v " in said
    assert "-W" in said
    assert job.out() == ROOT / "_build/typst/zh-Hant-TW"


def test_sites_lie_where_the_switch_looks_for_them():
    outs = [build.Job("html", e, (e,), "a5", ()).out() for e in build.FOLDERS]
    site = ROOT / "_build/html"
    assert outs == [site, site / "zh-tw", site / "zh-hk"]


def test_files_for_download_are_replaced_only_when_they_differ(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "d" / "a.pdf"
    source.write_bytes(b"1")
    build._replace(source, target)
    before = target.stat().st_mtime_ns
    build._replace(source, target)
    assert target.stat().st_mtime_ns == before
    source.write_bytes(b"2")
    build._replace(source, target)
    assert target.read_bytes() == b"2"
    assert [p.name for p in target.parent.iterdir()] == ["a.pdf"]


def test_help_is_printed_from_the_comments_of_the_makefile():
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for target in ("html", "pdf", "epub", "serve", "check", "test", "lint", "clean", "help"):
        assert f"make {target} " in said
