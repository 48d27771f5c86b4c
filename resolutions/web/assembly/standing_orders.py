"""The rules of a body, version by version: every parameter, and the next version."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from resolutions.lifecycle import convening
from resolutions.records.assembly import Body, StandingOrdersVersion
from resolutions.records.register import assembly
from resolutions.rules.errors import Inadmissible, NotFound, RuleError
from resolutions.rules.roles import Office
from resolutions.rules.standing_orders.orders import FIELDS
from resolutions.rules.standing_orders.parameters import Group, Parameter, Unit
from resolutions.rules.standing_orders.presets import PRESETS
from resolutions.web.access import actor, member, office
from resolutions.web.assembly.blueprint import bp
from resolutions.web.assembly.meetings import body_page
from resolutions.web.wording import sentence
from resolutions.web.words.parameters import GROUPS, MOST_USED, UNITS

Page = Response | str | tuple[str, int]


def _value(parameter: Parameter, value: Any) -> str:
    """A value as the page of the rules shows it."""
    match parameter.unit:
        case Unit.YES_NO:
            return str(_("yes") if value else _("no"))
        case Unit.BRACKETS:
            return "; ".join(f"{up_to or '∞'}: {votes}" for up_to, votes in value) or "–"
        case Unit.CHOICE | Unit.CHOICES:
            chosen = [value] if isinstance(value, str) else value
            return ", ".join(str(choice).replace("_", " ") for choice in chosen) or "–"
        case Unit.LANGUAGES:
            return ", ".join(value)
        case _:
            return str(value)


def _chapters(parameters: dict[str, Any]) -> list[tuple[str, list[tuple[str, str, str, bool]]]]:
    """The parameters chapter by chapter: name, value, unit, and whether the program applies it."""
    chapters = []
    for group in Group:
        rows = []
        for name, parameter in FIELDS.items():
            if parameter.group is group:
                label = str(MOST_USED.get(name, name.replace("_", " ")))
                value = _value(parameter, parameters.get(name, parameter.default))
                rows.append((label, value, str(UNITS.get(parameter.unit, "")), parameter.enforced))
        chapters.append((str(GROUPS[group]), rows))
    return chapters


def _orders(body: Body, version: StandingOrdersVersion, **more: Any) -> str:
    return render_template(
        "assembly/orders.html",
        body=body,
        version=version,
        chapters=_chapters(version.parameters),
        fields=FIELDS,
        most_used=MOST_USED,
        typed=request.form,
        **more,
    )


@bp.get("/bodies/<int:body_id>/standing-orders/<int:number>")
@member
def orders(body_id: int, number: int) -> str:
    """Every parameter of one version."""
    body = assembly.body(body_id)
    version = next((v for v in body.standing_orders if v.number == number), None)
    if version is None:
        raise NotFound("not_found")
    return _orders(body, version)


def _typed(name: str, before: Any) -> Any:
    """What was typed for one parameter, as a value of its kind."""
    typed = request.form.get(name, "").strip()
    unit = FIELDS[name].unit
    if unit is Unit.YES_NO:
        return typed == "yes" if typed else before
    if not typed or unit in (Unit.CHOICE, Unit.CLOCK):
        return typed or before
    if len(typed) > 12 or not typed.isascii() or not typed.removeprefix("-").isdigit():
        raise Inadmissible("not_of_this_kind", field=str(MOST_USED[name]), value=typed[:40])
    return int(typed)


@bp.post("/bodies/<int:body_id>/standing-orders")
@office(Office.SECRETARIAT)
def adopt(body_id: int) -> Page:
    """Adopt the next version: a preset, or the last version with some values changed."""
    body = assembly.body(body_id)
    preset = request.form.get("preset", "")
    before = body.standing_orders[-1] if body.standing_orders and not preset else None
    try:
        if before is not None:
            changes = {name: _typed(name, before.parameters[name]) for name in MOST_USED}
            version = convening.adopt_standing_orders(
                body, actor(), before.preset, {**before.parameters, **changes}
            )
        else:
            if preset not in PRESETS:
                raise Inadmissible("not_a_choice", field="preset", value=preset[:40])
            version = convening.adopt_standing_orders(body, actor(), preset, PRESETS[preset].as_parameters())
    except RuleError as refused:
        if before is not None:
            return _orders(body, before, error=sentence(refused)), 422
        return body_page(body_id, error=sentence(refused)), 422
    flash(
        _("Version %(n)s is adopted. Meetings convened before stay bound to theirs.", n=version.number),
        "good",
    )
    return redirect(url_for("assembly.orders", body_id=body_id, number=version.number))
