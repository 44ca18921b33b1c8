"""Compilations of any length, made of the source's own paragraphs.

Every 篇 is a plausible one: a title, numbered headings, paragraphs, sometimes a signature and a
date. Each paragraph comes from the book's real source, so slogans occur as they do in life, and
one 篇 in eight copies most of an earlier one, as compilations of this kind do. The same seed and
length give the same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

_DIGITS = "零一二三四五六七八九"
_HEADINGS = (
    "提高认识,增强责任",
    "明晰思路,谋划工作",
    "抓好落实,务求实效",
    "加强学习,提高素质",
    "联系群众,改进作风",
)
_TITLES = ("创先争优活动心得体会", "创先争优活动个人剖析材料", "基层党建工作心得体会")
_NAMES = ("靳文", "庄严", "李明", "王芳", "张华", "刘洋")

#: One 篇 in so many is largely a copy of an earlier one.
TWIN_EVERY = 8


def numeral(number: int) -> str:
    """Return a number from 1 to 99,999 as a Chinese numeral (``1234`` gives 一千二百三十四)."""
    digits = str(number)
    said = ""
    for place, digit in enumerate(digits):
        unit = ("", "十", "百", "千", "万")[len(digits) - place - 1]
        if digit != "0":
            said += _DIGITS[int(digit)] + unit
        elif said and not said.endswith("零"):
            said += "零"
    said = said.rstrip("零")
    return said.removeprefix("一") if 10 <= number <= 19 else said


def paragraphs(source: Path) -> list[str]:
    """Return the running paragraphs of a raw compilation: lines that end a sentence."""
    lines = source.read_text(encoding="utf-8").splitlines()
    return [s for line in lines if len(s := line.strip()) > 60 and s[-1] in "。!！"]


def essays(pool: list[str], count: int, seed: int = 2010, each: int = 4) -> Iterator[str]:
    """Yield ``count`` 篇, each as the lines of a raw compilation.

    Below each of three headings stand ``each`` paragraphs: 4 make about 2,300 characters.
    """
    rng = random.Random(seed)
    bodies: list[list[str]] = []
    for number in range(1, count + 1):
        title = rng.choice(_TITLES)
        if bodies and number % TWIN_EVERY == 0:
            body = list(rng.choice(bodies[-50:]))
            body[rng.randrange(len(body))] = rng.choice(pool)
        else:
            body = _body(pool, rng, each)
        bodies.append(body)
        signed = [f"{rng.choice(_NAMES)} 2010年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"]
        ending = signed if rng.random() < 0.5 else []
        yield "\n".join([f"第{numeral(number)}篇:{title}", title, *body, *ending]) + "\n"


def _body(pool: list[str], rng: random.Random, each: int) -> list[str]:
    headings = rng.sample(_HEADINGS, 3)
    lines = []
    for place, heading in enumerate(headings):
        lines.append(f"{numeral(place + 1)}、{heading}。")
        lines += [re.sub(r"^[一二三四五]、", "", p) for p in rng.sample(pool, each)]
    return lines


def write_compilation(source: Path, target: Path, count: int) -> None:
    """Write a compilation of ``count`` 篇 made from the paragraphs of ``source`` to ``target``."""
    pool = paragraphs(source)
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(essays(pool, count))
