"""The contents of a page: its headings, and those that run into their paragraphs."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes

from .plaintext import inline_text

#: So many levels of headings are listed below a page's title.
LEVELS = 2

_HAN = "[一二三四五六七八九十百]{1,4}"
#: The forms of the marks of headings: only one form is of one level.
_FORMS = tuple(
    map(re.compile, (rf"{_HAN}、", rf"[（(]{_HAN}[）)]", r"\d{1,2}[.．、]", r"[（(]\d{1,2}[）)]"))
)


def contents(doctree: nodes.document | None) -> list[dict[str, Any]]:
    """Return the headings below a page's title as ``{href, title, items}``, two levels deep.

    A heading that runs into its paragraph (``<strong>一、……</strong>。……``) is one of the level of
    the sections beside it that have a mark of the same form, or of the first such beside it.
    """
    if doctree is None:
        return []
    page = next((part for part in doctree.children if isinstance(part, nodes.section)), None)
    return _entries(page, LEVELS) if page is not None else []


def _entries(section: nodes.Element, levels: int) -> list[dict[str, Any]]:
    if levels == 0:
        return []
    below = [part for part in section.children if isinstance(part, nodes.section)]
    heads = [
        (part, inline_text(head), part in below)
        for part in section.children
        if isinstance(part, nodes.Element) and part["ids"] and (head := _heading(part)) is not None
    ]
    forms = (_form(title) for _, title, is_section in heads if is_section or not below)
    form = next((form for form in forms if form is not None), None)
    return [
        {
            "href": f"#{part['ids'][0]}",
            "title": title,
            "items": _entries(part, levels - 1) if is_section else [],
        }
        for part, title, is_section in heads
        if is_section or (form is not None and _form(title) == form)
    ]


def _heading(part: nodes.Element) -> nodes.Element | None:
    """Return the title of a section, or what a paragraph begins with in strong type."""
    if isinstance(part, nodes.section):
        return next(iter(part.findall(nodes.title)), None)
    if isinstance(part, nodes.paragraph):
        # MyST leaves an empty text before what a paragraph begins with.
        first = next((child for child in part.children if child.astext()), None)
        return first if isinstance(first, nodes.strong) else None
    return None


def _form(text: str) -> int | None:
    return next((number for number, form in enumerate(_FORMS) if form.match(text)), None)
