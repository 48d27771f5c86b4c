"""Bodies and their meetings."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import convening
from resolutions.lifecycle.convening import Gathering
from resolutions.lifecycle.procedure import ROOT
from resolutions.records.assembly import Affiliate, Mandate, Person
from resolutions.records.base import session
from resolutions.records.register import assembly
from resolutions.records.register.findings import orders_of, timings_of
from resolutions.rules.errors import Inadmissible, NotFound, RuleError
from resolutions.rules.roles import Office
from resolutions.rules.standing_orders.presets import PRESETS
from resolutions.rules.steps import open_steps
from resolutions.web.access import actor, member, office
from resolutions.web.assembly.blueprint import bp
from resolutions.web.keys import whole
from resolutions.web.wording import sentence

EARLIEST, LATEST = 1850, 2200
"""The years in which a meeting can lie; anything else is a slip of the hand."""

Page = Response | str | tuple[str, int]


@bp.get("/")
@office(Office.SECRETARIAT)
def index() -> str:
    """The bodies with their meetings, and the ways to affiliates and people."""
    return _index()


def _index(**more: Any) -> str:
    return render_template("assembly/index.html", bodies=assembly.bodies(), **more)


@bp.post("/bodies")
@office(Office.SECRETARIAT)
def found() -> Page:
    """Found a body."""
    try:
        body = convening.found_body(
            ROOT, actor(), request.form.get("name", ""), request.form.get("role", "congress")
        )
    except RuleError as refused:
        return _index(error=sentence(refused), name=request.form.get("name", "")), 422
    flash(_("Founded. Adopt its standing orders next."), "good")
    return redirect(url_for("assembly.body", body_id=body.id))


@bp.get("/bodies/<int:body_id>")
@office(Office.SECRETARIAT)
def body(body_id: int) -> str:
    """One body: the versions of its rules, its meetings, and the forms for the next of each."""
    return body_page(body_id)


def body_page(body_id: int, **more: Any) -> str:
    """The page of a body, with what was refused and what was typed."""
    return render_template(
        "assembly/body.html", body=assembly.body(body_id), presets=sorted(PRESETS), form=request.form, **more
    )


def _instant(name: str, zone: str) -> datetime:
    """What was typed as a local time at the meeting's place."""
    convening.check_zone(zone)
    try:
        typed = datetime.fromisoformat(request.form.get(name, "")).replace(tzinfo=ZoneInfo(zone))
    except ValueError as wrong:
        raise Inadmissible("this_is_no_time", field=name) from wrong
    if not EARLIEST <= typed.year <= LATEST:
        raise Inadmissible("this_is_no_time", field=name)
    return typed


@bp.post("/bodies/<int:body_id>/meetings")
@office(Office.SECRETARIAT)
def convene(body_id: int) -> Page:
    """Convene a meeting."""
    zone = request.form.get("time_zone", "").strip()
    try:
        gathering = Gathering(
            request.form.get("name", ""),
            request.form.get("place", ""),
            zone,
            _instant("opens_at", zone),
            _instant("closes_at", zone),
        )
        made = convening.convene_meeting(assembly.body(body_id), actor(), gathering)
    except RuleError as refused:
        return body_page(body_id, error=sentence(refused)), 422
    flash(_("Convened, under the standing orders in force now."), "good")
    return redirect(url_for("assembly.meeting", meeting_id=made.id))


@bp.get("/meetings/<int:meeting_id>")
@member
def meeting(meeting_id: int) -> str:
    """One meeting: its times, its mandates with their weights, who is present."""
    return _meeting(meeting_id)


def _meeting(meeting_id: int, **more: Any) -> str:
    shown = assembly.meeting(meeting_id)
    steps = open_steps(shown, actor())
    accredits = "accredit" in steps
    return render_template(
        "assembly/meeting.html",
        meeting=shown,
        limits=timings_of(shown),
        orders=orders_of(shown),
        mandates=assembly.mandates(meeting_id),
        steps=steps,
        people=assembly.everybody() if accredits else [],
        affiliates=assembly.every_affiliate() if accredits else [],
        form=request.form,
        **more,
    )


@bp.post("/meetings/<int:meeting_id>/open")
@office(Office.SECRETARIAT, Office.PRESIDING)
def open_meeting(meeting_id: int) -> Response:
    """Open the meeting."""
    convening.open_meeting(assembly.meeting(meeting_id), actor())
    return redirect(url_for("assembly.meeting", meeting_id=meeting_id))


@bp.post("/meetings/<int:meeting_id>/close")
@office(Office.SECRETARIAT, Office.PRESIDING)
def close_meeting(meeting_id: int) -> Response:
    """Close the meeting."""
    convening.close_meeting(assembly.meeting(meeting_id), actor())
    return redirect(url_for("assembly.meeting", meeting_id=meeting_id))


@bp.post("/meetings/<int:meeting_id>/mandates")
@office(Office.SECRETARIAT)
def accredit(meeting_id: int) -> Page:
    """Accredit somebody."""
    person = session().get(Person, request.form.get("person_id", 0, type=whole))
    affiliate = session().get(Affiliate, request.form.get("affiliate_id", 0, type=whole))
    role = request.form.get("role", "delegate")
    try:
        if person is None:
            raise Inadmissible("choose_a_person")
        convening.accredit(assembly.meeting(meeting_id), actor(), person, affiliate, role=role)
    except RuleError as refused:
        return _meeting(meeting_id, error=sentence(refused)), 422
    return redirect(url_for("assembly.meeting", meeting_id=meeting_id) + "#mandates")


@bp.post("/meetings/<int:meeting_id>/presence")
@office(Office.SECRETARIAT, Office.TELLER)
def check_in(meeting_id: int) -> Response:
    """Note that somebody is in the hall, or has left it."""
    mandate = session().get(Mandate, request.form.get("mandate_id", 0, type=whole))
    if mandate is None:
        raise NotFound("not_found")
    convening.check_in(assembly.meeting(meeting_id), actor(), mandate, request.form.get("present") == "yes")
    return redirect(url_for("assembly.meeting", meeting_id=meeting_id) + f"#mandate-{mandate.id}")
