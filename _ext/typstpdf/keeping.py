"""Which lines of a paragraph stay together, and with the notes they have.

Typst takes room for a note as soon as it has set the line of its mark. If it then moves that line
to the next page, because it holds a last line together with the one before it, the note stays
behind. So a line that has a note must be free to stay where it is first set.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from docutils import nodes

from typstpdf.breaks import endless

#: Characters of a paragraph of at most three lines.
SHORT = 90

#: Characters of a paragraph that goes to the next page as a whole if the closing below it does.
LAST = 150

#: Characters of a label that stands over its list.
LABEL = 15

#: Characters of the last two lines of a paragraph on the widest page.
TWO_LINES = 80

#: Characters of a paragraph that may need a second line, if it is English.
ENGLISH = 40
#: What a paragraph in English or the like has none of.
_CHINESE = re.compile("[\u2e80-\U0003ffff]")

#: Classes of what stands below the last paragraph of a letter or a speech.
ENDS = {"closing", "salute", "signature"}


def setting(paragraph: nodes.paragraph) -> str:
    """Return the function that breaks the lines of a paragraph which is not all Chinese."""
    text = paragraph.astext()
    if len(text) > ENGLISH and not _CHINESE.search(text):
        return "english"
    return "filled" if endless(text) else ""


def keeper(paragraph: nodes.paragraph, set_before: Collection[str]) -> str:
    """Return the function of the template that keeps the lines of a paragraph, or ``""``.

    ``set_before`` has the ids of the notes that an earlier mark has set.
    """
    if isinstance(paragraph.parent, nodes.entry):
        return ""  # the rows of a table are not divided
    text = paragraph.astext()
    behind = _behind_notes(paragraph, set_before)
    if behind:
        # A block of several notes would leave on its page those that find room there. In a block
        # all lines have to wait for the last: only a short one does.
        if len(text) <= LAST and len(behind) == 1:
            return "whole-paragraph"
        return "loose" if behind[-1] <= TWO_LINES else ""
    below = paragraph.next_node(siblings=True, descend=False)
    if len(text) <= LABEL and text.endswith(("：", ":")) and isinstance(below, nodes.bullet_list):
        return "label-of-list"
    if len(text) <= LAST and isinstance(below, nodes.container) and ENDS & {*below["classes"]}:
        return "last"
    return "short" if len(text) <= SHORT else ""


def _behind_notes(paragraph: nodes.paragraph, set_before: Collection[str]) -> list[int]:
    """Return how much text stands behind each mark whose note is set here, in characters."""
    marks: list[int] = []
    known = set(set_before)
    length = 0.0
    for node in paragraph.findall():
        if isinstance(node, nodes.footnote_reference):
            if node.get("refid") not in known:
                known.add(node.get("refid"))
                marks.append(int(length))
        elif isinstance(node, nodes.Text):
            # Latin letters and digits are half as wide as a Han character.
            length += sum(1 if ord(c) > 0x2E7F else 0.5 for c in node.astext())
    return [int(length) - mark for mark in marks]
