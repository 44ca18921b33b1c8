"""Every string of the interface, in every edition.

One table, so that an editor of another region can read down a column. Keys are grouped by the
extension that uses them; a value may hold ``{name}`` fields, filled by :func:`text`.
Regional words are written, not converted: 搜索/搜尋, 链接/連結, 打印/列印.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: The columns of the table, in order.
EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")

STRINGS: dict[str, tuple[str, str, str]] = {
    # -- addresses: the apparatus of emendations ------------------------------------------
    "apparatus-emended": ("底本作“{source}”", "底本作「{source}」", "底本作「{source}」"),
    "apparatus-doubtful": ("疑当作“{source}”", "疑當作「{source}」", "疑當作「{source}」"),
    # -- cover, epub: the cover and what the ePub says beside the text -----------------------
    "epub-accessibility": (
        "全书为可重排的文字，标题分层，目录、校记与口号释义皆有链接；"
        "除封面外无图，封面附文字说明；无音频、视频、动画与脚本。未经第三方评定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字說明；無音訊、影片、動畫與指令碼。未經第三方評定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字說明；無音訊、影片、動畫與程式碼。未經第三方評定。",
    ),
    "epub-back": ("回到正文：{text}", "回到正文：{text}", "回到正文：{text}"),
    "epub-body": ("正文", "正文", "正文"),
    "epub-contents": ("目录", "目錄", "目錄"),
    "epub-cover": ("封面", "封面", "封面"),
    "epub-cover-alt": (
        "封面：《{title}》，{editor}",
        "封面：《{title}》，{editor}",
        "封面：《{title}》，{editor}",
    ),
    "epub-entry": ("详见词汇表", "詳見詞彙表", "詳見詞彙表"),
    "epub-glossary": ("口号词汇表", "口號詞彙表", "口號詞彙表"),
    "epub-landmarks": ("导览", "導覽", "導覽"),
    "epub-notes": ("校记", "校記", "校記"),
    "epub-slogans": ("本篇口号", "本篇口號", "本篇口號"),
    "epub-source": ("底本：{source}", "底本：{source}", "底本：{source}"),
    "epub-title-page": ("书名页", "書名頁", "書名頁"),
    "epub-title-vertical": ("{title}（直排）", "{title}（直排）", "{title}（直排）"),
    "epub-version": (
        "版本 {version}，{date}",
        "版本 {version}，{date}",
        "版本 {version}，{date}",
    ),
}


def text(edition: str, key: str, **values: object) -> str:
    """Return the string ``key`` in ``edition`` with its ``{name}`` fields filled from ``values``.

    Raises ``KeyError`` for a key that the table does not have: a missing string is a bug.
    """
    return STRINGS[key][EDITIONS.index(edition)].format(**values)


def catalogue(edition: str) -> dict[str, str]:
    """Return all strings of ``edition`` by key, fields unfilled (for templates, as ``ui``)."""
    column = EDITIONS.index(edition)
    return {key: row[column] for key, row in STRINGS.items()}


def _offer(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    context["ui"] = catalogue(app.config.edition)
    context["edition"] = app.config.edition
    context["book"] = app.config.book


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put the strings into every page's context."""
    app.connect("html-page-context", _offer, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
