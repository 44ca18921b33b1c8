"""book.yaml, read once: what this book is, for conf.py and for every extension.

``conf.py`` calls :func:`load`; as an extension this module makes the same mapping
available to the others as ``app.config.book``, and to the front page as the role ``book``:
``{book}`title``` prints the title and ``{word}`front-text``` a string of the interface, so that
another book, in either script, needs no other ``index.md``.
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brokenyaml
import interface
import yaml
from docutils import nodes
from edition.codes import EDITIONS
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Edition code -> folder below the site's root. The order is the order of the edition switch.
EDITION_FOLDERS = {code: edition.folder for code, edition in EDITIONS.items()}

#: Edition code -> the locale Sphinx has its own messages in (its ``zh_HK`` is empty).
SPHINX_LOCALES = {code: edition.locale for code, edition in EDITIONS.items()}


def shared_root(edition: str, out: Path) -> Path:
    """Return the root of the site that ``edition``, built into ``out``, shares with the others."""
    folder = EDITION_FOLDERS[edition]
    return out.parent if folder and out.name == folder else out


def source_checksum(book: dict[str, Any], folder: Path) -> str:
    """Return the SHA-256 of the compilation of ``book``, whose file is named from ``folder``.

    In hexadecimal; empty where the book names no file, or one that is not there.
    """
    source = folder / str(book["source"].get("file") or "")
    return sha256(source.read_bytes()).hexdigest() if source.is_file() else ""


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

#: Key -> what stands there: one line of text, prose, a list of texts, or a thing of its own.
KINDS = {
    **dict.fromkeys(("title", "subtitle", "slug", "editor", "publisher", "licence"), "line"),
    **dict.fromkeys(("version", "date", "url", "script"), "line"),
    **dict.fromkeys(("rights", "description", "introduction"), "prose"),
    **dict.fromkeys(("keywords", "editions"), "list"),
    "source": "source",
    "volumes": "volumes",  # for the converter, which divides the chapters and checks it
}
_SOURCE_KEYS = ("file", "note")
_REQUIRED = ("title", "slug", "editor", "rights", "version", "date", "url", "source")
_DEFAULTS: dict[str, Any] = {
    "subtitle": "",
    "publisher": "",
    "licence": "",
    "description": "",
    "keywords": [],
    "script": "Hans",
    "editions": list(EDITION_FOLDERS),
}

#: The longest name of a file is 255 bytes; this leaves room for edition, version and ending.
_LONGEST_SLUG = 80


def load(path: Path) -> dict[str, Any]:
    """Read ``book.yaml`` and return its mapping, defaults filled in.

    Every scalar is the text that is written there (``version: 1.10`` is ``"1.10"``), ``date`` an
    ISO date (``2026-11-22``), ``url`` ends in ``/``. Raises :class:`sphinx.errors.ConfigError`
    with one sentence: file, line, column, what is wrong and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = "没有这个文件" if isinstance(error, FileNotFoundError) else "请检查文件和权限"
        raise ConfigError(f"{path}：读不到（{why}）。请在项目根目录放一份 book.yaml。") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：第 {error.start} 字节起不是 UTF-8。请另存为 UTF-8。") from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        raise ConfigError(f"{path}：括号或缩进套得太深。请检查括号是否成对。") from None
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}{brokenyaml.explained(error, text)}") from None
    return _Reader(str(path)).book(root)


#: So like a key (by difflib's measure) must be what is meant for it: 0.6 takes auther for date.
_NEAR = 0.7


