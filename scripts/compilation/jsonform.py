"""The model as JSON, as ``model.schema.json`` beside this module describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .decode import Decoded
from .model import SCHEMA_VERSION, Block, Chapter, Edit, Note, Text, Work
from .parse import Parsed
from .problems import Problem


def part(parsed: Parsed) -> tuple[str, str]:
    """Give a chapter (or the blocks of the front) and its edits as JSON texts."""
    if parsed.chapter:
        shown = _dump(_chapter(parsed.chapter))
    else:
        shown = ", ".join(_dump(_block(block)) for block in parsed.front)
    return shown, ", ".join(_dump(_edit(edit)) for edit in parsed.edits)


def document(
    decoded: Decoded,
    name: str,
    script: str,
    front: str,
    chapters: Iterable[str],
    edits: Iterable[str],
    problems: Iterable[Problem],
) -> Iterator[str]:
    """Give the whole document in pieces, from the texts that :func:`part` made."""
    source = {
        "file": name,
        "charset": decoded.charset,
        "confidence": decoded.confidence,
        "bom": decoded.bom,
        "line_ends": [list(run) for run in decoded.line_ends],
        "script": script,
        "characters": len(decoded.text),
    }
    yield f'{{"schema": {SCHEMA_VERSION},\n"source": {_dump(source)},\n"front": [{front}],\n'
    yield '"chapters": ['
    yield from _separated(chapters)
    yield '],\n"edits": ['
    yield from _separated(edits)
    yield '],\n"problems": ['
    yield from _separated(_dump(_problem(problem)) for problem in problems)
    yield "]}\n"


def _separated(items: Iterable[str]) -> Iterator[str]:
    first = True
    for item in items:
        if item:
            yield item if first else f",\n{item}"
            first = False


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "id": chapter.id,
        "number": chapter.number,
        "marker": chapter.marker,
        "title": chapter.title,
        "line": chapter.line,
        "header": [_text(piece) for piece in chapter.header],
        "works": [_work(work) for work in chapter.works],
        **_notes("title_notes", chapter.title_notes),
        **_notes("marker_notes", chapter.marker_notes),
    }


def _work(work: Work) -> dict[str, Any]:
    return {
        "id": work.id,
        "title": work.title,
        "subtitle": work.subtitle,
        "authors": list(work.authors),
        "affiliation": work.affiliation,
        "date": work.date,
        "title_text": [_text(piece) for piece in work.title_text],
        "subtitle_text": [_text(piece) for piece in work.subtitle_text],
        "byline": [_text(piece) for piece in work.byline],
        "blocks": [_block(block) for block in work.blocks],
        **_notes("title_notes", work.title_notes),
    }


def _text(piece: Text) -> dict[str, Any]:
    shown = {"text": piece.text, "start": piece.start, "end": piece.end}
    return shown | _notes("notes", piece.notes)


def _notes(key: str, notes: Iterable[Note]) -> dict[str, Any]:
    """Give the notes of what stands over the blocks, where there are some."""
    listed = [_note(note) for note in notes]
    return {key: listed} if listed else {}


def _note(note: Note) -> dict[str, Any]:
    shown = {
        "id": note.id,
        "start": note.start,
        "end": note.end,
        "other": note.other,
        "certainty": note.certainty,
        "reason": note.reason,
    }
    return shown | ({"verbatim": True} if note.verbatim else {})


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "id": block.id,
        "level": block.level or None,
        "run_in": block.text[: block.run_in] or None,
        "text": block.text,
        "line": block.line,
        "start": block.start,
        "end": block.end,
        "notes": [_note(note) for note in block.notes],
        "mentions": [
            {"start": mention.start, "end": mention.end, "term": mention.term}
            for mention in block.mentions
        ],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    shown = {"offset": edit.offset, "old": edit.old, "new": edit.new, "rule": edit.rule}
    return shown | ({"reason": edit.reason} if edit.reason else {})


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message + problem.advice,
        "file": problem.file,
    }
