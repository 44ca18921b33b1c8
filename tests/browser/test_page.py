"""A chapter under a reader's hands: choices, citations, readings, notes, editions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "essays/e02.html"
GLOSSARY = "appendix/glossary.html"
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("path", ["index.html", CHAPTER, "appendix/glossary.html", "404.html"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(reader, path, width):
    page = reader("phone", viewport={"width": width, "height": 740}).open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_the_bar_says_the_whole_title(reader, screen):
    page = reader(screen).open(CHAPTER)
    title = page.locator(".bar-title")
    assert title.evaluate("t => t.scrollWidth <= t.clientWidth && t.scrollHeight <= t.clientHeight")
    box, bar = title.bounding_box(), page.locator(".bar-main").bounding_box()
    assert bar["y"] <= box["y"]
    assert box["y"] + box["height"] <= bar["y"] + bar["height"]
    assert box["height"] >= 24


@pytest.mark.parametrize("width", [360, 1440])
def test_a_long_title_of_a_neighbour_leaves_the_other_its_half(reader, width):
    page = reader("wide", viewport={"width": width, "height": 800}).open(CHAPTER)
    page.evaluate("document.querySelector('.prev-next .next .to').textContent = '长'.repeat(60)")
    one, other = (page.locator(f".prev-next .{name}").bounding_box() for name in ("prev", "next"))
    assert one["width"] > other["width"] / 3
    assert other["x"] >= page.locator(".prev-next").bounding_box()["width"] / 2
    assert page.locator(".prev-next .prev .to").bounding_box()["height"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_line_holds_35_to_42_characters_at_full_width(reader):
    page = reader("wide", viewport={"width": 1600, "height": 900}).open(CHAPTER)
    characters, leading = page.evaluate(
        """() => {
            const p = document.querySelector("#e02a-p1");
            const style = getComputedStyle(p), size = parseFloat(style.fontSize);
            return [p.clientWidth / size, parseFloat(style.lineHeight) / size];
        }"""
    )
    assert 35 <= characters <= 42
    assert 1.7 <= leading <= 1.9


def test_a_paragraph_is_set_as_chinese_prose(reader):
    page = reader().open(CHAPTER)
    style = page.evaluate(
        """() => {
            const style = getComputedStyle(document.querySelector("#e02a-p1"));
            return Object.fromEntries(["textAlign", "lineBreak", "fontSize", "textIndent"]
                .map((name) => [name, style[name]]));
        }"""
    )
    assert style["textAlign"] == "justify"
    assert style["lineBreak"] == "strict"
    assert float(style["textIndent"][:-2]) == pytest.approx(2 * float(style["fontSize"][:-2]))


def test_the_text_of_a_paragraph_is_the_text_and_nothing_else(reader):
    page = reader().open(CHAPTER)
    assert "¶" not in page.locator("#e02a-p1").text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_the_systems_until_the_reader_chooses(reader, scheme):
    made = reader(color_scheme=scheme)
    page = made.open(CHAPTER)
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", scheme)
    page.locator(".theme-switch").click()
    other = "light" if scheme == "dark" else "dark"
    expect(root).to_have_attribute("data-theme", other)
    made.open("index.html")
    expect(root).to_have_attribute("data-theme", other)


def test_choices_last(reader):
    made = reader()
    page = made.open(CHAPTER)
    before = page.locator("#e02a-p1").evaluate("p => getComputedStyle(p).fontSize")
    page.locator(".settings summary").click()
    page.locator("button[data-set=face][value=hei]").click()
    page.locator("button[data-step='1']").click()
    page.locator("button[data-set=leading][value=loose]").click()
    made.open("essays/e01.html")
    after, face = page.locator("#e01a-p1").evaluate(
        "p => [getComputedStyle(p).fontSize, getComputedStyle(p).fontFamily]"
    )
    assert float(after[:-2]) > float(before[:-2])
    assert "PingFang" in face
    expect(page.locator("html")).to_have_attribute("data-leading", "loose")
    expect(page.locator("button[data-set=face][value=hei]")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_mark_of_a_paragraph_copies_its_citation(reader):
    made = reader(permissions=["clipboard-read", "clipboard-write"])
    page = made.open(CHAPTER)
    mark = page.locator("#e02a-p2 .pilcrow")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).not_to_be_empty()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("靳文：《创先争优活动心得体会》，第 2 段，")
    assert cited.endswith("/essays/e02.html#e02a-p2")
    assert page.url.endswith("#e02a-p2")


def test_chapters_of_one_title_are_told_apart(reader):
    made = reader(permissions=["clipboard-read", "clipboard-write"])
    titles, cited = [], []
    for chapter in ("e03", "e05"):
        page = made.open(f"essays/{chapter}.html")
        titles.append(page.title())
        page.locator(f"#{chapter}a-p1 .pilcrow").click()
        expect(page.locator("#toast")).not_to_be_empty()
        cited.append(page.evaluate("navigator.clipboard.readText()").rpartition("，")[0])
    assert titles[0] == "第三篇　创先争优活动心得体会 · 创先争优心得体会"
    assert cited == [
        f"《创先争优活动心得体会》，第 1 段，《创先争优心得体会》{mark}"
        for mark in ("第三篇", "第五篇")
    ]
    assert len(set(titles)) == 2


def test_emended_places_can_be_read_as_in_the_source_and_the_choice_lasts(reader):
    made = reader()
    page = made.open(CHAPTER)
    place = page.locator(".emended[data-other]").first
    edited, source = place.text_content(), place.get_attribute("data-other")
    assert edited != source
    page.keyboard.press("e")
    expect(place).to_have_text(source)
    page.reload()
    expect(place).to_have_text(source)
    page.keyboard.press("e")
    expect(place).to_have_text(edited)


def test_a_notes_card_opens_under_the_pointer_and_at_the_keyboard(reader):
    page = reader().open(CHAPTER)
    mark = page.locator(".note-mark").first
    card = page.locator(".note-card")
    mark.hover()
    expect(card).to_be_visible()
    card.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.mouse.move(0, 0)
    mark.evaluate("m => { const p = m.parentElement; p.tabIndex = -1; p.focus(); }")
    page.keyboard.press("Tab")
    while not mark.evaluate("m => m === document.activeElement"):
        page.keyboard.press("Tab")
    expect(card).to_be_visible()
    assert mark.get_attribute("aria-describedby") == "note-card"


def test_a_tap_opens_the_card_and_a_second_tap_goes_to_the_note(reader):
    page = reader("phone").open(CHAPTER)
    mark = page.locator(".note-mark").first
    mark.tap()
    expect(page.locator(".note-card")).to_be_visible()
    mark.tap()
    page.wait_for_url(f"**{mark.get_attribute('href')}")


def switch(page, edition):
    """Follow the switch to ``edition``; return where it led, without its ``#``."""
    page.locator(f".editions a[data-edition='{edition}']").click()
    expect(page.locator("html")).to_have_attribute("lang", edition)
    page.wait_for_load_state("load")
    page.wait_for_timeout(100)
    return page.url.partition("#")[2]


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("place", ["e02b-p5", "e02b-p13", "e02b-h2", "e02b-n1"])
def test_the_switch_leads_to_the_place_of_the_address(reader, root, width, place):
    page = reader("phone", viewport={"width": width, "height": 800}).page
    page.goto(f"{root}{CHAPTER}#{place}", wait_until="load")
    page.wait_for_timeout(100)
    for edition in ("zh-Hant-TW", "zh-Hant-HK", "zh-Hans"):
        assert switch(page, edition) == place
        expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_the_switch_leads_to_what_is_being_read(reader, root):
    page = reader("wide", viewport={"width": 1440, "height": 800}).page
    for part in (0.3, 0.9):
        page.goto(f"{root}essays/e03.html", wait_until="load")
        page.mouse.move(720, 400)
        page.mouse.wheel(0, part * page.evaluate("document.body.scrollHeight - innerHeight"))
        page.wait_for_timeout(400)
        read = switch(page, "zh-Hant-TW")
        assert page.locator(f"#{read}").evaluate("p => p.matches('p') && scrollY > 0")
        expect(page.locator(f"#{read}")).to_be_in_viewport()
        assert switch(page, "zh-Hant-HK") == read
        assert switch(page, "zh-Hans") == read


