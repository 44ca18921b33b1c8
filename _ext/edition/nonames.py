"""Where the character of a surname is the everyday word that it also is (:mod:`edition.names`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf

from edition.namecues import (
    ACT_AFTER,
    LIKELY_BESIDE,
    TITLE_AFTER,
    bits_after,
    ends_in_person,
)
from edition.namelists import NameLists

#: What 于 is a preposition after, whoever is named by a title alone.
_BEFORE_PREPOSITION = frozenset("对至关由属应须并或且即限处载置均已拟低高少多优等利益便忠归源媚")

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
    "于(?:[一二两三四五六七八九十〇零百几数]+(?:[年月日天时周号]|个|小时|分钟|点)"
    "|收[到受悉]|前[项款条述后年日天期]|会[前后上中议]|次[日年月]|[当同本今去明翌昨前][年月日天晚周]|(?:[今明翌昨当][晨早夜]|[今去当][春夏秋冬])(?!同学|老师|书记|同志|[说和与])"
    "|[一-鿿](?:[下内里外旁畔侧](?=$|、|[的等作进参学实工])|中(?=$|、|的))|[方刚适]才|方[便向寸方案针式]|兵役|近[日期年]|日前|年[底初末前内]|月[底初末]|期[前满内]|文到|全(?:[国省市县体员班系所]|[校院厂局社](?!长))|各[位级界]|周[一二三四五六日末]|星期[一二三四五六日天]"
    "|收信|[起累垒]?[垒累]土|[修赣信沅湘黔郁柳]水(?=、|[县河流两]|一带)|和政(?=$|[县的])"
    "|春华(?:秋|绽)|[春夏秋冬](?:的|[日夜天季初末](?![一-鿿]?(?:说|同志|书记)))"
    "|有(?:人|些|的|不少|很多|许多|同学|学生|老师|家长|朋友|患者)|[东西南北中][非欧亚美](?=某|各|[国洲地、]|$)|湘雅(?=医)"
    "|[一-鿿]{1,4}(?:老师|先生|主任|教授|医生|同学)?的?(?:笔[下端]|指尖|镜头)|(?:、|或|还是|和)?(?:等于|大于)"
    "|[上下]半年|立德树|立心铸|培根铸|某[年月日些种一]|今明|明后|[摄华]氏|[近前后][两几][年天日]|[八四]强|其(?![昌超俊伟林华])"
    "|熙熙|攘攘|茫茫|芸芸|冥冥|滚滚|漫漫|泱泱|悠悠"
    "|次[一二三四]|[春中国][节秋庆]|此[时前后次]|一[堂身体炉]|[凌清]晨|黎明|拂晓|傍晚|深夜|夜[间里]|午[后夜]|起[飞航]|途中|[禁限]建|纯益|经[^理纬]|申[请报]|基[桩层地]|守[听望]|[开启靠离]航|值[班更]|抵[港达]|何[时处地]|事[前后发])"
)

#: Whom something is seen from, with what says so: 于爷爷而言, 于老人来说.
_SEEN_FROM = re.compile("于[一-鿿]{1,6}?(?:而言|而论|来[说讲](?![一-鿿]))")

#: Who are many: 于老师们是好事, 于老师同学都有益.
_MANY = re.compile(
    "于(?:老师|同学|先生|女士|阿姨|叔叔|师傅|同志|经理|主任|书记|校长|厂长|队长)(?:们|、?(?:老师|同学|家长|学生)(?![说的]))"
)

#: What ends in 于 as a preposition, whatever follows: 相比于田亮, 不同于李某.
_ENDED_BY_IT = re.compile(
    "(?:今[后日]?将|我们将|流连|投资|相[比对较当]|类似|等同|不同|不亚|有别|区别|取决|局限|归功|归咎|得益|立足|着眼|感[动慨佩染奋恩]|[惊赞感]叹|惊[讶奇喜愕]|诧异|震[惊撼]|满足|折服|沉醉|痴迷|着迷|醉心|师[从承]|拜师|受[教业]|就教|求教|有利|有助|适用|致力"
    "|效?忠|臣服|屈服|听命|求[救助援]|依附|(?:^|、)[起兴]"
    "|来自|专注|[倾趋]向|依赖|转嫁|出身|迥异|置身|[献投委]身|隶属|受[制雇]|钟情|寄希望|沉[迷浸溺]|热衷"
    "|得力|屈从|强加|嫁祸|归[属罪因]|[起发来]源|脱胎|植根|根植|侧重|着力|领先|落后|滞后|游离|凌驾|应用|作用"
    "|毕业|就读|[任供就]职|[任执从支]教|求学|生活|工作|服务|战斗|奔[波走忙]|忙碌|活跃|[坐散]落|位列|成立|创[建办作]|[始修兴]建"
    "|[诞降出]生|逝世|病逝|牺牲|就义|成长|长眠|[安埋归]葬|流[淌行传]|盛行|穿[梭行]|辗转|[游行]走|漫步|徜徉|奋战|坚守|扎根|倾[心注]"
    "|陶醉|[进自]修|深造|留学|[实见]习|轮转|规培|驻[守扎]|[隐定旅客寓]居|忠诚|挂靠|寄托|受[困惠限益训挫阻]|近似|较之|[好高多]发|[常少]见"
    "|发表|刊[登载发]|连载|散见|见诸|收录|拍摄|改编|首[演发播]|举[办行]|召开|[开落闭]幕|启[动程]|出[发征]|抵达|集结|汇[聚集]|[相齐]聚"
    "|相[识遇知约]|邂逅|初见|弥漫|洋溢|飘[扬荡散]|回[荡响]|跃然|有害|[忙苦疲羞耻碍急乐善敢迫缘基]"
    "|有[益损]|无[益助异愧]|不[逊次]|仅次|等[价效]|形同)$"
)

#: What follows 对于 and is no name in full: 小悦悦, called twice by one character; 新队员.
_SPOKEN_OF = re.compile(r"于(?:小(.)\1|滴滴|新(?:[队学成会]员|生|兵|手|人|技术|时代|形势))")

#: Somebody whose surname is told: 由于马某某.
_SOMEBODY = re.compile("于[一-鿿]某")

#: A day told by its number or its place among others, which something is done on: 于2016年, 于次日.
_DATED = re.compile("[0-9０-９]+[年月日时点]|[当次同翌][日月年天]")

#: What an enumeration with 党 for the party goes on with, or comes from.
_BESIDE_PARTY = re.compile("党、[政军群团国工民学妇青]|[政军群国民省市县区镇乡村财物]、党")

#: Words that begin with 采, which is no end of a name before them: 罗涛采取措施.
GATHERED = frozenset(("采取", "采用", "采访", "采购", "采集", "采纳", "采摘", "采写", "采样"))

#: What the name of a place is, which 于 is a preposition before: 于建福校区, 于文昌广场.
_SITE = re.compile(
    "校[区园]|[园厂库矿景片新湖港林牧]区|景点|大[厦楼道街桥坝]|公园|广场|机场|(?:火|汽)?车站|码头|水库|医院|宾馆|[酒饭]店"
    "|体育[馆场]|小镇|基地|盆地|平原|半岛|流域|地区|一带|境内"
    "|(?:大学|学院|中学|小学|高中|初中)(?!毕业|同学|时|期间|里|读|生|[一二三四五六]年)"
)

#: What 占 is a verb before.
_NUMERALS = frozenset("一二两三四五六七八九十百千万半几多")


#: An office that is as often a verb: 主管党建, 主办后勤, 代表党组.
_DOES = re.compile("(?:主管|主办|主编|主抓|编辑|导演|代表|领导|指挥|分管|负责)$")

#: What costs less is a word that everybody uses (党建, 后勤); 余威 and 余辉 seldom are.
_USED_DAILY = 16.0

#: An office and the name of whoever has it: 副局长李志强.
_OFFICE = re.compile(
    "(?:常务)?副?(?:总?[一-鿿]{1,2}[长理记任席员导授]|书记|主任|同志|老师|干事|主管)"
)


def is_everyday_word(
    run: str,
    span: tuple[int, int],
    costs: Mapping[str, float],
    beside: tuple[float, float],
    lists: NameLists,
) -> bool:
    """Tell whether what could be a name in full is a word of *costs*, and meant as one.

    *beside* is what stands before and after takes off the name's cost. 党校校长 and
    主管党建副局长李志强 name nobody 党校 or 党建; 校长余辉, 余威老师 and 钟敬文先生 are persons.
    """
    start, end = span
    cost = costs.get(run[start:end]) if end - start > 1 else None
    if cost is None:
        return False
    before_it, after_it = beside
    daily, titled = cost < _USED_DAILY, after_it >= TITLE_AFTER
    if titled and _names_another(run, end, lists):
        return True
    rare = lists.surnames.get(run[start], inf) > _COMMON_SURNAME
    can_be_given = lists.given.issuperset(run[start + 1 : end])
    if before_it >= LIKELY_BESIDE:  # 教师党建主任, 学生涂色
        does = daily and _DOES.search(run, 0, start) is not None
        return does or not can_be_given or (titled and rare)
    if rare or not can_be_given:
        return True
    if end - start > 2:  # 游牧民代表
        return not titled or run[start : start + 2] in costs
    return daily or before_it <= 0 or run[end : end + 2] not in lists.kin


def _names_another(run: str, at: int, lists: NameLists) -> bool:
    """Tell whether the office at *at* has another name behind it: 副局长李志强."""
    office = _OFFICE.match(run, at)
    if office is None:
        return False
    name = run[office.end() : office.end() + 3]
    return (
        len(name) > 1 and name[0] in lists.surnames and lists.given.issuperset(name[1:])
    ) or name[1:2] == "某"


def is_thing(run: str, at: int, lists: NameLists) -> bool:
    """Tell whether what could be a surname is the thing it is called after: 姜切成丝."""
    pattern = lists.things.get(run[at])
    return pattern is not None and pattern.match(run, at + 1) is not None


def is_time_or_place(run: str, at: int) -> bool:
    """Tell whether 于 at *at* is a preposition before a time or a place: 于近日, 于室内."""
    return _TIME_OR_PLACE.match(run, at) is not None


def _is_site(run: str, span: tuple[int, int], lists: NameLists) -> bool:
    """Tell whether what follows 于 is a place: 于建福校区, be the name two characters or one."""
    start, end = span
    if end - start == 2 and run[end : end + 1] in lists.given:
        end += _SITE.match(run, end + 1) is not None
    return _SITE.match(run, end) is not None


def _does_nothing(run: str, span: tuple[int, int], lists: NameLists) -> bool:
    """Tell whether nothing that persons are or do follows what could be a name in full."""
    start, end = span
    return end - start > 2 and bits_after(run, end, lists) < ACT_AFTER


def is_preposition(run: str, span: tuple[int, int], lists: NameLists) -> bool:
    """Tell whether 于 ends a word, before an office (对于老师) or a name (对于夏老汉)."""
    start, end = span
    before = run[start - 1 : start]
    if run[start] == "于" and (
        _ENDED_BY_IT.search(run, 0, start)
        or _SEEN_FROM.match(run, start)
        or _MANY.match(run, start)
    ):
        return True
    if run[start:end] == "于":
        if before == "用":
            return "的话" not in run[end : end + 6]  # 用于师傅的话说
        return before in _BEFORE_PREPOSITION or _LIES_IN.search(run, 0, start) is not None
    if run[start] == "于" and _is_site(run, span, lists) and not ends_in_person(run, start, lists):
        return True
    if run[start] == "于" and before == "对" and _SPOKEN_OF.match(run, start):
        return True
    if run[start : start + 2] == "曾于" and bits_after(run, end, lists) < TITLE_AFTER:
        return True  # 父亲曾于西非某国教书
    if run[end - 1] == "于" and (_DATED.match(run, end) or _TIME_OR_PLACE.match(run, end - 1)):
        return True  # 被告人马艳于2018年
    if run[start] == "于" and before in _ENDS_IN_PREPOSITION and _SOMEBODY.match(run, start):
        return True  # 由于马某某
    if run[start] == "于" and before in ("对", "由") and _does_nothing(run, span, lists):
        return True  # 由于驾培行业
    if "某于" in (before + run[start], run[max(start, end - 2) : end]):
        return True  # 毛某于主动投案后
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
    if is_time_or_place(run, start):
        return True
    # 看着江里的船, 石岩里的鸟; but 余秋里的 is a name
    inside = run[end - 1 : end + 1] == "里的"
    if inside and (size == surname + 1 or head not in lists.surname_forms):
        return True
    # 热卖的单品里, where nothing shows a person
    return run[end - 1 :] == "里" and start > 0 and before_it < LIKELY_BESIDE
