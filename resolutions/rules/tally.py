"""From votes to a result: whole numbers only, and every step of the arithmetic kept as data."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from resolutions.rules.errors import Inadmissible
from resolutions.rules.majorities import (
    CountedBy,
    MajorityBase,
    Measure,
    Quorum,
    QuorumBase,
    Requirement,
    Share,
)
from resolutions.rules.standing_orders.orders import StandingOrders


class Choice(StrEnum):
    """What a vote says."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Matter(StrEnum):
    """What is put to the vote, as far as the majority depends on it."""

    TEXT = "text"
    AMENDMENT = "amendment"
    STATUTES = "statutes"
    SUSPEND_RULES = "suspend_rules"
    RECONSIDER = "reconsider"
    APPEAL = "appeal"


class Outcome(StrEnum):
    """What a ballot came to."""

    CARRIED = "carried"
    LOST = "lost"
    NO_QUORUM = "no_quorum"


class Reason(StrEnum):
    """Why a ballot came to its outcome."""

    ENOUGH = "enough"
    NOT_ENOUGH = "not_enough"
    TIE = "tie"
    NO_VOTES = "no_votes"
    TOO_FEW_THERE = "too_few_there"


@dataclass(frozen=True)
class Cast:
    """One mandate's vote; mandates that name the same organisation make one card."""

    choice: Choice
    weight: int = 1
    organisation: str = ""

    def __post_init__(self) -> None:
        if self.weight < 1:
            raise Inadmissible("weight_not_positive", weight=self.weight)


@dataclass(frozen=True)
class Votes:
    """Votes by choice in one measure; `divided` are organisations whose mandates did not agree."""

    for_: int = 0
    against: int = 0
    abstain: int = 0
    divided: int = 0

    @property
    def for_against(self) -> int:
        """Votes that take a side."""
        return self.for_ + self.against

    @property
    def cast(self) -> int:
        """All votes, abstentions and divided organisations included."""
        return self.for_against + self.abstain + self.divided


@dataclass(frozen=True)
class Attendance:
    """A number of organisations, of people, and of the votes they carry."""

    organisations: int = 0
    people: int = 0
    weight: int = 0

    def of(self, measure: Measure) -> int:
        """The number in one measure."""
        return {
            Measure.ORGANISATIONS: self.organisations,
            Measure.PEOPLE: self.people,
            Measure.WEIGHT: self.weight,
        }[measure]

    def at_least(self, other: "Attendance") -> "Attendance":
        """The larger number of the two in each measure."""
        return Attendance(
            max(self.organisations, other.organisations),
            max(self.people, other.people),
            max(self.weight, other.weight),
        )


@dataclass(frozen=True)
class Counts:
    """What was counted: votes in every measure, and who could have voted, was accredited, present, voting."""

    weight: Votes
    organisations: Votes
    people: Votes
    entitled: Attendance
    accredited: Attendance
    present: Attendance
    cast: Attendance
    spoiled: int = 0

    def votes(self, measure: Measure) -> Votes:
        """The votes in one measure."""
        return {
            Measure.ORGANISATIONS: self.organisations,
            Measure.PEOPLE: self.people,
            Measure.WEIGHT: self.weight,
        }[measure]


@dataclass(frozen=True)
class Comparison:
    """One line of the arithmetic: `part` of `whole` against a fraction, and the least part that would do."""

    measure: Measure
    base: str
    part: int
    whole: int
    numerator: int
    denominator: int
    strict: bool
    needed: int
    met: bool

    @property
    def sign(self) -> str:
        """How part and share are compared."""
        return ">" if self.strict else "≥"


@dataclass(frozen=True)
class Result:
    """The outcome of a ballot with all that led to it."""

    outcome: Outcome
    reason: Reason
    quorums: tuple[Comparison, ...]
    majorities: tuple[Comparison, ...]

    def as_data(self) -> dict[str, Any]:
        """The result as it is kept in the record and published: plain JSON values."""
        data: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return data


def _compared(
    rule: Requirement | Quorum, measure: Measure, base: str, *, part: int, whole: int
) -> Comparison:
    numerator, denominator = rule.numerator, rule.denominator
    # The least whole number above (strict) or not below the share; a base of nothing is never met.
    least = numerator * whole // denominator + 1 if rule.strict else -(-numerator * whole // denominator)
    met = whole > 0 and part >= least
    return Comparison(measure, base, part, whole, numerator, denominator, rule.strict, max(least, 1), met)


def _by_choice(amounts: Iterable[tuple[Choice | None, int]]) -> Votes:
    sums: dict[Choice | None, int] = {}
    for choice, amount in amounts:
        sums[choice] = sums.get(choice, 0) + amount
    return Votes(*(sums.get(choice, 0) for choice in (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, None)))


def _of_organisations(casts: Sequence[Cast]) -> Votes:
    choices: dict[str, set[Choice]] = {}
    for number, cast in enumerate(casts):
        choices.setdefault(cast.organisation or f"\0{number}", set()).add(cast.choice)
    return _by_choice((next(iter(said)) if len(said) == 1 else None, 1) for said in choices.values())


