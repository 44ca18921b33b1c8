import pathlib

ROOT = pathlib.Path(__file__).resolve()
book = {
    "title": "试印",
    "subtitle": "样张",
    "slug": "shiyin",
    "editor": "编者",
    "rights": "公有领域",
    "version": "1",
    "date": "2024-02-29",
    "url": "https://example.org/shiyin/",
    "script": "Hans",
}
project = book["title"]
language = "zh_CN"
edition_base_url = book["url"]
extensions = [
    "edition", "myst_parser", "bookinfo", "addresses", "interface", "navigation", "website",
]  # fmt: skip
include_patterns = ["index.md", "essays/*.md"]
myst_enable_extensions = ["colon_fence"]
myst_footnote_transition = False
smartquotes = False
html_theme = "sphinx_book_theme"
