"""Names of persons, offices and bodies, as signatures have them."""

from __future__ import annotations

import re

from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE
from ..text.signs import ends_with_genre
from ..text.variants import either, forms

#: Surnames: 百家姓, and others common today, in both scripts.
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
    "芦晋苑逯邝麦候亓仵粟檀盘练蹇昝揭欧兰涂隋丛迟胥栗楚鄢谌帅漆卿亢尉冶豆况丘庹缑郇仉钭"
    "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華魏陶謝鄒喻蘇範魯韋馬鳳兪費賀倪湯羅畢郝鄔樂時齊顧黃穆蕭邵汪禹狄貝計"
    "談龐紀項閔賈婁顏鐘駱樊虞萬盧莫裘繆應鄧單諸龔邢榮儲靳車寧劉葉黎喬聞莘黨譚貢勞申莊閻連習廖蔣關遊"
)
_SURNAME = frozenset(forms(_SURNAMES))
#: Surnames that are hardly ever a word, so that what follows may be a word (李不言, 宋了凡).
_PLAIN = frozenset(
    forms(
        "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦吕张孔曹魏陶姜戚谢邹喻潘葛奚范彭鲁韦俞袁柳鲍唐岑薛贺倪汤滕殷罗郝邬"
        "傅卞康伍顾孟萧尹姚邵汪祁狄臧戴宋茅庞熊舒祝董梁杜阮闵贾娄颜郭刁钟徐邱骆蔡樊胡凌霍虞柯卢裘缪丁邓郁洪崔"
        "龚程嵇邢裴陆翁荀甄芮靳邴糜巫侯宓郗栾刘詹叶郜黎蓟邰鄂赖卓蔺屠乔莘翟谭姬申冉郦雍桑燕冀郏晏柴瞿阎宦廖庾"
        "耿匡寇阙聂晁訾阚饶曾鞠巢蒯竺桓佟闫肖尧覃仝佘牟谯冼邸涂隋胥鄢谌亢"
    )
)
#: Surnames that are words first: a name where one is expected, and nowhere else.
_WORDS_FIRST = frozenset(forms("官敬原楼南修鹿海门母衣信战普由来"))
_DOUBLE = frozenset(
    forms(
        (
            "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 百里 呼延 独孤 南宫 "
            "闻人 东郭 钟离 宇文 长孙 鲜于 申屠 太史 轩辕 澹台 公冶 万俟 濮阳 淳于 单于 赫连 拓跋 "
            "西门 纳兰 左丘 梁丘 完颜"
        ).split()
    )
)
#: A name with its surname of two characters set apart: 欧阳 明月.
DOUBLE_APART = lazy_regex(
    rf"(?<![\u4e00-\u9fff])(?=[{''.join(sorted({name[0] for name in _DOUBLE}))}])"
    rf"({'|'.join(sorted(_DOUBLE))})[ \u3000\t]+"
    r"([\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff])"
)
# Names of peoples that part a person's own name from the father's: 买买提·艾力.
_DOTTED = lazy_regex("[\u4e00-\u9fff]{1,8}[·•・][\u4e00-\u9fff]{1,8}")
# A body before the dot: 县委党校·李明.
_OF_BODY = lazy_regex(
    "[局厅廳部处處科站所院校队隊司厂廠镇鎮乡鄉村县縣区區市省委办辦班组組会會社][·•・]"
)
# Characters that spell the names of Mongols, Tibetans, Uyghurs, Kazakhs; a word has others too.
_SPELLING = frozenset(
    "阿艾吾依伊亚玉尤吐图托塔达提迪地丁旦增旺仁次措姆卓玛央宗珍曲扎西多吉杰才让完么格桑洛罗布"
    "顿珠强巴米尼普琼边白贡嘎朗拉索玛热合曼孜甫斯哈赛里克别力买江尔古丽娜木拉肯努苏乌兰其雅"
    "高娃特毕宝音敖登萨琴呼日勒朝鲁那孟巴雅道牧沙叶加帕合提库吐肉"
)
# Uyghur, Kazakh and Tibetan names by their usual beginnings and ends.
_OTHER_PEOPLES = lazy_regex(
    "(?:阿依|买买提|努尔|艾尼|吐尔|阿不|阿卜|热依|帕提|迪丽|库尔班|木合|艾合|古丽)[\u4e00-\u9fff]{2,4}|"
    "[\u4e00-\u9fff]{2,3}(?:古丽|买提|别克)|(?:扎西|多吉|次仁|卓玛|格桑|旦增|平措|索朗)[\u4e00-\u9fff]{2}|"
    "[\u4e00-\u9fff]{2}(?:卓玛|扎西|多吉|次仁|央金|卓嘎|平措|旺堆|顿珠)"
)
_NOT_NAME = frozenset(forms("分的了是及或不也我你他她们这那省县镇乡局厅处科室队部委员站办"))
# What no given name ends with, whatever the surname: particles, pronouns, places, ranks.
_NEVER_LAST = frozenset(forms("的们你我他她您省县镇乡村庄局厅处科室队部委员站办屯总稿奖系院所校"))
_NOT_NAMES = frozenset(
    forms(
        (
            "万众 万众一心 严于律己 严以修身 严以用权 严明 严格 习惯 于是 从严 从政 任务 "
            "余下 充分 党员 党委 党建 党性 党章 党风 全体 全文 全面 公告 公平公正 公示 关于 "
            "关爱 农业 农村 农民 利民 利用 别人 前言 包括 单位 古语 司法 后记 向上 和谐 "
            "和谐共处 国企 国家 宁静 安全 安居乐业 寿命 尚需 居安思危 师德 师风 常态 "
            "常抓不懈 常识 干劲 干部 平安 平时 广泛 应该 应战书 强化 总结 成效 成果 成绩 支部 敬礼 "
            "文件 文化 文明 方案 方法 方面 时代 时政 时间 明确 明辨是非 林业 查找 查摆 此致 "
            "水乳交融 水平 丘陵 江山 温馨 满意 牛年 牢记 甘于奉献 目录 相信 相关 程序 空话 简介 "
            "支持 支援 支撑 支柱 原因 原则 "
            "简单 简报 管理 纪委 纪律 终身 经济 经验 融入 解放 计划 谈心 谈话 路径 路线 连续 "
            "班级 通报 通知 都是 金融 附件 项目 高度 高效 齐心 齐抓共管"
        ).split()
    )
)


