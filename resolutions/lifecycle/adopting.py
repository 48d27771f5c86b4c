"""Adopting: the adopted words, sealed, numbered for good and given to everybody."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from resolutions.lifecycle.procedure import note, performs
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.clauses import content_hash
from resolutions.rules.errors import Conflict
from resolutions.rules.roles import Actor
from resolutions.rules.standing_orders.orders import StandingOrders
from resolutions.rules.steps import Step


def _taken(start: str) -> set[str]:
    """The references already given that begin like this."""
    given = select(Resolution.reference).where(Resolution.reference.startswith(start, autoescape=True))
    return {str(reference) for reference in session().scalars(given)}


def _by_year(resolution: Resolution) -> str:
    meeting = resolution.meeting
    year = meeting.opens_at.astimezone(ZoneInfo(meeting.time_zone)).year
    wanted = f"{year}/{meeting.body.role}/{resolution.number}"
    taken = _taken(wanted)
    # An executive meets several times a year, and each meeting begins its numbers anew.
    ordinal, free = 1, wanted
    while free in taken:
        ordinal += 1
        free = f"{wanted}.{ordinal}"
    return free


def _by_sequence(resolution: Resolution) -> str:
    start = f"{resolution.meeting.body.role}/"
    numbers = [int(rest) for rest in (each.removeprefix(start) for each in _taken(start)) if rest.isdigit()]
    return f"{start}{max(numbers, default=0) + 1}"


def reference_for(resolution: Resolution) -> str:
    """The reference that the standing orders give: 2026/congress/E-1, or congress/17; never one given before."""
    orders = StandingOrders.from_parameters(resolution.meeting.standing_orders.parameters)
    return _by_sequence(resolution) if orders.adopt_numbering == "sequence" else _by_year(resolution)


@performs(Step.PUBLISH_TEXT)
def publish_text(resolution: Resolution, actor: Actor, *, at: datetime) -> Resolution:
    """Give an adopted text its public reference and open it to everybody; its seal must still hold."""
    revision = resolution.revision
    sealed = content_hash(revision.title, revision.enacting, revision.text)
    if sealed != revision.content_hash:
        raise Conflict("the_seal_does_not_hold", revision=revision.ordinal)
    resolution.reference = reference_for(resolution)
    resolution.published_at = at
    note(reference=resolution.reference, revision=revision.ordinal, content_hash=sealed)
    return resolution
