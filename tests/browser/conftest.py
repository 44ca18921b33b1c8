"""The built site in a real browser: served as a host would serve it, opened as a reader would.

The site is ``_build/html``, made by ``make html``; ``BOOK_SITE`` names another folder. It is
served with the strictest policy it promises to work under, and compressed.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import bookinfo
import pytest
from conftest import ROOT, require_tool
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

POLICY = "default-src 'self'"
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml"}

#: The two screens everything is tried on.
SCREENS = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "is_mobile": True,
        "has_touch": True,
        "device_scale_factor": 2,
    },
}

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


#: The path that the book is served at, as its url says.
PATH = urlsplit(bookinfo.load(ROOT / "book.yaml")["url"]).path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files with the policy, compressed; an unknown address gets the book's 404 page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        inside = self.path.startswith(PATH)
        path = Path(self.translate_path(self.path[len(PATH) - 1 :] if inside else "/none"))
        if path.is_dir():
            path /= "index.html"
        status = 200
        if not path.is_file():
            status, path = 404, Path(self.directory) / "404.html"
        body = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = Path(os.environ.get("BOOK_SITE", ROOT / "_build" / "html")).resolve()
    if not (folder / "index.html").is_file():
        message = f"{folder} 里没有网站：请先运行 make html。"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with its closing slash."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    path = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Reader:
    """A page, and what went wrong on it."""

    page: Page
    context: BrowserContext
    address: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def watch(self) -> None:
        """Note every message of the console, failed request, and request."""
        self.page.on("console", lambda m: m.type in ("error", "warning") and self._fault(m.text))
        self.page.on("pageerror", lambda error: self._fault(str(error)))
        self.page.on("requestfailed", self._request_failed)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _request_failed(self, request: Request) -> None:
        # A reader who goes on before a page is whole breaks off what is still under way.
        if request.failure != "net::ERR_ABORTED":
            self._fault(f"failed: {request.url}: {request.failure}")

    def _fault(self, text: str) -> None:
        self.faults.append(f"{self.page.url}: {text}")


@pytest.fixture
def reader(chromium: Browser, address: str) -> Iterator[Callable[..., Reader]]:
    """Make readers: ``reader("phone", color_scheme="dark")``. Each has a profile of its own.

    At the end no reader's console may hold an error: a script that failed, or was forbidden by
    the policy. A test that expects one clears ``faults``.
    """
    readers: list[Reader] = []

    def make(screen: str = "wide", **options: object) -> Reader:
        context = chromium.new_context(**{**SCREENS[screen], **options})
        made = Reader(context.new_page(), context, address)
        made.watch()
        readers.append(made)
        return made

    yield make
    for made in readers:
        made.context.close()
    faults = [fault for made in readers for fault in made.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path, address: str) -> str:
    """The site, served and as a folder."""
    return address if request.param == "http" else site.as_uri() + "/"
