"""book.yaml, read once: what this book is, for conf.py and for every extension.

``conf.py`` calls :func:`load`; as an extension this module makes the same mapping
available to the others as ``app.config.book``, and to the front page as the role ``book``:
``{book}`title``` prints the title, so that another book needs no other ``index.md``.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Edition code -> folder below the site's root. The order is the order of the edition switch.
EDITION_FOLDERS = {"zh-Hans": "", "zh-Hant-TW": "zh-tw", "zh-Hant-HK": "zh-hk"}

#: Edition code -> the locale Sphinx has its own messages in (its ``zh_HK`` is empty).
SPHINX_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant-TW": "zh_TW", "zh-Hant-HK": "zh_TW"}

_REQUIRED = ("title", "slug", "editor", "rights", "version", "date", "url", "source")
_DEFAULTS: dict[str, Any] = {
    "subtitle": "",
    "publisher": "",
    "licence": "",
    "description": "",
    "keywords": [],
    "script": "Hans",
    "editions": list(EDITION_FOLDERS),
    "volumes": {},
}


def load(path: Path) -> dict[str, Any]:
    """Read ``book.yaml`` and return its mapping, defaults filled in.

    ``date`` comes out as an ISO string (``2026-11-22``). Raises
    :class:`sphinx.errors.ConfigError` with one sentence naming the file, the line where it is
    known, what is wrong and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"{path.name}：读不到（{error.strerror}）。请在项目根目录放一份 book.yaml。"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path.name}：第 {error.start} 字节起不是 UTF-8。请另存为 UTF-8。"
        ) from None
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行第 {mark.column + 1} 列" if mark else "某处"
        raise ConfigError(
            f"{path.name}：{place}不是合法的 YAML。请检查缩进、冒号与引号。"
        ) from None
    if not isinstance(data, dict):
        raise ConfigError(f"{path.name}：内容应是“名称: 值”的列表。请对照 README 改正。")
    return _checked(path.name, {**_DEFAULTS, **data})


def _checked(name: str, book: dict[str, Any]) -> dict[str, Any]:
    for key in _REQUIRED:
        if not book.get(key):
            raise ConfigError(f"{name}：缺少“{key}”一项。请补上。")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(book["slug"])):
        raise ConfigError(f"{name}：slug“{book['slug']}”不能做文件名。只用小写字母、数字和连字符。")
    if isinstance(book["date"], date):
        book["date"] = book["date"].isoformat()
    try:
        date.fromisoformat(str(book["date"]))
    except ValueError:
        raise ConfigError(
            f"{name}：date“{book['date']}”不是日期。请写成 2026-11-22 这样。"
        ) from None
    if book["script"] not in ("Hans", "Hant"):
        raise ConfigError(
            f"{name}：script 只能是 Hans（简体）或 Hant（繁体），现为“{book['script']}”。"
        )
    if not isinstance(book["editions"], list) or not book["editions"]:
        raise ConfigError(f"{name}：editions 应是一个列表，至少列一种版本。")
    for edition in book["editions"]:
        if edition not in EDITION_FOLDERS:
            known = "、".join(EDITION_FOLDERS)
            raise ConfigError(f"{name}：没有“{edition}”这种版本。可用的是：{known}。")
    book["version"] = str(book["version"])
    book["introduction"] = book.get("introduction") or book["description"]
    return book


def own_edition(book: dict[str, Any]) -> str:
    """Return the edition in the book's own script: the one that needs no conversion.

    A Traditional book's own edition is the first Traditional one that ``editions`` lists.
    """
    if book["script"] == "Hans":
        return "zh-Hans"
    traditional = [code for code in book["editions"] if code.startswith("zh-Hant")]
    return traditional[0] if traditional else "zh-Hant-TW"


class BookField(SphinxRole):
    """``{book}`title```: a field of book.yaml, as plain text."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the field's text; a field that is no text is an error with its place."""
        value = self.config.book.get(self.text)
        if isinstance(value, str):
            return [nodes.Text(value)], []
        message = f"book.yaml 里没有“{self.text}”这一项文字。请改正 {{book}} 里的名称。"
        return [], [self.inliner.reporter.error(message, line=self.lineno)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the mapping as the config value ``book``."""
    app.add_config_value("book", {}, "env", dict)
    app.add_role("book", BookField())
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