#: The row of a list or a table that stands at the middle of the window, by its number.
ROW = """() => [...document.querySelectorAll("article :is(li, tr, dl > div, section > p)")]
    .findIndex((row) => row.getBoundingClientRect().bottom > innerHeight / 2)"""


@pytest.mark.parametrize("screen", ["wide", "phone"])
@pytest.mark.parametrize(
    "path",
    [
        "essays/e03.html",
        *("appendix/" + n for n in ("glossary.html", "emendations.html", "statistics.html")),
        *("appendix/" + n for n in ("parallels.html", "concordance.html")),
        "downloads.html",
    ],
)
def test_the_switch_is_in_view_and_keeps_the_place(reader, screen, path):
    page = reader(screen).open(path)
    page.wait_for_timeout(300)
    for part in (0.35, 0.8):
        page.evaluate(f"scrollTo(0, {part} * (document.body.scrollHeight - innerHeight))")
        page.wait_for_timeout(300)
        row, top = page.evaluate(ROW), page.evaluate("scrollY")
        for edition in ("zh-Hant-TW", "zh-Hant-HK", "zh-Hans"):
            expect(page.locator(f".editions a[data-edition='{edition}']")).to_be_in_viewport()
            switch(page, edition)
            page.wait_for_timeout(300)
            # No further than a screen away; where nothing has an address, at the same row.
            assert abs(page.evaluate("scrollY") - top) < page.evaluate("innerHeight")
            if "essays" not in path and "glossary" not in path:
                assert abs(page.evaluate(ROW) - row) <= 1


