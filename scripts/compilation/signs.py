"""What lines of such texts look like: numbering marks, dates, names, offices, units, genres.

Only regular expressions and small judgements on one line; nothing here knows its neighbours.
The expressions are linear: no nested repeats, every repeat bounded or of a single class.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .numerals import CHINESE, value

#: White space as such texts have it, zero-width characters included.
BLANK = " \t\v\f\r\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\u200c\u200d"
BLANK_CHARACTERS = (
    " \t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u202f\u205f\u2060\u3000\ufeff\u200c\u200d"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
_CN = f"[{CHINESE}]"
NUMBER = rf"(?:{_CN}{{1,6}}|[0-9０-９]{{1,3}})"

#: What may end a sentence, closing quotation marks and brackets after it included.
SENTENCE_END = re.compile(r"[。！？!?；;…][”’」』）)\]】》]*$")
TERMINAL = re.compile(r"[。！？!?；;：:…—.][”’」』）)\]】》]*$")
OPEN_END = re.compile(r"[，,、（(《“‘「『〈【的和与及]$")

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "part",
        re.compile(
            rf"第\s?({NUMBER})\s?(?:部分|章|节|编|单元|方面)(?=[{BLANK}：:、，,]|$|.{{2,24}}$)"
        ),
    ),
    ("chinese", re.compile(rf"({_CN}{{1,3}})\s?(?:[、﹑]|[．.](?!\d))\s?")),
    ("chinese-paren", re.compile(rf"[（(﹙〔]\s?({_CN}{{1,3}})\s?[）)﹚〕]\s?[、，．.：:]?\s?")),
    ("decimal", re.compile(r"([0-9０-９]{1,2})\s?(?:[、﹑]|[.．，,](?![0-9０-９]))\s?")),
    ("decimal-paren", re.compile(r"[（(﹙]\s?([0-9０-９]{1,2})\s?[）)﹚]\s?[、，．.：:]?\s?")),
    ("decimal-half", re.compile(r"([0-9０-９]{1,2})[）)]\s?")),
    ("circled", re.compile(r"([①-⑳])\s?[、．.]?\s?")),
)
#: Depth order of the numbering marks of official documents (GB/T 9704—2012, 7.3.3: 一、
#: （一） 1. （1）); a mark of lower rank is never inside one of higher rank.
RANK = {
    "part": 0,
    "chinese": 1,
    "chinese-paren": 2,
    "decimal": 3,
    "decimal-paren": 4,
    "decimal-half": 5,
    "circled": 6,
}


class Mark(NamedTuple):
    """A numbering mark at the start of a line: its form, its number and its length."""

    form: str
    number: int
    length: int


_MARK_START = frozenset(
    CHINESE + "0123456789０１２３４５６７８９（(﹙〔第" + "".join(map(chr, range(0x2460, 0x2474)))
)


def mark(text: str) -> Mark | None:
    """Give the numbering mark that a line starts with, or None.

    ``一是``, ``一要``, ``第一，``, years and numbers with units are none.
    """
    if not text or text[0] not in _MARK_START:
        return None
    for form, pattern in _MARKS:
        if found := pattern.match(text):
            number = value(found[1])
            if number is not None:
                return Mark(form, number, found.end())
    return None


_ENUMERATION = re.compile(
    rf"(?:{_CN}(?:是|要|则|戒|抓|看|靠|靠|查|讲|学|曰|为|个)|第{_CN}{{1,2}}[，,、：:]|其{_CN}[，,、：:]|首先|其次|再次|最后|另外)"
)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends with a full stop or its like, quotation marks behind it included."""
    return bool(SENTENCE_END.search(text[-8:]))


def ends(text: str) -> bool:
    """Say whether a line ends with a mark that a paragraph may end with."""
    return bool(TERMINAL.search(text[-8:]))


def enumerates(text: str) -> bool:
    """Say whether a line starts like a member of an enumeration in prose (一是, 第一，)."""
    return bool(_ENUMERATION.match(text))


