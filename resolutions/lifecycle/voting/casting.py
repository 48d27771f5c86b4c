"""Casting: one choice of one mandate, changed until the close, on record before it is acknowledged."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update

from resolutions.lifecycle.procedure import note, performs
from resolutions.records.ballot import Ballot, HandCount, RollEntry, Vote
from resolutions.records.base import session
from resolutions.rules.errors import Inadmissible, NotPermitted
from resolutions.rules.roles import Actor
from resolutions.rules.steps import Step
from resolutions.rules.tally import Choice, Votes

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RECEIPT_LENGTH = 8
KEY_LENGTH = 64


@dataclass(frozen=True)
class Choosing:
    """What a voter sends: the choice, for which mandate, and a key that makes a resent vote the same vote."""

    choice: str
    mandate_id: int
    key: str


def _entry(ballot: Ballot, actor: Actor, mandate_id: int) -> RollEntry:
    """The voter's own line on the roll, locked, so that two devices of one voter queue here."""
    own = (
        select(RollEntry)
        .where(
            RollEntry.ballot_id == ballot.id,
            RollEntry.mandate_id == mandate_id,
            RollEntry.person_id == actor.person_id,
        )
        .with_for_update()
    )
    entry = session().scalar(own)
    if entry is None:
        raise NotPermitted("not_on_the_roll")
    return entry


@performs(Step.CAST_VOTE, chained=False)
def cast_vote(ballot: Ballot, actor: Actor, choosing: Choosing, *, at: datetime) -> Vote:
    """Put a choice on record; a later one supersedes it, and the last before the close counts.

    The vote is its own record: the trail takes the root of all votes at the close.
    """
    if ballot.method != "recorded":
        raise Inadmissible("hands_are_counted_in_the_hall")
    if choosing.choice not in list(Choice):
        raise Inadmissible("choose_for_against_or_abstain")
    entry = _entry(ballot, actor, choosing.mandate_id)
    choosing = replace(choosing, key=choosing.key[:KEY_LENGTH])
    same = select(Vote).where(Vote.roll_entry_id == entry.id, Vote.key == choosing.key)
    if (sent := session().scalar(same)) is not None:
        if sent.choice != choosing.choice:
            raise Inadmissible("this_key_was_used_for_another_choice")
        return sent
    return _supersede(ballot, entry, choosing, at)


def _supersede(ballot: Ballot, entry: RollEntry, choosing: Choosing, at: datetime) -> Vote:
    latest = select(Vote).where(Vote.roll_entry_id == entry.id).order_by(Vote.sequence.desc()).limit(1)
    before = session().scalar(latest)
    session().execute(update(Vote).where(Vote.roll_entry_id == entry.id, Vote.current).values(current=False))
    vote = Vote(
        ballot_id=ballot.id,
        roll_entry_id=entry.id,
        sequence=before.sequence + 1 if before else 1,
        choice=choosing.choice,
        cast_at=at,
        key=choosing.key,
        receipt="".join(secrets.choice(ALPHABET) for _ in range(RECEIPT_LENGTH)),
    )
    session().add(vote)
    session().flush()
    return vote


@performs(Step.ENTER_HANDS)
def enter_hands(ballot: Ballot, actor: Actor, hands: Votes, *, at: datetime) -> HandCount:
    """Enter what one teller counted; a teller may correct the own count until the close."""
    if ballot.method != "hands":
        raise Inadmissible("votes_are_recorded_by_name")
    people = len({entry.person_id for entry in ballot.roll})
    if min(hands.for_, hands.against, hands.abstain) < 0 or hands.cast > people:
        raise Inadmissible("more_hands_than_people", cast=hands.cast, entitled=people)
    own = select(HandCount).where(HandCount.ballot_id == ballot.id, HandCount.teller_id == actor.person_id)
    counted = session().scalar(own) or HandCount(ballot=ballot, teller_id=actor.person_id)
    counted.in_favour, counted.against, counted.abstained = hands.for_, hands.against, hands.abstain
    counted.counted_at = at
    session().add(counted)
    note(in_favour=hands.for_, against=hands.against, abstained=hands.abstain)
    return counted
