"""What is wrong with a file of the editor's that is no YAML: the place, and one sentence.

The converter says the same of the same mistake (``compilation.config``), though neither imports
the other: ``tests/unit/test_yaml_mistakes.py`` holds both to one table of mistakes.
"""

from __future__ import annotations

import re

import yaml

#: What may stand in no YAML file, not even in quotation marks.
_NO_YAML = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: A key with a colon that is none for YAML; ``//`` behind one is of an address.
_LOST_COLON = re.compile(r"( *(?:- +)*)[A-Za-z][\w-]*(?:：|:(?!//)\S)")

#: What PyYAML says of a key that no colon follows.
_NO_COLON = "could not find expected ':'"

#: What it was scanning when it came to a character that no such name has.
_A_NAME = re.compile("alias|anchor")

#: What PyYAML says, by a part of it, and what an editor is to see.
SAID = {
    "tab character": "缩进用了制表符，应当用空格",
    "cannot start any token": "这里有制表符，或不加引号便不能开头的符号",
    "mapping values are not allowed": "文字里有冒号加空格，须加引号；或是缩进不齐",
    _NO_COLON: "这一行缺冒号，或冒号是全角的、后面没有空格",
    "expected '-' indicator": "与上面各条的缩进不齐",
    "block sequence entries are not allowed": "“- ”应当另起一行",
    "expected <block end>": "缩进不齐，或引号后面还有字",
    "expected key": "缩进不齐，或引号后面还有字",
    "end of stream": "引号没有成对，直到文件末尾",
    "',' or ']'": "方括号没有成对，或其中缺逗号",
    "',' or '}'": "花括号没有成对，或其中缺逗号",
    "node content": "这里缺了内容，或方括号、花括号没有成对",
    "escape character": "双引号里的反斜线后面不能是这个字；可改用单引号",
    "constructor for the tag": "这里不用标签（! 开头的写法），文字以 ! 开头须加引号",
    "tag": "这里不用标签（! 开头的写法），文字以 ! 开头须加引号",
    "another document": "文件里有第二份 YAML 文档（---）",
    "alias": "文字以 * 开头须加引号",
    "anchor": "文字以 & 开头须加引号",
    "directive": "文字以 % 开头须加引号",
    "block scalar": "文字以 | 或 > 开头须加引号",
    "control characters": "有不可见的控制字符",
}


def explained(error: yaml.YAMLError, text: str) -> str:
    """Return what follows the name of the file: ``:3:5: YAML 写法有误（…）。…``.

    ``text`` is the whole of the file, ``error`` what PyYAML raised over it.
    """
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or ""
    context = getattr(error, "context", None) or ""
    unclosed = "end of stream" in said and "quoted scalar" in context
    if _NO_COLON in said or _A_NAME.search(context) or unclosed:  # found out only behind it
        mark = getattr(error, "context_mark", None) or mark
    if found := _A_NAME.search(context):
        said = found[0]
    elif mark and "\\t" in said and not text[mark.index - mark.column : mark.index].strip():
        said = "tab character"  # libyaml, which the converter reads with, says so itself
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "escape character" in said:
        place = place[0], place[1] - 1  # the backslash
    what = next((ours for part, ours in SAID.items() if part in said), "语法不成立")
    advice = "请检查这一行的缩进、冒号后的空格和引号是否成对。"
    if isinstance(error, yaml.reader.ReaderError) and (found := _NO_YAML.search(text)):
        before = text[: found.start()]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"这里有不可见的控制字符 U+{ord(found[0]):04X}"
        advice = "请删去它。"
    elif mark and (above := _without_colon(text, mark.line)):
        place, what = above, SAID[_NO_COLON]
    return f":{place[0]}:{place[1]}: YAML 写法有误（{what}）。{advice}"


def _without_colon(text: str, line: int) -> tuple[int, int] | None:
    """Return the place of the key without a colon because of which YAML stumbles over *line*.

    Such a key and what follows it, in the lines below too, are one text to YAML, until a line that
    is right brings the colon of its own. *line* counts from 0.
    """
    found = None
    lines = text.split("\n")
    for number in range(line - 1, -1, -1):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        key = _LOST_COLON.match(lines[number])
        if not key:
            break
        found = number + 1, key.end(1) + 1
    return found