_YEAR = rf"(?:(?:19|20)\s?\d\s?\d|[一二][{CHINESE}]{{3}})"
_DATE = re.compile(
    rf"(?P<y>{_YEAR})\s{{0,3}}年(?:\s{{0,3}}(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s{{0,3}}月份?"
    rf"(?:\s{{0,3}}(?P<d>3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十廿卅]{{1,3}})\s{{0,3}}[日号])?)?"
    r"|(?P<y2>(?:19|20)\d\d)\s?[-./．／－—]\s?(?P<m2>1[0-2]|0?[1-9])"
    r"(?:\s?[-./．／－—]\s?(?P<d2>3[01]|[12]\d|0?[1-9]))?(?!\d)"
)


class Date(NamedTuple):
    """A date in a line: ISO 8601 as exact as printed, and where it stands."""

    iso: str
    start: int
    end: int


def date(text: str) -> Date | None:
    """Give the last date in a line (2010年12月7日, 二〇一〇年十月, 2010.12.7), or None."""
    found = None
    for found in _DATE.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    parts = [found[name] or found[name + "2"] for name in "ymd"]
    numbers = [value(re.sub(r"\s", "", part)) if part else None for part in parts]
    year, month, day = numbers
    if year is None or not 1900 <= year <= 2099:
        return None
    iso = f"{year:04d}"
    if month and 1 <= month <= 12:
        iso += f"-{month:02d}"
        if day and 1 <= day <= 31:
            iso += f"-{day:02d}"
    return Date(iso, found.start(), found.end())


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇"
    "邢裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘"
    "厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴苍双闻莘党翟谭贡劳逄姬"
    "申扶堵冉宰郦雍璩桑桂牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡"
    "步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆"
    "红游竺权盖益桓公岳代佟付闫肖尧覃仝阳佘商牟佴墨哈谯年爱佟言福冼苟辜邸"
    "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華魏陶謝鄒喻蘇範魯韋馬鳳兪費賀倪湯羅畢郝鄔樂時齊顧黃穆蕭邵汪禹狄貝計"
    "談龐紀項閔賈婁顏鐘駱樊虞萬盧莫裘繆應鄧單諸龔邢榮儲靳車寧劉葉黎喬聞莘黨譚貢勞申莊閻連習廖蔣關遊"
)
_SURNAME = frozenset(_SURNAMES)
_DOUBLE = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "歐陽",
    "司馬",
    "諸葛",
)
_NOT_NAME = frozenset("分的了是及或不也我你他她们这那省县镇乡局厅处科室队部委员站")
_NOT_NAMES = frozenset(
    [
        "党员",
        "党委",
        "党章",
        "党建",
        "党性",
        "党风",
        "国家",
        "平安",
        "平时",
        "高度",
        "高效",
        "安全",
        "全面",
        "全体",
        "全文",
        "任务",
        "公告",
        "公示",
        "通知",
        "通报",
        "方案",
        "方法",
        "方面",
        "应该",
        "强化",
        "和谐",
        "经济",
        "经验",
        "简介",
        "简报",
        "目录",
        "附件",
        "后记",
        "前言",
        "文件",
        "文化",
        "文明",
        "时间",
        "成绩",
        "成效",
        "成果",
        "项目",
        "单位",
        "支部",
        "管理",
        "明确",
        "广泛",
        "农村",
        "农业",
        "农民",
        "师德",
        "师风",
        "水平",
        "江山",
        "万众",
        "齐心",
        "林业",
        "金融",
        "古语",
        "司法",
        "牛年",
        "从严",
        "从政",
        "习惯",
        "关于",
        "关爱",
        "解放",
        "计划",
        "常识",
        "常态",
        "连续",
        "余下",
        "别人",
        "向上",
        "尚需",
        "温馨",
        "宁静",
        "充分",
        "简单",
        "相关",
        "相信",
        "包括",
        "利用",
        "利民",
        "查找",
        "查摆",
        "国企",
        "寿命",
        "都是",
        "满意",
        "空话",
        "融入",
        "终身",
        "居安思危",
        "水乳交融",
        "明辨是非",
        "安居乐业",
        "甘于奉献",
        "万众一心",
        "齐抓共管",
        "严于律己",
        "严以修身",
        "严以用权",
        "公平公正",
        "和谐共处",
        "常抓不懈",
        "程序",
        "谈话",
        "谈心",
        "路线",
        "路径",
        "纪律",
        "纪委",
        "时政",
        "时代",
        "严格",
        "严明",
        "干部",
        "干劲",
        "牢记",
        "敬礼",
        "此致",
        "总结",
        "于是",
    ]
)


