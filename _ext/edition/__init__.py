"""Editions: one book in Simplified Chinese and in the Traditional of two regions.

This module only registers; see :mod:`edition.conversion` for the converter,
:mod:`edition.transform` for where it is applied, :mod:`edition.switch` for the way
from one edition to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx."""
    import facts

    from edition import appendix, record, settings, switch, transform, verbatim

    app.setup_extension("aside")
    settings.add_config_values(app)
    settings.set_language(app)
    app.connect("config-inited", settings.set_derived_values, priority=200)
    app.connect("env-purge-doc", record.purge)
    app.connect("env-merge-info", record.merge)
    facts.add(app, transform.WORDS, transform.words)
    app.add_transform(transform.EditionTransform)
    app.add_role("verbatim", verbatim.Verbatim())
    app.connect("builder-inited", appendix.add_page)
    app.add_node(appendix.conversion_record)
    app.add_directive("conversion-record", appendix.ConversionRecord)
    app.add_transform(appendix.AddToContents)
    app.add_post_transform(appendix.FillRecord)
    app.connect("env-updated", appendix.update_page)
    table = appendix.Table()
    app.connect("env-updated", table.start)
    app.connect("build-finished", table.finish)
    app.connect("html-page-context", switch.add_context, priority=300)
    return {
        "version": "1.0",
        "env_version": record.EditionRecord.version,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
