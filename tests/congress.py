"""A small congress to test on: people with offices and mandates, put straight into the records."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from resolutions.records.assembly import (
    Affiliate,
    Appointment,
    Body,
    Mandate,
    Meeting,
    Person,
    StandingOrdersVersion,
)
from resolutions.records.base import session
from resolutions.records.register import people
from resolutions.rules.roles import Actor
from resolutions.rules.standing_orders.presets import PRESETS

OPENS = datetime(2026, 5, 11, 7, 0, tzinfo=UTC)
"""Nine in the morning in Geneva: when the congress opens."""

LONG_BEFORE = OPENS - timedelta(days=100)
ON_DAY_ONE = OPENS + timedelta(hours=2)

AFFILIATES = (
    ("NOR", "Nordic Metal Union", "SE", "Europe", ["metal"], 120_400),
    ("MIN", "Mine Workers' Federation", "ZA", "Africa", ["mining"], 80_000),
    ("TEX", "Textile Union of the Delta", "BD", "Asia", ["textile"], 9_500),
    ("CHE", "Chemical Workers' Union", "FR", "Europe", ["chemicals", "energy"], 45_001),
    ("AND", "Andean Energy Union", "PE", "Latin America", ["energy", "mining"], 30_000),
    ("PAC", "Pacific Dockers and Smelters", "FJ", "Asia", ["metal"], 800),
)

OFFICES = (
    ("secretary", "secretariat"),
    ("clerk", "secretariat"),
    ("convenor", "committee"),
    ("chair", "presiding"),
    ("teller", "teller"),
    ("second_teller", "teller"),
    ("general", "general_secretary"),
)


@dataclass
class Congress:
    """The congress, its executive, and everybody in it by a short name."""

    congress: Body
    executive: Body
    meeting: Meeting
    executive_meeting: Meeting
    affiliates: dict[str, Affiliate] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """The person with this short name, as the rules see them now."""
        session().expire(self.people[name], ["appointments", "mandates"])
        return people.actor_of(self.people[name])

    def email(self, name: str) -> str:
        """The address the person signs in with."""
        return self.people[name].email


def _body(name: str, role: str, opens_at: datetime) -> tuple[Body, Meeting]:
    body = Body(name=name, role=role, languages=["en", "fr"])
    orders = StandingOrdersVersion(
        body=body,
        number=1,
        preset="industriall",
        parameters=PRESETS["industriall"].as_parameters(),
        adopted_at=LONG_BEFORE - timedelta(days=300),
    )
    meeting = Meeting(
        body=body,
        standing_orders=orders,
        name=f"3rd {name}",
        place="Geneva",
        time_zone="Europe/Zurich",
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=3),
    )
    session().add_all([body, orders, meeting])
    return body, meeting


def _enter(congress: Congress, short: str, name: str, affiliate: Affiliate | None = None) -> Person:
    person = Person(
        name=name,
        email=f"{short}@federation.example",
        affiliate=affiliate,
        language="en",
        time_zone="Europe/Zurich",
    )
    session().add(person)
    congress.people[short] = person
    return person


def _affiliate(congress: Congress, code: str, members: int, details: tuple[str, str, str, list[str]]) -> None:
    name, country, region, sectors = details
    affiliate = Affiliate(
        code=code,
        name=name,
        country=country,
        region=region,
        sectors=sectors,
        languages=["en"],
        members_paid=members,
        contact_email=f"{code.lower()}@affiliates.example",
        joined=date(2013, 6, 1),
    )
    congress.affiliates[code] = affiliate
    delegate = _enter(congress, f"delegate_{code.lower()}", f"Delegate of {code}", affiliate)
    officer = _enter(congress, f"officer_{code.lower()}", f"Officer of {code}", affiliate)
    weight = -(-members // 1000)
    session().add_all(
        [
            Appointment(person=officer, office="officer"),
            Mandate(
                meeting=congress.meeting,
                person=delegate,
                affiliate=affiliate,
                weight=weight,
                members_paid=members,
                present=True,
                present_at=OPENS,
            ),
        ]
    )


def build() -> Congress:
    """Put the congress into the database, all delegates present, nothing drafted yet."""
    body, meeting = _body("Congress", "congress", OPENS)
    executive, executive_meeting = _body("Executive", "executive", OPENS - timedelta(days=200))
    congress = Congress(body, executive, meeting, executive_meeting)
    for code, name, country, region, sectors, members in AFFILIATES:
        _affiliate(congress, code, members, (name, country, region, sectors))
    for short, office in OFFICES:
        session().add(Appointment(person=_enter(congress, short, short.title()), office=office))
    member = _enter(congress, "executive", "Member of the Executive")
    session().add_all(
        [
            Appointment(person=member, office="executive"),
            Mandate(meeting=executive_meeting, person=member, weight=1, present=True, present_at=OPENS),
        ]
    )
    _enter(congress, "stranger", "Somebody Else")
    session().commit()
    return congress
