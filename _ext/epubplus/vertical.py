"""Numerals in a vertical line (縱中橫).

One or two digits, or one capital letter, that stand alone between Han characters are set upright
within one square (CLReq, "Mixed Text Composition in Vertical Writing Mode"); longer numbers and
words lie on their side, which is what ``text-orientation: mixed`` does of itself. CSS can do so
only for an element of their own: ``text-combine-upright: digits`` is implemented nowhere that
matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element

#: What a numeral may not touch: it would be part of a longer number, unit or word.
_JOINED = r"[0-9A-Za-z.,:/%‰°\-–~+=#@&_]"
NUMERAL = re.compile(rf"(?<!{_JOINED})(?:[0-9]{{1,2}}|[A-Z])(?!{_JOINED})")

#: What a text without cannot have a numeral: nearly all texts are passed over by it.
_MAY_STAND = re.compile("[0-9A-Z]")

#: Elements whose text is no running text of their parent.
_APART = (nodes.footnote_reference, nodes.literal, nodes.raw)


def wants_vertical(edition: str) -> bool:
    """Tell whether an edition also comes in vertical lines: the Traditional ones do."""
    return edition.startswith("zh-Hant")


def mark_numerals(document: nodes.document) -> None:
    """Wrap the upright numerals of ``document`` in ``inline`` nodes of class ``tcy``, in place.

    The text itself does not change.
    """
    blocks = [
        _block(text) for text in document.findall(nodes.Text) if _MAY_STAND.search(text) is not None
    ]
    for block in dict.fromkeys(blocks):
        if block is not None:
            _mark(block)


def _block(text: nodes.Text) -> Element | None:
    """Return the element whose running text ``text`` is part of, ``None`` if there is none."""
    block: Element | None = None
    node = text.parent
    while node is not None:
        if isinstance(node, nodes.footnote_reference):
            return node
        if isinstance(node, nodes.TextElement):
            block = node
        node = node.parent
    return block


def _texts(node: Element) -> Iterator[nodes.Text]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, _APART):
            yield from _texts(child)


def _mark(block: Element) -> None:
    texts = list(_texts(block))
    line = "".join(text.astext() for text in texts)
    marks = [match.span() for match in NUMERAL.finditer(line)]
    start = 0
    for text in texts:
        end = start + len(text.astext())
        inside = [(a - start, b - start) for a, b in marks if start <= a and b <= end]
        if inside:
            text.parent.replace(text, _split(text.astext(), inside))
        start = end


def _split(text: str, spans: list[tuple[int, int]]) -> list[nodes.Node]:
    pieces: list[nodes.Node] = []
    done = 0
    for start, end in spans:
        if start > done:
            pieces.append(nodes.Text(text[done:start]))
        pieces.append(nodes.inline("", text[start:end], classes=["tcy"]))
        done = end
    if done < len(text):
        pieces.append(nodes.Text(text[done:]))
    return pieces
