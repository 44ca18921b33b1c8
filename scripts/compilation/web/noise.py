"""What the web left in the text and its authors never wrote: rules with names.

Each rule is narrow on purpose: a line must be nothing but noise to be dropped whole; what is
inside a line is another's (:mod:`inside`).  ``____``, ``xx``, ``**镇`` are the authors' own.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ..signatures import particulars
from ..text.dates import ASCII_TIME, SITE_DAY
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B
from ..text.variants import either, forms
from . import english, menus, sites

SITE = r"(?:https?://)?(?:www\.|wap\.|m\.)?[A-Za-z0-9-]{2,40}\.(?:[A-Za-z0-9-]{2,40}\.)?(?i:com|cn|net|org|cc|com\.cn|edu\.cn|gov\.cn)(?:/[A-Za-z0-9_./?=&%#~:+-]{0,120})?"
SITE_NAME = (
    r"[\u4e00-\u9fffA-Za-z0-9]{0,8}(?:范文|文秘|公文|文库|作文|文档|论文|资源|素材|写作|教育|党建|总结|文章|公务员|励志|资料|无忧)"
    r"[\u4e00-\u9fffA-Za-z0-9]{0,4}网"
)
BUTTON = (
    r"(?:(?:正文\s{1,4})?字\s?[号體体大小]{1,4}\s?[：:]?\s?[【\[（(]?\s?[大中小]▼?(?:[\s|｜/【】\[\]（）()]{0,5}[大中小]▼?){1,2}\s?[】\]）)]?|"
    r"(?:下载|收藏|打印|复制|保存|分享|推荐|举报|纠错|转发|点赞|关闭|关注)(?:(?:本文|正文|本页|全文|此页)(?:地址|链接|网址)?|链接|文档|窗口|此文|到(?:微信|微博|朋友圈|空间|桌面|收藏夹|网盘|本地|手机|电脑|好友)|给好友)?|"
    r"(?:点击|点此|免费|立即|全文|在线)(?:下载|阅读|复制|收藏|预览)(?:(?:本文|本页|此页)(?:地址|链接|网址)?|全文|文档|此文档|本文档)?|加入收藏|设为首页|(?:返回)?顶部|返回(?:首页|列表)|"
    r"字[号體体][：:]\s?(?:[放增缩减][大小][\s|｜/]{0,3}){1,2}(?:正常|还原|恢复)?|"
    r"大\s?[|｜/]?\s?中\s?[|｜/]?\s?小|(?:展开|阅读|查看|显示|余下)(?:全文|更多|剩余[\d０-９]{0,3}%?)|(?:[Ww]ord(?:文档|版)?下载|下载[Ww]ord(?:文档|版)?)|[TA][+-]?\s?(?:[TA]\s?)?[TA][+-]|我要(?:评论|投稿|纠错)|发表评论)"
)

#: A tag of a saved page that stands around all of it, and what a browser is told of the page.
SHELL = (
    r"(?:<!DOCTYPE[^<>]{0,120}>|</?(?:html|head|body|meta|link)(?: [^<>]{0,160})?/?>|"
    r"<title>[^<>]{0,80}</title>)"
)
_SHELL = lazy_regex(rf"(?:{SHELL}\s*)+", re.IGNORECASE)

#: Rules for what marks where a page begins or ends.
PAGE_MARKS = ("noise-page", "noise-running-head")

#: (rule, expression): a line that matches whole is dropped, if it may be of that rule
#: (:func:`_may_match`).
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noise-page",
        lazy_regex(
            either(
                rf"(?:[-—–－―─~～∼·•_]{{1,3}}{B}?\d{{1,4}}{B}?[-—–－―─~～∼·•_]{{1,3}}|"
                rf"[-—–－]?{B}?第{B}?[\d０-９]{{1,4}}{B}?页{B}?[,，/／、|]?{B}?(?:[（(]?共{B}?[\d０-９]{{1,4}}{B}?页[）)]?)?{B}?[-—–－]?|"
                rf"共{B}?[\d０-９]{{1,4}}{B}?页(?:{B}+\d{{1,3}}){{0,12}}|"
                rf"[\[【<（(]?!?-{{0,2}}[Nn]ext[Pp]age-{{0,2}}[\]】>）)]?|"
                rf"\d{{1,4}}{B}?/{B}?\d{{1,4}}|[Pp]age{B}?\d{{1,4}}(?:{B}?of{B}?\d{{1,4}})?|"
                rf"[\[【（(]?\d{{1,2}}[\]】）)]?{B}?(?:下一页|下页)|(?:[\[【]\d{{1,2}}[\]】]{B}?){{1,12}}(?:下一页|下页|尾页)?|(?:上一页|首页){B}?(?:\[?\d{{1,2}}\]?{B}?){{0,12}}(?:下一页|尾页)?)"
            )
        ),
    ),
    (
        "noise-button",
        lazy_regex(rf"(?:[【\[（(〖]?{BUTTON}[】\]）)〗]?[|｜/{BLANK}，,·>\d]{{0,6}}){{1,12}}"),
    ),
    (
        "noise-breadcrumb",
        lazy_regex(
            either(
                r"[>＞»\s]{0,6}(?:[您你]?(?:现在|目前|当前)?的?(?:当前|所在|现在)?的?位置(?:是)?|导航)\s?[：:].{0,120}|"
                rf"(?:&nbsp;?|{B})*(?:[\u4e00-\u9fff]{{2,6}})?(?:首页|主页)(?:{B}?\s?[>＞»→›/|｜·-].{{0,120}}|(?:{B}{{1,4}}[\u4e00-\u9fffA-Za-z]{{2,8}}){{2,16}})|"
                r"(?:[A-Za-z]{1,8}\s)?[\u4e00-\u9fffA-Za-z]{2,16}(?:\s{0,2}[>＞»›]{1,2}\s{0,2}[\u4e00-\u9fffA-Za-z0-9/【】“”《》]{2,30}(?:\.(?:docx?|pdf|wps))?){2,8}(?:\s{0,2}[>＞»›]{1,2})?"
                r"|[\u4e00-\u9fffA-Za-z]{2,16}(?:\s{0,2}[>＞»›]{1,2}\s{0,2}[\u4e00-\u9fffA-Za-z]{2,16}){1,8}\s{0,2}[>＞»›]{1,2}"
                rf"|[^。，；！？>＞]{{1,12}}(?:网|文库){B}{{1,6}}[>＞»›→]{{1,2}}{B}{{0,6}}[\u4e00-\u9fffA-Za-z]{{2,16}}(?:{B}*[>＞»›→]{{1,2}}{B}*[\u4e00-\u9fffA-Za-z]{{2,16}}){{0,8}}"
                r"|[^»。！？]{2,16}(?:\s{1,2}»\s{1,2}[^»。！？]{2,40}){2,8}"
            )
        ),
    ),
    (
        "noise-meta",
        lazy_regex(
            either(
                r"(?=.{0,120}(?:栏目|点击(?:数|次数|率)?|浏览(?:数|次数|量)?|标签|阅读(?:次数|量)?|人气|热度|字数|字体|责任编辑|发布时间|发布日期|更新时间|来源)\s?[：:]|栏目$|"
                r"时间\s?[：:]\s?(?:20\d\d-)?\d\d-\d\d[^：:]{0,12}作者\s?[：:])"
                r"(?:[【\[（(]?(?:网站|时间|日期|作者|来源|文章来源|栏目|点击(?:数|次数|率)?|浏览(?:次数|量)?|阅读(?:次数|量)?|访问量|人气|热度|字数|字体|责任编辑|编辑|审核|"
                rf"发布(?:者|人|时间|日期)?|发稿(?:时间|日期)?|更新时间|校对|责编|终审|初审|录入|上传(?:者|时间)?|下载次数|评论|标签|关键词)\s?(?:[：:]|$){B}{{0,3}}[^{BLANK}：:。]{{0,30}}"
                rf"(?:{B}\d\d?[:：]\d\d(?::\d\d)?)?次?[】\]）)]?[{BLANK}|｜]{{0,6}}){{1,8}}"
                rf"(?:(?:投诉建议|我要投稿|演讲稿|心得体会|范文|总结|报告|[【\[]?{BUTTON}[】\]]?)[{BLANK}|｜]{{0,6}}){{0,6}}"
            )
        ),
    ),
    (
        "noise-related",
        lazy_regex(
            either(
                r"(?:[-–—·•]\s{0,2})?(?:[【《\[][^【】《》\[\]。]{2,40}[】》\]]\s?的?|[【\[])?(?:(?:上一[篇页条则]|下一[篇页条则])(?:内容)?|上[篇页]|下[篇页]|[前后]一篇(?=\s?[：:][^。]{2,60}$)|"
                r"(?:相关|推荐|延伸|拓展|扩展|精彩|热门|热点|最新|站内|本站|编辑|关联|猜你喜欢的){1,2}"
                r"(?:文章|作文|阅读|链接|推荐|范文|专题|热词搜索|搜索|热词|访问|内容|导读|话题|资讯|新闻|报道|动态|资料|词条|标签|下载|文档)|"
                r"看完这篇文章的人还看了?|看过本文的人还看[了过]?|热门(?:文章|推荐)|最新文章|猜你(?:喜欢|感兴趣)|你可能(?:还)?(?:喜欢|感兴趣)的?(?:文章)?|更多(?:相关)?(?:文章|内容|推荐|范文)|热点推荐|精彩推荐)"
                r"\s?(?:[：:】\]●•■▪|｜]|>>|»|$).{0,160}"
            )
        ),
    ),
    (
        "noise-advert",
        lazy_regex(
            either(
                rf"(?:[（(【\[※*★]{{0,2}}(?:本文|以上(?:内容|文章|就是)?|文章|此文|更多)(?=.*(?:[来由自源：:下找搜]|版权|转载|关注|访问|登[录陆]|尽在|地址|链接|整理|提供|收集|点击|浏览|查看))[^。]{{0,30}}(?:{SITE_NAME}|{SITE}|转载请注明(?!的)|版权归).{{0,80}}|"
                rf"(?:{SITE})?{SITE_NAME}?\s?[（(]?{SITE}[）)]?|(?:欢迎|敬请)(?:(?:下载|收藏)[^。]{{0,40}}|(?:访问|光临|关注)(?:[^。]{{0,40}}(?:网|本?站|论坛|文库|博客|公众号|微信|主页|首页|空间|栏目|专题|大全|(?i:www|http))[^。]{{0,20}})?)[。！!]?|"
                r"(?:[本该此]文档?|[本该此]资料|文档)(?:由|来自|来源于|为)[^。]{2,40}(?:整理|提供|收集|上传|分享|下载|发布)[^。]{0,20}[。！!]?|"
                r"(?:关注|扫码|扫描)[^。]{0,12}(?:公众号|二维码|微信)[^。]{0,30}[。！!]?|(?:转载|未经许可)[^。]{0,10}请注明[^。]{0,20}[。！!]?|"
                r"点击下载(?:本文|文档)[^。]{0,40}|[Cc]opyright\s?[©(（].{0,80}|"
                r"欢迎访问[^。，；！？的]{2,24}|"
                r"[【\[]?(?:导语|前言|引言|摘要)[】\]]?[：:]?[^。]{0,80}(?:(?:整理|收集)(?=.*(?:大家|您|你|欢迎))|小编|欢迎)[^。]{0,60}(?:参考|帮助|借鉴|阅读)[^。]{0,30}[。！!]?|"
                r"(?:希望|愿)(?:以上[^。，]{0,24}(?:内容|文章?|资料|文档|模板|小编|整理|推荐|篇|稿|》)|本文|这篇|对(?=大家|您|你|各位|广大|朋友))[^。]{0,30}(?:对|给)?(?:大家|您|你|各位|朋友)[^。]{0,16}(?:帮助|参考|喜欢)[^。]{0,10}[。！!]?|"
                r"以上(?:是|就是|由|为)?[^。]{0,16}(?:小编|本站|网站)[^。]{0,50}[。！：:!]?)"
            )
        ),
    ),
)

#: Lines that stand under a text on a page; each begins with a word of its own.
_UNDER = lazy_regex(
    either(
        r"(?:正文|内容|全文)[：:]|合集下载|资源描述[：:]?|分享(?:到|至|文章)(?:\s?[：:][^。]{0,40}|$)|(?:免责|版权|郑重)?声明(?:$|[：:].{0,60}(?:本站|本网|侵权|仅代表|转载).{0,60})|"
        r"[Tt]ags?\s?[：:].{0,60}|(?:共\d{1,3}页[，,/\s]{0,2}(?:当前)?第\d{1,3}页|当前第\d{1,3}页[，,/\s]{0,2}共\d{1,3}页)"
        r"(?:\s{0,3}[\[【]\d{1,3}[\]】]|\s{1,3}(?:\d{1,3}|[上下末尾首]页|[上下]一页|返回(?:顶部|首页|列表|目录|上页))){0,16}|"
        r"(?:页码\s?[：:]\s?|[Pp][.．]?\s?)\d{1,4}|[〔﹝]\d{1,3}[〕﹞]|展开(?:全部|全文)|更多(?:精彩|范文|相关)[^。]{0,40}(?:关注|点击|访问|查看|搜索)[^。]{0,30}[。！!]?|"
        r"(?:点击)?下载(?:文档|本文|全文)(?:到电脑[^。]{0,30})?|文档(?:下载|为\w{3,5}格式|格式)[^。]{0,20}|"
        r"(?:推荐度|评分|评级|星级)\s?[：:].{0,12}|[★☆⭐]{3,5}|温馨提示\s?[：:].{0,40}(?:文档|付费|下载|会员|分享|收藏).{0,40}|TOP|"
        r"(?:阅读|点击|浏览|评论|我要评论)\s?[（(]\d{1,8}[）)]|(?:用)?手机扫(?:一扫|码)(?:阅读|查看|下载|关注|访问)?|文章导航|Copyright\s.{0,60}|"
        r"(?:收藏|评论|举报|点赞|转发|分享|打印|下载|关闭)(?:\s{1,4}(?:收藏|评论|举报|点赞|转发|分享|打印|下载|关闭)){1,6}"
    )
)
_UNDER_BEGINS = frozenset(
    "正内內全合资資分免版郑鄭声聲TtC共当當页頁Pp〔﹝展更点點下文推评評星★☆⭐温溫阅閱浏瀏我用手收举舉转轉打关關"
)

#: (a word, rule, expression): as above, where the word stands in the line; these begin with
#: anything, and would be slow to try on every line.
_LINES_WITH: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (word, rule, lazy_regex(pattern))
    for words, rule, pattern in (
        (
            "发表于 發表於",
            "noise-meta",
            rf"[^。，]{{0,30}}[发發]表[于於][：:]?\s{{0,3}}{SITE_DAY}(?:[^。，]{{0,30}}|\s*[|｜][^。，]{{0,120}})",
        ),
        (
            "摄 攝",
            "noise-meta",
            "(?P<caption>[^。]{0,110}(?:。[^。]{0,16})?(?:记者|記者|通讯员|通訊員)"
            "[^。，]{1,10}(?<!拍)[摄攝][）)]?)(?P=caption)?",
        ),
        ("版权所有 版權所有", "noise-advert", ".{0,30}版[权權]所有(?!的).{0,50}"),
        ("ICP备 ICP備", "noise-advert", ".{0,20}ICP[备備].{0,20}"),
        (
            "由会员 由會員",
            "noise-advert",
            "《?[^。]{2,40}》?由[会會][员員](?:上[传傳])?分享.{0,80}",
        ),
        (
            "相关文章 相關文章 相关阅读 相關閱讀 相关推荐 相關推薦 相关范文 相關範文",
            "noise-related",
            "[^。；！？]{2,40}(?:的)?[相][关關].{2}[：:]?",
        ),
        (
            "版权属于 版權屬於 版权归 版權歸 转载请 轉載請",
            "noise-advert",
            r"[-—•*※·\s]{0,4}(?:[^，。；]{0,24}[，,])?(?:[^，。；]{0,24}(?:[文站网網稿页頁档檔]|文章|作品|[资資]料|[内內]容|[图圖]片|素材|[栏欄]目|[声聲]明[：:]?|来源[：:]?.{1,16})"
            r"的?(?:所有|全部)?)?[（(【\[\s]{0,3}(?:版[权權]|著作[权權])(?:[属屬][于於]|[归歸]).{1,60}"
            r"|[^。；]{0,60}[转轉][载載][请請](?:[注註]明(?!的)|[标標]明|保留|[说說]明|[联聯][系繫]|勿|加|附|[带帶]).{0,40}",
        ),
        (
            "下载文档 下載文檔 下载本文 下載本文 下载全文 下載全文",
            "noise-button",
            "[^。！？]{0,50}下[载載](?:文[档檔]|本文|全文)[^。！？]{0,40}",
        ),
        (
            "下载到 下載到",
            "noise-button",
            "[^。！？]{0,24}下[载載]到(?:电脑|電腦|本地|手机|手機)[^。！？]{0,30}[。！]?",
        ),
        (
            "下载此文件 下載此文件 下载附件 下載附件",
            "noise-button",
            r"[^\w。，]{0,6}[点點][击擊](?:此[处處])?下[载載](?:此文件|附件)[^\w。，]{0,4}",
        ),
        ("下一页 下一頁", "noise-page", "[^。]{0,6}下一[页頁][^。]{0,20}"),
        ("查看更多", "noise-button", "返回.{2,8}[，,].{0,4}查看更多[>》]{0,2}"),
        (
            "页 頁",
            "noise-page",
            r"(?:[^。，；]{2,40}[ _—-]{1,3}|[^。；]{2,40}_)第\d{1,3}[页頁]"
            r"(?:\s?共\d{1,3}[页頁])?(?:\s?[*=—-]{2,6})?",
        ),
    )
    for word in words.split()
)
_ANY_WORD = lazy_regex("|".join(re.escape(word) for word, _, _ in _LINES_WITH))

#: Each clause of an advertisement has one of these words; an author's sentence goes on without.
_OF_SITE = lazy_regex(
    either(
        r"[网站页库]|转载|版权|著作权|注明|标明|本文|文[章档稿]|下载|收藏|关注|访问|浏览|阅读|参考|帮助|借鉴|喜欢|小编|整理|收集|范[文本]|资料|更多|欢迎|敬请|光临|侵|"
        r"作者|[链连]接|来源|来自|出[处自]|会员|用户|投稿|上传|分享|标记|保留|点击|公众号|微信|二维码|愉快|提供|联系|更新|许可|授权|允许|不得|必究|追究|删除|声明|仅供|"
        r"地址|邮编|电话|[A-Za-z]{4}|《|^\W*$|^.{0,3}(?:导语|前言|引言|摘要)"
    )
)
_CLAUSE = lazy_regex("[，,。；;！!？?]")
# Who speaks of himself, or of others than readers, is no site.
_AUTHOR = lazy_regex(either("我(?![们站网要])|我们(?:单位|学校|村|局|乡|镇|县|厂|班|的)"))


def _whole(rule: str, text: str) -> bool:
    """Say whether a line that looks like an advertisement has no words of an author in it."""
    if rule != "noise-advert" or "opyright" in text:
        return True
    return not _AUTHOR.search(text) and all(map(_OF_SITE.search, _CLAUSE.split(text)))


# What a document viewer says of a file; the time of its upload stands among it.
_FILE = lazy_regex(
    either(r"(?:ID|编号|大小|页数|格式|上传者|积分)\s?[：:]\s?[\w.]{1,16}\s?(?:KB|MB|页|分)?")
)
_WHEN = lazy_regex(either(r"(?:上传)?(?:时间|日期)\s?[：:]\s?[\d年月日./-]{6,12}(?:\s\d\d?:\d\d)?"))


# When a page was put up, to the second.
_STAMP = lazy_regex(
    either(
        rf"(?:发布|更新|上传)?(?:时间|日期)\s?[：:]\s?\d{{4}}[-/]\d\d?[-/]\d\d?\s{{1,2}}{ASCII_TIME}"
    )
)


def about_file(text: str, above: str) -> bool:
    """Say whether a line tells the size or upload of a file; ``above`` is the last line's rule."""
    if len(text) > 40 or not (":" in text or "：" in text):
        return False
    if _FILE.fullmatch(text) or _STAMP.fullmatch(text):
        return True
    return above == "noise-meta" and bool(_WHEN.fullmatch(text))


