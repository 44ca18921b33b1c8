"""Folders and files that are not what they should be: one sentence, and all is as before."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bookinfo
import convert
import pytest
from edition import editor
from sphinx.errors import ConfigError

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


def test_a_link_stays_and_what_it_leads_to_is_written(book) -> None:
    target, link = book / "t.json", book / "l.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    link.symlink_to("t.json")
    assert run("--json", "l.json") == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["schema"]
    assert target.stat().st_mode & 0o777 == 0o600
    (book / "new").symlink_to("t2.json")
    assert run("--json", "new") == 0
    assert (book / "t2.json").is_file()


def test_a_pipe_is_written_to(book) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert run("--json", "pipe") == 0
    written = os.read(reader, 1_000_000)
    os.close(reader)
    assert json.loads(written)["schema"]
    assert (book / "pipe").is_fifo()


def test_a_device_is_written_to(book, capsys) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("没有 /dev/full")
    (book / "full").symlink_to(full)  # a mistake must not cost the machine its device
    assert "/dev/full" in str((book / "full").resolve())
    assert "磁盘满了" in refused(book, capsys, "--json", "full")
    assert (book / "full").is_symlink()
    assert full.is_char_device()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_page_that_is_no_plain_file_is_neither_replaced_nor_waited_for(
    book, capsys, kind
) -> None:
    page = book / "essays" / "e01.md"
    page.replace(book / "kept.md")
    if kind == "link":
        page.symlink_to("../kept.md")
    elif kind == "pipe":
        os.mkfifo(page)
    else:
        page.mkdir()
    assert run("--check") == 1
    capsys.readouterr()
    assert run() == 1
    (said,) = capsys.readouterr().err.strip().splitlines()
    assert said.startswith("essays/e01.md: 这里应是普通文件")
    assert (page.is_symlink(), page.is_fifo(), page.is_dir()).count(True) == 1
    assert not list(book.glob(".convert-*"))


@pytest.mark.parametrize("text", ["foo: 1", "- a", "words: [{text: 里, form: 裡裡}]"])
def test_a_mistake_in_the_words_of_the_editions(book, capsys, text) -> None:
    (book / "editorial" / "conversion.yaml").write_text(text, encoding="utf-8")
    assert refused(book, capsys).startswith("editorial/conversion.yaml:1:")
    assert refused(book, capsys, "--check").startswith("editorial/conversion.yaml:1:")


@pytest.mark.parametrize("folder", ["essays", "appendix", "."])
def test_the_folder_that_is_closed_is_named(book, capsys, folder) -> None:
    (book / "editorial" / "emendations.yaml").unlink()
    with as_another_user(book):
        (book / folder).chmod(0o555)
    try:
        assert refused(book, capsys).startswith(f"{folder}: 没有写入权限")
    finally:
        (book / folder).chmod(0o755)


@pytest.mark.parametrize(
    "name", ["book.yaml", "editorial/structure.yaml", "editorial/slogans.yaml"]
)
@pytest.mark.parametrize("character", "\x00\x07\ufffe")
def test_a_control_character_in_yaml_has_its_place(book, capsys, name, character) -> None:
    Path(name).write_text(f"# 书\n# 说明{character}\n", encoding="utf-8")
    said = refused(book, capsys)
    assert said.startswith(f"{name}:2:5: ")
    assert f"U+{ord(character):04X}" in said
    if name == "book.yaml":
        with pytest.raises(ConfigError, match=rf"^book.yaml:2:5: .*U\+{ord(character):04X}"):
            bookinfo.load(Path(name))


def test_a_number_of_thousands_of_digits_is_refused_in_chinese(book, capsys) -> None:
    Path("book.yaml").write_text("title: 书\nversion: " + "9" * 5000, encoding="utf-8")
    said = refused(book, capsys)
    assert said.startswith("book.yaml:2:10: ")
    assert "位数太多" in said
    assert "Exceeds" not in said
