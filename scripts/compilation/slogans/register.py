"""What is known of the register of official prose: short word lists, and nothing else.

They tell where a phrase can begin and end. Nothing here is a slogan: the lists hold particles,
verbs that govern slogans, and the nouns that slogans end in.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from .phrases import HAN


def _words(text: str) -> list[str]:
    return text.split()


#: A phrase neither begins nor ends with these: particles, pronouns, adverbs, prepositions.
EDGE = frozenset(
    "的了着过地得们这那每各某很就都也还又再才却只已曾将被把从由而且但则和及或等其之是在对给让"
    "使能会可应须我你他她它吗呢吧啊时所以于并均仅更最较没有向往跟同与要到该"
)
#: … but these may begin one (与时俱进, 为民务实清廉, 有规划、有定位、有建设, 从群众中来).
EDGE_LEFT = EDGE - frozenset("与有同最更从到")
#: … and these end none either.
EDGE_RIGHT = (EDGE - frozenset("时得所向会同对")) | frozenset("为不做")

#: Verbs and adverbs that govern a slogan and are no part of it. Words that are as often nouns in a
#: slogan (学习, 建设, 创建, 服务) are not among them.
GOVERNING = _words(
    """
    贯彻落实 开展了 开展好 开展 落实好 落实 进一步 不断 切实 努力 认真
    积极 大力 全面 深入 严格 紧紧 牢固 始终 充分 扎实 真正 坚决 自觉
    主动 加强 加快 加大 推进 推行 推动 推广 提高 提升 增强 树立 建立健全
    建立 健全 完善 发挥 发扬 弘扬 实施 实行 执行 抓好 搞好 做好 用好
    抓住 狠抓 强化 深化 构建 打造 制定 制订 坚持 保持 坚定 履行 践行
    围绕 突出 把握 利用 通过 结合 按照 根据 作为 成为 形成 营造 做到
    达到 实现 完成 促进 参加 举办 召开 提出 设立 争做 整合 具有 进行
    获得 关于 对于 为了 以及 还有 就是 本着 体现 表现 注重 引导 规范
    改进 转变 密切 克服 纠正 防止 反对 抵制 投身 武装 各项 各级 各类
    各种 一系列 筑牢 守住 走出 探索 讲好 当好 聚焦 贯穿 深刻 准确 有效
    持续 着力 力求 务求 力戒 决不 带头 共同 一律 严肃 严守 力争 确保 保证
    遵守 强调 明确 开通 启动 部署 找准 立足 着眼 拓展 巩固 夯实 打好 打赢
    唱响 擦亮 压实 拧紧 绷紧 赓续 汲取 凝聚 激发 争取 设置 划分 评选 评出
    表彰 签订 开设 培养 选树 倡导 提倡 鼓励 承担 担负 丰富 细化 宣传 开好
    办好 建好 管好 学好 讲好 带好 守好 建成
    """
)
_VERBS = "(?:" + "|".join(sorted(GOVERNING, key=len, reverse=True)) + ")"
_GOVERNING = lazy_regex(_VERBS)
_BEFORE = lazy_regex(f"(?:^|{_VERBS}|[以用要的为把在是和与了])$")
GOVERNED = _GOVERNING
"""Splits a clause at its governing verbs only."""

#: Where a clause falls apart into phrases.
SPLIT = lazy_regex(
    f"{_VERBS}|的|了(?!解)|(?<!求)是|(?<!存)在|把|(?<!平)等|让|不够|不强|不高|不深|不足|力度|武装头脑"
)
JOINED = lazy_regex("和(?![谐平睦])|与(?!时)|及(?!时)|以及")
#: A clause that starts so is a point of a list: 一是…, 二要…, 第三….
_POINT = lazy_regex("第?[一二三四五六七八九十]+(?:[是要则来方]|、)|首先|其次|最后|同时")

#: Nouns that slogans end in, and hardly anything else.
HEADS = _words(
    """
    精神 意识 作用 机制 责任制 工程 工作法 主义 理论 战略 革命 经验 方略
    模式 生态 理念 先锋岗 示范岗 责任区 主题党日 民主生活会 发展观 世界观
    人生观 价值观 新农村 学习型 服务型 自信 导向 格局 初心 使命 堡垒 旗帜
    先锋 模范 标兵 天职 抓手 承诺 践诺 誓词 红线 底线 基因 路线 作风
    教育实践活动
    """
)
#: Nouns that slogans end in, as other phrases do.
WEAK_HEADS = _words(
    """
    制度 思想 教育 组织生活 党组织 党员 干部队伍 先进性 纯洁性 社会 行动
    计划 政治工作 议事 监督 体系 宗旨 载体 平台 现代化 一体化 常态化
    均等化 网格化 规范化 管理 服务 治理 建设 整治 振兴 攻坚 脱贫 帮扶
    代理 创建 活动 党章 纪律 规矩 根基 谈话 评议 点评 述职 公开 引资
    """
)
_HEAD = lazy_regex("(?:" + "|".join(HEADS) + "|[^限体管控抵节机编]制|[^理无不舆]论)$")
_WEAK_HEAD = lazy_regex("(?:" + "|".join(WEAK_HEADS) + ")$")

#: Ordinary words of this prose that recur everywhere and are nobody's slogan.
PLAIN = lazy_regex(
    "^(?:[各本我全]|一|几|今年|去年|目前|当前|近年|以来|同时|其中|所有|广大|有关|相关|主要|重要|具体|"
    "实际|进一步|工作人员|心得体会|汇报如下|思想认识|工作效率|工作思路|工作经验|自身|自己|要求|问题|方面)|"
    "(?:问题|方面|情况|要求|措施|内容|方法|意义|基础上|过程中|方案|汇报|材料|体会|同志|部门|单位|人员|"
    "认识|能力|水平|标准|任务|重点|目标|目的|效果|成效|时间|以来|如下|思路|现象)$|人次|万元|公里"
)
#: Words of speech: what is quoted with them is somebody's sentence, not a slogan.
_SPOKEN = lazy_regex(
    "(?<!为)了(?!解)|[你他她您吗呢吧啊呀嘛着]|什么|怎么|不要|不是|没有|起来|一下|大家"
)

MARKS = "，。、；：？！“”‘’「」『』《》（）—…\n\t 　,.;:?!()\"'"
CLAUSE = lazy_regex(f"[{HAN}]+")


def ends_in_head(phrase: str, *, weak: bool = True) -> bool:
    """Whether `phrase` ends in a noun that slogans end in; `weak` admits commoner nouns."""
    return bool(_HEAD.search(phrase)) or (weak and bool(_WEAK_HEAD.search(phrase)))


def without_weak_head(phrase: str) -> str:
    """Give `phrase` without a commoner noun at its end: 和谐社会建设 → 和谐社会."""
    return _WEAK_HEAD.sub("", phrase)


def without_governing(phrase: str) -> int:
    """How many characters of governing verbs stand at the start of `phrase`."""
    cut = 0
    while match := _GOVERNING.match(phrase, cut):
        cut = match.end()
    return cut


def spoken(phrase: str) -> bool:
    """Whether `phrase` sounds like somebody's sentence."""
    return bool(_SPOKEN.search(phrase))


