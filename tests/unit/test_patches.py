"""Each repair of a dependency: that it changes nothing but time, and that it is still needed.

A test named ``…_is_still_needed`` fails when the dependency has become as quick by itself: then
delete the module in ``_ext/patches`` and its tests.
"""

from __future__ import annotations

import gc
import inspect
import logging
import subprocess
import sys
from collections.abc import Callable
from unittest import mock

import docutils.frontend
import myst_parser.mdit_to_docutils.base as myst_base
import pytest
import yaml
from conftest import ROOT
from docutils import nodes
from docutils.parsers.rst import Parser
from docutils.transforms.references import DanglingReferences
from docutils.utils import new_document
from myst_parser.config.main import read_topmatter
from patches import collector, front_matter, kinds, messages, parser_settings, traversal, visitors
from patches import nodes as patched_nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms.code import HighlightLanguageTransform
from sphinx.transforms.references import SphinxDanglingReferences
from sphinx.util import logging as sphinx_logging
from sphinx.util.logging import NAMESPACE
from sphinx.util.nodes import NodeMatcher

DEPTH = 5000


def original(body: str) -> str:
    """Run ``body`` in a process where no repair is in place; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", inspect.cleandoc(body)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def tree() -> nodes.document:
    document = nodes.document("", "")
    for number in range(3):
        section = nodes.section(ids=[f"s{number}"])
        section += nodes.paragraph("", "", nodes.emphasis("", "甲"), nodes.Text("乙"))
        section += nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "丙")))
        document += section
    return document


def nested() -> nodes.Element:
    node = nodes.container()
    for _ in range(DEPTH):
        inner, node = node, nodes.container()
        node.children = [inner]  # ``append`` looks for the root, and goes as deep itself
    return node


def recursive(node: nodes.Node, cls: type) -> list[nodes.Node]:
    found = [node] if isinstance(node, cls) else []
    return found + [n for child in node.children for n in recursive(child, cls)]


@pytest.mark.parametrize("cls", [nodes.Node, nodes.paragraph, nodes.Text, nodes.Element])
def test_traversal_finds_the_same_nodes_in_the_same_order(cls):
    document = tree()
    found = [id(node) for node in traversal.fast_findall(document, cls)]
    assert found == [id(node) for node in recursive(document, cls)]


def test_traversal_takes_a_function_and_leaves_the_other_ways_to_docutils():
    document = tree()
    numbered = traversal.findall(document, lambda node: isinstance(node, nodes.paragraph))
    assert list(numbered) == recursive(document, nodes.paragraph)
    assert list(traversal.findall(document)) == recursive(document, nodes.Node)
    below = traversal.findall(document, nodes.section, include_self=False)
    assert list(below) == recursive(document, nodes.section)
    after = traversal.findall(document[0], nodes.section, descend=False, siblings=True)
    assert list(after) == document.children


def test_traversal_sees_children_that_are_replaced_on_the_way():
    document = tree()
    for paragraph in traversal.fast_findall(document, nodes.paragraph):
        paragraph.children = [nodes.strong("", "丁")]
    assert len(list(traversal.fast_findall(document, nodes.strong))) == 6


def test_traversal_goes_as_deep_as_the_tree():
    assert len(list(traversal.superfast_findall(nested()))) == DEPTH + 1


def test_traversal_is_still_needed():
    said = original(f"""
        from docutils import nodes
        node = nodes.container()
        for _ in range({DEPTH}):
            inner, node = node, nodes.container()
            node.children = [inner]
        try:
            print(len(list(node.findall(nodes.container))))
        except RecursionError:
            print("recursion")
    """)
    assert said == "recursion"


FRONT_MATTER = """
title: "题：一"
chapter: 2
works:
  - {id: e02a, title: 创先争优, authors: [靳文], date: 2010-12-07}
