"""A chapter is parsed once for all editions.

An edition converts a document when it has been parsed and labelled (``edition.transform``, at 845
of the transforms' priorities). Until then nothing depends on the edition, and it is more than half
of reading. So the tree as it is just before is kept in a folder beside the doctrees
(``parsed_folder``), and the next edition goes on from there. A tree is used only where everything
that made it is the same: the text, the settings, the versions, these extensions themselves. A
file that is damaged or of something else counts for nothing.

Only documents are kept whose parsing leaves no other trace than the tree and its front matter:
directives and roles may write into Sphinx's environment, so all but those in :data:`PURE_NAMES`
rule a document out, as does any node outside :data:`PURE_NODES` and any warning, which has to be
given each time.
"""

from __future__ import annotations

import copyreg
import io
import logging
import pickle
import re
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import addresses
import facts
import whole
from docutils import nodes
from docutils.languages import get_language
from myst_parser.mdit_to_docutils.transforms import ResolveAnchorIds
from myst_parser.parsers.sphinx_ import MystParser
from patches import kinds
from sources import versions
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.i18n import TranslationProgressTotaliser
from sphinx.util._serialise import stable_hash
from sphinx.util.logging import NAMESPACE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Priority at which a tree is kept: transforms before it have been applied, those from
#: :data:`NEXT` on have not.
KEEP, NEXT = 844, "845"

#: Directives and roles that make nodes of what they are given and touch nothing else.
PURE_NAMES = frozenset({"div", "term", "verbatim"})

#: A directive's or a role's name, wherever one may stand; more than those that are one.
_NAME = re.compile(r"\{([^{}\s]*)\}")

#: What a document that is kept may consist of. The bibliographic fields that docutils knows (by
#: their names in the edition's language) are not among it: all else is a ``field``.
PURE_NODES = frozenset(
    {
        nodes.document, nodes.docinfo, nodes.field, nodes.field_name, nodes.field_body,
        nodes.section, nodes.title, nodes.paragraph, nodes.Text, nodes.container,
        nodes.bullet_list, nodes.enumerated_list, nodes.list_item, nodes.block_quote,
        nodes.strong, nodes.emphasis, nodes.inline, nodes.literal, nodes.target, nodes.label,
        nodes.footnote, nodes.footnote_reference, nodes.system_message, nodes.transition,
        addnodes.pending_xref, addresses.emended,
    }
)  # fmt: skip

#: Transforms still to come that do nothing to such a document, at some cost: they are for nodes
#: that are not among its own (``reference``), or count those that were translated by catalogues.
_IDLE = (ResolveAnchorIds, TranslationProgressTotaliser)

#: Settings that tell one edition from another, what follows from them (``numfig_format``: Sphinx's
#: words before the number of a figure, which it resolves to later), and the editor's words.
_OF_EDITION = frozenset(
    {"edition", "language", "numfig_format", "edition_words_digest", "edition_names"}
)

#: Attributes of a document that belong to the run, not to the tree.
_OF_RUN = frozenset({"reporter", "settings", "transformer"})

_KEY, _SUM = 32, 16


class _Warnings(logging.Handler):
    """Tells whether a warning was given since it was last asked to listen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard = False

    def emit(self, record: logging.LogRecord) -> None:
        self.heard = True

    def listen(self) -> None:
        self.heard = False
        logging.getLogger(NAMESPACE).addHandler(self)

    def stop(self) -> None:
        logging.getLogger(NAMESPACE).removeHandler(self)


def _the_document() -> nodes.document:
    """Stand in a file for the document that its tree is hung into."""
    raise pickle.UnpicklingError("read with _Unpickler")


class _Pickler(pickle.Pickler):
    """Pickles what belongs to a document, without the document itself."""

    dispatch_table = {  # noqa: RUF012
        **copyreg.dispatch_table,
        nodes.document: lambda document: (_the_document, ()),
    }


class _Unpickler(pickle.Unpickler):
    """Unpickles it into another document."""

    def __init__(self, file: io.BytesIO, document: nodes.document) -> None:
        super().__init__(file)
        self._document = document

    def find_class(self, module: str, name: str) -> Any:
        if name == _the_document.__name__:
            return lambda: self._document
        return super().find_class(module, name)


class Store:
    """The kept trees of one book and one set of settings."""

    def __init__(self, app: Sphinx, folder: Path) -> None:
        """Keep trees in ``folder``."""
        self._folder = folder
        self._made_by = _made_by(app)

    def key(self, document: nodes.document, text: str) -> bytes:
        """Return what two documents share only if they are parsed to the same tree."""
        made_by = f"{self._made_by}\0{document['source']}\0".encode()
        return blake2b(made_by + text.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest()

    def has(self, docname: str) -> bool:
        """Tell whether there is a tree of ``docname``, of this text or of an earlier one."""
        return self._path(docname).is_file()

    def load(self, docname: str, key: bytes, document: nodes.document) -> dict[str, Any] | None:
        """Return what :meth:`save` was given for ``key``, for ``document``; ``None`` if nothing."""
        try:
            content = self._path(docname).read_bytes()
        except OSError:
            return None
        payload = content[_KEY + _SUM :]
        if content[:_KEY] != key or content[_KEY : _KEY + _SUM] != _sum(payload):
            return None
        try:
            return _Unpickler(io.BytesIO(payload), document).load()
        except Exception:  # a class that is gone, whatever: it is parsed anew
            return None

    def save(self, docname: str, key: bytes, state: dict[str, Any]) -> None:
        """Keep ``state``, whole or not at all."""
        buffer = io.BytesIO()
        try:
            _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(state)
        except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
            return
        payload = buffer.getvalue()
        with suppress(OSError):  # no room: the next edition parses for itself
            whole.write(self._path(docname), key + _sum(payload) + payload)

    def _path(self, docname: str) -> Path:
        return self._folder / f"{docname}.parsed"


def _sum(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_SUM).digest()


def _made_by(app: Sphinx) -> str:
    """Return a digest of all that makes trees of texts, apart from the edition."""
    config = app.config
    settings = {
        v.name: v.value for v in config.filter(frozenset({"env"})) if v.name not in _OF_EDITION
    }
    extensions = {name: str(found.version) for name, found in sorted(app.extensions.items())}
    sources = blake2b()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        sources.update(path.read_bytes())
    made_by = [settings, versions(), extensions, sys.version, sources.hexdigest()]
    return stable_hash(made_by)


class CachingParser(MystParser):
    """MyST's parser, which looks first whether the tree is there."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill ``document`` with the tree of ``inputstring``."""
        env = document.settings.env
        store: Store | None = getattr(env._app, "parsed_store", None)
        if store is None or not PURE_NAMES.issuperset(_NAME.findall(inputstring)):
            super().parse(inputstring, document)
            return
        docname = env.current_document.docname
        key = store.key(document, inputstring)
        state = store.load(docname, key, document)
        if state and _same_in(document.settings.language_code, state["fields"]):
            _resume(document, env.metadata[docname], state)
            facts.know(env, state["facts"])
            return
        before = dict(vars(document.settings))
        _WARNINGS.listen()
        super().parse(inputstring, document)
        kinds.take(document)
        document.transformer.add_transform(Keep, KEEP, store=store, key=key, before=before)


