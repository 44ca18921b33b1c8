"""The index as files: small scripts that hand their content to ``hansearch.define``.

Scripts, because a page opened from a folder may load scripts but not fetch data; and their
content is one string or one JSON value, so nothing of the text is ever run. In ``search-index/``:

- ``index.js`` – what every query needs: the documents, their blocks' addresses and lengths, the
  fold, the names of the other files;
- ``p-NAME.js`` – positions (see :mod:`hansearch.postings`), loaded for the pairs of a query;
- ``t-NAME.js`` – texts, loaded for the hits a reader sees.

NAME is a digest of the content, so a file never changes under its name: browsers and servers may
keep it for ever, and a build writes only what is new and removes what is stale.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

import whole

from hansearch import fold, parts, postings, records
from hansearch.parts import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set
    from pathlib import Path

    from hansearch.records import Block, Document, Kept

#: The folder of the index, below the site's (an edition's) root.
FOLDER = "search-index"

#: Characters in a file of postings and of text: least, most, and how many files there may be
#: before the least is exceeded. A query of twelve characters reads six files of postings, a screen
#: of results as many of text as it shows chapters: in a small book small files make a small query,
#: in a large one the number of files stays bearable.
SHARD_SIZES = (4_000, 16_000, 400)
CHUNK_SIZES = (1_500, 4_000, 600)

#: The size of a file of text is so many times a whole number: a sentence more in one chapter shall
#: not divide the texts of all others anew.
_CHUNK_STEP = 500

_NAME_LENGTH = 8
_NUMBERED = re.compile(r"(.+)-([a-z])([0-9]+)")


def digest(
    documents: Mapping[str, Kept], edition: str, strings: Mapping[str, str], press: str = ""
) -> str:
    """Return what tells whether an index made from the same things would be the same.

    ``press`` tells the program that makes it (``press_extensions``) from any other.
    """
    things = _json([press, edition, sorted(strings.items())])[:-1]
    rows = (f"[{_json(name)},{documents[name].written}]" for name in sorted(documents))
    return _sha256(f"{things},[{','.join(rows)}]]").hexdigest()


def digest_on_disk(folder: Path) -> str:
    """Return the digest of the index in ``folder``; empty where there is none, or a part of it."""
    try:
        index = (folder / "index.js").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    found = re.search(r'"digest":"([0-9a-f]+)"', index)
    return found[1] if found and _named(index) <= present(folder) else ""


def _named(index: str) -> set[str]:
    """Return the names of the files that ``index`` (the content of ``index.js``) leads to."""
    files = set()
    for letter, key in (("p", "shards"), ("t", "texts")):
        names = re.search(f'"{key}":"([a-z2-7]*)"', index)
        of_all = names[1] if names else ""
        starts = range(0, len(of_all), _NAME_LENGTH)
        files |= {f"{letter}-{of_all[start : start + _NAME_LENGTH]}.js" for start in starts}
    return files


def present(folder: Path) -> set[str]:
    """Return the names of the files in ``folder`` that have anything in them."""
    paths = folder.iterdir() if folder.is_dir() else ()
    return {path.name for path in paths if whole.is_there(path)}


def build(
    documents: Mapping[str, Kept],
    target: Callable[[str], str],
    edition: str,
    strings: Mapping[str, str],
    store: parts.Store | None = None,
    there: Set[str] = frozenset(),
    press: str = "",
) -> dict[str, str | None]:
    """Return {file name: content} of the whole index; ``None``: as it is there.

    ``documents`` by docname; ``target`` gives a docname's address below the root; ``strings``
    are the interface's, for the scripts; ``press`` is as in :func:`digest`. Parts that ``store``
    has are not made again where their files are among those ``there``. With them and without, the
    index is the same.
    """
    files: dict[str, str | None] = {}
    made = _parts(documents, target, files, store, there, press)
    lists = parts.joined(part.lists for part in made)
    firsts, shards = [], []
    # A position takes about two characters.
    limit = _limit(2 * sum(part.lists.length for part in made), SHARD_SIZES)
    for first, content in postings.shards(lists, limit):
        firsts.append(first)
        shards.append(_add(files, "p", json.dumps(content, ensure_ascii=False)))
    terms, block = [], 0
    for part in made:
        terms += [(key, block + number) for key, number in part.terms]
        block += part.blocks
    always, otherwise = fold.alternates(edition)
    present = set(chain.from_iterable(lists))
    index = {
        "digest": digest(documents, edition, strings, press),
        "fold": _fold_table(present),
        "always": _groups(always, present),
        "otherwise": _groups(otherwise, present),
        "firsts": "".join(firsts),
        "shards": "".join(shards),
        "texts": "".join(name for part in made for name in part.texts),
        "terms": terms,
        "documents": [row for part in made for row in part.rows],
        "strings": dict(strings),
    }
    files["index.js"] = _script("index", _json(index))
    return files


def _parts(
    documents: Mapping[str, Kept],
    target: Callable[[str], str],
    files: dict[str, str | None],
    store: parts.Store | None,
    there: Set[str],
    press: str,
) -> list[Part]:
    """Return the parts of the index in book order, and put their texts into ``files``."""
    limit = _limit(sum(kept.characters for kept in documents.values()), CHUNK_SIZES)
    limit = -(-limit // _CHUNK_STEP) * _CHUNK_STEP
    made = []
    divided = parts.divide(documents)
    for name, docnames in divided.items():
        addresses = [target(docname) for docname in docnames]
        made_from = [documents[docname].written for docname in docnames]
        key = _sha256(_json([press, limit, addresses, made_from])).digest()
        part = store.load(name, key) if store else None
        texts = [f"t-{text}.js" for text in part.texts] if part else []
        if part is None or not set(texts) <= there:
            opened = [documents[docname].open() for docname in docnames]
            part = _part(list(zip(addresses, opened, strict=True)), limit, files)
            if store:
                store.save(name, key, part)
        else:
            files |= dict.fromkeys(texts)
        made.append(part)
    if store:
        store.keep_only(divided)
    return made


def _part(some: Sequence[tuple[str, Document]], limit: int, files: dict[str, str | None]) -> Part:
    """Return the part of ``some`` documents (with their addresses); texts go to ``files``."""
    rows: list[list[Any]] = []
    texts = []
    keys: list[str] = []
    for address, document in some:
        own = [fold.key(block.text) for block in document.blocks]
        counts = []
        for chunk in _chunks(document.blocks, limit):
            counts.append(len(chunk))
            texts.append(_add(files, "t", _json(_chunk(chunk))))
        row = [
            address,
            document.marker,
            document.title,
            _addresses(document.blocks),
            postings.encode(map(len, own)),
        ]
        rows.append([*row, counts] if len(counts) > 1 else row)
        keys += own
    blocks = [block for _, document in some for block in document.blocks]
    return Part(parts.lists(postings.stream(keys)), rows, texts, len(blocks), _terms(blocks))


def write(files: Mapping[str, str | None], folder: Path) -> None:
    """Make ``folder`` hold ``files`` and nothing else, each whole or not at all.

    Those without content (``None``) are there already. The index goes last: until then the old
    one, and all it names, is still there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = present(folder)
    for name in sorted(files, key=lambda name: name == "index.js"):
        content = files[name]
        if content is not None and (name == "index.js" or name not in there):
            whole.write(folder / name, content)
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()


