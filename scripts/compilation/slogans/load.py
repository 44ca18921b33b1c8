"""The slogan file, read: YAML → schema → Glossary, each mistake with its place.

`load` reads the file, `parse` does the work on its text. All mistakes of a file are found in one
go and raised together, so that an editor need not mend them one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from ..config import read_text
from ..problems import Code, ConversionError, Problem
from . import marked, reading
from .check import check
from .entries import (
    UNKNOWN,
    Document,
    Entry,
    Glossary,
    Kind,
    Level,
    Member,
    Rejected,
    Variant,
    VariantKind,
)

_SCHEMA = Path(__file__).with_name("slogans.schema.json")


def load(path: str | Path) -> Glossary:
    """Read the slogan file at `path`.

    Raises ConversionError, whose problems each name file, line, entry and what to do, when the
    file cannot be read, is not UTF-8 or YAML, breaks the schema, or contradicts itself.
    """
    return parse(read_text(Path(path)), str(path))


def parse(text: str, name: str = "slogans.yaml") -> Glossary:
    """Read a slogan file from its text; `name` stands for it in messages.

    Raises ConversionError with all problems of the file, in its order.
    """
    document = marked.read(text, name)
    problems = list(_schema_problems(document))
    if problems:
        raise ConversionError(*problems)
    glossary = _build(document)
    problems = check(glossary, document)
    if problems:
        raise ConversionError(*problems)
    return glossary


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _schema_problems(document: marked.Marked) -> Iterator[Problem]:
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
            known = set(error.schema.get("properties", ()))
            path = (*path, next(key for key in error.instance if key not in known))
        name = _entry_name(document, path)
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


def _entry_name(document: marked.Marked, path: marked.Path) -> str:
    if len(path) < 2:
        return ""
    item = document.data.get(path[0])[path[1]]
    name = item.get("term") or item.get("phrase") if isinstance(item, dict) else None
    return name if isinstance(name, str) else f"第 {int(path[1]) + 1} 条"


def _say(error: ValidationError) -> tuple[str, str]:
    """What is wrong and what to do, in Chinese, for one schema error."""
    at = next((part for part in reversed(error.absolute_path) if isinstance(part, str)), "文件")
    if at in ("slogans", "rejected") and len(error.absolute_path) == 2:
        at = "这一条"
    rule: Any = error.validator_value
    if error.validator == "required":
        missing = [key for key in rule if key not in error.instance]
        return f"缺少 {'、'.join(missing)}。", "请补上。"
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        unknown = next(key for key in error.instance if key not in known)
        return f"不认识的键“{unknown}”。", f"可以用的有：{'、'.join(known)}。"
    if error.validator == "enum":
        return f"{at} 不能是“{error.instance}”。", f"只能是：{'、'.join(rule)}。"
    if error.instance is None or error.validator == "minItems":
        return f"{at}是空的。", "请填写，没有内容就删去这个键。"
    if error.validator == "type":
        return f"{at}的写法不对。", f"它应当是{_TYPES[rule]}。"
    if error.validator == "anyOf":
        return (
            "成员没有注明出处。",
            "出自本书的段落写在 in 里（如 [e03a-p7]），出自文件的写在 document 里。",
        )
    if error.validator == "oneOf":
        return f"{at}的写法不对。", f"它应当是{_ALTERNATIVES.get(at, '另一种写法')}。"
    if error.validator == "pattern":
        return f"{at} 的值“{error.instance}”不合规定。", _PATTERNS.get(at, "请填写，不能只有空白。")
    return f"{at} 不合规定（{error.validator}）。", "请对照说明修改。"


_TYPES = {
    "object": "一组“键: 值”",
    "array": "一个列表（每项一行，以 - 开头）",
    "string": "一段文字",
}
_ALTERNATIVES = {
    "origin": f"“{UNKNOWN}”，或写明 title、issuer、date 的一份文件",
    "variants": "一个词，或写明 form、kind、note 的一项",
}
_PATTERNS = {
    "date": "日期写成 2010、2010-04 或 2010-04-06。",
    "in": "段落编号写成 e03a-p7 的样子。",
    "id": "id 以 slogan- 开头，只用小写字母、数字和连字符。",
}


def _build(document: marked.Marked) -> Glossary:
    data = document.data
    return Glossary(
        entries=tuple(
            _entry(item, document.place(("slogans", n)).line)
            for n, item in enumerate(data["slogans"])
        ),
        rejected=tuple(
            Rejected(item["phrase"], item["reason"], document.place(("rejected", n)).line)
            for n, item in enumerate(data.get("rejected", ()))
        ),
        path=document.name,
    )


def _entry(item: dict[str, Any], line: int) -> Entry:
    term = item["term"].strip()
    pinyin = " ".join(item["pinyin"].split()) if "pinyin" in item else reading.compute(term)
    origin = item["origin"]
    return Entry(
        term=term,
        id=item.get("id") or reading.slug(pinyin),
        pinyin=pinyin,
        kind=Kind(item["kind"]),
        level=Level(item["level"]),
        explanation=prose(item["explanation"]),
        english=item.get("english", "").strip(),
        literal=item.get("literal", "").strip(),
        members=tuple(map(_member, item.get("members", ()))),
        members_note=prose(item.get("members_note", "")),
        origin=None if origin == UNKNOWN else _document(origin),
        origin_note=prose(item.get("origin_note", "")),
        sources=tuple(map(_document, item.get("sources", ()))),
        variants=tuple(map(_variant, item.get("variants", ()))),
        related=tuple(item.get("related", ())),
        not_in=tuple(item.get("not_in", ())),
        line=line,
    )


def _document(item: dict[str, str]) -> Document:
    return Document(
        title=prose(item["title"]),
        issuer=prose(item.get("issuer", "")),
        date=item.get("date", ""),
        note=prose(item.get("note", "")),
    )


def _member(item: dict[str, Any]) -> Member:
    document = item.get("document")
    return Member(
        text=prose(item["text"]),
        places=tuple(item.get("in", ())),
        document=_document(document) if document else None,
        note=prose(item.get("note", "")),
    )


def _variant(item: str | dict[str, str]) -> Variant:
    if isinstance(item, str):
        return Variant(item.strip())
    kind = VariantKind(item.get("kind", VariantKind.VARIANT))
    return Variant(item["form"].strip(), kind, prose(item.get("note", "")))


def prose(text: str) -> str:
    """Undo YAML's folding: a line break between Chinese characters is no space."""
    words = text.split()
    out = words[0] if words else ""
    for word in words[1:]:
        joint = "" if _wide(out[-1]) or _wide(word[0]) else " "
        out += joint + word
    return out


def _wide(sign: str) -> bool:
    return ord(sign) >= 0x2E80 or sign in "“”‘’—…"
