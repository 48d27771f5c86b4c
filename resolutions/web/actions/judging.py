"""Judging: the secretariat's desk of reports, and each of them with the two answers."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle.following_up import judging
from resolutions.records.action import Assignment
from resolutions.records.register import assignments
from resolutions.records.register.assignments import PAGE
from resolutions.rules.errors import Conflict, Inadmissible, OutOfOrder
from resolutions.rules.roles import Office
from resolutions.rules.steps import open_steps
from resolutions.web import letters
from resolutions.web.access import actor, office
from resolutions.web.actions import bp
from resolutions.web.actions.asking import status_of
from resolutions.web.actions.looking import HEADQUARTERS, clause_of
from resolutions.web.keys import whole
from resolutions.web.wording import sentence


@bp.get("/reports")
@office(*HEADQUARTERS)
def reports() -> str:
    """The reports to verify, oldest first."""
    page = request.args.get("page", 1, type=whole)
    listed, total = assignments.to_verify(page)
    return render_template(
        "actions/reports.html", listed=listed, total=total, page=page, pages=-(-total // PAGE)
    )


def _verify(assignment_id: int, **more: Any) -> str:
    assignment = assignments.assignment_for(actor(), assignment_id)
    return render_template(
        "actions/verify.html",
        assignment=assignment,
        clause=clause_of(assignment.action),
        steps=open_steps(assignment, actor()),
        own=bool(actor().person_id in assignment.reporter_ids),
        **more,
    )


@bp.get("/reports/<int:assignment_id>")
@office(*HEADQUARTERS)
def verify(assignment_id: int) -> str:
    """The latest report of one assignment, beside what was asked."""
    return _verify(assignment_id)


def _judged(
    assignment_id: int, judge: Callable[[Assignment, int | None], object], said: str
) -> Response | tuple[str, int]:
    assignment = assignments.assignment_for(actor(), assignment_id)
    try:
        judge(assignment, request.form.get("version", type=whole))
    except (Inadmissible, OutOfOrder, Conflict) as refused:
        words = request.form.get("words", "")
        return _verify(assignment_id, error=sentence(refused), words=words), status_of(refused)
    flash(said, "good")
    return redirect(url_for("actions.reports"))


@bp.post("/reports/<int:assignment_id>/accept")
@office(Office.SECRETARIAT)
def accept(assignment_id: int) -> Response | tuple[str, int]:
    """Accept the report."""
    words = request.form.get("words", "")
    return _judged(
        assignment_id,
        lambda each, seen: judging.accept_report(each, actor(), words, version=seen),
        _("Accepted; it counts from now on."),
    )


@bp.post("/reports/<int:assignment_id>/return")
@office(Office.SECRETARIAT)
def send_back(assignment_id: int) -> Response | tuple[str, int]:
    """Return the report with a question."""
    words = request.form.get("words", "")
    return _judged(
        assignment_id,
        lambda each, seen: judging.return_report(each, actor(), words, letters.returned, version=seen),
        _("Returned with your question."),
    )
