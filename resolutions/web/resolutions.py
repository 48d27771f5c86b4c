"""Reading resolutions: the list, one text with everything that hangs on it, the life of a clause, the trail."""

from flask import Blueprint, render_template, request

from resolutions.records.register import follow_up, texts, thread
from resolutions.records.register.findings import timings_of
from resolutions.records.register.texts import PAGE, Wanted
from resolutions.records.resolution import Resolution, Revision
from resolutions.rules.clauses import Clause, labelled
from resolutions.rules.errors import NotFound
from resolutions.rules.redline import Piece, compare, words
from resolutions.rules.states import ResolutionState
from resolutions.rules.steps import open_steps
from resolutions.web.access import actor, public
from resolutions.web.keys import whole
from resolutions.web.track import track

bp = Blueprint("resolutions", __name__, url_prefix="/resolutions")


@bp.get("/")
@public
def index() -> str:
    """The texts that the reader may see, fifty a page."""
    wanted = Wanted(
        state=request.args.get("state", ""),
        words=request.args.get("q", "")[:100],
        page=request.args.get("page", 1, type=whole),
    )
    listed, total = texts.texts_for(actor(), wanted)
    return render_template(
        "resolutions/index.html",
        listed=listed,
        total=total,
        wanted=wanted,
        pages=-(-total // PAGE),
        states=list(ResolutionState),
    )


def reading(resolution: Resolution) -> dict[str, object]:
    """What the page of a text shows."""
    return {
        "resolution": resolution,
        "meeting": resolution.meeting,
        "revision": resolution.revision,
        "clauses": labelled(resolution.revision.text),
        "track": track(resolution),
        "operations": thread.operations_on(actor(), resolution),
        "asked": thread.actions_on(resolution),
        "decision": thread.decision_on(resolution),
        "done": follow_up.done_for_public(resolution),
        "steps": open_steps(resolution, actor()),
        "limits": timings_of(resolution.meeting),
    }


@bp.get("/<int:resolution_id>")
@public
def show(resolution_id: int) -> str:
    """One text."""
    return render_template("resolutions/show.html", **reading(texts.text_for(actor(), resolution_id)))


@bp.get("/<int:resolution_id>/changes")
@public
def changes(resolution_id: int) -> str:
    """What became of the words between the first revision and the one in force, as tracked changes."""
    resolution = texts.text_for(actor(), resolution_id)
    first, last = resolution.revisions[0], resolution.revision
    return render_template(
        "resolutions/changes.html",
        resolution=resolution,
        first=first,
        last=last,
        changes=compare(first.text, last.text),
        clauses=labelled(last.text),
        track=track(resolution),
    )


@bp.get("/<int:resolution_id>/clauses/<clause_id>")
@public
def clause(resolution_id: int, clause_id: str) -> str:
    """The whole life of one clause: its words, who changed them, the votes, the actions, the reports."""
    resolution = texts.text_for(actor(), resolution_id)
    life = thread.life_of(actor(), resolution, clause_id)
    if not life.wordings:
        raise NotFound("not_found")
    return render_template(
        "resolutions/clause.html",
        resolution=resolution,
        clause=_latest(resolution, clause_id),
        life=life,
        steps_of_words=_steps_of_words(life),
        ballots=thread.declared_ballots(resolution),
        reports=follow_up.reports_of_clause(resolution, clause_id, actor()),
    )


def _latest(resolution: Resolution, clause_id: str) -> Clause:
    """The clause as it last stood, with the number it then had."""
    for revision in reversed(resolution.revisions):
        for found in labelled(revision.text):
            if found.id == clause_id:
                return found
    raise NotFound("not_found")


def _steps_of_words(life: thread.ClauseLife) -> list[tuple[Revision, tuple[Piece, ...]]]:
    """Each wording as tracked change against the one before it."""
    steps: list[tuple[Revision, tuple[Piece, ...]]] = []
    before = ""
    for revision, found in life.wordings:
        now = found.text if found is not None else ""
        steps.append((revision, words(before, now) if before else (("keep", now),)))
        before = now
    return steps


@bp.get("/<int:resolution_id>/trail")
@public
def trail(resolution_id: int) -> str:
    """Every step that was taken on a text, in order, with the hashes that chain them."""
    resolution = texts.text_for(actor(), resolution_id)
    return render_template(
        "resolutions/trail.html",
        resolution=resolution,
        entries=texts.trail_of(resolution),
        track=track(resolution),
    )
