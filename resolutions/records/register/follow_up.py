"""Named reads of what was done: actions with their figures, the board, and what the public may see."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from resolutions.records.action import Action, Assignment, Evidence, Report
from resolutions.records.assembly import AffiliateList, Meeting
from resolutions.records.base import session
from resolutions.records.register.assignments import facts
from resolutions.records.resolution import Resolution
from resolutions.rules.errors import NotFound
from resolutions.rules.progress import (
    ELSEWHERE,
    AssignmentFacts,
    Key,
    Progress,
    Standing,
    by,
    overdue,
    progress,
    public_counts,
    standing_of,
)
from resolutions.rules.reporting import Visibility, in_danger, may_open, may_read, verified
from resolutions.rules.roles import STRANGER, Actor
from resolutions.rules.states import RESOLUTION_AUDIENCE, ActionState, Audience, ResolutionState, Verification

SMALLEST = 5
ASKED = (ActionState.ISSUED, ActionState.CLOSED)


@dataclass(frozen=True)
class Measured:
    """An action with its figures, and for the board: why it slips and where."""

    action: Action
    progress: Progress
    why: tuple[tuple[Standing, int], ...] = ()
    where: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Board:
    """What the general secretary looks at: all actions that are out, the slipping ones first."""

    actions: tuple[Measured, ...]
    regions: tuple[tuple[str, Progress], ...]
    total: Progress
    to_verify: int


@dataclass(frozen=True)
class ReadableReport:
    """A report as one reader may see it, with the files that this reader may open."""

    report: Report
    files: tuple[Evidence, ...]


@dataclass(frozen=True)
class PublicReport:
    """One line of the public timeline; without `report` its reporter is somebody who must not be pointed at."""

    day: date
    region: str
    what: str
    report: Report | None = None
    files: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Done:
    """What has been done since a text was adopted, as everybody may know it."""

    progress: Progress
    actions: tuple[Measured, ...] = ()
    regions: tuple[tuple[str, Progress], ...] = ()
    reports: tuple[PublicReport, ...] = ()
    next_due: date | None = None
    merged: bool = field(default=False)


def _slipping(action: Action, found: Sequence[AssignmentFacts], today: date) -> Measured:
    late = [each for each in found if overdue(each, today)]
    why = Counter(standing_of(each) for each in late)
    where = Counter(each.region for each in late)
    return Measured(action, progress(found, today), tuple(why.most_common()), tuple(where.most_common(3)))


def _by_action(found: Iterable[tuple[int, AssignmentFacts]]) -> dict[int, list[AssignmentFacts]]:
    grouped: dict[int, list[AssignmentFacts]] = {}
    for action_id, each in found:
        grouped.setdefault(action_id, []).append(each)
    return grouped


def board(today: date) -> Board:
    """Everything that is out, in a number of queries that does not grow with it."""
    issued = (
        select(Action)
        .where(Action.state == ActionState.ISSUED)
        .options(joinedload(Action.resolution))
        .order_by(Action.due_on, Action.id)
    )
    grouped = _by_action(facts(Action.state == ActionState.ISSUED))
    rows = [
        _slipping(action, grouped.get(action.id, []), today) for action in session().scalars(issued).all()
    ]
    rows.sort(key=lambda row: -row.progress.overdue.organisations)
    everything = [each for group in grouped.values() for each in group]
    waiting = select(func.count(Assignment.id)).where(Assignment.verification == Verification.SUBMITTED)
    return Board(
        actions=tuple(rows),
        regions=tuple(
            (region, progress(group, today)) for region, group in by(everything, Key.REGION).items()
        ),
        total=progress(everything, today),
        to_verify=session().scalar(waiting) or 0,
    )


def action_by_id(action_id: int) -> Action:
    """One action with the text that it goes back to."""
    resolution = joinedload(Action.resolution)
    found = session().scalar(
        select(Action)
        .where(Action.id == action_id)
        .options(
            resolution.joinedload(Resolution.meeting).joinedload(Meeting.body),
            resolution.selectinload(Resolution.revisions),
        )
    )
    if found is None:
        raise NotFound("not_found")
    return found


def measured(action: Action, today: date) -> Measured:
    """One action with its figures."""
    return _slipping(action, [each for _, each in facts(Assignment.action_id == action.id)], today)


def actions_of(resolution: Resolution, today: date | None = None) -> tuple[Measured, ...]:
    """All actions on a text, proposals included, with their figures."""
    found = select(Action).where(Action.resolution_id == resolution.id).order_by(Action.id)
    grouped = _by_action(facts(Action.resolution_id == resolution.id))
    day = today or date.min
    return tuple(
        _slipping(action, grouped.get(action.id, []), day) for action in session().scalars(found).all()
    )


def actions_of_clause(resolution: Resolution, clause_id: str) -> tuple[Measured, ...]:
    """The actions that one clause became and that went out, with their figures."""
    return tuple(
        row
        for row in actions_of(resolution)
        if row.action.clause_id == clause_id and row.action.state in ASKED
    )


def lists() -> Sequence[AffiliateList]:
    """The lists of affiliates that are kept by hand."""
    return session().scalars(select(AffiliateList).order_by(AffiliateList.name)).all()


def _reports(resolution: Resolution) -> Sequence[Report]:
    found = (
        select(Report)
        .join(Report.assignment)
        .join(Assignment.action)
        .where(Action.resolution_id == resolution.id)
        .options(
            joinedload(Report.review),
            joinedload(Report.assignment).options(
                joinedload(Assignment.affiliate), joinedload(Assignment.action)
            ),
            selectinload(Report.evidence).joinedload(Evidence.file),
        )
        .order_by(Report.reported_at.desc(), Report.id.desc())
    )
    return session().scalars(found).all()


def _files(actor: Actor, report: Report) -> tuple[Evidence, ...]:
    return tuple(each for each in report.evidence if may_open(actor, each))


def reports_of(resolution: Resolution, actor: Actor) -> tuple[ReadableReport, ...]:
    """The reports on a text that this reader may read, the latest first."""
    return tuple(
        ReadableReport(report, _files(actor, report))
        for report in _reports(resolution)
        if may_read(actor, report)
    )


def reports_of_clause(resolution: Resolution, clause_id: str, actor: Actor) -> tuple[ReadableReport, ...]:
    """The reports on what one clause asked, as far as this reader may read them."""
    return tuple(
        seen for seen in reports_of(resolution, actor) if seen.report.assignment.action.clause_id == clause_id
    )


def _timeline(resolution: Resolution, regions: set[str]) -> tuple[PublicReport, ...]:
    """The released reports, verified ones alone; who is protected appears without name, words and files."""
    lines = []
    for report in _reports(resolution):
        day = report.happened_on or report.reported_at.date()
        region = report.assignment.region if report.assignment.region in regions else ""
        if may_read(STRANGER, report):
            lines.append(PublicReport(day, region, report.what, report, _files(STRANGER, report)))
        elif report.visibility == Visibility.PUBLIC and verified(report) and in_danger(report.assignment):
            lines.append(PublicReport(report.reported_at.date(), region, report.what))
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _nameless(found: Sequence[AssignmentFacts]) -> bool:
    """Whether figures are too small to be shown with a protected affiliate among them."""
    return any(each.protected for each in found) and len({each.affiliate_code for each in found}) < SMALLEST


def done_for_public(resolution: Resolution, today: date | None = None) -> Done | None:
    """What everybody may know about what was done; None until the text is public."""
    if RESOLUTION_AUDIENCE[ResolutionState(resolution.state)] is not Audience.PUBLIC:
        return None
    day = today or date.min
    found = facts(Action.resolution_id == resolution.id, Action.state.in_(ASKED))
    everything = [each for _, each in found]
    grouped = _by_action(found)
    issued = select(Action).where(Action.resolution_id == resolution.id, Action.state.in_(ASKED))
    affiliates = [each for each in everything if each.region]
    shown = public_counts(by(affiliates, Key.REGION), SMALLEST)
    return Done(
        progress=progress([] if _nameless(everything) else everything, day),
        actions=tuple(
            Measured(action, progress(grouped[action.id], day))
            for action in session().scalars(issued.order_by(Action.id)).all()
            if action.id in grouped and not _nameless(grouped[action.id])
        ),
        regions=tuple((name, progress(group, day)) for name, group in shown.items()),
        reports=_timeline(resolution, set(shown) - {ELSEWHERE}),
        next_due=min((each.due_on for each in everything), default=None),
        merged=ELSEWHERE in shown,
    )
