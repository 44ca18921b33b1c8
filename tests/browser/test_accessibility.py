"""axe-core on every kind of page, and what it cannot see: focus, and what stays reachable."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

#: One page of each kind.
KINDS = [
    "index.html",
    "essays/index.html",
    "essays/e02.html",
    "appendix/glossary.html",
    "appendix/concordance.html",
    "appendix/statistics.html",
    "appendix/emendations.html",
    "downloads.html",
    "search.html?q=创先",
    "404.html",
]

#: Everything axe knows of WCAG 2.2 A and AA, and its best practices.
OPTIONS = """{
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
}"""


def violations(page) -> list[str]:
    """Run axe on the page as it stands; one line a violation and place."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {OPTIONS})")["violations"]
    return [
        f"{page.url}: {rule['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_axe_finds_nothing(reader, screen, scheme, path):
    page = reader(screen, color_scheme=scheme).open(path)
    if path.startswith("search"):
        page.wait_for_selector("#search-results[data-status=done]")
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", ["zh-tw/", "zh-hk/"])
@pytest.mark.parametrize("path", ["index.html", "essays/e02.html"])
def test_axe_finds_nothing_in_the_other_editions(reader, folder, path):
    found = violations(reader().open(folder + path))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_axe_finds_nothing_in_what_opens(reader, screen):
    page = reader(screen).open("essays/e02.html")
    page.locator(".settings summary").click()
    found = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    found += violations(page)
    page.keyboard.press("Escape")
    if screen == "phone":
        page.locator(".menu-open").click()
        found += violations(page)
        page.keyboard.press("Escape")
    page.locator(".note-mark").first.click()
    found += violations(page)
    assert not found, "\n".join(found)


def test_focus_goes_in_the_order_of_the_page_and_is_seen(reader):
    page = reader().open("essays/e02.html")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const e = document.activeElement, style = getComputedStyle(e);
                    const box = e.getBoundingClientRect();
                    return {
                        part: e.closest(".skip, .bar, .book-nav, main, .page-nav, .footer")
                            ?.className ?? "main",
                        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth),
                        inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
                    };
                }"""
            )
        )
    parts = list(dict.fromkeys(stop["part"] for stop in seen))
    assert parts[:4] == ["skip", "bar", "book-nav", "main"] or parts[:3] == [
        "skip",
        "bar",
        "book-nav",
    ]
    assert all(stop["outline"] for stop in seen)
    assert all(stop["inView"] for stop in seen)


def test_the_first_stop_skips_to_the_text(reader):
    page = reader().open("essays/e02.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
