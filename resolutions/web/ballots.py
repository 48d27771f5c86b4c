"""The vote: what is open, one ballot as the voter sees it, its result, the tellers' page."""

import secrets
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle.voting import casting
from resolutions.lifecycle.voting.casting import Choosing
from resolutions.records.ballot import Ballot
from resolutions.records.register import ballots, waiting
from resolutions.rules.clauses import labelled
from resolutions.rules.errors import RuleError
from resolutions.rules.roles import Office
from resolutions.rules.states import BallotState
from resolutions.rules.steps import open_steps
from resolutions.rules.tally import Votes
from resolutions.web import question
from resolutions.web.access import actor, member, office, public
from resolutions.web.keys import whole
from resolutions.web.wording import sentence

bp = Blueprint("ballots", __name__, url_prefix="/ballots")


@bp.get("/")
@member
def index() -> str:
    """The ballots of the meetings at work, the open one on top."""
    meetings = waiting.meetings_at_work()
    return render_template(
        "ballots/index.html", meetings=[(meeting, ballots.ballots_of(meeting.id)) for meeting in meetings]
    )


def _page(ballot: Ballot, **more: Any) -> str:
    """One ballot, in the state that it is in."""
    declared = ballot.state == BallotState.DECLARED
    return render_template(
        "ballots/show.html",
        ballot=ballot,
        asked=question.asked(ballot),
        effects=question.effects(ballot),
        changes=question.changes_of(ballot.amendment) if ballot.amendment else [],
        clauses=labelled(ballot.revision.text),
        entries=ballots.own_entries(ballot, actor()) if actor().signed_in else [],
        turnout=ballots.turnout(ballot),
        roll_call=ballots.roll_call(ballot)
        if declared and ballot.method == "recorded" and actor().member
        else [],
        steps=open_steps(ballot, actor()),
        key=secrets.token_urlsafe(16),
        **more,
    )


@bp.get("/<int:ballot_id>")
@public
def show(ballot_id: int) -> str:
    """The question, the three choices, the receipt; after the declaration the numbers."""
    return _page(ballots.ballot_for(actor(), ballot_id), receipt=session.pop(f"receipt-{ballot_id}", None))


@bp.post("/<int:ballot_id>/vote")
@member
def vote(ballot_id: int) -> Response | tuple[str, int]:
    """Cast or change a vote; the receipt is shown when it is on record."""
    ballot = ballots.ballot_for(actor(), ballot_id)
    choosing = Choosing(
        request.form.get("choice", ""),
        request.form.get("mandate", 0, type=whole),
        request.form.get("key", ""),
    )
    try:
        cast = casting.cast_vote(ballot, actor(), choosing)
    except RuleError as refused:
        again = ballots.ballot_for(actor(), ballot_id)
        return _page(again, error=sentence(refused), chosen=choosing), 422
    session[f"receipt-{ballot_id}"] = cast.receipt
    return redirect(url_for("ballots.show", ballot_id=ballot_id))


@bp.get("/<int:ballot_id>/state")
@public
def state(ballot_id: int) -> Response:
    """State and turnout for the page that waits for the close; unchanged answers are empty."""
    ballot = ballots.ballot_for(actor(), ballot_id)
    now = ballots.turnout(ballot)
    answer = jsonify(state=ballot.state, voted=now.voted, entitled=now.entitled, version=ballot.version)
    answer.add_etag()
    return answer.make_conditional(request)


@bp.get("/<int:ballot_id>/hands")
@office(Office.TELLER)
def hands(ballot_id: int) -> str:
    """The teller's page."""
    return _hands(ballots.ballot_for(actor(), ballot_id))


def _hands(ballot: Ballot, **more: Any) -> str:
    own = next((count for count in ballot.hands if count.teller_id == actor().person_id), None)
    return render_template(
        "ballots/hands.html",
        ballot=ballot,
        asked=question.asked(ballot),
        own=own,
        counted=len(ballot.hands),
        **more,
    )


@bp.post("/<int:ballot_id>/hands")
@office(Office.TELLER)
def enter_hands(ballot_id: int) -> Response | tuple[str, int]:
    """Enter what this teller counted."""
    ballot = ballots.ballot_for(actor(), ballot_id)
    typed = {name: request.form.get(name, "").strip() for name in ("for", "against", "abstain")}
    if not all(number.isdigit() and len(number) < 7 for number in typed.values()):
        return _hands(
            ballot, error=_("Write a whole number in each of the three fields, 0 for none."), typed=typed
        ), 422
    try:
        casting.enter_hands(
            ballot, actor(), Votes(*(int(typed[name]) for name in ("for", "against", "abstain")))
        )
    except RuleError as refused:
        return _hands(ballots.ballot_for(actor(), ballot_id), error=sentence(refused), typed=typed), 422
    flash(_("Your count is entered. Another teller enters the same hands on their own."), "good")
    return redirect(url_for("ballots.hands", ballot_id=ballot_id))
