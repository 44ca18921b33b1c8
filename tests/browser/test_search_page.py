"""The page of the search: hits, cards, kinds, keys, and what a hostile query comes to."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .searching import open_search

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("query", ["科学发展观", "發展", "创新 发展"])
def test_a_hit_leads_to_its_paragraph_with_the_phrase_marked(reader, root, query):
    page = open_search(reader, root, query)
    hit = page.locator("#search-results a.search-hit").last
    hit.scroll_into_view_if_needed()
    expect(hit.locator("mark").first).to_be_visible()
    marked = set(hit.locator("mark").all_text_contents())
    anchor = hit.get_attribute("href").rpartition("#")[2]
    hit.click()
    expect(page.locator(f"#{anchor} mark.search-mark").first).to_be_in_viewport()
    assert marked <= set(page.locator(f"#{anchor} mark.search-mark").all_text_contents())


def test_a_phrase_across_a_mention_is_marked_whole(reader, address):
    page = open_search(reader, address, "创先争优活动")
    page.locator("a.search-hit").first.click()
    marks = page.locator("mark.search-mark")
    expect(marks.first).to_be_visible()
    assert "创先争优活动" in "".join(marks.all_text_contents())


def test_a_traditional_page_marks_what_was_typed_in_simplified(reader, address):
    page = open_search(reader, address + "zh-tw/", "发展")
    page.locator("a.search-hit").first.click()
    expect(page.locator("mark.search-mark").first).to_have_text("發展")


def test_a_slogan_comes_first_as_a_card(reader, address):
    page = open_search(reader, address, "三会一课")
    first = page.locator("#search-results a").first
    expect(first).to_have_class("search-card")
    expect(first).to_contain_text("sān huì yī kè")
    first.click()
    assert page.url.endswith("appendix/glossary.html#slogan-san-hui-yi-ke")
    page = open_search(reader, address, "sanhuiyike")
    expect(page.locator(".search-card").first).to_contain_text("三会一课")


def test_other_kinds_are_listed_apart(reader, address):
    page = open_search(reader, address, "邓小平理论")
    page.get_by_role("button", name="校注").click()
    expect(page.locator("#search-results")).to_have_attribute("data-status", "done")
    assert page.locator("a.search-hit").count() == 0
    expect(page.locator("a.search-other").first).to_have_attribute(
        "href", re.compile(r"#e02b-n\d+$")
    )


@pytest.mark.parametrize("folder", ["", "zh-tw/"])
def test_an_emended_sentence_is_found_as_the_source_has_it(reader, address, folder):
    """It is called the source's, and its page shows it so; what the text has too is not said."""
    page = open_search(reader, address + folder, "促进社会和谐、服务人民服务、加强")
    hit = page.locator("#search-results a.search-other")
    expect(hit).to_have_count(1)
    expect(hit.locator(".search-badge")).to_have_text("底本")
    hit.click()
    expect(page).to_have_url(re.compile(r"e02\.html\?.*#e02a-p1$"))
    expect(page.locator("#e02a-p1 mark").first).to_be_visible()
    marked = "".join(page.locator("#e02a-p1 mark").all_inner_texts())
    assert re.search("服[务務]人民服[务務]", marked), marked
    assert page.evaluate("localStorage.getItem('book-readings')") is None
    page = open_search(reader, address + folder, "总的目标和内容就是")
    assert page.locator("#search-results a").count() == 1