# A course that a forum offers: 公文写作培训班.
_COURSE = lazy_regex(
    either(
        "[^。，；：]{0,8}(?:写作|公文|文秘|申论|面试|笔试|公考|公务员|考试|考研|会计|教师资格)[^。，；：]{0,4}"
        "(?:培训|辅导|速成|冲刺|提高|网络|系统|训练){1,2}[班营课]程?(?:火热|正在)?(?:招生|报名)?中?[！!]?"
    )
)


def offers_course(text: str, above: str) -> bool:
    """Say whether a line offers a course, right below the head of a post; ``above`` is its rule."""
    return above == "noise-meta" and len(text) <= 24 and _COURSE.fullmatch(text) is not None


#: No expression above can match where none of these stands (nor a dash or digit in front).
_HINTS = (
    "页 下载 收藏 打印 复制 字号 字體 字体 位置 首页 主页 导航 > ＞ » › → 栏目 点击 浏览 "
    "前一篇 后一篇 导语 引言 摘要 前言 发表于 记者 通讯员 ICP opyright 版权 会员 "
    "看完 看过 时间: 时间： 人气 热度 编辑 发布 更新 来源 来自 上一 下一 上篇 下篇 相关 "
    "推荐 阅读 热门 最新 猜你 "
    "你可能 更多 .com .cn .net .org .cc http www 文网 欢迎访 欢迎下 欢迎光 欢迎关 敬请 "
    "关注 扫码 扫描 转载 小编 本站 希望 愿 评论 展开 分享 举报 纠错 / Page page 点赞 "
    "转发 保存 关闭 免费 立即 在线 设为 返回 显示 余下 查看 精彩 热点 拓展 延伸 未经 "
    "资料由 资料来 资料为 文档由 网（ 网( 网w 文库 字体大 字大 字号大 网】 网) 网） 网] 网h "
    "A+ A- T+ T-"
).split()


