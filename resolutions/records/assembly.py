"""Who meets, who belongs, who was sent: bodies, meetings, affiliates, people, mandates."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from resolutions.records.base import Base, Versioned
from resolutions.rules.states import Kind, MeetingState


class Body(Base):
    """A congress or an executive: what adopts resolutions."""

    __tablename__ = "body"
    kind: ClassVar[Kind] = Kind.BODY

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    languages: Mapped[list[str]]
    meetings: Mapped[list["Meeting"]] = relationship(back_populates="body", order_by="Meeting.opens_at")
    standing_orders: Mapped[list["StandingOrdersVersion"]] = relationship(
        back_populates="body", order_by="StandingOrdersVersion.number"
    )

    __table_args__ = (
        UniqueConstraint("name", name="a_body_has_one_name"),
        CheckConstraint("role in ('congress', 'executive')", name="a_body_is_a_congress_or_an_executive"),
    )

    @property
    def body_id(self) -> int:
        """The body whose offices count for steps taken here."""
        return self.id


class StandingOrdersVersion(Base):
    """One version of a body's rules of procedure; never changed, only followed by the next."""

    __tablename__ = "standing_orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    number: Mapped[int]
    preset: Mapped[str]
    parameters: Mapped[dict[str, Any]]
    adopted_at: Mapped[datetime]
    body: Mapped[Body] = relationship(back_populates="standing_orders")

    __table_args__ = (UniqueConstraint("body_id", "number", name="standing_orders_are_numbered_once"),)


class Meeting(Versioned, Base):
    """One gathering of a body, bound to one version of its standing orders."""

    __tablename__ = "meeting"
    kind: ClassVar[Kind] = Kind.MEETING

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    standing_orders_id: Mapped[int] = mapped_column(ForeignKey("standing_orders.id"))
    name: Mapped[str]
    place: Mapped[str]
    time_zone: Mapped[str]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=MeetingState.CONVENED)
    version: Mapped[int] = mapped_column(default=1)
    body: Mapped[Body] = relationship(back_populates="meetings")
    standing_orders: Mapped[StandingOrdersVersion] = relationship()
    mandates: Mapped[list["Mandate"]] = relationship(back_populates="meeting")

    __table_args__ = (
        UniqueConstraint("body_id", "name", name="a_meeting_has_one_name_in_its_body"),
        CheckConstraint(
            "state in ('convened', 'open', 'closed')", name="a_meeting_is_convened_open_or_closed"
        ),
        CheckConstraint("closes_at > opens_at", name="a_meeting_closes_after_it_opens"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def meeting_id(self) -> int:
        """The meeting whose mandates count for steps taken here."""
        return self.id


class Affiliate(Versioned, Base):
    """A member organisation of the federation."""

    __tablename__ = "affiliate"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    acronym: Mapped[str] = mapped_column(default="")
    country: Mapped[str]
    region: Mapped[str]
    sectors: Mapped[list[str]]
    languages: Mapped[list[str]]
    members_paid: Mapped[int]
    standing: Mapped[str] = mapped_column(default="full")
    protected: Mapped[bool] = mapped_column(default=False)
    contact_email: Mapped[str] = mapped_column(default="")
    joined: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        UniqueConstraint("code", name="an_affiliate_has_one_code"),
        CheckConstraint("members_paid >= 0", name="paid_up_members_are_counted_from_zero"),
        CheckConstraint(
            "standing in ('full', 'associate', 'suspended', 'arrears')", name="an_affiliate_has_a_standing"
        ),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def in_good_standing(self) -> bool:
        """Whether the affiliate may submit and vote: full member, fees paid."""
        return self.standing == "full"


class AffiliateList(Base):
    """A named list of affiliates, curated by hand: neighbours of a country, unions at one company."""

    __tablename__ = "affiliate_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    codes: Mapped[list[str]]

    __table_args__ = (UniqueConstraint("name", name="a_list_has_one_name"),)


class Person(Base):
    """Somebody who can sign in."""

    __tablename__ = "person"
    kind: ClassVar[Kind] = Kind.PERSON

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    affiliate_id: Mapped[int | None] = mapped_column(ForeignKey("affiliate.id"))
    language: Mapped[str] = mapped_column(default="en")
    time_zone: Mapped[str] = mapped_column(default="UTC")
    password_hash: Mapped[str | None]
    sign_in_epoch: Mapped[int] = mapped_column(default=1)
    active: Mapped[bool] = mapped_column(default=True)
    protected: Mapped[bool] = mapped_column(default=False)
    affiliate: Mapped[Affiliate | None] = relationship()
    appointments: Mapped[list["Appointment"]] = relationship(back_populates="person")
    mandates: Mapped[list["Mandate"]] = relationship(back_populates="person")

    __table_args__ = (UniqueConstraint("email", name="an_address_belongs_to_one_person"),)


class Appointment(Base):
    """An office that a person holds, in one body or (body empty) in the whole federation."""

    __tablename__ = "appointment"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    office: Mapped[str]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    person: Mapped[Person] = relationship(back_populates="appointments")

    __table_args__ = (
        UniqueConstraint("person_id", "office", "body_id", name="an_office_is_given_once"),
        CheckConstraint(
            "office in ('secretariat', 'committee', 'presiding', 'teller', 'executive', 'general_secretary',"
            " 'officer')",
            name="an_office_is_known",
        ),
    )


class Mandate(Base):
    """The credential of a person to speak, and perhaps to vote, for an affiliate at one meeting.

    `weight` is in votes: what this person casts for the affiliate, computed at accreditation by the standing
    orders from `members_paid` as it was then. An executive member has a mandate without an affiliate.
    """

    __tablename__ = "mandate"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    affiliate_id: Mapped[int | None] = mapped_column(ForeignKey("affiliate.id"))
    role: Mapped[str] = mapped_column(default="delegate")
    voting: Mapped[bool] = mapped_column(default=True)
    weight: Mapped[int]
    members_paid: Mapped[int] = mapped_column(default=0)
    present: Mapped[bool] = mapped_column(default=False)
    present_at: Mapped[datetime | None]
    meeting: Mapped[Meeting] = relationship(back_populates="mandates")
    person: Mapped[Person] = relationship(back_populates="mandates")
    affiliate: Mapped[Affiliate | None] = relationship()

    __table_args__ = (
        UniqueConstraint(
            "meeting_id", "person_id", "affiliate_id", name="one_mandate_per_person_and_affiliate"
        ),
        CheckConstraint(
            "(voting and weight > 0) or (not voting and weight = 0)", name="a_voting_mandate_has_a_weight"
        ),
        CheckConstraint("role in ('delegate', 'substitute', 'observer')", name="a_mandate_has_a_role"),
    )
