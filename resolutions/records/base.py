"""The ground of all tables: naming of constraints, times in UTC, and the session of the moment."""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Integer, MetaData, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "%(constraint_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(TypeDecorator[datetime]):
    """An instant: aware when it goes in, aware and in UTC when it comes out, on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone: nobody could say later what it meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back that SQLite forgets."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What every table inherits; free of Flask, so that rules of typing and floors hold."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - read once by SQLAlchemy
        datetime: UTCDateTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        list[dict[str, Any]]: JSON(),
    }


BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A key that may pass two thousand million; SQLite numbers rows by itself only for plain INTEGER."""


class Versioned:
    """A record that several people may change: a stale write is refused, not merged."""

    version: Mapped[int] = mapped_column(default=1)


writing: ContextVar[bool] = ContextVar("writing", default=False)
"""Whether a writing transaction is under way; on SQLite it must begin as one."""

_source: list[Callable[[], Session]] = []


def bind(source: Callable[[], Session]) -> None:
    """Say where the session of the moment comes from; the application does this once."""
    _source[:] = [source]


def session() -> Session:
    """The session of the moment: one a request, one a command."""
    return _source[0]()
