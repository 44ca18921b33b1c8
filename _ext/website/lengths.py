"""How long each chapter is, counted once while it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import facts
from docutils import nodes
from sphinx.environment.collectors import EnvironmentCollector

from .plaintext import inline_text

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Each run of Latin letters or digits, and each character of Chinese or its punctuation (here in
#: runs): what word processors for Chinese count as 字数.
LATIN = re.compile(r"[0-9A-Za-z]+(?:[.'-][0-9A-Za-z]+)*")
CHINESE = re.compile(r"[^\s\x00-\x7f]+")

#: What :func:`document_length` finds is called so among the facts of a document: characters
#: are converted one by one, so that a chapter is as long in every edition.
LENGTH = "website length"

#: Characters a minute in silent reading of prose; a round figure, for orientation only.
READING_SPEED = 400


def count(text: str) -> int:
    """Return the length of ``text`` in 字: characters and marks singly, Latin by the word."""
    return len(LATIN.findall(text)) + sum(map(len, CHINESE.findall(text)))


def minutes(length: int) -> int:
    """Return the minutes it takes to read ``length`` 字, rounded up, at least 1."""
    return max(1, -(-length // READING_SPEED))


def document_length(doctree: nodes.document) -> int:
    """Return the length of a chapter's own text: its titles and paragraphs, not its notes."""
    length = 0
    for part in doctree.children:
        if isinstance(part, nodes.docinfo):  # the front matter, before Sphinx takes it away
            continue
        for block in part.findall(nodes.TextElement):
            if isinstance(block, (nodes.paragraph, nodes.title)) and not _in_note(block):
                length += count(inline_text(block))
    return length


def _in_note(node: nodes.Node) -> bool:
    return isinstance(node.parent, nodes.footnote)


class LengthCollector(EnvironmentCollector):
    """Keeps ``env.website_lengths``: page name -> length in 字, for pages that are chapters."""

    @staticmethod
    def _lengths(env: BuildEnvironment) -> dict[str, int]:
        if not hasattr(env, "website_lengths"):
            env.website_lengths = {}  # type: ignore[attr-defined]
        return env.website_lengths  # type: ignore[attr-defined]

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a page."""
        self._lengths(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """Take over what a parallel reader counted."""
        theirs = self._lengths(other)
        self._lengths(env).update({name: theirs[name] for name in docnames if name in theirs})

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Count a page."""
        docname = app.env.docname
        if "works" in app.env.metadata.get(docname, {}):
            self._lengths(app.env)[docname] = facts.fact(app.env, LENGTH, doctree)
