"""轉換校核: the appendix in which a proof-reader finds every choice the conversion made.

The page is not in the book's sources: it belongs to the Traditional editions of a
Simplified book alone, so those editions add it to the project as they are built. Its
text comes with the extension (``pages/conversion.md``); the list is filled in when the
page is resolved, from the record that reading left (:mod:`edition.record`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import aside
import whole
from docutils import nodes
from places import called, within, work_of
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.project import Project
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.choices import Choice
from edition.codes import edition
from edition.record import EditionRecord, StrayQuote
from edition.settings import converter

#: The page, and the table of contents that it is added to.
DOCNAME = "appendix/conversion"
PARENT = "appendix/index"
_SOURCE = Path(__file__).with_name("pages") / "conversion.md"

#: Places of one choice that the page links to; the file beside it has them all.
_MOST_PLACES = 100

#: The same in a book of many: its page would be megabytes, and a third of its PDF.
_MOST_PLACES_OF_MANY = 10

#: From so many places on a book has many.
_MANY = 5000

#: Reason → how it is called on the page, in Simplified.
REASONS = {
    "default": "通例",
    "context": "上下文",
    "surroundings": "语境",
    "place": "编者（此处）",
    "editor": "编者",
    "house": "编者",
    "name": "人名",
    "register": "词表",
    "dictionary": "词典",
}


class Place(NamedTuple):
    """A block in which a choice was made, and how often."""

    docname: str
    address: str
    times: int


def has_page(config: Config) -> bool:
    """Tell whether the edition that is built has the page."""
    own, built = edition(config.edition_source), edition(config.edition)
    return own.script == "Hans" and built.script == "Hant"


class ProjectWithPage(Project):
    """The book's documents and the page that the extension brings along."""

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find the documents in the source folder, and add the page."""
        docnames = super().discover(exclude_paths, include_paths)
        if PARENT in docnames:
            docnames.add(DOCNAME)
            self._docname_to_path[DOCNAME] = _SOURCE
            self._path_to_docname[_SOURCE] = DOCNAME
        return docnames


def add_page(app: Sphinx) -> None:
    """Let the project of an edition that has the page find it."""
    if has_page(app.config):
        project = ProjectWithPage(app.srcdir, app.config.source_suffix)
        project.restore(app.project)
        app.project = app.env.project = project


class AddToContents(SphinxTransform):
    """Append the page to the appendix's table of contents."""

    default_priority: ClassVar[int] = 840

    def apply(self, **kwargs: Any) -> None:
        """Change the last toctree of the appendix's first page."""
        if self.env.current_document.docname != PARENT or DOCNAME not in self.env.found_docs:
            return
        toctrees = list(self.document.findall(addnodes.toctree))
        toctree = toctrees[-1] if toctrees else self._new_toctree()
        toctree["entries"].append((None, DOCNAME))
        toctree["includefiles"].append(DOCNAME)

    def _new_toctree(self) -> addnodes.toctree:
        """Append a table of contents to the page and return it."""
        toctree = addnodes.toctree(
            parent=PARENT, entries=[], includefiles=[], rawentries=[], maxdepth=1, caption=None
        )
        toctree.update_all_atts(
            {"glob": False, "hidden": False, "includehidden": False, "numbered": 0}
        )
        toctree["titlesonly"] = False
        wrapper = nodes.compound("", toctree, classes=["toctree-wrapper"])
        next(iter(self.document.findall(nodes.section)), self.document).append(wrapper)
        return toctree


class conversion_record(nodes.General, nodes.Element):
    """Where the list goes."""


class ConversionRecord(SphinxDirective):
    """``{conversion-record}``: the choices that the conversion made."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark; what stands there is known once all is read."""
        return [conversion_record()]


class FillRecord(SphinxPostTransform):
    """Put the list in the place of the mark."""

    default_priority: ClassVar[int] = 5

    def run(self, **kwargs: Any) -> None:
        """Replace every mark of the document."""
        for mark in list(self.document.findall(conversion_record)):
            mark.replace_self(_List(self.env).content())


def update_page(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the page written again: it tells of every document."""
    return [DOCNAME] if DOCNAME in env.found_docs else []


def natural(docname: str) -> list[tuple[int, str]]:
    """Return a key that sorts ``e9`` before ``e10``."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", docname)
    ]


