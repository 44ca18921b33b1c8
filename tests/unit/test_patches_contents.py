"""The repair of Sphinx's contents of a page: it changes nothing but time, and is still needed."""

from __future__ import annotations

from collections.abc import Callable
from unittest import mock

import pytest
from docutils import nodes
from docutils.utils import new_document
from patches import contents
from sphinx import addnodes
from sphinx.environment.collectors.toctree import TocTreeCollector


def contents_of(process: Callable[..., None], document: nodes.document) -> str:
    """Return what ``process`` collects of ``document`` as a page's contents."""
    env = mock.MagicMock(tocs={}, toc_num_entries={})
    env.current_document.docname = "e01"
    process(TocTreeCollector(), mock.MagicMock(env=env), document)
    return f"{env.tocs['e01'].pformat()}{env.toc_num_entries}"


def with_titles(*inside: nodes.Node) -> nodes.document:
    document = new_document("e01")
    for number in range(2):
        section = nodes.section(ids=[f"s{number}"])
        section += nodes.title("", "", nodes.Text("甲"), nodes.emphasis("", "乙"))
        section += nodes.paragraph("", "丙")
        below = nodes.section("", nodes.title("", "丁"), ids=[f"s{number}b"])
        below += [node.deepcopy() for node in inside]
        section += below
        document += section
    return document


@pytest.mark.parametrize(
    "inside",
    [
        (),
        (nodes.container("", nodes.paragraph("", "戊")),),
        (
            nodes.compound(
                "", addnodes.toctree(glob=False, includefiles=["e02"], entries=[(None, "e02")])
            ),
        ),
        (addnodes.only("", nodes.section("", nodes.title("", "己"), ids=["o"]), expr="html"),),
    ],
)
def test_the_contents_are_the_same(inside: tuple[nodes.Node, ...]):
    document = with_titles(*inside)
    before = document.pformat()
    assert contents_of(contents.process_doc, document) == contents_of(contents.original, document)
    assert document.pformat() == before
    title = next(document.findall(nodes.title))
    assert title.parent is document[0]


def test_contents_are_still_needed():
    seen: list[str] = []

    class Watched(nodes.paragraph):
        def findall(self, *args: object, **kwargs: object):
            seen.append("walked")
            return super().findall(*args, **kwargs)

    contents_of(contents.original, with_titles(Watched("", "庚")))
    assert seen
    seen.clear()
    contents_of(contents.process_doc, with_titles(Watched("", "庚")))
    assert not seen
