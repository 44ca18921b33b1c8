"""The search as a reader has it, against reading every paragraph of the built pages."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import opencc
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

#: Edition -> its folder, and the converters into the scripts a reader may type in.
EDITIONS = {
    "zh-Hans": ("", ["s2tw", "s2hk"]),
    "zh-Hant-TW": ("zh-tw/", ["tw2s"]),
    "zh-Hant-HK": ("zh-hk/", ["hk2s"]),
}

#: Phrases tried in each edition, as they stand there and in other scripts.
SAMPLE = 250

#: Ask the field of the search page one phrase after the other; return the anchors of the hits.
ASK = """async (phrases) => {
  const field = document.getElementById("search-page-field");
  const results = document.getElementById("search-results");
  const answers = [];
  for (const phrase of phrases) {
    field.value = phrase;
    field.dispatchEvent(new InputEvent("input"));
    while (results.dataset.status !== "done") await new Promise((go) => setTimeout(go));
    answers.push([...results.querySelectorAll("a.search-hit")].map((a) => a.href));
  }
  return answers;
}"""


def bare(text: str) -> str:
    """Return ``text`` without what a search does not look at, in half width and lower case."""
    text = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in text if unicodedata.category(c)[0] not in "PSZC")


@pytest.fixture(scope="module")
def paragraphs(site: Path) -> dict[str, dict[str, str]]:
    """Edition -> {page#anchor: bare text} of every paragraph of every chapter, from the pages."""
    found: dict[str, dict[str, str]] = {}
    for edition, (folder, _) in EDITIONS.items():
        for page in sorted((site / folder / "essays").glob("e*.html")):
            soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
            for element in soup.find_all(id=re.compile(r"^e\d+[a-z]+-p\d+$")):
                for mark in element.select("[role=doc-noteref], button, [hidden]"):
                    mark.decompose()
                address = f"essays/{page.name}#{element['id']}"
                found.setdefault(edition, {})[address] = bare(element.get_text())
    assert set(found) == set(EDITIONS), "不是三种版本的网站：请运行 make html。"
    return found


def phrases(texts: list[str], seed: int) -> list[str]:
    """Return random pieces of 1 to 12 characters of ``texts``, each as it stands there."""
    chance = random.Random(seed)
    pieces = []
    while len(pieces) < SAMPLE:
        text = chance.choices(texts, weights=[len(text) for text in texts])[0]
        length = chance.randint(1, 12)
        start = chance.randrange(max(len(text) - length, 1))
        pieces.append(text[start : start + length])
    return pieces


def convert(phrases: list[str], name: str) -> list[str]:
    """Return ``phrases`` as OpenCC's configuration ``name`` writes each of them."""
    return list(map(opencc.OpenCC(name).convert, phrases))


def ask(page: Page, root: str, queries: list[str]) -> list[list[str]]:
    """Return, for each query, the addresses of its hits below ``root``."""
    answers = page.evaluate(ASK, queries)
    return [[re.sub(r"\?[^#]*", "", href).removeprefix(root) for href in hits] for hits in answers]


def expected(paragraphs: dict[str, str], *words: str) -> list[str]:
    return [address for address, text in paragraphs.items() if all(word in text for word in words)]


@pytest.fixture(params=["http", "file"])
def root(request, site: Path, address: str) -> str:
    """The site, served and as a folder."""
    return address if request.param == "http" else site.as_uri() + "/"


@pytest.fixture(params=EDITIONS)
def edition(request) -> str:
    return request.param


def open_search(reader, root: str, query: str = "") -> Page:
    page = reader().page
    page.goto(f"{root}search.html" + (f"?q={query}" if query else ""))
    expect(page.locator("#search-results")).to_have_attribute("data-status", "done")
    return page


# ---- Exact ---------------------------------------------------------------------------------


def test_every_phrase_is_found_where_it_stands_and_nowhere_else(reader, root, edition, paragraphs):
    folder, others = EDITIONS[edition]
    texts = paragraphs[edition]
    page = open_search(reader, root + folder)
    asked = phrases(list(texts.values()), seed=1)
    right = [expected(texts, phrase) for phrase in asked]
    for typed in [asked, *(convert(asked, name) for name in others)]:
        answers = ask(page, root + folder, typed)
        wrong = [
            (phrase, sorted(set(answer) ^ set(truth)))
            for phrase, answer, truth in zip(typed, answers, right, strict=True)
            if answer != truth
        ]
        assert not wrong


@pytest.mark.parametrize(
    "query", ["12243", "4.2米", "４.２米", "110KV", "110kv", "“创先”、“争”", "的"]
)
def test_digits_letters_and_punctuation(reader, address, paragraphs, query):
    page = open_search(reader, address)
    right = expected(paragraphs["zh-Hans"], bare(query))
    assert right
    assert ask(page, address, [query]) == [right]


@pytest.mark.parametrize("space", [" ", "　", "  "])
def test_several_words_are_paragraphs_with_all_of_them(reader, address, paragraphs, space):
    page = open_search(reader, address)
    texts = paragraphs["zh-Hans"]
    pairs = list(
        zip(phrases(list(texts.values()), 2), phrases(list(texts.values()), 3), strict=True)
    )
    pairs = [(one[:3], other[:2]) for one, other in pairs][:100]
    answers = ask(page, address, [space.join(pair) for pair in pairs])
    assert answers == [expected(texts, *pair) for pair in pairs]


@pytest.mark.parametrize("query", ["龘", "𠮷", "创先争忧", "，。！", "zzz"])
def test_what_the_book_does_not_have_is_not_found(reader, address, query):
    page = open_search(reader, address)
    assert ask(page, address, [query]) == [[]]
    assert page.locator("#search-status").text_content()


# ---- The page ------------------------------------------------------------------------------


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


def test_the_address_follows_what_is_typed(reader, address):
    page = open_search(reader, address)
    page.get_by_role("searchbox").press_sequentially("创新")
    expect(page.locator("a.search-hit").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("创新")
    expect(page.locator("a.search-hit").first).to_be_visible()


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


# ---- Over a page ---------------------------------------------------------------------------

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


# ---- Cost ----------------------------------------------------------------------------------


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
