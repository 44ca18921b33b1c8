"""The files a site has beside its pages: sitemap, robots.txt, llms.txt, the page for 404.

Each edition writes its own sitemap and llms.txt into its own folder; robots.txt, which exists
once a host, is written with the edition at the root (:mod:`website.root` where there is none) and
names every sitemap of the build.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

import chapterlist
import whole
from bookinfo import EDITION_FOLDERS
from edition.settings import built_editions, converter
from edition.switch import alternates

from . import root
from .builder import site_root
from .page import description

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page for addresses that lead nowhere.

    A host shows it at any address, however deep, so its links must not be relative to that: they
    are relative to the path that the site is served at, which the book's ``url`` ends in.
    """
    base = urlsplit(site_root(app.config.book, app.config.edition)).path
    yield "404", {"title": "", "base": base}, "404.html"


def pages(app: Sphinx) -> list[str]:
    """Return the pages of the book in reading order, the front page first."""
    relations = app.env.collect_relations()
    ordered: dict[str, None] = {}
    page: str | None = app.config.root_doc
    while page and page not in ordered:
        ordered[page] = None
        page = (relations.get(page) or (None, None, None))[2]
    return list(ordered)


def _root(app: Sphinx, edition: str = "") -> str:
    return site_root(app.config.book, edition or app.config.edition)


def sitemap(app: Sphinx) -> str:
    """Return the edition's sitemap (sitemaps.org 0.9), each page with its other editions."""
    editions = built_editions(app.config)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in pages(app):
        uri = app.builder.get_target_uri(page)
        lines.append(f"<url><loc>{escape(_root(app) + uri)}</loc>")
        if len(editions) > 1:
            for language, code in alternates(app.config, page, editions):
                href = quoteattr(_root(app, code) + uri)
                lines.append(f'<xhtml:link rel="alternate" hreflang="{language}" href={href}/>')
        lines.append("</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines)


def robots(app: Sphinx) -> str:
    """Return robots.txt: everything may be read, and where the sitemaps are."""
    maps = [f"Sitemap: {_root(app, code)}sitemap.xml" for code in built_editions(app.config)]
    return "\n".join(["User-agent: *", "Allow: /", "", *maps, ""])


def llms(app: Sphinx) -> str:
    """Return llms.txt (llmstxt.org): the book and its chapters, each as plain text."""
    env, rights = app.env, app.config.book["rights"]
    titles = {name: node.astext() for name, node in env.titles.items()}
    lines = [f"# {_markdown(titles[app.config.root_doc])}", ""]
    front = description(env.get_doctree(app.config.root_doc))
    lines += [f"> {_markdown(front)}", ""] if front else []
    lines += [_markdown(converter(app.config, app.srcdir).convert(rights)), ""]
    works = {page: chapterlist.works(env, page) for page in pages(app)}
    chapters = [page for page in works if works[page]]
    others = [page for page in list(works)[1:] if not works[page]]
    home = quote(_root(app), safe=_IN_ADDRESS)
    for part, suffix in ((chapters, ".txt"), (others, ".html")):
        for page in part:
            marker = env.metadata.get(page, {}).get("marker", "")
            name = _markdown(f"{marker} {titles[page]}")
            authors = [who for work in works[page] for who in work.get("authors") or ()]
            about = ": " + _markdown("、".join(dict.fromkeys(authors))) if authors else ""
            lines.append(f"- [{name}]({home}{page}{suffix}){about}")
        lines.append("")
    return "\n".join(lines)


#: What can stand unescaped in the address of a Markdown link; ``%`` begins what is escaped already.
_IN_ADDRESS = "%/:?#@!$&*+,;=~"

#: What Markdown reads as markup in a line (CommonMark 0.31; tables and formulas of GitHub's), and
#: where it reads a list or a rule at the beginning of one.
_MARKUP = re.compile(r"[\\`*_\[\]<>~|&#$]")
_AT_START = re.compile(r"^(?:(?=[+=-])|(\d{1,9})(?=[.)]))")


def _markdown(text: str) -> str:
    """Return ``text`` on one line, escaped so that Markdown shows just that text."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _AT_START.sub(r"\1\\", line)


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """Write the files into the edition's folder (``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    remove_pages_that_are_gone(app)
    files = {"sitemap.xml": sitemap(app), "llms.txt": llms(app)}
    if not EDITION_FOLDERS[app.config.edition]:
        files["robots.txt"] = robots(app)
    for name, text in files.items():
        whole.write(Path(app.outdir, name), text)
    editions = built_editions(app.config)
    if above := root.place(app, editions):
        whole.write(above / "robots.txt", robots(app))
        for name, content in root.files(app, above, editions).items():
            whole.write(above / name, content)


#: The folders of the site that hold the book's own pages, and nothing that lasts but those.
_FOLDERS = ("essays", "appendix")

#: What a page can have beside it: a chapter its plain text, the record of conversion its table.
_BESIDE = (".txt", ".tsv")


def remove_pages_that_are_gone(app: Sphinx) -> None:
    """Remove what an earlier build wrote of pages that the book no longer has.

    Sphinx leaves such pages where they are; a reader who is sent the site would get them too,
    and after a change of books they are pages of another book.
    """
    for name in _FOLDERS:
        for page in sorted(Path(app.outdir, name).glob("*.html")):
            if f"{name}/{page.stem}" in app.env.found_docs:
                continue
            for suffix in _BESIDE:
                page.with_suffix(suffix).unlink(missing_ok=True)
            page.unlink()
