"""A real browser for the tests: the Chromium or Chrome that this machine has."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A test browser stays at home: it looks nothing up and reports nothing.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """No browser was found; the message says what to install."""


def find_chromium() -> str | None:
    """The path of the first browser found on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless browser, open for as long as the block lasts."""
    path = find_chromium()
    if path is None:
        raise NoBrowser("no Chromium or Chrome on PATH: install the package chromium")
    # Chromium's sandbox does not work for root.
    sandbox = () if os.geteuid() else ("--no-sandbox",)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *sandbox])
        try:
            yield opened
        finally:
            opened.close()
