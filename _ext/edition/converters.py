"""The converter to an edition: ``converter_for("zh-Hant-TW").convert(text)``."""

from __future__ import annotations

from functools import cache

from edition.codes import edition as edition_of
from edition.editor import NOTHING, EditorsWords
from edition.identity import NO_NAMES, Converter, Names


@cache
def converter_for(
    code: str,
    source: str = "zh-Hans",
    editors: EditorsWords = NOTHING,
    names: Names = NO_NAMES,
) -> Converter:
    """Return the converter to edition *code* of a book whose text is in *source*.

    Both are edition codes (``zh-Hans``, ``zh-Hant-TW``, ``zh-Hant-HK``); *editors* is
    what :func:`edition.editor.read` returned, *names* persons' names that the book is known to
    have. Converters are kept for the process.
    Raises :class:`edition.codes.UnknownEdition`.
    """
    target, own = edition_of(code), edition_of(source)
    if target == own:
        return Converter()
    # What converts is loaded only by an edition that needs it: it knows a great deal.
    if own.script == "Hans":
        from edition.conversion import TraditionalConverter
        from edition.lexicon import lexicon

        return TraditionalConverter(lexicon(target.region), editors, names)
    from edition.from_traditional import FromTraditionalConverter

    return FromTraditionalConverter(own, target, editors)
