"""The names of all rules by which text is changed, and what each does, for the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

RULES: dict[str, str] = {
    # Layout
    "layout": "去掉行首缩进、行尾空格和空行",
    "line-join": "接起断在一句中间的行",
    "header-mark": "篇目标记与题目之间的冒号、括号、顿号、破折号等符号或空格改为换行",
    "divider": "去掉两篇之间用符号排成的分隔线",
    "part-title": "去掉两章之间的分部标题（第二部分　中学组），分卷写在 book.yaml 的 volumes",
    "doubled-title": "去掉重复的题目",
    "doubled-byline": "去掉篇末与篇首重复的署名",
    # Characters
    "control-character": "去掉控制字符和零宽字符",
    "punctuation": "中文里的半角标点改为全角",
    "dash": "连写的连字符改为破折号",
    "ellipsis": "连写的点号改为省略号",
    "quotation-marks": "直引号改为弯引号",
    "full-stop": "句末、引文末的半角句点改为句号",
    "radical": "部首字符改为汉字（⼊改为入）",
    "space": "去掉汉字之间的空格",
    "byline-space": "署名、题目里的空格整理为一个全角空格或去掉",
    # Noise of the web
    "noise-page": "去掉页码标记（第几页、共几页、— 3 —）",
    "noise-running-head": "去掉跟着页码一再出现的页眉",
    "noise-button": "去掉网页按钮和功能文字（字号、打印、收藏、下载本文）",
    "noise-breadcrumb": "去掉网页导航（当前位置：首页 > ……）",
    "noise-advert": "去掉插入的广告与站点名",
    "noise-meta": "去掉网页的发布信息（时间、栏目、点击）",
    "noise-imprint": "去掉篇末的印制者与印制日期（某某会秘书处　2010年9月印）",
    "noise-end": "去掉篇末说明文字已完的字样（（完）、【完】）",
    "noise-related": "去掉“相关文章”“上一篇”“下一篇”一类的链接",
    "noise-number": "去掉 PDF 里与条目脱开、几个连在一起的序号",
    "noise-junk": "去掉论坛为防复制插进的乱码",
    "noise-reply": "去掉论坛里读者的回帖",
    "noise-picture": "去掉图片的文件名",
    "noise-markup": "去掉残留的网页标签、Markdown 的记号，实体（&nbsp; 一类）改为所代表的字符",
    # The editor
    "emendation": "编者校改",
    "override": "编者指定（editorial/structure.yaml）",
}
_ORDER = {rule: place for place, rule in enumerate(RULES)}


def table(counts: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    """Give each rule that changed something, what it does and how often, in the order above.

    Raises KeyError for a rule that is not listed there: no change may be missing from a report.
    """
    for rule in sorted(counts, key=_ORDER.__getitem__):
        if counts[rule]:
            yield rule, RULES[rule], counts[rule]
