"""Ids that last, and readings tied to their notes."""

import re

import pytest
from addresses import emended
from docutils import nodes


@pytest.fixture
def document(app):
    app.build()
    assert app.warning.getvalue() == ""
    return app.env.get_doctree("index")


@pytest.mark.sphinx("html", testroot="addresses")
def test_every_node_has_its_label_as_its_only_id(document):
    titles = [s["ids"] for s in document.findall(nodes.section)]
    assert titles == [["e01a", "e01"], ["e01a-h1"], ["e01a-h2"]]
    ids = [i for n in document.findall(nodes.Element) for i in n.get("ids", [])]
    assert not [i for i in ids if re.fullmatch(r"id\d+", i)]
    assert len(ids) == len(set(ids))


@pytest.mark.sphinx("html", testroot="addresses")
def test_marks_are_named_after_their_notes_and_notes_point_back(document):
    marks = {m["refid"]: m["ids"] for m in document.findall(nodes.footnote_reference)}
    assert marks["e01a-n1"] == ["e01a-n1-ref"]
    backs = {n["ids"][0]: n["backrefs"] for n in document.findall(nodes.footnote)}
    assert backs == marks


@pytest.mark.sphinx("html", testroot="addresses")
def test_readings_are_wrapped_with_the_other_reading(document):
    found = [
        (n.astext(), n["classes"], n.get("other_reading"))
        for n in document.findall(nodes.inline)
        if n.tagname == "emended"
    ]
    assert found == [
        ("邓小平理论", ["emended"], "邓小理理论"),
        ("三会一课", ["emended"], "三会一刻"),
        ("深发找", ["doubtful"], "深部找"),
        ("甲三会一课", ["emended"], "乙三会一课"),
    ]


@pytest.mark.sphinx("html", testroot="addresses")
def test_wrapping_changes_no_character(document):
    paragraph = next(n for n in document.findall(nodes.paragraph) if n["ids"] == ["e01a-p1"])
    text = "".join(
        t.astext()
        for t in paragraph.findall(nodes.Text)
        if not isinstance(t.parent, nodes.footnote_reference)
    )
    assert text == "对邓小平理论没有探讨，三会一课也是；再看深发找。"


@pytest.mark.sphinx("html", testroot="addresses")
def test_html_offers_the_other_reading(app):
    app.build()
    html = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert '<span class="emended" data-other="邓小理理论">邓小平理论</span>' in html


@pytest.mark.sphinx("html", testroot="addresses-stale")
def test_a_lemma_that_is_not_in_the_text_is_reported(app):
    app.build()
    assert "邓小平理论" in app.warning.getvalue()
    assert "请重新运行转换" in app.warning.getvalue()


@pytest.mark.parametrize("mark", ["疑当作", "疑當作"])
@pytest.mark.sphinx("html", testroot="addresses")
def test_a_doubtful_reading_is_known_in_either_script(make_app, app_params, mark):
    args, kwargs = app_params
    page = kwargs["srcdir"] / "index.md"
    page.write_text(page.read_text("utf-8").replace("疑当作", mark), "utf-8")
    app = make_app(*args, **kwargs)
    app.build()
    doctree = app.env.get_doctree("index")
    assert [n.astext() for n in doctree.findall(nodes.inline) if "doubtful" in n["classes"]] == [
        "深发找"
    ]


@pytest.mark.sphinx("html", testroot="addresses")
def test_a_remark_without_a_second_reading_is_no_emendation(make_app, app_params):
    args, kwargs = app_params
    page = kwargs["srcdir"] / "index.md"
    text = page.read_text("utf-8")
    text = text.replace("　疑当作　*深部找*　文义未安。", "，存疑。各本原作如此。")
    page.write_text(text.replace("“理”字涉下而误。", "或疑当作他字。"), "utf-8")
    app = make_app(*args, **kwargs)
    app.build()
    found = {n.astext(): n["classes"] for n in app.env.get_doctree("index").findall(emended)}
    assert found["深发找"] == ["doubtful"]
    assert found["邓小平理论"] == ["emended"]
