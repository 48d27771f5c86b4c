"""A draft against the standing orders: findings, each with what would mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from resolutions.rules.standing_orders.orders import (
    EmergencyTest,
    SponsorKind,
    StandingOrders,
    Strictness,
)
from resolutions.rules.standing_orders.windows import Timings, Window, in_window


class TextKind(StrEnum):
    """By which way a text comes to the meeting."""

    ORDINARY = "ordinary"
    EMERGENCY = "emergency"


class Check(StrEnum):
    """What was looked at."""

    IN_TIME = "in_time"
    EMERGENCY_PROVIDED = "emergency_provided"
    SPONSOR_MAY_SUBMIT = "sponsor_may_submit"
    GOOD_STANDING = "good_standing"
    INTERNAL_MANDATE = "internal_mandate"
    TEXTS_PER_SPONSOR = "texts_per_sponsor"
    SUPPORTERS = "supporters"
    COUNTRIES = "countries"
    OPERATIVE_CLAUSE = "operative_clause"
    LENGTH = "length"
    STATUTES = "statutes"
    EVENT_AFTER_DEADLINE = "event_after_deadline"
    WITHIN_AIMS = "within_aims"
    NOT_COVERED = "not_covered"
    NO_STATUTE_OR_FEE = "no_statute_or_fee"
    CHANGES_A_WORD = "changes_a_word"
    DEGREE = "degree"
    ONE_CLAUSE = "one_clause"
    KEEPS_THE_TEXT = "keeps_the_text"


class Mend(StrEnum):
    """What would put a finding right; nothing where it is right already."""

    NOTHING = "nothing"
    SUBMIT_AS_EMERGENCY = "submit_as_emergency"
    SUBMIT_AS_ORDINARY = "submit_as_ordinary"
    ASK_THE_MEETING = "ask_the_meeting"
    FIND_A_SPONSOR = "find_a_sponsor"
    SETTLE_FEES = "settle_fees"
    ATTACH_MANDATE = "attach_mandate"
    WITHDRAW_ANOTHER = "withdraw_another"
    GATHER_SUPPORTERS = "gather_supporters"
    GATHER_COUNTRIES = "gather_countries"
    SAY_WHAT_TO_DO = "say_what_to_do"
    SHORTEN = "shorten"
    LEAVE_STATUTES = "leave_statutes"
    USE_STATUTE_MAJORITY = "use_statute_majority"
    ANSWER_IN_WRITING = "answer_in_writing"
    CHANGE_A_WORD = "change_a_word"
    AMEND_THE_TEXT_ITSELF = "amend_the_text_itself"
    SPLIT_BY_CLAUSE = "split_by_clause"
    MOVE_A_TEXT = "move_a_text"


@dataclass(frozen=True)
class Finding:
    """One result of a check: whether it is in order, whether it stands in the way, and what would mend it."""

    code: Check
    ok: bool
    blocking: bool
    facts: Mapping[str, Any]
    mend: Mend


@dataclass(frozen=True)
class DraftFacts:
    """What there is to know about a draft resolution before it is handed in or judged."""

    kind: TextKind
    sponsor_kind: SponsorKind
    operative_clauses: int
    words: int
    sponsor: str = ""
    sponsor_in_good_standing: bool = True
    supporters: tuple[tuple[str, str], ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    touches_statutes: bool = False
    internal_mandate: bool = False
    other_texts: int = 0
    submitted_at: datetime | None = None


@dataclass(frozen=True)
class AmendmentFacts:
    """What there is to know about an amendment before it is handed in or judged."""

    sponsor_kind: SponsorKind
    words_changed: int
    clauses_touched: int
    sponsor: str = ""
    sponsor_in_good_standing: bool = True
    supporters: tuple[tuple[str, str], ...] = ()
    degree: int = 1
    replaces_all: bool = False
    submitted_at: datetime | None = None


def findings(draft: DraftFacts, orders: StandingOrders, limits: Timings, at: datetime) -> tuple[Finding, ...]:
    """Everything the standing orders say about a draft, in the order in which a committee would ask."""
    return (
        *_in_time(draft, limits, draft.submitted_at or at),
        *_sponsor(draft, orders),
        *_support(draft, orders),
        *_contents(draft, orders),
        *_tests(draft, orders),
    )


def amendment_findings(
    draft: AmendmentFacts, orders: StandingOrders, limits: Timings, at: datetime
) -> tuple[Finding, ...]:
    """Everything the standing orders say about an amendment; compromises of the committee are exempt."""
    by_committee = draft.sponsor_kind is SponsorKind.COMMITTEE
    window = Window(None, limits.amendments_close)
    moment = draft.submitted_at or at
    exempt = by_committee or orders.amend_from_floor
    need = 0 if by_committee else orders.amend_supporters
    return (
        _finding(
            Check.IN_TIME,
            exempt or in_window(window, moment),
            Mend.ASK_THE_MEETING,
            at=moment,
            closes=limits.amendments_close,
        ),
        _good_standing(draft, orders),
        _enough(Check.SUPPORTERS, _supporting(draft), need, Mend.GATHER_SUPPORTERS),
        _finding(
            Check.CHANGES_A_WORD, draft.words_changed > 0, Mend.CHANGE_A_WORD, words=draft.words_changed
        ),
        _finding(
            Check.DEGREE,
            draft.degree <= orders.amend_degree,
            Mend.AMEND_THE_TEXT_ITSELF,
            have=draft.degree,
            most=orders.amend_degree,
        ),
        *_as_strict(
            orders.amend_many_clauses,
            Check.ONE_CLAUSE,
            draft.clauses_touched <= 1,
            Mend.SPLIT_BY_CLAUSE,
            clauses=draft.clauses_touched,
        ),
        *_as_strict(
            orders.amend_replaces_all, Check.KEEPS_THE_TEXT, not draft.replaces_all, Mend.MOVE_A_TEXT
        ),
    )


def blocking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stand in the way; none means the draft is in order."""
    return tuple(finding for finding in found if finding.blocking and not finding.ok)


