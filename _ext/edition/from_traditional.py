"""From a book in Traditional characters: to Simplified, or to the other region's standard.

Traditional to Simplified is nearly always many-to-one, so OpenCC's own conversion is
used, set up from the editor's words (:mod:`edition.opencc_config`).
"""

from __future__ import annotations

from collections.abc import Sequence

import opencc

from edition import opencc_config, quotes
from edition.codes import Edition
from edition.editor import EditorsWords
from edition.identity import Converter
from edition.overlay import Overlay, Stretch, laid_over

_CHAINS = {
    ("tw", ""): ("tw2s",),
    ("hk", ""): ("hk2s",),
    ("tw", "hk"): ("tw2t", "t2hk"),
    ("hk", "tw"): ("hk2t", "t2tw"),
}


class FromTraditionalConverter(Converter):
    """Traditional of one region → Simplified, or Traditional of the other."""

    identity = False

    def __init__(self, source: Edition, target: Edition, editors: EditorsWords) -> None:
        """Make a converter from edition *source* to *target*."""
        self._stages = [
            opencc_config.converter(name, editors) for name in _CHAINS[source.region, target.region]
        ]
        self._curly = target.script == "Hans"
        self._overlay = Overlay(editors)

    def convert(self, text: str, address: str = "", stretches: Sequence[Stretch] = ()) -> str:
        """Return *text* in the edition.

        *address* is the id of the block it is in, *stretches* are the passages in it that have
        ids of their own.
        """
        converted = text
        for stage in self._stages:
            step = stage.convert(converted)
            # Conversion must keep the length; OpenCC's few phrases that do not are undone.
            converted = step if len(step) == len(converted) else self._singly(stage, converted)
        converted = quotes.to_curly(converted) if self._curly else converted
        return laid_over(converted, self._overlay.spans(text, address, stretches))

    @staticmethod
    def _singly(stage: opencc.OpenCC, text: str) -> str:
        single = [stage.convert(character) for character in text]
        return "".join(new if len(new) == 1 else old for old, new in zip(text, single, strict=True))
