"""Announcing and opening: the question, its rule, and the roll as it is copied at the opening."""

import hashlib
import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from resolutions.lifecycle.procedure import note, performs
from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Mandate, Meeting
from resolutions.records.ballot import Ballot, RollEntry
from resolutions.records.base import session
from resolutions.records.register.findings import orders_of
from resolutions.records.resolution import Resolution
from resolutions.rules.errors import Conflict, Inadmissible
from resolutions.rules.majorities import Measure, frozen, rule_hash
from resolutions.rules.roles import Actor
from resolutions.rules.states import AmendmentState, BallotState, ResolutionState
from resolutions.rules.steps import Step
from resolutions.rules.tally import Matter, quorum_from, requirement_from

METHODS = ("recorded", "hands")
UNDECIDED = (BallotState.ANNOUNCED, BallotState.OPEN, BallotState.CLOSED)


def _check_question(resolution: Resolution, amendment: Amendment | None) -> None:
    if amendment is None:
        if resolution.state != ResolutionState.VOTING:
            raise Inadmissible("the_text_is_voted_after_its_amendments")
        return
    if amendment.resolution_id != resolution.id or amendment.state != AmendmentState.ADMISSIBLE:
        raise Inadmissible("only_an_admissible_amendment_is_put", amendment=amendment.label)
    if resolution.state != ResolutionState.IN_DEBATE:
        raise Inadmissible("amendments_are_put_during_the_debate")


def _check_alone(resolution: Resolution, amendment: Amendment | None) -> None:
    same = select(Ballot.id).where(
        Ballot.resolution_id == resolution.id,
        Ballot.amendment_id == (amendment.id if amendment else None),
        Ballot.state.in_(UNDECIDED),
    )
    if session().scalar(same) is not None:
        raise Conflict("this_question_is_being_decided")


@performs(Step.ANNOUNCE_BALLOT)
def announce_ballot(
    resolution: Resolution, actor: Actor, amendment: Amendment | None, method: str, *, at: datetime
) -> Ballot:
    """Say what is put, by which method, and what majority it needs; nobody can vote yet."""
    if method not in METHODS:
        raise Inadmissible("this_method_is_not_offered", method=method)
    _check_question(resolution, amendment)
    _check_alone(resolution, amendment)
    orders = orders_of(resolution.meeting)
    matter = Matter.TEXT if amendment is None else Matter.AMENDMENT
    unit = Measure.WEIGHT if method == "recorded" else Measure.PEOPLE
    ballot = Ballot(
        meeting=resolution.meeting,
        resolution=resolution,
        amendment=amendment,
        revision=resolution.revision,
        method=method,
        rule=frozen(requirement_from(orders, matter, unit), quorum_from(orders)),
        announced_at=at,
    )
    session().add(ballot)
    session().flush()
    note(method=method, amendment=amendment.label if amendment else None, revision=ballot.revision.ordinal)
    return ballot


def _may_vote(mandate: Mandate, *, bars_arrears: bool) -> bool:
    affiliate = mandate.affiliate
    return (
        affiliate is None
        or affiliate.in_good_standing
        or not (bars_arrears or affiliate.standing == "suspended")
    )


def _roll(ballot: Ballot) -> list[RollEntry]:
    """A copy of every right to vote as it is now: names, weights, presence."""
    bars = orders_of(ballot.meeting).arrears_bar_vote
    voting = (
        select(Mandate)
        .where(Mandate.meeting_id == ballot.meeting_id, Mandate.voting)
        .options(joinedload(Mandate.person), joinedload(Mandate.affiliate))
        .order_by(Mandate.id)
    )
    entitled = [m for m in session().scalars(voting) if _may_vote(m, bars_arrears=bars)]
    return [_entry(ballot, number, mandate) for number, mandate in enumerate(entitled, start=1)]


def _entry(ballot: Ballot, number: int, mandate: Mandate) -> RollEntry:
    affiliate = mandate.affiliate
    return RollEntry(
        ballot=ballot,
        number=number,
        mandate_id=mandate.id,
        person_id=mandate.person_id,
        person_name=mandate.person.name,
        affiliate_code=affiliate.code if affiliate else "",
        affiliate_name=affiliate.name if affiliate else "",
        country=affiliate.country if affiliate else "",
        region=affiliate.region if affiliate else "",
        weight=mandate.weight,
        members_paid=mandate.members_paid,
        present=mandate.present,
        protected=mandate.person.protected or bool(affiliate and affiliate.protected),
    )


def roll_hash(roll: list[RollEntry]) -> str:
    """The fingerprint of a roll: who may vote, with what weight, and who is present."""
    lines = [[e.number, e.mandate_id, e.person_id, e.affiliate_code, e.weight, e.present] for e in roll]
    canonical = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@performs(Step.OPEN_BALLOT)
def open_ballot(ballot: Ballot, actor: Actor, *, at: datetime) -> Ballot:
    """Open the poll: the rule is frozen and the roll copied; what changes later does not touch them."""
    # Two openings at one meeting queue here, so that the second one sees the first.
    session().execute(
        select(Meeting.id).where(Meeting.id == ballot.meeting_id).with_for_update(key_share=True)
    )
    other = select(Ballot.id).where(Ballot.meeting_id == ballot.meeting_id, Ballot.state == BallotState.OPEN)
    if session().scalar(other) is not None:
        raise Conflict("another_ballot_is_open")
    roll = _roll(ballot)
    if not roll:
        raise Inadmissible("nobody_can_vote")
    session().add_all(roll)
    ballot.opened_at = at
    ballot.rule_hash = rule_hash(ballot.rule)
    ballot.roll_hash = roll_hash(roll)
    if ballot.amendment is not None:
        put_amendment(ballot.amendment, actor, at=at)
    note(rule_hash=ballot.rule_hash, roll_hash=ballot.roll_hash, entitled=len(roll))
    return ballot


@performs(Step.PUT_AMENDMENT)
def put_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Amendment:
    """An amendment is being voted on: nothing else can happen to it."""
    return amendment
