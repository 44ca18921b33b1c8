"""What lines of such texts look like: numbering marks, blanks, stops, notes, forms of address.

Only regular expressions and small judgements on one line; nothing here knows its neighbours.
The expressions are linear: no nested repeats, every repeat bounded or of a single class.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .kinds import ANY_GENRE
from .lazy import lazy_regex
from .numerals import CHINESE, value
from .salutations import DEAR, DEAR_WORDS, MANY
from .variants import either, forms

#: White space as such texts have it, zero-width characters included.
BLANK = " \t\v\f\r\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\u200c\u200d"
BLANK_CHARACTERS = (
    " \t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u202f\u205f\u2060\u3000\ufeff\u200c\u200d"
)
#: One blank, for expressions that have many of them.
B = f"[{BLANK}]"
#: All blanks that stand together.  The search for a class passes over all else at once, that for a
#: repeated one does not.
BLANKS = lazy_regex(f"{B}{B}*")
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
#: Any Han character, and one of the common ones (as :func:`is_han` asks).
ANY_HAN, COMMON_HAN = lazy_regex(f"[{HAN}]"), lazy_regex("[\u4e00-\u9fff]")
_CN = f"[{CHINESE}]"
NUMBER = rf"(?:{_CN}{{1,6}}|[0-9０-９]{{1,3}})"

#: What may end a sentence, closing quotation marks and brackets after it included.
SENTENCE_END = lazy_regex(
    r"(?:[。！？!?；;…]|(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff][”’\x22）)]))\.)[”’\x22」』）)\]】》]*$"
)
# A remark in brackets may stand behind the end of a sentence, or the mark of a note:
# ……守住了。（掌声）, ……守住了。”[注], ……守住了。①
TERMINAL = lazy_regex(
    r"(?:[。！？!?；;：:…—.][”’\x22」』）)\]】》]*|[。！？!?…][”’\x22」』]?(?:[（(][^（()）。；！？，]{1,16}[）)]|"
    r"[\[［〔【](?:注?\d{1,3}|注)[\]］〕】]|[①-⑳]))$"
)
#: What stops prose within a line, or ends it.
PAUSE = lazy_regex("[，,。；]")
#: Any sign that parts a sentence, in either width: words of a menu have none.
ANY_STOP = lazy_regex(r"[。，；：！？、,;:!?]")
#: The number that a viewer of documents sets before each of its screens, as it looks: 12、.
SCREEN = lazy_regex(r"(\d{1,3})、")
#: What the title of a document begins with, but no name and no body: 关于表彰先进党支部 / 的决定.
CONCERNING = ("关于", "關於")
OPEN_END = lazy_regex(r"[，,、（(《“‘「『〈【的和与及]$")

# A full stop behind the number of a mark; that of a decimal has digits behind it, but no year.
_DOT = r"[．.](?!\d(?!\d{3}年))"
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "part",
        lazy_regex(
            rf"第\s?({NUMBER})\s?(?:(?:部分|章|[节節]|[编編]|[单單]元|方面)(?=[{BLANK}：:、，,]|$|.{{2,24}}$)|段(?=[：:].{{2,24}}$))"
        ),
    ),
    (
        "chinese",
        lazy_regex(rf"({_CN}{{1,3}})\s?(?:[、﹑]|{_DOT}|[，,](?=[\u4e00-\u9fff“《]))\s?"),
    ),
    ("chinese-paren", lazy_regex(rf"[（(﹙〔]\s?({_CN}{{1,3}})\s?[）)﹚〕]\s?[、，．.：:]?\s?")),
    ("decimal", lazy_regex(r"([0-9０-９]{1,2})\s?(?:[、﹑]|[.．，,](?![0-9０-９]))\s?")),
    ("decimal-paren", lazy_regex(r"[（(﹙]\s?([0-9０-９]{1,2})\s?[）)﹚]\s?[、，．.：:]?\s?")),
    ("decimal-half", lazy_regex(r"([0-9０-９]{1,2})[）)]\s?")),
    ("circled", lazy_regex(r"([①-⑳])\s?[、．.]?\s?")),
    ("decimal", lazy_regex(r"([⒈-⒛])\s?")),
    ("decimal-paren", lazy_regex(r"([⑴-⒇])\s?[、．.：:]?\s?")),
    ("chinese-paren", lazy_regex(r"([㈠-㈩])\s?[、．.：:]?\s?")),
)
#: Depth order of the numbering marks of official documents (GB/T 9704—2012, 7.3.3: 一、
#: （一） 1. （1）); a mark of lower rank is never inside one of higher rank.
RANK: dict[str, float] = {
    "part": 0,
    "chinese": 1,
    "chinese-paren": 2,
    "decimal": 3,
    "decimal-paren": 4,
    "decimal-half": 5,
    "circled": 6,
    # Of papers (:mod:`outlines`), never found by :func:`mark`; 2.1 stands below 2、 too.
    "outline-1": 2,
    "outline-2": 3.2,
    "outline-3": 3.6,
}


class Mark(NamedTuple):
    """A numbering mark at the start of a line: its form, its number and its length."""

    form: str
    number: int
    length: int


def _by_first() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Give the marks that a line can start with, by its first character."""
    starts = {
        "第": ("part",),
        CHINESE: ("chinese",),
        "（(﹙": ("chinese-paren", "decimal-paren"),
        "〔": ("chinese-paren",),
        "0123456789０１２３４５６７８９": ("decimal", "decimal-half"),
        "".join(map(chr, [*range(0x2460, 0x249C), *range(0x3220, 0x322A)])): tuple(RANK),
    }
    return {
        first: tuple(item for item in _MARKS if item[0] in names)
        for firsts, names in starts.items()
        for first in firsts
    }


