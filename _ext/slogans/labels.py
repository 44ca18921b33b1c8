"""Give each glossary entry its own address as its only id.

Sphinx numbers Chinese terms by place (``term-0``), so their addresses move whenever an entry is
added (sphinx issues 1449, 13800). The converter writes a label as the first thing of each
definition; here it moves to the term, before docutils would give it to the block that follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from slogans.collect import ENTRY_PREFIX

if TYPE_CHECKING:
    from sphinx.domains.std import StandardDomain

logger = logging.getLogger(__name__)


class HoistLabels(SphinxTransform):
    """Move each entry's label to its term, in the doctree, the index and the standard domain."""

    #: Before docutils' PropagateTargets (260).
    default_priority = 255

    def apply(self, **kwargs: object) -> None:
        """Change the document in place; an entry without a label is a warning."""
        moved: dict[str, str] = {}
        for glossary in self.document.findall(addnodes.glossary):
            for item in list(glossary.findall(nodes.definition_list_item)):
                moved.update(self._hoist(item))
        if moved:
            _readdress(self.env.domains.standard_domain, self.env.docname, moved)

    def _hoist(self, item: nodes.definition_list_item) -> dict[str, str]:
        """Give the item's term its address; return the ids that it takes the place of."""
        term, definition = item[0], item[-1]
        assert isinstance(term, nodes.term)
        target = _entry_target(definition)
        if target is None:
            logger.warning(
                "词条“%s”没有自己的地址。请在释义的第一行写 (slogan-拼音)=。",
                term.astext(),
                location=term,
                type="slogans",
                subtype="label",
            )
            return {}
        address = target["ids"][0]
        old = dict.fromkeys(term["ids"], address)
        target.parent.remove(target)
        term["ids"] = [address]
        term["names"].extend(target["names"])
        self.document.ids[address] = term
        for number in old:
            self.document.ids.pop(number, None)
        for index in term.findall(addnodes.index):
            index["entries"] = [
                (kind, text, old.get(i, i), main, key)
                for kind, text, i, main, key in index["entries"]
            ]
        return old


def _entry_target(definition: nodes.Node) -> nodes.target | None:
    for child in definition.children:
        if isinstance(child, nodes.target) and any(
            i.startswith(ENTRY_PREFIX) for i in child["ids"]
        ):
            return child
    return None


def _readdress(standard: StandardDomain, docname: str, moved: dict[str, str]) -> None:
    """Point the standard domain's terms in ``docname`` at their new ids."""
    for (objtype, name), (where, label) in list(standard.objects.items()):
        if objtype == "term" and where == docname and label in moved:
            standard.objects[objtype, name] = (docname, moved[label])
            standard._terms[name.lower()] = (docname, moved[label])
