"""Lines of a page that are nothing but its menu, its buttons or what it says of a text.

They are known by their words alone: every part of the line is one of them.
"""

from __future__ import annotations

import re

from ..signatures import byline
from ..signatures.bodies import is_cohort, may_be_body
from ..signatures.names import is_name_of_author, is_surely_name
from ..text.dates import ASCII_TIME, DAY
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B, squeeze
from ..text.variants import either, forms

#: Words of menus and buttons: a line that has nothing else is one of them.
_MENU_WORDS = frozenset(
    forms(
        (
            "首页 主页 上一篇 下一篇 上一版 下一版 上一页 下一页 上一章 下一章 上一条 下一条 放大 "
            "缩小 默认 原大 还原 往期阅读 往期回顾 往期报纸 返回目录 返回列表 返回首页 返回顶部 "
            "返回版面 版面导航 版面概览 标题导航 内容检索 当前版 下载此文档 下载此文 第版 "
            "登录 注册 登陆 发帖 回帖 发评论 用户登录 会员登录 立即登录 立即注册 免费注册 "
            "会员中心 网站地图 联系我们 关于我们 加入收藏 设为首页 收藏本站 收藏本文 收藏 "
            "打印 打印本页 收藏本页 上一辑 下一辑 上一期 下一期 "
            "全屏 加大 减小 恢复 "
            "关闭 关闭窗口 字号 大字 中字 小字 分享 分享到 微信 微博 新浪微博 腾讯微博 "
            "QQ空间 朋友圈 扫一扫 手机版 电脑版 客户端 举报 纠错 点赞 评论 我要评论 发表评论 "
            "只看该作者 发新话题 发新帖 回复 引用 楼主 倒序浏览 使用道具 发短消息 加为好友 "
            "查看评论 复制链接 下载 下载文档 下载Word版 Word版下载 "
            "复制全文 立即下载 免费下载 全文阅读 展开全文 查看更多 更多 "
            "更多>> 网友评论 我要投稿 投诉建议 我要纠错 共 页 条 搜索 站内搜索 高级搜索 热门搜索 "
            "预览时标签不可点 微信扫一扫 关注该公众号 轻触阅读原文 阅读原文 继续滑动看下一个 "
            "向上滑动看下一个 赞 在看 轻点两下取消赞 轻点两下取消在看 "
            "查看原文 点分享 点收藏 点点赞 点赞 点在看 "
            "显示全部楼层 使用小程序 视频 小程序 只看楼主 电梯直达 跳转到指定楼层 "
            "一键分享 百度搜藏 告诉好友 打印此文 收藏此页 返回顶部 最新发布 今日推荐 "
            "本文导航 收起全文 暂无评论 最新评论 打赏作者 百度已收录 赞助商链接 "
            "购物车 版权声明 网站声明 浏览记录 阅读记录 下载记录 隐私政策 意见反馈 "
            "看贴 看帖 吧主推荐 贴吧协议 吧主制度 网络谣言警示 "
            "返回原图 查看原图 查看大图 "
            "开启左侧 开启右侧 打开左侧 收起左侧 关闭左侧 查看全部评分 "
            "人人网 开心网 QQ好友 转藏 忘记密码 自动登录 关注公众号 关注我们 "
            "繁体 简体 English 无障碍 无障碍浏览 PDF版 PDF"
        ).split()
    )
)
#: Such words that are headings too, or announce links: they count only beside others.
_WEAK = frozenset(
    forms(
        "用户名 密码 验证码 反馈 匿名 返回 目录 文章目录 阅读 转载 相关 评分 图片 精品 游戏 "
        "关灯 开灯 为你推荐 朗读 献花".split()
    )
)
_MENU_BEGINS = frozenset(word[:2] for word in _MENU_WORDS | _WEAK)
# So many words of a menu that nothing parts are one: 转藏全屏朗读分享QQ空间新浪微博.
_STUCK = lazy_regex(
    "(?:"
    + "|".join(sorted((re.escape(w) for w in _MENU_WORDS | _WEAK if len(w) > 1), reverse=True))
    + "){5,20}"
)
_MENU_PARTS = lazy_regex(rf"[{BLANK}：:|｜/·•\[\]［］【】（）()<>《》«»＞＜〉〈→←]+")
# A word of a menu, or what it has of texts of some length (检讨书300字).
_PART = r"[\u4e00-\u9fff]{2,8}(?:\d{2,5}字)?"
_BARRED = lazy_regex(rf"{_PART}(?:{B}{{0,3}}[|｜]{B}{{0,3}}{_PART}){{3,20}}")
_MENU_NUMBER = lazy_regex(
    either(
        r"(?:\d{1,4}[条页]?|共\d{1,4}[条页]|第\d{1,4}页|第?[A-Z]?\d{1,3}版[：:]?.{0,6}|当前版[：:].{0,8}|[\u4e00-\u9fff]{2,4}频道)"
    )
)


