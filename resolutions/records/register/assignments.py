"""Named reads of what was asked: facts to count, one assignment, lists for affiliates and for the secretariat."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.assembly import Affiliate, Meeting
from resolutions.records.base import session
from resolutions.records.resolution import Resolution, StoredFile
from resolutions.rules.errors import NotFound
from resolutions.rules.progress import AssignmentFacts
from resolutions.rules.reporting import may_follow, may_open
from resolutions.rules.roles import Actor
from resolutions.rules.states import Acceptance, ActionState, Verification, Work

PAGE = 50


@dataclass(frozen=True)
class Sought:
    """What a list of assignments is narrowed to; empty means everything."""

    verification: str = ""
    work: str = ""
    acceptance: str = ""
    region: str = ""
    page: int = 1


def facts(*conditions: ColumnElement[bool]) -> list[tuple[int, AssignmentFacts]]:
    """What counting needs, with the key of the action, in one query and without a record being built."""
    rows = session().execute(
        select(
            Assignment.action_id,
            Affiliate.code,
            Assignment.office,
            Assignment.due_on,
            Assignment.country,
            Assignment.region,
            Assignment.sectors,
            Assignment.members,
            Assignment.acceptance,
            Assignment.work,
            Assignment.verification,
            Assignment.original_due_on,
            Affiliate.protected,
        )
        .join(Assignment.action)
        .join(Assignment.affiliate, isouter=True)
        .where(*conditions)
        .order_by(Assignment.id)
    )
    return [
        (
            row.action_id,
            AssignmentFacts(
                affiliate_code=row.code or f"@{row.office}",
                due_on=row.due_on,
                country=row.country,
                region=row.region,
                sectors=tuple(row.sectors),
                members=row.members,
                acceptance=Acceptance(row.acceptance),
                work=Work(row.work),
                verification=Verification(row.verification),
                original_due_on=row.original_due_on,
                protected=bool(row.protected),
            ),
        )
        for row in rows
    ]


def facts_of(assignment: Assignment) -> AssignmentFacts:
    """The same for one record that is at hand."""
    affiliate = assignment.affiliate
    return AssignmentFacts(
        affiliate_code=affiliate.code if affiliate is not None else f"@{assignment.office}",
        due_on=assignment.due_on,
        country=assignment.country,
        region=assignment.region,
        sectors=tuple(assignment.sectors),
        members=assignment.members,
        acceptance=Acceptance(assignment.acceptance),
        work=Work(assignment.work),
        verification=Verification(assignment.verification),
        original_due_on=assignment.original_due_on,
        protected=bool(affiliate is not None and affiliate.protected),
    )


def assignment_for(actor: Actor, assignment_id: int) -> Assignment:
    """One assignment with its history, for headquarters and for the one who is asked."""
    resolution = joinedload(Assignment.action).joinedload(Action.resolution)
    found = session().scalar(
        select(Assignment)
        .where(Assignment.id == assignment_id)
        .options(
            joinedload(Assignment.affiliate),
            resolution.joinedload(Resolution.meeting).joinedload(Meeting.body),
            resolution.selectinload(Resolution.revisions),
            selectinload(Assignment.reports).options(
                joinedload(Report.author),
                joinedload(Report.review),
                selectinload(Report.evidence).joinedload(Evidence.file),
            ),
        )
    )
    if found is None or not may_follow(actor, found):
        raise NotFound("not_found")
    return found


def asked_of(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps what this person's affiliate, or an office they hold, was asked."""
    own = Assignment.office.in_([office.value for office, _ in actor.appointments])
    if actor.affiliate_id is None:
        return own
    return or_(own, Assignment.affiliate_id == actor.affiliate_id)


def our_assignments(actor: Actor) -> Sequence[Assignment]:
    """Everything this person's affiliate or office was asked, what is due first on top."""
    found = (
        select(Assignment)
        .join(Assignment.action)
        .where(asked_of(actor), Action.state.in_((ActionState.ISSUED, ActionState.CLOSED)))
        .options(
            joinedload(Assignment.action).joinedload(Action.resolution), joinedload(Assignment.affiliate)
        )
        .order_by(Assignment.due_on, Assignment.id)
    )
    return session().scalars(found).all()


def of_action(action: Action, sought: Sought) -> tuple[Sequence[Assignment], int]:
    """One page of the assignments of an action, by region and name, and how many there are in all."""
    wanted = (
        select(Assignment)
        .outerjoin(Assignment.affiliate)
        .where(
            Assignment.action_id == action.id,
            *(
                column == value
                for column, value in (
                    (Assignment.verification, sought.verification),
                    (Assignment.work, sought.work),
                    (Assignment.acceptance, sought.acceptance),
                    (Assignment.region, sought.region),
                )
                if value
            ),
        )
    )
    total = session().scalar(select(func.count()).select_from(wanted.subquery())) or 0
    page = (
        wanted.options(joinedload(Assignment.affiliate))
        .order_by(Assignment.region, Affiliate.name, Assignment.id)
        .limit(PAGE)
        .offset((max(sought.page, 1) - 1) * PAGE)
    )
    return session().scalars(page).all(), total


def to_verify(page: int = 1) -> tuple[Sequence[Assignment], int]:
    """One page of the reports that wait for the secretariat, oldest first, and how many there are in all."""
    waiting = select(Assignment).where(Assignment.verification == Verification.SUBMITTED)
    total = session().scalar(select(func.count()).select_from(waiting.subquery())) or 0
    listed = (
        waiting.options(
            joinedload(Assignment.affiliate),
            joinedload(Assignment.action).joinedload(Action.resolution),
            selectinload(Assignment.reports).joinedload(Report.author),
        )
        .order_by(Assignment.answered_at, Assignment.id)
        .limit(PAGE)
        .offset((max(page, 1) - 1) * PAGE)
    )
    return session().scalars(listed).all(), total


def undecided() -> Sequence[Assignment]:
    """Who said that it cannot be done or declined, the latest first: these answers need a decision."""
    found = (
        select(Assignment)
        .join(Assignment.action)
        .where(
            Action.state == ActionState.ISSUED,
            or_(Assignment.work == Work.CANNOT, Assignment.acceptance == Acceptance.DECLINED),
            Assignment.acceptance != Acceptance.NOT_APPLICABLE,
        )
        .options(
            joinedload(Assignment.affiliate),
            joinedload(Assignment.action).joinedload(Action.resolution),
            selectinload(Assignment.reports),
        )
        .order_by(Assignment.answered_at.desc())
        .limit(PAGE)
    )
    return session().scalars(found).all()


def evidence_for(actor: Actor, evidence_id: int) -> StoredFile:
    """A file, if this reader may open it at this moment."""
    resolution = joinedload(Assignment.action).joinedload(Action.resolution)
    found = session().scalar(
        select(Evidence)
        .where(Evidence.id == evidence_id)
        .options(
            joinedload(Evidence.file),
            joinedload(Evidence.report).options(
                joinedload(Report.review),
                joinedload(Report.assignment).options(joinedload(Assignment.affiliate), resolution),
            ),
        )
    )
    if found is None or not may_open(actor, found):
        raise NotFound("not_found")
    return found.file
