"""Our actions: what an affiliate or an office was asked, and the page on which it answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle.following_up import answering
from resolutions.records.action import Assignment
from resolutions.records.register import assignments
from resolutions.records.register.assignments import facts_of
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.errors import Conflict, Inadmissible, OutOfOrder
from resolutions.rules.progress import NOT_ASKED, OPEN, overdue, standing_of
from resolutions.rules.reporting import LONGEST, MOST_FILES
from resolutions.rules.roles import addressee
from resolutions.rules.states import ActionState
from resolutions.rules.steps import open_steps
from resolutions.web import uploads
from resolutions.web.access import actor, member
from resolutions.web.actions.asking import status_of
from resolutions.web.forms.reports import ReportForm, report_form
from resolutions.web.wording import sentence

bp = Blueprint("assignments", __name__, url_prefix="/our-actions")

MOST_AT_ONCE = uploads.LARGEST * MOST_FILES + 1024 * 1024
Page = Response | tuple[str, int] | str


@bp.url_value_preprocessor
def _take_five_files(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Let a report bring all its files; this must be said before the form is read."""
    if endpoint == "assignments.report":
        request.max_content_length = MOST_AT_ONCE


@bp.get("/")
@member
def index() -> str:
    """What is asked of us: open first, then what is answered."""
    today = datetime.now(UTC).date()
    rows = [(each, overdue(facts_of(each), today)) for each in assignments.our_assignments(actor())]
    waiting = [row for row in rows if _awaited(row[0])]
    return render_template(
        "assignments/index.html", waiting=waiting, others=[row for row in rows if row not in waiting]
    )


def _awaited(assignment: Assignment) -> bool:
    """Whether something is still to be done by the one who was asked."""
    standing = standing_of(facts_of(assignment))
    return assignment.action.state == ActionState.ISSUED and standing in OPEN and standing not in NOT_ASKED


def _clause(assignment: Assignment) -> Clause | None:
    clauses = labelled(assignment.action.resolution.revision.text)
    return next((clause for clause in clauses if clause.id == assignment.action.clause_id), None)


def _page(assignment: Assignment, form: ReportForm | None = None, **more: Any) -> str:
    closed = assignment.action.state != ActionState.ISSUED
    return render_template(
        "assignments/show.html",
        assignment=assignment,
        clause=_clause(assignment),
        form=form or report_form(assignment),
        steps=() if closed else open_steps(assignment, actor()),
        on_behalf=not addressee(actor(), assignment),
        late=overdue(facts_of(assignment), datetime.now(UTC).date()),
        accept=uploads.ACCEPT,
        longest=LONGEST,
        **more,
    )


@bp.get("/<int:assignment_id>")
@member
def show(assignment_id: int) -> str:
    """One request: what is asked, the three answers, and what was told so far."""
    return _page(assignments.assignment_for(actor(), assignment_id))


@bp.post("/<int:assignment_id>/report")
@member
def report(assignment_id: int) -> Page:
    """Tell how it went."""
    assignment = assignments.assignment_for(actor(), assignment_id)
    form = report_form(assignment)
    if not form.validate_on_submit():
        return _page(assignment, form), 422
    try:
        answering.report(assignment, actor(), form.told())
    except (Inadmissible, OutOfOrder, Conflict) as refused:
        again = assignments.assignment_for(actor(), assignment_id)
        return _page(again, form, error=sentence(refused)), status_of(refused)
    flash(_("Your report has arrived. The secretariat reads it and answers here."), "good")
    return redirect(url_for("assignments.show", assignment_id=assignment_id))


def _answer(assignment_id: int, step: Callable[[Assignment, str], object], said: str) -> Page:
    """Take a step with a reason, or show the page again with the reason still in its place."""
    assignment = assignments.assignment_for(actor(), assignment_id)
    reason = request.form.get("reason", "")
    try:
        step(assignment, reason)
    except (Inadmissible, OutOfOrder, Conflict) as refused:
        again = assignments.assignment_for(actor(), assignment_id)
        return _page(again, error=sentence(refused), reason=reason), status_of(refused)
    flash(said, "good")
    return redirect(url_for("assignments.show", assignment_id=assignment_id))


@bp.post("/<int:assignment_id>/acknowledge")
@member
def acknowledge(assignment_id: int) -> Page:
    """Say that the request arrived."""
    return _answer(
        assignment_id,
        lambda each, reason: answering.acknowledge(each, actor()),
        _("Thank you. The secretariat sees that the request arrived."),
    )


@bp.post("/<int:assignment_id>/decline")
@member
def decline(assignment_id: int) -> Page:
    """Say no, and why."""
    return _answer(
        assignment_id,
        lambda each, reason: answering.decline(each, actor(), reason),
        _("You declined; only the secretariat and the executive read the reason."),
    )


@bp.post("/<int:assignment_id>/set-aside")
@member
def set_aside(assignment_id: int) -> Page:
    """Say that it does not concern us."""
    return _answer(
        assignment_id,
        lambda each, reason: answering.set_aside(each, actor(), reason),
        _("Marked as not applicable; it is not counted among what is asked of you."),
    )
