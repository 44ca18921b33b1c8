"""Where the collected blocks live between reading and writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

from hansearch.collect import collect
from hansearch.records import keep

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from hansearch.records import Kept


class HanSearchDomain(Domain):
    """Keeps one :class:`~hansearch.records.Kept` a docname, purged and merged by docname."""

    name = "hansearch"
    label = "Han search"
    initial_data: ClassVar[dict[str, Any]] = {"documents": {}}
    data_version = 4

    @property
    def documents(self) -> dict[str, Kept]:
        """What each document gives to the search, by docname, in no particular order."""
        return self.data["documents"]

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is to be read again, or is gone."""
        self.documents.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for docname, document in otherdata["documents"].items():
            if docname in docnames:
                self.documents[docname] = document

    def resolve_any_xref(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Return nothing: there is nothing here to refer to."""
        return []


def domain_of(env: BuildEnvironment) -> HanSearchDomain:
    """Return the domain of ``env``, with its type."""
    domain = env.domains["hansearch"]
    assert isinstance(domain, HanSearchDomain)
    return domain


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Collect the blocks of the document that has just been read (``doctree-read``)."""
    docname = app.env.docname
    document = collect(doctree, app.env.metadata[docname])
    if document is not None:
        domain_of(app.env).documents[docname] = keep(document)
