"""The editions a book can have: their codes, folders, language tags and locales.

An edition is named by its BCP 47 language tag (RFC 5646): ``zh-Hans``,
``zh-Hant-TW`` or ``zh-Hant-HK``. Nothing here depends on Sphinx.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """One edition and the names that different parties know it by."""

    #: BCP 47 tag; the value of ``-D edition=…`` and of every ``lang`` attribute.
    code: str
    #: Folder below the site's root, ``""`` for the root itself.
    folder: str
    #: Name shown in the switch, in the edition's own script.
    label: str
    #: Sphinx's name for the language; ``zh_HK`` exists there but is an empty
    #: catalogue, so Hong Kong starts from ``zh_TW``.
    locale: str
    #: ``"Hans"`` or ``"Hant"``.
    script: str
    #: Whose standard of Traditional characters: ``"tw"``, ``"hk"`` or ``""``.
    region: str


#: In the order of the switch.
EDITIONS: dict[str, Edition] = {
    edition.code: edition
    for edition in (
        Edition("zh-Hans", "", "简体", "zh_CN", "Hans", ""),
        Edition("zh-Hant-TW", "zh-tw", "臺灣", "zh_TW", "Hant", "tw"),
        Edition("zh-Hant-HK", "zh-hk", "香港", "zh_TW", "Hant", "hk"),
    )
}


class UnknownEdition(ValueError):
    """An edition that this press does not make."""


def edition(code: str) -> Edition:
    """Return the edition called *code*.

    Raises :class:`UnknownEdition`, whose text is meant for the editor.
    """
    try:
        return EDITIONS[code]
    except KeyError:
        known = "、".join(EDITIONS)
        raise UnknownEdition(f"没有“{code}”这个版本。可用的版本：{known}。") from None
