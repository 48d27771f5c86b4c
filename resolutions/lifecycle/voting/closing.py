"""Closing and declaring: the votes are sealed, counted by the rule of the opening, and take effect."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from resolutions.lifecycle.procedure import note, performs
from resolutions.lifecycle.voting.opening import roll_hash
from resolutions.records.amendment import Amendment
from resolutions.records.ballot import Ballot, HandCount, RollEntry, Vote
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.errors import Inadmissible
from resolutions.rules.hash_tree import merkle_root
from resolutions.rules.majorities import rule_hash, thawed
from resolutions.rules.roles import Actor
from resolutions.rules.states import AmendmentState, BallotState, ResolutionState
from resolutions.rules.steps import Step
from resolutions.rules.tally import (
    Attendance,
    Cast,
    Choice,
    Counts,
    Outcome,
    Result,
    Votes,
    count,
    count_hands,
    decide,
    show_of_hands_agree,
)

AMENDMENT_AFTER = {
    Outcome.CARRIED: AmendmentState.CARRIED,
    Outcome.LOST: AmendmentState.LOST,
    Outcome.NO_QUORUM: AmendmentState.ADMISSIBLE,
}
RESOLUTION_AFTER = {
    Outcome.CARRIED: ResolutionState.ADOPTED,
    Outcome.LOST: ResolutionState.REJECTED,
    Outcome.NO_QUORUM: ResolutionState.VOTING,
}


def current_votes(ballot: Ballot) -> list[Vote]:
    """The votes that count, in the order of the roll."""
    counting = (
        select(Vote)
        .join(Vote.roll_entry)
        .where(Vote.ballot_id == ballot.id, Vote.current)
        .options(joinedload(Vote.roll_entry))
        .order_by(RollEntry.number)
    )
    return list(session().scalars(counting))


def vote_line(vote: Vote) -> bytes:
    """What is sealed of one vote: the line of the roll, its weight, the choice, the receipt."""
    entry = vote.roll_entry
    return f"{entry.number}|{entry.mandate_id}|{entry.weight}|{vote.choice}|{vote.sequence}|{vote.receipt}".encode()


def root_of(votes: list[Vote]) -> str:
    """The one hash over these votes, in the order of the roll."""
    return merkle_root([vote_line(vote) for vote in votes])


def hands_of(ballot: Ballot) -> list[Votes]:
    """What the tellers counted, each on their own."""
    counted = select(HandCount).where(HandCount.ballot_id == ballot.id).order_by(HandCount.id)
    return [Votes(h.in_favour, h.against, h.abstained) for h in session().scalars(counted)]


def _check_tellers(ballot: Ballot) -> None:
    counts = hands_of(ballot)
    if len(counts) < 2:
        raise Inadmissible("two_tellers_count", counted=len(counts))
    if not all(show_of_hands_agree(counts[0], other) for other in counts[1:]):
        raise Inadmissible("the_tellers_do_not_agree")


@performs(Step.CLOSE_BALLOT)
def close_ballot(ballot: Ballot, actor: Actor, *, at: datetime) -> Ballot:
    """Close the poll; the root of all votes goes into the trail, and nothing more is counted."""
    if ballot.method == "hands":
        _check_tellers(ballot)
    votes = current_votes(ballot)
    ballot.closed_at = at
    ballot.votes_root = root_of(votes)
    note(votes=len(votes), votes_root=ballot.votes_root)
    return ballot


def counts_of(ballot: Ballot) -> Counts:
    """The votes of a ballot, counted against its own roll."""
    roll = list(ballot.roll)
    if ballot.method == "hands":
        people = {entry.person_id for entry in roll}
        hands = hands_of(ballot)[0]
        present = max(len({entry.person_id for entry in roll if entry.present}), hands.cast)
        return count_hands(hands, entitled=len(people), present=present)
    casts = [
        Cast(Choice(v.choice), v.roll_entry.weight, v.roll_entry.affiliate_code)
        for v in current_votes(ballot)
    ]
    return count(casts, entitled=_attendance(roll), present=_attendance([e for e in roll if e.present]))


def _attendance(entries: list[RollEntry]) -> Attendance:
    return Attendance(
        organisations=len({entry.affiliate_code or f"person {entry.person_id}" for entry in entries}),
        people=len({entry.mandate_id for entry in entries}),
        weight=sum(entry.weight for entry in entries),
    )


def result_of(ballot: Ballot) -> tuple[Counts, Result]:
    """The result by the rule, the roll and the votes that were sealed; if any of them was changed, none."""
    if rule_hash(ballot.rule) != ballot.rule_hash:
        raise Inadmissible("the_rule_was_changed_after_the_opening")
    if roll_hash(list(ballot.roll)) != ballot.roll_hash:
        raise Inadmissible("the_roll_or_the_votes_were_changed")
    if root_of(current_votes(ballot)) != ballot.votes_root:
        raise Inadmissible("the_roll_or_the_votes_were_changed")
    requirements, quorums = thawed(ballot.rule)
    counts = counts_of(ballot)
    return counts, decide(counts, requirements, quorums)


def _numbers(votes: Votes) -> dict[str, int]:
    return {"for": votes.for_, "against": votes.against, "abstain": votes.abstain, "divided": votes.divided}


@performs(Step.DECLARE_BALLOT)
def declare_ballot(ballot: Ballot, actor: Actor, *, at: datetime) -> Ballot:
    """Declare the result: it is computed from the roll and the votes alone, and takes effect at once."""
    counts, result = result_of(ballot)
    ballot.outcome = result.outcome.value
    ballot.declared_at = at
    ballot.state = BallotState.DECLARED
    ballot.result = result.as_data() | {
        "weight": _numbers(counts.weight),
        "organisations": _numbers(counts.organisations),
        "people": _numbers(counts.people),
        "entitled": vars(counts.entitled),
        "present": vars(counts.present),
    }
    note(outcome=ballot.outcome, weight=_numbers(counts.weight), organisations=_numbers(counts.organisations))
    if ballot.amendment is not None:
        decide_amendment(ballot.amendment, actor, AMENDMENT_AFTER[result.outcome], at=at)
    else:
        decide_resolution(ballot.resolution, actor, RESOLUTION_AFTER[result.outcome], at=at)
    return ballot


@performs(Step.DECIDE_AMENDMENT)
def decide_amendment(amendment: Amendment, actor: Actor, state: AmendmentState, *, at: datetime) -> Amendment:
    """An amendment is carried or lost; without a quorum it stands as before."""
    amendment.state = state
    return amendment


@performs(Step.DECIDE_RESOLUTION)
def decide_resolution(
    resolution: Resolution, actor: Actor, state: ResolutionState, *, at: datetime
) -> Resolution:
    """A text is adopted or rejected; without a quorum it can be put again."""
    resolution.state = state
    if state is ResolutionState.ADOPTED:
        resolution.adopted_at = at
    return resolution


@performs(Step.VOID_BALLOT)
def void_ballot(ballot: Ballot, actor: Actor, reason: str, *, at: datetime) -> Ballot:
    """Declare a ballot void, with the reason; what was put can be put again."""
    if not reason.strip():
        raise Inadmissible("a_void_ballot_needs_a_reason")
    ballot.void_reason = reason.strip()
    if ballot.amendment is not None and ballot.amendment.state == AmendmentState.IN_VOTE:
        release_amendment(ballot.amendment, actor, at=at)
    note(reason=ballot.void_reason)
    return ballot


@performs(Step.RELEASE_AMENDMENT)
def release_amendment(amendment: Amendment, actor: Actor, *, at: datetime) -> Amendment:
    """An amendment whose ballot was void stands as before."""
    return amendment
