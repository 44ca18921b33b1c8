"""The search over a page: opened by keys, led by keys, and an index that fails."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "essays/e02.html"


@pytest.mark.parametrize("key", ["/", "Control+k", "button"])
def test_it_opens_and_closes_over_a_page(reader, root, key):
    page = reader().page
    page.goto(root + CHAPTER)
    if key == "button":
        page.locator("[data-search-open]").click()
    else:
        page.keyboard.press(key)
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("#search-dialog")).to_be_hidden()
    if key == "button":
        expect(page.locator("[data-search-open]")).to_be_focused()


def test_arrows_and_enter_lead_to_a_hit(reader, root):
    page = reader().page
    page.goto(root + CHAPTER)
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    field.fill("融會貫通")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    for step in (0, 1, 0):
        field.press(
            "ArrowUp"
            if step == 0 and options.nth(1).get_attribute("aria-selected") == "true"
            else "ArrowDown"
        )
        expect(options.nth(step)).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute(
            "aria-activedescendant", options.nth(step).get_attribute("id")
        )
    anchor = options.first.get_attribute("href").rpartition("#")[2]
    field.press("Enter")
    page.wait_for_url(f"**#{anchor}")
    expect(page.locator("mark.search-mark").first).to_be_in_viewport()


def test_enter_alone_leads_to_all_results(reader, root):
    page = reader().page
    page.goto(root + CHAPTER)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("创新")
    expect(page.get_by_role("option").first).to_be_visible()
    page.wait_for_load_state("networkidle")  # what is left half loaded counts as a fault
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("a.search-hit").first).to_be_visible()


def test_a_hit_in_this_page_closes_the_field(reader, address):
    page = reader().open(CHAPTER)
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("主人翁精神")
    option = page.locator('[role=option][href*="#e02"]').first
    anchor = option.get_attribute("href").rpartition("#")[2]
    page.wait_for_load_state("networkidle")
    option.click()
    expect(page.locator(f"#{anchor} mark").first).to_be_in_viewport()
    expect(page.locator("#search-dialog")).to_be_hidden()


def test_what_an_input_method_composes_waits_for_its_end(reader, address):
    page = reader().open(CHAPTER)
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "fa zhan", "selectionStart": 7, "selectionEnd": 7}
    )
    page.wait_for_timeout(200)
    assert page.get_by_role("option").count() == 0
    session.send("Input.insertText", {"text": "发展"})
    expect(page.get_by_role("option").first).to_be_visible()
    expect(field).to_have_value("发展")


def test_keys_that_are_switched_off_stay_off(reader, address):
    page = reader().open(CHAPTER)
    page.evaluate("document.documentElement.dataset.keys = 'off'")
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    expect(page.locator("#search-dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_a_missing_index_is_said(reader, address):
    made = reader()
    made.page.route("**/search-index/**", lambda route: route.abort())
    made.page.goto(f"{address}search.html?q=创新")
    expect(made.page.locator("#search-results")).to_have_attribute("data-status", "failed")
    assert made.page.locator("#search-status").text_content()
    made.faults.clear()


def test_an_index_that_was_renewed_meanwhile_is_loaded_anew(reader, address):
    made = reader()
    stale = {"once": True}

    def serve(route):
        if stale.pop("once", False):
            response = route.fetch()
            content = re.sub(r'"shards":"[^"]*"', '"shards":"' + "a" * 800 + '"', response.text())
            route.fulfill(response=response, body=content)
        else:
            route.continue_()

    made.page.route("**/search-index/index.js*", serve)
    made.page.goto(f"{address}search.html?q=创新")
    expect(made.page.locator("#search-results")).to_have_attribute("data-status", "done")
    assert made.page.locator("a.search-hit").count() > 0
    made.faults.clear()
