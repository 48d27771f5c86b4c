"""Drafting: paste or upload a text, check what the reader made of it, ask for co-sponsors, hand it in."""

import hashlib
from datetime import UTC, datetime
from pathlib import PurePath

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import drafting
from resolutions.lifecycle.drafting import Filing
from resolutions.records.assembly import Affiliate, Meeting
from resolutions.records.base import session
from resolutions.records.register import affiliates, texts
from resolutions.records.register.findings import findings_of, timings_of
from resolutions.records.resolution import StoredFile
from resolutions.rules.errors import Inadmissible, NotFound, RuleError
from resolutions.rules.reading import read
from resolutions.rules.roles import Actor, Office
from resolutions.rules.standing_orders.orders import EmergencyTest
from resolutions.rules.steps import Step, refusal
from resolutions.web.access import actor, member
from resolutions.web.forms import sheets
from resolutions.web.forms.sheets import Sheet
from resolutions.web.keys import whole
from resolutions.web.wording import sentence

bp = Blueprint("drafts", __name__)

READABLE = (".txt", ".md")
LIMIT = 500_000


def _meeting(meeting_id: int) -> Meeting:
    meeting = session().get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound("not_found")
    if refused := refusal(Step.DRAFT_RESOLUTION, meeting, actor()):
        raise refused
    return meeting


def _sponsors(who: Actor) -> list[Affiliate]:
    """For whom this person may move a text: the secretariat for any affiliate, others for their own."""
    if who.holds(Office.SECRETARIAT):
        return list(affiliates.in_good_standing())
    own = session().get(Affiliate, who.affiliate_id) if who.affiliate_id else None
    return [own] if own else []


def _handed_in() -> tuple[str, str]:
    """The pasted words, or those of an uploaded file, and the name they came under."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return request.form.get("text", ""), ""
    name = PurePath(upload.filename).name
    if PurePath(name).suffix.lower() not in READABLE:
        raise Inadmissible("a_text_file_is_plain", name=name)
    content = upload.stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise Inadmissible("a_text_is_too_long", limit=LIMIT)
    try:
        return content.decode("utf-8-sig"), name
    except UnicodeDecodeError as broken:
        raise Inadmissible("a_text_file_is_utf8", name=name) from broken


@bp.get("/meetings/<int:meeting_id>/draft")
@member
def begin(meeting_id: int) -> str:
    """Paste or upload a text."""
    meeting = _meeting(meeting_id)
    return render_template("drafts/begin.html", meeting=meeting, limits=timings_of(meeting), text="")


@bp.post("/meetings/<int:meeting_id>/draft/read")
@member
def read_text(meeting_id: int) -> tuple[str, int] | str:
    """What the reader made of the text, as a list to correct."""
    meeting = _meeting(meeting_id)
    try:
        words, name = _handed_in()
        if not words.strip():
            raise Inadmissible("a_text_is_needed")
    except Inadmissible as refused:
        pasted = request.form.get("text", "")
        return render_template(
            "drafts/begin.html",
            meeting=meeting,
            limits=timings_of(meeting),
            text=pasted,
            error=sentence(refused),
        ), 422
    sheet = sheets.from_reading(read(words), words, name)
    return _check(meeting, sheet)


def _check(meeting: Meeting, sheet: Sheet, error: str = "", resolution_id: int | None = None) -> str:
    return render_template(
        "drafts/check.html",
        meeting=meeting,
        sheet=sheet,
        error=error,
        resolution_id=resolution_id,
        sponsors=_sponsors(actor()),
        tests=list(EmergencyTest),
        limits=timings_of(meeting),
    )


def _sponsor(who: Actor, sheet: Sheet) -> Affiliate | None:
    """The affiliate that moves the text; the secretariat may leave it empty for the executive's own text."""
    allowed = {affiliate.id: affiliate for affiliate in _sponsors(who)}
    if sheet.sponsor_id in allowed:
        return allowed[sheet.sponsor_id]
    if who.holds(Office.SECRETARIAT) and sheet.sponsor_id is None:
        return None
    if who.affiliate_id in allowed:
        return allowed[who.affiliate_id]
    raise Inadmissible("a_text_needs_a_sponsor")


def _source(sheet: Sheet, who: Actor) -> StoredFile | None:
    """The words as they came in, kept under their hash."""
    if not sheet.source.strip():
        return None
    content = sheet.source.encode()
    return StoredFile(
        name=sheet.source_name or "pasted.txt",
        media_type="text/plain",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        stored_at=datetime.now(UTC),
        stored_by_id=who.person_id,
    )


