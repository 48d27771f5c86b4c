"""Asking: publish a text, turn its clauses into actions, edit and issue them, close them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from resolutions.lifecycle import adopting
from resolutions.lifecycle.following_up import asking, judging
from resolutions.records.action import Action
from resolutions.records.register import follow_up, texts
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import labelled
from resolutions.rules.errors import Inadmissible, OutOfOrder, RuleError
from resolutions.rules.roles import Office
from resolutions.rules.steps import Step, open_steps, refusal
from resolutions.web import letters
from resolutions.web.access import actor, office
from resolutions.web.actions import bp
from resolutions.web.actions.looking import HEADQUARTERS, page_of
from resolutions.web.errors import STATUS
from resolutions.web.forms.actions import ActionForm, values_of
from resolutions.web.keys import whole
from resolutions.web.wording import sentence
from resolutions.web.words.following_up import TITLES

Page = Response | tuple[str, int] | str


def status_of(refused: RuleError) -> int:
    """With which status a form comes back."""
    return next(code for kind, code in STATUS.items() if isinstance(refused, kind))


@bp.post("/of/<int:resolution_id>/publish")
@office(Office.SECRETARIAT)
def publish(resolution_id: int) -> Response:
    """Publish an adopted text."""
    resolution = adopting.publish_text(texts.text_for(actor(), resolution_id), actor())
    flash(_("Published as %(reference)s. Everybody can read it now.", reference=resolution.reference), "good")
    return redirect(url_for("resolutions.show", resolution_id=resolution_id))


def _page_of_text(resolution: Resolution, **more: Any) -> str:
    return render_template(
        "actions/of_text.html",
        resolution=resolution,
        clauses=[c for c in labelled(resolution.revision.text) if c.kind == "operative"],
        actions=follow_up.actions_of(resolution, datetime.now(UTC).date()),
        suggested=asking.suggested(resolution),
        steps=open_steps(resolution, actor()),
        **more,
    )


@bp.get("/of/<int:resolution_id>")
@office(*HEADQUARTERS)
def of_text(resolution_id: int) -> str:
    """The actions of one text, clause by clause."""
    return _page_of_text(texts.text_for(actor(), resolution_id))


@bp.post("/of/<int:resolution_id>/propose")
@office(Office.SECRETARIAT)
def propose(resolution_id: int) -> Response:
    """Propose what the clauses themselves ask for."""
    resolution = texts.text_for(actor(), resolution_id)
    titles = {code: str(words) for code, words in TITLES.items()}
    made = asking.propose_actions(resolution, actor(), titles, at=datetime.now(UTC))
    said = ngettext(
        "%(num)s action is proposed. Read it before it goes out.",
        "%(num)s actions are proposed. Read them before they go out.",
        len(made),
    )
    flash(said, "good")
    return redirect(url_for("actions.of_text", resolution_id=resolution_id))


@bp.route("/of/<int:resolution_id>/new", methods=["GET", "POST"])
@office(Office.SECRETARIAT)
def new(resolution_id: int) -> Page:
    """Propose an action in words of one's own."""
    resolution = texts.text_for(actor(), resolution_id)
    if refused := refusal(Step.PROPOSE_ACTION, resolution, actor()):
        raise refused
    form = ActionForm(clause_id=request.args.get("clause", ""), addressee="affiliates").offer(resolution)
    return _saved(form, resolution, lambda: asking.propose_action(resolution, actor(), form.asked))


@bp.route("/<int:action_id>/edit", methods=["GET", "POST"])
@office(Office.SECRETARIAT)
def edit(action_id: int) -> Page:
    """Change what a proposal says."""
    action = follow_up.action_by_id(action_id)
    if refused := refusal(Step.EDIT_ACTION, action, actor()):
        raise refused
    form = ActionForm(data=values_of(action)).offer(action.resolution)
    return _saved(form, action.resolution, lambda: asking.edit_action(action, actor(), form.asked))


def _saved(form: ActionForm, resolution: Resolution, save: Callable[[], Action]) -> Page:
    """The form, the form with what stands in the way, or the page of what was saved."""
    error, status = "", 200
    if form.validate_on_submit():
        try:
            return redirect(url_for("actions.show", action_id=save().id))
        except (Inadmissible, OutOfOrder) as refused:
            error, status = sentence(refused), status_of(refused)
    elif form.is_submitted():
        status = 422
    return render_template("actions/form.html", form=form, resolution=resolution, error=error), status


def _step(action_id: int, take: Callable[[Action], Action], said: Callable[[Action], str]) -> Page:
    """Take a step on an action, or show its page with the refusal and what was typed."""
    action = follow_up.action_by_id(action_id)
    try:
        taken = take(action)
    except (Inadmissible, OutOfOrder) as refused:
        again = follow_up.action_by_id(action_id)
        reason = request.form.get("reason", "")
        return page_of(again, error=sentence(refused), reason=reason), status_of(refused)
    flash(said(taken), "good")
    return redirect(url_for("actions.show", action_id=action_id))


@bp.post("/<int:action_id>/issue")
@office(Office.SECRETARIAT)
def issue(action_id: int) -> Page:
    """Ask everyone in the circle."""
    seen = request.form.get("version", type=whole)
    return _step(
        action_id,
        lambda action: asking.issue_action(action, actor(), letters.asked, version=seen),
        lambda action: ngettext(
            "Issued: %(num)s was asked.", "Issued: %(num)s were asked.", len(action.assignments)
        ),
    )


@bp.post("/<int:action_id>/drop")
@office(Office.SECRETARIAT)
def drop(action_id: int) -> Page:
    """Put a proposal aside."""
    return _step(
        action_id,
        lambda action: asking.drop_action(action, actor(), request.form.get("reason", "")),
        lambda action: _("Dropped; the reason is on record."),
    )


@bp.post("/<int:action_id>/close")
@office(Office.SECRETARIAT)
def close(action_id: int) -> Page:
    """End an action."""
    return _step(
        action_id,
        lambda action: judging.close_action(action, actor(), request.form.get("reason", "")),
        lambda action: _("Closed. No more answers are taken."),
    )


@bp.post("/of/<int:resolution_id>/close")
@office(Office.SECRETARIAT, Office.EXECUTIVE)
def close_follow_up(resolution_id: int) -> Page:
    """End the follow-up of a text."""
    resolution = texts.text_for(actor(), resolution_id)
    reason = request.form.get("reason", "")
    try:
        judging.close_follow_up(resolution, actor(), reason)
    except Inadmissible as refused:
        again = texts.text_for(actor(), resolution_id)
        return _page_of_text(again, error=sentence(refused), reason=reason), 422
    flash(_("The follow-up is closed."), "good")
    return redirect(url_for("actions.of_text", resolution_id=resolution_id))
