"""Where a line on a screen may break, beyond what browsers and reading systems know of Chinese.

Unicode allows no break between two quotation marks (UAX #14, LB19), so that a row of quoted words
would be one long word, and the line before it be stretched; nor within an address of e-mail. And a
title is better broken between two words than within one.
"""

from __future__ import annotations

import re

from docutils import nodes
from edition.words import parted
from sphinx.writers.html5 import HTML5Translator

#: Between closing and opening marks, and after the signs of an address.
_BREAK = re.compile(r"(?<=[”’])(?=[“‘])|(?<=[!-~]{4}[@._/=&?-])(?=[0-9A-Za-z]{2})")
#: A run of more than thirty letters and digits, and what of it stays together.
_ENDLESS = re.compile(r"([0-9A-Za-z]{31,})")
_FOUR = re.compile(".{1,4}")
#: What a text has that is to be looked at more closely; dashes alone are no reason.
_LIKELY = re.compile(r"[”’][“‘]|[!-~]{13}")
#: A word or a mark.
_PIECE = re.compile(r"\w+|\W")
_OPENING = "（《“‘「『〈【"

#: Where a heading may break before it breaks within a phrase.
PHRASE_END = re.compile("(?<=[，。；：？！　])(?=.)|(?<=.)(?=[（《“「])")
#: Characters that fit a line of a heading of the first and of lower levels on 360 pixels.
LONGEST_PHRASE = {1: 12, 2: 14}


def parts(text: str) -> list[str]:
    """Return ``text`` cut where a line may break and a browser would not.

    A run that has no sign and is longer than a line on a small screen is cut anywhere: as one word
    it would leave the line before it, if that is justified, with a few characters far apart.
    """
    if not _LIKELY.search(text):
        return [text]
    found: list[str] = []
    for part in _BREAK.split(text):
        before, *others = _ENDLESS.split(part)
        cut = [before]
        for run, after in zip(others[::2], others[1::2], strict=True):
            first, *rest = _FOUR.findall(run)
            cut[-1] += first
            cut += [*rest[:-1], rest[-1] + after]
        found += cut
    return found


class BreakingTranslator(HTML5Translator):
    """Sphinx's HTML with such places marked with ``wbr``."""

    _words_kept = False

    def visit_Text(self, node: nodes.Text) -> None:
        """Write text, with the places where its lines may break."""
        text = node.astext()
        if self.protect_literal_text:
            super().visit_Text(node)
        elif self._words_kept:
            self.body.append("<wbr />".join(map(self.encode, words(text, self.config.edition))))
        else:
            self.body.append("<wbr />".join(map(self.encode, parts(text))))

    def visit_title(self, node: nodes.title) -> None:
        """Open a heading; one whose phrases are short breaks between them, not in a word."""
        phrases = PHRASE_END.split(node.astext())
        longest = LONGEST_PHRASE[min(self.section_level, 2)]
        short = max(map(len, phrases)) <= longest
        if isinstance(node.parent, nodes.section) and (len(phrases) > 1 or not short):
            node["classes"] = [*node["classes"], "phrases"]
            self._words_kept = not short
        super().visit_title(node)

    def depart_title(self, node: nodes.title) -> None:
        """Close it."""
        self._words_kept = False
        super().depart_title(node)


def words(text: str, edition: str) -> list[str]:
    """Return ``text`` cut between its words, each with the marks that cling to it."""
    found: list[str] = []
    for part in parted(text, edition):
        for piece in _PIECE.findall(part):
            begins = piece[0].isalnum() or piece in _OPENING
            if found and (found[-1][-1] in _OPENING or not begins):
                found[-1] += piece
            else:
                found.append(piece)
    return found
