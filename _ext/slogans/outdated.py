"""Which pages to write again because of what other documents say.

Sphinx writes a page again when its own source has changed. A glossary also changes with every
chapter that mentions a slogan, and a chapter when the entry that it links to moves or goes. So
each page has a digest of what it takes from elsewhere; the digests of the last build are kept
beside the doctrees, one file a builder, since builders that share doctrees write at different
times. Pages whose digest differs are written, no others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import whole

from slogans import exports
from slogans.domain import digest, domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from slogans.domain import SloganDomain, View


def digests(env: BuildEnvironment) -> dict[str, str]:
    """Return a digest of what each page takes from other documents' slogans."""
    domain = domain_of(env)
    view = domain.view
    if view.taken is not None:
        return view.taken
    found = dict.fromkeys([*domain.data["entries"], *domain.data["summaries"]], view.digest)
    for docname, keys in domain.data["links"].items():
        if docname not in found:
            entries = [view.entries.get(key) for key in keys]
            found[docname] = digest([e and (e.docname, e.label) for e in entries])
    view.taken = found
    return found


def _record(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"slogans-{app.builder.name}.json"


def _last(app: Sphinx) -> dict[str, Any]:
    try:
        record = json.loads(_record(app).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if record.get("outdir") == str(app.outdir) else {}


def _files_digest(app: Sphinx, view: View) -> str:
    """Return a digest of all that the files for download depend on."""
    config = app.config
    said = [config.html_baseurl, config.project, config.edition, config.press_extensions]
    return digest([view.digest, *said])


def downloads_are_current(app: Sphinx, view: View) -> bool:
    """Tell whether the last build wrote the files for download just as this one would."""
    folder = Path(app.outdir) / exports.FOLDER
    there = all(whole.is_there(folder / name) for name in exports.names(view))
    return there and _last(app).get("downloads") == _files_digest(app, view)


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents to write again (event ``env-updated``)."""
    last = _last(app).get("pages", {})
    return sorted(
        docname
        for docname, taken in digests(env).items()
        if last.get(docname) != taken and docname in env.found_docs
    )


def remember(app: Sphinx, domain: SloganDomain) -> None:
    """Keep the digests of a build that came to its end."""
    record = {
        "outdir": str(app.outdir),
        "pages": digests(domain.env),
        "downloads": _files_digest(app, domain.view),
    }
    whole.write(_record(app), json.dumps(record, sort_keys=True).encode())
