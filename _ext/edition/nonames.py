"""Where the character of a surname is the everyday word that it also is (:mod:`edition.names`)."""

from __future__ import annotations

import re
from math import inf

from edition.namecues import LIKELY_BESIDE, TITLE_AFTER, bits_after
from edition.namelists import NameLists

#: What 于 is a preposition after, whoever is named by a title alone.
_BEFORE_PREPOSITION = frozenset("对至关由属应须并或且即限处载置均已拟低高少多优等利益便忠归源")

#: What it makes a word with: 对于, 至于, 关于, 由于, 属于.
_ENDS_IN_PREPOSITION = frozenset("对至关由属")

#: What lies in something: 关键在于书记, unlike 在于书记的带领下.
_LIES_IN = re.compile(
    "(?:关键|根本|重点|核心|原因|目的|意义|问题|优势|区别|难点|主要|本质|责任|根源|出路|希望|[重贵难就旨])在$"
)

#: A surname so common that after those it is one by itself: 对于夏老汉, 由于李主任.
_COMMON_SURNAME = 10.5

#: What 于 is a preposition before, whoever stands before it: 申请人于收到通知之日起, 委员于七日内.
_TIME_OR_PLACE = re.compile(
    "于(?:[一二两三四五六七八九十〇零百几数]+(?:[年月日天时周号]|个月|小时|分钟|点)"
    "|收[到受悉]|前[项款条述后年日天期]|会[前后上中议]|次[日年月]|[当同本今去明翌][年月日天晚周]"
    "|近[日期年]|日前|年[底初末前内]|月[底初末]|期[前满内]|文到|全[国省市县]|周[一二三四五六日末]|星期[一二三四五六日天]"
    "|收信|[起累垒]?[垒累]土|[修赣信沅湘黔郁柳]水(?=、|[县河流两]|一带)|和政(?=$|[县的])"
    "|[春夏秋冬](?:的|[日夜天季初末](?![一-鿿]?(?:说|同志|书记)))"
    "|[上下]半年|某[年月日些种一]|今明|明后|[摄华]氏|[近前后][两几][年天日]|[八四]强|其(?![昌超俊伟林华])"
    "|次[一二三四]|[春中国][节秋庆]|此[时前后次]|一[堂身体炉]|[凌清]晨|黎明|拂晓|傍晚|深夜|夜[间里]|午[后夜]|起[飞航]|途中|[禁限]建|纯益|经[^理纬]|申[请报]|基[桩层地]|守[听望]|[开启靠离]航|值[班更]|抵[港达]|何[时处地]|事[前后发])"
)

#: What ends in 于 as a preposition, whatever follows: 相比于田亮, 不同于李某.
_ENDED_BY_IT = re.compile(
    "(?:今[后日]?将|我们将|流连|投资|相[比对较当]|类似|等同|不同|不亚|有别|区别|取决|局限|归功|归咎|得益|立足|着眼|有利|有助|适用|致力"
    "|效?忠|臣服|屈服|听命|求[救助援]|依附)$"
)

#: What follows 对于 and is no name in full: 小悦悦, called twice by one character; 新队员.
_SPOKEN_OF = re.compile(r"于(?:小(.)\1|新(?:[队学成会]员|生|兵|手|人|技术|时代|形势))")

#: A day told by its number or its place among others, which something is done on: 于2016年, 于次日.
_DATED = re.compile("[0-9０-９]+[年月日时点]|[当次同翌][日月年天]")

#: What an enumeration with 党 for the party goes on with, or comes from.
_BESIDE_PARTY = re.compile("党、[政军群团国工民学妇青]|[政军群国民省市县区镇乡村财物]、党")

#: Words that begin with 采, which is no end of a name before them: 罗涛采取措施.
GATHERED = frozenset(("采取", "采用", "采访", "采购", "采集", "采纳", "采摘", "采写", "采样"))

#: What 占 is a verb before.
_NUMERALS = frozenset("一二两三四五六七八九十百千万半几多")


def is_thing(run: str, at: int, lists: NameLists) -> bool:
    """Tell whether what could be a surname is the thing it is called after: 姜切成丝."""
    pattern = lists.things.get(run[at])
    return pattern is not None and pattern.match(run, at + 1) is not None


def is_preposition(run: str, span: tuple[int, int], lists: NameLists) -> bool:
    """Tell whether 于 ends a word, before an office (对于老师) or a name (对于夏老汉)."""
    start, end = span
    before = run[start - 1 : start]
    if run[start] == "于" and _ENDED_BY_IT.search(run, 0, start):
        return True
    if run[start:end] == "于":
        if before == "用":
            return "的话" not in run[end : end + 6]  # 用于师傅的话说
        return before in _BEFORE_PREPOSITION or _LIES_IN.search(run, 0, start) is not None
    if run[start] == "于" and before == "对" and _SPOKEN_OF.match(run, start):
        return True
    if run[end - 1] == "于" and (_DATED.match(run, end) or _TIME_OR_PLACE.match(run, end - 1)):
        return True  # 被告人马艳于2018年
    another = end - start == 2 and lists.surnames.get(run[start + 1], inf) <= _COMMON_SURNAME
    return (
        another
        and run[start] == "于"
        and before in _ENDS_IN_PREPOSITION
        and bits_after(run, end, lists) >= TITLE_AFTER
    )


def is_everyday(
    run: str, span: tuple[int, int], surname: int, before_it: float, lists: NameLists
) -> bool:
    """Tell whether what could be a name at *span* is a word and what everyday words go with it.

    *surname* is how many of its characters are the surname, *before_it* what stands before it
    takes off the cost of a name.
    """
    start, end = span
    head, size = run[start], end - start
    if head == "党":
        if size == 2 and before_it < LIKELY_BESIDE:
            return True
        if size == 1 and _BESIDE_PARTY.search(run, max(0, start - 2), end + 2):
            return True  # 党、政两家
    if head == "占" and run[start + 1 : end][:1] in _NUMERALS:  # 占四成
        return True
    if _TIME_OR_PLACE.match(run, start):
        return True
    # 看着江里的船, 石岩里的鸟; but 余秋里的 is a name
    inside = run[end - 1 : end + 1] == "里的"
    return inside and (size == surname + 1 or head not in lists.surname_forms)
