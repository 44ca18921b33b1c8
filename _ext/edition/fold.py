"""Back from an edition's characters to the Simplified text's.

``table(code)`` is the map of single characters (for a search index: every form of an
edition to the Simplified character); :func:`folder_for` also sets right the few words
whose Traditional character Simplified text keeps (乾坤, 慰藉, 著名).
"""

from __future__ import annotations

import re
from functools import cache

from edition import opencc_tables, quotes
from edition.codes import edition as edition_of
from edition.lexicon import frequencies, lexicon

#: Not kept: what looks like these is 看着 and 书 far more often (著书立说 is kept).
_PARTED = frozenset(["著书"])


@cache
def table(code: str) -> dict[str, str]:
    """Return ``{Traditional character: Simplified}`` for edition *code*.

    Characters that stay as they are have no entry. The map of ``zh-Hans`` is empty.
    """
    region = edition_of(code).region
    if not region:
        return {}
    folded = opencc_tables.regional_folding(region)
    for word, form in lexicon(region).forms.items():
        for character, written in zip(word, form, strict=True):
            if character != written and written not in frequencies():
                folded.setdefault(written, character)
    if region == "tw":
        folded["著"] = "着"  # Taiwan writes 著 for both; see _kept for 著名, 著作
    return folded


@cache
def _kept(code: str) -> dict[str, str]:
    """Return words that do not fold character by character → their Simplified form."""
    characters = str.maketrans(table(code))
    known = lexicon(edition_of(code).region)
    common = frequencies()
    words = (common.keys() | known.registered) - _PARTED

    def form_of(word: str) -> str:
        return known.forms.get(word) or known.default(word)

    def rank(word: str) -> tuple[int, str]:
        return common.get(word, 0), word

    # A word without a form of its own can fold otherwise only where one of its characters does.
    astray = [
        char for char in set("".join(words)) if known.default(char).translate(characters) != char
    ]
    astray_in = re.compile(f"[{''.join(astray)}]").search
    found: dict[str, str] = {}
    for word in words:
        if len(word) > 1 and (word in known.forms or astray_in(word)):
            form = form_of(word)
            if form.translate(characters) != word:
                found[form] = max(word, found.get(form, word), key=rank)
    for form, word in found.items():  # 執著 is 执着 more often than 执著
        rival = form.translate(characters)
        if rival in words and form_of(rival) == form:
            found[form] = max(word, rival, key=rank)
    return found


class Folder:
    """Folds the text of one edition."""

    def __init__(self, code: str) -> None:
        """Make a folder for edition *code*."""
        self._characters = str.maketrans(table(code))
        self._words = _kept(code) if edition_of(code).region else {}
        # Longest first: an alternation takes the first that fits.
        ordered = sorted(self._words, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def fold(self, text: str) -> str:
        """Return *text* as the Simplified edition has it (quotation marks included)."""
        if self._pattern is None:
            return text
        parts = []
        end = 0
        for match in self._pattern.finditer(text):
            parts.append(text[end : match.start()].translate(self._characters))
            parts.append(self._words[match.group()])
            end = match.end()
        parts.append(text[end:].translate(self._characters))
        return quotes.to_curly("".join(parts))


@cache
def folder_for(code: str) -> Folder:
    """Return the folder of edition *code*, kept for the process."""
    return Folder(code)
