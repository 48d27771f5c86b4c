"""Fixtures of the real servers that tests talk to: PostgreSQL and a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser
from sqlalchemy import make_url

from tests import chromium, postgres

__all__ = ["open_browser", "postgres_server", "postgres_url", "pytest_configure", "pytest_unconfigure"]

FOLDER = "RESOLUTIONS_TEST_POSTGRES"
STARTED_BY = "RESOLUTIONS_TEST_OWNER"


def pytest_configure(config: pytest.Config) -> None:
    # The first process owns the folder of the server; its workers find it in their environment.
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = str(postgres.new_folder())
        os.environ[STARTED_BY] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    folder = Path(os.environ[FOLDER])
    if (folder / "data").exists():
        postgres.shared(folder, os.getpid()).stop()
    shutil.rmtree(folder, ignore_errors=True)


def missing(reason: str) -> NoReturn:
    """Pass a test over where something cannot be had, but never where all must be tested."""
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres_server() -> postgres.Server:
    """The PostgreSQL server that all workers share: DATABASE_URL_TEST, or one of our own."""
    folder = Path(os.environ[FOLDER])
    if url := os.environ.get("DATABASE_URL_TEST"):
        return postgres.given(make_url(url), folder)
    try:
        return postgres.shared(folder, int(os.environ[STARTED_BY]))
    except postgres.NoPostgres as error:
        missing(f"no PostgreSQL: {error}")


@pytest.fixture(scope="session")
def postgres_url(postgres_server: postgres.Server, worker_id: str) -> Iterator[str]:
    """An empty PostgreSQL database of this worker's own."""
    name = f"resolutions_test_{worker_id}"
    yield postgres_server.create(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session", name="browser")
def open_browser() -> Iterator[Browser]:
    """A real browser; a test opens its own context in it."""
    if chromium.find_chromium() is None:
        missing("no browser: install Chromium or Chrome, or run make test as root")
    with chromium.browser() as opened:
        yield opened
