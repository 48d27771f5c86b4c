from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from resolutions.rules.admissibility import (
    AmendmentFacts,
    Check,
    DraftFacts,
    Finding,
    Mend,
    TextKind,
    amendment_findings,
    blocking,
    findings,
)
from resolutions.rules.standing_orders.orders import EmergencyTest, SponsorKind, StandingOrders
from resolutions.rules.standing_orders.windows import Timings, Window

ORDERS = StandingOrders()
ORDINARY = datetime(2026, 8, 1, 12, tzinfo=UTC)
AMENDMENTS = datetime(2026, 10, 1, 12, tzinfo=UTC)
EMERGENCY = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIMITS = Timings(ORDINARY, AMENDMENTS, Window(ORDINARY, EMERGENCY))
EARLY, LATE, TOO_LATE = (
    moment - timedelta(hours=1) for moment in (ORDINARY, EMERGENCY, EMERGENCY + timedelta(days=1))
)
FIVE = (("be-1", "BE"), ("br-1", "BR"), ("jp-1", "JP"), ("ke-1", "KE"), ("no-1", "NO"))
ANSWERS = {str(test): "Yes, because …" for test in EmergencyTest}

DRAFT = DraftFacts(TextKind.ORDINARY, SponsorKind.AFFILIATE, operative_clauses=2, words=300, sponsor="de-1")
URGENT = replace(DRAFT, kind=TextKind.EMERGENCY, supporters=FIVE, answers=ANSWERS)
CHANGE = AmendmentFacts(
    SponsorKind.AFFILIATE, words_changed=3, clauses_touched=1, sponsor="de-1", supporters=FIVE[:1]
)


def found(draft: DraftFacts, at: datetime = EARLY, orders: StandingOrders = ORDERS) -> dict[Check, Finding]:
    return {finding.code: finding for finding in findings(draft, orders, LIMITS, at)}


def wrong(draft: DraftFacts, at: datetime = EARLY, orders: StandingOrders = ORDERS) -> dict[Check, Mend]:
    return {finding.code: finding.mend for finding in blocking(findings(draft, orders, LIMITS, at))}


def wrong_change(change: AmendmentFacts, at: datetime = EARLY, **rules: Any) -> dict[Check, Mend]:
    orders = StandingOrders(**rules)
    return {
        finding.code: finding.mend for finding in blocking(amendment_findings(change, orders, LIMITS, at))
    }


def test_an_ordinary_text_in_time_is_in_order() -> None:
    assert [*found(DRAFT)] == [
        Check.IN_TIME,
        Check.SPONSOR_MAY_SUBMIT,
        Check.GOOD_STANDING,
        Check.OPERATIVE_CLAUSE,
        Check.LENGTH,
    ]
    assert all(finding.ok and finding.mend is Mend.NOTHING for finding in found(DRAFT).values())
    assert wrong(DRAFT) == {}


def test_an_ordinary_text_that_is_late_may_come_as_an_emergency() -> None:
    assert wrong(DRAFT, ORDINARY) == {}
    assert wrong(DRAFT, ORDINARY + timedelta(seconds=1)) == {Check.IN_TIME: Mend.SUBMIT_AS_EMERGENCY}
    assert wrong(DRAFT, TOO_LATE) == {Check.IN_TIME: Mend.ASK_THE_MEETING}
    assert found(DRAFT, LATE)[Check.IN_TIME].facts == {"at": LATE, "closes": ORDINARY}


def test_what_was_submitted_in_time_stays_in_time() -> None:
    assert wrong(replace(DRAFT, submitted_at=EARLY), TOO_LATE) == {}


def test_an_emergency_text_with_five_affiliates_of_five_countries_and_all_answers_is_in_order() -> None:
    assert wrong(URGENT, LATE) == {}
    assert [*found(URGENT, LATE)][-4:] == [
        Check.EVENT_AFTER_DEADLINE,
        Check.WITHIN_AIMS,
        Check.NOT_COVERED,
        Check.NO_STATUTE_OR_FEE,
    ]


def test_an_emergency_text_before_the_ordinary_deadline_is_an_ordinary_one() -> None:
    assert wrong(URGENT, EARLY) == {Check.IN_TIME: Mend.SUBMIT_AS_ORDINARY}
    assert wrong(URGENT, TOO_LATE) == {Check.IN_TIME: Mend.ASK_THE_MEETING}


def test_a_body_without_emergency_texts_takes_none() -> None:
    limits = Timings(ORDINARY, AMENDMENTS, None)
    late = blocking(findings(URGENT, ORDERS, limits, LATE))
    assert [(one.code, one.mend) for one in late] == [(Check.EMERGENCY_PROVIDED, Mend.ASK_THE_MEETING)]
    early = blocking(findings(URGENT, ORDERS, limits, EARLY))
    assert [(one.code, one.mend) for one in early] == [(Check.EMERGENCY_PROVIDED, Mend.SUBMIT_AS_ORDINARY)]
    ordinary = blocking(findings(DRAFT, ORDERS, limits, LATE))
    assert [(one.code, one.mend) for one in ordinary] == [(Check.IN_TIME, Mend.ASK_THE_MEETING)]


