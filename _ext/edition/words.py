"""Where the words of a line of an edition begin and end, for those who must not divide one."""

from __future__ import annotations

import re
from functools import cache

from edition.codes import EDITIONS
from edition.fold import folder_for
from edition.lexicon import Lexicon, lexicon
from edition.segmentation import best_path, chunks

_RUN = re.compile("[\u3400-\u9fff]+")


@cache
def _known(region: str) -> Lexicon:
    """Return the words that a region's converter knows; for Simplified any region's will do."""
    return lexicon(region or "tw")


def parted(text: str, code: str) -> list[str]:
    """Cut *text* of the edition *code* into words of Han characters and what lies between them.

    The words are those of the converter to Traditional characters, along its cheapest path; put
    together, the parts are *text*.
    """
    region = EDITIONS[code].region
    known = _known(region)
    plain = folder_for(code).fold(text) if region else text
    if len(plain) != len(text):
        plain = text
    parts = []
    end = 0
    for run in _RUN.finditer(plain):
        if end < run.start():
            parts.append(text[end : run.start()])
        end = run.start()
        for chunk in chunks(run[0], known.pairs):
            for word in best_path(chunk, known.costs):
                parts.append(text[end : end + len(word)])
                end += len(word)
    return [*parts, text[end:]] if end < len(text) else parts
