"""A wrong call is one Chinese sentence and status 2."""

from __future__ import annotations

import runpy

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
