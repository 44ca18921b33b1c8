"""Name the language of what an entry says in another language than the book's.

For readers that speak the page, and for the edition, which must not convert it: the quotation
marks of an English phrase stay as they are.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from slogans.collect import entry_items

#: Han characters and full-width signs in a row, for finding the English between them.
_HAN_RUN = re.compile("([\\u2e80-\\u9fff\\uff00-\\uffef]+)")

#: docutils writes ``language-…`` as ``lang``; ``edition`` leaves ``verbatim`` alone.
_ENGLISH = ("language-en", "verbatim")
_PINYIN = ("language-zh-Latn-pinyin", "verbatim")


class NameLanguages(SphinxTransform):
    """Mark the pinyin and the English of each entry."""

    #: After entries have their labels (255), before an edition converts (845).
    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Change the document in place."""
        for _, definition in entry_items(self.document.findall(addnodes.glossary)):
            for field in definition.children:
                if isinstance(field, nodes.container) and "pinyin" in field["classes"]:
                    field["classes"].extend(_PINYIN)
                elif isinstance(field, nodes.container) and "english" in field["classes"]:
                    _mark_english(field)


def _mark_english(field: nodes.container) -> None:
    """Mark the English in ``field``; Chinese words between (直译) stay Chinese."""
    for text in list(field.findall(nodes.Text)):
        parts = [
            nodes.Text(part) if number % 2 else nodes.inline("", part, classes=list(_ENGLISH))
            for number, part in enumerate(_HAN_RUN.split(text.astext()))
            if part
        ]
        text.parent.replace(text, parts)
