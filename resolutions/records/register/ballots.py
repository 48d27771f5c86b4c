"""Named reads of ballots: what is open, what was decided, who voted, what the desk lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Meeting
from resolutions.records.ballot import Ballot, RollEntry, Vote
from resolutions.records.base import session
from resolutions.records.register.amendments import changes_of
from resolutions.records.register.findings import orders_of
from resolutions.records.resolution import Resolution
from resolutions.rules.audience import may_see
from resolutions.rules.errors import NotFound
from resolutions.rules.merge import merge
from resolutions.rules.order import Tabled, order_of_voting
from resolutions.rules.roles import Actor
from resolutions.rules.states import AmendmentState, BallotState, ResolutionState

SHOWN = 100


@dataclass(frozen=True)
class Turnout:
    """How many have voted of those who can; never how."""

    voted: int
    entitled: int
    present: int
    voted_weight: int
    weight: int


def ballot_for(actor: Actor, ballot_id: int) -> Ballot:
    """The ballot with this key, for those who may read its text."""
    wanted = select(Ballot).where(Ballot.id == ballot_id)
    found = session().scalar(
        wanted.options(
            joinedload(Ballot.meeting).joinedload(Meeting.body),
            joinedload(Ballot.resolution).joinedload(Resolution.meeting),
            joinedload(Ballot.amendment).selectinload(Amendment.operations),
            joinedload(Ballot.revision),
        )
    )
    if found is None or not may_see(actor, found.resolution):
        raise NotFound("not_found")
    return found


def ballots_of(meeting_id: int) -> Sequence[Ballot]:
    """The ballots of a meeting, the latest first."""
    listed = select(Ballot).where(Ballot.meeting_id == meeting_id)
    return (
        session()
        .scalars(
            listed.options(joinedload(Ballot.resolution), joinedload(Ballot.amendment))
            .order_by(Ballot.announced_at.desc(), Ballot.id.desc())
            .limit(SHOWN)
        )
        .all()
    )


def own_entries(ballot: Ballot, actor: Actor) -> list[tuple[RollEntry, Vote | None]]:
    """The person's lines on the roll, each with the vote that counts now."""
    lines = (
        select(RollEntry, Vote)
        .outerjoin(Vote, (Vote.roll_entry_id == RollEntry.id) & Vote.current)
        .where(RollEntry.ballot_id == ballot.id, RollEntry.person_id == actor.person_id)
        .order_by(RollEntry.number)
    )
    return [(entry, vote) for entry, vote in session().execute(lines)]


def turnout(ballot: Ballot) -> Turnout:
    """How many have voted, by mandates and by weight."""
    roll = select(
        func.count(RollEntry.id),
        func.coalesce(func.sum(RollEntry.weight), 0),
        func.count(RollEntry.id).filter(RollEntry.present),
    ).where(RollEntry.ballot_id == ballot.id)
    entitled, weight, present = session().execute(roll).one()
    cast = (
        select(func.count(Vote.id), func.coalesce(func.sum(RollEntry.weight), 0))
        .join(Vote.roll_entry)
        .where(Vote.ballot_id == ballot.id, Vote.current)
    )
    voted, voted_weight = session().execute(cast).one()
    return Turnout(voted, entitled, present, int(voted_weight), int(weight))


def roll_call(ballot: Ballot) -> list[tuple[RollEntry, Vote | None]]:
    """Every line of the roll with its vote; published only after the declaration."""
    lines = (
        select(RollEntry, Vote)
        .outerjoin(Vote, (Vote.roll_entry_id == RollEntry.id) & Vote.current)
        .where(RollEntry.ballot_id == ballot.id)
        .order_by(RollEntry.affiliate_name, RollEntry.number)
    )
    return [(entry, vote) for entry, vote in session().execute(lines)]


def texts_to_decide(meeting_ids: Sequence[int]) -> Sequence[Resolution]:
    """The texts of these meetings that are in debate or ready for their final vote."""
    states = (ResolutionState.ADMITTED, ResolutionState.IN_DEBATE, ResolutionState.VOTING)
    listed = select(Resolution).where(Resolution.meeting_id.in_(meeting_ids), Resolution.state.in_(states))
    return session().scalars(listed.order_by(Resolution.state.desc(), Resolution.number)).all()


def amendments_to_put(resolution: Resolution) -> Sequence[Amendment]:
    """The admissible amendments of a text, in the order in which the standing orders put them."""
    listed = select(Amendment).where(
        Amendment.resolution_id == resolution.id, Amendment.state == AmendmentState.ADMISSIBLE
    )
    options = (
        selectinload(Amendment.operations),
        joinedload(Amendment.sponsor),
        joinedload(Amendment.revision),
    )
    found = session().scalars(listed.options(*options).order_by(Amendment.number)).all()
    return _in_order(found, resolution) if len(found) > 1 else found


def _in_order(found: Sequence[Amendment], resolution: Resolution) -> Sequence[Amendment]:
    base = resolution.revision.text
    changes = {one.label: changes_of(one, base) for one in found if one.operations}
    tabled = [Tabled(one.label, one.number or 0, changes[one.label]) for one in found if one.operations]
    clashes = merge(base, [change for those in changes.values() for change in those]).clashes
    ranks = order_of_voting(tabled, base, orders_of(resolution.meeting), clashes)
    places = {rank.amendment: rank.place for rank in ranks}
    return sorted(found, key=lambda one: places.get(one.label, len(found) + 1))


def undecided(resolution_ids: Sequence[int]) -> dict[int, list[Ballot]]:
    """The ballots under way, by text."""
    states = (BallotState.ANNOUNCED, BallotState.OPEN, BallotState.CLOSED)
    listed = select(Ballot).where(Ballot.resolution_id.in_(resolution_ids), Ballot.state.in_(states))
    found: dict[int, list[Ballot]] = {}
    for ballot in session().scalars(listed.options(joinedload(Ballot.amendment)).order_by(Ballot.id)):
        found.setdefault(ballot.resolution_id, []).append(ballot)
    return found
