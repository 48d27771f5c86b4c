from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from resolutions.lifecycle import convening
from resolutions.lifecycle.convening import Gathering, Newcomer
from resolutions.lifecycle.procedure import ROOT
from resolutions.records.assembly import Affiliate, Body, Mandate, Person
from resolutions.records.audit import AuditEntry
from resolutions.records.base import session
from resolutions.records.register.findings import orders_of
from resolutions.rules.errors import Conflict, Inadmissible, NotPermitted, OutOfOrder
from resolutions.rules.standing_orders.presets import PRESETS
from tests.congress import Congress

SPRING = datetime(2030, 5, 6, 7, 0, tzinfo=UTC)
LETTER = Gathering("4th Congress", "Cape Town", "Africa/Johannesburg", SPRING, SPRING + timedelta(days=3))
ROW = {
    "code": "NEW",
    "name": "Union of the Lakes",
    "country": "TZ",
    "region": "Africa",
    "sectors": [],
    "languages": ["sw"],
    "members_paid": 4_200,
    "joined": None,
}


def last_entry() -> AuditEntry:
    """The newest entry of the trail."""
    return session().scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(1)).one()


def founded(congress: Congress, **changes: object) -> Body:
    """A second congress with the rules of the first, some of them changed."""
    body = convening.found_body(ROOT, congress.actor("secretary"), "Women's Congress", "congress")
    parameters = PRESETS["industriall"].as_parameters() | changes
    convening.adopt_standing_orders(body, congress.actor("secretary"), "industriall", parameters)
    return body


def sent(congress: Congress, code: str, short: str) -> Person:
    """A further person of an affiliate, entered by the secretariat."""
    newcomer = Newcomer(short.title(), f"{short}@federation.example", congress.affiliates[code])
    return convening.enter_person(ROOT, congress.actor("secretary"), newcomer)


def test_a_founded_body_stands_in_the_trail_under_its_own_name(congress: Congress) -> None:
    body = convening.found_body(ROOT, congress.actor("secretary"), "  Youth Congress ", "congress")
    entry = last_entry()
    assert (body.name, entry.step, entry.subject_id) == ("Youth Congress", "found_body", body.id)
    assert entry.facts == {"name": "Youth Congress", "role": "congress"}


def test_only_the_secretariat_founds_a_body(congress: Congress) -> None:
    with pytest.raises(NotPermitted):
        convening.found_body(ROOT, congress.actor("chair"), "Youth Congress", "congress")
    assert session().scalar(select(func.count()).select_from(Body)) == 2


def test_standing_orders_are_adopted_under_the_next_number(congress: Congress) -> None:
    parameters = PRESETS["industriall"].as_parameters() | {"weight_unit_members": 500}
    version = convening.adopt_standing_orders(
        congress.congress, congress.actor("secretary"), "industriall", parameters
    )
    assert (version.number, version.parameters["weight_unit_members"]) == (2, 500)
    assert last_entry().facts == {"number": 2, "preset": "industriall"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amend_deadline_days": 400}, "amendments_before_texts"),
        ({"weight_unit_members": -1}, "too_small"),
        ({"no_such_thing": 1}, "unknown_parameter"),
    ],
)
def test_rules_that_cannot_be_applied_are_not_adopted(
    congress: Congress, changes: dict[str, object], code: str
) -> None:
    parameters = PRESETS["industriall"].as_parameters() | changes
    with pytest.raises(Inadmissible) as refused:
        convening.adopt_standing_orders(
            congress.congress, congress.actor("secretary"), "industriall", parameters
        )
    assert (refused.value.code, len(congress.congress.standing_orders)) == (code, 1)


def test_a_meeting_stays_bound_to_the_rules_it_was_convened_under(congress: Congress) -> None:
    body = founded(congress)
    meeting = convening.convene_meeting(body, congress.actor("secretary"), LETTER)
    later = PRESETS["industriall"].as_parameters() | {"submit_max_words": 1}
    convening.adopt_standing_orders(body, congress.actor("secretary"), "industriall", later)
    assert (meeting.state, meeting.standing_orders.number) == ("convened", 1)
    assert orders_of(meeting).submit_max_words == PRESETS["industriall"].submit_max_words


def test_a_body_without_rules_cannot_meet(congress: Congress) -> None:
    body = convening.found_body(ROOT, congress.actor("secretary"), "Youth Congress", "congress")
    with pytest.raises(Inadmissible, match="a_body_needs_standing_orders"):
        convening.convene_meeting(body, congress.actor("secretary"), LETTER)


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        (Gathering("", "Oslo", "Europe/Oslo", SPRING, SPRING + timedelta(1)), "required"),
        (Gathering("4th", "Oslo", "Europe/Atlantis", SPRING, SPRING + timedelta(1)), "unknown_time_zone"),
        (Gathering("4th", "Oslo", "Europe/Oslo", SPRING, SPRING), "a_meeting_ends_after_it_begins"),
    ],
)
def test_a_convening_letter_without_sense_is_refused(
    congress: Congress, letter: Gathering, code: str
) -> None:
    with pytest.raises(Inadmissible) as refused:
        convening.convene_meeting(congress.congress, congress.actor("secretary"), letter)
    assert refused.value.code == code


