"""The cards and the files for download of a small book with slogans."""

import json
import re
import zipfile

import pytest
from rdflib import Graph
from rdflib.namespace import DC, DCTERMS, RDF, RDFS, SKOS
from slogan_files import data_file, page, rows
from slogans import exports


@pytest.fixture
def book(app):
    app.build()
    assert app.warning.getvalue() == ""
    return app


@pytest.mark.sphinx("html", testroot="slogans")
def test_a_card_has_what_a_reader_needs(book):
    cards = data_file(book, "cards-0")
    assert cards["slogan-wu-ge-hao"] == {
        "term": "五个好",
        "pinyin": "wǔ gè hǎo",
        "meaning": "五条标准。",
        "members": ["领导班子好", "党员队伍好"],
        "count": 2,
        "works": 2,
    }
    assert "count" not in cards["slogan-si-ge-mei-you"]


@pytest.mark.sphinx("html", testroot="slogans", freshenv=True)
def test_five_thousand_entries_load_by_shards(app, monkeypatch):
    monkeypatch.setattr("slogans.files.SHARD", 2)
    app.build(force_all=True)
    index = data_file(app, "index")
    assert index["shards"] == 2
    found = data_file(app, "cards-0") | data_file(app, "cards-1")
    assert len(found) == 4
    monkeypatch.undo()
    app.build(force_all=True)
    assert not (app.outdir / "_static" / "slogans" / "cards-1.js").exists()


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_downloads_hold_every_entry_and_every_use(book):
    data = json.loads((book.outdir / "downloads" / "slogans.json").read_text("utf-8"))
    entries = {e["id"]: e for e in data["entries"]}
    first = entries["slogan-chuang-xian-zheng-you"]
    assert first["url"] == (
        "https://example.org/book/appendix/glossary.html#slogan-chuang-xian-zheng-you"
    )
    assert first["variants"] == [
        {"form": "争创", "kind": "简称", "note": ""},
        {"form": "创先征优", "kind": "误写", "note": "“争”误作“征”（音近）"},
    ]
    assert first["related"] == ["slogan-wu-ge-hao"]
    assert first["literal"] == "create the “first”, vie for the best"
    assert first["origin"] == "待考"
    assert entries["slogan-wu-ge-hao"]["members"][0] == {
        "name": "领导班子好",
        "origin": "第一篇第1段；《意见》（2010年）。播发全文　说明",
    }
    assert entries["slogan-wu-ge-hao"]["sources"] == "《意见》（中央，2010年）\n《决定》"
    assert {r["id"]: int(r["uses"]) for r in rows(book, "slogans.csv")} == {
        e["id"]: e["uses"] for e in data["entries"]
    }
    mentions = rows(book, "mentions.csv")
    assert len(mentions) == sum(e["uses"] for e in data["entries"]) == 8
    assert mentions[1]["before"] == "'=1+1也是"
    assert mentions[1]["url"] == "https://example.org/book/essays/e02.html#e02b-p1"


@pytest.mark.sphinx("html", testroot="slogans")
def test_kind_level_and_members_are_fields_of_their_own(book):
    data = json.loads((book.outdir / "downloads" / "slogans.json").read_text("utf-8"))
    entries = {e["term"]: e for e in data["entries"]}
    told = {t: (e["category"], e["kind"], e["level"]) for t, e in entries.items()}
    assert told["创先争优"] == ("活动 · 全国", "活动", "全国")
    assert told["五个好"] == ("数字口号 · 通行范围待考", "数字口号", "待考")
    assert told["三会一课"] == ("", "", "")
    assert entries["五个好"]["members_note"] == "其余三项书中没有列出。"
    assert entries["四个没有"]["members"] == []
    assert entries["四个没有"]["members_note"] == "本书只提代号"
    assert entries["创先争优"]["members_note"] == ""


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_table_has_what_was_there_first_and_the_new_columns_last(book):
    entries = {row["term"]: row for row in rows(book, "slogans.csv")}
    assert list(entries["五个好"])[-6:] == [
        "url", "kind", "level", "members_origin", "members_note", "variants_note",
    ]  # fmt: skip
    assert entries["五个好"]["members"] == "领导班子好；党员队伍好"
    assert entries["五个好"]["members_origin"] == (
        "领导班子好（第一篇第1段；《意见》（2010年）。播发全文　说明）；党员队伍好"
    )
    assert (entries["创先争优"]["kind"], entries["创先争优"]["level"]) == ("活动", "全国")
    assert entries["四个没有"]["members_note"] == "本书只提代号"
    assert entries["创先争优"]["variants"] == "争创（简称）；创先征优（误写）"
    assert entries["创先争优"]["variants_note"] == "创先征优：“争”误作“征”（音近）"


