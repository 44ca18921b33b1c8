"""What the ePub and the PDF say beside the text."""

from __future__ import annotations

STRINGS: dict[str, tuple[str, str, str]] = {
    # -- cover, epub: the cover and what the ePub says beside the text -----------------------
    "epub-accessibility": (
        "全书为可重排的文字，标题分层，目录、校记与口号释义皆有链接；"
        "除封面外无图，封面附文字说明；无音频、视频、动画与脚本。未经第三方评定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字說明；無音訊、影片、動畫與指令碼。未經第三方評定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字説明；無聲音、影片、動畫與程式。未經第三方評定。",
    ),
    "epub-back": ("回到正文：{text}", "回到正文：{text}", "回到正文：{text}"),
    "epub-body": ("正文", "正文", "正文"),
    "epub-checksum": (
        "底本校验码（SHA-256）：{checksum}",
        "底本雜湊值（SHA-256）：{checksum}",
        "底本雜湊值（SHA-256）：{checksum}",
    ),
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
    "epub-licence": ("许可证：{licence}", "授權：{licence}", "授權：{licence}"),
    "epub-notes": ("校记", "校記", "校記"),
    "epub-preface": ("关于本书", "關於本書", "關於本書"),
    "epub-slogans": ("本篇口号", "本篇口號", "本篇口號"),
    "epub-source": ("底本：{source}", "底本：{source}", "底本：{source}"),
    "epub-title-page": ("书名页", "書名頁", "書名頁"),
    "epub-title-vertical": ("{title}（直排）", "{title}（直排）", "{title}（直排）"),
    "epub-version": (
        "版本 {version}，{date}",
        "版本 {version}，{date}",
        "版本 {version}，{date}",
    ),
    # -- typstpdf: the PDF ------------------------------------------------------------------
    "pdf-about": ("关于本书", "關於本書", "關於本書"),
    "pdf-checksum": ("底本校验码（SHA-256）", "底本雜湊值（SHA-256）", "底本雜湊值（SHA-256）"),
    "pdf-contents": ("目录", "目錄", "目錄"),
    "pdf-data": ("数据文件", "資料檔", "數據檔"),
    "pdf-data-text": (
        "口号词条与全部用例，见本书网站",
        "口號詞條與全部用例，見本書網站",
        "口號詞條與全部用例，見本書網站",
    ),
    "pdf-date": ("出版日期", "出版日期", "出版日期"),
    "pdf-date-text": (
        "{year}年{month}月{day}日",
        "{year}年{month}月{day}日",
        "{year}年{month}月{day}日",
    ),
    "edited": ("{editor}　编", "{editor}　編", "{editor}　編"),
    "pdf-edition": ("简体版", "正體版（臺灣）", "繁體版（香港）"),
    "pdf-editor": ("编者", "編者", "編者"),
    "pdf-fonts": ("字体", "字型", "字型"),
    "pdf-fonts-text": (
        "{names}（SIL 开放字体许可证），Typst 排版",
        "{names}（SIL 開放字型授權），Typst 排版",
        "{names}（SIL 開放字型授權），Typst 排版",
    ),
    "pdf-glossary": ("口号词汇表", "口號詞彙表", "口號詞彙表"),
    "pdf-index-pinyin": ("口号索引（按拼音）", "口號索引（按拼音）", "口號索引（按拼音）"),
    "pdf-index-strokes": ("口号索引（按笔画）", "口號索引（按筆畫）", "口號索引（按筆畫）"),
    "pdf-licence": ("许可证", "授權", "授權"),
    "pdf-page": ("第{page}页", "第{page}頁", "第{page}頁"),
    "pdf-pages": ("见于：", "見於：", "見於："),
    "pdf-parts": ("正文之后有{parts}。", "正文之後有{parts}。", "正文之後有{parts}。"),
    "pdf-publisher": ("出版", "出版", "出版"),
    "pdf-rights": ("版权", "版權", "版權"),
    "pdf-source": ("底本", "底本", "底本"),
    "pdf-source-file": ("底本文件", "底本檔案", "底本檔案"),
    "pdf-url": ("网址", "網址", "網址"),
    "pdf-version": ("版次", "版次", "版次"),
    "pdf-version-text": (
        "{version} 版，{name}",
        "{version} 版，{name}",
        "{version} 版，{name}",
    ),
    "pdf-year-text": ("{year}年", "{year}年", "{year}年"),
}
