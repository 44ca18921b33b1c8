"""Sphinx settings. What this book is stands in book.yaml; how it is made stands in _ext/."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

import bookinfo  # noqa: E402  (found only after _ext is on the path)
import plain_errors  # noqa: E402

plain_errors.install()
book = bookinfo.load(HERE / "book.yaml")

# -- The book ------------------------------------------------------------------
project = book["title"]
author = book["editor"]
copyright = book["rights"]
version = release = book["version"]
language = bookinfo.SPHINX_LOCALES[bookinfo.own_edition(book)]
edition = edition_source = bookinfo.own_edition(book)  # -D edition=zh-Hant-TW builds another one
edition_base_url = book["url"]

# -- What is read --------------------------------------------------------------
root_doc = "index"
include_patterns = ["index.md", "essays/*.md", "appendix/*.md"]
# Folders that need not be looked through.
exclude_patterns = ["_build", "_ext", ".*", "benchmarks", "dist*", "scripts", "tests"]
templates_path = ["_templates"]
extensions = [
    "edition",  # first: it sets the language that the others load their messages in
    "sources",
    "myst_parser",
    "parsed",
    "bookinfo",
    "patches",
    "addresses",
    "runin",
    "slogans",
    "interface",
    "frontlist",
    "hansearch",
    "navigation",
    "website",
    "epubplus",
    "typstpdf",
    "downloads",
]
myst_enable_extensions = ["colon_fence"]
myst_footnote_transition = False
myst_footnote_sort = True
myst_ref_domains = ["std"]  # what [text](#label) may name; no C++, no mathematics
parsed_folder = "_build/parsed"  # what editions share of reading
nitpicky = True
smartquotes = False  # the quotation marks of the text are the text

# -- The online book -----------------------------------------------------------
html_theme = "sphinx_book_theme"
html_baseurl = book["url"]
html_static_path = ["_static"]
html_use_index = False
