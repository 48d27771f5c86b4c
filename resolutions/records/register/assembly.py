"""Named reads of the assembly: bodies, meetings, affiliates, people."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, case, cast, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.assembly import Affiliate, AffiliateList, Body, Mandate, Meeting, Person
from resolutions.records.base import session
from resolutions.rules.affiliates_file import COLUMNS
from resolutions.rules.errors import NotFound
from resolutions.rules.states import MeetingState

PAGE = 50


@dataclass(frozen=True)
class Sought:
    """What a list is narrowed to; empty means everything."""

    words: str = ""
    region: str = ""
    sector: str = ""
    standing: str = ""
    page: int = 1


def bodies() -> Sequence[Body]:
    """Every body with its meetings."""
    found = select(Body).options(selectinload(Body.meetings), selectinload(Body.standing_orders))
    return session().scalars(found.order_by(Body.id)).all()


def body(body_id: int) -> Body:
    """One body, with its meetings and the versions of its rules."""
    found = session().get(
        Body, body_id, options=[selectinload(Body.meetings), selectinload(Body.standing_orders)]
    )
    if found is None:
        raise NotFound("not_found")
    return found


def meeting(meeting_id: int) -> Meeting:
    """One meeting, with its body and its rules."""
    found = session().get(
        Meeting, meeting_id, options=[joinedload(Meeting.body), joinedload(Meeting.standing_orders)]
    )
    if found is None:
        raise NotFound("not_found")
    return found


def mandates(meeting_id: int) -> Sequence[Mandate]:
    """The mandates of a meeting, the heaviest first."""
    found = select(Mandate).where(Mandate.meeting_id == meeting_id)
    return (
        session()
        .scalars(
            found.options(joinedload(Mandate.person), joinedload(Mandate.affiliate)).order_by(
                Mandate.weight.desc(), Mandate.id
            )
        )
        .all()
    )


def current_meeting() -> str:
    """The name of the meeting in session, else of the next one; nothing when none is convened."""
    at_work = select(Meeting.name).where(Meeting.state.in_((MeetingState.OPEN, MeetingState.CONVENED)))
    first_open = case((Meeting.state == MeetingState.OPEN, 0), else_=1)
    return session().scalar(at_work.order_by(first_open, Meeting.opens_at).limit(1)) or ""


def affiliates(sought: Sought) -> tuple[Sequence[Affiliate], int]:
    """One page of the affiliates, by name, and how many there are in all."""
    found = select(Affiliate)
    if sought.region:
        found = found.where(Affiliate.region == sought.region)
    if sought.sector:
        # The list is kept as JSON text, its words between quotation marks: this reads alike on both databases.
        named = cast(Affiliate.sectors, String).contains(json.dumps(sought.sector), autoescape=True)
        found = found.where(named)
    if sought.standing:
        found = found.where(Affiliate.standing == sought.standing)
    if words := sought.words.strip().lower():
        like = f"%{words}%"
        found = found.where(or_(func.lower(Affiliate.name).like(like), func.lower(Affiliate.code).like(like)))
    total = session().scalar(select(func.count()).select_from(found.subquery())) or 0
    page = found.order_by(Affiliate.name).limit(PAGE).offset((max(sought.page, 1) - 1) * PAGE)
    return session().scalars(page).all(), total


def every_affiliate() -> Sequence[Affiliate]:
    """All affiliates, by name."""
    return session().scalars(select(Affiliate).order_by(Affiliate.name)).all()


def known_affiliates() -> dict[str, dict[str, Any]]:
    """What is known of every affiliate, by code, as the importer compares it."""
    names = [name for name, _ in COLUMNS.values()]
    return {a.code: {name: getattr(a, name) for name in names} for a in every_affiliate()}


def regions() -> Sequence[str]:
    """The regions that affiliates are in."""
    return session().scalars(select(Affiliate.region).distinct().order_by(Affiliate.region)).all()


def sectors() -> Sequence[str]:
    """The sectors that affiliates work in."""
    return sorted({sector for named in session().scalars(select(Affiliate.sectors)) for sector in named})


def lists() -> Sequence[AffiliateList]:
    """The named lists of affiliates."""
    return session().scalars(select(AffiliateList).order_by(AffiliateList.name)).all()


def people(words: str, page: int) -> tuple[Sequence[Person], int]:
    """One page of the people, by name, with affiliate and offices, and how many there are in all."""
    found = select(Person)
    if words.strip():
        like = f"%{words.strip().lower()}%"
        found = found.where(or_(func.lower(Person.name).like(like), func.lower(Person.email).like(like)))
    total = session().scalar(select(func.count()).select_from(found.subquery())) or 0
    listed = found.options(joinedload(Person.affiliate), selectinload(Person.appointments))
    rows = listed.order_by(Person.name).limit(PAGE).offset((max(page, 1) - 1) * PAGE)
    return session().scalars(rows).all(), total


def everybody() -> Sequence[Person]:
    """Everybody who may be accredited, by name, with their affiliate."""
    found = select(Person).where(Person.active).options(joinedload(Person.affiliate))
    return session().scalars(found.order_by(Person.name)).all()


def person(person_id: int) -> Person:
    """One person with affiliate, offices and mandates."""
    found = session().get(
        Person,
        person_id,
        options=[
            joinedload(Person.affiliate),
            selectinload(Person.appointments),
            selectinload(Person.mandates).joinedload(Mandate.meeting),
        ],
    )
    if found is None:
        raise NotFound("not_found")
    return found
