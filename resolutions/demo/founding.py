"""The federation itself: its bodies, their standing orders and meetings, its affiliates and its people."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from resolutions.demo.affiliates import AFFILIATES
from resolutions.demo.federation import FOUNDER, Federation
from resolutions.demo.people import CAST, PASSWORD, everybody, short_of
from resolutions.lifecycle import convening, signing_in
from resolutions.lifecycle.convening import Gathering, Newcomer
from resolutions.lifecycle.procedure import ROOT
from resolutions.records.assembly import Affiliate
from resolutions.records.base import session
from resolutions.rules.roles import Office
from resolutions.rules.standing_orders.presets import PRESETS

NAME = "Makers and Miners International"
PLACE, ZONE = "Geneva", "Europe/Zurich"
ALSO_EXECUTIVE = ("DE-FEUER", "ZA-REEFS", "JP-HAGAN", "US-RIVET", "MX-TELAR", "KE-SISAL")
BALTIC = ("SE-NORR", "SE-ALVEN", "DE-FEUER", "DE-WEBER", "PL-LAMPA")
AWAY = ("TR-KIVIL", "JO-TERRA")
"""Delegates that were accredited and did not come."""

# Since the 3rd Congress: amendments from the floor, and texts that fit on one page.
SECOND_VERSION = replace(PRESETS["industriall"], amend_from_floor=True, submit_max_words=250)
EXECUTIVE_ORDERS = replace(
    PRESETS["industriall"],
    body_kind="executive",
    body_cycle_months=6,
    submit_deadline_days=7,
    amend_deadline_days=3,
    weight_basis="one_org_one_vote",
)


def write(federation: Federation) -> None:
    """Write down how the federation was founded, who joined it, and when it met."""
    diary = federation.diary
    diary.on(430, "09:00", lambda at: _found(federation, at))
    diary.on(429, "09:00", lambda at: _import(federation, at))
    diary.on(428, "09:00", lambda at: _enter(federation, at))
    diary.on(427, "09:00", lambda at: _set_passwords(federation, at))
    diary.on(
        400, "10:00", lambda at: _convene(federation, ("third", "congress", "3rd Congress", 243, 240), at)
    )
    diary.on(340, "10:00", lambda at: _accredit(federation, "third", at))
    diary.on(243, "08:15", lambda at: _check_in(federation, "third", at))
    diary.on(243, "09:05", lambda at: _open(federation, "third", at))
    diary.on(240, "16:50", lambda at: _close(federation, "third", at))
    diary.on(210, "10:00", lambda at: _second_version(federation, at))
    diary.on(190, "10:00", lambda at: _convene(federation, ("fourth", "congress", "4th Congress", 1, -2), at))
    diary.on(140, "10:00", lambda at: _accredit(federation, "fourth", at))
    diary.on(
        45,
        "10:00",
        lambda at: _convene(federation, ("executive", "executive", "9th Executive", -21, -22), at),
    )
    diary.on(44, "10:00", lambda at: _accredit_executive(federation, at))
    diary.on(1, "08:10", lambda at: _check_in(federation, "fourth", at))
    diary.on(1, "09:05", lambda at: _open(federation, "fourth", at))


def _found(federation: Federation, at: datetime) -> None:
    for role, name, orders in (
        ("congress", f"{NAME} Congress", PRESETS["industriall"]),
        ("executive", f"{NAME} Executive", EXECUTIVE_ORDERS),
    ):
        body = convening.found_body(ROOT, FOUNDER, name, role, languages=["en", "fr", "es"], at=at)
        convening.adopt_standing_orders(body, FOUNDER, "industriall", orders.as_parameters(), at=at)
        federation.bodies[role] = body


def _second_version(federation: Federation, at: datetime) -> None:
    parameters = SECOND_VERSION.as_parameters()
    secretary = federation.actor("secretary")
    convening.adopt_standing_orders(
        federation.bodies["congress"], secretary, "industriall", parameters, at=at
    )


def _import(federation: Federation, at: datetime) -> None:
    convening.import_affiliates(ROOT, FOUNDER, [member.row() for member in AFFILIATES], at=at)
    found = session().scalars(select(Affiliate))
    federation.affiliates.update({affiliate.code: affiliate for affiliate in found})
    convening.list_affiliates(ROOT, FOUNDER, "Around the Baltic Sea", BALTIC, at=at)


def _enter(federation: Federation, at: datetime) -> None:
    protected = {member.code for member in AFFILIATES if member.protected}
    for person in everybody():
        newcomer = Newcomer(
            person.name,
            person.email,
            federation.affiliates.get(person.affiliate),
            person.language,
            ZONE,
            protected=person.affiliate in protected,
        )
        entered = convening.enter_person(ROOT, FOUNDER, newcomer, at=at)
        federation.people[person.short] = entered
        if person.office:
            convening.appoint(entered, FOUNDER, person.office, at=at)
    for code in ALSO_EXECUTIVE:
        convening.appoint(federation.people[short_of(code, delegate=True)], FOUNDER, Office.EXECUTIVE, at=at)


def _set_passwords(federation: Federation, at: datetime) -> None:
    for somebody in CAST:
        person = federation.people[somebody.short]
        signing_in.set_password(person, federation.actor(somebody.short), PASSWORD, federation.hashes, at=at)


def _convene(federation: Federation, what: tuple[str, str, str, int, int], at: datetime) -> None:
    short, body, name, opens, closes = what
    diary = federation.diary
    federation.meetings[short] = convening.convene_meeting(
        federation.bodies[body],
        federation.actor("secretary"),
        Gathering(name, PLACE, ZONE, diary.moment(opens, "09:00"), diary.moment(closes, "18:00")),
        at=at,
    )


def _accredit(federation: Federation, short: str, at: datetime) -> None:
    """Give every affiliate its delegate: with votes by its members, without a vote while fees are owed."""
    meeting, secretary = federation.meetings[short], federation.actor("secretary")
    for member in AFFILIATES:
        if member.standing == "suspended":
            continue
        delegate = federation.people[short_of(member.code, delegate=True)]
        convening.accredit(meeting, secretary, delegate, federation.affiliates[member.code], at=at)


def _accredit_executive(federation: Federation, at: datetime) -> None:
    meeting, secretary = federation.meetings["executive"], federation.actor("secretary")
    for short in ["executive", *(short_of(code, delegate=True) for code in ALSO_EXECUTIVE)]:
        convening.accredit(meeting, secretary, federation.people[short], at=at)


def _check_in(federation: Federation, short: str, at: datetime) -> None:
    away = {federation.affiliates[code].id for code in AWAY}
    meeting, teller = federation.meetings[short], federation.actor("teller")
    for mandate in sorted(meeting.mandates, key=lambda m: m.id):
        if mandate.affiliate_id not in away:
            convening.check_in(meeting, teller, mandate, at=at)


def _open(federation: Federation, short: str, at: datetime) -> None:
    convening.open_meeting(federation.meetings[short], federation.actor("chair"), at=at)


def _close(federation: Federation, short: str, at: datetime) -> None:
    convening.close_meeting(federation.meetings[short], federation.actor("chair"), at=at)
