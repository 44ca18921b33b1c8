"""The slogans of a small book, as its pages and data files have them."""

import pickle

import pytest
from docutils import nodes
from slogan_files import GLOSSARY, data_file, page, rows
from slogans.domain import domain_of
from sphinx import addnodes


@pytest.fixture
def book(app):
    app.build()
    assert app.warning.getvalue() == ""
    return app


# -- addresses -------------------------------------------------------------------


@pytest.mark.sphinx("html", testroot="slogans")
def test_an_entry_has_its_label_as_its_only_id(book):
    document = book.env.get_doctree(GLOSSARY)
    terms = {t.astext(): t for t in document.findall(nodes.term)}
    assert terms["三会一课"]["ids"] == ["slogan-san-hui-yi-ke"]
    ids = [i for n in document.findall(nodes.Element) for i in n.get("ids", [])]
    assert len(ids) == len(set(ids))
    assert not [i for i in ids if i.startswith("term-")]
    index = next(terms["三会一课"].findall(addnodes.index))
    assert index["entries"] == [("single", "三会一课", "slogan-san-hui-yi-ke", "main", "S")]


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_standard_domain_knows_the_new_address_also_after_pickling(book):
    expected = (GLOSSARY, "slogan-san-hui-yi-ke")
    for env in (book.env, pickle.loads(pickle.dumps(book.env))):
        data = env.domaindata["std"]
        assert data["terms"]["三会一课"] == expected
        assert data["objects"]["term", "三会一课"] == expected
        assert data["anonlabels"]["slogan-san-hui-yi-ke"] == expected


# -- mentions --------------------------------------------------------------------


@pytest.mark.sphinx("html", testroot="slogans")
def test_only_the_text_of_chapters_counts_and_in_reading_order(book):
    mentions = domain_of(book.env).view.mentions
    # e02 stands before e01 in the contents; notes, the front page and the glossary do not count
    assert [(m.block, m.surface) for m in mentions] == [
        ("e02a-p1", "三会一课"),
        ("e02b-p1", "创先争优"),
        ("e02b-p1", "五个好"),
        ("e01a-p1", "创先争优"),
        ("e01a-h1", "三会一课"),
        ("e01a-p2", "五个好"),
        ("e01a-p2", "争创"),
        ("e01a-p2", "创先争优"),
    ]
    assert [m.work for m in mentions[:4]] == ["e02a", "e02b", "e02b", "e01a"]


@pytest.mark.sphinx("html", testroot="slogans")
def test_context_is_fifteen_characters_of_the_same_paragraph_without_note_marks(book):
    mentions = {(m.block, m.surface): m for m in domain_of(book.env).view.mentions}
    first = mentions["e01a-p1", "创先争优"]
    assert (first.before, first.after) == ("开头十五个字以内", "之后还有很长很长的一句话，超过")
    assert len(first.after) == 15
    assert mentions["e01a-p2", "创先争优"].after == "，<b>&\"'这些字符照样。"
    assert mentions["e01a-h1", "三会一课"].before == "一、抓"


@pytest.mark.sphinx("html", testroot="slogans")
def test_a_mention_is_a_light_link_to_its_entry(book):
    link = page(book, "essays/e01").select_one("#e01a-p2 a.mention:nth-of-type(1)")
    assert link.get_text() in ("五个好", "争创")
    hrefs = [a["href"] for a in page(book, "essays/e01").select("#e01a-p1 a.mention")]
    assert hrefs == ["../appendix/glossary.html#slogan-chuang-xian-zheng-you"]


# -- the glossary ----------------------------------------------------------------


