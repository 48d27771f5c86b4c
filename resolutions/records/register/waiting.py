"""What waits for somebody: the lists behind “Now” and the committee's desk."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from resolutions.records.action import Action, Assignment
from resolutions.records.amendment import Amendment
from resolutions.records.assembly import Meeting
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from resolutions.records.resolution import CoSponsorship, Resolution
from resolutions.rules.roles import Actor, Office
from resolutions.rules.states import (
    Acceptance,
    ActionState,
    AmendmentState,
    BallotState,
    MeetingState,
    ResolutionState,
    Verification,
    Work,
)

ANSWERED = (Acceptance.DECLINED, Acceptance.NOT_APPLICABLE)
TO_ANSWER = (Verification.NOTHING, Verification.RETURNED)
SHOWN = 12


def submitted_amendments() -> Sequence[Amendment]:
    """The amendments that wait for the committee's ruling, oldest first."""
    waiting = select(Amendment).where(Amendment.state == AmendmentState.SUBMITTED)
    return session().scalars(_with_text(waiting).order_by(Amendment.submitted_at)).all()


def _with_text(query: Select[Amendment]) -> Select[Amendment]:
    return query.options(joinedload(Amendment.resolution), joinedload(Amendment.sponsor))


def texts_in(*states: ResolutionState) -> Sequence[Resolution]:
    """The texts in these states, by number."""
    found = select(Resolution).where(Resolution.state.in_(states)).options(joinedload(Resolution.sponsor))
    return session().scalars(found.order_by(Resolution.number)).all()


def texts_in_debate() -> Sequence[Resolution]:
    """The texts whose amendments are being decided."""
    return texts_in(ResolutionState.IN_DEBATE)


def open_ballots_for(actor: Actor) -> Sequence[Ballot]:
    """The open ballots of the meetings at which this person has a vote."""
    meetings = {mandate.meeting_id for mandate in actor.mandates if mandate.voting}
    found = select(Ballot).where(Ballot.state == BallotState.OPEN, Ballot.meeting_id.in_(meetings))
    return session().scalars(found.options(joinedload(Ballot.resolution), joinedload(Ballot.amendment))).all()


def assignments_of(actor: Actor) -> Sequence[Assignment]:
    """What this person's affiliate or office was asked and has still to answer, most urgent first."""
    offices = [office.value for office, _ in actor.appointments]
    mine: ColumnElement[bool] = Assignment.office.in_(offices)
    if actor.affiliate_id is not None and actor.holds(Office.OFFICER):
        mine = mine | (Assignment.affiliate_id == actor.affiliate_id)
    accepted = Assignment.verification == Verification.ACCEPTED
    found = (
        select(Assignment)
        .join(Assignment.action)
        .where(
            mine,
            Action.state == ActionState.ISSUED,
            Assignment.acceptance.not_in(ANSWERED),
            or_(Assignment.verification.in_(TO_ANSWER), and_(accepted, Assignment.work == Work.UNDER_WAY)),
        )
        .options(joinedload(Assignment.action).joinedload(Action.resolution))
        .order_by(Assignment.due_on)
        .limit(SHOWN)
    )
    return session().scalars(found).all()


def reports_to_verify(actor: Actor) -> Sequence[Assignment]:
    """The reports that wait for the secretariat, for those who hold that office."""
    if not actor.holds(Office.SECRETARIAT):
        return []
    found = (
        select(Assignment)
        .where(Assignment.verification == Verification.SUBMITTED)
        .options(
            joinedload(Assignment.affiliate), joinedload(Assignment.action).joinedload(Action.resolution)
        )
        .order_by(Assignment.answered_at)
        .limit(SHOWN)
    )
    return session().scalars(found).all()


def own_texts(actor: Actor) -> Sequence[Resolution]:
    """The drafts and submitted texts of this person and their affiliate."""
    if not actor.signed_in:
        return []
    mine = Resolution.author_id == actor.person_id
    if actor.affiliate_id is not None:
        mine = mine | (Resolution.sponsor_id == actor.affiliate_id)
    states = (ResolutionState.DRAFT, ResolutionState.SUBMITTED)
    found = (
        select(Resolution).where(mine, Resolution.state.in_(states)).order_by(Resolution.drafted_at.desc())
    )
    return session().scalars(found.limit(SHOWN)).all()


def own_amendments(actor: Actor) -> Sequence[Amendment]:
    """The amendments of this person and their affiliate that are not decided yet."""
    if not actor.signed_in:
        return []
    mine = Amendment.author_id == actor.person_id
    if actor.affiliate_id is not None:
        mine = mine | (Amendment.sponsor_id == actor.affiliate_id)
    states = (
        AmendmentState.DRAFT,
        AmendmentState.SUBMITTED,
        AmendmentState.ADMISSIBLE,
        AmendmentState.IN_VOTE,
    )
    found = _with_text(select(Amendment).where(mine, Amendment.state.in_(states)))
    return session().scalars(found.order_by(Amendment.drafted_at.desc()).limit(SHOWN)).all()


def co_sponsorships_asked(actor: Actor) -> Sequence[CoSponsorship]:
    """The texts that this person's affiliate was asked to co-sponsor."""
    if actor.affiliate_id is None:
        return []
    found = (
        select(CoSponsorship)
        .join(CoSponsorship.resolution)
        .where(
            CoSponsorship.affiliate_id == actor.affiliate_id,
            CoSponsorship.confirmed_at.is_(None),
            Resolution.state.in_((ResolutionState.DRAFT, ResolutionState.SUBMITTED)),
        )
        .options(joinedload(CoSponsorship.resolution).joinedload(Resolution.sponsor))
    )
    return session().scalars(found).all()


def meetings_at_work() -> Sequence[Meeting]:
    """The meetings that are convened or in session, the next one first."""
    states = (MeetingState.OPEN, MeetingState.CONVENED)
    found = select(Meeting).where(Meeting.state.in_(states)).options(joinedload(Meeting.body))
    return session().scalars(found.order_by(Meeting.opens_at)).all()
