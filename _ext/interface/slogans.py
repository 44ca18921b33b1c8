"""What the glossary of slogans and its lists say."""

from __future__ import annotations

STRINGS: dict[str, tuple[str, str, str]] = {
    # -- slogans: glossary entries ------------------------------------------------------
    "slogans-uses": (
        "用例：{count} 处，见于 {works} 篇作品",
        "用例：{count} 處，見於 {works} 篇作品",
        "用例：{count} 處，見於 {works} 篇作品",
    ),
    "slogans-uses-none": ("正文没有用例", "正文沒有用例", "正文沒有用例"),
    "slogans-uses-work": (
        "{title}（{count} 处）",
        "{title}（{count} 處）",
        "{title}（{count} 處）",
    ),
    "slogans-uses-more": (
        "另有 {count} 处，见口号用例",
        "另有 {count} 處，見口號用例",
        "另有 {count} 處，見口號用例",
    ),
    "slogans-index-pinyin-title": ("音序索引", "音序索引", "音序索引"),
    "slogans-index-strokes-title": ("笔画索引", "筆畫索引", "筆畫索引"),
    "slogans-index-strokes": ("{count}画", "{count}畫", "{count}畫"),
    "slogans-index-other": ("其他", "其他", "其他"),
    # -- slogans: cards (shown by cards.js) ---------------------------------------------
    "slogans-card-count": (
        "全书 {count} 处，见于 {works} 篇作品",
        "全書 {count} 處，見於 {works} 篇作品",
        "全書 {count} 處，見於 {works} 篇作品",
    ),
    "slogans-card-more": ("释义与全部用例", "釋義與全部用例", "釋義與全部用例"),
    "slogans-card-close": ("关闭", "關閉", "關閉"),
    "slogans-card-label": ("口号释义", "口號釋義", "口號釋義"),
    # -- places: what blocks are called ---------------------------------------------------
    "place-untitled": ("《{title}》", "《{title}》", "《{title}》"),
    "place-part": ("{name}之{number}", "{name}之{number}", "{name}之{number}"),
    "place-paragraph": ("第{number}段", "第{number}段", "第{number}段"),
    "place-heading": ("标题{number}", "標題{number}", "標題{number}"),
    "place-note": ("注{number}", "註{number}", "註{number}"),
    "place-title": ("题目", "題目", "題目"),
    "place-subtitle": ("副题", "副題", "副題"),
    "place-byline": ("署名", "署名", "署名"),
    "place-marker": ("篇号", "篇號", "篇號"),
    # -- slogans: concordance -----------------------------------------------------------
    "slogans-concordance-caption": ("逐条用例", "逐條用例", "逐條用例"),
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
    "slogans-concordance-status-print": ("{count} 处", "{count} 處", "{count} 處"),
    "slogans-concordance-status-print-cut": (
        "{count} 处，这里印前 {limit} 处",
        "{count} 處，這裡印前 {limit} 處",
        "{count} 處，這裏印前 {limit} 處",
    ),
    "slogans-concordance-none": ("没有符合的用例", "沒有符合的用例", "沒有符合的用例"),
    "slogans-concordance-previous": ("上一页", "上一頁", "上一頁"),
    "slogans-concordance-next": ("下一页", "下一頁", "下一頁"),
    "slogans-concordance-about": (
        "每一处用例，连同前后文字。点“位置”可到原处。筛选可写几个词，以空格隔开；简体、繁体均可。",
        "每一處用例，連同前後文字。點「位置」可到原處。篩選可寫幾個詞，以空格隔開；簡體、繁體均可。",
        "每一處用例，連同前後文字。點「位置」可到原處。篩選可寫幾個詞，以空格隔開；簡體、繁體均可。",
    ),
    "slogans-concordance-static": (
        "各条口号的用例数如下；用例和前后文字列在各条口号的词条之下。",
        "各條口號的用例數如下；用例和前後文字列在各條口號的詞條之下。",
        "各條口號的用例數如下；用例和前後文字列在各條口號的詞條之下。",
    ),
    "slogans-concordance-print": (
        "每一处用例，连同前后文字。各条按后文排列，同一口号的习惯搭配因此相邻。",
        "每一處用例，連同前後文字。各條按後文排列，同一口號的慣用搭配因此相鄰。",
        "每一處用例，連同前後文字。各條按後文排列，同一口號的慣用搭配因此相鄰。",
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
    "slogans-statistics-range": (
        "第{first}—{last}{unit}",
        "第{first}—{last}{unit}",
        "第{first}—{last}{unit}",
    ),
    "slogans-statistics-unit": ("章", "章", "章"),
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
        "全部词条：名称、地址、读音、英译与直译、类别（种类 kind、通行范围 level）、含义、"
        "成员及其出处与说明（members_note）、出处、文献、又作及其种类与说明（note）、参见和用例数。供程序读取，UTF-8 编码的 JSON。",
        "全部詞條：名稱、位址、讀音、英譯與直譯、類別（種類 kind、通行範圍 level）、含義、"
        "成員及其出處與說明（members_note）、出處、文獻、又作及其種類與說明（note）、參見和用例數。供程式讀取，UTF-8 編碼的 JSON。",
        "全部詞條：名稱、地址、讀音、英譯與直譯、類別（種類 kind、通行範圍 level）、含義、"
        "成員及其出處與説明（members_note）、出處、文獻、又作及其種類與説明（note）、參見和用例數。供程式讀取，UTF-8 編碼的 JSON。",
    ),
    "slogans-data-csv": (
        "同样的词条，一条一行，供表格软件打开；"
        "成员的名称（members）另有连同出处的一栏（members_origin），又作（variants）的说明另成一栏（variants_note）。"
        "UTF-8 编码并带字节顺序标记，逗号分隔；以等号、加号、减号、@ 开头的单元格前加了单引号，以免被当作公式。",
        "同樣的詞條，一條一列，供試算表軟體開啟；"
        "成員的名稱（members）另有連同出處的一欄（members_origin），又作（variants）的說明另成一欄（variants_note）。"
        "UTF-8 編碼並帶位元組順序記號，逗號分隔；以等號、加號、減號、@ 開頭的儲存格前加了單引號，以免被當作公式。",
        "同樣的詞條，一條一行，供試算表軟件開啟；"
        "成員的名稱（members）另有連同出處的一欄（members_origin），又作（variants）的説明另成一欄（variants_note）。"
        "UTF-8 編碼並帶位元組順序標記，逗號分隔；以等號、加號、減號、@ 開頭的儲存格前加了單引號，以免被當作公式。",
    ),
    "slogans-data-mentions": (
        "全部用例，一处一行：口号、篇名、段落地址、前文、口号在文中的写法（text）、后文，"
        "都照校改后的文字，前后文各至多 {context} 字。按全书先后排列，格式同上。",
        "全部用例，一處一列：口號、篇名、段落位址、前文、口號在文中的寫法（text）、後文，"
        "都照校改後的文字，前後文各至多 {context} 字。按全書先後排列，格式同上。",
        "全部用例，一處一行：口號、篇名、段落地址、前文、口號在文中的寫法（text）、後文，"
        "都照校改後的文字，前後文各至多 {context} 字。按全書先後排列，格式同上。",
    ),
    "slogans-data-skos": (
        "供术语软件和叙词表软件读取的 SKOS 词表（Turtle 格式）：每条口号是一个概念，带名称（skos:prefLabel）、"
        "又作、读音与英译（skos:altLabel）、误写与直译（skos:hiddenLabel）、含义（skos:definition）、"
        "类别（skos:scopeNote，分作种类 dc:type、通行范围 dc:coverage）、成员（dct:hasPart）、"
        "成员与又作的说明（skos:note）、出处（skos:historyNote）、文献（dct:source）和参见（skos:related）。",
        "供術語軟體和索引典軟體讀取的 SKOS 詞表（Turtle 格式）：每條口號是一個概念，帶名稱（skos:prefLabel）、"
        "又作、讀音與英譯（skos:altLabel）、誤寫與直譯（skos:hiddenLabel）、含義（skos:definition）、"
        "類別（skos:scopeNote，分作種類 dc:type、通行範圍 dc:coverage）、成員（dct:hasPart）、"
        "成員與又作的說明（skos:note）、出處（skos:historyNote）、文獻（dct:source）和參見（skos:related）。",
        "供術語軟件和敍詞表軟件讀取的 SKOS 詞表（Turtle 格式）：每條口號是一個概念，帶名稱（skos:prefLabel）、"
        "又作、讀音與英譯（skos:altLabel）、誤寫與直譯（skos:hiddenLabel）、含義（skos:definition）、"
        "類別（skos:scopeNote，分作種類 dc:type、通行範圍 dc:coverage）、成員（dct:hasPart）、"
        "成員與又作的説明（skos:note）、出處（skos:historyNote）、文獻（dct:source）和參見（skos:related）。",
    ),
}