class _Reader:
    """Takes the mapping from YAML nodes, which know their places."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _wrong(self, node: yaml.Node | None, message: str) -> ConfigError:
        if node is None:
            return ConfigError(f"{self._name}：{message}")
        mark = node.start_mark
        return ConfigError(f"{self._name}:{mark.line + 1}:{mark.column + 1}: {message}")

    def book(self, root: yaml.Node | None) -> dict[str, Any]:
        """Return the checked mapping of the whole file."""
        written = self._mapping(root, "内容", list(KINDS))
        book = dict(_DEFAULTS)
        for key, node in written.items():
            if KINDS[key] != "volumes" and not _is_empty(node):
                book[key] = getattr(self, f"_{KINDS[key]}")(node, key)
        for key in _REQUIRED:
            if not book.get(key):
                raise self._wrong(written.get(key), f"缺少“{key}”一项。请补上。")
        self._check(book, written)
        book["introduction"] = book.get("introduction") or book["description"]
        return book

    def _mapping(self, node: yaml.Node | None, what: str, known: list[str]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._wrong(
                node, f"{what}应是“键: 值”，一行一个。请照 CONTRIBUTING.md 里 book.yaml 一节修改。"
            )
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value not in known:
                name = key.value if isinstance(key, yaml.ScalarNode) else "……"
                near = difflib.get_close_matches(name, known, 1, cutoff=_NEAR)
                meant = f"是不是“{near[0]}”？" if near else ""
                raise self._wrong(key, f"不认识的键“{name}”，{meant}可用的有：{'、'.join(known)}。")
            if key.value in found:
                raise self._wrong(key, f"键“{key.value}”写了两次。请删去一个。")
            found[key.value] = value
        return found

    def _line(self, node: yaml.Node, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._wrong(node, f"{key} 应是一行文字。请改正。")
        value: str = node.value.strip()
        if found := _CONTROL.search(value):
            raise self._wrong(
                node, f"{key} 里有换行或控制字符（U+{ord(found[0]):04X}）。请写成一行文字。"
            )
        return value

    def _prose(self, node: yaml.Node, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._wrong(node, f"{key} 应是一段文字。请改正。")
        node.value = _unfolded(node)
        return self._line(node, key)

    def _list(self, node: yaml.Node, key: str) -> list[str]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(node, f"{key} 应是一个列表，如 [甲, 乙]。请改正。")
        return [self._line(item, f"{key} 的每一项") for item in node.value]

    def _source(self, node: yaml.Node, key: str) -> dict[str, str]:
        written = self._mapping(node, f"{key} ", list(_SOURCE_KEYS))
        return {name: self._prose(item, f"{key} 的 {name} ") for name, item in written.items()}

    def _check(self, book: dict[str, Any], at: dict[str, yaml.Node]) -> None:
        """Check what is more than text."""
        slug, when, url = book["slug"], book["date"], book["url"]
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > _LONGEST_SLUG:
            raise self._wrong(
                at["slug"],
                f"slug“{slug[:40]}”不能做文件名。"
                f"只用小写字母、数字和连字符，至多 {_LONGEST_SLUG} 个。",
            )
        try:
            book["date"] = date.fromisoformat(when).isoformat()
        except ValueError:
            raise self._wrong(
                at["date"], f"date“{when}”不是日期。请写成 2026-11-22 这样。"
            ) from None
        if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
            raise self._wrong(
                at["url"], f"url“{url}”不是网址。请写成 https://example.org/shu/ 这样。"
            )
        book["url"] = url.rstrip("/") + "/"
        if book["script"] not in ("Hans", "Hant"):
            raise self._wrong(
                at["script"],
                f"script 只能是 Hans（简体）或 Hant（繁体），现为“{book['script']}”。",
            )
        if not book["editions"]:
            raise self._wrong(at["editions"], "editions 应是一个列表，至少列一种版本。")
        for number, edition in enumerate(book["editions"]):
            node = at["editions"].value[number] if "editions" in at else None
            if edition not in EDITION_FOLDERS:
                known = "、".join(EDITION_FOLDERS)
                raise self._wrong(node, f"没有“{edition}”这种版本。可用的是：{known}。")
            if edition in book["editions"][:number]:
                raise self._wrong(node, f"editions 里“{edition}”写了两次。请删去一个。")


def _unfolded(node: yaml.ScalarNode) -> str:
    """Return the text of a scalar on one line.

    A line break between Chinese characters is YAML's; a blank within a line is the editor's, and
    stays.
    """
    start, end = node.start_mark, node.end_mark
    value: str = node.value
    lines = value.split("\n")
    if node.style in (None, ">") and start.line != end.line and start.buffer:
        written = start.buffer[start.pointer : end.pointer].split("\n")
        lines = written[node.style == ">" :]  # the first line of a folded text is its sign
    joined = ""
    for line in filter(None, map(str.strip, lines)):
        broken = joined and not (joined[-1] > "\u2e7f" and line[0] > "\u2e7f")
        joined += f" {line}" if broken else line
    return joined


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


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


class InterfaceWord(SphinxRole):
    """``{word}`front-glossary```: a string of the interface, in the book's own script.

    An edition converts it with the text around it.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the string; a name that the interface does not have is an error with its place."""
        if self.text in interface.STRINGS:
            words = interface.text(own_edition(self.config.book), self.text)
            return [nodes.Text(words)], []
        message = f"界面文字里没有“{self.text}”这一项。请改正 {{word}} 里的名称。"
        return [], [self.inliner.reporter.error(message, line=self.lineno)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the mapping as the config value ``book``."""
    app.add_config_value("book", {}, "env", dict)
    app.add_role("book", BookField())
    app.add_role("word", InterfaceWord())
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
