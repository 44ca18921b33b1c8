"""Lines that sites of documents and forums put around a text: what they say of its file.

Each rule has words that must stand in the line, so that most lines are passed over quickly.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ..text.dates import SITE_DAY, TIME
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, NUMBER, B
from ..text.variants import either, forms
from . import feet, heads, plates, prompts

#: (words, rule, expression): a line with one of the words that matches whole is dropped.
_RULES: tuple[tuple[str, str, str], ...] = (
    # 格式：DOC　上传日期：2023-09-14 10:07:25; 文库 - 公文 | 格式：DOC | VIP免费
    (
        "上传 格式 小编 大小 页数 页码 下载券 文档编号 稿件编号 信息编号",
        "noise-meta",
        rf"(?:[-·•]{B}?|[^。！？]{{2,50}}\.(?:docx?|pdf|pptx?|txt|rtf){B}+|[\u4e00-\u9fff]{{2,8}}(?:{B}*[-—>＞/]{B}*[\u4e00-\u9fff]{{2,8}}){{1,4}}{B}*[|｜]{B}*)?(?:(?:ID|(?:文档|稿件|信息)?编号|文?档?大小|(?:文档)?页[数码]|文?档?格式|上传者?|浏览|积分|(?:需要|所需)?下载券|小编|时间|(?:上传|发布|更新)(?:日期|时间|者)){B}?[：:]{B}?"
        rf"[^{BLANK}：:。，|｜]{{1,16}}(?:{B}{TIME})?(?:{B}?[KMG]B|{B}?页)?(?:{B}*[|｜]{B}*|{B}+|$)){{1,6}}(?:VIP(?:免费|专享|专免)|免费下载)?",
    ),
    (
        "小编 整理 收集",
        "noise-advert",
        "(?:[【\\[]?(?:简介|导读|提要|内容简介)[】\\]]?[：:]?|(?:以下|下面|下文|这里|接下来)(?=[^。，]{0,12}小编)(?!.*[篇份则]))"
        "[^。]{0,100}(?:整理|收集|小编|分享)[^。]{0,60}(?:参考|帮助|借鉴|阅读|喜欢)[^。]{0,30}[。！!]?",
    ),
    # 《守堤总结.doc》为用户上传文档,支持在线浏览,更多《守堤总结.doc(3页)》尽在文档网。
    (
        "doc pdf ppt txt wps",
        "noise-advert",
        r"《[^《》。]{2,60}\.(?:docx?|pdf|pptx?|txt|wps)[^《》。]{0,16}》[^。]{0,12}(?:上传|在线|分享|提供)[^。]{0,120}(?:网|文库|下载|阅读|搜索)[^。]{0,12}。?",
    ),
    (
        "内容来自",
        "noise-advert",
        "(?:文档|本文|资料|以上)?内容来自[^。]{2,10}[，,]本[网站][^。]{0,12}(?:真实性|准确性|版权)[^。]{0,12}。?",
    ),
    ("关 键 词", "noise-meta", rf"关{B}+键{B}+词{B}?[：:](?:[^。]{{2,60}})?"),
    (
        "感谢 谢谢",
        "noise-advert",
        "(?:感谢|谢谢)(?:您|你|大家)?的?(?:阅读|下载|浏览|观看|使用)[，,。！!]?[^。]{0,12}(?:下载|登录|收藏|关注|文库|网)[^。]{0,16}[。！!]?",
    ),
    (
        "doc pdf 格式 rtf txt Word",
        "noise-button",
        r"下载.{2,40}?[.．]?(?:[Ww]ord|docx?|pdf|rtf|txt)(?:原?格式)?(?:文档)?(?:[,，].{1,16})?[）)]?",
    ),
    (
        "下载到 保存到",
        "noise-button",
        "[^。！？]{0,20}(?:下载|保存)到(?:自己)?的?(?:电脑|手机|本地)[^。]{0,40}[。！!]?",
    ),
    (
        "文档 本站 资料",
        "noise-advert",
        rf"[-–—·]?{B}?\d{{1,2}}[、.．]{B}?[^。]{{0,30}}(?:本?文档|本站|(?:本|此|所有|全部|该)资料)[^。]{{0,40}}"
        "(?:付费|可阅读|侵犯|侵权|下载|充值|退款|版权|客服)[^。]{0,90}。?",
    ),
    (
        "文档内容",
        "noise-advert",
        rf"(?:{B}?\d{{1,2}}[.、．]){{1,2}}{B}?下载文档前请[^。]{{2,40}}[^。]{{0,60}}。?",
    ),
    ("声明", "noise-advert", "声明[：:]本(?:文|站)内容[^。]{0,12}(?:互联网|网络|用户).{0,240}"),
    # 2014年09月26日　星期五　第04版：文化周刊　上一版　下一版　返回首页
    (
        "版",
        "noise-meta",
        rf"{SITE_DAY}{B}{{0,4}}(?:星期|周)[一二三四五六日天]{B}{{0,6}}(?:第\s?[A-Z]?\d{{1,3}}版[^。]{{0,40}})",
    ),
    # 责任编辑：某某　投稿邮箱：…; with a telephone alone it is the foot of a bulletin
    (
        "投稿邮箱 投稿信箱 责编 责任编辑",
        "noise-meta",
        "(?:本期|本版|本栏)?(?:责任编辑|责编|编辑|版式)[：:][^。]{2,50}(?:邮箱|信箱)[：:].{0,60}",
    ),
    # （编辑：学生工作办公室）; （县工会供稿　责任编辑：某某）
    (
        "编辑 责编",
        "noise-meta",
        rf"[（(【\[](?:[^。，（）()【】：:]{{2,20}}(?:供稿|报送|整理){B}{{1,4}})?(?:责任编辑|责编|编辑)[：:][^。（）()【】]{{2,16}}[）)】\]]",
    ),
    # 【记者：本网　责任编辑：闻静】, where the site itself is said to report
    (
        "记者 通讯员",
        "noise-meta",
        rf"[（(【\[]?(?:记者|通讯员)[：:]{B}*(?:本[网站报刊台]|编辑部)[^。，：:]{{0,8}}{B}*(?:(?:责任编辑|责编|编辑|审核|校对|来源)[：:][^。，：:]{{1,16}}){{0,3}}[）)】\]]?",
    ),
    ("文档", "noise-related", "[您你]可能(?:还)?(?:关注|喜欢|感兴趣|需要)的?(?:相关)?文档"),
    ("文档评论", "noise-button", "文档评论.{0,8}"),
    ("版权提示 免责声明", "noise-advert", r"(?:版权提示|免责声明)[^。]{0,6}[|｜：:\d].{0,180}"),
    # 参与人数 2 威望 +5
    ("参与人数", "noise-button", rf"(?:评分{B}*)?参与人数\s?\d{{1,4}}.{{0,40}}"),
    ("人评分", "noise-button", rf"已有{B}?\d{{1,4}}{B}?人评分.{{0,40}}"),
    # The name of the site alone.
    (
        "网",
        "noise-advert",
        r"[\u4e00-\u9fffA-Za-z0-9]{0,8}(?:范文|文秘|公文|文库|作文|文档)[\u4e00-\u9fffA-Za-z0-9]{0,4}网",
    ),
    # The links of a page to its own texts: 第1篇：守堤 第2篇：换防 第3篇：退水
    (
        "1篇 一篇 篇1 篇一 范文1 范文一",
        "noise-button",
        rf"(?:(?:第{NUMBER}篇|篇{NUMBER}|范文{NUMBER})[：:][^。；！？：:]{{2,40}}?){{2,20}}",
    ),
    # [关键词:党员 堤防]; those of a paper stand in no such brackets.
    ("关键词 关键字 标签", "noise-meta", r"\[(?:关键词|关键字|标签)[：:][^\[\]。]{2,60}\]"),
    # What kind of page it is, over the title: 新闻详情, 接访信息详情.
    ("详情", "noise-meta", "[\u4e00-\u9fff]{0,4}(?:新闻|文章|公告|信息|内容|通知|动态)详情页?"),
    ("提交", "noise-button", "提交(?:回复|评论|留言)(?:返回|取消|重置|重填)?"),
    # A picture in Markdown, with its address.
    ("](", "noise-picture", r"!\[[^\[\]]{0,60}\]\([^()\s]{0,200}\)"),
    # The name of a picture, or when it was taken, to the second: IMG_2207, 20210426081502.
    ("IMG DSC 微信图片", "noise-picture", r"(?:IMG|DSCN?|微信图片)[_-]?\d{4,17}"),
    ("19 20", "noise-picture", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d[0-5]\d[0-5]\d"),
    (
        ".png .jpg .jpeg .gif .bmp",
        "noise-picture",
        r"[\w\u4e00-\u9fff（）()-]{1,40}\.(?:png|jpe?g|gif|bmp)",
    ),
    ("小编", "noise-related", "(?:本站|网站)?小编(?:精心|为[您你])?推荐[：:]?"),
    # 减小字体 增大字体 作者：佚名
    ("减小字体 增大字体 缩小字体", "noise-meta", "(?:[减缩]小字体|增大字体|放大字体)[^。]{0,80}"),
    # 本文 由 第 一 公 文 写 作 网 w w w . …
    (
        "w 网",
        "noise-advert",
        r"(?:[\u4e00-\u9fff]{1,2} ){3,}[\u4e00-\u9fff]{0,2}(?: ?[wW]){3} ?[.．][\w. ]{3,40}",
    ),
    (
        "返回上一页 数据载入",
        "noise-button",
        r"(?:\[?(?:数据载入中.{0,3}|返回上一页|打\s?印|关\s?闭)\]?\s*){1,4}",
    ),
    (
        "相关推荐 相关文章 相关阅读 相关热搜 相关搜索 相关热词",
        "noise-related",
        "[^。；！？]{2,40}相关(?:推荐|文章|阅读|热搜|搜索|热词)(?:文章|内容|范文)?[：:]?",
    ),
    # 日志 相关内容, set apart from what the links are about.
    (
        "相关内容 相关范文 相关资料 相关主题 相关搜索",
        "noise-related",
        rf"[^。，；！？：:{BLANK}]{{2,16}}{B}+的?相关(?:内容|范文|资料|主题|搜索)[：:]?",
    ),
    # Links of a site one behind the other: 导航链接校团委第二课堂……
    ("导航链接 友情链接", "noise-related", "(?:导航链接|友情链接)[^。，；！？]{0,200}"),
    # The head of a thread: 楼主：老槐 时间：2012-03-06 10:22:00 点击：1203 回复：15
    (
        "楼主",
        "noise-meta",
        rf"楼主[：:]{B}*[^{BLANK}]{{1,16}}{B}+时间[：:]{B}*{SITE_DAY}{B}+{TIME}.{{0,40}}",
    ),
    # The printed page of a forum: 作者: 某某    时间: 2014-4-24 20:31
    (
        "时间",
        "noise-meta",
        rf"作者[：:]{B}*[^{BLANK}]{{1,16}}{B}+时间[：:]{B}*{SITE_DAY}{B}+{TIME}",
    ),
    ("打印本页", "noise-meta", r"标题[：:].{2,60}\[打印本页\]"),
    ("回复", "noise-reply", r"回复\s*\d{1,4}\s?[#楼].{0,20}"),
    ("欢迎光临", "noise-advert", "欢迎光临[^。]{2,120}"),
    ("本文是关于", "noise-advert", "本文是关于[^。]{2,80}(?:仅供参考|希望|欢迎|下载).{0,60}"),
    (
        "精品资料 精品文档",
        "noise-page",
        r"精品(?:资料|文档)[，,]?(?:欢迎|敬请)(?:大家|您)?(?:下载|使用|收藏|阅读){1,2}[。！!]?|[^。，]{0,40}精品(?:资料|文档)[^。]{0,60}(?:独家|原创|写作|\d{1,3}\s?/\s?\d{1,3})[^。]{0,20}",
    ),
    ("来自 转载", "noise-page", r"[^。，]{4,40}\s来自[^。，]{2,12}网?\s?(?:www|http)[^。]{4,60}"),
    (
        "朋友圈",
        "noise-advert",
        "[^。]{0,16}(?:本站|本网|本文)[^。]{0,16}(?:转发|分享)[^。]{0,20}[。！!]?",
    ),
    ("版", "noise-meta", r"第[A-Z]?\d{1,3}版\s?[（(].{0,12}[）)]"),
    (
        "未完",
        "noise-meta",
        r"[…\s]{0,8}[（(]未完[，,]?\s?全文共\s?\d{2,6}\s?字.{0,120}",
    ),
    # ……此处隐藏5210个字……
    (
        "隐藏",
        "noise-page",
        r"[…\s.·—]{0,8}[（(【]?(?:此处|以下|中间)隐藏了?\s?[XxＸ×*\d]{1,6}\s?个?字(?:[，,]?请?(?:点击)?下载(?:完整版|全文))?[）)】]?[…\s.·—]{0,8}",
    ),
    ("会员上传", "noise-meta", rf"会员上传{B}*(?:分享|共享)?"),
    # 一审：何春　二审：林晓棠
    (
        "一审 二审",
        "noise-meta",
        rf"(?:[一二三]审(?:人员?)?{B}?[：:|｜丨]{B}?[\u4e00-\u9fff]{B}?[\u4e00-\u9fff]{{1,3}}(?:[{BLANK}|｜丨]+|$)){{2,3}}",
    ),
    # 查看: 812|回复: 3　[范文] 守堤心得大全　[复制链接]
    (
        "复制链接",
        "noise-meta",
        rf"(?:(?:查看|回复|浏览|阅读){B}?[：:]{B}?\d{{1,8}}[{BLANK}|｜]*){{1,3}}[^。]{{0,60}}[\[［【(（]复制链接[\]］】)）]",
    ),
    (
        "欢迎您 欢迎你",
        "noise-advert",
        "[^。]{0,24}[，,]?[^。，]{2,16}(?:网|库|站|家园)欢迎[您你]的?(?:光临)?[！!。]?",
    ),
    (
        "访问 手机版",
        "noise-meta",
        rf"{SITE_DAY}{B}+{TIME}[^。，]{{0,16}}(?:访问|手机版|人气)[^。，]{{0,16}}",
    ),
    # 今天是 2012年7月3日 星期二    设为首页 | 加入收藏
    (
        "今天是 现在是",
        "noise-button",
        rf"(?:今天|现在)是[：:]?{B}*{SITE_DAY}{B}*(?:(?:星期|周)[一二三四五六日天])?.{{0,24}}?(?:[{BLANK}|｜·\[\]【】]+(?:设为首页|加入收藏|收藏本站|网站地图|联系我们|无障碍浏览|手机版|繁體?体?|登录|注册|RSS))+[{BLANK}|｜\]】]*"
        # 云湖市人民政府门户网站　今天是2014年7月9日　星期三
        rf"|(?:[^。，：！？{BLANK}]{{2,24}}[！!]?{B}+)?(?:今天|现在)是[：:]?{B}*{SITE_DAY}{B}*(?:星期|周)[一二三四五六日天]"
        rf"(?:{B}+农历[^。，]{{2,16}}|{B}+{TIME})?",
    ),
    ("URL", "noise-meta", r"(?:Original )?URL[：:]\s?http.{3,160}"),
    ("一篇文章", "noise-related", "(?:上|下)一篇文章[：:].{0,60}"),
    (
        "素材 图片 供图 文案 文稿 排版 美编 监制 出品",
        "noise-meta",
        rf"(?:素材|图片|供图|文案|文稿|排版|美编|监制|出品)[：:]{B}*[^。，：:]{{1,20}}",
    ),
    # 其他800字读后感, and the name of the site.
    (
        "字 作文",
        "noise-meta",
        "其[他它]\\d{2,4}字(?:作文|读后感|观后感|日记|随笔|范文)?|(?:夸克|小荷|百度|无忧)作文(?:网)?",
    ),
    # The link from a copy of a page to the page itself.
    (
        "地址 链接 网址",
        "noise-button",
        "(?:点击|转入|进入|跳转到?|查看|阅读)?(?:文章|本文)?(?:首发|原文|原始|来源|出处)(?:地址|链接|网址)[：:]?",
    ),
    ("往期", "noise-related", "往期(?:推荐|回顾|精彩|内容|文章|好文){1,2}[：:]?"),
    ("相关主题", "noise-related", "相关主题[：:]?"),
    (
        "时间",
        "noise-meta",
        rf"时间[：:]{B}?{SITE_DAY}{B}+{TIME}(?:{B}+[\u4e00-\u9fff]{{2,6}}){{0,3}}",
    ),
    (
        "发表于",
        "noise-meta",
        rf"[^。，]{{0,20}}{B}?发表于{B}?{SITE_DAY}{B}+{TIME}{B}*[|｜].{{0,60}}",
    ),
    ("更多", "noise-advert", "更多[^。，]{0,12}请?(?:关注|加入|搜索|访问)[：:]?[^。，]{2,40}"),
    # 某某党建 2021-11-26 18:30
    (
        ":",
        "noise-meta",
        rf"(?!.{{0,12}}(?:时间|日期|地点|会议|活动))[^。，：:]{{2,20}}{B}+{SITE_DAY}{B}+{TIME}"
        rf"(?:{B}*[\u4e00-\u9fff]{{2,6}})?",
    ),
    # 2018-08-01 10:22 某某局
    (
        ":",
        "noise-meta",
        rf"{SITE_DAY}{B}+{TIME}{B}+[^。，：:{BLANK}]{{2,16}}(?:[局委办网站部院校]|党建|组工|中心|公司|政府)",
    ),
    # 查看: 1174 | 回复: 6; 帖子 3021　积分 8855
    (
        "查看",
        "noise-meta",
        rf"查看{B}?[：:]?{B}?\d{{1,8}}[{BLANK}|｜]*回复{B}?[：:]?{B}?\d{{1,7}}.{{0,20}}",
    ),
    (
        "帖子 精华 威望 积分",
        "noise-meta",
        rf"(?=.{{0,60}}(?:积分|精华|威望|UID))(?:(?:UID|帖子|主题|积分|精华|威望|金钱|金币|贡献|阅读权限|注册时间|在线时间){B}?[：:]?{B}?[\d-]{{1,10}}{B}?(?:点|枚|小时|级|分)?[{BLANK}|｜]*){{2,8}}",
    ),
    # 点击上方“某某县人民医院”可以订阅哦！
    (
        "关注 订阅 置顶 星标 收听",
        "noise-button",
        r"[↑↓▲▼☝👆👇★\s]*(?:请?(?:轻轻?)?(?:点击|点一下|长按|戳|猛戳))(?:[^。；]{0,8}(?:蓝字|蓝色|名片|卡片|头像|二维码|[“【「])[^。；]{0,30}(?:关注|订阅|置顶|星标|收听)[^。，；]{0,12}"
        r"|[^。，；]{0,4}(?:上|下|左|右|标题)[^。；]{0,12}(?:关注|订阅|置顶|星标|收听)(?:一下|我们的?|我|本号|公众号|哦|吧|即可){0,3})[。！!↑↓▲▼☝👆👇\s]*",
    ),
    # 原创 林晓棠 某某县人民医院 2017-05-12
    (
        "原创",
        "noise-meta",
        rf"原创(?:{B}?[：:]{B}*|{B}+)[^{BLANK}。，《》]{{1,16}}{B}+[^{BLANK}。，《》]{{2,20}}{B}+(?:{SITE_DAY}|\d\d?月\d\d?日|[今昨前]天)"
        rf"(?:{B}+{TIME})?(?:{B}+[\u4e00-\u9fff]{{2,6}})?",
    ),
    # 文字：林晓棠　图片：工会
    (
        "图 编辑 排版 审核 校对 摄影",
        "noise-meta",
        rf"(?=.{{0,80}}(?:图片?|编辑|排版|审核|校对|美编|摄影){B}?[：:/／|｜丨])(?:(?:文字?|图文?|图片|图/文|文/图|文案|撰文|撰稿|供稿|来源|素材|摄影|视频|编辑|责编|排版|美编|设计|制作|审核|校对|初审|复审|终审|监制|统筹|策划)"
        rf"{B}?[：:/／|｜丨]{B}?[^。，；：:|｜丨]{{1,20}}?(?:[{BLANK}|｜丨]+|$)){{2,8}}",
    ),
    (
        "打开",
        "noise-button",
        "(?:扫一扫|扫码|用手机扫描?)[^。，]{0,6}(?:手机|微信)[^。，]{0,4}打开[^。，]{0,8}",
    ),
    ("以下文章来源于", "noise-meta", "以下文章来源于[^。]{1,30}"),
    ("收录于", "noise-meta", "(?:已?收录于)[^。，]{0,4}(?:合集|话题|专辑|专题).{0,40}"),
    ("此内容的", "noise-related", "(?:喜欢|看过)此内容的人还(?:喜欢|看过?了?)[：:]?"),
    (
        "微信号 功能介绍",
        "noise-meta",
        rf"微信号{B}?[：:]?{B}?[A-Za-z][\w-]{{3,30}}|功能介绍{B}?[：:]?{B}?[^{BLANK}]{{4,120}}",
    ),
    # 本期责任编辑：袁洁　共印180份
    (
        "共印 本期",
        "noise-meta",
        rf"[（(]?(?:本期)?(?:(?:责任|执行|编辑|校对|审核|签发|审稿)[编辑审核签发人]*|责编|编辑|校对|主编)[：:]{B}*[^。：:]{{2,20}}?(?:{B}+(?:(?:责编|编辑|校对|审核|签发人?)[：:]{B}*[^。：:]{{2,16}}))*{B}*[（(]?(?:共印{B}?\d{{1,5}}{B}?份)?[）)]?",
    ),
    # 公众号 某某  2021-05-28 16:02:11   874 阅读
    (
        "阅读 浏览 公众号 点击 评论",
        "noise-meta",
        rf"[^。，！？]{{0,30}}{SITE_DAY}{B}+{TIME}{B}*(?:[\d,.]{{1,8}}[万wWkK]?{B}?\+?{B}?(?:阅读|浏览|点击|评论|次)+.{{0,16}})?",
    ),
)  # fmt: skip
_TABLE = tuple(
    (word, rule, pattern)
    for words, rule, pattern in (*_RULES, *prompts.RULES, *plates.RULES, *heads.RULES, *feet.RULES)
    for word in forms(words.split())
)
#: With these begin the few lines that have sentences in them.
_SENTENCES = frozenset("版免声公微以网开…（(-–—·0123456789本")
#: Lines without a full stop that are longer are prose all the same (characters).
_LONGEST = 130


@cache
def _words() -> AhoCorasick:
    return AhoCorasick([word for word, _, _ in _TABLE], implementation=Implementation.DFA)


# The title of a file among others of its kind: 优秀护士先进事迹材料.doc, 《防汛总结.docx》
_FILE = lazy_regex(r"《?[^。！？]{2,50}\.(?:docx?|pptx?|pdf|xlsx?|txt)》?")


def rule(text: str) -> str | None:
    """Give the rule by which a whole line is noise of this kind, or None.

    What is said of a file may stand in a list, or between bars: - 26.5 KB |.
    """
    if (len(text) > _LONGEST or text.find("。", 0, -1) >= 0) and text[0] not in _SENTENCES:
        return None  # prose, as most lines are
    found = _rule(text)
    if not found and (text[0] in "-•·|｜" or text[-1] in "|｜"):
        inner = _rule(_ITEM.sub("", text))
        found = inner if inner in ("noise-meta", "noise-page") else None
    return found


#: The sign of an item and the bars of a row.
_ITEM = lazy_regex(rf"^(?:[-•·]{B}+|[|｜]{B}*)|{B}*[|｜]$")


def _rule(text: str) -> str | None:
    hits = _words().find_matches_as_indexes(text, overlapping=True)
    # One expression has several words, and a word may stand in a line more than once.
    for name, pattern in dict.fromkeys(_TABLE[index][1:] for index, _, _ in hits):
        if _compiled(pattern).fullmatch(text):
            return name
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule when a line first needs it: most sources need but a few."""
    return re.compile(either(pattern))


def is_file(text: str) -> bool:
    """Say whether a line is the name of a file, as lists of other documents have it."""
    return "." in text and _FILE.fullmatch(text) is not None


_SUMMARY = frozenset(
    forms("资料摘要 文档摘要 资料简介 文档简介 资料预览 文档预览 资料介绍 文档介绍".split())
)


def heads_preview(text: str, above: str) -> bool:
    """Say whether a line stands over what a site shows of a document, below other words of it.

    ``above`` is the rule of the line before; in an essay 资料摘要 is a heading.
    """
    return bool(above) and 4 <= len(text) <= 5 and text.rstrip("：:") in _SUMMARY
