"""Who may read a text or an amendment: one datum a state, asked here in Python and in `records.register` in SQL."""

from typing import Any

from resolutions.rules.roles import Actor, Office, sponsor
from resolutions.rules.states import AMENDMENT_AUDIENCE, RESOLUTION_AUDIENCE, Audience, Kind

DESK_OFFICES = (Office.SECRETARIAT, Office.COMMITTEE, Office.PRESIDING, Office.GENERAL_SECRETARY)


def audience_of(subject: Any) -> Audience:
    """The audience that the state of a resolution or an amendment names."""
    table = RESOLUTION_AUDIENCE if subject.kind is Kind.RESOLUTION else AMENDMENT_AUDIENCE
    return table[subject.state]


def at_desk(actor: Actor) -> bool:
    """Whether the actor works on texts for a body: secretariat, committee, presiding officer."""
    return any(actor.holds(office) for office in DESK_OFFICES)


def may_see(actor: Actor, subject: Any) -> bool:
    """Whether the actor may read the resolution or amendment in its present state."""
    audience = audience_of(subject)
    if subject.kind is Kind.AMENDMENT and not may_see(actor, subject.resolution):
        return False
    if audience is Audience.PUBLIC:
        return True
    if audience is Audience.MEMBERS:
        return actor.member
    asked = actor.affiliate_id is not None and actor.affiliate_id in getattr(
        subject, "asked_affiliate_ids", ()
    )
    if sponsor(actor, subject) or asked:
        return True
    return audience is Audience.DESK and at_desk(actor)