_WARNINGS = _Warnings()


def _same_in(language: str, fields: list[str]) -> bool:
    """Tell whether ``fields`` of a front matter are no bibliographic ones in ``language``."""
    known = get_language(language).bibliographic_fields
    return not any(nodes.fully_normalize_name(name) in known for name in fields)


def _resume(document: nodes.document, metadata: dict[str, Any], state: dict[str, Any]) -> None:
    """Put ``document`` where it was when ``state`` was kept; what comes next is to be applied."""
    vars(document).update(state["document"])
    vars(document.settings).update(state["settings"])
    metadata.update(state["metadata"])
    transformer = document.transformer
    transformer.transforms = [
        t for t in transformer.transforms if t[0] >= NEXT and t[1] not in _IDLE
    ]


class Keep(SphinxTransform):
    """Keep the tree for the next edition, if another can use it."""

    default_priority: ClassVar[int] = KEEP

    def apply(self, *, store: Store, key: bytes, before: dict[str, Any], **kwargs: Any) -> None:
        """Leave the document as it is."""
        _WARNINGS.stop()
        if _WARNINGS.heard or not self._is_pure():
            return
        document, docname = self.document, self.env.current_document.docname
        _forget_markup(document)
        found = facts.find_all(self.env._app, document)
        facts.know(self.env, found)
        settings = vars(document.settings)
        state = {
            "document": {k: v for k, v in vars(document).items() if k not in _OF_RUN},
            "settings": {
                k: v for k, v in settings.items() if k not in before or before[k] is not v
            },
            "metadata": dict(self.env.metadata[docname]),
            "fields": [name.astext() for name in document.findall(nodes.field_name)],
            "facts": found,
        }
        store.save(docname, key, state)

    def _is_pure(self) -> bool:
        document = self.document
        if document.settings.record_dependencies.list or any(
            pending is not None for _, _, pending, _ in document.transformer.transforms
        ):
            return False
        if not kinds.take(document) <= PURE_NODES:
            return False
        # A link to a file depends on which files there are.
        return all(node["reftype"] == "term" for node in document.findall(addnodes.pending_xref))


def _forget_markup(document: nodes.document) -> None:
    """Forget what each node's text was before it was parsed: a quarter of a tree as it is stored.

    Messages for translators come from it (:func:`_open_store` leaves their builder alone), program
    text and formulas, which :data:`PURE_NODES` has not.
    """
    for node in document.findall(nodes.Element):
        node.rawsource = ""


def _open_store(app: Sphinx) -> None:
    """Open the store, where there is to be one (``builder-inited``)."""
    folder, srcdir = app.config.parsed_folder, Path(app.srcdir)
    translated = any((srcdir / name).is_dir() for name in app.config.locale_dirs)
    told_otherwise = (Path(app.confdir) / "docutils.conf").is_file()
    for_translators = app.builder.name == "gettext"
    if folder and not (translated or told_otherwise or for_translators):
        app.parsed_store = Store(app, srcdir / folder)  # type: ignore[attr-defined]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of MyST's parser."""
    app.add_config_value("parsed_folder", "", "", str)
    app.add_source_parser(CachingParser, override=True)
    app.connect("builder-inited", _open_store)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