@cache
def _hints() -> AhoCorasick:
    return AhoCorasick(forms(_HINTS), implementation=Implementation.DFA)


def _may_be(text: str) -> bool:
    """Say whether a line may have noise in it; quick, and wrong only on the safe side."""
    return text[0] in "-—–－―─~～∼·•_0123456789[【<N" or bool(
        _hints().find_matches_as_indexes(text)
    )


#: What parts the steps of a breadcrumb, and the signs of the words that need none.
_STEPS = lazy_regex("[>＞»›→位导導首主]")


def _may_match(rule: str, text: str) -> bool:
    """Say whether a line may be of one of the rules that are slow to try: it has their signs.

    That for ``noise-meta`` looks far ahead for a label, with a colon but for 栏目; no full stop is
    in such a line.  That for ``noise-breadcrumb`` looks for steps behind any words.
    """
    if rule == "noise-meta":
        return (":" in text or "：" in text or text[0] in "栏欄") and "。" not in text
    return rule != "noise-breadcrumb" or _STEPS.search(text) is not None


# Where a picture came from, as a PDF made with an office program has it.
_PICTURE = lazy_regex(r"[A-Za-z]:\\[^。，；！？]{1,180}\.(?i:png|jpe?g|gif|bmp|tiff?|emf|wmf)")


