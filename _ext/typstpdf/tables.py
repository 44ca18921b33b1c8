"""The translator's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from typstpdf.escape import value

if TYPE_CHECKING:
    from collections.abc import Callable

    from typstpdf.output import Piece


class TableMixin:
    """Visitors for tables: the template gets the cells and how much text each column holds."""

    put: Callable[..., None]
    open: Callable[[], None]
    close: Callable[[], list[Piece]]
    anchors: Callable[[nodes.Element], None]
    caption: list[Piece]

    def init_tables(self) -> None:
        """Start with no caption and outside a head."""
        self.caption = []
        self.in_head = False
        self.in_concordance = False

    def visit_table(self, node: nodes.table) -> None:
        """Collect the parts of a table."""
        self.anchors(node)
        self.caption = []
        self.in_concordance = "slogan-kwic" in node["classes"]
        self.open()

    def depart_table(self, node: nodes.table) -> None:
        """Set it with the number of columns and of the rows to repeat on each page."""
        content = self.close()
        heads = sum(len(head.children) for head in node.findall(nodes.thead))
        columns = column_widths(node)
        form = "concordance-table" if "slogan-kwic" in node["classes"] else "book-table"
        self.put(f"#{form}({value(columns)}, {heads}, [", *self.caption, "], ", *content)
        self.put("totals: true)\n" if node.get("totals") else ")\n")
        self.caption = []
        self.in_concordance = False

    def visit_thead(self, node: nodes.thead) -> None:
        """Cells in here are heads."""
        self.in_head = True

    def depart_thead(self, node: nodes.thead) -> None:
        """Cells from here on are not."""
        self.in_head = False

    def _pass(self, node: nodes.Node) -> None:
        """Only its children matter."""

    visit_tgroup = depart_tgroup = visit_colspec = depart_colspec = _pass
    visit_tbody = depart_tbody = visit_row = depart_row = _pass

    def visit_entry(self, node: nodes.entry) -> None:
        """Open a cell."""
        spans = {
            key: node[attribute] + 1
            for key, attribute in (("colspan", "morecols"), ("rowspan", "morerows"))
            if node.get(attribute)
        }
        head = self.in_head or node.get("scope") in ("col", "row")
        self.put(f"(head: {value(head)}, classes: {value(node['classes'])}, ")
        self.put(f"spans: {value(spans)}, body: [")

    def depart_entry(self, node: nodes.entry) -> None:
        """Close it."""
        self.put("]), ")


def column_widths(table: nodes.table) -> list[tuple[int, int]]:
    """Return, for each column, how many characters its longest head and its longest cell have.

    Cells that span columns do not count. Latin letters and digits count half: they are half as
    wide as a Han character.
    """
    count = sum(1 for _ in table.findall(nodes.colspec))
    heads, cells = [0] * count, [0] * count
    for row in table.findall(nodes.row):
        widths = heads if isinstance(row.parent, nodes.thead) else cells
        column = 0
        for cell in row.children:
            if not isinstance(cell, nodes.entry):
                continue
            if not cell.get("morecols") and column < count:
                wide = sum(2 if ord(c) > 0x2E7F else 1 for c in cell.astext())
                widths[column] = max(widths[column], -(-wide // 2))
            column += 1 + int(cell.get("morecols", 0))
    return list(zip(heads, cells, strict=True))
