"""What a report must say, and who may read it and its evidence."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from resolutions.rules.actions import ActionKind, Countable
from resolutions.rules.audience import may_see
from resolutions.rules.errors import Inadmissible
from resolutions.rules.roles import Actor, Office, addressee
from resolutions.rules.states import Work

SHORTEST, LONGEST = 3, 1500
MOST_FILES = 5
LARGEST_FIGURE = 10**12
OUTCOMES = (Work.DONE, Work.UNDER_WAY, Work.CANNOT)
HEADQUARTERS = (Office.SECRETARIAT, Office.GENERAL_SECRETARY, Office.EXECUTIVE)


class Visibility(StrEnum):
    """Who may read a report or open a file, from the narrowest circle."""

    SECRETARIAT = "secretariat"
    AFFILIATES = "affiliates"
    PUBLIC = "public"


def check_text(text: str) -> str:
    """The words of a report without blanks around them, if they are neither too few nor too many."""
    words = text.strip()
    if len(words) < SHORTEST:
        raise Inadmissible("a_report_says_what_happened", least=SHORTEST)
    if len(words) > LONGEST:
        raise Inadmissible("a_report_is_too_long", length=len(words), limit=LONGEST)
    return words


def check_outcome(outcome: str) -> Work:
    """The outcome as a state of work: done, under way or cannot."""
    if outcome not in OUTCOMES:
        raise Inadmissible("a_report_has_an_outcome")
    return Work(outcome)


def check_kind(what: str, menu: list[str]) -> str:
    """The kind of action, which must be one that was asked for; none at all is in order."""
    if what and (what not in tuple(ActionKind) or (menu and what not in menu)):
        raise Inadmissible("not_on_the_menu", what=what)
    return what


def check_day(happened_on: date | None, today: date) -> date | None:
    """The day it happened; the reporter's calendar may be one day ahead of ours."""
    if happened_on is not None and happened_on > today + timedelta(days=1):
        raise Inadmissible("it_has_not_happened_yet", day=happened_on.isoformat())
    return happened_on


def check_figures(figures: Mapping[str, Any]) -> dict[str, Any]:
    """What was counted: whole numbers under known names; a sum of money has a currency of three letters."""
    counted = {name: value for name, value in figures.items() if name != "currency"}
    for name, value in counted.items():
        known = name in tuple(Countable) and type(value) is int
        if not known or not 0 <= value <= LARGEST_FIGURE:
            raise Inadmissible("a_figure_is_a_whole_number", name=name)
    if Countable.AMOUNT not in counted:
        return counted
    currency = str(figures.get("currency", ""))
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
        raise Inadmissible("a_sum_needs_a_currency")
    return counted | {"currency": currency.upper()}


def check_visibility(visibility: str) -> str:
    """Who may see it, as one of the three circles."""
    if visibility not in tuple(Visibility):
        raise Inadmissible("no_such_visibility")
    return visibility


def at_headquarters(actor: Actor) -> bool:
    """Whether the actor follows all actions: secretariat, general secretary, executive."""
    return any(actor.holds(office) for office in HEADQUARTERS)


def may_follow(actor: Actor, assignment: Any) -> bool:
    """Whether the actor may open an assignment: headquarters, and the affiliate or the office that is asked."""
    own = assignment.affiliate_id is not None and actor.affiliate_id == assignment.affiliate_id
    return actor.signed_in and (own or at_headquarters(actor) or addressee(actor, assignment))


def in_danger(assignment: Any) -> bool:
    """Whether the one who was asked must never be pointed at in public."""
    return assignment.affiliate is not None and bool(assignment.affiliate.protected)


def verified(report: Any) -> bool:
    """Whether the secretariat accepted this report."""
    return report.review is not None and report.review.decision == "accepted"


def may_read(actor: Actor, report: Any) -> bool:
    """Whether the actor may read a report; the public reads what was released, verified and endangers nobody."""
    assignment = report.assignment
    if may_follow(actor, assignment):
        return True
    if report.visibility == Visibility.SECRETARIAT:
        return False
    if actor.member:
        return may_see(actor, assignment.resolution)
    released = report.visibility == Visibility.PUBLIC and verified(report) and not in_danger(assignment)
    return released and may_see(actor, assignment.resolution)


def may_open(actor: Actor, evidence: Any) -> bool:
    """Whether the actor may open a file: never wider than the report that it belongs to."""
    if not may_read(actor, evidence.report):
        return False
    if may_follow(actor, evidence.report.assignment) or evidence.visibility == Visibility.PUBLIC:
        return True
    return bool(evidence.visibility == Visibility.AFFILIATES) and actor.member
