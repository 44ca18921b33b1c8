"""The pictures of an edition: its cover for the front page, its card for links to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import aside
import cover
import whole
from edition.settings import converter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

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


class Pictures:
    """Draws both pictures beside the pages (:mod:`aside`): they take half a second."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._drawn: aside.Made[dict[str, bytes]] | None = None

    def start(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Begin (``env-updated``)."""
        self._drawn = None
        if app.builder.name == "html":
            config, convert = app.config, converter(app.config, app.srcdir).convert
            self._drawn = aside.ask(app, lambda: draw(config.book, config.edition, convert))

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write them into the edition's ``_static`` (``build-finished``)."""
        drawn, self._drawn = self._drawn, None
        if drawn is not None and exception is None:
            for name, content in drawn.result().items():
                whole.write(Path(app.outdir, "_static", name), content)


def draw(book: Mapping[str, Any], edition: str, convert: Callable[[str], str]) -> dict[str, bytes]:
    """Return both pictures by the names of their files. They are the same bytes each time."""
    return {
        PICTURES["svg"]: cover.typeset(cover.TEMPLATE, book, edition, convert, kind="svg"),
        PICTURES["card"]: cover.typeset(CARD, book, edition, convert, ppi=144),
    }
