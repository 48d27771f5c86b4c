"""The trail: one entry a step, each carrying the hash of the one before."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from resolutions.records.base import Base, BigKey

FIRST = "0" * 64


class AuditEntry(Base):
    """One step as it was taken. No column of it is ever changed."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    sequence: Mapped[int]
    step: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("resolution.id"))
    before: Mapped[str | None]
    after: Mapped[str | None]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    previous_hash: Mapped[str]
    hash: Mapped[str]

    __table_args__ = (
        UniqueConstraint("sequence", name="the_trail_has_no_fork"),
        Index("ix_audit_entry_resolution_id", "resolution_id"),
        Index("ix_audit_entry_subject", "subject_kind", "subject_id"),
    )


class AuditHead(Base):
    """The end of the trail: locked by whoever appends, so that the chain cannot fork."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    hash: Mapped[str]

    __table_args__ = (CheckConstraint("id = 1", name="the_trail_has_one_end"),)


def entry_hash(entry: AuditEntry) -> str:
    """The SHA-256 (hex) of everything an entry says, its predecessor's hash included."""
    said = {
        "sequence": entry.sequence,
        "step": entry.step,
        "subject": [entry.subject_kind, entry.subject_id],
        "resolution": entry.resolution_id,
        "before": entry.before,
        "after": entry.after,
        "actor": entry.actor_id,
        "facts": entry.facts,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "previous": entry.previous_hash,
    }
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
