"""Ballots in the demo: polls of all delegates present, a show of hands, and the ballot that is open now."""

from datetime import datetime, timedelta
from typing import NamedTuple

from resolutions.demo.federation import Federation
from resolutions.demo.people import CAST
from resolutions.lifecycle.voting import casting, closing, opening
from resolutions.lifecycle.voting.casting import Choosing
from resolutions.records.assembly import Mandate
from resolutions.records.ballot import Ballot
from resolutions.records.register import people as register
from resolutions.rules.tally import Choice, Votes

OPENED, LAST = 30, 3
"""The open ballot was opened, and had its last vote so far, this many minutes ago."""
TURNOUT = 0.6


class Question(NamedTuple):
    """What is put: an amendment by its short name, or the text; and how many of a hundred are for and against."""

    meeting: str
    text: str
    amendment: str
    in_favour: int
    against: int


def _announce(federation: Federation, question: Question, method: str, at: datetime) -> Ballot:
    chair = federation.actor("chair")
    amendment = federation.amendments[question.amendment] if question.amendment else None
    return opening.announce_ballot(federation.texts[question.text], chair, amendment, method, at=at)


def _voters(federation: Federation, question: Question) -> list[Mandate]:
    mandates = federation.meetings[question.meeting].mandates
    return sorted((m for m in mandates if m.present and m.voting), key=lambda mandate: mandate.id)


def _choice(federation: Federation, question: Question) -> Choice:
    thrown = federation.dice.randrange(100)
    if thrown < question.in_favour:
        return Choice.FOR
    return Choice.AGAINST if thrown < question.in_favour + question.against else Choice.ABSTAIN


def _cast(federation: Federation, ballot: Ballot, question: Question, vote: tuple[Mandate, datetime]) -> None:
    mandate, at = vote
    choosing = Choosing(_choice(federation, question), mandate.id, f"{federation.dice.getrandbits(128):032x}")
    casting.cast_vote(ballot, register.actor_of(mandate.person), choosing, at=at)


def _finish(federation: Federation, ballot: Ballot, at: datetime) -> None:
    chair = federation.actor("chair")
    closing.close_ballot(ballot, chair, at=at)
    closing.declare_ballot(ballot, chair, at=at + timedelta(minutes=2))


def poll(federation: Federation, question: Question, at: datetime) -> None:
    """Put a question to everybody present, by name, and declare what came out."""
    ballot = _announce(federation, question, "recorded", at)
    at += timedelta(minutes=2)
    opening.open_ballot(ballot, federation.actor("chair"), at=at)
    for mandate in _voters(federation, question):
        at += timedelta(seconds=federation.dice.randint(2, 18))
        _cast(federation, ballot, question, (mandate, at))
    _finish(federation, ballot, at + timedelta(minutes=1))


def show_of_hands(federation: Federation, question: Question, at: datetime) -> None:
    """Put a question to the hall; two tellers count and agree."""
    ballot = _announce(federation, question, "hands", at)
    opening.open_ballot(ballot, federation.actor("chair"), at=at + timedelta(minutes=1))
    raised = [_choice(federation, question) for _ in _voters(federation, question)]
    hands = Votes(raised.count(Choice.FOR), raised.count(Choice.AGAINST), raised.count(Choice.ABSTAIN))
    for minutes, teller in ((3, "teller"), (4, "second_teller")):
        casting.enter_hands(ballot, federation.actor(teller), hands, at=at + timedelta(minutes=minutes))
    _finish(federation, ballot, at + timedelta(minutes=5))


def write_open(federation: Federation, question: Question) -> None:
    """Write down the ballot that is open now: most have voted, the people of the cast have not."""
    federation.diary.ago(OPENED, lambda at: _open(federation, question, at))


def _open(federation: Federation, question: Question, at: datetime) -> None:
    ballot = _announce(federation, question, "recorded", at)
    opening.open_ballot(ballot, federation.actor("chair"), at=at + timedelta(minutes=1))
    cast = {federation.people[person.short].id for person in CAST}
    voting = [
        mandate
        for mandate in _voters(federation, question)
        if mandate.person_id not in cast and federation.dice.random() < TURNOUT
    ]
    for place, mandate in enumerate(voting, start=1):
        when = at + timedelta(minutes=2) + (OPENED - LAST - 2) * timedelta(minutes=1) * place / len(voting)
        _cast(federation, ballot, question, (mandate, when))
