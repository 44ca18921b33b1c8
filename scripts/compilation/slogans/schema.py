"""The schema of the slogan file, and its mistakes said in Chinese with their places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from ..problems import Code, Problem
from . import marked
from .entries import UNKNOWN

SCHEMA = Path(__file__).with_name("slogans.schema.json")


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(_schema())


def problems(document: marked.Marked) -> Iterator[Problem]:
    """Yield what in `document` breaks the schema, in the order of the file."""
    if document.data is None:
        message = "词汇表里什么也没有。"
        yield document.problem(Code.SLOGAN_INVALID, (), message, "至少要写一行“slogans: []”。")
        return
    errors = sorted(
        map(_innermost, _validator().iter_errors(document.data)),
        key=lambda error: document.place(tuple(error.absolute_path)).line,
    )
    incomplete: set[marked.Path] = set()
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "required":
            if path in incomplete:
                continue  # jsonschema reports each missing key; the first report names them all
            incomplete.add(path)
        if error.validator == "additionalProperties":
            # The mistake is the unknown key, not the mapping that it stands in.
            path = (*path, _unknown_key(error))
        elif _of_key(error):
            path = (*path, str(error.instance))
        name = "" if _of_key(error) else _entry_name(document, path)
        message, advice = _say(error)
        message = f"“{name}”：{message}" if name else message
        yield document.problem(Code.SLOGAN_INVALID, path, message, advice)


def _innermost(error: ValidationError) -> ValidationError:
    """Of alternatives that all failed, the one the editor meant: the one whose type fits."""
    while error.context and error.validator == "oneOf":
        fitting = [one for one in error.context if one.validator not in ("type", "const")]
        if not fitting:
            break
        error = fitting[0]
    return error


def _of_key(error: ValidationError) -> bool:
    """Say whether the mistake is in the code that a document goes by."""
    return "propertyNames" in error.absolute_schema_path


def _entry_name(document: marked.Marked, path: marked.Path) -> str:
    """Give what the editor calls the thing at `path`: an entry by its term, a document by its code.

    An entry without one is called by its number; what is wrong with the file itself has no name.
    """
    if len(path) < 2:
        return ""
    if isinstance(path[1], str):
        return path[1]
    item = document.data[path[0]][path[1]]
    name = item.get("term") or item.get("phrase") if isinstance(item, dict) else None
    return name if isinstance(name, str) else f"第 {path[1] + 1} 条"


def _say(error: ValidationError) -> tuple[str, str]:
    """What is wrong and what to do, in Chinese, for one schema error."""
    at = next((part for part in reversed(error.absolute_path) if isinstance(part, str)), "文件")
    if at in ("slogans", "rejected") and len(error.absolute_path) == 2:
        at = "这一条"
    elif _of_key(error):
        return f"文件代号“{error.instance}”不合规定。", "代号只用小写字母、数字和连字符。"
    elif list(error.absolute_path) == ["documents", at]:
        at = "这份文件"
    rule: Any = error.validator_value
    if error.validator == "required":
        missing = [key for key in rule if key not in _mapping(error.instance)]
        return f"缺少 {'、'.join(missing)}。", "请补上。"
    if error.validator == "additionalProperties":
        known = _known_keys(error)
        return f"不认识的键“{_unknown_key(error)}”。", f"可以用的有：{'、'.join(known)}。"
    if error.validator == "enum" and error.instance is not None:
        return f"{at} 不能是“{error.instance}”。", f"只能是：{'、'.join(rule)}。"
    if error.instance is None or error.validator == "minItems":
        return f"{at}是空的。", _fill_in(error, at)
    if error.validator == "type":
        return f"{at}的写法不对。", f"它应当是{_TYPES[rule]}。"
    if error.validator == "anyOf" and "in" not in _known_keys(error):
        return f"{at}里的文件没有标题。", "请写 title；documents 里已有的，直接写它的代号。"
    if error.validator == "anyOf":
        return (
            "成员没有注明出处。",
            "出自本书的段落写在 in 里（如 [e03a-p7]），出自文件的写在 document 里。",
        )
    if error.validator == "oneOf":
        return f"{at}的写法不对。", f"它应当是{_ALTERNATIVES.get(at, '另一种写法')}。"
    if error.validator == "pattern" and at in _ALTERNATIVES:
        return f"{at} 的值“{error.instance}”不合规定。", f"它应当是{_ALTERNATIVES[at]}。"
    if error.validator == "pattern":
        return f"{at} 的值“{error.instance}”不合规定。", _PATTERNS.get(at, "请填写，不能只有空白。")
    return (
        f"{at} 不合规定（{error.validator}）。",
        "请照 CONTRIBUTING.md 里 editorial/slogans.yaml 一节修改。",
    )


def _fill_in(error: ValidationError, at: str) -> str:
    """Say what to do about something empty: a key that must be there cannot be left out."""
    if error.absolute_path and isinstance(error.absolute_path[-1], int):
        return "请填写，或删去这一项前面的“-”。"
    if at == "slogans":
        return "请填写；一条也没有，写作 slogans: []。"
    if error.validator == "enum":
        rule: Any = error.validator_value
        return f"请填写，只能是：{'、'.join(rule)}。"
    return "请填写。" if at in _needed() else "请填写，没有内容就删去这个键。"


@cache
def _needed() -> frozenset[str]:
    """Give the keys that something in the file must have."""
    parts = [_schema(), *_schema()["$defs"].values()]
    parts += [other for part in parts for other in part.get("oneOf", ())]
    return frozenset(key for part in parts for key in part.get("required", ()))


_TYPES = {
    "object": "一组“键: 值”",
    "array": "一个列表（每项一行，以 - 开头）",
    "string": "一段文字",
}
_ALTERNATIVES = {
    "origin": f"“{UNKNOWN}”、documents 里的一个代号，或写明 title、issuer、date 的一份文件",
    "document": "documents 里的一个代号，或写明 title、issuer、date 的一份文件",
    "sources": "documents 里的一个代号，或写明 title、issuer、date 的一份文件",
    "variants": "一个词，或写明 form、kind、note 的一项",
}
_PATTERNS = {
    "date": "日期写成 2010、2010-04 或 2010-04-06。",
    "in": "段落编号写成 e03a-p7 的样子。",
    "id": "id 以 slogan- 开头，只用小写字母、数字和连字符。",
}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _known_keys(error: ValidationError) -> dict[str, Any]:
    return _mapping(_mapping(error.schema).get("properties"))


def _unknown_key(error: ValidationError) -> str:
    known = _known_keys(error)
    return next(key for key in _mapping(error.instance) if key not in known)
