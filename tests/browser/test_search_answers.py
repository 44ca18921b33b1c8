"""The search as a reader has it, against reading every paragraph of the built pages."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import opencc
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from .searching import open_search

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


@pytest.fixture(params=EDITIONS)
def edition(request) -> str:
    return request.param


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


@pytest.mark.parametrize(("folder", "query"), [("", "第三篇"), ("zh-tw/", "第三篇 心得")])
def test_a_chapter_is_found_by_its_mark(reader, address, folder, query):
    page = open_search(reader, address + folder, f"{query}&kind=h")
    hits = page.locator("#search-results a.search-other")
    hit = hits.filter(has_text="第三篇").first
    expect(hit.locator(".search-text")).to_contain_text("第三篇　")
    hit.click()
    expect(page).to_have_url(re.compile(r"/essays/e03\.html\?hl=.*#e03a$"))
    expect(page.locator("article mark.search-mark").first).to_be_in_viewport()


def test_a_long_query_is_said_by_its_beginning(reader, address):
    page = open_search(reader, address, "龘" * 1800)
    said = f"全书没有“{'龘' * 30}……”。"
    expect(page.locator("#search-status")).to_have_text(said)


@pytest.mark.parametrize("query", ["，", "“", "*", "\\", "，。 ！"])
@pytest.mark.parametrize("folder", ["", "zh-hk/"])
def test_marks_alone_are_said_to_be_no_words(reader, address, folder, query):
    page = open_search(reader, address + folder, query)
    said = re.compile("^(这里只有标点或符号，没有可搜的字|這裏只有標點或符號，沒有可搜的字)。$")
    expect(page.locator("#search-status")).to_have_text(said)
    assert page.locator("#search-results a").count() == 0


@pytest.mark.parametrize(("folder", "word"), [("", "词条"), ("zh-tw/", "詞條"), ("zh-hk/", "詞條")])
def test_entries_of_the_glossary_are_called_by_one_word(reader, address, folder, word):
    page = open_search(reader, address + folder, "创先争优")
    expect(page.locator("#search-status")).to_contain_text(word)
    expect(page.locator(".search-kinds")).to_contain_text(word)
    expect(page.locator(".search-kinds")).not_to_contain_text(re.compile("词汇|詞彙"))
