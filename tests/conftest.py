"""What every test shares: the project's root, and the rule for tools a machine may lack."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: Tool -> the Debian package that has it, for the line a skip prints.
PACKAGES = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "epubcheck": "epubcheck",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "node": "nodejs",
}

pytest_plugins = ["sphinx.testing.fixtures"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden tests write what they expect anew."""
    parser.addoption("--regenerate", action="store_true", help="重写 tests/golden 里的预期结果")


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Where ``sphinx.testing`` looks for ``test-*`` projects."""
    return ROOT / "tests" / "roots"


def require_tool(name: str) -> str:
    """Return the path of the command ``name``; skip the test where the machine lacks it.

    With ``CI=true`` a missing tool is a failure: what CI does not run, nobody runs.
    """
    path = shutil.which(name)
    if path:
        return path
    message = f"没有 {name}：请安装 {PACKAGES.get(name, name)}（Debian：apt-get install）。"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
