"""A release: what may be released, and that the same site gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import zipfile
from pathlib import Path

import pytest
import release


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text("slug: shu\nversion: 1.2.0\n", encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# 变更\n\n## 1.2.0（2024）\n", encoding="utf-8")
    return tmp_path


def test_a_version_that_agrees_is_released(project):
    assert release.problem(project, "1.2.0") == ""


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("", "没有给出版本号"),
        ("v1.2.0", "“v1.2.0”不是版本号"),
        ("1.2", "不是版本号"),
        ("01.2.0", "不是版本号"),
        ("1.2.0; rm", "不是版本号"),
        ("1.3.0", "version 是 1.2.0，要发布的却是 1.3.0"),
    ],
)
def test_a_wrong_version_is_refused(project, version, said):
    assert said in release.problem(project, version)


def test_a_version_without_a_word_on_what_changed_is_refused(project):
    (project / "CHANGELOG.md").write_text("## 1.2.0-rc.1\n\n## 1.2.01\n", encoding="utf-8")
    assert "CHANGELOG.md" in release.problem(project, "1.2.0")


def test_a_version_with_changes_above_it_is_refused(project):
    """What is not released yet would be in the files, and in no version's list of changes."""
    (project / "CHANGELOG.md").write_text("# 变更\n\n## 未发布\n\n- 新\n\n## 1.2.0\n", "utf-8")
    said = release.problem(project, "1.2.0")
    assert said.startswith("CHANGELOG.md：第一节是“未发布”，不是“1.2.0”。")
    assert "\n" not in said


@pytest.mark.parametrize("text", ["", "version: [", "title: 书\n", "只有一句话"])
def test_a_broken_book_is_named(project, text):
    (project / "book.yaml").write_text(text, encoding="utf-8")
    assert "book.yaml" in release.problem(project, "1.2.0")


def test_the_command_says_why_in_one_sentence(capsys):
    assert release.main(["天"]) == 1
    assert capsys.readouterr().err == ("“天”不是版本号。请写成 1.0.0 或 1.0.0-rc.1 这样。\n")


def make_site(root: Path, order: list[str]) -> Path:
    site = root / "html"
    for name in order:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, (len(str(root)), len(str(root))))
    return site


NAMES = [
    "index.html",
    "zh-tw/index.html",
    ".nojekyll",
    "downloads/shu-zh-Hans.pdf",
    "downloads/shu-zh-Hans.epub",
    "downloads/SHA256SUMS",
    "downloads/qita-zh-Hans.pdf",
    ".buildinfo",
    "zh-tw/.buildinfo",
    ".doctrees/index.doctree",
]


def test_a_release_is_the_same_wherever_it_is_made(tmp_path):
    made = []
    for place, order in (("一", NAMES), ("另一处", NAMES[::-1])):
        base = tmp_path / place
        files = release.assemble(make_site(base, order), base / "dist", "shu", "1.2.0")
        made.append({path.name: path.read_bytes() for path in files})
    assert made[0] == made[1]
    assert list(made[0]) == [
        "shu-1.2.0-site.zip",
        "shu-zh-Hans.epub",
        "shu-zh-Hans.pdf",
        "SHA256SUMS",
    ]


def test_the_checksums_are_those_of_the_files(tmp_path):
    files = release.assemble(make_site(tmp_path, NAMES), tmp_path / "dist", "shu", "1.2.0")
    lines = (tmp_path / "dist/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files[:-1]
    ]


def test_the_site_to_read_offline_has_every_page_and_no_leavings(tmp_path):
    release.assemble(make_site(tmp_path, NAMES), tmp_path / "dist", "shu", "1.2.0")
    with zipfile.ZipFile(tmp_path / "dist/shu-1.2.0-site.zip") as archive:
        assert archive.namelist() == [
            "shu-1.2.0/.nojekyll",
            "shu-1.2.0/downloads/SHA256SUMS",
            "shu-1.2.0/downloads/qita-zh-Hans.pdf",
            "shu-1.2.0/downloads/shu-zh-Hans.epub",
            "shu-1.2.0/downloads/shu-zh-Hans.pdf",
            "shu-1.2.0/index.html",
            "shu-1.2.0/zh-tw/index.html",
        ]


def test_an_older_release_makes_way(tmp_path):
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/shu-zh-Hans.mobi").touch()
    release.assemble(make_site(tmp_path, NAMES), tmp_path / "dist", "shu", "1.2.0")
    assert not (tmp_path / "dist/shu-zh-Hans.mobi").exists()
    assert not (tmp_path / "dist.tmp").exists()


def earlier(tmp_path: Path) -> Path:
    """Return a dist/ that an earlier release filled."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/old").touch()
    return tmp_path / "dist"


@pytest.mark.parametrize("step", ["rmtree", "replace"])
def test_ctrl_c_while_dist_is_replaced_comes_too_late(tmp_path, monkeypatch, step):
    dist, site = earlier(tmp_path), make_site(tmp_path, NAMES)
    owner = shutil if step == "rmtree" else Path
    really = getattr(owner, step)

    def interrupted(path: Path, *rest: object, **how: object) -> None:
        if path in (dist, tmp_path / "dist.old") or dist in rest:
            signal.raise_signal(signal.SIGINT)
        really(path, *rest, **how)

    monkeypatch.setattr(owner, step, interrupted)
    files = release.assemble(site, dist, "shu", "1.2.0")
    assert all(path.is_file() for path in files)
    assert {path.name for path in tmp_path.iterdir()} == {"dist", "html"}


def test_ctrl_c_before_that_leaves_the_earlier_release(tmp_path, monkeypatch):
    dist, site = earlier(tmp_path), make_site(tmp_path, NAMES)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(release, "write_zip", interrupted)
    with pytest.raises(KeyboardInterrupt):
        release.assemble(site, dist, "shu", "1.2.0")
    assert (dist / "old").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"dist", "html"}


def test_a_folder_that_cannot_be_replaced_is_left_as_it_was(tmp_path, monkeypatch):
    dist, site = earlier(tmp_path), make_site(tmp_path, NAMES)
    really = Path.replace

    def refuse(path: Path, target: Path) -> None:
        if path.name == "dist.tmp":
            raise OSError
        really(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError):
        release.assemble(site, dist, "shu", "1.2.0")
    assert (dist / "old").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"dist", "html"}


def test_the_data_of_each_edition_are_there_with_its_name(tmp_path):
    names = [*NAMES, "downloads/slogans.csv", "zh-tw/downloads/slogans.csv"]
    names += ["zh-tw/downloads/mentions.zip"]
    files = release.assemble(make_site(tmp_path, names), tmp_path / "dist", "shu", "1.2.0")
    assert {
        path.name: path.read_text("utf-8")
        for path in files
        if path.stem.endswith(("slogans", "mentions"))
    } == {
        "shu-zh-Hans-slogans.csv": "downloads/slogans.csv",
        "shu-zh-Hant-TW-slogans.csv": "zh-tw/downloads/slogans.csv",
        "shu-zh-Hant-TW-mentions.zip": "zh-tw/downloads/mentions.zip",
    }
    assert "  shu-zh-Hant-TW-mentions.zip\n" in files[-1].read_text("utf-8")