#: A line that is noise has at most so many characters.
LONGEST = 200


def line_rule(text: str) -> str | None:
    """Give the rule by which a whole line is noise, or None.  ``text`` has no outer blanks."""
    if not text or len(text) > LONGEST:
        return None
    if text[0] == "<" and _SHELL.fullmatch(text):
        return "noise-markup"
    if text[1:3] == ":\\" and _PICTURE.fullmatch(text):
        return "noise-picture"
    if text[0] == "•" and (bare := text[1:].strip()) and (found := line_rule(bare)):
        return found  # an item in a list of what a page says or does
    if text[0] in "来來" and particulars.signed_source(text):
        return None
    if menus.may_name(text) and (
        menus.counted(text) is not None or menus.named_last(text) is not None
    ):
        return None
    if _may_be(text):
        for rule, pattern in _LINES:
            if _may_match(rule, text) and pattern.fullmatch(text) and _whole(rule, text):
                return rule
        if _ANY_WORD.search(text):
            for word, rule, pattern in _LINES_WITH:
                if word in text and pattern.fullmatch(text) and _whole(rule, text):
                    return rule
    if found := menus.rule(text) or sites.rule(text):
        return found
    if english.is_words(text):
        return "noise-button"
    if text[0] in _UNDER_BEGINS and len(text) <= 120 and _UNDER.fullmatch(text):
        return "noise-page" if text[0] in "共当當页頁Pp〔﹝" else "noise-button"
    return None


