"""Lines that sites of documents and forums put around a text: what they say of its file.

Each rule has words that must stand in the line, so that most lines are passed over quickly.
"""

from __future__ import annotations

import re

from .signs import BLANK
from .variants import either, forms

_B = f"[{BLANK}]"
_TIME = r"20\d\d[-./年]\d\d?[-./月]\d\d?日?"
_CLOCK = r"\d\d?[:：]\d\d(?:[:：]\d\d)?"

#: (words, rule, expression): a line with one of the words that matches whole is dropped.
_RULES: tuple[tuple[str, str, str], ...] = (
    # 格式：DOC　上传日期：2023-09-14 10:07:25
    (
        "上传 格式 小编 大小",
        "noise-meta",
        rf"(?:(?:ID|编号|大小|页数|格式|上传者|积分|小编|时间|(?:上传|发布|更新)(?:日期|时间|者)){_B}?[：:]{_B}?"
        rf"[^{BLANK}：:。，]{{1,16}}(?:{_B}{_CLOCK})?(?:{_B}+|$)){{2,6}}",
    ),
    (
        "小编 整理 收集",
        "noise-advert",
        "[【\\[]?(?:简介|导读|提要|内容简介)[】\\]]?[：:]?[^。]{0,100}(?:整理|收集|小编|分享)[^。]{0,60}"
        "(?:参考|帮助|借鉴|阅读|喜欢)[^。]{0,30}[。！!]?",
    ),
    (
        "doc pdf 格式 rtf txt",
        "noise-button",
        r"下载.{2,40}?[.．]?(?:[Ww]ord|docx?|pdf|rtf|txt)(?:格式)?(?:文档)?",
    ),
    (
        "下载到 保存到",
        "noise-button",
        "[^。！？]{0,20}(?:下载|保存)到(?:自己)?的?(?:电脑|手机|本地)[^。]{0,40}[。！!]?",
    ),
    (
        "文档 本站 资料",
        "noise-advert",
        rf"[-–—·]?{_B}?\d{{1,2}}[、.．]{_B}?[^。]{{0,30}}(?:本?文档|本站|资料)[^。]{{0,40}}"
        "(?:付费|可阅读|侵犯|侵权|下载|充值|退款|版权|客服)[^。]{0,90}。?",
    ),
    ("文档", "noise-related", "[您你]可能(?:还)?(?:关注|喜欢|感兴趣|需要)的?(?:相关)?文档"),
    ("文档评论", "noise-button", "文档评论.{0,8}"),
    ("版权提示 免责声明", "noise-advert", r"(?:版权提示|免责声明)[^。]{0,6}[|｜：:\d].{0,180}"),
    # 评分 / 参与人数 2 威望 +5
    ("评分", "noise-button", "评分"),
    ("参与人数", "noise-button", r"参与人数\s?\d{1,4}.{0,40}"),
    # The name of the site alone.
    (
        "网",
        "noise-advert",
        r"[\u4e00-\u9fffA-Za-z0-9]{0,8}(?:范文|文秘|公文|文库|作文|文档)[\u4e00-\u9fffA-Za-z0-9]{0,4}网",
    ),
    # The name of a picture.
    (
        ".png .jpg .jpeg .gif .bmp",
        "noise-picture",
        r"[\w\u4e00-\u9fff（）()-]{1,40}\.(?:png|jpe?g|gif|bmp)",
    ),
    # 公众号 某某  2021-05-28 16:02:11   874 阅读
    (
        "阅读 浏览 公众号 点击 评论",
        "noise-meta",
        rf"[^。，！？]{{0,30}}{_TIME}{_B}+{_CLOCK}{_B}*(?:[\d,.]{{1,8}}[万wWkK]?{_B}?\+?{_B}?(?:阅读|浏览|点击|评论|次)+.{{0,16}})?",
    ),
)  # fmt: skip
_TABLE = tuple(
    (word, rule, re.compile(either(pattern)))
    for words, rule, pattern in _RULES
    for word in forms(words.split())
)
_ANY = re.compile("|".join(re.escape(word) for word, _, _ in _TABLE))
# The title of a file among others of its kind: 优秀护士先进事迹材料.doc
_FILE = re.compile(r"[^。！？]{2,50}\.(?:docx?|pptx?|pdf|xlsx?|txt)")


def rule(text: str) -> str | None:
    """Give the rule by which a whole line is noise of this kind, or None."""
    if not _ANY.search(text):
        return None
    for word, name, pattern in _TABLE:
        if word in text and pattern.fullmatch(text):
            return name
    return None


def is_file(text: str) -> bool:
    """Say whether a line is the name of a file, as lists of other documents have it."""
    return "." in text and _FILE.fullmatch(text) is not None
