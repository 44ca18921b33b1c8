"""What tests of the converter read: the chapters of a text."""

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
