"""The presiding officer's desk: what comes next, one button at a time."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle.voting import closing, opening
from resolutions.records.amendment import Amendment
from resolutions.records.ballot import Ballot
from resolutions.records.base import session
from resolutions.records.register import ballots, texts, waiting
from resolutions.rules.errors import RuleError
from resolutions.rules.roles import Office
from resolutions.rules.steps import open_steps
from resolutions.web import question
from resolutions.web.access import actor, office
from resolutions.web.keys import whole
from resolutions.web.wording import sentence

bp = Blueprint("chair", __name__, url_prefix="/chair")


def _listed() -> list[dict[str, Any]]:
    """The texts to decide, with the ballots under way and the amendments still to put."""
    meetings = [meeting.id for meeting in waiting.meetings_at_work()]
    found = list(ballots.texts_to_decide(meetings))
    under_way = ballots.undecided([text.id for text in found])
    return [
        {
            "text": text,
            "ballots": under_way.get(text.id, []),
            "amendments": ballots.amendments_to_put(text),
            "steps": open_steps(text, actor()),
        }
        for text in found
    ]


@bp.get("/")
@office(Office.PRESIDING)
def desk() -> str:
    """The run list, and the ballot that is before the hall."""
    return _desk(request.args.get("ballot", 0, type=whole))


def _desk(ballot_id: int = 0, **more: Any) -> str:
    listed = _listed()
    under_way = [ballot for item in listed for ballot in item["ballots"]]
    chosen = ballot_id or (under_way[0].id if under_way else 0)
    ballot = ballots.ballot_for(actor(), chosen) if chosen else None
    return render_template(
        "chair/desk.html",
        listed=listed,
        wanted=request.args.get("resolution_id", 0, type=whole),
        ballot=ballot,
        asked=question.asked(ballot) if ballot else "",
        effects=question.effects(ballot) if ballot else (),
        changes=question.changes_of(ballot.amendment) if ballot and ballot.amendment else [],
        turnout=ballots.turnout(ballot) if ballot else None,
        steps=open_steps(ballot, actor()) if ballot else (),
        **more,
    )


@bp.post("/announce/<int:resolution_id>")
@office(Office.PRESIDING)
def announce(resolution_id: int) -> Response | tuple[str, int]:
    """Announce a ballot on an amendment, or on the text."""
    resolution = texts.text_for(actor(), resolution_id)
    amendment = session().get(Amendment, request.form.get("amendment", 0, type=whole))
    try:
        ballot = opening.announce_ballot(
            resolution, actor(), amendment, request.form.get("method", "recorded")
        )
    except RuleError as refused:
        return _desk(error=sentence(refused)), 422
    return redirect(url_for("chair.desk", ballot=ballot.id))


def _take(ballot_id: int, step: Callable[..., Ballot], said: str, *args: Any) -> Response | tuple[str, int]:
    ballot = ballots.ballot_for(actor(), ballot_id)
    try:
        step(ballot, actor(), *args)
    except RuleError as refused:
        return _desk(ballot_id, error=sentence(refused)), 422
    flash(said, "good")
    return redirect(url_for("chair.desk", ballot=ballot_id))


@bp.post("/<int:ballot_id>/open")
@office(Office.PRESIDING)
def open_ballot(ballot_id: int) -> Response | tuple[str, int]:
    """Open the poll."""
    return _take(ballot_id, opening.open_ballot, _("The ballot is open."))


@bp.post("/<int:ballot_id>/close")
@office(Office.PRESIDING)
def close_ballot(ballot_id: int) -> Response | tuple[str, int]:
    """Close the poll."""
    return _take(
        ballot_id, closing.close_ballot, _("The ballot is closed. Declare the result when you are ready.")
    )


@bp.post("/<int:ballot_id>/declare")
@office(Office.PRESIDING)
def declare_ballot(ballot_id: int) -> Response | tuple[str, int]:
    """Declare the result."""
    return _take(ballot_id, closing.declare_ballot, _("The result is declared."))


@bp.post("/<int:ballot_id>/void")
@office(Office.PRESIDING)
def void_ballot(ballot_id: int) -> Response | tuple[str, int]:
    """Declare the ballot void."""
    reason = request.form.get("reason", "")
    return _take(ballot_id, closing.void_ballot, _("The ballot is void. It can be put again."), reason)