def is_name(text: str) -> bool:
    """Say whether a text can be a person's name: a surname and one or two characters more.

    Also 刘某某, 张×× and 王* as such texts have them; blanks between the characters are the
    caller's to remove.
    """
    if not 2 <= len(text) <= 4 or text in _NOT_NAMES:
        return False
    if text[:2] in _DOUBLE:
        return 3 <= len(text) <= 4 and all("\u3400" <= c <= "\u9fff" for c in text)
    if text[0] not in _SURNAME or len(text) > 3:
        return False
    rest = text[1:]
    if all(c in "某×xXＸ*＊○〇" for c in rest):
        return True
    return all("\u3400" <= c <= "\u9fff" and c not in _NOT_NAME for c in rest)


_OFFICE = re.compile(
    r"(?:书记|主任|主席|队长|局长|处长|科长|所长|站长|院长|校长|园长|厂长|经理|部长|镇长|乡长|县长|区长|市长|"
    r"省长|组长|班长|秘书长|委员|干事|教师|老师|医生|护士|会计|出纳|司机|党员|员工|职工|同志|学员|学生|"
    r"村官|助理|专员|秘书|科员|干部|组织员|宣传员|代表|董事长|总监|工程师|團長|書記|主任委員|巡视员|调研员|"
    r"教授|讲师|研究员|村长|社长|总编|记者|编辑|作者|辅导员|班主任|副职|团长|政委|参谋|法官|检察官|民警)$"
)
_UNIT = re.compile(
    r"(?:委员会|党委|党总支|总支|党支部|支部|党组|支委|工委|纪委|团委|办公室|办事处|领导小组|指挥部|"
    r"局|厅|部|处|科|站|所|院|校|队|司|公司|集团|厂|中学|小学|大学|学院|幼儿园|医院|政府|社区|村委会|"
    r"街道|法院|检察院|中心|协会|联合会|工会|妇联|团支部|学校|党校|支行|银行|分行|车间|班组|委員會|"
    r"镇|乡|村|县|区|市|省|局机关|分局|支队|大队|中队|总队|党組|支會)$"
)


def is_office(text: str) -> bool:
    """Say whether a text ends like an office or rank (党支部书记)."""
    return bool(_OFFICE.search(text))


def is_unit(text: str) -> bool:
    """Say whether a text ends like the name of a body (中共…委员会)."""
    return bool(_UNIT.search(text))


#: Kinds of text that a title names at its end.
GENRES = [
    "心得体会",
    "学习体会",
    "体会",
    "心得",
    "感想",
    "感悟",
    "感言",
    "剖析材料",
    "对照检查材料",
    "检查材料",
    "事迹材料",
    "先进材料",
    "材料",
    "总结",
    "小结",
    "汇报",
    "报告",
    "方案",
    "意见",
    "通知",
    "通报",
    "讲话",
    "讲话稿",
    "发言",
    "发言稿",
    "发言材料",
    "演讲稿",
    "演讲",
    "倡议书",
    "承诺书",
    "公开承诺",
    "承诺",
    "保证书",
    "决心书",
    "申请书",
    "自传",
    "思想汇报",
    "计划",
    "规划",
    "要点",
    "提纲",
    "党课",
    "党课讲稿",
    "讲稿",
    "征文",
    "读后感",
    "观后感",
    "有感",
    "之我见",
    "公开信",
    "批复",
    "决定",
    "公告",
    "办法",
    "细则",
    "规定",
    "制度",
    "章程",
    "纪要",
    "函",
    "请示",
    "自查报告",
    "述职报告",
    "述职",
    "述廉",
    "调研报告",
    "工作思路",
    "活动简报",
    "简报",
    "主持词",
    "致辞",
    "贺词",
    "开幕词",
    "个人剖析",
    "党性分析",
    "整改措施",
    "整改方案",
    "自我鉴定",
    "鉴定",
    "自我评价",
    "评语",
    "笔记",
    "随笔",
    "日记",
    "推荐信",
    "慰问信",
    "感谢信",
    "调查报告",
    "范文",
    "心得體會",
    "體會",
    "總結",
    "匯報",
    "報告",
    "講話",
    "發言",
    "發言稿",
    "演講稿",
    "意見",
    "計劃",
    "決定",
    "辦法",
    "規定",
    "講稿",
    "感想",
]
_GENRE = re.compile(
    "(?:" + "|".join(sorted(set(GENRES), key=len, reverse=True)) + r")"
    rf"(?:[（(【\[]?(?:{NUMBER}|节选|摘要|范文|通用|精选|{NUMBER}\s?[篇则份])[）)】\]]?)?$"
)


