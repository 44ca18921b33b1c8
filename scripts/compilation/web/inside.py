"""What the web left inside the lines: buttons, the names and addresses of sites, page numbers.

A phrase must be unmistakable, since its line is the author's.  An address that a sentence tells
its readers to use (请登录http://…报名) is the author's too.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ..marks.header import MODELS
from ..text.lazy import lazy_regex
from ..text.signs import ANY_HAN, BLANK, CHINESE, B
from ..text.variants import either, forms
from . import stamps
from .menus import counted, may_name, named_last
from .noise import BUTTON, SITE, SITE_NAME

#: What a site says of its file in brackets behind the title: 守堤的一夜（全文完整）.
OF_FILE = lazy_regex(
    either(
        r"(?<=\S{4})[（(【\[](?:全文完整版?|完整(?:版本?|文档|全文)|范文推荐|(?:精选|优秀|最新|推荐)文档)[）)】\]]$"
    )
)
#: (rule, expression): a match inside a line is taken out.
_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noise-page",
        lazy_regex(
            either(
                rf"[（(\[【]?{B}?第{B}?[\d０-９]{{1,4}}{B}?页{B}?[,，/／、|]?{B}?共{B}?[\d０-９]{{1,4}}{B}?页{B}?[）)\]】]?|"
                rf"[-—–－]{{1,2}}{B}?第{B}?[\d０-９]{{1,4}}{B}?页{B}?[-—–－]{{1,2}}|"
                # Glued to a line of a PDF: 并组织开展— 2 —三轮集中培训; not 1 — 3 — 5.
                rf"{B}*(?<![\d—–－-])(?P<dash>[—–－]){B}\d{{1,3}}{B}(?P=dash)(?!{B}?[\d—–－-]){B}*|"
                # What a site hides: 我们将继续……此处隐藏6417个字……; dots stay for what is left out.
                rf"(?<=…)(?:此处|以下|中间)隐藏了?{B}?\d{{2,6}}{B}?个?字…{{1,2}}"
            )
        ),
    ),
    (
        "noise-button",
        lazy_regex(
            either(
                rf"[【\[（(〖]{B}?{BUTTON}{B}?[】\]）)〗]|字\s?[号體体]\s?[：:]?\s?[【\[（(]?\s?大\s?[|｜/]?\s?中\s?[|｜/]?\s?小\s?[】\]）)]?"
            )
        ),
    ),
    (
        "noise-advert",
        lazy_regex(
            either(
                rf"[（(【\[〖※*★]{{1,2}}{B}?(?:(?:本文|文章|内容|更多|来源|来自|转载|推荐|找|查看|尽在)[^（）()【】\[\]。]{{0,24}})?"
                rf"(?:{SITE_NAME}|{SITE})[^（）()【】\[\]。]{{0,30}}[）)】\]〗※*★]{{1,2}}|"
                rf"(?:(?<=[。！？”]){B}+)?(?:本文(?:来自|来源于?|由|出自)|更多(?:精彩|相关)?[^，。]{{0,12}}(?:请(?:访问|登录|关注|点击|浏览)|尽在|请到|就在)|欢迎(?:访问|登录|光临))[：:]?{B}*"
                rf"[“\"]?(?:{SITE_NAME}|{SITE})[”\"]?(?:{B}?[（(]?{SITE}[）)]?)?(?:[^，。！；]{{0,10}}(?:整理|收集|提供|发布|下载|原创))?(?:[，,]{B}?转载请(?:保留|注明)[^，。！；]{{0,8}})?[，,。！!；;]?{B}*|"
                rf"[（(\[【〖※]{SITE_NAME}$|{SITE_NAME}{B}?[（(]?{SITE}[）)]?|(?<![A-Za-z0-9@./])(?:https?://|www\.)"
                r"[A-Za-z0-9.-]{3,60}(?:/[A-Za-z0-9_./?=&%#~:+-]{0,120})?"
            )
        ),
    ),
    ("noise-advert", OF_FILE),
    (
        "noise-advert",
        lazy_regex(
            either(
                r"[（(【\[](?:点击)?(?:下载|查看|阅读)[^（）()【】\[\]。]{0,8}(?:完整版|全文|原文)[^（）()【】\[\]。]{0,6}[）)】\]]|"
                r"[（(【\[](?:责任编辑|责编|编辑)[：:][^（）()【】\[\]。，]{1,8}[）)】\]]|"
                r"[（(【\[](?:转自|转载自?|出处)[：:]?[^（）()【】\[\]。]{1,16}(?:网|文库)[）)】\]]|"
                r"[（(【\[][^（）()【】\[\]。]{0,16}转载请注明[^（）()【】\[\]。]{0,16}[）)】\]]|"
                r"(?<=[。！？])(?:更多[^。，]{0,16}请?(?:关注|访问|登录|搜索)[^。]{0,20}(?:公众号|网|文库|微信)[^。]{0,12}|"
                r"本文由[^。，]{2,16}(?:网|文库|小编)[^。]{0,10}(?:整理|提供|收集)[^。]{0,20}|转载请注明[^。]{0,24})(?:[。！]|$)"
            )
        ),
    ),
)

#: What must stand in a line for a phrase of each rule to be in it.
_PHRASE_HINTS = {
    "noise-page": ["页", "隐藏", "— ", "– ", "－ ", "—\u3000"],
    "noise-button": (
        "下载 收藏 打印 复制 保存 分享 推荐 举报 纠错 转发 点赞 关闭 关注 阅读 预览 首页 "
        "返回 展开 查看 显示 余下 评论 字号 字體 字体"
    ).split(),
    "noise-advert": (
        "www http WWW .com .cn .net .org .cc 范文 文秘 公文 文库 作文 文档 论文 资源 素材 "
        "写作 教育网 党建网 总结 文章网 公务员 励志 资料 无忧 本文来 本文由 本文出 更多 "
        "来源 来自 责任编辑 责编 编辑 完整 全文 转载 公众号"
    ).split(),
}


#: What stands for the hints of :mod:`stamps` among those of the rules.
_STAMPS = "stamps"


@cache
def _phrase_hints() -> tuple[AhoCorasick, list[frozenset[str]]]:
    """Give what finds the hints, and for each the rules that it is one of."""
    owners: dict[str, set[str]] = {}
    for rule, words in (_PHRASE_HINTS | {_STAMPS: stamps.HINTS}).items():
        for word in forms(words):
            owners.setdefault(word, set()).add(rule)
    automaton = AhoCorasick(list(owners), implementation=Implementation.DFA)
    return automaton, list(map(frozenset, owners.values()))


def find(text: str) -> list[tuple[int, int, str]]:
    """Give (start, end, rule) of the noise inside a line, in order and not overlapping."""
    named = may_name(text)
    if named and (spans := counted(text)) is not None:
        return [(start, end, "noise-meta") for start, end in spans]
    if named and (at := named_last(text)) is not None:
        return [(0, at, "noise-meta")]
    if (at := _length_behind(text)) is not None:
        return [(at, len(text), "noise-meta")]
    automaton, owners = _phrase_hints()
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    if not hits:
        return []
    rules = {rule for index, _, _ in hits for rule in owners[index]}
    stamped = _STAMPS in rules or ("noise-advert" in rules and stamps.leads_to_site(text))
    if "noise-advert" in rules and not _SITE_SIGN.search(text):
        rules.discard("noise-advert")
    if "noise-button" in rules and not _BUTTON_SIGN.search(text):
        rules.discard("noise-button")
    marks = stamps.PHRASES.finditer(text) if stamped else ()
    found = [(match.start(), match.end(), "noise-advert") for match in marks]
    found += (
        (match.start(), match.end(), rule)
        for rule, pattern in _PHRASES
        if rule in rules
        for match in pattern.finditer(text)
        if not (rule == "noise-advert" and _is_told(text, match))
    )
    result: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(found):
        if not result or start >= result[-1][1]:
            result.append((start, end, rule))
    return result


# The name of a site, and what stands beside it and its address: 公文写作网 免费下载.
_NAME = rf"(?:{SITE_NAME}|[\u4e00-\u9fffA-Za-z0-9]{{2,6}}(?:网站?|文库))"
_WORD = (
    r"(?:(?:免费|全文|在线|点击|立即|欢迎)?(?:下载|阅读|浏览|访问|光临)|(?:网站)?首页|主页|官网|"
    r"欢迎[您你](?:的?(?:光临|访问|到来|下载))?|收藏本站|加入收藏|设为首页|手机版|版权所有)"
)
_APART = rf"[{BLANK}|｜/_·—–\-!！]{{0,4}}"
_NAMES_SITE = lazy_regex(
    either(
        rf"{_APART}(?:{_WORD}{_APART}){{0,4}}(?P<name>{_NAME}){_APART}(?:{_WORD}{_APART}){{0,4}}"
    )
)
_BESIDE = lazy_regex(either(_WORD))
_NAMED_SITE = lazy_regex(either(rf"{_APART}{SITE_NAME}{_APART}"))
#: No name of a site has such a word: somebody tells of one, or of a net.
_TELLS = lazy_regex(either("[我你他她它们的了在是到去过着把被有这那上见登看织撒补收办建开起里]"))
#: What is left of such a line has so many characters at most.
_LEFT = 40


def leaves_name(text: str, found: list[tuple[int, int, str]]) -> bool:
    """Say whether the noise at an end of a line leaves but the name of its site and such words.

    ``found`` is what :func:`find` gave.  A name that any net may have must have a word beside it.
    """
    ends = [found[0]] if found[0][0] == 0 else []
    ends += [found[-1]] if found[-1][1] == len(text) else []
    if all(rule != "noise-advert" for _, _, rule in ends):
        return False
    rest = text
    for start, end, _ in reversed(found):
        rest = rest[:start] + rest[end:]
    named = _NAMES_SITE.fullmatch(rest) if 0 < len(rest) <= _LEFT else None
    if not named or _TELLS.search(named["name"]):
        return False
    return _BESIDE.search(text) is not None or _NAMED_SITE.fullmatch(rest) is not None


# How long a text is, behind the number of its header: 守堤总结 【篇1】1200字, 守堤心得二（800字）.
_N = rf"{B}?(?:[{CHINESE}]{{1,3}}|\d{{1,2}}(?!\d))"
_MARK = rf"(?:第{_N}{B}?[篇则]|篇{_N}|(?:{MODELS}){_N})"
_LENGTH = lazy_regex(
    either(
        rf"(?:[^。，；！？]{{0,40}}?(?:{_MARK}|[【\[［]{_N}{B}?[】\]］]|[\u4e00-\u9fff]{{2}}(?:{B}*[（(]{_N}[）)]|{_N}(?=[{BLANK}（(【]))"
        rf"|^[【\[［（(]?{_MARK}[】\]］）)]?[{BLANK}：:、]*[^。，；！？：:]{{2,40}}?(?=[{BLANK}（(【\[])))"
        rf"[】\]］）)]?(?P<size>{B}*[（(【\[]?(?:全文|共|约)*[1-9]\d{{2,4}}{B}?字(?:左右|以上)?[）)】\]]?)"
    )
)
#: A header with its length is at most so long (characters).
_HEADED = 60


def _length_behind(text: str) -> int | None:
    """Give where a header goes on to say how long its text is, or None."""
    if len(text) > _HEADED or "字" not in text[-5:]:
        return None
    found = _LENGTH.fullmatch(text)
    return found.start("size") if found else None


_SITE_SIGN = lazy_regex(
    either(
        r"公众号|转载|(?:尽在|访问|登录|光临)[^，。]{2,12}网|WWW\.|\.(?:COM|CN|NET|ORG)|责编[：:]|编辑[：:]|完整|(?:文档|范文推荐)[）)】\]]$|[下看]载?全文|本文由|网$|网[（(】）)\]〗※*★”整收提发]|网www|网http|www\.|http|\.(?:com|cn|net|org|cc)"
    )
)
_BUTTON_SIGN = lazy_regex(either(r"[【\[（(〖]|字\s?[号體体]"))


# A bare address, and how a text leads up to one that it tells its readers to use.
_ADDRESS = lazy_regex(rf"[（(]?{B}?(?:https?://|www[.])[!-~]+{B}?[）)]?")
_LEADS = lazy_regex(
    either(
        rf"(?:(?:登[录陆入]|打开|进入|填报|上传|参?见|查阅|浏览|访问)[^，。；！？]{{0,20}}|"
        rf"(?:写[下上着成]|输入|注册|报名|填写|提交|[网地]址|网[站页]|主页|博客|链接|官网|平台|系统){B}?[：:为是]?{B}?|"
        rf"\][.．。]?{B}?)$"  # [EB/OL]., [3]
    )
)
_OF_SITE = lazy_regex(either("更多|本文|范文|文库|来源|转载|出处|版权|欢迎"))
# A name that may be a site's with its address, and what leads up to both in a sentence.
_NAMED = lazy_regex(rf"[\u4e00-\u9fff]+{B}?[（(]?{SITE}[）)]?")
_OPENS = lazy_regex(
    either(
        "(?:登[录陆入]|打开|进入|参?见|查阅|浏览|访问|[办建开设]了?|[是在到叫])[^，。；！？]{0,20}$"
    )
)
#: The address of one page between words that go on: a stamp in a sentence is that of a whole site.
_OF_PAGE = lazy_regex(r"https?://[A-Za-z0-9.-]+/[!-~]+(?=[\u4e00-\u9fff])")
#: A clause goes on or ends behind what belongs to it; a site's stamp is put between any two words.
_CLAUSE_ENDS = lazy_regex(rf"{B}*(?:[，。；、！？,;]|\.(?![A-Za-z]))")
_SENTENCE = lazy_regex("[。！？；]")


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Say whether a match is an address in a sentence of the text's own (请登录http://…报名).

    So where words lead up to it, where it is that of a page amid words (从http://…/id=3下载), or
    where it stands within a clause (主页是http://…，): a stamp stands behind a full stop, and the
    next sentence sticks to it.
    """
    if "@" in match[0]:
        return not _OF_SITE.search(match[0])
    before = _SENTENCE.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
    if _OF_SITE.search(before):
        return False
    within = _CLAUSE_ENDS.match(text, match.end()) is not None
    if not _ADDRESS.fullmatch(match[0]):
        led = before + match[0].split("www")[0].split("http")[0]
        return within and bool(_NAMED.fullmatch(match[0]) and _OPENS.search(led))
    if _LEADS.search(before):
        return True
    if match[0][0] in "（(" or not before.strip():
        return False
    amid = ANY_HAN.match(before[-1]) and _OF_PAGE.match(text, match.start())
    return within or bool(amid)


def told_above(above: str, text: str) -> bool:
    """Say whether a line is an address alone that the line above leads up to (报名链接：)."""
    if not text.startswith(_BEGINNINGS) or not _ADDRESS.fullmatch(text.rstrip("；;。")):
        return False
    leads = above[-1] in "：:" or _LEADS.search(above) is not None
    return leads and not _OF_SITE.search(above[-_NEAR:])


_BEGINNINGS = ("http", "www")
#: What says that an address is the site's stands so near before it (characters).
_NEAR = 40