@pytest.mark.sphinx("html", testroot="slogans")
def test_an_entry_lists_its_uses_by_work_with_context(book):
    soup = page(book, GLOSSARY)
    entry = soup.find(id="slogan-chuang-xian-zheng-you").find_next("dd")
    assert entry.summary.get_text() == "用例：4 处，见于 2 篇作品"
    works = [p.get_text() for p in entry.select("p.slogan-work")]
    assert works == ["第二篇　下文（1 处）", "第一篇　第一篇的文章（3 处）"]
    line = entry.select("ul.slogan-lines a")[-1]
    assert line["href"] == "../essays/e01.html#e01a-p2"
    assert [part.get_text() for part in line.find_all(["span", "b"])] == [
        "落实五个好，抓争创，再抓",
        "创先争优",
        "，<b>&\"'这些字符照样。",
    ]


@pytest.mark.sphinx("html", testroot="slogans")
def test_an_entry_that_nobody_uses_says_so(book):
    entry = page(book, GLOSSARY).find(id="slogan-si-ge-mei-you").find_next("dd")
    assert "正文没有用例" in entry.get_text()


@pytest.mark.sphinx("html", testroot="slogans")
def test_a_short_list_of_uses_stands_open(book):
    entry = page(book, GLOSSARY).find(id="slogan-wu-ge-hao").find_next("dd")
    assert entry.details.has_attr("open")


@pytest.mark.parametrize("limits", [{"MAX_USES": 2}, {"MANY": 7, "MAX_USES_OF_MANY": 2}])
@pytest.mark.sphinx("html", testroot="slogans", freshenv=True)
def test_uses_beyond_the_limit_are_in_the_concordance(app, monkeypatch, limits):
    for name, limit in limits.items():
        monkeypatch.setattr(f"slogans.html.{name}", limit)
    monkeypatch.setattr("slogans.html.FOLD_USES", 2)
    app.build(force_all=True)
    entry = page(app, GLOSSARY).find(id="slogan-chuang-xian-zheng-you").find_next("dd")
    assert not entry.details.has_attr("open")
    assert len(entry.select("ul.slogan-lines a")) == 2
    more = entry.select_one("details > p:last-child a")
    assert more["href"] == "concordance.html#slogan-chuang-xian-zheng-you"
    assert more.get_text() == "另有 2 处，见口号用例"


@pytest.mark.sphinx("html", testroot="slogans")
def test_pinyin_and_english_are_named_as_what_they_are(book):
    entry = page(book, GLOSSARY).find(id="slogan-chuang-xian-zheng-you").find_next("dd")
    assert entry.select_one(".pinyin")["lang"] == "zh-Latn-pinyin"
    english = [span.get_text() for span in entry.select(".english [lang=en]")]
    assert english == ["striving for excellence", "create the “first”, vie for the best"]


def test_context_that_is_cut_out_does_not_begin_or_end_with_a_stray_mark():
    from slogans.collect import _after, _before

    text = "甲，" + "乙" * 14 + "口号" + "丙" * 14 + "“丁。"
    start = text.index("口号")
    assert _before(text, start) == "乙" * 14
    assert _after(text, start + 2) == "丙" * 14
    assert _before("，口号", 1) == "，", "nothing is cut from the beginning of a text"
    assert _after("口号“", 2) == "“"


@pytest.mark.sphinx("html", testroot="slogans")
def test_simplified_has_an_index_by_pinyin(book):
    lines = [p.get_text() for p in page(book, GLOSSARY).select("nav.slogan-index p")]
    assert lines == ["C 创先争优", "S 三会一课 四个没有", "W 五个好"]


@pytest.mark.sphinx("html", testroot="slogans", confoverrides={"edition": "zh-Hant-TW"})
def test_traditional_has_an_index_by_strokes_and_its_own_script_everywhere(book):
    soup = page(book, GLOSSARY)
    lines = [p.get_text() for p in soup.select("nav.slogan-index p")]
    assert lines == ["三畫 三會一課", "四畫 五個好", "五畫 四個沒有", "十二畫 創先爭優"]
    entry = soup.find(id="slogan-chuang-xian-zheng-you").find_next("dd")
    assert "create the “first”, vie for the best" in entry.get_text()
    assert domain_of(book.env).view.mentions[3].after.startswith("之後還有很長")
    assert data_file(book, "cards-0")["slogan-wu-ge-hao"]["term"] == "五個好"
    assert rows(book, "mentions.csv")[0]["title"] == "第二篇　上文"
    assert rows(book, "slogans.csv")[0]["variants"] == "爭創（簡稱）；創先徵優（誤寫）"
    assert 'skos:hiddenLabel "創先徵優"@zh-Hant-TW' in (
        book.outdir / "downloads" / "slogans.ttl"
    ).read_text("utf-8")