#: What stands in place of a name, and of a given name.
_BLANKS, _BLANKED = frozenset("xX×ＸｘＸ*＊"), frozenset("某×xXＸ*＊○〇")
#: A given name of three blanks (张***) is of one kind of them.
_THREE_BLANKS = frozenset(one * 3 for one in "×*＊")


def is_name(text: str) -> bool:
    """Say whether a text can be a person's name: a surname and one or two characters more.

    Also 刘某某, 张×× and 王* as such texts have them; blanks between the characters are the
    caller's to remove.  Behind a surname that is no word almost any character may stand;
    behind others (于, 和, 高) none that would make it a phrase.
    """
    size = len(text)
    if size > 4 and ("·" in text or "•" in text or "・" in text):
        title = _OF_BODY.search(text) or ends_with_genre(text)  # 送暖·旧衣捐赠倡议书
        return _DOTTED.fullmatch(text) is not None and not title
    if size > 3 and (_OTHER_PEOPLES.fullmatch(text) or (size < 9 and _SPELLING.issuperset(text))):
        return True
    if not 2 <= size <= 4 or text in _NOT_NAMES:
        return False
    if text in ("佚名", "某某"):
        return True
    if text[-1] in "稿奖獎" or (text[:2] in _NOT_NAMES and text[-1] in CHINESE):
        return False  # 经验一
    if text[0] in _BLANKS and all(c in _BLANKS for c in text):
        return True  # the author's own blank for a name
    if text[:2] in _DOUBLE:
        return size >= 3 and all("\u3400" <= c <= "\u9fff" for c in text)
    rest = text[1:]
    if text[0] not in _SURNAME or (size > 3 and rest not in _THREE_BLANKS):
        return False
    if rest[0] in _BLANKED and all(c in _BLANKED for c in rest):
        return True
    if min(rest) < "\u3400" or max(rest) > "\u9fff" or rest in _TITLES:
        return False
    if rest[-1] in _NEVER_LAST:
        return False
    return rest[0] != "的" if text[0] in _PLAIN else not any(c in _NOT_NAME for c in rest)


