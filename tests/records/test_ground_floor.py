"""What the database itself promises: durable, checked, never rewritten; times keep their zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy import event, select, text
from sqlalchemy.exc import StatementError

from resolutions.app import db
from resolutions.lifecycle.procedure import transaction
from resolutions.records.assembly import Meeting
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.records.lasting import LastingRecordError
from tests.congress import OPENS, Congress
from tests.texts import text as put_text


def test_sqlite_is_durable_checked_and_patient(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        told = [session().execute(text(f"PRAGMA {name}")).scalar() for name in asked]
        assert told == ["wal", 2, 1, 10_000]
    else:
        assert session().execute(text("SHOW transaction_isolation")).scalar() == "read committed"


def test_a_writing_transaction_begins_as_one(app: Flask) -> None:
    begun: list[str] = []

    def listen(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.startswith("BEGIN"):
            begun.append(statement)

    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        session().execute(select(Meeting))
        with transaction() as current:
            current.execute(select(Meeting))
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)
    wanted = ["BEGIN", "BEGIN IMMEDIATE"] if db.engine.dialect.name == "sqlite" else []
    assert begun == wanted


def test_a_time_without_a_zone_is_refused_and_one_with_a_zone_comes_back_in_utc(congress: Congress) -> None:
    congress.meeting.opens_at = OPENS.astimezone(timezone(timedelta(hours=14)))
    session().commit()
    assert (congress.meeting.opens_at, congress.meeting.opens_at.tzinfo) == (OPENS, UTC)
    congress.meeting.opens_at = datetime(2026, 5, 11, 9, 0)  # noqa: DTZ001 - the fault under test
    with pytest.raises(StatementError, match="a time without a zone"):
        session().flush()
    session().rollback()


def test_a_revision_cannot_be_changed(congress: Congress) -> None:
    revision = put_text(congress).revision
    revision.title = "Another title"
    with pytest.raises(LastingRecordError, match="title cannot change"):
        session().flush()
    session().rollback()


def test_an_entry_of_the_trail_cannot_be_removed(congress: Congress) -> None:
    put_text(congress)
    session().delete(session().scalars(select(AuditEntry)).first())
    with pytest.raises(LastingRecordError, match="cannot be removed"):
        session().flush()
    session().rollback()
