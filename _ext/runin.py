"""Enters headings that run into their paragraphs among the contents of a page.

``**一、学在前**。……`` is as much a heading as ``## 二、干在前`` beside it, but Sphinx knows only
sections. So its records of a page (``env.tocs``) get an item for each: the contents of the page
and of the ePub, which both come from there, then begin with 一、 and not with 二、. The paragraph
keeps the words of its heading as :data:`RUN_IN`, for the bookmarks of the PDF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addresses import sections_and_notes, without_marks
from docutils import nodes
from sphinx import addnodes
from sphinx.environment.collectors import EnvironmentCollector

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

#: Attribute of a paragraph: the words of its heading among the contents, without marks of notes.
RUN_IN = "run_in"

_HAN = "[一二三四五六七八九十百]{1,4}"
#: The forms of the marks of headings: those of one form are of one level.
_FORMS = tuple(
    map(re.compile, (rf"{_HAN}、", rf"[（(]{_HAN}[）)]", r"\d{1,2}[.．、]", r"[（(]\d{1,2}[）)]"))
)


def enter(toc: nodes.Element, doctree: nodes.document, docname: str) -> None:
    """Add the headings that run in to the record of a page, ``toc``, each at its place.

    Their paragraphs in ``doctree`` keep them too (:data:`RUN_IN`).

    ``toc`` is what Sphinx made of the sections of ``doctree``.  In a section such headings are of
    the level of the sections below it that have a mark of their form; where there are none
    below, of the form of the first.  What has no mark (strong words), another form, or no
    address is not entered.
    """
    items = {
        reference["anchorname"]: item
        for item in toc.findall(nodes.list_item)
        if (reference := next(item.findall(nodes.reference), None)) is not None
    }
    top = True
    for section in sections_and_notes(doctree):
        if not isinstance(section, nodes.section):
            continue
        # The page's own item has no anchor.
        item = items.get("" if top else f"#{section['ids'][0]}")
        top = False
        if item is not None and (heads := _run_in(section)):
            _insert(item, section, heads, docname)


def _run_in(section: nodes.section) -> dict[nodes.Node, str]:
    """Give the headings that run in directly below a section, by their paragraphs."""
    heads: dict[nodes.Node, str] = {}
    for part in section.children:
        if not isinstance(part, nodes.paragraph) or not part["ids"]:
            continue
        # MyST leaves an empty text before what a paragraph begins with.
        first = next((child for child in part.children if child.astext()), None)
        if isinstance(first, nodes.strong) and _form(first.astext()) is not None:
            heads[part] = without_marks(first)
    titles = [without_marks(s[0]) for s in section.children if isinstance(s, nodes.section)]
    if any(title.endswith("。") for title in titles):
        # Behind the strong stands the stop that the headings beside it have within.
        heads = {part: head + _stop(part) for part, head in heads.items()}
    beside = titles or list(heads.values())
    form = next((form for text in beside if (form := _form(text)) is not None), None)
    return {part: head for part, head in heads.items() if _form(head) == form}


def _stop(paragraph: nodes.Node) -> str:
    """Give the full stop that stands behind the heading at the head of a paragraph, if any."""
    children = iter(paragraph.children)
    next((child for child in children if isinstance(child, nodes.strong)), None)
    after = next((child for child in children if isinstance(child, nodes.Text)), "")
    return "。" if str(after).startswith("。") else ""


def _insert(
    item: nodes.Element,
    section: nodes.section,
    heads: dict[nodes.Node, str],
    docname: str,
) -> None:
    """Put items for headings into the list below an item, in the order of the section."""
    below = next((part for part in item.children if isinstance(part, nodes.bullet_list)), None)
    if below is None:
        below = nodes.bullet_list()
        item += below
    place = 0
    for part in section.children:
        if part in heads:
            assert isinstance(part, nodes.Element)
            part[RUN_IN] = heads[part]
            below.insert(place, _item(heads[part], part["ids"][0], docname))
            place += 1
        elif isinstance(part, nodes.section):
            place += 1


def _item(head: str, name: str, docname: str) -> nodes.list_item:
    link = nodes.reference("", head, internal=True, refuri=docname, anchorname=f"#{name}")
    return nodes.list_item("", addnodes.compact_paragraph("", "", link))


def _form(text: str) -> int | None:
    return next((number for number, form in enumerate(_FORMS) if form.match(text)), None)


class RunInCollector(EnvironmentCollector):
    """Completes what Sphinx has just recorded of a page; it keeps nothing of its own."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Leave it to Sphinx to forget the record."""

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """Leave it to Sphinx to take over the records of a parallel reader."""

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Enter the headings of a page just read."""
        docname = app.env.docname
        if docname in app.env.tocs:
            enter(app.env.tocs[docname], doctree, docname)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the collector, behind Sphinx's own."""
    app.add_env_collector(RunInCollector)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
