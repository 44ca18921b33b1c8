"""What stands before and after a name, and how many bits it is worth.

See :mod:`edition.names`, which adds it up. The figures were set by trying, on the proof-read
sentences and on running prose that nobody here wrote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from edition.namelists import NameLists

#: Bits of a surname so rare that it needs cues.
RARE = 11.5

#: How many bits what stands beside a name takes off its cost.
TITLE_AFTER = 9.0
_KIN_AFTER = 13.0
PERSON_BEFORE = 8.0
_SURNAME_BEFORE = 16.0
_NAME_BESIDE, LIKELY_BESIDE = 9.0, 6.0
_PERSON_SUFFIX = 4.0
OF_UNIT, _BESIDE_UNIT = 5.0, 3.0
_WORD_BEFORE = 2.0
ACT_AFTER = 4.0
_EDGE_BEFORE = 2.5
_EDGE_AFTER = 1.5
WHOLE_RUN = 5.0
_NICKNAME = 11.0
_BOTH = 2.0
_SURE_AFTER = 16.0
_COUNTED_AFTER = 4.0
#: How many it adds.
_TIME_AFTER = 7.0
_PLACE_AFTER = 8.0
_NOTHING_BEFORE = 3.0

#: Between a verb and what follows it 于 is a preposition.
_PREPOSITION = 6.0

#: What stands before it tells nothing, or next to nothing, if it takes off so much.
UNTOLD = (-_NOTHING_BEFORE, 0.0, _EDGE_BEFORE)

#: After 的 and verbs that take a person no preposition stands, so 于 can but be a name.
_NO_PREPOSITION = 6.0

#: Words of one character that persons come after.
_BEFORE = frozenset("有经和与及跟同由让请对给向被把将叫找问帮是为以陪派选按据代替像访比连")
#: Kinship in one character, after a surname: 于姐, 余嫂. (公, 爷, 妈 … begin too many words.)
_KIN = frozenset("姐嫂哥叔婶姨伯")

#: What the names of places end in.
PLACES = frozenset("村镇乡县市区庄屯寨沟湾路街巷")

#: What the names of buildings and lands end in, which persons have too.
_SITES = frozenset("殿宫寺庙塔陵州府港岛站")

#: 站 is what somebody does where these follow it.
_STANDING = frozenset("起在着出到了")

#: What words for persons end in.
_PERSONS = frozenset("员师手匠兵工户医嫂汉娃")

#: What the names of offices and works end in: 信访办小党.
_UNITS = frozenset("办局所站队科委室厂院校社部厅股处中心司")

_TAKES_PERSON = frozenset("的把被请让找叫问帮跟")

#: What 于 comes after where it is no preposition, though an address of respect follows.
_BEFORE_HONOUR = frozenset(("", "、", "和", "与", "跟", "找", "请", "听", "让", "的", "了", "是"))

_BEFORE_OR_MARK = _BEFORE | {"、", "的", "了", "着"}

#: What a person is of, before 的: 公共管理学院的钟开炜, 三班的余敏.
_OF_UNIT = re.compile(
    "(?:学院|大学|学校|[中小]学|[一二三四五六七八九十0-9]班|系|年?级|专业|医院|公司|[所室社]|支队|大队|协会|中心|小组|社区|村)的?$"
)

#: Surnames that hardly anything else begins after such a unit (学院党委, 学院后勤, 学院于近日).
_BEHIND_UNIT = frozenset(
    "余钟范姜岳沈王李张刘陈赵吴徐孙郭罗郑梁谢宋韩冯邓曹彭曾萧董袁潘蒋蔡魏吕崔谭廖薛邱邹熊孟秦郝龚邵"
)

#: Verbs of one character that a nickname follows: 欠小钟八元, 拉老余一把 (not 小于, a comparison).
_DOES_TO = frozenset("欠催骂夸劝扶搀拉推拽追喊救谢见")


def bits_around(run: str, span: tuple[int, int], before_it: float, after_it: float) -> float:
    """Return how many bits what stands around the name at *span* takes off its cost."""
    start, end = span
    cues = before_it + after_it
    if run[start] == "于" and before_it in UNTOLD:
        if before_it <= 0 and after_it < TITLE_AFTER:
            cues -= _PREPOSITION
        elif after_it < ACT_AFTER:
            cues -= _PREPOSITION / 2
    if after_it >= TITLE_AFTER and before_it > 0:
        preposition = run[start:end] == "于" and run[start - 1 : start] in _BEFORE  # 对于书记
        cues += -before_it if preposition else _BOTH
    return cues


def stands_alone(run: str, at: int, lists: NameLists) -> bool:
    """Tell whether the surname at *at* can stand without a given name."""
    after = run[at + 1 : at + 15]
    return (
        after[:1] == "某"
        or _is_kin(after)
        or _closes(run, at + 1)
        or (after[:1] in _KIN and lists.surnames[run[at]] < RARE)
        or (at > 0 and (run[at - 1] in "老小姓" or run[at - 2 : at] in ("姓是", "姓为")))
        or run == run[at]
        or after[:2] in lists.kin
        or (lists.surnames[run[at]] < RARE and _is_honoured(run, at + 1))
        or _is_title(after, lists)
    )


def bits_before(run: str, start: int, lists: NameLists, costs: Mapping[str, float]) -> float:
    """Return how many bits what stands before a name takes off its cost."""
    if start == 0:
        return _EDGE_BEFORE
    if run[start - 1] == "、":
        beside = _looks_like_name(run[: start - 1].rpartition("、")[2], lists, at_end=True)
        return _EDGE_BEFORE + beside
    if run[start - 2 : start] in ("姓是", "姓为") or (
        run[start - 1] == "姓"
        and run[start - 2 : start] != "百姓"
        and not (run[start] == "党" and _NAMED_AFTER_PARTY.search(run, 0, start))
    ):
        return _SURNAME_BEFORE
    if ends_in_person(run, start, lists):
        return PERSON_BEFORE
    if run[start - 1] in "老小":
        party = (
            run[start] == "党" and run[start + 1 :] and run[start : start + 2] in costs
        )  # 小党派
        if party or lists.surnames.get(run[start], RARE) >= RARE:
            return 0.0
        if start == 1 and run[0] == "小" and run[1] == "于" and not _COMPARED.match(run, 2):
            return _NICKNAME + _EDGE_BEFORE  # called, not compared
        if run[start - 1 :] == "小于" and run[start - 2 : start - 1] not in _TAKES_PERSON:
            return 0.0  # less than what the next run says
        beside = start == 1 or run[start - 2] in _UNITS or run[start - 2] in _BEFORE_OR_MARK
        beside = beside or run[start - 3 : start - 1] in _CALLED_BY
        beside = beside or run[start - 2 : start - 1] in _PERSONS
        beside = beside or (run[start] != "于" and run[start - 2 : start - 1] in _DOES_TO)
        return _NICKNAME if beside or ends_in_person(run, start - 1, lists) else 0.0
    if (run[start - 1] == "的" or run[start] in _BEHIND_UNIT) and _OF_UNIT.search(run, 0, start):
        return OF_UNIT if run[start - 1] == "的" else _BESIDE_UNIT
    if run[start] == "于" and run[start - 1] in _TAKES_PERSON and run[start - 2 : start] != "目的":
        return _NO_PREPOSITION
    if run[start - 1 : start + 1] == "将于" and run[start + 1 : start + 2] != "某":
        # 中心将于兴和县设点
        return -_NOTHING_BEFORE
    if run[start - 2 : start] in lists.takers:
        return _PERSON_SUFFIX
    if run[start - 1] in _BEFORE_OR_MARK:
        return _WORD_BEFORE
    if run[start - 1] in _PERSONS:
        return _PERSON_SUFFIX
    told = any(run[max(0, start - size) : start] in costs for size in (2, 3, 4))
    return 0.0 if told else -_NOTHING_BEFORE


def is_nicknamed(run: str, start: int, before_it: float) -> bool:
    """Tell whether the surname at *start* has 老 or 小 before it, as colleagues call each other.

    *before_it* is what :func:`bits_before` says of the place: 妻儿老小 calls nobody.
    """
    return start > 0 and run[start - 1] in "老小" and before_it >= _NICKNAME


def ends_in_person(run: str, end: int, lists: NameLists) -> bool:
    """Tell whether a word for a person ends at *end* of *run*."""
    return any(run[max(0, end - size) : end] in lists.callings for size in (1, 2, 3, 4))


#: Words that a nickname comes after: 叫我老于.
_CALLED_BY = frozenset(("叫我", "叫他", "叫她", "喊我", "喊他", "喊她"))

#: What 小于 as a comparison goes on with.
_COMPARED = re.compile(
    "[0-9０-９一二两三四五六七八九十百千万半零这那其该标设规平或等阈临]"
    "|百分|特定|给定|某[个些一]|最[大小低高]|[上本同前]期|预[期设定]"
)

#: Respect in one character after a surname: 于老的病, 余工说, 余总.
_HONOUR = re.compile(
    "老(?:$|[的说问走把也就、])|[总局队](?:$|[说的问、])"
    "|工(?![作人程业商地厂具资序会委信伤艺时种分段期农棚潮钱头友龄夫事读整科交细])"
)


def _is_honoured(run: str, end: int) -> bool:
    """Tell whether a surname ending at *end* has an address of respect after it."""
    preposition = run[end - 1] == "于" and run[max(0, end - 2) : end - 1] not in _BEFORE_HONOUR
    return not preposition and _HONOUR.match(run, end) is not None


#: What sums up an enumeration of persons, or tells one from the rest.
_COUNTED = re.compile(
    "等(?:同志|人|先后|同学|老师|教师|领导|专家|一行|[0-9０-９]+[余多]?[名位人]|[两二三四五六七八九十])|[一二两三四五六七八九十][个人名位](?!月)"
)
#: The number that somebody is called at: 联系人余琳13900000000.
_NUMBER = re.compile("[（( ]?(?:1[3-9][0-9]{9}|[0-9]{3,4}-?[0-9]{7,8}|[0-9]{6,8})(?![0-9年月日])")


#: 姓, perhaps with a number before it and other surnames (于、钟两姓), or kin of that name.
_SURNAMED = re.compile(
    "氏(?!族)|(?:、[一-鿿]){0,5}[两二三四五六几多等]?(?:大|个|种)?姓(?![名氏])"
    "|家(?:兄弟|兄妹|姐妹|父子|父女|母子|母女|婆媳|夫妇|祖孙|两口|老[大二三四汉太爷]|大院|媳妇|儿子|女儿)"
    "|老[大二三四五六七八九幺](?![了个])|[大二三四五六七八九幺][爷叔伯哥嫂姐婶婆舅姑姨奶]|(?:、[一-鿿])+(?:[两三四五六]家|[二两三四五六七八九几](?:人|位(?!一体)|姓))"
)


def _is_kin(text: str) -> bool:
    return bool(_SURNAMED.match(text))


def _closes(run: str, end: int) -> bool:
    """Tell whether a surname ending at *end* closes an enumeration: 于、余两家, 范、党二人."""
    if run[end - 2 : end - 1] != "、":
        return False
    if re.match("[两三四五六]大?家", run[end : end + 3]):
        return True
    single = run[end - 4 : end - 3] in ("", "、")
    return single and bool(re.match("[二两三四五六七八九几](?:人|位(?!一体))", run[end : end + 4]))


def _of_the_party(surname: str, after: str) -> bool:
    """Tell whether 党 is the party whose office follows, not a person's surname."""
    return surname == "党" and after[:2] in _OFFICES_OF_PARTY


