"""Folders and files that are not what they should be: one sentence, and all is as before."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import convert
import pytest
from edition import editor

TEXT = "第一篇：学习体会\n学习使人进步，认真抓好“三会一课”。\n张建国\n"
EMENDED = "- source: 进步\n  emended: 向前\n  certainty: certain\n  reason: 试\n"


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A book that has been converted; the working directory is its folder.

    It lies where another user can go: pytest's folders are closed to all but its own.
    """
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.chdir(folder)
        yield converted(Path(folder))
        monkeypatch.undo()


def converted(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editorial").mkdir()
    (tmp_path / "editorial" / "emendations.yaml").write_text(EMENDED, encoding="utf-8")
    assert run() == 0
    return tmp_path


def run(*arguments: str) -> int:
    return convert.main(["--book", "book.yaml", *arguments])


def pages(book: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(book)): path.read_bytes()
        for folder in ("essays", "appendix")
        for path in sorted((book / folder).glob("*"))
    }


def refused(book: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Convert, expect a refusal that changes nothing, and give the sentence."""
    before = pages(book)
    capsys.readouterr()
    with as_another_user(book):
        assert run(*arguments) == 1
    (said,) = capsys.readouterr().err.strip().splitlines()
    assert pages(book) == before
    assert not list(book.glob(".convert-*"))
    return said


@contextlib.contextmanager
def as_another_user(book: Path) -> Iterator[None]:
    """Let permissions count, also where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    for path in (book, *book.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("arguments", [(), ("--check",), ("--json", "model.json")])
def test_an_editors_folder_that_must_not_be_entered(book, capsys, arguments) -> None:
    (book / "editorial").chmod(0)
    try:
        said = refused(book, capsys, *arguments)
    finally:
        (book / "editorial").chmod(0o755)
    assert said.startswith("editorial/")
    assert "权限" in said
    assert not (book / "model.json").exists()


def test_an_editors_folder_that_is_a_file(book, capsys) -> None:
    shutil.rmtree(book / "editorial")
    (book / "editorial").write_text("x", encoding="utf-8")
    said = refused(book, capsys)
    assert said.startswith("editorial/")
    assert "是文件，不是目录" in said
    with pytest.raises(editor.EditorialError, match="读不了"):
        editor.read(book / "editorial" / "conversion.yaml", "tw")


def test_an_editors_folder_or_file_that_is_a_link_to_nothing(book, capsys) -> None:
    words = book / "editorial" / "conversion.yaml"
    words.symlink_to("nowhere.yaml")
    assert refused(book, capsys).startswith("editorial/conversion.yaml: 找不到")
    shutil.rmtree(book / "editorial")
    (book / "editorial").symlink_to("nowhere")
    assert refused(book, capsys).startswith("editorial")


def test_a_book_may_have_no_editors_folder(book) -> None:
    shutil.rmtree(book / "editorial")
    assert run() == 0
    assert "进步" in (book / "essays" / "e01.md").read_text(encoding="utf-8")


def test_links_in_a_circle(book, capsys) -> None:
    (book / "loop").symlink_to("loop")
    assert "链接绕成了圈" in refused(book, capsys, "--source", "loop")
    assert "链接绕成了圈" in refused(book, capsys, "--source", "loop", "--book", "loop")


def test_a_name_that_is_no_text_is_written_as_json_has_it(book) -> None:
    name = os.fsdecode(b"\xff.txt")
    try:
        shutil.copy("source.txt", name)
    except OSError:
        pytest.skip("文件系统不收这样的名字")
    assert run("--source", name, "--json", "model.json") == 0
    assert json.loads(Path("model.json").read_text(encoding="utf-8"))["source"]["file"] == name
