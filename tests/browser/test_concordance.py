"""Concordance and statistics under a reader's hands."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GLOSSARY = "appendix/glossary.html"
CONCORDANCE = "appendix/concordance.html"
TERM = "五个好"


# -- the concordance -----------------------------------------------------------------


@pytest.mark.parametrize("folder", ["", "zh-hk/"])
@pytest.mark.parametrize("screen", ["wide", "phone"])
def test_the_lines_of_the_index_begin_below_each_other(reader, screen, folder):
    page = reader(screen).open(folder + GLOSSARY)
    lines = page.locator(".slogan-index p").evaluate_all(
        """all => all.map(line => {
          const range = document.createRange()
          const boxes = [...line.querySelectorAll("a")].flatMap(link => {
            range.selectNodeContents(link)
            return [...range.getClientRects()]
          })
          const left = new Map()
          for (const box of boxes) {
            const line = Math.round(box.top / 8)
            left.set(line, Math.min(box.left, left.get(line) ?? Infinity))
          }
          range.selectNodeContents(line.querySelector("strong"))
          const label = range.getBoundingClientRect()
          return [label.top, boxes[0].top, [...left.values()],
                  range.getClientRects().length === 1 && label.right < boxes[0].left]
        })"""
    )
    begins = [left for _, _, lefts, _ in lines for left in lefts]
    assert len(begins) > len(lines)
    assert max(begins) - min(begins) < 1
    assert all(abs(initial - first) < 8 for initial, first, _, _ in lines)
    assert all(apart for *_, apart in lines), "labels (十二畫) are whole, beside the first entry"


@pytest.fixture
def concordance(reader):
    page = reader().open(CONCORDANCE)
    expect(page.locator(".slogan-status")).to_contain_text("处")
    return page


def column(page, name):
    return page.locator(f"tbody .{name}").all_inner_texts()


def collated(page, texts):
    script = (
        "(t) => t.sort(new Intl.Collator('zh-Hans-u-co-pinyin', {ignorePunctuation: true}).compare)"
    )
    return page.evaluate(script, list(texts))


def test_lines_sort_by_what_follows_and_by_what_comes_before(concordance):
    page = concordance
    place = page.get_by_role("button", name="按“位置”排序")
    expect(place.locator("..")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="按“后文”排序").click()
    after = column(page, "after")
    assert after == collated(page, after)
    page.get_by_role("button", name="按“前文”排序").click()
    backwards = [text[::-1] for text in column(page, "before")]
    assert backwards == collated(page, backwards)
    expect(place.locator("..")).to_have_attribute("aria-sort", "none")


@pytest.mark.parametrize("folder", ["", "zh-tw/"])
def test_the_slogans_to_choose_from_are_in_the_order_of_the_index(reader, folder):
    page = reader().open(folder + GLOSSARY)
    index = page.locator(".slogan-index a").all_text_contents()
    page = reader().open(folder + CONCORDANCE)
    expect(page.locator(".slogan-status")).to_contain_text("1")
    offered = page.locator("#slogan-choice option").all_text_contents()[1:]
    assert offered == [term for term in index if term in offered]
    assert "12243" in offered


def test_lines_are_filtered_by_words_and_by_slogan(concordance):
    page = concordance
    page.get_by_label("筛选").fill("五带头")
    expect(page.locator("tbody tr").filter(has_not_text="五带头")).to_have_count(0)
    expect(page.locator(".slogan-status")).to_have_text(re.compile(r"^\d+ 处"))
    for text in page.locator("tbody tr").all_inner_texts():
        assert "五带头" in text
    page.get_by_label("筛选").fill("")
    page.get_by_label("口号", exact=True).select_option(label=TERM)
    assert {t.strip() for t in column(page, "term")} == {TERM}
    page.get_by_label("筛选").fill("没有这样的话")
    expect(page.locator(".slogan-status")).to_have_text("没有符合的用例")


@pytest.mark.parametrize("folder", ["", "zh-tw/", "zh-hk/"])
@pytest.mark.parametrize("query", ["服务 党员", "黨員　服務"])
def test_lines_are_filtered_by_several_words_in_either_script(reader, folder, query):
    page = reader().open(folder + CONCORDANCE)
    page.locator("#slogan-filter").fill(query)
    expect(page.locator(".slogan-status")).to_have_text(re.compile(r"，共 1 [页頁]$"))
    rows = page.locator("tbody tr").all_inner_texts()
    assert 0 < len(rows) < 50
    for text in rows:
        assert re.search("服务|服務", text), text
        assert re.search("党员|黨員", text), text


def counted(page) -> int:
    return int(re.match(r"\d+|", page.locator(".slogan-status").inner_text())[0] or 0)


@pytest.mark.parametrize("without_search", [False, True])
def test_a_word_that_every_title_has_is_looked_for_in_the_lines(reader, without_search):
    made = reader()
    if without_search:
        made.context.route("**/search-index/index.js*", lambda route: route.abort())
    page = made.open(CONCORDANCE)
    field, status = page.locator("#slogan-filter"), page.locator(".slogan-status")
    expect(status).to_contain_text("处")
    whole = counted(page)
    field.fill("创先争优")
    expect(status).not_to_contain_text(f"{whole} ")
    named = counted(page)
    assert 0 < named < whole
    field.fill("创先争优 第三篇")
    expect(status).to_contain_text("，共 1 页")
    assert 0 < counted(page) < named
    assert all(text.startswith("第三篇") for text in column(page, "place"))
    made.faults.clear()


@pytest.mark.parametrize("folder", ["", "zh-tw/", "zh-hk/"])
def test_lines_are_found_by_the_short_names_of_works(reader, folder):
    page = reader().open(folder + CONCORDANCE)
    status = page.locator(".slogan-status")
    page.locator("#slogan-filter").fill("第二篇之2")
    expect(status).to_contain_text(re.compile(r"，共 1 [页頁]$"))
    assert all(re.search("个人剖析材料|個人剖析材料", text) for text in column(page, "place"))
    page.locator("#slogan-filter").fill("第二篇之2第1段")
    expect(status).to_contain_text(re.compile(r"，共 1 [页頁]$"))
    assert {text[-5:] for text in column(page, "place")} == {"第 1 段"}


@pytest.mark.parametrize("query", ["(", "。", "（ ）"])
def test_a_filter_of_signs_alone_says_what_the_search_says(reader, query):
    made = reader()
    status = made.open(f"search.html?q={query}").locator("#search-status")
    expect(status).not_to_be_empty()
    said = status.inner_text()
    page = made.open(CONCORDANCE)
    page.locator("#slogan-filter").fill(query)
    expect(page.locator(".slogan-status")).to_have_text(said)
    expect(page.locator("tbody tr")).to_have_count(0)


def test_a_filter_of_several_words_is_there_again_on_the_way_back(concordance):
    page = concordance
    page.get_by_label("筛选").fill("服務 黨員")
    expect(page.locator(".slogan-status")).to_contain_text("，共 1 页")
    status = page.locator(".slogan-status").inner_text()
    page.locator("tbody .place a").first.click()
    page.wait_for_url(re.compile("/essays/"))
    page.go_back()
    expect(page.locator(".slogan-status")).to_have_text(status)
    assert page.get_by_label("筛选").input_value() == "服務 黨員"


def test_without_the_search_the_filter_takes_words_as_they_are(reader):
    made = reader()
    made.context.route("**/search-index/index.js*", lambda route: route.abort())
    page = made.open(CONCORDANCE)
    page.get_by_label("筛选").fill("服务 党员")
    expect(page.locator(".slogan-status")).to_contain_text("，共 1 页")
    assert all("党员" in text for text in page.locator("tbody tr").all_inner_texts())
    made.faults.clear()


def test_pages_turn_and_the_place_is_kept_for_the_way_back(concordance):
    page = concordance
    page.get_by_role("button", name="下一页").click()
    expect(page.locator(".slogan-status")).to_contain_text("第 2 页")
    page.locator("tbody .place a").first.click()
    page.wait_for_url(re.compile("/essays/"))
    page.go_back()
    expect(page.locator(".slogan-status")).to_contain_text("第 2 页")


def test_a_view_is_in_the_address_and_goes_along_to_another_edition(reader, root):
    made = reader()
    page = made.page
    page.goto(root + CONCORDANCE)
    page.locator("#slogan-choice").select_option(label=TERM)
    page.locator("#slogan-filter").fill("党 创")
    page.get_by_role("button", name="按“后文”排序").click()
    expect(page.locator(".slogan-status")).to_contain_text("处")
    lines = column(page, "place")
    assert lines
    made.page = page = made.context.new_page()  # whom the address was sent to
    page.goto(made.context.pages[0].url)
    for edition, name, marks in (
        ("zh-Hans", TERM, "“后文”"),
        ("zh-Hant-TW", "五個好", "「後文」"),
        ("zh-Hant-HK", "五個好", "「後文」"),
        ("zh-Hans", TERM, "“后文”"),
    ):
        page.locator(f".editions a[data-edition='{edition}']").click()
        expect(page.locator("html")).to_have_attribute("lang", edition)
        expect(page.locator(".slogan-status")).to_contain_text(re.compile("[处處]"))
        expect(page.locator("#slogan-choice option:checked")).to_have_text(name)
        expect(page.locator("#slogan-filter")).to_have_value("党 创")
        head = page.locator("th").filter(has=page.get_by_role("button", name=f"按{marks}排序"))
        expect(head).to_have_attribute("aria-sort", "ascending")
        assert len(column(page, "place")) == len(lines)
    assert column(page, "place") == lines


@pytest.mark.parametrize("query", ["?sort=constructor&entry=x", "?entry=&filter=+", "?sort=term#x"])
def test_an_address_that_says_nothing_known_shows_every_line(reader, concordance, query):
    status = concordance.locator(".slogan-status").inner_text()
    page = reader().open(CONCORDANCE + query)
    expect(page.locator(".slogan-status")).to_have_text(status)
    assert ("sort=" in page.url) == ("sort=term" in query)


def test_what_is_chosen_takes_the_place_of_what_the_address_said(reader):
    page = reader().open(f"{CONCORDANCE}#slogan-wu-dai-tou")
    expect(page.locator("#slogan-choice option:checked")).to_have_text("五带头")
    page.locator("#slogan-choice").select_option(label="全部口号")
    expect(page.locator(".slogan-status")).to_contain_text("共")
    page.goto(page.url)
    expect(page.locator(".slogan-status")).to_contain_text("共")
    expect(page.locator("#slogan-choice option:checked")).to_have_text("全部口号")
    assert page.url.endswith(CONCORDANCE)


def test_an_address_leads_to_the_lines_of_one_slogan(reader):
    page = reader().open(f"{CONCORDANCE}#slogan-wu-dai-tou")
    expect(page.locator(".slogan-status")).to_contain_text("处")
    assert {t.strip() for t in column(page, "term")} == {"五带头"}


def test_the_concordance_fits_a_phone(reader):
    page = reader("phone").open(CONCORDANCE)
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    expect(page.get_by_role("rowheader").first).to_be_visible()
    width = page.evaluate("document.querySelector('.slogan-concordance').scrollWidth")
    assert width <= 360


def script(body):
    return lambda route: route.fulfill(body=body, content_type="text/javascript")


def test_the_concordance_stays_usable_at_ten_thousand_lines(reader):
    made = reader()
    words = ["学习", "服务", "基层", "群众", "发展", "组织"]
    lines = [
        [n % 2, n % 3, f"e01a-p{n}", words[n % 5] + words[n % 6], "", words[n % 4] + str(n)]
        for n in range(10_000)
    ]
    about = {
        "works": [[f"第{n}篇", "essays/e01.html"] for n in range(3)],
        "entries": [["甲", "appendix/glossary.html#a"], ["乙", "appendix/glossary.html#b"]],
        "lines": len(lines),
        "chunks": 1,
    }
    for name, data in (("concordance", about), ("lines-0", lines)):
        body = f"bookSlogans({json.dumps(name)},{json.dumps(data)});"
        made.context.route(f"**/slogans/{name}.js*", script(body))
    page = made.open(CONCORDANCE)
    expect(page.locator(".slogan-status")).to_have_text("10000 处，第 1 页，共 200 页")
    assert page.locator("tbody tr").count() == 50
    page.get_by_label("筛选").fill("學習")
    expect(page.locator(".slogan-status")).not_to_contain_text("10000 处")
    took = page.evaluate(
        """() => {
            const field = document.querySelector("#slogan-filter");
            const time = (act) => {
                const start = performance.now();
                act();
                return performance.now() - start;
            };
            const press = (label) => document.querySelector(`button[title="${label}"]`).click();
            const type = (text) => {
                field.value = text;
                field.dispatchEvent(new Event("input"));
            };
            return {
                before: time(() => press("按“前文”排序")),
                after: time(() => press("按“后文”排序")),
                filter: time(() => type("服务")),
            };
        }"""
    )
    # On a slow shared machine; a reader notices half a second, and gives up after some.
    assert took["before"] < 2000
    assert took["after"] < 2000
    assert took["filter"] < 300


def test_paper_gets_every_line(concordance):
    page = concordance
    count = int(page.locator(".slogan-status").inner_text().split()[0])
    assert count > page.locator("tbody tr").count() == 50
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("tbody tr").count() == count
    expect(page.locator(".slogan-status")).to_have_text(f"{count} 处")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("tbody tr").count() == 50
    expect(page.locator(".slogan-status")).to_contain_text("第 1 页")


def test_only_where_there_are_lines_does_the_page_speak_of_them(reader):
    about = "点“位置”可到原处"
    page = reader().open(CONCORDANCE)
    expect(page.locator("article")).to_contain_text(about)
    page = reader(java_script_enabled=False).open(CONCORDANCE)
    expect(page.locator("article")).not_to_contain_text(about)
    expect(page.locator("article")).to_contain_text("列在各条口号的词条之下")


def test_without_scripts_the_concordance_leads_to_the_entries(reader):
    page = reader(java_script_enabled=False).open(CONCORDANCE)
    page.locator(".slogan-static a", has_text=re.compile(f"^{TERM}$")).click()
    expect(page.locator("#slogan-wu-ge-hao")).to_be_in_viewport()


# -- statistics ----------------------------------------------------------------------


def test_the_sums_are_in_sight_on_a_phone(reader):
    page = reader("phone").open("appendix/statistics.html")
    for place in ("thead th:nth-child(2)", "tbody tr:first-child td.total"):
        box = page.locator(f".slogan-heat {place}").bounding_box()
        assert box["x"] + box["width"] <= 360, place
    head = page.locator(".slogan-heat thead th:nth-child(2) p")
    assert head.inner_text() == "合计"
    assert head.bounding_box()["height"] < 30, "on one line"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_shade_of_the_statistics_can_be_read(reader, scheme):
    page = reader(color_scheme=scheme).open("appendix/statistics.html")
    contrasts = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas")
                .getContext("2d", { willReadFrequently: true });
            const rgb = (color, under) => {
                canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
                canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const light = (c) => c.map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const paper = getComputedStyle(document.documentElement).backgroundColor;
            return [...document.querySelectorAll(".slogan-heat tbody td")].map((cell) => {
                const style = getComputedStyle(cell);
                const ground = rgb(style.backgroundColor, paper);
                const ink = rgb(style.color, `rgb(${ground})`);
                const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
                return (a + 0.05) / (b + 0.05);
            });
        }"""
    )
    assert contrasts
    assert min(contrasts) >= 4.5
