"""A real database a test: every test that touches the records runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from config import Testing
from resolutions.app import create_app, db
from tests import catalogues
from tests import congress as builder
from tests.congress import Congress
from tests.doors import Doors, Outside
from tests.servers import *  # noqa: F403 - the fixtures of the real servers


@pytest.fixture(scope="session", autouse=True)
def languages() -> None:
    """The compiled catalogues, which are not kept in git, as new as the translations."""
    catalogues.compile_stale()


def configured(url: str, **more: Any) -> type[Testing]:
    """The testing configuration on one database."""
    return type("Configured", (Testing,), {"SQLALCHEMY_DATABASE_URI": url, **more})


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def installation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on one database with all its tables, once a worker and database."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'test.sqlite'}"
    else:
        url = request.getfixturevalue("postgres_url")
    application = create_app(configured(url))
    application.test_client_class = Outside
    with application.app_context():
        db.create_all()
        yield application
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(installation: Flask) -> Iterator[Flask]:
    """The application on a database without a row, inside its context."""
    with installation.app_context():
        with db.engine.begin() as connection:
            for table in reversed(db.metadata.sorted_tables):
                connection.execute(table.delete())
        yield installation
        db.session.remove()


@pytest.fixture
def congress(app: Flask) -> Congress:
    """The small congress of `tests.congress`."""
    return builder.build()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody at a browser who has not signed in."""
    return app.test_client()


@pytest.fixture
def doors(app: Flask, congress: Congress) -> Doors:
    """Browsers for the people of the congress, each signed in: `doors.of("secretary").get("/")`."""
    return Doors(app, congress)