def test_the_address_follows_what_is_typed(reader, address):
    page = open_search(reader, address)
    page.get_by_role("searchbox").press_sequentially("创新")
    expect(page.locator("a.search-hit").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("创新")
    expect(page.locator("a.search-hit").first).to_be_visible()


def test_the_switch_of_editions_asks_the_same(reader, root):
    page = open_search(reader, root, "五带头")
    for edition, query in (("zh-Hant-TW", "五带头"), ("zh-Hans", "创新 a&b#c")):
        page.get_by_role("searchbox").fill(query)
        page.locator(f".editions a[data-edition='{edition}']").click()
        expect(page.locator("html")).to_have_attribute("lang", edition)
        expect(page.get_by_role("searchbox")).to_have_value(query)
        expect(page.locator("#search-results")).to_have_attribute("data-status", "done")


@pytest.mark.parametrize("edition", ["zh-Hant-TW", "zh-Hant-HK"])
def test_the_switch_of_editions_keeps_the_mark_of_a_hit(reader, root, edition):
    """In either direction, the phrase being looked for in the characters of the page."""
    page = reader().page
    page.goto(f"{root}essays/e03.html?hl=三会一课&hl=党组织#e03a-p3")
    marks = page.locator("#e03a-p3 mark.search-mark")
    expect(marks.first).to_be_visible()
    for code, said in ((edition, {"三會一課", "黨組織"}), ("zh-Hans", {"三会一课", "党组织"})):
        page.locator(f".editions a[data-edition='{code}']").click()
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(marks.first).to_be_visible()
        assert set(marks.all_text_contents()) == said
        assert page.url.endswith("#e03a-p3")


def test_who_has_left_the_hit_takes_no_mark_to_another_edition(reader, address):
    page = reader().page
    page.goto(f"{address}essays/e03.html?hl=三会一课#e03a-p1")
    for _ in range(3):
        page.keyboard.press("j")
    page.locator(".editions a[data-edition='zh-Hant-TW']").click()
    page.wait_for_url(re.compile("/zh-tw/"))
    assert "hl=" not in page.url


def test_the_kind_that_was_chosen_is_there_on_the_way_back(reader, root):
    page = open_search(reader, root, "创先争优")
    page.get_by_role("button", name="词条").click()
    expect(page.locator("a.search-other").first).to_be_visible()
    last = page.locator("#search-results a.search-other").last
    last.click()
    page.wait_for_url(re.compile("/appendix/"))
    page.go_back()
    pressed = page.locator(".search-kinds button[aria-pressed=true]")
    expect(pressed).to_contain_text("词条")
    expect(page.locator("#search-results")).to_have_attribute("data-status", "done")
    expect(last).to_be_in_viewport()
    page.reload()
    expect(pressed).to_contain_text("词条")
    page.locator(".editions a[data-edition='zh-Hant-HK']").click()
    expect(pressed).to_contain_text("詞條")
    page.get_by_role("searchbox").fill("创新")
    expect(pressed).to_contain_text("正文")
    assert "kind=" not in page.url


@pytest.mark.parametrize("kind", ["constructor", "n", "x", "__proto__"])
def test_a_kind_that_has_no_hit_is_passed_over(reader, address, kind):
    page = open_search(reader, address, f"三会一课&kind={kind}")
    assert page.locator("a.search-hit").count() > 0


def test_arrows_lead_through_the_results(reader, address):
    page = open_search(reader, address, "创新")
    field = page.get_by_role("searchbox")
    field.focus()
    field.press("ArrowDown")
    expect(page.locator("#search-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


HOSTILE = [
    "<script>document.title='x'</script>",
    "<img src=x onerror=document.title='x'>",
    "\"><svg onload=document.title='x'>",
    "javascript:document.title='x'",
    "{{7*7}} ${7*7} &lt;b&gt;",
    "__proto__",
    "a" * 3000,
    ".*+?^$|\\()[]",
    "\ufffd\u202e",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_query_never_becomes_markup(reader, root, query):
    page = open_search(reader, root, quote(query, errors="replace"))
    assert page.locator("#search-results :is(script, img, svg)").count() == 0
    shown = quote(query, errors="replace")[:20]
    assert shown in quote(page.title())
    assert page.locator("#search-status").text_content()


@pytest.mark.parametrize("query", HOSTILE[:4])
def test_a_mark_never_becomes_markup(reader, root, query):
    page = reader().page
    for address in (f"{query}#e02b-p1", f"创先#{query}", f"{query}#{query}"):
        page.goto(f"{root}essays/e02.html?hl={address}", wait_until="networkidle")
        assert page.locator("article :is(script, img)").count() == 0
        assert page.title() != "x"


def test_without_scripts_one_sentence_says_so(reader, address):
    sentence = ".search-noscript"
    page = reader(java_script_enabled=False).open("search.html")
    expect(page.locator(sentence)).to_be_visible()
    expect(page.locator(sentence)).to_contain_text("JavaScript")
    page = open_search(reader, address)
    expect(page.locator(sentence)).to_be_hidden()


def test_a_first_query_costs_little(reader, address):
    made = reader()
    sizes = []
    made.page.on("requestfinished", lambda request: sizes.append(request.sizes()))
    made.page.goto(f"{address}search.html?q=创先争优活动")
    expect(made.page.locator("#search-results")).to_have_attribute("data-status", "done")
    sent = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    assert sent < 150_000
    assert all(request.startswith(address) for request in made.requests)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_no_page_of_the_search_scrolls_sideways(reader, address, screen, scheme):
    page = reader(screen, color_scheme=scheme).open("search.html?q=创先争优活动")
    expect(page.locator("a.search-hit").first).to_be_visible()
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("query", ["", "?hl=创先"])
def test_an_address_cut_off_in_the_middle_of_a_character_names_nothing(reader, query):
    it = reader()
    page = it.open(f"essays/e02.html{query}#%E5")
    assert page.evaluate("bookPlace(location.hash)") is None
    page.keyboard.press("j")  # book.js has come to its end: its keys work
    expect(page.locator("p.here")).to_have_count(1)
    assert it.faults == []
