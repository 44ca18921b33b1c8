"""The table of the interface's strings."""

from __future__ import annotations

import interface
from interface import books, site, slogans


def test_no_key_is_in_two_parts_of_the_table():
    parts = (site.STRINGS, books.STRINGS, slogans.STRINGS)
    assert sum(map(len, parts)) == len(interface.STRINGS)


def test_a_string_is_filled_in_each_edition():
    words = [interface.text(edition, "length", length=3) for edition in interface.EDITIONS]
    assert words == ["3 字", "3 字", "3 字"]
    assert interface.text("zh-Hant-TW", "search") == "搜尋"
