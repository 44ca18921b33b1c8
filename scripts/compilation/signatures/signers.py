"""Tells who signs: names, bodies and offices, alone or together, in the words of a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, is_han, squeeze
from ..text.variants import either
from .bodies import BODIES, behind_body, is_class, is_of, like_name, of_body
from .labels import (
    IN_BRACKETS,
    PERSONAL,
    REMARKS,
    REMARKS_END,
    ROLES,
    SHORT_ROLES,
    TAKEN_DOWN,
    without_role,
)
from .names import (
    DOUBLE_APART,
    is_called,
    is_name,
    is_office,
    is_surely_name,
    is_unit,
    is_word,
    may_be_name,
    name_sizes,
    two_names,
)

#: What parts the words of a byline.
PARTS = lazy_regex(rf"[{BLANK}\n，,；;：:/／|｜&＆●]+")
_COLON = lazy_regex(r"([^：:，,。]{2,16})[：:]([^：:，,。]{2,24})")
# What is said of a meeting or a document, not of its author.
_OF_MEETING = lazy_regex(
    either("参加|出席|列席|主持|记录|时间|地点|人员|会议|对象|联系|电话|指导|主题|内容|目标|要求")
)
# Words that stand in no name of a body.
_NO_BODY = lazy_regex(
    either(
        "[我你他她的了着“”《》]|[办辦做管建守]好|"
        "^(?:学习|践行|弘扬|坚守|建设|发展|振兴|走进|来到|热爱|创建|争创|共建)"
    )
)


# Who signs together, for a paper or a party: 高三（1）班全体同学, 本刊评论员, 共青团某县委.
_TOGETHER = lazy_regex(
    either(
        "[^，。；：]{2,16}(?:全体|部分)(?:同学|党员|职工|员工|师生|教师|学员|队员|官兵|干警|战士|学生|干部|同志|成员)"
        "|(?:本[报刊]|特约)(?:特约)?评论员|(?:中共|共青团)[^，。；：]{2,10}委"
    )
)


def without_remarks(text: str) -> str:
    """Give a text without what stands behind its name of the person (中共党员, （笔名）).

    Nor who took down what that person told, where no name is said (贺有才口述　小杨整理).
    """
    if "述" in text and (told := TAKEN_DOWN.search(text)):
        helper = squeeze(told["who"])
        named = is_name(helper) or office_and_name(helper) is not None
        text = text if named or has_names(told["who"]) else text[: told.start()]
    if text[-1:] not in REMARKS_END:
        return text
    return REMARKS.sub("", IN_BRACKETS.sub("", text) if text[-1] in "）)" else text)


def tokens_of(text: str) -> list[str]:
    """Part a text at blanks and commas, without brackets that a date has left open."""
    text = DOUBLE_APART.sub(r"\1\2", _parted(text))
    parts = (t.rstrip("（([【〔").lstrip("）)]】〕") for t in PARTS.split(text))
    tokens: list[str] = []
    for part in parts:  # 党组成员、副局长 is one office; 高飞、胡杨 are two names
        split = part.split("、")
        offices = len(split) > 1 and not any(_may_sign(one) for one in split)
        tokens += [part] if offices else split
    return without_roles([token for token in tokens if token])


def _parted(text: str) -> str:
    """Give a text with blanks for other signs between a body and a name, or two names.

    县委党校·李明, 李明和王芳; in 阿不都·买买提 the dot is of the name, in 贾和平 the word too.
    """
    if (dot := _DOT.search(text)) and (
        is_unit(text[: dot.start()]) or is_office(text[: dot.start()])
    ):
        return f"{text[: dot.start()]} {text[dot.end() :]}"
    for found in _AND.finditer(text, 2):
        one = PARTS.split(text[: found.start()])[-1]
        if is_name(one) and is_name(PARTS.split(text[found.end() :])[0]):
            return f"{text[: found.start()]} {text[found.end() :]}"
    return text


_DOT = lazy_regex("[·•・]")
_AND = lazy_regex("[和与與]")


def without_roles(tokens: list[str]) -> list[str]:
    """Give the words of a byline without what somebody did for the text (李明　整理, 王芳/文)."""
    kept = [token for token in tokens if token not in ROLES]
    while len(kept) > 1 and kept[-1] in SHORT_ROLES and len(kept[-2]) > 1:
        kept.pop()
    return kept


def _may_sign(text: str) -> bool:
    """Say whether a word between enumeration commas is a name or a letter of one, no office."""
    return len(text) < 2 or (is_name(text) and not of_body(text))


def is_signer(text: str) -> bool:
    """Say whether a text is a name, a body, an office, or some of them together."""
    text = without_remarks(text)
    plain = squeeze(text).strip("：:，,、")
    if not plain or len(plain) > 40:
        return False
    if not plain.strip("*＊"):
        return False  # a row of signs
    if is_name(plain) or (len(plain) == 1 and is_han(plain)):
        return True
    if (with_colon := _COLON.fullmatch(text.strip())) and _says_who(*with_colon.groups()):
        return True
    plain = without_role(plain)
    if re.search(r"[：:，,。]", plain) or re.match(r"[0-9一二三四五六七八九十]{1,2}[、.]", plain):
        return False
    if is_unit(plain) and len(plain) >= 4 and not _NO_BODY.search(plain):
        return True
    if is_class(plain) or _TOGETHER.fullmatch(plain):
        return True
    if has_names(text):
        return True
    glued = office_and_name(plain)
    return glued is not None and len(plain) <= 30


def _says_who(label: str, text: str) -> bool:
    """Say whether a colon parts a body or office from names (机关党委：张立功　孙桂芝).

    Before nothing but names the body may be a small one (小一班：张立功　孙桂芝).
    """
    label = squeeze(label)
    if is_name(squeeze(text)):
        return is_of(label)
    if _OF_MEETING.search(label) or not of_body(label):
        return False
    if all(map(is_name, tokens_of(text))):
        return True
    return (
        (is_unit(label) or is_office(label))
        and all(is_name(t) or is_office(t) or is_unit(t) for t in tokens_of(text))
        and has_names(text)
    )


def has_names(text: str) -> bool:
    """Say whether the words of a text are names, what stands before them bodies or offices."""
    text = DOUBLE_APART.sub(r"\1\2", _parted(text.strip()))
    words = [without_role(t) for t in PARTS.split(text.replace("、", " ")) if t]
    tokens = without_roles(words)
    if len(tokens) < 2:
        return len(words) > 1 and bool(tokens) and is_name(tokens[0])
    for size in (1, 2, 3):
        if size < len(tokens) + 1 and name_of(tokens[-size:]):
            front = _lettered(tokens[:-size])
            if all(len(t) >= 2 or t == front[0] for t in front) or not front:
                return all(is_of(t) for t in front)
    single = next((i for i, token in enumerate(tokens) if len(token) > 1), 0)
    first, behind = "".join(tokens[:single]) or tokens[0], tokens[single or 1 :]
    if (is_name(first) or name_of(tokens[:single])) and behind and all(map(_after_name, behind)):
        return True
    if len(tokens) > 2 and len(tokens[-2]) == len(tokens[-1]) == 1 and paired(text):
        return True  # 设计科　巧　妙
    body, last = tokens[-2:]
    rare = may_be_name(last) and not (of_body(last) or is_word(last))
    placed = behind_body(body, last) or (is_unit(body) and (rare or is_called(last)))
    return placed and all(is_of(t) for t in tokens[:-1])


def _lettered(tokens: Sequence[str]) -> list[str]:
    """Give words with the letters of each name put together (水文站 王 实 李春华)."""
    words: list[str] = []
    for single, group in itertools.groupby(tokens, lambda token: len(token) == 1):
        letters = list(group)
        words += ["".join(letters)] if single and name_of(letters) else letters
    return words


def names_by_place(tokens: Sequence[str]) -> set[str]:
    """Give the words that are names in a byline because they stand behind its body or office.

    For names that no list of surnames has: 设计科　巧妙, 党政综合办　明亮　光辉.
    """
    first = next((i for i, t in enumerate(tokens) if not _like_of(t)), len(tokens))
    names = tokens[first:]
    return set(names) if first and len(names) <= 4 and all(map(pen_name, names)) else set()


_SHAPE = lazy_regex("[\u4e00-\u9fff]{2,3}")


def pen_name(text: str) -> bool:
    """Say whether a word that signs alone can only be a name, whatever its first character."""
    if not _SHAPE.fullmatch(text) or text in ROLES or text in PERSONAL:
        return False
    return not _like_of(text) and not _NO_BODY.search(text)


def _like_of(text: str) -> bool:
    """Say whether a word ends like a body or an office, however short."""
    return len(text) >= 2 and (text[-1] in BODIES or of_body(text))


def paired(text: str) -> bool:
    """Say whether a line has the shape of a body or office and names, whatever the names.

    炼铁厂　齐心, 夕照（退休教师）; one such line proves nothing, many at one place do.
    """
    if len(text) > 30 or _SENTENCE.search(text):
        return False
    if text[:1] in ("（", "(") and text[-1] in "）)":
        text = text[1:-1]
    if (found := _OF_IN_BRACKETS.fullmatch(text)) and _like_of(found["of"]):
        return bool(_SHAPE.fullmatch(squeeze(found["name"]))) and not _like_of(found["name"])
    return bool(names_by_place(_joined(tokens_of(text))))


_SENTENCE = lazy_regex("[。；：！？，:;!?,《》“”]")
_OF_IN_BRACKETS = lazy_regex(
    rf"(?P<name>[^（()）]{{2,6}}?)[{BLANK}]*[（(](?P<of>[^（()）]{{2,20}})[）)]"
)


def _joined(tokens: Sequence[str]) -> list[str]:
    """Give words with single characters put together (设计科 巧 妙)."""
    kept = [t for t in tokens if len(t) > 1]
    single = "".join(t for t in tokens if len(t) == 1)
    return [*kept, single] if single else kept


def _after_name(text: str) -> bool:
    """Say whether a word behind a name can only say where or what that person is."""
    if is_office(text) or is_unit(text):
        return True
    return (len(text) >= 4 and of_body(text)) or (3 <= len(text) <= 6 and text[-1] in "办辦")


def of_somewhere(text: str) -> bool:
    """Say whether two words in brackets are a place, whatever its end, and a name.

    （下河沿　马占海）; not who is written of (记河沿　马占海).
    """
    found = _SOMEWHERE.fullmatch(text)
    if not found or _NO_BODY.search(found["of"]) or is_name(found["of"]):
        return False
    return is_name(squeeze(found["name"]))


_SOMEWHERE = lazy_regex(
    either(
        rf"(?![记写访悼赠致忆念送给献])(?P<of>[\u4e00-\u9fff]{{2,5}}[^地得着过里上下中\W])[{BLANK}]+"
        rf"(?P<name>[\u4e00-\u9fff][{BLANK}]{{0,3}}[\u4e00-\u9fff][{BLANK}]{{0,3}}[\u4e00-\u9fff])"
    )
)


def office_and_name(token: str) -> tuple[str, str] | None:
    """Part 收费站党支部书记庄严 into office and name."""
    for size in name_sizes(token):
        if (
            len(token) > size + 1
            and is_name(token[-size:])
            and token[-size] not in _VERBS
            and not of_body(token[-size:])
            and (
                is_office(token[:-size])
                or (len(token) > size + 2 and _is_unit(token[:-size]))
                or (_ROOM.fullmatch(token[:-size]) and _surely(token[-size:]))
                or (token[-size - 1] in "科室股" and not token[-size:].isalpha())  # 儿科×××
            )
        ):
            return token[:-size], token[-size:]
    return None


# A small office whose end is a word too: 局档案室.
_ROOM = lazy_regex("[一-鿿]{2,7}室")


def _surely(name: str) -> bool:
    """Say whether a name is one wherever it stands, or what is printed in place of one (××)."""
    return is_surely_name(name) or not name.isalpha()


# Surnames that behind a word without a blank are what that one does (青年党员谈学习).
_VERBS = frozenset("谈談查支")


def _is_unit(text: str) -> bool:
    """Say whether a text before a name is a body, a small office of a bureau too (财务股)."""
    return is_unit(text) or (3 <= len(text) <= 8 and text[-1] in "股办辦")


def whom_label_names(text: str) -> set[str]:
    """Give the name behind a label of persons (讲述人：调度室　来永福): all of it or its end.

    With a body or office behind it the name comes first, but for a short body that has an office
    and a name behind it (讲述人：机修连　上等兵　来永福).
    """
    if like_name(squeeze(text)):
        return {squeeze(text)}
    tokens = tokens_of(text) or [""]
    last = tokens[-1]
    first = like_name(tokens[0]) and not (len(tokens) > 2 and is_name(last) and not of_body(last))
    if len(tokens) > 1 and first and (is_office(tokens[1]) or is_unit(tokens[1])):
        return {tokens[0]}
    one = may_be_name(last) and not of_body(last) and not two_names(last)
    return {last} if one or is_called(last) else set()


def name_of(tokens: Sequence[str]) -> bool:
    """Say whether tokens are one name: letters set apart (江 山) are one where words are not."""
    name = "".join(tokens)
    if len(tokens) > 1 and all(len(token) == 1 for token in tokens):
        return is_name(name) or (len(name) <= 3 and may_be_name(name))
    return is_name(name)
