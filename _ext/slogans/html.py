"""HTML and ePub: visitors for the nodes of this package.

An ePub is made by Sphinx's HTML writer too. What differs there is decided by the builder's name:
a visitor registered for ``epub`` alone would make Sphinx drop every HTML visitor of every other
extension (``SphinxComponentRegistry.create_translator``).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import interface
from docutils import nodes

from slogans.domain import domain_of
from slogans.nodes import slogan_concordance

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from slogans.nodes import (
        Use,
        WorkUses,
        slogan_head,
        slogan_index,
        slogan_mention,
        slogan_uses,
    )

#: A list of uses longer than this is folded in HTML.
FOLD_USES = 6
#: An index of more entries than this is folded in HTML.
FOLD_INDEX = 120
#: At most so many uses of one entry are listed: more make a page of megabytes. The rest is in the
#: concordance, where any number can be sorted and filtered.
MAX_USES = 100
#: The same in a book of many mentions, more than :data:`MANY`: a common slogan has thousands, of
#: which nobody reads the first hundred, and the page would still be two megabytes.
MAX_USES_OF_MANY = 25
MANY = 10_000


def is_epub(translator: HTML5Translator) -> bool:
    """Tell whether the output is a chapter of an ePub."""
    return translator.builder.name.startswith("epub")


def _say(translator: HTML5Translator, key: str, **values: object) -> str:
    return escape(interface.text(translator.config.edition, key, **values))


# -- mentions ------------------------------------------------------------------


def visit_mention(self: HTML5Translator, node: slogan_mention) -> None:
    """Open a link. ``cards.js`` finds it by its class, and the entry by its address.

    In an ePub it is a reference like any other: there ``epubplus`` turns it into a note.
    """
    if is_epub(self):
        self.visit_reference(node)
        return
    href = node.get("refuri") or f"#{node['refid']}"
    self.body.append(f'<a class="mention" href="{escape(href)}">')


def depart_mention(self: HTML5Translator, node: slogan_mention) -> None:
    """Close the link."""
    if is_epub(self):
        self.depart_reference(node)
        return
    self.body.append("</a>")


def skip(self: nodes.NodeVisitor, node: nodes.Node) -> None:
    """Leave out a node, in forms that print no back references (text, LaTeX, man pages)."""
    raise nodes.SkipNode


# -- the uses of an entry ------------------------------------------------------


def visit_uses(self: HTML5Translator, node: slogan_uses) -> None:
    """Write all uses as lists of lines, a list a work; a long one folded."""
    if not node["total"]:
        self.body.append(f'<p class="slogan-uses">{_say(self, "slogans-uses-none")}</p>\n')
        raise nodes.SkipNode
    works: tuple[WorkUses, ...] = node["works"]
    heading = _say(self, "slogans-uses", count=node["total"], works=len(works))
    many = len(domain_of(self.builder.env).view.mentions) > MANY
    shown = _first_uses(works, MAX_USES_OF_MANY if many else MAX_USES)
    here = self.builder.current_docname
    pages = {w.docname: self.builder.get_relative_uri(here, w.docname) for w in shown}
    lists = "".join(_work_list(self, work, pages[work.docname]) for work in shown)
    lists += _rest(self, node, node["total"] - sum(len(work.uses) for work in shown))
    if is_epub(self):
        self.body.append(
            f'<div class="slogan-uses">\n<p><strong>{heading}</strong></p>\n{lists}</div>\n'
        )
    else:
        opened = "" if node["total"] > FOLD_USES else " open"
        self.body.append(
            f'<details class="slogan-uses"{opened}>\n<summary>{heading}</summary>\n'
            f"{lists}</details>\n"
        )
    raise nodes.SkipNode


def _rest(self: HTML5Translator, node: slogan_uses, count: int) -> str:
    """Say how many uses are not listed and where they are; nothing when all are."""
    if not count:
        return ""
    text = _say(self, "slogans-uses-more", count=count)
    pages = domain_of(self.builder.env).pages_with(slogan_concordance)
    if not pages or is_epub(self):
        return f"<p>{text}</p>\n"
    uri = self.builder.get_relative_uri(self.builder.current_docname, pages[0])
    return f'<p><a href="{escape(uri)}#{node["entry"]}">{text}</a></p>\n'


def _first_uses(works: tuple[WorkUses, ...], limit: int) -> list[WorkUses]:
    shown: list[WorkUses] = []
    for work in works:
        if limit <= 0:
            break
        shown.append(work._replace(uses=work.uses[:limit]))
        limit -= len(work.uses)
    return shown


def _work_list(self: HTML5Translator, work: WorkUses, page: str) -> str:
    title = _say(self, "slogans-uses-work", title=work.title, count=len(work.uses))
    lines = "".join(_line(page, use) for use in work.uses)
    return f'<p class="slogan-work">{title}</p>\n<ul class="slogan-lines">\n{lines}</ul>\n'


def _line(page: str, use: Use) -> str:
    """Return one line of context; the whole line is the link to its paragraph."""
    return (
        f'<li><a href="{escape(page)}#{escape(use.block)}">'
        f"<span><bdi>{escape(use.before)}</bdi></span>"
        f"<b>{escape(use.surface)}</b><span>{escape(use.after)}</span></a></li>\n"
    )


# -- index, tables, concordance ------------------------------------------------


def visit_index(self: HTML5Translator, node: slogan_index) -> None:
    """Open the index: in HTML a landmark that folds when long."""
    title = escape(node["title"])
    if is_epub(self):
        self.body.append(
            '<section class="slogan-index" epub:type="index" role="doc-index">\n'
            f"<p><strong>{title}</strong></p>\n"
        )
        self.context.append("</section>\n")
        return
    entries = sum(1 for _ in node.findall(nodes.reference))
    opened = "" if entries > FOLD_INDEX else " open"
    self.body.append(
        f'<nav class="slogan-index" aria-label="{title}">\n'
        f"<details{opened}>\n<summary>{title}</summary>\n"
    )
    self.context.append("</details>\n</nav>\n")


def depart_index(self: HTML5Translator, node: slogan_index) -> None:
    """Close the index."""
    self.body.append(self.context.pop())


def visit_head(self: HTML5Translator, node: slogan_head) -> None:
    """Open a heading cell with its scope."""
    self.body.append(self.starttag(node, "th", "", scope=node["scope"]))


def depart_head(self: HTML5Translator, node: slogan_head) -> None:
    """Close a heading cell."""
    self.body.append("</th>\n")


def visit_concordance(self: HTML5Translator, node: slogan_concordance) -> None:
    """Open the place of the concordance; its children show where scripts do not run."""
    self.body.append('<div class="slogan-concordance">\n<div class="slogan-static">\n')


def depart_concordance(self: HTML5Translator, node: slogan_concordance) -> None:
    """Close it."""
    self.body.append("</div>\n</div>\n")