def is_surely_name(text: str) -> bool:
    """Say whether a text is a name where nothing leads one to expect it: its surname is no word."""
    if text[:2] in _SAMPLES:
        return False
    return is_name(text) and (text[0] in _PLAIN or text[:2] in _DOUBLE or "某" in text)


_SAMPLES = frozenset(
    forms("范文 范本 范例 范围 张榜 张贴 陈述 陈列 程序 徐州 郑州 常州 杨村".split())
)


def is_name_of_author(text: str) -> bool:
    """Say whether a site that says 作者 names a person so, and no office of it or invention."""
    full = len(text) == 3 and text[:2] not in _SAMPLES
    return is_surely_name(text) or (full and is_name(text))


def is_word(text: str) -> bool:
    """Say whether a text with the shape of a name is a word that texts of this kind often have."""
    return text in _NOT_NAMES


def name_sizes(text: str) -> tuple[int, ...]:
    """Give how many characters a name at the end of a text can have, the likeliest first.

    欧阳静怡 has four, though 阳静怡 is a name too.
    """
    return (4, 3, 2) if text[-4:-2] in _DOUBLE else (3, 2)


def two_names(text: str) -> bool:
    """Say whether characters set apart from each other are two names (丛 林 郝 好)."""
    half, odd = divmod(len(text), 2)
    if odd or half not in (2, 3) or text in _NOT_NAMES:
        return False
    one, two = text[:half], text[half:]
    sure = half == 2 or is_surely_name(one) or is_surely_name(two)
    return sure and is_name(one) and is_name(two)


def may_be_name(text: str) -> bool:
    """Say whether a text has the shape of a name; for places where a name is to be expected."""
    return (
        2 <= len(text) <= 4
        and (text[0] in _SURNAME or text[0] in _WORDS_FIRST or text[:2] in _DOUBLE)
        and all("\u3400" <= c <= "\u9fff" for c in text)
        and text[-1] not in _NEVER_LAST
        and text[1:] not in _TITLES
    )


# What stands behind a surname in place of a name (王书记, 李老师).
_TITLES = frozenset(
    forms(
        (
            "书记 主任 主席 队长 局长 处长 科长 所长 站长 院长 校长 园长 厂长 经理 部长 镇长 乡长 "
            "县长 区长 市长 省长 组长 班长 委员 干事 教师 老师 医生 护士 会计 出纳 司机 同志 教授 "
            "先生 女士 师傅 大爷 大妈 大叔 大娘 大姐 大哥 阿姨 奶奶 爷爷 老汉 老太 支书 村长 排长 "
            "连长 营长 团长 政委 小姐 博士 院士 工程 姓氏 家人 家族"
        ).split()
    )
)


#: How somebody is called behind the surname who is no office (王师傅), and before it (老王).
_CALLED = frozenset(
    forms("先生 女士 老师 师傅 大爷 大妈 大叔 大娘 大姐 大哥 阿姨 奶奶 爷爷".split())
)


def is_called(text: str) -> bool:
    """Say whether a text is what somebody is called, with no given name (老王, 王师傅)."""
    if len(text) == 2 and text[0] in "老小阿":
        return text[1] in _SURNAME
    return text[:1] in _SURNAME and text[1:] in _CALLED


