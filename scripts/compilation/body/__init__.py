"""The text of a work: lines, paragraphs, headings, lists; works inside a chapter."""
