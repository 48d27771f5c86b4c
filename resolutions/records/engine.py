"""How a database is spoken to: on SQLite durable, checked, and writing from the first word."""

from typing import Any

from sqlalchemy import Engine, event

from resolutions.records.base import writing

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
)


def prepare(engine: Engine) -> None:
    """Teach an engine the manners of its database; PostgreSQL needs none."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: Any, record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: Any) -> None:
    """A transaction that will write begins as one: upgrading later fails at once, whatever the timeout."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")