def test_who_comes_to_the_bar_by_key_keeps_the_place(reader):
    page = reader().open(CHAPTER + "#e02b-p9")
    page.wait_for_timeout(100)
    before = page.evaluate("scrollY")
    page.locator(".editions a[data-edition='zh-Hant-TW']").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("scrollY") == before


def test_the_switch_forgets_a_place_that_was_left(reader):
    page = reader().open(CHAPTER + "#e02b-p9")
    page.keyboard.press("Home")
    page.wait_for_timeout(400)
    assert switch(page, "zh-Hant-TW") == ""


def test_the_switch_leads_to_the_same_entry(reader):
    page = reader().open(f"{GLOSSARY}#slogan-wu-ge-hao")
    assert switch(page, "zh-Hant-TW") == "slogan-wu-ge-hao"
    page = reader().open(GLOSSARY)
    page.evaluate("document.querySelector('#slogan-wu-ge-hao + dd').scrollIntoView()")
    assert switch(page, "zh-Hant-TW") == "slogan-wu-ge-hao"


def test_the_edition_is_remembered_on_the_front_page_only(reader):
    made = reader()
    page = made.open(CHAPTER)
    page.locator(".editions a[data-edition='zh-Hant-HK']").click()
    page.wait_for_url("**/zh-hk/**")
    # Who follows a link to an edition reads that edition.
    made.open(CHAPTER)
    assert "/zh-hk/" not in page.url
    # A visit that begins at the front page begins in the edition chosen last.
    fresh = made.context.new_page()
    fresh.goto(made.address)
    fresh.wait_for_url("**/zh-hk/index.html")
    # Within a visit the way home is the way home.
    fresh.locator(".editions a[data-edition='zh-Hans']").first.click()
    fresh.wait_for_url(re.compile(r"/index\.html$"))
    assert "/zh-hk/" not in fresh.url


