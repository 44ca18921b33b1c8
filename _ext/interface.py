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
    # -- website: the page and its tools ---------------------------------------------------
    "skip": ("跳到正文", "跳到正文", "跳到正文"),
    "contents": ("目录", "目錄", "目錄"),
    "close": ("关闭", "關閉", "關閉"),
    "book-nav": ("全书目录", "全書目錄", "全書目錄"),
    "more-volumes": (
        "另有 {number} 卷，见总目",
        "另有 {number} 卷，見總目",
        "另有 {number} 卷，見總目",
    ),
    "page-nav": ("本页目录", "本頁目錄", "本頁目錄"),
    "tools": ("阅读工具", "閱讀工具", "閱讀工具"),
    "search": ("搜索", "搜尋", "搜尋"),
    "editions": ("版本", "版本", "版本"),
    "downloads": ("下载", "下載", "下載"),
    "download-text": ("本篇纯文本", "本篇純文字", "本篇純文字"),
    "download-of": (
        "下载 {format}（{size}）",
        "下載 {format}（{size}）",
        "下載 {format}（{size}）",
    ),
    "settings": ("阅读设置", "閱讀設定", "閱讀設定"),
    "theme": ("明暗", "明暗", "明暗"),
    "theme-auto": ("随系统", "依系統", "跟系統"),
    "theme-light": ("浅色", "淺色", "淺色"),
    "theme-dark": ("深色", "深色", "深色"),
    "theme-switch": ("切换明暗", "切換明暗", "切換明暗"),
    "face": ("字体", "字體", "字體"),
    "face-song": ("宋体", "明體", "明體"),
    "face-hei": ("黑体", "黑體", "黑體"),
    "size": ("字号", "字級", "字號"),
    "size-smaller": ("缩小字号", "縮小字級", "縮小字號"),
    "size-larger": ("放大字号", "放大字級", "放大字號"),
    "leading": ("行距", "行距", "行距"),
    "leading-tight": ("紧", "緊", "緊"),
    "leading-normal": ("适中", "適中", "適中"),
    "leading-loose": ("松", "鬆", "鬆"),
    "readings": ("异文", "異文", "異文"),
    "readings-edited": ("校改", "校改", "校改"),
    "readings-source": ("底本", "底本", "底本"),
    "keys": ("快捷键", "快速鍵", "快捷鍵"),
    "keys-on": ("开", "開", "開"),
    "keys-off": ("关", "關", "關"),
    "help": ("键盘操作", "鍵盤操作", "鍵盤操作"),
    "help-pages": ("上一篇、下一篇", "上一篇、下一篇", "上一篇、下一篇"),
    "help-paragraphs": ("下一段、上一段", "下一段、上一段", "下一段、上一段"),
    "help-cite": ("复制所在段落的引文", "複製所在段落的引文", "複製所在段落的引文"),
    "help-search": ("搜索", "搜尋", "搜尋"),
    "help-readings": ("切换校改与底本", "切換校改與底本", "切換校改與底本"),
    "help-help": ("打开这张表", "打開這張表", "打開這張表"),
    "help-escape": ("关闭弹出的内容", "關閉彈出的內容", "關閉彈出的內容"),
    "prev": ("上一篇", "上一篇", "上一篇"),
    "next": ("下一篇", "下一篇", "下一篇"),
    "prev-next": ("前后各篇", "前後各篇", "前後各篇"),
    "length": ("{length} 字", "{length} 字", "{length} 字"),
    "minutes": ("约需 {minutes} 分钟", "約需 {minutes} 分鐘", "約需 {minutes} 分鐘"),
    "emended-count": ("校改 {number} 处", "校改 {number} 處", "校改 {number} 處"),
    "cite-paragraph": ("引用第 {number} 段", "引用第 {number} 段", "引用第 {number} 段"),
    "cite-section": ("引用此处", "引用此處", "引用此處"),
    "cited": ("引文已复制", "引文已複製", "引文已複製"),
    "cite-failed": (
        "浏览器不许复制；地址栏里已是本段的链接",
        "瀏覽器不許複製；網址列已是本段的連結",
        "瀏覽器不許複製；網址列已是本段的連結",
    ),
    "cite-number": ("第 {number} 段", "第 {number} 段", "第 {number} 段"),
    "notes": ("校注", "校注", "校注"),
    "note-mark": ("校注 {number}", "校注 {number}", "校注 {number}"),
    "note-back": (
        "回到正文校注 {number} 处",
        "回到正文校注 {number} 處",
        "回到正文校注 {number} 處",
    ),
    "table": ("表格", "表格", "表格"),
    "cover-of": ("《{title}》封面", "《{title}》封面", "《{title}》封面"),
    "start": ("开始阅读", "開始閱讀", "開始閱讀"),
    "checksum": ("校验值 SHA-256", "驗證碼 SHA-256", "核對碼 SHA-256"),
    # Each edition names itself in its own script, whoever lists it.
    "edition-zh-Hans": ("简体中文版", "简体中文版", "简体中文版"),
    "edition-zh-Hant-TW": ("正體中文版（臺灣）", "正體中文版（臺灣）", "正體中文版（臺灣）"),
    "edition-zh-Hant-HK": ("繁體中文版（香港）", "繁體中文版（香港）", "繁體中文版（香港）"),
    "rights": ("版权", "版權", "版權"),
    "to-top": ("回到页首", "回到頁首", "回到頁首"),
    "not-found": ("没有这一页", "沒有這一頁", "沒有這一頁"),
    "not-found-text": (
        "您要找的页面不在这里：也许地址有误，也许它已移到别处。",
        "您要找的頁面不在這裡：也許網址有誤，也許它已移到別處。",
        "您要找的頁面不在這裏：也許網址有誤，也許它已移到別處。",
    ),
    "not-found-home": ("回到书前", "回到書前", "回到書前"),
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
