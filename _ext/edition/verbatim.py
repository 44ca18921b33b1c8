"""What no edition converts: a reading that an editor keeps as the source has it.

The class ``verbatim`` says so of a node; the role ``{verbatim}`` gives a text that class, and the
language that the book's own text is in, for a page in another.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxRole

#: The class by which a node says that its text is not converted.
VERBATIM_CLASS = "verbatim"

#: docutils writes a class that begins so as ``lang``.
_LANGUAGE = "language-"


def is_verbatim(node: nodes.Node) -> bool:
    """Say whether no edition converts what is in *node*."""
    return isinstance(node, nodes.Element) and VERBATIM_CLASS in node.attributes["classes"]


def language_of(node: nodes.Element) -> str:
    """Return the language tag of what is kept in *node* or below it, ``""`` if nothing is."""
    for kept in node.findall(nodes.inline):
        if is_verbatim(kept):
            for name in kept["classes"]:
                if name.startswith(_LANGUAGE):
                    return name.removeprefix(_LANGUAGE)
    return ""


class Verbatim(SphinxRole):
    """``{verbatim}`` with a text of the source's: every edition prints it as it is."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text in a span that says so, and no messages."""
        classes = [VERBATIM_CLASS, f"{_LANGUAGE}{self.config.edition_source}"]
        return [nodes.inline(self.rawtext, self.text, classes=classes)], []
