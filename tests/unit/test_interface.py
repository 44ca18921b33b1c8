"""The table of the interface's strings."""

from __future__ import annotations

import re

import interface
import opencc
import pytest
from conftest import ROOT
from edition.converters import converter_for
from interface import books, site, slogans


def test_no_key_is_in_two_parts_of_the_table():
    parts = (site.STRINGS, books.STRINGS, slogans.STRINGS)
    assert sum(map(len, parts)) == len(interface.STRINGS)


def test_a_string_is_filled_in_each_edition():
    words = [interface.text(edition, "length", length=3) for edition in interface.EDITIONS]
    assert words == ["3 字", "3 字", "3 字"]
    assert interface.text("zh-Hant-TW", "search") == "搜尋"


@pytest.mark.parametrize(("edition", "standard"), [("zh-Hant-TW", "t2tw"), ("zh-Hant-HK", "t2hk")])
def test_every_string_has_the_shapes_of_its_region(edition, standard):
    convert = opencc.OpenCC(standard).convert
    others = {
        key: text
        for key, text in interface.catalogue(edition).items()
        # An edition names itself in its own script, whoever lists it.
        if convert(text) != text and not key.startswith("edition-")
    }
    assert others == {}


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_a_note_is_called_what_the_text_calls_it(edition):
    """校註, 註3: the text has 註釋, 加註."""
    own, others = interface.catalogue("zh-Hans"), interface.catalogue(edition)
    notes = {key for key, text in own.items() if "注" in text}
    assert {"notes", "note-mark", "place-note"} <= notes
    assert [key for key in notes if "注" in others[key]] == []
    assert others["notes"] == converter_for(edition).convert(own["notes"])


def test_no_string_is_left_that_nothing_shows() -> None:
    """A key is written whole somewhere, or put together there from its parts."""
    places = ("_ext/**/*.py", "_ext/**/*.jinja", "_templates/**/*.html", "_static/js/*.js", "*.md")
    paths = [path for place in places for path in ROOT.glob(place)]
    code = "\n".join(p.read_text("utf-8") for p in paths if p.parent.name != "interface")

    def is_used(key: str) -> bool:
        if re.search(rf"""["'`.]{key}\b(?!-)""", code):
            return True
        cuts = [found.end() for found in re.finditer("-", key)]
        joined = [cut for cut in cuts if re.search(rf"""["'`]{key[:cut]}["'{{$]""", code)]
        return any(is_used(key[cut:]) or is_used(key[cut:].split("-")[0]) for cut in joined)

    assert [key for key in interface.STRINGS if not is_used(key)] == []


def test_who_edited_is_said_once() -> None:
    assert interface.edited("zh-Hans", "某某") == "某某　编"
    assert interface.edited("zh-Hant-TW", "某某") == "某某　編"
    for editor in ("某某编", "某某主编", "某某　编校", "某某編", "石桥县文化馆整理"):
        assert interface.edited("zh-Hans", editor) == editor
    assert interface.edited("zh-Hans", "本书编委会") == "本书编委会　编"
