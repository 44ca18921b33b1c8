"""scripts/suggest_slogans.py as an editor runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from compilation import slogans

ROOT = Path(__file__).resolve().parents[2]
TEXT = "第一篇:学习体会\n学习体会\n认真抓好“三会一课”,落实“一岗双责”。\n"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / "suggest_slogans.py", *arguments]
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "原文.txt"
    path.write_text(TEXT, encoding="gb18030")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "空.yaml"
    path.write_text("slogans: []\n", encoding="utf-8")
    return path


def test_suggest_prints_candidates_with_counts_places_and_reasons(text, empty):
    done = run(text, "--glossary", empty, "--limit", "2")
    assert done.returncode == 0, done.stderr
    assert "   2  一岗双责　1 次　加了引号、数字口号\n" in done.stdout
    assert "原文.txt:3:15" in done.stdout
    assert "   3  " not in done.stdout


def test_what_the_project_has_already_is_left_out(text):
    done = run(text)
    assert "一岗双责" in done.stdout
    assert "三会一课" not in done.stdout


def test_the_draft_is_a_glossary_and_never_overwrites(text, empty, tmp_path):
    target = tmp_path / "草稿.yaml"
    assert run(text, "--glossary", empty, "--draft", target).returncode == 0
    assert "三会一课" in slogans.load(target).by_form
    before = target.read_bytes()
    again = run(text, "--glossary", empty, "--draft", target)
    assert again.returncode == 1
    assert "文件已经存在" in again.stderr
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["没有这个文件.txt"], "找不到"),
        (["{text}", "--glossary", "没有.yaml"], "找不到这个文件"),
        (["{text}", "--draft", "{folder}/没有/草稿.yaml"], "草稿.yaml: 没有这个目录"),
    ],
)
def test_mistakes_are_one_sentence_and_no_traceback(arguments, words, text):
    done = run(*(one.format(text=text, folder=text.parent) for one in arguments))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_command_is_a_wrong_call(text):
    assert run().returncode == 2
    done = run(text, "--limit", "许多")
    assert done.returncode == 2
    assert "“许多”应当是 0 或正整数" in done.stderr