def test_everything_can_be_read_and_reached_without_a_script(reader):
    made = reader("phone", java_script_enabled=False)
    page = made.open(CHAPTER)
    expect(page.locator("#e02a-p1")).to_be_visible()
    page.locator(".editions a[data-edition='zh-Hant-TW']").click()
    page.wait_for_url("**/zh-tw/essays/e02.html")
    page.locator(".menu-open").click()
    expect(page.locator("#book-nav a[aria-current]").last).to_be_in_viewport()


def test_a_page_opened_from_its_folder_works(reader, site: Path):
    made = reader()
    page = made.page
    page.goto((site / CHAPTER).as_uri())
    page.locator(".note-mark").first.hover()
    expect(page.locator(".note-card")).to_be_visible()
    page.locator(".editions a[data-edition='zh-Hant-TW']").click()
    page.wait_for_url("file://**/zh-tw/essays/e02.html*")


def test_the_contents_open_as_a_drawer_on_a_phone(reader):
    page = reader("phone").open(CHAPTER)
    drawer = page.locator("#book-nav")
    expect(drawer).not_to_be_visible()
    page.locator(".menu-open").tap()
    expect(drawer).to_be_visible()
    assert drawer.bounding_box()["height"] <= page.viewport_size["height"]
    expect(page.locator("#book-nav a[aria-current=page]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(page.locator(".menu-open")).to_be_focused()


@pytest.mark.parametrize("folder", ["", "zh-tw/", "zh-hk/"])
@pytest.mark.parametrize("path", ["index.html", CHAPTER, "404.html", "appendix/glossary.html"])
def test_no_name_for_assistive_technology_is_in_another_language(reader, folder, path):
    page = reader().open(folder + path)
    names = page.evaluate(
        """() => [...document.querySelectorAll("[aria-label],[title],[alt]")]
            .map((e) => e.ariaLabel || e.title || e.alt).filter(Boolean)"""
    )
    assert names
    assert all(HAN.search(name) for name in names), names


def test_the_last_line_of_a_paragraph_is_not_stretched(reader):
    made = reader()
    for chapter in range(1, 6):
        page = made.open(f"essays/e0{chapter}.html")
        stretched = page.evaluate(
            """() => [...document.querySelectorAll("article p[id]")].filter((p) => {
                const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
                let last = null;
                while (walker.nextNode()) last = walker.currentNode;
                if (!last || last.length < 2) return false;
                const range = document.createRange();
                range.setStart(last, last.length - 2);
                range.setEnd(last, last.length);
                const boxes = [...range.getClientRects()];
                return boxes.length === 1
                    && boxes[0].width > 3 * parseFloat(getComputedStyle(p).fontSize);
            }).map((p) => p.id)"""
        )
        assert not stretched


@pytest.mark.parametrize("path", ["index.html", CHAPTER, "appendix/emendations.html"])
def test_the_largest_letters_fit_the_narrowest_screen(reader, path):
    made = reader("phone", viewport={"width": 320, "height": 640})
    made.page.add_init_script("localStorage.setItem('book-size', '3')")
    page = made.open(path)
    expect(page.locator("html")).to_have_attribute("data-size", "3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_marks_of_notes_are_not_copied(reader):
    page = reader(permissions=["clipboard-read", "clipboard-write"]).open("essays/e01.html")
    mark = page.locator("p .note-mark").first
    paragraph = mark.locator("xpath=ancestor::p")
    paragraph.evaluate("p => getSelection().selectAllChildren(p)")
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()").strip()
    assert mark.inner_text().strip().isdigit()
    assert copied == paragraph.evaluate(
        "p => { const c = p.cloneNode(true);"
        " c.querySelectorAll('.note-mark').forEach(m => m.remove()); return c.textContent.trim(); }"
    )
