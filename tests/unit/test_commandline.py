"""A wrong call is one Chinese sentence and status 2; output that nobody reads ends a command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import build
import convert
import port
import proofread
import pytest
import release
import suggest_slogans
from conftest import ROOT

CALLS = [
    (convert.main, ["--nonsense"], "不认识的参数 --nonsense"),
    (convert.main, ["--json"], "--json 后面要写一个值"),
    (convert.main, ["--check", "--json", "-"], "--check 和 --json 不能同用"),
    (convert.main, ["--check=1"], "--check 后面不写值"),
    (build.main, [], "缺少 目标"),
    (build.main, ["mobi"], "目标 不能是 'mobi'，可以是"),
    (build.main, ["check", "--paper", "b5"], "没有“b5”这种纸张，可用的是：a5、a4、6in"),
    (build.main, ["check", "--editions", "zh-Hans xx"], "没有“xx”这种版本，可用的是：zh-Hans"),
    (proofread.main, [], "缺少 命令"),
    (port.main, [], "缺少 PORT"),
    (port.main, ["1", "2"], "不认识的参数 2"),
    (suggest_slogans.main, [], "缺少 SOURCE"),
    (suggest_slogans.main, ["x", "--limit", "x"], "--limit：“x”应当是 0 或正整数"),
    (release.main, [], "缺少 版本号"),
]


@pytest.mark.parametrize(("main", "call", "said"), CALLS)
def test_a_wrong_call(capsys, main, call, said) -> None:
    with pytest.raises(SystemExit) as caught:
        main(call)
    assert caught.value.code == 2
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert said in line
    assert "--help" in line


@pytest.mark.parametrize("both", [False, True], ids=["output", "output and errors"])
@pytest.mark.parametrize(
    "call",
    [
        "convert.py --json - --book book.yaml",
        "convert.py --report --book book.yaml",
        "convert.py --help",
        "suggest_slogans.py source.txt",
        "proofread.py suggest --book book.yaml",
    ],
)
def test_a_pipe_that_nobody_reads_ends_a_command_without_a_word(
    tmp_path: Path, call: str, both: bool
) -> None:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    text = "第一篇：学习体会\n认真抓好“三会一课”,落实“一岗双责”。\n张建国\n"
    (tmp_path / "source.txt").write_text(text, encoding="utf-8")
    command, *options = call.split()
    reader, pipe = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / command), *options],
        cwd=tmp_path,
        env={key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"},
        stdout=pipe,
        stderr=subprocess.STDOUT if both else subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(pipe)
    assert done.returncode == 1
    assert both or not {"Traceback", "Exception", "BrokenPipeError"} & set(done.stderr.split())


SPEAKING = [
    "convert.py --book book.yaml",
    "convert.py --report --book book.yaml",
    "convert.py --json - --book book.yaml",
    "convert.py --help",
    "suggest_slogans.py source.txt",
    "proofread.py suggest --book book.yaml",
    "build.py --help",
    "release.py --help",
]


def said(folder: Path, call: str, redirected: str = "", **environment: str) -> tuple[int, str, str]:
    """Run a command of the project through a shell, in a book; give status, output and errors."""
    (folder / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    text = "第一篇：学习体会\n认真抓好“三会一课”,落实“一岗双责”。\n张建国\n"
    (folder / "source.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        f'"{sys.executable}" -B "{ROOT}/scripts/"{call} {redirected}',
        shell=True,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("call", "unbuffered"), [*((call, "") for call in SPEAKING), (SPEAKING[0], "1")]
)
def test_output_that_is_full_or_closed_is_one_sentence(tmp_path, call, unbuffered) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("没有 /dev/full")
    status, _, errors = said(tmp_path, call, "> /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert status == 1
    assert errors.splitlines()[-1].startswith("结果写不进标准输出（或临时文件）：磁盘满了。")
    assert "Error" not in errors
    shutil.rmtree(tmp_path / "essays", ignore_errors=True)
    status, _, errors = said(tmp_path, call, ">&-")
    (line,) = errors.splitlines()
    assert (status, line[:9]) == (1, "标准输出是关上的，")
    assert not (tmp_path / "essays").exists()


@pytest.mark.parametrize(
    ("call", "encoding"),
    [*((call, "ascii:strict") for call in SPEAKING[1:7]), (SPEAKING[2], "gbk")],
)
def test_output_that_is_not_utf_8_shows_what_it_can(tmp_path, call, encoding) -> None:
    status, _, errors = said(tmp_path, call, "> out", PYTHONIOENCODING=encoding)
    out = (tmp_path / "out").read_bytes()
    assert (status, "Traceback" in errors) == (0, False)
    if "--json" in call or "proofread" in call:
        assert re.search("编者|三会一课", out.decode("utf-8"))  # data are for programs
    else:
        assert rb"\u" in out


def test_a_file_that_the_system_refuses_is_one_sentence(tmp_path: Path) -> None:
    name = "长" * 100
    status, _, errors = said(tmp_path, f"suggest_slogans.py source.txt --draft {name}")
    (line,) = errors.splitlines()
    assert (status, line[:101]) == (1, f"{name}:")
    assert "名字太长" in line


#: Runs a command, and presses Ctrl-C as soon as a module of the given name is imported.
INTERRUPTED = """
import runpy, signal, sys

_, module, scripts, *call = sys.argv

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.path.insert(0, scripts)
sys.argv[:] = call
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize(
    "call",
    [
        "convert.py --book book.yaml",
        "proofread.py suggest --book book.yaml",
        "suggest_slogans.py source.txt",
    ],
)
def test_ctrl_c_while_modules_are_imported_is_one_sentence(tmp_path, call) -> None:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text("第一篇：学习体会\n学习。\n", encoding="utf-8")
    command, *options = call.split()
    scripts = ROOT / "scripts"
    called = ["compilation.output", str(scripts), str(scripts / command), *options]
    done = subprocess.run(
        [sys.executable, "-B", "-c", INTERRUPTED, *called],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert "中断" in line
