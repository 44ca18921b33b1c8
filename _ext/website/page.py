"""What the templates show about one page, beyond what Sphinx gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import addresses
import chapterlist
from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes

from .builder import BookHTMLBuilder
from .lengths import minutes
from .plaintext import inline_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Characters of a page's description: what search engines and link previews show of it.
DESCRIPTION_LENGTH = 120

#: The class that Sphinx gives to the items of the first level of a toctree.
TOP = "toctree-l1"


def marked_title(env: BuildEnvironment, docname: str, title: str) -> str:
    """Return ``title`` behind the chapter's mark: 第三篇　题目.

    Chapters of one title are told apart by it in tabs, bookmarks and histories.
    """
    marker = str(env.metadata.get(docname, {}).get("marker", ""))
    return title if not marker or title.startswith(marker) else f"{marker}　{title}"


def contents(env: BuildEnvironment, docname: str) -> list[dict[str, Any]]:
    """Return the headings below a page's title as ``{href, title, items}``, two levels deep."""
    toc = env.tocs.get(docname)
    if toc is None or not toc.children:
        return []
    page = toc.children[0]
    return _entries(page, 2) if isinstance(page, nodes.Element) else []


def _entries(item: nodes.Element, depth: int) -> list[dict[str, Any]]:
    if depth == 0:
        return []
    entries = []
    for below in item.children:
        if not isinstance(below, nodes.bullet_list):
            continue
        for child in below.children:
            reference = next(iter(child.findall(nodes.reference)), None)
            if reference is not None and reference.get("anchorname"):
                entries.append(
                    {
                        "href": reference["anchorname"],
                        "title": reference.astext(),
                        "items": _entries(child, depth - 1),  # type: ignore[arg-type]
                    }
                )
    return entries


def description(doctree: nodes.document) -> str:
    """Return the first words of a page's own text, whole where they fit.

    For a page of contents, which has none, those are the titles it lists.
    """
    for paragraph in doctree.findall(nodes.paragraph):
        own = not isinstance(paragraph, addnodes.compact_paragraph)
        in_byline = isinstance(paragraph.parent, nodes.container)
        if own and not in_byline and (text := inline_text(paragraph).strip()):
            return _shortened(text)
    listed = (item for item in doctree.findall(nodes.list_item) if TOP in item["classes"])
    links = (next(item.findall(nodes.reference), None) for item in listed)
    return _shortened("、".join(link.astext() for link in links if link is not None))


def _shortened(text: str) -> str:
    return text if len(text) <= DESCRIPTION_LENGTH else text[:DESCRIPTION_LENGTH] + "……"


def _chapter(app: Sphinx, pagename: str, works: list[dict[str, Any]]) -> dict[str, Any]:
    length = app.env.website_lengths.get(pagename, 0)  # type: ignore[attr-defined]
    return {
        "marker": app.env.metadata[pagename].get("marker", ""),
        "works": works,
        "length": f"{length:,}",
        "minutes": minutes(length),
        "text": f"{pagename.rpartition('/')[2]}.txt",
    }


def _add_book(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add what is the same on every page, and on the front page where reading starts."""
    builder = app.builder
    assert isinstance(builder, BookHTMLBuilder)
    context.update(builder.book_context)
    if pagename == app.config.root_doc:
        chapters = [name for name, meta in app.env.metadata.items() if "works" in meta]
        first = min(chapters, key=lambda name: int(app.env.metadata[name]["chapter"]), default="")
        context["first_chapter"] = first and app.builder.get_relative_uri(pagename, first)


def add_page_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the page's parts to its template's variables (``html-page-context``)."""
    if app.builder.name != "html":
        return
    env = app.env
    works = chapterlist.works(env, pagename)
    title = env.titles.get(pagename)
    _add_book(app, pagename, context)
    context["page_title"] = (
        title.astext() if title else Markup(context.get("title", "")).striptags()
    )
    context["marked_title"] = marked_title(env, pagename, context["page_title"])
    context["page_toc"] = contents(env, pagename)
    context["page_kind"] = (
        "front" if pagename == app.config.root_doc else "chapter" if works else "page"
    )
    context["chapter"] = _chapter(app, pagename, works) if works else None
    context["page_description"] = description(doctree) if doctree is not None else ""
    context["page_address"] = context["site_root"] + app.builder.get_target_uri(pagename)
    context["emended_count"] = (
        sum("emended" in node["classes"] for node in doctree.findall(addresses.emended))
        if doctree is not None
        else 0
    )
    context["css_tags"] = Markup("\n").join(
        context["css_tag"](css) for css in _by_priority(context["css_files"])
    )
    context["js_tags"] = Markup("\n").join(
        context["js_tag"](js) for js in _by_priority(context["script_files"])
    )


def _by_priority(files: list[Any]) -> list[Any]:
    return sorted(files, key=lambda file: getattr(file, "priority", 500))