def _finding(code: Check, ok: bool, mend: Mend, *, blocks: bool = True, **facts: object) -> Finding:
    return Finding(code, ok, blocks, facts, Mend.NOTHING if ok else mend)


def _as_strict(strictness: str, code: Check, ok: bool, mend: Mend, **facts: object) -> tuple[Finding, ...]:
    if strictness == Strictness.ALLOW:
        return ()
    return (_finding(code, ok, mend, blocks=strictness == Strictness.REFUSE, **facts),)


def _enough(code: Check, have: int, need: int, mend: Mend) -> Finding:
    return _finding(code, have >= need, mend, have=have, need=need)


def _in_time(draft: DraftFacts, limits: Timings, at: datetime) -> tuple[Finding, ...]:
    ordinary = Window(None, limits.ordinary_closes)
    urgent = limits.emergency
    if draft.kind is TextKind.ORDINARY:
        may_be_urgent = urgent is not None and in_window(urgent, at)
        mend = Mend.SUBMIT_AS_EMERGENCY if may_be_urgent else Mend.ASK_THE_MEETING
        return (_finding(Check.IN_TIME, in_window(ordinary, at), mend, at=at, closes=ordinary.closes),)
    mend = Mend.SUBMIT_AS_ORDINARY if in_window(ordinary, at) else Mend.ASK_THE_MEETING
    if urgent is None:
        return (_finding(Check.EMERGENCY_PROVIDED, False, mend),)
    in_time = in_window(urgent, at)
    return (_finding(Check.IN_TIME, in_time, mend, at=at, opens=urgent.opens, closes=urgent.closes),)


def _good_standing(draft: DraftFacts | AmendmentFacts, orders: StandingOrders) -> Finding:
    affiliate = draft.sponsor_kind is SponsorKind.AFFILIATE
    barred = affiliate and orders.arrears_bar_submission and not draft.sponsor_in_good_standing
    return _finding(Check.GOOD_STANDING, not barred, Mend.SETTLE_FEES, sponsor=draft.sponsor)


def _sponsor(draft: DraftFacts, orders: StandingOrders) -> Iterable[Finding]:
    may = draft.sponsor_kind in orders.submit_who
    yield _finding(Check.SPONSOR_MAY_SUBMIT, may, Mend.FIND_A_SPONSOR, sponsor_kind=str(draft.sponsor_kind))
    yield _good_standing(draft, orders)
    if orders.submit_internal_mandate and draft.sponsor_kind is SponsorKind.AFFILIATE:
        # The paper lies with the affiliate: the committee looks at it, the program only reminds.
        yield _finding(Check.INTERNAL_MANDATE, draft.internal_mandate, Mend.ATTACH_MANDATE, blocks=False)
    most = orders.submit_max_per_sponsor
    if most:
        have = draft.other_texts + 1
        yield _finding(Check.TEXTS_PER_SPONSOR, have <= most, Mend.WITHDRAW_ANOTHER, have=have, most=most)


def _supporting(draft: DraftFacts | AmendmentFacts) -> int:
    """How many affiliates other than the sponsor stand behind a draft."""
    return len({affiliate for affiliate, _ in draft.supporters} - {draft.sponsor})


def _support(draft: DraftFacts, orders: StandingOrders) -> Iterable[Finding]:
    urgent = draft.kind is TextKind.EMERGENCY
    exempt = orders.emergency_executive_exempt if urgent else orders.submit_executive_exempt
    if draft.sponsor_kind is not SponsorKind.AFFILIATE and exempt:
        return
    affiliates = orders.emergency_supporters if urgent else orders.submit_supporters
    countries = orders.emergency_supporter_countries if urgent else orders.submit_supporter_countries
    from_countries = {country for affiliate, country in draft.supporters if affiliate != draft.sponsor}
    if affiliates:
        yield _enough(Check.SUPPORTERS, _supporting(draft), affiliates, Mend.GATHER_SUPPORTERS)
    if countries:
        yield _enough(Check.COUNTRIES, len(from_countries), countries, Mend.GATHER_COUNTRIES)


def _contents(draft: DraftFacts, orders: StandingOrders) -> Iterable[Finding]:
    clauses, most = draft.operative_clauses, orders.submit_max_words
    yield _finding(Check.OPERATIVE_CLAUSE, clauses > 0, Mend.SAY_WHAT_TO_DO, clauses=clauses)
    if most:
        fits = draft.words <= most
        facts = {"have": draft.words, "most": most}
        yield from _as_strict(orders.submit_too_long, Check.LENGTH, fits, Mend.SHORTEN, **facts)
    if draft.kind is TextKind.ORDINARY and draft.touches_statutes:
        share = orders.majority_statutes
        yield _finding(Check.STATUTES, False, Mend.USE_STATUTE_MAJORITY, blocks=False, majority=share)


def _tests(draft: DraftFacts, orders: StandingOrders) -> Iterable[Finding]:
    if draft.kind is not TextKind.EMERGENCY:
        return
    for test in orders.emergency_tests:
        answered = bool(draft.answers.get(test, "").strip())
        if test == EmergencyTest.NO_STATUTE_OR_FEE and draft.touches_statutes:
            yield _finding(Check(test), False, Mend.LEAVE_STATUTES, answered=answered)
        else:
            yield _finding(Check(test), answered, Mend.ANSWER_IN_WRITING, answered=answered)
