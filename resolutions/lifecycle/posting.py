"""Posting: mails leave the outbox after the step that wrote them is on record, each once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from resolutions.lifecycle.procedure import transaction
from resolutions.records.account import OutboxMessage
from resolutions.records.base import session

Send = Callable[[OutboxMessage], None]
"""Hands one mail to the world, or raises."""

MOST_TRIES = 6
BATCH = 20
LEASE = timedelta(minutes=10)


def _due(at: datetime) -> list[int]:
    """The mails to send now: waiting ones whose pause is over, and those a dead worker left half sent."""
    ready = select(
        OutboxMessage.id, OutboxMessage.attempts, OutboxMessage.tried_at, OutboxMessage.state
    ).where(
        or_(
            OutboxMessage.state == "waiting",
            (OutboxMessage.state == "sending") & (OutboxMessage.tried_at < at - LEASE),
        )
    )
    found = session().execute(ready.order_by(OutboxMessage.id).limit(BATCH * 5)).all()
    due = [key for key, tries, tried, _ in found if tried is None or tried + pause(tries) <= at]
    return due[:BATCH]


def pause(tries: int) -> timedelta:
    """How long to wait after so many failed tries: one minute, then twice as long each time."""
    return timedelta(minutes=2 ** (tries - 1)) if tries else timedelta()


def _claim(key: int, at: datetime) -> OutboxMessage | None:
    """Take one mail for this worker alone."""
    with transaction():
        taken = session().execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.id == key,
                or_(
                    OutboxMessage.state == "waiting",
                    (OutboxMessage.state == "sending") & (OutboxMessage.tried_at < at - LEASE),
                ),
            )
            .values(state="sending", attempts=OutboxMessage.attempts + 1, tried_at=at)
        )
    claimed = getattr(taken, "rowcount", 0) == 1
    return session().get(OutboxMessage, key, populate_existing=True) if claimed else None


def _settle(message: OutboxMessage, error: str, at: datetime) -> None:
    with transaction():
        message.last_error = error[:500]
        if not error:
            message.state, message.sent_at = "sent", at
        else:
            message.state = "dead" if message.attempts >= MOST_TRIES else "waiting"


def deliver(send: Send, at: datetime) -> int:
    """Send what is due, one mail after the other; gives how many went out."""
    sent = 0
    for key in _due(at):
        message = _claim(key, at)
        if message is None:
            continue
        try:
            send(message)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the mail is tried again and the reason kept
            _settle(message, f"{type(error).__name__}: {error}", at)
        else:
            _settle(message, "", at)
            sent += 1
    return sent
