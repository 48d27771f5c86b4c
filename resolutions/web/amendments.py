"""Amending: a delegate's editor, one amendment, the amendments of a text, and the steps taken on them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import amending
from resolutions.records.amendment import Amendment
from resolutions.records.register import amendments as register
from resolutions.records.register import texts, thread
from resolutions.records.register.findings import timings_of
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import labelled
from resolutions.rules.errors import RuleError
from resolutions.rules.redline import words
from resolutions.rules.roles import Office
from resolutions.rules.steps import Step, open_steps, refusal
from resolutions.web.access import actor, member, office
from resolutions.web.errors import STATUS
from resolutions.web.forms import amendments as forms
from resolutions.web.forms.amendments import Proposal
from resolutions.web.proposals import amended_revision, pieces_of, rows
from resolutions.web.track import track
from resolutions.web.wording import sentence

bp = Blueprint("amendments", __name__)

Answer = str | tuple[str, int] | Response


def _status(refused: RuleError) -> int:
    return next(status for kind, status in STATUS.items() if isinstance(refused, kind))


def _editor(
    resolution: Resolution, proposal: Proposal, amendment: Amendment | None = None, error: str = ""
) -> str:
    return render_template(
        "amendments/amend.html",
        resolution=resolution,
        meeting=resolution.meeting,
        proposal=proposal,
        amendment=amendment,
        error=error,
        chosen=request.args.get("clause", ""),
        others=register.others_on(actor(), resolution, amendment),
        limits=timings_of(resolution.meeting),
        most=amending.REASON_LETTERS,
    )


@bp.get("/resolutions/<int:resolution_id>/amend")
@member
def amend(resolution_id: int) -> str:
    """The text as a list of clauses, each to be amended in place."""
    resolution = texts.text_for(actor(), resolution_id)
    if refused := refusal(Step.DRAFT_AMENDMENT, resolution, actor()):
        raise refused
    return _editor(resolution, forms.blank(resolution))


@bp.post("/resolutions/<int:resolution_id>/amend")
@member
def write(resolution_id: int) -> Answer:
    """Show the change, check it, keep it as a draft or hand it in."""
    return _written(texts.text_for(actor(), resolution_id))


@bp.get("/amendments/<int:amendment_id>/correct")
@member
def correct(amendment_id: int) -> str:
    """A draft, to be written anew."""
    amendment = register.amendment_for(actor(), amendment_id)
    if refused := refusal(Step.CORRECT_AMENDMENT, amendment, actor()):
        raise refused
    return _editor(amendment.resolution, forms.from_amendment(amendment), amendment)


@bp.post("/amendments/<int:amendment_id>/correct")
@member
def rewrite(amendment_id: int) -> Answer:
    """The same for a draft that was kept."""
    amendment = register.amendment_for(actor(), amendment_id)
    return _written(amendment.resolution, amendment)


def _written(resolution: Resolution, amendment: Amendment | None = None) -> Answer:
    proposal = forms.from_form(request.form, resolution)
    act = request.form.get("act", "check")
    if proposal.moved_on and act != "edit":
        said = _(
            "The text was changed meanwhile. Your words are still here beside the new ones: look, then go on."
        )
        return _editor(resolution, proposal, amendment, said), 409
    if act in ("show", "edit"):
        return _editor(resolution, proposal, amendment)
    try:
        if act == "check":
            return _check(resolution, proposal, amendment)
        kept = _kept(resolution, proposal, amendment)
    except RuleError as refused:
        ids = (resolution.id, amendment.id if amendment is not None else None)
        return _again(ids, sentence(refused)), _status(refused)
    if act == "submit":
        return _hand_in(kept)
    flash(_("The amendment is kept as a draft. Only your organisation sees it."), "good")
    return redirect(url_for("amendments.show", amendment_id=kept.id))


def _again(ids: tuple[int, int | None], error: str) -> str:
    """The editor once more with everything that was typed, read again from the records."""
    resolution_id, amendment_id = ids
    resolution = texts.text_for(actor(), resolution_id)
    amendment = register.amendment_for(actor(), amendment_id) if amendment_id is not None else None
    return _editor(resolution, forms.from_form(request.form, resolution), amendment, error)


def _kept(resolution: Resolution, proposal: Proposal, amendment: Amendment | None) -> Amendment:
    if amendment is None:
        return amending.draft_amendment(resolution, actor(), proposal.changes(), proposal.reason)
    return amending.correct_amendment(amendment, actor(), proposal.changes(), proposal.reason)


def _check(resolution: Resolution, proposal: Proposal, amendment: Amendment | None) -> str:
    """What will be handed in, what the standing orders say, and what others propose for the same clauses."""
    moment = datetime.now(UTC)
    wanted = amending.proposed(resolution, actor(), proposal.changes(), proposal.reason, at=moment)
    return render_template(
        "amendments/check.html",
        resolution=resolution,
        meeting=resolution.meeting,
        proposal=proposal,
        amendment=amendment,
        clauses={clause.id: clause for clause in labelled(resolution.revision.text)},
        operations=[(o, pieces_of(o, resolution.revision.text)) for o in wanted.operations],
        findings=register.findings_on(wanted, moment),
        others=register.others_on(actor(), resolution, amendment),
        limits=timings_of(resolution.meeting),
    )


@bp.post("/resolutions/<int:resolution_id>/amend/preview")
@member
def preview(resolution_id: int) -> dict[str, str]:
    """The tracked change of one clause, for the page that is being typed on."""
    resolution = texts.text_for(actor(), resolution_id)
    wanted = request.form.get("clause", "")
    old = next((clause.text for clause in resolution.revision.text if clause.id == wanted), "")
    new = request.form.get("text", "").replace("\r\n", "\n").strip()
    return {"html": render_template("amendments/tracked.html", pieces=words(old, new))}


@bp.get("/amendments/<int:amendment_id>")
@member
def show(amendment_id: int) -> str:
    """One amendment: what it changes, who moves and supports it, how it was ruled on and decided."""
    return _show(amendment_id)


def _show(amendment_id: int, **more: Any) -> str:
    amendment = register.amendment_for(actor(), amendment_id)
    resolution, base = amendment.resolution, amendment.revision.text
    return render_template(
        "amendments/show.html",
        amendment=amendment,
        resolution=resolution,
        meeting=resolution.meeting,
        clauses={clause.id: clause for clause in labelled(base)},
        operations=[(operation, pieces_of(operation, base)) for operation in amendment.operations],
        findings=register.findings_on(amendment, datetime.now(UTC)),
        ballots=[b for b in thread.declared_ballots(resolution) if b.amendment_id == amendment.id],
        steps=_offered(amendment),
        limits=timings_of(resolution.meeting),
        **more,
    )


def _offered(amendment: Amendment) -> set[Step]:
    """The open steps, without support from those who move it or have given theirs."""
    steps = set(open_steps(amendment, actor()))
    standing = {support.affiliate_id for support in amendment.supports} | {amendment.sponsor_id}
    if actor().affiliate_id in standing or actor().affiliate_id is None:
        steps.discard(Step.SUPPORT_AMENDMENT)
    return steps


@bp.get("/resolutions/<int:resolution_id>/amendments")
@member
def of_text(resolution_id: int) -> str:
    """The amendments of one text, clause by clause, and the list of them."""
    resolution = texts.text_for(actor(), resolution_id)
    listed = register.amendments_of(actor(), resolution)
    return render_template(
        "amendments/of_text.html",
        resolution=resolution,
        meeting=resolution.meeting,
        listed=listed,
        rows=rows(amended_revision(resolution), [a for a in listed if a.state in register.SHOWN]),
        steps=open_steps(resolution, actor()),
        track=track(resolution),
    )


def _take(amendment_id: int, step: Callable[[Amendment], Any], said: str) -> Answer:
    """Take a step on an amendment; a refusal shows the page again with what was typed."""
    try:
        step(register.amendment_for(actor(), amendment_id))
    except RuleError as refused:
        reason = request.form.get("reason", "")
        return _show(amendment_id, error=sentence(refused), reason=reason), _status(refused)
    flash(said, "good")
    return redirect(url_for("amendments.show", amendment_id=amendment_id))


def _hand_in(amendment: Amendment) -> Answer:
    said = _("The amendment is handed in. The committee will rule on it when enough affiliates support it.")
    return _take(amendment.id, lambda a: amending.submit_amendment(a, actor()), said)


@bp.post("/amendments/<int:amendment_id>/submit")
@member
def submit(amendment_id: int) -> Answer:
    """Hand a draft in."""
    return _hand_in(register.amendment_for(actor(), amendment_id))


@bp.post("/amendments/<int:amendment_id>/support")
@member
def support(amendment_id: int) -> Answer:
    """Stand behind the amendment of another affiliate."""
    said = _("Your organisation now supports this amendment.")
    return _take(amendment_id, lambda a: amending.support_amendment(a, actor()), said)


@bp.post("/amendments/<int:amendment_id>/withdraw")
@member
def withdraw(amendment_id: int) -> Answer:
    """Take the amendment back."""
    said = _("The amendment is withdrawn. Its number is not used again.")
    return _take(amendment_id, lambda a: amending.withdraw_amendment(a, actor()), said)


@bp.post("/amendments/<int:amendment_id>/admit")
@office(Office.COMMITTEE)
def admit(amendment_id: int) -> Answer:
    """Rule that the amendment may be put."""
    reason = request.form.get("reason", "")
    return _take(amendment_id, lambda a: amending.admit_amendment(a, actor(), reason), _("Admitted."))


@bp.post("/amendments/<int:amendment_id>/refuse")
@office(Office.COMMITTEE)
def refuse(amendment_id: int) -> Answer:
    """Rule that the amendment cannot be put."""
    reason = request.form.get("reason", "")
    said = _("Refused; the reason is on record.")
    return _take(amendment_id, lambda a: amending.refuse_amendment(a, actor(), reason), said)


@bp.post("/resolutions/<int:resolution_id>/debate")
@office(Office.PRESIDING)
def open_debate(resolution_id: int) -> Response:
    """Close amending and open the debate on a text."""
    amending.open_debate(texts.text_for(actor(), resolution_id), actor())
    flash(_("The debate is open. Amending is over; the amendments can be put to the vote."), "good")
    return redirect(url_for("resolutions.show", resolution_id=resolution_id))
