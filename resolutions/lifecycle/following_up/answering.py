"""Answering: the one who was asked takes it up, declines, or tells how it went; nothing told is ever overwritten."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from resolutions.lifecycle.procedure import note, performs
from resolutions.records.action import Assignment, Evidence, Report
from resolutions.records.base import session
from resolutions.records.resolution import StoredFile
from resolutions.rules import reporting, roles
from resolutions.rules.errors import Inadmissible, OutOfOrder
from resolutions.rules.reporting import Visibility
from resolutions.rules.roles import Actor
from resolutions.rules.states import Acceptance, ActionState
from resolutions.rules.steps import Step


@dataclass(frozen=True)
class Handed:
    """A file as it was made safe at the door, and who may open it."""

    name: str
    media_type: str
    content: bytes
    visibility: str = Visibility.SECRETARIAT


@dataclass(frozen=True)
class Told:
    """What somebody says was done."""

    outcome: str
    text: str
    what: str = ""
    happened_on: date | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
    visibility: str = Visibility.SECRETARIAT
    evidence: tuple[Handed, ...] = ()


def check_open(assignment: Assignment) -> None:
    """Refuse answers to an action that was closed."""
    if assignment.action.state != ActionState.ISSUED:
        raise OutOfOrder("the_action_is_closed")


def _reason(words: str) -> str:
    if len(words.strip()) < reporting.SHORTEST:
        raise Inadmissible("a_reason_is_needed")
    if len(words.strip()) > reporting.LONGEST:
        raise Inadmissible("a_report_is_too_long", length=len(words.strip()), limit=reporting.LONGEST)
    return words.strip()


@performs(Step.ACKNOWLEDGE)
def acknowledge(assignment: Assignment, actor: Actor, *, at: datetime) -> Assignment:
    """Say that the request arrived and is taken up."""
    check_open(assignment)
    assignment.answered_at = at
    return assignment


@performs(Step.DECLINE)
def decline(assignment: Assignment, actor: Actor, reason: str, *, at: datetime) -> Assignment:
    """Say no, and why; this is an answer, not silence."""
    check_open(assignment)
    assignment.reason = _reason(reason)
    assignment.answered_at = at
    return assignment


@performs(Step.SET_ASIDE)
def set_aside(assignment: Assignment, actor: Actor, reason: str, *, at: datetime) -> Assignment:
    """Say that the request does not concern this affiliate; it leaves the count of those asked."""
    check_open(assignment)
    assignment.reason = _reason(reason)
    assignment.answered_at = at
    return assignment


def _keep(report: Report, handed: Handed, by: tuple[Actor, datetime]) -> str:
    actor, at = by
    sealed = hashlib.sha256(handed.content).hexdigest()
    stored = StoredFile(
        name=handed.name,
        media_type=handed.media_type,
        size=len(handed.content),
        sha256=sealed,
        content=handed.content,
        stored_at=at,
        stored_by_id=actor.person_id,
    )
    visibility = reporting.check_visibility(handed.visibility)
    session().add(Evidence(report=report, file=stored, visibility=visibility))
    return sealed


def _check(assignment: Assignment, told: Told, today: date) -> dict[str, Any]:
    """The columns of a report, each checked."""
    if len(told.evidence) > reporting.MOST_FILES:
        raise Inadmissible("too_many_files", limit=reporting.MOST_FILES)
    return {
        "outcome": reporting.check_outcome(told.outcome),
        "what": reporting.check_kind(told.what, assignment.action.menu),
        "text": reporting.check_text(told.text),
        "figures": reporting.check_figures(told.figures),
        "happened_on": reporting.check_day(told.happened_on, today),
        "visibility": reporting.check_visibility(told.visibility),
    }


@performs(Step.REPORT)
def report(assignment: Assignment, actor: Actor, told: Told, *, at: datetime) -> Report:
    """Tell how it went; a correction is the next report, and any report is to be verified anew."""
    check_open(assignment)
    checked = _check(assignment, told, at.date())
    made = Report(
        assignment=assignment,
        ordinal=len(assignment.reports) + 1,
        channel="page" if roles.addressee(actor, assignment) else "on_behalf",
        author_id=actor.person_id,
        reported_at=at,
        **checked,
    )
    session().add(made)
    files = [_keep(made, handed, (actor, at)) for handed in told.evidence]
    assignment.work = made.outcome
    assignment.acceptance = Acceptance.ACKNOWLEDGED
    assignment.answered_at = at
    # Two reports in one instant are two all the same: whoever judges the first has not read the second.
    flag_modified(assignment, "answered_at")
    # The trail names the report and its files; what it says stays where its visibility is kept.
    note(report=made.ordinal, outcome=made.outcome, channel=made.channel, files=files)
    return made
