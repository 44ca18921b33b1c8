"""The build driver and the Makefile: what a user asks for, and what Sphinx is told."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

import bookinfo
import build
import port
import pytest
from conftest import ROOT
from downloads import files
from typstpdf.builder import PAPERS


def test_driver_and_extensions_agree_on_the_folders_of_editions():
    assert build.FOLDERS == bookinfo.EDITION_FOLDERS


def test_all_editions_of_the_book_are_built_unless_some_are_asked_for():
    listed = build.settings()["editions"]
    assert build.chosen_editions("", listed) == ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
    assert build.chosen_editions("zh-Hant-HK, zh-Hans", listed) == ("zh-Hant-HK", "zh-Hans")
    assert build.chosen_editions("zh-Hans zh-Hans", listed) == ("zh-Hans",)


def test_what_every_edition_says_is_printed_once(monkeypatch, capsys):
    said = {"zh-Hans": (0, "书名不对\n"), "zh-Hant-TW": (1, "书名不对\n缺字\n")}
    monkeypatch.setattr(build, "run", lambda job: said[job.edition])
    jobs = [[build.Job("epub", edition, tuple(said), "a5", ())] for edition in said]
    assert build.run_editions(jobs) == 1
    assert capsys.readouterr().err == "书名不对\n缺字\n"


def whole(editions):
    """Return the batches of a whole build."""
    return [[build.Job(b, e, editions, "a5", ()) for b in build.BUILDERS["html"]] for e in editions]


def test_a_site_waits_for_the_files_of_all_editions(monkeypatch, tmp_path):
    def run(job):
        if job.builder == "html":
            assert len(list(tmp_path.iterdir())) >= 2 * len(build.FOLDERS)
        time.sleep(0.2 * list(build.FOLDERS).index(job.edition))
        (tmp_path / f"{job.builder}-{job.edition}-{os.getpid()}").touch()
        return 0, ""

    monkeypatch.setattr(build, "run", run)
    assert build.run_editions(whole(tuple(build.FOLDERS))) == 0
    made = sorted(path.name for path in tmp_path.iterdir())
    assert len(made) == 9
    assert len({name.rpartition("-")[2] for name in made}) == 3, "one process an edition"


def fail(job):
    """Fail in one format of one edition as Sphinx does."""
    return (1, "缺字\n") if job[:2] == ("epub", "zh-Hant-TW") else (0, f"{job.builder}\n")


def stop(job):
    """Fail there as nothing should."""
    if job[:2] == ("epub", "zh-Hant-TW"):
        raise MemoryError("没有内存")
    return 0, ""


def test_no_site_is_begun_where_an_edition_has_failed(monkeypatch, capsys):
    monkeypatch.setattr(build, "run", fail)
    assert build.run_editions(whole(tuple(build.FOLDERS))) == 1
    assert capsys.readouterr().err == "typst\nepub\n缺字\n"


def test_nobody_waits_for_an_edition_that_has_come_to_nothing(monkeypatch):
    monkeypatch.setattr(build, "run", stop)
    with pytest.raises(MemoryError, match="没有内存"):
        build.run_editions(whole(tuple(build.FOLDERS)))


def end_worker(number):
    """Return what a worker does in the place of a run: it gets a signal."""
    return lambda job: os.kill(os.getpid(), number) or time.sleep(60)


@pytest.fixture(autouse=True)
def _no_signal_is_ignored():
    """Let what is told to end end, also where the tests run behind ``nohup`` or ``&``."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    for number, handler in before.items():
        if handler is signal.SIG_IGN:
            usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, usual)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_workers_that_are_told_to_end_are_no_lack_of_memory(monkeypatch, number):
    monkeypatch.setattr(build, "run", end_worker(number))
    with pytest.raises(KeyboardInterrupt):
        build.run_editions([[build.Job("epub", e, (e,), "a5", ())] for e in build.FOLDERS])


