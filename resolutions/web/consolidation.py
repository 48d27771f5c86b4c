"""The committee's desk: clause by clause what each amendment does, conflicts to settle, the text that results."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import amending
from resolutions.records.register import amendments as register
from resolutions.records.register import texts
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import labelled
from resolutions.rules.errors import Inadmissible, RuleError
from resolutions.rules.merge import settled_words
from resolutions.rules.roles import Office
from resolutions.rules.states import AmendmentState
from resolutions.rules.steps import open_steps
from resolutions.web.access import actor, office
from resolutions.web.errors import STATUS
from resolutions.web.proposals import rows
from resolutions.web.track import track
from resolutions.web.wording import sentence

bp = Blueprint("consolidation", __name__)

OWN = "own"


@bp.get("/resolutions/<int:resolution_id>/consolidation")
@office(Office.COMMITTEE, Office.SECRETARIAT)
def desk(resolution_id: int) -> str:
    """Everything that may still come into the text, clause by clause."""
    return _desk(texts.text_for(actor(), resolution_id))


def _desk(resolution: Resolution, **more: Any) -> str:
    view = register.together(resolution)
    waiting = register.in_state(resolution, AmendmentState.SUBMITTED, *register.UNDECIDED)
    return render_template(
        "consolidation/desk.html",
        resolution=resolution,
        meeting=resolution.meeting,
        rows=rows(resolution.revision, view.amendments, view),
        view=view,
        undecided=waiting,
        result=labelled(view.merged.clauses),
        steps=open_steps(resolution, actor()),
        track=track(resolution),
        **more,
    )


def _refused(resolution_id: int, refused: RuleError, **typed: Any) -> tuple[str, int]:
    status = next(status for kind, status in STATUS.items() if isinstance(refused, kind))
    return _desk(texts.text_for(actor(), resolution_id), error=sentence(refused), **typed), status


def _decided(resolution: Resolution, clause_id: str) -> str | None:
    """The words that were chosen for a contested clause, or written; None when it is to go."""
    choice, written = request.form.get("choice", ""), request.form.get("text", "")
    if choice == OWN:
        return written
    clash = next((c for c in register.together(resolution).clashes if c.clause == clause_id), None)
    alternatives = [one.operation for one in clash.alternatives] if clash is not None else []
    if clash is not None and choice not in alternatives:
        label = next((c.label for c in labelled(resolution.revision.text) if c.id == clause_id), "")
        raise Inadmissible("a_settlement_needs_a_choice", clause=label or clause_id)
    return settled_words(clash, choice) if clash is not None else None


@bp.post("/resolutions/<int:resolution_id>/consolidation/settle")
@office(Office.COMMITTEE, Office.SECRETARIAT)
def settle(resolution_id: int) -> Response | tuple[str, int]:
    """Decide what a contested clause will say."""
    resolution = texts.text_for(actor(), resolution_id)
    clause_id = request.form.get("clause", "")
    try:
        decided = _decided(resolution, clause_id)
        amending.settle_conflict(resolution, actor(), clause_id, decided)
    except RuleError as refused:
        typed = {"choice": request.form.get("choice", ""), "written": request.form.get("text", "")}
        return _refused(resolution_id, refused, typed_on=clause_id, **typed)
    flash(_("Settled. You can settle it anew until the text is consolidated."), "good")
    return redirect(url_for("consolidation.desk", resolution_id=resolution_id, _anchor=f"row-{clause_id}"))


@bp.post("/resolutions/<int:resolution_id>/consolidation")
@office(Office.COMMITTEE, Office.SECRETARIAT)
def consolidate(resolution_id: int) -> Response | tuple[str, int]:
    """Write the carried amendments into the text and send it to the vote."""
    try:
        amending.consolidate_text(texts.text_for(actor(), resolution_id), actor())
    except RuleError as refused:
        return _refused(resolution_id, refused)
    flash(_("The text is consolidated and goes to the vote."), "good")
    return redirect(url_for("resolutions.show", resolution_id=resolution_id))
