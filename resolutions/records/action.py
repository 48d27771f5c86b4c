"""What was asked and what was done: actions, assignments, reports, evidence."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from resolutions.records.assembly import Affiliate, Person
from resolutions.records.base import Base, BigKey, Versioned
from resolutions.records.resolution import Resolution, StoredFile
from resolutions.rules.states import Acceptance, ActionState, Kind, Verification, Work

VISIBILITIES = "visibility in ('secretariat', 'affiliates', 'public')"


class Action(Versioned, Base):
    """What one operative clause asks of one circle of addressees.

    `addressee` is 'affiliates', 'executive' or 'secretariat'; `towards` names an outside body that the secretariat
    transmits to. `audience` is the rule ({"rule": "region", "values": ["Africa"]}, see `rules.circles`);
    `expanded_hash` is the hash of the frozen list that the rule gave as of `as_of`.
    """

    __tablename__ = "action"
    kind: ClassVar[Kind] = Kind.ACTION

    id: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"), index=True)
    clause_id: Mapped[str]
    state: Mapped[str] = mapped_column(default=ActionState.PROPOSED)
    title: Mapped[str]
    instructions: Mapped[str] = mapped_column(default="")
    menu: Mapped[list[str]]
    addressee: Mapped[str]
    towards: Mapped[str] = mapped_column(default="")
    audience: Mapped[dict[str, Any]]
    due_on: Mapped[date | None]
    as_of: Mapped[date | None]
    expanded_hash: Mapped[str] = mapped_column(default="")
    ruling: Mapped[str] = mapped_column(default="")
    issued_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    resolution: Mapped[Resolution] = relationship()
    assignments: Mapped[list["Assignment"]] = relationship(back_populates="action")

    __table_args__ = (
        CheckConstraint("state in ('proposed', 'issued', 'dropped', 'closed')", name="an_action_has_a_state"),
        CheckConstraint(
            "addressee in ('affiliates', 'executive', 'secretariat')", name="an_action_has_an_addressee"
        ),
        CheckConstraint(
            "issued_at is null or (due_on is not null and as_of is not null)",
            name="an_issued_action_has_a_due_date",
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken on this action."""
        return self.resolution.body_id


class Assignment(Versioned, Base):
    """One action, asked of one affiliate (or of one office). Country, region and members are frozen copies."""

    __tablename__ = "assignment"
    kind: ClassVar[Kind] = Kind.ASSIGNMENT

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    affiliate_id: Mapped[int | None] = mapped_column(ForeignKey("affiliate.id"), index=True)
    office: Mapped[str | None]
    country: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    sectors: Mapped[list[str]]
    members: Mapped[int] = mapped_column(default=0)
    acceptance: Mapped[str] = mapped_column(default=Acceptance.SENT)
    work: Mapped[str] = mapped_column(default=Work.NOT_STARTED)
    verification: Mapped[str] = mapped_column(default=Verification.NOTHING)
    reason: Mapped[str] = mapped_column(default="")
    original_due_on: Mapped[date]
    due_on: Mapped[date]
    answered_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    action: Mapped[Action] = relationship(back_populates="assignments")
    affiliate: Mapped[Affiliate | None] = relationship()
    reports: Mapped[list["Report"]] = relationship(back_populates="assignment", order_by="Report.ordinal")

    __table_args__ = (
        UniqueConstraint("action_id", "affiliate_id", name="one_assignment_per_action_and_affiliate"),
        UniqueConstraint("action_id", "office", name="one_assignment_per_action_and_office"),
        CheckConstraint(
            "(affiliate_id is null) <> (office is null)", name="an_assignment_is_of_an_affiliate_or_an_office"
        ),
        CheckConstraint(
            "acceptance in ('sent', 'acknowledged', 'declined', 'not_applicable')",
            name="an_acceptance_is_known",
        ),
        CheckConstraint(
            "work in ('not_started', 'under_way', 'done', 'cannot')", name="a_state_of_work_is_known"
        ),
        CheckConstraint(
            "verification in ('nothing', 'submitted', 'returned', 'accepted')", name="a_verification_is_known"
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken on this assignment."""
        return self.action.body_id

    @property
    def resolution(self) -> Resolution:
        """The text that this goes back to."""
        return self.action.resolution

    @property
    def reporter_ids(self) -> frozenset[int]:
        """The people who wrote the report that is to be judged; none of them may judge it."""
        return frozenset(report.author_id for report in self.reports[-1:])


class Report(Base):
    """What an addressee says was done; append-only, a correction is the next report."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    ordinal: Mapped[int]
    outcome: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    figures: Mapped[dict[str, Any]]
    happened_on: Mapped[date | None]
    visibility: Mapped[str] = mapped_column(default="secretariat")
    channel: Mapped[str] = mapped_column(default="page")
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reported_at: Mapped[datetime]
    assignment: Mapped[Assignment] = relationship(back_populates="reports")
    author: Mapped[Person] = relationship()
    evidence: Mapped[list["Evidence"]] = relationship(back_populates="report")
    review: Mapped["Review | None"] = relationship(back_populates="report")

    __table_args__ = (
        UniqueConstraint("assignment_id", "ordinal", name="a_report_has_one_place"),
        CheckConstraint("outcome in ('under_way', 'done', 'cannot')", name="a_report_has_an_outcome"),
        CheckConstraint(VISIBILITIES, name="a_report_is_seen_by_someone"),
    )


class Evidence(Base):
    """A file that shows what was done, with a visibility of its own."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"))
    visibility: Mapped[str] = mapped_column(default="secretariat")
    report: Mapped[Report] = relationship(back_populates="evidence")
    file: Mapped[StoredFile] = relationship()

    __table_args__ = (CheckConstraint(VISIBILITIES, name="evidence_is_seen_by_someone"),)


class Review(Base):
    """What the secretariat decided about one report, and why; nobody reviews their own."""

    __tablename__ = "review"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decision: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    reviewed_at: Mapped[datetime]
    report: Mapped[Report] = relationship(back_populates="review")
    reviewer: Mapped[Person] = relationship()

    __table_args__ = (
        UniqueConstraint("report_id", name="a_report_is_reviewed_once"),
        CheckConstraint("decision in ('accepted', 'returned')", name="a_review_decides"),
    )