def test_a_worker_that_the_system_kills_is_named_so(monkeypatch, capsys):
    monkeypatch.setattr(build, "run", end_worker(signal.SIGKILL))
    assert build.run_editions([[build.Job("epub", "zh-Hans", ("zh-Hans",), "a5", ())]]) == 1
    assert "多半是内存不够" in capsys.readouterr().err


TOLD_TO_END = """
import os, signal, sys, time
import build

def run(job):
    if job.edition == "zh-Hans":
        os.kill(os.getppid(), int(sys.argv[1]))
    time.sleep(60)

build.run = run
build._main = lambda argv: build.run_editions(
    [[build.Job("epub", edition, (edition,), "a5", ())] for edition in build.FOLDERS]
)
sys.exit(build.main())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_told_to_end_says_so_and_leaves_no_worker(number):
    done = subprocess.run(
        [sys.executable, "-c", TOLD_TO_END, str(int(number))],
        cwd=ROOT / "scripts",
        capture_output=True,  # until the last worker has closed its end
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "中断，没有做完。再运行一次，便接着做。\n")


def test_a_mistake_in_book_yaml_is_said_once_before_anything_is_built(tmp_path, monkeypatch):
    (tmp_path / "conf.py").write_text(
        "from sphinx.errors import ConfigError\nraise ConfigError('书名不对')\n", encoding="utf-8"
    )
    monkeypatch.setattr(build, "ROOT", tmp_path)
    with pytest.raises(SystemExit) as caught:
        build.main(["html"])
    assert caught.value.code == "书名不对"


@pytest.mark.parametrize("target", ["html", "pdf", "epub", "serve"])
def test_book_yaml_is_looked_at_before_a_page_is_written(target):
    make = shutil.which("make")
    if not make:
        pytest.skip("没有 make")
    command = [make, "-n", "-C", str(ROOT), target]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    steps = [line.split("scripts/")[1] for line in said.splitlines() if " scripts/" in line]
    checked = next(n for n, step in enumerate(steps) if re.match(r"build\.py .*check$", step))
    assert checked < steps.index("convert.py")


def test_a_check_builds_nothing(monkeypatch):
    monkeypatch.setattr(build, "run_editions", None)
    monkeypatch.setattr(build, "remove_other_files", None)
    assert build.main(["check"]) == 0


def test_options_with_half_a_quotation_are_a_wrong_call(capsys):
    with pytest.raises(SystemExit) as caught:
        build.main(["html", "--sphinx-options", '"'])
    assert caught.value.code == 2
    assert "引号没有成对" in capsys.readouterr().err


def test_driver_and_extension_agree_on_the_sizes_of_paper():
    assert build.PAPERS == PAPERS
    variants = {variant for format, variant in files.KINDS if format == "pdf"}
    assert variants == {"", *PAPERS[1:]}


def test_driver_and_extension_agree_on_the_name_of_the_checksums():
    assert build.CHECKSUMS == files.CHECKSUMS
    assert files.DATA.keys() == build.DATA


@pytest.fixture
def driven(tmp_path, monkeypatch):
    """Return the build folder of a driver that has no Sphinx: each run is recorded."""
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build, "SITE", tmp_path / "html")
    monkeypatch.setattr(build, "DOWNLOADS", tmp_path / "html" / "downloads")
    book = {"slug": "shu", "editions": ["zh-Hans", "zh-Hant-TW"]}
    monkeypatch.setattr(build, "settings", lambda: book)
    runs = []

    def run_editions(batches):
        runs.append([job for batch in batches for job in batch])
        for job in runs[-1]:
            variant = f"-{job.paper}" if job.paper != "a5" else ""
            name = {"typst": f"{job.edition}{variant}.pdf", "epub": f"{job.edition}.epub"}
            if job.builder == "html":
                job.out().mkdir(parents=True, exist_ok=True)
                (job.out() / "index.html").touch()
                (job.out() / "sitemap.xml").touch()
            else:
                build.DOWNLOADS.mkdir(parents=True, exist_ok=True)
                made = build.DOWNLOADS / f"shu-{name[job.builder]}"
                made.write_text(f"{job.builder} {len(runs)}", encoding="utf-8")
        return 0

    monkeypatch.setattr(build, "run_editions", run_editions)
    return runs


def listed():
    """Return the names in the list of checksums, each checked against its file."""
    lines = (build.DOWNLOADS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((build.DOWNLOADS / name).read_bytes()).hexdigest() == digest
    return [line.split("  ")[1] for line in lines]


def test_the_checksums_are_those_of_what_lies_there(driven):
    every = ["shu-zh-Hans.epub", "shu-zh-Hans.pdf", "shu-zh-Hant-TW.epub", "shu-zh-Hant-TW.pdf"]
    build.main(["html"])
    assert listed() == every
    build.main(["pdf", "--editions", "zh-Hans"])
    assert listed() == every
    build.main(["html", "--editions", "zh-Hans"])
    assert listed() == every
    assert [path.name for path in build.DOWNLOADS.glob(".*")] == []


def test_each_edition_has_the_checksums_of_all_that_its_page_lists(driven):
    build.main(["html"])
    for place in ("", "zh-tw"):
        (build.SITE / place / "downloads").mkdir(exist_ok=True)
        (build.SITE / place / "downloads" / "words.csv").write_text(place, "utf-8")
        (build.SITE / place / "downloads" / "words.zip").write_text(place, "utf-8")
    build.main(["pdf"])
    for place in ("", "zh-tw"):
        lines = (build.SITE / place / "downloads/SHA256SUMS").read_text("utf-8").splitlines()
        assert [line.split("  ")[1] for line in lines][-3:] == [
            "shu-zh-Hant-TW.pdf", "words.csv", "words.zip",
        ]  # fmt: skip
        assert lines[-1].split("  ")[0] == hashlib.sha256(place.encode()).hexdigest()


def test_a_build_that_fails_leaves_no_wrong_checksum(driven, monkeypatch):
    build.main(["html"])
    (build.DOWNLOADS / "shu-zh-Hans.pdf").write_bytes(b"made before it failed")
    monkeypatch.setattr(build, "run_editions", lambda _: 1)
    assert build.main(["html"]) == 1
    assert "shu-zh-Hans.pdf" in listed()


def test_each_paper_has_a_file_of_its_own(driven):
    build.main(["html", "--editions", "zh-Hans"])
    build.main(["pdf", "--editions", "zh-Hans", "--paper", "a4"])
    assert listed() == ["shu-zh-Hans-a4.pdf", "shu-zh-Hans.epub", "shu-zh-Hans.pdf"]
    build.main(["html", "--editions", "zh-Hans", "--paper", "a5 6in"])
    assert [job[:4:3] for job in driven[-1]] == [
        ("typst", "a5"), ("typst", "6in"), ("epub", "a5"), ("html", "a5"),
    ]  # fmt: skip
    # Nothing renews the A4 file any more: its text would be of another day than the site's.
    assert listed() == ["shu-zh-Hans-6in.pdf", "shu-zh-Hans.epub", "shu-zh-Hans.pdf"]


def test_a_build_of_one_edition_keeps_the_way_to_the_others(driven):
    build.main(["html", "--editions", "zh-Hans"])
    assert {job.editions for job in driven[-1]} == {("zh-Hans",)}
    build.main(["html"])
    build.main(["html", "--editions", "zh-Hans"])
    assert {job.editions for job in driven[-1]} == {("zh-Hans", "zh-Hant-TW")}


def test_help_on_the_port(capsys):
    with pytest.raises(SystemExit) as caught:
        port.main(["--help"])
    assert (caught.value.code, "PORT" in capsys.readouterr().out) == (0, True)


def test_a_job_tells_sphinx_its_edition_and_passes_options_on():
    job = build.Job("typst", "zh-Hant-TW", ("zh-Hans", "zh-Hant-TW"), "a4", ("-v",))
    said = " ".join(job.arguments())
    assert "-b typst" in said
    assert "-D edition=zh-Hant-TW" in said
    assert "-D editions_built=zh-Hans,zh-Hant-TW" in said
    assert "-D typst_paper=a4" in said
    assert " -v " in said
    assert "-W" in said
    assert job.out() == ROOT / "_build/typst/zh-Hant-TW-a4"
    assert job._replace(paper="a5").out() == ROOT / "_build/typst/zh-Hant-TW"
    assert job._replace(builder="epub").out() == ROOT / "_build/epub/zh-Hant-TW"


def test_sites_lie_where_the_switch_looks_for_them():
    outs = [build.Job("html", e, (e,), "a5", ()).out() for e in build.FOLDERS]
    site = ROOT / "_build/html"
    assert outs == [site, site / "zh-tw", site / "zh-hk"]


def test_sites_of_editions_that_the_book_no_longer_has_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "SITE", tmp_path)
    monkeypatch.setattr(build, "DOWNLOADS", tmp_path / "downloads")
    names = ("index.html", "essays/e01.html", "zh-tw/index.html", "zh-hk/a/b.html", "downloads/x")
    names += ("downloads/SHA256SUMS",)
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def left():
        return {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}

    build.remove_other_editions(build.FOLDERS)
    assert left() == set(names)
    build.remove_other_editions(["zh-Hans", "zh-Hant-TW"])
    assert left() == {*names} - {"zh-hk/a/b.html"}
    build.remove_other_editions(["zh-Hant-TW"])
    assert left() == {"zh-tw/index.html", "downloads/x"}


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


def test_little_is_loaded_before_ctrl_c_is_answered():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, build; print(*sys.modules)"],
        cwd=ROOT / "scripts",
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert "build" in said
    assert not {"multiprocessing", "concurrent", "sphinx", "dataclasses"} & set(said)


@pytest.mark.parametrize("asked", ["80000", "0", "-1", "八千", "", "8000.5"])
def test_a_port_that_is_none_is_one_sentence(asked, capsys):
    assert port.main([asked]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("PORT 应是 1 到 65535 的整数")


def test_a_port_that_is_taken_is_one_sentence(capsys):
    with socket.socket() as taken:
        taken.bind((port.HOST, 0))
        taken.listen()
        number = str(taken.getsockname()[1])
        assert port.main([number]) == 1
        assert capsys.readouterr().err.startswith(f"端口 {number} 已有别的程序在用")
    assert port.main([number]) == 0


def test_help_is_printed_from_the_comments_of_the_makefile():
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for target in ("html", "pdf", "epub", "serve", "check", "test", "lint", "clean", "help"):
        assert f"make {target} " in said


def test_files_of_another_book_do_not_stay_among_the_downloads(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build, "DOWNLOADS", tmp_path / "html" / "downloads")
    kept = ["html/downloads/shu-zh-Hans.pdf", "html/downloads/slogans.csv", "epub/a/other.txt"]
    gone = ["html/downloads/other-zh-Hans.pdf", "epub/zh-Hans/other-zh-Hans.epub"]
    for name in kept + gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    build.remove_other_files("shu", tuple(build.FOLDERS))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)


def test_files_of_editions_that_the_book_no_longer_has_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build, "DOWNLOADS", tmp_path / "html" / "downloads")
    kept = ["html/downloads/shu-zh-Hans.pdf", "typst/zh-Hans/shu-zh-Hans.pdf"]
    kept += ["html/downloads/shu-zh-Hant-TW-vertical.epub", "html/downloads/slogans.csv"]
    gone = ["html/downloads/shu-zh-Hant-HK.pdf", "html/downloads/shu-zh-Hant-HK-vertical.epub"]
    gone += ["typst/zh-Hant-HK/source/book.typ", "epub/zh-Hant-HK/e01.xhtml"]
    for name in kept + gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    build.remove_other_files("shu", ("zh-Hans", "zh-Hant-TW"))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)
