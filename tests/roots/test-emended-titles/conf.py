book = {
    "title": "试样",
    "subtitle": "",
    "slug": "shiyang",
    "editor": "编者",
    "publisher": "",
    "rights": "公有领域。",
    "licence": "",
    "version": "1",
    "date": "2024-02-29",
    "description": "试样一部。",
    "keywords": [],
    "script": "Hans",
    "source": {"file": "source/none.txt", "note": "自拟。"},
    "url": "https://example.org/shiyang/",
    "editions": ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"],
}
project = book["title"]
author = book["editor"]
copyright = book["rights"]
version = release = book["version"]
language = "zh_CN"
edition_base_url = book["url"]
extensions = [
    "edition", "myst_parser", "bookinfo", "addresses", "slogans", "interface", "navigation",
    "hansearch", "website", "epubplus", "typstpdf",
]  # fmt: skip
include_patterns = ["index.md", "essays/*.md", "appendix/index.md", "appendix/emendations.md"]
suppress_warnings = ["toc.excluded"]
myst_enable_extensions = ["colon_fence"]
myst_footnote_transition = False
myst_footnote_sort = True
nitpicky = True
smartquotes = False
html_theme = "sphinx_book_theme"
