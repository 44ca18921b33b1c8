"""The words that signatures are made of: labels, roles, seasons, remarks on the writer."""

from __future__ import annotations

from ..text.dates import TIME
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.variants import either, forms

# The blanks that words of a signature may be spread with: 单　位.
_GAP = f"[{BLANK}]{{0,6}}"


def _spread(words: str) -> str:
    """Give an expression for any of these words, with blanks between its characters or none."""
    return "(?:" + "|".join(map(_GAP.join, words.split())) + ")"


# Labels that are whole words.
_LABELS = _spread(
    "作者 本文作者 作者姓名 作者单位 姓名 网友 网名 笔名 昵称 来自 署名 签名 整理 口述 讲述 自述 "
    "撰文 撰稿 供稿 执笔 授课 主讲 宣讲 单位 部门 党支部 学校 院系 专业 学科 年级 班级 学号 职务 "
    "职称 日期 时间"
)
# What a person does with a text: 汇报人, 汇报人签名; 述职述廉人 does two things or more.
_DOES = _spread(
    "承诺 汇报 思想汇报 报告 发言 演讲 宣讲 主讲 授课 讲课 讲述 口述 整理 编写 采写 写信 写作 "
    "倡议 申请 入党申请 入团申请 总结 书写 检查 对照检查 剖析 分析 党性分析 朗诵 参赛 报送 填报 "
    "填表 填写 学习 思考 心得 落款 建议 起草 陈述 检讨 分享 交流 领学 供稿 撰稿 执笔 参评 参加 "
    "鉴定 保证"
)
_REPORTS = f"述(?:{_GAP}[职廉德学法述]){{1,4}}"
# When and where it is done: 承诺时间, 授课地点.
_DONE = _spread(
    "授课 讲课 发言 发稿 发布 发表 演讲 宣讲 写作 报告 成文 完成 交流 讲述 申请 承诺 汇报 述职 "
    "提交 填写 填表 签名 签字 起草"
)
# Who takes part: 参赛选手, 投稿作者; not two words apart (来源：网友投稿　作者：…).
_PARTAKES = _spread("参赛 演讲 宣讲 讲述 朗诵 诵读 获奖 推荐 投稿 来稿")
# What a body does: 选送单位, 所在支部.
_SENT = _spread(
    "来稿 投稿 参评 所在 工作 任教 就读 承诺 汇报 报送 申报 填报 推荐 供稿 撰稿 述职 责任 "
    "选送 参赛 整理 倡议 发起"
)
# Labels that a blank may follow in place of a colon.
_SIGNER = "[述承申报汇发演检倡保][职诺请告报言讲查议证]人"
LABEL = lazy_regex(
    either(
        f"(?:{_LABELS}|(?:{_DOES}|{_REPORTS}){_GAP}人(?:{_GAP}签{_GAP}[名字])?|"
        f"{_spread('责任人签名 责任人签字')}|"
        f"{_DONE}{_GAP}{_spread('时间 日期 地点 课时 时长')}|"
        f"{_PARTAKES}{_spread('者 员 选手 作者 同志 代表')}|"
        f"{_SENT}{_GAP}{_spread('科室 单位 部门 支部 学校 学科')}"
        rf")(?:[（(][^（()）]{{1,8}}[）)])?(?:{_GAP}[:：|｜]|(?<={_SIGNER})[{BLANK}]){_GAP}"
    )
)
UNIT_LABEL = lazy_regex(
    either(
        f"(?:{_spread('作者')}|{_SENT})?"
        + _spread("科室 单位 部门 职务 职称 来自 支部 班级 年级 学校 院系 专业")
    )
)
# A label of a person: what stands behind it is a name, if it has the length of one.
PERSON_LABEL = lazy_regex(
    either(
        r"(?:作者|网友|网名|笔名|昵称|姓名|[\u4e00-\u9fff]{2,4}人|[\u4e00-\u9fff]{2}(?:者|选手|作者)|"
        r"授课|主讲|撰稿|执笔|署名|签名)"
        r"[：:|｜ 　]"
    )
)
#: Labels of when, where and of what: what stands behind them, the date taken off, is of no person.
WHEN_LABEL = lazy_regex(
    either(rf"[\u4e00-\u9fff]{{0,4}}(?:时间|日期|地点|课时|时长|学{_GAP}号|学{_GAP}科){_GAP}[：:]")
)
# The year, and the month or day, of a date with signs for what shall not be told.
_Y, _M = (
    rf"[\d{of}xXＸ×＊*_ ]{{1,{n}}}" for of, n in (("一二〇○零九", 6), ("一二三四五六七八九十", 4))
)
BLANK_DATE = lazy_regex(
    rf"(?=.{{0,12}}[xXＸ×＊*_]){_Y}年{_M}月(?:{_M}日)?|[○〇]{{1,4}}年[○〇]{{1,2}}月(?:[○〇]{{1,2}}日)?"
    rf"|(?:20\d?\d?)?[{BLANK}]*年[{BLANK}]*月[{BLANK}]*日"
)
# What someone did for the text stands behind the name (罗小梅口述).
ROLES = frozenset(
    forms(
        "口述 采访 整理 执笔 撰写 撰稿 供稿 记录 主讲 "
        "发言摘要 讲话摘要 发言摘录 报道 摄影报道 摄影 文图 图文 供图 撰文 编写 改写".split()
    )
)
#: Such words of one letter, behind a name (王芳/文), and what says that there are more.
SHORT_ROLES = frozenset("文图圖摄攝等")
#: Whom sites name where they know of nobody.
NOBODY = frozenset(
    forms("小编 编者 网友 匿名 未知 不详 会员 会员上传 会员投稿 管理员 本站 网络".split())
)
#: What is said beside a name or a date: how a letter is signed, what became of the text.
BESIDE = frozenset(
    forms(
        (
            "敬上 谨上 拜上 叩上 顿首 敬启 谨启 敬呈 手书 补记 追记 又记 又及 改定 重订 "
            "删改 有删改 有删节 有删减 有改动 略有删改 略有改动 节选 摘录"
        ).split()
    )
)
# Where a text was written, by its last character: 于灯下, 於南堤.
WRITTEN_AT = lazy_regex(
    either(
        "(?:[写作草记改]|完稿|定稿)[于於].+|[于於](?:.[下畔旁边侧]|.{2,6}[下前中畔旁边侧里内外夜])"
    )
)
# Who had to do with the text but did not write it: 审核：王芳, 审核/教导处.
_NO_AUTHOR = (
    "审核|审稿|审读|编审|编辑|责编|责任编辑|校对|校核|监制|打字|录入|配图|制图|插图|[初复终]审"
)
NO_AUTHOR = lazy_regex(
    either(
        rf"[（(]?(?:{_NO_AUTHOR})人?{_GAP}[：:/／]{_GAP}[\u4e00-\u9fff]{{2,4}}[）)]?(?=[{BLANK}；;，,]|$)"
    )
)
#: Who wrote a text together: 小组成员：王芳，李明.
MEMBERS = lazy_regex(either(rf"^(?:小组|团队|课题组)?(?:成员|组员|队员){_GAP}[：:]{_GAP}"))
_ROLE = lazy_regex(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{'|'.join(sorted(ROLES))})$")
_ROLE_ENDS = frozenset(role[-2:] for role in ROLES)
# A date may end with a feast or a season (2010年重阳节, 2015年春), or with a place.
SEASON = lazy_regex(
    either(
        "“?(?:(?:三八|五四|五一|六一|七一|八一|十一)?(?:元旦|教师节|建军节|建党节|劳动节|青年节|妇女节|儿童节|春节|元宵节?|清明节?|五一节?|端午节?|七一|八一|五四|中秋节?|国庆节?|重阳节?|除夕|冬至)|"
        "[春夏秋冬][天季夜日末初]?|[暮初仲][春夏秋冬]|年[初末底]|[上下]半年)”?前?夕?"
    )
)
#: The weekday and the weather behind the date of a diary.
WEEKDAY = "(?:(?:星期|周|礼拜|禮拜)[一二三四五六七日天末])"
_SKY = (
    "(?:(?:小到中|中到大|大到暴|[小中大暴阵陣雷细細]{0,2})[雨雪]|雨[夹夾]雪|[晴阴陰雾霧霾]|多[云雲]|"
    "[大微][风風]|冰雹)"
)
#: It may change, or be of two kinds: 晴转多云, 阴有小雪.
WEATHER = (
    f"(?:{_SKY}(?:[转轉间間有伴]{_SKY}){{1,2}}|"
    "(?:[小中大阵陣雷]{0,2}[雨雪]|[晴阴陰雾霧])转.{1,2}|"
    f"{_SKY})"
)
BEHIND_DATE = lazy_regex(
    either(
        rf"^\s*(?:[（(]?{WEEKDAY}[）)]?)?\s*(?:定稿|[初修]稿|完稿|采访|整理|修改|凌?晨|[深夜晚]+|[上下中]午)?\s*"
        rf"{WEATHER}?(?:[于於写].{{1,8}}|{SEASON.pattern})?$"
    )
)
#: What may stand before a date: 写于2018年5月, 李大明于2018年5月.
BEFORE_DATE = lazy_regex(either(rf"(?:写|作|草|记|改|完稿|定稿|成文)?[于於]{_GAP}$"))
# A remark on who wrote it: （本文作者系县农业局局长）, 作者简介：王和平，某局干部.
ABOUT = lazy_regex(
    either(
        rf"(?:本文|此文|该文)?(?:作者|笔者)(?:单位[：:]|(?:简介|介绍){_GAP}[：:]|"
        rf"{_GAP}[：:]?{_GAP}(?P<name>(?!单位|姓名|职务|简介|介绍)[\u4e00-\u9fff]{{2,4}}?)?{_GAP}[，,]?"
        rf"(?:现?[系为是]|现?任职?[于為]?)){_GAP}(?=\S)"
    )
)
BORN = lazy_regex(either(rf"[，,]?{_GAP}(?:生于)?(?:19|20)\d\d年(?:\d\d?月)?(?:出?生)?(?=[，,])"))
NOW = lazy_regex(either("^(?:现[为任系]|系|任)(?=.{3})"))
#: What may stand before a person's line like a bullet.
BULLETS = "□◇◆○◎●◯■▲△▪"
# Who sends a text in, as papers say it: 通讯员 王小燕, 文/王小燕.
SENDER = lazy_regex(
    either(
        rf"(?:本报|本刊|特约|实习)?(?:通讯员|记者|实习生)[{BLANK}：:/]+|"
        rf"(?:本报|本刊|本网|[\u4e00-\u9fff]{{2,8}}(?:[日晚早时周商]报|杂志|周刊|网))?(?:特约|特邀)(?:评论员|撰稿人|撰稿|作者|记者|通讯员)[{BLANK}：:/]+|"
        rf"(?<![\u4e00-\u9fff\d○〇◯])[{BULLETS}]{_GAP}(?=[\u4e00-\u9fff])|"
        rf"(?:(?:撰|图){_GAP})?(?:文字?|图|摄影){_GAP}[/／：:|]{_GAP}"
    )
)
CLOCK = lazy_regex(rf"{_GAP}{TIME}{_GAP}")
# Who put it together: （以上三则由县纪委宣教室　整理）.
SUPPLIED = lazy_regex(
    either(
        rf"(?:以上|本文|此文|本稿).{{0,8}}?由(?P<who>[^，。]{{2,24}}?){_GAP}(?:整理|供稿|提供|撰写|推荐|报送)$"
    )
)
# Who sent it in: （城中社区供稿）, 市建设局　万里平　报送.
SENT_IN = lazy_regex(
    either(
        rf"(?P<who>[^，。；：:、《》“”]{{2,24}}?){_GAP}(?:供稿|来稿|投稿|撰稿|报送|选送|提供|整理推荐)$"
    )
)
# The same, of a body that need not be in a list.
SENT_BY = lazy_regex(
    either(
        "(?!.*[的了是我你他由向被把等])[\u4e00-\u9fff]{1,14}[村办区乡镇组队站所院校科处部室会局委厂司段矿场团]供稿"
    )
)
# A line in brackets that says so, or who put the text together: （某某办供稿）, （党委办公室整理）.
_CREDIT = lazy_regex(
    either(
        "[（(](?:[^由（）()，。；：！？]{2,24}(?:供稿|来稿|报送|整理)|(?:供稿|来稿|报送)[：:][^（）()，。；：！？]{2,24})[）)]"
    )
)
#: Who took down what another told: 贺有才口述　校办小杨整理.
TAKEN_DOWN = lazy_regex(
    either(
        rf"(?<=[口讲]述)[{BLANK}，,、；;/]*(?P<who>[^。，；：、]{{2,14}}?)(?:整理|记录|执笔|代笔)(?=[）)]?$)"
    )
)
#: Who wrote it down for the author: 老党员向本善，由其孙代笔.
BY_HAND_OF = lazy_regex(either(r"[，,]由[^，。]{1,8}?(?:代笔|代书|执笔|记录|整理)(?=[）)]?$)"))
# Who told it, set apart: 食堂　崔大娘　口述.
TOLD_BY = lazy_regex(
    either(
        rf"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{{2,4}})[{BLANK}]*[口讲]述(?![\u4e00-\u9fff])"
    )
)
# Whose letter it is: 您的学生：康宁.  It says what the writer is to the reader.
RELATION = lazy_regex(
    either(
        rf"^(?:(?:儿子|女儿|爸爸|妈妈|父亲|母亲|妻子|丈夫|学生|战友|孙[子女]|爷爷|奶奶|"
        rf"[大小二三四愚]?(?:[哥姐弟妹兄]{{1,2}}|[父母爹娘妻夫儿女]))(?:[：:]|[{BLANK}]+(?=[^{BLANK}]{{2}}))|"
        rf"(?:[您你]们?的|爱[您你]的|想念[您你]的|永远爱你的)[^：:，,]{{0,10}}[：:，,]?){_GAP}"
    )
)
# Who a person is otherwise, wherever that is told: 男，汉族，中共党员.
_SEX, _PEOPLE, _AGE = "[男女]", "[\u4e00-\u9fff]{1,3}族", r"\d{2}岁"
TOLD = rf"{_SEX}|{_PEOPLE}|{_AGE}|中共(?:预备)?党员|共青团员|群众"
#: Such a word, of whose child a person is, or a prize, where it stands alone for a name.
PERSONAL = frozenset(
    forms(
        "一等奖 二等奖 三等奖 特等奖 优秀奖 优胜奖 鼓励奖 "
        "爸爸 妈妈 父亲 母亲 妻子 丈夫 儿子 女儿 哥哥 姐姐 弟弟 妹妹 "
        "爷爷 奶奶 外公 外婆 姥姥 姥爷 祖父 祖母 伯父 伯母 叔叔 姑姑 舅舅 "
        "大儿 二儿 三儿 四儿 小儿 大女 二女 三女 四女 小女 大哥 二哥 三哥 大姐 二姐 三姐 "
        "二弟 三弟 小弟 二妹 三妹 小妹 "
        "男 女 汉族 回族 满族 藏族 壮族 苗族 中共党员 大学学历 本科学历".split()
    )
)
#: What is said in brackets of a name or of what its bearer did: 江岸柳（笔名）.
IN_BRACKETS = lazy_regex(
    either(
        rf"(?<=[\u4e00-\u9fff]{{2}})[（(](?:笔名|化名|网名|{_SEX}|[\u4e00-\u9fff]?{_PEOPLE}|{_AGE}|执笔|整理|口述|笔录|已?退休)[）)]"
    )
)
# Such remarks behind a name, a blank before each: 韩立新　中共党员, 宋德全　党龄四十年.
REMARKS = lazy_regex(
    either(
        rf"(?:[{BLANK}]+(?:{TOLD}|(?:预备)?党员|入党积极分子|党龄.{{1,6}}年|入党.{{1,6}}年|"
        r"现年.{2,4}岁|[大本专]科学历|大学学历|退休))+$"
    )
)
#: What such a remark ends with.
REMARKS_END = frozenset("男女族员員子众眾年岁歲历歷休）)")
#: What RELATION and SENDER can begin with, so that most lines need not be tried.
INTRODUCES = frozenset(
    "儿兒女爸妈媽父母妻丈夫爹娘兄爷爺奶大小二三四愚学學战戰哥姐弟妹孙孫您你爱愛想永本特实實通记記撰图圖文摄攝"
    + BULLETS
)


def without_role(text: str) -> str:
    """Give a name without what its bearer did for the text (罗小梅口述)."""
    return _ROLE.sub("", text) if text[-2:] in _ROLE_ENDS else text


# Who taught the writer: 指导老师：罗小梅, （指导教师：罗小梅、王芳）.
_TAUGHT = lazy_regex(
    either(rf"[（(]?(?:指导|辅导)(?:教师|老师)[{BLANK}]*[：:][^（）()，。；！？]{{2,20}}[）)]?")
)


def is_credit(text: str) -> bool:
    """Say whether a line names who sent a text in or put it together, or who taught its writer."""
    bracketed = text[-1:] in ("）", ")")
    return (bracketed and bool(_CREDIT.fullmatch(text))) or names_teacher(text)


def names_teacher(text: str) -> bool:
    """Say whether a line names who taught the writer."""
    return text[:3].lstrip("（(")[:2] in _TEACHES and bool(_TAUGHT.fullmatch(text))


_TEACHES = frozenset(forms("指导 辅导".split()))
