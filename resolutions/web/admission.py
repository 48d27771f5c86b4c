"""The committee's desk: each text with its findings, and the ruling in writing."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import admitting
from resolutions.records.register import texts, waiting
from resolutions.records.register.findings import findings_of
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import labelled
from resolutions.rules.errors import Inadmissible
from resolutions.rules.roles import Office
from resolutions.rules.steps import open_steps
from resolutions.web.access import actor, office
from resolutions.web.track import track
from resolutions.web.wording import sentence

bp = Blueprint("admission", __name__)


@bp.get("/committee")
@office(Office.COMMITTEE, Office.SECRETARIAT)
def desk() -> str:
    """What waits for a ruling: texts with their findings, amendments, texts to consolidate."""
    pending = texts.pending(actor())
    return render_template(
        "admission/desk.html",
        pending=[(text, findings_of(text, datetime.now(UTC))) for text in pending],
        amendments=waiting.submitted_amendments(),
        debated=waiting.texts_in_debate(),
    )


@bp.get("/resolutions/<int:resolution_id>/ruling")
@office(Office.COMMITTEE, Office.SECRETARIAT)
def judge(resolution_id: int) -> str:
    """One text with its findings, and the three rulings."""
    return _judge(resolution_id)


def _judge(resolution_id: int, **more: Any) -> str:
    resolution = texts.text_for(actor(), resolution_id)
    return render_template(
        "admission/judge.html",
        resolution=resolution,
        clauses=labelled(resolution.revision.text),
        findings=findings_of(resolution, datetime.now(UTC)),
        track=track(resolution),
        steps=open_steps(resolution, actor()),
        **more,
    )


def _rule(
    resolution_id: int, ruling: Callable[..., Resolution], said: Callable[[Resolution], str]
) -> Response | tuple[str, int]:
    resolution = texts.text_for(actor(), resolution_id)
    reason = request.form.get("reason", "")
    try:
        ruling(resolution, actor(), reason)
    except Inadmissible as refused:
        return _judge(resolution_id, error=sentence(refused), reason=reason), 422
    flash(said(resolution), "good")
    return redirect(url_for("admission.desk"))


@bp.post("/resolutions/<int:resolution_id>/admit")
@office(Office.COMMITTEE)
def admit(resolution_id: int) -> Response | tuple[str, int]:
    """Put the text on the agenda."""
    return _rule(
        resolution_id, admitting.admit_resolution, lambda r: _("Admitted as %(number)s.", number=r.number)
    )


@bp.post("/resolutions/<int:resolution_id>/return")
@office(Office.COMMITTEE)
def send_back(resolution_id: int) -> Response | tuple[str, int]:
    """Give the text back for correction."""
    return _rule(
        resolution_id, admitting.return_resolution, lambda r: _("Returned to its sponsor, with your reason.")
    )


@bp.post("/resolutions/<int:resolution_id>/inadmissible")
@office(Office.COMMITTEE)
def rule_out(resolution_id: int) -> Response | tuple[str, int]:
    """Rule the text inadmissible."""
    return _rule(
        resolution_id,
        admitting.rule_inadmissible,
        lambda r: _("Ruled inadmissible; the reason is on record."),
    )