_MARKS_BY_FIRST = _by_first()


@lru_cache(maxsize=256)  # each line of a chapter is asked four times
def mark(text: str) -> Mark | None:
    """Give the numbering mark that a line starts with, or None.

    ``一是``, ``一要``, ``第一，``, years and numbers with units are none.
    """
    for form, pattern in _MARKS_BY_FIRST.get(text[:1], ()):
        if found := pattern.match(text):
            number = value(found[1])
            if number is not None and not (found.start(1) == 0 and names_several(text)):
                return Mark(form, number, found.end())
    return None


# Numbers of what is counted, and no mark before another: 二、三、四车间, 一、二班.
_SEVERAL = lazy_regex(
    rf"({_CN}{{1,3}}|[0-9]{{1,2}})[、﹑]({_CN}{{1,3}}|[0-9]{{1,2}})"
    rf"(?:[、﹑和及](?={_CN}|[0-9])|(?:班|车间|車間|[小中大]?组|[小中大]?組|[小中大]?[队隊]|连|連|排|年级|年級|号|號|楼|樓|期|季度|[营營])(?![、﹑：:]))"
)


def names_several(text: str) -> bool:
    """Say whether a line begins with several numbers in a row (二、三、四车间, 一、二班)."""
    found = _SEVERAL.match(text)
    return found is not None and value(found[2]) == (value(found[1]) or 0) + 1


_ENUMERATION = lazy_regex(
    either(
        rf"(?:(?![两兩]学){_CN}(?:是|要|则|戒|抓|看|靠|靠|查|讲|学|曰|为|个(?=是))|第{_CN}{{1,2}}[点步]?[，,、：:]|其{_CN}[，,、：:]|首先|其次|再次|最后|另外)"
    )
)


_STOPS = frozenset("。！？!?；;：:…—.~～")
_CLOSERS = frozenset('”’"」』）)]】》］〕①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')


def ends_sentence(text: str) -> bool:
    """Say whether a line ends with a full stop or its like, quotation marks behind it included."""
    return bool(SENTENCE_END.search(text[-8:]))


def ends(text: str) -> bool:
    """Say whether a line ends with a mark that a paragraph may end with."""
    last = text[-1:]
    return last in _STOPS or (last in _CLOSERS and bool(TERMINAL.search(text[-24:])))


def is_han(character: str) -> bool:
    """Say whether a character is one of the common Han characters."""
    return "\u4e00" <= character <= "\u9fff"


def enumerates(text: str) -> bool:
    """Say whether a line starts like a member of an enumeration in prose (一是, 第一，)."""
    return bool(_ENUMERATION.match(text))


_GENRE = lazy_regex(
    rf"(?:{ANY_GENRE})"
    rf"(?:[（(【\[]?(?:{NUMBER}|[节節][选選]|摘要|[范範]文|通用|精[选選]|{NUMBER}\s?[篇则則份])[）)】\]]?)?$"
)


def ends_with_genre(text: str) -> bool:
    """Say whether a text ends with a kind of text, as titles do (…心得体会, …的通知)."""
    return bool(_GENRE.search(text.rstrip(BLANK_CHARACTERS)))


def kind_at_end(text: str) -> int | None:
    """Give where the kind of text begins that a title ends with, or None."""
    found = _GENRE.search(text.rstrip(BLANK_CHARACTERS))
    return found.start() if found else None


