"""What a user sees of an error: our sentence, or Sphinx's own report."""

import errno
import shutil
import subprocess
import sys

import plain_errors
import pytest
from conftest import ROOT


@pytest.fixture
def book(tmp_path):
    """A project of one page with the real conf.py and extensions."""
    for name in ("conf.py", "book.yaml", "index.md"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("_ext", "_static", "_templates", "editorial", "essays", "appendix", "source"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def sphinx(book, *options):
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "dummy", *options, str(book)]
    return subprocess.run(
        [*command, str(book / "_build")], capture_output=True, text=True, check=False
    )


def test_an_unknown_edition_is_one_sentence(book):
    ran = sphinx(book, "-D", "edition=zh-XX")
    assert ran.returncode == 1
    assert len(ran.stderr.strip().splitlines()) == 1
    assert "zh-XX" in ran.stderr


def test_a_mistake_in_book_yaml_is_one_sentence(book):
    path = book / "book.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\na: b: c\n", encoding="utf-8")
    ran = sphinx(book)
    assert ran.returncode == 1
    assert len(ran.stderr.strip().splitlines()) == 1
    assert ran.stderr.startswith(f"{path}:")


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "磁盘满了"), (errno.EACCES, "没有权限")]
)
def test_a_full_disk_and_a_closed_folder_are_one_sentence(capsys, number, said):
    with pytest.raises(SystemExit) as caught:
        plain_errors._handle(OSError(number, "x", "/book/_build"))
    assert caught.value.code == 1
    assert capsys.readouterr().err.startswith(f"/book/_build: {said}")


def test_an_error_that_is_not_ours_is_reported_as_sphinx_does(book):
    ran = sphinx(book, "-b", "no-such-builder")
    assert ran.returncode == 2
    assert "no-such-builder" in ran.stderr


def test_sphinx_still_prints_a_traceback_for_every_error(tmp_path):
    """Fails when Sphinx prints a message alone again: then plain_errors can go."""
    (tmp_path / "conf.py").write_text(
        "from sphinx.errors import ConfigError\nraise ConfigError('不好')\n", encoding="utf-8"
    )
    (tmp_path / "index.rst").write_text("x\n", encoding="utf-8")
    ran = sphinx(tmp_path)
    assert "Traceback" in ran.stderr
