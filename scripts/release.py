#!/usr/bin/env python3
"""Make a release: build everything from nothing, then put into dist/ what is to be published.

dist/ holds every file for download – the data files, which are called alike in every edition,
with the edition in their names –, the site as a zip file to read offline, and SHA256SUMS over all
of them. The same commit gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from commandline import Parser, speaking
from processes.interrupts import uninterrupted
from processes.reasons import reason
from published import DATA, DOWNLOADS, FOLDERS

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_build" / "html"
DIST = ROOT / "dist"

#: Semantic Versioning 2.0.0, without build metadata: a published version is one version.
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?")

#: What a build leaves in the site for the next build, and no reader needs.
UNPUBLISHED = frozenset({".buildinfo", ".buildinfo.bak", ".doctrees", ".DS_Store"})

#: The earliest time a zip entry can bear; the time of the build is no part of a release.
EPOCH = (1980, 1, 1, 0, 0, 0)


def problem(root: Path, version: str) -> str:
    """Return why ``version`` of the book in ``root`` cannot be released, ``""`` if it can.

    book.yaml names the version that stands in every file, and the changelog says what is new in
    it: a release that contradicts either would be a lie.
    """
    if not version:
        return "没有给出版本号。请写成 make release VERSION=1.0.0 这样。"
    if not VERSION.fullmatch(version):
        return f"“{version}”不是版本号。请写成 1.0.0 或 1.0.0-rc.1 这样。"
    try:
        current = str(_book(root)["version"])
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError):
        return "book.yaml：读不出 version 一项。请先改正 book.yaml。"
    if current != version:
        return (
            f"book.yaml：version 是 {current}，要发布的却是 {version}。"
            "请先改 book.yaml 的 version 与 date，再发布。"
        )
    changes = root / "CHANGELOG.md"
    text = changes.read_text(encoding="utf-8") if changes.is_file() else ""
    sections = re.findall(r"^## +(.*\S)", text, re.MULTILINE)
    of_version = re.compile(rf"{re.escape(version)}(?![\w.-])")
    if not any(map(of_version.match, sections)):
        return f"CHANGELOG.md：没有“## {version}”一节。请先写下这一版改了什么。"
    if not of_version.match(sections[0]):
        return (
            f"CHANGELOG.md：第一节是“{sections[0]}”，不是“{version}”。"
            "还没有发布的各条请归入要发布的这一版，把这一版放在最前；"
            "这一版若已发布过，请换一个版本号。"
        )
    return ""


def _book(root: Path) -> Any:
    """Return book.yaml with every scalar as it is written: 1.10.0 or 2.0, no number."""
    return yaml.load((root / "book.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def published(site: Path) -> Iterator[Path]:
    """Yield the files of ``site`` that readers get, in the order of their names."""
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        if path.is_file() and UNPUBLISHED.isdisjoint(path.relative_to(site).parts):
            yield path


def write_zip(target: Path, site: Path, folder: str) -> None:
    """Pack what readers get of ``site`` below ``folder`` in a zip file, always the same bytes."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in published(site):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever system this is
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)


def assemble(site: Path, dist: Path, slug: str, version: str) -> list[Path]:
    """Fill ``dist`` from the built ``site``; return its files, SHA256SUMS last.

    What was in ``dist`` before is replaced, but only when everything new is there.
    """
    draft = dist.with_name(f"{dist.name}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        names = _fill(draft, site, slug, version)
        _put_in_place(draft, dist)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return [dist / name for name in names]


def _fill(draft: Path, site: Path, slug: str, version: str) -> list[str]:
    """Write the files of a release into the new folder ``draft``; return their names."""
    draft.mkdir(parents=True)
    for path in sorted((site / DOWNLOADS).glob(f"{slug}-*")):
        shutil.copyfile(path, draft / path.name)
    for code, folder in FOLDERS.items():
        for path in sorted((site / folder / DOWNLOADS).glob("*")):
            if path.suffix in DATA:
                shutil.copyfile(path, draft / f"{slug}-{code}-{path.name}")
    write_zip(draft / f"{slug}-{version}-site.zip", site, f"{slug}-{version}")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(draft.iterdir())
    ]
    (draft / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")
    return [*(line.split("  ", 1)[1].strip() for line in lines), "SHA256SUMS"]


def _put_in_place(draft: Path, dist: Path) -> None:
    """Let ``draft`` take the place of ``dist``, of which there is the old one or the new one.

    Ctrl-C that comes meanwhile comes too late: the release is made. Raises OSError where the new
    one cannot be put there; the old one is then back.
    """
    old = dist.with_name(f"{dist.name}.old")
    replaced = False
    try:
        with uninterrupted():
            if dist.exists():
                shutil.rmtree(old, ignore_errors=True)
                dist.replace(old)
            try:
                draft.replace(dist)
            except OSError:
                if old.exists():
                    old.replace(dist)
                raise
            replaced = True
            shutil.rmtree(old, ignore_errors=True)
    except KeyboardInterrupt:
        if not replaced:
            raise


def build() -> int:
    """Convert and build everything anew; return the exit status."""
    shutil.rmtree(ROOT / "_build", ignore_errors=True)
    for command in (["build.py", "check"], ["convert.py"], ["build.py", "html"]):
        call = [sys.executable, f"scripts/{command[0]}", *command[1:]]
        status = subprocess.run(call, cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


@speaking
def main(argv: list[str] | None = None) -> int:
    """Release what the command line asks for; return the exit status."""
    try:
        return _main(argv)
    except KeyboardInterrupt:
        print("中断，dist/ 没有改动。", file=sys.stderr)
    return 1


def _main(argv: list[str] | None) -> int:
    parser = Parser(description="备好发布用的全部文件，在 dist/ 里。")
    parser.add_argument("version", metavar="版本号", help="版本号，如 1.0.0；须与 book.yaml 一致")
    version = parser.parse_args(argv).version.strip()
    if wrong := problem(ROOT, version):
        print(wrong, file=sys.stderr)
        return 1
    if status := build():
        return status
    slug = _book(ROOT)["slug"]
    try:
        files = assemble(SITE, DIST, slug, version)
    except OSError as error:
        print(f"写不进 dist/（{reason(error)}）。请检查磁盘和权限。", file=sys.stderr)
        return 1
    print(f"发布 {version}：{len(files)} 个文件在 {DIST}。")
    for path in files:
        print(f"  {path.name}（{path.stat().st_size / 1000:.0f} KB）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
