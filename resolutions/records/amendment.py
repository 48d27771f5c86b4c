"""Proposed changes: numbered operations on clauses of one revision, and the conflicts a person settles."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from resolutions.records.assembly import Affiliate, Person
from resolutions.records.base import Base, Versioned
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.states import AmendmentState, Kind

STATES = ", ".join(f"'{state}'" for state in AmendmentState)


class Amendment(Versioned, Base):
    """A set of operations that one affiliate moves; each can be cited on its own (A7.2)."""

    __tablename__ = "amendment"
    kind: ClassVar[Kind] = Kind.AMENDMENT

    id: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    number: Mapped[int | None]
    state: Mapped[str] = mapped_column(default=AmendmentState.DRAFT)
    sponsor_id: Mapped[int | None] = mapped_column(ForeignKey("affiliate.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(default="")
    ruling: Mapped[str] = mapped_column(default="")
    drafted_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    resolution: Mapped[Resolution] = relationship()
    revision: Mapped[Revision] = relationship()
    sponsor: Mapped[Affiliate | None] = relationship()
    author: Mapped[Person] = relationship()
    operations: Mapped[list["Operation"]] = relationship(
        back_populates="amendment", order_by="Operation.ordinal", cascade="all, delete-orphan"
    )

    supports: Mapped[list["Support"]] = relationship(back_populates="amendment")

    __table_args__ = (
        UniqueConstraint("resolution_id", "number", name="an_amendment_number_is_never_reused"),
        CheckConstraint(f"state in ({STATES})", name="an_amendment_has_a_known_state"),
        CheckConstraint(
            "number is not null or state in ('draft', 'withdrawn')", name="a_submitted_amendment_has_a_number"
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken on this amendment."""
        return self.resolution.body_id

    @property
    def meeting_id(self) -> int:
        """The meeting whose mandates count for steps taken on this amendment."""
        return self.resolution.meeting_id

    @property
    def label(self) -> str:
        """How the hall cites it: A7; a draft has no number yet."""
        return f"A{self.number}" if self.number else "A–"


class Support(Base):
    """An affiliate that stands behind an amendment of another."""

    __tablename__ = "support"

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), index=True)
    affiliate_id: Mapped[int] = mapped_column(ForeignKey("affiliate.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
    amendment: Mapped[Amendment] = relationship(back_populates="supports")
    affiliate: Mapped[Affiliate] = relationship()

    __table_args__ = (
        UniqueConstraint("amendment_id", "affiliate_id", name="an_affiliate_supports_an_amendment_once"),
    )


class Operation(Base):
    """One change to one clause. `text` is the whole new wording of the clause; the word marks are derived."""

    __tablename__ = "operation"

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), index=True)
    ordinal: Mapped[int]
    act: Mapped[str]
    clause_id: Mapped[str]
    anchor_id: Mapped[str] = mapped_column(default="")
    new_clause_id: Mapped[str] = mapped_column(default="")
    clause_kind: Mapped[str] = mapped_column(default="operative")
    text: Mapped[str] = mapped_column(default="")
    base_hash: Mapped[str] = mapped_column(default="")
    amendment: Mapped[Amendment] = relationship(back_populates="operations")

    __table_args__ = (
        UniqueConstraint("amendment_id", "ordinal", name="an_operation_has_one_place"),
        CheckConstraint("act in ('replace', 'insert', 'delete', 'move')", name="an_operation_is_known"),
    )

    @property
    def label(self) -> str:
        """How the hall cites it: A7.2."""
        return f"{self.amendment.label}.{self.ordinal}"


class Conflict(Base):
    """Words that amendments change in different ways, and what a person decided about them.

    `alternatives` is a list of {"operation": "A2.1", "text": words or null}; `decided_text` is empty for a clause
    that the decision deletes.
    """

    __tablename__ = "conflict"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    clause_id: Mapped[str]
    base: Mapped[str]
    alternatives: Mapped[list[dict[str, Any]]]
    decided_text: Mapped[str | None]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime]
    revision: Mapped[Revision] = relationship()
    decided_by: Mapped[Person] = relationship()

    __table_args__ = (
        UniqueConstraint("revision_id", "clause_id", name="a_conflict_is_settled_once_a_revision"),
    )
