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
    # -- index.md, the front page --
    "front-text": ("正文", "正文", "正文"),
    "front-text-about": ("校订过的全部篇章。", "校訂過的全部篇章。", "校訂過的全部篇章。"),
    "front-glossary": ("口号词汇表", "口號詞彙表", "口號詞彙表"),
    "front-glossary-about": (
        "每条口号的意思、出处与用例。",
        "每條口號的意思、出處與用例。",
        "每條口號的意思、出處與用例。",
    ),
    "front-emendations": ("校勘记", "校勘記", "校勘記"),
    "front-emendations-about": (
        "编者改了什么，凭什么改。",
        "編者改了什麼，憑什麼改。",
        "編者改了什麼，憑什麼改。",
    ),
    # -- addresses: the apparatus of emendations ------------------------------------------
    "apparatus-emended": ("底本作“{source}”", "底本作「{source}」", "底本作「{source}」"),
    "apparatus-doubtful": ("疑当作“{source}”", "疑當作「{source}」", "疑當作「{source}」"),
    # -- downloads ------------------------------------------------------------------------
    "downloads-title": ("下载", "下載", "下載"),
    "downloads-introduction": (
        "各版本的 PDF 与 ePub 和本站出自同一次编排：版本 {version}，{date}。",
        "各版本的 PDF 與 ePub 和本站出自同一次編排：版本 {version}，{date}。",
        "各版本的 PDF 與 ePub 和本站出自同一次編排：版本 {version}，{date}。",
    ),
    "downloads-all": ("全部文件与校验值", "全部檔案與雜湊值", "全部檔案與雜湊值"),
    "downloads-size": ("大小", "大小", "大小"),
    "downloads-version": ("版本", "版本", "版本"),
    "downloads-data": ("本版数据", "本版資料", "本版數據"),
    "downloads-date": ("日期", "日期", "日期"),
    "downloads-check": (
        "下载后可用 sha256sum --check 核对：",
        "下載後可用 sha256sum --check 核對：",
        "下載後可用 sha256sum --check 核對：",
    ),
    "downloads-pdf": ("PDF", "PDF", "PDF"),
    "downloads-pdf-a4": ("PDF（A4）", "PDF（A4）", "PDF（A4）"),
    "downloads-pdf-6in": ("PDF（6 英寸屏）", "PDF（6 吋螢幕）", "PDF（6 吋屏幕）"),
    "downloads-epub": ("ePub", "ePub", "ePub"),
    "downloads-epub-vertical": ("ePub（直排）", "ePub（直排）", "ePub（直排）"),
    # -- cover, epub: the cover and what the ePub says beside the text -----------------------
    "epub-accessibility": (
        "全书为可重排的文字，标题分层，目录、校记与口号释义皆有链接；"
        "除封面外无图，封面附文字说明；无音频、视频、动画与脚本。未经第三方评定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字說明；無音訊、影片、動畫與指令碼。未經第三方評定。",
        "全書為可重排的文字，標題分層，目錄、校記與口號釋義皆有連結；"
        "除封面外無圖，封面附文字說明；無聲音、影片、動畫與程式。未經第三方評定。",
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
    # -- hansearch: the search -------------------------------------------------------------
    "search-title": ("搜索", "搜尋", "搜尋"),
    "search-label": ("在全书中搜索", "在全書中搜尋", "在全書中搜尋"),
    "search-placeholder": ("词句、口号、拼音", "詞句、口號、拼音", "詞句、口號、拼音"),
    "search-hint": (
        "简体、繁体都可以，不论标点。几个词用空格隔开，找的是同时有这些词的段落。",
        "簡體、繁體都可以，不論標點。幾個詞用空格隔開，找的是同時有這些詞的段落。",
        "簡體、繁體都可以，不論標點。幾個詞用空格隔開，找的是同時有這些詞的段落。",
    ),
    "search-results": ("搜索结果", "搜尋結果", "搜尋結果"),
    "search-key-choose": ("选择", "選擇", "選擇"),
    "search-key-open": ("打开", "開啟", "開啟"),
    "search-noscript": (
        "搜索要用 JavaScript，而这个浏览器没有运行它。请允许本站运行脚本，再刷新本页。",
        "搜尋要用 JavaScript，而這個瀏覽器沒有執行它。請允許本站執行指令碼，再重新整理本頁。",
        "搜尋要用 JavaScript，而這個瀏覽器沒有執行它。請允許本站執行程式碼，再重新載入本頁。",
    ),
    "search-failed": (
        "索引没有载入，搜不了。请刷新本页再试。",
        "索引沒有載入，無法搜尋。請重新整理本頁再試。",
        "索引沒有載入，無法搜尋。請重新載入本頁再試。",
    ),
    "search-script-all": ("看全部 {count} 处", "看全部 {count} 處", "看全部 {count} 處"),
    "search-script-card": ("口号", "口號", "口號"),
    "search-script-comma": ("，", "，", "，"),
    "search-script-count-p": ("正文 {count} 段", "正文 {count} 段", "正文 {count} 段"),
    "search-script-count-h": ("标题 {count} 处", "標題 {count} 處", "標題 {count} 處"),
    "search-script-count-n": ("校注 {count} 条", "校注 {count} 條", "校注 {count} 條"),
    "search-script-count-g": ("词条 {count} 个", "詞條 {count} 個", "詞條 {count} 個"),
    "search-script-kinds": ("分类", "分類", "分類"),
    "search-script-kind-p": ("正文", "正文", "正文"),
    "search-script-kind-h": ("标题", "標題", "標題"),
    "search-script-kind-n": ("校注", "校注", "校注"),
    "search-script-kind-g": ("词汇", "詞彙", "詞彙"),
    "search-script-none": ("全书没有“{query}”。", "全書沒有「{query}」。", "全書沒有「{query}」。"),
    "search-script-none-together": (
        "没有一段同时有“{query}”。",
        "沒有一段同時有「{query}」。",
        "沒有一段同時有「{query}」。",
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
    "theme-auto": ("随系统", "依系統", "隨系統"),
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
    "show-source": ("看底本", "看底本", "看底本"),
    "show-edited": ("看校改", "看校改", "看校改"),
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
    "prev-page": ("上一页", "上一頁", "上一頁"),
    "next-page": ("下一页", "下一頁", "下一頁"),
    "prev-next": ("上一篇与下一篇", "上一篇與下一篇", "上一篇與下一篇"),
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
    "checksum": ("校验值 SHA-256", "雜湊值 SHA-256", "雜湊值 SHA-256"),
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
    "not-found-home": ("回到封面", "回到封面", "回到封面"),
    # -- slogans: glossary entries ------------------------------------------------------
    "slogans-uses": (
        "用例：{count} 处，见于 {works} 篇",
        "用例：{count} 處，見於 {works} 篇",
        "用例：{count} 處，見於 {works} 篇",
    ),
    "slogans-uses-none": ("正文没有用例", "正文沒有用例", "正文沒有用例"),
    "slogans-uses-work": (
        "{title}（{count} 处）",
        "{title}（{count} 處）",
        "{title}（{count} 處）",
    ),
    "slogans-uses-more": (
        "另有 {count} 处，见口号索引",
        "另有 {count} 處，見口號索引",
        "另有 {count} 處，見口號索引",
    ),
    "slogans-index-pinyin-title": ("音序索引", "音序索引", "音序索引"),
    "slogans-index-strokes-title": ("笔画索引", "筆畫索引", "筆畫索引"),
    "slogans-index-strokes": ("{count}画", "{count}畫", "{count}畫"),
    "slogans-index-other": ("其他", "其他", "其他"),
    # -- slogans: cards (shown by cards.js) ---------------------------------------------
    "slogans-card-count": (
        "全书 {count} 处，见于 {works} 篇",
        "全書 {count} 處，見於 {works} 篇",
        "全書 {count} 處，見於 {works} 篇",
    ),
    "slogans-card-more": ("释义与全部用例", "釋義與全部用例", "釋義與全部用例"),
    "slogans-card-close": ("关闭", "關閉", "關閉"),
    "slogans-card-label": ("口号释义", "口號釋義", "口號釋義"),
    # -- slogans: concordance -----------------------------------------------------------
    "slogans-concordance-caption": ("口号用例", "口號用例", "口號用例"),
    "slogans-concordance-place": ("位置", "位置", "位置"),
    "slogans-concordance-before": ("前文", "前文", "前文"),
    "slogans-concordance-term": ("口号", "口號", "口號"),
    "slogans-concordance-after": ("后文", "後文", "後文"),
    "slogans-concordance-paragraph": ("第 {number} 段", "第 {number} 段", "第 {number} 段"),
    "slogans-concordance-filter": (
        "筛选：口号、上下文或篇名",
        "篩選：口號、上下文或篇名",
        "篩選：口號、上下文或篇名",
    ),
    "slogans-concordance-all": ("全部口号", "全部口號", "全部口號"),
    "slogans-concordance-sort": ("按“{column}”排序", "按「{column}」排序", "按「{column}」排序"),
    "slogans-concordance-status": (
        "{count} 处，第 {page} 页，共 {pages} 页",
        "{count} 處，第 {page} 頁，共 {pages} 頁",
        "{count} 處，第 {page} 頁，共 {pages} 頁",
    ),
    "slogans-concordance-none": ("没有符合的用例", "沒有符合的用例", "沒有符合的用例"),
    "slogans-concordance-previous": ("上一页", "上一頁", "上一頁"),
    "slogans-concordance-next": ("下一页", "下一頁", "下一頁"),
    "slogans-concordance-static": (
        "各条口号的用例数如下。每条的全部用例列在词条之下。",
        "各條口號的用例數如下。每條的全部用例列在詞條之下。",
        "各條口號的用例數如下。每條的全部用例列在詞條之下。",
    ),
    "slogans-concordance-print": (
        "各条按后文排列，同一口号的习惯搭配因此相邻。",
        "各條按後文排列，同一口號的慣用搭配因此相鄰。",
        "各條按後文排列，同一口號的慣用搭配因此相鄰。",
    ),
    "slogans-concordance-cut": (
        "全书共 {total} 处用例，这里每条至多列 {limit} 处；全部用例见网页版。",
        "全書共 {total} 處用例，這裡每條至多列 {limit} 處；全部用例見網頁版。",
        "全書共 {total} 處用例，這裏每條至多列 {limit} 處；全部用例見網頁版。",
    ),
    # -- slogans: statistics ------------------------------------------------------------
    "slogans-statistics-caption": (
        "各篇中口号的用例数",
        "各篇中口號的用例數",
        "各篇中口號的用例數",
    ),
    "slogans-statistics-term": ("口号", "口號", "口號"),
    "slogans-statistics-total": ("合计", "合計", "合計"),
    "slogans-statistics-range": ("第{first}—{last}章", "第{first}—{last}章", "第{first}—{last}章"),
    "slogans-statistics-merged": (
        "全书 {works} 篇作品，表中按章合并为 {columns} 栏；逐篇的数字见数据文件。",
        "全書 {works} 篇作品，表中按章合併為 {columns} 欄；逐篇的數字見資料檔。",
        "全書 {works} 篇作品，表中按章合併為 {columns} 欄；逐篇的數字見數據檔。",
    ),
    "slogans-statistics-cut": (
        "共 {entries} 条口号有用例，表中只列用例最多的 {rows} 条；其余见数据文件。",
        "共 {entries} 條口號有用例，表中只列用例最多的 {rows} 條；其餘見資料檔。",
        "共 {entries} 條口號有用例，表中只列用例最多的 {rows} 條；其餘見數據檔。",
    ),
    "slogans-statistics-made": (
        "格中的数字是用例数：正文里每出现一次算一次，异称、简称和误写都归入词条；同一处重叠的只算最长的一条。"
        "校改过的地方照校改后的文字计。底色深浅按次数的平方根，最深的是 {most} 次。",
        "格中的數字是用例數：正文裡每出現一次算一次，異稱、簡稱和誤寫都歸入詞條；同一處重疊的只算最長的一條。"
        "校改過的地方照校改後的文字計。底色深淺按次數的平方根，最深的是 {most} 次。",
        "格中的數字是用例數：正文裏每出現一次算一次，異稱、簡稱和誤寫都歸入詞條；同一處重疊的只算最長的一條。"
        "校改過的地方照校改後的文字計。底色深淺按次數的平方根，最深的是 {most} 次。",
    ),
    "slogans-statistics-none": ("正文里还没有口号。", "正文裡還沒有口號。", "正文裏還沒有口號。"),
    "slogans-together-caption": ("同段出现的口号", "同段出現的口號", "同段出現的口號"),
    "slogans-together-first": ("口号", "口號", "口號"),
    "slogans-together-second": ("与之同现", "與之同現", "與之同現"),
    "slogans-together-g2": ("G²", "G²", "G²"),
    "slogans-together-blocks": ("同段", "同段", "同段"),
    "slogans-together-expected": ("期望", "期望", "期望"),
    "slogans-together-works": ("同篇", "同篇", "同篇"),
    "slogans-together-made": (
        "“同段”是同时含有两条口号的段落数（标题、列举的一项各算一段），“同篇”是同时含有两条的篇数；"
        "“期望”是两条口号若互不相干，照各自出现的段数估计的同段数。"
        "次序依对数似然比 G²（Dunning 1993），以含口号的 {blocks} 段为全体："
        "G² 越大，两条口号越不像碰巧相遇，大于 3.84 相当于百分之五的显著水平，大于 10.83 相当于千分之一。"
        "不足 {least} 段的、不多于期望的不列。段数少时，这些界限只可参考；一篇抄自另一篇，会使数字偏高。",
        "「同段」是同時含有兩條口號的段落數（標題、列舉的一項各算一段），「同篇」是同時含有兩條的篇數；"
        "「期望」是兩條口號若互不相干，照各自出現的段數估計的同段數。"
        "次序依對數似然比 G²（Dunning 1993），以含口號的 {blocks} 段為全體："
        "G² 越大，兩條口號越不像碰巧相遇，大於 3.84 相當於百分之五的顯著水準，大於 10.83 相當於千分之一。"
        "不足 {least} 段的、不多於期望的不列。段數少時，這些界限只可參考；一篇抄自另一篇，會使數字偏高。",
        "「同段」是同時含有兩條口號的段落數（標題、列舉的一項各算一段），「同篇」是同時含有兩條的篇數；"
        "「期望」是兩條口號若互不相干，照各自出現的段數估計的同段數。"
        "次序依對數似然比 G²（Dunning 1993），以含口號的 {blocks} 段為全體："
        "G² 越大，兩條口號越不像碰巧相遇，大於 3.84 相當於百分之五的顯著水平，大於 10.83 相當於千分之一。"
        "不足 {least} 段的、不多於期望的不列。段數少時，這些界限只可參考；一篇抄自另一篇，會使數字偏高。",
    ),
    "slogans-together-cut": (
        "只列 G² 最大的 {rows} 对，合于上述条件的共有 {pairs} 对。",
        "只列 G² 最大的 {rows} 對，合於上述條件的共有 {pairs} 對。",
        "只列 G² 最大的 {rows} 對，合於上述條件的共有 {pairs} 對。",
    ),
    # -- slogans: data files ------------------------------------------------------------
    "slogans-data-title": ("数据文件", "資料檔", "數據檔"),
    "slogans-data-json": (
        "全部词条：名称、地址、拼音、英文、类别、释义、分项、由来、资料、异形、参见和用例数。供程序读取，UTF-8 编码的 JSON。",
        "全部詞條：名稱、位址、拼音、英文、類別、釋義、分項、由來、資料、異形、參見和用例數。供程式讀取，UTF-8 編碼的 JSON。",
        "全部詞條：名稱、地址、拼音、英文、類別、釋義、分項、由來、資料、異形、參見和用例數。供程式讀取，UTF-8 編碼的 JSON。",
    ),
    "slogans-data-csv": (
        "同样的词条，一条一行，供表格软件打开。UTF-8 编码并带字节顺序标记，逗号分隔；以等号、加号、减号、@ 开头的单元格前加了单引号，以免被当作公式。",
        "同樣的詞條，一條一列，供試算表軟體開啟。UTF-8 編碼並帶位元組順序記號，逗號分隔；以等號、加號、減號、@ 開頭的儲存格前加了單引號，以免被當作公式。",
        "同樣的詞條，一條一行，供試算表軟件開啟。UTF-8 編碼並帶位元組順序標記，逗號分隔；以等號、加號、減號、@ 開頭的儲存格前加了單引號，以免被當作公式。",
    ),
    "slogans-data-mentions": (
        "全部用例，一处一行：口号、篇名、段落地址、前文、原文、后文，前后文各至多 {context} 字。按全书先后排列，格式同上。",
        "全部用例，一處一列：口號、篇名、段落位址、前文、原文、後文，前後文各至多 {context} 字。按全書先後排列，格式同上。",
        "全部用例，一處一行：口號、篇名、段落地址、前文、原文、後文，前後文各至多 {context} 字。按全書先後排列，格式同上。",
    ),
    "slogans-data-skos": (
        "供术语软件和叙词表软件读取的 SKOS 词表（Turtle 格式）：每条口号是一个概念，带首选名称、异形、英文、拼音、释义，以及相关概念。",
        "供術語軟體和索引典軟體讀取的 SKOS 詞表（Turtle 格式）：每條口號是一個概念，帶首選名稱、異形、英文、拼音、釋義，以及相關概念。",
        "供術語軟件和敘詞表軟件讀取的 SKOS 詞表（Turtle 格式）：每條口號是一個概念，帶首選名稱、異形、英文、拼音、釋義，以及相關概念。",
    ),
    # -- typstpdf: the PDF ------------------------------------------------------------------
    "pdf-about": ("关于本书", "關於本書", "關於本書"),
    "pdf-checksum": ("底本校验码（SHA-256）", "底本雜湊值（SHA-256）", "底本雜湊值（SHA-256）"),
    "pdf-contents": ("目录", "目錄", "目錄"),
    "pdf-date": ("出版日期", "出版日期", "出版日期"),
    "pdf-date-text": (
        "{year}年{month}月{day}日",
        "{year}年{month}月{day}日",
        "{year}年{month}月{day}日",
    ),
    "pdf-edited": ("{editor}　编", "{editor}　編", "{editor}　編"),
    "pdf-edition": ("简体版", "正體版（臺灣）", "繁體版（香港）"),
    "pdf-editor": ("编校", "編校", "編校"),
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
    "pdf-page": (" 页", " 頁", " 頁"),
    "pdf-pages": ("见于：", "見於：", "見於："),
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
