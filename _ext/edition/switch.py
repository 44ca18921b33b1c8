"""The way from a page of one edition to the same page of another."""

from __future__ import annotations

import posixpath
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from edition.codes import edition
from edition.settings import built_editions

#: Pages that only Traditional editions have → the page to lead to elsewhere.
TRADITIONAL_ONLY = {"appendix/conversion": "appendix/index"}


def page_in(pagename: str, code: str) -> str:
    """Return the page of edition *code* that corresponds to *pagename*."""
    if edition(code).script == "Hans":
        return TRADITIONAL_ONLY.get(pagename, pagename)
    return pagename


def relative_href(current: str, target: str, page_uri: str, target_uri: str) -> str:
    """Return the relative link from a page of one edition to one of another.

    *current* and *target* are edition codes; *page_uri* is the page that the link
    stands on and *target_uri* the one it leads to, each relative to its edition's
    root (``essays/e01.html``). The result works over HTTP and from ``file://``.
    """
    start = posixpath.dirname(posixpath.join(edition(current).folder, page_uri))
    return posixpath.relpath(posixpath.join(edition(target).folder, target_uri), start or ".")


def absolute_href(base_url: str, code: str, page_uri: str) -> str:
    """Return the address of a page of edition *code* on the site at *base_url*."""
    return posixpath.join(base_url.rstrip("/") + "/", edition(code).folder, page_uri)


def alternates(config: Config, pagename: str, codes: list[str]) -> list[tuple[str, str]]:
    """Return the languages that a page is to be had in, each with the edition that has it.

    *codes* are the editions of the build. The last language is ``x-default``, for a reader whose
    language no edition is in: the book's own edition if it has the page, else the first that has.
    Nothing for a page that no edition has.
    """
    having = [code for code in codes if page_in(pagename, code) == pagename]
    if not having:
        return []
    default = config.edition_source if config.edition_source in having else having[0]
    return [*((code, code) for code in having), ("x-default", default)]


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give the templates ``edition``, ``editions``, ``alternates`` and ``language``.

    ``editions``: for each edition of the build, ``{code, label, lang, href, current}``.
    ``alternates``: ``{hreflang, href}`` for each, and ``x-default``; empty unless the
    site's address is known. ``language`` becomes the tag that the theme writes into
    ``<html lang>``.
    """
    current = app.config.edition
    uri = app.builder.get_target_uri
    codes = built_editions(app.config)
    context["edition"] = current
    context["language"] = current
    context["editions"] = [
        {
            "code": code,
            "label": edition(code).label,
            "lang": code,
            "href": relative_href(current, code, uri(pagename), uri(page_in(pagename, code))),
            "current": code == current,
        }
        for code in codes
    ]
    context["alternates"] = _alternates(app, pagename, codes)


def _alternates(app: Sphinx, pagename: str, codes: list[str]) -> list[dict[str, str]]:
    base, uri = app.config.edition_base_url, app.builder.get_target_uri
    if not base:
        return []
    return [
        {"hreflang": language, "href": absolute_href(base, code, uri(pagename))}
        for language, code in alternates(app.config, pagename, codes)
    ]
