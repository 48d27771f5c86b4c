"""How often something may be tried: counted in the database, so that all workers count together."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from resolutions.lifecycle.procedure import transaction
from resolutions.records.account import Attempt
from resolutions.records.base import session
from resolutions.rules.errors import Inadmissible

WINDOW = timedelta(minutes=15)
LIMIT = 10


class TooManyTries(Inadmissible):
    """Somebody tried too often; `minutes` says when it may be tried again."""


def count_try(purpose: str, key: str, at: datetime) -> None:
    """Count one try on an account, and refuse it when there were too many in a quarter of an hour."""
    with transaction():
        session().execute(delete(Attempt).where(Attempt.tried_at < at - WINDOW * 4))
        recent = (Attempt.purpose == purpose, Attempt.key == key, Attempt.tried_at > at - WINDOW)
        tried = session().scalar(select(func.count()).select_from(Attempt).where(*recent)) or 0
        if tried < LIMIT:
            session().add(Attempt(purpose=purpose, key=key, tried_at=at))
    if tried >= LIMIT:
        raise TooManyTries("too_many_tries", minutes=int(WINDOW.total_seconds() // 60))


def forget_tries(purpose: str, key: str) -> None:
    """Forget the tries on an account once somebody got in."""
    with transaction():
        session().execute(delete(Attempt).where(Attempt.purpose == purpose, Attempt.key == key))
