"""What a reader may see, in SQL: the same datum as `rules.audience`, one condition for every list and search."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from resolutions.records.amendment import Amendment
from resolutions.records.resolution import CoSponsorship, Resolution
from resolutions.rules.audience import at_desk
from resolutions.rules.roles import Actor
from resolutions.rules.states import AMENDMENT_AUDIENCE, RESOLUTION_AUDIENCE, Audience


def _states(table: dict[Any, Audience], *audiences: Audience) -> list[StrEnum]:
    return [state for state, audience in table.items() if audience in audiences]


def _wrote(record: type[Resolution] | type[Amendment], actor: Actor) -> ColumnElement[bool]:
    if not actor.signed_in:
        return false()
    mine = record.author_id == actor.person_id
    if actor.affiliate_id is None:
        return mine
    return or_(mine, record.sponsor_id == actor.affiliate_id)


def _asked(actor: Actor) -> ColumnElement[bool]:
    if actor.affiliate_id is None:
        return false()
    asked = select(CoSponsorship.id).where(
        CoSponsorship.resolution_id == Resolution.id,
        CoSponsorship.affiliate_id == actor.affiliate_id,
        CoSponsorship.confirmed_at.is_(None),
    )
    return exists(asked)


def _by_audience(
    record: type[Resolution] | type[Amendment], table: dict[Any, Audience], actor: Actor
) -> list[ColumnElement[bool]]:
    seen = [record.state.in_(_states(table, Audience.PUBLIC)), _wrote(record, actor)]
    if actor.member:
        seen.append(record.state.in_(_states(table, Audience.MEMBERS)))
    if at_desk(actor):
        seen.append(record.state.in_(_states(table, Audience.DESK)))
    return seen


def visible_resolutions(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps the resolutions this reader may see."""
    asked = and_(
        Resolution.state.in_(_states(RESOLUTION_AUDIENCE, Audience.SPONSORS, Audience.DESK)), _asked(actor)
    )
    return or_(*_by_audience(Resolution, RESOLUTION_AUDIENCE, actor), asked)


def visible_amendments(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps the amendments this reader may see; their text must be visible too."""
    of_visible = Amendment.resolution_id.in_(select(Resolution.id).where(visible_resolutions(actor)))
    return and_(of_visible, or_(*_by_audience(Amendment, AMENDMENT_AUDIENCE, actor)))
