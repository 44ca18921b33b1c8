"""Finds what a government's site sets over a document and below it.

Over it stands a table (索引号, 发布机构, 成文日期, 主题词, …), a label and its value in a line,
several in a line, or each on a line of its own; below it who runs the site (主办, 承办, ICP备).
The labels are those of the core metadata that the State Council's office laid down for such
sites in 2009 (政府信息公开目录系统实施指引), and what sites have made of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from ..body.lines import Dropped, Line
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B, core, ends_with_genre
from ..text.variants import either, forms

#: One of the usual blanks; those without a width stand in no label.
_GAP = "[ \t\u00a0\u3000]"


#: Labels up to this length are spread to the width of longer ones (文　　号).
_SPREAD = 3


def _spread(words: str) -> str:
    """Give an expression for any of the words, in short ones blanks between their characters."""
    return "|".join(
        f"{_GAP}{{0,6}}".join(word) if len(word) <= _SPREAD else word for word in words.split()
    )


#: Labels that nothing but such a table has.
_SURE = (
    "信息索引号 索引号 信息索引 信息分类 信息类别 主题分类 组配分类 体裁分类 公开类别 公开方式 "
    "公开形式 公开范围 公开时限 公开属性 公开程序 公开责任部门 效力状态 文件状态 是否有效 "
    "有效性 时效性 信息名称 内容概述 内容概要"
)
#: Labels that it shares with letters, plans and archives.
_OTHERS = (
    "发布机构 发布机关 发布单位 发文机构 发文机关 发文单位 公开单位 制发机关 制发单位 责任部门 "
    "成文日期 成文时间 发文日期 发文时间 发布日期 发布时间 生成日期 产生日期 形成日期 公开日期 "
    "生效日期 生效时间 实施日期 施行日期 失效日期 失效时间 废止日期 废止时间 有效期限 有效期 "
    "发文字号 发文文号 公文文号 文件编号 文号 信息编号 登记号 统一编号 公文种类 文种 名称 标题 "
    "主题词 关键词 关键字 内容分类 所属类别 信息来源 来源 浏览次数 点击数 访问量 责任编辑 作者 "
    "词 语种 所属机构 载体类型 记录形式 服务对象 备注"
)
_LABEL = lazy_regex(
    either(
        rf"(?:^[•·●◆■▪*|｜-]?{B}*|(?<=[{BLANK}|｜]))[【\[]?(?:(?P<sure>{_spread(_SURE)})|(?:{_spread(_OTHERS)}))"
        rf"[】\]]?{B}*(?P<colon>[：:]|[|｜]|(?<=[{BLANK}】\]])|$)"
    )
)
#: What a line with such labels begins with: one of them, or a sign before it.
_FIRST = frozenset(
    "".join(word[0] for word in forms((_SURE + " " + _OTHERS).split())) + "•·●◆■▪*-|｜【["
)
# What stands over the table itself.
_NAMED = lazy_regex(either(r"(?:政府|政务)?信息公开(?:目录|表|指南|信息)?|公开信息|基本信息"))
#: A value is at most this long (characters); so many labels are a table where none is sure.
_VALUE, _MANY = 130, 4
#: A label alone has at most so many characters.
_ALONE = 20
_STOPS = lazy_regex("[。；！？!?]|，.*，")
_DIGITS = lazy_regex(rf"[\d年月日:：./〔〕\[\]{BLANK}-]+|[A-Za-z0-9/_-]{{6,}}")


def table(
    lines: Sequence[Line], dropped: Sequence[Dropped] = (), source: str = "", base: int = 0
) -> list[int]:
    """Give the lines of all such tables.

    ``dropped`` are the lines of one stretch of ``source`` that went before, labels among them;
    ``base`` is the offset of its first character.
    """
    labelled = _labels_gone(lines, dropped, source, base)
    found: list[int] = []
    end = 0
    for index, line in enumerate(lines):
        text = line.text
        if text[0] not in _FIRST or len(text) > _VALUE * 2 or index < end or not _labels(line):
            continue
        end, sure, count = _run(lines, index, labelled)
        if (sure and count > 1) or (count >= _MANY and not index):
            named = index == 1 and _NAMED.fullmatch(lines[0].text) is not None
            found += range(index - named, end)
    return found


def _labels_gone(
    lines: Sequence[Line], dropped: Sequence[Dropped], source: str, base: int
) -> set[int]:
    """Give the lines right above which a label alone was dropped (发布日期：)."""
    return {
        bisect_left(lines, item.end, key=lambda line: line.tracked.start)
        for item in dropped
        if item.rule == "noise-meta"
        and item.end - item.start <= _ALONE
        and (label := _LABEL.match(source[item.start - base : item.end - base]))
        and label.end() == item.end - item.start
    }


def _labels(line: Line, inside: bool = False) -> list[re.Match[str]]:
    """Give the labels of a line that is nothing but labels with their values, or none.

    ``inside`` a table one label is enough that has a blank in place of its colon.
    """
    text = line.text
    if (
        text[0] not in _FIRST
        or line.said
        or not (labels := list(_LABEL.finditer(text)))
        or labels[0].start()
    ):
        return []
    bare = not labels[0]["colon"] and len(labels) == 1 and labels[0].end() < len(text)
    if bare and not inside and not labels[0]["sure"]:
        return []
    if len(labels) == 1 and text.startswith("作") and not text.endswith(("：", ":")):
        return []  # who wrote what is below
    return [] if any(len(v) > _VALUE or _STOPS.search(v) for v in _values(labels)) else labels


def _values(labels: Sequence[re.Match[str]]) -> list[str]:
    """Give what stands behind each label of a line."""
    ends = [one.start() for one in labels[1:]] + [len(labels[0].string)]
    pieces = (one.string[one.end() : end] for one, end in zip(labels, ends, strict=True))
    return [piece.strip() for piece in pieces]


def _run(lines: Sequence[Line], first: int, labelled: Set[int]) -> tuple[int, bool, int]:
    """Read a table from its first line; give its end, whether a label is sure, and how many.

    ``labelled`` are the lines right above which a label alone is gone.
    """
    sure, count, index, title = False, 0, first, ""
    while index < len(lines):
        if labels := _labels(lines[index], sure):
            sure = sure or any(one["sure"] for one in labels)
            values = _values(labels)
            for one, value in zip(labels, values, strict=True):
                title = core(value) if value and _OF_TITLE.match(one[0].lstrip()) else title
            label, value = labels[-1][0], values[-1]
            index += 1
        elif sure and index in labelled:
            label, value = "", ""
        else:
            break
        count += max(len(labels), 1)
        if not value and index < len(lines):
            if _is_value(lines, index, label, title, labelled):
                title = core(lines[index].text) if _OF_TITLE.match(label) else title
                index += 1
            elif not label:
                break
    return index, sure, count


def _is_value(
    lines: Sequence[Line], index: int, label: str, title: str, labelled: Set[int]
) -> bool:
    """Say whether a line below a label alone is its value, and not the title of the document.

    ``title`` is what the table gives as that.
    """
    text = lines[index].text
    if _labels(lines[index]) or len(text) > _VALUE or _STOPS.search(text) or lines[index].said:
        return False
    inside = index + 1 < len(lines) and bool(_labels(lines[index + 1]) or index + 1 in labelled)
    if inside or _DIGITS.fullmatch(text):
        return True
    if title and title.startswith(core(text)):
        return False
    if _OF_SUBJECTS.match(label) and _SUBJECTS.fullmatch(text):
        return True
    return len(text) <= 20 and not lines[index].blanks and not ends_with_genre(text)


# The title of the document, and words that its text is filed under: 防汛　措施　通知.
_OF_TITLE = lazy_regex(either(rf"[【\[]?(?:{_spread('标题 名称')}|信息名称)"))
_OF_SUBJECTS = lazy_regex(either(rf"[【\[]?(?:{_spread('主题词 关键词 关键字')})"))
_SUBJECTS = lazy_regex(
    rf"[^。，；：{BLANK}]{{1,10}}(?:(?:{B}+|[；;、,，])[^。，；：{BLANK}]{{1,10}}){{1,9}}"
)


_RUN_BY = lazy_regex(
    either(
        rf"(?:(?:(?:网站)?(?:主管|主办|承办|协办|运维|维护|管理|建设)(?:单位)?|技术支持|网站标识码|"
        rf"(?:联系|通讯)?(?:地址|电话)|传真|邮编|邮政编码|(?:电子)?(?:邮箱|信箱)|网址|备案号?|[Ee]-?mail)"
        rf"{B}?[：:][^。；：:]{{0,40}}[{BLANK}|｜]*){{1,8}}|"
        r".{0,60}(?:ICP[备证]|公网安备|网站标识码|版权所有|[Cc]opyright).{0,80}|"
        r"(?:建议|推荐)使用.{2,60}(?:浏览|访问|分辨率).{0,30}"
    )
)
#: One of these stands in every such line.  Each begins with one character, not a class of them, so
#: that the search passes over all else at once.
_MAY_BE_BY = lazy_regex("：|:|ICP|安备|安備|站标|站標|所有|opyright|使用")
#: Such a line has at most so many characters.
_LONGEST = 160
_SURELY_BY = lazy_regex(
    either("ICP[备证]|公网安备|网站标识码|版权所有|[Cc]opyright|技术支持|网站(?:主|承|维|管|建)")
)
_WHO = lazy_regex(either(r"(?:主办|承办|主管|运维|维护)(?:单位)?\s?[：:]"))


# Over a column stands who runs it, and where readers may send their texts.
_HOLDS = lazy_regex(either(rf"(?:主管|主办|承办|协办)(?:单位)?{B}*[：:][^。；！？]{{2,60}}"))
_SEND = lazy_regex(
    either(rf"(?:投稿|征稿|来稿)(?:邮箱|信箱|热线|电话|地址|方式)?{B}*[：:][^。；！？]{{4,60}}")
)


def head(lines: Sequence[Line]) -> list[int]:
    """Give the lines at the very top that say who runs a column and where to send texts."""
    found: list[int] = []
    sent = False
    for index, line in enumerate(lines[:-1]):
        if line.said or not (_HOLDS.fullmatch(line.text) or _SEND.fullmatch(line.text)):
            break
        sent = sent or _SEND.fullmatch(line.text) is not None
        found.append(index)
    return found if sent and len(found) > 1 else []


def foot(
    lines: Sequence[Line], dropped: Sequence[Dropped], source: str = "", base: int = 0
) -> list[int]:
    """Give the lines below a document that say who runs the site.

    A plan names those who hold an event (主办单位：) too; so words of sites must be among
    the lines or right below them, or buttons of the page stand right above them.  ``base`` is
    the offset of the first character of ``source``, the stretch of the lines.
    """
    told = [i for i, line in enumerate(lines) if len(line.text) <= _LONGEST and _runs_site(line)]
    found: list[int] = []
    end = 1  # the first line is none
    for index in told:
        if index < end:
            continue
        end = index + 1
        while end in told:
            end += 1
        texts = [line.text for line in lines[index:end]]
        sure = any(map(_SURELY_BY.search, texts)) or (
            end == len(lines) and _owner_below(dropped, source, base, lines[-1].tracked.end)
        )
        if sure or (any(map(_WHO.match, texts)) and _buttons_above(lines, dropped, index)):
            found += range(index, end)
    return found


def _owner_below(dropped: Sequence[Dropped], source: str, base: int, end: int) -> bool:
    """Say whether what was dropped right below the last line says whose the site is."""
    low = bisect_left(dropped, end, key=lambda item: item.start)
    return low < len(dropped) and bool(
        _SURELY_BY.search(source[dropped[low].start - base : dropped[low].end - base])
    )


def _runs_site(line: Line) -> bool:
    if line.said or not _MAY_BE_BY.search(line.text):
        return False
    return bool(_RUN_BY.fullmatch(line.text))


def _buttons_above(lines: Sequence[Line], dropped: Sequence[Dropped], index: int) -> bool:
    """Say whether buttons of the page stood between a line and the one above it."""
    low = bisect_left(dropped, lines[index - 1].tracked.end, key=lambda item: item.start)
    high = bisect_left(dropped, lines[index].tracked.start, key=lambda item: item.start)
    return any(item.rule in ("noise-button", "noise-related") for item in dropped[low:high])
