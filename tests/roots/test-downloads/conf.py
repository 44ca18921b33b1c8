import pathlib

book = {
    "title": "书",
    "slug": "shu",
    "editor": "编者",
    "version": "1.2.3",
    "date": "2024-02-29",
    "url": "https://example.org/shu/",
}
project = book["title"]
language = "zh_CN"
extensions = ["edition", "myst_parser", "bookinfo", "interface", "downloads"]
include_patterns = ["index.md", "essays/*.md"]
html_theme = "basic"
# The page of the files is the project's own; the frame around it is this project's.
templates_path = ["_templates", str(pathlib.Path(__file__).parents[3] / "_templates")]
