"""The cover, drawn from book.yaml: one picture for the ePub, the PDF and the site.

Typst sets ``cover.typ`` with the fonts that come with the press, never those of the machine, so
that the same book gives the same picture, byte for byte.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATE = Path(__file__).with_name("cover.typ")

#: Resolution in pixels per inch. The page of ``cover.typ`` is 4 by 6 inches: 1600 by 2400 pixels,
#: which is what stores of electronic books ask for (at least 1400 on the shorter side).
PPI = 400

#: Edition -> the package whose fonts it is set in, and the family.
_FONTS = {
    "zh-Hans": ("pylopdf_fonts_zh_cn", "Noto Serif SC"),
    "zh-Hant-TW": ("pylopdf_fonts_zh_tw", "Noto Serif TC"),
    "zh-Hant-HK": ("pylopdf_fonts_zh_tw", "Noto Serif TC"),
}


def _folder(package: str) -> Path:
    """Return the folder of an installed package, without running its code."""
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent


def render(
    book: Mapping[str, Any],
    edition: str,
    convert: Callable[[str], str] = lambda text: text,
    ppi: int = PPI,
) -> bytes:
    """Return the cover of ``book`` in ``edition`` as a PNG file.

    ``convert`` brings a text of book.yaml into the script of the edition; ``ppi`` is the
    resolution: width and height are 4 and 6 times as many pixels.
    """
    return typeset(TEMPLATE, book, edition, convert, ppi=ppi)


def typeset(
    template: Path,
    book: Mapping[str, Any],
    edition: str,
    convert: Callable[[str], str],
    *,
    kind: Literal["png", "svg"] = "png",
    ppi: int = PPI,
) -> bytes:
    """Return a one-page Typst ``template``, set with the book's texts, as a picture.

    ``kind`` is ``"png"`` or ``"svg"`` (whose letters are outlines; ``ppi`` then means nothing).
    """
    texts = {
        "title": convert(book["title"]),
        "subtitle": convert(book["subtitle"]),
        "editor": convert(book["editor"]),
        "lang": edition,
    }
    data = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return _render(template, data, edition, kind, ppi)


@cache
def _render(
    template: Path, texts: str, edition: str, kind: Literal["png", "svg"], ppi: int
) -> bytes:
    package, family = _FONTS[edition]
    # The texts go in as JSON, data and never markup.
    return typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=[str(_folder(package))],
        ignore_system_fonts=True,
        format=kind,
        ppi=float(ppi),
        sys_inputs={"texts": texts, "family": family},
    )
