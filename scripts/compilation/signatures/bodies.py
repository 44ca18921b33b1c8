"""Tells bodies and offices from names: which of them a word of a byline can be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.documents import is_letterhead
from ..text.lazy import lazy_regex
from ..text.signs import is_han
from ..text.variants import either
from .names import is_name, is_office, is_unit, is_word, may_be_name

# What a body's short name ends with (县委办, 编辑部, 调研组).
BODIES = "办辦部组組室会會社处處科局队隊站所院校班团團党黨委支厅廳村镇鎮乡鄉县縣区區市"
#: Ends of bodies too small or too common as words to be read as one without a name behind.
_SMALL_UNITS = "班组組室馆館台臺厂廠矿礦店社园園会會团團连連排营營户戶段课課股线線"
#: Ends of names of streets, and of villages and hamlets in the hills.
_STREETS, _HAMLETS = "街路巷", "塬沟溝湾灣坪坡塘垴坳峁垭埡洼窪坝壩屯寨滩灘墩埠"
#: Ends of names of places that persons are named after too, but behind 家 with a surname (张家岭).
_SITES = "岭嶺庄莊河川梁桥橋崖台臺冲沖营營铺鋪店集坑井垸圩堡岗崗山畈岔"
#: A phrase that ends like a body but begins with what is done is a heading (加强基层党支部).
DOING = lazy_regex(
    either(
        "[我你他走爱在进到回为向把让用与和从以]|加强|推进|建设|建好|打造|创建|抓|做|争|深入|服务|立足|关于|"
        "发挥|围绕|依靠|提升|强化|健全|完善|优化|选|配|管"
    )
)


def like_name(text: str) -> bool:
    """Say whether a text has the length of a name and is no body or office."""
    han = all("\u3400" <= c <= "\u9fff" for c in text)
    return 2 <= len(text) <= 4 and han and text[-1] not in BODIES and not is_office(text)


#: What no name of a person ends with: bodies, and feasts, lessons, songs (第三中学　读书节).
_NO_NAME = BODIES + "节節赛賽课課稿题題歌曲诗詩记記"


def behind_body(body: str, text: str) -> bool:
    """Say whether a word behind a body has a name's shape but for its rare surname.

    Behind a class it may be what a pupil calls himself (三年级一班　马小跳跳).
    """
    han = all(map(is_han, text))
    pupil = len(text) == 4 and is_class_alone(body) and is_name(text[:2])
    shaped = (len(text) in (2, 3) or pupil) and han and text[-1] not in _NO_NAME
    shaped = shaped and not of_body(text) and not is_word(text)
    return shaped and len(body) >= 4 and of_body(body) and not DOING.match(text)


# Given names that end like what a soldier is called (向红兵).
_SOLDIER = lazy_regex("[\u4e00-\u9fff][红紅卫衛建小志国國新利爱愛]兵")


def of_body(text: str) -> bool:
    """Say whether a text with the shape of a name can also be an office or body."""
    if _SOLDIER.fullmatch(text):
        return False
    return is_office(text) or is_unit(text) or text[-1] in _SMALL_UNITS or text[-1] in "股段"


def is_body(text: str) -> bool:
    """Say whether a line is a body that signs without a person (县人民医院宣传科)."""
    return is_class(text) or (4 <= len(text) <= 20 and is_unit(text) and not DOING.match(text))


def several_bodies(text: str) -> str:
    """Give the bodies that a line parts by semicolons (县民政局；县妇联), or nothing."""
    parts = re.split("[；;]", text.strip("（）()"))
    named = all(map(may_be_body, parts))
    return "；".join(parts) if len(parts) > 1 and named else ""


# What the names of bodies begin with: the country's, a place, or a school or firm.
_WHOSE = lazy_regex(
    either(
        "(?:中共|共青团)?(?:(?P<land>国家|国务院|中国|中央|中宣部|全国|(?:教育|财政|公安|民政|司法|商务|水利)部|"
        "[\u4e00-\u9fff]{2,12}部(?=办公厅|[\u4e00-\u9fff]{1,8}司))|"
        "(?P<place>[\u4e00-\u9fff×xX*＊○〇]{0,4}?[省市县区州镇乡旗])|"
        "(?P<house>[\u4e00-\u9fff]{2,12}?(?:大学|学院|中学|小学|学校|医院|公司|集团)))"
    )
)


def _whose(body: str) -> str:
    """Give the place, school or firm that the name of a whole body begins with, or nothing.

    All bodies of the country are of one place.
    """
    named = len(body) >= 3 and (is_unit(body) or may_be_body(body))
    found = _WHOSE.match(body) if named else None
    return (found["place"] or found["house"] or "land") if found else ""


def breaks_letterhead(above: str, below: str) -> bool:
    """Say whether a letterhead too wide for its line goes on below (……建设管 / 理有限公司文件).

    A body that is whole above stands beside another: both issue the document.
    """
    return below[-2:] == "文件" and is_letterhead(above + below) and not is_unit(above)


def _beside_school(bodies: Sequence[str]) -> bool:
    """Say whether bodies of the school stand behind one of its parts that names no school."""
    part, *others = bodies
    named = len(part) > 3 and is_unit(part) and not DOING.match(part)
    return named and all(body[0] == "校" and is_unit(body) for body in others)


def together(bodies: Sequence[str], authors: Sequence[str]) -> str:
    """Give the words of bodies and offices as one, with commas where bodies sign side by side.

    Then each has its name from the place on (县民政局、县妇联), or 校 shows that the second is no
    part of the first (图书馆党支部、校工会), and no person signs.  The second of 县医院 and 宣传科
    is a part of the first.
    """
    whose = set(map(_whose, bodies))
    joint = not authors and len(whose) == 1 and (whose != {""} or _beside_school(bodies))
    return ("、" if joint else "").join(bodies)


# A class of a school: 子弟小学四（2）班.  What it does or where one goes is no body.
_CLASS = lazy_regex(
    either(
        r"(?![走在到从给致记访写我])[^，。：；！？]{2,12}(?:小学|中学|学校|初中|高中|学院|大学|[一二三四五六七八九十]中)"
        r"[^，。：；！？的了]{0,8}?[\d一二三四五六七八九十级）)]班"
    )
)


def is_class(text: str) -> bool:
    """Say whether a line is a class with its school, which signs without its pupil."""
    return text[-1:] == "班" and _CLASS.fullmatch(text) is not None


# A class alone, whose school the page names elsewhere: 高一（3）班, 五年级2班.
_CLASS_ALONE = lazy_regex(
    either(
        r"(?:[初高][一二三]|[一二三四五六七八九]年级|[一二三四五六七八九]|(?:19|20)?\d\d级)"
        r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]?班"
    )
)


def is_class_alone(text: str) -> bool:
    """Say whether a line is a class without its school, which signs where a date is below it."""
    return text[-1:] == "班" and _CLASS_ALONE.fullmatch(text) is not None


# A class of a college by the year it began and its subject: 20水工, 研21, 会计2101, 水利工程2020级,
# 民政131.  What is counted, and a year or a day, is none.
_COHORT = lazy_regex(
    either(
        r"[研硕博本专]?(?:20)?\d\d级?(?![年月日号时岁个名位人次项条件家户元万千百亿多余周世届级%])[\u4e00-\u9fff]{2,8}(?:\d{1,2}班?)?|"
        r"(?:[研硕博]|[\u4e00-\u9fff]{2,8})(?:20)?\d\d(?:级|\d{1,2}班?|班)?"
    )
)


def is_cohort(text: str) -> bool:
    """Say whether words are a class of a college by its year, where a name stands behind them."""
    digits = any(map(str.isdigit, text))
    return digits and _COHORT.fullmatch(text) is not None


def may_be_body(text: str) -> bool:
    """Say whether a line can be a body, however short its name (审计科), where one is expected."""
    if not 3 <= len(text) <= 20 or re.search("[，。：；、！？,:;!?“”《》]", text):
        return False
    return (is_unit(text) or text[-1] in BODIES + _SMALL_UNITS) and not DOING.match(text)


def is_place(text: str) -> bool:
    """Say whether a word with the shape of a name is rather a place, where a name stands behind it.

    龙王塘, 刘家塬, 张家岭: a village by its last character, or by 家 behind a surname.
    """
    if not 3 <= len(text) <= 4:
        return False
    return text[-1] in _HAMLETS or (text[-2] in "家" and text[-1] in _SITES)


def can_sign(token: str) -> bool:
    """Say whether a word behind a body can be a name though it is a word too (江山)."""
    return may_be_name(token) and not of_body(token) and token[-1] not in BODIES


def is_of(text: str) -> bool:
    """Say whether a text before a name can say where or what that person is."""
    return (
        is_office(text)
        or is_unit(text)
        or is_name(text)
        or len(text) >= 4
        or (len(text) == 3 and text.isdigit())  # a class
        or is_cohort(text)
        or (len(text) >= 2 and text[-1] in _SMALL_UNITS + BODIES + _STREETS + _HAMLETS)
    )
