"""This press, as a benchmark sees it: a copy of the checkout with another source."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

import prose
import yaml

ROOT = Path(__file__).resolve().parent.parent

#: What an editor decides about one text and no other: a generated text starts without.
_ABOUT_ONE_TEXT = ("emendations.yaml", "structure.yaml")


def tracked() -> list[str]:
    """Return the files of the press that git tracks (or would), what belongs to one book aside."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    names = filter(None, listed.decode().split("\0"))
    return [n for n in names if not n.startswith(("essays/", "appendix/", "tests/", "benchmarks/"))]


def digest() -> str:
    """Return a digest of the press as it is now: figures of two presses are not mixed."""
    sources = blake2b(digest_size=8)
    for name in sorted(tracked()):
        sources.update((ROOT / name).read_bytes())
    return sources.hexdigest()


def set_up(folder: Path, chapters: int) -> Path:
    """Copy the press to ``folder`` with a generated source of ``chapters`` 篇; return the source.

    The copy holds what git tracks (or would), so a build here is a build of a fresh clone.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in tracked():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    book = yaml.safe_load((folder / "book.yaml").read_text(encoding="utf-8"))
    source = folder / book["source"]["file"]
    prose.write_compilation(ROOT / book["source"]["file"], source, chapters)
    for name in _ABOUT_ONE_TEXT:
        (folder / "editorial" / name).unlink(missing_ok=True)
    forget_places(folder / "editorial" / "slogans.yaml")
    return source


def forget_places(slogans: Path) -> None:
    """Let the members of slogans cite a document where they cite a paragraph of the real book."""
    glossary = yaml.safe_load(slogans.read_text(encoding="utf-8"))
    document = next(iter(glossary["documents"]))
    for entry in glossary["slogans"]:
        for member in entry.get("members", ()):
            if member.pop("in", None):
                member.setdefault("document", document)
    slogans.write_text(yaml.safe_dump(glossary, allow_unicode=True), encoding="utf-8")


def convert_command() -> list[str]:
    """Return the command that turns the source into MyST."""
    return [sys.executable, "scripts/convert.py"]


def change_chapter(folder: Path) -> None:
    """Add a sentence to the third chapter."""
    chapter = folder / "essays" / "e03.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n补一句。\n", encoding="utf-8")


def change_entry(folder: Path) -> None:
    """Change the English of the glossary's last entry, as an editor would before converting."""
    path = folder / "editorial" / "slogans.yaml"
    glossary = yaml.safe_load(path.read_text(encoding="utf-8"))
    glossary["slogans"][-1]["english"] = "another rendering"
    path.write_text(yaml.safe_dump(glossary, allow_unicode=True), encoding="utf-8")


def all_command() -> list[str]:
    """Return the command that builds all editions with their PDFs and ePubs, as ``make`` does."""
    return [sys.executable, "scripts/build.py", "html"]


def html_command(edition: str = "zh-Hans") -> list[str]:
    """Return the command that builds one HTML edition, as the Makefile's driver does."""
    return [
        *(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", "-j", "auto"),
        *("-d", f"_build/doctrees/{edition}", "-D", f"edition={edition}"),
        *("-D", f"editions_built={edition}", ".", f"_build/site-{edition}"),
    ]