"""


def test_front_matter_says_the_same():
    assert front_matter.safe_load(FRONT_MATTER) == yaml.load(FRONT_MATTER, Loader=yaml.SafeLoader)


def test_front_matter_that_is_broken_is_still_an_error_of_yaml():
    with pytest.raises(yaml.YAMLError):
        front_matter.safe_load("works: [")


def test_front_matter_is_still_needed():
    said = original("""
        import yaml
        from myst_parser.config import main
        from unittest import mock
        with mock.patch.object(yaml, "SafeLoader", wraps=yaml.SafeLoader) as slow:
            main.read_topmatter("---\\ntitle: 1\\n---\\n")
            print(slow.called)
    """)
    assert said == "True"
    with mock.patch.object(yaml, "safe_load", front_matter.safe_load):
        assert read_topmatter(f"---{FRONT_MATTER}---\n")["chapter"] == 2


def test_settings_are_the_same_and_each_documents_own():
    wanted = docutils.frontend.get_default_settings(Parser)
    first = parser_settings.default_settings_once(Parser)
    second = parser_settings.default_settings_once(Parser)
    ours, theirs = vars(first).copy(), vars(wanted).copy()
    assert ours.pop("record_dependencies") is not second.record_dependencies
    theirs.pop("record_dependencies")
    assert ours == theirs
    first.strip_classes = ["x"]
    assert second.strip_classes != ["x"]


def test_settings_follow_the_defaults():
    def settings(**defaults: object) -> object:
        return parser_settings.settings_once(Parser, defaults=defaults, read_config_files=False)

    assert settings(tab_width=3).tab_width == 3
    assert settings(tab_width=5).tab_width == 5


def test_settings_of_sphinx_are_still_needed():
    with mock.patch.object(
        sys.modules["sphinx.util.docutils"], "OptionParser", wraps=docutils.frontend.OptionParser
    ) as made:
        for _ in range(2):
            parser_settings.get_settings(Parser, defaults={})
    assert made.call_count == 2, "Sphinx finds the settings once by itself"


def test_settings_of_myst_are_still_needed():
    setup = inspect.getsource(myst_base.DocutilsRenderer.setup_render)
    assert 'options.get("document", make_document())' in setup


def test_the_collector_is_still_needed():
    before = gc.get_threshold()
    try:
        collector.install()
        assert gc.get_threshold() == (collector.OBJECTS, *before[1:])
    finally:
        gc.set_threshold(*before)
    default = int(original("import gc; print(gc.get_threshold()[0])"))
    assert 0 < default < collector.OBJECTS / 10


@pytest.mark.parametrize("text", ["甲", "", "a\x00 b\x00\nc\x00d", "\\x"])
def test_text_is_the_same(text: str):
    for restore in (False, True):
        wanted = patched_nodes.original_unescape(text, restore)
        assert patched_nodes.unescape(text, restore) == wanted
    assert type(patched_nodes.unescape(nodes.Text("甲"))) is str


def test_a_child_knows_its_document_and_place():
    for setup_child in (patched_nodes.original_setup_child, patched_nodes.setup_child):
        document = nodes.document("", "")
        document.current_source, document.current_line = "书.md", 7
        paragraph, known = nodes.paragraph(), nodes.strong()
        known.source, known.line = "别.md", 3
        document += paragraph
        setup_child(paragraph, known)
        setup_child(paragraph, child := nodes.emphasis())
        assert (known.parent, known.document, known.source, known.line) == (
            *(paragraph, document, "别.md", 3),
        )
        assert (child.parent, child.document, child.source, child.line) == (
            *(paragraph, document, "书.md", 7),
        )


def made(init: Callable[..., None], cls: type[nodes.Element]) -> tuple[object, ...]:
    """Make an element with ``init`` and return all that it is."""
    node = cls.__new__(cls)
    names = ["甲"]
    init(
        node, "甲", *(["", nodes.emphasis()] if cls is nodes.paragraph else []), NAMES=names, kind=3
    )
    names.append("乙")
    own = {name: type(value) for name, value in node.attributes.items()}
    children = [type(child) for child in node.children]
    return node.rawsource, node.tagname, node.attributes, own, children


@pytest.mark.parametrize("cls", [nodes.container, nodes.section, nodes.footnote])
def test_an_element_is_set_up_the_same(cls: type[nodes.Element]):
    assert made(patched_nodes.init, cls) == made(patched_nodes.original_init, cls)
    for init in (patched_nodes.original_init, patched_nodes.init):
        with pytest.raises(TypeError):
            init(cls.__new__(cls), nodes.emphasis())


def test_the_root_of_a_node_is_its_document():
    document = tree()
    free = nodes.paragraph("", "", nodes.emphasis())
    for node in (document, *document.findall(nodes.Node), free, free[0]):
        assert patched_nodes.root(node) is node.document


def test_messages_that_are_shown_are_still_made():
    logger = logging.getLogger(NAMESPACE)
    before = logger.level
    try:
        for verbosity, level in ((-1, logging.INFO), (0, logging.INFO), (2, logging.DEBUG)):
            messages.install(verbosity)
            assert logger.isEnabledFor(level)
            assert logger.isEnabledFor(logging.WARNING)
        messages.install(0)
        assert not logger.isEnabledFor(logging.DEBUG)
    finally:
        logger.setLevel(before)


def test_messages_are_still_needed():
    assert "logger.setLevel(logging.DEBUG)" in inspect.getsource(sphinx_logging.setup)


def test_nodes_are_still_needed():
    assert "self.list_attributes" in inspect.getsource(patched_nodes.original_init)
    assert "text.split(sep)" in inspect.getsource(patched_nodes.original_unescape)
    assert inspect.getsource(patched_nodes.original_setup_child).count("self.document") > 1


def test_a_matcher_finds_the_same():
    document = tree()
    document[0]["translatable"] = True
    for matcher in (
        NodeMatcher(nodes.section, nodes.Text),
        NodeMatcher(nodes.section, translatable=True),
        NodeMatcher(ids=["s1"]),
        NodeMatcher(),
    ):
        wanted = list(visitors.original_findall(matcher, document))
        assert list(visitors.findall(matcher, document)) == wanted
        assert wanted


def dangling(apply: Callable[..., None]) -> tuple[str, list[str]]:
    """Resolve one reference of two; return the tree and what was reported about the other."""
    document = new_document("书.md")
    document.settings.report_level = document.reporter.report_level = 2
    document.reporter.stream = None
    label = nodes.target("", "", names=["here"])
    document.note_explicit_target(label)
    document += nodes.paragraph("", "", label, nodes.target("", "", ids=["unused"]))
    for name in ("here", "nowhere"):
        document += nodes.paragraph("", "", nodes.reference("", name, refname=name))
    document.reporter.attach_observer(document.note_transform_message)
    apply(SphinxDanglingReferences(document))
    assert document.reporter.report_level == 2
    told = [m.astext() for m in document.transform_messages if m["level"] > 1]
    return document.pformat(), told


def test_references_are_resolved_and_reported_as_before():
    shown, told = dangling(visitors.original_resolve)
    assert dangling(visitors.resolve) == (shown, told)
    assert 'refid="here"' in shown
    assert len(told) == 1


def test_documents_without_references_are_let_alone():
    document = tree()
    document += nodes.target("", "", ids=["unused"], names=["unused"])
    transform = mock.Mock(document=document)
    with mock.patch.object(document, "walk") as walked:
        visitors.resolve(transform)
    assert not walked.called
    assert document.transform_messages == []


@pytest.mark.parametrize("kind", [nodes.literal_block, addnodes.highlightlang])
def test_program_text_still_gets_its_language(kind: type[nodes.Element]):
    transform = mock.Mock(document=tree())
    with mock.patch.object(visitors, "original_highlight") as highlighted:
        visitors.highlight(transform)
        assert not highlighted.called
        transform.document += kind()
        visitors.highlight(transform)
        assert highlighted.called


def test_visitors_are_still_needed():
    assert "self.document.walk(visitor)" in inspect.getsource(DanglingReferences.apply)
    assert "reporter.info" in inspect.getsource(DanglingReferences.apply)
    assert "document.walkabout(visitor)" in inspect.getsource(visitors.original_highlight)
    assert "node.findall(self)" in inspect.getsource(visitors.original_findall)
    assert HighlightLanguageTransform.default_priority == 400


def known(document: nodes.document) -> set[type]:
    with mock.patch.object(nodes.Node, "setup_child", patched_nodes.setup_child):
        kinds.take(document)
    return vars(document)["kinds"]


def test_a_document_knows_what_is_put_into_it_later():
    document = tree()
    found = known(document)
    assert found == {type(node) for node in traversal.fast_findall(document, nodes.Node)}
    assert nodes.reference not in found
    assert list(traversal.fast_findall(document, nodes.reference)) == []
    with mock.patch.object(nodes.Node, "setup_child", patched_nodes.setup_child):
        text = next(traversal.fast_findall(document, nodes.Text))
        parent = text.parent
        assert parent is not None
        parent.replace(text, nodes.reference("", "", nodes.literal("", "戊")))
        document[0] += nodes.image()
        document[1].insert(0, nodes.comment())
        document[2][0:1] = [nodes.rubric("", "己")]
    for kind in (nodes.reference, nodes.literal, nodes.image, nodes.comment, nodes.rubric):
        assert len(list(traversal.fast_findall(document, kind))) == 1
    assert len(list(traversal.fast_findall(document, nodes.Inline))) == len(
        recursive(document, nodes.Inline)
    )


def test_nodes_of_another_document_make_it_forget():
    document, other = tree(), tree()
    known(document)
    with mock.patch.object(nodes.Node, "setup_child", patched_nodes.setup_child):
        section = other[0]
        other[1] += nodes.paragraph("", "", nodes.strong("", "庚"))
        other.remove(section)
        document += section  # its paragraphs take nodes into ``other`` still
    assert "kinds" not in vars(document)
    assert list(traversal.fast_findall(document, nodes.paragraph))


def test_a_copy_of_a_document_does_not_share_what_it_knows():
    document = tree()
    known(document)
    assert "kinds" not in vars(document.deepcopy())


def test_kinds_are_still_needed():
    said = original("""
        from docutils import nodes
        document = nodes.document("", "")
        document += nodes.paragraph("", "甲")
        seen = []
        class Watched(list):
            def __iter__(self):
                seen.append(1)
                return super().__iter__()
        document.children = Watched(document.children)
        list(document.findall(nodes.image))
        print(bool(seen))
    """)
    assert said == "True"
