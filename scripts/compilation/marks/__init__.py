"""Chapters by their marks: what a header is, where headers stand, what they say."""
