"""Finds run-in headings without a mark: labels of what is said under them (德：……, 能：……)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..signatures.names import is_called, is_name, is_office, is_surely_name
from ..text.lazy import lazy_regex
from ..text.numerals import CHINESE, value
from ..text.signs import Mark, enumerates, is_note
from ..text.variants import either
from .lines import Line

# 德：本人能够坚持……; a label and what is to be said under it.
_LABELLED = lazy_regex("(?P<label>[\u4e00-\u9fff]{1,14})[：:](?=.{20})")
# 文化育人。广泛开展……; several of them.  学习方面。 only begins what is said of it.
_STOPPED = lazy_regex("(?P<label>[\u4e00-\u9fff]{4,8})(?<!方面)。(?=.{20})")
# How speakers are called (老梁, 小邢, 周老, 王大姐).
_SPEAKER = lazy_regex(
    "[老小大阿][\u4e00-\u9fff]|[\u4e00-\u9fff][老总總工局处處科姐哥]|[甲乙丙丁]|.大[姐哥爷爺娘妈媽叔]|.[爷爺奶伯]{1,2}"
)
_NO_LABEL = lazy_regex(
    either(
        "(?:.*(?:[问答说道]|时间|地点|主持人?|记录人?|参加|出席|列席|单位|人员|来源)$)"
        f"|.*[第{CHINESE}]"
    )
)


def find(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[int, int]:
    """Find run-in headings without a mark: three labels or more, one paragraph below the other.

    Gives the length of each by the index of its line.  Speakers (names) are no labels, nor are
    those who are spoken to (对何镇长：希望……).  With a full stop in place of the colon four are
    needed: a paragraph may well begin with a short sentence.
    """
    texts = [
        "" if marks[index] is not None or line.said else line.text
        for index, line in enumerate(lines)
    ]
    found = _runs(texts, _LABELLED, _LABELS)
    return found or _runs(texts, _STOPPED, _LABELS + 1) or _announced(texts)


# The words that a text is about, counted: 等待、良心、味道这三个词; 三个字：稳、准、勤.
_COUNTS = lazy_regex(either("(?P<n>[两二三四五六七八2-8])个(?:关键)?[词字](?![典数母体])"))
_SENTENCE = lazy_regex("[^。！？]+[。！？]?")
# Such a word at the head of its paragraph, in quotes or not; 怕，就是…… is a sentence about it.
_WORD = lazy_regex("[“‘]?(?P<label>[\u4e00-\u9fff]{1,6})[”’]?[。：:！—](?=.{12})")


def _announced(texts: Sequence[str]) -> dict[int, int]:
    """Give the words that a paragraph announces and counts, each at the head of one below it.

    All of them must stand there, in that order.
    """
    for index, text in enumerate(texts[: len(texts) - 1]):
        counts = ("字" in text or "词" in text or "詞" in text) and _COUNTS.search(text)
        for sentence in _SENTENCE.findall(text) if counts else ():
            if counted := _COUNTS.search(sentence):
                found = _in_order(texts, index + 1, sentence)
                if len(found) == value(counted["n"]):
                    return found
    return {}


def _in_order(texts: Sequence[str], start: int, said: str) -> dict[int, int]:
    """Give the labels that one sentence lists, by the paragraphs below that begin with them."""
    found: dict[int, int] = {}
    position = 0
    for index, text in enumerate(texts[start:], start):
        word = _WORD.match(text) if text else None
        if word and (listed := _listed(said, word["label"], position)):
            found[index] = word.end("label") + (text[word.end("label")] in "”’")
            position = listed
    return found


def _listed(said: str, label: str, start: int) -> int:
    """Give where a label ends that a sentence lists at or behind a place, or 0."""
    listed = re.compile(rf"{re.escape(label)}(?=[”’]?[、，,和与及。！：”’这—]|[”’]?$)").search(
        said, start
    )
    return listed.end() if listed else 0


def _runs(texts: Sequence[str], labelled: re.Pattern[str], least: int) -> dict[int, int]:
    """Give the lengths of labels by their indexes, where so many lines in a row have one.

    Where two such series are, the work labels its paragraphs: fewer in a row are labels too.
    """
    runs: list[dict[int, int]] = [{}]
    for index, text in enumerate(texts):
        match = labelled.match(text) if text else None
        label = match["label"] if match else ""
        if label and not _is_no_label(label) and not is_note(text):
            runs[-1][index] = len(label)
        elif runs[-1]:
            runs.append({})
    series = [run for run in runs if len(run) >= least]
    found = runs if len(series) > 1 else series
    return {index: size for run in found for index, size in run.items()}


def _is_no_label(label: str) -> bool:
    spoken = is_name(label) or _SPEAKER.fullmatch(label) or _NO_LABEL.match(label)
    return bool(spoken) or enumerates(label) or _names_hearer(label)


def _names_hearer(label: str) -> bool:
    """Say whether a label says to which person the words behind it are said (对小严同志)."""
    whom = label[1:]
    if label[0] not in "对對给給致向" or not whom:
        return False
    return is_office(whom) or is_called(whom) or is_surely_name(whom) or whom.endswith("同志")


#: So many labels at least make a series.
_LABELS = 3
