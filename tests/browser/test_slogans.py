"""Cards and entries of slogans under a reader's hands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "essays/e03.html"
GLOSSARY = "appendix/glossary.html"
CONCORDANCE = "appendix/concordance.html"
TERM = "五个好"


def mention(page):
    return page.locator("p a.mention", has_text=re.compile(f"^{TERM}$")).first


@pytest.fixture
def chapter(reader):
    return reader().open(CHAPTER)


# -- cards -------------------------------------------------------------------------


def test_the_pointer_opens_a_card_with_all_it_should_say(chapter):
    mention(chapter).hover()
    card = chapter.get_by_role("dialog", name=TERM)
    expect(card).to_be_visible()
    expect(card).to_contain_text("wǔ gè hǎo")
    expect(card.locator("ol li")).to_have_count(5)
    expect(card).to_contain_text(re.compile(r"全书 \d+ 处，见于 \d+ 篇作品"))
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile("#slogan-wu-ge-hao$"))
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(chapter):
    mention(chapter).hover()
    card = chapter.locator(".slogan-card")
    card.hover()
    chapter.wait_for_timeout(400)
    expect(card).to_be_visible()
    chapter.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_a_pointer_that_only_passes_opens_nothing(chapter):
    mention(chapter).scroll_into_view_if_needed()
    box = mention(chapter).bounding_box()
    chapter.mouse.move(box["x"] + 2, box["y"] + 2)
    chapter.mouse.move(2, 2)
    chapter.wait_for_timeout(400)
    expect(chapter.locator(".slogan-card")).to_have_count(0)


def test_focus_from_the_keyboard_opens_the_card_and_says_it(chapter):
    target = mention(chapter)
    target.scroll_into_view_if_needed()
    chapter.keyboard.press("Tab")  # from here on focus is the keyboard's
    target.focus()
    expect(chapter.locator(".slogan-card")).to_be_visible()
    expect(chapter.locator(".slogan-live[role=status]")).to_contain_text(f"口号释义：{TERM}")
    chapter.keyboard.press("Escape")
    expect(chapter.locator(".slogan-card")).to_have_count(0)
    expect(chapter.locator(".slogan-live[role=status]")).to_be_empty()
    expect(target).to_be_focused()


def test_enter_follows_the_link(chapter):
    chapter.keyboard.press("Tab")
    mention(chapter).focus()
    expect(chapter.locator(".slogan-card")).to_be_visible()
    chapter.keyboard.press("Enter")
    chapter.wait_for_url(re.compile("glossary.html#slogan-wu-ge-hao$"))


def test_a_tap_opens_the_card_and_a_second_one_follows_the_link(reader):
    page = reader("phone").open(CHAPTER)
    mention(page).tap()
    card = page.get_by_role("dialog", name=TERM)
    expect(card).to_be_focused()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    mention(page).tap()
    page.wait_for_url(re.compile("glossary.html#slogan-wu-ge-hao$"))


def test_a_card_opened_by_a_tap_closes_by_its_button_and_by_a_tap_beside_it(reader):
    page = reader("phone").open(CHAPTER)
    mention(page).tap()
    page.get_by_role("button", name="关闭").last.tap()
    expect(page.locator(".slogan-card")).to_have_count(0)
    mention(page).tap()
    expect(page.locator(".slogan-card")).to_be_visible()
    page.locator("h1").first.tap(force=True)
    expect(page.locator(".slogan-card")).to_have_count(0)


def test_no_card_is_fetched_before_it_is_wanted(reader):
    made = reader()
    page = made.open(CHAPTER)
    page.wait_for_timeout(300)
    assert not [url for url in made.requests if "/slogans/" in url]
    mention(page).hover()
    expect(page.locator(".slogan-card")).to_be_visible()
    wanted = [url.rpartition("/")[2] for url in made.requests if "/slogans/" in url]
    assert [re.sub(r"\?v=[0-9a-f]{8}$", "", name) for name in wanted] == ["index.js", "cards-0.js"]


def test_a_card_opens_from_a_folder(chromium, site):
    page = chromium.new_page()
    page.goto((site / CHAPTER).as_uri())
    mention(page).hover()
    expect(page.locator(".slogan-card")).to_be_visible()
    page.close()


def test_without_scripts_a_mention_is_a_link(reader):
    page = reader(java_script_enabled=False).open(CHAPTER)
    mention(page).click()
    page.wait_for_url(re.compile("glossary.html#slogan-wu-ge-hao$"))
    expect(page.locator("#slogan-wu-ge-hao")).to_be_in_viewport()


def test_without_its_data_a_mention_is_a_link(reader):
    made = reader("phone")
    made.context.route("**/_static/slogans/**", lambda route: route.abort())
    page = made.open(CHAPTER)
    mention(page).tap()
    page.wait_for_url(re.compile("glossary.html#slogan-wu-ge-hao$"))
    made.faults.clear()  # the aborted requests are the test's own


def test_a_mention_looks_like_the_text_around_it(chapter):
    colours = chapter.evaluate(
        """() => {
            const link = document.querySelector("p a.mention");
            const of = (node) => getComputedStyle(node);
            return [of(link).color, of(link.closest("p")).color,
                    of(link).textDecorationStyle, of(link).fontWeight];
        }"""
    )
    assert colours[0] == colours[1]
    assert colours[2:] == ["dotted", "400"]


# -- entries -----------------------------------------------------------------------


def test_a_line_of_context_leads_to_its_paragraph(reader):
    page = reader().open(f"{GLOSSARY}#slogan-wu-ge-hao")
    line = page.locator("#slogan-wu-ge-hao + dd .slogan-lines a").first
    address = line.get_attribute("href").partition("#")[2]
    line.click()
    expect(page.locator(f"#{address}")).to_be_in_viewport()
    expect(page.locator(f"#{address}")).to_contain_text(TERM)


def test_a_long_list_of_uses_unfolds(reader):
    page = reader("phone").open(GLOSSARY)
    uses = page.locator("#slogan-chuang-xian-zheng-you + dd details.slogan-uses")
    expect(uses.locator("a").first).to_be_hidden()
    uses.locator("summary").tap()
    expect(uses.locator("a").first).to_be_visible()


def test_a_printed_glossary_has_nothing_folded_and_no_term_alone(reader):
    page = reader("wide").open(GLOSSARY)
    page.emulate_media(media="print")
    uses = page.locator("#slogan-chuang-xian-zheng-you + dd details.slogan-uses")
    assert uses.locator("a").first.bounding_box()["height"] > 0
    term = page.locator("#slogan-chuang-xian-zheng-you")
    assert term.evaluate("(node) => getComputedStyle(node).breakAfter") == "avoid"


#: How many of the texts before a slogan are cut where they touch it.
CUT_BESIDE = """(cells) => cells.filter((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
}).length"""


@pytest.mark.parametrize("width", [360, 800, 1000, 1440])
def test_what_comes_before_a_slogan_is_cut_at_its_far_end(reader, width):
    page = reader("wide", viewport={"width": width, "height": 800}).open(CONCORDANCE)
    expect(page.locator(".slogan-status")).to_contain_text("处")
    assert page.locator("tbody .before").evaluate_all(CUT_BESIDE) == 0
    assert page.locator("tbody .before > *").evaluate_all(CUT_BESIDE) == 0
    page = reader("wide", viewport={"width": width, "height": 800}).open(GLOSSARY)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    spans = page.locator(".slogan-lines span:first-child")
    assert spans.count() > 100
    assert spans.evaluate_all(CUT_BESIDE) == 0
    # A line is a row: nothing of it stands outside its column, and no character is cut in two.
    assert page.locator(".slogan-lines a").evaluate_all(
        "(lines) => lines.every((line) => line.scrollWidth <= line.clientWidth + 1)"
    )
    if width > 768:
        assert spans.evaluate_all(
            """(all) => all.every((span) => getComputedStyle(span).textOverflow === "ellipsis"
                && getComputedStyle(span).display === "block")"""
        )