def test_a_meeting_is_opened_once_and_closed_once(congress: Congress) -> None:
    chair = congress.actor("chair")
    with pytest.raises(OutOfOrder):
        convening.close_meeting(congress.meeting, chair)
    convening.open_meeting(congress.meeting, chair)
    with pytest.raises(OutOfOrder):
        convening.open_meeting(congress.meeting, chair)
    convening.close_meeting(congress.meeting, chair)
    entry = last_entry()
    assert (entry.step, entry.before, entry.after) == ("close_meeting", "open", "closed")


def test_an_import_adds_and_changes_and_removes_nobody(congress: Congress) -> None:
    known = congress.affiliates["PAC"]
    counts = convening.import_affiliates(
        ROOT, congress.actor("secretary"), [ROW, {"code": "PAC", "members_paid": 900}]
    )
    assert counts == {"new": 1, "changed": 1}
    assert known.members_paid == 900
    assert session().scalar(select(func.count()).select_from(Affiliate)) == 7
    assert last_entry().facts == counts


def test_an_import_twice_changes_nothing_the_second_time(congress: Congress) -> None:
    convening.import_affiliates(ROOT, congress.actor("secretary"), [ROW])
    counts = convening.import_affiliates(ROOT, congress.actor("secretary"), [ROW])
    assert counts == {"new": 0, "changed": 0}


def test_a_new_fee_count_leaves_given_mandates_as_they_were(congress: Congress) -> None:
    convening.import_affiliates(ROOT, congress.actor("secretary"), [{"code": "NOR", "members_paid": 1}])
    held = select(Mandate.weight).where(Mandate.affiliate_id == congress.affiliates["NOR"].id)
    assert session().scalars(held).all() == [121]


def test_a_list_of_the_same_name_replaces_the_old_one(congress: Congress) -> None:
    secretary = congress.actor("secretary")
    first = convening.list_affiliates(ROOT, secretary, "Neighbours", ["NOR", "CHE", "NOR"])
    assert first.codes == ["CHE", "NOR"]
    second = convening.list_affiliates(ROOT, secretary, "Neighbours", ["TEX"])
    assert (second.id, second.codes) == (first.id, ["TEX"])


def test_a_list_names_no_affiliate_that_does_not_exist(congress: Congress) -> None:
    with pytest.raises(Inadmissible) as refused:
        convening.list_affiliates(ROOT, congress.actor("secretary"), "Neighbours", ["NOR", "XXX"])
    assert refused.value.facts == {"codes": "XXX"}


def test_a_person_is_entered_under_an_address_of_their_own(congress: Congress) -> None:
    person = sent(congress, "NOR", "ingrid")
    assert (person.email, person.affiliate and person.affiliate.code) == ("ingrid@federation.example", "NOR")
    with pytest.raises(Conflict, match="this_address_is_taken"):
        convening.enter_person(
            ROOT, congress.actor("secretary"), Newcomer("Another", " Ingrid@Federation.example ")
        )


def test_what_is_no_address_is_refused(congress: Congress) -> None:
    with pytest.raises(Inadmissible, match="this_is_no_address"):
        convening.enter_person(ROOT, congress.actor("secretary"), Newcomer("Ingrid", "ingrid at home"))


def test_an_office_is_given_once_and_taken_back(congress: Congress) -> None:
    person, secretary = congress.people["stranger"], congress.actor("secretary")
    for _ in range(2):
        convening.appoint(person, secretary, "teller", congress.congress)
    session().expire(person)
    assert [(a.office, a.body_id) for a in person.appointments] == [("teller", congress.congress.id)]
    convening.appoint(person, secretary, "teller", congress.congress, given=False)
    session().expire(person)
    assert person.appointments == []


def test_an_office_that_nobody_knows_is_refused(congress: Congress) -> None:
    with pytest.raises(Inadmissible, match="no_such_office"):
        convening.appoint(congress.people["stranger"], congress.actor("secretary"), "king")


def accredited(congress: Congress, body: Body, *codes: str) -> list[tuple[bool, int]]:
    """Whether each delegate votes and with what weight, when these affiliates send one after the other."""
    secretary = congress.actor("secretary")
    meeting = convening.convene_meeting(body, secretary, LETTER)
    for place, code in enumerate(codes):
        person = sent(congress, code, f"sent{place}")
        convening.accredit(meeting, secretary, person, congress.affiliates[code])
    held = session().scalars(select(Mandate).where(Mandate.meeting_id == meeting.id).order_by(Mandate.id))
    return [(mandate.voting, mandate.weight) for mandate in held]


