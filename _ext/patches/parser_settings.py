"""docutils' settings: find them once a build, not twice a document.

Sphinx (9.0) makes an ``optparse`` parser of seventy options for each document, to have the default
values of docutils' settings (``sphinx.util.docutils._get_settings``); MyST-Parser (5.2) makes
another for a document that it then does not use (``setup_render`` evaluates ``make_document()``
before it looks whether it was given one). A tenth of the time of reading (pydoctor pull request 682
found the same of docutils alone). The values depend only
on the parts and the defaults that are asked for, so they are found once and copied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import myst_parser.mdit_to_docutils.base as myst_base
import sphinx.util.docutils as sphinx_docutils
from docutils.frontend import Values
from docutils.utils import DependencyList

_COMPOSED: dict[Any, tuple[dict[str, Any], Values]] = {}

get_settings: Callable[..., Values] = sphinx_docutils._get_settings
get_default_settings: Callable[..., Values] = myst_base.get_default_settings


def _copy(values: Values) -> Values:
    """Return a copy whose lists are its own: documents add to them while they are read."""
    copied = values.copy()
    copied.record_dependencies = DependencyList()
    for name, value in vars(copied).items():
        if type(value) in (list, dict):
            setattr(copied, name, value.copy())
    return copied


def settings_once(*components: Any, defaults: Any, read_config_files: bool = False) -> Values:
    """Return what ``_get_settings`` returns, found only when ``defaults`` are new."""
    key = (tuple(_kind(part) for part in components), read_config_files)
    known, values = _COMPOSED.get(key, (None, None))
    if values is None or known != defaults:
        values = get_settings(*components, defaults=defaults, read_config_files=read_config_files)
        _COMPOSED[key] = dict(defaults), _copy(values)
    return _copy(values)


def default_settings_once(*components: Any) -> Values:
    """Return what docutils' ``get_default_settings`` returns, found once."""
    key = tuple(_kind(part) for part in components)
    if key not in _COMPOSED:
        _COMPOSED[key] = {}, get_default_settings(*components)
    return _copy(_COMPOSED[key][1])


def _kind(component: Any) -> type:
    """Return the class of a part: its options are the class's."""
    return component if isinstance(component, type) else type(component)


def install() -> None:
    """Replace the two functions where they are called."""
    sphinx_docutils._get_settings = settings_once
    myst_base.get_default_settings = default_settings_once