# -- statistics, concordance -----------------------------------------------------


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_statistics_are_a_real_table(book):
    table = page(book, "appendix/statistics").select_one("table.slogan-heat")
    assert table.caption.get_text() == "各篇中口号的用例数"
    assert [th.get_text() for th in table.select("thead th[scope=col]")] == [
        "口号", "合计", "第二篇之1", "第二篇之2", "第一篇",
    ]  # fmt: skip
    body = [[c.get_text() for c in row.select("th, td")] for row in table.select("tbody tr")]
    assert body == [
        ["创先争优", "4", "0", "1", "3"],
        ["三会一课", "2", "1", "0", "1"],
        ["五个好", "2", "0", "1", "1"],
        ["合计", "8", "1", "2", "5"],
    ]
    assert all(row.select_one("th[scope=row]") for row in table.select("tbody tr"))
    cells = table.select("tbody tr:first-child td")
    assert [c["class"] for c in cells] == [["total"], ["heat-0"], ["heat-3"], ["heat-5"]]


@pytest.mark.sphinx("html", testroot="slogans")
def test_slogans_of_one_paragraph_are_listed_together(book):
    table = page(book, "appendix/statistics").select_one("table.slogan-together")
    body = [[c.get_text() for c in row.select("th, td")] for row in table.select("tbody tr")]
    # Five paragraphs and headings have a slogan: 3 have the first, 2 the second, 2 both.
    assert body == [["创先争优", "五个好", "2.9", "2", "1.2", "2"]]
    heads = [th.get_text() for th in table.select("thead th")]
    assert heads == ["口号", "与之同现", "G²", "同段", "期望", "同篇"]


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_statistics_say_how_each_figure_is_made(book):
    text = page(book, "appendix/statistics").get_text()
    assert "最深的是 3 次" in text
    assert "对数似然比 G²（Dunning 1993），以含口号的 5 段为全体" in text


@pytest.mark.sphinx("html", testroot="slogans", freshenv=True)
def test_many_works_are_merged_and_the_page_says_so(app, monkeypatch):
    monkeypatch.setattr("slogans.statistics.MAX_COLUMNS", 1)
    monkeypatch.setattr("slogans.statistics.MAX_ROWS", 2)
    app.build(force_all=True)
    soup = page(app, "appendix/statistics")
    heads = [th.get_text() for th in soup.select("table.slogan-heat thead th")]
    assert heads == ["口号", "合计", "第1—2篇"]
    text = soup.get_text()
    assert "全书 3 篇作品，表中按章合并为 1 栏" in text
    assert "共 3 条口号有用例，表中只列用例最多的 2 条" in text
    totals = [c.get_text() for c in soup.select("table.slogan-heat tbody tr:last-child td")]
    assert totals == ["8", "8"]


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_concordance_reads_without_scripts(book):
    place = page(book, "appendix/concordance").select_one(".slogan-concordance .slogan-static")
    lines = [p.get_text() for p in place.select("nav p")]
    assert lines == ["C 创先争优 4", "S 三会一课 2 四个没有 0", "W 五个好 2"]


