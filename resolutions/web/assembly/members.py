"""Affiliates, lists of them, and people."""

from typing import Any

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import convening
from resolutions.lifecycle.convening import Newcomer
from resolutions.lifecycle.procedure import ROOT
from resolutions.records.assembly import Affiliate, Body
from resolutions.records.base import session
from resolutions.records.register import assembly
from resolutions.records.register.assembly import PAGE, Sought
from resolutions.rules.errors import Inadmissible, NotFound, RuleError
from resolutions.rules.roles import Office
from resolutions.web.access import actor, office
from resolutions.web.assembly.blueprint import bp
from resolutions.web.keys import whole
from resolutions.web.wording import sentence

Page = Response | str | tuple[str, int]


@bp.get("/affiliates")
@office(Office.SECRETARIAT, Office.GENERAL_SECRETARY)
def affiliates() -> str:
    """The affiliates, fifty a page."""
    sought = Sought(
        words=request.args.get("q", "")[:100],
        region=request.args.get("region", ""),
        sector=request.args.get("sector", ""),
        standing=request.args.get("standing", ""),
        page=request.args.get("page", 1, type=whole),
    )
    listed, total = assembly.affiliates(sought)
    return render_template(
        "assembly/affiliates.html",
        listed=listed,
        total=total,
        sought=sought,
        pages=-(-total // PAGE),
        regions=assembly.regions(),
        sectors=assembly.sectors(),
    )


@bp.get("/affiliates/<int:affiliate_id>")
@office(Office.SECRETARIAT, Office.GENERAL_SECRETARY)
def affiliate(affiliate_id: int) -> str:
    """One affiliate."""
    found = session().get(Affiliate, affiliate_id)
    if found is None:
        raise NotFound("not_found")
    return render_template("assembly/affiliate.html", affiliate=found)


@bp.get("/lists")
@office(Office.SECRETARIAT)
def lists() -> str:
    """The named lists of affiliates."""
    return _lists()


def _lists(**more: Any) -> str:
    return render_template("assembly/lists.html", lists=assembly.lists(), form=request.form, **more)


@bp.post("/lists")
@office(Office.SECRETARIAT)
def keep_list() -> Page:
    """Keep a list under its name."""
    codes = request.form.get("codes", "").replace(",", " ").replace(";", " ").split()
    try:
        kept = convening.list_affiliates(ROOT, actor(), request.form.get("name", ""), codes)
    except RuleError as refused:
        return _lists(error=sentence(refused)), 422
    flash(_("“%(name)s” holds %(n)s affiliates.", name=kept.name, n=len(kept.codes)), "good")
    return redirect(url_for("assembly.lists"))


@bp.get("/people")
@office(Office.SECRETARIAT)
def people() -> str:
    """The people, fifty a page, and a form to enter another."""
    return _people()


def _people(**more: Any) -> str:
    words, page = request.args.get("q", "")[:100], request.args.get("page", 1, type=whole)
    listed, total = assembly.people(words, page)
    return render_template(
        "assembly/people.html",
        listed=listed,
        total=total,
        words=words,
        page=page,
        pages=-(-total // PAGE),
        affiliates=assembly.every_affiliate(),
        form=request.form,
        **more,
    )


@bp.post("/people")
@office(Office.SECRETARIAT)
def enter() -> Page:
    """Enter somebody."""
    newcomer = Newcomer(
        name=request.form.get("name", ""),
        email=request.form.get("email", ""),
        affiliate=session().get(Affiliate, request.form.get("affiliate_id", 0, type=whole)),
        language=request.form.get("language", "en"),
        time_zone=request.form.get("time_zone", "").strip() or "UTC",
        protected=request.form.get("protected") == "yes",
    )
    offered = current_app.config["LANGUAGES"]
    try:
        if newcomer.language not in offered:
            raise Inadmissible("no_such_language", language=newcomer.language, languages=", ".join(offered))
        person = convening.enter_person(ROOT, actor(), newcomer)
    except RuleError as refused:
        return _people(error=sentence(refused)), 422
    flash(_("Entered. Give them an office or a mandate next."), "good")
    return redirect(url_for("assembly.person", person_id=person.id))


@bp.get("/people/<int:person_id>")
@office(Office.SECRETARIAT)
def person(person_id: int) -> str:
    """One person: offices and mandates."""
    return render_template(
        "assembly/person.html",
        person=assembly.person(person_id),
        offices=list(Office),
        bodies=assembly.bodies(),
    )


@bp.post("/people/<int:person_id>/office")
@office(Office.SECRETARIAT)
def appoint(person_id: int) -> Response:
    """Give an office, or take it back."""
    body = session().get(Body, request.form.get("body_id", 0, type=whole))
    given = request.form.get("given") != "no"
    convening.appoint(assembly.person(person_id), actor(), request.form.get("office", ""), body, given=given)
    return redirect(url_for("assembly.person", person_id=person_id))
