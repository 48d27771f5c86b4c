"""Questions put to the vote: ballots, the roll copied at opening, votes, hands counted by tellers."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Meeting, Person
from resolutions.records.base import Base, BigKey, Versioned
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.states import BallotState, Kind

STATES = ", ".join(f"'{state}'" for state in BallotState)


class Ballot(Versioned, Base):
    """One question: an amendment, or (amendment empty) the text itself.

    `rule` holds requirement and quorum as data and is frozen at opening with `rule_hash`; `roll_hash` is the hash
    of the copied roll. `result` is what `rules.tally.decide` gave at the declaration, `votes_root` the Merkle root
    of all votes at the close.
    """

    __tablename__ = "ballot"
    kind: ClassVar[Kind] = Kind.BALLOT

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"), index=True)
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    method: Mapped[str]
    state: Mapped[str] = mapped_column(default=BallotState.ANNOUNCED)
    rule: Mapped[dict[str, Any]]
    rule_hash: Mapped[str] = mapped_column(default="")
    roll_hash: Mapped[str] = mapped_column(default="")
    votes_root: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str | None]
    result: Mapped[dict[str, Any] | None]
    void_reason: Mapped[str] = mapped_column(default="")
    announced_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    declared_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    meeting: Mapped[Meeting] = relationship()
    resolution: Mapped[Resolution] = relationship()
    amendment: Mapped[Amendment | None] = relationship()
    revision: Mapped[Revision] = relationship()
    roll: Mapped[list["RollEntry"]] = relationship(back_populates="ballot", order_by="RollEntry.number")
    hands: Mapped[list["HandCount"]] = relationship(back_populates="ballot")

    __table_args__ = (
        CheckConstraint("method in ('recorded', 'hands')", name="a_ballot_has_a_method"),
        CheckConstraint(f"state in ({STATES})", name="a_ballot_has_a_known_state"),
        CheckConstraint(
            "(state = 'declared') = (outcome is not null)", name="a_declared_ballot_has_an_outcome"
        ),
        CheckConstraint(
            "outcome is null or outcome in ('carried', 'lost', 'no_quorum')", name="an_outcome_is_known"
        ),
        Index(
            "one_open_ballot_per_meeting",
            "meeting_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken on this ballot."""
        return self.meeting.body_id


class RollEntry(Base):
    """One right to vote in one ballot: a copy of the mandate as it was at the opening, not a reference."""

    __tablename__ = "roll_entry"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballot.id"))
    number: Mapped[int]
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandate.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str]
    affiliate_code: Mapped[str]
    affiliate_name: Mapped[str]
    country: Mapped[str]
    region: Mapped[str]
    weight: Mapped[int]
    members_paid: Mapped[int]
    present: Mapped[bool]
    protected: Mapped[bool]
    ballot: Mapped[Ballot] = relationship(back_populates="roll")

    __table_args__ = (
        UniqueConstraint("ballot_id", "number", name="a_roll_is_numbered_once"),
        UniqueConstraint("ballot_id", "mandate_id", name="a_mandate_is_on_the_roll_once"),
        CheckConstraint("weight > 0", name="a_weight_is_a_positive_whole_number"),
    )


class Vote(Base):
    """One choice of one roll entry. A change is a new row; exactly one row an entry is current."""

    __tablename__ = "vote"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballot.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entry.id"))
    sequence: Mapped[int]
    choice: Mapped[str]
    cast_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(default="own device")
    key: Mapped[str]
    receipt: Mapped[str]
    current: Mapped[bool] = mapped_column(default=True)
    roll_entry: Mapped[RollEntry] = relationship()

    __table_args__ = (
        UniqueConstraint("roll_entry_id", "sequence", name="one_vote_per_mandate_and_sequence"),
        UniqueConstraint("roll_entry_id", "key", name="a_resent_vote_is_one_vote"),
        CheckConstraint("choice in ('for', 'against', 'abstain')", name="a_choice_is_known"),
        Index(
            "one_current_vote_per_mandate",
            "roll_entry_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        Index("ix_vote_ballot_current", "ballot_id", "current", "choice"),
    )


class HandCount(Base):
    """What one teller counted at a show of hands; two tellers must agree."""

    __tablename__ = "hand_count"

    id: Mapped[int] = mapped_column(primary_key=True)
    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballot.id"))
    teller_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    in_favour: Mapped[int]
    against: Mapped[int]
    abstained: Mapped[int]
    counted_at: Mapped[datetime]
    ballot: Mapped[Ballot] = relationship(back_populates="hands")
    teller: Mapped[Person] = relationship()

    __table_args__ = (
        UniqueConstraint("ballot_id", "teller_id", name="a_teller_counts_once"),
        CheckConstraint(
            "in_favour >= 0 and against >= 0 and abstained >= 0", name="hands_are_counted_from_zero"
        ),
    )