_LABEL_OF_PAGE = lazy_regex(
    either(
        rf"(?P<page>(?:文章|信息|稿件|内容|资料|新闻|稿源)?来源|稿源|出处|转[贴载]自|(?:信息|文章)?发布(?:时间|日期|人|者|单位)?|发表(?:时间|日期)|(?:添加|录入|收录|整理)(?:时间|日期)|更新(?:时间|日期|于)?|上传(?:时间|者)?|"
        rf"点击(?:数|率|次数|量)?|浏览(?:数|次数|量)?|阅读(?:数|次数|量)?|访问(?:量|次数)?|人气|热度|字数|字体|责任编辑|责编|编辑|小编|(?:文章|编辑|信息)?录入|专栏|栏目|标签|关键词|审核人?|校对|初审|复审|终审|签发)?"
        rf"(?(page)|(?:作者|时间|日期|摄影|供稿|撰稿|投稿)){B}{{0,3}}[：:]"
    )
)


# A date that stands before such labels.
_STAMP = lazy_regex(rf"{DAY}(?:{B}+{ASCII_TIME})?(?:{B}|[|｜/])*")
# How often a page was read.
_COUNTED = lazy_regex(rf"{B}*\d{{1,8}}{B}?次?")
# Words that stand alone with their value.
_ALONE = tuple(forms("来源 稿源 责编 编辑 小编 录入 审核 校对 初审 复审 终审 签发 专栏".split()))
_ABOUT_BEGINS = frozenset(
    "12投资資新文信稿内內来來出发發更上点點浏瀏阅閱访訪人热熱字责責录錄栏欄标標关關作编編审審时時日摄攝供撰添收整小校初复復終终签簽专專"
)


def _is_about_page(text: str) -> bool:
    """Say whether a line is nothing but labels of a page with their short values.

    文章来源：本站　作者：佚名　发布时间：2010年6月17日　点击数：　　次
    """
    start = 0
    if text[0] in "12" and (stamp := _STAMP.match(text)):
        start = stamp.end()
    if not _LABEL_OF_PAGE.match(text, start):
        return False
    labels = list(_LABEL_OF_PAGE.finditer(text, start))
    if not any(one["page"] for one in labels):
        posted = _POSTED.fullmatch(text)
        return posted is not None and not is_name_of_author(posted["who"])
    if len(labels) == 1 and not start and not labels[0]["page"].endswith(_ALONE):
        return bool(_COUNTED.fullmatch(text, labels[0].end()))
    ends = [one.start() for one in labels[1:]] + [len(text)]
    values = [text[one.end() : end].strip() for one, end in zip(labels, ends, strict=True)]
    return all(len(squeeze(value)) <= 24 and not _ENDED.search(value) for value in values)


# What pages call how often a text was read, and a day that they put behind a label.
_TIMES_READ = "(?:阅读|浏览|点击)(?:数|率|次数|量)?"
_ON_DAY = r"\d{4}[-/.年]\d\d?[-/.月]\d\d?日?"
# When a text was put up, to the second, and by whom: 时间:2023-06-19 10:12:08 作者:笔尖.
_POSTED = lazy_regex(
    either(
        rf"时间[：:]{B}?(?:19|20)\d\d[-./]\d\d?[-./]\d\d?{B}+\d\d?:\d\d:\d\d{B}+"
        rf"作者[：:]{B}?(?P<who>[^，。；：:{BLANK}]{{1,16}})"
    )
)


