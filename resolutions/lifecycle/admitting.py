"""Admitting: the committee's ruling on what was handed in, in writing, and the number that a text keeps."""

from datetime import datetime

from sqlalchemy import select

from resolutions.lifecycle.procedure import note, performs
from resolutions.records.base import session
from resolutions.records.resolution import Resolution
from resolutions.rules.errors import Inadmissible
from resolutions.rules.roles import Actor
from resolutions.rules.steps import Step

PREFIXES = {"emergency": "E", "ordinary": "R"}


def _needs_reason(reason: str) -> str:
    if not reason.strip():
        raise Inadmissible("a_ruling_needs_a_reason")
    return reason.strip()


def next_number(resolution: Resolution) -> str:
    """The next number of the text's kind in its meeting: one more than the highest ever given."""
    prefix = PREFIXES[resolution.type]
    given = select(Resolution.number).where(
        Resolution.meeting_id == resolution.meeting_id, Resolution.number.like(f"{prefix}-%")
    )
    numbers = [int(str(number).partition("-")[2]) for number in session().scalars(given)]
    return f"{prefix}-{max(numbers, default=0) + 1}"


@performs(Step.ADMIT_RESOLUTION)
def admit_resolution(resolution: Resolution, actor: Actor, reason: str = "", *, at: datetime) -> Resolution:
    """Put a text on the agenda under a number that is never used again."""
    resolution.number = resolution.number or next_number(resolution)
    resolution.admitted_at = at
    resolution.ruling = reason.strip()
    note(number=resolution.number, reason=resolution.ruling)
    return resolution


@performs(Step.RETURN_RESOLUTION)
def return_resolution(resolution: Resolution, actor: Actor, reason: str, *, at: datetime) -> Resolution:
    """Give a text back for correction; it keeps its place when it comes back in time."""
    resolution.ruling = _needs_reason(reason)
    note(reason=resolution.ruling)
    return resolution


@performs(Step.RULE_INADMISSIBLE)
def rule_inadmissible(resolution: Resolution, actor: Actor, reason: str, *, at: datetime) -> Resolution:
    """Rule that a text cannot be put, and say why in writing."""
    resolution.ruling = _needs_reason(reason)
    note(reason=resolution.ruling)
    return resolution
