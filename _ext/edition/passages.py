"""What stands over the blocks of a chapter: passages an editor names as emendations name them.

A block is a passage by its own id (``e02b-p7``). A title, a subtitle, a byline and the mark of a
chapter or a work have the id of their work or chapter and their kind (``e02b-title``,
``e02b-subtitle``, ``e02b-byline``, ``e02-marker``, ``e02b-marker``; ``e02-title`` for the title
of a chapter, also where it heads the first work). CONTRIBUTING.md lists them for editors. Which
text is which is read from the page: from the labels, the front matter and the classes of blocks.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from docutils import nodes

from edition.overlay import Stretch

TITLE, SUBTITLE, BYLINE, MARKER = "title", "subtitle", "byline", "marker"

_CHAPTER = re.compile(r"(e\d+)[a-z]+")

#: The part of the list of emendations that is about a work or a chapter, headed by its title.
_APPARATUS = re.compile(r"(e\d+[a-z]*)-emendations")

#: The class of a byline that stands below a letter; its lines have no ids.
_BELOW = "signature"

#: Stands between a mark and a title.
_BLANK = "\u3000"

#: Where a work's front matter takes a value from; what is not here, from its byline.
_PRINTED_IN = {TITLE: (TITLE,), SUBTITLE: (SUBTITLE,)}


class Heads:
    """Tells what of a document stands over its blocks."""

    def __init__(self, document: nodes.document) -> None:
        """Read the front matter of *document*."""
        front = {
            field[0].astext(): _value(field[1].astext())
            for docinfo in document.children
            if isinstance(docinfo, nodes.docinfo)
            for field in docinfo.findall(nodes.field)
        }
        works = front.get("works")
        self._titles: dict[str, str] = {
            work["id"]: str(work.get("title", ""))
            for work in (works if isinstance(works, list) else ())
            if isinstance(work, dict) and isinstance(work.get("id"), str)
        }
        #: Its id; ``""`` if the document is none.
        self.chapter = next(filter(None, map(chapter_of, self._titles)), "")
        self._marker = str(front.get("marker", ""))
        self._ahead: dict[str, str] = defaultdict(str)

    def stretches(self, block: nodes.Element, text: str) -> tuple[Stretch, ...]:
        """Return the passages in *block*, whose prose is *text*; none if it is one by its id.

        The blocks of a document are to be asked about in reading order.
        """
        parent = block.parent
        if isinstance(block, nodes.title) and isinstance(parent, nodes.section):
            return self._heading(parent["ids"], text)
        if self._titles and isinstance(parent, nodes.container):
            kind = next((k for k in (SUBTITLE, BYLINE) if k in parent["classes"]), "")
            if _BELOW in parent["classes"] and not block["ids"]:
                kind = BYLINE
            work = self._work_around(parent) if kind else ""
            if work:
                name = f"{work}-{kind}"
                line = Stretch(name, 0, len(text), self._ahead[name])
                self._ahead[name] += f"{text}\n"
                return (line,)
        return ()

    def _heading(self, ids: list[str], text: str) -> tuple[Stretch, ...]:
        end = len(text)
        if listed := next(filter(None, map(_APPARATUS.fullmatch, ids)), None):
            return (Stretch(f"{listed[1]}-{TITLE}", text.find(_BLANK) + 1, end),)
        if self.chapter in ids and text == self._marker:  # a chapter without a title
            return (Stretch(f"{self.chapter}-{MARKER}", 0, end),)
        found = [Stretch(f"{i}-{TITLE}", 0, end) for i in ids if i == self.chapter]
        for work in [i for i in ids if i in self._titles]:
            title = self._titles[work]
            start = end - len(title) if title and text.endswith(title) else 0
            found.append(Stretch(f"{work}-{TITLE}", start, end))
            if mark := text[:start].rstrip(_BLANK):
                found.append(Stretch(f"{work}-{MARKER}", 0, len(mark)))
        return tuple(found)

    def _work_around(self, node: nodes.Element) -> str:
        """Return the work whose section *node* is in, ``""`` if it is in none."""
        while node is not None and not isinstance(node, nodes.section):
            node = node.parent
        return next((i for i in node["ids"] if i in self._titles), "") if node else ""


class Printed:
    """What a document prints in the passages over its blocks: its front matter says the same."""

    def __init__(self, convert: Callable[[str, str], str]) -> None:
        """Have what is printed nowhere converted by *convert*, given the passage it is of."""
        self._convert = convert
        self._lines: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def add(self, stretches: tuple[Stretch, ...], text: str, converted: str) -> None:
        """Take over the passages of a block."""
        for passage, start, end, _ in stretches:
            pair = (_letters(text[start:end]), _letters(converted[start:end]))
            self._lines[passage].append(pair)

    def field(self, name: str, text: str, chapter: str) -> str:
        """Return what the front matter of *chapter* says in the field *name*, in the edition."""
        value = _value(text)
        if isinstance(value, str):
            over = chapter and name in (TITLE, MARKER)
            return self._text(value, chapter, (name,)) if over else self._convert(value, "")
        if name == "works" and isinstance(value, list):
            return json.dumps([self._work(work) for work in value])
        return json.dumps(self._data(value, "", ()))

    def _work(self, work: Any) -> Any:
        owner = work.get("id") if isinstance(work, dict) else None
        if not isinstance(owner, str):
            return self._data(work, "", ())
        signed = (BYLINE, TITLE, SUBTITLE)
        return {k: self._data(v, owner, _PRINTED_IN.get(k, signed)) for k, v in work.items()}

    def _data(self, data: Any, owner: str, kinds: tuple[str, ...]) -> Any:
        if isinstance(data, str):
            return self._text(data, owner, kinds)
        if isinstance(data, list):
            return [self._data(item, owner, kinds) for item in data]
        if isinstance(data, dict):
            return {key: self._data(value, owner, kinds) for key, value in data.items()}
        return data

    def _text(self, value: str, owner: str, kinds: tuple[str, ...]) -> str:
        """Return *value* as the first passage of *kinds* that has it prints it.

        Blanks do not tell: a name is spaced out in many a byline.
        """
        wanted = _letters(value)
        for kind in kinds:
            for text, converted in self._lines[f"{owner}-{kind}"]:
                if (at := text.find(wanted)) >= 0:
                    forms = iter(converted[at:])
                    return "".join([c if c.isspace() else next(forms) for c in value])
        return self._convert(value, f"{owner}-{kinds[0]}" if len(kinds) == 1 else owner)


def chapter_of(work: str) -> str:
    """Return the id of the chapter that a work is in by its own id (``e02b`` → ``e02``)."""
    found = _CHAPTER.fullmatch(work)
    return found[1] if found else ""


def _letters(text: str) -> str:
    return "".join(text.split())


def _value(text: str) -> Any:
    """Return a value of the front matter; MyST keeps a structured one as JSON."""
    if text[:1] not in ("[", "{"):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