_OFFICES = (
    r"(?:村民|农民|居民|战士|干警|书记|主任|主席|队长|局长|处长|科长|所长|站长|院长|校长|园长|厂长|经理|部长|镇长|乡长|县长|区长|市长|"
    r"省长|组长|班长|秘书长|委员|干事|教师|老师|医生|护士|助产士|会计|出纳|司机|党员|员工|职工|同志|学员|学生|毕业生|"
    r"村官|支书|助理|专员|秘书|科员|干部|组织员|宣传员|代表|董事长|总监|工程师|團長|書記|主任委員|巡视员|调研员|"
    r"承包人|负责人|带头人|传承人|教授|讲师|研究员|村长|社长|总编|记者|编辑|作者|辅导员|班主任|副职|团长|政委|参谋|法官|检察官|民警|"
    r"[\u4e00-\u9fff](?:员|者|师|兵|长|工|手)|工人|居民|社工|学徒|参军|理事|监事|董事|班子)$"
)
_UNITS = (
    r"(?:委员会|党委|党总支|总支|党支部|支部|党组|支委|工委|纪委|团委|办公室|办事处|领导小组|工作小组|指挥部|"
    r"局|厅|部|处|科|站|所|院|校|队|司|公司|集团|厂|中学|小学|大学|学院|幼儿园|医院|政府|社区|村委会|"
    r"街道|法院|法庭|(?:[一二三民刑]|立案|行政|少年|执行)庭|检察院|中心|协会|联合会|工会|学生会|研究生会|居委会|组委会|妇联|文联|残联|工商联|侨联|科协|政协|人大|团支部|学校|党校|支行|银行|分行|车间|班组|委員會|"
    r"(?:学|文|语|工程|术|利|械|电子|法律|管理|音乐)系|海关|车务段|工务段|机务段|电务段|供电段|车辆段|"
    r"班子|专班|课题组|调研组|教研组|备课组|年级组|编写组|编辑部|工作组|宣教室|人事室|会计室|委办|"
    r"(?:图书|档案|文化|博物|科技|纪念|体育|展览|美术|群艺|方志)馆|电站|林场|农场|电视台|报社|出版社|商会|煤矿|合作社|"
    r"镇|乡|村|县|区|市|省|局机关|病房|病区|门诊|分局|支队|大队|中队|总队|党組|支會)$"
)
# An office that has two names: 学生工作部（处）, 科研处（办公室）.
_TWO_NAMES = lazy_regex(
    either("(?<=[部处科室办院系中心会局司])[（(](?:[部处科室办院系局司]|中心|办公室|委员会)[）)]$")
)
_OFFICE, _UNIT = lazy_regex(either(_OFFICES)), lazy_regex(either(_UNITS))


#: No end of an office or body in these two expressions is longer (characters).
_LONGEST_END = 6


def _last(pattern: str) -> frozenset[str]:
    """Give the characters that what such an expression finds can end with."""
    return frozenset(forms(re.findall(r"(.)(?=[|)])", pattern)))


_OFFICE_ENDS, _UNIT_ENDS = _last(_OFFICES), _last(_UNITS)


def is_office(text: str) -> bool:
    """Say whether a text ends like an office or rank (党支部书记), a body in brackets behind it."""
    if text.endswith(("）", ")")):
        text = text[: max(text.rfind("（"), text.rfind("("), 0)]
    return text[-1:] in _OFFICE_ENDS and bool(_OFFICE.search(text[-_LONGEST_END:]))


def is_unit(text: str) -> bool:
    """Say whether a text ends like the name of a body (中共…委员会), or like both of its names."""
    if text[-1:] in "）)":
        text = _TWO_NAMES.sub("", text)
    if text[-1:] not in _UNIT_ENDS or text[-2:] == "有所":  # 勤俭意识有所松懈
        return False
    return _UNIT.search(text[-_LONGEST_END:]) is not None
