"""The standing orders of a body: every parameter with its default, its unit and its check."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from resolutions.rules.errors import Inadmissible
from resolutions.rules.majorities import CountedBy, MajorityBase, Measure, QuorumBase, Share
from resolutions.rules.standing_orders.parameters import (
    Group,
    Parameter,
    Unit,
    check,
    enforced,
    refuse,
    shown,
)


class SponsorKind(StrEnum):
    """Who moves a text or an amendment."""

    AFFILIATE = "affiliate"
    EXECUTIVE = "executive"
    COMMITTEE = "committee"


class EmergencyTest(StrEnum):
    """The questions that an emergency text must answer in writing."""

    EVENT_AFTER_DEADLINE = "event_after_deadline"
    WITHIN_AIMS = "within_aims"
    NOT_COVERED = "not_covered"
    NO_STATUTE_OR_FEE = "no_statute_or_fee"


class Strictness(StrEnum):
    """What becomes of a draft that goes against a rule."""

    ALLOW = "allow"
    WARN = "warn"
    REFUSE = "refuse"


class Basis(StrEnum):
    """What the weight of an affiliate follows from."""

    ONE_ORG_ONE_VOTE = "one_org_one_vote"
    DELEGATES = "delegates"
    PAID_UP = "paid_up"
    BRACKETS = "brackets"


class OrderRule(StrEnum):
    """In which order rival amendments are put."""

    FURTHEST_FIRST = "furthest_first"
    AS_SUBMITTED = "as_submitted"


SHARES = tuple(Share)
CAN_CHANGE = ("classify", "correct", "group", "composite", "order", "rule_out")
GROUNDS = ("unrelated", "negates", "replaces_all", "only_linguistic", "more_than_one_clause")


@dataclass(frozen=True)
class StandingOrders:
    """One version of a body's rules of procedure; the defaults are those of a global union congress."""

    body_kind: str = shown(Group.BODY, Unit.CHOICE, "congress", ("congress", "executive", "committee"))
    body_cycle_months: int = shown(Group.BODY, Unit.MONTHS, 48)
    notice_convening_days: int = shown(Group.BODY, Unit.DAYS, 120)
    languages: tuple[str, ...] = shown(Group.BODY, Unit.LANGUAGES, ("en", "es", "fr", "de", "ru", "ja"))
    authentic_language: str = shown(Group.BODY, Unit.LANGUAGE, "en")

    submit_who: tuple[str, ...] = enforced(
        Group.SUBMIT, Unit.CHOICES, tuple(map(str, SponsorKind)), SponsorKind
    )
    submit_internal_mandate: bool = shown(Group.SUBMIT, Unit.YES_NO, False)
    submit_deadline_days: int = enforced(Group.SUBMIT, Unit.DAYS, 90)
    submit_deadline_clock: str = enforced(Group.SUBMIT, Unit.CLOCK, "23:59")
    submit_max_per_sponsor: int = enforced(Group.SUBMIT, Unit.NUMBER, 0)
    submit_max_words: int = enforced(Group.SUBMIT, Unit.WORDS, 600)
    submit_too_long: str = enforced(Group.SUBMIT, Unit.CHOICE, "warn", Strictness)
    submit_supporters: int = enforced(Group.SUBMIT, Unit.AFFILIATES, 0)
    submit_supporter_countries: int = enforced(Group.SUBMIT, Unit.COUNTRIES, 0)
    submit_executive_exempt: bool = enforced(Group.SUBMIT, Unit.YES_NO, True)
    circulate_days: int = shown(Group.SUBMIT, Unit.DAYS, 60)
    final_agenda_days: int = shown(Group.SUBMIT, Unit.DAYS, 21)

    amend_deadline_days: int = enforced(Group.AMEND, Unit.DAYS, 30)
    amend_deadline_clock: str = enforced(Group.AMEND, Unit.CLOCK, "23:59")
    amend_from_floor: bool = enforced(Group.AMEND, Unit.YES_NO, False)
    amend_supporters: int = enforced(Group.AMEND, Unit.AFFILIATES, 1)
    amend_degree: int = enforced(Group.AMEND, Unit.NUMBER, 1)
    amend_many_clauses: str = enforced(Group.AMEND, Unit.CHOICE, "warn", Strictness)
    amend_replaces_all: str = enforced(Group.AMEND, Unit.CHOICE, "warn", Strictness)
    amend_inadmissible: tuple[str, ...] = shown(Group.AMEND, Unit.CHOICES, GROUNDS[:4], GROUNDS)
    accept_by_mover: bool = shown(Group.AMEND, Unit.YES_NO, True)
    accept_objection_affiliates: int = shown(Group.AMEND, Unit.AFFILIATES, 5)

    emergency_allowed: bool = enforced(Group.EMERGENCY, Unit.YES_NO, True)
    emergency_closes_day: int = enforced(Group.EMERGENCY, Unit.OFFSET_DAYS, 0)
    emergency_closes_clock: str = enforced(Group.EMERGENCY, Unit.CLOCK, "18:00")
    emergency_before_debate_hours: int = enforced(Group.EMERGENCY, Unit.HOURS, 24)
    emergency_supporters: int = enforced(Group.EMERGENCY, Unit.AFFILIATES, 5)
    emergency_supporter_countries: int = enforced(Group.EMERGENCY, Unit.COUNTRIES, 5)
    emergency_executive_exempt: bool = enforced(Group.EMERGENCY, Unit.YES_NO, True)
    emergency_tests: tuple[str, ...] = enforced(
        Group.EMERGENCY, Unit.CHOICES, tuple(map(str, EmergencyTest)), EmergencyTest
    )
    emergency_decider: str = shown(
        Group.EMERGENCY, Unit.CHOICE, "committee", ("committee", "officers", "plenary")
    )
    emergency_urgency_vote: str = shown(
        Group.EMERGENCY, Unit.CHOICE, "on_appeal", ("never", "on_appeal", "always")
    )

    appeal_who: str = shown(Group.APPEAL, Unit.CHOICE, "submitter", ("submitter", "any_affiliate"))
    appeal_hours: int = shown(Group.APPEAL, Unit.HOURS, 2)
    appeal_majority: str = shown(Group.APPEAL, Unit.CHOICE, "more_than_half", SHARES)

    committee_powers: tuple[str, ...] = shown(Group.COMMITTEE, Unit.CHOICES, CAN_CHANGE, CAN_CHANGE)
    committee_wording_needs_consent: bool = shown(Group.COMMITTEE, Unit.YES_NO, True)
    composite_consent: str = shown(Group.COMMITTEE, Unit.CHOICE, "every_mover", ("every_mover", "committee"))

    withdraw_until: str = shown(Group.DEBATE, Unit.CHOICE, "voting", ("tabled", "debate", "voting"))
    mover_absent: str = shown(Group.DEBATE, Unit.CHOICE, "falls", ("falls", "postponed", "read_out"))
    mover_absent_warning_minutes: int = shown(Group.DEBATE, Unit.MINUTES, 15)
    remit_needs_consent: bool = shown(Group.DEBATE, Unit.YES_NO, True)
    remit_report_days: int = shown(Group.DEBATE, Unit.DAYS, 180)
    second_affiliates: int = shown(Group.DEBATE, Unit.AFFILIATES, 1)
    second_other_country: bool = shown(Group.DEBATE, Unit.YES_NO, True)
    speak_mover_minutes: int = shown(Group.DEBATE, Unit.MINUTES, 5)
    speak_others_minutes: int = shown(Group.DEBATE, Unit.MINUTES, 3)
    speak_reply_minutes: int = shown(Group.DEBATE, Unit.MINUTES, 3)
    speak_once: bool = shown(Group.DEBATE, Unit.YES_NO, True)
    speak_alternate: bool = shown(Group.DEBATE, Unit.YES_NO, True)

    order_amendments: str = enforced(Group.ORDER, Unit.CHOICE, "furthest_first", OrderRule)
    order_compromise_first: bool = enforced(Group.ORDER, Unit.YES_NO, True)
    order_operative_first: bool = enforced(Group.ORDER, Unit.YES_NO, True)
    alternatives_fall: bool = enforced(Group.ORDER, Unit.YES_NO, True)
    division_allowed: bool = shown(Group.ORDER, Unit.YES_NO, True)

    vote_default: str = shown(
        Group.VOTE, Unit.CHOICE, "consensus", ("consensus", "hands", "electronic", "cards", "roll_call")
    )
    vote_card_demand_affiliates: int = shown(Group.VOTE, Unit.AFFILIATES, 5)
    vote_card_demand_delegates: int = shown(Group.VOTE, Unit.NUMBER, 0)
    vote_card_demand_percent: int = shown(Group.VOTE, Unit.PERCENT, 10)
    vote_secret_demand_percent: int = shown(Group.VOTE, Unit.PERCENT, 20)
    tie_casting_vote: bool = shown(Group.VOTE, Unit.YES_NO, False)
    proxy: str = shown(Group.VOTE, Unit.CHOICE, "same_country", ("none", "same_country", "any"))
    proxy_max_per_holder: int = shown(Group.VOTE, Unit.NUMBER, 1)
    recount_affiliates: int = shown(Group.VOTE, Unit.AFFILIATES, 5)
    reconsider_who: str = shown(Group.VOTE, Unit.CHOICE, "winning_side", ("winning_side", "anyone", "nobody"))
    between_meetings: bool = shown(Group.VOTE, Unit.YES_NO, True)
    between_meetings_days: int = shown(Group.VOTE, Unit.DAYS, 7)
    between_meetings_objection: str = shown(Group.VOTE, Unit.CHOICE, "quarter", SHARES)

    weight_basis: str = enforced(Group.WEIGHT, Unit.CHOICE, "paid_up", Basis)
    weight_reference: str = shown(
        Group.WEIGHT, Unit.CHOICE, "three_year_average", ("three_year_average", "last_year", "cut_off_date")
    )
    weight_unit_members: int = enforced(Group.WEIGHT, Unit.MEMBERS, 1_000)
    weight_brackets: tuple[tuple[int, int], ...] = enforced(Group.WEIGHT, Unit.BRACKETS, ())
    weight_cap: int = enforced(Group.WEIGHT, Unit.NUMBER, 0)
    weight_taper_above_members: int = enforced(Group.WEIGHT, Unit.MEMBERS, 0)
    weight_taper_percent: int = enforced(Group.WEIGHT, Unit.PERCENT, 50)
    weight_split: bool = enforced(Group.WEIGHT, Unit.YES_NO, False)

    arrears_bar_submission: bool = enforced(Group.ELIGIBILITY, Unit.YES_NO, True)
    arrears_bar_vote: bool = enforced(Group.ELIGIBILITY, Unit.YES_NO, True)
    no_vote_on_own_case: bool = shown(Group.ELIGIBILITY, Unit.YES_NO, True)
    gender_min_percent: int = shown(Group.ELIGIBILITY, Unit.PERCENT, 40)
    gender_effect: str = shown(Group.ELIGIBILITY, Unit.CHOICE, "no_speech", ("none", "no_speech", "no_vote"))

    quorum_needed: bool = enforced(Group.QUORUM, Unit.YES_NO, True)
    quorum_measure: str = enforced(Group.QUORUM, Unit.CHOICE, "people", Measure)
    quorum_over: str = enforced(Group.QUORUM, Unit.CHOICE, "accredited", QuorumBase)
    quorum_share: str = enforced(Group.QUORUM, Unit.CHOICE, "half", SHARES)
    quorum_counted_by: str = enforced(Group.QUORUM, Unit.CHOICE, "present", CountedBy)
    quorum_when: str = shown(Group.QUORUM, Unit.CHOICE, "each_vote", ("opening", "each_vote", "on_challenge"))

    majority_base: str = enforced(Group.MAJORITY, Unit.CHOICE, "for_against", MajorityBase)
    majority_text: str = enforced(Group.MAJORITY, Unit.CHOICE, "more_than_half", SHARES)
    majority_statutes: str = enforced(Group.MAJORITY, Unit.CHOICE, "two_thirds", SHARES)
    majority_suspend_rules: str = shown(Group.MAJORITY, Unit.CHOICE, "two_thirds", SHARES)
    majority_reconsider: str = shown(Group.MAJORITY, Unit.CHOICE, "two_thirds", SHARES)
    majority_double: bool = enforced(Group.MAJORITY, Unit.YES_NO, False)

    adopt_numbering: str = shown(
        Group.PUBLISH, Unit.CHOICE, "year_body_sequence", ("year_body_sequence", "sequence")
    )
    publish_authentic_hours: int = shown(Group.PUBLISH, Unit.HOURS, 24)
    publish_translations_days: int = shown(Group.PUBLISH, Unit.DAYS, 30)
    challenge_days: int = shown(Group.PUBLISH, Unit.DAYS, 30)

    follow_ack_days: int = shown(Group.FOLLOW, Unit.DAYS, 30)
    follow_due_days: int = enforced(Group.FOLLOW, Unit.DAYS, 180)
    follow_cadence: str = shown(
        Group.FOLLOW, Unit.CHOICE, "each_executive", ("each_executive", "yearly", "each_congress")
    )
    follow_closed_by: str = shown(Group.FOLLOW, Unit.CHOICE, "secretariat", ("secretariat", "executive"))
    sunset: str = shown(Group.FOLLOW, Unit.CHOICE, "next_congress", ("none", "next_congress"))

    def __post_init__(self) -> None:
        for name, parameter in FIELDS.items():
            check(parameter, getattr(self, name))
        if self.amend_deadline_days > self.submit_deadline_days:
            raise refuse("amendments_before_texts", "amend_deadline_days", self.amend_deadline_days)
        if self.authentic_language not in self.languages:
            raise refuse("not_a_choice", "authentic_language", self.authentic_language)
        if self.weight_basis == Basis.PAID_UP and not self.weight_unit_members:
            raise refuse("too_small", "weight_unit_members", 0)
        if self.weight_basis == Basis.BRACKETS and not self.weight_brackets:
            raise refuse("brackets_missing", "weight_brackets", ())

    def as_parameters(self) -> dict[str, Any]:
        """The parameters as plain JSON values, as a version of the standing orders is kept."""
        return {name: _listed(value) for name, value in asdict(self).items()}

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, Any]) -> "StandingOrders":
        """The standing orders that kept parameters stand for; what they do not name has its default."""
        for name in parameters:
            if name not in FIELDS:
                raise Inadmissible("unknown_parameter", field=name)
        return cls(**{name: _tupled(value) for name, value in parameters.items()})


FIELDS: dict[str, Parameter] = {
    item.name: Parameter(item.name, default=item.default, **item.metadata) for item in fields(StandingOrders)
}


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value
