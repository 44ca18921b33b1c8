"""The fonts of the PDF, and whether they have a glyph for every character.

All fonts come from packages on PyPI under the SIL Open Font License, so that every machine sets
the same pages; fonts installed on the machine are never looked at. Typst prints nothing, and
says nothing, where no font has a glyph: :meth:`Faces.lacks` finds out before.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import whole
from sphinx.errors import ExtensionError

#: Package on PyPI -> the files used from it. The order is the order of the fallback.
PACKAGES = {
    "pylopdf_fonts_zh_cn": ("NotoSerifSC-Regular.otf",),
    "pylopdf_fonts_zh_tw": ("NotoSerifTC-Regular.otf",),
    "manimgx_fonts_cjk": ("NotoSansCJK-VF.otf.ttc",),
    "manimgx_fonts": (
        "NotoSans[wght].ttf",
        "NotoSansSymbols[wght].ttf",
        "NotoEmoji[wght].ttf",
    ),
}

#: Faces for quotations, best first: 楷体, where an editor has put such a font into ``fonts/``.
#: All three are free: LXGW WenKai (OFL), TW-MOE-Std-Kai (CC BY-ND), Fandol Kai (GPL + exception).
KAI_FAMILIES = ("LXGW WenKai", "LXGW WenKai TC", "TW-MOE-Std-Kai", "FandolKai")

#: Edition -> (language region, body family, headings family). No package on PyPI has a Song
#: face with Hong Kong shapes, so the body of zh-Hant-HK has Taiwan's; its headings have its own.
EDITION_FACES = {
    "zh-Hans": ("cn", "Noto Serif SC", "Noto Sans CJK SC"),
    "zh-Hant-TW": ("tw", "Noto Serif TC", "Noto Sans CJK TC"),
    "zh-Hant-HK": ("hk", "Noto Serif TC", "Noto Sans CJK HK"),
}

#: Behind the face asked for, in this order: the other region's Song face, then Hei, then signs.
FALLBACK = (
    "Noto Serif SC",
    "Noto Serif TC",
    "Noto Sans CJK SC",
    "Noto Sans",
    "Noto Sans Symbols",
    "Noto Emoji",
)

#: The first of the characters that a Song or a Hei face is for.
HAN = "\u2e80"


@dataclass(frozen=True)
class Faces:
    """The font files of a build; ``cache`` keeps what was read from them."""

    files: tuple[Path, ...]
    cache: Path

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders of the files: what Typst wants to be given."""
        return tuple(dict.fromkeys(path.parent for path in self.files))

    @cached_property
    def fingerprint(self) -> str:
        """A digest of names, sizes and times of writing: changes when a font does."""
        states = [(path.name, path.stat()) for path in self.files]
        rows = "\n".join(f"{name} {at.st_size} {at.st_mtime_ns}" for name, at in states)
        return hashlib.sha256(f"2\n{rows}".encode()).hexdigest()  # 2: what the survey holds

    @cached_property
    def _read(self) -> tuple[frozenset[int], frozenset[int], tuple[str, ...]]:
        try:
            data = json.loads(self.cache.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            data = {}
        if data.get("fingerprint") != self.fingerprint:
            data = {"fingerprint": self.fingerprint, **_survey(self.files)}
            whole.write(self.cache, json.dumps(data))
        covered, song = (
            frozenset(c for low, high in data[name] for c in range(low, high + 1))
            for name in ("ranges", "song")
        )
        return covered, song, tuple(data["families"])

    @property
    def families(self) -> tuple[str, ...]:
        """The names of all families in the files."""
        return self._read[2]

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The characters that have a glyph: every text of a book is held against them."""
        return frozenset(map(chr, self._read[0]))

    def lacks(self, text: str) -> list[str]:
        """Return the characters of ``text`` that no font has a glyph for, each once, in order.

        Characters that never show (joiners, variation selectors, white space) need no glyph.
        """
        if self._shown.issuperset(text):
            return []
        missing = {c for c in set(text) - self._shown if not _invisible(c)}
        return sorted(missing, key=text.index)

    @cached_property
    def _lent(self) -> frozenset[str]:
        """The Han characters that only the Hei face has."""
        return frozenset(c for c in map(chr, self._read[0] - self._read[1]) if c >= HAN)

    def lent(self, text: str) -> list[str]:
        """Return the Han characters of ``text`` that only the Hei face has, each once, in order."""
        if self._lent.isdisjoint(text):
            return []
        return sorted(self._lent.intersection(text), key=text.index)

    def family_lists(self, edition: str) -> dict[str, list[str]]:
        """Return the families for ``body``, ``heading`` and ``quote`` text, fallback included."""
        _region, body, heading = EDITION_FACES[edition]
        kai = [family for family in KAI_FAMILIES if family in self.families]

        # The editor's own fonts come last: they are there for what the others lack.
        own = [name for name in self.families if not name.startswith("Noto Sans CJK ")]

        def chain(*first: str) -> list[str]:
            return list(dict.fromkeys((*first, *FALLBACK, *own)))

        return {
            "body": chain(body),
            "heading": chain(heading),
            "quote": chain(*kai[:1] or [heading]),
            # A Latin face first: in a Chinese one the quotation marks of English are wide.
            "latin": chain("Noto Sans", heading),
            "kai": kai[:1],
        }


def _invisible(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cf", "Zs", "Zl", "Zp", "Cc")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _survey(files: tuple[Path, ...]) -> dict[str, list]:
    """Read family names and character maps; the map comes out as ranges of code points."""
    # Late: importing takes longer than all the rest, and the survey is made once per machine.
    from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

    points: set[int] = set()
    song: set[int] = set()
    families: list[str] = []
    for path in files:
        opened = (TTCollection if path.suffix == ".ttc" else TTFont)(path, lazy=True)
        fonts = opened.fonts if isinstance(opened, TTCollection) else [opened]
        found = fonts[0].getBestCmap()  # the fonts of a collection share their map
        points.update(found)
        if path.name not in PACKAGES["manimgx_fonts_cjk"]:
            song.update(found)
        for names in (font["name"] for font in fonts):
            families.append(names.getDebugName(16) or names.getDebugName(1))
        opened.close()
    return {"ranges": _ranges(points), "song": _ranges(song), "families": families}


def _ranges(points: set[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def find(own: Path, cache: Path) -> Faces:
    """Return the faces of the packages, and of the folder ``own`` where it exists.

    ``cache`` is the file that keeps the character maps between builds. Raises
    :class:`sphinx.errors.ExtensionError`, naming the package, where one is not installed.
    """
    files: list[Path] = []
    for package, names in PACKAGES.items():
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            name = package.replace("_", "-")
            raise ExtensionError(
                f"PDF：没有装字体包 {name}。请运行 make，或 pip install -r requirements.txt。"
            )
        folder = Path(next(iter(spec.submodule_search_locations)))
        files += [folder / name for name in names]
    if own.is_dir():
        files += sorted(p for p in own.iterdir() if p.suffix.lower() in (".otf", ".ttf", ".ttc"))
    return Faces(tuple(files), cache)