def test_the_sponsor_and_a_second_signature_of_the_same_affiliate_are_no_supporters() -> None:
    crowd = (*FIVE[:4], FIVE[0], ("de-1", "DE"))
    result = found(replace(URGENT, supporters=crowd), LATE)
    assert result[Check.SUPPORTERS].facts == {"have": 4, "need": 5}
    assert result[Check.COUNTRIES].facts == {"have": 4, "need": 5}
    assert wrong(replace(URGENT, supporters=crowd), LATE) == {
        Check.SUPPORTERS: Mend.GATHER_SUPPORTERS,
        Check.COUNTRIES: Mend.GATHER_COUNTRIES,
    }


def test_five_affiliates_of_four_countries_are_not_five_countries() -> None:
    neighbours = (*FIVE[:4], ("ke-2", "KE"))
    assert wrong(replace(URGENT, supporters=neighbours), LATE) == {Check.COUNTRIES: Mend.GATHER_COUNTRIES}


def test_the_executive_needs_no_supporters_unless_the_orders_say_so() -> None:
    moved = replace(URGENT, sponsor_kind=SponsorKind.EXECUTIVE, sponsor="", supporters=())
    assert wrong(moved, LATE) == {}
    strict = StandingOrders(emergency_executive_exempt=False)
    assert set(wrong(moved, LATE, strict)) == {Check.SUPPORTERS, Check.COUNTRIES}


def test_ordinary_texts_need_supporters_where_the_orders_say_so() -> None:
    orders = StandingOrders(submit_supporters=2, submit_supporter_countries=1)
    assert set(wrong(DRAFT, EARLY, orders)) == {Check.SUPPORTERS, Check.COUNTRIES}
    assert set(wrong(replace(DRAFT, supporters=FIVE[:1]), EARLY, orders)) == {Check.SUPPORTERS}
    assert wrong(replace(DRAFT, supporters=FIVE[:2]), EARLY, orders) == {}
    executive = replace(DRAFT, sponsor_kind=SponsorKind.EXECUTIVE)
    assert wrong(executive, EARLY, orders) == {}


def test_an_affiliate_in_arrears_cannot_submit_but_the_executive_always_can() -> None:
    arrears = replace(DRAFT, sponsor_in_good_standing=False)
    assert wrong(arrears) == {Check.GOOD_STANDING: Mend.SETTLE_FEES}
    assert wrong(arrears, EARLY, StandingOrders(arrears_bar_submission=False)) == {}
    assert wrong(replace(arrears, sponsor_kind=SponsorKind.EXECUTIVE)) == {}


def test_only_those_named_in_the_orders_may_submit() -> None:
    affiliates_only = StandingOrders(submit_who=("affiliate",))
    executive = replace(DRAFT, sponsor_kind=SponsorKind.EXECUTIVE)
    assert wrong(executive, EARLY, affiliates_only) == {Check.SPONSOR_MAY_SUBMIT: Mend.FIND_A_SPONSOR}


def test_a_body_may_be_reminded_of_the_decision_of_the_affiliate() -> None:
    orders = StandingOrders(submit_internal_mandate=True)
    missing = found(DRAFT, EARLY, orders)[Check.INTERNAL_MANDATE]
    assert (missing.ok, missing.blocking, missing.mend) == (False, False, Mend.ATTACH_MANDATE)
    given = replace(DRAFT, internal_mandate=True)
    assert found(given, EARLY, orders)[Check.INTERNAL_MANDATE].ok is True
    assert Check.INTERNAL_MANDATE not in found(
        replace(DRAFT, sponsor_kind=SponsorKind.COMMITTEE), EARLY, orders
    )


def test_a_sponsor_may_be_held_to_a_number_of_texts() -> None:
    orders = StandingOrders(submit_max_per_sponsor=2)
    assert wrong(replace(DRAFT, other_texts=1), EARLY, orders) == {}
    assert wrong(replace(DRAFT, other_texts=2), EARLY, orders) == {
        Check.TEXTS_PER_SPONSOR: Mend.WITHDRAW_ANOTHER
    }


def test_a_text_that_asks_for_nothing_is_not_a_resolution() -> None:
    assert wrong(replace(DRAFT, operative_clauses=0)) == {Check.OPERATIVE_CLAUSE: Mend.SAY_WHAT_TO_DO}