# Who wrote a text, body and name or name alone, and behind that what the page says besides: who
# edited it, how often it was read, and when it was put up: the day is kept, a minute tells of none.
# 作者：周敏　阅读：318, 作者：周敏　编辑：林岸　发布时间：2009-03-18　浏览次数：318.
_READ = lazy_regex(
    either(
        rf"作者{B}?[：:]{B}?(?:(?P<of>[\u4e00-\u9fff\d]{{4,20}}){B}+(?!发[布表稿]|[时日][间期]))?(?P<who>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]{{2,12}}支部)"
        rf"(?P<others>(?:{B}*(?:责任编辑|编辑|责编|审核|审校|校对|摄影|[一二三初复终]审|签发){B}?[：:]{B}?[^。，；！？：:{BLANK}]{{2,12}}?)*)"
        rf"(?P<from>(?:{B}*(?:(?:文章|稿件|信息)?来源|稿源){B}?[：:]{B}?[^。，；！？：:{BLANK}]{{2,12}}?)?)"
        rf"(?P<day>(?:{B}*(?:发[布表稿])?(?:时间|日期){B}?[：:]{B}?{_ON_DAY})?)(?P<clock>(?:{B}+{ASCII_TIME})?)"
        rf"(?P<count>{B}*(?:(?:{_TIMES_READ}|字数){B}?[：:]{B}?\d{{0,8}}{B}?[次字]?)?)"
    )
)


# The same behind name and date: 周敏　2012-03-06　来源：石桥镇.
_TOLD = lazy_regex(
    either(
        rf"{B}+(?:(?:信息|文章|稿件|新闻)?来源|稿源|{_TIMES_READ}|人气|责任编辑|责编){B}?[：:]"
        r"[^。，；！？]{0,40}$"
    )
)
#: A line that names the author and goes on about the page is at most so long (characters).
_NAMED = 70


# When a text was put up, before nothing but who wrote it: 发布日期：2012-12-31｜作者：周敏.
_PUT_UP = lazy_regex(
    either(
        rf"(?:发布|发表|更新|上传)(?:时间|日期){B}?[：:]{B}?{_ON_DAY}"
        rf"(?:{B}+{ASCII_TIME})?(?:{B}*[|｜]{B}*|{B}+)(?P<by>作者{B}?[：:]{B}?(?P<who>[\u4e00-\u9fff]{{2,4}}))"
    )
)
#: What such a line begins with.
_UP_BEGINS = frozenset(forms("发更上"))


def may_name(text: str) -> bool:
    """Say whether a line may be one of which :func:`named_last` or :func:`counted` is true."""
    return len(text) <= _NAMED or text[0] == "作"


def named_last(text: str) -> int | None:
    """Give where a line that says when a text was put up goes on to its author, or None."""
    found = _PUT_UP.fullmatch(text) if text[:1] in _UP_BEGINS and len(text) <= _NAMED else None
    return found.start("by") if found and is_surely_name(found["who"]) else None


def counted(text: str) -> list[tuple[int, int]] | None:
    """Give what a line that names the author says of the page besides (spans), or None.

    Behind name and date it may go on with anything of the page.  A site that names nobody
    (作者：佚名, 作者：宣传科) has no author: an office puts up, but a branch of the Party writes.
    """
    if text.startswith("作者"):
        found = _READ.fullmatch(text)
        if not found or found.end("who") == len(text):
            return None
        if not (is_name_of_author(found["who"]) or found["who"].endswith("支部")):
            return None
        if (of := found["of"]) and not (may_be_body(of) or is_cohort(of)):
            return None
        put_up = found["clock"] or found["from"]
        day = found.start("from") if put_up else found.end("day")
        spans = (found.span("others"), (day, len(text)))
        return [(start, end) for start, end in spans if start < end]
    if len(text) > _NAMED or not ("：" in text or ":" in text):
        return None
    told = _TOLD.search(text, 3)
    if not told or not byline.looks_like(text[: told.start()]):
        return None
    signed = byline.read([text[: told.start()]])
    sure = signed.date and signed.authors and all(map(is_surely_name, signed.authors))
    return [(told.start(), len(text))] if sure else None