def gathered(record: EditionRecord) -> dict[Choice, list[Place]]:
    """Return the choices of the whole book with their places, in the book's order.

    Choices come in groups that are the same object wherever the same text comes again, so each
    group is looked through once and stands for the lists that its choices' places go to.
    """
    found: dict[Choice, list[Place]] = {}
    lists: dict[int, list[list[Place]]] = {}
    for docname in sorted(record.choices, key=natural):
        counted: dict[tuple[int, str], int] = {}
        places: dict[int, list[Place]] = {}
        for address, groups in record.choices[docname]:
            for group in groups:
                targets = lists.get(id(group))
                if targets is None:
                    targets = [found.setdefault(choice, []) for choice in group]
                    lists[id(group)] = targets
                for target in targets:
                    at = id(target)
                    places[at] = target
                    counted[at, address] = counted.get((at, address), 0) + 1
        for (at, address), times in counted.items():
            places[at].append(Place(docname, address, times))
    return found


def total(places: Sequence[Place]) -> int:
    """Return how many places there are, several in a block counted each."""
    return sum(place.times for place in places)


class _List:
    """Builds the nodes of the page."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.record = EditionRecord.of(env)
        self.say = converter(env.config, env.srcdir).convert
        self.env = env
        self.labels = env.domains.standard_domain.anonlabels
        self.titles = {name: title.astext() for name, title in env.titles.items()}
        self.parts = self._titles_of_parts(env)
        self.choices = gathered(self.record)
        self.count = sum(map(total, self.choices.values()))
        self.most = _MOST_PLACES if self.count < _MANY else _MOST_PLACES_OF_MANY

    def content(self) -> list[nodes.Node]:
        defaults = {c: p for c, p in self.choices.items() if c.reason == "default"}
        others = {c: p for c, p in self.choices.items() if c.reason != "default"}
        strays = self.record.stray_quotes
        unsettled = sum(map(total, defaults.values()))
        summary = (
            f"全书这样的字共 {self.count} 处，其中 {unsettled} 处只凭通例取字；"
            f"不成对的引号 {sum(map(len, strays.values()))} 处，照原样保留。"
        )
        parts: list[nodes.Node] = [nodes.paragraph("", self.say(summary))]
        if defaults:
            parts.append(self._section("conversion-default", "只凭通例取字的", defaults))
        if strays:
            parts.append(self._strays())
        if others:
            parts.append(self._section("conversion-others", "另有依据的", others))
        return parts

    def _section(
        self, address: str, title: str, choices: dict[Choice, list[Place]]
    ) -> nodes.section:
        section = nodes.section("", nodes.title("", self.say(title)), ids=[address])
        by_character: dict[str, list[tuple[Choice, list[Place]]]] = defaultdict(list)
        for choice, places in choices.items():
            by_character[choice.character].append((choice, places))
        most_first = sorted(
            by_character.items(), key=lambda item: (-sum(total(p) for _, p in item[1]), item[0])
        )
        entries = nodes.definition_list(classes=["conversion-choices", "dense"])
        for character, items in most_first:
            entries += self._entry(character, items)
        section += entries
        return section

    def _entry(
        self, character: str, items: list[tuple[Choice, list[Place]]]
    ) -> nodes.definition_list_item:
        forms = "、".join(items[0][0].candidates) or items[0][0].form
        number = sum(total(places) for _, places in items)
        term = nodes.term("", "", nodes.inline("", character, lang="zh-Hans", translate="no"))
        term += nodes.Text(f" → {forms}　{number} {self.say('处')}")
        definition = nodes.definition()
        choices = nodes.bullet_list()
        for choice, at in sorted(
            items, key=lambda item: (-total(item[1]), item[0].form, item[0].word)
        ):
            choices += nodes.list_item("", self._choice(choice, at, alone=len(items) == 1))
        definition += choices
        return nodes.definition_list_item("", term, definition)

    def _choice(self, choice: Choice, at: list[Place], *, alone: bool) -> nodes.paragraph:
        """Return a choice and its places; one that is ``alone`` has no number of its own."""
        reason = REASONS[choice.reason]
        if choice.note:
            reason += f"：{choice.note}"
        line = nodes.paragraph("", "", nodes.strong("", choice.form))
        if len(choice.word) > 1:
            line += nodes.Text("　")
            line += nodes.inline("", choice.word, lang="zh-Hans", translate="no")
        line += nodes.Text(f"　{self.say(reason)}　")
        if not alone:
            line += nodes.Text(f"{total(at)} {self.say('处')}　")
        before = ("", "")
        for index, place in enumerate(at[: self.most]):
            if index:
                line += nodes.Text("、")
            line += self._link(place.docname, place.address, before)
            before = (place.docname, place.address)
            if place.times > 1:
                line += nodes.Text(f"×{place.times}")
        if len(at) > self.most:
            line += nodes.Text(self.say(f"……等 {len(at)} 段（全部处所见 conversion.tsv）"))
        return line

    def _strays(self) -> nodes.section:
        section = nodes.section(
            "", nodes.title("", self.say("不成对的引号")), ids=["conversion-quotes"]
        )
        items = nodes.bullet_list()
        for docname in sorted(self.record.stray_quotes, key=natural):
            for stray in self.record.stray_quotes[docname]:
                items += nodes.list_item("", self._stray(docname, stray))
        section += items
        return section

    def _stray(self, docname: str, stray: StrayQuote) -> nodes.paragraph:
        line = nodes.paragraph("", "", nodes.strong("", stray.mark), nodes.Text("　"))
        line += nodes.Text(f"{self.say(stray.around)}　")
        line += self._link(docname, stray.address)
        return line

    def _titles_of_parts(self, env: BuildEnvironment) -> dict[tuple[str, str], str]:
        """Return headings and the glossary's terms by (document, address), as they are printed."""
        domain = env.domains.standard_domain
        found = {(doc, address): title for doc, address, title in domain.labels.values()}
        terms = ((name, place) for (kind, name), place in domain.objects.items() if kind == "term")
        return found | {place: self.say(name) for name, place in terms}

    def _name(self, docname: str, address: str, before: tuple[str, str]) -> str:
        """Name a block as all of the book does (第二篇之1第5段), or by what it stands under.

        What stands under a heading or an entry is named after its page and that (校勘记：第一篇).
        The work or the page is not said again where the place ``before`` has said it.
        """
        built = self.env.config.edition
        if block := within(built, address):
            if (docname, work_of(address)) == (before[0], work_of(before[1])):
                return block
            return called(self.env, docname).work(built, work_of(address)) + block
        here = called(self.env, docname)
        if address in here.works:
            return here.work(built, address)
        title = self.titles.get(docname, docname)
        part = self.parts.get((docname, address), title)
        return part if part == title or before[0] == docname else f"{title}：{part}"

    def _link(
        self, docname: str, address: str, before: tuple[str, str] = ("", "")
    ) -> nodes.reference:
        """Return a reference to the block, else to its page; to a note, where its mark stands.

        ``before``: document and address of the reference before it in the same list. A large book
        has thousands, of which none can lead nowhere, so Sphinx is not asked to resolve them.
        """
        marked = self.record.marks.get(docname, {}).get(address, address)
        # A byline has a label only where a note is in it: else its work has.
        labelled, target = self.labels.get(marked) or self.labels.get(work_of(marked), ("", ""))
        name = nodes.Text(self._name(docname, address, before))
        target = target if labelled == docname else ""
        return make_refnode(self.env._app.builder, DOCNAME, docname, target, name)


