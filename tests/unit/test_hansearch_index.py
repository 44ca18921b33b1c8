"""The index against a search that reads every text."""

from __future__ import annotations

import json
import re

import pytest
import whole
from hansearch import files, fold, parts, postings
from hansearch.records import Block, Document, keep
from hypothesis import given, settings
from hypothesis import strategies as st

#: Few characters, so that pairs repeat, with some of each kind that matters.
TEXT = st.text(st.sampled_from("创先争优發发乾干𠮷12kK，。 \x1f"), max_size=30)
PHRASE = st.text(st.sampled_from("创先争优发𠮷12k，"), min_size=1, max_size=12)


def read_shards(shards: list[tuple[str, str]]) -> dict[str, list[int]]:
    """Read shards back as search-index.js does."""
    places = {}
    for first, content in shards:
        for group in content.split("|"):
            for entry in group[1:].split(" "):
                where, before = [], -1
                for distance in postings.decode(entry[1:]):
                    before += distance + 1
                    where.append(before)
                places.setdefault(group[0] + entry[0], where)
        assert content.startswith(first[0])
    return places


def find(places: dict[str, list[int]], keys: list[str], phrase: str) -> list[int]:
    """Answer as search-index.js does: the numbers of the blocks that have the phrase."""
    if len(phrase) == 1:
        found = {p for pair, where in places.items() if pair[0] == phrase for p in where}
    else:
        offsets = [*range(0, len(phrase) - 1, 2), len(phrase) - 2]
        found = set.intersection(
            *({p - o for p in places.get(phrase[o : o + 2], [])} for o in offsets)
        )
    starts, start = [], 0
    for key in keys:
        starts.append(start)
        start += len(key) + 1
    return sorted({sum(s <= p for s in starts) - 1 for p in found})


@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_survive(numbers):
    assert postings.decode(postings.encode(numbers)) == numbers


@pytest.mark.parametrize(("number", "length"), [(45, 1), (46, 2), (2115, 2), (2116, 3)])
def test_small_numbers_are_short(number, length):
    assert len(postings.encode([number])) == length


def test_codes_need_no_escape():
    assert json.dumps(postings.encode(range(5000)))[1:-1] == postings.encode(range(5000))


@settings(max_examples=300)
@given(st.lists(TEXT, max_size=8), PHRASE, st.integers(1, 200))
def test_a_phrase_is_found_exactly_where_it_stands(texts, typed, limit):
    keys = [fold.key(text) for text in texts]
    lists = parts.joined([parts.lists(postings.stream(keys))])
    places = read_shards(list(postings.shards(lists, limit)))
    phrase = fold.key(typed)
    if not phrase:
        return
    expected = [number for number, key in enumerate(keys) if phrase in key]
    assert find(places, keys, phrase) == expected


ANCHOR = st.one_of(
    st.builds(
        "{}-{}{}".format,
        st.sampled_from(["e01a", "e01b"]),
        st.sampled_from("phn"),
        st.integers(0, 12),
    ),
    st.sampled_from(["slogan-x", "e01", "a-b"]),
)


@given(st.lists(st.tuples(st.sampled_from("phntg"), ANCHOR), min_size=1))
def test_addresses_survive(addresses):
    blocks = [Block(kind, anchor, "", "") for kind, anchor in addresses]
    assert read_addresses(files._addresses(blocks)) == addresses


def read_addresses(written: str) -> list[tuple[str, str]]:
    """Read addresses back as search-index.js does."""
    blocks: list[tuple[str, str]] = []
    counters: dict[str, int] = {}
    stem = ""
    for token in written.split(" "):
        kind, rest = token[0], token[1:]
        if rest.startswith("="):
            if numbered := re.fullmatch(r"(.+)-([a-z])([0-9]+)", rest[1:]):
                stem = numbered[1]
                counters[f"{stem}-{numbered[2]}"] = int(numbered[3])
            blocks.append((kind, rest[1:]))
        elif rest == "^":
            blocks.append((kind, blocks[-1][1]))
        else:
            for _ in range(int(rest)):
                counters[f"{stem}-{kind}"] = counters.get(f"{stem}-{kind}", 0) + 1
                blocks.append((kind, f"{stem}-{kind}{counters[f'{stem}-{kind}']}"))
    return blocks


def test_ordinary_chapters_have_short_addresses():
    kinds = "hppphpppp"
    counts: dict[str, int] = {}
    blocks = [Block("h", "e01", "", "")]
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
        blocks.append(Block(kind, f"e01a-{kind}{counts[kind]}", "", ""))
    assert files._addresses(blocks) == "h=e01 h=e01a-h1 p3 h1 p4"


def build(text: str) -> dict[str, str]:
    document = Document(1, "第一篇", "题", [Block("p", "e01a-p1", "", text)])
    return files.build({"essays/e01": keep(document)}, "{}.html".format, "zh-Hans", {})


def test_text_stays_data():
    hostile = 'a"b\\c</script><!-- \u2028\u2029 ${x} `'
    for content in build(hostile).values():
        name, data = re.fullmatch(
            r'hansearch\.define\("([\w-]+)",(.*)\);\n', content, re.DOTALL
        ).groups()
        if name.startswith("t-"):
            assert json.loads(data) == [hostile]


def test_writing_keeps_what_is_the_same_and_removes_what_is_stale(tmp_path):
    folder = tmp_path / "search-index"
    first = build("创先争优")
    files.write(first, folder)
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert set(times) == set(first)
    files.write(first, folder)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times
    second = build("三会一课")
    files.write(second, folder)
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == second


def test_the_index_is_replaced_last(tmp_path, monkeypatch):
    folder = tmp_path / "search-index"
    first = build("创先争优")
    files.write(first, folder)
    written = []

    def fail_at_the_index(path, content):
        written.append(path.name)
        if path.name == "index.js":
            raise OSError

    monkeypatch.setattr(whole, "write", fail_at_the_index)
    with pytest.raises(OSError):
        files.write(build("三会一课"), folder)
    assert written[-1] == "index.js"
    assert {path.name for path in folder.iterdir()} == set(first)
