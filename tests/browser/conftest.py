"""The program behind a real server, opened in a real browser by the people of the small congress."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from resolutions.records.base import session
from tests.congress import Congress

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@dataclass
class Opened:
    """Somebody's browser window; what the console said against the pages is kept."""

    context: BrowserContext
    page: Page
    address: str
    complaints: list[str]

    def go(self, path: str) -> Page:
        """Open a page."""
        self.page.goto(self.address + path)
        return self.page

    def check(self) -> None:
        """Fail on any violation of WCAG 2.2 A or AA, on a page wider than its window, on a complaint."""
        found = Axe().run(self.page, options=WCAG).response["violations"]
        told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
        assert (self.page.url, told) == (self.page.url, [])
        wide, window = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert (self.page.url, wide <= window) == (self.page.url, True), f"{wide} px in a window of {window}"
        assert (self.page.url, self.complaints) == (self.page.url, [])


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the program is served for this test."""
    session().commit()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def window(app: Flask, congress: Congress, address: str, browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a window for a person: `window("delegate_nor", PHONE, dark=True)`."""
    opened: list[BrowserContext] = []
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None

    def open_window(name: str, size: dict[str, int], *, dark: bool = False, **more: Any) -> Opened:
        session().commit()
        context = browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", locale="en-GB", **more
        )
        opened.append(context)
        if name:
            person = congress.people[name]
            value = signer.dumps({"_user_id": f"{person.id}.{person.sign_in_epoch}", "_fresh": True})
            cookie = {"name": app.config["SESSION_COOKIE_NAME"], "value": value, "url": address}
            context.add_cookies([cookie])
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return Opened(context, page, address, complaints)

    yield open_window
    for context in opened:
        context.close()
