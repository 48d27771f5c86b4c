"""Convening: bodies and their rules, meetings, affiliates, people, mandates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select

from resolutions.lifecycle.procedure import Root, note, performs
from resolutions.records.assembly import (
    Affiliate,
    AffiliateList,
    Appointment,
    Body,
    Mandate,
    Meeting,
    Person,
    StandingOrdersVersion,
)
from resolutions.records.base import session
from resolutions.records.register.findings import orders_of
from resolutions.rules.errors import Conflict, Inadmissible
from resolutions.rules.roles import Actor, Office
from resolutions.rules.standing_orders.orders import Basis, StandingOrders
from resolutions.rules.standing_orders.weights import share_out, weight_of
from resolutions.rules.steps import Step

KINDS_OF_BODY = ("congress", "executive")
ROLES = ("delegate", "substitute", "observer")


@dataclass(frozen=True)
class Gathering:
    """What a convening letter says: name, place, and from when to when by the clock of which zone."""

    name: str
    place: str
    time_zone: str
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True)
class Newcomer:
    """Who is entered: a name, an address of their own, and perhaps the affiliate they belong to."""

    name: str
    email: str
    affiliate: Affiliate | None = None
    language: str = "en"
    time_zone: str = "UTC"
    protected: bool = False


def _needed(**named: str) -> None:
    for field, words in named.items():
        if not words.strip():
            raise Inadmissible("required", field=field)


def check_zone(name: str) -> None:
    """Refuse a time zone that nobody knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise Inadmissible("unknown_time_zone", time_zone=name) from unknown


@performs(Step.FOUND_BODY)
def found_body(
    root: Root, actor: Actor, name: str, role: str, *, languages: Sequence[str] = ("en",), at: datetime
) -> Body:
    """Found a congress or an executive."""
    _needed(name=name)
    if role not in KINDS_OF_BODY:
        raise Inadmissible("no_such_kind_of_body")
    body = Body(name=name.strip(), role=role, languages=list(languages))
    session().add(body)
    session().flush()
    note(name=body.name, role=role)
    return body


@performs(Step.ADOPT_STANDING_ORDERS)
def adopt_standing_orders(
    body: Body, actor: Actor, preset: str, parameters: Mapping[str, Any], *, at: datetime
) -> StandingOrdersVersion:
    """Adopt the next version of a body's rules; meetings convened before stay bound to theirs."""
    orders = StandingOrders.from_parameters(parameters)
    latest = session().scalar(
        select(func.max(StandingOrdersVersion.number)).where(StandingOrdersVersion.body_id == body.id)
    )
    version = StandingOrdersVersion(
        body=body,
        number=(latest or 0) + 1,
        preset=preset,
        parameters=orders.as_parameters(),
        adopted_at=at,
    )
    session().add(version)
    session().flush()
    note(number=version.number, preset=preset)
    return version


@performs(Step.CONVENE_MEETING)
def convene_meeting(body: Body, actor: Actor, gathering: Gathering, *, at: datetime) -> Meeting:
    """Convene a meeting under the standing orders in force now."""
    _needed(name=gathering.name, place=gathering.place)
    check_zone(gathering.time_zone)
    if gathering.closes_at <= gathering.opens_at:
        raise Inadmissible("a_meeting_ends_after_it_begins")
    in_force = select(StandingOrdersVersion).where(StandingOrdersVersion.body_id == body.id)
    orders = session().scalar(in_force.order_by(StandingOrdersVersion.number.desc()).limit(1))
    if orders is None:
        raise Inadmissible("a_body_needs_standing_orders")
    meeting = Meeting(
        body=body,
        standing_orders=orders,
        name=gathering.name.strip(),
        place=gathering.place.strip(),
        time_zone=gathering.time_zone,
        opens_at=gathering.opens_at,
        closes_at=gathering.closes_at,
    )
    session().add(meeting)
    session().flush()
    note(name=meeting.name, standing_orders=orders.number)
    return meeting


@performs(Step.OPEN_MEETING)
def open_meeting(meeting: Meeting, actor: Actor, *, at: datetime) -> Meeting:
    """Declare the meeting open."""
    return meeting


@performs(Step.CLOSE_MEETING)
def close_meeting(meeting: Meeting, actor: Actor, *, at: datetime) -> Meeting:
    """Declare the meeting closed."""
    return meeting


@performs(Step.IMPORT_AFFILIATES)
def import_affiliates(
    root: Root, actor: Actor, rows: Sequence[Mapping[str, Any]], *, at: datetime
) -> dict[str, int]:
    """Take over a checked list of affiliates: new ones are added, known ones changed, none is ever removed."""
    known = {affiliate.code: affiliate for affiliate in session().scalars(select(Affiliate))}
    counts = {"new": 0, "changed": 0}
    for row in rows:
        affiliate = known.get(row["code"])
        if affiliate is None:
            session().add(Affiliate(**row))
            counts["new"] += 1
        elif any(getattr(affiliate, name) != value for name, value in row.items()):
            for name, value in row.items():
                setattr(affiliate, name, value)
            counts["changed"] += 1
    session().flush()
    note(**counts)
    return counts


