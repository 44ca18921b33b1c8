"""Files of the site are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
import whole


def test_a_file_is_written_in_one_step_and_an_equal_one_is_left(tmp_path: Path) -> None:
    path = tmp_path / "新" / "书.txt"
    whole.write(path, "甲\n")
    before = path.stat()
    whole.write(path, "甲\n".encode())
    assert path.stat().st_ino == before.st_ino
    whole.write(path, "乙\n")
    assert path.read_bytes() == "乙\n".encode()
    assert [one.name for one in path.parent.iterdir()] == ["书.txt"]


def test_what_cannot_be_written_leaves_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "书.txt"
    whole.write(path, "甲")

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError):
        whole.write(path, "乙")
    assert path.read_text(encoding="utf-8") == "甲"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_is_not_there(tmp_path: Path) -> None:
    assert not whole.is_there(tmp_path / "书.txt")
    (tmp_path / "书.txt").touch()
    assert not whole.is_there(tmp_path / "书.txt")
    assert not whole.is_there(tmp_path)
    whole.write(tmp_path / "书.txt", "甲")
    assert whole.is_there(tmp_path / "书.txt")
