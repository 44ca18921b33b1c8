"""What sites put into an author's sentences, to be found where the text is copied.

Some is a site's words whatever stands around it.  Where an author may speak so too (of a site, of
who may print his text again), it must be a sentence or a clause of its own.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B
from ..text.variants import either

_OPEN, _SHUT = r"[（(【\[〖]", r"[）)】\]〗]"
_ANY_SITE = r"(?:[\u4e00-\u9fffA-Za-z0-9]{1,10}?(?:网站?|文库)(?![络上民友站]))"
_HOST = r"[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,40}){0,2}\.(?i:com|cn|net|org|cc)(?![A-Za-z])"


def _amid(words: str) -> str:
    """Give the expression for words that stand as a clause, with one of the marks around them.

    The mark that stays is the stronger one.
    """
    return (
        rf"(?:(?<=[。！？；]){B}*(?:{words})[，,。！!；;]?|[，,]{B}*(?:{words})(?=[。！？；]|$)|"
        rf"(?<=[，,]){B}*(?:{words})[，,]|^(?:{words})(?:[，,。！!；;]|$))"
    )


# 转载请注明出处：样例网; not 转载请注明的规矩.
_RIGHTS = (
    r"(?:如需|欢迎|文章)?转载请(?:注明|标明|保留|说明|写明)(?:(?:文章|原文|本文|此)?(?:出处|来源|作者|链接|地址|标记|来自|出自|转自)[及和与、]?){1,3}"
    rf"(?:[：:]?{B}*(?:{_ANY_SITE}|{_HOST}))?(?![的这是等一”’」』])"
)
_ITSELF = (
    rf"[此本该]文由{_ANY_SITE}(?:小编)?"
    r"(?:收集|搜集|整理|编辑(?!部)|提供|发布){1,2}(?![了后过的])"
)
_NETWORK = (
    r"本文(?:来源|来自|源自|转自|摘自)[于自]?[：:]?(?:互联网|网络)(?![的上文作中时安平媒与和游舆])"
)
_MORE = (
    rf"更多(?:精彩|相关|优秀|精品|优质|免费)?(?:的)?(?:文章|内容|范文|资料|作文|文档|公文|文秘|素材|心得体会|总结|报告|演讲稿|课件)?[，,]?"
    rf"(?:请|尽在|就在|欢迎)(?:继续)?(?:关注|访问|登[录陆]|点击|浏览|光临|到|上)?[：:]?{B}*"
    rf"(?:{_ANY_SITE}(?:{B}*(?:https?://)?{_HOST})?|{_HOST})"
)

# Where a reader shall look for more, and for what.
_WANTED = rf"(?:文章|范文|资料|作文|论文|材料|公文)[，,{BLANK}]?(?:就?[到上去]|请[到上去]|尽在)"
_LEADS = lazy_regex(either(_WANTED))


def leads_to_site(text: str) -> bool:
    """Say whether a line may send its readers to a site, which may need no hint (看范文到……网)."""
    return _LEADS.search(text) is not None


#: What must stand in a line for one of the other phrases to be in it.
HINTS = (
    "转载请 此文由 本文由 该文由 本文来 本文源 本文转 本文摘 更多 来源 找文 找范 找资 找作 找材 "
    "查看更 dedecms Dedecms DedeCMS DEDECMS 织梦 -- == ** 网- "
    "ｗｗｗ ＷＷＷ Ｗｗｗ "
    + " ".join(
        "".join(c.upper() if n >> i & 1 else c for i, c in enumerate("www")) + "." for n in range(8)
    )
).split()

PHRASES = lazy_regex(
    either(
        # [来源：学科网], [来源:Zxxk.Com]; （来源：新华网） is an author's own.
        rf"[【\[]{B}?来源{B}?[：:]{B}?(?:[^（）()【】\[\]。，：:]{{1,12}}(?:网|文库)|{_HOST}|Z-?x-?x-?k[^\]】]{{0,12}}){B}?[】\]]|"
        # [找文章到 就爱阅读网]
        rf"{_OPEN}{B}?(?:查?找|看|查看|写|更多)?更?多?{_WANTED}{B}*[^（）()【】\[\]。，]{{1,10}}(?:网|文库){B}?{_SHUT}|"
        # wWw.fAnWen.CoM, ｗｗｗ．ａｂｃ．ｃｏｍ
        r"(?<![A-Za-z0-9@./])(?!www\.|WWW\.|Www\.)[wW]{3}\.[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,20}){1,3}|"
        r"[ｗＷ]{3}[．.。][ａ-ｚＡ-Ｚ０-９a-zA-Z0-9－-]{1,40}(?:[．.。][ａ-ｚＡ-Ｚa-zA-Z]{2,12}){1,3}|"
        # 内容来自dedecms, copyright dedecms
        r"(?:(?:本文|文章)?内容来自|本文来自|[Cc]opyright\s?)\s?(?:(?i:dedecms)|织梦(?:内容管理系统|(?!想|境|人)))|织梦好，好织梦|"
        # ----范文网----; ——样例网—— may be an author's.
        rf"(?P<line>[-=*])(?P=line)+{B}?(?:[\u4e00-\u9fffA-Za-z0-9]{{1,10}}(?:网站?|文库)){B}?(?P=line){{2,}}|"
        + "|".join(map(_amid, (_RIGHTS, _ITSELF, _NETWORK, _MORE)))
    )
)