_NOTE = lazy_regex(
    either(
        r"(?:编者按|按语|按\s?[：:]|(?:[主呈分]?[报送发]|呈)\s?[：:](?=.{0,60}(?:[委府局办部厅室处院校村乡镇县市区州省团队组站所]|社区|街道|单位|领导|成员|部门|公司|中心|支部|同志|小组))|(?:本文|作者)?注\s?[：:]|[（(](?:特|一|二|三|优秀|鼓励|优胜)等?奖[）)]$|附件?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:.．]|附件?\s?[0-9一二三]?$|主题词\s?[：:]|抄\s?[送报]\s?[：:]|报\s?送\s?[：:]|"
        r"[（(【]?内部(?:资料|材料|文件|文稿|刊物)[\s，,·]{0,4}(?:请?注意保[存密管]|妥善保管|(?:请勿|不得|严禁)外传|免费交流)[）)】]?$|"
        r"[（(](?:此件|纸质|主动公开|信息公开).{2,20}[）)]$|.{4,40}(?:19|20)\d\d\s?年.{2,8}印发$|(?:[^。，；：]{4,30}[编印][印发制]\s+)?[（(]?(?:本期)?共印\s?\d{1,5}\s?份[）)]?$|[（(]联系人.{2,40}[）)]$|注\s?[：:]|备注\s?[：:]|"
        # Of somebody, below the name: 从医十九年，曾在省城进修两年
        r"(?:从[医教警业艺]|参加工作|工作|入职|毕业)[一二三四五六七八九十两\d]{1,4}多?年[，,](?:曾|一直|负责|从事|先后|现[任在]|从|累计|参与|接|获)[^。；！？我你]{2,30}$|"
        r"[（(]?(?:摘|选|原载|转载|摘编|节选)自?于?[：:]?\s?《[^》]{2,20}》.{0,40}$|"
        r"[（(]?(?:摘自|选自|摘编自)[\u4e00-\u9fff]{2,12}[）)]?$|"
        r"[（(]《[^》]{2,20}》[^。]{0,50}(?:出版社|第\s?\d{1,4}\s?页|第\s?\d{1,3}\s?期)[^。]{0,30}[）)]$|"
        r"(?:手机|电话|联系电话|联系方式|邮箱|电子邮箱|通讯地址|邮编)\s?[：:]\s?[\w@.-]{5,40}$|(?:本期)?(?:责任编辑|责编|编辑)\s?[：:][^。：:]{2,20}电话\s?[：:])"
    )
)


def is_note(text: str) -> bool:
    """Say whether a line is an attachment, a subject line, a distribution list or a note."""
    return len(text) < 200 and bool(_NOTE.match(text))


_DISTRIBUTION = lazy_regex(either(r"(?:[主呈抄下分]?\s?[报送发]|呈|报\s?送|主题词)\s?[：:].{3}"))


def is_distribution(text: str) -> bool:
    """Say whether a line says to whom a paper is sent (报：市委，市政府; 抄送：……)."""
    return len(text) < 200 and bool(_DISTRIBUTION.match(text))


_CLOSING = lazy_regex(
    either(
        r"(?:此\s{0,4}致|敬\s{0,4}[礼禮]|此致\s{0,4}敬[礼禮]|[谢謝][谢謝](?:大家|各位)?|特此(?:通知|报告|承诺|汇报|申请|函复|函告|公告|说明|请示|批复))[！!。.，,]?$"
    )
)

#: The second line of 此致 / 敬礼.
SALUTE = lazy_regex(r"敬\s{0,4}[礼禮][！!。.，,]?$")


def is_closing(text: str) -> bool:
    """Say whether a line is a closing formula (此致, 敬礼, 谢谢大家！, 特此通知。)."""
    return len(text) < 20 and bool(_CLOSING.match(text))


# A wish at the end of a letter, whose words are on the line below: 祝 / 工作顺利, 顺颂 / 秋祺.
_WISH = lazy_regex(
    either(
        "(?:[敬谨恭顺并即此再]?祝(?:[您你]们?|大家|各位|全家|贵[校厂司院])?|[敬谨顺并即此专]颂|[敬即此]请)"
        "[：:，,]?$"
    )
)
#: What is wished has so many characters at most.
_WISHED = 20


def is_wish(text: str) -> bool:
    """Say whether a line begins the wish that ends a letter (祝, 敬祝, 祝您, 顺颂)."""
    return len(text) <= 6 and bool(_WISH.match(text))


def is_wished(above: str, text: str) -> bool:
    """Say whether a line says what the one above it wishes (祝 / 工作顺利)."""
    return is_wish(above) and len(text) <= _WISHED


def begins_block(text: str) -> bool:
    """Say whether a line can only begin a block: a number, a note or a closing formula does."""
    return bool(mark(text)) or names_several(text) or is_note(text) or is_closing(text)


