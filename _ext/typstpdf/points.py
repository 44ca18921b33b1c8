"""The markers of points (1、, （1）, ①), which paragraphs have in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from typstpdf.output import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from typstpdf.output import Piece

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_MARKER = re.compile(rf"{_NUMBER}[、．.]|[（(]{_NUMBER}[)）]|[①-⑳]")
_ITS_NUMBER = re.compile(_NUMBER)


def marker(paragraph: nodes.paragraph) -> str:
    """Return the marker that a point begins with, or ``""``: also for what is no point."""
    container = paragraph.parent
    if not isinstance(container, nodes.container) or "points" not in container["classes"]:
        return ""
    first = paragraph.next_node(nodes.Text)
    found = _MARKER.match(first.astext()) if first is not None else None
    return found[0] if found else ""


def room(container: nodes.Element) -> dict[str, float]:
    """Return the room in em that each kind of marker of ``container`` takes: ``、`` -> 2.

    The text of all points that are marked alike is aligned, that of 9、 with that of 10、.
    """
    widths: dict[str, float] = {}
    for point in container.children:
        if isinstance(point, nodes.paragraph) and (found := marker(point)):
            key = kind(found)
            # A digit is half as wide as a Han character; behind ① there is no mark to set it off.
            wide = sum(0.5 if c.isascii() else 1 for c in found) + (0 if key else 0.5)
            widths[key] = max(widths.get(key, 0), wide)
    return widths


def kind(found: str) -> str:
    """Return a marker without its number."""
    return "" if "①" <= found <= "⑳" else _ITS_NUMBER.sub("", found)


class PointsMixin:
    """Sets the points of a list with the second line below the text of the first."""

    put: Callable[..., None]
    _room: dict[str, float]
    #: The marker that the text to come begins with, until it is set.
    _marker = ""

    def points_begin(self, container: nodes.container) -> None:
        """Learn what room the markers of a list of points take."""
        self._room = room(container)

    def point_begins(self, paragraph: nodes.paragraph) -> str:
        """Return the opening of the point that ``paragraph`` is, or ``""``."""
        self._marker = marker(paragraph)
        return f"#point({self._room[kind(self._marker)]}em)[" if self._marker else ""

    def without_marker(self, text: str) -> str:
        """Set the marker that ``text`` begins with, if it is to; return the rest."""
        found, self._marker = self._marker, ""
        if not found:
            return text
        pieces: list[Piece] = [f"#marker({self._room[kind(found)]}em)[", Words(found), "]"]
        self.put(*pieces)
        return text.removeprefix(found)