@bp.post("/meetings/<int:meeting_id>/draft")
@member
def save(meeting_id: int) -> Response | tuple[str, int] | str:
    """Correct one row, or keep the whole text as a draft."""
    meeting = _meeting(meeting_id)
    sheet = sheets.from_form(request.form)
    if act := request.form.get("act", ""):
        return _check(meeting, sheets.acted(sheet, act))
    try:
        sponsor = _sponsor(actor(), sheet)
        filing = Filing(sheet.type, sheet.language, sponsor, _source(sheet, actor()), sheet.answers)
        resolution = drafting.draft_resolution(meeting, actor(), sheet.wording, filing)
    except RuleError as refused:
        return _check(meeting, sheet, sentence(refused)), 422
    flash(_("The draft is kept. Only your organisation can see it until you hand it in."))
    return redirect(url_for("drafts.show", resolution_id=resolution.id))


@bp.get("/resolutions/<int:resolution_id>/draft")
@member
def show(resolution_id: int) -> str:
    """One draft: what is still missing, co-sponsors, and the button that hands it in."""
    resolution = texts.text_for(actor(), resolution_id)
    return _show(resolution_id, findings=findings_of(resolution, datetime.now(UTC)))


def _show(resolution_id: int, **more: object) -> str:
    resolution = texts.text_for(actor(), resolution_id)
    return render_template(
        "drafts/show.html",
        resolution=resolution,
        meeting=resolution.meeting,
        limits=timings_of(resolution.meeting),
        others=affiliates.in_good_standing(),
        **more,
    )


@bp.get("/resolutions/<int:resolution_id>/correct")
@member
def correct(resolution_id: int) -> str:
    """The words of a draft, to be corrected."""
    resolution = texts.text_for(actor(), resolution_id)
    if refused := refusal(Step.CORRECT_TEXT, resolution, actor()):
        raise refused
    return _check(resolution.meeting, sheets.from_resolution(resolution), resolution_id=resolution_id)


@bp.post("/resolutions/<int:resolution_id>/correct")
@member
def save_correction(resolution_id: int) -> Response | tuple[str, int] | str:
    """Correct one row, or keep the corrected text."""
    resolution = texts.text_for(actor(), resolution_id)
    sheet = sheets.from_form(request.form)
    if act := request.form.get("act", ""):
        return _check(resolution.meeting, sheets.acted(sheet, act), resolution_id=resolution_id)
    try:
        drafting.correct_text(resolution, actor(), sheet.wording, sheet.answers)
    except RuleError as refused:
        meeting = texts.text_for(actor(), resolution_id).meeting
        return _check(meeting, sheet, sentence(refused), resolution_id), 422
    flash(_("The correction is kept as a new revision."))
    return redirect(url_for("drafts.show", resolution_id=resolution_id))


@bp.post("/resolutions/<int:resolution_id>/co-sponsors")
@member
def ask(resolution_id: int) -> Response:
    """Ask affiliates to co-sponsor."""
    resolution = texts.text_for(actor(), resolution_id)
    for affiliate_id in request.form.getlist("affiliate_id", type=whole):
        affiliate = session().get(Affiliate, affiliate_id)
        if affiliate is not None:
            drafting.ask_co_sponsor(resolution, actor(), affiliate)
    return redirect(url_for("drafts.show", resolution_id=resolution_id))


@bp.post("/resolutions/<int:resolution_id>/co-sponsor")
@member
def join(resolution_id: int) -> Response:
    """Join the sponsor, as the affiliate that was asked."""
    resolution = texts.text_for(actor(), resolution_id)
    drafting.co_sponsor(resolution, actor())
    flash(_("Your organisation now co-sponsors this text."))
    return redirect(url_for("now.home"))


@bp.post("/resolutions/<int:resolution_id>/submit")
@member
def submit(resolution_id: int) -> Response | tuple[str, int]:
    """Hand the text in."""
    resolution = texts.text_for(actor(), resolution_id)
    try:
        drafting.submit_resolution(resolution, actor())
    except Inadmissible as refused:
        found = findings_of(texts.text_for(actor(), resolution_id), datetime.now(UTC))
        return _show(resolution_id, findings=found, error=sentence(refused)), 422
    flash(_("The text is handed in. The committee will rule on it; you will see the ruling here."))
    return redirect(url_for("resolutions.show", resolution_id=resolution_id))


@bp.post("/resolutions/<int:resolution_id>/withdraw")
@member
def withdraw(resolution_id: int) -> Response:
    """Take the text back."""
    drafting.withdraw_resolution(texts.text_for(actor(), resolution_id), actor())
    flash(_("The text is withdrawn. It stays on record."))
    return redirect(url_for("resolutions.show", resolution_id=resolution_id))