def ends_in_governing(text: str) -> bool:
    """Whether a phrase may begin right after `text`: a verb that governs, or a particle."""
    return bool(_BEFORE.search(text))


def has_edges(phrase: str) -> bool:
    """Whether `phrase` may begin and end where it does."""
    if JOINED.match(phrase) or _POINT.match(phrase):
        return False
    left = phrase[0] not in EDGE_LEFT or phrase[0] == "和"
    return left and phrase[-1] not in EDGE_RIGHT


def is_point(clause: str) -> bool:
    """Whether `clause` begins as a point of a list does: 一是…, 首先…."""
    return bool(_POINT.match(clause))


def stripped(phrase: str) -> str:
    """Give `phrase` without the particles at its ends."""
    start, end = 0, len(phrase)
    while start < end and phrase[start] in EDGE_LEFT and not phrase.startswith("和谐", start):
        start += 1
    while start < end and phrase[end - 1] in EDGE_RIGHT:
        end -= 1
    return phrase[start:end]


def balanced(phrase: str) -> bool:
    """Whether the two halves of `phrase` answer each other: 双培双带, 一户一策, 舍小家爱大家."""
    half, odd = divmod(len(phrase), 2)
    if odd or not 2 <= half <= 4:
        return False
    first, second = phrase[:half], phrase[half:]
    same = sum(a == b for a, b in zip(first, second, strict=True))
    return 0 < same < half
