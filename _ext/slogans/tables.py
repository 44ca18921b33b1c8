"""Docutils tables with a caption and with cells that know what they head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from slogans.nodes import slogan_head, slogan_table

Cell = nodes.Node | str | int


def cell(content: Cell, classes: Sequence[str] = ()) -> nodes.entry:
    """Return an ordinary cell that holds ``content``."""
    return nodes.entry("", _paragraph(content), classes=list(classes))


def head(content: Cell, scope: str) -> slogan_head:
    """Return a cell that heads its column (``scope="col"``) or its row (``scope="row"``)."""
    return slogan_head("", _paragraph(content), scope=scope)


def _paragraph(content: Cell) -> nodes.paragraph:
    child = content if isinstance(content, nodes.Node) else nodes.Text(str(content))
    return nodes.paragraph("", "", child)


def table(
    caption: str,
    columns: Sequence[Cell],
    rows: Iterable[Sequence[nodes.entry]],
    widths: Sequence[int],
    classes: Sequence[str] = (),
) -> slogan_table:
    """Return a table.

    ``columns`` are the texts of the head; ``rows`` hold cells made by :func:`cell` or
    :func:`head`; ``widths`` are relative. The three must agree in number.
    """
    group = nodes.tgroup("", cols=len(columns))
    group += [nodes.colspec("", colwidth=width) for width in widths]
    group += nodes.thead("", nodes.row("", *(head(c, "col") for c in columns)))
    group += nodes.tbody("", *(nodes.row("", *row) for row in rows))
    return slogan_table("", nodes.title("", caption), group, classes=list(classes))
