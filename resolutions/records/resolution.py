"""The text through its whole life: resolutions, their immutable revisions, co-sponsors and source files."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from resolutions.records.assembly import Affiliate, Meeting, Person
from resolutions.records.base import Base, Versioned
from resolutions.rules.clauses import Clause, from_data
from resolutions.rules.states import Kind, ResolutionState

STATES = ", ".join(f"'{state}'" for state in ResolutionState)


class StoredFile(Base):
    """A file as it came, or as it was made safe, under the hash of its bytes."""

    __tablename__ = "stored_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    stored_at: Mapped[datetime]
    stored_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Resolution(Versioned, Base):
    """A text that a body is asked to adopt, with its state; the words are in its revisions.

    `sponsor_id` is empty when the executive itself moves the text. `number` is given at admission and never
    reused (E-1, R-7); `reference` is the public number given with publication (2026/congress/E-1).
    `answers` holds the written answers to the emergency tests, `ruling` the committee's last written reason.
    """

    __tablename__ = "resolution"
    kind: ClassVar[Kind] = Kind.RESOLUTION

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    type: Mapped[str]
    state: Mapped[str] = mapped_column(default=ResolutionState.DRAFT)
    number: Mapped[str | None]
    reference: Mapped[str | None]
    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    sponsor_id: Mapped[int | None] = mapped_column(ForeignKey("affiliate.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answers: Mapped[dict[str, Any]]
    ruling: Mapped[str] = mapped_column(default="")
    source_file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    drafted_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    admitted_at: Mapped[datetime | None]
    adopted_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    meeting: Mapped[Meeting] = relationship()
    sponsor: Mapped[Affiliate | None] = relationship()
    author: Mapped[Person] = relationship()
    source_file: Mapped[StoredFile | None] = relationship()
    revisions: Mapped[list["Revision"]] = relationship(
        back_populates="resolution", order_by="Revision.ordinal"
    )
    co_sponsorships: Mapped[list["CoSponsorship"]] = relationship(back_populates="resolution")

    __table_args__ = (
        UniqueConstraint("meeting_id", "number", name="a_number_is_never_reused"),
        UniqueConstraint("reference", name="a_public_reference_is_never_reused"),
        CheckConstraint("type in ('ordinary', 'emergency')", name="a_resolution_is_ordinary_or_emergency"),
        CheckConstraint(f"state in ({STATES})", name="a_resolution_has_a_known_state"),
        CheckConstraint(
            "number is not null or state in ('draft', 'submitted', 'inadmissible', 'withdrawn')",
            name="an_admitted_resolution_has_a_number",
        ),
        CheckConstraint(
            "reference is not null or state not in ('published', 'in_follow_up', 'implemented')",
            name="a_published_resolution_has_a_reference",
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken on this text."""
        return self.meeting.body_id

    @property
    def revision(self) -> "Revision":
        """The revision in force: the last one made."""
        return self.revisions[-1]

    @property
    def asked_affiliate_ids(self) -> frozenset[int]:
        """The affiliates that were asked to co-sponsor and have not answered."""
        return frozenset(c.affiliate_id for c in self.co_sponsorships if c.confirmed_at is None)

    @property
    def resolution(self) -> "Resolution":
        """Itself: what an entry about this record is filed under."""
        return self


class Revision(Base):
    """One immutable version of the text. `clauses` has the shape of `rules.clauses.as_data`."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"), index=True)
    ordinal: Mapped[int]
    cause: Mapped[str]
    title: Mapped[str]
    enacting: Mapped[str] = mapped_column(default="")
    clauses: Mapped[list[dict[str, Any]]]
    content_hash: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    resolution: Mapped[Resolution] = relationship(back_populates="revisions")

    __table_args__ = (
        UniqueConstraint("resolution_id", "ordinal", name="a_revision_has_one_place"),
        CheckConstraint("cause in ('drafted', 'corrected', 'consolidated')", name="a_revision_has_a_cause"),
    )

    @property
    def text(self) -> tuple[Clause, ...]:
        """The clauses as values."""
        return from_data(self.clauses)


class CoSponsorship(Base):
    """An affiliate that was asked to join the sponsor, and whether it did."""

    __tablename__ = "co_sponsorship"

    id: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"), index=True)
    affiliate_id: Mapped[int] = mapped_column(ForeignKey("affiliate.id"))
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    resolution: Mapped[Resolution] = relationship(back_populates="co_sponsorships")
    affiliate: Mapped[Affiliate] = relationship()

    __table_args__ = (
        UniqueConstraint("resolution_id", "affiliate_id", name="an_affiliate_co_sponsors_once"),
    )