def count(
    casts: Iterable[Cast],
    *,
    entitled: Attendance,
    accredited: Attendance | None = None,
    present: Attendance | None = None,
) -> Counts:
    """Count the votes by weight, by organisation and by person; whoever voted was present."""
    casts = tuple(casts)
    weight = _by_choice((cast.choice, cast.weight) for cast in casts)
    organisations = _of_organisations(casts)
    people = _by_choice((cast.choice, 1) for cast in casts)
    voting = Attendance(organisations.cast, people.cast, weight.cast)
    if voting.weight > entitled.weight:
        raise Inadmissible("more_votes_than_entitled", cast=voting.weight, entitled=entitled.weight)
    there = voting if present is None else present.at_least(voting)
    return Counts(weight, organisations, people, entitled, accredited or entitled, there, voting)


def count_hands(hands: Votes, *, entitled: int, present: int) -> Counts:
    """Counts of a show of hands: every person one vote, and nobody's name."""
    if not hands.cast <= present <= entitled:
        raise Inadmissible("more_hands_than_people", cast=hands.cast, present=present, entitled=entitled)
    everyone, there, voting = (Attendance(n, n, n) for n in (entitled, present, hands.cast))
    return Counts(hands, hands, hands, everyone, everyone, there, voting)


def show_of_hands_agree(first: Votes, second: Votes) -> bool:
    """Whether two tellers counted the same hands."""
    return first == second


def _majority(counts: Counts, requirement: Requirement) -> Comparison:
    unit, votes = requirement.unit, counts.votes(requirement.unit)
    whole = {
        MajorityBase.FOR_AGAINST: votes.for_against,
        MajorityBase.CAST: votes.cast,
        MajorityBase.PRESENT: counts.present.of(unit),
        MajorityBase.ENTITLED: counts.entitled.of(unit),
    }[requirement.base]
    return _compared(requirement, unit, requirement.base, part=votes.for_, whole=whole)


def _quorum(counts: Counts, quorum: Quorum) -> Comparison:
    there = counts.present if quorum.counted_by is CountedBy.PRESENT else counts.cast
    whole = counts.entitled if quorum.over is QuorumBase.ENTITLED else counts.accredited
    measure = quorum.measure
    return _compared(quorum, measure, quorum.over, part=there.of(measure), whole=whole.of(measure))


def _reason(counts: Counts, requirements: Sequence[Requirement], carried: bool) -> Reason:
    if carried:
        return Reason.ENOUGH
    votes = counts.votes(requirements[0].unit)
    if votes.cast == 0:
        return Reason.NO_VOTES
    return Reason.TIE if votes.for_ == votes.against and votes.for_ > 0 else Reason.NOT_ENOUGH


def decide(counts: Counts, requirements: Sequence[Requirement], quorums: Sequence[Quorum] = ()) -> Result:
    """The result: nothing without every quorum, carried only with every majority; a tie is not carried."""
    if not requirements:
        raise Inadmissible("majority_missing")
    attendance = tuple(_quorum(counts, quorum) for quorum in quorums)
    majorities = tuple(_majority(counts, requirement) for requirement in requirements)
    if not all(line.met for line in attendance):
        return Result(Outcome.NO_QUORUM, Reason.TOO_FEW_THERE, attendance, majorities)
    carried = all(line.met for line in majorities)
    outcome = Outcome.CARRIED if carried else Outcome.LOST
    return Result(outcome, _reason(counts, requirements, carried), attendance, majorities)


def requirement_from(
    orders: StandingOrders, matter: Matter, unit: Measure = Measure.WEIGHT
) -> tuple[Requirement, ...]:
    """The majorities that the standing orders ask for; on a show of hands the unit is people."""
    share = {
        Matter.TEXT: orders.majority_text,
        Matter.AMENDMENT: orders.majority_text,
        Matter.STATUTES: orders.majority_statutes,
        Matter.SUSPEND_RULES: orders.majority_suspend_rules,
        Matter.RECONSIDER: orders.majority_reconsider,
        Matter.APPEAL: orders.appeal_majority,
    }[matter]
    base = MajorityBase(orders.majority_base)
    double = orders.majority_double and unit is Measure.WEIGHT
    units = (unit, Measure.ORGANISATIONS) if double else (unit,)
    return tuple(Requirement(base, *Share(share).fraction, each) for each in units)


def quorum_from(orders: StandingOrders) -> tuple[Quorum, ...]:
    """The quorums that the standing orders ask for; none where they ask for none."""
    if not orders.quorum_needed:
        return ()
    return (
        Quorum(
            Measure(orders.quorum_measure),
            QuorumBase(orders.quorum_over),
            *Share(orders.quorum_share).fraction,
            CountedBy(orders.quorum_counted_by),
        ),
    )