class Table:
    """Every choice and place beside the page, one a line, for HTML."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._work: aside.Made[bytes] | None = None

    def start(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Begin the list, where the build has the page (``env-updated``)."""
        self._work = None
        html = app.builder.format == "html" and app.builder.name != "epub"
        if html and DOCNAME in env.found_docs:
            record = EditionRecord.of(env)
            say = converter(env.config, env.srcdir).convert
            self._work = aside.ask(app, lambda: table(record, say).encode())

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the list of a build that came to its end (``build-finished``)."""
        work, self._work = self._work, None
        if work is not None and exception is None:
            whole.write(Path(app.outdir) / f"{DOCNAME}.tsv", work.result())


def table(record: EditionRecord, say: Callable[[str], str]) -> str:
    """Return every choice of *record* and its places as tab-separated values.

    *say* puts what the table says itself into the edition's script; the character and the word
    of a choice stay as the text has them.
    """
    reasons = {name: say(reason) for name, reason in REASONS.items()}
    lines = [say("字\t作\t词\t依据\t说明\t段\t次数") + "\n"]
    for choice, places in gathered(record).items():
        reason, note = reasons[choice.reason], say(choice.note)
        head = (choice.character, choice.form, choice.word, reason, note)
        lines += [
            "\t".join((*head, place.address or place.docname, str(place.times))) + "\n"
            for place in places
        ]
    return "".join(lines)
