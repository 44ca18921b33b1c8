"""The nodes of the slogan glossary, and what a builder has to know to show them.

All of them stand in resolved doctrees only (``env.get_and_resolve_doctree``), put there by the
post-transforms of this package. The cached doctrees hold standard nodes.

``slogan_mention`` (a ``reference``)
    A use of a slogan in running text. ``refuri`` or ``refid`` as in any reference; ``entry`` is
    the address of the glossary entry (``slogan-san-hui-yi-ke``). A translator without a visitor
    of its own falls back to ``visit_reference``, since Sphinx looks along the class's bases.

``slogan_uses``
    The back references of one glossary entry, last child of its ``definition``. It has no
    children: 40,000 uses would be 200,000 nodes. Attributes: ``entry`` (address of the entry),
    ``total`` (number of uses) and ``works``, a tuple of :class:`WorkUses` in reading order.
    HTML and ePub print each :class:`Use` as a line of context. A paged form prints the pages:
    the pages of the labels ``use.block`` (paragraph ids, unique in the book), each page once.

``slogan_table`` (a ``table``), ``slogan_head`` (an ``entry``)
    An ordinary docutils table with a ``title`` child as caption; cells that head a column or a
    row are ``slogan_head`` with ``scope`` = ``"col"`` or ``"row"``. ``totals`` says that the last
    row sums up the others, and should not stand alone on a page. In the table of frequencies
    cells have the classes ``heat-0`` … ``heat-5``: the darker, the more uses.

    In a printed concordance the reference to the place of a use has ``use`` = (document, address
    of the entry, which of the uses that the document makes of it, from 0): its page is that of
    the use, not that of the paragraph, and its text is not needed where there are pages.

``slogan_concordance``
    HTML only: the place of the table that ``concordance.js`` fills. Its children are the part
    that is readable without JavaScript. Other builders get ``slogan_table`` nodes in its place.

``slogan_index`` (a ``container``)
    The entries by letter or stroke count: paragraphs of references, each led by a ``strong``.
    ``title`` is its heading.
"""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes


class Use(NamedTuple):
    """One use of a slogan, in the edition's script."""

    docname: str
    block: str  #: address of the paragraph or heading: ``e02b-p7``
    before: str  #: up to 15 characters of the same block before the slogan
    surface: str  #: the slogan as printed here (an entry's variant, perhaps)
    after: str  #: up to 15 characters of the same block after it


class WorkUses(NamedTuple):
    """The uses of one slogan in one work."""

    work: str  #: address of the work: ``e02b``
    title: str  #: its title, in the edition's script
    docname: str
    uses: tuple[Use, ...]  #: in reading order


class slogan_mention(nodes.reference):
    """A use of a slogan, linked to its entry."""


class slogan_uses(nodes.General, nodes.Element):
    """All uses of one entry; see the module's docstring."""


class slogan_table(nodes.table):
    """A table whose heading cells know what they head."""


class slogan_head(nodes.entry):
    """A cell that heads a column or a row: ``scope``."""


class slogan_concordance(nodes.General, nodes.Element):
    """The place of the interactive concordance."""


class slogan_statistics(nodes.General, nodes.Element):
    """Marks, in cached doctrees, where the tables of the statistics go."""


class slogan_downloads(nodes.General, nodes.Element):
    """Marks, in cached doctrees, where the list of data files goes."""


class slogan_index(nodes.container):
    """The entries by letter or by stroke count."""
