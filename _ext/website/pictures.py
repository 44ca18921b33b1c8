"""The pictures of an edition: its cover for the front page, its card for links to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import cover
from edition.settings import converter

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CARD = Path(__file__).with_name("card.typ")

#: What the templates need: files below ``_static``, sizes in CSS pixels. The cover's page is 4 by
#: 6 inches; the card is 1200 by 630, the size link previews are cut to (ogp.me, x.com).
PICTURES: dict[str, Any] = {
    "svg": "cover.svg",
    "width": 384,
    "height": 576,
    "card": "card.png",
    "card_width": 1200,
    "card_height": 630,
}


def write_pictures(app: Sphinx) -> None:
    """Draw both pictures into the edition's ``_static``. They are the same bytes each time."""
    book, edition = app.config.book, app.config.edition
    convert = converter(app.config, app.srcdir).convert
    folder = Path(app.outdir, "_static")
    svg = cover.typeset(cover.TEMPLATE, book, edition, convert, kind="svg")
    card = cover.typeset(CARD, book, edition, convert, ppi=144)
    (folder / PICTURES["svg"]).write_bytes(svg)
    (folder / PICTURES["card"]).write_bytes(card)
