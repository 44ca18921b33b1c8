"""The build driver and the Makefile: what a user asks for, and what Sphinx is told."""

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
import published
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


@pytest.mark.parametrize(
    "options", ["-D html_title='甲 乙'", '-D html_title="甲 乙" -v', "", "$x`"]
)
def test_make_passes_options_on_as_they_are(tmp_path, options):
    make = shutil.which("make")
    if not make:
        pytest.skip("没有 make")
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\nfor said; do echo "<$said>"; done\n', encoding="utf-8")
    python.chmod(0o755)
    for stamp in (".build", ".dev"):
        (tmp_path / stamp).touch()
    command = [make, "-s", "-C", str(ROOT), "pdf", f"VENV={tmp_path}"]
    command.append(f"SPHINXOPTS={options.replace('$', '$$')}")
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"<--sphinx-options={options}>" in said.splitlines()


def test_a_check_builds_nothing(monkeypatch):
    monkeypatch.setattr(build, "run_editions", None)
    monkeypatch.setattr(published, "remove_other_files", None)
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
    assert published.CHECKSUMS == files.CHECKSUMS
    assert files.DATA.keys() == published.DATA


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
