"""The standing orders of a body: every parameter with its default, its unit and its check."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from resolutions.rules.errors import Inadmissible
from resolutions.rules.majorities import CountedBy, MajorityBase, Measure, QuorumBase, Share
from resolutions.rules.standing_orders.parameters import Group as G
from resolutions.rules.standing_orders.parameters import Parameter, check, enforced, refuse, shown
from resolutions.rules.standing_orders.parameters import Unit as U


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

    body_kind: str = shown(G.BODY, U.CHOICE, "congress", ("congress", "executive", "committee"))
    body_cycle_months: int = shown(G.BODY, U.MONTHS, 48)
    notice_convening_days: int = shown(G.BODY, U.DAYS, 120)
    languages: tuple[str, ...] = shown(G.BODY, U.LANGUAGES, ("en", "es", "fr", "de", "ru", "ja"))
    authentic_language: str = shown(G.BODY, U.LANGUAGE, "en")

    submit_who: tuple[str, ...] = enforced(G.SUBMIT, U.CHOICES, tuple(map(str, SponsorKind)), SponsorKind)
    submit_internal_mandate: bool = enforced(G.SUBMIT, U.YES_NO, False)
    submit_deadline_days: int = enforced(G.SUBMIT, U.DAYS, 90)
    submit_deadline_clock: str = enforced(G.SUBMIT, U.CLOCK, "23:59")
    submit_max_per_sponsor: int = enforced(G.SUBMIT, U.NUMBER, 0)
    submit_max_words: int = enforced(G.SUBMIT, U.WORDS, 600)
    submit_too_long: str = enforced(G.SUBMIT, U.CHOICE, "warn", Strictness)
    submit_supporters: int = enforced(G.SUBMIT, U.AFFILIATES, 0)
    submit_supporter_countries: int = enforced(G.SUBMIT, U.COUNTRIES, 0)
    submit_executive_exempt: bool = enforced(G.SUBMIT, U.YES_NO, True)
    circulate_days: int = shown(G.SUBMIT, U.DAYS, 60)
    final_agenda_days: int = shown(G.SUBMIT, U.DAYS, 21)

    amend_deadline_days: int = enforced(G.AMEND, U.DAYS, 30)
    amend_deadline_clock: str = enforced(G.AMEND, U.CLOCK, "23:59")
    amend_from_floor: bool = enforced(G.AMEND, U.YES_NO, False)
    amend_supporters: int = enforced(G.AMEND, U.AFFILIATES, 1)
    amend_degree: int = enforced(G.AMEND, U.NUMBER, 1)
    amend_many_clauses: str = enforced(G.AMEND, U.CHOICE, "warn", Strictness)
    amend_replaces_all: str = enforced(G.AMEND, U.CHOICE, "warn", Strictness)
    amend_inadmissible: tuple[str, ...] = shown(G.AMEND, U.CHOICES, GROUNDS[:4], GROUNDS)
    accept_by_mover: bool = shown(G.AMEND, U.YES_NO, True)
    accept_objection_affiliates: int = shown(G.AMEND, U.AFFILIATES, 5)

    emergency_allowed: bool = enforced(G.EMERGENCY, U.YES_NO, True)
    emergency_closes_day: int = enforced(G.EMERGENCY, U.OFFSET_DAYS, 0)
    emergency_closes_clock: str = enforced(G.EMERGENCY, U.CLOCK, "18:00")
    emergency_before_debate_hours: int = enforced(G.EMERGENCY, U.HOURS, 24)
    emergency_supporters: int = enforced(G.EMERGENCY, U.AFFILIATES, 5)
    emergency_supporter_countries: int = enforced(G.EMERGENCY, U.COUNTRIES, 5)
    emergency_executive_exempt: bool = enforced(G.EMERGENCY, U.YES_NO, True)
    emergency_tests: tuple[str, ...] = enforced(
        G.EMERGENCY, U.CHOICES, tuple(map(str, EmergencyTest)), EmergencyTest
    )
    emergency_decider: str = shown(G.EMERGENCY, U.CHOICE, "committee", ("committee", "officers", "plenary"))
    emergency_urgency_vote: str = shown(G.EMERGENCY, U.CHOICE, "on_appeal", ("never", "on_appeal", "always"))

    appeal_who: str = shown(G.APPEAL, U.CHOICE, "submitter", ("submitter", "any_affiliate"))
    appeal_hours: int = enforced(G.APPEAL, U.HOURS, 2)
    appeal_majority: str = enforced(G.APPEAL, U.CHOICE, "more_than_half", SHARES)

    committee_powers: tuple[str, ...] = shown(G.COMMITTEE, U.CHOICES, CAN_CHANGE, CAN_CHANGE)
    committee_wording_needs_consent: bool = shown(G.COMMITTEE, U.YES_NO, True)
    composite_consent: str = shown(G.COMMITTEE, U.CHOICE, "every_mover", ("every_mover", "committee"))

    withdraw_until: str = shown(G.DEBATE, U.CHOICE, "voting", ("tabled", "debate", "voting"))
    mover_absent: str = shown(G.DEBATE, U.CHOICE, "falls", ("falls", "postponed", "read_out"))
    mover_absent_warning_minutes: int = shown(G.DEBATE, U.MINUTES, 15)
    remit_needs_consent: bool = shown(G.DEBATE, U.YES_NO, True)
    remit_report_days: int = shown(G.DEBATE, U.DAYS, 180)
    second_affiliates: int = shown(G.DEBATE, U.AFFILIATES, 1)
    second_other_country: bool = shown(G.DEBATE, U.YES_NO, True)
    speak_mover_minutes: int = shown(G.DEBATE, U.MINUTES, 5)
    speak_others_minutes: int = shown(G.DEBATE, U.MINUTES, 3)
    speak_reply_minutes: int = shown(G.DEBATE, U.MINUTES, 3)
    speak_once: bool = shown(G.DEBATE, U.YES_NO, True)
    speak_alternate: bool = shown(G.DEBATE, U.YES_NO, True)

    order_amendments: str = enforced(G.ORDER, U.CHOICE, "furthest_first", OrderRule)
    order_compromise_first: bool = enforced(G.ORDER, U.YES_NO, True)
    order_operative_first: bool = enforced(G.ORDER, U.YES_NO, True)
    alternatives_fall: bool = enforced(G.ORDER, U.YES_NO, True)
    division_allowed: bool = shown(G.ORDER, U.YES_NO, True)

    vote_default: str = shown(
        G.VOTE, U.CHOICE, "consensus", ("consensus", "hands", "electronic", "cards", "roll_call")
    )
    vote_card_demand_affiliates: int = shown(G.VOTE, U.AFFILIATES, 5)
    vote_card_demand_delegates: int = shown(G.VOTE, U.NUMBER, 0)
    vote_card_demand_percent: int = shown(G.VOTE, U.PERCENT, 10)
    vote_secret_demand_percent: int = shown(G.VOTE, U.PERCENT, 20)
    tie_casting_vote: bool = shown(G.VOTE, U.YES_NO, False)
    proxy: str = shown(G.VOTE, U.CHOICE, "same_country", ("none", "same_country", "any"))
    proxy_max_per_holder: int = shown(G.VOTE, U.NUMBER, 1)
    recount_affiliates: int = shown(G.VOTE, U.AFFILIATES, 5)
    reconsider_who: str = shown(G.VOTE, U.CHOICE, "winning_side", ("winning_side", "anyone", "nobody"))
    between_meetings: bool = shown(G.VOTE, U.YES_NO, True)
    between_meetings_days: int = shown(G.VOTE, U.DAYS, 7)
    between_meetings_objection: str = shown(G.VOTE, U.CHOICE, "quarter", SHARES)

    weight_basis: str = enforced(G.WEIGHT, U.CHOICE, "paid_up", Basis)
    weight_reference: str = shown(
        G.WEIGHT, U.CHOICE, "three_year_average", ("three_year_average", "last_year", "cut_off_date")
    )
    weight_unit_members: int = enforced(G.WEIGHT, U.MEMBERS, 1_000)
    weight_brackets: tuple[tuple[int, int], ...] = enforced(G.WEIGHT, U.BRACKETS, ())
    weight_cap: int = enforced(G.WEIGHT, U.NUMBER, 0)
    weight_taper_above_members: int = enforced(G.WEIGHT, U.MEMBERS, 0)
    weight_taper_percent: int = enforced(G.WEIGHT, U.PERCENT, 50)
    weight_split: bool = enforced(G.WEIGHT, U.YES_NO, False)

    arrears_bar_submission: bool = enforced(G.ELIGIBILITY, U.YES_NO, True)
    arrears_bar_vote: bool = enforced(G.ELIGIBILITY, U.YES_NO, True)
    no_vote_on_own_case: bool = shown(G.ELIGIBILITY, U.YES_NO, True)
    gender_min_percent: int = shown(G.ELIGIBILITY, U.PERCENT, 40)
    gender_effect: str = shown(G.ELIGIBILITY, U.CHOICE, "no_speech", ("none", "no_speech", "no_vote"))

    quorum_needed: bool = enforced(G.QUORUM, U.YES_NO, True)
    quorum_measure: str = enforced(G.QUORUM, U.CHOICE, "people", Measure)
    quorum_over: str = enforced(G.QUORUM, U.CHOICE, "accredited", QuorumBase)
    quorum_share: str = enforced(G.QUORUM, U.CHOICE, "half", SHARES)
    quorum_counted_by: str = enforced(G.QUORUM, U.CHOICE, "present", CountedBy)
    quorum_when: str = shown(G.QUORUM, U.CHOICE, "each_vote", ("opening", "each_vote", "on_challenge"))

    majority_base: str = enforced(G.MAJORITY, U.CHOICE, "for_against", MajorityBase)
    majority_text: str = enforced(G.MAJORITY, U.CHOICE, "more_than_half", SHARES)
    majority_statutes: str = enforced(G.MAJORITY, U.CHOICE, "two_thirds", SHARES)
    majority_suspend_rules: str = enforced(G.MAJORITY, U.CHOICE, "two_thirds", SHARES)
    majority_reconsider: str = enforced(G.MAJORITY, U.CHOICE, "two_thirds", SHARES)
    majority_double: bool = enforced(G.MAJORITY, U.YES_NO, False)

    adopt_numbering: str = shown(
        G.PUBLISH, U.CHOICE, "year_body_sequence", ("year_body_sequence", "sequence")
    )
    publish_authentic_hours: int = shown(G.PUBLISH, U.HOURS, 24)
    publish_translations_days: int = shown(G.PUBLISH, U.DAYS, 30)
    challenge_days: int = shown(G.PUBLISH, U.DAYS, 30)

    follow_ack_days: int = shown(G.FOLLOW, U.DAYS, 30)
    follow_due_days: int = enforced(G.FOLLOW, U.DAYS, 180)
    follow_cadence: str = shown(
        G.FOLLOW, U.CHOICE, "each_executive", ("each_executive", "yearly", "each_congress")
    )
    follow_closed_by: str = shown(G.FOLLOW, U.CHOICE, "secretariat", ("secretariat", "executive"))
    sunset: str = shown(G.FOLLOW, U.CHOICE, "next_congress", ("none", "next_congress"))

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