def test_the_head_of_a_delegation_carries_the_whole_block(congress: Congress) -> None:
    body = founded(congress, weight_basis="paid_up", weight_unit_members=1_000)
    assert accredited(congress, body, "NOR", "NOR", "PAC") == [(True, 121), (False, 0), (True, 1)]


def test_a_delegation_that_may_split_shares_its_votes_evenly(congress: Congress) -> None:
    body = founded(congress, weight_unit_members=1_000, weight_split=True)
    assert accredited(congress, body, "NOR", "NOR", "PAC", "PAC") == [
        (True, 61),
        (True, 60),
        (True, 1),
        (False, 0),
    ]


def test_each_delegate_has_a_vote_where_delegates_are_counted(congress: Congress) -> None:
    body = founded(congress, weight_basis="delegates")
    assert accredited(congress, body, "NOR", "NOR") == [(True, 1), (True, 1)]


def test_an_organisation_has_one_vote_where_organisations_are_counted(congress: Congress) -> None:
    body = founded(congress, weight_basis="one_org_one_vote")
    assert accredited(congress, body, "NOR", "NOR") == [(True, 1), (False, 0)]


@pytest.mark.parametrize(
    ("standing", "bars", "voting"),
    [
        ("arrears", True, False),
        ("arrears", False, True),
        ("suspended", False, False),
        ("associate", False, False),
    ],
)
def test_who_owes_fees_or_is_suspended_may_speak_and_not_vote(
    congress: Congress, standing: str, bars: bool, voting: bool
) -> None:
    congress.affiliates["NOR"].standing = standing
    session().commit()
    body = founded(congress, arrears_bar_vote=bars)
    assert [votes for votes, _ in accredited(congress, body, "NOR")] == [voting]


def test_the_head_of_a_delegation_gets_the_block_once_the_fees_are_paid(congress: Congress) -> None:
    secretary, affiliate = congress.actor("secretary"), congress.affiliates["PAC"]
    affiliate.standing = "arrears"
    session().commit()
    meeting = convening.convene_meeting(founded(congress), secretary, LETTER)
    head = convening.accredit(meeting, secretary, sent(congress, "PAC", "one"), affiliate)
    affiliate.standing = "full"
    session().commit()
    other = convening.accredit(meeting, secretary, sent(congress, "PAC", "two"), affiliate)
    assert (head.weight, other.weight) == (1, 0)


def test_an_observer_has_no_vote_and_leaves_it_to_the_delegate(congress: Congress) -> None:
    secretary, affiliate = congress.actor("secretary"), congress.affiliates["PAC"]
    meeting = convening.convene_meeting(founded(congress), secretary, LETTER)
    observer = convening.accredit(
        meeting, secretary, sent(congress, "PAC", "one"), affiliate, role="observer"
    )
    delegate = convening.accredit(meeting, secretary, sent(congress, "PAC", "two"), affiliate)
    assert (observer.voting, delegate.voting, delegate.members_paid) == (False, True, 800)


def test_a_member_of_the_body_itself_has_one_vote(congress: Congress) -> None:
    mandate = convening.accredit(
        congress.executive_meeting, congress.actor("secretary"), congress.people["stranger"]
    )
    assert (mandate.affiliate, mandate.voting, mandate.weight) == (None, True, 1)


def test_nobody_is_accredited_twice_for_the_same_affiliate(congress: Congress) -> None:
    with pytest.raises(Conflict, match="accredited_already"):
        convening.accredit(
            congress.meeting,
            congress.actor("secretary"),
            congress.people["delegate_nor"],
            congress.affiliates["NOR"],
        )


def test_nobody_is_accredited_to_a_meeting_that_is_over(congress: Congress) -> None:
    congress.meeting.state = "closed"
    session().commit()
    with pytest.raises(OutOfOrder):
        convening.accredit(congress.meeting, congress.actor("secretary"), congress.people["stranger"])


def test_a_teller_notes_who_leaves_and_who_comes_back(congress: Congress) -> None:
    mandate = session().scalars(select(Mandate).order_by(Mandate.id)).first()
    assert mandate is not None
    convening.check_in(congress.meeting, congress.actor("teller"), mandate, False)
    assert (mandate.present, mandate.present_at) == (False, None)
    convening.check_in(congress.meeting, congress.actor("teller"), mandate, True, at=SPRING)
    assert (mandate.present, mandate.present_at) == (True, SPRING)


def test_a_mandate_counts_at_its_own_meeting_only(congress: Congress) -> None:
    other = (
        session().scalars(select(Mandate).where(Mandate.meeting_id == congress.executive_meeting.id)).one()
    )
    with pytest.raises(Inadmissible, match="a_mandate_of_another_meeting"):
        convening.check_in(congress.meeting, congress.actor("teller"), other)