#: Offices that a party has, as no family: 民主党州长, 党主席.
_OFFICES_OF_PARTY = frozenset("主席 总裁 委员 常委 干事 支书 专员 州长 议员 总统 总理 首相".split())

#: What is said to belong to the party, by a figure of speech: 党校姓党, 党媒姓党, 始终姓党.
_NAMED_AFTER_PARTY = re.compile(
    "(?:[校媒刊报台网院军队企性]|必须|始终|永远|坚持|首先|天然|本来|应当)姓$"
)

#: What begins as an office does and is none: 于主管机关, 于董事会, 于会计年度, 于法官助理.
_NO_OFFICE = re.compile(
    "主管(?:机关|部门|单位|当局|职务|职责|业务|范围|行政|工作)"
    "|(?:董事|监事|理事|委员|干事|代表|会员|社员|队员)(?:大会|会|席位|名额|证(?!明))"
    "|主办(?:机关|单位|部门|方)|主任(?:委员|检察官|调查官)|律师(?:伦理|公会)"
    "|院士(?:名单|大会|会议|候选|评选|增选|制|团|们)"
    "|会计(?:年度|期间|期末|凭证|报表|科目|准则|核算|制度|资料|账[簿目册]|帐|工作|档案|信息|处理|系统)"
    "|(?:法官|检察官|律师|记者|教师|护士|医师)(?:法|助理|协会|学院|公会|节|证|资格|职业|队伍|执业)"
    "|(?:[局院校县市区省部厂社]长|董事长|总?经理|主任|书记)(?:办公会|办公室|会议|信箱|热线|接待日|负责制|基金)"
)


