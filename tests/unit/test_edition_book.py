"""The book itself, in its three editions: each block against the converter, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from edition import editor
from edition.appendix import DOCNAME
from edition.converters import converter_for
from edition.fold import folder_for
from edition.record import EditionRecord
from edition.settings import converter
from edition.transform import BARRIER, address_of, blocks, plain_text

ROOT = Path(__file__).parents[2]


@pytest.fixture
def read(make_app, tmp_path):
    """Read the whole book in an edition and return the application."""
    earlier = []

    def build(code, **options):
        while earlier:
            earlier.pop().cleanup()
        app = make_app(
            "dummy",
            srcdir=ROOT,
            builddir=tmp_path / code,
            confoverrides={"edition": code},
            **options,
        )
        earlier.append(app)
        app.build()
        return app

    return build


# A MyST reference to a label that another page defines goes through its own resolver.
@pytest.mark.filterwarnings("ignore:'myst_parser:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:'myst_parser:PendingDeprecationWarning")
@pytest.mark.parametrize("code", ["zh-Hant-TW", "zh-Hant-HK"])
def test_every_block_is_the_converters_and_folds_back(read, code):
    own = read("zh-Hans").env
    originals = {name: list(blocks(own.get_doctree(name))) for name in own.all_docs}
    app = read(code)
    convert, fold = converter(app.config, app.srcdir).convert, folder_for(code).fold
    compared = 0
    for name, before in originals.items():
        after = list(blocks(app.env.get_doctree(name)))
        if name == "appendix/index":
            after = after[: len(before)]
        for one, other in zip(before, after, strict=True):
            source, result = plain_text(one), plain_text(other)
            assert result == convert(source, address_of(one))
            if BARRIER not in source:
                assert fold(result) == source
            compared += 1
    assert compared > 300
    assert DOCNAME in app.env.found_docs
    assert not EditionRecord.of(app.env).stray_quotes


@pytest.mark.parametrize("code", ["zh-Hant-TW", "zh-Hant-HK"])
def test_one_reading_of_the_source_has_one_form(code):
    words = editor.read(ROOT / "editorial/conversion.yaml", code[-2:].lower())
    convert = converter_for(code, editors=words).convert
    text = (ROOT / "appendix/emendations.md").read_text("utf-8")
    assert text.count("布署") == convert(text).count("布署") > 3


@pytest.mark.filterwarnings("ignore:'myst_parser:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:'myst_parser:PendingDeprecationWarning")
def test_chapters_know_all_kinds_of_node_they_have(read):
    app = read("zh-Hant-TW")
    knowing = 0
    for name in app.env.all_docs:
        for document in (
            app.env.get_doctree(name),
            app.env.get_and_resolve_doctree(name, app.builder, tags=app.tags),
        ):
            kinds = vars(document).get("kinds")
            if kinds is not None:
                assert {type(node) for node in document.findall()} <= kinds
                knowing += 1
    assert knowing >= 10
