"""What tests of the slogans read: pages and data files of a built book."""

from __future__ import annotations

import csv
import io
import json

from bs4 import BeautifulSoup

GLOSSARY = "appendix/glossary"


def page(app, name):
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html5lib")


def data_file(app, name):
    text = (app.outdir / "_static" / "slogans" / f"{name}.js").read_text("utf-8")
    start = f'bookSlogans("{name}",'
    assert text.startswith(start)
    assert text.endswith(");\n")
    return json.loads(text[len(start) : -3])


def rows(app, name):
    text = (app.outdir / "downloads" / name).read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))
