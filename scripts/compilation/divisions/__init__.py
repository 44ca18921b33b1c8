"""Chapters without marks: what shows that another text begins."""
