"""Home: what is asked of me now, what I have under way, what comes next."""

from flask import Blueprint, render_template

from resolutions.records.register import texts, waiting
from resolutions.records.register.findings import timings_of
from resolutions.rules.roles import Office
from resolutions.rules.states import ResolutionState
from resolutions.rules.steps import Step, refusal
from resolutions.web.access import actor, public

bp = Blueprint("now", __name__)


@bp.get("/")
@public
def home() -> str:
    """Everything that waits for this reader; for a visitor the latest decisions."""
    who = actor()
    meetings = waiting.meetings_at_work()
    return render_template(
        "now/home.html",
        meetings=[(meeting, timings_of(meeting)) for meeting in meetings],
        may_draft=[m for m in meetings if who.member and refusal(Step.DRAFT_RESOLUTION, m, who) is None],
        ballots=waiting.open_ballots_for(who),
        assignments=waiting.assignments_of(who),
        asked=waiting.co_sponsorships_asked(who),
        own_texts=waiting.own_texts(who),
        own_amendments=waiting.own_amendments(who),
        reports=waiting.reports_to_verify(who),
        pending=texts.pending(who) if who.holds(Office.COMMITTEE) else [],
        amendments=waiting.submitted_amendments() if who.holds(Office.COMMITTEE) else [],
        to_publish=waiting.texts_in(ResolutionState.ADOPTED) if who.holds(Office.SECRETARIAT) else [],
        published=texts.record_of_published()[:5],
    )