# No page gives its telephone so; a bulletin does (责任编辑：……　电话：……).
_ENDED = lazy_regex("[。；！？，]|[电電][话話][：:]")


# What a page says of its text, each with a word and a colon, or how often it was read:
# 栏目: 事迹材料 / 人气: 6.1K; 本文已被浏览 318 次.
_ABOUT_PAGE = lazy_regex(
    either(
        rf"(?:文章|本文|相关|所属)?(?:栏目|标签|人气|点击|浏览|热度|关键词|发布于|阅读量|浏览量|点击量|阅读数|分类|所属分类|文章分类|所属栏目)"
        rf"{B}{{0,3}}[：:][^。；，！？]{{0,60}}"
        rf"|(?:本文|本页|文章)[已共]?被?(?:浏览|阅读|点击|访问)了?{B}*\d{{1,8}}{B}*(?:人次|次)[。]?"
    )
)


# A label of a page without its value, or with a date: 分享 时间: 加入收藏 点赞.
_EMPTY_LABEL = lazy_regex(
    either(
        rf"(?:^|(?<=[{BLANK}|｜]))(?:(?:发布|更新|上传)?(?:时间|日期)|作者|来源|编辑|(?:点击|阅读|浏览|评论|下载)(?:数|率|次数|量)?|人气|字数)"
        rf"{B}?[：:](?:{B}*{_STAMP.pattern})?"
    )
)


def _is_menu(text: str) -> bool:
    """Say whether a line has nothing but the words of menus and buttons."""
    if ":" in text or "：" in text:
        text = _EMPTY_LABEL.sub(" ", text)
    if text[0] in "12" and (stamp := _STAMP.match(text)):  # 2021-09-14 版权声明 我要投稿
        text = text[stamp.end() :]
    parts = [part for part in _MENU_PARTS.split(text) if part]
    if len(parts) >= 4 and _BARRED.fullmatch(text):
        return True  # 范文大全 | 个人总结 | 述职报告 | 心得体会
    if len(parts) == 1 and _STUCK.fullmatch(text):
        return True
    known = sum(part in _MENU_WORDS and len(part) > 1 for part in parts)
    weak = sum(part in _WEAK for part in parts)
    return known + (weak > 1) > 0 and all(
        part in _MENU_WORDS or part in _WEAK or _MENU_NUMBER.fullmatch(part) for part in parts
    )


#: What such lines begin with, but for bars.
_FIRST = (
    _ABOUT_BEGINS | frozenset(word[0] for word in _MENU_WORDS | _WEAK) | frozenset("共第[［【本")
)


# Buttons among such labels, the end of one that began in another line too: 】【收藏】 作者：佚名
_BUTTONS = lazy_regex(rf"^[】\]]{B}*|{B}*[【\[][^【】\[\]：:。，]{{2,8}}[】\]]{B}*")


def rule(text: str) -> str | None:
    """Give the rule by which a whole line is noise of this kind, or None.

    ``text`` is not empty and has no outer blanks.
    """
    if text[0] in "（(" and text[-1] in "）)" and 8 < len(text) <= 60:
        inner = text[1:-1].strip()
        labels = len(_LABEL_OF_PAGE.findall(inner))
        return "noise-meta" if labels > 1 and _is_about_page(inner) else None
    if text[0] == "[" and text[-1] == "]" and _is_about_page(text[1:-1].strip() or text):
        return "noise-meta"
    if text[0] in "】]【[" and _is_about_page(_BUTTONS.sub("", text) or text):
        return "noise-meta"
    if len(text) > 160 or (text[0] not in _FIRST and "|" not in text):
        return None
    if text[0] in _ABOUT_BEGINS and _is_about_page(text):
        return "noise-meta"
    if text[0] in "栏欄标標人点點浏瀏热熱关關发發阅閱分所文本" and _ABOUT_PAGE.fullmatch(text):
        return "noise-meta"
    begins = text[:2] in _MENU_BEGINS or text[0] in "12共第[［【" or "|" in text
    if len(text) > 80 or not begins or not _is_menu(text):
        return None
    return "noise-meta" if _EMPTY_LABEL.search(text) else "noise-button"