def _is_title(text: str, lists: NameLists) -> bool:
    text = text.removeprefix("副")
    return not _NO_OFFICE.match(text) and any(text[:size] in lists.titles for size in (2, 3, 4))


def bits_after(run: str, end: int, lists: NameLists) -> float:
    """Return how many bits what stands after a name takes off its cost."""
    after = run[end : end + 15]
    if not after:
        return _EDGE_AFTER
    if _is_kin(after) or _closes(run, end):
        return _SURE_AFTER
    if _NUMBER.match(after):
        return TITLE_AFTER
    if after[0] == "户" and end - len(run) in (-1, -2):  # 于得水户, in a list
        return TITLE_AFTER
    if after[:2] in lists.kin:
        return _KIN_AFTER
    if after[0] in _KIN and lists.surnames.get(run[end - 1], RARE) < RARE:
        return TITLE_AFTER
    if lists.surnames.get(run[end - 1], RARE) < RARE and _is_honoured(run, end):
        return TITLE_AFTER
    if after[0] == "某" or (_is_title(after, lists) and not _of_the_party(run[end - 1], after)):
        return TITLE_AFTER
    if after[0] == "、":
        beside = _looks_like_name(run[end + 1 :].partition("、")[0], lists, at_end=False)
        return _EDGE_AFTER + beside
    if after[0] in PLACES or (after[0] in _SITES and after[1:2] not in _STANDING):
        return -_PLACE_AFTER
    if _COUNTED.match(after):
        return _COUNTED_AFTER
    if after[:2] in lists.times:
        return -_TIME_AFTER
    if after[0] in lists.acts or any(after[:size] in lists.acts for size in (2, 3)):
        return ACT_AFTER
    return 0.0


def _looks_like_name(item: str, lists: NameLists, *, at_end: bool) -> float:
    """Return how many bits it takes off a name's cost that *item*, which may end (or begin)
    with a name, stands beside it in an enumeration."""
    for size in (3, 2):
        part = item[-size:] if at_end else item[:size]
        if len(part) == size and part[0] in lists.surnames:
            whole = len(item) == size or (at_end and ends_in_person(item, len(item) - size, lists))
            if all(one in lists.given for one in part[1:]) and (whole or size == 3):
                return _NAME_BESIDE if whole and size == 3 else LIKELY_BESIDE
    return 0.0
