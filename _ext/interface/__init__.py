"""Every string of the interface, in every edition.

One table in three parts (``site``, ``books``, ``slogans``), so that an editor of another region
can read down a column. Keys are grouped by the extension that uses them; a value may hold
``{name}`` fields, filled by :func:`text`.
Regional words are written, not converted: 搜索/搜尋, 链接/連結, 打印/列印.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import books, site, slogans

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: The columns of the table, in order.
EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
STRINGS: dict[str, tuple[str, str, str]] = {**site.STRINGS, **books.STRINGS, **slogans.STRINGS}


def text(edition: str, key: str, **values: object) -> str:
    """Return the string ``key`` in ``edition`` with its ``{name}`` fields filled from ``values``.

    Raises ``KeyError`` for a key that the table does not have: a missing string is a bug.
    """
    return STRINGS[key][EDITIONS.index(edition)].format(**values)


def edited(edition: str, editor: str) -> str:
    """Return who edited the book as a title page says it: 某某　编, or as it is where it says so."""
    return editor if _SAYS_ROLE.search(editor) else text(edition, "edited", editor=editor)


# 某某编, 某某主编, 某某　编校, 某某编著, 某某选编; not 本书编委会.
_SAYS_ROLE = re.compile("(?:[编編](?:[校选選著辑輯译譯写寫])?|[辑輯]录?|[整校]理|校[注註])$")


def catalogue(edition: str) -> dict[str, str]:
    """Return all strings of ``edition`` by key, fields unfilled (for templates, as ``ui``)."""
    column = EDITIONS.index(edition)
    return {key: row[column] for key, row in STRINGS.items()}


def _offer(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    context["ui"] = catalogue(app.config.edition)
    context["edition"] = app.config.edition
    context["book"] = app.config.book


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put the strings into every page's context."""
    app.connect("html-page-context", _offer, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
