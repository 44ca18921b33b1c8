"""What stands alone on lines of a page: its counters and pagers, its buttons, who copied it.

The rules are of the same form as those of :mod:`sites`, which tries them together with its own.
"""

from __future__ import annotations

from ..text.signs import BLANK

_B = f"[{BLANK}]"

#: (words, rule, expression): a line with one of the words that matches whole is dropped.
RULES: tuple[tuple[str, str, str], ...] = (
    # 作者投稿 | 云岭组工网
    ("| ｜", "noise-breadcrumb", rf"[^。，|｜]{{2,10}}{_B}*[|｜]{_B}*[^。，|｜]{{2,12}}网"),
    # 年终总结网 www.example.com 提供海量年终总结
    (
        "www http",
        "noise-advert",
        rf"[^。，：:]{{2,12}}网{_B}*(?:https?://|www\.)[\w./-]{{3,60}}{_B}*(?:为[您你])?提供[^。，]{{2,24}}",
    ),
    (
        "break Break nextpage",
        "noise-page",
        r"[\[【<{@#!*%/\s-]{0,6}(?:[Pp]age[_ -]?[Bb]reak|nextpage)[\]】>}@#!*%/\s-]{0,6}",
    ),
    ("广告", "noise-advert", r"[【\[（(]?广告位?(?:招租)?[】\]）)]?"),
    ("顶部 TOP Top", "noise-button", rf"[↑△▲^{BLANK}]*(?:(?:返回|回到)顶部|TOP|Top)[↑△▲^{BLANK}]*"),
    # Word文档下载：心得体会.doc, 下载Word文档, 本文下载地址
    (
        "Word word WORD DOC doc TXT txt 下载地址",
        "noise-button",
        r"(?:点击|免费|立即)?下载(?:[Ww]ord|WORD|DOC|doc|TXT|txt|PDF|pdf)[^。，,]{0,8}(?:[，,]方便收藏[^。]{0,8})?|(?:本文)?下载地址[：:]?"
        r"|(?:[Ww]ord|WORD)(?:文档|版)?下载[：:][^。，]{2,40}",
    ),
    (
        "阅读 浏览 点击 人气 热度",
        "noise-meta",
        rf"(?:阅读|浏览|点击|人气|热度)量?{_B}+\d{{1,8}}次?",
    ),
    (
        "作者",
        "noise-meta",
        r"作者[：:]\s?(?:佚名|未知|不详|匿名|网络|网友|互联网|[Aa]dmin|管理员)",
    ),
    ("出处", "noise-meta", r"出处[：:]\s?[^。，：:]{0,14}(?:网|网络|文库|论坛|网站)"),
    (
        "关键字 栏目 摘要 TAG",
        "noise-meta",
        r"(?:关键字|(?:TAG|[Tt]ag)s?(?:标签)?)[：:][^。]{1,40}|所属栏目[：:][^。，]{1,16}|摘要[：:]\s?无",
    ),
    (
        "本文标题 正在浏览 正在阅读",
        "noise-meta",
        r"本文标题[：:][^。]{2,60}|[您你]?(?:现在)?正在(?:浏览|阅读)(?:的是)?[：:]?[^。，]{0,40}",
    ),
    (
        "转载",
        "noise-advert",
        r"[^。，]{0,12}未经[^。，]{0,4}(?:允许|许可|授权|同意)[^。，]{0,6}(?:不得|禁止|请勿|谢绝)[^。，]{0,8}[。!！]?",
    ),
    (
        "本文由",
        "noise-advert",
        "本文由[^。，]{0,6}(?:网友|会员|用户|读者)[^。，]{0,6}(?:上传|投稿|提供|分享|整理|发布)。?",
    ),
    # 以上就是心得体会的全部内容，希望对大家有所帮助。更多精彩内容请关注本站。
    (
        "以上就是 以上是",
        "noise-advert",
        r"以上就?是(?!.{0,40}我)(?=.*(?:希望|更多))[^。]{2,40}内容[，,。！!]"
        r"(?:[^。]{0,6}希望[^。]{0,14}(?:帮助|参考|借鉴|喜欢)[^。]{0,6}[。！!]?)?"
        r"(?:更多[^。]{2,30}(?:关注|访问|点击|收藏)[^。]{0,16}[。！!]?)?",
    ),
    # What a page counts of its readers, and what it lets them do.
    (
        "评论 参与",
        "noise-button",
        rf"(?:已有|共有?){_B}?\d{{1,6}}{_B}?(?:人|位网友|条)(?:评论|参与)[^。，]{{0,6}}",
    ),
    (
        "顶 踩 赞 打赏 举报 分享",
        "noise-button",
        rf"(?:打赏|投诉举报|百度分享|一键分享)(?:{_B}?[（(]\d{{1,6}}[)）])?"
        rf"|(?:(?:顶|踩|赞|收藏|点赞|推荐|分享){_B}?[（(]{_B}?\d{{1,6}}{_B}?[)）]{_B}*){{1,6}}|顶一下{_B}*踩一下",
    ),
    (
        "下一页 末页 尾页",
        "noise-page",
        rf"(?:[\[【]?(?:首页|上一页|下一页|末页|尾页|\d{{1,3}})[\]】]?{_B}*){{3,24}}",
    ),
    (
        "更多 全文 剩余 本文共",
        "noise-button",
        r"(?:点击)?(?:查看|阅读|浏览)更多(?:内容)?|展开(?:阅读)?(?:全文|更多)|(?:全文|本文)共\s?\d{1,3}\s?页"
        r"|剩余[^。，]{0,6}请?下载[^。，]{0,8}",
    ),
    # The program that a site was made with signs what is copied from it.
    (
        "dedecms DedeCMS 织梦",
        "noise-advert",
        r"(?:[Cc]opyright|内容来自|本文来自|来源[：:]?)?\s?(?:[Dd]ede[Cc][Mm][Ss]|织梦(?:内容管理系统|好，好织梦)?)",
    ),
    ("客服", "noise-advert", r"(?:在线)?客服(?:电话|热线|QQ|微信)?[：:]\s?[\d-]{5,20}"),
    ("推荐", "noise-related", "更多(?:相关)?[^。，：:]{0,16}推荐[：:]?"),
    ("都在看", "noise-related", "大家都在看[：:]?"),
    (
        "图片来源",
        "noise-meta",
        r"[（(]?图片来源[：:]\s?(?:网络|互联网|本站|百度)[^。，]{0,6}[）)]?",
    ),
    (
        "播放 加载",
        "noise-button",
        r"点击播放(?:视频|音频)?|(?:正在|页面)?加载中?[.…。]{0,6}",
    ),
    ("价格", "noise-meta", r"价格[：:]\s?\d[\d.]*\s?(?:元|金币|积分|财富值)"),
    ("导航 导读 本页目录", "noise-button", "(?:内容导航|本页目录|文章导读|文章导航)[：:]?"),
    # Who put a text up and when: 管理员 2023-09-18
    (
        "管理员 admin",
        "noise-meta",
        rf"(?:(?:系统|网站|后台)?管理员|admin){_B}+20\d\d[-./年]\d\d?[-./月]\d\d?日?(?:{_B}+\d\d?[:：]\d\d(?:[:：]\d\d)?)?",
    ),
    # 文档评分：★★★★☆　下载：18次　收藏：6次
    (
        "文档评分",
        "noise-meta",
        rf"文档评分[：:]{_B}?[★☆\d.分]{{1,6}}(?:{_B}+(?:下载|收藏|浏览|阅读)[：:]{_B}?\d{{1,7}}次?){{0,4}}",
    ),
    (
        "请先预览",
        "noise-advert",
        rf"[-–—·]?{_B}?(?:\d{{1,2}}[、.．]{_B}?)?请先预览[^。]{{0,12}}下载[^。]{{0,50}}。?",
    ),
)
