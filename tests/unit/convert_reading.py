"""What tests of the converter read: the chapters of a text, their titles and blocks."""

from __future__ import annotations

from compilation import parse
from compilation.model import Chapter


def chapters(source: str) -> list[Chapter]:
    """Convert a text and give its chapters."""
    result = []
    for span in parse.outline(source).chapters:
        chapter = parse.chapter(source[span.start : span.end], span).chapter
        assert chapter is not None
        result.append(chapter)
    return result


def of_lines(*lines: str) -> list[Chapter]:
    """Convert a text of these lines and give its chapters."""
    return chapters("\n".join(lines))


def titles(*lines: str) -> list[str]:
    """Give the titles of the chapters of a text of these lines."""
    return [chapter.title for chapter in of_lines(*lines)]


def blocks(*lines: str) -> list[tuple[str, str]]:
    """Give kind and text of the blocks of a text of one work."""
    (chapter,) = of_lines(*lines)
    return [(block.kind, block.text) for block in chapter.works[0].blocks]


def front(*lines: str) -> list[str]:
    """Give the paragraphs before the first header."""
    source = "\n".join(lines)
    span = parse.outline(source).front
    assert span is not None
    return [block.text for block in parse.front(source[span.start : span.end], span).front]


def headings(*lines: str) -> list[tuple[str, int]]:
    """Give the headings and run-in headings of a text of one chapter, with their levels."""
    (chapter,) = of_lines(*lines)
    return [
        (block.text[: block.run_in] or block.text, block.level)
        for work in chapter.works
        for block in work.blocks
        if block.kind == "heading" or block.run_in
    ]
