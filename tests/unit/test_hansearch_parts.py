"""The index made of parts that are kept: the same as one made anew, whatever has changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hansearch import files, parts, postings
from hansearch.records import Block, Document, Kept, keep
from hypothesis import given, settings
from hypothesis import strategies as st

TEXT = st.text(st.sampled_from("创先争优發发𠮷12kK，。 \x1f"), max_size=12)
BLOCK = st.builds(
    Block, st.sampled_from("phntg"), st.sampled_from(["e01a", "e01a-p1"]), st.just(""), TEXT
)
DOCUMENT = st.builds(
    Document,
    st.sampled_from([1, 2, 3, 40, 1_000_000_000]),
    st.sampled_from(["", "第一篇"]),
    TEXT,
    st.lists(BLOCK, min_size=1, max_size=3),
)
BOOK = st.dictionaries(st.sampled_from("abcdefgh"), DOCUMENT, max_size=6)


def kept(documents: dict[str, Document]) -> dict[str, Kept]:
    return {name: keep(document) for name, document in documents.items()}


def whole(documents: dict[str, Document]) -> dict[str, str]:
    return files.build(kept(documents), "{}.html".format, "zh-Hans", {})


def rebuilt(documents: dict[str, Document], store: parts.Store, folder: Path) -> None:
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    made = files.build(kept(documents), "{}.html".format, "zh-Hans", {}, store, there)
    files.write(made, folder)


def on_disk(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


@settings(max_examples=80, deadline=None)
@given(st.lists(BOOK, min_size=1, max_size=4), st.integers(1, 5))
def test_whatever_changes_the_index_is_that_of_a_whole_build(books, number):
    with tempfile.TemporaryDirectory() as work, pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "NUMBER", number)  # runs of one, two, four documents …
        patch.setattr(files, "_CHUNK_STEP", 1)
        store, folder = parts.Store(Path(work, "kept")), Path(work, "index")
        for documents in books:
            rebuilt(documents, store, folder)
            assert on_disk(folder) == whole(documents)


@given(st.lists(st.lists(st.text("创先争a", max_size=5), max_size=3)))
def test_parts_join_to_the_lists_of_the_whole(streams):
    texts = [postings.stream(keys) for keys in streams]
    assert parts.joined(map(parts.lists, texts)) == parts.joined([parts.lists("".join(texts))])


def test_a_changed_chapter_is_all_that_is_made_anew(tmp_path, monkeypatch):
    book = {f"e{n}": Document(n, "", "题", [Block("p", "", "", f"第{n}篇")]) for n in range(200)}
    store, folder = parts.Store(tmp_path / "kept"), tmp_path / "index"
    rebuilt(book, store, folder)
    made = []
    original = files._part
    monkeypatch.setattr(files, "_part", lambda *a: made.append(a[0]) or original(*a))
    rebuilt(book, store, folder)
    assert made == []
    book["e77"] = book["e77"]._replace(title="又一题")
    rebuilt(book, store, folder)
    assert [[address for address, _ in some] for some in made] == [
        [f"e{n}.html" for n in range(72, 80)]
    ]


@pytest.mark.parametrize("harm", [b"", b"x", b"x" * 100])
def test_what_is_damaged_or_gone_is_made_anew(tmp_path, harm):
    book = {"e1": Document(1, "", "题", [Block("p", "", "", "创先争优")])}
    store, folder = parts.Store(tmp_path / "kept"), tmp_path / "index"
    rebuilt(book, store, folder)
    (part,) = (tmp_path / "kept").iterdir()
    content = part.read_bytes()
    part.write_bytes(content[:-1] + harm)
    rebuilt(book, store, folder)
    assert part.read_bytes() == content
    for path in folder.glob("t-*"):
        path.unlink()
    rebuilt(book, store, folder)
    assert on_disk(folder) == whole(book)


def test_a_part_that_is_no_more_is_forgotten(tmp_path):
    book = {f"e{n}": Document(n, "", "题", [Block("p", "", "", "创")]) for n in (1, 2)}
    store, folder = parts.Store(tmp_path / "kept"), tmp_path / "index"
    rebuilt(book, store, folder)
    del book["e2"]
    rebuilt(book, store, folder)
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["1.part"]


def test_a_sentence_more_does_not_divide_the_texts_of_the_other_chapters():
    texts = [[Block("p", "", "", "创" * 700) for _ in range(40)] for _ in range(60)]
    book = {f"e{n}": Document(n, "", "题", blocks) for n, blocks in enumerate(texts)}
    before = whole(book)
    book["e7"].blocks.append(Block("p", "", "", "一" * 700))
    named = {name for name in whole(book) if name.startswith("t-")}
    assert len(named - set(before)) == 1


@given(DOCUMENT)
def test_a_document_survives_being_kept(document):
    assert keep(document).open() == document
