"""The contents of a page: sections, and headings that run into their paragraphs."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from website.contents import contents


def section(name: str, title: str, *parts: nodes.Element) -> nodes.section:
    return nodes.section("", nodes.title("", title), *parts, ids=[name])


def paragraph(name: str, text: str, strong: str = "") -> nodes.paragraph:
    parts = [nodes.Text(""), nodes.strong("", strong)] if strong else []
    return nodes.paragraph("", "", *parts, nodes.Text(text), ids=[name])


def listed(*parts: nodes.Element) -> list[tuple[str, str, list[str]]]:
    document = new_document("e01")
    document += section("e01", "学习体会", *parts)
    return [
        (one["href"], one["title"], [below["title"] for below in one["items"]])
        for one in contents(document)
    ]


def test_a_heading_that_runs_in_stands_among_the_sections_of_its_form() -> None:
    assert listed(
        paragraph("p1", "以下是体会。"),
        paragraph("p2", "。要学。", "一、学在前"),
        section("h1", "二、干在前", paragraph("p3", "。先学。", "（一）先学一步")),
    ) == [("#p2", "一、学在前", []), ("#h1", "二、干在前", ["（一）先学一步"])]


def test_headings_that_run_in_alone_are_of_the_form_of_the_first() -> None:
    assert listed(
        paragraph("p1", "。要学。", "（一）学在前"),
        paragraph("p2", "。每周一次。", "1.定时间"),
        paragraph("p3", "。要干。", "（二）干在前"),
    ) == [("#p1", "（一）学在前", []), ("#p3", "（二）干在前", [])]


def test_strong_words_without_a_mark_or_of_another_form_are_no_headings() -> None:
    assert listed(
        paragraph("p1", "是第一位的。", "学习"),
        section("h1", "一、学在前"),
        paragraph("p2", "。每周一次。", "1.定时间"),
    ) == [("#h1", "一、学在前", [])]


def test_a_page_without_a_title_has_no_contents() -> None:
    assert contents(new_document("e01")) == []
    assert contents(None) == []
