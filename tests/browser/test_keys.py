"""The keys of the site: what they do, that they can be turned off, and where they are listed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "essays/e02.html"


def test_keys_turn_pages_move_by_paragraphs_and_show_help(reader):
    page = reader().open(CHAPTER)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).not_to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#e02a-p1")).to_have_class(re.compile("here"))
    page.keyboard.press("j")
    expect(page.locator("#e02a-p2")).to_have_class(re.compile("here"))
    page.keyboard.press("k")
    expect(page.locator("#e02a-p1")).to_have_class(re.compile("here"))
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/essays/e03.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/essays/e02.html")


def test_keys_can_be_turned_off(reader):
    page = reader().open(CHAPTER)
    page.locator(".settings summary").click()
    page.locator("button[data-set=keys][value=off]").click()
    page.keyboard.press("Escape")
    page.locator("body").press("?")
    expect(page.locator("#help")).not_to_be_visible()


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("essays/e02.html", ["←", "→", "j", "k", "c", "/", "Ctrl", "K", "e", "?", "Esc"]),
        ("appendix/glossary.html", ["←", "→", "/", "Ctrl", "K", "?", "Esc"]),
    ],
)
def test_help_tells_the_keys_that_this_page_has(reader, place, keys):
    page = reader().open(place)
    page.keyboard.press("?")
    assert page.locator("#help kbd").all_inner_texts() == keys
