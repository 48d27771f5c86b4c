"""The life of the clauses of one text: who changed the words, which vote carried it, what was asked and done."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import and_, func, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.action import Action, Assignment, Report
from resolutions.records.amendment import Amendment, Conflict, Operation
from resolutions.records.assembly import Affiliate
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from resolutions.records.register.visibility import visible_amendments
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause
from resolutions.rules.roles import Actor
from resolutions.rules.states import Acceptance, ActionState, BallotState, Verification, Work

SMALLEST = 5
ASKED = (ActionState.ISSUED, ActionState.CLOSED)


@dataclass(frozen=True)
class Asked:
    """An action that a clause became, with how many it was asked of and how many are verified."""

    action: Action
    assigned: int
    verified: int


@dataclass
class ClauseLife:
    """Everything that happened to one clause."""

    wordings: list[tuple[Revision, Clause | None]] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    actions: list[Asked] = field(default_factory=list)


def operations_on(actor: Actor, resolution: Resolution) -> dict[str, list[Operation]]:
    """The operations that the reader may see, by the clause they touch; new clauses under their own id."""
    seen = (
        select(Operation)
        .join(Operation.amendment)
        .where(Amendment.resolution_id == resolution.id, visible_amendments(actor))
        .options(joinedload(Operation.amendment).joinedload(Amendment.sponsor))
        .order_by(Amendment.number, Operation.ordinal)
    )
    by_clause: dict[str, list[Operation]] = {}
    for operation in session().scalars(seen):
        by_clause.setdefault(operation.new_clause_id or operation.clause_id, []).append(operation)
    return by_clause


def declared_ballots(resolution: Resolution) -> Sequence[Ballot]:
    """The ballots on a text and its amendments whose result was declared, in order."""
    declared = select(Ballot).where(
        Ballot.resolution_id == resolution.id, Ballot.state == BallotState.DECLARED
    )
    return session().scalars(declared.order_by(Ballot.declared_at)).all()


def decision_on(resolution: Resolution) -> Ballot | None:
    """The ballot that decided the text itself, if there was one."""
    decided = [ballot for ballot in declared_ballots(resolution) if ballot.amendment_id is None]
    return decided[-1] if decided else None


def actions_on(resolution: Resolution) -> dict[str, list[Asked]]:
    """The issued actions by clause, with their counts, in two queries whatever their number."""
    done = and_(Assignment.verification == Verification.ACCEPTED, Assignment.work == Work.DONE)
    verified = func.count().filter(done)
    asked_of = func.count().filter(Assignment.acceptance != Acceptance.NOT_APPLICABLE)
    protected = func.count().filter(Affiliate.protected.is_(True))
    # Figures so small that they point at somebody who is protected are not shown.
    counts = {
        action_id: (assigned, done)
        for action_id, assigned, done, in_danger in session().execute(
            select(Assignment.action_id, asked_of, verified, protected)
            .join(Assignment.action)
            .join(Assignment.affiliate, isouter=True)
            .where(Action.resolution_id == resolution.id)
            .group_by(Assignment.action_id)
        )
        if assigned >= SMALLEST or not in_danger
    }
    issued = select(Action).where(Action.resolution_id == resolution.id, Action.state.in_(ASKED))
    by_clause: dict[str, list[Asked]] = {}
    for action in session().scalars(issued.order_by(Action.id)):
        by_clause.setdefault(action.clause_id, []).append(Asked(action, *counts.get(action.id, (0, 0))))
    return by_clause


def life_of(actor: Actor, resolution: Resolution, clause_id: str) -> ClauseLife:
    """The whole life of one clause, as far as the reader may see it."""
    life = ClauseLife()
    before: str | None = None
    for revision in resolution.revisions:
        clause = next((c for c in revision.text if c.id == clause_id), None)
        words = clause.text if clause is not None else None
        if words != before:
            life.wordings.append((revision, clause))
        before = words
    life.operations = operations_on(actor, resolution).get(clause_id, [])
    settled = select(Conflict).join(Conflict.revision).options(joinedload(Conflict.decided_by))
    life.conflicts = list(
        session().scalars(
            settled.where(Revision.resolution_id == resolution.id, Conflict.clause_id == clause_id)
        )
    )
    life.actions = actions_on(resolution).get(clause_id, [])
    return life


def reports_on(action_ids: Sequence[int]) -> Sequence[Report]:
    """All reports on these actions, the latest first; who may read which is decided by the caller's audience."""
    found = (
        select(Report)
        .join(Report.assignment)
        .where(Assignment.action_id.in_(action_ids))
        .options(
            joinedload(Report.assignment).joinedload(Assignment.affiliate),
            joinedload(Report.review),
            selectinload(Report.evidence),
        )
        .order_by(Report.reported_at.desc())
    )
    return session().scalars(found).all()
