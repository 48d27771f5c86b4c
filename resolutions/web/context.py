"""What every page knows: the reader, the language, the way around."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _

from resolutions.records.register import assembly
from resolutions.rules.roles import Actor, Office
from resolutions.web import access, languages, switching

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


@dataclass(frozen=True)
class Way:
    """One entry of the navigation."""

    url: str
    label: str
    current: bool
    count: int | None = None


def _ways(actor: Actor) -> list[tuple[str, str]]:
    """The places a person goes to, by endpoint, in order."""
    ways = [("now.home", _("Now")), ("resolutions.index", _("Resolutions"))]
    if actor.member:
        ways += [("ballots.index", _("Votes")), ("assignments.index", _("Our actions"))]
    if actor.holds(Office.COMMITTEE) or actor.holds(Office.SECRETARIAT):
        ways.append(("admission.desk", _("Committee")))
    if actor.holds(Office.PRESIDING):
        ways.append(("chair.desk", _("Presiding")))
    if any(actor.holds(o) for o in (Office.SECRETARIAT, Office.GENERAL_SECRETARY, Office.EXECUTIVE)):
        ways.append(("actions.board", _("Follow-up")))
    if actor.holds(Office.SECRETARIAT):
        ways.append(("assembly.index", _("Assembly")))
    ways.append(("record.index", _("The record")))
    return ways


def navigation() -> list[Way]:
    """The navigation of this reader, the present place marked."""
    place = request.blueprint
    return [
        Way(url_for(endpoint), label, current=endpoint.partition(".")[0] == place)
        for endpoint, label in _ways(access.actor())
    ]


def known() -> dict[str, Any]:
    """The names that every template can use."""
    return {
        "actor": access.actor(),
        "navigation": navigation(),
        "current_meeting": assembly.current_meeting(),
        "lang": str(get_locale() or "en"),
        "dir": languages.direction(),
        "languages": [(code, LANGUAGE_NAMES[code]) for code in current_app.config["LANGUAGES"]],
        "demo_people": switching.people() if current_app.config["DEMO"] else [],
        "Office": Office,
    }


def init_app(app: Flask) -> None:
    """Tell every template."""
    app.context_processor(known)
