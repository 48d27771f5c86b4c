"""How people get in and how they are written to: one-use links, attempts, the outbox."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from resolutions.records.assembly import Person
from resolutions.records.base import Base, BigKey


class SignInLink(Base):
    """A one-use link that was sent to a person; only the hash of its token is kept."""

    __tablename__ = "sign_in_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    target: Mapped[str] = mapped_column(default="/")
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    person: Mapped[Person] = relationship()

    __table_args__ = (UniqueConstraint("token_hash", name="a_token_opens_one_door"),)


class Attempt(Base):
    """One try at something that is limited: a sign-in, a link request. Shared by all workers."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    purpose: Mapped[str]
    key: Mapped[str]
    tried_at: Mapped[datetime]

    __table_args__ = (Index("ix_attempt_purpose_key_tried_at", "purpose", "key", "tried_at"),)


class OutboxMessage(Base):
    """A mail written in the transaction of the step that causes it, and sent after the commit."""

    __tablename__ = "outbox_message"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
    written_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state in ('waiting', 'sending', 'sent', 'dead')", name="a_message_has_a_state"),
        Index("ix_outbox_message_state", "state"),
    )
