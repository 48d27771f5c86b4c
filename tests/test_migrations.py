"""Upgrading from nothing gives exactly the models, on both databases, down and up again, with data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select

from resolutions.app import create_app, db
from resolutions.records.assembly import Affiliate
from tests import congress as builder
from tests.conftest import configured

MIGRATIONS = Path(__file__).parent.parent / "migrations"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The application on a database without a table."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    else:
        server: Any = request.getfixturevalue("postgres_server")
        name = f"migrations_{request.node.name.partition('[')[0][-30:]}"
        server.drop(name)
        url = server.create(name)
    application = create_app(configured(url))
    with application.app_context():
        yield application
        db.session.remove()
        db.engine.dispose()


def tables() -> set[str]:
    """The tables that are there now."""
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_upgrading_from_nothing_gives_exactly_the_models(empty: Flask) -> None:
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "target_metadata": db.metadata}
        )
        assert compare_metadata(context, db.metadata) == []


def test_constraints_are_made_by_the_migration_too(empty: Flask) -> None:
    upgrade()
    inspector = inspect(db.engine)
    for table in db.metadata.sorted_tables:
        wanted = {str(c.name) for c in table.constraints if c.name and type(c).__name__ == "CheckConstraint"}
        made = {str(c["name"]) for c in inspector.get_check_constraints(table.name)}
        assert (table.name, wanted - made) == (table.name, set())


def test_down_and_up_again_with_data(empty: Flask) -> None:
    upgrade()
    builder.build()
    assert len(db.session.scalars(select(Affiliate)).all()) == len(builder.AFFILIATES)
    db.session.remove()
    downgrade(revision="base")
    assert tables() == set()
    upgrade()
    assert tables() == {table.name for table in db.metadata.sorted_tables}