_ADDRESSEE = lazy_regex(
    either(
        r"(?:同志们?|各位|大家|领导|党支部|党组织|党总支|总支|党委|支部|单位|部门|同学们?|老师们?|评委|来宾|"
        r"代表|委员|朋友们?|组织|乡镇|街道|村|局|公司|主任|书记|主席|同仁|家长|学校|处室|科室|党员|青年|群众|居民|"
        r"政府|办公室|中心|大队|支队|机关|战友们?|考官|乡亲们?|书记处|领导小组|党小组|委员会|院系|学院|同事们?|党（总）支|[县市区省镇工团纪]委|组织部|宣传部|统战部|工会|妇联|妈妈|爸爸|父亲|母亲|爷爷|奶奶|儿子|女儿|孩子们?|哥哥?|姐姐?|弟弟?|妹妹?|叔叔?|阿姨)"
    )
)
_LEAD_IN = lazy_regex(
    either(
        r"(?:如下|(?:下列|以下)[^，。：]{0,12}|几点|几个方面|方面|以下|问题|是|做到|包括|表现在|认为|体会|汇报|要求|感受|措施|报告)[：:]$"
    )
)


def is_salutation(text: str) -> bool:
    """Say whether a line can address readers or hearers (同志们：, 各党支部、机关各部门：).

    An editor set to the right puts the colon first (：各位村民).
    """
    if text[:1] in ("：", ":"):
        return len(text) <= 30 and text[-1] not in _STOPS and bool(_ADDRESSES.match(text, 1))
    if not 3 <= len(text) <= 80 or text[-1] not in "：:，,！!" or _LEAD_IN.search(text):
        return False
    if "。" in text or (text[-1] not in "：:" and len(text) > 20):
        return False
    if text.startswith(_SURELY):
        return True
    return bool(_ADDRESSEE.search(text[-12:]) or _ADDRESSES.match(text[:-1]))


def broken_salutation(first: str, second: str) -> bool:
    """Say whether two lines are one salutation (各乡镇党委，县直各单 / 位：)."""
    if not _PAUSES_INSIDE.search(first) or ends(first) or is_salutation(second) or mark(first):
        return False
    return second[-1] in "：:" and len(second) <= _SHORT_REST and is_salutation(first + second)


_PAUSES_INSIDE = lazy_regex("[，、].*[^，、：:]$")
#: The rest of a broken salutation has at most so many characters.
_SHORT_REST = 24


# How words to readers or hearers begin, before the first stop; not 全体人员要做到.
_ADDRESSES = lazy_regex(either(f"(?:{MANY}|{DEAR})[^。，；：！？要是应]{{2,26}}$"))
_SURELY = ("各", *forms(DEAR_WORDS))


_MOTTO = lazy_regex(either("[—－―─-]{1,2}\\s?题记$"))


def is_motto(text: str) -> bool:
    """Say whether a line is the motto of an essay, and says so: ……鞋底也是湿的。——题记."""
    return text[-1:] in "记記" and _MOTTO.search(text[-6:]) is not None


#: No title, name, label or salutation is longer than this (characters).
_LONGEST = 110


def is_paragraph(text: str) -> bool:
    """Say whether a line is a paragraph at a glance, as most lines of a text are.

    It is longer than a line of any other kind, and goes from a Han character to a full stop; so
    it needs to be asked only for what a paragraph may be (a note, a member of a list).
    """
    return len(text) > _LONGEST and text[-1] == "。" and is_han(text[0])


def has_blank(text: str) -> bool:
    """Say whether a text has a blank; most paragraphs have none, and this is soon told.

    Also True for the few characters that Unicode calls white space and :data:`BLANK` does not.
    """
    if text.isprintable():  # of all blanks only this one counts as printable
        return " " in text
    words = text.split(None, 1)
    if not words or len(words[0]) != len(text):
        return bool(text)
    return _ZERO_WIDTH.search(text) is not None


# What has no width is no white space to Python.
_ZERO_WIDTH = lazy_regex("[\u200b\u200c\u200d\u2060\ufeff]")


def squeeze(text: str) -> str:
    """Give a text without its blanks, for comparison."""
    return BLANKS.sub("", text) if has_blank(text) else text


_FULL_WIDTH = lazy_regex("[０-９Ａ-Ｚａ-ｚ]")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
_NOT_CORE = lazy_regex(rf"[^{HAN}A-Za-z0-9０-９Ａ-Ｚａ-ｚ]")


def half_width(text: str) -> str:
    """Give a text with its letters and digits of full width (２０１０) as ASCII has them."""
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


def core(text: str) -> str:
    """Give the Han characters, letters and digits of a text, for comparing titles."""
    return half_width(_NOT_CORE.sub("", text))


def same_words(text: str, other: str) -> bool:
    """Say whether two lines of about one length differ in signs and blanks only."""
    if len(text) > 2 * len(other) + 8 or len(other) > 2 * len(text) + 8:
        return False
    return core(text) == core(other)


def width(text: str) -> int:
    """Give the width of a line in cells: 1 for ASCII, 2 for all else."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
