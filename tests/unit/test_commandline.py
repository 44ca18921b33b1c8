"""A wrong call is one Chinese sentence and status 2; output that nobody reads ends a command."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import build
import convert
import proofread
import pytest
import release
from conftest import ROOT

#: By its path: _ext/slogans goes by the same name.
COMMAND = runpy.run_path(str(ROOT / "scripts" / "slogans.py"))
CALLS = [
    (convert.main, ["--nonsense"], "不认识的参数 --nonsense"),
    (convert.main, ["--json"], "--json 后面要写一个值"),
    (convert.main, ["--check", "--json", "-"], "--check 和 --json 不能同用"),
    (convert.main, ["--check=1"], "--check 后面不写值"),
    (build.main, [], "缺少 what"),
    (build.main, ["mobi"], "what 不能是 'mobi'，可以是"),
    (proofread.main, [], "缺少 command"),
    (COMMAND["main"], ["suggest"], "缺少 SOURCE"),
    (COMMAND["main"], ["suggest", "x", "--limit", "x"], "--limit：“x”应当是 0 或正整数"),
    (release.main, [], "缺少 version"),
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
        "slogans.py suggest source.txt",
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
