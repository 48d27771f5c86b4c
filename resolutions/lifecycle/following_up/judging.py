"""Judging: what the secretariat makes of the reports, and when an action and a follow-up are over."""

from datetime import datetime

from sqlalchemy import func, select

from resolutions.lifecycle.following_up.notices import Letter, post
from resolutions.lifecycle.procedure import note, performs
from resolutions.records.action import Action, Assignment, Review
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.errors import Inadmissible, OutOfOrder
from resolutions.rules.roles import Actor
from resolutions.rules.states import Acceptance, ActionState, Verification
from resolutions.rules.steps import Step


def _review(assignment: Assignment, actor: Actor, decision: tuple[str, str], at: datetime) -> Review:
    """Decide on the latest report; the ones before it are history."""
    decided, reason = decision
    latest = assignment.reports[-1]
    review = Review(
        report=latest, reviewer_id=actor.person_id, decision=decided, reason=reason, reviewed_at=at
    )
    session().add(review)
    note(report=latest.ordinal, decision=decided)
    return review


@performs(Step.ACCEPT_REPORT)
def accept_report(assignment: Assignment, actor: Actor, remark: str = "", *, at: datetime) -> Assignment:
    """Find that the report holds; from now on it counts."""
    _review(assignment, actor, ("accepted", remark.strip()), at)
    return assignment


@performs(Step.RETURN_REPORT)
def return_report(
    assignment: Assignment, actor: Actor, question: str, letter: Letter | None = None, *, at: datetime
) -> Assignment:
    """Give a report back with a question; the next report answers it."""
    if assignment.action.state != ActionState.ISSUED:
        raise OutOfOrder("the_action_is_closed")
    if not question.strip():
        raise Inadmissible("a_returned_report_needs_a_question")
    _review(assignment, actor, ("returned", question.strip()), at)
    post(assignment, letter, at)
    return assignment


def _waiting(action: Action) -> int:
    """How many were asked and are neither verified nor have said no."""
    settled = (Acceptance.DECLINED, Acceptance.NOT_APPLICABLE)
    return (
        session().scalar(
            select(func.count(Assignment.id)).where(
                Assignment.action_id == action.id,
                Assignment.acceptance.not_in(settled),
                Assignment.verification != Verification.ACCEPTED,
            )
        )
        or 0
    )


@performs(Step.CLOSE_ACTION)
def close_action(action: Action, actor: Actor, reason: str = "", *, at: datetime) -> Action:
    """End an action; with answers outstanding the reason is written down."""
    waiting = _waiting(action)
    if waiting and not reason.strip():
        raise Inadmissible("answers_are_outstanding", count=waiting)
    action.ruling = reason.strip()
    note(outstanding=waiting, reason=action.ruling)
    return action


@performs(Step.CLOSE_FOLLOW_UP)
def close_follow_up(resolution: Resolution, actor: Actor, reason: str = "", *, at: datetime) -> Resolution:
    """Find that a text was carried out as far as it will be; with actions open the reason is written down."""
    still_open = session().scalar(
        select(func.count(Action.id)).where(
            Action.resolution_id == resolution.id,
            Action.state.in_((ActionState.PROPOSED, ActionState.ISSUED)),
        )
    )
    if still_open and not reason.strip():
        raise Inadmissible("actions_are_open", count=still_open)
    note(open_actions=still_open, reason=reason.strip())
    return resolution