def ends_with_genre(text: str) -> bool:
    """Say whether a text ends with a kind of text, as titles do (…心得体会, …的通知)."""
    return bool(_GENRE.search(text.rstrip(BLANK_CHARACTERS)))


_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}\s?[〔\[（(【﹝]\s?(?:19|20)\d\d\s?[〕\]）)】﹞]\s?第?\s?[0-9０-９]{1,4}\s?号$"
)
_NOTE = re.compile(
    r"(?:附件?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:.．]|附件?\s?[0-9一二三]?$|主题词\s?[：:]|抄\s?[送报]\s?[：:]|报\s?送\s?[：:]|"
    r"[（(]此件.{2,20}[）)]$|[（(]联系人.{2,40}[）)]$|注\s?[：:]|备注\s?[：:])"
)


def is_document_number(text: str) -> bool:
    """Say whether a line is the number of an official document (盖镇委〔2017〕48号)."""
    return bool(_DOCUMENT_NUMBER.match(text))


def is_note(text: str) -> bool:
    """Say whether a line is an attachment, a subject line, a distribution list or a note."""
    return len(text) < 200 and bool(_NOTE.match(text))


_CLOSING = re.compile(
    r"(?:此\s{0,4}致|敬\s{0,4}礼|此致\s{0,4}敬礼|谢谢(?:大家|各位)?|特此(?:通知|报告|承诺|汇报|申请|函复|函告|公告|说明|请示|批复))[！!。.，,]?$"
)


def is_closing(text: str) -> bool:
    """Say whether a line is a closing formula (此致, 敬礼, 谢谢大家！, 特此通知。)."""
    return len(text) < 20 and bool(_CLOSING.match(text))


_ADDRESSEE = re.compile(
    r"(?:同志们?|各位|大家|领导|党支部|党组织|党总支|总支|党委|支部|单位|部门|同学们?|老师们?|评委|来宾|"
    r"代表|委员|朋友们?|组织|乡镇|街道|村|局|公司|主任|书记|主席|同仁|家长|学校|处室|科室|党员|青年|群众|居民|"
    r"政府|办公室|中心|大队|支队|机关|战友们?|考官|乡亲们?|书记处|领导小组|党小组|委员会|院系|学院|同事们?|党（总）支)"
)
_LEAD_IN = re.compile(
    r"(?:如下|几点|几个方面|方面|以下|问题|是|做到|包括|表现在|认为|体会|汇报|要求|感受|措施|报告)[：:]$"
)


def is_salutation(text: str) -> bool:
    """Say whether a line can address readers or hearers (同志们：, 各党支部、机关各部门：)."""
    if not 3 <= len(text) <= 80 or text[-1] not in "：:，,！!" or _LEAD_IN.search(text):
        return False
    if "。" in text or (text[-1] not in "：:" and len(text) > 20):
        return False
    return bool(_ADDRESSEE.search(text[-12:])) or text.startswith(
        ("尊敬的", "敬爱的", "亲爱的", "各")
    )


def squeeze(text: str) -> str:
    """Give a text without its blanks, for comparison."""
    return _SQUEEZE.sub("", text)


_SQUEEZE = re.compile(f"[{BLANK}]+")
_CORE = re.compile(rf"[^{HAN}A-Za-z0-9]+")


def core(text: str) -> str:
    """Give the Han characters, letters and digits of a text, for comparing titles."""
    return _CORE.sub("", text)


def width(text: str) -> int:
    """Give the width of a line in cells: 1 for ASCII, 2 for all else."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