def _limit(characters: int, sizes: tuple[int, int, int]) -> int:
    """Return the size of a file where there are so many characters in all."""
    least, most, number = sizes
    return min(max(characters // number, least), most)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sha256(content: str) -> hashlib._Hash:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass"))


def _script(name: str, content: str) -> str:
    return f'hansearch.define("{name}",{content});\n'


def _add(files: dict[str, str | None], letter: str, content: str) -> str:
    """Add one file named after ``content``; return the name without letter and suffix."""
    name = base64.b32encode(_sha256(content).digest()).decode("ascii")[:_NAME_LENGTH].lower()
    files[f"{letter}-{name}.js"] = _script(f"{letter}-{name}", content)
    return name


def _chunks(blocks: Sequence[Block], limit: int) -> Iterator[list[Block]]:
    """Divide a document's blocks into runs of about ``limit`` characters."""
    chunk: list[Block] = []
    size = 0
    for block in blocks:
        if chunk and size + len(block.text) > limit:
            yield chunk
            chunk, size = [], 0
        chunk.append(block)
        size += len(block.text)
    yield chunk


def _chunk(blocks: Sequence[Block]) -> list[Any]:
    """Return texts in order; a one-element list before a text names the headings above it."""
    content: list[Any] = []
    heading = ""
    for block in blocks:
        if block.heading != heading:
            heading = block.heading
            content.append([heading])
        content.append(block.text)
    return content


def _addresses(blocks: Sequence[Block]) -> str:
    """Return the kinds and anchors of ``blocks``, written short, separated by spaces.

    ``p=e02b-p1`` names one block; ``p9`` counts on: nine paragraphs, e02b-p2 to e02b-p10;
    ``g^`` is a block with the address of the one before.
    """
    tokens: list[str] = []
    counters: dict[tuple[str, str], int] = {}
    stem, before = "", None
    running, length = "", 0
    for block in blocks:
        numbered = _NUMBERED.fullmatch(block.anchor)
        parts = numbered.groups() if numbered else ("", "", "0")
        expected = counters.get((stem, block.kind), 0) + 1
        if block.anchor == before:
            token, running = f"{block.kind}^", ""
        elif parts == (stem, block.kind, str(expected)):
            length = length + 1 if running == block.kind else 1
            if length > 1:
                tokens.pop()
            token, running = f"{block.kind}{length}", block.kind
        else:
            token, running = f"{block.kind}={block.anchor}", ""
        tokens.append(token)
        before = block.anchor
        if numbered:
            stem = parts[0]
            counters[stem, parts[1]] = int(parts[2])
    return " ".join(tokens)


def _terms(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """Return key and number of each glossary term: a query may contain one."""
    return [
        (fold.key(block.text.partition(fold.SEPARATOR)[0]), number)
        for number, block in enumerate(blocks)
        if block.kind == records.TERM
    ]


def _fold_table(present: set[str]) -> str:
    """Return the fold for keys that occur: groups of a key and what folds to it."""
    groups: dict[str, str] = {}
    for character, key in fold.folding().items():
        groups[key] = groups.get(key, "") + character
    return _groups(groups, present)


def _groups(groups: Mapping[str, str], present: set[str]) -> str:
    """Return ``groups`` as words, each a character and those that belong to it.

    Characters of which the book has no trace cannot matter to a query and stay at home.
    """
    return " ".join(key + groups[key] for key in sorted(groups) if present & {key, *groups[key]})