@pytest.mark.sphinx("html", testroot="slogans")
def test_the_scheme_has_members_kind_and_level(book):
    graph = Graph().parse(book.outdir / "downloads" / "slogans.ttl", format="turtle")
    concepts = {str(o): s for s, o in graph.subject_objects(SKOS.prefLabel)}
    five = concepts["五个好"]
    members = {
        str(graph.value(part, RDFS.label)): graph.value(part, DC.source)
        for part in graph.objects(five, DCTERMS.hasPart)
    }
    assert str(members["领导班子好"]).startswith("第一篇第1段；")
    assert members["党员队伍好"] is None
    assert len(members) == 2
    assert str(graph.value(five, DC.type)) == "数字口号"
    assert str(graph.value(five, DC.coverage)) == "待考"
    assert str(graph.value(five, SKOS.note)) == "其余三项书中没有列出。"
    assert str(graph.value(concepts["四个没有"], SKOS.note)) == "本书只提代号"
    first = concepts["创先争优"]
    assert "创先征优" in {str(form) for form in graph.objects(first, SKOS.hiddenLabel)}
    assert str(graph.value(first, SKOS.note)) == "创先征优：“争”误作“征”（音近）"


@pytest.mark.sphinx("html", testroot="slogans")
def test_terminology_tools_read_the_scheme(book):
    graph = Graph().parse(book.outdir / "downloads" / "slogans.ttl", format="turtle")
    concepts = {
        str(graph.value(c, SKOS.prefLabel)): c for c in graph.subjects(RDF.type, SKOS.Concept)
    }
    assert set(concepts) == {"创先争优", "三会一课", "四个没有", "五个好"}
    first = concepts["创先争优"]
    labels = {(str(o), o.language) for o in graph.objects(first, SKOS.altLabel)}
    assert ("争创", "zh-Hans") in labels
    assert ("chuàng xiān zhēng yōu", "zh-Latn-pinyin") in labels
    assert list(graph.objects(first, SKOS.related)) == [concepts["五个好"]]
    scheme = next(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert all((c, SKOS.inScheme, scheme) in graph for c in concepts.values())


@pytest.mark.sphinx("html", testroot="slogans")
def test_each_file_is_described_where_it_is_offered(book):
    soup = page(book, "appendix/concordance")
    links = [a["href"] for a in soup.select("dl.slogan-data dt a")]
    assert links == [
        f"../downloads/{n}" for n in ("slogans.json", "slogans.csv", "mentions.csv", "slogans.ttl")
    ]
    for link in links:
        assert (book.outdir / "appendix" / link).resolve().is_file()
    told = [p.get_text() for p in soup.select("dl.slogan-data dd p")]
    assert len(told) == 4
    assert "口号在文中的写法（text）、后文，都照校改后的文字" in told[2]
    # What the scheme says is what it is said to say, and nothing else.
    scheme = (book.outdir / "downloads" / "slogans.ttl").read_text("utf-8")
    predicates = (
        r"(?:skos:[a-z]+[A-Z]?[a-z]+|dct:hasPart|dct:source|dc:type|dc:coverage)(?= [\"\[<])"
    )
    structure = {"skos:inScheme", "skos:topConceptOf"}
    assert set(re.findall(predicates, scheme)) - structure == set(
        re.findall(r"(?:skos|dct?):[A-Za-z]+", told[3])
    )


@pytest.mark.sphinx("html", testroot="slogans", srcdir="many-mentions")
def test_many_mentions_are_offered_in_a_zip_file(app, monkeypatch):
    monkeypatch.setattr(exports, "MOST_PLAIN", 7)
    app.build()
    folder = app.outdir / "downloads"
    assert not (folder / "mentions.csv").exists()
    with zipfile.ZipFile(folder / "mentions.zip") as archive:
        lines = archive.read("mentions.csv").decode("utf-8-sig").splitlines()
    assert lines[0].startswith("id,term,work")
    assert len(lines) == 1 + 8
    links = [a["href"] for a in page(app, "appendix/concordance").select("dl.slogan-data dt a")]
    assert "../downloads/mentions.zip" in links
    assert "../downloads/mentions.csv" not in links


@pytest.mark.sphinx(
    "html",
    testroot="slogans",
    srcdir="title-of-the-edition",
    confoverrides={"edition": "zh-Hant-TW", "project": "创先争优心得"},
)
def test_the_title_of_the_book_is_in_the_script_of_the_edition(app):
    app.build()
    folder = app.outdir / "downloads"
    assert json.loads((folder / "slogans.json").read_text("utf-8"))["title"] == "創先爭優心得"
    graph = Graph().parse(folder / "slogans.ttl", format="turtle")
    titles = [(str(o), o.language) for o in graph.objects(None, DCTERMS.title)]
    assert titles == [("創先爭優心得", "zh-Hant-TW")]
