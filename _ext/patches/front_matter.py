"""MyST-Parser: read front matter with libyaml.

MyST-Parser (5.2) reads each chapter's front matter twice through ``yaml.safe_load``, that is with
PyYAML's loader in pure Python, which takes longer than the Markdown of a short chapter does.
PyYAML ships the same loader in C, as ``CSafeLoader``; where it was built without, nothing changes.
(PyYAML leaves the choice of a loader to the caller; no ticket at MyST-Parser was found.)
"""

from __future__ import annotations

from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def safe_load(stream: Any) -> Any:
    """Return what the YAML document ``stream`` says. Raises ``yaml.YAMLError``."""
    return yaml.load(stream, Loader=LOADER)


def install() -> None:
    """Replace ``yaml.safe_load``, which MyST-Parser calls by that name, for this process."""
    yaml.safe_load = safe_load