@performs(Step.LIST_AFFILIATES)
def list_affiliates(
    root: Root, actor: Actor, name: str, codes: Sequence[str], *, at: datetime
) -> AffiliateList:
    """Keep a named list of affiliates; the same name again replaces what it held."""
    _needed(name=name)
    known = set(session().scalars(select(Affiliate.code).where(Affiliate.code.in_(codes))))
    if unknown := sorted(set(codes) - known):
        raise Inadmissible("no_such_affiliates", codes=", ".join(unknown))
    found = session().scalar(select(AffiliateList).where(AffiliateList.name == name.strip()))
    kept = found or AffiliateList(name=name.strip())
    kept.codes = sorted(known)
    session().add(kept)
    note(name=kept.name, codes=kept.codes)
    return kept


@performs(Step.ENTER_PERSON)
def enter_person(root: Root, actor: Actor, newcomer: Newcomer, *, at: datetime) -> Person:
    """Enter somebody who may sign in."""
    _needed(name=newcomer.name, email=newcomer.email)
    check_zone(newcomer.time_zone)
    address = newcomer.email.strip().lower()
    if "@" not in address or any(letter.isspace() for letter in address):
        raise Inadmissible("this_is_no_address", email=newcomer.email)
    if session().scalar(select(Person.id).where(Person.email == address)) is not None:
        raise Conflict("this_address_is_taken", email=address)
    person = Person(
        name=newcomer.name.strip(),
        email=address,
        affiliate=newcomer.affiliate,
        language=newcomer.language,
        time_zone=newcomer.time_zone,
        protected=newcomer.protected,
    )
    session().add(person)
    session().flush()
    return person


@performs(Step.APPOINT)
def appoint(
    person: Person, actor: Actor, office: str, body: Body | None = None, *, given: bool = True, at: datetime
) -> Person:
    """Give somebody an office, or take it back: in one body, or (none named) in the whole federation."""
    if office not in list(Office):
        raise Inadmissible("no_such_office", office=office)
    held = [a for a in person.appointments if a.office == office and a.body_id == (body.id if body else None)]
    if given and not held:
        session().add(Appointment(person=person, office=office, body_id=body.id if body else None))
    for appointment in held if not given else ():
        session().delete(appointment)
    note(office=office, body=body.id if body else None, given=given)
    return person


def _barred(affiliate: Affiliate, orders: StandingOrders) -> bool:
    return affiliate.standing in ("suspended", "associate") or (
        affiliate.standing == "arrears" and orders.arrears_bar_vote
    )


def _share(meeting: Meeting, affiliate: Affiliate, newcomer: Mandate) -> None:
    """Share an affiliate's votes over its delegates: the whole block with the head, or evenly where it may split."""
    orders = orders_of(meeting)
    if _barred(affiliate, orders):
        return
    if orders.weight_basis == Basis.DELEGATES:
        newcomer.weight, newcomer.voting = 1, True
        return
    sent = select(Mandate).where(
        Mandate.meeting_id == meeting.id, Mandate.affiliate_id == affiliate.id, Mandate.role == "delegate"
    )
    seats = session().scalars(sent.order_by(Mandate.id)).all()
    if orders.weight_split or not any(seat.voting for seat in seats):
        shares = share_out(weight_of(affiliate.members_paid, orders), len(seats), orders)
        for seat, weight in zip(seats, shares, strict=True):
            seat.weight, seat.voting = weight, weight > 0
        note(shares={str(seat.id): seat.weight for seat in seats})


@performs(Step.ACCREDIT)
def accredit(
    meeting: Meeting,
    actor: Actor,
    person: Person,
    affiliate: Affiliate | None = None,
    *,
    role: str = "delegate",
    at: datetime,
) -> Mandate:
    """Give somebody the credential to speak, and where the rules allow it to vote, at one meeting."""
    if role not in ROLES:
        raise Inadmissible("no_such_role", role=role)
    same = select(Mandate.id).where(
        Mandate.meeting_id == meeting.id,
        Mandate.person_id == person.id,
        Mandate.affiliate_id == (affiliate.id if affiliate else None),
    )
    if session().scalar(same) is not None:
        raise Conflict("accredited_already", person=person.name)
    weight = 1 if role == "delegate" and affiliate is None else 0
    mandate = Mandate(
        meeting=meeting,
        person=person,
        affiliate=affiliate,
        role=role,
        voting=weight > 0,
        weight=weight,
        members_paid=affiliate.members_paid if affiliate else 0,
    )
    session().add(mandate)
    session().flush()
    if role == "delegate" and affiliate is not None:
        _share(meeting, affiliate, mandate)
    note(mandate=mandate.id, affiliate=affiliate.code if affiliate else None, weight=mandate.weight)
    return mandate


@performs(Step.CHECK_IN)
def check_in(
    meeting: Meeting, actor: Actor, mandate: Mandate, present: bool = True, *, at: datetime
) -> Mandate:
    """Note that a delegate is in the hall, or has left it."""
    if mandate.meeting_id != meeting.id:
        raise Inadmissible("a_mandate_of_another_meeting")
    mandate.present = present
    mandate.present_at = at if present else None
    note(mandate=mandate.id, present=present)
    return mandate
