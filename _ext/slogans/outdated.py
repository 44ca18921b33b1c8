"""Which pages to write again because of what other documents say.

Sphinx writes a page again when its own source has changed. A glossary also changes with every
chapter that mentions a slogan, and a chapter when the entry that it links to moves or goes. So
each page has a digest of what it takes from elsewhere; the digests of the last build are kept
beside the doctrees, one file a builder, since builders that share doctrees write at different
times. Pages whose digest differs are written, no others.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slogans.domain import domain_of
from slogans.files import write

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from slogans.domain import SloganDomain


def digests(env: BuildEnvironment) -> dict[str, str]:
    """Return a digest of what each page takes from other documents' slogans."""
    domain = domain_of(env)
    view = domain.view
    everything = _digest([view.mentions, view.works, view.entries])
    found = dict.fromkeys([*domain.data["entries"], *domain.data["summaries"]], everything)
    for docname, keys in domain.data["links"].items():
        if docname not in found:
            entries = [view.entries.get(key) for key in keys]
            found[docname] = _digest([e and (e.docname, e.label) for e in entries])
    return found


def _digest(value: object) -> str:
    return blake2b(repr(value).encode(), digest_size=12).hexdigest()


def _record(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"slogans-{app.builder.name}.json"


def _last(app: Sphinx) -> dict[str, Any]:
    try:
        record = json.loads(_record(app).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record["pages"] if record.get("outdir") == str(app.outdir) else {}


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents to write again (event ``env-updated``)."""
    last = _last(app)
    return sorted(
        docname
        for docname, digest in digests(env).items()
        if last.get(docname) != digest and docname in env.found_docs
    )


def remember(app: Sphinx, domain: SloganDomain) -> None:
    """Keep the digests of a build that came to its end."""
    record = {"outdir": str(app.outdir), "pages": digests(domain.env)}
    write(_record(app), json.dumps(record, sort_keys=True).encode())
