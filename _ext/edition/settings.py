"""Configuration: which edition is built, in which language Sphinx itself speaks.

``conf.py`` runs before ``-D edition=…`` is seen, and Sphinx loads its translations
before any extension. So the language is set here, while the extension is set up:
``edition`` must stand before the extensions and themes that load catalogues of
their own.
"""

from __future__ import annotations

import hashlib
from functools import cache
from os import PathLike
from pathlib import Path
from urllib.parse import urljoin

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.locale import translators

from edition import authors, editor
from edition.codes import UnknownEdition, edition
from edition.converters import converter_for
from edition.identity import Converter, Names


def add_config_values(app: Sphinx) -> None:
    """Register the settings."""
    app.add_config_value("edition", "zh-Hans", "env", str)
    # The edition that the text itself is in.
    app.add_config_value("edition_source", "zh-Hans", "env", str)
    # Editions of this build, which the switch offers: codes with commas between.
    app.add_config_value("editions_built", "", "html", (str, list, tuple))
    # Address of the site's root, for canonical and alternate links.
    app.add_config_value("edition_base_url", "", "html", str)
    # The editor's words, below the source folder.
    app.add_config_value("edition_words", "editorial/conversion.yaml", "", str)
    # Set here, from what that file says for this edition: text is read again when that changes.
    app.add_config_value("edition_words_digest", "", "env", str)
    # Set here: the book's authors, whose names may take other forms than words do.
    app.add_config_value("edition_names", [], "env", list)


def set_language(app: Sphinx) -> None:
    """Make Sphinx speak the language of the edition. Raises ``ConfigError``."""
    try:
        chosen = edition(app.config.edition)
        edition(app.config.edition_source)
    except UnknownEdition as error:
        raise ConfigError(str(error)) from None
    if app.config.language != chosen.locale:
        app.config.language = chosen.locale
        # What was loaded for conf.py's language would otherwise come first.
        translators.clear()
        app._init_i18n()


def set_derived_values(app: Sphinx, config: Config) -> None:
    """Set what follows from the edition: language tags, base URL, the words' digest.

    Raises ``ConfigError`` for a mistake in the editor's file.
    """
    chosen = edition(config.edition)
    config.epub_language = chosen.code
    if config.edition_base_url:
        root = config.edition_base_url.rstrip("/") + "/"
        config.html_baseurl = urljoin(root, f"{chosen.folder}/" if chosen.folder else "")
    config.edition_words_digest = _words_digest(config, app.srcdir)
    if chosen.script == "Hant" and edition(config.edition_source).script == "Hans":
        from edition.lexicon import lexicon
        from edition.namespans import telling_characters

        defaults = lexicon(chosen.region).defaults
        config.edition_names = authors.names(Path(app.srcdir), telling_characters(defaults))


def _words_digest(config: Config, srcdir: str | PathLike[str]) -> str:
    """Return what tells the editor's words for this edition from any others.

    Not of the file: a comment there, or a word for the other region, converts no text anew. Nor
    does any word where nothing is converted; the file is read all the same, for its mistakes are
    told before anything is read.
    """
    words = _words(words_path(config, srcdir), config.edition)
    if edition(config.edition) == edition(config.edition_source):
        return ""
    return hashlib.sha256(repr(words).encode()).hexdigest()


def _words(path: Path, code: str) -> editor.EditorsWords:
    """Return the editor's words for edition *code*. Raises ``ConfigError`` for a mistake there."""
    try:
        return editor.read(path, edition(code).region)
    except editor.EditorialError as error:
        raise ConfigError(str(error)) from None


def words_path(config: Config, srcdir: str | PathLike[str]) -> Path:
    """Return where the editor's words are."""
    return Path(srcdir) / config.edition_words


def built_editions(config: Config) -> list[str]:
    """Return the codes of the editions of this build, in the order of the switch."""
    from edition.codes import EDITIONS

    value = config.editions_built
    named = value.split(",") if isinstance(value, str) else value
    wanted = {code.strip() for code in named if code.strip()} | {config.edition}
    return [code for code in EDITIONS if code in wanted]


def converter(config: Config, srcdir: str | PathLike[str]) -> Converter:
    """Return the converter of the edition that is built from *srcdir*.

    For any extension: ``converter(env.config, env.srcdir).convert(text)``. Raises
    ``ConfigError`` for a mistake in the editor's file.
    """
    path = words_path(config, srcdir)
    return _converter(
        config.edition,
        config.edition_source,
        path,
        config.edition_words_digest,
        frozenset(config.edition_names),
    )


@cache
def _converter(code: str, source: str, path: Path, digest: str, names: Names) -> Converter:
    """Return the converter for the words at *path* as they are at this *digest*."""
    return converter_for(code, source, _words(path, code), names)