# The links of a page to the texts before and behind, how a forum begins an answer, and how a
# page of questions ends one.
_BETWEEN = lazy_regex(
    either(r"赞同\s?\d|[上下]一[篇章节条]|返回(?:目录|列表|上级)|回到?目录|发表于|楼主|只看该作者")
)
# The mark below a post: its floor, and when it was sent.
_FLOOR = lazy_regex(rf"\d楼{B}*(?:19|20)\d\d-")


def parts_texts(rule: str, text: str) -> bool:
    """Say whether a dropped line stands between two texts of a site, not inside one."""
    if rule in ("noise-breadcrumb", "noise-related"):
        return True
    if rule == "noise-reply":
        return bool(_FLOOR.search(text))
    return rule in ("noise-button", "noise-meta") and bool(_BETWEEN.search(text))


# A link to another text, as a list of them has it: its title and a date or what lists say.
_LINK = lazy_regex(
    either(
        r"(?!第|篇|【|范文[一1])[^。，；！？：:]{4,45}?"
        r"(?:(?:(?:19|20)\d\d[-./])?\d\d[-./]\d\d|范文大全|[（(]?(?:精选|通用|推荐)?\d{1,2}篇[）)]?|模板)"
    )
)


# What no title has; that of a post may ask or call.
_ENDED = lazy_regex("[。；]")


def is_link(text: str) -> bool:
    """Say whether a line below links to other texts is one more of them."""
    if len(text) > 60:
        return False
    return (
        bool(_LINK.fullmatch(text))
        or sites.is_file(text)
        or (text[0] in "•·●▪○>»★☆◆■▲▶►※" and not _ENDED.search(text))
    )
