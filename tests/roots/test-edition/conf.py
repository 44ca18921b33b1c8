import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "_ext"))
project = "版本"
extensions = ["edition", "myst_parser"]
myst_enable_extensions = ["colon_fence", "attrs_inline"]
exclude_patterns = ["_build"]
edition_base_url = "https://example.org/book/"
editions_built = "zh-Hans,zh-Hant-TW,zh-Hant-HK"
html_theme = "basic"
html_copy_source = False
