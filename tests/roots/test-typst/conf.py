book = {
    "title": "试样#书“*甲*”",
    "subtitle": "一部用来试的书",
    "slug": "shiyang",
    "editor": "试样编者",
    "publisher": "试样社",
    "rights": "公有领域。",
    "licence": "CC0-1.0",
    "version": "1.2.3",
    "date": "2024-02-29",
    "description": "试样一部，发展与里程。",
    "keywords": ["试样", "校勘"],
    "script": "Hans",
    "source": {"file": "source/shiyang.txt", "note": "自拟。"},
    "url": "https://example.org/shiyang/",
    "editions": ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"],
}
project = book["title"]
author = book["editor"]
version = release = book["version"]
language = "zh_CN"
extensions = [
    "edition",
    "myst_parser",
    "bookinfo",
    "addresses",
    "runin",
    "slogans",
    "interface",
    "typstpdf",
]
include_patterns = ["index.md", "essays/*.md", "appendix/*.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_footnote_transition = False
myst_footnote_sort = True
nitpicky = True
smartquotes = False