def test_a_long_text_is_warned_about_or_refused_as_the_orders_say() -> None:
    long = replace(DRAFT, words=601)
    finding = found(long)[Check.LENGTH]
    assert (finding.ok, finding.blocking, finding.mend) == (False, False, Mend.SHORTEN)
    assert finding.facts == {"have": 601, "most": 600}
    assert wrong(long, EARLY, StandingOrders(submit_too_long="refuse")) == {Check.LENGTH: Mend.SHORTEN}
    assert Check.LENGTH not in found(long, EARLY, StandingOrders(submit_too_long="allow"))
    assert Check.LENGTH not in found(long, EARLY, StandingOrders(submit_max_words=0))
    assert found(replace(DRAFT, words=600))[Check.LENGTH].ok is True


@pytest.mark.parametrize("test", EmergencyTest)
def test_every_emergency_test_must_be_answered_in_writing(test: EmergencyTest) -> None:
    unanswered = replace(URGENT, answers={**ANSWERS, test: " \n"})
    assert wrong(unanswered, LATE) == {Check(test): Mend.ANSWER_IN_WRITING}
    missing = replace(URGENT, answers={code: said for code, said in ANSWERS.items() if code != test})
    assert wrong(missing, LATE) == {Check(test): Mend.ANSWER_IN_WRITING}


def test_an_emergency_text_cannot_change_the_statutes_whatever_it_answers() -> None:
    assert wrong(replace(URGENT, touches_statutes=True), LATE) == {
        Check.NO_STATUTE_OR_FEE: Mend.LEAVE_STATUTES
    }


def test_an_ordinary_text_on_the_statutes_is_told_its_majority() -> None:
    finding = found(replace(DRAFT, touches_statutes=True))[Check.STATUTES]
    assert (finding.blocking, finding.mend) == (False, Mend.USE_STATUTE_MAJORITY)
    assert finding.facts == {"majority": "two_thirds"}


def test_an_amendment_with_a_seconder_in_time_is_in_order() -> None:
    assert wrong_change(CHANGE) == {}


def test_an_amendment_after_its_deadline_needs_the_meeting_or_a_floor() -> None:
    assert wrong_change(CHANGE, LATE) == {Check.IN_TIME: Mend.ASK_THE_MEETING}
    assert wrong_change(CHANGE, LATE, amend_from_floor=True) == {}
    assert wrong_change(replace(CHANGE, submitted_at=EARLY), LATE) == {}


def test_a_compromise_of_the_committee_needs_neither_time_nor_seconder() -> None:
    compromise = replace(CHANGE, sponsor_kind=SponsorKind.COMMITTEE, sponsor="", supporters=())
    assert wrong_change(compromise, LATE) == {}


def test_an_amendment_needs_a_seconder_who_is_not_its_mover() -> None:
    alone = replace(CHANGE, supporters=(("de-1", "DE"),))
    assert wrong_change(alone) == {Check.SUPPORTERS: Mend.GATHER_SUPPORTERS}
    assert wrong_change(alone, amend_supporters=0) == {}


def test_an_amendment_of_an_affiliate_in_arrears_is_not_in_order() -> None:
    arrears = replace(CHANGE, sponsor_in_good_standing=False)
    assert wrong_change(arrears) == {Check.GOOD_STANDING: Mend.SETTLE_FEES}


def test_an_amendment_changes_at_least_one_word() -> None:
    assert wrong_change(replace(CHANGE, words_changed=0)) == {Check.CHANGES_A_WORD: Mend.CHANGE_A_WORD}


def test_an_amendment_to_an_amendment_is_in_order_only_where_the_orders_allow_it() -> None:
    second = replace(CHANGE, degree=2)
    assert wrong_change(second) == {Check.DEGREE: Mend.AMEND_THE_TEXT_ITSELF}
    assert wrong_change(second, amend_degree=2) == {}


def test_several_clauses_or_a_whole_new_text_are_warned_about_or_refused() -> None:
    wide = replace(CHANGE, clauses_touched=2, replaces_all=True)
    warned = {one.code: one for one in amendment_findings(wide, ORDERS, LIMITS, EARLY) if not one.ok}
    assert {code: (one.blocking, one.mend) for code, one in warned.items()} == {
        Check.ONE_CLAUSE: (False, Mend.SPLIT_BY_CLAUSE),
        Check.KEEPS_THE_TEXT: (False, Mend.MOVE_A_TEXT),
    }
    assert wrong_change(wide, amend_many_clauses="refuse", amend_replaces_all="refuse") == {
        Check.ONE_CLAUSE: Mend.SPLIT_BY_CLAUSE,
        Check.KEEPS_THE_TEXT: Mend.MOVE_A_TEXT,
    }
    orders = StandingOrders(amend_many_clauses="allow", amend_replaces_all="allow")
    assert all(one.ok for one in amendment_findings(wide, orders, LIMITS, EARLY))
