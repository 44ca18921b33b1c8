"""A chapter as a plain text file, beside its page: ``essays/e02.txt`` for ``essays/e02.html``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import whole
from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder


def plain_text(doctree: nodes.document) -> str:
    """Return the chapter's text: one block a line, blocks parted by an empty line.

    Emended places read as emended; the notes, numbered as on the page, stand at the end. UTF-8,
    ``\\n`` line ends, one at the end of the file.
    """
    blocks = [block for block in _blocks(doctree) if block.strip()]
    return "\n\n".join(blocks) + "\n"


def _blocks(node: nodes.Element) -> Iterator[str]:
    notes: list[str] = []
    for child in node.findall(nodes.TextElement):
        if not isinstance(child, (nodes.title, nodes.paragraph)):
            continue
        if isinstance(child.parent, nodes.footnote):
            number = child.parent[0].astext()
            notes.append(f"［{number}］{inline_text(child)}")
        else:
            yield inline_text(child, mark="［{}］")
    yield from notes


def inline_text(block: nodes.Element, mark: str = "") -> str:
    """Return the text of a block; the marks of its notes as ``mark`` has it, ``{}`` the number."""
    parts: list[str] = []

    def take(node: nodes.Element) -> None:
        for child in node.children:
            if isinstance(child, nodes.Text):
                in_mark = isinstance(node, nodes.footnote_reference)
                parts.append(mark.format(child.astext()) if in_mark else child.astext())
            elif isinstance(child, nodes.Element):
                take(child)

    take(block)
    return "".join(parts)


def write_plain_text(builder: StandaloneHTMLBuilder, docname: str, doctree: nodes.document) -> None:
    """Write ``docname``'s text beside its page."""
    whole.write(place(builder, docname), plain_text(doctree))


def place(builder: StandaloneHTMLBuilder, docname: str) -> Path:
    """Return where ``docname``'s text is, if it is a chapter."""
    return Path(builder.get_output_path(docname)).with_suffix(".txt")