@pytest.mark.sphinx("html", testroot="slogans", freshenv=True)
@pytest.mark.parametrize(("most", "unfolded"), [(4, True), (3, False)])
def test_an_index_folds_by_its_entries_whatever_stands_beside_them(
    app, monkeypatch, most, unfolded
):
    monkeypatch.setattr("slogans.html.FOLD_INDEX", most)
    app.build(force_all=True)
    for docname in ("appendix/glossary", "appendix/concordance"):
        index = page(app, docname).select_one("nav.slogan-index details")
        assert index.has_attr("open") is unfolded, docname


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_data_of_the_concordance_is_every_use(book):
    about, lines = data_file(book, "concordance"), data_file(book, "lines-0")
    assert about["lines"] == len(lines) == 8
    assert [w[0] for w in about["works"]] == [
        "第二篇　上文",
        "第二篇　下文",
        "第一篇　第一篇的文章",
    ]
    index = page(book, GLOSSARY).select("nav.slogan-index a")
    listed = [one[0] for one in about["entries"]]
    assert listed == [a.get_text() for a in index if a.get_text() in listed]
    terms = [about["entries"][n][0] for n, *_ in lines]
    assert terms == [
        "三会一课", "创先争优", "五个好", "创先争优", "三会一课", "五个好", "创先争优", "创先争优",
    ]  # fmt: skip
    assert lines[6][3:] == ["落实五个好，抓", "争创", "，再抓创先争优，<b>&\"'这"]
    assert lines[7][4] == ""  # the entry's own term


@pytest.mark.sphinx("text", testroot="slogans")
def test_a_paged_form_prints_the_lines_by_what_follows(app):
    app.build()
    document = app.env.get_and_resolve_doctree("appendix/concordance", app.builder, tags=app.tags)
    body = next(document.findall(nodes.tbody))
    printed = [[cell.astext() for cell in row] for row in body]
    first = [row[2] for row in printed if row[1] in ("创先争优", "争创")]
    # As in the index: letters, then wǔ < zài < zhī; the comma before 再 does not count.
    assert [text[:3] for text in first] == ["，<b", "，五个", "，再抓", "之后还"]
    assert len(printed) == 8
    assert {row[3] for row in printed} == {
        "第一篇第1段", "第一篇标题1", "第一篇第2段", "第二篇之1第1段", "第二篇之2第1段",
    }  # fmt: skip


@pytest.mark.sphinx("text", testroot="slogans", confoverrides={"edition": "zh-Hant-TW"})
def test_a_paged_form_in_traditional_prints_the_lines_by_strokes(app):
    app.build()
    document = app.env.get_and_resolve_doctree("appendix/concordance", app.builder, tags=app.tags)
    printed = [[cell.astext() for cell in row] for row in next(document.findall(nodes.tbody))]
    first = [row[2] for row in printed if row[1] in ("創先爭優", "爭創")]
    # 五 and 之 have four strokes, 再 has six; 之 comes before 五 by radical.
    assert [text[:3] for text in first] == ["，<b", "之後還", "，五個", "，再抓"]


@pytest.mark.sphinx("text", testroot="slogans", srcdir="places")
def test_a_place_in_a_chapter_without_a_mark_is_named_by_its_title(app):
    chapter = app.srcdir / "essays" / "e01.md"
    text = chapter.read_text("utf-8").replace("marker: 第一篇\n", "")
    chapter.write_text(text.replace("title: 第一篇的文章\n", "title: 读《意见》有感\n"), "utf-8")
    (app.srcdir / "essays" / "e02.md").write_text(
        "---\ntitle: 卷首\nchapter: 0\n---\n(front-text)=\n# 卷首\n\n(front-p1)=\n"
        "{term}`五个好`。\n",
        "utf-8",
    )
    app.build()
    document = app.env.get_and_resolve_doctree("appendix/concordance", app.builder, tags=app.tags)
    rows = next(document.findall(nodes.tbody))
    assert {row[3].astext() for row in rows} == {
        "《读〈意见〉有感》第1段",
        "《读〈意见〉有感》标题1",
        "《读〈意见〉有感》第2段",
        "卷首第1段",
    }
