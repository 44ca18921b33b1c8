"""What the tests of the search share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect


def open_search(reader: Callable[..., Any], root: str, query: str = "") -> Page:
    """Return the search page below ``root`` when it has answered ``query``."""
    page: Page = reader().page
    page.goto(f"{root}search.html" + (f"?q={query}" if query else ""))
    expect(page.locator("#search-results")).to_have_attribute("data-status", "done")
    return page
